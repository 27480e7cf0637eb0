//! Every figure that can be counted from the records, with its rule: counted in one way, and said how.

use std::collections::BTreeSet;

use crate::calendar::{Day, Stretch};
use crate::language::Both;
use crate::network::{Network, PublishedRecord};
use crate::records::{ActorId, Precision, ThemeId};

/// A figure that records can give.
pub struct CountableFigure {
    /// Its word in the vocabulary's `figures`.
    pub id: &'static str,
    /// How it is counted, printed under the figure.
    pub rule: Both,
    /// Counts it over a stretch.
    pub count: fn(&Network, Stretch) -> u64,
}

/// Every countable figure, in telling order.
pub const FIGURES: &[CountableFigure] = &[
    CountableFigure {
        id: "dynamics",
        rule: Both {
            fr: "dynamiques qui ont un thème, où le réseau agit, d'une forme qui compte, comptées une fois, qui vivent au moins un jour de la période",
            en: "dynamics that have a theme, in which the network acts, of a form that counts, counted once, living on at least one day of the period",
        },
        count: |network, asked| network.dynamics_active_in(asked).count() as u64,
    },
    CountableFigure {
        id: "members",
        rule: Both {
            fr: "acteurs adhérents au moins un jour de la période",
            en: "actors that are members on at least one day of the period",
        },
        count: |network, asked| network.members_in(asked).count() as u64,
    },
    CountableFigure {
        id: "signatories",
        rule: Both {
            fr: "acteurs qui ont signé la charte avant la fin de la période",
            en: "actors that signed the charter before the end of the period",
        },
        count: signatories,
    },
    CountableFigure {
        id: "authorities",
        rule: Both {
            fr: "acteurs de la famille des collectivités, liés par une convention en vigueur ou partenaires d'une dynamique comptée dans la période",
            en: "actors of the family of public authorities, bound by an agreement in force or partners of a dynamic counted in the period",
        },
        count: authorities,
    },
];

fn signatories(network: &Network, asked: Stretch) -> u64 {
    let signed = |when: crate::calendar::When| when.first() <= asked.last;
    let charters = network.actors.iter().filter_map(|actor| actor.body.charter.as_ref());
    charters.filter(|charter| charter.signed.is_some_and(signed)).count() as u64
}

fn authorities(network: &Network, asked: Stretch) -> u64 {
    let mut bound: BTreeSet<&ActorId> = BTreeSet::new();
    for territory in &network.territories {
        for agreement in
            territory.body.agreements.values().filter(|agreement| agreement.period().meets(asked))
        {
            let governing = || network.authority_of(territory).map(|authority| &authority.id);
            bound.extend(agreement.with.as_ref().or_else(governing));
        }
    }
    for dynamic in network.dynamics_active_in(asked) {
        let here = dynamic.body.partners.iter().filter(|(_, partner)| {
            let period = partner.period();
            period.is_empty() || period.meets(asked)
        });
        bound.extend(here.map(|(id, _)| id));
    }
    let family = |id: &&ActorId| {
        network.actor(id.as_str()).and_then(|actor| network.family_of(actor)) == Some("collectivite")
    };
    bound.into_iter().filter(family).count() as u64
}

/// A published figure beside what the records give.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What was published.
    pub published: f64,
    /// How exact it claims to be.
    pub precision: Precision,
    /// The lowest and the highest number that the records give on any day that it may speak of.
    pub recorded: (u64, u64),
}

impl Comparison {
    /// Whether the records say more than what was published.
    #[must_use]
    pub fn is_above(&self) -> bool {
        let exact = matches!(self.precision, Precision::Exact | Precision::AtMost);
        exact && as_number(self.recorded.0) > self.published
    }

    /// Whether the records say less than what was published.
    #[must_use]
    pub fn is_below(&self) -> bool {
        let exact = matches!(self.precision, Precision::Exact | Precision::AtLeast);
        exact && as_number(self.recorded.1) < self.published
    }
}

fn as_number(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Compares one published figure with the records, on every day that it may speak of.
#[must_use]
pub fn compare(
    network: &Network,
    record: &PublishedRecord,
    figure: &crate::records::Figure,
    count: impl Fn(Stretch) -> u64,
) -> Option<Comparison> {
    let span = Stretch::of(record.body.at?);
    let counts: Vec<u64> =
        turning_days(network, span).into_iter().map(|day| count(Stretch { first: day, last: day })).collect();
    let recorded = (counts.iter().copied().min()?, counts.iter().copied().max()?);
    Some(Comparison { published: figure.value, precision: figure.is, recorded })
}

/// The days of a stretch on which a count may change, its first and its last.
fn turning_days(network: &Network, span: Stretch) -> BTreeSet<Day> {
    let dynamics = network.dynamics.iter().flat_map(|record| record.body.period().stretches());
    let members = network
        .actors
        .iter()
        .flat_map(|record| record.body.member.0.iter().flat_map(|row| row.period().stretches()));
    let partners = network.dynamics.iter().flat_map(|record| record.body.partners.values());
    let partners = partners.flat_map(|partner| partner.period().stretches());
    let agreements = network.territories.iter().flat_map(|record| record.body.agreements.values());
    let agreements = agreements.flat_map(|agreement| agreement.period().stretches());
    let charters = network.actors.iter().filter_map(|record| record.body.charter.as_ref()?.signed);
    let turning = dynamics.chain(members).chain(partners).chain(agreements);
    let turning =
        turning.chain(charters.map(Stretch::of)).flat_map(|stretch| [stretch.first, stretch.last.next()]);
    let mut days: BTreeSet<Day> = turning.filter(|day| span.first <= *day && *day <= span.last).collect();
    days.extend([span.first, span.last]);
    days
}

/// The dynamics of a theme that count over a stretch.
#[must_use]
pub fn of_theme(network: &Network, theme: &ThemeId, asked: Stretch) -> u64 {
    network.dynamics_active_in(asked).filter(|dynamic| dynamic.body.theme.as_ref() == Some(theme)).count()
        as u64
}
