//! The topics of `apes help`, with the facts that the manual tells too.

use crate::commands::shared::naming::is_other_name;
use crate::language::Bilingual;

/// A topic of the help that is not a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicKind {
    /// The first steps.
    Begin,
    /// Where each file goes.
    Files,
    /// The reports.
    Reports,
    /// The formats of outputs.
    Formats,
    /// How dates and years are written, in records and on the command line.
    Dates,
    /// French names of commands and reports.
    Names,
    /// Exit codes.
    Codes,
    /// Variables of the environment.
    Environment,
    /// Editors that complete and check records while they are typed.
    Editors,
}

/// A topic with its names.
pub struct Topic {
    /// Which one.
    pub kind: TopicKind,
    /// Its name in each language; both are understood in both.
    pub name: Bilingual,
    /// Other words for it.
    pub words: &'static [&'static str],
    /// What it tells, in one line.
    pub about: Bilingual,
}

/// All topics, in order.
#[rustfmt::skip] // A topic a few lines can be read as the table that it is.
pub const TOPICS: &[Topic] = &[
    Topic {
        kind: TopicKind::Begin,
        name: Bilingual { fr: "commencer", en: "begin" },
        words: &["start", "début", "débuter", "getting started"],
        about: Bilingual { fr: "les premiers pas", en: "the first steps" },
    },
    Topic {
        kind: TopicKind::Files,
        name: Bilingual { fr: "fichiers", en: "files" },
        words: &["fichier", "file", "dossiers", "folders", "layout"],
        about: Bilingual { fr: "où se range chaque fichier", en: "where each file goes" },
    },
    Topic {
        kind: TopicKind::Reports,
        name: Bilingual { fr: "rapports", en: "reports" },
        words: &[],
        about: Bilingual { fr: "les rapports, une ligne chacun", en: "the reports, one line each" },
    },
    Topic {
        kind: TopicKind::Formats,
        name: Bilingual { fr: "formats", en: "formats" },
        words: &["extensions", "output", "sortie"],
        about: Bilingual {
            fr: "les formats dans lesquels un rapport s'écrit",
            en: "the formats in which a report is written",
        },
    },
    Topic {
        kind: TopicKind::Dates,
        name: Bilingual { fr: "dates", en: "dates" },
        words: &["date", "années", "years", "périodes", "periods"],
        about: Bilingual {
            fr: "comment s'écrivent les jours, les mois et les années",
            en: "how days, months and years are written",
        },
    },
    Topic {
        kind: TopicKind::Names,
        name: Bilingual { fr: "noms", en: "names" },
        words: &["français", "french", "alias", "aliases"],
        about: Bilingual {
            fr: "les noms français des commandes et des rapports",
            en: "the French names of commands and reports",
        },
    },
    Topic {
        kind: TopicKind::Codes,
        name: Bilingual { fr: "codes-de-sortie", en: "exit-codes" },
        words: &["code de sortie", "exit code", "exit", "status", "retour"],
        about: Bilingual {
            fr: "ce que le programme répond à la machine\u{a0}: 0, 1 ou 2",
            en: "what the program answers to the machine: 0, 1 or 2",
        },
    },
    Topic {
        kind: TopicKind::Environment,
        name: Bilingual { fr: "environnement", en: "environment" },
        words: &["variables", "env"],
        about: Bilingual {
            fr: "les variables d'environnement qui comptent",
            en: "the variables of the environment that count",
        },
    },
    Topic {
        kind: TopicKind::Editors,
        name: Bilingual { fr: "éditeurs", en: "editors" },
        words: &["éditeur", "editor", "vscode", "vs code", "completion"],
        about: Bilingual {
            fr: "des éditeurs qui complètent et vérifient les fiches à la frappe",
            en: "editors that complete and check records while they are typed",
        },
    },
];

/// The topic that a name, in either language, or another word stands for.
#[must_use]
pub fn topic_called(name: &str) -> Option<&'static Topic> {
    let typed = name.to_lowercase();
    TOPICS.iter().find(|topic| {
        is_other_name(&[topic.name.fr, topic.name.en], &typed) || is_other_name(topic.words, &typed)
    })
}

/// What each exit code means.
pub const EXIT_CODES: [(&str, Bilingual); 3] = [
    (
        "0",
        Bilingual {
            fr: "tout va bien",
            en: "all is well",
        },
    ),
    (
        "1",
        Bilingual {
            fr: "il y a au moins une erreur\u{202f}; avec `--deny warnings`, au moins un \
                avertissement",
            en: "there is at least one error; with `--deny warnings`, at least one warning",
        },
    ),
    (
        "2",
        Bilingual {
            fr: "la commande n'a pas pu travailler",
            en: "the command could not run",
        },
    ),
];

/// What each variable of the environment does.
pub const ENVIRONMENT: [(&str, Bilingual); 4] = [
    (
        "LC_ALL, LC_MESSAGES, LANG",
        Bilingual {
            fr: "la langue, quand ni `--lang` ni `apes.toml` ne la donnent",
            en: "the language, where neither `--lang` nor `apes.toml` gives it",
        },
    ),
    (
        "NO_COLOR",
        Bilingual {
            fr: "pas de couleur",
            en: "no colour",
        },
    ),
    (
        "COLUMNS",
        Bilingual {
            fr: "la largeur du texte\u{202f}; 100 hors d'un terminal",
            en: "width of the text; 100 outside a terminal",
        },
    ),
    (
        "SOURCE_DATE_EPOCH",
        Bilingual {
            fr: "la date du jour, pour refaire un rapport à l'identique",
            en: "today's date, to make a report again to the byte",
        },
    ),
];
