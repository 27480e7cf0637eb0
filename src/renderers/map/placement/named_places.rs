//! Departments and towns that may be named on a map, with their places on the page.

use crate::geography::outline::AreaOutline;
use crate::geography::{Area, AreaLevel, find, towns_over};

use crate::renderers::drawing::rectangle::{Point, Rectangle};
use crate::renderers::map::basemap::Basemap;
use crate::renderers::map::placement::land::Land;

/// Number of inhabitants above which a town is named where there is free space.
const TOWN: u64 = 20_000;

/// Number of departments above which none is named: their names would cover a map of France.
const FEW_DEPARTMENTS: usize = 12;

/// Departments and towns that may be named on a site.
pub(in crate::renderers::map) struct NamedPlaces {
    /// Departments, with their point on the page and their land.
    pub(in crate::renderers::map) departments: Vec<(Area, Point, Land)>,
    /// Towns with their point, most inhabitants first.
    pub(in crate::renderers::map) towns: Vec<(Area, Point)>,
}

impl NamedPlaces {
    pub(in crate::renderers::map) fn new(basemap: &Basemap, frame: Rectangle) -> Self {
        let shapes = &basemap.departments;
        let departments = shapes
            .iter()
            .take_while(|_| shapes.len() <= FEW_DEPARTMENTS)
            .filter_map(|shape| department(basemap, shape, frame))
            .collect();
        let codes: Vec<String> = shapes.iter().map(|shape| shape.code.clone()).collect();
        let towns = towns_over(TOWN, &codes)
            .into_iter()
            .filter_map(|town| Some((town, point_of(basemap, &town)?)))
            .collect();
        Self { departments, towns }
    }
}

fn department(
    basemap: &Basemap,
    shape: &'static AreaOutline,
    frame: Rectangle,
) -> Option<(Area, Point, Land)> {
    let department = find(AreaLevel::Departement, &shape.code)?;
    let point = point_of(basemap, &department)?;
    let rings: Vec<_> = basemap.rings(shape).collect();
    Some((department, point, Land::new(&rings, frame)))
}

fn point_of(basemap: &Basemap, area: &Area) -> Option<Point> {
    let (longitude, latitude) = area.point?;
    basemap.projection.point(longitude, latitude)
}
