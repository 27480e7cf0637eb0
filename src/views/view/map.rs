//! The regional map as a figure: what to draw, where, and what to write around it.

use serde::Serialize;

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
    /// One cluster a territory that has dynamics, ordered by number of dynamics (most first), then id.
    pub clusters: Vec<MapCluster>,
    /// Symbols of dynamics that concern the whole region.
    pub region_wide: Vec<MapSymbol>,
    /// What counts but has no place on the map: without a place, or known by count alone.
    pub tray: Vec<MapTray>,
    /// Explanation below the tray's heading, when it holds anything; may be empty.
    pub tray_note: String,
    /// EPCI that hold dynamics: SIREN and number of dynamics, by SIREN.
    pub tints: Vec<(String, u64)>,
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
    /// Form of the symbol: circle, square, hexagon, speech-bubble, house, drop, diamond, triangle or badge.
    pub shape: String,
    /// Dynamics counted for the legend: the published number where there is one, else those recorded.
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
}

/// Words inside the picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapWords {
    /// Language of the document, `fr` or `en`.
    pub language: String,
    /// Heading of the box of region-wide dynamics.
    pub region_wide: String,
    /// Heading of the legend.
    pub themes: String,
    /// Explanation behind that heading.
    pub number_of_dynamics: String,
    /// Legend of a territory without dynamics.
    pub without_dynamic: String,
    /// Legend of tints: "1", "2 to 3", "4 and more".
    pub tints: [String; 3],
    /// Legend of the lines: intercommunality, department, region.
    pub lines: [String; 3],
    /// Legend of a hollow symbol: takes place here too, counted elsewhere.
    pub also_here: String,
    /// Heading of the tray of dynamics that have no place on the map.
    pub tray: String,
    /// After the number of recorded dynamics in the tray: "without a known place".
    pub unplaced: String,
    /// After the number of unrecorded ones: "known by count alone".
    pub by_count: String,
    /// Alternative text of the whole picture.
    pub description: String,
}
