//! Each statement of a record with the sources that it rests on, or with what it was inferred from.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::{Route, RouteStep};
use crate::geography::Area;
use crate::language::{Bilingual, Language};
use crate::network::Network;
use crate::records::{
    Common, LazyRoute, List, Mention, Mentions, Record, Statement, Target, TerritoryId,
};
use crate::say;
use crate::views::parts::provenance::Cited;
use crate::views::view::{Cell, Question, Table};

/// A statement, in words, with what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Traced {
    /// Its name in the record.
    pub statement: String,
    /// What it says.
    pub says: String,
    /// What it rests on.
    #[serde(flatten)]
    pub on: Ground,
}

/// What a statement rests on; on nothing, where all is empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Ground {
    /// Numbers of sources.
    pub sources: Vec<usize>,
    /// Whether the writer of the record inferred it, from the sources where there are any.
    pub inferred: bool,
    /// Whether the official tables say it.
    pub gazetteer: bool,
}

impl Ground {
    /// Whether a reader can follow it to anything.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    fn in_words(&self, language: Language) -> String {
        let numbers: String = self
            .sources
            .iter()
            .map(|number| format!("[{number}]"))
            .collect();
        match self {
            _ if self.gazetteer => say!(language, fr: "(code officiel)", en: "(gazetteer)"),
            _ if self.is_nothing() => say!(language, fr: "(sans source)", en: "(without a source)"),
            _ if !self.inferred => numbers,
            _ if numbers.is_empty() => say!(language, fr: "(déduit)", en: "(inferred)"),
            _ => say!(language, fr: "(déduit de {numbers})", en: "(inferred from {numbers})"),
        }
    }
}

/// Traces every statement, in the order of the file; `area` is what the official tables say of a
/// territory.
pub fn trace<'n, I: std::fmt::Display, T: Mentions>(
    question: &Question<'n>,
    record: &'n Record<I, T>,
    statements: &'n [Statement],
    area: Option<&Area>,
    cited: &mut Cited<'n>,
) -> Vec<Traced> {
    let words = Words::of(question.network, question.language, record);
    let mut traced = Vec::new();
    for row in statements.chunk_by(|one, next| one.name[..one.row] == next.name[..next.row]) {
        let grounds: Vec<Ground> = row
            .iter()
            .map(|statement| ground(statement, &record.common, area, cited))
            .collect();
        let together = grounds.iter().all(|ground| *ground == grounds[0]);
        if together {
            let statement = row[0].name[..row[0].row].to_owned();
            traced.push(Traced {
                statement,
                says: words.row(row),
                on: grounds[0].clone(),
            });
        } else {
            traced.extend(row.iter().zip(grounds).map(|(statement, on)| Traced {
                statement: statement.name.clone(),
                says: words.value(statement),
                on,
            }));
        }
    }
    traced.extend(area.and_then(|area| from_the_tables(question.language, area)));
    traced
}

/// The table of what was traced, and the sentence below it where something was not.
pub fn table(language: Language, traced: &[Traced]) -> (Table, Option<String>) {
    let rows = traced.iter().map(|one| {
        let says = format!("{} {}", one.says, one.on.in_words(language));
        vec![
            Cell::Text(one.statement.clone()),
            Cell::Text(says.trim().to_owned()),
        ]
    });
    let said = Bilingual {
        fr: "ce qu'elle dit, et d'où",
        en: "what it says, and where that is from",
    };
    let columns = [
        Bilingual {
            fr: "affirmation",
            en: "statement",
        },
        said,
    ];
    let caption = Bilingual {
        fr: "Chaque affirmation et sa source",
        en: "Each statement and its source",
    };
    let table = Table {
        caption: caption.get(language).to_owned(),
        columns: columns
            .map(|heading| heading.get(language).to_owned())
            .to_vec(),
        rows: rows.collect(),
        total: None,
    };
    let left = traced.iter().filter(|one| one.on.is_nothing()).count();
    let left = (left > 0).then(|| match language {
        Language::French => {
            let count = language.count(left, "affirmation", "affirmations");
            format!("{count} sans source\u{a0}: la dire dans `sourced`, ou dans `inferred`")
        }
        Language::English => {
            let count = language.count(left, "statement", "statements");
            format!("{count} without a source: tell it in `sourced`, or in `inferred`")
        }
    });
    (table, left)
}

/// What a statement rests on: whatever speaks of it most closely.
fn ground<'n>(
    statement: &'n Statement,
    common: &'n Common,
    area: Option<&Area>,
    cited: &mut Cited<'n>,
) -> Ground {
    let covers = |name: &String| covers(name, &statement.name).then_some(name.len());
    let own = &statement.provenance;
    let own_depth = (!own.sources.is_empty()).then_some(own.depth);
    let supports = common
        .sourced
        .iter()
        .flat_map(|(source, names)| names.0.iter().map(move |name| (source, name)));
    let supports: Vec<_> = supports
        .filter_map(|(source, name)| Some((source, covers(name)?)))
        .collect();
    let nearest = supports
        .iter()
        .map(|(_, depth)| *depth)
        .max()
        .max(own_depth);
    let read = common.inferred.iter().filter_map(covers).max();
    let inferred = read.max(own.inferred.then_some(own.depth));
    let closest = supports.iter().filter(|(_, depth)| Some(*depth) == nearest);
    let mut sources: Vec<usize> = closest
        .map(|(source, _)| cited.by_id(source.as_str()))
        .collect();
    if own_depth.is_some() && own_depth == nearest {
        sources.extend(own.sources.iter().map(|citation| cited.number(citation)));
    }
    sources.sort_unstable();
    sources.dedup();
    let gazetteer = nearest.is_none() && inferred.is_none() && official(statement, area);
    if sources.is_empty() && !gazetteer && cited.whole == 1 {
        sources.push(1);
    }
    Ground {
        sources,
        inferred: inferred.is_some() && inferred >= nearest,
        gazetteer,
    }
}

/// Whether a name in `sourced` or `inferred` speaks of a statement: it is its own, or that of a
/// table around it.
fn covers(name: &str, statement: &str) -> bool {
    statement
        .strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Whether the official tables say a statement of a territory.
fn official(statement: &Statement, area: Option<&Area>) -> bool {
    area.is_some_and(|area| match statement.name.as_str() {
        "code" => true,
        "name" => statement.text == area.name || Some(statement.text.as_str()) == area.short,
        "kind" => statement.text == area.level.word(),
        _ => false,
    })
}

/// What the official tables add to a territory's record.
fn from_the_tables(language: Language, area: &Area) -> Option<Traced> {
    let people = language.number(area.population?);
    Some(Traced {
        statement: Bilingual {
            fr: "population",
            en: "population",
        }
        .get(language)
        .to_owned(),
        says: say!(language, fr: "{people} habitants", en: "{people} inhabitants"),
        on: Ground {
            gazetteer: true,
            ..Ground::default()
        },
    })
}

/// Values in the reader's words.
struct Words {
    language: Language,
    named: BTreeMap<Route, String>,
}

impl Words {
    /// The words and names that a record mentions, by their place.
    fn of<I, T: Mentions>(network: &Network, language: Language, record: &Record<I, T>) -> Self {
        let mut named = BTreeMap::new();
        let mut visit = |mention: Mention| {
            if !mention.is_key {
                named.insert(mention.route.route(), name(network, language, &mention));
            }
        };
        record.common.mentions(&LazyRoute::default(), &mut visit);
        record.body.mentions(&LazyRoute::default(), &mut visit);
        Self { language, named }
    }

    /// What a row says: its values, each after its key where it has one.
    fn row(&self, row: &[Statement]) -> String {
        let wanted = row
            .iter()
            .filter(|statement| key(statement) == Some(self.language.code()));
        if let (Some(wanted), true) = (wanted.into_iter().next(), row.iter().all(is_said)) {
            return wanted.text.clone();
        }
        let said = row.iter().map(|statement| match key(statement) {
            Some(key) if row.len() > 1 || statement.name.len() > statement.row => {
                let value = self.value(statement);
                say!(self.language, fr: "{key}\u{a0}: {value}", en: "{key}: {value}")
            }
            _ => self.value(statement),
        });
        said.collect::<Vec<_>>().join(", ")
    }

    /// One value: what it names, where it names something; what is written, else.
    fn value(&self, statement: &Statement) -> String {
        let here = self.named.range(&statement.route..).next();
        let named = here.filter(|(route, _)| route.0.starts_with(&statement.route.0));
        let number = || {
            statement
                .text
                .parse::<u64>()
                .ok()
                .filter(|number| *number >= 10_000)
        };
        match (named, statement.text.as_str()) {
            (Some((_, name)), _) => name.clone(),
            (None, "true") => Bilingual {
                fr: "oui",
                en: "yes",
            }
            .get(self.language)
            .to_owned(),
            (None, "false") => Bilingual {
                fr: "non",
                en: "no",
            }
            .get(self.language)
            .to_owned(),
            (None, text) if statement.is_number() => {
                number().map_or_else(|| text.to_owned(), |number| self.language.number(number))
            }
            (None, text) => text.to_owned(),
        }
    }
}

/// The key under which a row says a statement; nothing for the items of a list but the first, nor
/// where the list is
/// all that is said.
fn key(statement: &Statement) -> Option<&str> {
    let within = &statement.name[statement.row..];
    match statement.route.0.as_slice() {
        [.., RouteStep::Key(key)] => Some(key),
        [.., RouteStep::Key(list), RouteStep::Item(0)]
            if within.starts_with(&format!(".{list}.")) =>
        {
            Some(list)
        }
        _ => None,
    }
}

fn is_said(statement: &Statement) -> bool {
    matches!(key(statement), Some("fr" | "en"))
}

fn name(network: &Network, language: Language, mention: &Mention) -> String {
    let text = mention.text;
    let actor = || {
        network
            .actor(text)
            .map_or_else(|| text.to_owned(), Record::name)
    };
    match mention.to {
        Target::Word(list) => network.vocabulary.label(list, text, language).to_owned(),
        Target::Actor | Target::NamedInPlace => actor(),
        Target::Informant => match network.vocabulary.word(List::Stakeholders, text) {
            Some(word) => word.label(language).to_owned(),
            None => actor(),
        },
        Target::Territory | Target::Commune => network.territory_name(&TerritoryId::from(text)),
        Target::Dynamic => network
            .dynamic(text)
            .map_or_else(|| text.to_owned(), Record::name),
        Target::Principle | Target::Source | Target::Person => text.to_owned(),
    }
}
