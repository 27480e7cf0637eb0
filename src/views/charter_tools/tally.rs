//! The records that criteria look at, and what each comes to there.

use crate::calendar::{Day, PartialDate};
use crate::charter::{Charter, CompiledCriterion, Criterion, Subject};
use crate::network::values::{RecordView, Verdict};
use crate::records::{Common, TerritoryId, ThemeId, Waiver};
use crate::views::parts::filtered;
use crate::views::view::Question;

/// A record before the law.
pub struct Before<'n> {
    /// Its id.
    pub id: &'n str,
    /// The name people say.
    pub name: String,
    /// The territory in whose folder it lies.
    pub home: &'n TerritoryId,
    /// The theme that counts, where it is a dynamic that has one.
    pub theme: Option<&'n ThemeId>,
    /// What it is excused from.
    pub waivers: &'n [Waiver],
    /// The record, as it is judged.
    pub judged: RecordView<'n>,
}

impl Before<'_> {
    /// Whether it is excused from a criterion on a day.
    pub fn is_excused(&self, criterion: &str, day: Day) -> bool {
        self.waivers
            .iter()
            .any(|waiver| waiver.check == criterion && waiver.in_force(day))
    }
}

/// The day on which the law and the records are judged: the last of those asked for.
pub fn day(question: &Question) -> Day {
    question.asked.last
}

/// The same, as people say it.
pub fn day_told(question: &Question) -> String {
    PartialDate::Day(day(question)).format(question.language)
}

/// The principles of a charter, in order.
pub fn principles(charter: &Charter) -> Vec<&str> {
    charter
        .principles
        .iter()
        .map(|(id, _)| id.as_str())
        .collect()
}

/// The records of every kind that pass the question's filters and could be read whole.
pub fn records<'n>(question: &Question<'n>) -> Vec<Before<'n>> {
    let (network, day) = (question.network, day(question));
    let inside = |home: &TerritoryId, more: &[TerritoryId]| question.covers_any(home, more);
    let no_theme = question.theme.is_none();
    let mut all = Vec::new();
    for one in network
        .territories
        .iter()
        .filter(|one| one.intact && inside(&one.id, &[]))
    {
        if no_theme
            || network
                .dynamics_of(&one.id)
                .any(|dynamic| filtered(question, dynamic))
        {
            let judged = RecordView::territory(network, one, day);
            all.push(before(
                one.id.as_str(),
                one.name(),
                &one.home,
                None,
                &one.common,
                judged,
            ));
        }
    }
    for one in network
        .actors
        .iter()
        .filter(|one| one.intact && inside(&one.home, &one.body.also_in))
    {
        if no_theme
            || network
                .dynamics_with(one)
                .any(|dynamic| dynamic.body.theme == question.theme)
        {
            let judged = RecordView::actor(network, one, day);
            all.push(before(
                one.id.as_str(),
                one.name(),
                &one.home,
                None,
                &one.common,
                judged,
            ));
        }
    }
    for one in network
        .dynamics
        .iter()
        .filter(|one| one.intact && filtered(question, one))
    {
        let judged = RecordView::dynamic(network, one, day);
        let theme = one.body.theme.as_ref();
        all.push(before(
            one.id.as_str(),
            one.name(),
            &one.home,
            theme,
            &one.common,
            judged,
        ));
    }
    all
}

fn before<'n>(
    id: &'n str,
    name: String,
    home: &'n TerritoryId,
    theme: Option<&'n ThemeId>,
    common: &'n Common,
    judged: RecordView<'n>,
) -> Before<'n> {
    Before {
        id,
        name,
        home,
        theme,
        waivers: &common.waivers,
        judged,
    }
}

/// What a criterion comes to in all records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutcomeCounts {
    /// Records in which what it asks is there.
    pub hold: usize,
    /// Records in which it finds something.
    pub fail: usize,
}

impl OutcomeCounts {
    /// Of a criterion in these records.
    pub fn of(compiled: &CompiledCriterion, records: &[Before], principles: &[&str]) -> Self {
        let mut tally = Self::default();
        for record in records {
            match record.judged.verdict(compiled, principles) {
                Verdict::NotApplicable => {}
                Verdict::Passes => tally.hold += 1,
                Verdict::Fails => tally.fail += 1,
            }
        }
        tally
    }

    /// Records at which it looks.
    pub fn all(self) -> usize {
        self.hold + self.fail
    }
}

/// So many records of the kinds that a criterion judges.
pub fn noun(criterion: &Criterion, count: usize, question: &Question) -> String {
    use crate::language::Language;
    let language = question.language;
    let (one, many) = match (&*criterion.applies_to.0, language) {
        ([Subject::Territory], Language::French) => ("territoire", "territoires"),
        ([Subject::Actor], Language::French) => ("acteur", "acteurs"),
        ([Subject::Dynamic], Language::French) => ("dynamique", "dynamiques"),
        ([Subject::Territory], Language::English) => ("territory", "territories"),
        ([Subject::Actor], Language::English) => ("actor", "actors"),
        ([Subject::Dynamic], Language::English) => ("dynamic", "dynamics"),
        (_, Language::French) => ("fiche", "fiches"),
        (_, Language::English) => ("record", "records"),
    };
    language.count(count, one, many)
}
