//! What every slide keeps to, whatever is on it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use hoclieu::content::course::LessonState;
use hoclieu::content::slides::is_on_slides;
use hoclieu::content::{Block, BlockKind, Course, Lesson, LessonId};
use hoclieu::load;
use hoclieu::typeset::{
    self, Fill, Frame, HEIGHT, Mark, Page, Placed, Rung, Shape, Words, module_page, title_page,
};

fn words() -> Words {
    Words {
        continued: "(tiếp)".to_owned(),
        sources: "Nguồn".to_owned(),
        must_be_checked: "Cần kiểm tra".to_owned(),
        answer: "Đáp án".to_owned(),
        minutes: "phút".to_owned(),
        module: "Chuyên đề".to_owned(),
        ..Words::default()
    }
}

fn course() -> Course {
    load::course(&load::Origin::Shipped, &mut Vec::new()).unwrap()
}

fn lesson_of(blocks: &str) -> Lesson {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let file = folder.path().join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        hoclieu::disk::replace(&file, text.as_bytes()).unwrap();
    };
    let outline = r#"{"format":1,"id":"thu","title":"Thử","language":"vi","parts":[{"title":"A","modules":[
        {"id":"m01","title":"B","lessons":[{"id":"m01/a","title":"C","minutes":1,"state":"ready"}]}]}]}"#;
    write("course.json", outline);
    write("lessons/m01/a.json", &format!(r#"{{"id":"m01/a","blocks":[{blocks}]}}"#));
    let origin = load::Origin::folder(folder.path()).unwrap();
    let course = load::course(&origin, &mut Vec::new()).unwrap();
    load::lesson(&origin, &course, &LessonId::parse("m01/a").unwrap(), &mut Vec::new()).unwrap()
}

fn pages_of(blocks: &str, shape: Shape) -> Vec<Page> {
    typeset::lesson(&course(), &lesson_of(blocks), shape, Rung::LEAST, &words())
}

/// Whether two rows of words touch each other.
fn overlap(a: Frame, b: Frame) -> bool {
    // Rows leave room for tall capitals, so a hair's breadth is no touch.
    let slack = 1.0;
    a.x + slack < b.x + b.width
        && b.x + slack < a.x + a.width
        && a.y + slack < b.y + b.height
        && b.y + slack < a.y + a.height
}

/// Nothing hangs over the edge, and no words touch others or a picture.
fn assert_sound(page: &Page, shape: Shape) {
    let solid = |placed: &&Placed| matches!(placed.mark, Mark::Row { .. } | Mark::Picture { .. });
    let solids: Vec<Frame> = page.marks.iter().filter(solid).map(|placed| placed.mark.frame()).collect();
    for (n, frame) in solids.iter().enumerate() {
        let inside = frame.x >= 0.0
            && frame.y >= 0.0
            && frame.x + frame.width <= shape.width()
            && frame.y + frame.height <= HEIGHT;
        assert!(inside, "{} hangs over the edge: {frame:?}", page.title);
        for other in &solids[..n] {
            // A number stands within its disc, beside the words.
            assert!(!overlap(*frame, *other), "{}: {frame:?} touches {other:?}", page.title);
        }
    }
}

#[test]
fn every_slide_of_the_shipped_course_fits_on_every_screen() {
    let mut too_large = Vec::new();
    let course = course();
    let written = course.lessons().filter(|spot| spot.entry.state == LessonState::Ready);
    for spot in written {
        let lesson = load::lesson(&load::Origin::Shipped, &course, &spot.entry.id, &mut Vec::new()).unwrap();
        for shape in Shape::ALL {
            let mut pages = typeset::lesson(&course, &lesson, shape, Rung::LEAST, &words());
            pages.push(title_page(&course, &spot, shape, &words()));
            pages.push(module_page(&course, &spot, shape, &words()));
            for page in &pages {
                if page.overflows {
                    too_large.push(format!("{} {shape:?}: {}", lesson.id, page.title));
                } else {
                    assert_sound(page, shape);
                }
            }
        }
    }
    assert!(too_large.is_empty(), "{too_large:#?}");
}

#[test]
fn body_text_is_never_smaller_than_the_last_rung() {
    let long = "Trẻ em là người dưới mười sáu tuổi. ".repeat(60);
    let blocks = format!(
        r#"{{"kind":"heading","level":2,"text":"Dài","id":"a"}},{{"kind":"paragraph","show":"slide","text":"{long}","id":"b"}}"#
    );
    let pages = pages_of(&blocks, Shape::FourByThree);
    assert!(pages.len() > 2);
    for page in &pages {
        let sizes = page.marks.iter().filter_map(|placed| match &placed.mark {
            Mark::Row { size, frame, .. } if frame.y < HEIGHT - 90.0 => Some(*size),
            _ => None,
        });
        assert!(sizes.clone().count() > 0);
        assert!(sizes.into_iter().all(|size| size >= HEIGHT / 24.0 - 0.1));
    }
    assert!(pages[1].title.ends_with("(tiếp)"));
}

#[test]
fn no_word_of_a_long_list_is_lost() {
    let items: Vec<String> = (0..40).map(|n| format!(r#""việc số {n} của xã""#)).collect();
    let blocks = format!(r#"{{"kind":"list","style":"bullet","items":[{}],"id":"a"}}"#, items.join(","));
    let pages = pages_of(&blocks, Shape::SixteenByNine);
    let words: String = pages
        .iter()
        .flat_map(|page| &page.marks)
        .map(|placed| match &placed.mark {
            Mark::Row { runs, .. } => runs.iter().map(|run| run.text.as_str()).collect::<String>() + "\n",
            _ => String::new(),
        })
        .collect();
    assert!((0..40).all(|n| words.contains(&format!("việc số {n} của xã"))));
}

#[test]
fn items_come_one_by_one_and_the_answer_after_the_choices() {
    let list = r#"{"kind":"list","items":["một","hai","ba"],"id":"a"}"#;
    let pages = pages_of(list, Shape::SixteenByNine);
    assert_eq!(pages[0].steps.len(), 3);
    let rows = |step| pages[0].seen(step).filter(|mark| matches!(mark, Mark::Row { .. })).count();
    assert_eq!((rows(0), rows(1), rows(2)), (1, 2, 3));

    let question = r#"{"kind":"question","type":"true_false","prompt":"Gọi 111 mất tiền?","id":"q","choices":[
        {"text":"Đúng","correct":false,"why":"Miễn phí."},{"text":"Sai","correct":true,"why":"Miễn phí."}]}"#;
    let pages = pages_of(question, Shape::SixteenByNine);
    assert_eq!((pages.len(), pages[0].steps.len()), (2, 3));
    let tinted =
        |step| pages[0].seen(step).any(|mark| matches!(mark, Mark::Area { fill: Fill::GoodTint, .. }));
    assert!(!tinted(1) && tinted(2));
}

#[test]
fn what_is_not_certain_says_so_on_the_slide() {
    let doubtful = r#"{"kind":"callout","tone":"info","text":"Một con số","id":"a","doubt":{"level":"unverified","text":"chưa thấy văn bản"}}"#;
    let page = &pages_of(doubtful, Shape::SixteenByTen)[0];
    let said = page
        .marks
        .iter()
        .any(|placed| matches!(&placed.mark, Mark::Row { runs, .. } if runs[0].text == "Cần kiểm tra"));
    assert!(said);
}

#[test]
fn a_word_that_no_line_holds_is_told() {
    let word = "a".repeat(200);
    let blocks = format!(r#"{{"kind":"list","items":["{word}"],"id":"a"}}"#);
    assert!(pages_of(&blocks, Shape::FourByThree)[0].overflows);
}

#[test]
fn every_kind_is_drawn() {
    let course = course();
    let mut seen = BTreeSet::new();
    for spot in course.lessons() {
        let Ok(lesson) = load::lesson(&load::Origin::Shipped, &course, &spot.entry.id, &mut Vec::new())
        else {
            continue;
        };
        let pages = typeset::lesson(&course, &lesson, Shape::SixteenByNine, Rung::LEAST, &words());
        let shown = |at: usize, block: &Block| {
            let on_slides = is_on_slides(block);
            let page = pages.iter().find(|page| page.blocks.contains(&at));
            assert!(!on_slides || page.is_some(), "{}: {}", lesson.id, block.id);
        };
        for (at, block) in lesson.blocks.iter().enumerate() {
            shown(at, block);
            if !matches!(block.kind, BlockKind::SlideBreak) {
                seen.insert(block.kind.name().to_owned());
            }
        }
    }
    assert!(seen.len() > 12, "{seen:?}");
}
