//! A report's facts: gathered, counted and ordered, ready for any renderer.

pub mod annual;
pub mod charter;
pub mod freshness;
pub mod law;
pub mod levers;
pub mod list;
pub mod map;
mod parts;
pub mod process;
pub mod show;
pub mod territory;
pub mod theme;
pub mod view;

use view::View;

/// Every report, in telling order.
pub const VIEWS: &[View] = &[
    map::VIEW,
    annual::VIEW,
    territory::VIEW,
    theme::VIEW,
    process::VIEW,
    charter::VIEW,
    levers::VIEW,
    freshness::VIEW,
];
