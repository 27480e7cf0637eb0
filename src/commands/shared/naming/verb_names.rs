//! The table of the verbs: what each is for, its French names, the words that people type for it.

use crate::language::Bilingual;

/// What people want to do with a verb, in the order of `apes help`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To begin.
    Begin,
    /// To write and correct records.
    Write,
    /// To check records.
    Check,
    /// To look records up.
    Find,
    /// To report on them.
    Report,
    /// To know and change the charter.
    Charter,
    /// To know the program.
    Know,
}

impl Purpose {
    /// All purposes, in order, with their headings.
    pub const ALL: [(Self, Bilingual); 7] = [
        (
            Self::Begin,
            Bilingual {
                fr: "Commencer",
                en: "To begin",
            },
        ),
        (
            Self::Write,
            Bilingual {
                fr: "Écrire et corriger des fiches",
                en: "To write and correct records",
            },
        ),
        (
            Self::Check,
            Bilingual {
                fr: "Vérifier",
                en: "To check",
            },
        ),
        (
            Self::Find,
            Bilingual {
                fr: "Retrouver",
                en: "To look up",
            },
        ),
        (
            Self::Report,
            Bilingual {
                fr: "Rendre compte",
                en: "To report",
            },
        ),
        (
            Self::Charter,
            Bilingual {
                fr: "Lire et amender la charte",
                en: "To read and amend the charter",
            },
        ),
        (
            Self::Know,
            Bilingual {
                fr: "Connaître le programme",
                en: "To know the program",
            },
        ),
    ];
}

/// The names of a verb beside its own.
pub struct VerbNames {
    /// The verb by its whole name, as in `charter try`.
    pub verb: &'static str,
    /// What it is for.
    pub purpose: Purpose,
    /// The French names by which it can be called, also without their accents.
    pub french: &'static [&'static str],
    /// Words that are not its name, for which it is suggested.
    pub words: &'static [&'static str],
}

const fn row(
    verb: &'static str,
    purpose: Purpose,
    french: &'static [&'static str],
    words: &'static [&'static str],
) -> VerbNames {
    VerbNames {
        verb,
        purpose,
        french,
        words,
    }
}

/// Every verb, in the order of `apes help`; a test asks for the row of a new one.
#[rustfmt::skip] // A row a line can be read as the table that it is.
pub const VERB_NAMES: &[VerbNames] = &[
    row("init", Purpose::Begin, &["commencer", "initialiser"], &["start", "setup", "begin"]),
    row("migrate", Purpose::Begin, &["migrer"], &["upgrade"]),
    row("demo", Purpose::Begin, &["démo", "démonstration"], &["example", "exemple", "sample"]),
    row("new", Purpose::Write, &["nouveau", "nouvelle"], &["create", "créer"]),
    row("set", Purpose::Write, &["changer", "modifier"],
        &["update", "change", "modify", "définir"]),
    row("add", Purpose::Write, &["ajouter"], &["ajout", "append"]),
    row("rename", Purpose::Write, &["renommer"], &["move", "mv", "déplacer"]),
    row("convert", Purpose::Write, &["convertir"], &["conversion"]),
    row("remove", Purpose::Write, &["supprimer"], &["delete", "rm", "effacer"]),
    row("merge", Purpose::Write, &["fusionner"], &["fusion", "unite"]),
    row("fix", Purpose::Write, &["corriger", "réparer"],
        &["repair", "correct", "mend", "correction", "autofix"]),
    row("fmt", Purpose::Write, &["formater"], &["format", "tidy", "ranger", "mise en forme"]),
    row("validate", Purpose::Check, &["valider", "vérifier"],
        &["check", "lint", "verify", "test", "contrôler", "contrôle", "vérification"]),
    row("explain", Purpose::Check, &["expliquer", "explique"],
        &["why", "pourquoi", "explication", "describe", "define"]),
    row("find", Purpose::Find, &["chercher", "trouver", "rechercher"], &["search", "grep"]),
    row("words", Purpose::Find, &["mots"], &["word"]),
    row("code", Purpose::Find, &[], &["codes", "insee"]),
    row("duplicates", Purpose::Find, &["doublons"], &["double"]),
    row("list", Purpose::Find, &["liste", "lister"], &["ls", "énumérer", "records", "fiches"]),
    row("show", Purpose::Find, &["montre", "montrer", "afficher", "voir"],
        &["view", "cat", "display", "fiche", "record", "consulter"]),
    row("report", Purpose::Report, &["rapport"], &["state", "compte rendu"]),
    row("reconcile", Purpose::Report, &["rapprocher", "réconcilier"],
        &["rapprochement", "reconciliation", "écarts", "published"]),
    row("geography", Purpose::Report, &["géographie"], &["outlines", "contours", "geojson"]),
    row("charter", Purpose::Charter, &["charte"], &["criteria", "critères", "principes"]),
    row("charter test", Purpose::Charter, &["tester"], &["éprouver", "check"]),
    row("charter try", Purpose::Charter, &["essayer"],
        &["essai", "amend", "amender", "amendement"]),
    row("charter compare", Purpose::Charter, &["comparer"], &["diff", "comparaison"]),
    row("help", Purpose::Know, &["aide"], &["manual", "usage", "assistance"]),
    row("doctor", Purpose::Know, &["diagnostic"],
        &["docteur", "diagnose", "health", "santé", "info", "status", "état"]),
    row("schema", Purpose::Know, &["schéma"], &["editor", "éditeur", "jsonschema"]),
    row("completions", Purpose::Know, &["complétions", "complétion"],
        &["autocomplete", "completion", "complètement"]),
    row("man", Purpose::Know, &["manuel"], &["manpage", "manpages"]),
    row("complete", Purpose::Know, &[], &[]),
];

/// Words for what the program does not do, with what to do instead.
pub const ABSENT: &[(&[&str], Bilingual)] = &[
    (
        &["import", "importer", "importation"],
        Bilingual {
            fr: "rien n'importe encore un tableau\u{a0}: chaque fiche est un fichier texte de \
                `territories/`, et `apes help files` dit où le ranger",
            en: "nothing imports a table yet: each record is a text file below `territories/`, and \
                `apes help files` says where it goes",
        },
    ),
    (
        &["open", "edit", "éditer", "ouvrir", "write", "écrire"],
        Bilingual {
            fr: "une fiche s'ouvre dans n'importe quel éditeur de texte\u{a0}: `apes show ID` dit \
                quel est son fichier, `apes set ID CLÉ=VALEUR` en change une valeur",
            en: "a record opens in any text editor: `apes show ID` tells its file, `apes set ID \
                KEY=VALUE` changes a value of it",
        },
    ),
    (
        &["serve", "server", "watch", "run", "build", "servir"],
        Bilingual {
            fr: "il n'y a pas de serveur\u{a0}: `apes report map -o carte.html` écrit une page qui \
                s'ouvre sans réseau",
            en: "there is no server: `apes report map -o map.html` writes a page that opens \
                without a network",
        },
    ),
    (
        &["version"],
        Bilingual {
            fr: "la version se demande par `apes --version`, et avec le reste par `apes doctor`",
            en: "the version is told by `apes --version`, and with the rest by `apes doctor`",
        },
    ),
];

/// Words for options, without their hyphens, with the option that is meant.
pub const OPTION_WORDS: &[(&[&str], &str)] = &[
    (
        &["warnings", "strict", "avertissement", "werror"],
        "deny warnings",
    ),
    (&["out", "file", "sortie", "fichier", "save"], "output"),
    (&["langue", "language", "locale"], "lang"),
    (&["dossier", "folder", "dir", "directory", "path"], "root"),
    (&["annee", "an"], "year"),
    (&["jour", "date", "day"], "at"),
    (&["territoire"], "territory"),
    (&["thematique", "topic"], "theme"),
    (&["couleur", "colour", "colors"], "color"),
    (&["silencieux", "silent"], "quiet"),
    (&["papier", "page"], "paper"),
    (&["paysage"], "landscape"),
    (&["largeur"], "width"),
    (&["modele"], "template"),
    (&["simulation", "check only", "trial", "essai"], "dry-run"),
    (&["json"], "format json"),
    (&["html"], "format html"),
    (&["csv"], "format csv"),
    (&["pdf"], "format pdf"),
    (&["svg"], "format svg"),
    (&["png"], "format png"),
    (&["odt"], "format odt"),
    (&["aide"], "help"),
];
