//! The texts of a record that another program may have broken, and the edits that mend them.

use crate::diagnostic::Writing;
use crate::documents::reading::Reading;
use crate::documents::schema::schemas::Schemas;
use crate::documents::schema::shape::{Shape, ShapeKind};
use crate::documents::syntax::Syntax;
use crate::sources::Span;

/// Most characters that a name or a title may have.
const LONGEST_NAME: usize = 300;

/// Whether a text has a character that one of the searches looks for; nearly all have none.
#[must_use]
pub fn is_suspect(text: &str, is_name: bool) -> bool {
    let is_padded = text.starts_with(' ') || text.ends_with(' ') || text.contains(['\n', '\t']);
    is_name && is_padded || has_byte(text, is_suspect_byte)
}

/// Bytes that are searched at once.
const BYTES_AT_ONCE: usize = 32;

/// Whether a text has a byte of some kind. Every byte of a group is asked, so that the processor
/// asks all of them in one go: this runs over every byte of every record.
pub(super) fn has_byte(text: &str, is: impl Fn(u8) -> bool) -> bool {
    let mut groups = text.as_bytes().chunks(BYTES_AT_ONCE);
    groups.any(|group| group.iter().fold(false, |found, byte| found | is(*byte)))
}

/// Whether a byte is a control, the sign of an entity or of a tag, or begins a character that
/// broken texts have: the bytes of UTF-8 from 0x80 to 0xBF as Windows-1252 reads them, the sign of
/// a lost letter, signs that are not seen.
fn is_suspect_byte(byte: u8) -> bool {
    let is_control = byte < b' ' && byte != b'\n' && byte != b'\r' && byte != b'\t';
    let signs = [
        b'&', b'<', 0x7f, 0xc2, 0xc5, 0xc6, 0xcb, 0xcd, 0xd8, 0xe1, 0xe2, 0xe3, 0xef,
    ];
    let is_beyond_plane = (0xf0..=0xf4).contains(&byte);
    is_control || is_beyond_plane || signs.contains(&byte)
}

/// Whether a shape is that of a name or a title: short, and never empty.
#[must_use]
pub fn is_name(shape: &Shape) -> bool {
    match &shape.kind {
        ShapeKind::Text {
            pattern, longest, ..
        } => pattern.is_some() && *longest <= LONGEST_NAME,
        ShapeKind::ShortOrTable(choices) => {
            let mut shapes = choices.iter().map(|id| Schemas::embedded().shape(*id));
            shapes.any(is_name)
        }
        _ => false,
    }
}

/// A text or a line with what was broken put right; `None` if nothing was.
pub type Mend = fn(&str) -> Option<String>;

/// The edits that write a mended text: the whole value if it is on one line, else the lines that
/// change. None if that could change more than what is mended.
#[must_use]
pub fn edits(
    reading: &Reading,
    span: Span,
    (text, mended): (&str, &str),
    mend_line: Mend,
) -> Vec<(Span, Writing)> {
    let written = reading.source.slice(span);
    let is_quoted = written.starts_with(['"', '\'']);
    if !written.contains('\n') && (is_quoted || is_plain_alone(reading, span, text)) {
        return vec![(span, Writing::Text(mended.to_owned()))];
    }
    let has_lines = text.contains('\n');
    if !has_lines || mended.trim_end().lines().count() != text.trim_end().lines().count() {
        return Vec::new();
    }
    line_edits(reading, span, is_quoted, mend_line).unwrap_or_default()
}

/// Whether an unquoted value is all that its line has behind its key.
fn is_plain_alone(reading: &Reading, span: Span, text: &str) -> bool {
    let line = reading.source.line_span(span.start);
    let before = reading.source.slice(Span::new(line.start, span.start));
    let behind = reading
        .source
        .slice(Span::new(span.end.min(line.end), line.end));
    reading.syntax == Syntax::Yaml
        && reading.source.slice(span) == text
        && !before.trim_start_matches([' ', '\t', '-']).is_empty()
        && !behind.contains('#')
}

/// The lines of a text over several lines that change, each mended by itself. `None` if a sign
/// would come in that the syntax reads.
fn line_edits(
    reading: &Reading,
    span: Span,
    is_quoted: bool,
    mend_line: Mend,
) -> Option<Vec<(Span, Writing)>> {
    let mut edits = Vec::new();
    let mut start = span.start;
    for line in reading.source.slice(span).split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        if let Some(mended) = mend_line(bare) {
            if is_quoted && brings_sign(bare, &mended) {
                return None;
            }
            let place = Span::new(start, start + bare.len());
            edits.push((place, Writing::Raw(mended)));
        }
        start += line.len();
    }
    Some(edits)
}

/// Whether a line has more quotes or backslashes than before.
fn brings_sign(before: &str, after: &str) -> bool {
    ['"', '\'', '\\']
        .iter()
        .any(|sign| after.matches(*sign).count() > before.matches(*sign).count())
}
