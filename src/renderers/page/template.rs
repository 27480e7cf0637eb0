//! Template of a page: the network's own or ours, filled with facts.

use std::collections::BTreeSet;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};

use crate::language::Language;
use crate::renderers::page::budget::{Budget, text};
use crate::renderers::page::cells::measure_text;
use crate::renderers::page::known_facts::KnownFacts;
use crate::renderers::page::markup::Markup;
use crate::renderers::page::template_error::TemplateError;
use crate::renderers::page::{filters, nesting, program, sections};
use crate::views::view::Facts;

/// Templates of reports without one of their own: title, sections, tables, notes, scope.
const MARKDOWN: &str = include_str!("../../../templates/report.md");
const HTML: &str = include_str!("../../../templates/report.html");

/// Style of an HTML page, on a screen and on paper.
const STYLE: &str = include_str!("../../../templates/report.css");

/// Instructions of the template engine that a template may use before it is stopped.
// Far more than a report needs; a loop without end is stopped after a moment.
const FUEL: u64 = 5_000_000;

/// Macros and loops that may call themselves inside one another, as the engine counts them.
// It allows 500, for which a stack of two megabytes is too small.
const RECURSION: usize = 150;

/// A template of a network.
#[derive(Clone, Copy, Debug)]
pub struct Template<'t> {
    /// Path below the workspace's root, as in findings.
    pub path: &'t str,
    /// Text of the template.
    pub text: &'t str,
}

/// Markup, language and template of a page.
#[derive(Clone, Copy, Debug)]
pub struct Page<'t> {
    /// Markup.
    pub markup: Markup,
    /// Language.
    pub language: Language,
    /// The network's own template, if it has one.
    pub own: Option<Template<'t>>,
    /// Names of all reports, whose facts a template can name.
    pub reports: &'t [&'static str],
}

impl Page<'_> {
    /// The names that the template does not define itself, among them those of the views that it
    /// needs.
    ///
    /// # Errors
    /// Returns an error if the template cannot be parsed.
    pub fn names(&self) -> Result<BTreeSet<String>, TemplateError> {
        let (path, text) = self.template();
        if let Some(at) = syntax()
            .ok()
            .and_then(|syntax| nesting::excess(text, syntax))
        {
            return Err(TemplateError::too_nested(path, text, at, self.language));
        }
        let error = |error| self.error(&error, Value::UNDEFINED);
        let environment = self.environment(&Arc::default()).map_err(error)?;
        let template = environment
            .template_from_named_str(path, text)
            .map_err(error)?;
        let mut names: BTreeSet<String> =
            template.undeclared_variables(false).into_iter().collect();
        // The engine does not look into slices: `map.facts.territories[:3]`.
        let reports = self.reports.iter();
        let used = reports.filter(|report| text.contains(&format!("{report}.")));
        names.extend(used.map(|report| (*report).to_owned()));
        Ok(names)
    }

    /// The page, from the facts of its report by their own names, and those of other views by the
    /// name of the view.
    ///
    /// # Errors
    /// Returns an error, with path and line, if the template cannot be rendered.
    pub fn render(&self, facts: Option<&Facts>, others: &[Facts]) -> Result<String, TemplateError> {
        self.names()?;
        let mut names = facts
            .map(|facts| sections::facts(facts, self.markup, self.language))
            .unwrap_or_default();
        for other in others {
            let facts = sections::facts(other, self.markup, self.language);
            names.insert(other.report.to_owned(), Value::from_pairs(facts));
        }
        let names = Value::from_pairs(names);
        self.fill(names.clone())
            .map_err(|error| self.error(&error, names))
    }

    fn fill(&self, names: Value) -> Result<String, Error> {
        let environment = self.environment(&Arc::default())?;
        program::run(&environment, self.template(), syntax()?, names)
    }

    /// Path and text of the template.
    fn template(&self) -> (&str, &str) {
        match (self.own, self.markup) {
            (Some(own), _) => (own.path, own.text),
            (None, Markup::Markdown) => ("report.md", MARKDOWN),
            (None, Markup::Html) => ("report.html", HTML),
        }
    }

    fn error(&self, error: &Error, facts: Value) -> TemplateError {
        let known = KnownFacts {
            facts,
            reports: self.reports,
        };
        TemplateError::new(error, self.template(), &known, self.language)
    }

    /// The environment of a template beside its facts: a few filters and functions, and nothing of
    /// the machine.
    fn environment(&self, budget: &Arc<Budget>) -> Result<Environment<'static>, Error> {
        let (markup, language) = (self.markup, self.language);
        let mut environment = Environment::empty();
        environment.set_syntax(syntax()?);
        environment.set_fuel(Some(FUEL));
        environment.set_recursion_limit(RECURSION);
        // Errors then tell the expression that is at fault.
        environment.set_debug(true);
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        // Any custom name sends every value through the formatter below.
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("ours".into()));
        let written = Arc::clone(budget);
        environment.set_formatter(move |out: &mut Output, _: &mut State, value: &Value| {
            let shown = shown(value, markup)?;
            written.write(&shown)?;
            out.write_str(&shown).map_err(Error::from)
        });
        program::add_guards(&mut environment, budget);
        filters::add(&mut environment, markup, language, budget);
        environment.add_global("style", Value::from_safe_string(STYLE.to_owned()));
        environment.add_global("language", language.code());
        Ok(environment)
    }
}

/// The syntax of templates: a tag on a line of its own leaves no blank line.
fn syntax() -> Result<SyntaxConfig, Error> {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build()
}

/// A value as the page shows it, escaped unless it is markup of ours.
fn shown(value: &Value, markup: Markup) -> Result<String, Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    if value.is_safe() {
        return Ok(value.to_string());
    }
    if value.is_none() {
        return Ok(String::new());
    }
    let text = match measure_text(value) {
        Some(text) => text,
        None => text(value)?,
    };
    Ok(markup.escaped(&text))
}
