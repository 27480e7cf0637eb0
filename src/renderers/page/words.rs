//! The words that templates may use beside their facts: they format what is there, they count
//! nothing.

use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error, ErrorKind};

use crate::calendar::PartialDate;
use crate::language::Language;
use crate::renderers::page::{Markup, shown};
use crate::renderers::prose;

/// Adds them.
pub(super) fn add(environment: &mut Environment<'static>, markup: Markup, language: Language) {
    environment.add_filter("grid", move |table: Value| {
        shown::grid(&table, markup, language)
    });
    environment.add_filter("prose", move |text: String| shown::prose(&text, 3, markup));
    environment.add_filter("join", move |list: Value, between: Option<String>| {
        join(&list, between, markup)
    });
    let number = move |value: f64| language.decimal(value, 2);
    environment.add_filter("number", move |fact: Value| {
        told(&fact, |fact| as_number(fact).map(number))
    });
    let percent = move |share: f64| language.percent(share);
    environment.add_filter("percent", move |fact: Value| {
        told(&fact, |fact| as_number(fact).map(percent))
    });
    let euros = move |amount: f64| language.euros(amount);
    environment.add_filter("euros", move |fact: Value| {
        told(&fact, |fact| as_number(fact).map(euros))
    });
    environment.add_filter("quoted", move |fact: Value| {
        told(&fact, |fact| Ok(language.quoted(&fact.to_string())))
    });
    let date =
        move |text: String| PartialDate::parse(&text).map_or(text, |when| when.format(language));
    environment.add_filter("date", move |fact: Value| {
        told(&fact, |fact| Ok(date(fact.to_string())))
    });
    environment.add_function("say", move |both: Kwargs| said(&both, language));
}

/// A fact in words: what no record tells is nothing, a fact that does not exist is an error.
fn told(fact: &Value, words: impl Fn(&Value) -> Result<String, Error>) -> Result<String, Error> {
    if fact.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    if fact.is_none() {
        Ok(String::new())
    } else {
        words(fact)
    }
}

fn as_number(fact: &Value) -> Result<f64, Error> {
    f64::try_from(fact.clone())
}

/// Both sentences side by side, as everywhere in the house; a missing one is an error.
fn said(both: &Kwargs, language: Language) -> Result<String, Error> {
    let (french, english): (String, String) = (both.get("fr")?, both.get("en")?);
    both.assert_all_used()?;
    Ok(match language {
        Language::French => french,
        Language::English => english,
    })
}

fn join(list: &Value, between: Option<String>, markup: Markup) -> Result<Value, Error> {
    let between = markup.escaped(&between.unwrap_or_else(|| ", ".to_owned()));
    let words = list
        .try_iter()
        .map_err(|_| Error::new(ErrorKind::InvalidOperation, "join"))?;
    let words = words.map(|word| {
        if word.is_safe() {
            word.to_string()
        } else {
            markup.escaped(&word.to_string())
        }
    });
    Ok(Value::from_safe_string(
        words.collect::<Vec<_>>().join(&between),
    ))
}

/// Markdown of people in the page's markup.
pub(super) fn in_markup(markdown: &str, level: u8, markup: Markup) -> String {
    match markup {
        Markup::Markdown => prose::as_markdown(markdown, level),
        Markup::Html => prose::as_html(markdown, level),
    }
}
