//! Bytes into text: UTF-8, or an encoding that older software saves.

use std::borrow::Cow;

use crate::sources::span::{ForeignCharacter, Span};

/// The characters of bytes 0x80 to 0x9F in Windows-1252, which differs from Latin-1 there alone.
///
/// The five bytes without a character are U+FFFD (WHATWG index, <https://encoding.spec.whatwg.org>,
/// gives them control characters, which nobody could see).
#[rustfmt::skip]
const WINDOWS_1252: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡',
    'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
    '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—',
    '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

/// Decodes UTF-8 without its byte-order mark, UTF-16 by its mark or its zero bytes, and any byte
/// that is not UTF-8 as Windows-1252.
pub fn decode(bytes: Cow<'_, [u8]>) -> (String, Option<ForeignCharacter>) {
    if let Some(unit) = unmarked_utf16(&bytes) {
        return utf16(&bytes, unit);
    }
    match &*bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(Cow::Borrowed(rest)),
        _ => utf8(bytes),
    }
}

/// Units of a text that are looked at for zero bytes.
const UNITS_READ: usize = 64;

/// The order of bytes of UTF-16 without a mark: of nearly every unit at the beginning one byte is
/// zero, always the same, and the other is not. `None` for any other text: in UTF-8 zero bytes have
/// no place, and those at the end of a file that was cut short come in pairs.
fn unmarked_utf16(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    // One look at two bytes rules out every ordinary file.
    let order: fn([u8; 2]) -> u16 = match bytes {
        [0, letter, ..] if *letter != 0 => u16::from_be_bytes,
        [letter, 0, ..] if *letter != 0 => u16::from_le_bytes,
        _ => return None,
    };
    let (units, _) = bytes.as_chunks::<2>();
    let units = units.iter().take(UNITS_READ);
    let count = units.len();
    // Letters beyond Latin, such as `œ` and `’`, have no zero byte.
    let letters = units.filter(|unit| (1..=0xff).contains(&order(**unit)));
    (count > 1 && letters.count() * 4 >= count * 3).then_some(order)
}

fn utf8(bytes: Cow<'_, [u8]>) -> (String, Option<ForeignCharacter>) {
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
            text.push(from_windows_1252(*byte));
            let span = Span::new(start, text.len());
            foreign = foreign.or(Some(ForeignCharacter {
                span,
                encoding: "Windows-1252",
            }));
        }
    }
    (text, foreign)
}

fn from_windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => {
            let known = WINDOWS_1252.get(usize::from(byte - 0x80));
            known.copied().unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        other => char::from(other),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Option<ForeignCharacter>) {
    let (pairs, half) = bytes.as_chunks::<2>();
    let half = half.iter().map(|byte| [*byte, 0]);
    let units = pairs.iter().copied().chain(half).map(unit);
    let text: String = char::decode_utf16(units)
        .map(|read| read.unwrap_or('\u{fffd}'))
        .collect();
    let first = text.chars().next().map_or(0, char::len_utf8);
    (
        text,
        Some(ForeignCharacter {
            span: Span::new(0, first),
            encoding: "UTF-16",
        }),
    )
}
