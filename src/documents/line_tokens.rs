//! One line as a person sees it: words, quoted texts and signs, whether or not a parser can read
//! it.

use crate::documents::Reading;
use crate::sources::Span;

/// What a piece of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Anything without quotes around it, blanks inside included.
    Word,
    /// A text between quotes of any kind, quotes included.
    Quoted {
        /// Whether the closing quote stands on the same line.
        closed: bool,
    },
    /// One of `= , [ ] { }`.
    Sign(char),
    /// From a `#` to the end of the line.
    Comment,
}

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub what: What,
    /// Its bytes, without the blanks around it.
    pub span: Span,
}

/// The pieces of the line that holds a byte.
#[must_use]
pub fn pieces(reading: &Reading, offset: usize) -> Vec<Piece> {
    let line = reading.source.line_span(offset);
    let text = reading.source.slice(line);
    let mut cutter = Cutter {
        text,
        at: 0,
        open: Vec::new(),
        listed: !text.contains('='),
    };
    let mut pieces = Vec::new();
    while let Some(Piece { what, span }) = cutter.next_piece() {
        pieces.push(Piece {
            what,
            span: Span::new(line.start + span.start, line.start + span.end),
        });
    }
    pieces
}

/// The word or quoted text at a byte, else the one that ends there.
#[must_use]
pub fn piece_at(reading: &Reading, offset: usize) -> Option<Piece> {
    let pieces = pieces(reading, offset);
    let readable = |piece: &&Piece| matches!(piece.what, What::Word | What::Quoted { .. });
    let inside = |piece: &&Piece| piece.span.start <= offset && offset < piece.span.end;
    let found = pieces.iter().filter(readable).find(inside);
    found
        .or_else(|| {
            pieces
                .iter()
                .filter(readable)
                .find(|piece| piece.span.end == offset)
        })
        .copied()
}

/// Whether a character is a space that no keyboard shows: no-break, thin or of no width.
#[must_use]
pub fn is_hidden_space(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{2000}'..='\u{200d}' | '\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{feff}'
    )
}

/// The characters that close a text opened by a quote; none where it opens nothing.
#[must_use]
pub fn closers(opening: char) -> &'static [char] {
    match opening {
        '"' => &['"'],
        '\'' => &['\''],
        '“' | '„' | '”' => &['”', '“', '"'],
        '‘' | '‚' | '’' => &['’', '‘', '\''],
        '«' => &['»'],
        _ => &[],
    }
}

/// Where a quoted text ends that other quotes cut: before its last quote, behind which nothing of
/// it can stand.
#[must_use]
pub fn closing(text: &str, quotes: &[char]) -> Option<usize> {
    text.match_indices(quotes)
        .map(|(place, quote)| (place, &text[place + quote.len()..]))
        .find_map(|(place, rest)| {
            let rest = rest.trim_start();
            (rest.is_empty() || rest.starts_with([',', ';', ']', '}', '#'])).then_some(place)
        })
}

struct Cutter<'t> {
    text: &'t str,
    at: usize,
    open: Vec<char>,
    /// Whether the line is taken for the inside of a list.
    listed: bool,
}

impl Cutter<'_> {
    fn next_piece(&mut self) -> Option<Piece> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
        let start = self.at;
        let first = self.text[start..].chars().next()?;
        let what = match first {
            '=' | ',' | '[' | ']' | '{' | '}' => self.sign(first),
            '#' => {
                self.at = self.text.len();
                What::Comment
            }
            quote if !closers(quote).is_empty() => self.quoted(quote),
            _ => self.word(),
        };
        Some(Piece {
            what,
            span: Span::new(start, self.at),
        })
    }

    fn sign(&mut self, sign: char) -> What {
        match sign {
            '[' | '{' => self.open.push(sign),
            ']' | '}' => drop(self.open.pop()),
            _ => {}
        }
        self.at += 1;
        What::Sign(sign)
    }

    fn quoted(&mut self, quote: char) -> What {
        let triple = quote.to_string().repeat(3);
        let straight = matches!(quote, '"' | '\'');
        let opening = if straight && self.text[self.at..].starts_with(&triple) {
            3
        } else {
            quote.len_utf8()
        };
        let inner = &self.text[self.at + opening..];
        let length = match (opening, straight) {
            (3, true) => inner.find(&triple).map(|end| end + 3),
            (_, true) => straight_end(inner, quote),
            _ => {
                let first = inner.find(closers(quote));
                let end = closing(inner, closers(quote)).or(first);
                end.map(|end| end + inner[end..].chars().next().map_or(0, char::len_utf8))
            }
        };
        self.at += opening + length.unwrap_or(inner.trim_end().len());
        What::Quoted {
            closed: length.is_some(),
        }
    }

    fn word(&mut self) -> What {
        let rest = &self.text[self.at..];
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(place, character)| self.ends_word(rest, *place, *character));
        let end = end.map_or(rest.len(), |(place, _)| place);
        self.at += rest[..end].trim_end_matches([' ', '\t', '\r']).len();
        What::Word
    }

    fn ends_word(&self, word: &str, place: usize, character: char) -> bool {
        let before = word[..place].chars().next_back().unwrap_or(' ');
        let after = word[place + character.len_utf8()..]
            .chars()
            .next()
            .unwrap_or(' ');
        let apart = matches!(before, ' ' | '\t' | ':') || is_hidden_space(before);
        match character {
            '=' | '[' | ']' | '{' | '}' => true,
            ',' => {
                let list = self.open.last().map_or(self.listed, |sign| *sign == '[');
                list || !before.is_ascii_digit() || !after.is_ascii_digit()
            }
            '#' | '"' | '\'' | '“' | '«' | '‘' => apart,
            _ => false,
        }
    }
}

/// The length of a straight-quoted text up to and with its closing quote.
fn straight_end(inner: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (place, character) in inner.char_indices() {
        if !escaped && character == quote {
            return Some(place + 1);
        }
        escaped = quote == '"' && character == '\\' && !escaped;
    }
    None
}
