//! Positions of territories: from ids or codes to official areas and points.

use std::collections::BTreeSet;

use crate::geography::{self, Area, AreaLevel};
use crate::network::network::{Network, TerritoryRecord};
use crate::records::TerritoryId;

/// The number of territories followed from one, at most: a limit against records that name one
/// another without end. No real one leads to more.
const MOST_FOLLOWED: usize = 2_000;

impl Network {
    /// The official area of a territory's record, if it has a code that fits its kind.
    #[must_use]
    pub fn area_of(&self, territory: &TerritoryRecord) -> Option<Area> {
        let code = territory.body.code.as_deref()?;
        match AreaLevel::from_word(territory.body.kind.as_str()) {
            Some(level) => geography::find(level, code),
            None => geography::official(code).next(),
        }
    }

    /// The official area of the territory at a position.
    fn area_at(&self, position: usize) -> Option<Area> {
        let areas = self.lazy.areas.get_or_init(|| {
            let territories = self.territories.iter();
            territories.map(|record| self.area_of(record)).collect()
        });
        areas.get(position).copied().flatten()
    }

    /// The official area that an id or a code of a territory names.
    ///
    /// Two digits are a department here: a region is named by its territory's id.
    #[must_use]
    pub fn area_named(&self, name: &TerritoryId) -> Option<Area> {
        match self.position_of_territory(name.as_str()) {
            Some(position) => self.area_at(position),
            None => geography::official(name.as_str()).find(|area| area.level != AreaLevel::Region),
        }
    }

    /// The point of a territory in degrees (longitude, latitude): its own, the middle of its parts,
    /// or that of the nearest territory that contains it. A department or a region is too wide for
    /// its middle to be the point of a part of it.
    #[must_use]
    pub fn point_of(&self, name: &TerritoryId) -> Option<(f64, f64)> {
        if let Some(own) = self.own_point(name) {
            return Some(own);
        }
        let parts = self.parts_of(name);
        let points: Vec<_> = parts
            .iter()
            .filter_map(|part| self.own_point(part))
            .collect();
        if points.is_empty() {
            let containers = self.containers_of(name);
            let mut narrow = containers.iter().filter(|name| !self.is_wide(name));
            narrow.find_map(|container| self.own_point(container))
        } else {
            Some(middle(&points))
        }
    }

    /// The point of a territory's official area.
    fn own_point(&self, name: &TerritoryId) -> Option<(f64, f64)> {
        self.area_named(name)?.point
    }

    /// A territory and all territories that it is made of.
    pub(in crate::network) fn parts_of<'n>(
        &'n self,
        name: &'n TerritoryId,
    ) -> Vec<&'n TerritoryId> {
        self.follow(name, |record| &record.body.made_of)
    }

    /// A territory and all territories that contain it by its record.
    pub(in crate::network) fn containers_of<'n>(
        &'n self,
        name: &'n TerritoryId,
    ) -> Vec<&'n TerritoryId> {
        self.follow(name, |record| &record.body.within.0)
    }

    /// A territory and all that follow from it, nearest first, each once, even where records name
    /// one another in a circle.
    fn follow<'n>(
        &'n self,
        from: &'n TerritoryId,
        next: fn(&'n TerritoryRecord) -> &'n Vec<TerritoryId>,
    ) -> Vec<&'n TerritoryId> {
        let mut followed = vec![from];
        let mut known = BTreeSet::from([from]);
        let mut position = 0;
        while followed.len() < MOST_FOLLOWED
            && let Some(id) = followed.get(position)
        {
            let record = self.territory(id.as_str());
            let following = record.map(next).into_iter().flatten();
            followed.extend(following.filter(|id| known.insert(*id)));
            position += 1;
        }
        followed
    }

    /// Whether a territory is a region or a department.
    fn is_wide(&self, name: &TerritoryId) -> bool {
        self.area_named(name)
            .is_some_and(|area| area.level < AreaLevel::Epci)
    }

    /// The codes of the EPCI that a territory is, lies in, or is made of.
    #[must_use]
    pub fn epci_of(&self, name: &TerritoryId) -> Vec<&'static str> {
        self.codes_of(name, |area| match area.level {
            AreaLevel::Epci => Some(area.code),
            _ => area.epci,
        })
    }

    /// The codes of the departments that a territory is, lies in, or is made of.
    #[must_use]
    pub fn departments_of(&self, name: &TerritoryId) -> Vec<&'static str> {
        self.codes_of(name, |area| match area.level {
            AreaLevel::Departement => Some(area.code),
            _ => area.department,
        })
    }

    /// The codes that areas give, in order: of the territory and its parts, else of what contains
    /// it.
    fn codes_of(
        &self,
        name: &TerritoryId,
        code: fn(Area) -> Option<&'static str>,
    ) -> Vec<&'static str> {
        let codes_among = |names: Vec<&TerritoryId>| -> BTreeSet<&'static str> {
            let areas = names.into_iter().filter_map(|name| self.area_named(name));
            areas.filter_map(code).collect()
        };
        let mut codes = codes_among(self.parts_of(name));
        if codes.is_empty() {
            codes = codes_among(self.containers_of(name));
        }
        codes.into_iter().collect()
    }

    /// Whether a territory is another or lies inside it, by code, by `within` or by `made_of`.
    #[must_use]
    pub fn lies_in(&self, inner: &TerritoryId, outer: &TerritoryId) -> bool {
        // By code first: it is by far the cheaper question.
        inner == outer || self.lies_in_by_code(inner, outer) || self.lies_in_by_record(inner, outer)
    }

    /// Whether a territory lies inside another by the codes of both.
    fn lies_in_by_code(&self, inner: &TerritoryId, outer: &TerritoryId) -> bool {
        let areas = self.area_named(inner).zip(self.area_named(outer));
        areas.is_some_and(|(inner, outer)| is_or_lies_in(&inner, &outer))
    }

    /// Whether a territory that contains the inner one is, or lies in, one that the outer is made
    /// of.
    fn lies_in_by_record(&self, inner: &TerritoryId, outer: &TerritoryId) -> bool {
        let parts = self.parts_of(outer);
        let part_areas: Vec<Area> = parts
            .iter()
            .filter_map(|part| self.area_named(part))
            .collect();
        self.containers_of(inner).into_iter().any(|container| {
            parts.contains(&container)
                || self
                    .area_named(container)
                    .is_some_and(|area| part_areas.iter().any(|part| is_or_lies_in(&area, part)))
        })
    }

    /// A territory's name where space is short: that of an intercommunality without its legal form.
    #[must_use]
    pub fn territory_label(&self, name: &TerritoryId) -> String {
        let short = self.area_named(name).and_then(|area| area.short);
        short.map_or_else(|| self.territory_name(name), str::to_owned)
    }

    /// A territory's name for people: its record's, the gazetteer's, else the name as written.
    #[must_use]
    pub fn territory_name(&self, name: &TerritoryId) -> String {
        if let Some(territory) = self.territory(name.as_str()) {
            return territory.name();
        }
        match self.area_named(name) {
            Some(area) => area.name.to_owned(),
            None => name.to_string(),
        }
    }
}

/// Whether an area is another or lies in it.
fn is_or_lies_in(inner: &Area, outer: &Area) -> bool {
    inner == outer || geography::within(inner, outer)
}

/// The mean of some points.
fn middle(points: &[(f64, f64)]) -> (f64, f64) {
    let count = f64::from(u32::try_from(points.len()).unwrap_or(u32::MAX));
    let (east, north) = points
        .iter()
        .fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
    (east / count, north / count)
}
