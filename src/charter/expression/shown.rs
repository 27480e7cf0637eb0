//! What is shown under the line at fault: words, with expressions between double braces.

use crate::charter::expression::read::{Unread, read};
use crate::charter::expression::tree::{Expression, Node, Path, Shown};
use crate::language::Bilingual;
use crate::sources::Span;

const LONE: Bilingual = Bilingual {
    fr: "cette accolade est seule",
    en: "this brace stands alone",
};

const DOUBLED: Bilingual = Bilingual {
    fr: "une valeur de la fiche s'écrit entre doubles accolades\u{a0}: `{{ dynamic.started }}`",
    en: "a value of the record stands between double braces: `{{ dynamic.started }}`",
};

/// Reads what is shown under the line at fault: words, with expressions between double braces.
///
/// # Errors
/// As [`read`].
pub fn read_shown(text: &str) -> Result<Vec<Shown>, Unread> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    let words = |from: usize, to: usize| match text[from..to].find(['{', '}']) {
        Some(lone) => Err(Unread::new(
            Span::new(from + lone, from + lone + 1),
            LONE,
            Some(DOUBLED),
        )),
        None => Ok((from < to).then(|| Shown::Words(text[from..to].to_owned()))),
    };
    while let Some(open) = text[at..].find("{{").map(|found| at + found) {
        let Some(close) = text[open..].find("}}").map(|found| open + found) else {
            let why = Bilingual {
                fr: "ces accolades ne sont pas refermées",
                en: "these braces are not closed",
            };
            let help = Bilingual {
                fr: "les refermer\u{a0}: `}}`",
                en: "close them: `}}`",
            };
            return Err(Unread::new(Span::new(open, open + 2), why, Some(help)));
        };
        pieces.extend(words(at, open)?);
        let inside = &text[open + 2..close];
        let shift = |span: Span| Span::new(span.start + open + 2, span.end + open + 2);
        let mut node = read(inside).map_err(|unread| Unread {
            span: shift(unread.span),
            ..unread
        })?;
        moved(&mut node, open + 2);
        pieces.push(Shown::Value(node, None));
        at = close + 2;
    }
    pieces.extend(words(at, text.len())?);
    Ok(pieces)
}

/// Moves every span of an expression so many bytes further.
fn moved(node: &mut Node, by: usize) {
    let shift = |span: &mut Span| *span = Span::new(span.start + by, span.end + by);
    let path = |path: &mut Path| {
        shift(&mut path.root.span);
        path.steps.iter_mut().for_each(|step| shift(&mut step.span));
    };
    shift(&mut node.span);
    match &mut node.what {
        Expression::List(items) => {
            for item in items {
                moved(item, by);
            }
        }
        Expression::Path(inner) => path(inner),
        Expression::Call {
            word,
            of,
            arguments,
        } => {
            shift(&mut word.span);
            of.iter_mut().for_each(path);
            for one in arguments {
                moved(one, by);
            }
        }
        Expression::Not(inner) => moved(inner, by),
        Expression::And(both) | Expression::Or(both) | Expression::Compare(_, both) => {
            moved(&mut both.0, by);
            moved(&mut both.1, by);
        }
        Expression::Text(_) | Expression::Number(_) | Expression::Truth(_) => {}
    }
}
