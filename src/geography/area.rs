//! An official area of France, with what the gazetteer knows of it.

use crate::geography::table::Row;

/// The levels of official areas, widest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaLevel {
    /// A region: two digits (`32`).
    Region,
    /// A department, or a collectivity overseas: `59`, `2A`, `971`.
    Departement,
    /// An arrondissement of a department: its code, then one figure (`595`, `9741`).
    Arrondissement,
    /// An intercommunality with its own taxation: a SIREN of nine digits.
    Epci,
    /// A commune: five characters (`62528`, `2A004`).
    Commune,
    /// A commune associated with another (`59355`, Lomme).
    CommuneAssociee,
    /// A former commune inside a new one; it may bear the same code.
    CommuneDeleguee,
    /// A municipal district of Paris, Lyon or Marseille (`75101`).
    ArrondissementMunicipal,
}

impl AreaLevel {
    /// Every level, widest first.
    pub const ALL: [Self; 8] = [
        Self::Region,
        Self::Departement,
        Self::Arrondissement,
        Self::Epci,
        Self::Commune,
        Self::CommuneAssociee,
        Self::CommuneDeleguee,
        Self::ArrondissementMunicipal,
    ];

    /// The word for the level in records and tables: `region`, `commune-associee`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Departement => "departement",
            Self::Arrondissement => "arrondissement",
            Self::Epci => "epci",
            Self::Commune => "commune",
            Self::CommuneAssociee => "commune-associee",
            Self::CommuneDeleguee => "commune-deleguee",
            Self::ArrondissementMunicipal => "arrondissement-municipal",
        }
    }

    /// The level that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// An official area. Every text lives in the embedded tables, so an area is cheap to copy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// What it is: the same code may name areas of two levels (region 32, department 32).
    pub level: AreaLevel,
    /// Its official code.
    pub code: &'static str,
    /// Its official name.
    pub name: &'static str,
    /// A shorter name for maps and tables, where there is one (EPCI only).
    pub short: Option<&'static str>,
    /// Municipal population, in people; of communes associated or delegated it is not published.
    pub population: Option<u64>,
    /// The region that holds it; overseas collectivities have none.
    pub region: Option<&'static str>,
    /// The department that holds it; for an EPCI the one where most of its communes lie.
    pub department: Option<&'static str>,
    /// The arrondissement that holds it (communes and below).
    pub arrondissement: Option<&'static str>,
    /// The EPCI that holds it (communes and below); a few islands have none.
    pub epci: Option<&'static str>,
    /// The commune that holds it (below communes).
    pub parent: Option<&'static str>,
    /// Where its label or pin stands: longitude, latitude in degrees (WGS 84).
    pub point: Option<(f64, f64)>,
}

impl Area {
    /// What a row says of itself; what lies in other tables is for the gazetteer to add.
    pub(super) fn from_row(level: AreaLevel, row: Row) -> Self {
        let mut area = Self::bare(level, row.code());
        let (mut longitude, mut latitude) = (None, None);
        for (heading, cell) in row.cells() {
            match heading {
                "nom" => area.name = cell,
                "court" => area.short = Some(cell),
                "pop" => area.population = cell.parse().ok(),
                "region" => area.region = Some(cell),
                "dep" => area.department = Some(cell),
                "arr" => area.arrondissement = Some(cell),
                "epci" => area.epci = Some(cell),
                "commune" => area.parent = Some(cell),
                "lon" => longitude = cell.parse().ok(),
                "lat" => latitude = cell.parse().ok(),
                _ => {}
            }
        }
        area.short = area.short.filter(|short| *short != area.name);
        area.point = longitude.zip(latitude);
        area
    }

    /// An area of which only the code is known.
    fn bare(level: AreaLevel, code: &'static str) -> Self {
        Self {
            level,
            code,
            name: "",
            short: None,
            population: None,
            region: None,
            department: None,
            arrondissement: None,
            epci: None,
            parent: None,
            point: None,
        }
    }

    /// The short name where there is one, else the official name.
    #[must_use]
    pub fn label(&self) -> &'static str {
        self.short.unwrap_or(self.name)
    }
}
