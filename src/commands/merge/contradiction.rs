//! Where two records say different things, and whose word is kept.

use anyhow::{Result, bail};

use crate::commands::merge::pair::Pair;
use crate::commands::shared::asking::{ask, is_at_terminal};
use crate::commands::shared::changing::key_route;
use crate::commands::shared::command::eprint;
use crate::commands::shared::record_kind::RecordKind;
use crate::diagnostic::Route;
use crate::documents::Syntax;
use crate::edits::{Change, NewValue};
use crate::language::Language;
use crate::renderers::safe;
use crate::route;
use crate::say;
use crate::sources::Cut;

/// One of two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    A,
    B,
}

/// A key for which two records have different values; `None` where one has none, which says that
/// something is still so.
pub struct Contradiction {
    /// The key.
    pub route: Route,
    /// The value of A.
    pub a: Option<NewValue>,
    /// The value of B.
    pub b: Option<NewValue>,
}

impl Contradiction {
    /// Whether it is about the name: that of B becomes an alias.
    pub fn is_name(&self) -> bool {
        self.route == route!["name"]
    }
}

/// Choices made on the command line.
pub struct Takes(Vec<(Side, Route)>);

impl Takes {
    /// Parses pairs of a side and a key.
    pub fn parse(typed: &[String], a: &str, b: &str, language: Language) -> Result<Self> {
        let mut takes = Vec::new();
        for pair in typed.chunks(2) {
            let [side, key] = pair else { continue };
            let side = match side.as_str() {
                "A" | "a" => Side::A,
                "B" | "b" => Side::B,
                id if id == a => Side::A,
                id if id == b => Side::B,
                other => {
                    let other = safe::line(other);
                    bail!(say!(language,
                        fr: "`--take {other}`\u{a0}: écrire A ou B, puis la clé",
                        en: "`--take {other}`: write A or B, then the key"))
                }
            };
            takes.push((side, key_route(key)));
        }
        Ok(Self(takes))
    }

    fn side(&self, route: &Route) -> Option<Side> {
        let found = self.0.iter().find(|(_, key)| route.0.starts_with(&key.0));
        found.map(|(side, _)| *side)
    }
}

/// The changes of A by the choices made; all contradictions that are left open are an error.
pub fn resolve(
    contradictions: &[Contradiction],
    takes: &Takes,
    pair: &Pair,
    language: Language,
) -> Result<Vec<Change>> {
    let (mut changes, mut open) = (Vec::new(), Vec::new());
    for found in contradictions {
        let side = match takes.side(&key_of(found, pair)) {
            Some(side) => Some(side),
            None => asked(found, pair, language)?,
        };
        match (side, &found.b) {
            (Some(Side::A), _) => {}
            (Some(Side::B), Some(value)) => {
                changes.push(Change::Set(found.route.clone(), value.clone()));
            }
            (Some(Side::B), None) => changes.push(Change::Remove(found.route.clone())),
            (None, _) => open.push(described(found, pair, language)),
        }
    }
    if open.is_empty() {
        return Ok(changes);
    }
    let open = open.join("\n  ");
    eprint(&say!(language,
        fr: "les deux fiches se contredisent\u{a0}:\n  {open}",
        en: "the two records contradict each other:\n  {open}"));
    bail!(say!(language,
        fr: "choisir avec `--take A CLÉ` ou `--take B CLÉ`\u{202f}; rien n'a été écrit",
        en: "choose by `--take A KEY` or `--take B KEY`; nothing was written"))
}

/// The key as people name it: a source has its keys below its id.
fn key_of(found: &Contradiction, pair: &Pair) -> Route {
    let above = usize::from(pair.kind == RecordKind::Source);
    Route(found.route.0.behind(above).to_vec())
}

fn asked(found: &Contradiction, pair: &Pair, language: Language) -> Result<Option<Side>> {
    if !is_at_terminal() {
        return Ok(None);
    }
    let described = described(found, pair, language);
    let question = say!(language,
        fr: "{described}\u{202f}; garder A ou B\u{202f}?",
        en: "{described}; keep A or B?");
    Ok(match ask(&question, None, language)?.as_deref() {
        Some("A" | "a") => Some(Side::A),
        Some("B" | "b") => Some(Side::B),
        _ => None,
    })
}

/// What the two say, in one line.
fn described(found: &Contradiction, pair: &Pair, language: Language) -> String {
    let route = key_of(found, pair);
    let (a, b) = (
        shown(found.a.as_ref(), language),
        shown(found.b.as_ref(), language),
    );
    let (id_a, id_b) = (safe::line(pair.a), safe::line(pair.b));
    say!(language,
        fr: "`{route}`\u{a0}: {a} dans A (`{id_a}`), {b} dans B (`{id_b}`)",
        en: "`{route}`: {a} in A (`{id_a}`), {b} in B (`{id_b}`)")
}

fn shown(value: Option<&NewValue>, language: Language) -> String {
    match value {
        Some(value) => safe::line(&value.written(Syntax::Toml)),
        None => say!(language, fr: "rien", en: "nothing"),
    }
}
