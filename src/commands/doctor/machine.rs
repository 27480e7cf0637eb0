//! What `apes doctor` tells of the program and of the machine.

use crate::commands::doctor::Line;
use crate::commands::shared::command::{CharacterSet, RunContext};
use crate::language::Language;
use crate::say;

/// The features of the program that a build may lack.
const FEATURES: [(&str, bool); 3] = [
    ("history", cfg!(feature = "history")),
    ("png", cfg!(feature = "png")),
    ("pdf", cfg!(feature = "pdf")),
];

/// The version of the program, with the features that it has.
pub(super) fn program(language: Language) -> Line {
    let version = env!("CARGO_PKG_VERSION");
    let having: Vec<String> = FEATURES
        .iter()
        .filter(|(_, has)| *has)
        .map(|(name, _)| (*name).to_owned())
        .collect();
    let having = if having.is_empty() {
        "–".to_owned()
    } else {
        language.and(&having)
    };
    Line::fine(
        say!(language, fr: "programme", en: "program"),
        say!(language,
            fr: "apes {version}, avec\u{a0}: {having}",
            en: "apes {version}, with: {having}"),
    )
}

/// Fonts and terminal.
pub(super) fn lines(context: &RunContext, language: Language) -> Vec<Line> {
    vec![fonts(language), terminal(context, language)]
}

/// Pictures and pages, whose fonts the program brings along.
fn fonts(language: Language) -> Line {
    let subject = say!(language, fr: "polices", en: "fonts");
    let missing: Vec<String> = FEATURES
        .iter()
        .filter(|(name, has)| *name != "history" && !has)
        .map(|(name, _)| format!("`--format {name}`"))
        .collect();
    if missing.is_empty() {
        return Line::fine(
            subject,
            say!(language,
                fr: "dans le programme, pour les images PNG et les pages PDF",
                en: "in the program, for PNG pictures and PDF pages"),
        );
    }
    let missing = language.and(&missing);
    Line::hint(
        subject,
        say!(language,
            fr: "cette construction du programme n'a pas {missing}",
            en: "this build of the program lacks {missing}"),
        say!(language,
            fr: "`--format html` s'imprime et s'enregistre en PDF depuis un navigateur\u{202f}; \
                sinon `cargo install --features png,pdf`",
            en: "`--format html` prints and saves as PDF from a browser; or `cargo install \
                --features png,pdf`"),
    )
}

fn terminal(context: &RunContext, language: Language) -> Line {
    let subject = say!(language, fr: "terminal", en: "terminal");
    let columns = context.columns;
    let colour = if context.colour {
        say!(language, fr: "en couleur", en: "in colour")
    } else {
        say!(language, fr: "sans couleur", en: "without colour")
    };
    match context.terminal {
        None => Line::fine(
            subject,
            say!(language,
                fr: "aucun, la sortie va dans un fichier ou à un autre programme\u{a0}: {columns} \
                    colonnes",
                en: "none, output goes to a file or another program: {columns} columns"),
        ),
        Some(CharacterSet::Unicode) => Line::fine(
            subject,
            say!(language,
                    fr: "{columns} colonnes, UTF-8, {colour}",
                    en: "{columns} columns, UTF-8, {colour}"),
        ),
        Some(CharacterSet::Ascii) => Line::hint(
            subject,
            say!(language,
                fr: "{columns} colonnes, ASCII, {colour}",
                en: "{columns} columns, ASCII, {colour}"),
            say!(language,
                fr: "`export LANG=fr_FR.UTF-8` montre les accents et une carte plus fine",
                en: "`export LANG=en_GB.UTF-8` shows accents and a finer map"),
        ),
    }
}
