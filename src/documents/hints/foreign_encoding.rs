//! `foreign-encoding`: a file that was not saved as UTF-8.

use crate::diagnostic::Finding;
use crate::documents::Reading;
use crate::documents::hints::hint::Hint;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "foreign-encoding", Error,
        fr: "les fiches sont en UTF-8, pour que chaque accent se lise de la même façon sur \
            toutes les machines",
        en: "records are in UTF-8, so that every accent reads the same on every machine"),
    diagnose: |_| None,
};

/// Looks whether the text had to be guessed from its bytes.
#[must_use]
pub fn look(reading: &Reading) -> Option<Finding> {
    let foreign = reading.source.foreign?;
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
                en: "read as `{character}`, taking the file for {encoding}"))
            .help(say!(language,
                fr: "dans l'éditeur, choisir « Enregistrer avec l'encodage UTF-8 », puis relire \
                    les accents",
                en: "in the editor, choose “Save with encoding UTF-8”, then look over the accents")),
    )
}
