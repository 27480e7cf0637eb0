//! The options that choose the paper of a map and the meaning of its colours, sizes, shades.

use clap::{Args, ValueEnum};

use crate::geography::AreaLevel;
use crate::renderers::map::Sheet;
use crate::views::view::{Colouring, MapOptions, Sizing};

/// The paper of a map and the meaning of its symbols.
#[derive(Args, Clone, Debug, Default)]
pub struct PictureOptions {
    /// Paper size of the map
    #[arg(long, value_name = "PAPER", default_value = "a4")]
    paper: Paper,
    /// Landscape orientation, with the legend beside the map
    #[arg(long)]
    landscape: bool,
    /// Width of a PNG in pixels, from 100 to 10000
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(100..=10_000))]
    width: Option<u32>,
    /// Meaning of a symbol's colour, shape and digit
    #[arg(long, value_name = "WHAT", default_value = "theme")]
    colour_by: ColourBy,
    /// Meaning of a symbol's size
    #[arg(long, value_name = "WHAT")]
    size_by: Option<SizeBy>,
    /// Shade areas by a counted figure
    #[arg(long, value_name = "FIGURE")]
    tint: Option<Tint>,
    /// Which areas are shaded
    #[arg(long, value_name = "AREA", default_value = "epci")]
    by: Areas,
}

/// Paper sizes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Paper {
    /// 210 × 297 mm
    #[default]
    A4,
    /// 297 × 420 mm: more space for the same symbols
    A3,
}

/// Meanings of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ColourBy {
    /// Theme
    #[default]
    Theme,
    /// Furthest stage reached
    Stage,
    /// Form of cooperation
    Form,
    /// Number of charter principles that its partners give evidence for
    Principle,
}

/// Meanings of sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SizeBy {
    /// Number of partners
    Partners,
    /// Euros received
    Resources,
}

/// Figures that areas can be shaded by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Tint {
    /// Dynamics
    Dynamics,
    /// Actors that are partners of dynamics
    Actors,
    /// Members of the network
    Members,
    /// Local authorities that are partners of dynamics
    Authorities,
}

/// Areas that can be shaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Areas {
    /// Intercommunalities
    #[default]
    Epci,
    /// Departments
    #[value(alias = "department")]
    Departement,
}

impl PictureOptions {
    /// The paper of a map.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        Sheet {
            a3: self.paper == Paper::A3,
            landscape: self.landscape,
        }
    }

    /// The width of a PNG in pixels, if one was given.
    #[must_use]
    pub fn png_width(&self) -> Option<u32> {
        self.width
    }

    /// The contents of a map.
    #[must_use]
    pub fn map_options(&self) -> MapOptions {
        MapOptions {
            colour: match self.colour_by {
                ColourBy::Theme => Colouring::Theme,
                ColourBy::Stage => Colouring::Stage,
                ColourBy::Form => Colouring::Form,
                ColourBy::Principle => Colouring::Principle,
            },
            size: self.size_by.map(|size| match size {
                SizeBy::Partners => Sizing::Partners,
                SizeBy::Resources => Sizing::Resources,
            }),
            tint: self.tint.map(|tint| match tint {
                Tint::Dynamics => "dynamics",
                Tint::Actors => "actors",
                Tint::Members => "members",
                Tint::Authorities => "authorities",
            }),
            by: if self.by == Areas::Departement {
                AreaLevel::Departement
            } else {
                AreaLevel::Epci
            },
        }
    }
}
