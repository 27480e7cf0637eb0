//! What a charter changes of the one that it starts from: criteria amended key by key, or struck.

use std::sync::Arc;

use serde::Deserialize;

use crate::calendar::PartialDate;
use crate::charter::criterion::{BilingualText, Criterion, CriterionLevel, Example, PrincipleRef};
use crate::charter::path_types::Subject;
use crate::charter::principle::{Charter, Principle};
use crate::documents::deserialize::{InOrder, OneOrMany};

/// The keys of a criterion that are to say something else; those that are not there stay.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Amendment {
    principle: Option<PrincipleRef>,
    objective: Option<u8>,
    applies_to: Option<OneOrMany<Subject>>,
    each: Option<OneOrMany<String>>,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
    level: Option<CriterionLevel>,
    #[serde(rename = "if")]
    condition: Option<String>,
    requires: Option<String>,
    looks_at: Option<String>,
    finding: Option<BilingualText>,
    shown: Option<BilingualText>,
    because: Option<BilingualText>,
    source: Option<String>,
    right: Option<Vec<Example>>,
    wrong: Option<Vec<Example>>,
}

/// A criterion or a principle that this network does not take over.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Struck {
    /// Why.
    pub because: BilingualText,
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
    pub principles: Arc<InOrder<Principle>>,
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
        macro_rules! override_with {
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
        override_with!(
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
        base.principles.override_with(principles);
        base.sources.override_with(sources);
        let is_principle =
            |id: &str| base.criteria.get(id).is_none() && base.principles.get(id).is_some();
        let (principles_struck, struck): (Vec<_>, Vec<_>) =
            struck.0.into_iter().partition(|(id, _)| is_principle(id));
        for (id, strike) in &principles_struck {
            base.strike_principle(&file, id, strike);
        }
        let written = Written {
            file: file.clone(),
            principles: Arc::new(base.principles.clone()),
        };
        for (id, _) in &criteria.0 {
            let examples = [written.clone(), written.clone()];
            base.origins.insert(
                id.clone(),
                Home {
                    file: file.clone(),
                    amended: Vec::new(),
                    examples,
                },
            );
        }
        base.criteria.override_with(criteria);
        for (id, amendment) in amended.0 {
            let known = base.criteria.0.iter_mut().find(|(known, _)| *known == id);
            let Some((_, criterion)) = known else {
                base.skip_reason(&file, "amended", id);
                continue;
            };
            let keys = amendment.lay_over(criterion);
            let home = base.origins.entry(id).or_default();
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
        let of_criterion = self.criteria.0.iter().position(|(known, _)| *known == id);
        match (of_criterion, strike.from) {
            (Some(at), Some(from)) => {
                self.criteria.0[at].1.to = Some(PartialDate::Day(from.first().previous()));
            }
            (Some(at), None) => drop(self.criteria.0.remove(at)),
            (None, _) => return self.skip_reason(file, "struck", id),
        }
        self.struck.override_with(InOrder(vec![(id, strike)]));
    }

    /// A principle has no dates: it is one of the network's, or it is not.
    fn strike_principle(&mut self, file: &Arc<str>, id: &str, strike: &Struck) {
        if strike.from.is_some() {
            let (file, id) = (file.clone(), id.to_owned());
            self.unresolved_changes.push(UnresolvedChange {
                file,
                table: "struck",
                id,
                near: None,
                dated_principle: true,
            });
        }
        self.principles.0.retain(|(known, _)| known != id);
        self.struck
            .override_with(InOrder(vec![(id.to_owned(), strike.clone())]));
    }

    /// Criteria of the base that serve a struck principle, and that were not given another, go with
    /// it.
    fn strike_what_serves(&mut self, file: &Arc<str>, principle: &str, strike: &Struck) {
        let serves = |(id, criterion): &&(String, Criterion)| {
            criterion
                .principle
                .as_ref()
                .is_some_and(|PrincipleRef(name)| name == principle)
                && self.origins.get(id).is_some_and(|home| home.file != *file)
        };
        let gone: Vec<String> = self
            .criteria
            .0
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
            .0
            .iter()
            .map(|(id, _)| id.as_str())
            .filter(|_| table == "struck");
        let known = self
            .criteria
            .0
            .iter()
            .map(|(id, _)| id.as_str())
            .chain(principles);
        let near = crate::diagnostic::nearest(&id, known).map(str::to_owned);
        self.unresolved_changes.push(UnresolvedChange {
            file: file.clone(),
            table,
            id,
            near,
            dated_principle: false,
        });
    }
}
