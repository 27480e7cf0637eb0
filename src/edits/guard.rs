//! An edit with its guard: what is read afterwards is what was asked, and nothing else changed.

use crate::documents::Syntax;
use crate::edits::change::Change;
use crate::edits::library;
use crate::edits::model::Model;
use crate::edits::read::read;
use crate::edits::refusal::Refusal;
use crate::edits::splice::{self, Splice};
use crate::sources::{Cut, Source, Span};

/// Makes a change in a text. Returns the new text, in which no other byte changed.
///
/// # Errors
/// Returns an error if the text cannot be read, the place does not exist, or the change cannot be
/// made without changing anything else.
pub fn edit(source: &Source, change: &Change) -> Result<String, Refusal> {
    let syntax = Syntax::of(&source.path).unwrap_or(Syntax::Toml);
    let tree = read(source, syntax).ok_or(Refusal::Unreadable)?;
    let mut expected = Model::of(&tree);
    expected.change(change)?;
    let splices = splice::splices(&source.text, syntax, &tree, change);
    let edited = Edited {
        source,
        syntax,
        expected: &expected,
        place: splices.as_deref().and_then(hull),
    };
    library::edited(&source.text, syntax, change)
        .filter(|text| edited.accepts(text))
        .or_else(|| {
            let text = splice::apply(&source.text, &splices?)?;
            edited.reads(&text).then_some(text)
        })
        .ok_or_else(|| Refusal::Unsafe(change.route().clone()))
}

/// Makes several changes, each in the text that the one before left.
///
/// # Errors
/// Returns an error if any of the changes cannot be made; the text is then left as it was.
pub fn edit_all(source: &Source, changes: &[Change]) -> Result<String, Refusal> {
    let mut source = source.clone();
    for change in changes {
        source = Source::new(&source.path, edit(&source, change)?);
    }
    Ok(source.text)
}

/// An edit whose result is to be checked.
struct Edited<'e> {
    source: &'e Source,
    syntax: Syntax,
    expected: &'e Model,
    /// The bytes of the original text that the edit may change; `None` if they are not known.
    place: Option<Span>,
}

impl Edited<'_> {
    /// Whether a text reads as was asked and differs from the original in the edited place alone.
    fn accepts(&self, text: &str) -> bool {
        let before = &self.source.text;
        let is_rest_kept = match self.place {
            // An insertion leaves all bytes of the original, wherever it is made.
            Some(place) if place.start == place.end => is_insertion(before, text),
            Some(place) => {
                let (above, below) = (before.before(place.start), before.behind(place.end));
                text.len() >= above.len() + below.len()
                    && text.starts_with(above)
                    && text.ends_with(below)
            }
            None => is_insertion(before, text),
        };
        is_rest_kept && self.reads(text)
    }

    /// Whether a text reads as was asked.
    fn reads(&self, text: &str) -> bool {
        let source = Source::new(&self.source.path, text.to_owned());
        read(&source, self.syntax).is_some_and(|tree| self.expected.matches(&tree))
    }
}

/// The bytes from the first that splices change to the last.
fn hull(splices: &[Splice]) -> Option<Span> {
    let start = splices.iter().map(|splice| splice.span.start).min()?;
    let end = splices.iter().map(|splice| splice.span.end).max()?;
    Some(Span::new(start, end))
}

/// Whether a text is another one with something inserted at one place.
fn is_insertion(before: &str, after: &str) -> bool {
    let (before, after) = (before.as_bytes(), after.as_bytes());
    let prefix = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let rest = before
        .behind(prefix)
        .iter()
        .rev()
        .zip(after.behind(prefix).iter().rev());
    prefix + rest.take_while(|(a, b)| a == b).count() == before.len()
}
