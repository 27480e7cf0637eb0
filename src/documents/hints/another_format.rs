//! `another-format`: a file pasted from elsewhere: JSON, a web page, a table of a spreadsheet.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::documents::syntax::Syntax;
use crate::language::Bilingual;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "another-format", Error,
        fr: "l'extension d'un fichier indique comment le lire",
        en: "the extension of a file says how to read it"),
    diagnose: |_| None,
};

/// Looks at the first two lines, so that a parser does not report each line of the file.
#[must_use]
pub fn scan(reading: &Reading) -> Option<Finding> {
    let mut lines = reading
        .text()
        .lines()
        .filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    let format = format(
        first.trim(),
        lines.next().unwrap_or_default().trim(),
        reading.syntax,
    )?;
    let start = first.as_ptr() as usize - reading.text().as_ptr() as usize;
    let (language, name) = (reading.language, reading.syntax.name());
    let format = format.get(language);
    let sentence = say!(language,
        fr: "ce fichier contient {format}, et non du {name}",
        en: "this file contains {format}, not {name}");
    let help = match reading.syntax {
        Syntax::Toml => say!(language,
            fr: "écrire une clé par ligne, comme `name = \"…\"`, les listes entre crochets, et les \
                tableaux sous un titre comme `[partners]`",
            en: "write one key per line, like `name = \"…\"`, lists in brackets, and tables under \
                a heading like `[partners]`"),
        Syntax::Yaml => say!(language,
            fr: "écrire une clé par ligne, comme `name: …`, et chaque élément d'une liste après \
                un tiret",
            en: "write one key per line, like `name: …`, and each item of a list after a dash"),
    };
    let span = Span::new(start, start + first.trim_end().len());
    Some(reading.finding(&HINT.rule, span, sentence).help(help))
}

/// The format that the first two lines announce; `None` for TOML and YAML.
fn format(first: &str, second: &str, syntax: Syntax) -> Option<Bilingual> {
    if syntax == Syntax::Toml && is_json(first) {
        Some(Bilingual {
            fr: "du JSON",
            en: "JSON",
        })
    } else if is_markup(first) {
        Some(Bilingual {
            fr: "une page web ou du XML",
            en: "a web page or XML",
        })
    } else if is_spreadsheet(first, second, syntax) {
        Some(Bilingual {
            fr: "un tableau de tableur (CSV)",
            en: "a spreadsheet table (CSV)",
        })
    } else {
        None
    }
}

/// `{`, `{ "` or `[{`. YAML may begin so too.
fn is_json(first: &str) -> bool {
    let object = first.strip_prefix('{').or_else(|| {
        first
            .strip_prefix('[')
            .filter(|rest| rest.trim_start().starts_with('{'))
    });
    object
        .map(str::trim_start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['"', '{']))
}

/// `<html`, `<!DOCTYPE` or `<?xml`.
fn is_markup(first: &str) -> bool {
    first.strip_prefix('<').is_some_and(|rest| {
        rest.trim_start()
            .starts_with(|sign: char| sign.is_alphabetic() || "!?".contains(sign))
    })
}

/// Two lines with the same number of separators and without the signs of a record.
fn is_spreadsheet(first: &str, second: &str, syntax: Syntax) -> bool {
    [(';', 1), ('\t', 1), (',', 2)]
        .into_iter()
        .any(|(separator, least)| {
            let count = first.matches(separator).count();
            count >= least && second.matches(separator).count() == count
        })
        && !first.starts_with(['-', '[', '{'])
        && [first, second]
            .iter()
            .all(|line| !line.contains(['=', '#', '"']) && !has_key(line, syntax))
}

/// Whether a line has a colon with nothing or a blank behind it. YAML takes a tab for a blank
/// there; of a table, only a heading of several words has one.
fn has_key(line: &str, syntax: Syntax) -> bool {
    let is_followed = match syntax {
        Syntax::Toml => line.contains(": "),
        Syntax::Yaml => line.contains(": ") || line.contains(":\t"),
    };
    is_followed || line.ends_with(':')
}
