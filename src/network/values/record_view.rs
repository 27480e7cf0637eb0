//! A record on the day it is judged: its keys, and the values that are computed once, when they are
//! first asked for.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::calendar::{DateRange, Day, PartialDate};
use crate::charter::{Environment, Scope, Subject, Table, Value};
use crate::network::values::to_value::See;
use crate::network::{ActorRecord, Countability, DynamicRecord, Network, TerritoryRecord};
use crate::records::{Common, List, Stages};

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

    fn stages(&self) -> Option<&'n Stages> {
        match self.record {
            Any::Territory(record) => Some(&record.body.stages),
            Any::Dynamic(record) => Some(&record.body.stages),
            Any::Actor(_) => None,
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
            ("started", _) => self.started().map_or(Value::Nothing, Value::Moment),
            ("duration", _) => self.duration().map_or(Value::Nothing, Value::Number),
            ("stage", _) => self.stage().map_or(Value::Nothing, Value::text),
            ("living", Any::Dynamic(record)) => {
                Value::Truth(record.body.period().overlaps(DateRange {
                    first: self.day,
                    last: self.day,
                }))
            }
            ("living", Any::Territory(record)) => {
                let today = DateRange {
                    first: self.day,
                    last: self.day,
                };
                Value::Truth(
                    record
                        .body
                        .followed
                        .0
                        .iter()
                        .any(|period| period.overlaps(today)),
                )
            }
            ("counted", Any::Dynamic(record)) => {
                Value::Truth(self.network.standing(record) == Countability::Counted)
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

    fn started(&self) -> Option<PartialDate> {
        let earliest =
            |whens: &mut dyn Iterator<Item = PartialDate>| whens.min_by_key(|when| when.first());
        match self.record {
            Any::Dynamic(record) => {
                let seen = record.body.seen.iter().map(|year| PartialDate::Year(*year));
                earliest(&mut record.body.from.into_iter().chain(seen))
            }
            Any::Territory(record) => earliest(
                &mut record
                    .body
                    .stages
                    .values()
                    .flat_map(|stage| stage.reached.iter().copied()),
            ),
            Any::Actor(_) => None,
        }
    }

    /// In years, counted as people do: from 2019 to 2024 it is five.
    fn duration(&self) -> Option<f64> {
        let started = self.started()?.year();
        let emancipated = self.stages().and_then(|stages| stages.get("emancipation"));
        let emancipated =
            emancipated.and_then(|stage| stage.reached.iter().map(|when| when.year()).max());
        let over = match self.record {
            Any::Dynamic(record) => record.body.to.map(PartialDate::year),
            Any::Territory(_) | Any::Actor(_) => None,
        };
        let end = emancipated
            .or(over)
            .unwrap_or(self.day.year)
            .min(self.day.year);
        end.checked_sub(started).map(f64::from)
    }

    fn stage(&self) -> Option<&'n str> {
        let reached = self.stages()?.iter();
        let reached =
            reached.filter(|(_, stage)| stage.reached.iter().any(|when| when.first() <= self.day));
        let ranked = reached.filter_map(|(id, _)| {
            self.network
                .vocabulary
                .rank(List::Stages, id.as_str())
                .map(|rank| (rank, id.as_str()))
        });
        ranked.max().map(|(_, id)| id)
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
        dots.chain([statement]).any(|name| names.contains(name)) || below || common.has_one_source()
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
