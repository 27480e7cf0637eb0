//! What makes a finding the same one in another state of the records, wherever its line is now.

use crate::diagnostic::finding::{At, Finding};
use crate::sources::Source;

/// A finding without its place: what it is about, its rule, its sentence and the line it points to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// The record by kind and id, or the file.
    pub subject: String,
    /// Name of the rule.
    pub check: String,
    /// The sentence of the finding.
    pub sentence: String,
    /// The line of its place, without the spaces around it; empty where the text is not known.
    pub line: String,
}

impl Identity {
    /// The identity of a resolved finding about a subject, in the text of its file.
    #[must_use]
    pub fn of(finding: &Finding, subject: &str, source: Option<&Source>) -> Self {
        let line = match (source, &finding.primary.place.at) {
            (Some(source), At::Span(span)) => source.slice(source.line_span(span.start)),
            _ => "",
        };
        Self {
            subject: subject.to_owned(),
            check: finding.name.to_string(),
            sentence: finding.sentence.clone(),
            line: line.trim().to_owned(),
        }
    }

    /// A number of 32 hexadecimal digits, the same for the same identity and `copy` on every
    /// machine; `copy` tells apart findings that are else the same.
    #[must_use]
    pub fn fingerprint(&self, copy: usize) -> String {
        let copy = copy.to_string();
        let parts = [
            &*self.subject,
            &*self.check,
            &*self.sentence,
            &*self.line,
            &*copy,
        ];
        // Two halves, each with its own first byte: 64 bits alone could meet in a large network.
        format!("{:016x}{:016x}", fnv(b'a', &parts), fnv(b'b', &parts))
    }
}

/// The hash FNV-1a of texts, each ended by a byte that no text has.
fn fnv(first: u8, parts: &[&str]) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = parts
        .iter()
        .flat_map(|part| part.bytes().chain(std::iter::once(0xff)));
    std::iter::once(first)
        .chain(bytes)
        .fold(OFFSET, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(PRIME)
        })
}
