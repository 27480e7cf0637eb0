//! `another-format`: a file pasted from elsewhere: JSON, a web page, a table of a spreadsheet.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::Hint;
use crate::documents::{Reading, Syntax};
use crate::language::Bilingual;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "another-format", Error,
        fr: "la fin du nom d'un fichier dit comment le lire",
        en: "the end of a file's name says how to read it"),
    diagnose: |_| None,
};

/// Tells it of the whole file, before any parser stumbles over each of its lines.
#[must_use]
pub fn look(reading: &Reading) -> Option<Finding> {
    let mut lines = reading
        .text()
        .lines()
        .filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    let what = pasted(
        first.trim(),
        lines.next().unwrap_or_default().trim(),
        reading.syntax,
    )?;
    let start = first.as_ptr() as usize - reading.text().as_ptr() as usize;
    let (language, name) = (reading.language, reading.syntax.name());
    let what = what.get(language);
    let sentence = say!(language, fr: "ce fichier contient {what}, non du {name}", en: "this file \
        holds {what}, not {name}");
    let help = match reading.syntax {
        Syntax::Toml => say!(language,
            fr: "écrire une clé par ligne, comme `name = \"…\"`, puis une liste entre crochets, un \
                titre `[partners]`",
            en: "write one key a line, like `name = \"…\"`, then a list in brackets, a heading \
                `[partners]`"),
        Syntax::Yaml => say!(language,
            fr: "écrire une clé par ligne, comme `name: …`, et chaque élément d'une liste derrière \
                un tiret",
            en: "write one key a line, like `name: …`, and each item of a list behind a dash"),
    };
    let span = Span::new(start, start + first.trim_end().len());
    Some(reading.finding(&HINT.rule, span, sentence).help(help))
}

fn pasted(first: &str, second: &str, syntax: Syntax) -> Option<Bilingual> {
    let after = |sign: char| first.strip_prefix(sign).map(str::trim_start);
    if syntax == Syntax::Toml
        && let Some(rest) = after('{').or_else(|| after('[').filter(|rest| rest.starts_with('{')))
        && (rest.is_empty() || rest.starts_with(['"', '{']))
    {
        return Some(Bilingual {
            fr: "du JSON",
            en: "JSON",
        });
    }
    if after('<').is_some_and(|rest| {
        rest.starts_with(|sign: char| sign.is_alphabetic() || "!?".contains(sign))
    }) {
        return Some(Bilingual {
            fr: "une page du web ou du XML",
            en: "a web page or XML",
        });
    }
    let plain = |line: &str| {
        !line.contains(['=', '#', '"']) && !line.contains(": ") && !line.ends_with(':')
    };
    let columns = |sign: char, least: usize| {
        let count = first.matches(sign).count();
        count >= least && second.matches(sign).count() == count
    };
    let table = columns(';', 1) || columns('\t', 1) || columns(',', 2);
    let listed = first.starts_with(['-', '[', '{']);
    (plain(first) && plain(second) && table && !listed).then_some(Bilingual {
        fr: "un tableau de tableur (CSV)",
        en: "a table of a spreadsheet (CSV)",
    })
}
