//! How a map is drawn: its paper, and what colours, sizes, tints stand for.

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::geography::AreaLevel;
use crate::language::Language;
use crate::renderers::map::Sheet;
use crate::views::view::{Colouring, MapOptions, Sizing};

/// How a map is drawn.
#[derive(Args, Clone, Debug, Default)]
pub struct Picture {
    /// Paper that the map is drawn for
    #[arg(long, value_name = "PAPER", default_value = "a4")]
    paper: Paper,
    /// Draw on a broad sheet, the legend beside the map
    #[arg(long)]
    landscape: bool,
    /// Width of a PNG in pixels, from 100 to 10000
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(100..=10_000))]
    width: Option<u32>,
    /// What colour, shape and digit of a symbol stand for
    #[arg(long, value_name = "WHAT", default_value = "theme")]
    colour_by: ColourBy,
    /// What the size of a symbol stands for
    #[arg(long, value_name = "WHAT")]
    size_by: Option<SizeBy>,
    /// Tint the land by a counted figure
    #[arg(long, value_name = "FIGURE")]
    tint: Option<TintBy>,
    /// Which areas are tinted
    #[arg(long, value_name = "AREA", default_value = "epci")]
    by: Areas,
}

/// Sizes of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Paper {
    /// 210 × 297 mm
    #[default]
    A4,
    /// 297 × 420 mm: more room for the same symbols
    A3,
}

/// What colours stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ColourBy {
    /// Its theme
    #[default]
    Theme,
    /// The stage reached last
    Stage,
    /// Its form of cooperation
    Form,
    /// How many principles of the charter its partners bring evidence for
    Principle,
}

/// What sizes stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SizeBy {
    /// How many partners it has
    Partners,
    /// The euros it received
    Resources,
}

/// What tints stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TintBy {
    /// Dynamics
    Dynamics,
    /// Actors that are partners of dynamics
    Actors,
    /// Members of the network
    Members,
    /// Partner local authorities
    Authorities,
}

/// What is tinted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Areas {
    /// Intercommunalities
    #[default]
    Epci,
    /// Departments
    #[value(alias = "department")]
    Departement,
}

impl Picture {
    /// The paper.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        Sheet {
            a3: self.paper == Paper::A3,
            landscape: self.landscape,
        }
    }

    /// What the map is asked to show.
    #[must_use]
    pub fn drawn(&self) -> MapOptions {
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
                TintBy::Dynamics => "dynamics",
                TintBy::Actors => "actors",
                TintBy::Members => "members",
                TintBy::Authorities => "authorities",
            }),
            by: if self.by == Areas::Departement {
                AreaLevel::Departement
            } else {
                AreaLevel::Epci
            },
        }
    }

    /// An SVG as PNG, as wide as asked.
    ///
    /// # Errors
    /// Where this program was built without `png`, or the picture cannot be drawn.
    #[cfg(feature = "png")]
    pub fn png(&self, svg: &str, _: Language) -> Result<Vec<u8>> {
        crate::renderers::png::render(svg, self.width)
    }

    /// An SVG as PNG, as wide as asked.
    ///
    /// # Errors
    /// Always: this program was built without `png`.
    #[cfg(not(feature = "png"))]
    #[expect(clippy::unused_self, reason = "called alike with PNG and without")]
    pub fn png(&self, _: &str, language: Language) -> Result<Vec<u8>> {
        anyhow::bail!(crate::say!(language,
            fr: "ce programme a été construit sans les images PNG\u{202f}; écrire un SVG, ou le \
                construire avec `cargo build --release --features png`",
            en: "this program was built without PNG pictures; write an SVG, or build it with \
                `cargo build --release --features png`"))
    }
}
