//! What an unquoted scalar of YAML is: the core schema of YAML 1.2, which other readers follow too.

use std::borrow::Cow;

use crate::documents::tree::ScalarForm;

/// Whether an unquoted scalar is null, so that it holds no value.
#[must_use]
pub fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// The form of an unquoted scalar, and its text as the tree keeps it: numbers of another base in
/// base ten, booleans in small letters, all else as written.
///
/// By the core schema (<https://yaml.org/spec/1.2.2/#103-core-schema>) `No` and `2024-11` are
/// texts, and `02361` is the number 2361.
#[must_use]
pub fn resolved(text: Cow<'_, str>) -> (ScalarForm, Cow<'_, str>) {
    // Every unquoted value comes here, and most are words: one byte rules them out.
    match text.bytes().next() {
        Some(b't' | b'T') if matches!(&*text, "true" | "True" | "TRUE") => {
            (ScalarForm::Boolean, Cow::Borrowed("true"))
        }
        Some(b'f' | b'F') if matches!(&*text, "false" | "False" | "FALSE") => {
            (ScalarForm::Boolean, Cow::Borrowed("false"))
        }
        Some(b'0'..=b'9' | b'-' | b'+' | b'.') => number(text),
        _ => (ScalarForm::Text, text),
    }
}

fn number(text: Cow<'_, str>) -> (ScalarForm, Cow<'_, str>) {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(&text);
    if is_digits(unsigned) {
        return (ScalarForm::Integer, text);
    }
    let of_base = |prefix, radix| {
        let digits = text.strip_prefix(prefix)?;
        let are_digits = digits.chars().all(|digit| digit.is_digit(radix));
        let value = are_digits.then(|| i64::from_str_radix(digits, radix).ok())?;
        value.map(|value| value.to_string())
    };
    if let Some(decimal) = of_base("0o", 8).or_else(|| of_base("0x", 16)) {
        return (ScalarForm::Integer, Cow::Owned(decimal));
    }
    if is_float(unsigned) || is_not_finite(unsigned) {
        return (ScalarForm::Float, text);
    }
    (ScalarForm::Text, text)
}

/// `1.5`, `.5`, `5.`, `1e3`: digits with a point among them, an exponent behind them, or both.
fn is_float(unsigned: &str) -> bool {
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let is_exponent =
        |exponent: &str| is_digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent));
    let is_mantissa = match mantissa.split_once('.') {
        Some(("", decimals)) => is_digits(decimals),
        Some((whole, "")) => is_digits(whole),
        Some((whole, decimals)) => is_digits(whole) && is_digits(decimals),
        None => is_digits(mantissa),
    };
    is_mantissa && exponent.is_none_or(is_exponent)
}

fn is_not_finite(unsigned: &str) -> bool {
    matches!(
        unsigned,
        ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN"
    )
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::resolved;
    use crate::documents::tree::ScalarForm;

    #[test]
    fn unquoted_scalars_are_what_the_core_schema_says() {
        for (written, form, kept) in [
            ("No", ScalarForm::Text, "No"),
            ("Oui", ScalarForm::Text, "Oui"),
            ("True", ScalarForm::Boolean, "true"),
            ("tRue", ScalarForm::Text, "tRue"),
            ("02361", ScalarForm::Integer, "02361"),
            ("+33323610000", ScalarForm::Integer, "+33323610000"),
            ("0x1F", ScalarForm::Integer, "31"),
            ("0o17", ScalarForm::Integer, "15"),
            ("-0x1F", ScalarForm::Text, "-0x1F"),
            ("12.5", ScalarForm::Float, "12.5"),
            ("1e3", ScalarForm::Float, "1e3"),
            (".5", ScalarForm::Float, ".5"),
            ("-.inf", ScalarForm::Float, "-.inf"),
            (".", ScalarForm::Text, "."),
            ("-", ScalarForm::Text, "-"),
            ("2A004", ScalarForm::Text, "2A004"),
            ("1_000", ScalarForm::Text, "1_000"),
            ("12,5", ScalarForm::Text, "12,5"),
            ("10:30", ScalarForm::Text, "10:30"),
            ("2024-11", ScalarForm::Text, "2024-11"),
            ("2024-11-30", ScalarForm::Text, "2024-11-30"),
        ] {
            assert_eq!(
                resolved(Cow::Borrowed(written)),
                (form, kept.into()),
                "{written}"
            );
        }
    }
}
