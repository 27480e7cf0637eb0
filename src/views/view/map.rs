//! The regional map as a figure: what to draw, where, and what to write around it.

use serde::Serialize;

use crate::geography::outline::Outlines;

/// The regional map as plain data: what to draw, where, and what to write around it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapFigure {
    /// First line above the map.
    pub title: String,
    /// Second line above the map.
    pub subtitle: String,
    /// Set when the records are invented: the sentence that says so.
    pub invented: Option<String>,
    /// Themes in display order; symbols point here by index.
    pub themes: Vec<MapTheme>,
    /// One cluster a territory that has dynamics, ordered by number of dynamics (most first), then
    /// id.
    pub clusters: Vec<MapCluster>,
    /// Symbols of dynamics that concern the whole region.
    pub region_wide: Vec<MapSymbol>,
    /// What counts but has no place on the map: without a place, or known by count alone.
    pub tray: Vec<MapTray>,
    /// Explanation below the tray's heading, when it holds anything; may be empty.
    pub tray_note: String,
    /// Tinted areas: official code and class, by code.
    pub tints: Vec<(String, usize)>,
    /// What the tints stand for.
    pub classes: MapClasses,
    /// Codes of EPCI that a filter leaves out: drawn as land that is not asked about.
    pub outside: Vec<String>,
    /// What sizes of symbols stand for, where they stand for anything: small, medium, large.
    pub sizes: Option<MapSizes>,
    /// Outlines that the workspace gives itself, instead of the embedded ones.
    #[serde(skip)]
    pub outlines: Option<&'static Outlines>,
    /// Codes of the departments that the map frames (`"59"`), in order.
    pub departments: Vec<String>,
    /// Lines under the legend: date, filter, count of records, commit, sources, attribution.
    pub scope: Vec<String>,
    /// The words that the picture itself needs, in the reader's language.
    pub words: MapWords,
}

/// A theme as the legend shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapTheme {
    /// Id in the vocabulary.
    pub id: String,
    /// Position in the vocabulary, from 1: drawn in the symbol.
    pub digit: usize,
    /// Name in the reader's language.
    pub label: String,
    /// Colour of the symbol, `#RRGGBB`.
    pub fill: String,
    /// Form of the symbol: circle, square, hexagon, speech-bubble, house, drop, diamond, triangle
    /// or badge.
    pub shape: String,
    /// Dynamics counted for the legend: the published number where there is one, else those
    /// recorded.
    pub count: u64,
    /// Dynamics that have a record.
    pub recorded: u64,
    /// A remark beside the count, such as "2 of them recorded"; empty where nothing is to be said.
    pub note: String,
}

/// The dynamics of one territory.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapCluster {
    /// Id of the territory.
    pub territory: String,
    /// Its name as written on the map.
    pub label: String,
    /// Longitude of its label point, degrees east (WGS 84).
    pub longitude: f64,
    /// Latitude of its label point, degrees north (WGS 84).
    pub latitude: f64,
    /// Its dynamics by theme, then id.
    pub symbols: Vec<MapSymbol>,
}

/// One dynamic on the map.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapSymbol {
    /// Index into the themes.
    pub theme: usize,
    /// Id of the dynamic.
    pub dynamic: String,
    /// Its name.
    pub name: String,
    /// False where the dynamic is counted in another territory and only also takes place here.
    pub full: bool,
    /// How large it is drawn.
    pub size: MapSize,
}

/// Size of a symbol, where sizes stand for something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum MapSize {
    /// Few or little.
    Small,
    /// As on every map.
    #[default]
    Medium,
    /// Many or much.
    Large,
}

/// What the tints of areas stand for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapClasses {
    /// What is counted, by what; empty for dynamics in the map's own steps.
    pub title: String,
    /// Words for each class, lightest first.
    pub labels: Vec<String>,
    /// Words for an area of no class.
    pub none: String,
    /// Whether departments are tinted instead of EPCI.
    pub departments: bool,
}

/// What the sizes of symbols stand for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapSizes {
    /// What is measured.
    pub title: String,
    /// Words for each size, smallest first.
    pub labels: [String; 3],
}

/// Dynamics of one theme beside the map.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapTray {
    /// Index into the themes.
    pub theme: usize,
    /// Recorded, but without a place that the map knows.
    pub unplaced: u64,
    /// Known by count alone: published, without a record.
    pub by_count: u64,
    /// Names of the recorded ones, with their territory.
    pub names: Vec<String>,
}

/// Words inside the picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapWords {
    /// Language of the document, `fr` or `en`.
    pub language: String,
    /// Heading of the box of region-wide dynamics.
    pub region_wide: String,
    /// Heading of the list of territories in a terminal.
    pub territories: String,
    /// Heading of the legend.
    pub themes: String,
    /// Explanation behind that heading.
    pub number_of_dynamics: String,
    /// Legend of land that a filter leaves out.
    pub outside: String,
    /// Legend of the lines: intercommunality, department, region.
    pub lines: [String; 3],
    /// Legend of a hollow symbol: takes place here too, counted elsewhere.
    pub also_here: String,
    /// Heading of the tray of dynamics that have no place on the map.
    pub tray: String,
    /// After the number of recorded dynamics in the tray: "without a known place".
    pub unplaced: String,
    /// Before the number of names that the tray has no room for, and after it: "and", "more".
    pub others: [String; 2],
    /// After the number of unrecorded ones: "known by count alone".
    pub by_count: String,
    /// Alternative text of the whole picture.
    pub description: String,
}
