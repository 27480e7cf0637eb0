//! A report's facts: gathered, counted and ordered, ready for any renderer.

pub mod economy;
pub mod funder;
pub mod list;
pub mod map;
pub mod network;
mod parts;
pub mod process;
pub mod reconcile;
pub mod show;
pub mod view;

use view::View;

/// Every report, in telling order.
pub const VIEWS: &[View] = &[map::VIEW, process::VIEW, economy::VIEW, network::VIEW, funder::VIEW];
