//! Pages made by a template from facts, in Markdown or in HTML.

mod broken;
mod shown;
mod words;

use std::collections::BTreeSet;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, Error, Output, State, UndefinedBehavior};

use crate::language::Language;
use crate::renderers::{prose, safe};
use crate::views::view::Facts;

pub use broken::Broken;

/// The templates of every report that has none of its own: title, sections, tables, notes, scope.
const MARKDOWN: &str = include_str!("../../../templates/report.md");
const HTML: &str = include_str!("../../../templates/report.html");

/// What a page of HTML looks like on a screen and on paper.
const STYLE: &str = include_str!("../../../templates/report.css");

/// How much work a template may do before it is stopped, and how many bytes it may write.
const FUEL: u64 = 5_000_000;
const LONGEST: usize = 32 * 1024 * 1024;

/// In what a page is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Markdown.
    Markdown,
    /// One HTML file.
    Html,
}

impl Markup {
    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }

    /// A text that shows as it is.
    fn escaped(self, text: &str) -> String {
        match self {
            Self::Markdown => prose::escaped(text),
            Self::Html => shown::html(&safe::line(text)),
        }
    }
}

/// A template of a network: its path, and what it says.
#[derive(Clone, Copy, Debug)]
pub struct Template<'t> {
    /// Its path below the workspace's root, as findings name it.
    pub path: &'t str,
    /// Its text.
    pub text: &'t str,
}

/// A page: in what, in which language, and by which template where the network has its own.
#[derive(Clone, Copy, Debug)]
pub struct Page<'t> {
    /// In what it is written.
    pub markup: Markup,
    /// In which language.
    pub language: Language,
    /// The network's own template.
    pub own: Option<Template<'t>>,
}

impl Page<'_> {
    /// The names that a template takes from outside itself: those of the views that it needs among
    /// them.
    ///
    /// # Errors
    /// Where it cannot be read as a template.
    pub fn names(&self) -> Result<BTreeSet<String>, Broken> {
        let environment = self.environment().map_err(|error| self.broken(&error))?;
        let (path, text) = self.template();
        let template = environment
            .template_from_named_str(path, text)
            .map_err(|error| self.broken(&error))?;
        Ok(template.undeclared_variables(false).into_iter().collect())
    }

    /// The page: its report's facts by their own names, those of other views by the view's name.
    ///
    /// # Errors
    /// Where the template is broken; told with its path and line.
    pub fn render(&self, facts: Option<&Facts>, others: &[Facts]) -> Result<String, Broken> {
        let environment = self.environment().map_err(|error| self.broken(&error))?;
        let (path, text) = self.template();
        let mut known = facts
            .map(|facts| shown::facts(facts, *self))
            .unwrap_or_default();
        known.extend(others.iter().map(|other| {
            (
                other.report.to_owned(),
                Value::from_pairs(shown::facts(other, *self)),
            )
        }));
        let mut written = Capped(Vec::new());
        environment
            .template_from_named_str(path, text)
            .and_then(|template| {
                template
                    .render_captured_to(Value::from_pairs(known), &mut written)
                    .map(drop)
            })
            .map_err(|error| self.broken(&error))?;
        Ok(String::from_utf8_lossy(&written.0).into_owned())
    }

    fn template(&self) -> (&str, &str) {
        match (self.own, self.markup) {
            (Some(own), _) => (own.path, own.text),
            (None, Markup::Markdown) => ("report.md", MARKDOWN),
            (None, Markup::Html) => ("report.html", HTML),
        }
    }

    fn broken(&self, error: &Error) -> Broken {
        Broken::from(error, self.template().0, self.language)
    }

    /// What a template may use: its facts, a few words of ours, and nothing of the machine.
    fn environment(&self) -> Result<Environment<'static>, Error> {
        let (markup, language) = (self.markup, self.language);
        let mut environment = Environment::empty();
        environment.set_syntax(
            SyntaxConfig::builder()
                .trim_blocks(true)
                .lstrip_blocks(true)
                .build()?,
        );
        environment.set_fuel(Some(FUEL));
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("ours".into()));
        environment.set_formatter(move |out: &mut Output, _: &mut State, value: &Value| {
            if value.is_undefined() {
                return Err(Error::from(minijinja::ErrorKind::UndefinedError));
            }
            let text = match value.is_safe() {
                true => value.to_string(),
                false if value.is_none() => String::new(),
                false => markup.escaped(&shown::told(value).unwrap_or_else(|| value.to_string())),
            };
            out.write_str(&text).map_err(Error::from)
        });
        words::add(&mut environment, markup, language);
        environment.add_global("style", Value::from_safe_string(STYLE.to_owned()));
        environment.add_global("language", language.code());
        Ok(environment)
    }
}

/// Bytes up to a limit, so that no template fills the machine.
struct Capped(Vec<u8>);

impl std::io::Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST {
            return Err(std::io::Error::other("too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
