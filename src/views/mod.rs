//! A report's facts: gathered, counted and ordered, ready for any renderer.

pub mod annual;
pub mod drawn;
pub mod list;
pub mod map;
mod parts;
pub mod process;
pub mod show;
pub mod view;

use view::View;

/// Every report, in telling order.
pub const VIEWS: &[View] = &[map::VIEW, annual::VIEW, process::VIEW];
