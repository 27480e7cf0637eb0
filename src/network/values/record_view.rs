//! A record on the day it is judged: its keys, and the values that are computed once, when they are
//! first asked for.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::calendar::{DateRange, Day};
use crate::charter::{Environment, Scope, Subject, Table, Value};
use crate::network::values::to_value::See;
use crate::network::{
    ActorRecord, Countability, DynamicRecord, Network, StageProgress, TerritoryRecord,
};
use crate::records::{Common, List};

/// A record of any kind that a criterion may judge.
#[derive(Clone, Copy)]
enum Any<'n> {
    Territory(&'n TerritoryRecord),
    Actor(&'n ActorRecord),
    Dynamic(&'n DynamicRecord),
}

/// A record as it is judged on a day.
pub struct RecordView<'n> {
    network: &'n Network,
    record: Any<'n>,
    day: Day,
    families: OnceCell<Vec<&'n str>>,
    categories: OnceCell<Vec<&'n str>>,
    stage_progress: OnceCell<Option<StageProgress<'n>>>,
    sourced: OnceCell<BTreeSet<&'n str>>,
}

impl<'n> RecordView<'n> {
    fn new(network: &'n Network, record: Any<'n>, day: Day) -> Self {
        Self {
            network,
            record,
            day,
            families: OnceCell::new(),
            categories: OnceCell::new(),
            stage_progress: OnceCell::new(),
            sourced: OnceCell::new(),
        }
    }

    /// A territory.
    #[must_use]
    pub fn territory(network: &'n Network, record: &'n TerritoryRecord, day: Day) -> Self {
        Self::new(network, Any::Territory(record), day)
    }

    /// An actor.
    #[must_use]
    pub fn actor(network: &'n Network, record: &'n ActorRecord, day: Day) -> Self {
        Self::new(network, Any::Actor(record), day)
    }

    /// A dynamic.
    #[must_use]
    pub fn dynamic(network: &'n Network, record: &'n DynamicRecord, day: Day) -> Self {
        Self::new(network, Any::Dynamic(record), day)
    }

    /// Its kind.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self.record {
            Any::Territory(_) => Subject::Territory,
            Any::Actor(_) => Subject::Actor,
            Any::Dynamic(_) => Subject::Dynamic,
        }
    }

    /// What the names of an expression stand for here.
    #[must_use]
    pub fn scope(&self) -> Scope<'_> {
        Scope {
            environment: self,
            subject: Value::Table(self),
            row: (Value::Nothing, None),
            keys: &[],
            principle: None,
        }
    }

    fn common(&self) -> &'n Common {
        match self.record {
            Any::Territory(record) => &record.common,
            Any::Actor(record) => &record.common,
            Any::Dynamic(record) => &record.common,
        }
    }

    fn body(&self) -> &'n dyn Table {
        match self.record {
            Any::Territory(record) => &*record.body,
            Any::Actor(record) => &*record.body,
            Any::Dynamic(record) => &*record.body,
        }
    }

    fn computed_field(&self, name: &str) -> Value<'_> {
        match (name, self.record) {
            ("id", Any::Territory(record)) => record.id.see(),
            ("id", Any::Actor(record)) => record.id.see(),
            ("id", Any::Dynamic(record)) => record.id.see(),
            ("family", Any::Actor(record)) => self
                .network
                .family_of(record)
                .map_or(Value::Nothing, Value::text),
            ("families", Any::Territory(_) | Any::Dynamic(_)) => texts(self.families()),
            ("resource_categories", _) => {
                texts(self.categories.get_or_init(|| self.gather_categories()))
            }
            ("started" | "duration" | "stage" | "living", _) => self
                .stage_progress()
                .map_or(Value::Nothing, |progress| progress_field(progress, name)),
            ("counted", Any::Dynamic(record)) => {
                Value::Truth(self.network.countability(record) == Countability::Counted)
            }
            ("agreements_in_force", Any::Territory(record)) => self.agreements_in_force(record),
            ("authority", Any::Territory(record)) => self
                .network
                .authority_of(record)
                .map_or(Value::Nothing, |actor| actor.id.see()),
            ("dynamics", Any::Territory(record)) => listed(
                self.network
                    .dynamics_of(&record.id)
                    .map(|dynamic| dynamic.id.as_str()),
            ),
            ("dynamics", Any::Actor(record)) => listed(
                self.network
                    .dynamics_with(record)
                    .map(|dynamic| dynamic.id.as_str()),
            ),
            ("is_member", Any::Actor(record)) => {
                let today = DateRange {
                    first: self.day,
                    last: self.day,
                };
                Value::Truth(
                    record
                        .body
                        .member
                        .0
                        .iter()
                        .any(|member| member.period().overlaps(today)),
                )
            }
            ("principles_shown", Any::Actor(record)) => listed(self.principles(record, true)),
            ("principles_missing", Any::Actor(record)) => listed(self.principles(record, false)),
            _ => Value::Nothing,
        }
    }

    /// The principles of the charter of which an actor gives evidence, or gives none, in their
    /// order.
    fn principles(&self, record: &'n ActorRecord, shown: bool) -> impl Iterator<Item = &'n str> {
        let evidence = record
            .body
            .charter
            .as_ref()
            .map(|charter| &charter.evidence);
        let is_shown = move |id: &str| {
            evidence.is_some_and(|all| all.get(id).is_some_and(|proofs| !proofs.0.is_empty()))
        };
        let all = self
            .network
            .charter
            .principles
            .0
            .iter()
            .map(|(id, _)| id.as_str());
        all.filter(move |id| is_shown(id) == shown)
    }

    fn families(&self) -> &[&'n str] {
        self.families.get_or_init(|| {
            let mut met = Vec::new();
            match self.record {
                Any::Dynamic(record) => self.network.meet_families(record, &mut met),
                Any::Territory(record) => {
                    let members = record
                        .body
                        .collective
                        .iter()
                        .flat_map(|collective| &collective.members);
                    for member in members.filter_map(|id| self.network.actor(id.as_str())) {
                        met.extend(self.network.family_of(member));
                    }
                    for dynamic in self.network.dynamics_of(&record.id) {
                        self.network.meet_families(dynamic, &mut met);
                    }
                }
                Any::Actor(_) => {}
            }
            once_each(met)
        })
    }

    fn gather_categories(&self) -> Vec<&'n str> {
        let natures = self
            .common()
            .years
            .values()
            .flat_map(|year| year.resources.keys());
        let category = |nature: &crate::records::Word| {
            self.network
                .vocabulary
                .word(List::Natures, nature.as_str())?
                .category
                .as_deref()
        };
        once_each(natures.filter_map(category).collect())
    }

    /// The record's progress in the stages by the day on which it is evaluated.
    fn stage_progress(&self) -> Option<&StageProgress<'n>> {
        let progress = self.stage_progress.get_or_init(|| match self.record {
            Any::Territory(record) => Some(self.network.territory_progress(record, self.day)),
            Any::Dynamic(record) => Some(self.network.dynamic_progress(record, self.day)),
            Any::Actor(_) => None,
        });
        progress.as_ref()
    }

    fn agreements_in_force(&self, record: &'n TerritoryRecord) -> Value<'_> {
        let today = DateRange {
            first: self.day,
            last: self.day,
        };
        let agreements = record.body.agreements.iter();
        listed(
            agreements
                .filter(|(_, one)| one.period().overlaps(today))
                .map(|(id, _)| id.as_str()),
        )
    }
}

impl Table for RecordView<'_> {
    fn get(&self, key: &str) -> Value<'_> {
        // The most asked first: what the kind of record says, what every record says, what is
        // computed.
        match self.body().get(key) {
            Value::Nothing => match self.common().get(key) {
                Value::Nothing => self.computed_field(key),
                found => found,
            },
            found => found,
        }
    }
}

impl Environment for RecordView<'_> {
    fn day(&self) -> Day {
        self.day
    }

    fn family_of_actor(&self, id: &str) -> Option<&str> {
        self.network
            .actor(id)
            .and_then(|actor| self.network.family_of(actor))
    }

    fn family_of_kind(&self, kind: &str) -> Option<&str> {
        self.network
            .vocabulary
            .word(List::ActorKinds, kind)?
            .family
            .as_deref()
    }

    fn is_sourced(&self, statement: &str) -> bool {
        let common = self.common();
        let names = self.sourced.get_or_init(|| {
            common
                .sourced
                .values()
                .flat_map(|names| names.0.iter().map(String::as_str))
                .collect()
        });
        // `sourced` may name the statement, a table around it, or what stands inside.
        let dots = statement
            .match_indices('.')
            .map(|(dot, _)| &statement[..dot]);
        let inside = format!("{statement}.");
        let below = names
            .range(&*inside..)
            .next()
            .is_some_and(|name| name.starts_with(&inside));
        dots.chain([statement]).any(|name| names.contains(name)) || below || common.rests_on_one()
    }
}

impl Network {
    /// The families of a dynamic's partners, one for each partner whose family is known.
    fn meet_families<'n>(&'n self, dynamic: &'n DynamicRecord, met: &mut Vec<&'n str>) {
        for (id, partner) in &dynamic.body.partners {
            let kind = match (self.actor(id.as_str()), &partner.kind) {
                (Some(actor), _) => &actor.body.kind,
                (None, Some(kind)) => kind,
                (None, None) => continue,
            };
            met.extend(
                self.vocabulary
                    .word(List::ActorKinds, kind.as_str())
                    .and_then(|word| word.family.as_deref()),
            );
        }
    }
}

/// A computed field that the progress in the stages answers.
fn progress_field<'v>(progress: &StageProgress<'v>, name: &str) -> Value<'v> {
    match name {
        "started" => progress.started.map_or(Value::Nothing, Value::Moment),
        "duration" => {
            (progress.years()).map_or(Value::Nothing, |years| Value::Number(years.into()))
        }
        "stage" => (progress.current()).map_or(Value::Nothing, |stage| Value::text(stage.id)),
        _ => Value::Truth(progress.is_active),
    }
}

fn once_each(mut texts: Vec<&str>) -> Vec<&str> {
    let mut met = BTreeSet::new();
    texts.retain(|text| met.insert(*text));
    texts
}

fn texts<'v>(texts: &'v [&str]) -> Value<'v> {
    listed(texts.iter().copied())
}

fn listed<'v>(texts: impl Iterator<Item = &'v str>) -> Value<'v> {
    let items: Vec<Value> = texts.map(Value::text).collect();
    if items.is_empty() {
        Value::Nothing
    } else {
        Value::List(items)
    }
}
