//! What a charter changes of the one that it starts from: criteria amended key by key, or struck.

use std::sync::Arc;

use serde::Deserialize;

use super::criterion::{Case, Criterion, Level, Principled, Spoken};
use super::paths::Subject;
use super::principle::Charter;
use crate::calendar::{Day, When};
use crate::documents::deserialize::{InOrder, OneOrMany};

/// The keys of a criterion that are to say something else; those that are not there stay.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Amendment {
    principle: Option<Principled>,
    objective: Option<u8>,
    applies_to: Option<OneOrMany<Subject>>,
    each: Option<OneOrMany<String>>,
    from: Option<When>,
    to: Option<When>,
    level: Option<Level>,
    #[serde(rename = "if")]
    condition: Option<String>,
    requires: Option<String>,
    looks_at: Option<String>,
    finding: Option<Spoken>,
    shown: Option<Spoken>,
    because: Option<Spoken>,
    source: Option<String>,
    right: Option<Vec<Case>>,
    wrong: Option<Vec<Case>>,
}

/// A criterion or a principle that this network does not take over.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Struck {
    /// Why.
    pub because: Spoken,
    /// Since when; without a date it never was this network's law.
    pub from: Option<When>,
}

/// Where a criterion is written: its table, and the amendments over it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Home {
    /// The file of its table.
    pub file: Arc<str>,
    /// Files that amend it, the last one last, each with the keys that it gives.
    pub amended: Vec<(Arc<str>, Vec<&'static str>)>,
}

/// A name under `amended` or `struck` that the charter below does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct Astray {
    /// The file that names it.
    pub file: Arc<str>,
    /// The table in which it stands.
    pub table: &'static str,
    /// The name.
    pub id: String,
    /// The name that was perhaps meant.
    pub near: Option<String>,
}

impl Amendment {
    /// Lays its keys over a criterion; answers their names.
    fn lay_over(self, criterion: &mut Criterion) -> Vec<&'static str> {
        let mut given = Vec::new();
        macro_rules! lay {
            ($($field:ident = $name:literal),* $(,)?) => {$(
                if let Some(value) = self.$field {
                    criterion.$field = value;
                    given.push($name);
                }
            )*};
        }
        macro_rules! lay_some {
            ($($field:ident = $name:literal),* $(,)?) => {$(
                if self.$field.is_some() {
                    criterion.$field = self.$field;
                    given.push($name);
                }
            )*};
        }
        lay!(
            applies_to = "applies_to",
            each = "each",
            level = "level",
            requires = "requires",
            finding = "finding",
            because = "because",
            right = "right",
            wrong = "wrong",
        );
        lay_some!(
            principle = "principle",
            objective = "objective",
            from = "from",
            to = "to",
            condition = "if",
            looks_at = "looks_at",
            shown = "shown",
            source = "source",
        );
        given
    }
}

impl Charter {
    /// This charter laid over the one that it starts from, which is empty where it starts from none.
    #[must_use]
    pub fn over(self, mut base: Self) -> Self {
        let Self { principles, sources, criteria, amended, struck, file, .. } = self;
        base.principles.lay(principles);
        base.sources.lay(sources);
        for (id, _) in &criteria.0 {
            base.homes.insert(id.clone(), Home { file: file.clone(), amended: Vec::new() });
        }
        base.criteria.lay(criteria);
        for (id, amendment) in amended.0 {
            let known = base.criteria.0.iter_mut().find(|(known, _)| *known == id);
            let Some((_, criterion)) = known else {
                base.stray(&file, "amended", id);
                continue;
            };
            let keys = amendment.lay_over(criterion);
            base.homes.entry(id).or_default().amended.push((file.clone(), keys));
        }
        for (id, strike) in struck.0 {
            base.strike(&file, id, strike);
        }
        base.file = file;
        base
    }

    fn strike(&mut self, file: &Arc<str>, id: String, strike: Struck) {
        let of_criterion = self.criteria.0.iter().position(|(known, _)| *known == id);
        let of_principle = self.principles.0.iter().position(|(known, _)| *known == id);
        match (of_criterion, of_principle, strike.from) {
            (Some(at), _, Some(from)) => self.criteria.0[at].1.to = Some(When::Day(before(from.first()))),
            (Some(at), _, None) => drop(self.criteria.0.remove(at)),
            (None, Some(at), _) => drop(self.principles.0.remove(at)),
            (None, None, _) => return self.stray(file, "struck", id),
        }
        self.struck.lay(InOrder(vec![(id, strike)]));
    }

    fn stray(&mut self, file: &Arc<str>, table: &'static str, id: String) {
        let known = self.criteria.0.iter().map(|(id, _)| id.as_str());
        let near = crate::diagnostic::nearest(&id, known).map(str::to_owned);
        self.astray.push(Astray { file: file.clone(), table, id, near });
    }
}

/// The day before another; the first of all days has none before it.
fn before(day: Day) -> Day {
    match (day.year, day.month, day.day) {
        (_, _, 2..) => Day { day: day.day - 1, ..day },
        (year, month @ 2.., _) => When::Month(year, month - 1).last(),
        (year, ..) => Day::last_of(year.saturating_sub(1)),
    }
}
