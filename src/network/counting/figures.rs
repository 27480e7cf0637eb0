//! Every figure that can be counted from the records, with its rule: counted in one way, and said
//! how.

use std::collections::BTreeMap;

use crate::calendar::{DateRange, Period};
use crate::language::Bilingual;
use crate::network::{ActorRecord, DynamicRecord, Network, TerritoryRecord};
use crate::records::{ActorId, TerritoryId, ThemeId};

/// A figure that records can give.
pub struct CountableFigure {
    /// Its word in the vocabulary's `figures`.
    pub id: &'static str,
    /// How it is counted, printed under the figure.
    pub rule: Bilingual,
    /// Whether it can be narrowed to a theme; to a territory every figure can.
    pub has_themes: bool,
    /// When and where each of those counted was there.
    pub presences: for<'n> fn(&'n Network, CountFilter<'_>) -> Vec<Presence<'n>>,
}

/// To what a count is narrowed; to nothing by default.
#[derive(Clone, Copy, Debug, Default)]
pub struct CountFilter<'a> {
    /// Only this theme.
    pub theme: Option<&'a ThemeId>,
    /// Only this territory and those inside it.
    pub territory: Option<&'a TerritoryId>,
}

impl CountFilter<'_> {
    /// Whether one of the places of a record lies where the count is narrowed to.
    fn admits<'p>(
        self,
        network: &Network,
        mut places: impl Iterator<Item = &'p TerritoryId>,
    ) -> bool {
        self.territory
            .is_none_or(|wanted| places.any(|place| network.lies_in(place, wanted)))
    }

    fn admits_dynamic(self, network: &Network, record: &DynamicRecord) -> bool {
        self.theme
            .is_none_or(|theme| record.body.theme.as_ref() == Some(theme))
            && self.admits(
                network,
                std::iter::once(&record.home).chain(&record.body.also_in),
            )
    }

    fn admits_actor(self, network: &Network, record: &ActorRecord) -> bool {
        self.admits(
            network,
            std::iter::once(&record.home).chain(&record.body.also_in),
        )
    }
}

impl CountableFigure {
    /// The figure of this name.
    #[must_use]
    pub fn of(id: &str) -> Option<&'static Self> {
        FIGURES.iter().find(|figure| figure.id == id)
    }

    /// How many were there on at least one day of a stretch.
    #[must_use]
    pub fn count(&self, network: &Network, asked: DateRange, narrowed: CountFilter) -> u64 {
        let there = |one: &&Presence| one.stretches.iter().any(|stretch| stretch.overlaps(asked));
        (self.presences)(network, narrowed)
            .iter()
            .filter(there)
            .count() as u64
    }
}

/// One of those counted: where it belongs, and when it was there.
pub struct Presence<'n> {
    /// Its own commune, else the territory that its record belongs to.
    pub at: &'n TerritoryId,
    /// The days on which it was there.
    pub stretches: Vec<DateRange>,
}

/// Every countable figure, in telling order.
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
        presences: |network, narrowed| partners(network, narrowed, |_| true),
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

fn dynamics<'n>(network: &'n Network, narrowed: CountFilter) -> Vec<Presence<'n>> {
    let counted = network
        .dynamics_that_count()
        .filter(|record| narrowed.admits_dynamic(network, record));
    counted
        .map(|record| Presence {
            at: &record.home,
            stretches: record.body.period().stretches(),
        })
        .collect()
}

/// An actor where it stands, else where its record lies.
fn of_actor(actor: &ActorRecord, stretches: Vec<DateRange>) -> Presence<'_> {
    Presence {
        at: actor.body.place.as_ref().unwrap_or(&actor.home),
        stretches,
    }
}

fn members<'n>(network: &'n Network, narrowed: CountFilter) -> Vec<Presence<'n>> {
    let stretches = |actor: &ActorRecord| {
        actor
            .body
            .member
            .0
            .iter()
            .flat_map(|row| row.period().stretches())
            .collect()
    };
    let admitted = network
        .actors
        .iter()
        .filter(|actor| narrowed.admits_actor(network, actor));
    admitted
        .map(|actor| of_actor(actor, stretches(actor)))
        .collect()
}

fn signatories<'n>(network: &'n Network, narrowed: CountFilter) -> Vec<Presence<'n>> {
    let since = |signed| {
        Period {
            from: Some(signed),
            ..Period::default()
        }
        .stretches()
    };
    let signed = |actor: &ActorRecord| actor.body.charter.as_ref()?.signed.map(since);
    let admitted = network
        .actors
        .iter()
        .filter(|actor| narrowed.admits_actor(network, actor));
    admitted
        .filter_map(|actor| Some(of_actor(actor, signed(actor)?)))
        .collect()
}

fn authorities<'n>(network: &'n Network, narrowed: CountFilter) -> Vec<Presence<'n>> {
    let counts = |id: &ActorId| {
        let family = network
            .actor(id.as_str())
            .and_then(|actor| network.family_of(actor));
        family == Some("collectivite")
    };
    let mut bound: BTreeMap<&ActorId, Vec<DateRange>> = BTreeMap::new();
    let inside = |record: &&TerritoryRecord| narrowed.admits(network, std::iter::once(&record.id));
    for territory in network.territories.iter().filter(inside) {
        for agreement in territory.body.agreements.values() {
            let governing = || {
                network
                    .authority_of(territory)
                    .map(|authority| &authority.id)
            };
            if let Some(authority) = agreement
                .with
                .as_ref()
                .or_else(governing)
                .filter(|id| counts(id))
            {
                bound
                    .entry(authority)
                    .or_default()
                    .extend(agreement.period().stretches());
            }
        }
    }
    together(network, narrowed, counts, bound)
}

fn partners<'n>(
    network: &'n Network,
    narrowed: CountFilter,
    counts: impl Fn(&ActorId) -> bool,
) -> Vec<Presence<'n>> {
    together(network, narrowed, counts, BTreeMap::new())
}

/// Adds the days on which actors are partners of counted dynamics; those that have no record are
/// nowhere.
fn together<'n>(
    network: &'n Network,
    narrowed: CountFilter,
    counts: impl Fn(&ActorId) -> bool,
    mut bound: BTreeMap<&'n ActorId, Vec<DateRange>>,
) -> Vec<Presence<'n>> {
    for dynamic in network
        .dynamics_that_count()
        .filter(|record| narrowed.admits_dynamic(network, record))
    {
        let lived = dynamic.body.period().stretches();
        for (id, partner) in dynamic.body.partners.iter().filter(|(id, _)| counts(id)) {
            let period = partner.period();
            let there = if period.is_empty() {
                lived.clone()
            } else {
                common(&lived, &period.stretches())
            };
            bound.entry(id).or_default().extend(there);
        }
    }
    let recorded = bound.into_iter();
    recorded
        .filter_map(|(id, stretches)| Some(of_actor(network.actor(id.as_str())?, stretches)))
        .collect()
}

/// The days that lie in both.
fn common(ones: &[DateRange], others: &[DateRange]) -> Vec<DateRange> {
    let pairs = ones
        .iter()
        .flat_map(|one| others.iter().map(move |other| (one, other)));
    let meeting = pairs.filter(|(one, other)| one.overlaps(**other));
    meeting
        .map(|(one, other)| DateRange {
            first: one.first.max(other.first),
            last: one.last.min(other.last),
        })
        .collect()
}
