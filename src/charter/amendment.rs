//! What a charter changes of the one that it starts from: criteria amended key by key, or struck.

use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;

use crate::calendar::{Day, PartialDate};
use crate::charter::criterion::{Case, Criterion, Level, Principled, Spoken};
use crate::charter::path_types::Subject;
use crate::charter::principle::{Charter, Principle};
use crate::documents::deserialize::OneOrMany;

/// The keys of a criterion that are to say something else; those that are not there stay.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Amendment {
    principle: Option<Principled>,
    objective: Option<u8>,
    applies_to: Option<OneOrMany<Subject>>,
    each: Option<OneOrMany<String>>,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
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
    pub from: Option<PartialDate>,
}

/// Where a criterion is written: its table, and the amendments over it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Home {
    /// The file of its table.
    pub file: Arc<str>,
    /// Files that amend it, the last one last, each with the keys that it gives.
    pub amended: Vec<(Arc<str>, Vec<&'static str>)>,
    /// What stood when its right examples were written, and its wrong ones.
    pub examples: [Written; 2],
}

/// What stood when an example was written: it is judged by that, whatever a later layer adds or
/// strikes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// The file.
    pub file: Arc<str>,
    /// The principles of the charter, down from that file.
    pub principles: Arc<IndexMap<String, Principle>>,
}

/// A name under `amended` or `struck` that the charter below does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct UnresolvedChange {
    /// The file that names it.
    pub file: Arc<str>,
    /// The table in which it stands.
    pub table: &'static str,
    /// The name.
    pub id: String,
    /// The name that was perhaps meant.
    pub near: Option<String>,
    /// Whether there is a principle of that name, which bears no date.
    pub dated_principle: bool,
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
    /// This charter laid over the one that it starts from, which is empty where it starts from
    /// none.
    #[must_use]
    pub fn over(self, mut base: Self) -> Self {
        let Self {
            principles,
            sources,
            criteria,
            amended,
            struck,
            file,
            ..
        } = self;
        base.principles.extend(principles);
        base.sources.extend(sources);
        let is_principle =
            |id: &str| base.criteria.get(id).is_none() && base.principles.get(id).is_some();
        let (principles_struck, struck): (Vec<_>, Vec<_>) =
            struck.into_iter().partition(|(id, _)| is_principle(id));
        for (id, strike) in &principles_struck {
            base.strike_principle(&file, id, strike);
        }
        let written = Written {
            file: file.clone(),
            principles: Arc::new(base.principles.clone()),
        };
        for (id, _) in &criteria {
            let examples = [written.clone(), written.clone()];
            base.homes.insert(
                id.clone(),
                Home {
                    file: file.clone(),
                    amended: Vec::new(),
                    examples,
                },
            );
        }
        base.criteria.extend(criteria);
        for (id, amendment) in amended {
            let Some(criterion) = base.criteria.get_mut(&id) else {
                base.skip_reason(&file, "amended", id);
                continue;
            };
            let keys = amendment.lay_over(criterion);
            let home = base.homes.entry(id).or_default();
            for (side, examples) in ["right", "wrong"].into_iter().zip(&mut home.examples) {
                if keys.contains(&side) {
                    *examples = written.clone();
                }
            }
            home.amended.push((file.clone(), keys));
        }
        for (id, strike) in struck {
            base.strike(&file, id, strike);
        }
        for (id, strike) in principles_struck {
            base.strike_what_serves(&file, &id, &strike);
        }
        base.file = file;
        base
    }

    fn strike(&mut self, file: &Arc<str>, id: String, strike: Struck) {
        match (self.criteria.get_mut(&id), strike.from) {
            (Some(criterion), Some(from)) => {
                criterion.to = Some(PartialDate::Day(before(from.first())));
            }
            (Some(_), None) => drop(self.criteria.shift_remove(&id)),
            (None, _) => return self.skip_reason(file, "struck", id),
        }
        self.struck.insert(id, strike);
    }

    /// A principle has no dates: it is one of the network's, or it is not.
    fn strike_principle(&mut self, file: &Arc<str>, id: &str, strike: &Struck) {
        if strike.from.is_some() {
            let (file, id) = (file.clone(), id.to_owned());
            self.unknown_statements.push(UnresolvedChange {
                file,
                table: "struck",
                id,
                near: None,
                dated_principle: true,
            });
        }
        self.principles.shift_remove(id);
        self.struck.insert(id.to_owned(), strike.clone());
    }

    /// Criteria of the base that serve a struck principle, and that were not given another, go with
    /// it.
    fn strike_what_serves(&mut self, file: &Arc<str>, principle: &str, strike: &Struck) {
        let serves = |(id, criterion): &(&String, &Criterion)| {
            criterion
                .principle
                .as_ref()
                .is_some_and(|Principled(name)| name == principle)
                && self.homes.get(*id).is_some_and(|home| home.file != *file)
        };
        let gone: Vec<String> = self
            .criteria
            .iter()
            .filter(serves)
            .map(|(id, _)| id.clone())
            .collect();
        for id in gone {
            self.strike(
                file,
                id,
                Struck {
                    from: None,
                    ..strike.clone()
                },
            );
        }
    }

    fn skip_reason(&mut self, file: &Arc<str>, table: &'static str, id: String) {
        let principles = self
            .principles
            .iter()
            .map(|(id, _)| id.as_str())
            .filter(|_| table == "struck");
        let known = self
            .criteria
            .iter()
            .map(|(id, _)| id.as_str())
            .chain(principles);
        let near = crate::diagnostic::nearest(&id, known).map(str::to_owned);
        self.unknown_statements.push(UnresolvedChange {
            file: file.clone(),
            table,
            id,
            near,
            dated_principle: false,
        });
    }
}

/// The day before another; the first of all days has none before it.
fn before(day: Day) -> Day {
    match (day.year, day.month, day.day) {
        (_, _, 2..) => Day {
            day: day.day - 1,
            ..day
        },
        (year, month @ 2.., _) => PartialDate::Month(year, month - 1).last(),
        (year, ..) => Day::last_of(year.saturating_sub(1)),
    }
}
