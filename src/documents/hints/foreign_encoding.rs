//! `foreign-encoding`: a file that was not saved as UTF-8.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "foreign-encoding", Error,
        fr: "les fiches sont en UTF-8, pour que chaque accent se lise de la même façon sur \
            toutes les machines",
        en: "records are in UTF-8, so that accents are the same on every machine"),
    diagnose: |_| None,
};

/// Reports a file that is no text, such as a picture or a workbook under the name of a record.
fn no_text(reading: &Reading) -> Finding {
    let language = reading.language;
    let sentence = say!(language,
        fr: "ce fichier n'est pas un texte\u{a0}: une image, un classeur\u{202f}?",
        en: "this file is not a text: a picture, a workbook?");
    reading
        .finding(&HINT.rule, Span::at(0), sentence)
        .help(say!(language,
            fr: "le garder hors de `territories/`\u{202f}; d'un classeur, reporter chaque ligne \
                dans une fiche",
            en: "keep it outside `territories/`; of a workbook, bring each row into a record"))
}

/// Reports a text whose encoding was guessed.
#[must_use]
pub fn scan(reading: &Reading) -> Option<Finding> {
    let foreign = reading.source.foreign?;
    if reading.text().contains('\0') {
        return Some(no_text(reading));
    }
    let (language, encoding) = (reading.language, foreign.encoding);
    let (line, column) = reading.source.line_column(foreign.span.start);
    let character = reading.source.slice(foreign.span).trim();
    Some(
        reading
            .finding(
                &HINT.rule,
                foreign.span,
                say!(language,
                    fr: "ce fichier n'est pas enregistré en UTF-8 (ligne {line}, colonne {column})",
                    en: "this file is not saved as UTF-8 (line {line}, column {column})"),
            )
            .label(say!(language,
                fr: "lu `{character}`, en supposant que le fichier est en {encoding}",
                en: "read as `{character}`, assuming that the file is in {encoding}"))
            .help(say!(language,
                fr: "dans l'éditeur, choisir « Enregistrer avec l'encodage UTF-8 », puis relire \
                    les accents",
                en: "in the editor, choose “Save with encoding UTF-8”, then check the accents")),
    )
}
