//! Where territories lie: from ids or codes to official areas and points.

use crate::geography::{self, Area, Level};
use crate::network::{Network, TerritoryRecord};
use crate::records::TerritoryId;

/// How far `within` is followed before it is taken for a circle.
const STEPS: usize = 16;

impl Network {
    /// The official area of a territory's record, where it has a code that its kind can bear.
    #[must_use]
    pub fn area_of(&self, territory: &TerritoryRecord) -> Option<Area> {
        let code = territory.body.code.as_deref()?;
        match Level::from_word(territory.body.kind.as_str()) {
            Some(level) => geography::find(level, code),
            None => geography::official(code).into_iter().next(),
        }
    }

    /// The official area that a name of a territory stands for: an id's, or a code's.
    ///
    /// Two digits are a department here: a region is named by its territory's id.
    #[must_use]
    pub fn area_named(&self, name: &TerritoryId) -> Option<Area> {
        match self.territory(name.as_str()) {
            Some(territory) => self.area_of(territory),
            None => geography::official(name.as_str()).into_iter().find(|area| area.level != Level::Region),
        }
    }

    /// The point of a territory in degrees (longitude, latitude): its own, its parts' middle, or what
    /// contains it closely. The middle of a department or a region stands for none of its parts.
    #[must_use]
    pub fn point_of(&self, name: &TerritoryId) -> Option<(f64, f64)> {
        self.point_within(name, STEPS)
    }

    fn point_within(&self, name: &TerritoryId, steps: usize) -> Option<(f64, f64)> {
        if let Some(point) = self.area_named(name).and_then(|area| area.point) {
            return Some(point);
        }
        let territory = self.territory(name.as_str()).filter(|_| steps > 0)?;
        let parts: Vec<_> =
            territory.body.made_of.iter().filter_map(|part| self.point_within(part, steps - 1)).collect();
        if !parts.is_empty() {
            let count = f64::from(u32::try_from(parts.len()).unwrap_or(u32::MAX));
            let sum = parts.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
            return Some((sum.0 / count, sum.1 / count));
        }
        territory
            .body
            .within
            .0
            .iter()
            .filter(|outer| !self.is_wide(outer))
            .find_map(|outer| self.point_within(outer, steps - 1))
    }

    /// Whether a territory is a region or a department: too wide for its middle to stand for a part of it.
    fn is_wide(&self, name: &TerritoryId) -> bool {
        self.area_named(name).is_some_and(|area| area.level < Level::Epci)
    }

    /// The EPCI that a territory is, lies in, or is made of.
    #[must_use]
    pub fn epci_of(&self, name: &TerritoryId) -> Vec<&'static str> {
        self.epci_within(name, STEPS)
    }

    fn epci_within(&self, name: &TerritoryId, steps: usize) -> Vec<&'static str> {
        match self.area_named(name) {
            Some(area) if area.level == Level::Epci => return vec![area.code],
            Some(area) => return area.epci.into_iter().collect(),
            None => {}
        }
        let Some(territory) = self.territory(name.as_str()).filter(|_| steps > 0) else { return Vec::new() };
        let mut all: Vec<_> =
            territory.body.made_of.iter().flat_map(|part| self.epci_within(part, steps - 1)).collect();
        if all.is_empty() {
            all =
                territory.body.within.0.iter().flat_map(|outer| self.epci_within(outer, steps - 1)).collect();
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether a territory is another or lies inside it, by code or by `within`.
    #[must_use]
    pub fn lies_in(&self, inner: &TerritoryId, outer: &TerritoryId) -> bool {
        self.lies_within(inner, outer, STEPS)
    }

    fn lies_within(&self, inner: &TerritoryId, outer: &TerritoryId, steps: usize) -> bool {
        if inner == outer {
            return true;
        }
        let areas = self.area_named(inner).zip(self.area_named(outer));
        if areas.is_some_and(|(inner, outer)| inner == outer || geography::within(&inner, &outer)) {
            return true;
        }
        let parts = self.territory(outer.as_str()).filter(|_| steps > 0).map(|record| &record.body.made_of);
        if parts.is_some_and(|parts| parts.iter().any(|part| self.lies_within(inner, part, steps - 1))) {
            return true;
        }
        let holders =
            self.territory(inner.as_str()).filter(|_| steps > 0).map(|record| &record.body.within.0);
        holders.is_some_and(|holders| holders.iter().any(|holder| self.lies_within(holder, outer, steps - 1)))
    }

    /// A territory's name where room is short: an intercommunality's without its legal form.
    #[must_use]
    pub fn territory_label(&self, name: &TerritoryId) -> String {
        let short = self.area_named(name).and_then(|area| area.short);
        short.map_or_else(|| self.territory_name(name), str::to_owned)
    }

    /// The name of a territory for people: its record's, the gazetteer's, or the name as written.
    #[must_use]
    pub fn territory_name(&self, name: &TerritoryId) -> String {
        match self.territory(name.as_str()) {
            Some(territory) => territory.name(),
            None => self.area_named(name).map_or_else(|| name.to_string(), |area| area.name.to_owned()),
        }
    }
}
