//! What a new network says about itself: by options, or at a terminal when asked.

use anyhow::{Result, bail};

use crate::commands::init::arguments::Arguments;
use crate::commands::shared::asking::{ask, is_at_terminal};
use crate::commands::shared::command::eprint;
use crate::commands::shared::fresh_territory::keys_of_area;
use crate::commands::shared::official_area::area_called;
use crate::edits::NewValue;
use crate::geography::{Area, AreaLevel};
use crate::language::Language;
use crate::records::{List, Vocabulary, id_from_name};
use crate::renderers::safe;
use crate::say;

/// What a new network says about itself.
pub struct Answers {
    /// Its name.
    pub name: String,
    /// Its language.
    pub language: Language,
    /// The id of its first territory.
    pub territory: String,
    /// The keys of that territory's record.
    pub keys: Vec<(String, NewValue)>,
    area: Option<Area>,
}

impl Answers {
    /// The first territory, as it was found.
    pub fn territory_told(&self, language: Language) -> String {
        match &self.area {
            Some(area) => {
                let (name, code) = (area.name, area.code);
                say!(language, fr: "{name}, code {code}", en: "{name}, code {code}")
            }
            None => say!(language, fr: "sans code officiel", en: "without an official code"),
        }
    }
}

/// Takes the options, and asks for what they do not say.
pub fn answers(
    arguments: &Arguments,
    vocabulary: &Vocabulary,
    language: Language,
) -> Result<Answers> {
    if !is_at_terminal() && (arguments.name.is_none() || arguments.territory.is_none()) {
        bail!(say!(language,
            fr: "il faut un nom et un territoire\u{a0}: `apes init --name \"Réseau du pays de \
                Redon\" --territory \"Redon Agglomération\"`",
            en: "a name and a territory are needed: `apes init --name \"Network of Redon\" \
                --territory \"Redon Agglomération\"`"));
    }
    let question = say!(language, fr: "Nom du réseau", en: "Name of the network");
    let name = answered(arguments.name.as_deref(), &question, language)?;
    let (named, area) = first_territory(arguments, language)?;
    let label = match &area {
        Some(area) if area.code == named => area.label().to_owned(),
        _ => without_department(&named).to_owned(),
    };
    let id = id_from_name(&label);
    if id.is_empty() {
        let named = safe::line(&named);
        bail!(say!(language,
            fr: "aucun identifiant ne se tire de `{named}`",
            en: "no id can be made from `{named}`"));
    }
    let keys = if let Some(area) = &area {
        keys_of_area(&label, area, vocabulary, language)
    } else {
        let kind = require_kind(arguments, vocabulary, language)?;
        vec![
            ("name".to_owned(), NewValue::Text(label)),
            ("kind".to_owned(), NewValue::Text(kind)),
            (
                "sources".to_owned(),
                NewValue::List(vec![own_source(language)]),
            ),
        ]
    };
    Ok(Answers {
        name,
        language,
        territory: id,
        keys,
        area,
    })
}

/// The first territory, as it is named, with its official area.
fn first_territory(arguments: &Arguments, language: Language) -> Result<(String, Option<Area>)> {
    let question = say!(language,
        fr: "Premier territoire, par son nom officiel ou son code",
        en: "First territory, by its official name or code");
    loop {
        let named = answered(arguments.territory.as_deref(), &question, language)?;
        match official_area(&named, arguments.word.as_deref(), language) {
            Ok(area) => return Ok((named, area)),
            // At a terminal, another name can be tried.
            Err(error) if arguments.territory.is_none() => eprint(&error.to_string()),
            Err(error) => return Err(error),
        }
    }
}

/// The value of an option, else the answer at the terminal.
fn answered(option: Option<&str>, question: &str, language: Language) -> Result<String> {
    let answer = match option {
        Some(text) => Some(text.to_owned()),
        None => ask(question, None, language)?,
    };
    match answer.map(|text| text.trim().to_owned()) {
        Some(text) if !text.is_empty() => Ok(text),
        _ => bail!(say!(language,
            fr: "rien n'a été écrit\u{a0}: il manque une réponse",
            en: "nothing was written: an answer is missing")),
    }
}

/// The official area of a territory; `None` for a kind of territory that has no official list.
fn official_area(named: &str, kind: Option<&str>, language: Language) -> Result<Option<Area>> {
    match kind {
        Some(kind) if AreaLevel::from_word(kind).is_none() => Ok(None),
        kind => Ok(Some(area_called(named, kind, language)?)),
    }
}

/// The kind of a territory that has no official code.
fn require_kind(
    arguments: &Arguments,
    vocabulary: &Vocabulary,
    language: Language,
) -> Result<String> {
    let kind = arguments.word.clone().unwrap_or_default();
    if vocabulary.word(List::TerritoryKinds, &kind).is_some() {
        return Ok(kind);
    }
    let words = vocabulary.list(List::TerritoryKinds);
    let words: Vec<&str> = words.iter().map(|(id, _)| id.as_str()).collect();
    let (kind, words) = (safe::line(&kind), words.join(", "));
    bail!(say!(language,
        fr: "`{kind}` n'est pas une sorte de territoire\u{a0}: {words}",
        en: "`{kind}` is not a kind of territory: {words}"))
}

/// The name in front of a department in brackets.
fn without_department(named: &str) -> &str {
    named.split(" (").next().unwrap_or(named).trim()
}

fn own_source(language: Language) -> NewValue {
    let title = say!(language,
        fr: "Territoire tel que le réseau le définit",
        en: "Territory as the network defines it");
    NewValue::Table(vec![("title".to_owned(), NewValue::Text(title))])
}
