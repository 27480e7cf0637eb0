//! The picture of the charter: the number of signatories that show each principle.

use crate::say;
use crate::views::parts::bars::bar;
use crate::views::view::{Bars, Figure, Picture, Question};

use crate::views::charter::gathered::{CharterFacts, PrincipleFact};

/// The number of signatories that show each principle, and of those that do not.
pub fn signatories_by_principle(question: &Question, facts: &CharterFacts) -> Picture {
    let language = question.language;
    let signatories = facts.signed as u64;
    let counts: Vec<String> = facts
        .principles
        .iter()
        .map(|principle| describe_count(question, principle))
        .collect();
    let (count, counts) = (language.number(signatories), counts.join(", "));
    let bars = facts.principles.iter().map(|principle| {
        let without = signatories.saturating_sub(principle.signatories);
        bar(&principle.label, &[principle.signatories, without])
    });
    Picture {
        title: question.words(
            "Signataires qui montrent chaque principe",
            "Signatories that show each principle",
        ),
        alternative: say!(language,
            fr: "Sur {count} signataires, nombre de ceux qui montrent chaque principe. {counts}.",
            en: "Of {count} signatories, how many show each principle. {counts}."),
        table: None,
        figure: Figure::Bars(Bars {
            unit: question.words("signataires", "signatories"),
            series: vec![
                question.words("montré", "shown"),
                question.words("non montré", "not shown"),
            ],
            stacked: true,
            bars: bars.collect(),
        }),
    }
}

/// A principle and the number of signatories that show it.
fn describe_count(question: &Question, principle: &PrincipleFact) -> String {
    let label = &principle.label;
    let count = question.language.number(principle.signatories);
    say!(question.language, fr: "{label}\u{a0}: {count}", en: "{label}: {count}")
}
