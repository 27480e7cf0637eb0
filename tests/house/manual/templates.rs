//! The page on templates: the words they may use, the facts of every view walked through for the
//! example region.

use std::collections::BTreeMap;

use apes::calendar::DateRange;
use apes::language::{Bilingual, Language};
use apes::say;
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::Question;
use apes::workspace;
use serde_json::Value;

use super::{cell, origin};
use crate::golden::at_root;
use crate::workspace::TODAY;

/// The words of templates, as people write them.
const WORDS: [(&str, Bilingual); 11] = [
    (
        "say(fr=\"…\", en=\"…\")",
        Bilingual {
            fr: "la phrase dans la langue du rapport ; les deux sont exigées",
            en: "the sentence in the report's language; both are required",
        },
    ),
    (
        "fact \\| number",
        Bilingual {
            fr: "un nombre : 2 000",
            en: "a number: 2,000",
        },
    ),
    (
        "fact \\| percent",
        Bilingual {
            fr: "une part de 1 en pour cent : 45 %",
            en: "a share of 1 in per cent: 45%",
        },
    ),
    (
        "fact \\| euros",
        Bilingual {
            fr: "une somme : 2 000 €",
            en: "an amount: €2,000",
        },
    ),
    (
        "fact \\| date",
        Bilingual {
            fr: "une date : 1er mars 2024",
            en: "a date: 1 March 2024",
        },
    ),
    (
        "fact \\| quoted",
        Bilingual {
            fr: "entre guillemets",
            en: "between quotation marks",
        },
    ),
    (
        "list \\| join(\", \")",
        Bilingual {
            fr: "les éléments d'une liste à la suite",
            en: "the items of a list one after another",
        },
    ),
    (
        "fact \\| default(\"…\")",
        Bilingual {
            fr: "ce qui remplace un fait qui n'existe pas",
            en: "what stands for a fact that does not exist",
        },
    ),
    (
        "list \\| length",
        Bilingual {
            fr: "le nombre d'éléments ; de même `first`, `last`, `sort`, et `upper` ou `lower` pour \
                un texte",
            en: "the number of items; likewise `first`, `last`, `sort`, and `upper` or `lower` for a \
                text",
        },
    ),
    (
        "table \\| grid",
        Bilingual {
            fr: "un tableau",
            en: "a table",
        },
    ),
    (
        "text \\| prose",
        Bilingual {
            fr: "du Markdown écrit par quelqu'un, rendu inoffensif",
            en: "Markdown that somebody wrote, made harmless",
        },
    ),
];

/// What every view offers beside its `facts`.
const SHARED: [(&str, Bilingual); 7] = [
    (
        "title",
        Bilingual {
            fr: "première ligne du rapport",
            en: "first line of the report",
        },
    ),
    (
        "invented",
        Bilingual {
            fr: "la phrase à imprimer quand les fiches sont inventées, sinon rien",
            en: "the sentence to print where the records are invented, else nothing",
        },
    ),
    (
        "sections",
        Bilingual {
            fr: "les chapitres : `id`, `heading`, `level`, `shown` (le chapitre entier, figures \
                comprises), `pieces`",
            en: "the chapters: `id`, `heading`, `level`, `shown` (the whole chapter, figures \
                included), `pieces`",
        },
    ),
    (
        "tables",
        Bilingual {
            fr: "les tableaux d'un rapport sans chapitres",
            en: "the tables of a report without chapters",
        },
    ),
    (
        "notes",
        Bilingual {
            fr: "les phrases à lire sous les tableaux",
            en: "sentences to read below the tables",
        },
    ),
    (
        "scope",
        Bilingual {
            fr: "date, filtres, règles de comptage, nombre de fiches : à imprimer sous chaque \
                rapport",
            en: "date, filters, rules of counting, number of records: to be printed under every \
                report",
        },
    ),
    (
        "facts",
        Bilingual {
            fr: "les faits eux-mêmes, énumérés ci-dessous",
            en: "the facts themselves, listed below",
        },
    ),
];

pub fn page(language: Language) -> String {
    let words = |both: Bilingual| both.get(language).to_owned();
    let heading = |both: Bilingual| format!("\n## {}\n\n", both.get(language));
    let mut out =
        say!(language, fr: "# Les modèles de rapport\n\n", en: "# Templates of reports\n\n");
    out += &origin(language);
    out += &words(HOW);
    out += &heading(Bilingual {
        fr: "Les mots d'un modèle",
        en: "The words of a template",
    });
    out += &table(
        WORDS
            .iter()
            .map(|(name, about)| (format!("`{{{{ {name} }}}}`"), cell(about.get(language)))),
    );
    out += &heading(Bilingual {
        fr: "Ce que donne chaque rapport",
        en: "What every report gives",
    });
    out += &table(
        SHARED
            .iter()
            .map(|(name, about)| (format!("`{name}`"), cell(about.get(language)))),
    );
    let workspace = workspace::load(
        &Folder::at(&at_root("examples/hauts-de-demain")),
        Some(language),
        language,
    );
    for view in VIEWS {
        out += &format!(
            "\n## `{}`\n\n{}\n\n",
            view.name,
            super::sentence(view.about.get(language))
        );
        // A sheet is about one territory: one that shows much.
        let territory = (view.name == "territory").then(|| "dunkerque".into());
        let facts = (view.gather)(&Question {
            asked: DateRange::years(2024, 2024),
            dated: true,
            territory,
            ..Question::on(&workspace.network, language, TODAY)
        });
        let mut found = BTreeMap::new();
        walk(&facts.facts, &format!("{}.facts", view.name), &mut found);
        out += &facts_table(&found, language);
    }
    out
}

/// What each fact means, by the end of its path: the longest that fits is meant.
const MEANINGS: &str = include_str!("facts.tsv");

/// The row of a path, with its end; nothing where none fits.
fn meaning(path: &str) -> Option<[&'static str; 3]> {
    let path = format!(".{}", path.replace("[]", "").replacen(".facts", "", 1));
    let rows = MEANINGS.lines().filter_map(|line| {
        let mut cells = line.split('\t');
        Some([cells.next()?, cells.next()?, cells.next()?])
    });
    rows.filter(|[end, ..]| path.ends_with(&format!(".{end}")))
        .max_by_key(|[end, ..]| end.len())
}

fn facts_table(found: &BTreeMap<String, String>, language: Language) -> String {
    let heading = match language {
        Language::French => "| fait | ce que c'est | par exemple |\n|---|---|---|\n",
        Language::English => "| fact | what it is | for example |\n|---|---|---|\n",
    };
    let rows = found.iter().map(|(path, example)| {
        let [_, french, english] = meaning(path).unwrap_or_default();
        let meaning = if language == Language::French {
            french
        } else {
            english
        };
        format!("| `{path}` | {} | {} |\n", cell(meaning), cell(example))
    });
    heading.to_owned() + &rows.collect::<String>()
}

#[test]
fn every_fact_of_every_report_is_described_and_no_description_is_of_none() {
    let page = page(Language::English);
    let paths: Vec<&str> = page
        .lines()
        .filter_map(|line| {
            line.strip_prefix("| `")?
                .split_once('`')
                .map(|(path, _)| path)
        })
        .filter(|path| path.contains(".facts"))
        .collect();
    assert!(paths.len() > 300, "{}", paths.len());
    let lacking: Vec<&&str> = paths
        .iter()
        .filter(|path| meaning(path).is_none())
        .collect();
    assert!(
        lacking.is_empty(),
        "describe in tests/house/manual/facts.tsv: {lacking:#?}"
    );
    let used: Vec<&str> = paths
        .iter()
        .filter_map(|path| Some(meaning(path)?[0]))
        .collect();
    let idle: Vec<&str> = MEANINGS
        .lines()
        .filter_map(|line| line.split('\t').next())
        .filter(|end| !used.contains(end))
        .collect();
    assert!(
        idle.is_empty(),
        "of no fact, in tests/house/manual/facts.tsv: {idle:#?}"
    );
}

const HOW: Bilingual = Bilingual {
    fr: "\nUn modèle est un fichier du dossier `templates/` de l'espace de travail. Nommé comme un \
        rapport (`templates/process.md`, `templates/process.html`), il en prend la place ; sous un \
        autre nom, il fait un rapport à soi : `apes report --template templates/lettre.md`. Il \
        place des mots et des faits, il ne compte rien.\n\nSa langue est celle de Jinja : `{{ fait \
        }}`, `{% for un in liste %}…{% endfor %}`, `{% if fait %}…{% endif %}`. Les faits du \
        rapport nommé sur la ligne de commande portent leur propre nom (`title`, `facts`) ; ceux \
        de tous les autres suivent le nom de leur rapport (`process.title`, `map.facts.total`). \
        Tout est échappé selon la terminaison du modèle, `.md` ou `.html`. Un fait qui n'existe \
        pas est une faute, dite avec sa ligne.\n\nLes pages PDF se mettent en page dans la langue \
        de Typst : `templates/annual.typ` prend la place du modèle de `apes report annual --format \
        pdf`. Il lit le rapport entier par `json(\"report.json\")` : `title`, `invented`, \
        `sections` (`heading`, `level`, `parts`), `scope`, `facts`. Aucun texte d'une fiche n'y \
        devient du balisage, aucun autre fichier ne s'y ouvre. Le modèle d'origine, à copier pour \
        commencer, est `templates/report.typ`. C'est un programme, que rien ne limite en \
        durée ni en mémoire : il ne sert qu'avec `--trust-templates`, à donner après l'avoir lu. \
        Un modèle `.md` ou `.html` qui en demande trop est arrêté et nommé.\n\nLe rapport annuel prend ses textes \
        dans `territories/<territoire>/texts/<année>/` : pour le territoire du réseau \
        `avant-propos`, `qui-sommes-nous`, `missions`, `competences`, `ressources`, `economie`, \
        `perspectives` ; pour chaque autre territoire `bilan`.\n",
    en: "\nA template is a file in the folder `templates/` of the workspace. Named as a report \
        (`templates/process.md`, `templates/process.html`), it takes its place; under another name \
        it makes a report of one's own: `apes report --template templates/letter.md`. It places \
        words and facts, it counts nothing.\n\nIts language is Jinja's: `{{ fact }}`, `{% for one \
        in list %}…{% endfor %}`, `{% if fact %}…{% endif %}`. The facts of the report named on \
        the command line bear their own name (`title`, `facts`); those of all others follow the \
        name of their report (`process.title`, `map.facts.total`). All is escaped after the ending \
        of the template, `.md` or `.html`. A fact that does not exist is a fault, told with its \
        line.\n\nPages of PDF are laid out in the language of Typst: `templates/annual.typ` takes \
        the place of the template of `apes report annual --format pdf`. It reads the whole report \
        by `json(\"report.json\")`: `title`, `invented`, `sections` (`heading`, `level`, `parts`), \
        `scope`, `facts`. No text of a record becomes markup there, no other file can be opened. \
        The template that it replaces, to be copied for a start, is \
        `templates/report.typ`. It is a program, without any limit of time or memory: it is used \
        with `--trust-templates` alone, to be given once it has been read. A template `.md` or \
        `.html` that asks for too much is stopped and named.\n\nThe annual report takes its texts from \
        `territories/<territory>/texts/<year>/`: for the network's territory `avant-propos`, \
        `qui-sommes-nous`, `missions`, `competences`, `ressources`, `economie`, `perspectives`; \
        for each other territory `bilan`.\n",
};

fn table(rows: impl Iterator<Item = (String, String)>) -> String {
    "| | |\n|---|---|\n".to_owned()
        + &rows
            .map(|(one, other)| format!("| {one} | {other} |\n"))
            .collect::<String>()
}

/// Every path below a value with the first example met; `[]` stands for each item of a list.
fn walk(value: &Value, path: &str, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(name, inner)| walk(inner, &format!("{path}.{name}"), found));
        }
        Value::Array(items) => items
            .iter()
            .for_each(|item| walk(item, &format!("{path}[]"), found)),
        Value::Null => {
            found.entry(path.to_owned()).or_default();
        }
        other => {
            let example = other
                .as_str()
                .map_or_else(|| other.to_string(), str::to_owned);
            let known = found.entry(path.to_owned()).or_default();
            if known.is_empty() {
                *known = example;
            }
        }
    }
}
