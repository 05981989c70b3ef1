//! Rules of charts, looked up in what they draw.

use super::canvas::{Anchor, Label, Mark};
use super::*;
use crate::content::RichText;
use crate::content::block::Series;

const PALETTE: Palette = Palette {
    ink: Rgb(0x1d, 0x2a, 0x33),
    muted: Rgb(0x43, 0x4f, 0x57),
    grid: Rgb(0xe3, 0xdf, 0xd6),
    series: [
        Rgb(0x0b, 0x6e, 0x6e),
        Rgb(0xc9, 0x6a, 0x12),
        Rgb(0x24, 0x56, 0xa6),
        Rgb(0x2e, 0x7d, 0x4f),
        Rgb(0xb3, 0x26, 0x1e),
        Rgb(0x6b, 0x4e, 0x8e),
    ],
};

const FORMS: [ChartForm; 4] = [ChartForm::Bar, ChartForm::Column, ChartForm::Line, ChartForm::Stacked];

type Values<'a> = &'a [Option<f64>];

fn chart(form: ChartForm, x: &[&str], series: &[(&str, Values<'_>)]) -> Chart {
    let series = series.iter().map(|(name, values)| Series { name: (*name).into(), values: values.to_vec() });
    Chart {
        form,
        title: RichText::default(),
        unit: Some("%".into()),
        x: x.iter().map(|label| (*label).into()).collect(),
        series: series.collect(),
        note: None,
    }
}

fn labels(drawing: &Drawing) -> Vec<&Label> {
    drawing
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Words(label) = mark { Some(label) } else { None })
        .collect()
}

fn span(label: &Label) -> (f64, f64) {
    let width = label.kind.width(&label.text);
    let from = match label.anchor {
        Anchor::Start => label.x,
        Anchor::Middle => label.x - width / 2.0,
        Anchor::End => label.x - width,
    };
    (from, from + width)
}

/// No two labels touch and none leaves the picture.
fn assert_readable(drawing: &Drawing) {
    let labels = labels(drawing);
    for (at, one) in labels.iter().enumerate() {
        let (from, to) = span(one);
        assert!(from > -0.5 && to < drawing.width + 0.5, "{one:?} leaves {}", drawing.width);
        assert!(one.y >= 5.0 && one.y <= drawing.height - 5.0, "{one:?} leaves {}", drawing.height);
        for other in &labels[at + 1..] {
            let apart = (one.y - other.y).abs() >= 13.0 || from >= span(other).1 || to <= span(other).0;
            assert!(apart, "{one:?} covers {other:?}");
        }
    }
}

fn text(drawing: &Drawing) -> String {
    labels(drawing).iter().map(|label| label.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The labels are few or many, short or long, the figures odd.
fn samples() -> Vec<Chart> {
    let ages = ["Dưới 5 tuổi", "5–14 tuổi", "15–29 tuổi", "Từ 30 tuổi"];
    let long = ["Trẻ em bị bỏ rơi, không nơi nương tựa hoặc sống lang thang", "Trẻ em khuyết tật", "x", "y"];
    let years: Vec<String> = (2000..2040).map(|year| year.to_string()).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let wave: Vec<Option<f64>> =
        (0..40).map(|at| (at % 7 != 3).then(|| f64::from(at * at) * 12.75 - 3000.0)).collect();
    let mut out = Vec::new();
    for form in FORMS {
        let some = [Some(24.0), Some(19.5), Some(0.0), Some(43.0)];
        let gaps = [Some(1995.0), None, Some(-120.25), None];
        out.push(chart(form, &ages, &[("Tỷ lệ", &some)]));
        out.push(chart(form, &ages, &[("Trẻ em trai", &some), ("Trẻ em gái", &gaps)]));
        out.push(chart(form, &long, &[("Số trẻ em", &gaps)]));
        out.push(chart(form, &["2023"], &[("Số trẻ em", &[Some(-3.0)])]));
        out.push(chart(form, &years, &[("Số vụ", &wave)]));
        let huge = [Some(1e12), Some(-1e12), Some(1e-9), None];
        out.push(chart(form, &ages, &[("Số lớn", &huge)]));
        let six = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu tên rất dài không vừa một dòng của biểu đồ"];
        out.push(chart(form, &ages, &six.map(|name| (name, some.as_slice()))));
        out.push(chart(form, &ages, &[("Không", &[Some(0.0); 4])]));
    }
    out
}

#[test]
fn no_two_labels_touch_and_none_leaves_the_picture() {
    for chart in samples() {
        for width in [0, 360, 640, 1200] {
            assert_readable(&drawing(&chart, &PALETTE, width).unwrap());
        }
    }
}

#[test]
fn every_bar_and_column_carries_its_label_and_value() {
    for form in [ChartForm::Bar, ChartForm::Column] {
        let chart = chart(form, &["Trai", "Gái"], &[("Số trẻ em", &[Some(1995.0), Some(6.4)])]);
        let text = text(&drawing(&chart, &PALETTE, 600).unwrap());
        for word in ["%", "Trai", "Gái", "1.995", "6,4"] {
            assert!(text.contains(word), "{word} is missing in {text}");
        }
    }
}

#[test]
fn a_missing_figure_is_said_and_never_drawn_as_zero() {
    for form in [ChartForm::Bar, ChartForm::Column, ChartForm::Stacked] {
        let chart = chart(form, &["Trai", "Gái"], &[("Số trẻ em", &[Some(5.0), None])]);
        let drawing = drawing(&chart, &PALETTE, 600).unwrap();
        assert!(text(&drawing).contains(NO_FIGURE));
        let bars = drawing.marks.iter().filter(|mark| matches!(mark, Mark::Rect { .. })).count();
        assert_eq!(bars, 1);
    }
}

#[test]
fn a_stack_with_a_missing_part_has_no_sum() {
    let values: [(&str, Values<'_>); 2] = [("Trai", &[Some(5.0), Some(9.0)]), ("Gái", &[Some(7.0), None])];
    let text = text(&drawing(&chart(ChartForm::Stacked, &["A", "B"], &values), &PALETTE, 600).unwrap());
    assert!(text.contains("12") && text.contains(PART_MISSING), "{text}");
}

#[test]
fn a_line_breaks_at_gaps_and_ends_in_value_and_name() {
    let values = [Some(1.0), Some(2.0), None, Some(3.0), Some(6.4)];
    let chart = chart(ChartForm::Line, &["1", "2", "3", "4", "5"], &[("Tỷ suất", &values)]);
    let drawing = drawing(&chart, &PALETTE, 600).unwrap();
    let runs = drawing.marks.iter().filter(
        |mark| matches!(mark, Mark::Line { points, colour, .. } if points.len() == 2 && *colour == PALETTE.series[0]),
    );
    assert_eq!(runs.count(), 2);
    assert!(text(&drawing).contains("6,4 Tỷ suất"));
}

#[test]
fn columns_whose_words_do_not_fit_lie_down() {
    let x = ["Trẻ em bị bỏ rơi, không nơi nương tựa"; 12];
    let values = [Some(3.0); 12];
    let chart = chart(ChartForm::Column, &x, &[("Số trẻ em", &values)]);
    let drawing = drawing(&chart, &PALETTE, 600).unwrap();
    let lying = drawing.marks.iter().all(
        |mark| !matches!(mark, Mark::Rect { from, to, .. } if (to.1 - from.1).abs() > (to.0 - from.0).abs()),
    );
    assert!(lying && !text(&drawing).contains('…'));
}

#[test]
fn the_svg_is_transparent_text_in_the_shipped_family() {
    let chart = chart(ChartForm::Bar, &["<Trai> & \"gái\""], &[("Số", &[Some(0.5)])]);
    let svg = svg(&chart, &PALETTE, 600).unwrap();
    assert!(
        svg.starts_with("<svg xmlns=")
            && svg.contains("width=\"600\"")
            && svg.contains("viewBox=\"0 0 6000 ")
    );
    assert!(svg.contains("font-family=\"Be Vietnam Pro\"") && svg.contains("&lt;Trai&gt; &amp; &quot;"));
    assert_eq!(svg.matches("<rect").count(), 1);
}

#[test]
fn hostile_figures_are_refused_or_drawn() {
    let error = |form, x: &[&str], series: &[(&str, Values<'_>)]| {
        svg(&chart(form, x, series), &PALETTE, 600).unwrap_err()
    };
    for form in FORMS {
        assert_eq!(error(form, &[], &[]), ChartError::NoFigures);
        assert_eq!(error(form, &["a"], &[("s", &[None])]), ChartError::NoFigures);
        assert!(matches!(
            error(form, &["a"], &[("s", &[])]),
            ChartError::Lengths { values: 0, labels: 1, .. }
        ));
        assert!(matches!(error(form, &["a"], &[("s", &[Some(1.0); 2])]), ChartError::Lengths { .. }));
        for value in [1e308, -1e308, f64::NAN, f64::INFINITY] {
            assert!(matches!(error(form, &["a"], &[("s", &[Some(value)])]), ChartError::TooBig { .. }));
        }
        for value in [f64::MIN_POSITIVE, -1e-300, 1e12] {
            svg(&chart(form, &["a", "b"], &[("s", &[Some(value), Some(0.0)])]), &PALETTE, 600).unwrap();
        }
        let seven = [("s", [Some(1.0)].as_slice()); 7];
        assert_eq!(error(form, &["a"], &seven), ChartError::TooManySeries { found: 7 });
    }
    assert!(matches!(
        error(ChartForm::Bar, &["a"; 41], &[("s", &[None; 41])]),
        ChartError::TooManyLabels { .. }
    ));
}

#[test]
fn ten_thousand_points_are_one_line_with_few_labels() {
    let x = vec!["Ngày 1 tháng 1"; POINTS];
    let values: Vec<Option<f64>> = (0..10_000).map(|at| Some(f64::from(at % 97))).collect();
    let drawing = drawing(&chart(ChartForm::Line, &x, &[("Số", &values)]), &PALETTE, 600).unwrap();
    assert!(labels(&drawing).len() < 30);
    assert_readable(&drawing);
}

proptest::proptest! {
    #[test]
    fn any_figures_and_labels_are_drawn_readably(
        form in 0_usize..4,
        rows in proptest::collection::vec((".{0,40}", proptest::option::of(-1e13..1e13), proptest::option::of(-9.0..9.0)), 1..20),
        width in 0_u32..2000,
    ) {
        let x: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
        let first: Vec<_> = rows.iter().map(|row| row.1).collect();
        let second: Vec<_> = rows.iter().map(|row| row.2).collect();
        let chart = chart(FORMS[form], &x, &[("Một", &first), ("Hai", &second)]);
        if let Ok(drawing) = drawing(&chart, &PALETTE, width) {
            assert_readable(&drawing);
            resvg::usvg::roxmltree::Document::parse(&drawing.to_svg().unwrap()).unwrap();
        }
    }
}
