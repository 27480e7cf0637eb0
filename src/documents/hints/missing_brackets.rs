//! `missing-brackets`: several values, or one, where a list between brackets is wanted.

use crate::diagnostic::{Finding, Writing};
use crate::documents::ScalarForm;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{Piece, What};
use crate::documents::spelling::number;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "missing-brackets", Error,
        fr: "une liste se met entre crochets, même d'un seul élément, pour qu'on puisse la \
            compter",
        en: "a list stands between brackets, even with a single item, so that it can be counted"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let (whole, list) = if failure.wanted.is_some() {
        wanted(failure)?
    } else {
        unbracketed(failure)?
    };
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                whole,
                say!(language, fr: "une liste est attendue ici", en: "a list is wanted here"),
            )
            .label(say!(language, fr: "sans crochets", en: "without brackets"))
            .help(say!(language, fr: "mettre des crochets autour", en: "put brackets around it"))
            .edit(reading.place(whole), Writing::Raw(list)),
    )
}

/// `seen = 2021, 2023` in TOML: all that stands behind the sign.
fn unbracketed(failure: &ParseFailure) -> Option<(Span, String)> {
    let pieces = failure.pieces();
    let sign = pieces
        .iter()
        .position(|piece| piece.what == What::Sign('='))?;
    let values: Vec<Piece> = pieces[sign + 1..]
        .iter()
        .copied()
        .take_while(|piece| piece.what != What::Comment)
        .collect();
    let separated = values
        .iter()
        .enumerate()
        .all(|(place, piece)| match piece.what {
            What::Sign(',') => place % 2 == 1,
            What::Quoted { closed } => place % 2 == 0 && closed,
            What::Word => {
                place % 2 == 0
                    && number(failure.slice(piece.span)).is_some_and(|one| one.unit.is_empty())
            }
            _ => false,
        });
    let (first, last) = (values.first()?.span, values.last()?.span);
    let whole = Span::new(first.start, last.end);
    let several = failure.breaks_toml() && sign == 1 && values.len() >= 3 && values.len() % 2 == 1;
    (several && separated).then(|| (whole, format!("[{}]", failure.slice(whole))))
}

/// One value of the form that the list wants, or several ids or numbers with commas between them.
fn wanted(failure: &ParseFailure) -> Option<(Span, String)> {
    let fits = |part: &str| {
        [ScalarForm::Plain, ScalarForm::Date]
            .iter()
            .any(|form| failure.wants_list_of(*form, part))
    };
    let parts: Vec<&str> = failure.bare().split(',').map(str::trim).collect();
    let one_word = |part: &&str| fits(part) && !part.contains(' ');
    if parts.len() > 1 && parts.iter().all(one_word) {
        let written = |part: &&str| match number(part) {
            Some(_) => (*part).to_owned(),
            None => failure.reading.syntax.quote(part),
        };
        let parts: Vec<String> = parts.iter().map(written).collect();
        return Some((failure.value, format!("[{}]", parts.join(", "))));
    }
    fits(failure.bare()).then(|| (failure.value, format!("[{}]", failure.text())))
}
