//! A small map as a figure: the position of a territory, and the dynamics in it.

use serde::Serialize;

/// The position of a territory, and the dynamics in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Locator {
    /// Codes of the departments around the territory (`"59"`).
    pub departments: Vec<String>,
    /// Codes of the intercommunalities or departments that the territory is, or lies in.
    pub areas: Vec<String>,
    /// Longitude and latitude in degrees (WGS 84) of a territory smaller than these areas.
    pub point: Option<(f64, f64)>,
    /// Name of the territory.
    pub label: String,
    /// Places in the territory, by the numbers of their dynamics.
    pub pins: Vec<Pin>,
}

/// A place in the territory.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Pin {
    /// Name of the place with the numbers of its dynamics, such as "Lille: 1, 4".
    pub label: String,
    /// Degrees east (WGS 84).
    pub longitude: f64,
    /// Degrees north (WGS 84).
    pub latitude: f64,
}
