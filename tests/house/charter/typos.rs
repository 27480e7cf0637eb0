//! Every one-character typo in every shipped expression is detected: by the parser, by the type
//! checker, or by an example.

use std::collections::BTreeMap;

use apes::charter::expression::{Expression, Node, TemplatePart, parse, parse_template};
use apes::charter::{Charter, CompiledCharter, Criterion};
use apes::checks::example_run::{ExampleContext, ExampleRun};
use apes::language::Language;
use apes::network::Network;

use super::{criteria, shipped};

/// Characters that a typo inserts: letters, a digit, and the characters of the syntax.
const ALPHABET: [char; 13] = [
    's', 'e', 'n', '1', '\'', '.', ' ', '=', '<', '>', '(', '{', '}',
];

/// Typos that nothing detects, as `criterion · key · expression`, each with its reason. There are
/// none: before adding one, look for an example that detects it.
const UNDETECTED: [(&str, &str); 0] = [];

/// All texts that differ by one character.
fn typos(text: &str) -> Vec<String> {
    let mut typos = Vec::new();
    for (index, sign) in text.char_indices() {
        let (before, after) = (&text[..index], &text[index + sign.len_utf8()..]);
        typos.push(format!("{before}{after}"));
        for other in ALPHABET.into_iter().filter(|other| *other != sign) {
            typos.push(format!("{before}{other}{after}"));
            typos.push(format!("{before}{other}{sign}{after}"));
        }
    }
    typos.extend(ALPHABET.iter().map(|sign| format!("{text}{sign}")));
    typos.sort();
    typos.dedup();
    typos
}

/// An expression without its spaces and parentheses: equal for expressions of the same meaning.
fn canonical(node: &Node) -> String {
    match &node.expression {
        Expression::Text(text) => format!("'{text}'"),
        Expression::Number(number) => number.to_string(),
        Expression::Boolean(truth) => truth.to_string(),
        Expression::List(items) => format!("[{}]", canonical_list(items)),
        Expression::Path(path) => path_text(path),
        Expression::Call {
            function,
            receiver,
            arguments,
        } => {
            format!(
                "{}({} {})",
                function.name,
                receiver.as_ref().map(path_text).unwrap_or_default(),
                canonical_list(arguments)
            )
        }
        Expression::Not(inner) => format!("not({})", canonical(inner)),
        Expression::And(operands) => {
            format!("and({} {})", canonical(&operands.0), canonical(&operands.1))
        }
        Expression::Or(operands) => {
            format!("or({} {})", canonical(&operands.0), canonical(&operands.1))
        }
        Expression::Compare(comparison, operands) => {
            format!(
                "{}({} {})",
                comparison.operator(),
                canonical(&operands.0),
                canonical(&operands.1)
            )
        }
    }
}

fn canonical_list(nodes: &[Node]) -> String {
    nodes.iter().map(canonical).collect::<Vec<_>>().join(" ")
}

fn path_text(path: &apes::charter::expression::Path) -> String {
    let keys = path.keys.iter().map(|key| key.name.as_str());
    std::iter::once(path.root.name.as_str())
        .chain(keys)
        .collect::<Vec<_>>()
        .join(".")
}

/// Whether a typo is detected: the charter no longer compiles, or an example no longer has its
/// outcome.
fn is_detected(
    network: &Network,
    id: &str,
    changed: Criterion,
    runs: &[(bool, ExampleRun)],
) -> bool {
    let (principles, sources) = (
        network.charter.principles.clone(),
        network.charter.sources.clone(),
    );
    let criteria = [(id.to_owned(), changed)].into_iter().collect();
    let charter = Charter {
        principles,
        sources,
        criteria,
        ..Charter::default()
    };
    let CompiledCharter {
        criteria, errors, ..
    } = network.compile_charter(&charter, Language::English);
    let Some(compiled) = criteria.first().filter(|_| errors.is_empty()) else {
        return true;
    };
    runs.iter()
        .any(|(wrong, run)| run.violates(compiled) != *wrong)
}

/// An expression of a criterion, or a template: its key, its text, and a function that replaces it.
type Setter<'c> = (&'static str, &'c str, fn(&mut Criterion, String));

/// All expressions of a criterion; of `each`, one name at a time.
fn expressions(criterion: &Criterion) -> Vec<Setter<'_>> {
    let condition = criterion
        .condition
        .as_deref()
        .map(|text| -> Setter { ("if", text, |c, text| c.condition = Some(text)) });
    let looks_at = criterion
        .looks_at
        .as_deref()
        .map(|text| -> Setter { ("looks_at", text, |c, text| c.looks_at = Some(text)) });
    let shown = criterion.shown.iter().flat_map(|shown| -> [Setter; 2] {
        [
            ("shown.fr", &shown.fr, |c, text| {
                c.shown.as_mut().expect("shown").fr = text;
            }),
            ("shown.en", &shown.en, |c, text| {
                c.shown.as_mut().expect("shown").en = text;
            }),
        ]
    });
    let each = criterion.each.0.iter().zip([
        |c: &mut Criterion, text: String| c.each.0[0] = text,
        |c: &mut Criterion, text: String| c.each.0[1] = text,
    ]);
    let each = each.map(|(text, set)| -> Setter { ("each", text, set) });
    let requires: Setter = ("requires", &criterion.requires, |c, text| c.requires = text);
    std::iter::once(requires)
        .chain(condition)
        .chain(looks_at)
        .chain(shown)
        .chain(each)
        .collect()
}

/// Whether a typo changes no expression: only the text around expressions, or spaces in them.
fn is_equivalent(key: &str, text: &str, typo: &str) -> bool {
    canonical_value(key, typo).is_some_and(|changed| canonical_value(key, text) == Some(changed))
}

/// The expressions in the text of a key; `None` if they cannot be parsed.
fn canonical_value(key: &str, text: &str) -> Option<Vec<String>> {
    match key {
        "if" | "requires" => Some(vec![canonical(&parse(text).ok()?)]),
        "each" | "looks_at" => Some(vec![text.to_owned()]),
        _ => {
            let parts = parse_template(text).ok()?;
            let expressions = parts.iter().filter_map(|part| match part {
                TemplatePart::Expression(node, _) => Some(canonical(node)),
                TemplatePart::Text(text) => text.contains(['{', '}']).then(|| text.clone()),
            });
            Some(expressions.collect())
        }
    }
}

/// The typos in one criterion that nothing detects.
fn undetected(network: &Network, id: &str, criterion: &Criterion) -> Vec<String> {
    let examples = criterion.right.iter().map(|example| (false, example));
    let examples = examples.chain(criterion.wrong.iter().map(|example| (true, example)));
    let context = ExampleContext::new(network, &network.charter, id, false);
    let runs: Vec<_> = examples
        .map(|(wrong, example)| {
            let subject = criterion.subject_of(example);
            let run = ExampleRun::new(example, subject, &context, Language::English);
            (wrong, run)
        })
        .collect();
    let mut undetected = Vec::new();
    for (key, text, set) in expressions(criterion) {
        for typo in typos(text)
            .into_iter()
            .filter(|typo| !is_equivalent(key, text, typo))
        {
            let mut changed = criterion.clone();
            set(&mut changed, typo.clone());
            if !is_detected(network, id, changed, &runs) {
                undetected.push(format!("{id} · {key} · {typo}"));
            }
        }
    }
    undetected
}

#[test]
fn every_key_with_expressions_is_tried() {
    let network = shipped();
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, criterion) in criteria(&network.charter) {
        assert!(criterion.each.0.len() <= 2);
        for (key, text, _) in expressions(criterion) {
            *tried.entry(key).or_default() += typos(text)
                .iter()
                .filter(|typo| !is_equivalent(key, text, typo))
                .count();
        }
    }
    for key in ["each", "if", "looks_at", "requires", "shown.en", "shown.fr"] {
        assert!(
            tried.get(key).is_some_and(|count| *count > 500),
            "{tried:?}"
        );
    }
}

#[test]
fn every_typo_is_detected_or_listed_with_its_reason() {
    use rayon::prelude::*;
    let network = shipped();
    let all: Vec<_> = criteria(&network.charter).collect();
    let undetected: Vec<String> = all
        .par_iter()
        .flat_map_iter(|(id, criterion)| undetected(&network, id, criterion))
        .collect();
    let known: Vec<&str> = UNDETECTED.iter().map(|(typo, _)| *typo).collect();
    assert_eq!(undetected, known);
}
