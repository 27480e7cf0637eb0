//! Frame of a map with its basemap: what figures of the same departments share.

use crate::language::Language;
use crate::views::view::MapFigure;

use crate::renderers::drawing::rectangle::Rectangle;
use crate::renderers::map::basemap::Basemap;
use crate::renderers::map::placement::land::Land;
use crate::renderers::map::placement::named_places::NamedPlaces;

/// Frame with its basemap, the same for every figure of the same departments and legend, so that
/// a series of years is drawn on one.
pub struct Site {
    /// Frame of the map.
    pub frame: Rectangle,
    /// Languages in which the map is read: that of its words, or both where readers switch from
    /// one to the other.
    pub languages: Vec<Language>,
    pub(in crate::renderers::map) basemap: Basemap,
    pub(in crate::renderers::map) land: Land,
    pub(in crate::renderers::map) named_places: NamedPlaces,
}

impl Site {
    /// The basemap of a figure's departments in a frame, to be read in these languages.
    #[must_use]
    pub fn new(figure: &MapFigure, frame: Rectangle, languages: Vec<Language>) -> Self {
        let basemap = Basemap::new(figure, frame);
        let land = Land::new(&basemap.edge(), frame);
        let named_places = NamedPlaces::new(&basemap, frame);
        Self {
            frame,
            languages,
            basemap,
            land,
            named_places,
        }
    }

    /// Whether the map is a page on which readers switch languages and press symbols.
    pub(in crate::renderers::map) fn is_interactive(&self) -> bool {
        self.languages.len() > 1
    }
}
