//! The invented records: their number, ids, names and dates, each derived from its index alone.

use std::collections::BTreeSet;

use super::names::id_of;
use super::random::Random;
use super::words::{ACTOR_TEMPLATES, ActorTemplate, NAME_ENDINGS, THEMES, ThemeTemplate};
use crate::geography::{self, Area, AreaLevel};

/// First year of all events.
pub const FIRST_YEAR: u16 = 1995;
/// Last year of all events.
pub const LAST_YEAR: u16 = 2025;

/// Hauts-de-France, whose areas come before those of the rest of France.
const MAIN_REGION: &str = "32";

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Territory.
    Territory,
    /// Actor.
    Actor,
    /// Dynamic.
    Dynamic,
    /// Published figures.
    Published,
}

/// A record, by its kind and its index among those of this kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordNumber {
    /// Kind.
    pub kind: Kind,
    /// Index, from 0.
    pub index: usize,
}

/// An invented territory. Its area is real.
pub struct InventedTerritory {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Kind, from the vocabulary.
    pub kind: &'static str,
    /// Official area that it is, or within which it is.
    pub area: Area,
    /// Whether it has no official code of its own.
    pub local: bool,
    /// Codes of some communes of the area.
    pub communes: Vec<&'static str>,
}

/// The theme of a dynamic, with the years in which it is active.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    /// Index of its theme in [`THEMES`].
    pub theme: usize,
    /// First year.
    pub from: u16,
    /// Last year, if it has ended.
    pub to: Option<u16>,
}

impl Lifetime {
    /// Returns the theme.
    pub fn theme(self) -> &'static ThemeTemplate {
        THEMES.get(self.theme).unwrap_or(&THEMES[0])
    }
}

/// All invented records.
pub struct Population {
    /// Seed of all random numbers.
    pub seed: u64,
    /// Territories.
    pub territories: Vec<InventedTerritory>,
    /// Number of actors.
    pub actors: usize,
    /// Number of dynamics.
    pub dynamics: usize,
    /// Number of records of published figures.
    pub published: usize,
}

impl Population {
    /// Divides a number of records among the kinds: a tenth are territories, a few are published
    /// figures, the rest are actors and dynamics in a ratio of three to two.
    pub fn new(records: usize, seed: u64) -> Self {
        let territories = (records / 10).max(1);
        let published = (records / 40).min(40);
        let rest = records.saturating_sub(territories + published);
        let dynamics = rest * 2 / 5;
        Self {
            seed,
            territories: invent_territories(territories, seed),
            actors: rest - dynamics,
            dynamics,
            published,
        }
    }

    /// Returns every record.
    pub fn numbers(&self) -> impl Iterator<Item = RecordNumber> {
        [Kind::Territory, Kind::Actor, Kind::Dynamic, Kind::Published]
            .into_iter()
            .flat_map(|kind| (0..self.count(kind)).map(move |index| RecordNumber { kind, index }))
    }

    /// Returns the number of records of a kind.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Territory => self.territories.len(),
            Kind::Actor => self.actors,
            Kind::Dynamic => self.dynamics,
            Kind::Published => self.published,
        }
    }

    /// Returns the random numbers of one aspect of a record.
    pub fn random(&self, aspect: &str, number: RecordNumber) -> Random {
        Random::new(self.seed, aspect, number.index * 4 + number.kind as usize)
    }

    /// Returns the id of the territory in whose folder a record is.
    pub fn home(&self, number: RecordNumber) -> &str {
        let index = match number.kind {
            Kind::Territory => number.index,
            Kind::Published => 0,
            Kind::Actor | Kind::Dynamic => self.home_index(number),
        };
        &self.territory(index).id
    }

    /// Returns the territory at an index.
    #[expect(
        clippy::indexing_slicing,
        reason = "an index is that of a territory's own record, or drawn below their number"
    )]
    pub fn territory(&self, index: usize) -> &InventedTerritory {
        &self.territories[index]
    }

    /// Returns the index of the territory in whose folder an actor or a dynamic is.
    pub fn home_index(&self, number: RecordNumber) -> usize {
        match number.kind {
            Kind::Actor if self.is_authority(number.index) => number.index,
            _ => self.random("home", number).below(self.territories.len()),
        }
    }

    /// Returns the id of a record.
    pub fn id(&self, number: RecordNumber) -> String {
        match number.kind {
            Kind::Territory => self.territory(number.index).id.clone(),
            Kind::Published => format!("bilan-{}", number.index + 1),
            Kind::Actor | Kind::Dynamic => {
                format!("{}-{}", id_of(&self.name(number)), number.index + 1)
            }
        }
    }

    /// Returns the name of a record.
    pub fn name(&self, number: RecordNumber) -> String {
        let mut random = self.random("name", number);
        let ending = random.pick(&NAME_ENDINGS);
        match number.kind {
            Kind::Territory => self.territory(number.index).name.clone(),
            Kind::Actor if self.is_authority(number.index) => {
                let territory = self.territory(number.index);
                format!("La collectivité « {} »", territory.name)
            }
            Kind::Actor => format!("{} {ending}", self.actor_template(number.index).head),
            Kind::Dynamic => {
                let theme = self.lifetime(number.index).theme();
                format!("{} {ending}", random.pick(&theme.names))
            }
            Kind::Published => format!("Bilan {} du réseau", Self::year_published(number.index)),
        }
    }

    /// Returns whether an actor is the authority that governs the territory with the same index.
    pub fn is_authority(&self, index: usize) -> bool {
        index < self.actors / 8
            && self
                .territories
                .get(index)
                .is_some_and(|territory| !territory.local)
    }

    /// Returns the template of an actor that is not an authority.
    pub fn actor_template(&self, index: usize) -> &'static ActorTemplate {
        let mut random = Random::new(self.seed, "calling", index);
        random.one_of(&ACTOR_TEMPLATES)
    }

    /// Returns the first year, and the last one if it has ended, of the membership of an actor.
    pub fn membership(&self, index: usize) -> Option<(u16, Option<u16>)> {
        let mut random = Random::new(self.seed, "membership", index);
        let from = random.year(FIRST_YEAR, LAST_YEAR - 3);
        let to = random.one_in(3).then(|| random.year(from, LAST_YEAR));
        (self.dynamics == 0 || random.below(3) < 2).then_some((from, to))
    }

    /// Returns the theme and the years of a dynamic.
    pub fn lifetime(&self, index: usize) -> Lifetime {
        let mut random = Random::new(self.seed, "life", index);
        let from = random.year(FIRST_YEAR, LAST_YEAR);
        let to = random.one_in(3).then(|| random.year(from, LAST_YEAR));
        Lifetime {
            theme: random.below(THEMES.len()),
            from,
            to,
        }
    }

    /// Returns the first and the last year in which a record may have events.
    pub fn active_years(&self, number: RecordNumber) -> (u16, u16) {
        match number.kind {
            Kind::Dynamic => {
                let lifetime = self.lifetime(number.index);
                (lifetime.from, lifetime.to.unwrap_or(LAST_YEAR))
            }
            Kind::Published => {
                let year = Self::year_published(number.index);
                (year, year)
            }
            Kind::Territory | Kind::Actor => (FIRST_YEAR, LAST_YEAR),
        }
    }

    /// Returns the year of a record of published figures.
    pub fn year_published(index: usize) -> u16 {
        FIRST_YEAR + u16::try_from(index).unwrap_or_default() % (LAST_YEAR - FIRST_YEAR + 1)
    }

    /// Returns the id of a random record of a kind, if there is one.
    pub fn any_id(&self, kind: Kind, random: &mut Random) -> Option<String> {
        let count = self.count(kind);
        (count > 0).then(|| {
            self.id(RecordNumber {
                kind,
                index: random.below(count),
            })
        })
    }
}

/// Invents territories over official areas: the main region, its EPCI, departments and communes,
/// then those of all France. One in twelve is local.
fn invent_territories(count: usize, seed: u64) -> Vec<InventedTerritory> {
    let region = geography::find(AreaLevel::Region, MAIN_REGION).into_iter();
    let areas = region
        .chain(areas(AreaLevel::Epci, true))
        .chain(areas(AreaLevel::Departement, true))
        .chain(areas(AreaLevel::Commune, true))
        .chain(areas(AreaLevel::Epci, false))
        .chain(areas(AreaLevel::Commune, false));
    let mut known_ids = BTreeSet::new();
    areas
        .enumerate()
        .map(|(index, area)| {
            let mut random = Random::new(seed, "local", index);
            let local = index % 12 == 11;
            let local_kind = random.pick(&["quartier", "pays", "bassin", "petr", "other"]);
            let (name, kind) = if local {
                let ending = random.pick(&NAME_ENDINGS);
                (local_name(local_kind, ending), local_kind)
            } else {
                (area.label().to_owned(), area.level.word())
            };
            InventedTerritory {
                id: unique_id(&name, &area, &mut known_ids),
                name,
                kind,
                area,
                local,
                communes: some_communes(&area),
            }
        })
        .take(count)
        .collect()
}

/// Returns the areas of a level inside the main region, or outside it.
fn areas(level: AreaLevel, in_main_region: bool) -> impl Iterator<Item = Area> {
    geography::all(level).filter(move |area| (area.region == Some(MAIN_REGION)) == in_main_region)
}

/// Makes an id from a name, with the code of the area behind it if another territory has that id.
fn unique_id(name: &str, area: &Area, known_ids: &mut BTreeSet<String>) -> String {
    let mut id = id_of(name);
    if !known_ids.insert(id.clone()) {
        id = format!("{id}-{}", area.code.to_ascii_lowercase());
        known_ids.insert(id.clone());
    }
    id
}

fn local_name(kind: &str, ending: &str) -> String {
    let head = match kind {
        "quartier" => "Quartier",
        "pays" => "Pays",
        "bassin" => "Bassin de vie",
        "petr" => "PETR",
        _ => "Vallée",
    };
    format!("{head} {ending}")
}

fn some_communes(area: &Area) -> Vec<&'static str> {
    geography::communes_of(area)
        .into_iter()
        .take(20)
        .map(|commune| commune.code)
        .collect()
}
