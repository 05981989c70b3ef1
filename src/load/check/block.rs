//! What all blocks share.

use serde::Deserialize as _;
use serde_json::Value;

use crate::content::block::{Doubt, Path, Reveal, Show};
use crate::content::{Block, BlockKind, RichText, Slug};
use crate::load::at::At;
use crate::load::check::kind;
use crate::load::explain;
use crate::load::findings::Findings;
use crate::load::limits;
use crate::load::raw::kind::Kind;
use crate::load::raw::{Lines, block as raw};

/// A block; a damaged one where its kind cannot be read.
pub(super) fn block(entry: &mut Value, id: Slug, at: &At<'_>, findings: &mut Findings) -> Block {
    match explain::read::<raw::Block>(entry, at, findings) {
        Some(raw) => whole(raw, kind_name(entry), id, at, findings),
        None => damaged(entry, id, at, findings),
    }
}

fn kind_name(entry: &Value) -> Option<String> {
    entry.get("kind").and_then(Value::as_str).map(str::to_owned)
}

fn whole(raw: raw::Block, name: Option<String>, id: Slug, at: &At<'_>, findings: &mut Findings) -> Block {
    let minutes = raw.minutes.map(|minutes| findings.minutes(minutes, &at.key("minutes")));
    let is_activity = matches!(raw.kind, Kind::Activity { .. });
    let kind = kind::kind(raw.kind, minutes, at, findings).unwrap_or(BlockKind::Damaged { kind: name });
    Block {
        id,
        notes: lines(raw.notes, &at.key("notes"), findings),
        cite: raw.cite.map(|cites| findings.cites(cites, &at.key("cite"))),
        doubt: raw.doubt.map(|doubt| Doubt {
            level: doubt.level,
            text: findings.words(&doubt.text, &at.key("doubt").key("text")),
        }),
        show: raw.show.unwrap_or_default(),
        brief: lines(raw.brief, &at.key("brief"), findings),
        path: raw.path.unwrap_or_default(),
        reveal: raw.reveal.unwrap_or_else(|| kind.default_reveal()),
        // The minutes of an activity are a part of its slide's.
        minutes: minutes.filter(|_| !is_activity),
        kind,
    }
}

fn damaged(entry: &Value, id: Slug, at: &At<'_>, findings: &mut Findings) -> Block {
    let kind = kind_name(entry);
    let notes = entry.get("notes").and_then(|notes| Lines::deserialize(notes).ok());
    Block {
        id,
        notes: lines(notes, &at.key("notes"), findings),
        cite: None,
        doubt: None,
        show: Show::default(),
        brief: Vec::new(),
        path: Path::default(),
        reveal: Reveal::default(),
        minutes: None,
        kind: BlockKind::Damaged { kind },
    }
}

/// One text, or one a line; empty lines are meant.
fn lines(lines: Option<Lines>, at: &At<'_>, findings: &mut Findings) -> Vec<RichText> {
    match lines {
        None => Vec::new(),
        Some(Lines::One(line)) => vec![findings.words(&line, at)],
        Some(Lines::Many(lines)) => {
            let lines = findings.few(lines, limits::ITEMS, at);
            lines.iter().enumerate().map(|(index, line)| findings.rich(line, &at.index(index))).collect()
        }
    }
}
