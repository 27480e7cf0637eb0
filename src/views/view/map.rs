//! The regional map as a figure: symbols at their places, and the words around them.

use serde::Serialize;

use crate::geography::outline::Outlines;

/// The regional map as plain data: symbols at their places, and the words around them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapFigure {
    /// First line above the map.
    pub title: String,
    /// Second line above the map.
    pub subtitle: String,
    /// The sentence that the records are invented; `None` for those of a real network.
    pub invented: Option<String>,
    /// Themes in display order; symbols refer to them by index.
    pub themes: Vec<MapTheme>,
    /// Clusters, one for each territory that has dynamics: by number of dynamics, most first, then
    /// by id.
    pub clusters: Vec<MapCluster>,
    /// Symbols of dynamics that concern the whole region.
    pub region_wide: Vec<MapSymbol>,
    /// Dynamics that count but are not on the map: without a place, or known by count alone.
    pub tray: Vec<MapTray>,
    /// Explanation below the tray's heading; may be empty.
    pub tray_note: String,
    /// Tinted areas: official code and class, by code.
    pub tints: Vec<(String, usize)>,
    /// Legend of the tints.
    pub classes: MapClasses,
    /// Codes of EPCI outside the filter, drawn as land that is not asked about.
    pub outside: Vec<String>,
    /// Legend of the sizes of symbols; `None` if all symbols have the same size.
    pub sizes: Option<MapSizes>,
    /// Outlines from the workspace, in place of the embedded ones.
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
    /// A remark beside the count, such as "2 of them recorded"; may be empty.
    pub note: String,
}

/// The dynamics of one territory.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapCluster {
    /// Id of the territory.
    pub territory: String,
    /// Name of the territory, as written on the map.
    pub label: String,
    /// Longitude of the label point, degrees east (WGS 84).
    pub longitude: f64,
    /// Latitude of the label point, degrees north (WGS 84).
    pub latitude: f64,
    /// Dynamics by theme, then id.
    pub symbols: Vec<MapSymbol>,
}

/// One dynamic on the map.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapSymbol {
    /// Index into the themes.
    pub theme: usize,
    /// Id of the dynamic.
    pub dynamic: String,
    /// Name of the dynamic.
    pub name: String,
    /// Whether the dynamic is counted here; a hollow symbol is counted in another territory.
    pub full: bool,
    /// Size of the symbol.
    pub size: MapSize,
}

/// The size of a symbol.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum MapSize {
    /// The lowest third.
    Small,
    /// The middle third, and every symbol of a map without sizes.
    #[default]
    Medium,
    /// The highest third.
    Large,
}

/// The legend of tinted areas.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapClasses {
    /// The figure and the level of areas; empty for dynamics in the classes 1, 2 to 3, 4 and more.
    pub title: String,
    /// Labels of the classes, lightest first.
    pub labels: Vec<String>,
    /// Label of an area without a class.
    pub none: String,
    /// Whether departments are tinted instead of EPCI.
    pub departments: bool,
}

/// The legend of sizes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapSizes {
    /// The quantity that sizes show.
    pub title: String,
    /// Labels of the sizes, smallest first.
    pub labels: [String; 3],
}

/// Dynamics of one theme beside the map.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MapTray {
    /// Index into the themes.
    pub theme: usize,
    /// Number of dynamics recorded, but without a place that the map knows.
    pub unplaced: u64,
    /// Number of dynamics known by count alone: published, without a record.
    pub by_count: u64,
    /// Names of the recorded dynamics, with their territories.
    pub names: Vec<String>,
}

/// The words inside the picture, in the reader's language.
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
    /// Explanation after the heading of the legend.
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
    /// Words before and after the number of names that do not fit in the tray: "and", "more".
    pub others: [String; 2],
    /// After the number of unrecorded ones: "known by count alone".
    pub by_count: String,
    /// Alternative text of the whole picture.
    pub description: String,
}
