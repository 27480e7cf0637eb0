//! Every one-character change of every shipped expression: caught by syntax, by judgement or by an
//! example, or listed.

use std::collections::BTreeMap;

use apes::charter::expression::{Expression, Node, Shown, read, read_shown};
use apes::charter::{Charter, CompiledCharter, Criterion};
use apes::checks::example_run::{ExampleRun, Terms};
use apes::checks::law;
use apes::language::Language;
use apes::network::Network;
use indexmap::IndexMap;

use super::{criteria, shipped};

/// What a hand slips in: letters, a digit, and the signs that expressions know.
const ALPHABET: [char; 13] = [
    's', 'e', 'n', '1', '\'', '.', ' ', '=', '<', '>', '(', '{', '}',
];

/// Slips that nothing catches, as `criterion · key · expression`, each with its reason. None, so
/// far: to make room for
/// one here, first look for an example that catches it.
const UNCAUGHT: [(&str, &str); 0] = [];

/// Every text that is one character away, each once.
fn slips(text: &str) -> Vec<String> {
    let mut slips = Vec::new();
    for (at, sign) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + sign.len_utf8()..]);
        slips.push(format!("{before}{after}"));
        for other in ALPHABET.into_iter().filter(|other| *other != sign) {
            slips.push(format!("{before}{other}{after}"));
            slips.push(format!("{before}{other}{sign}{after}"));
        }
    }
    slips.extend(ALPHABET.iter().map(|sign| format!("{text}{sign}")));
    slips.sort();
    slips.dedup();
    slips
}

/// What an expression says, whatever room it takes.
fn meaning(node: &Node) -> String {
    let all = |nodes: &[Node]| nodes.iter().map(meaning).collect::<Vec<_>>().join(" ");
    match &node.what {
        Expression::Text(text) => format!("'{text}'"),
        Expression::Number(number) => number.to_string(),
        Expression::Truth(truth) => truth.to_string(),
        Expression::List(items) => format!("[{}]", all(items)),
        Expression::Path(path) => named(path),
        Expression::Call {
            word,
            of,
            arguments,
        } => {
            format!(
                "{}({} {})",
                word.name,
                of.as_ref().map(named).unwrap_or_default(),
                all(arguments)
            )
        }
        Expression::Not(inner) => format!("not({})", meaning(inner)),
        Expression::And(both) => format!("and({} {})", meaning(&both.0), meaning(&both.1)),
        Expression::Or(both) => format!("or({} {})", meaning(&both.0), meaning(&both.1)),
        Expression::Compare(how, both) => {
            format!("{}({} {})", how.sign(), meaning(&both.0), meaning(&both.1))
        }
    }
}

fn named(path: &apes::charter::expression::Path) -> String {
    let steps = path.steps.iter().map(|step| step.name.as_str());
    std::iter::once(path.root.name.as_str())
        .chain(steps)
        .collect::<Vec<_>>()
        .join(".")
}

/// Whether a slip is seen: the charter no longer reads, or an example no longer comes out as it
/// says.
fn is_caught(
    network: &Network,
    id: &str,
    slipped: Criterion,
    trials: &[(bool, ExampleRun)],
) -> bool {
    let (principles_, sources) = (
        network.charter.principles.clone(),
        network.charter.sources.clone(),
    );
    let criteria = IndexMap::from([(id.to_owned(), slipped)]);
    let charter = Charter {
        principles: principles_,
        sources,
        criteria,
        ..Charter::default()
    };
    let CompiledCharter {
        statutes, faults, ..
    } = law(&charter, network, Language::English);
    let Some(compiled) = statutes.first().filter(|_| faults.is_empty()) else {
        return true;
    };
    trials
        .iter()
        .any(|(wrong, example_run)| example_run.offended(compiled) != *wrong)
}

/// An expression of a criterion, or a text that holds expressions: its key, what it says, and how
/// to say otherwise.
type Written<'c> = (&'static str, &'c str, fn(&mut Criterion, String));

/// Every expression of a criterion; of `each`, one name at a time.
fn written(criterion: &Criterion) -> Vec<Written<'_>> {
    let condition = criterion
        .condition
        .as_deref()
        .map(|text| -> Written { ("if", text, |c, text| c.condition = Some(text)) });
    let looks_at = criterion
        .looks_at
        .as_deref()
        .map(|text| -> Written { ("looks_at", text, |c, text| c.looks_at = Some(text)) });
    let shown = criterion.shown.iter().flat_map(|shown| -> [Written; 2] {
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
    let each = each.map(|(text, set)| -> Written { ("each", text, set) });
    let requires: Written = ("requires", &criterion.requires, |c, text| c.requires = text);
    std::iter::once(requires)
        .chain(condition)
        .chain(looks_at)
        .chain(shown)
        .chain(each)
        .collect()
}

/// The changes of a text that change no expression of it: those of the words around expressions,
/// and of room in them.
fn says_the_same(key: &str, text: &str, slip: &str) -> bool {
    let expressions = |text: &str| -> Option<Vec<String>> {
        match key {
            "if" | "requires" => read(text).ok().map(|node| vec![meaning(&node)]),
            "each" | "looks_at" => Some(vec![text.to_owned()]),
            _ => read_shown(text).ok().map(|pieces| {
                let values = pieces.iter().filter_map(|piece| match piece {
                    Shown::Value(node, _) => Some(meaning(node)),
                    Shown::Words(words) => words.contains(['{', '}']).then(|| words.clone()),
                });
                values.collect()
            }),
        }
    };
    expressions(slip).is_some_and(|slipped| expressions(text) == Some(slipped))
}

/// The slips of one criterion that nothing catches.
fn uncaught(network: &Network, id: &str, criterion: &Criterion) -> Vec<String> {
    let cases = criterion.right.iter().map(|case| (false, case));
    let cases = cases.chain(criterion.wrong.iter().map(|case| (true, case)));
    let example_run = |case| {
        ExampleRun::of(
            case,
            criterion.subject_of(case),
            &Terms::of(network, &network.charter, id, false),
            Language::English,
        )
    };
    let trials: Vec<_> = cases
        .map(|(wrong, case)| (wrong, example_run(case)))
        .collect();
    let mut uncaught = Vec::new();
    for (key, text, set) in written(criterion) {
        for slip in slips(text)
            .into_iter()
            .filter(|slip| !says_the_same(key, text, slip))
        {
            let mut slipped = criterion.clone();
            set(&mut slipped, slip.clone());
            if !is_caught(network, id, slipped, &trials) {
                uncaught.push(format!("{id} · {key} · {slip}"));
            }
        }
    }
    uncaught
}

#[test]
fn every_expression_is_tried() {
    let network = shipped();
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, criterion) in criteria(&network.charter) {
        assert!(criterion.each.0.len() <= 2);
        for (key, text, _) in written(criterion) {
            *tried.entry(key).or_default() += slips(text)
                .iter()
                .filter(|slip| !says_the_same(key, text, slip))
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
fn every_slip_is_caught_or_listed_with_its_reason() {
    use rayon::prelude::*;
    let network = shipped();
    let all: Vec<_> = criteria(&network.charter).collect();
    let uncaught: Vec<String> = all
        .par_iter()
        .flat_map_iter(|(id, criterion)| uncaught(&network, id, criterion))
        .collect();
    let known: Vec<&str> = UNCAUGHT.iter().map(|(slip, _)| *slip).collect();
    assert_eq!(uncaught, known);
}
