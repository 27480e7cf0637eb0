//! A record as expressions see it on a day: its keys, with computed values evaluated on first use.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::calendar::{DateRange, Day};
use crate::charter::{Environment, Scope, Subject, Table, Value};
use crate::network::network::{ActorRecord, DynamicRecord, Network, TerritoryRecord};
use crate::network::queries::actors::is_member_in;
use crate::network::queries::countability::Countability;
use crate::network::queries::records::RecordRef;
use crate::network::queries::stage_progress::StageProgress;
use crate::network::values::to_value::ToValue;
use crate::records::{Common, Word};

/// A record as criteria see it on a day.
pub struct RecordView<'n> {
    network: &'n Network,
    record: RecordRef<'n>,
    /// The record's kind, as criteria name it.
    subject: Subject,
    /// The keys of its kind.
    body: &'n dyn Table,
    day: Day,
    families: OnceCell<Vec<&'n str>>,
    categories: OnceCell<Vec<&'n str>>,
    stage_progress: OnceCell<Option<StageProgress<'n>>>,
    sourced: OnceCell<BTreeSet<&'n str>>,
}

impl<'n> RecordView<'n> {
    /// The view of a record on a day.
    #[must_use]
    pub fn of(network: &'n Network, record: RecordRef<'n>, day: Day) -> Self {
        match record {
            RecordRef::Territory(territory) => Self::territory(network, territory, day),
            RecordRef::Actor(actor) => Self::actor(network, actor, day),
            RecordRef::Dynamic(dynamic) => Self::dynamic(network, dynamic, day),
            RecordRef::Published(published) => {
                Self::new(network, record, Subject::Published, &*published.body, day)
            }
        }
    }

    /// The view of a territory.
    #[must_use]
    pub fn territory(network: &'n Network, record: &'n TerritoryRecord, day: Day) -> Self {
        let reference = RecordRef::Territory(record);
        Self::new(network, reference, Subject::Territory, &*record.body, day)
    }

    /// The view of an actor.
    #[must_use]
    pub fn actor(network: &'n Network, record: &'n ActorRecord, day: Day) -> Self {
        let reference = RecordRef::Actor(record);
        Self::new(network, reference, Subject::Actor, &*record.body, day)
    }

    /// The view of a dynamic.
    #[must_use]
    pub fn dynamic(network: &'n Network, record: &'n DynamicRecord, day: Day) -> Self {
        let reference = RecordRef::Dynamic(record);
        Self::new(network, reference, Subject::Dynamic, &*record.body, day)
    }

    fn new(
        network: &'n Network,
        record: RecordRef<'n>,
        subject: Subject,
        body: &'n dyn Table,
        day: Day,
    ) -> Self {
        Self {
            network,
            record,
            subject,
            body,
            day,
            families: OnceCell::new(),
            categories: OnceCell::new(),
            stage_progress: OnceCell::new(),
            sourced: OnceCell::new(),
        }
    }

    /// The record's kind.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// The scope in which an expression about this record is evaluated.
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

    /// The value of a computed field; nothing for a name that the kind of record has not.
    fn computed_field(&self, name: &str) -> Value<'_> {
        match (name, self.record) {
            ("id", record) => Value::text(record.id()),
            ("resource_categories", _) => Value::texts(self.categories().iter().copied()),
            ("started" | "duration" | "stage" | "living", _) => self
                .stage_progress()
                .map_or(Value::Absent, |progress| progress_field(progress, name)),
            ("families", RecordRef::Territory(_) | RecordRef::Dynamic(_)) => {
                Value::texts(self.families().iter().copied())
            }
            (_, RecordRef::Territory(record)) => self.territory_field(name, record),
            (_, RecordRef::Actor(record)) => self.actor_field(name, record),
            ("counted", RecordRef::Dynamic(record)) => {
                Value::Boolean(self.network.countability(record) == Countability::Counted)
            }
            ("local_partners", RecordRef::Dynamic(record)) => {
                let partners = self.network.local_partners(record);
                Value::texts(partners.map(|actor| actor.id.as_str()))
            }
            _ => Value::Absent,
        }
    }

    fn territory_field(&self, name: &str, record: &'n TerritoryRecord) -> Value<'_> {
        match name {
            "agreements_in_force" => self.agreements_in_force(record),
            "authority" => {
                let authority = self.network.authority_of(record);
                authority.map_or(Value::Absent, |actor| actor.id.to_value())
            }
            "dynamics" => {
                let dynamics = self.network.dynamics_of(&record.id);
                Value::texts(dynamics.map(|dynamic| dynamic.id.as_str()))
            }
            _ => Value::Absent,
        }
    }

    fn actor_field(&self, name: &str, record: &'n ActorRecord) -> Value<'_> {
        match name {
            "family" => {
                let family = self.network.family_of(record);
                family.map_or(Value::Absent, Value::text)
            }
            "dynamics" => {
                let dynamics = self.network.dynamics_with(record);
                Value::texts(dynamics.map(|dynamic| dynamic.id.as_str()))
            }
            "is_member" => Value::Boolean(is_member_in(record, DateRange::of_day(self.day))),
            "principles_shown" => Value::texts(self.principles(record, true)),
            "principles_missing" => Value::texts(self.principles(record, false)),
            _ => Value::Absent,
        }
    }

    /// The principles of the charter for which an actor gives evidence, or gives none, in their
    /// order.
    fn principles(&self, record: &'n ActorRecord, shown: bool) -> impl Iterator<Item = &'n str> {
        let charter = record.body.charter.as_ref();
        let evidence = charter.map(|charter| &charter.evidence);
        let principles = &self.network.charter.principles;
        principles
            .iter()
            .map(|(id, _)| id.as_str())
            .filter(move |id| {
                let proofs = evidence.and_then(|evidence| evidence.get(id));
                proofs.is_some_and(|proofs| !proofs.0.is_empty()) == shown
            })
    }

    /// The families of actors that a dynamic, or the collective and the dynamics of a territory,
    /// bring together.
    fn families(&self) -> &[&'n str] {
        self.families.get_or_init(|| match self.record {
            RecordRef::Dynamic(record) => distinct(self.network.partner_families(record)),
            RecordRef::Territory(record) => {
                let network = self.network;
                let collective = record.body.collective.iter();
                let members = collective
                    .flat_map(|collective| &collective.members)
                    .filter_map(|id| network.family_of(network.actor(id.as_str())?));
                let dynamics = network.dynamics_of(&record.id);
                let partners = dynamics.flat_map(|dynamic| network.partner_families(dynamic));
                distinct(members.chain(partners))
            }
            RecordRef::Actor(_) | RecordRef::Published(_) => Vec::new(),
        })
    }

    /// The categories of the resources of all years.
    fn categories(&self) -> &[&'n str] {
        self.categories.get_or_init(|| {
            let years = self.record.common().years.values();
            let natures = years.flat_map(|year| year.resources.keys());
            distinct(natures.filter_map(|nature: &Word| self.network.category_of(nature.as_str())))
        })
    }

    /// The record's progress in the stages by the day.
    fn stage_progress(&self) -> Option<&StageProgress<'n>> {
        let progress = self.stage_progress.get_or_init(|| match self.record {
            RecordRef::Territory(record) => Some(self.network.territory_progress(record, self.day)),
            RecordRef::Dynamic(record) => Some(self.network.dynamic_progress(record, self.day)),
            RecordRef::Actor(_) | RecordRef::Published(_) => None,
        });
        progress.as_ref()
    }

    fn agreements_in_force(&self, record: &'n TerritoryRecord) -> Value<'_> {
        let today = DateRange::of_day(self.day);
        let agreements = record.body.agreements.iter();
        let in_force = agreements.filter(|(_, agreement)| agreement.period().overlaps(today));
        Value::texts(in_force.map(|(id, _)| id.as_str()))
    }
}

impl Table for RecordView<'_> {
    fn get(&self, key: &str) -> Value<'_> {
        // The most frequent first: keys of the kind, keys of every record, computed fields.
        match self.body.get(key) {
            Value::Absent => match self.record.common().get(key) {
                Value::Absent => self.computed_field(key),
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
        let actor = self.network.actor(id)?;
        self.network.family_of(actor)
    }

    fn family_of_kind(&self, kind: &str) -> Option<&str> {
        self.network.family_of_kind(kind)
    }

    fn is_sourced(&self, statement: &str) -> bool {
        let common = self.record.common();
        let names = self.sourced.get_or_init(|| sourced_names(common));
        // `sourced` may name the statement, a table around it, or a key inside it.
        let inside = format!("{statement}.");
        let mut after = names.range(&*inside..);
        let names_inside = after.next().is_some_and(|name| name.starts_with(&inside));
        let mut around = statement
            .match_indices('.')
            .filter_map(|(dot, _)| statement.get(..dot))
            .chain([statement]);
        around.any(|name| names.contains(name)) || names_inside || common.has_one_source()
    }
}

/// The statements that a record's `sourced` names.
fn sourced_names(common: &Common) -> BTreeSet<&str> {
    let lists = common.sourced.values();
    lists
        .flat_map(|names| names.0.iter().map(String::as_str))
        .collect()
}

impl Network {
    /// The families of a dynamic's partners, one for each partner whose family is known.
    fn partner_families<'n>(&'n self, dynamic: &'n DynamicRecord) -> impl Iterator<Item = &'n str> {
        dynamic.body.partners.iter().filter_map(|(id, partner)| {
            let kind = match self.actor(id.as_str()) {
                Some(actor) => &actor.body.kind,
                None => partner.kind.as_ref()?,
            };
            self.family_of_kind(kind.as_str())
        })
    }
}

/// A computed field that the progress in the stages answers.
fn progress_field<'v>(progress: &StageProgress<'v>, name: &str) -> Value<'v> {
    match name {
        "started" => progress.started.map_or(Value::Absent, Value::Date),
        "duration" => {
            let years = progress.years();
            years.map_or(Value::Absent, |years| Value::Number(years.into()))
        }
        "stage" => {
            let stage = progress.current();
            stage.map_or(Value::Absent, |stage| Value::text(stage.id))
        }
        _ => Value::Boolean(progress.is_active),
    }
}

/// Texts, each once, in the order of their first occurrence.
fn distinct<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut known = BTreeSet::new();
    texts.filter(|text| known.insert(*text)).collect()
}
