//! What to do if one disagrees with a check: its level, or a waiver, as lines to copy.

use crate::commands::explain::Known;
use crate::commands::shared::layout::{hanging, indented};
use crate::say;

/// The lines that change a check's level or waive it; `stays` if an error of it stays one.
pub(super) fn lines(name: &str, stays: bool, is_syntax: bool, known: &Known) -> String {
    let language = known.language;
    let heading = say!(language, fr: "  Sinon      ", en: "  Or else    ");
    let level = say!(language,
        fr: "régler autrement, pour tout le réseau, dans `apes.toml` (error, warning, note ou \
            off)\u{a0}:",
        en: "set another level, for the whole network, in `apes.toml` (error, warning, note or \
            off):");
    let reason = say!(language, fr: "pourquoi, en une phrase", en: "why, in a sentence");
    let setting = format!("[checks]\n{name} = {{ level = \"note\", because = \"{reason}\" }}");
    let mut text = hanging(&heading, &level, known.columns) + "\n" + &indented(&setting);
    if stays {
        let sentence = say!(language,
            fr: "une faute qui empêche de lire un fichier reste une erreur, quoi qu'on règle.",
            en: "a fault that keeps a file from being read stays an error, whatever is set.");
        text += &("\n".to_owned() + &hanging(&" ".repeat(13), &sentence, known.columns));
    }
    if is_syntax {
        return text;
    }
    let waiver = say!(language,
        fr: "en dispenser une fiche, pour un temps, à la fin de cette fiche\u{a0}:",
        en: "waive it for one record, for a time, at the end of that record:");
    let until = known.year + 1;
    let body = say!(language, fr: "Bureau", en: "Board");
    let lines = format!(
        "[[waivers]]\ncheck = \"{name}\"\nbecause = \"{reason}\"\nby = \"{body}\"\nuntil = {until}"
    );
    let indent = " ".repeat(heading.chars().count());
    text + "\n" + &hanging(&indent, &waiver, known.columns) + "\n" + &indented(&lines)
}
