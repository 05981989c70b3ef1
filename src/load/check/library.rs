//! Sources and words.

use crate::content::Source;
use crate::content::course::Term;
use crate::load::at::At;
use crate::load::check::{each, schema};
use crate::load::error::LoadErrorKind;
use crate::load::explain;
use crate::load::findings::{Findings, Target};
use crate::load::ids::Ids;
use crate::load::limits;
use crate::load::problem::{Form, ProblemKind};
use crate::load::raw::library as raw;
use crate::load::sheet::Sheet;

/// The entries of `sources.json`.
pub(in crate::load) fn sources(sheet: &mut Sheet) -> Result<Vec<Source>, LoadErrorKind> {
    let findings = &mut sheet.findings;
    let raw: raw::Sources =
        explain::read(&mut sheet.root, &At::Root, findings).ok_or(LoadErrorKind::Broken)?;
    schema(raw.schema.as_deref(), "../schema/sources.json", findings);
    let mut ids = Ids::default();
    Ok(each(raw.sources, &At::Root.key("sources"), findings, |raw, at, findings| {
        let source = source(raw, at, findings)?;
        is_new(&mut ids, &source.id, at, findings).then_some(source)
    }))
}

fn source(raw: raw::Source, at: &At<'_>, findings: &mut Findings) -> Option<Source> {
    let id = findings.slug(&raw.id, &at.key("id"))?;
    findings.refer(at, Target::Status(id.clone()));
    let mut replaced_by = Vec::new();
    let places = at.key("replaced_by");
    for (index, other) in raw.replaced_by.unwrap_or_default().iter().take(limits::ITEMS).enumerate() {
        let at = places.index(index);
        if let Some(other) = findings.slug(other, &at) {
            findings.refer(&at, Target::Source(other.clone()));
            replaced_by.push(other);
        }
    }
    Some(Source {
        id,
        kind: raw.kind,
        number: findings.plain_option(raw.number, &at.key("number")),
        title: findings.plain(&raw.title, &at.key("title")),
        issuer: findings.plain_option(raw.issuer, &at.key("issuer")),
        issued: findings.date(raw.issued, &at.key("issued")),
        effective: findings.date(raw.effective, &at.key("effective")),
        status: raw.status,
        replaced_by,
        checked_on: findings.date(raw.checked_on, &at.key("checked_on")),
        confidence: raw.confidence,
        taught_2018: raw.taught_2018.unwrap_or_default(),
        url: raw.url.and_then(|url| web_address(url, &at.key("url"), findings)),
        note: findings.plain_option(raw.note, &at.key("note")),
    })
}

/// Opened in a browser after a click, so nothing but the web will do.
fn web_address(url: String, at: &At<'_>, findings: &mut Findings) -> Option<String> {
    let good = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control());
    if !good {
        findings.error(at, ProblemKind::Malformed { what: Form::WebAddress, text: url.clone() });
    }
    good.then_some(url)
}

/// The entries of `glossary.json`.
pub(in crate::load) fn glossary(sheet: &mut Sheet) -> Result<Vec<Term>, LoadErrorKind> {
    let findings = &mut sheet.findings;
    let raw: raw::Glossary =
        explain::read(&mut sheet.root, &At::Root, findings).ok_or(LoadErrorKind::Broken)?;
    schema(raw.schema.as_deref(), "../schema/glossary.json", findings);
    let mut ids = Ids::default();
    Ok(each(raw.terms, &At::Root.key("terms"), findings, |raw, at, findings| {
        let term = term(raw, at, findings)?;
        is_new(&mut ids, &term.id, at, findings).then_some(term)
    }))
}

fn term(raw: raw::Term, at: &At<'_>, findings: &mut Findings) -> Option<Term> {
    let aliases = at.key("aliases");
    let given = findings.few(raw.aliases.unwrap_or_default(), limits::ITEMS, &aliases);
    Some(Term {
        id: findings.slug(&raw.id, &at.key("id"))?,
        term: findings.plain(&raw.term, &at.key("term")),
        aliases: given
            .iter()
            .enumerate()
            .map(|(i, alias)| findings.plain(alias, &aliases.index(i)))
            .collect(),
        definition: findings.words(&raw.definition, &at.key("definition")),
        cite: findings.cites(raw.cite.unwrap_or_default(), &at.key("cite")),
    })
}

/// Notes an id that stands twice; the first entry holds.
fn is_new(ids: &mut Ids, id: &crate::content::Slug, at: &At<'_>, findings: &mut Findings) -> bool {
    let new = ids.take(id);
    if !new {
        findings.error(&at.key("id"), ProblemKind::DuplicateId { id: id.to_string() });
    }
    new
}
