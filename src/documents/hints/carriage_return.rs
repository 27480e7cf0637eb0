//! `carriage-return`: lines of TOML that end in a carriage return alone, as on old Macs.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::documents::syntax::Syntax;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "carriage-return", Error,
        fr: "TOML finit ses lignes par LF ou CRLF\u{202f}; un retour chariot seul ne passe pas à \
            la ligne",
        en: "TOML ends its lines with LF or CRLF; a carriage return alone does not begin a new \
            line"),
    diagnose: |_| None,
};

/// Line ends that an edit replaces; a file with more is better saved anew.
const MOST: usize = 1_000;

/// Reports the carriage returns of a text that could not be read; `None` if each is followed by a
/// line feed, and in YAML, where they end lines too.
#[must_use]
pub fn scan(reading: &Reading) -> Option<Finding> {
    if reading.syntax == Syntax::Yaml {
        return None;
    }
    let text = reading.text();
    let alone: Vec<usize> = text
        .match_indices('\r')
        .map(|(index, _)| index)
        .filter(|index| !text.behind(index + 1).starts_with('\n'))
        .collect();
    let first = *alone.first()?;
    let language = reading.language;
    let line = text
        .before(first)
        .rfind(['\n', '\r'])
        .map_or(0, |end| end + 1);
    let finding = reading
        .finding(
            &HINT.rule,
            Span::new(line, first),
            say!(language,
                fr: "les lignes de ce fichier finissent par un retour chariot seul",
                en: "lines of this file end in a carriage return alone"),
        )
        .label(say!(language,
            fr: "la ligne finit ici, mais TOML ne le voit pas",
            en: "the line ends here, but TOML does not see it"))
        .help(say!(language,
            fr: "dans l'éditeur, choisir les fins de ligne LF ou CRLF, puis enregistrer",
            en: "in the editor, choose line ends LF or CRLF, then save"));
    if alone.len() > MOST {
        return Some(finding);
    }
    Some(alone.iter().fold(finding, |finding, index| {
        let place = reading.place(Span::new(*index, index + 1));
        finding.edit(place, Writing::Raw("\n".to_owned()))
    }))
}
