//! Bytes into text: UTF-8, or what older software saves instead.

use std::borrow::Cow;

use crate::sources::source::{Foreign, Span};

/// What Windows-1252 says of the bytes 0x80 to 0x9F; its five holes are shown as unknown.
#[rustfmt::skip]
const WINDOWS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
    '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

/// Decodes UTF-8 without its byte-order mark, UTF-16 by its mark, and any other byte as
/// Windows-1252.
pub fn decode(bytes: Cow<'_, [u8]>) -> (String, Option<Foreign>) {
    match &*bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(Cow::Borrowed(rest)),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: Cow<'_, [u8]>) -> (String, Option<Foreign>) {
    let bytes = match String::from_utf8(bytes.into_owned()) {
        Ok(text) => return (text, None),
        Err(error) => error.into_bytes(),
    };
    let mut text = String::with_capacity(bytes.len());
    let mut foreign = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let start = text.len();
            text.push(windows(*byte));
            let span = Span::new(start, text.len());
            foreign = foreign.or(Some(Foreign {
                span,
                encoding: "Windows-1252",
            }));
        }
    }
    (text, foreign)
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Option<Foreign>) {
    let units = bytes
        .chunks(2)
        .map(|pair| unit([pair[0], pair.get(1).copied().unwrap_or_default()]));
    let text: String = char::decode_utf16(units)
        .map(|read| read.unwrap_or('\u{fffd}'))
        .collect();
    let first = text.chars().next().map_or(0, char::len_utf8);
    (
        text,
        Some(Foreign {
            span: Span::new(0, first),
            encoding: "UTF-16",
        }),
    )
}
