//! A record on a given day, as expressions read it: its keys, and its computed fields.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::calendar::{DateRange, Day, PartialDate};
use crate::charter::{Environment, Scope, Subject, Table, Value};
use crate::network::network::{ActorRecord, DynamicRecord, Network, TerritoryRecord};
use crate::network::queries::questions::Countability;
use crate::network::values::to_value::ToValue;
use crate::records::{Common, List, Stages, Word};

/// A record of any kind that a criterion may apply to.
#[derive(Clone, Copy)]
enum AnyRecord<'n> {
    Territory(&'n TerritoryRecord),
    Actor(&'n ActorRecord),
    Dynamic(&'n DynamicRecord),
}

/// A record on a given day, as expressions read it.
pub struct RecordView<'n> {
    network: &'n Network,
    record: AnyRecord<'n>,
    day: Day,
    // Several criteria read the same fields of a record, which are not cheap to compute.
    families: OnceCell<Vec<&'n str>>,
    categories: OnceCell<Vec<&'n str>>,
    sourced: OnceCell<BTreeSet<&'n str>>,
}

impl<'n> RecordView<'n> {
    fn new(network: &'n Network, record: AnyRecord<'n>, day: Day) -> Self {
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
        Self::new(network, AnyRecord::Territory(record), day)
    }

    /// An actor.
    #[must_use]
    pub fn actor(network: &'n Network, record: &'n ActorRecord, day: Day) -> Self {
        Self::new(network, AnyRecord::Actor(record), day)
    }

    /// A dynamic.
    #[must_use]
    pub fn dynamic(network: &'n Network, record: &'n DynamicRecord, day: Day) -> Self {
        Self::new(network, AnyRecord::Dynamic(record), day)
    }

    /// The kind of the record.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self.record {
            AnyRecord::Territory(_) => Subject::Territory,
            AnyRecord::Actor(_) => Subject::Actor,
            AnyRecord::Dynamic(_) => Subject::Dynamic,
        }
    }

    /// The scope of expressions about the record as a whole.
    #[must_use]
    pub fn scope(&self) -> Scope<'_> {
        Scope {
            environment: self,
            record: Value::Table(self),
            row: Value::Absent,
            row_id: None,
            list_keys: &[],
            principle: None,
        }
    }

    fn common(&self) -> &'n Common {
        match self.record {
            AnyRecord::Territory(record) => &record.common,
            AnyRecord::Actor(record) => &record.common,
            AnyRecord::Dynamic(record) => &record.common,
        }
    }

    fn body(&self) -> &'n dyn Table {
        match self.record {
            AnyRecord::Territory(record) => &*record.body,
            AnyRecord::Actor(record) => &*record.body,
            AnyRecord::Dynamic(record) => &*record.body,
        }
    }

    fn stages(&self) -> Option<&'n Stages> {
        match self.record {
            AnyRecord::Territory(record) => Some(&record.body.stages),
            AnyRecord::Dynamic(record) => Some(&record.body.stages),
            AnyRecord::Actor(_) => None,
        }
    }

    fn today(&self) -> DateRange {
        DateRange {
            first: self.day,
            last: self.day,
        }
    }

    /// The value of a computed field; absent if the kind of record does not have it.
    fn computed_field(&self, name: &str) -> Value<'_> {
        match name {
            "resource_categories" => {
                let categories = self.categories.get_or_init(|| self.resource_categories());
                Value::texts(categories.iter().copied())
            }
            "families" => Value::texts(self.families().iter().copied()),
            "started" => self.started().map_or(Value::Absent, Value::Date),
            "duration" => self.duration().map_or(Value::Absent, Value::Number),
            "stage" => self.stage().map_or(Value::Absent, Value::text),
            _ => match self.record {
                AnyRecord::Territory(record) => self.territory_field(record, name),
                AnyRecord::Actor(record) => self.actor_field(record, name),
                AnyRecord::Dynamic(record) => self.dynamic_field(record, name),
            },
        }
    }

    fn territory_field(&self, record: &'n TerritoryRecord, name: &str) -> Value<'_> {
        match name {
            "id" => record.id.to_value(),
            "living" => {
                let mut periods = record.body.followed.0.iter();
                Value::Boolean(periods.any(|period| period.overlaps(self.today())))
            }
            "agreements_in_force" => Value::texts(
                record
                    .body
                    .agreements
                    .iter()
                    .filter(|(_, agreement)| agreement.period().overlaps(self.today()))
                    .map(|(id, _)| id.as_str()),
            ),
            "authority" => self
                .network
                .authority_of(record)
                .map_or(Value::Absent, |actor| actor.id.to_value()),
            "dynamics" => Value::texts(
                self.network
                    .dynamics_of(&record.id)
                    .map(|dynamic| dynamic.id.as_str()),
            ),
            _ => Value::Absent,
        }
    }

    fn actor_field(&self, record: &'n ActorRecord, name: &str) -> Value<'_> {
        match name {
            "id" => record.id.to_value(),
            "family" => self
                .network
                .family_of(record)
                .map_or(Value::Absent, Value::text),
            "dynamics" => Value::texts(
                self.network
                    .dynamics_with(record)
                    .map(|dynamic| dynamic.id.as_str()),
            ),
            "is_member" => {
                let mut memberships = record.body.member.0.iter();
                Value::Boolean(
                    memberships.any(|membership| membership.period().overlaps(self.today())),
                )
            }
            "principles_shown" => Value::texts(self.principles(record, true)),
            "principles_missing" => Value::texts(self.principles(record, false)),
            _ => Value::Absent,
        }
    }

    fn dynamic_field(&self, record: &'n DynamicRecord, name: &str) -> Value<'_> {
        match name {
            "id" => record.id.to_value(),
            "living" => Value::Boolean(record.body.period().overlaps(self.today())),
            "counted" => Value::Boolean(self.network.standing(record) == Countability::Counted),
            _ => Value::Absent,
        }
    }

    /// The principles of the charter for which an actor gives evidence, or gives none.
    fn principles(&self, record: &'n ActorRecord, shown: bool) -> impl Iterator<Item = &'n str> {
        let evidence = record
            .body
            .charter
            .as_ref()
            .map(|charter| &charter.evidence);
        self.network
            .charter
            .principles
            .0
            .iter()
            .map(|(id, _)| id.as_str())
            .filter(move |id| {
                let proofs = evidence.and_then(|evidence| evidence.get(id));
                proofs.is_some_and(|proofs| !proofs.0.is_empty()) == shown
            })
    }

    /// The families of the partners of a dynamic; of the collective and of all dynamics of a
    /// territory. Each once.
    fn families(&self) -> &[&'n str] {
        self.families.get_or_init(|| {
            let network = self.network;
            match self.record {
                AnyRecord::Dynamic(record) => distinct(network.partner_families(record)),
                AnyRecord::Territory(record) => {
                    let members = record
                        .body
                        .collective
                        .iter()
                        .flat_map(|collective| &collective.members)
                        .filter_map(|id| network.actor(id.as_str()))
                        .filter_map(|member| network.family_of(member));
                    let partners = network
                        .dynamics_of(&record.id)
                        .flat_map(|dynamic| network.partner_families(dynamic));
                    distinct(members.chain(partners))
                }
                AnyRecord::Actor(_) => Vec::new(),
            }
        })
    }

    /// The categories of all resources of the record, each once.
    fn resource_categories(&self) -> Vec<&'n str> {
        let vocabulary = &self.network.vocabulary;
        let natures = self
            .common()
            .years
            .values()
            .flat_map(|year| year.resources.keys());
        distinct(natures.filter_map(|nature| {
            vocabulary
                .word(List::Natures, nature.as_str())?
                .category
                .as_deref()
        }))
    }

    fn started(&self) -> Option<PartialDate> {
        let earliest =
            |whens: &mut dyn Iterator<Item = PartialDate>| whens.min_by_key(|when| when.first());
        match self.record {
            AnyRecord::Dynamic(record) => {
                let seen = record.body.seen.iter().map(|year| PartialDate::Year(*year));
                earliest(&mut record.body.from.into_iter().chain(seen))
            }
            AnyRecord::Territory(record) => earliest(
                &mut record
                    .body
                    .stages
                    .values()
                    .flat_map(|stage| stage.reached.iter().copied()),
            ),
            AnyRecord::Actor(_) => None,
        }
    }

    /// In years, counted as people do: from 2019 to 2024 it is five.
    fn duration(&self) -> Option<f64> {
        let started = self.started()?.year();
        let emancipated = self.stages().and_then(|stages| stages.get("emancipation"));
        let emancipated =
            emancipated.and_then(|stage| stage.reached.iter().map(|when| when.year()).max());
        let over = match self.record {
            AnyRecord::Dynamic(record) => record.body.to.map(PartialDate::year),
            AnyRecord::Territory(_) | AnyRecord::Actor(_) => None,
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
}

impl Table for RecordView<'_> {
    fn get(&self, key: &str) -> Value<'_> {
        // In the order of how often criteria read them: keys of the kind of record, keys of every
        // record, computed fields.
        let own = self.body().get(key);
        if !own.is_absent() {
            return own;
        }
        let common = self.common().get(key);
        if !common.is_absent() {
            return common;
        }
        self.computed_field(key)
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
        self.network.family_of_actor_kind(kind)
    }

    fn is_sourced(&self, statement: &str) -> bool {
        let common = self.common();
        let sourced = self.sourced.get_or_init(|| {
            let lists = common.sourced.values();
            lists
                .flat_map(|names| names.0.iter().map(String::as_str))
                .collect()
        });
        // `sourced` may name the statement, a table around it, or a part of it.
        let mut prefixes = statement
            .match_indices('.')
            .map(|(dot, _)| &statement[..dot])
            .chain([statement]);
        let inside = format!("{statement}.");
        let next = sourced.range(&*inside..).next();
        prefixes.any(|name| sourced.contains(name))
            || next.is_some_and(|name| name.starts_with(&inside))
            || common.has_one_source()
    }
}

impl Network {
    /// The families of the partners of a dynamic, as far as they are known.
    fn partner_families<'n>(&'n self, dynamic: &'n DynamicRecord) -> impl Iterator<Item = &'n str> {
        dynamic.body.partners.iter().filter_map(|(id, partner)| {
            let kind: &Word = match self.actor(id.as_str()) {
                Some(actor) => &actor.body.kind,
                None => partner.kind.as_ref()?,
            };
            self.family_of_actor_kind(kind.as_str())
        })
    }

    fn family_of_actor_kind(&self, kind: &str) -> Option<&str> {
        self.vocabulary
            .word(List::ActorKinds, kind)?
            .family
            .as_deref()
    }
}

/// Texts in the order in which they first occur, each once.
fn distinct<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut known = BTreeSet::new();
    texts.filter(|text| known.insert(*text)).collect()
}
