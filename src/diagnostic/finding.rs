//! A finding: name, severity, sentence, labelled places, help, and the edits that would fix it.

use std::borrow::Cow;
use std::sync::Arc;

use crate::language::{Bilingual, Language};
use crate::sources::Span;

/// The severity of a finding, in ascending order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// For information.
    Note,
    /// Something is missing or doubtful; the records are usable.
    Warning,
    /// A contradiction: the command exits with 1.
    Error,
}

impl Severity {
    /// The word shown to people and written in machine formats.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        let word = match self {
            Self::Note => Bilingual {
                fr: "note",
                en: "note",
            },
            Self::Warning => Bilingual {
                fr: "avertissement",
                en: "warning",
            },
            Self::Error => Bilingual {
                fr: "erreur",
                en: "error",
            },
        };
        word.get(language)
    }

    /// A number of findings of this severity, in words: `3 avertissements`.
    #[must_use]
    pub fn counted(self, count: usize, language: Language) -> String {
        let several = match (self, language) {
            (Self::Note, _) => "notes",
            (Self::Warning, Language::French) => "avertissements",
            (Self::Warning, Language::English) => "warnings",
            (Self::Error, Language::French) => "erreurs",
            (Self::Error, Language::English) => "errors",
        };
        language.count(count, self.word(language), several)
    }
}

/// A rule, with its default severity, its reason and its example.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The name of what is found, in kebab-case: `unknown-actor`.
    pub name: &'static str,
    /// The severity, unless `apes.toml` sets another.
    pub severity: Severity,
    /// The reason, in one sentence without capital or full stop.
    pub because: Bilingual,
    /// The output of `apes validate` for the rule's wrong example.
    pub example: Bilingual,
}

/// Builds the [`Rule`] `name`; its example is what `tests/<folder>/<name>/expected.*.txt` holds,
/// which is what `apes validate` prints for the wrong records beside them.
#[macro_export]
macro_rules! rule {
    ($folder:literal, $name:literal, $severity:ident, fr: $fr:literal, en: $en:literal) => {
        $crate::diagnostic::Rule {
            name: $name,
            severity: $crate::diagnostic::Severity::$severity,
            because: $crate::language::Bilingual { fr: $fr, en: $en },
            example: $crate::language::Bilingual {
                fr: include_str!(concat!(
                    env!("CARGO_MANIFEST_DIR"),
                    "/tests/",
                    $folder,
                    "/",
                    $name,
                    "/expected.fr.txt"
                )),
                en: include_str!(concat!(
                    env!("CARGO_MANIFEST_DIR"),
                    "/tests/",
                    $folder,
                    "/",
                    $name,
                    "/expected.en.txt"
                )),
            },
        }
    };
}

/// One step of a route: down into a table or a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RouteStep {
    /// Into the value of a key.
    Key(Arc<str>),
    /// Into an item of a list, by its index from 0.
    Item(usize),
}

impl From<&str> for RouteStep {
    fn from(key: &str) -> Self {
        Self::Key(Arc::from(key))
    }
}

impl From<&String> for RouteStep {
    fn from(key: &String) -> Self {
        Self::from(key.as_str())
    }
}

impl From<usize> for RouteStep {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// The keys and indexes that lead to a value from the top of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route(pub Vec<RouteStep>);

impl Route {
    /// A copy of this route with one more step.
    #[must_use]
    pub fn then(&self, step: impl Into<RouteStep>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }
}

impl std::fmt::Display for Route {
    /// Writes `partners.tilt.role`, and `[1]` for an item.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                RouteStep::Key(key) if index == 0 => write!(out, "{key}")?,
                RouteStep::Key(key) => write!(out, ".{key}")?,
                RouteStep::Item(item) => write!(out, "[{item}]")?,
            }
        }
        Ok(())
    }
}

/// The route through keys and indexes: `route!["partners", id, "role"]`.
#[macro_export]
macro_rules! route {
    ($($step:expr),* $(,)?) => {
        $crate::diagnostic::Route(vec![$($crate::diagnostic::RouteStep::from($step)),*])
    };
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// The whole file; shown at its first key.
    File,
    /// These bytes.
    Span(Span),
    /// A key.
    Key(Route),
    /// A value.
    Value(Route),
    /// An item of a list, with the sign that separates it from the others.
    Item(Route),
    /// Bytes inside a text value, counted after its quotes and escapes are resolved.
    Within(Route, Span),
}

/// A place in the workspace, by name; the bytes are resolved at the end of a run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path of the file, relative to the root of the workspace.
    pub file: Arc<str>,
    /// The place in the file.
    pub at: At,
}

/// A place with the text that an excerpt shows under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place underlined.
    pub place: Place,
    /// The text; may be empty.
    pub text: String,
}

/// The new content of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Characters in the syntax of the file, written as they are.
    Raw(String),
    /// A text, to be quoted in the syntax of the file.
    Text(String),
}

/// A change to a file that would fix a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The place to replace.
    pub place: Place,
    /// The new content.
    pub writing: Writing,
}

/// Advice on how to fix a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// The advice in a sentence.
    pub sentence: String,
    /// The edits that follow the advice exactly; they belong together.
    pub edits: Vec<Edit>,
}

/// A finding about the records, for the person who keeps them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the rule, or of the criterion.
    pub name: Cow<'static, str>,
    /// The severity in this workspace.
    pub severity: Severity,
    /// The finding in one sentence, without capital or full stop.
    pub sentence: String,
    /// The place of the finding, underlined.
    pub primary: Label,
    /// Other places that explain it: another record, the criterion.
    pub secondary: Vec<Label>,
    /// The reason of the rule.
    pub because: String,
    /// Advice.
    pub help: Option<Help>,
}

impl Finding {
    /// A finding of a rule at a place, to be completed by the methods below.
    #[must_use]
    pub fn new(rule: &'static Rule, language: Language, place: Place, sentence: String) -> Self {
        Self {
            name: Cow::Borrowed(rule.name),
            severity: rule.severity,
            sentence,
            primary: Label {
                place,
                text: String::new(),
            },
            secondary: Vec::new(),
            because: rule.because.get(language).to_owned(),
            help: None,
        }
    }

    /// Sets the text under the underlined place.
    #[must_use]
    pub fn label(mut self, text: String) -> Self {
        self.primary.text = text;
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn beside(mut self, place: Place, text: String) -> Self {
        self.secondary.push(Label { place, text });
        self
    }

    /// Sets the advice.
    #[must_use]
    pub fn help(mut self, sentence: String) -> Self {
        self.help = Some(Help {
            sentence,
            edits: Vec::new(),
        });
        self
    }

    /// Adds an edit to the advice set with [`Finding::help`]; does nothing without advice.
    #[must_use]
    pub fn edit(mut self, place: Place, writing: Writing) -> Self {
        if let Some(help) = &mut self.help {
            help.edits.push(Edit { place, writing });
        }
        self
    }
}
