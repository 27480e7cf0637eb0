//! `example-comes-out-otherwise`: an example of a criterion that does not come out as it says, or is no record at all.

use crate::charter::{Case, Statute};
use crate::checks::trial::{Terms, Trial};
use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Finding, Place, Rule, Severity};
use crate::language::Both;
use crate::{example, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "example-comes-out-otherwise",
        severity: Severity::Error,
        because: Both {
            fr: "les exemples d'un critère disent ce que l'on a voulu\u{a0}: s'ils disent autre chose que lui, l'un des deux se trompe",
            en: "the examples of a criterion say what was meant: where they say otherwise than it does, one of the two is wrong",
        },
        example: example!("checks", "example-comes-out-otherwise"),
    },
    run,
};

fn run(bench: &mut Bench) {
    let network = bench.network;
    let mut findings = Vec::new();
    for statute in &bench.law().statutes {
        let criterion = statute.criterion;
        for (side, cases) in [("right", &criterion.right), ("wrong", &criterion.wrong)] {
            let terms = Terms::of(network, &network.charter, statute.id, side == "wrong");
            for (at, case) in cases.iter().enumerate() {
                let trial = Trial::of(case, criterion.subject_of(case), &terms, bench.language);
                findings.extend(judge(bench, statute, (side, at), case, &trial));
            }
        }
    }
    bench.findings.extend(findings);
}

fn judge(
    bench: &Bench,
    statute: &Statute,
    (side, at): (&str, usize),
    case: &Case,
    trial: &Trial,
) -> Option<Finding> {
    let language = bench.language;
    let (file, route) = bench.network.charter.place(statute.id, side);
    let route = route.then(at);
    let place = |route| Place { file: file.clone(), at: At::Value(route) };
    if let Some(fault) = trial.faults.first() {
        let why = &fault.sentence;
        let sentence = say!(language,
            fr: "cet exemple n'est pas une fiche\u{a0}: {why}",
            en: "this example is no record: {why}");
        let shown = if case.record.is_null() { route } else { route.then("record") };
        return Some(bench.find_at(&CHECK.rule, place(shown), sentence));
    }
    let offended = trial.offended(statute);
    let sentence = match (side, offended) {
        ("right", true) => say!(language,
            fr: "ce critère trouve à redire à cette fiche, qui devait passer",
            en: "this criterion finds something in this record, which was to pass"),
        ("wrong", false) => say!(language,
            fr: "ce critère laisse passer cette fiche, où il devait trouver à redire",
            en: "this criterion lets this record pass, in which it was to find something"),
        _ => return None,
    };
    let (of_asks, requires) = bench.network.charter.place(statute.id, "requires");
    let asks = Place { file: of_asks, at: At::Value(requires) };
    Some(
        bench
            .find_at(&CHECK.rule, place(route.then("record")), sentence)
            .beside(asks, say!(language, fr: "ce qu'il demande", en: "what it asks")),
    )
}
