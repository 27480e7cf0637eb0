//! `example-comes-out-otherwise`: an example of a criterion that does not come out as it says, or
//! is no record at all.

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
            let terms =
                ExampleContext::new(network, &network.charter, compiled.id, side == "wrong");
            for (at, case) in cases.iter().enumerate() {
                let example_run =
                    ExampleRun::new(case, criterion.subject_of(case), &terms, context.language);
                findings.extend(judge(context, compiled, (side, at), case, &example_run));
            }
        }
    }
    context.findings.extend(findings);
}

fn judge(
    context: &Context,
    compiled: &CompiledCriterion,
    (side, at): (&str, usize),
    case: &Example,
    example_run: &ExampleRun,
) -> Option<Finding> {
    let language = context.language;
    let (file, route) = context.network.charter.place(compiled.id, side);
    let route = route.then(at);
    let place = |route| Place {
        file: file.clone(),
        at: At::Value(route),
    };
    if let Some(fault) = example_run.findings.first() {
        let why = &fault.sentence;
        let sentence = say!(language,
            fr: "cet exemple n'est pas une fiche\u{a0}: {why}",
            en: "this example is no record: {why}");
        let shown = if case.record.is_null() {
            route
        } else {
            route.then("record")
        };
        return Some(context.find_at(&CHECK.rule, place(shown), sentence));
    }
    let violates = example_run.violates(compiled);
    let sentence = match (side, violates) {
        ("right", true) => say!(language,
            fr: "ce critère trouve à redire à cette fiche, qui devait passer",
            en: "this criterion finds something in this record, which was to pass"),
        ("wrong", false) => say!(language,
            fr: "ce critère laisse passer cette fiche, où il devait trouver à redire",
            en: "this criterion lets this record pass, in which it was to find something"),
        _ => return None,
    };
    let (of_asks, requires) = context.network.charter.place(compiled.id, "requires");
    let asks = Place {
        file: of_asks,
        at: At::Value(requires),
    };
    Some(
        context
            .find_at(&CHECK.rule, place(route.then("record")), sentence)
            .beside(
                asks,
                say!(language, fr: "ce qu'il demande", en: "what it asks"),
            ),
    )
}
