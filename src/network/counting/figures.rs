//! Every figure that can be counted from the records, with the rule by which it is counted.

use std::collections::BTreeMap;

use crate::calendar::{DateRange, Period};
use crate::language::Bilingual;
use crate::network::network::{ActorRecord, DynamicRecord, Network, TerritoryRecord};
use crate::records::{ActorId, Agreement, Membership, TerritoryId, ThemeId};

/// The family of actors that are public authorities.
const AUTHORITIES: &str = "collectivite";

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
        let present = presences.iter().filter(|presence| {
            let mut ranges = presence.stretches.iter();
            ranges.any(|range| range.overlaps(asked))
        });
        present.count() as u64
    }
}

/// One of those counted, with its territory and its days.
pub struct Presence<'n> {
    /// The commune, else the territory in whose folder the record is.
    pub at: &'n TerritoryId,
    /// The days of presence.
    pub stretches: Vec<DateRange>,
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
            fr: "acteurs de la famille des collectivités, liés par une convention en vigueur ou \
                partenaires d'une dynamique comptée dans la période",
            en: "actors of the family of public authorities, bound by an agreement in force or \
                partners of a dynamic counted in the period",
        },
        has_themes: false,
        presences: authorities,
    },
];

/// The dynamics that count, while they are alive.
fn dynamics<'n>(network: &'n Network, filter: CountFilter) -> Vec<Presence<'n>> {
    network
        .dynamics_that_count()
        .filter(|record| filter.admits_dynamic(network, record))
        .map(|record| Presence {
            at: &record.home,
            stretches: record.body.period().ranges(),
        })
        .collect()
}

/// The members, during their memberships.
fn members<'n>(network: &'n Network, filter: CountFilter) -> Vec<Presence<'n>> {
    admitted_actors(network, filter)
        .map(|actor| {
            let periods = actor.body.member.0.iter().map(Membership::period);
            presence_of(actor, periods.flat_map(|period| period.ranges()).collect())
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
            Some(presence_of(actor, since.ranges()))
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
fn presence_of(actor: &ActorRecord, stretches: Vec<DateRange>) -> Presence<'_> {
    Presence {
        at: actor.body.place.as_ref().unwrap_or(&actor.home),
        stretches,
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
    presences_of(network, days)
}

fn is_authority(network: &Network, id: &ActorId) -> bool {
    let actor = network.actor(id.as_str());
    actor.and_then(|actor| network.family_of(actor)) == Some(AUTHORITIES)
}

/// The days of actors, by actor.
type ActorDays<'n> = BTreeMap<&'n ActorId, Vec<DateRange>>;

/// Adds the days on which authorities are bound by an agreement.
fn add_agreements<'n>(network: &'n Network, filter: CountFilter, days: &mut ActorDays<'n>) {
    for territory in &network.territories {
        if !filter.admits(network, std::iter::once(&territory.id)) {
            continue;
        }
        for agreement in territory.body.agreements.values() {
            let authority = authority_of_agreement(network, territory, agreement);
            if let Some(id) = authority.filter(|id| is_authority(network, id)) {
                let ranges = agreement.period().ranges();
                days.entry(id).or_default().extend(ranges);
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
            days.entry(id).or_default().extend(ranges);
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
