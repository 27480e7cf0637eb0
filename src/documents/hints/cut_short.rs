//! `cut-short`: a file that ends in zero bytes, since its saving was interrupted.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "cut-short", Error,
        fr: "ce qui suivait est perdu, et ne se retrouve que dans le dépôt ou dans une sauvegarde",
        en: "what followed is lost, and is only found in the repository or in a backup"),
    diagnose: |_| None,
};

/// Zero bytes at the end of a text that are not taken for a slip of the hand.
const LEAST: usize = 2;

/// Reports zero bytes at the end of a text, which a crash leaves where the rest was to be written.
#[must_use]
pub fn scan(reading: &Reading) -> Option<Finding> {
    let text = reading.text();
    let written = text.trim_end_matches('\0').len();
    if text.len() - written < LEAST {
        return None;
    }
    let language = reading.language;
    // Zero bytes cannot be shown: the last line that is whole can.
    let last = text.before(written).trim_end();
    let line = reading.source.line_span(last.len());
    let shown = Span::new(line.start, last.len().max(line.start));
    let (sentence, label) = if last.is_empty() {
        (
            say!(language,
                fr: "ce fichier est fait d'octets nuls\u{a0}: son contenu est perdu",
                en: "this file is made of zero bytes: its content is lost"),
            String::new(),
        )
    } else {
        (
            say!(language,
                fr: "ce fichier finit par des octets nuls\u{a0}: son enregistrement a été \
                    interrompu",
                en: "this file ends in zero bytes: saving it was interrupted"),
            say!(language, fr: "rien de lisible après ceci", en: "nothing readable after this"),
        )
    };
    Some(
        reading
            .finding(&HINT.rule, shown, sentence)
            .label(label)
            .help(say!(language,
                fr: "reprendre la dernière version dans git (`git restore`), ou dans une \
                    sauvegarde",
                en: "take the last version back from git (`git restore`), or from a backup")),
    )
}
