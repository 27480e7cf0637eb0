//! Filters and functions of templates, which format facts but count nothing.

use std::sync::Arc;

use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error, ErrorKind, filters, tests};

use crate::calendar::PartialDate;
use crate::language::Language;
use crate::renderers::page::budget::{Budget, text};
use crate::renderers::page::markup::Markup;
use crate::renderers::page::table::grid;

/// Names of all filters, of all functions and of all tests.
pub(super) const FILTERS: [&str; 15] = [
    "date", "default", "euros", "first", "grid", "join", "last", "length", "lower", "number",
    "percent", "prose", "quoted", "sort", "upper",
];
pub(super) const FUNCTIONS: [&str; 1] = ["say"];
pub(super) const TESTS: [&str; 2] = ["defined", "undefined"];

/// Level at which the headings of prose start when a template places it.
const PROSE_LEVEL: u8 = 3;

/// Adds all filters and functions to an environment. The markup that they make is counted as if it
/// were written at once.
pub(super) fn add(
    environment: &mut Environment<'static>,
    markup: Markup,
    language: Language,
    budget: &Arc<Budget>,
) {
    let counted = Arc::clone(budget);
    environment.add_filter("grid", move |table: Value| {
        made(grid(&table, markup, language)?, &counted)
    });
    let counted = Arc::clone(budget);
    environment.add_filter("prose", move |text: String| {
        made(markup.prose(&text, PROSE_LEVEL), &counted)
    });
    let counted = Arc::clone(budget);
    environment.add_filter("join", move |list: Value, separator: Option<String>| {
        made(join(&list, separator, markup)?, &counted)
    });
    add_format(environment, "number", move |fact| {
        Ok(language.decimal(f64::try_from(fact.clone())?, 2))
    });
    add_format(environment, "percent", move |fact| {
        Ok(language.percent(f64::try_from(fact.clone())?))
    });
    add_format(environment, "euros", move |fact| {
        Ok(language.euros(f64::try_from(fact.clone())?))
    });
    add_format(environment, "quoted", move |fact| {
        Ok(language.quoted(&text(fact)?))
    });
    add_format(environment, "date", move |fact| {
        let text = text(fact)?;
        Ok(PartialDate::parse(&text).map_or(text, |date| date.format(language)))
    });
    environment.add_filter("default", filters::default);
    environment.add_filter("first", filters::first);
    environment.add_filter("last", filters::last);
    environment.add_filter("length", filters::length);
    environment.add_filter("lower", filters::lower);
    environment.add_filter("sort", filters::sort);
    environment.add_filter("upper", filters::upper);
    environment.add_test("defined", tests::is_defined);
    environment.add_test("undefined", tests::is_undefined);
    environment.add_function("say", move |both: Kwargs| say(&both, language));
}

/// Markup of ours as a value.
fn made(markup: String, budget: &Budget) -> Result<Value, Error> {
    budget.write(&markup)?;
    Ok(Value::from_safe_string(markup))
}

/// Adds a filter that formats a fact. An unknown fact gives nothing; one that does not exist is an
/// error.
fn add_format(
    environment: &mut Environment<'static>,
    name: &'static str,
    format: impl Fn(&Value) -> Result<String, Error> + Send + Sync + 'static,
) {
    environment.add_filter(name, move |fact: Value| -> Result<String, Error> {
        if fact.is_undefined() {
            return Err(Error::from(ErrorKind::UndefinedError));
        }
        if fact.is_none() {
            return Ok(String::new());
        }
        format(&fact)
    });
}

/// The sentence in the language of the page. Returns an error if one of the two is missing.
fn say(both: &Kwargs, language: Language) -> Result<String, Error> {
    let (french, english): (String, String) = (both.get("fr")?, both.get("en")?);
    both.assert_all_used()?;
    Ok(match language {
        Language::French => french,
        Language::English => english,
    })
}

/// The items of a list with a separator, each escaped unless it is markup of ours.
fn join(list: &Value, separator: Option<String>, markup: Markup) -> Result<String, Error> {
    let separator = markup.escaped(&separator.unwrap_or_else(|| ", ".to_owned()));
    let items = list
        .try_iter()
        .map_err(|_| Error::new(ErrorKind::InvalidOperation, "join"))?
        .map(|item| {
            let shown = text(&item)?;
            Ok(if item.is_safe() {
                shown
            } else {
                markup.escaped(&shown)
            })
        });
    Ok(items.collect::<Result<Vec<_>, Error>>()?.join(&separator))
}
