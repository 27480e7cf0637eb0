//! What a map is asked to show: by what it is coloured, sized and tinted.

use crate::geography::AreaLevel;

/// How a map shows dynamics and the land below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapOptions {
    /// What colour, shape and digit of a symbol stand for.
    pub colour: Colouring,
    /// What the size of a symbol stands for, where it stands for anything.
    pub size: Option<Sizing>,
    /// The figure of `network::figures` that the land is tinted by; none for dynamics in the map's
    /// own three steps.
    pub tint: Option<&'static str>,
    /// The areas that are tinted: EPCI or departments.
    pub by: AreaLevel,
}

/// What colours stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colouring {
    /// The theme.
    #[default]
    Theme,
    /// The latest stage reached: the dynamic's own, else its territory's.
    Stage,
    /// The form.
    Form,
    /// How many principles of the charter partners that signed it bring evidence for.
    Principle,
}

/// What sizes stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sizing {
    /// How many partners.
    Partners,
    /// Euros received over the years asked.
    Resources,
}

impl Default for MapOptions {
    fn default() -> Self {
        Self {
            colour: Colouring::Theme,
            size: None,
            tint: None,
            by: AreaLevel::Epci,
        }
    }
}
