//! Every figure that can be counted from the records, with the rule by which it is counted.

use std::collections::BTreeMap;

use crate::calendar::{DateRange, Period};
use crate::language::Bilingual;
use crate::network::network::{ActorRecord, DynamicRecord, Network, TerritoryRecord};
use crate::records::{ActorId, Agreement, Membership, TerritoryId, ThemeId};

/// The family of public bodies, to which authorities belong.
const PUBLIC_BODIES: &str = "collectivite";

/// Kinds of public bodies that are no authorities: nobody elects those who decide there.
const NO_AUTHORITIES: [&str; 2] = ["etablissement-public", "organisme-public"];

/// A figure that records can give.
pub struct CountableFigure {
    /// The figure's word in the list `figures` of the vocabulary.
    pub id: &'static str,
    /// The rule by which it is counted, printed under the figure.
    pub rule: Bilingual,
    /// Whether a theme can narrow it; a territory can narrow every figure.
    pub has_themes: bool,
    /// Everything that is counted, with the days and the territory of each.
    pub presences: for<'n> fn(&'n Network, CountFilter<'_>) -> Vec<Presence<'n>>,
}

/// A filter of a count; empty by default.
#[derive(Clone, Copy, Debug, Default)]
pub struct CountFilter<'a> {
    /// Only this theme.
    pub theme: Option<&'a ThemeId>,
    /// Only this territory and those inside it.
    pub territory: Option<&'a TerritoryId>,
}

impl CountFilter<'_> {
    /// Whether one of a record's places is in the territory of the filter.
    fn admits<'p>(
        self,
        network: &Network,
        mut places: impl Iterator<Item = &'p TerritoryId>,
    ) -> bool {
        self.territory
            .is_none_or(|wanted| places.any(|place| network.lies_in(place, wanted)))
    }

    fn admits_dynamic(self, network: &Network, record: &DynamicRecord) -> bool {
        let mut places = std::iter::once(&record.home).chain(&record.body.also_in);
        self.theme
            .is_none_or(|theme| record.body.theme.as_ref() == Some(theme))
            && self.admits(network, &mut places)
    }

    fn admits_actor(self, network: &Network, record: &ActorRecord) -> bool {
        let places = std::iter::once(&record.home).chain(&record.body.also_in);
        self.admits(network, places)
    }
}

impl CountableFigure {
    /// The figure of an id.
    #[must_use]
    pub fn of(id: &str) -> Option<&'static Self> {
        FIGURES.iter().find(|figure| figure.id == id)
    }

    /// The number of those present on at least one day of a range.
    #[must_use]
    pub fn count(&self, network: &Network, asked: DateRange, filter: CountFilter) -> u64 {
        let presences = (self.presences)(network, filter);
        let present = presences
            .iter()
            .filter(|presence| overlaps(&presence.stretches, asked));
        present.count() as u64
    }

    /// The number of those present on at least one day of a range only by what the writers of
    /// records inferred.
    #[must_use]
    pub fn count_inferred(&self, network: &Network, asked: DateRange, filter: CountFilter) -> u64 {
        let presences = (self.presences)(network, filter);
        let inferred = presences.iter().filter(|presence| {
            overlaps(&presence.stretches, asked) && !overlaps(&presence.told, asked)
        });
        inferred.count() as u64
    }
}

/// One of those counted, with its territory and its days.
pub struct Presence<'n> {
    /// The commune, else the territory in whose folder the record is.
    pub at: &'n TerritoryId,
    /// The days of presence.
    pub stretches: Vec<DateRange>,
    /// Those of the days that rest on nothing that the writer of the record inferred.
    pub told: Vec<DateRange>,
}

/// Every countable figure, in the order of reports.
pub const FIGURES: &[CountableFigure] = &[
    CountableFigure {
        id: "dynamics",
        rule: Bilingual {
            fr: "dynamiques qui ont un thème, où le réseau agit, d'une forme qui compte, comptées \
                une fois, qui vivent au moins un jour de la période",
            en: "dynamics that have a theme, in which the network acts, of a form that counts, \
                counted once, living on at least one day of the period",
        },
        has_themes: true,
        presences: dynamics,
    },
    CountableFigure {
        id: "actors",
        rule: Bilingual {
            fr: "acteurs partenaires d'une dynamique comptée, au moins un jour de la période",
            en: "actors that are partners of a counted dynamic on at least one day of the period",
        },
        has_themes: true,
        presences: partners,
    },
    CountableFigure {
        id: "members",
        rule: Bilingual {
            fr: "acteurs adhérents au moins un jour de la période",
            en: "actors that are members on at least one day of the period",
        },
        has_themes: false,
        presences: members,
    },
    CountableFigure {
        id: "signatories",
        rule: Bilingual {
            fr: "acteurs qui ont signé la charte avant la fin de la période",
            en: "actors that signed the charter before the end of the period",
        },
        has_themes: false,
        presences: signatories,
    },
    CountableFigure {
        id: "authorities",
        rule: Bilingual {
            fr: "collectivités territoriales, leurs groupements et leurs syndicats (ni l'État ni \
                les établissements publics), liés par une convention en vigueur ou partenaires \
                d'une dynamique comptée dans la période",
            en: "local authorities and their joint bodies (neither the State nor public \
                establishments), bound by an agreement in force or partners of a dynamic counted \
                in the period",
        },
        has_themes: false,
        presences: authorities,
    },
    CountableFigure {
        id: "territories",
        rule: Bilingual {
            fr: "territoires que le réseau suit au moins un jour de la période",
            en: "territories that the network follows on at least one day of the period",
        },
        has_themes: false,
        presences: territories,
    },
];

/// Whether some ranges have a day of another.
fn overlaps(ranges: &[DateRange], asked: DateRange) -> bool {
    ranges.iter().any(|range| range.overlaps(asked))
}

/// Ranges, if nothing about them is inferred.
fn if_told(ranges: &[DateRange], is_inferred: bool) -> Vec<DateRange> {
    if is_inferred {
        Vec::new()
    } else {
        ranges.to_vec()
    }
}

/// The dynamics that count, while they are alive.
fn dynamics<'n>(network: &'n Network, filter: CountFilter) -> Vec<Presence<'n>> {
    network
        .dynamics_that_count()
        .filter(|record| filter.admits_dynamic(network, record))
        .map(|record| {
            let stretches = record.body.period().ranges();
            Presence {
                at: &record.home,
                told: if_told(&stretches, network.counts_by_inference(record)),
                stretches,
            }
        })
        .collect()
}

/// The followed territories, while the network works there.
fn territories<'n>(network: &'n Network, filter: CountFilter) -> Vec<Presence<'n>> {
    network
        .followed_ever()
        .filter(|record| filter.admits(network, std::iter::once(&record.id)))
        .map(|record| {
            let periods = record.body.followed.0.iter();
            let stretches: Vec<DateRange> = periods.flat_map(Period::ranges).collect();
            Presence {
                at: &record.id,
                told: if_told(&stretches, record.common.infers("followed")),
                stretches,
            }
        })
        .collect()
}

/// The members, during their memberships.
fn members<'n>(network: &'n Network, filter: CountFilter) -> Vec<Presence<'n>> {
    admitted_actors(network, filter)
        .map(|actor| {
            let periods = actor.body.member.0.iter().map(Membership::period);
            let days = ActorPresence::of(
                periods.flat_map(|period| period.ranges()).collect(),
                actor.common.infers("member"),
            );
            presence_of(actor, days)
        })
        .collect()
}

/// The actors that signed the charter, from that day on.
fn signatories<'n>(network: &'n Network, filter: CountFilter) -> Vec<Presence<'n>> {
    admitted_actors(network, filter)
        .filter_map(|actor| {
            let since = Period {
                from: Some(actor.body.charter.as_ref()?.signed?),
                ..Period::default()
            };
            let is_inferred = actor.common.infers("charter.signed");
            Some(presence_of(
                actor,
                ActorPresence::of(since.ranges(), is_inferred),
            ))
        })
        .collect()
}

fn admitted_actors<'n>(
    network: &'n Network,
    filter: CountFilter,
) -> impl Iterator<Item = &'n ActorRecord> {
    let actors = network.actors.iter();
    actors.filter(move |actor| filter.admits_actor(network, actor))
}

/// The presence of an actor in its commune, else where its record is.
fn presence_of(actor: &ActorRecord, days: ActorPresence) -> Presence<'_> {
    Presence {
        at: actor.body.place.as_ref().unwrap_or(&actor.home),
        stretches: days.stretches,
        told: days.told,
    }
}

/// The partners of counted dynamics.
fn partners<'n>(network: &'n Network, filter: CountFilter) -> Vec<Presence<'n>> {
    let mut days = BTreeMap::new();
    add_partnerships(network, filter, |_| true, &mut days);
    presences_of(network, days)
}

/// The public authorities bound by an agreement, or partners of counted dynamics.
fn authorities<'n>(network: &'n Network, filter: CountFilter) -> Vec<Presence<'n>> {
    let mut days = BTreeMap::new();
    add_agreements(network, filter, &mut days);
    add_partnerships(network, filter, |id| is_authority(network, id), &mut days);
    for (id, presence) in &mut days {
        if is_authority_by_inference(network, id) {
            presence.told.clear();
        }
    }
    presences_of(network, days)
}

fn is_authority(network: &Network, id: &ActorId) -> bool {
    let Some(actor) = network.actor(id.as_str()) else {
        return false;
    };
    network.family_of(actor) == Some(PUBLIC_BODIES)
        && !NO_AUTHORITIES.contains(&actor.body.kind.as_str())
}

/// Whether an actor is an authority only by what the writer of its record inferred.
fn is_authority_by_inference(network: &Network, id: &ActorId) -> bool {
    let actor = network.actor(id.as_str());
    actor.is_some_and(|actor| actor.common.infers("kind"))
}

/// The days of an actor: all of them, and those that rest on nothing inferred.
#[derive(Default)]
struct ActorPresence {
    stretches: Vec<DateRange>,
    told: Vec<DateRange>,
}

impl ActorPresence {
    fn of(stretches: Vec<DateRange>, is_inferred: bool) -> Self {
        Self {
            told: if_told(&stretches, is_inferred),
            stretches,
        }
    }

    fn add(&mut self, ranges: &[DateRange], is_inferred: bool) {
        self.stretches.extend(ranges);
        self.told.extend(if_told(ranges, is_inferred));
    }
}

/// The days of actors, by actor.
type ActorDays<'n> = BTreeMap<&'n ActorId, ActorPresence>;

/// Adds the days on which authorities are bound by an agreement.
fn add_agreements<'n>(network: &'n Network, filter: CountFilter, days: &mut ActorDays<'n>) {
    for territory in &network.territories {
        if !filter.admits(network, std::iter::once(&territory.id)) {
            continue;
        }
        for (key, agreement) in territory.body.agreements.iter() {
            let authority = authority_of_agreement(network, territory, agreement);
            if let Some(id) = authority.filter(|id| is_authority(network, id)) {
                let common = &territory.common;
                let is_inferred = common.infers_row("agreements", key, agreement.inferred);
                let ranges = agreement.period().ranges();
                days.entry(id).or_default().add(&ranges, is_inferred);
            }
        }
    }
}

/// The authority that an agreement names, else the one that governs its territory.
fn authority_of_agreement<'n>(
    network: &'n Network,
    territory: &TerritoryRecord,
    agreement: &'n Agreement,
) -> Option<&'n ActorId> {
    let governing = || network.authority_of(territory).map(|actor| &actor.id);
    agreement.with.as_ref().or_else(governing)
}

/// Adds the days on which some actors are partners of counted dynamics.
fn add_partnerships<'n>(
    network: &'n Network,
    filter: CountFilter,
    counts: impl Fn(&ActorId) -> bool,
    days: &mut ActorDays<'n>,
) {
    for dynamic in network.dynamics_that_count() {
        if !filter.admits_dynamic(network, dynamic) {
            continue;
        }
        let alive = dynamic.body.period().ranges();
        for (id, partner) in dynamic.body.partners.iter().filter(|(id, _)| counts(id)) {
            let period = partner.period();
            let ranges = if period.is_empty() {
                alive.clone()
            } else {
                common_days(&alive, &period.ranges())
            };
            let common = &dynamic.common;
            let is_inferred = network.counts_by_inference(dynamic)
                || common.infers_row("partners", id.as_str(), partner.inferred);
            days.entry(id).or_default().add(&ranges, is_inferred);
        }
    }
}

/// The presences of actors; those without a record are nowhere.
fn presences_of<'n>(network: &'n Network, days: ActorDays<'n>) -> Vec<Presence<'n>> {
    days.into_iter()
        .filter_map(|(id, ranges)| Some(presence_of(network.actor(id.as_str())?, ranges)))
        .collect()
}

/// The days that are in both lists of ranges.
fn common_days(left: &[DateRange], right: &[DateRange]) -> Vec<DateRange> {
    let mut common = Vec::new();
    for left in left {
        for right in right.iter().filter(|right| left.overlaps(**right)) {
            common.push(DateRange {
                first: left.first.max(right.first),
                last: left.last.min(right.last),
            });
        }
    }
    common
}
