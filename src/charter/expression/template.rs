//! Templates: texts with expressions in double braces, shown under the line of a finding.

use crate::charter::expression::evaluate::evaluate;
use crate::charter::expression::parse::parse;
use crate::charter::expression::parse_error::ParseError;
use crate::charter::expression::syntax_tree::Node;
use crate::charter::value::{Scope, Value};
use crate::language::Bilingual;
use crate::sources::{Cut, Span};

/// A part of a template.
#[derive(Clone, Debug, PartialEq)]
pub enum TemplatePart {
    /// A text as it is.
    Text(String),
    /// An expression, with the list of the vocabulary that has labels for its words.
    Expression(Node, Option<String>),
}

/// A function from a list of the vocabulary (or `principles`) and a word to the label of the word.
pub type LabelLookup<'l> = dyn Fn(&str, &str) -> String + 'l;

const LONE_BRACE: Bilingual = Bilingual {
    fr: "cette accolade est isolée",
    en: "this brace is unpaired",
};

const DOUBLE_BRACES: Bilingual = Bilingual {
    fr: "une valeur de la fiche s'écrit entre doubles accolades\u{a0}: `{{ dynamic.started }}`",
    en: "a value of the record is written in double braces: `{{ dynamic.started }}`",
};

const UNCLOSED: Bilingual = Bilingual {
    fr: "ces accolades ne sont pas refermées",
    en: "these braces are not closed",
};

const CLOSE: Bilingual = Bilingual {
    fr: "les refermer\u{a0}: `}}`",
    en: "close them: `}}`",
};

/// Parses a template.
///
/// # Errors
/// Returns an error if braces are unpaired, or if an expression cannot be parsed.
pub fn parse_template(template: &str) -> Result<Vec<TemplatePart>, ParseError> {
    let (mut parts, mut position) = (Vec::new(), 0);
    while let Some(found) = template.behind(position).find("{{") {
        let open = position + found;
        let Some(length) = template.behind(open).find("}}") else {
            return Err(ParseError::new(
                Span::new(open, open + 2),
                UNCLOSED,
                Some(CLOSE),
            ));
        };
        let (start, close) = (open + 2, open + length);
        parts.extend(parse_text(template, position, open)?);
        let mut node =
            parse(template.between(start, close)).map_err(|error| error.shifted_by(start))?;
        node.shift(start);
        parts.push(TemplatePart::Expression(node, None));
        position = close + 2;
    }
    parts.extend(parse_text(template, position, template.len())?);
    Ok(parts)
}

/// The text from `start` to `end`, in which no brace may stay; `None` if it is empty.
fn parse_text(
    template: &str,
    start: usize,
    end: usize,
) -> Result<Option<TemplatePart>, ParseError> {
    let text = template.between(start, end);
    if let Some(brace) = text.find(['{', '}']) {
        let span = Span::new(start + brace, start + brace + 1);
        return Err(ParseError::new(span, LONE_BRACE, Some(DOUBLE_BRACES)));
    }
    Ok((!text.is_empty()).then(|| TemplatePart::Text(text.to_owned())))
}

/// Fills a template with values. Returns `None` if one of them is absent or a table.
#[must_use]
pub fn render_template(
    parts: &[TemplatePart],
    scope: &Scope,
    label_of: &LabelLookup,
) -> Option<String> {
    let mut text = String::new();
    for part in parts {
        match part {
            TemplatePart::Text(part) => text.push_str(part),
            TemplatePart::Expression(node, list) => {
                let value = evaluate(node, scope);
                text.push_str(&format_value(&value, list.as_deref(), label_of)?);
            }
        }
    }
    Some(text)
}

fn format_value(value: &Value, list: Option<&str>, label_of: &LabelLookup) -> Option<String> {
    match value {
        Value::Absent | Value::Table(_) => None,
        Value::Boolean(boolean) => Some(boolean.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Text(text) => {
            Some(list.map_or_else(|| text.to_string(), |list| label_of(list, text)))
        }
        Value::Date(date) => Some(date.to_string()),
        several => {
            let items = several.items();
            let texts: Vec<String> = items
                .iter()
                .map(|item| format_value(item, list, label_of))
                .collect::<Option<_>>()?;
            (!texts.is_empty()).then(|| texts.join(", "))
        }
    }
}
