//! What to ask instead where a day that nobody chose shows next to nothing.

use crate::calendar::DateRange;
use crate::network::Countability;
use crate::say;
use crate::views::parts::scope::filtered;
use crate::views::view::Question;

/// Of so many dynamics that the records know, a day that shows one shows nearly nothing.
const NEARLY_NOTHING: usize = 4;

/// The years that the records know, where no day was chosen and today shows nearly nothing of them.
#[must_use]
pub fn years_known(question: &Question, shown: usize) -> Option<String> {
    let network = question.network;
    let counted = network.dynamics.iter().filter(|dynamic| {
        network.countability(dynamic) == Countability::Counted && filtered(question, dynamic)
    });
    let stretches: Vec<Vec<DateRange>> = counted
        .map(|dynamic| dynamic.body.period().ranges())
        .collect();
    let today = question.today;
    let past = || {
        stretches
            .iter()
            .flatten()
            .filter(|stretch| stretch.first <= today)
    };
    let from = past().map(|stretch| stretch.first.year).min()?;
    let to = past().map(|stretch| stretch.last.min(today).year).max()?;
    (!question.dated && shown * NEARLY_NOTHING < stretches.len()).then(|| {
        say!(question.language,
            fr: "les fiches connaissent {from}–{to}\u{a0}: `--years {from}..{to}`, ou une année \
                avec `--year`",
            en: "the records know {from}–{to}: `--years {from}..{to}`, or one year with `--year`")
    })
}
