//! Whether a scalar fits a shape, and as which type.

use crate::documents::reading::Limits;
use crate::documents::schema::schemas::Schemas;
use crate::documents::schema::shape::{Shape, ShapeKind};
use crate::documents::tree::ScalarForm;

/// How a scalar fits a shape.
pub enum Fit {
    /// The scalar is read in this form, with another spelling where the form needs one.
    As(ScalarForm, Option<String>),
    /// The scalar is a text longer than this number of characters.
    TooLong(usize),
    /// The scalar is a number that is not counted exactly.
    TooLarge,
    /// The scalar does not fit.
    Not,
}

/// Whether a scalar would fit a shape.
#[must_use]
pub fn fits(form: ScalarForm, text: &str, shape: &Shape) -> bool {
    matches!(fit(form, text, shape), Fit::As(..))
}

/// Whether a shape takes texts and nothing else.
#[must_use]
pub fn takes_text(shape: &Shape) -> bool {
    let schemas = Schemas::embedded();
    match &shape.kind {
        ShapeKind::ShortOrTable(choices) => choices
            .iter()
            .all(|choice| takes_text(schemas.shape(*choice))),
        kind => matches!(kind, ShapeKind::Text { .. }),
    }
}

/// The shape of the items where a shape allows a list; `None` where it does not.
#[must_use]
pub fn items(shape: &Shape) -> Option<&Shape> {
    let schemas = Schemas::embedded();
    match &shape.kind {
        ShapeKind::ShortOrTable(choices) => choices
            .iter()
            .find_map(|choice| items(schemas.shape(*choice))),
        ShapeKind::List { items, .. } => Some(schemas.shape(*items)),
        _ => None,
    }
}

/// Fits a scalar to a shape.
pub fn fit(form: ScalarForm, text: &str, shape: &Shape) -> Fit {
    match &shape.kind {
        // Nobody knows whether digits behind a zero are a number: they are kept as written.
        ShapeKind::Any if form == ScalarForm::Integer && has_leading_zero(text) => {
            Fit::As(ScalarForm::Text, None)
        }
        ShapeKind::Any if is_numeric(form) && !is_exact(text) => Fit::TooLarge,
        ShapeKind::Any => Fit::As(form, None),
        ShapeKind::ShortOrTable(choices) => fit_first(form, text, choices),
        ShapeKind::Boolean => {
            if form == ScalarForm::Boolean {
                Fit::As(ScalarForm::Boolean, None)
            } else {
                Fit::Not
            }
        }
        ShapeKind::Number { whole, least, most } => fit_number(form, text, *whole, *least, *most),
        ShapeKind::Text {
            pattern,
            longest,
            choices,
        } => {
            if !matches!(form, ScalarForm::Text | ScalarForm::Date)
                || pattern
                    .as_ref()
                    .is_some_and(|pattern| !pattern.is_match(text))
                || !choices.is_empty() && !choices.iter().any(|choice| choice == text)
            {
                Fit::Not
            // Bytes first: characters are counted only of the few texts that may have too many.
            } else if text.len() > *longest && text.chars().count() > *longest {
                Fit::TooLong(*longest)
            } else {
                Fit::As(ScalarForm::Text, None)
            }
        }
        ShapeKind::List { .. } | ShapeKind::Table(_) => Fit::Not,
    }
}

/// Fits a scalar to the first of several shapes that takes it, else as the last of them says.
fn fit_first(form: ScalarForm, text: &str, choices: &[usize]) -> Fit {
    let mut last = Fit::Not;
    for choice in choices {
        last = fit(form, text, Schemas::embedded().shape(*choice));
        if matches!(last, Fit::As(..) | Fit::TooLarge) {
            break;
        }
    }
    last
}

fn fit_number(form: ScalarForm, text: &str, whole: bool, least: f64, most: f64) -> Fit {
    let is_read = is_numeric(form) && !(form == ScalarForm::Integer && has_leading_zero(text));
    let value = is_read.then(|| text.parse::<f64>().ok()).flatten();
    let Some(value) = value.filter(|value| !value.is_nan()) else {
        return Fit::Not;
    };
    if most >= Limits::NUMBER && !is_exact(text) && (value > 0.0 || least < 0.0) {
        return Fit::TooLarge;
    }
    if value < least || value > most {
        return Fit::Not;
    }
    match (whole, value.fract() == 0.0, text.parse::<i64>()) {
        (false, ..) => Fit::As(ScalarForm::Float, None),
        (true, true, Ok(_)) => Fit::As(ScalarForm::Integer, None),
        (true, true, Err(_)) => Fit::As(ScalarForm::Integer, Some(format!("{value:.0}"))),
        (true, false, _) => Fit::Not,
    }
}

fn is_numeric(form: ScalarForm) -> bool {
    matches!(form, ScalarForm::Integer | ScalarForm::Float)
}

/// Whether a number is one that is counted exactly.
fn is_exact(text: &str) -> bool {
    text.parse::<f64>()
        .is_ok_and(|value| value.abs() <= Limits::NUMBER)
}

/// Whether an integer begins with a zero that is not its only digit. In TOML it cannot be written,
/// and YAML 1.1 and 1.2 read different numbers: `010` is 8 or 10.
fn has_leading_zero(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.len() > 1 && digits.starts_with('0')
}
