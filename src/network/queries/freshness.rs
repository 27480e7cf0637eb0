//! Records that grow old: dynamics without news, contacts and sources of long ago.

use std::collections::BTreeMap;

use crate::calendar::{Day, PartialDate};
use crate::network::network::{DynamicRecord, Network};
use crate::network::queries::countability::Countability;
use crate::network::queries::observations::Observation;
use crate::network::queries::records::RecordRef;
use crate::records::{Citation, Common, Contact, Partner, Person, SourceEntry, TerritoryId, Word};

/// A contact whose last sign of life is long ago, or unknown.
#[derive(Clone, Debug)]
pub struct DistantContact<'n> {
    /// The contact.
    pub contact: &'n Contact,
    /// The record that names it.
    pub record: RecordRef<'n>,
    /// The last sign of life, if the folder of persons gives one.
    pub last: Option<PartialDate>,
}

impl Network {
    /// The dynamics that count and have no known end, without news for more than a year before a
    /// day; with the date of their last news, oldest first.
    #[must_use]
    pub fn silent_dynamics(&self, day: Day) -> Vec<(&DynamicRecord, PartialDate)> {
        let open = self.dynamics.iter().filter(|dynamic| self.is_open(dynamic));
        let mut silent: Vec<_> = open
            .filter_map(|dynamic| Some((dynamic, self.last_news(dynamic, day)?)))
            .filter(|(_, last)| last.is_older_than(1, day))
            .collect();
        silent.sort_by_key(|(dynamic, last)| (last.last(), &dynamic.id));
        silent
    }

    /// Whether a dynamic counts, has no known end, and no other dynamic succeeds it.
    fn is_open(&self, dynamic: &DynamicRecord) -> bool {
        let has_end = dynamic.body.to.is_some() || dynamic.body.ended.is_some();
        self.countability(dynamic) == Countability::Counted
            && !has_end
            && !self.is_succeeded(dynamic)
    }

    /// Whether another dynamic succeeds this one.
    fn is_succeeded(&self, dynamic: &DynamicRecord) -> bool {
        let succeeded = self.lazy.succeeded.get_or_init(|| {
            let dynamics = self.dynamics.iter();
            dynamics
                .flat_map(|later| later.body.succeeds.iter().cloned())
                .collect()
        });
        succeeded.contains(&dynamic.id)
    }

    /// The latest date, up to a day, in a dynamic's record: of its period, stages, partners, years,
    /// observations, or the year of a source.
    fn last_news(&self, dynamic: &DynamicRecord, day: Day) -> Option<PartialDate> {
        let body = &dynamic.body;
        let own_years = body.seen.iter().copied().map(PartialDate::Year);
        let stages = body.stages.values().flat_map(|stage| &stage.reached);
        let partners = body.partners.values().flat_map(partner_dates);
        let years = dynamic.common.years.keys().filter_map(|key| last_year(key));
        let observed = self.observations_in(dynamic).flat_map(observation_dates);
        let sources = self
            .sources_of(&dynamic.common)
            .filter_map(|source| source.year.map(PartialDate::Year));
        (body.from.into_iter())
            .chain(own_years)
            .chain(stages.copied())
            .chain(partners)
            .chain(years)
            .chain(observed)
            .chain(sources)
            .filter(|date| date.first() <= day)
            .max_by_key(|date| date.last())
    }

    /// The sources that a record cites as a whole.
    pub fn sources_of<'n>(&'n self, common: &'n Common) -> impl Iterator<Item = &'n SourceEntry> {
        common.sources.iter().filter_map(|citation| match citation {
            Citation::Id(id) => self.sources.get(id),
            Citation::InPlace(entry) => Some(&**entry),
        })
    }

    /// Sources neither read nor published for a number of years before a day, each with its date
    /// and the number of records that cite it, oldest first; those without any date come last. Only
    /// records that pass a filter are asked.
    #[must_use]
    pub fn old_sources(
        &self,
        years: u16,
        day: Day,
        passes: impl Fn(RecordRef) -> bool,
    ) -> Vec<(&SourceEntry, Option<PartialDate>, usize)> {
        // A source described in place has no id: what it says is its key, so that two records that
        // describe it alike cite one source.
        let mut cited: BTreeMap<String, (&SourceEntry, usize)> = BTreeMap::new();
        for record in self.records().filter(|record| passes(*record)) {
            for entry in self.sources_of(record.common()) {
                cited.entry(format!("{entry:?}")).or_insert((entry, 0)).1 += 1;
            }
        }
        let mut old: Vec<_> = cited
            .into_values()
            .map(|(entry, count)| (entry, source_date(entry), count))
            .filter(|(_, date, _)| date.is_none_or(|date| date.is_older_than(years, day)))
            .collect();
        old.sort_by_key(|(_, date, _)| date.map_or(Day::last_of(9999), PartialDate::last));
        old
    }

    /// The contacts with a person of whom nothing was heard for more than a year before a day, or
    /// nothing is known.
    #[must_use]
    pub fn distant_contacts(&self, day: Day) -> Vec<DistantContact<'_>> {
        let mut distant = Vec::new();
        for record in self.records() {
            for contact in &record.common().contacts {
                if contact.person.is_none() {
                    continue;
                }
                let person = self.person_of(contact);
                let last = person.and_then(|person| person.last_contact);
                if last.is_none_or(|last| last.is_older_than(1, day)) {
                    distant.push(DistantContact {
                        contact,
                        record,
                        last,
                    });
                }
            }
        }
        distant
    }

    /// The person behind a contact, if the folder of persons has one.
    pub(in crate::network) fn person_of(&self, contact: &Contact) -> Option<&Person> {
        let id = contact.person.as_deref()?;
        self.people.as_ref()?.persons.get(id)
    }

    /// The role responsible for a record: of its first contact, else of the first contact of the
    /// territory where it is.
    #[must_use]
    pub fn responsible_role<'n>(
        &'n self,
        common: &'n Common,
        home: &TerritoryId,
    ) -> Option<&'n Word> {
        let own = common.contacts.first();
        let of_territory = || self.territory(home.as_str())?.common.contacts.first();
        own.or_else(of_territory).map(|contact| &contact.role)
    }
}

/// The dates of a partnership.
fn partner_dates(partner: &Partner) -> impl Iterator<Item = PartialDate> {
    let seen = partner.seen.iter().copied().map(PartialDate::Year);
    seen.chain(partner.from).chain(partner.to)
}

/// The dates of an observation.
fn observation_dates(observation: Observation) -> impl Iterator<Item = PartialDate> {
    let seen = observation.period.seen.into_iter().map(PartialDate::Year);
    seen.chain(observation.period.from)
        .chain(observation.period.to)
        .chain(observation.lifted)
}

/// The last year of a key such as `2024` or `2020..2022`.
fn last_year(key: &str) -> Option<PartialDate> {
    PartialDate::parse(key.rsplit("..").next()?)
}

/// The date of a source: when it was read, or published, the later of the two.
fn source_date(entry: &SourceEntry) -> Option<PartialDate> {
    entry.read_on.max(entry.year.map(PartialDate::Year))
}
