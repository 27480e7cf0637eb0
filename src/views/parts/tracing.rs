//! Each statement of a record with the sources that it rests on, or with what it was inferred from.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::diagnostic::{Route, RouteStep};
use crate::geography::Area;
use crate::language::Language;
use crate::network::Network;
use crate::records::{
    Common, LazyRoute, List, Mention, Mentions, Record, Statement, Target, TerritoryId, covers,
};
use crate::say;
use crate::views::parts::nouns::{STATEMENTS, counted};
use crate::views::parts::provenance::Cited;
use crate::views::view::{DataTable, Question, Table, Value};

/// Numbers from here on are written with their thousands apart; below, they may be years.
const LARGE_NUMBER: u64 = 10_000;

/// A statement, in words, with what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct TracedStatement {
    /// Name of the statement in the record.
    pub statement: String,
    /// Content of the statement, in words.
    pub says: String,
    /// Sources of the statement.
    pub support: Support,
}

/// The support of a statement: sources, inference, official tables; none where all is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Support {
    /// Numbers of sources.
    pub sources: Vec<usize>,
    /// Whether the writer of the record inferred it, from the sources where there are any.
    pub inferred: bool,
    /// Whether it is in the official tables.
    pub gazetteer: bool,
}

impl Support {
    /// Whether nothing supports the statement.
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

/// Traces every statement, in the order of the file; `area` is the entry of the official tables
/// for a territory.
///
/// The statements of a row that rest on the same support are traced as one.
pub fn trace<'n, I: Display, T: Mentions>(
    question: &Question<'n>,
    record: &'n Record<I, T>,
    statements: &'n [Statement],
    area: Option<&Area>,
    cited: &mut Cited<'n>,
) -> Vec<TracedStatement> {
    let describer = Describer::new(question.network, question.language, record);
    let mut traced = Vec::new();
    for row in statements.chunk_by(|one, next| one.row_name() == next.row_name()) {
        let supports: Vec<Support> = row
            .iter()
            .map(|statement| support(statement, &record.common, area, cited))
            .collect();
        if let ([first, ..], [support, others @ ..]) = (row, &supports[..])
            && others.iter().all(|other| other == support)
        {
            traced.push(TracedStatement {
                statement: first.row_name().to_owned(),
                says: describer.row(row),
                support: support.clone(),
            });
        } else {
            let separately = row.iter().zip(supports);
            traced.extend(separately.map(|(statement, support)| TracedStatement {
                statement: statement.name.clone(),
                says: describer.value(statement),
                support,
            }));
        }
    }
    traced.extend(area.and_then(|area| population(question, area)));
    traced
}

/// The table of the traced statements.
pub fn table(question: &Question, traced: &[TracedStatement]) -> Table {
    let language = question.language;
    question
        .table(
            "Chaque affirmation et sa source",
            "Each statement and its source",
            traced,
        )
        .column("affirmation", "statement", |traced| &traced.statement)
        .column("contenu et source", "content and source", |traced| {
            let support = traced.support.in_words(language);
            format!("{} {support}", traced.says).trim().to_owned()
        })
        .build()
}

/// The statements for other programs: what each says, and what it rests on, by itself.
pub fn data(question: &Question, traced: &[TracedStatement]) -> DataTable {
    question
        .data(
            "statements",
            "Chaque affirmation et sa source",
            "Each statement and its source",
            traced,
        )
        .column("affirmation", "statement", |traced| &traced.statement)
        .column("contenu", "content", |traced| &traced.says)
        .column("sources", "sources", |traced| {
            Value::several(traced.support.sources.iter().map(usize::to_string))
        })
        .column("déduite", "inferred", |traced| traced.support.inferred)
        .column("tables_officielles", "gazetteer", |traced| {
            traced.support.gazetteer
        })
        .build()
}

/// The statements for programs; what each says is words of one language.
pub fn json(traced: &[TracedStatement]) -> serde_json::Value {
    let rows = traced.iter().map(|traced| {
        serde_json::json!({
            "statement": traced.statement,
            "label": traced.says,
            "sources": traced.support.sources,
            "inferred": traced.support.inferred,
            "gazetteer": traced.support.gazetteer,
        })
    });
    rows.collect()
}

/// The number of statements without a source, in a sentence; `None` if all have one.
pub fn without_source(question: &Question, traced: &[TracedStatement]) -> Option<String> {
    let left = traced
        .iter()
        .filter(|traced| traced.support.is_nothing())
        .count();
    let statements = counted(left, &STATEMENTS, question.language);
    (left > 0).then(|| {
        say!(question.language,
            fr: "{statements} sans source\u{a0}: à consigner dans `sourced` ou dans `inferred`",
            en: "{statements} without a source: to be named in `sourced` or in `inferred`")
    })
}

/// The support of a statement: whatever names it most closely.
///
/// `sourced` and `inferred` name a statement or a table around it; the longest name wins, and a
/// row's own sources count by their depth.
fn support<'n>(
    statement: &'n Statement,
    common: &'n Common,
    area: Option<&Area>,
    cited: &mut Cited<'n>,
) -> Support {
    let own = &statement.provenance;
    let own_depth = (!own.sources.is_empty()).then_some(own.depth);
    let supports: Vec<_> = common
        .sourced
        .iter()
        .flat_map(|(source, names)| names.0.iter().map(move |name| (source, name)))
        .filter_map(|(source, name)| Some((source, depth_of_cover(name, statement)?)))
        .collect();
    let deepest = supports.iter().map(|(_, depth)| *depth).max();
    let sourced_depth = deepest.max(own_depth);
    let inferred_depth = common
        .inferred
        .iter()
        .filter_map(|name| depth_of_cover(name, statement))
        .max()
        .max(own.inferred.then_some(own.depth));
    let mut sources: Vec<usize> = supports
        .iter()
        .filter(|(_, depth)| Some(*depth) == sourced_depth)
        .map(|(source, _)| cited.by_id(source.as_str()))
        .collect();
    if own_depth.is_some() && own_depth == sourced_depth {
        sources.extend(own.sources.iter().map(|citation| cited.number(citation)));
    }
    sources.sort_unstable();
    sources.dedup();
    let gazetteer =
        sourced_depth.is_none() && inferred_depth.is_none() && is_official(statement, area);
    if sources.is_empty() && !gazetteer && cited.whole == 1 {
        sources.push(1);
    }
    Support {
        sources,
        inferred: inferred_depth.is_some() && inferred_depth >= sourced_depth,
        gazetteer,
    }
}

/// The length of a name in `sourced` or `inferred` that covers a statement: the statement's own
/// name, or that of a table around it. `None` if the name does not cover it.
fn depth_of_cover(name: &str, statement: &Statement) -> Option<usize> {
    covers(name, &statement.name).then_some(name.len())
}

/// Whether a statement of a territory is in the official tables.
fn is_official(statement: &Statement, area: Option<&Area>) -> bool {
    area.is_some_and(|area| match statement.name.as_str() {
        "code" => true,
        "name" => statement.text == area.name || Some(statement.text.as_str()) == area.short,
        "kind" => statement.text == area.level.word(),
        _ => false,
    })
}

/// The population of a territory, which the official tables add to its record.
fn population(question: &Question, area: &Area) -> Option<TracedStatement> {
    let people = question.language.number(area.population?);
    Some(TracedStatement {
        statement: "population".to_owned(),
        says: say!(question.language, fr: "{people} habitants", en: "{people} inhabitants"),
        support: Support {
            gazetteer: true,
            ..Support::default()
        },
    })
}

/// Describes the values of a record in the reader's language.
struct Describer {
    language: Language,
    /// Names of the records and words that the record mentions, by their place in it.
    names: BTreeMap<Route, String>,
}

impl Describer {
    fn new<I, T: Mentions>(network: &Network, language: Language, record: &Record<I, T>) -> Self {
        let mut names = BTreeMap::new();
        let mut visit = |mention: Mention| {
            if !mention.is_key {
                names.insert(mention.route.route(), name(network, language, &mention));
            }
        };
        record.common.mentions(&LazyRoute::default(), &mut visit);
        record.body.mentions(&LazyRoute::default(), &mut visit);
        Self { language, names }
    }

    /// The values of a row, each after its key where it has one; of a text in both languages, the
    /// reader's alone.
    fn row(&self, row: &[Statement]) -> String {
        let own_language = row
            .iter()
            .find(|statement| key(statement) == Some(self.language.code()));
        if let Some(statement) = own_language
            && row.iter().all(is_translation)
        {
            return statement.text.clone();
        }
        let values = row.iter().map(|statement| match key(statement) {
            Some(key) if row.len() > 1 || statement.name.len() > statement.row => {
                let value = self.value(statement);
                say!(self.language, fr: "{key}\u{a0}: {value}", en: "{key}: {value}")
            }
            _ => self.value(statement),
        });
        values.collect::<Vec<_>>().join(", ")
    }

    /// One value: the name of what it mentions, or else its text.
    fn value(&self, statement: &Statement) -> String {
        let next = self.names.range(&statement.route..).next();
        let mentioned = next.filter(|(route, _)| route.0.starts_with(&statement.route.0));
        match (mentioned, statement.text.as_str()) {
            (Some((_, name)), _) => name.clone(),
            (None, "true") => say!(self.language, fr: "oui", en: "yes"),
            (None, "false") => say!(self.language, fr: "non", en: "no"),
            (None, text) if statement.is_number() => match text.parse() {
                Ok(number) if number >= LARGE_NUMBER => self.language.number(number),
                _ => text.to_owned(),
            },
            (None, text) => text.to_owned(),
        }
    }
}

/// The key of a statement in its row; `None` for the items of a list but the first, and where the
/// list is all of the row.
fn key(statement: &Statement) -> Option<&str> {
    let within = statement.name_in_row();
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

/// Whether a statement is a text in one of the two languages.
fn is_translation(statement: &Statement) -> bool {
    matches!(key(statement), Some("fr" | "en"))
}

/// The name of what a record mentions; its id where the network does not know it.
fn name(network: &Network, language: Language, mention: &Mention) -> String {
    let text = mention.text;
    match mention.to {
        Target::Word(list) => network.vocabulary.label(list, text, language).to_owned(),
        Target::Actor | Target::NamedInPlace => network.actor_name(text),
        Target::Informant => match network.vocabulary.word(List::Stakeholders, text) {
            Some(word) => word.label(language).to_owned(),
            None => network.actor_name(text),
        },
        Target::Territory | Target::Commune => network.territory_name(&TerritoryId::from(text)),
        Target::Dynamic => network
            .dynamic(text)
            .map_or_else(|| text.to_owned(), Record::name),
        Target::Principle | Target::Source | Target::Person => text.to_owned(),
    }
}
