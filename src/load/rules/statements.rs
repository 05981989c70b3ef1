//! Statements need a source, and the source must hold.

use crate::content::inline::Cite;
use crate::content::source::Status;
use crate::content::{Block, BlockKind, Course, Lesson, Source};
use crate::load::at::At;
use crate::load::findings::Findings;
use crate::load::problem::ProblemKind;

/// What is counted or measured, where a number stands before it.
const UNITS: &str = " % người trẻ em vụ ca nghìn ngàn triệu tỷ tỉ phút giờ ngày tuần tháng năm tuổi lần mét m km \
    cm kg độ đồng điểm xã phường tỉnh thành quận huyện hộ nước trường lượt cuộc ";
/// Parts of a document, where a number stands behind them.
const ARTICLES: &str = " điều khoản chương mục mẫu ";
/// Words that say that a document no longer holds.
const OVER: [&str; 8] =
    ["hết hiệu lực", "hết hạn", "thay thế", "được thay", "bị thay", "thay bằng", "bãi bỏ", "không còn"];

/// Looks at every block of a lesson.
pub(super) fn check(course: &Course, lesson: &Lesson, findings: &mut Findings) {
    for (index, block) in lesson.blocks.iter().enumerate() {
        let at = At::Root.key("blocks");
        let at = at.index(index);
        uncited(block, &at, findings);
        outdated(course, block, &at, findings);
    }
}

/// A figure or a legal reference without a word about where it comes from; `cite: []` is such a word.
fn uncited(block: &Block, at: &At<'_>, findings: &mut Findings) {
    let free = matches!(
        block.kind,
        BlockKind::Heading { .. }
            | BlockKind::SlideBreak
            | BlockKind::Damaged { .. }
            | BlockKind::Law { .. }
            | BlockKind::Case { .. }
            | BlockKind::Activity { .. }
            | BlockKind::Attachment { .. }
    );
    if free || block.cite.is_some() || !block.cites().is_empty() {
        return;
    }
    let statement = match &block.kind {
        BlockKind::Chart(chart) => Some(chart.title.to_plain()),
        _ => statement(&block.plain_text()),
    };
    if let Some(words) = statement {
        findings.warning(at, ProblemKind::Uncited { words });
    }
}

/// The first words that state a figure or name a law: `8 vụ`, `37,5%`, `Điều 51`, `56/2017/NĐ-CP`.
fn statement(text: &str) -> Option<String> {
    let clean = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%').to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let pairs = words.iter().zip(words.iter().skip(1).map(Some).chain([None]));
    for (word, next) in pairs {
        let (bare, follower) = (clean(word), next.map(|next| clean(next)).unwrap_or_default());
        let contains = |list: &str, word: &str| !word.is_empty() && list.contains(&format!(" {word} "));
        if is_document_number(&bare) || is_percentage(&bare) {
            return Some(clean_ends(word));
        }
        if (is_number(&bare) && contains(UNITS, &follower))
            || (contains(ARTICLES, &bare) && is_number(&follower))
            || (bare == "ngày" && is_date(&follower))
        {
            return Some(format!("{} {}", word, clean_ends(next.copied().unwrap_or_default())));
        }
    }
    None
}

fn clean_ends(word: &str) -> String {
    word.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '%').to_owned()
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '–' | '-'))
}

fn is_percentage(word: &str) -> bool {
    word.strip_suffix('%').is_some_and(is_number)
}

/// `56/2017/nđ-cp`
fn is_document_number(word: &str) -> bool {
    let mut parts = word.split('/');
    let number =
        parts.next().is_some_and(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let year = parts.next().is_some_and(|part| part.len() == 4 && part.starts_with(['1', '2']));
    number && year && parts.next().is_some_and(|part| part.starts_with(char::is_alphabetic))
}

/// `23/4/2018`
fn is_date(word: &str) -> bool {
    word.contains('/') && word.chars().all(|c| c.is_ascii_digit() || c == '/')
}

/// A source that no longer holds, in a block that does not say so.
fn outdated(course: &Course, block: &Block, at: &At<'_>, findings: &mut Findings) {
    let cites = block.cites();
    let law = match &block.kind {
        BlockKind::Law { source, .. } => course.sources.get(source),
        _ => None,
    };
    let named = cites.iter().filter_map(|cite| course.sources.get(&cite.source)).chain(law);
    let over = named.filter(|source| matches!(source.status, Status::Replaced | Status::Expired));
    let mut noted: Vec<&Source> = Vec::new();
    for source in over {
        if !noted.iter().any(|known| known.id == source.id) && !says_so(course, source, block, &cites) {
            noted.push(source);
            let kind = ProblemKind::OutdatedSource {
                id: source.id.to_string(),
                status: source.status,
                replaced_by: source.replaced_by.iter().map(ToString::to_string).collect(),
            };
            findings.warning(at, kind);
        }
    }
}

/// Whether the block cites or names the replacement, dates a source whose period ended, or says that
/// the source no longer holds.
fn says_so(course: &Course, source: &Source, block: &Block, cites: &[&Cite]) -> bool {
    let text = block.plain_text().to_lowercase();
    let replaced = source.replaced_by.iter().any(|id| {
        let named = |source: &Source| text.contains(&source.short_name().to_lowercase());
        cites.iter().any(|cite| &cite.source == id) || course.sources.get(id).is_some_and(named)
    });
    let year = source.issued.filter(|_| source.status == Status::Expired).map(|date| date.year().to_string());
    let dated = year.is_some_and(|year| text.contains(&year));
    replaced || dated || OVER.iter().any(|words| text.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_laws_are_statements() {
        for (text, words) in [
            ("Mỗi năm có 2.000 trẻ đuối nước", "2.000 trẻ"),
            ("Tỷ lệ giảm 37,5%, theo báo cáo", "37,5%"),
            ("Xem Điều 51.", "Điều 51"),
            ("Nghị định số 56/2017/NĐ-CP, mới", "56/2017/NĐ-CP"),
            ("Họp ngày 23/4/2018 tại Hà Nội", "ngày 23/4/2018"),
            ("Trong 10–12 giờ", "10–12 giờ"),
        ] {
            assert_eq!(statement(text).as_deref(), Some(words));
        }
        for text in ["Gọi 111 ngay", "Ba bước đầu tiên", "Năm 2018", "Điều này đúng", "Nhóm 4", "ngày mai"]
        {
            assert_eq!(statement(text), None, "{text}");
        }
    }
}
