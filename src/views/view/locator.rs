//! A small map as a figure: where a territory lies, and what stands in it.

use serde::Serialize;

/// Where a territory lies, and what stands in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Locator {
    /// Codes of the departments around it (`"59"`).
    pub departments: Vec<String>,
    /// Codes of the intercommunalities or departments that it is, or lies in.
    pub areas: Vec<String>,
    /// Its own point in degrees (longitude, latitude), where it is smaller than these.
    pub point: Option<(f64, f64)>,
    /// Its name.
    pub label: String,
    /// What stands in it, by number.
    pub pins: Vec<Pin>,
}

/// A place in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Pin {
    /// Its name with the numbers that stand there, such as "Lille: 1, 4".
    pub label: String,
    /// Degrees east (WGS 84).
    pub longitude: f64,
    /// Degrees north (WGS 84).
    pub latitude: f64,
}
