//! The texts of the topics of `apes help`.

use crate::commands::shared::layout::{entry, hanging};
use crate::commands::shared::naming::{REPORT_NAMES, VERB_NAMES};
use crate::commands::shared::report_list::report_list;
use crate::commands::shared::topics::{ENVIRONMENT, EXIT_CODES, Topic, TopicKind};
use crate::language::{Bilingual, Language};
use crate::renderers::format::FORMATS;

/// The text of a topic.
pub(super) fn text(topic: &Topic, columns: usize, language: Language) -> String {
    let table = |rows: &[(&str, Bilingual)]| rows_as_text(rows, columns, language);
    let body = match topic.kind {
        TopicKind::Begin => table(&BEGIN),
        TopicKind::Files => table(&FILES),
        TopicKind::Reports => report_list(columns, language),
        TopicKind::Formats => formats(columns, language),
        TopicKind::Dates => table(&DATES),
        TopicKind::Names => names(columns),
        TopicKind::Codes => table(&EXIT_CODES),
        TopicKind::Environment => table(&ENVIRONMENT),
        TopicKind::Editors => table(&EDITORS),
    };
    let heading = topic.about.get(language);
    format!("{}\n{body}", hanging("", &capitalised(heading), columns))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Rows of a word and its meaning, the words in a column as wide as the longest.
fn rows_as_text(rows: &[(&str, Bilingual)], columns: usize, language: Language) -> String {
    let width = rows.iter().map(|(word, _)| word.chars().count()).max();
    let width = width.unwrap_or_default();
    rows.iter()
        .map(|(word, meaning)| {
            entry(
                &format!("  {word:width$}  "),
                meaning.get(language),
                columns,
            )
        })
        .collect()
}

fn formats(columns: usize, language: Language) -> String {
    let rows: Vec<(&str, Bilingual)> = FORMATS
        .iter()
        .map(|format| (format.name, format.about))
        .collect();
    rows_as_text(&rows, columns, language)
}

/// The French names of verbs and reports.
fn names(columns: usize) -> String {
    let verbs = VERB_NAMES
        .iter()
        .map(|names| (names.verb.to_owned(), names.french));
    let reports = REPORT_NAMES
        .iter()
        .map(|names| (format!("report {}", names.report), names.french));
    verbs
        .chain(reports)
        .filter(|(_, french)| !french.is_empty())
        .map(|(name, french)| entry(&format!("  {name:16}  "), &french.join(", "), columns))
        .collect()
}

const BEGIN: [(&str, Bilingual); 6] = [
    (
        "apes demo -o essai",
        Bilingual {
            fr: "écrit un réseau fictif, pour voir",
            en: "writes an invented network, to have a look",
        },
    ),
    (
        "apes help files",
        Bilingual {
            fr: "dit où se rangent les fiches du vôtre",
            en: "tells where the records of your own go",
        },
    ),
    (
        "apes explain actor",
        Bilingual {
            fr: "énumère les clés de la fiche d'un acteur\u{202f}; de même `territory`, `dynamic`, \
                `published`",
            en: "lists the keys of an actor's record; likewise `territory`, `dynamic`, \
                `published`",
        },
    ),
    (
        "apes validate",
        Bilingual {
            fr: "vérifie tout, et dit comment corriger",
            en: "checks everything, and tells how to correct it",
        },
    ),
    (
        "apes fix --dry-run",
        Bilingual {
            fr: "montre ce qui se corrige tout seul",
            en: "shows what can be corrected by itself",
        },
    ),
    (
        "apes report map",
        Bilingual {
            fr: "dessine la carte",
            en: "draws the map",
        },
    ),
];

const FILES: [(&str, Bilingual); 9] = [
    (
        "apes.toml",
        Bilingual {
            fr: "le nom du réseau, sa langue, ses réglages",
            en: "the name of the network, its language, its settings",
        },
    ),
    (
        "territories/T/territory.toml",
        Bilingual {
            fr: "le territoire T\u{202f}; le nom de son dossier est son identifiant",
            en: "the territory T; the name of its folder is its id",
        },
    ),
    (
        "territories/T/actors/A.toml",
        Bilingual {
            fr: "l'acteur A, établi sur le territoire T",
            en: "the actor A, based in the territory T",
        },
    ),
    (
        "territories/T/dynamics/D.toml",
        Bilingual {
            fr: "la dynamique D du territoire T",
            en: "the dynamic D of the territory T",
        },
    ),
    (
        "territories/T/published/P.toml",
        Bilingual {
            fr: "des chiffres publiés sur le territoire T",
            en: "figures published about the territory T",
        },
    ),
    (
        "territories/T/texts/2024/N.md",
        Bilingual {
            fr: "un texte pour les rapports de 2024",
            en: "a text for the reports of 2024",
        },
    ),
    (
        "territories/sources.toml",
        Bilingual {
            fr: "les sources que plusieurs fiches citent",
            en: "the sources that several records cite",
        },
    ),
    (
        "schemas/vocabulary.toml",
        Bilingual {
            fr: "les mots du réseau, s'il en a d'autres que ceux de l'Apes",
            en: "the words of the network, if it has other ones than Apes",
        },
    ),
    (
        "schemas/charter.toml",
        Bilingual {
            fr: "sa charte, si elle n'est pas celle de l'Apes",
            en: "its charter, if it is not that of Apes",
        },
    ),
];

const DATES: [(&str, Bilingual); 6] = [
    (
        "2024",
        Bilingual {
            fr: "une année, sans guillemets",
            en: "a year, without quotes",
        },
    ),
    (
        "\"2024-11\"",
        Bilingual {
            fr: "un mois, entre guillemets",
            en: "a month, in quotes",
        },
    ),
    (
        "2024-11-30",
        Bilingual {
            fr: "un jour",
            en: "a day",
        },
    ),
    (
        "--year 2020",
        Bilingual {
            fr: "ce qui était vrai cette année-là",
            en: "what was true in that year",
        },
    ),
    (
        "--years 2016..2025",
        Bilingual {
            fr: "plusieurs années, bornes comprises",
            en: "several years, both ends included",
        },
    ),
    (
        "--at 2020-12-31",
        Bilingual {
            fr: "ce qui était vrai ce jour-là",
            en: "what was true on that day",
        },
    ),
];

const EDITORS: [(&str, Bilingual); 4] = [
    (
        "apes schema --write",
        Bilingual {
            fr: "écrit dans `schemas/editor/` un schéma par type de fiche, avec les mots du \
                réseau, et dit lesquels vont avec quels fichiers (`.taplo.toml` pour le TOML, \
                `.vscode/settings.json` pour le YAML)",
            en: "writes a schema for each kind of record into `schemas/editor/`, with the words of \
                the network, and which of them go with which files (`.taplo.toml` for TOML, \
                `.vscode/settings.json` for YAML)",
        },
    ),
    (
        "VS Code, VSCodium",
        Bilingual {
            fr: "installer Even Better TOML, et YAML de Red Hat pour des fiches en YAML",
            en: "install Even Better TOML, and YAML by Red Hat for records in YAML",
        },
    ),
    (
        "Helix, Neovim, Zed",
        Bilingual {
            fr: "installer taplo, et yaml-language-server pour des fiches en YAML",
            en: "install taplo, and yaml-language-server for records in YAML",
        },
    ),
    (
        "#:schema CHEMIN",
        Bilingual {
            fr: "en première ligne d'un TOML, nomme le schéma de ce seul fichier\u{202f}; \
                en YAML\u{a0}: `# yaml-language-server: $schema=CHEMIN`",
            en: "in the first line of a record in TOML, names the schema of this file alone; in \
                YAML: `# yaml-language-server: $schema=PATH`",
        },
    ),
];
