//! The tokens of one line as a person sees them: words, quoted texts and signs, whether or not a
//! parser can read the line.

use crate::documents::reading::Reading;
use crate::sources::{Cut, Span};

/// The kinds of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Anything without quotes around it, spaces inside included.
    Word,
    /// A text between quotes of any kind, quotes included.
    Quoted {
        /// Whether the closing quote is on the same line.
        closed: bool,
    },
    /// One of `= , [ ] { }`.
    Sign(char),
    /// A comment: from a `#` to the end of the line.
    Comment,
}

/// A token of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Kind of the token.
    pub kind: TokenKind,
    /// Bytes of the token, without the spaces around it.
    pub span: Span,
}

/// The tokens of the line that holds a byte.
#[must_use]
pub fn tokens_of_line(reading: &Reading, offset: usize) -> Vec<Token> {
    let line = reading.source.line_span(offset);
    let text = reading.source.slice(line);
    let mut tokenizer = Tokenizer {
        text,
        offset: 0,
        open_brackets: Vec::new(),
        is_inside_list: !text.contains('='),
    };
    let mut tokens = Vec::new();
    while let Some(Token { kind, span }) = tokenizer.next_token() {
        tokens.push(Token {
            kind,
            span: Span::new(line.start + span.start, line.start + span.end),
        });
    }
    tokens
}

/// The word or quoted text at a byte, else the one that ends there.
#[must_use]
pub fn token_at(reading: &Reading, offset: usize) -> Option<Token> {
    let texts: Vec<Token> = tokens_of_line(reading, offset)
        .into_iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Quoted { .. }))
        .collect();
    texts
        .iter()
        .find(|token| token.span.start <= offset && offset < token.span.end)
        .or_else(|| texts.iter().find(|token| token.span.end == offset))
        .copied()
}

/// Whether a character is a space that no keyboard has: no-break, thin or of no width.
#[must_use]
pub fn is_hidden_space(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{2000}'..='\u{200d}' | '\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{feff}'
    )
}

/// The characters that close a text opened by `quote`; none if the character is not a quote.
#[must_use]
pub fn closing_quotes(quote: char) -> &'static [char] {
    match quote {
        '"' => &['"'],
        '\'' => &['\''],
        '“' | '„' | '”' => &['”', '“', '"'],
        '‘' | '‚' | '’' => &['’', '‘', '\''],
        '«' => &['»'],
        _ => &[],
    }
}

/// The offset of the quote that ends a text with quotes inside: the first of `quotes` with
/// nothing, or a sign that may follow a value, behind it.
#[must_use]
pub fn last_quote(text: &str, quotes: &[char]) -> Option<usize> {
    text.match_indices(quotes)
        .find(|(offset, quote)| {
            let rest = text.behind(offset + quote.len()).trim_start();
            rest.is_empty() || rest.starts_with([',', ';', ']', '}', '#'])
        })
        .map(|(offset, _)| offset)
}

/// Cuts a line into tokens.
struct Tokenizer<'t> {
    text: &'t str,
    offset: usize,
    open_brackets: Vec<char>,
    /// Whether the line is taken for the inside of a list, since it has no `=`.
    is_inside_list: bool,
}

impl Tokenizer<'_> {
    fn next_token(&mut self) -> Option<Token> {
        let rest = self.text.behind(self.offset);
        self.offset += rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
        let start = self.offset;
        let first = self.text.behind(start).chars().next()?;
        let kind = match first {
            '=' | ',' | '[' | ']' | '{' | '}' => self.sign(first),
            '#' => {
                self.offset = self.text.len();
                TokenKind::Comment
            }
            quote if !closing_quotes(quote).is_empty() => self.quoted(quote),
            _ => self.word(),
        };
        Some(Token {
            kind,
            span: Span::new(start, self.offset),
        })
    }

    fn sign(&mut self, sign: char) -> TokenKind {
        match sign {
            '[' | '{' => self.open_brackets.push(sign),
            ']' | '}' => drop(self.open_brackets.pop()),
            _ => {}
        }
        self.offset += 1;
        TokenKind::Sign(sign)
    }

    fn quoted(&mut self, quote: char) -> TokenKind {
        let triple = quote.to_string().repeat(3);
        let is_straight = matches!(quote, '"' | '\'');
        let opening = if is_straight && self.text.behind(self.offset).starts_with(&triple) {
            3
        } else {
            quote.len_utf8()
        };
        let inner = self.text.behind(self.offset + opening);
        let length = match (opening, is_straight) {
            (3, true) => inner.find(&triple).map(|end| end + 3),
            (_, true) => length_to_straight_quote(inner, quote),
            _ => length_to_typographic_quote(inner, closing_quotes(quote)),
        };
        self.offset += opening + length.unwrap_or(inner.trim_end().len());
        TokenKind::Quoted {
            closed: length.is_some(),
        }
    }

    fn word(&mut self) -> TokenKind {
        let rest = self.text.behind(self.offset);
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(index, character)| self.ends_word(rest, *index, *character))
            .map_or(rest.len(), |(index, _)| index);
        self.offset += rest.before(end).trim_end_matches([' ', '\t', '\r']).len();
        TokenKind::Word
    }

    /// Whether a word ends before its character at `index`.
    fn ends_word(&self, word: &str, index: usize, character: char) -> bool {
        let before = word.before(index).chars().next_back().unwrap_or(' ');
        let after = word
            .behind(index + character.len_utf8())
            .chars()
            .next()
            .unwrap_or(' ');
        match character {
            '=' | '[' | ']' | '{' | '}' => true,
            ',' => {
                // Outside a list, the comma of `3,5` belongs to the number.
                let is_in_list = self
                    .open_brackets
                    .last()
                    .map_or(self.is_inside_list, |bracket| *bracket == '[');
                is_in_list || !before.is_ascii_digit() || !after.is_ascii_digit()
            }
            '#' | '"' | '\'' | '“' | '«' | '‘' => {
                matches!(before, ' ' | '\t' | ':') || is_hidden_space(before)
            }
            _ => false,
        }
    }
}

/// Bytes up to and with the straight quote that closes a text.
fn length_to_straight_quote(inner: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    for (index, character) in inner.char_indices() {
        if !is_escaped && character == quote {
            return Some(index + 1);
        }
        is_escaped = quote == '"' && character == '\\' && !is_escaped;
    }
    None
}

/// Bytes up to and with the typographic quote that closes a text.
fn length_to_typographic_quote(inner: &str, closing: &[char]) -> Option<usize> {
    let end = last_quote(inner, closing).or_else(|| inner.find(closing))?;
    Some(end + inner.behind(end).chars().next().map_or(0, char::len_utf8))
}
