//! Minutes add up: slides to lessons, lessons to agendas.

use crate::content::block::Path;
use crate::content::course::AgendaItem;
use crate::content::slides::{Slide, slides};
use crate::content::{Block, BlockKind, Lesson};
use crate::load::at::At;
use crate::load::findings::Findings;
use crate::load::problem::ProblemKind;
use crate::load::rules::{Whole, references};

/// The short way through a lesson takes no longer.
const CORE_MINUTES: u32 = 12;

/// The rules of a lesson by itself.
pub(super) fn lesson(lesson: &Lesson, findings: &mut Findings) {
    let blocks = At::Root.key("blocks");
    for (index, block) in lesson.blocks.iter().enumerate() {
        if block.minutes.is_some() && !block.begins_slide() {
            findings.warning(&blocks.index(index).key("minutes"), ProblemKind::MisplacedMinutes);
        }
    }
    let minutes = sum(slides(lesson).iter().filter(|slide| slide.path == Path::Core));
    if minutes > CORE_MINUTES {
        findings.warning(&blocks, ProblemKind::CoreTooLong { minutes, limit: CORE_MINUTES });
    }
}

/// The minutes of the outline are the sum of the slides' minutes, within a tenth.
pub(super) fn outline(lesson: &Lesson, minutes: u16, at: &str, findings: &mut Findings) {
    let damaged = |block: &Block| matches!(block.kind, BlockKind::Damaged { .. });
    if lesson.blocks.iter().any(damaged) {
        return;
    }
    let (outline, slides) = (u32::from(minutes), sum(&slides(lesson)));
    if outline.abs_diff(slides) * 10 > outline {
        findings.error(&format!("{at}/minutes"), ProblemKind::MinutesDiffer { outline, slides });
    }
}

/// The blocks of an agenda's item exist, and its minutes cover its slides.
pub(super) fn agenda_item(whole: &Whole<'_>, item: &AgendaItem, at: &str, findings: &mut Findings) {
    let AgendaItem::Lesson { lesson, minutes, whole: all, blocks } = item else { return };
    let Some(lesson) = whole.lessons.get(lesson) else { return };
    let mut taught = 0..lesson.blocks.len();
    if let Some((from, to)) = blocks {
        let place = |id| lesson.blocks.iter().position(|block| &block.id == id);
        let (Some(first), Some(last)) = (place(from), place(to)) else {
            references::block(lesson, from, &format!("{at}/blocks/0"), findings);
            references::block(lesson, to, &format!("{at}/blocks/1"), findings);
            return;
        };
        taught = first..last + 1;
    }
    let is_taught = |slide: &&Slide| {
        slide.blocks.start < taught.end
            && taught.start < slide.blocks.end
            && (*all || slide.path == Path::Core)
    };
    let (given, needed) = (u32::from(*minutes), sum(slides(lesson).iter().filter(is_taught)));
    if given < needed {
        findings.warning(&format!("{at}/minutes"), ProblemKind::AgendaTooShort { given, needed });
    }
}

fn sum<'s>(slides: impl IntoIterator<Item = &'s Slide>) -> u32 {
    slides.into_iter().map(|slide| u32::from(slide.minutes)).sum()
}
