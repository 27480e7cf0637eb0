//! Where territories lie: from ids or codes to official areas and points.

use std::collections::BTreeSet;

use crate::geography::{self, Area, AreaLevel};
use crate::network::{Network, TerritoryRecord};
use crate::records::TerritoryId;

/// How many territories are followed from one at the most; none of the real ones leads to more.
const REACH: usize = 2_000;

impl Network {
    /// The official area of a territory's record, where it has a code that its kind can bear.
    #[must_use]
    pub fn area_of(&self, territory: &TerritoryRecord) -> Option<Area> {
        let code = territory.body.code.as_deref()?;
        match AreaLevel::from_word(territory.body.kind.as_str()) {
            Some(level) => geography::find(level, code),
            None => geography::official(code).next(),
        }
    }

    /// The official area that a name of a territory stands for: an id's, or a code's.
    ///
    /// Two digits are a department here: a region is named by its territory's id.
    #[must_use]
    pub fn area_named(&self, name: &TerritoryId) -> Option<Area> {
        match self.territory(name.as_str()) {
            Some(territory) => self.area_of(territory),
            None => geography::official(name.as_str()).find(|area| area.level != AreaLevel::Region),
        }
    }

    /// The point of a territory in degrees (longitude, latitude): its own, its parts' middle, or
    /// what
    /// contains it closely. The middle of a department or a region stands for none of its parts.
    #[must_use]
    pub fn point_of(&self, name: &TerritoryId) -> Option<(f64, f64)> {
        let point = |name: &&TerritoryId| self.area_named(name).and_then(|area| area.point);
        let parts: Vec<(f64, f64)> = match point(&name) {
            Some(own) => return Some(own),
            None => self
                .target(name, |record| &record.body.made_of)
                .iter()
                .filter_map(point)
                .collect(),
        };
        if parts.is_empty() {
            let holders = self.target(name, |record| &record.body.within.0);
            return holders
                .iter()
                .filter(|holder| !self.is_wide(holder))
                .find_map(point);
        }
        let count = f64::from(u32::try_from(parts.len()).unwrap_or(u32::MAX));
        let sum = parts
            .iter()
            .fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
        Some((sum.0 / count, sum.1 / count))
    }

    /// A territory and all that follows from it, nearest first, each once, however records go in
    /// circles.
    fn target<'n>(
        &'n self,
        from: &'n TerritoryId,
        next: fn(&'n TerritoryRecord) -> &'n Vec<TerritoryId>,
    ) -> Vec<&'n TerritoryId> {
        let mut met = vec![from];
        let mut known = BTreeSet::new();
        let mut at = 0;
        while at < met.len() && met.len() < REACH {
            let following = self
                .territory(met[at].as_str())
                .map(next)
                .into_iter()
                .flatten();
            met.extend(following.filter(|id| *id != from && known.insert(*id)));
            at += 1;
        }
        met
    }

    /// Whether a territory is a region or a department: too wide for its middle to stand for a part
    /// of it.
    fn is_wide(&self, name: &TerritoryId) -> bool {
        self.area_named(name)
            .is_some_and(|area| area.level < AreaLevel::Epci)
    }

    /// The EPCI that a territory is, lies in, or is made of.
    #[must_use]
    pub fn epci_of(&self, name: &TerritoryId) -> Vec<&'static str> {
        let epci = |name: &&TerritoryId| {
            let area = self.area_named(name)?;
            if area.level == AreaLevel::Epci {
                Some(area.code)
            } else {
                area.epci
            }
        };
        let mut all: Vec<_> = self
            .target(name, |record| &record.body.made_of)
            .iter()
            .filter_map(epci)
            .collect();
        if all.is_empty() {
            all = self
                .target(name, |record| &record.body.within.0)
                .iter()
                .filter_map(epci)
                .collect();
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The departments that a territory is, lies in, or is made of.
    #[must_use]
    pub fn departments_of(&self, name: &TerritoryId) -> Vec<&'static str> {
        let department = |name: &&TerritoryId| {
            let area = self.area_named(name)?;
            if area.level == AreaLevel::Departement {
                Some(area.code)
            } else {
                area.department
            }
        };
        let mut all: Vec<_> = self
            .target(name, |record| &record.body.made_of)
            .iter()
            .filter_map(department)
            .collect();
        if all.is_empty() {
            all = self
                .target(name, |record| &record.body.within.0)
                .iter()
                .filter_map(department)
                .collect();
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether a territory is another or lies inside it, by code, by `within` or by `made_of`.
    #[must_use]
    pub fn lies_in(&self, inner: &TerritoryId, outer: &TerritoryId) -> bool {
        inner == outer || self.lies_in_by_code(inner, outer) || self.lies_in_by_way(inner, outer)
    }

    /// Whether the codes of two territories say so, without a look at what holds the one or makes
    /// up the other.
    fn lies_in_by_code(&self, inner: &TerritoryId, outer: &TerritoryId) -> bool {
        let (inner, outer) = (self.area_named(inner), self.area_named(outer));
        inner
            .zip(outer)
            .is_some_and(|(inner, outer)| inner == outer || geography::within(&inner, &outer))
    }

    /// Whether one of the territories that hold the one is, or lies in, one of those that make up
    /// the other.
    fn lies_in_by_way(&self, inner: &TerritoryId, outer: &TerritoryId) -> bool {
        let holders = self.target(inner, |record| &record.body.within.0);
        let parts = self.target(outer, |record| &record.body.made_of);
        let known: Vec<Area> = parts
            .iter()
            .filter_map(|part| self.area_named(part))
            .collect();
        holders.into_iter().any(|holder| {
            let area = self.area_named(holder);
            let inside = |outer: &Area| {
                area.is_some_and(|area| area == *outer || geography::within(&area, outer))
            };
            parts.contains(&holder) || known.iter().any(inside)
        })
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
            None => self
                .area_named(name)
                .map_or_else(|| name.to_string(), |area| area.name.to_owned()),
        }
    }
}
