//! Everything that ends on a known day: agreements, reports due, statuses, waivers, consents.

use crate::calendar::{DateRange, Day, PartialDate};
use crate::network::network::{ActorRecord, Network, TerritoryRecord};
use crate::network::queries::grants::leads;
use crate::network::queries::records::RecordRef;
use crate::records::{Agreement, Contact, Status};

/// A kind of thing that ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadlineKind {
    /// An agreement with an authority.
    Agreement,
    /// The report on a call that was granted.
    Report,
    /// A status of an actor.
    Status,
    /// A waiver of a check.
    Waiver,
    /// A person's consent to be shown.
    Consent,
}

/// Something with a last day.
#[derive(Clone, Debug)]
pub struct Deadline<'n> {
    /// The kind of thing that ends.
    pub kind: DeadlineKind,
    /// The key of an agreement or a call, a status, a check, or a consent as `role.purpose`.
    pub key: String,
    /// The last day.
    pub day: Day,
    /// The record that says so.
    pub record: RecordRef<'n>,
}

impl Deadline<'_> {
    /// Whether the writer of the record inferred what ends.
    #[must_use]
    pub fn is_inferred(&self) -> bool {
        let (common, key) = (self.record.common(), self.key.as_str());
        match self.kind {
            DeadlineKind::Agreement => {
                let territory = self.record.territory();
                let agreement = territory.and_then(|record| record.body.agreements.get(key));
                let says_so = agreement.is_some_and(|agreement| agreement.inferred);
                common.infers_row("agreements", key, says_so)
            }
            DeadlineKind::Report => {
                let says_so = common.calls.get(key).is_some_and(|call| call.inferred);
                common.infers_row("calls", key, says_so)
            }
            DeadlineKind::Status => {
                let actor = self.record.actor();
                let mut rows = actor.iter().flat_map(|record| &record.body.statuses);
                let says_so = rows.any(|row| row.is.as_str() == key && row.inferred);
                common.infers_row("statuses", key, says_so)
            }
            DeadlineKind::Waiver | DeadlineKind::Consent => false,
        }
    }
}

impl Network {
    /// Everything that has a last day, by day. Left out is what has a sequel: an agreement that
    /// another continues on its territory, or after which the network left it; a status that was
    /// renewed, or whose actor has ended its activity.
    #[must_use]
    pub fn deadlines(&self) -> Vec<Deadline<'_>> {
        let of_records = self.records().flat_map(|record| self.deadlines_of(record));
        let mut deadlines: Vec<Deadline> = of_records.collect();
        deadlines.sort_by(|left, right| sort_key(left).cmp(&sort_key(right)));
        deadlines
    }

    fn deadlines_of<'n>(&'n self, record: RecordRef<'n>) -> Vec<Deadline<'n>> {
        let mut found = RecordDeadlines {
            record,
            deadlines: Vec::new(),
        };
        if let Some(territory) = record.territory() {
            found.add_agreements(self, territory);
        }
        if let Some(actor) = record.actor() {
            found.add_statuses(self, actor);
        }
        found.add_reports_due();
        found.add_waivers();
        for contact in &record.common().contacts {
            found.add_consents(self, contact);
        }
        found.deadlines
    }
}

/// The order of deadlines: by day, kind, file, key.
fn sort_key<'d>(deadline: &'d Deadline) -> (Day, DeadlineKind, &'d str, &'d str) {
    let file: &str = deadline.record.file();
    (deadline.day, deadline.kind, file, &deadline.key)
}

/// The deadlines of one record.
struct RecordDeadlines<'n> {
    record: RecordRef<'n>,
    deadlines: Vec<Deadline<'n>>,
}

impl RecordDeadlines<'_> {
    fn add(&mut self, kind: DeadlineKind, key: &str, last: PartialDate) {
        self.deadlines.push(Deadline {
            kind,
            key: key.to_owned(),
            day: last.last(),
            record: self.record,
        });
    }

    fn add_agreements(&mut self, network: &Network, territory: &TerritoryRecord) {
        for (key, agreement) in territory.body.agreements.iter() {
            let open_end = agreement.to.filter(|end| {
                !is_continued(territory, *end) && !has_left(network, territory, agreement)
            });
            if let Some(end) = open_end {
                self.add(DeadlineKind::Agreement, key, end);
            }
        }
    }

    fn add_statuses(&mut self, network: &Network, actor: &ActorRecord) {
        if has_ended(network, actor) {
            return;
        }
        let statuses = &actor.body.statuses;
        for status in statuses {
            if let Some(end) = status.to.filter(|end| !is_renewed(status, *end, statuses)) {
                self.add(DeadlineKind::Status, status.is.as_str(), end);
            }
        }
    }

    fn add_reports_due(&mut self) {
        for (key, call) in self.record.common().calls.iter() {
            let is_owed = call.refused.is_none() && call.reported.is_none();
            if let Some(end) = call.report_by.filter(|_| is_owed) {
                self.add(DeadlineKind::Report, key, end);
            }
        }
    }

    fn add_waivers(&mut self) {
        for waiver in &self.record.common().waivers {
            if let Some(end) = waiver.until {
                self.add(DeadlineKind::Waiver, &waiver.check, end);
            }
        }
    }

    fn add_consents(&mut self, network: &Network, contact: &Contact) {
        let Some(person) = network.person_of(contact) else {
            return;
        };
        for (purpose, consent) in person.consent.iter() {
            let is_given = consent.withdrawn.is_none();
            if let Some(end) = consent.until.filter(|_| is_given) {
                let key = format!("{}.{purpose}", contact.role.as_str());
                self.add(DeadlineKind::Consent, &key, end);
            }
        }
    }
}

/// Whether an agreement of the territory is in force after a day.
fn is_continued(territory: &TerritoryRecord, end: PartialDate) -> bool {
    let after = DateRange {
        first: end.last().next(),
        last: Day::last_of(9999),
    };
    let mut agreements = territory.body.agreements.values();
    agreements.any(|agreement| agreement.period().overlaps(after))
}

/// Whether the territory stood emancipated after an agreement began there.
fn has_left(network: &Network, territory: &TerritoryRecord, agreement: &Agreement) -> bool {
    let progress = network.territory_progress(territory, Day::last_of(9999));
    let begun = agreement.from.map(PartialDate::first);
    progress
        .emancipated_last()
        .is_some_and(|when| begun.is_none_or(|begun| begun <= when.last()))
}

/// Whether an actor leads dynamics, and the records know the end of every one of them.
fn has_ended(network: &Network, actor: &ActorRecord) -> bool {
    let mut led = network
        .dynamics_with(actor)
        .filter(|dynamic| leads(actor, dynamic))
        .peekable();
    led.peek().is_some()
        && led.all(|dynamic| dynamic.body.to.is_some() || dynamic.body.ended.is_some())
}

/// Whether the same status, in another row, lasts beyond a day.
fn is_renewed(status: &Status, end: PartialDate, statuses: &[Status]) -> bool {
    let mut same = statuses.iter().filter(|row| row.is == status.is);
    same.any(|row| row.to.is_none_or(|to| to.last() > end.last()))
}
