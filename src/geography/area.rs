//! Official areas of France, as the gazetteer describes them.

use crate::geography::table::Row;

/// Levels of official areas, widest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaLevel {
    /// Region: two digits (`32`).
    Region,
    /// Department, or overseas collectivity: `59`, `2A`, `971`.
    Departement,
    /// Arrondissement of a department: the code of the department, then a digit (`595`, `9741`).
    Arrondissement,
    /// Intercommunality that levies taxes (EPCI): its SIREN, nine digits.
    Epci,
    /// Commune: five characters (`62528`, `2A004`).
    Commune,
    /// Commune associated with another (`59355`, Lomme).
    CommuneAssociee,
    /// Former commune within a new one, which may have the same code.
    CommuneDeleguee,
    /// Municipal arrondissement of Paris, Lyon or Marseille (`75101`).
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

    /// Returns the word for the level in records and tables: `region`, `commune-associee`.
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

    /// Parses the word for a level. Returns `None` for any other word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// An official area. Its texts are borrowed from the embedded tables, so that it is cheap to copy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Level. A code alone may be ambiguous: there is a region 32 and a department 32.
    pub level: AreaLevel,
    /// Official code.
    pub code: &'static str,
    /// Official name.
    pub name: &'static str,
    /// Shorter name for maps and tables, for an EPCI whose official name is long.
    pub short: Option<&'static str>,
    /// Municipal population, in inhabitants; not published for associated and delegated communes.
    pub population: Option<u64>,
    /// Code of the region around it; overseas collectivities have none.
    pub region: Option<&'static str>,
    /// Code of the department around it; for an EPCI, the one with most of its communes.
    pub department: Option<&'static str>,
    /// Code of the arrondissement around it (communes and below).
    pub arrondissement: Option<&'static str>,
    /// Code of the EPCI around it (communes and below); a few islands have none.
    pub epci: Option<&'static str>,
    /// Code of the commune around it (below communes).
    pub parent: Option<&'static str>,
    /// Position of its label or pin: longitude and latitude in degrees (WGS 84).
    pub point: Option<(f64, f64)>,
}

impl Area {
    /// Reads an area from its row. The gazetteer adds the columns of other tables.
    pub(super) fn from_row(level: AreaLevel, row: Row) -> Self {
        let mut area = Self::with_code(level, row.code());
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

    /// Returns an area of which only the code is known.
    fn with_code(level: AreaLevel, code: &'static str) -> Self {
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

    /// Returns the short name, or the official name of an area that has no short one.
    #[must_use]
    pub fn label(&self) -> &'static str {
        self.short.unwrap_or(self.name)
    }
}
