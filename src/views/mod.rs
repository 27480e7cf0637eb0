//! Reports: facts that are gathered, counted and ordered for any renderer.

pub mod annual;
pub mod charter;
pub mod charter_tools;
pub mod code;
pub mod duplicates;
pub mod economy;
pub mod find;
pub mod freshness;
pub mod funder;
pub mod levers;
pub mod list;
pub mod map;
pub mod network;
mod parts;
pub mod process;
pub mod reconcile;
pub mod show;
pub mod territory;
pub mod theme;
pub mod view;
pub mod words;

use view::View;

/// Every report, in the order of the help.
pub const VIEWS: &[View] = &[
    map::VIEW,
    annual::VIEW,
    territory::VIEW,
    theme::VIEW,
    process::VIEW,
    economy::VIEW,
    network::VIEW,
    charter::VIEW,
    levers::VIEW,
    funder::VIEW,
    freshness::VIEW,
];
