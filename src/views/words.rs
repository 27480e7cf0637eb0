//! The words with which records are written: the lists of the vocabulary, and the words of one.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::language::Language;
use crate::network::{Network, RecordRef};
use crate::records::{LazyRoute, List, LocalizedText, Mention, Mentions, Target, VocabularyWord};
use crate::say;
use crate::views::parts::invented;
use crate::views::parts::nouns::{Noun, counted};
use crate::views::view::{DataTable, Facts, Question, Table, Value};

const LISTS: Noun = Noun::new(["liste", "listes"], ["list", "lists"]);
const WORDS: Noun = Noun::new(["mot", "mots"], ["word", "words"]);

/// A list with what it is for, in both languages.
pub struct ListEntry {
    /// The list.
    pub list: List,
    /// What its words are for, in French and in English.
    pub about: [String; 2],
}

impl ListEntry {
    fn about(&self, language: Language) -> &str {
        let [french, english] = &self.about;
        match language {
            Language::French => french,
            Language::English => english,
        }
    }
}

/// Gathers the lists of the vocabulary.
#[must_use]
pub fn lists(question: &Question, entries: &[ListEntry]) -> Facts {
    let (network, language) = (question.network, question.language);
    let table = question
        .table("Listes de mots", "Lists of words", entries)
        .column("liste", "list", |entry| entry.list.name())
        .unfolded()
        .column("mots", "words", |entry| words(network, entry.list).len())
        .column("propres", "own", |entry| own(network, entry.list))
        .column("à quoi elle sert", "what it is for", |entry| {
            entry.about(language)
        })
        .build();
    let data = question
        .data("lists", "Listes de mots", "Lists of words", entries)
        .column("list", "list", |entry| entry.list.name())
        .column("words", "words", |entry| words(network, entry.list).len())
        .column("own", "own", |entry| own(network, entry.list))
        .column("label", "label", |entry| entry.about(language))
        .build()
        .in_no_language();
    let rows = entries.iter().map(|entry| {
        json!({
            "id": entry.list.name(),
            "words": words(network, entry.list).len(),
            "own": own(network, entry.list),
            "label": { "fr": entry.about[0], "en": entry.about[1] },
        })
    });
    let document = question.document("list", rows.collect());
    let count = counted(entries.len(), &LISTS, language);
    let note = say!(language,
        fr: "{count}\u{202f}; `apes words LISTE` en montre les mots",
        en: "{count}; `apes words LIST` shows the words of one");
    Facts {
        report: "words",
        title: question.words("Les mots du réseau", "The words of the network"),
        facts: document.to_json(),
        tables: vec![table],
        data: vec![data],
        document: Some(document),
        notes: vec![note],
        invented: invented(question),
        ..Facts::about(question)
    }
}

/// A word of a list: its id, its entry, the number of records that use it.
type Row<'n> = (&'n String, &'n VocabularyWord, usize);

/// Gathers the words of a list.
#[must_use]
pub fn list(question: &Question, entry: &ListEntry) -> Facts {
    let (network, language) = (question.network, question.language);
    let used = uses(network, entry.list);
    let rows: Vec<Row> = network
        .vocabulary
        .list(entry.list)
        .iter()
        .map(|(id, word)| (id, word, used.get(id.as_str()).copied().unwrap_or_default()))
        .collect();
    let document = question
        .document(
            "word",
            rows.iter()
                .map(|row| json_of(entry, network, *row))
                .collect(),
        )
        .with("list", entry.list.name())
        .with(
            "label",
            json!({ "fr": entry.about[0], "en": entry.about[1] }),
        );
    let own_words = own(network, entry.list);
    let mut notes = vec![counted(rows.len(), &WORDS, language)];
    if own_words > 0 {
        let own_words = language.number(own_words as u64);
        notes.push(say!(language,
            fr: "dont propres à ce réseau\u{a0}: {own_words}",
            en: "of which this network's own: {own_words}"));
    }
    notes.push(entry.about(language).to_owned());
    Facts {
        report: "words",
        title: say!(language,
            fr: "Les mots de la liste `{0}`",
            en: "The words of the list `{0}`",
            entry.list.name()),
        facts: document.to_json(),
        tables: vec![word_table(question, entry, &rows)],
        data: vec![word_data(question, entry, &rows)],
        document: Some(document),
        notes,
        invented: invented(question),
        ..Facts::about(question)
    }
}

fn words(network: &Network, list: List) -> &indexmap::map::Slice<String, VocabularyWord> {
    network.vocabulary.list(list)
}

/// Whether a word is one that the network added to the vocabulary from which it starts, or changed
/// there.
fn is_own(network: &Network, word: &VocabularyWord) -> bool {
    network.vocabulary.first().is_some() && !word.inherited
}

fn own(network: &Network, list: List) -> usize {
    let words = words(network, list).values();
    words.filter(|word| is_own(network, word)).count()
}

/// The number of records that use each word of a list.
fn uses(network: &Network, list: List) -> BTreeMap<String, usize> {
    let mut used = BTreeMap::new();
    for record in network.records() {
        let mut mentioned: Vec<String> = Vec::new();
        let mut visit = |mention: Mention| {
            if mention.to == Target::Word(list) {
                mentioned.push(mention.text.to_owned());
            }
        };
        let top = LazyRoute::default();
        record.common().mentions(&top, &mut visit);
        match record {
            RecordRef::Territory(record) => record.body.mentions(&top, &mut visit),
            RecordRef::Actor(record) => record.body.mentions(&top, &mut visit),
            RecordRef::Dynamic(record) => record.body.mentions(&top, &mut visit),
            RecordRef::Published(record) => record.body.mentions(&top, &mut visit),
        }
        mentioned.sort_unstable();
        mentioned.dedup();
        for word in mentioned {
            *used.entry(word).or_insert(0) += 1;
        }
    }
    used
}

/// What a list adds to its words: a family, a category, a unit, dates, whether such dynamics count,
/// whether the word is the network's own.
fn remark(question: &Question, list: List, word: &VocabularyWord) -> String {
    let language = question.language;
    let own = is_own(question.network, word)
        .then(|| question.words("propre à ce réseau", "this network's own"));
    let family = word.family.as_ref().map(|id| {
        let label = question.label(List::Families, id);
        say!(language, fr: "famille\u{a0}: {label}", en: "family: {label}")
    });
    let category = word
        .category
        .as_deref()
        .map(|id| say!(language, fr: "économie\u{a0}: {id}", en: "economy: {id}"));
    let unit = word.unit.as_ref().and_then(|unit| unit.get(language));
    let unit = unit.map(|unit| say!(language, fr: "en {unit}", en: "in {unit}"));
    let counts =
        (word.counts == Some(false)).then(|| question.words("non comptées", "not counted"));
    let since = word.from.map(|from| from.since(language));
    let until = word.to.map(|to| to.until(language));
    let short = word.short.as_ref().and_then(|short| short.get(language));
    let short = short
        .filter(|_| list != List::Stages)
        .map(|short| say!(language, fr: "en bref\u{a0}: {short}", en: "in short: {short}"));
    [own, family, category, unit, counts, since, until, short]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn json_of(entry: &ListEntry, network: &Network, (id, word, used): Row) -> Json {
    json!({
        "id": id,
        "list": entry.list.name(),
        "label": { "fr": word.fr, "en": word.en },
        "short_label": word.short.as_ref().map(in_both),
        "own": is_own(network, word),
        "from": word.from.map(|date| date.to_string()),
        "to": word.to.map(|date| date.to_string()),
        "succeeds": word.succeeds.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "family": word.family,
        "category": word.category,
        "counts": word.counts,
        "unit_label": word.unit.as_ref().map(in_both),
        "records": used,
    })
}

fn in_both(text: &LocalizedText) -> Json {
    json!({ "fr": text.get(Language::French), "en": text.get(Language::English) })
}

fn word_table(question: &Question, entry: &ListEntry, rows: &[Row]) -> Table {
    question
        .table("Mots", "Words", rows.iter().copied())
        .column("à écrire", "to write", |(id, ..)| id)
        .unfolded()
        .column("en français", "in French", |(_, word, _)| &word.fr)
        .column("en anglais", "in English", |(_, word, _)| &word.en)
        .column("fiches", "records", |(.., used)| used)
        .column("remarque", "remark", |(_, word, _)| {
            remark(question, entry.list, word)
        })
        .build()
        .without_empty_columns()
}

fn word_data(question: &Question, entry: &ListEntry, rows: &[Row]) -> DataTable {
    let list = entry.list.name();
    question
        .data("words", "Mots", "Words", rows.iter().copied())
        .column("list", "list", |_| list)
        .column("id", "id", |(id, ..)| id)
        .column("label_fr", "label_fr", |(_, word, _)| &word.fr)
        .column("label_en", "label_en", |(_, word, _)| &word.en)
        .column("own", "own", |(_, word, _)| is_own(question.network, word))
        .column("from", "from", |(_, word, _)| word.from)
        .column("to", "to", |(_, word, _)| word.to)
        .column("family", "family", |(_, word, _)| &word.family)
        .column("category", "category", |(_, word, _)| &word.category)
        .column("counts", "counts", |(_, word, _)| Value::from(word.counts))
        .column("records", "records", |(.., used)| used)
        .build()
        .in_no_language()
}
