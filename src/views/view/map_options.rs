//! The options of a map: colours, sizes and tints.

use crate::geography::Level;

/// The options of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapOptions {
    /// Meaning of a symbol's colour, shape and digit.
    pub colour: Colouring,
    /// Meaning of a symbol's size; `None` if all have the same size.
    pub size: Option<Sizing>,
    /// The counted figure that areas are tinted by, by its id; `None` for the dynamics on the map.
    pub tint: Option<&'static str>,
    /// Level of the tinted areas: EPCI or departments.
    pub by: Level,
}

/// The meaning of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colouring {
    /// The theme.
    #[default]
    Theme,
    /// The latest stage reached: the dynamic's own, else its territory's.
    Stage,
    /// The form.
    Form,
    /// The number of principles of the charter that signatory partners bring evidence for.
    Principle,
}

/// The meaning of sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sizing {
    /// The number of partners.
    Partners,
    /// Euros received over the years asked about.
    Resources,
}

impl Default for MapOptions {
    fn default() -> Self {
        Self {
            colour: Colouring::Theme,
            size: None,
            tint: None,
            by: Level::Epci,
        }
    }
}
