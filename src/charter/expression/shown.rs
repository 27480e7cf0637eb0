//! What is shown under the line at fault: words, with expressions between double braces.

use super::read::{Unread, read};
use super::tree::{Expression, Node, Path, Shown};
use crate::language::Both;
use crate::sources::Span;

/// Reads what is shown under the line at fault: words, with expressions between double braces.
///
/// # Errors
/// As [`read`].
pub fn read_shown(text: &str) -> Result<Vec<Shown>, Unread> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    while let Some(open) = text[at..].find("{{").map(|found| at + found) {
        let Some(close) = text[open..].find("}}").map(|found| open + found) else {
            let why = Both { fr: "ces accolades ne sont pas refermées", en: "these braces are not closed" };
            let help = Both { fr: "les refermer\u{a0}: `}}`", en: "close them: `}}`" };
            return Err(Unread::new(Span::new(open, open + 2), why, Some(help)));
        };
        if open > at {
            pieces.push(Shown::Words(text[at..open].to_owned()));
        }
        let inside = &text[open + 2..close];
        let shift = |span: Span| Span::new(span.start + open + 2, span.end + open + 2);
        let mut node = read(inside).map_err(|unread| Unread { span: shift(unread.span), ..unread })?;
        moved(&mut node, open + 2);
        pieces.push(Shown::Value(node, None));
        at = close + 2;
    }
    if at < text.len() {
        pieces.push(Shown::Words(text[at..].to_owned()));
    }
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
        Expression::List(items) => items.iter_mut().for_each(|item| moved(item, by)),
        Expression::Path(inner) => path(inner),
        Expression::Call { word, of, arguments } => {
            shift(&mut word.span);
            of.iter_mut().for_each(path);
            arguments.iter_mut().for_each(|one| moved(one, by));
        }
        Expression::Not(inner) => moved(inner, by),
        Expression::And(both) | Expression::Or(both) | Expression::Compare(_, both) => {
            moved(&mut both.0, by);
            moved(&mut both.1, by);
        }
        Expression::Text(_) | Expression::Number(_) | Expression::Truth(_) => {}
    }
}
