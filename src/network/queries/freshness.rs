//! What grows old: what ends on a day, dynamics without news, contacts and sources of long ago.

use std::collections::BTreeMap;

use crate::calendar::{DateRange, Day, PartialDate};
use crate::network::{Countability, DynamicRecord, Network, TerritoryRecord};
use crate::records::{Citation, Common, Contact, SourceEntry, Status, TerritoryId, Word};

/// What ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadlineKind {
    /// An agreement with an authority.
    Agreement,
    /// The report on a call that was granted.
    Report,
    /// A status of an actor.
    Status,
    /// An excuse from a check.
    Waiver,
    /// What a person behind a contact lets be shown.
    Consent,
}

/// Something with a last day.
#[derive(Clone, Debug)]
pub struct Deadline<'n> {
    /// What ends.
    pub what: DeadlineKind,
    /// Which: the key of an agreement or a call, a status, a check, or the purpose of a consent
    /// with its role.
    pub key: String,
    /// Its last day.
    pub day: Day,
    /// Whose.
    pub whose: Whose<'n>,
}

/// A record of any kind.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'n> {
    /// What every record says.
    pub common: &'n Common,
    /// Its kind and id, such as `territory/dunkerque`.
    pub kind: &'static str,
    /// Its id.
    pub id: &'n str,
    /// Where it lies.
    pub home: &'n TerritoryId,
    /// Its file.
    pub file: &'n str,
}

/// A contact whose last sign of life is long ago, or unknown.
#[derive(Clone, Debug)]
pub struct DistantContact<'n> {
    /// The contact.
    pub contact: &'n Contact,
    /// Whose.
    pub whose: Whose<'n>,
    /// The last sign of life, where the folder of persons tells it.
    pub last: Option<PartialDate>,
}

impl Network {
    /// Every record.
    pub fn everyone(&self) -> impl Iterator<Item = Whose<'_>> {
        macro_rules! of {
            ($records:expr, $kind:literal) => {
                $records.iter().map(|record| Whose {
                    common: &record.common,
                    kind: $kind,
                    id: record.id.as_str(),
                    home: &record.home,
                    file: &record.file,
                })
            };
        }
        let places = of!(self.territories, "territory").chain(of!(self.actors, "actor"));
        places
            .chain(of!(self.dynamics, "dynamic"))
            .chain(of!(self.published, "published"))
    }

    /// Everything that has a last day, by day; an agreement that another follows on its territory
    /// is not told.
    #[must_use]
    pub fn deadlines(&self) -> Vec<Deadline<'_>> {
        let mut deadlines: Vec<Deadline> = self
            .everyone()
            .flat_map(|whose| self.dues_of(whose))
            .collect();
        deadlines.sort_by(|one, other| {
            let order =
                |deadline: &Deadline| (deadline.day, deadline.what, deadline.whose.file.to_owned());
            order(one)
                .cmp(&order(other))
                .then_with(|| one.key.cmp(&other.key))
        });
        deadlines
    }

    fn dues_of<'n>(&'n self, whose: Whose<'n>) -> Vec<Deadline<'n>> {
        let deadline = move |what, key: &str, when: PartialDate| Deadline {
            what,
            key: key.to_owned(),
            day: when.last(),
            whose,
        };
        let mut deadlines = Vec::new();
        if let Some(territory) = self
            .territory(whose.id)
            .filter(|_| whose.kind == "territory")
        {
            let ends = territory
                .body
                .agreements
                .iter()
                .filter_map(|(key, agreement)| Some((key, agreement.to?)));
            let last = ends.filter(|(_, end)| !is_followed_up(territory, *end));
            deadlines.extend(last.map(|(key, end)| deadline(DeadlineKind::Agreement, key, end)));
        }
        if let Some(actor) = self.actor(whose.id).filter(|_| whose.kind == "actor") {
            let rows = &actor.body.statuses;
            let renewed = |status: &Status, end: PartialDate| {
                let same = rows.iter().filter(|other| other.is == status.is);
                same.into_iter()
                    .any(|other| other.to.is_none_or(|to| to.last() > end.last()))
            };
            let ends = rows.iter().filter_map(|status| Some((status, status.to?)));
            let ends = ends.filter(|(status, end)| !renewed(status, *end));
            deadlines.extend(
                ends.map(|(status, end)| deadline(DeadlineKind::Status, status.is.as_str(), end)),
            );
        }
        let calls = whose.common.calls.iter();
        let owed = calls.filter(|(_, call)| call.refused.is_none() && call.reported.is_none());
        let owed = owed.filter_map(|(key, call)| Some((key, call.report_by?)));
        deadlines.extend(owed.map(|(key, end)| deadline(DeadlineKind::Report, key, end)));
        let waivers = whose
            .common
            .waivers
            .iter()
            .filter_map(|waiver| Some((waiver, waiver.until?)));
        deadlines.extend(
            waivers.map(|(waiver, end)| deadline(DeadlineKind::Waiver, &waiver.check, end)),
        );
        for contact in &whose.common.contacts {
            let person = contact
                .person
                .as_deref()
                .and_then(|id| self.people.as_ref()?.persons.get(id));
            let consents = person.into_iter().flat_map(|person| person.consent.iter());
            let living = consents.filter(|(_, consent)| consent.withdrawn.is_none());
            let key = |purpose: &str| format!("{}.{purpose}", contact.role.as_str());
            let ends = living.filter_map(|(purpose, consent)| Some((key(purpose), consent.until?)));
            deadlines.extend(ends.map(|(key, end)| deadline(DeadlineKind::Consent, &key, end)));
        }
        deadlines
    }

    /// Dynamics that count, of which no end is known, without news for more than a year; with the
    /// last news, oldest
    /// first.
    #[must_use]
    pub fn silent_dynamics(&self, at: Day) -> Vec<(&DynamicRecord, PartialDate)> {
        let continued = |dynamic: &DynamicRecord| {
            self.dynamics
                .iter()
                .any(|other| other.body.succeeds.contains(&dynamic.id))
        };
        let open = self.dynamics.iter().filter(|dynamic| {
            let counts = self.countability(dynamic) == Countability::Counted;
            counts
                && dynamic.body.to.is_none()
                && dynamic.body.ended.is_none()
                && !continued(dynamic)
        });
        let mut silent: Vec<_> = open
            .filter_map(|dynamic| Some((dynamic, self.last_news(dynamic, at)?)))
            .filter(|(_, last)| last.is_older_than(1, at))
            .collect();
        silent.sort_by(|one, other| (one.1.last(), &one.0.id).cmp(&(other.1.last(), &other.0.id)));
        silent
    }

    /// The latest date until a day that a dynamic's record tells: its period, stages, partners,
    /// years, what was
    /// observed, or the year of a source.
    fn last_news(&self, dynamic: &DynamicRecord, at: Day) -> Option<PartialDate> {
        let body = &dynamic.body;
        let own = body
            .from
            .into_iter()
            .chain(body.seen.iter().copied().map(PartialDate::Year));
        let stages = body
            .stages
            .values()
            .flat_map(|reached| reached.reached.iter().copied());
        let partners = body.partners.values().flat_map(|partner| {
            let seen = partner.seen.iter().copied().map(PartialDate::Year);
            seen.chain(partner.from).chain(partner.to)
        });
        let years = dynamic
            .common
            .years
            .keys()
            .filter_map(|years| years.rsplit("..").next());
        let observed = self.observations_in(dynamic).flat_map(|row| {
            let seen: Vec<PartialDate> = row
                .period
                .seen
                .iter()
                .copied()
                .map(PartialDate::Year)
                .collect();
            seen.into_iter()
                .chain(row.period.from)
                .chain(row.period.to)
                .chain(row.lifted)
        });
        let sources = self
            .sources_of(&dynamic.common)
            .filter_map(|source| source.year.map(PartialDate::Year));
        let all = own
            .chain(stages)
            .chain(partners)
            .chain(years.filter_map(PartialDate::read));
        all.chain(observed)
            .chain(sources)
            .filter(|when| when.first() <= at)
            .max_by_key(|when| when.last())
    }

    /// The sources that a record cites as a whole.
    pub fn sources_of<'n>(&'n self, common: &'n Common) -> impl Iterator<Item = &'n SourceEntry> {
        common.sources.iter().filter_map(|citation| match citation {
            Citation::Id(id) => self.sources.get(id),
            Citation::InPlace(entry) => Some(&**entry),
        })
    }

    /// Sources neither read nor published for so many years, with how many records cite them,
    /// oldest first; those
    /// without any date stand at the end.
    #[must_use]
    pub fn old_sources(
        &self,
        years: u16,
        at: Day,
    ) -> Vec<(&SourceEntry, Option<PartialDate>, usize)> {
        let mut cited: BTreeMap<String, (&SourceEntry, usize)> = BTreeMap::new();
        for whose in self.everyone() {
            for entry in self.sources_of(whose.common) {
                cited.entry(format!("{entry:?}")).or_insert((entry, 0)).1 += 1;
            }
        }
        let date = |entry: &SourceEntry| entry.read_on.max(entry.year.map(PartialDate::Year));
        let mut old: Vec<_> = cited
            .into_values()
            .map(|(entry, times)| (entry, date(entry), times))
            .filter(|(_, date, _)| date.is_none_or(|date| date.is_older_than(years, at)))
            .collect();
        old.sort_by_key(|(_, date, _)| date.map_or(Day::last_of(9999), PartialDate::last));
        old
    }

    /// Contacts behind whom a person stands of whom nothing was heard for more than a year, or
    /// nothing is known.
    #[must_use]
    pub fn distant_contacts(&self, at: Day) -> Vec<DistantContact<'_>> {
        let rows = self
            .everyone()
            .flat_map(|whose| whose.common.contacts.iter().map(move |row| (whose, row)));
        let distant = rows.filter_map(|(whose, contact)| {
            let id = contact.person.as_deref()?;
            let person = self
                .people
                .as_ref()
                .and_then(|people| people.persons.get(id));
            let last = person.and_then(|person| person.last_contact);
            last.is_none_or(|last| last.is_older_than(1, at))
                .then_some(DistantContact {
                    contact,
                    whose,
                    last,
                })
        });
        distant.collect()
    }

    /// The role in charge of a record: of its own contacts the first, else of those of the
    /// territory where it lies.
    #[must_use]
    pub fn responsible_role<'n>(
        &'n self,
        common: &'n Common,
        home: &TerritoryId,
    ) -> Option<&'n Word> {
        let own = common.contacts.first();
        let of_home = || self.territory(home.as_str())?.common.contacts.first();
        own.or_else(of_home).map(|contact| &contact.role)
    }
}

/// Whether an agreement of the same territory goes on after a day, or begins after it.
fn is_followed_up(territory: &TerritoryRecord, end: PartialDate) -> bool {
    let after = DateRange {
        first: end.last().next(),
        last: Day::last_of(9999),
    };
    territory
        .body
        .agreements
        .values()
        .any(|agreement| agreement.period().overlaps(after))
}
