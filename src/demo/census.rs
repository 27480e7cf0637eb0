//! Who there is: how many records of each kind, their ids, their homes and their lives, each from
//! its number alone.

use std::collections::BTreeSet;

use super::chance::Chance;
use super::names::id_of;
use super::words::{CALLINGS, Calling, FIELDS, TAILS};
use crate::geography::{self, Area, AreaLevel};

/// The years in which everything happens.
pub const FIRST_YEAR: u16 = 1995;
/// The last of them.
pub const LAST_YEAR: u16 = 2025;

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A territory.
    Territory,
    /// An actor.
    Actor,
    /// A dynamic.
    Dynamic,
    /// Published figures.
    Published,
}

/// A record by its kind and its place among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    /// Its kind.
    pub kind: Kind,
    /// From 0.
    pub at: usize,
}

/// A territory that has a record.
pub struct Home {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: &'static str,
    /// The official area it is, or lies in.
    pub area: Area,
    /// Whether it has no code of its own.
    pub local: bool,
    /// Some of its communes, by code.
    pub communes: Vec<&'static str>,
}

/// When a dynamic lives and what it counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// Its theme, as a place in [`FIELDS`].
    pub field: usize,
    /// Its first year.
    pub from: u16,
    /// Its last year, where it has ended.
    pub to: Option<u16>,
}

/// Everything there is.
pub struct Census {
    /// Where chance begins.
    pub seed: u64,
    /// Every territory.
    pub homes: Vec<Home>,
    /// Actors.
    pub actors: usize,
    /// Dynamics.
    pub dynamics: usize,
    /// Published figures.
    pub published: usize,
}

impl Census {
    /// So many records: a tenth are territories, a few are published, the rest are actors and
    /// dynamics.
    pub fn of(records: usize, seed: u64) -> Self {
        let territories = (records / 10).max(1);
        let published = (records / 40).min(40);
        let rest = records.saturating_sub(territories + published);
        let dynamics = rest * 2 / 5;
        Self {
            seed,
            homes: homes(territories, seed),
            actors: rest - dynamics,
            dynamics,
            published,
        }
    }

    /// Every record.
    pub fn numbers(&self) -> impl Iterator<Item = Number> {
        let each = |kind, count: usize| (0..count).map(move |at| Number { kind, at });
        each(Kind::Territory, self.homes.len())
            .chain(each(Kind::Actor, self.actors))
            .chain(each(Kind::Dynamic, self.dynamics))
            .chain(each(Kind::Published, self.published))
    }

    /// How many there are of a kind.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Territory => self.homes.len(),
            Kind::Actor => self.actors,
            Kind::Dynamic => self.dynamics,
            Kind::Published => self.published,
        }
    }

    /// The chance of one thing about one record.
    pub fn chance(&self, name: &str, number: Number) -> Chance {
        Chance::of(self.seed, name, number.at * 4 + number.kind as usize)
    }

    /// The territory in whose folder a record lies: its id.
    pub fn home(&self, number: Number) -> &str {
        match number.kind {
            Kind::Territory => &self.homes[number.at].id,
            Kind::Published => &self.homes[0].id,
            Kind::Actor if self.is_authority(number.at) => &self.homes[number.at].id,
            Kind::Actor | Kind::Dynamic => &self.homes[self.home_of(number)].id,
        }
    }

    /// The place of that territory.
    pub fn home_of(&self, number: Number) -> usize {
        match number.kind {
            Kind::Actor if self.is_authority(number.at) => number.at,
            _ => self.chance("home", number).below(self.homes.len()),
        }
    }

    /// A record's id.
    pub fn id(&self, number: Number) -> String {
        match number.kind {
            Kind::Territory => self.homes[number.at].id.clone(),
            Kind::Published => format!("bilan-{}", number.at + 1),
            Kind::Actor | Kind::Dynamic => {
                format!("{}-{}", id_of(&self.name(number)), number.at + 1)
            }
        }
    }

    /// A record's name.
    pub fn name(&self, number: Number) -> String {
        let mut chance = self.chance("name", number);
        let tail = chance.pick(&TAILS);
        match number.kind {
            Kind::Territory => self.homes[number.at].name.clone(),
            Kind::Actor if self.is_authority(number.at) => {
                let home = &self.homes[number.at];
                format!("La collectivité « {} »", home.name)
            }
            Kind::Actor => format!("{} {tail}", self.calling(number.at).head),
            Kind::Dynamic => {
                let field = &FIELDS[self.life(number.at).field];
                format!("{} {tail}", chance.pick(&field.record_refs))
            }
            Kind::Published => format!("Bilan {} du réseau", Self::year_published(number.at)),
        }
    }

    /// Whether an actor is the authority of the territory of the same place.
    pub fn is_authority(&self, at: usize) -> bool {
        at < self.actors / 8 && self.homes.get(at).is_some_and(|home| !home.local)
    }

    /// What kind of body an actor is, authorities apart.
    pub fn calling(&self, at: usize) -> &'static Calling {
        &CALLINGS[Chance::of(self.seed, "calling", at).below(CALLINGS.len())]
    }

    /// When an actor is a member of the network, if it is: since a year, and until one.
    pub fn membership(&self, at: usize) -> Option<(u16, Option<u16>)> {
        let mut chance = Chance::of(self.seed, "membership", at);
        let from = chance.year(FIRST_YEAR, LAST_YEAR - 3);
        let to = chance.one_in(3).then(|| chance.year(from, LAST_YEAR));
        (self.dynamics == 0 || chance.below(3) < 2).then_some((from, to))
    }

    /// When a dynamic lives.
    pub fn life(&self, at: usize) -> Life {
        let mut chance = Chance::of(self.seed, "life", at);
        let from = chance.year(FIRST_YEAR, LAST_YEAR);
        let to = chance.one_in(3).then(|| chance.year(from, LAST_YEAR));
        Life {
            field: chance.below(FIELDS.len()),
            from,
            to,
        }
    }

    /// The first and the last year of which a record can speak: a dynamic lived no longer than it
    /// says.
    pub fn lived(&self, number: Number) -> (u16, u16) {
        match number.kind {
            Kind::Dynamic => {
                let life = self.life(number.at);
                (life.from, life.to.unwrap_or(LAST_YEAR))
            }
            Kind::Published => {
                let year = Self::year_published(number.at);
                (year, year)
            }
            Kind::Territory | Kind::Actor => (FIRST_YEAR, LAST_YEAR),
        }
    }

    /// The year that published figures speak of.
    pub fn year_published(at: usize) -> u16 {
        FIRST_YEAR + u16::try_from(at).unwrap_or_default() % (LAST_YEAR - FIRST_YEAR + 1)
    }

    /// The id of any record of a kind, where there is one.
    pub fn any(&self, kind: Kind, chance: &mut Chance) -> Option<String> {
        let count = self.count(kind);
        (count > 0).then(|| {
            self.id(Number {
                kind,
                at: chance.below(count),
            })
        })
    }
}

/// So many territories: the region, its intercommunalities, departments and communes, then those of
/// all France.
fn homes(count: usize, seed: u64) -> Vec<Home> {
    const HERE: &str = "32";
    let of = |level: AreaLevel, here: bool| {
        geography::all(level).filter(move |area| (area.region == Some(HERE)) == here)
    };
    let region = geography::find(AreaLevel::Region, HERE).into_iter();
    let official = region
        .chain(of(AreaLevel::Epci, true))
        .chain(of(AreaLevel::Departement, true))
        .chain(of(AreaLevel::Commune, true))
        .chain(of(AreaLevel::Epci, false))
        .chain(of(AreaLevel::Commune, false));
    let mut known = BTreeSet::new();
    let homes = official.enumerate().map(|(place, area)| {
        let mut chance = Chance::of(seed, "local", place);
        let local = place % 12 == 11;
        let (name, kind) = match chance.pick(&["quartier", "pays", "bassin", "petr", "other"]) {
            kind if local => (local_name(kind, chance.pick(&TAILS)), kind),
            _ => (area.label().to_owned(), area.level.word()),
        };
        let mut id = id_of(&name);
        if !known.insert(id.clone()) {
            id = format!("{id}-{}", area.code.to_ascii_lowercase());
            known.insert(id.clone());
        }
        Home {
            id,
            name,
            kind,
            area,
            local,
            communes: some_communes(&area),
        }
    });
    homes.take(count).collect()
}

fn local_name(kind: &str, tail: &str) -> String {
    let head = match kind {
        "quartier" => "Quartier",
        "pays" => "Pays",
        "bassin" => "Bassin de vie",
        "petr" => "PETR",
        _ => "Vallée",
    };
    format!("{head} {tail}")
}

fn some_communes(area: &Area) -> Vec<&'static str> {
    geography::communes_of(area)
        .into_iter()
        .take(20)
        .map(|commune| commune.code)
        .collect()
}
