//! The years to ask for instead, where a day that nobody chose shows next to nothing.

use crate::calendar::DateRange;
use crate::network::Countability;
use crate::say;
use crate::views::parts::scope::filtered;
use crate::views::view::Question;

/// The share of all dynamics below which a day shows next to nothing: one in four.
const NEXT_TO_NOTHING: usize = 4;

/// The years that the records know, in a sentence that offers them; `None` if a day was chosen, or
/// if today shows a fair part of the dynamics.
#[must_use]
pub fn years_known(question: &Question, shown: usize) -> Option<String> {
    let network = question.network;
    let stretches: Vec<Vec<DateRange>> = network
        .dynamics
        .iter()
        .filter(|dynamic| network.standing(dynamic) == Countability::Counted)
        .filter(|dynamic| filtered(question, dynamic))
        .map(|dynamic| dynamic.body.period().stretches())
        .collect();
    if question.dated || shown * NEXT_TO_NOTHING >= stretches.len() {
        return None;
    }
    let today = question.today;
    let past: Vec<&DateRange> = stretches
        .iter()
        .flatten()
        .filter(|stretch| stretch.first <= today)
        .collect();
    let from = past.iter().map(|stretch| stretch.first.year).min()?;
    let to = past
        .iter()
        .map(|stretch| stretch.last.min(today).year)
        .max()?;
    Some(say!(question.language,
        fr: "les fiches couvrent {from}–{to}\u{a0}: `--years {from}..{to}`, ou une année avec \
            `--year`",
        en: "the records cover {from}–{to}: `--years {from}..{to}`, or one year with `--year`"))
}
