//! Scalars of TOML as they are written.

use std::borrow::Cow;
use std::num::IntErrorKind;

/// An integer in base ten. One that 64 bits do not hold stays as written, and fits no schema.
/// Returns `None` for what is no number, such as `0x`.
pub fn decimal<'t>(digits: &str, radix: u32, written: &'t str) -> Option<Cow<'t, str>> {
    match i64::from_str_radix(digits, radix) {
        Ok(_) if digits == written && radix == 10 => Some(Cow::Borrowed(written)),
        Ok(value) => Some(Cow::Owned(value.to_string())),
        Err(error) => {
            let kind = error.kind();
            let is_large = matches!(kind, IntErrorKind::PosOverflow | IntErrorKind::NegOverflow);
            is_large.then(|| Cow::Owned(digits.to_owned()))
        }
    }
}

/// The inside of a quoted text without escapes or control characters; `None` for any other text,
/// which the parser decodes.
pub fn without_escapes(quoted: &str) -> Option<&str> {
    let inside = quoted.strip_prefix('"')?.strip_suffix('"')?;
    // No early end, and `|` for `||`: then the compiler looks at many bytes at once.
    let needs_decoding = inside
        .bytes()
        .fold(false, |found, byte| found | is_special(byte));
    (!needs_decoding).then_some(inside)
}

fn is_special(byte: u8) -> bool {
    byte < b' ' || matches!(byte, b'"' | b'\\' | 0x7f)
}
