//! `example-comes-out-otherwise`: an example of a criterion with an unexpected outcome.

use crate::charter::{CompiledCriterion, Example};
use crate::checks::example_run::{ExampleContext, ExampleRun};
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place};
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "example-comes-out-otherwise", Error,
        fr: "les exemples d'un critère disent ce que l'on a voulu\u{a0}: s'ils disent autre \
            chose que lui, l'un des deux se trompe",
        en: "the examples of a criterion say what was meant: where they say otherwise than it \
            does, one of the two is wrong"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut findings = Vec::new();
    for compiled in &context.compiled_charter.criteria {
        let criterion = compiled.criterion;
        for (side, cases) in [("right", &criterion.right), ("wrong", &criterion.wrong)] {
            let is_wrong = side == "wrong";
            // They come out the same in every run: a test of the program tries them.
            if network.has_shipped_examples(compiled.id, is_wrong) {
                continue;
            }
            let terms = ExampleContext::new(network, &network.charter, compiled.id, is_wrong);
            for (index, case) in cases.iter().enumerate() {
                let example_run =
                    ExampleRun::new(case, criterion.subject_of(case), &terms, context.language);
                findings.extend(compare(
                    context,
                    compiled,
                    (side, index),
                    case,
                    &example_run,
                ));
            }
        }
    }
    context.findings.extend(findings);
}

/// Compares the outcome of an example with its side. Returns `None` if they agree.
fn compare(
    context: &Context,
    compiled: &CompiledCriterion,
    (side, index): (&str, usize),
    case: &Example,
    example_run: &ExampleRun,
) -> Option<Finding> {
    let language = context.language;
    let (file, route) = context.network.charter.place(compiled.id, side);
    let route = route.then(index);
    if let Some(fault) = example_run.findings.first() {
        let why = &fault.sentence;
        let sentence = say!(language,
            fr: "cet exemple n'est pas une fiche\u{a0}: {why}",
            en: "this example is not a record: {why}");
        let shown = if case.record.is_null() {
            route
        } else {
            route.then("record")
        };
        return Some(context.find_at(
            &CHECK.rule,
            Place {
                file,
                at: At::Value(shown),
            },
            sentence,
        ));
    }
    let violates = example_run.violates(compiled);
    let sentence = match (side, violates) {
        ("right", true) => say!(language,
            fr: "ce critère trouve à redire à cette fiche, qui devait passer",
            en: "this criterion finds something in this record, which should pass"),
        ("wrong", false) => say!(language,
            fr: "ce critère laisse passer cette fiche, où il devait trouver à redire",
            en: "this criterion lets this record pass, where it should find something"),
        _ => return None,
    };
    let example = Place {
        file,
        at: At::Value(route.then("record")),
    };
    let (file, requires) = context.network.charter.place(compiled.id, "requires");
    let asks = Place {
        file,
        at: At::Value(requires),
    };
    Some(context.find_at(&CHECK.rule, example, sentence).beside(
        asks,
        say!(language, fr: "ce qu'il demande", en: "what it asks"),
    ))
}
