//! What we tell the reader: name, severity, sentence, labels, help, and the edits that would mend
//! it.

use std::borrow::Cow;
use std::sync::Arc;

use crate::language::{Bilingual, Language};
use crate::sources::Span;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// For information.
    Note,
    /// Worth a look: the records stand, but something is missing or doubtful.
    Warning,
    /// A contradiction: the command ends with 1.
    Error,
}

impl Severity {
    /// The word shown to people and written in machine formats.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        let both = match self {
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
        both.get(language)
    }
}

/// Why a finding exists: one rule, its default severity, its reason and its example.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What was found, in kebab-case: `unknown-actor`.
    pub name: &'static str,
    /// Severity unless `apes.toml` says otherwise.
    pub severity: Severity,
    /// Why it matters, in one sentence without capital or full stop.
    pub because: Bilingual,
    /// What `apes validate` says of the rule's own wrong example.
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

/// One step down a tree of keys and items.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RouteStep {
    /// Into the value of a key.
    Key(Arc<str>),
    /// Into an item of a list, counted from 0.
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

/// The way to a value from the top of its file, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route(pub Vec<RouteStep>);

impl Route {
    /// This route and one step further.
    #[must_use]
    pub fn then(&self, step: impl Into<RouteStep>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }
}

impl std::fmt::Display for Route {
    /// `partners.tilt.role`, items as `[1]`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                RouteStep::Key(key) if place == 0 => write!(out, "{key}")?,
                RouteStep::Key(key) => write!(out, ".{key}")?,
                RouteStep::Item(item) => write!(out, "[{item}]")?,
            }
        }
        Ok(())
    }
}

/// Names a value by the keys that lead to it: `route!["partners", id, "role"]`.
#[macro_export]
macro_rules! route {
    ($($step:expr),* $(,)?) => { $crate::diagnostic::Route(vec![$($crate::diagnostic::RouteStep::from($step)),*]) };
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// The file as a whole; shown at its first key.
    File,
    /// These bytes.
    Span(Span),
    /// A key.
    Key(Route),
    /// A value.
    Value(Route),
    /// Bytes inside a text: as the text reads, not as its syntax writes it.
    Within(Route, Span),
}

/// A place in the workspace, by name until the end of the run resolves it to bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path of the file below the root.
    pub file: Arc<str>,
    /// Where in it.
    pub at: At,
}

/// What an excerpt says of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place underlined.
    pub place: Place,
    /// What is said there; may be empty.
    pub text: String,
}

/// What an edit writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writing {
    /// These characters as they are, already in the file's syntax.
    Raw(String),
    /// This text, quoted as the file's syntax wants it.
    Text(String),
}

/// A change of a file that would mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub place: Place,
    /// By what.
    pub writing: Writing,
}

/// What the reader can do about a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// In words.
    pub sentence: String,
    /// As changes, where the words can be exact; all of them together.
    pub edits: Vec<Edit>,
}

/// Something the reader should know about the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the rule.
    pub name: Cow<'static, str>,
    /// How grave it is here.
    pub severity: Severity,
    /// What is the matter, in one sentence.
    pub sentence: String,
    /// The offence, underlined.
    pub primary: Label,
    /// What else the reader must see to understand: another file, the law.
    pub secondary: Vec<Label>,
    /// Why it matters.
    pub because: String,
    /// What can be done.
    pub help: Option<Help>,
}

impl Finding {
    /// A finding of a rule at a place, to be completed with the methods below.
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

    /// Says something under the underlined place.
    #[must_use]
    pub fn label(mut self, text: String) -> Self {
        self.primary.text = text;
        self
    }

    /// Shows a second place.
    #[must_use]
    pub fn beside(mut self, place: Place, text: String) -> Self {
        self.secondary.push(Label { place, text });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, sentence: String) -> Self {
        self.help = Some(Help {
            sentence,
            edits: Vec::new(),
        });
        self
    }

    /// Adds a change to what was said with [`Finding::help`].
    #[must_use]
    pub fn edit(mut self, place: Place, writing: Writing) -> Self {
        if let Some(help) = &mut self.help {
            help.edits.push(Edit { place, writing });
        }
        self
    }
}
