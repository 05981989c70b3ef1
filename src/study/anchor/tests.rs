//! What becomes of a passage when its lesson is edited.

use proptest::prelude::*;

use super::*;

const BLOCK: &str =
    "Trẻ dưới sáu tuổi phải có người lớn trông. Rào kín ao, đậy nắp giếng, dạy trẻ bơi từ sáu tuổi.";

fn ids(count: usize) -> Vec<Slug> {
    (0..count).map(|at| Slug::parse(&format!("b{at}")).unwrap()).collect()
}

/// The place of some words in a text.
fn range_of(text: &str, words: &str) -> Range<usize> {
    let at = text.find(words).unwrap();
    let start = text[..at].chars().count();
    start..start + words.chars().count()
}

/// The target of some words in the first block of a lesson.
fn on(text: &str, words: &str) -> Target {
    target(&ids(1)[0], text, &range_of(text, words)).unwrap()
}

/// What the passage covers in the changed lesson, by block.
fn found(target: &Target, texts: &[&str]) -> Result<Vec<(usize, String)>, Lost> {
    let ids = ids(texts.len());
    let spots = LessonText::new(ids.iter().zip(texts.iter().copied())).find(target)?;
    let cut = |spot: Spot| {
        let text: String = texts[spot.block].chars().skip(spot.range.start).take(spot.range.len()).collect();
        (spot.block, text)
    };
    Ok(spots.into_iter().map(cut).collect())
}

fn one(block: usize, words: &str) -> Vec<(usize, String)> {
    vec![(block, words.to_owned())]
}

#[test]
fn words_are_found_where_they_stand() {
    for words in ["Rào kín ao", "Trẻ", "từ sáu tuổi.", BLOCK] {
        assert_eq!(found(&on(BLOCK, words), &[BLOCK]), Ok(one(0, words)));
    }
}

#[test]
fn of_words_that_stand_twice_the_right_ones_are_found() {
    let text = "Ao nhà, ao làng, ao cá";
    let second = target(&ids(1)[0], text, &range_of(text, "ao làng")).unwrap();
    let mut second = second;
    if let Some(quote) = &mut second.quote {
        quote.exact = "ao".to_owned();
        quote.suffix = " làng, ao cá".to_owned();
    }
    assert_eq!(found(&second, &["ao, ao, ao. Ao nhà, ao làng, ao cá"]), Ok(one(0, "ao")));
    let ids = ids(1);
    let text = LessonText::new(ids.iter().zip(["ao, ao, ao. Ao nhà, ao làng, ao cá"]));
    assert_eq!(text.find(&second), Ok(vec![Spot { block: 0, range: 20..22 }]));
}

#[test]
fn words_that_moved_to_another_block_are_found_there() {
    let target = on(BLOCK, "đậy nắp giếng");
    assert_eq!(found(&target, &["Đã chuyển.", "Rào kín ao, đậy nắp giếng!"]), Ok(one(1, "đậy nắp giếng")));
}

#[test]
fn a_passage_that_was_split_is_found_in_both_blocks() {
    let target = on(BLOCK, "người lớn trông. Rào kín ao");
    let split = ["Trẻ dưới sáu tuổi phải có người lớn trông.", "Rào kín ao, đậy nắp giếng."];
    let both = vec![(0, "người lớn trông.".to_owned()), (1, "Rào kín ao".to_owned())];
    assert_eq!(found(&target, &split), Ok(both));
}

#[test]
fn a_passage_goes_with_its_surroundings_rather_than_with_its_block() {
    let target = on(BLOCK, "sáu tuổi phải");
    let texts = ["Nay sáu tuổi phải đi học.", BLOCK];
    assert_eq!(found(&target, &texts), Ok(one(1, "sáu tuổi phải")));
}

#[test]
fn reworded_words_are_found_where_most_of_them_stand() {
    let target = on(BLOCK, "Rào kín ao, đậy nắp giếng, dạy trẻ bơi");
    let text = BLOCK.replace("đậy nắp giếng", "đậy kỹ nắp giếng").replace("kín ao", "kín ao hồ");
    assert_eq!(found(&target, &[&text]), Ok(one(0, "Rào kín ao hồ, đậy kỹ nắp giếng, dạy trẻ bơi")));
}

#[test]
fn words_that_are_gone_are_lost_and_say_why() {
    let target = on(BLOCK, "đậy nắp giếng");
    assert_eq!(found(&target, &["Cả đoạn này nay viết khác hẳn, về ổ điện."]), Err(Lost::Words));
    assert_eq!(found(&target, &[]), Err(Lost::Block));
    let block = Target { block: Slug::parse("khac"), quote: None };
    assert_eq!(found(&block, &[BLOCK]), Err(Lost::Block));
    assert_eq!(found(&Target { block: None, quote: None }, &[BLOCK]), Ok(vec![]));
}

#[test]
fn a_very_long_passage_is_found_after_an_edit_inside() {
    let text = (0..900).map(|n| format!("từ{n}")).collect::<Vec<_>>().join(" ");
    let target = on(&text, &text);
    let edited = text.replace("từ450 từ451", "chỗ này đã sửa");
    assert_eq!(found(&target, &[&edited]), Ok(one(0, &edited)));
}

/// Words of a block; few, so that passages repeat.
fn text() -> impl Strategy<Value = Vec<&'static str>> {
    let word =
        prop::sample::select(vec!["trẻ", "em", "ao", "nhà", "rào", "kín,", "phải", "đuối", "nước.", "111"]);
    prop::collection::vec(word, 12..60)
}

proptest! {
    #[test]
    fn a_passage_is_found_after_edits_elsewhere_in_its_block(
        words in text(),
        from in any::<prop::sample::Index>(),
        length in 1..6_usize,
        before in text(),
        after in text(),
        cut in 0..200_usize,
    ) {
        let plain = words.join(" ");
        let start = from.index(words.len());
        let end = (start + length).min(words.len());
        let exact = words[start..end].join(" ");
        let at = words[..start].iter().map(|word| word.chars().count() + 1).sum::<usize>();
        let range = at..at + exact.chars().count();
        let target = target(&ids(1)[0], &plain, &range).unwrap();
        // All but the passage and what is kept around it is written anew.
        let kept = range.start.saturating_sub(AROUND)..range.end + AROUND;
        let middle: String = plain.chars().skip(kept.start).take(kept.len()).collect();
        let before: String = before.join(" ").chars().take(if kept.start > 0 { cut } else { 0 }).collect();
        let is_end = kept.end >= plain.chars().count();
        let after: String = after.join(" ").chars().take(if is_end { 0 } else { cut }).collect();
        let edited = format!("{before}{middle}{after}");
        prop_assume!(edited.matches(middle.trim()).count() == 1);
        let start = before.chars().count() + (range.start - kept.start);
        let ids = ids(1);
        let found = LessonText::new(ids.iter().zip([edited.as_str()])).find(&target);
        prop_assert_eq!(found, Ok(vec![Spot { block: 0, range: start..start + range.len() }]));
    }

    #[test]
    fn whatever_the_lesson_became_an_answer_lies_inside_it(
        words in text(),
        quoted in "\\PC{0,40}",
        texts in prop::collection::vec("[ \\na-cđ]{0,30}|\\PC{0,20}", 0..5),
    ) {
        let plain = words.join(" ");
        let count = plain.chars().count();
        let mut target = target(&ids(1)[0], &plain, &(0..count)).unwrap();
        if let Some(quote) = &mut target.quote {
            quote.exact = quoted;
            quote.start_chars = u32::MAX;
        }
        let ids = ids(texts.len());
        let found = LessonText::new(ids.iter().zip(texts.iter().map(String::as_str))).find(&target);
        for spot in found.unwrap_or_default() {
            prop_assert!(spot.range.start < spot.range.end);
            prop_assert!(spot.range.end <= texts[spot.block].chars().count());
        }
    }
}
