//! Names in the free space that territories leave: departments, towns, and surroundings.

use crate::geography::{AreaLevel, all};
use crate::views::view::MapFigure;

use crate::language::Bilingual;
use crate::renderers::drawing::rectangle::{Point, Rectangle, as_f64};
use crate::renderers::drawing::text::{Face, bold, halo, regular};
use crate::renderers::drawing::xml::number;
use crate::renderers::drawing::xml::{Tag, XmlWriter, tag};
use crate::renderers::map::placement::named_places::NamedPlaces;
use crate::renderers::map::placement::site::Site;

/// Distance, in pixels, from a larger town below which a town is not named.
const TOWNS_APART: f64 = 44.0;

/// Highest cost, in pixels of distance from home, at which a department's name is written, and the
/// cost of being outside the department altogether.
const HIGHEST_COST: f64 = 420.0;
const OUTSIDE: f64 = 900.0;

/// Space that the name of a department keeps to everything else, in pixels.
const CLEAR: f64 = 5.0;

/// Category of a name, which decides its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// A department, in widely spaced capitals.
    Department,
    /// A town, with its dot.
    Town,
    /// Land outside the map's departments.
    Around,
    /// Sea.
    Sea,
}

/// A name on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The name in each language in which the map is read: one, or both on an interactive page.
    pub texts: Vec<String>,
    /// Category.
    pub kind: NameKind,
    /// Area on the page, without the dot.
    pub covers: Rectangle,
    /// Dot of a town.
    pub dot: Option<Point>,
    /// Degrees by which it is turned, clockwise.
    pub turn: f64,
}

/// A name of the surroundings with its point.
struct Surrounding {
    name: Bilingual,
    longitude: f64,
    latitude: f64,
    turn: f64,
    kind: NameKind,
}

/// Surroundings of Hauts-de-France.
// Placed by hand where the map of the region has free space: the point of a neighbouring region
// or of the Channel itself would lie outside the frame.
const SURROUNDINGS: [Surrounding; 5] = [
    Surrounding {
        name: Bilingual {
            fr: "Manche",
            en: "English Channel",
        },
        longitude: 1.362,
        latitude: 50.604,
        turn: -72.0,
        kind: NameKind::Sea,
    },
    surrounding_land("Belgique", "Belgium", (3.747, 50.714), 0.0),
    surrounding_land("Normandie", "Normandie", (1.389, 49.368), 0.0),
    surrounding_land("Île-de-France", "Île-de-France", (2.033, 48.926), 0.0),
    surrounding_land("Grand Est", "Grand Est", (4.288, 49.223), -70.0),
];

const fn surrounding_land(
    fr: &'static str,
    en: &'static str,
    (longitude, latitude): (f64, f64),
    turn: f64,
) -> Surrounding {
    Surrounding {
        name: Bilingual { fr, en },
        longitude,
        latitude,
        turn,
        kind: NameKind::Around,
    }
}

/// Places names that overlap nothing: departments first, then surroundings, then towns by size.
pub(in crate::renderers::map) fn place(
    figure: &MapFigure,
    site: &Site,
    taken: &[Rectangle],
) -> Vec<Name> {
    let mut board = Board {
        frame: site.frame,
        taken: taken.to_vec(),
        names: Vec::new(),
    };
    place_departments(&mut board, &site.named_places);
    place_surroundings(&mut board, site);
    place_towns(&mut board, &site.named_places, figure);
    board.names
}

/// Names placed so far, and areas that no name may cover.
struct Board {
    frame: Rectangle,
    taken: Vec<Rectangle>,
    names: Vec<Name>,
}

impl Board {
    fn is_free(&self, covers: Rectangle) -> bool {
        self.frame.grown(-4.0).encloses(covers)
            && !self.taken.iter().any(|other| other.overlaps(covers))
    }

    fn add(&mut self, name: Name) {
        self.taken.push(name.covers.grown(2.0));
        self.taken
            .extend(name.dot.map(|dot| Rectangle::around(dot, 8.0, 8.0)));
        self.names.push(name);
    }
}

impl NameKind {
    /// Face, distance between letters in pixels, and colour.
    fn look(self) -> (Face, f64, &'static str) {
        match self {
            Self::Department => (bold(18.0), 3.4, "#aea28d"),
            Self::Town => (regular(13.5), 0.0, "#57534e"),
            Self::Around => (regular(16.0), 3.0, "#98938a"),
            Self::Sea => (regular(16.0), 3.0, "#6f96ad"),
        }
    }

    /// Width and height of a text in pixels.
    fn size(self, text: &str) -> (f64, f64) {
        let (face, letter_spacing, _) = self.look();
        (
            face.width(text) + as_f64(text.chars().count()) * letter_spacing,
            face.size * 1.15,
        )
    }
}

fn place_departments(board: &mut Board, places: &NamedPlaces) {
    for (department, home, land) in &places.departments {
        let text = department.name.to_uppercase();
        let (width, height) = NameKind::Department.size(&text);
        let best = grid_around(*home)
            .map(|centre| Rectangle::around(centre, width, height))
            .filter(|covers| board.is_free(covers.grown(CLEAR)))
            .map(|covers| {
                let outside = (1.0 - land.share(covers)) * OUTSIDE;
                (outside + covers.centre().distance(*home), covers)
            })
            .filter(|(cost, _)| *cost < HIGHEST_COST)
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, covers)) = best {
            board.add(Name {
                texts: vec![text],
                kind: NameKind::Department,
                covers,
                dot: None,
                turn: 0.0,
            });
        }
    }
}

/// Points around another, on a grid of 49 by 49, 9 pixels apart.
fn grid_around(home: Point) -> impl Iterator<Item = Point> {
    let steps = || (-24_i32..=24).map(|step| f64::from(step) * 9.0);
    steps().flat_map(move |dy| steps().map(move |dx| home.moved(dx, dy)))
}

/// Places the names of regions, or of the surroundings of Hauts-de-France.
fn place_surroundings(board: &mut Board, site: &Site) {
    if site.basemap.is_hauts_de_france() {
        for surrounding in SURROUNDINGS {
            let texts = site
                .languages
                .iter()
                .map(|language| surrounding.name.get(*language))
                .collect();
            let point = (surrounding.longitude, surrounding.latitude);
            place_surrounding(
                board,
                site,
                texts,
                point,
                (surrounding.turn, surrounding.kind),
            );
        }
        return;
    }
    for region in all(AreaLevel::Region) {
        if let Some(point) = region.point {
            let look = (0.0, NameKind::Around);
            place_surrounding(board, site, vec![region.name], point, look);
        }
    }
}

/// Places a name in capitals around its point, unless it would cover land of the map.
fn place_surrounding(
    board: &mut Board,
    site: &Site,
    texts: Vec<&str>,
    (longitude, latitude): (f64, f64),
    (turn, kind): (f64, NameKind),
) {
    let Some(centre) = site.basemap.projection.point(longitude, latitude) else {
        return;
    };
    let mut texts: Vec<String> = texts.into_iter().map(str::to_uppercase).collect();
    texts.dedup();
    let (width, height) = texts
        .iter()
        .map(|text| kind.size(text))
        .fold((0.0_f64, 0.0_f64), |a, b| (a.0.max(b.0), a.1.max(b.1)));
    // The upright rectangle around a turned one.
    let (up, along) = turn.to_radians().sin_cos();
    let (up, along) = (up.abs(), along.abs());
    let covers = Rectangle::around(
        centre,
        width * along + height * up,
        width * up + height * along,
    );
    if board.is_free(covers) && site.land.squares_under(covers) == 0 {
        board.add(Name {
            texts,
            kind,
            covers,
            dot: None,
            turn,
        });
    }
}

fn place_towns(board: &mut Board, places: &NamedPlaces, figure: &MapFigure) {
    let mut dots: Vec<Point> = Vec::new();
    for (town, dot) in &places.towns {
        let is_beside_larger = dots.iter().any(|other| other.distance(*dot) < TOWNS_APART);
        dots.push(*dot);
        let is_cluster = figure
            .clusters
            .iter()
            .any(|cluster| cluster.label == town.name);
        if is_beside_larger || is_cluster || !board.is_free(Rectangle::around(*dot, 6.0, 6.0)) {
            continue;
        }
        let (width, height) = NameKind::Town.size(town.name);
        let (aside, level) = (width / 2.0 + 6.0, height / 2.0 + 5.0);
        let free = [(aside, 0.0), (-aside, 0.0), (0.0, -level), (0.0, level)]
            .into_iter()
            .map(|(dx, dy)| Rectangle::around(dot.moved(dx, dy), width, height))
            .find(|covers| board.is_free(*covers));
        if let Some(covers) = free {
            board.add(Name {
                texts: vec![town.name.to_owned()],
                kind: NameKind::Town,
                covers,
                dot: Some(*dot),
                turn: 0.0,
            });
        }
    }
}

/// Writes names, kind by kind, with a halo where lines run below them.
pub(in crate::renderers::map) fn draw(svg: &mut XmlWriter, names: &[Name]) {
    for kind in [
        NameKind::Sea,
        NameKind::Around,
        NameKind::Department,
        NameKind::Town,
    ] {
        let names: Vec<&Name> = names.iter().filter(|name| name.kind == kind).collect();
        if !names.is_empty() {
            svg.group(&group_of(kind), |svg| draw_kind(svg, kind, &names));
        }
    }
}

/// The group of all names of a kind, with their look.
fn group_of(kind: NameKind) -> Tag {
    let (face, letter_spacing, colour) = kind.look();
    let mut group = tag("g").number("font-size", face.size).set("fill", colour);
    if letter_spacing > 0.0 {
        group = group.number("letter-spacing", letter_spacing);
    }
    if face.bold {
        group.set("font-weight", "bold")
    } else {
        group.set("font-style", "italic")
    }
}

fn draw_kind(svg: &mut XmlWriter, kind: NameKind, names: &[&Name]) {
    for dot in names.iter().filter_map(|name| name.dot) {
        let circle = tag("circle").number("cx", dot.x).number("cy", dot.y);
        svg.leaf(
            &circle
                .number("r", 2.6)
                .set("stroke", "#fff")
                .number("stroke-width", 1.2),
        );
    }
    if matches!(kind, NameKind::Department | NameKind::Town) {
        svg.group(&halo(3.0), |svg| write_texts(svg, names));
    }
    write_texts(svg, names);
}

fn write_texts(svg: &mut XmlWriter, names: &[&Name]) {
    for name in names {
        svg.text(&name.tag(), name.text());
    }
}

impl Name {
    /// The name in the first language.
    #[must_use]
    pub fn text(&self) -> &str {
        self.texts.first().map_or("", String::as_str)
    }

    /// The element of the name, with attributes that hold both languages where there are two.
    fn tag(&self) -> Tag {
        let (face, letter_spacing, _) = self.kind.look();
        let centre = self.covers.centre();
        let (anchor, x) = match self.dot {
            Some(dot) if dot.x < self.covers.x => ("start", self.covers.x),
            Some(dot) if dot.x > self.covers.right() => ("end", self.covers.right()),
            // The space after the last letter belongs to the text, but is not seen.
            _ => ("middle", centre.x + letter_spacing / 2.0),
        };
        let mut text = tag("text")
            .set("text-anchor", anchor)
            .number("x", x)
            .number("y", centre.y + face.size * 0.34);
        if let [french, english] = &*self.texts {
            text = text.set("data-fr", french).set("data-en", english);
        }
        if self.turn == 0.0 {
            return text;
        }
        let [turn, x, y] = [self.turn, centre.x, centre.y].map(number);
        text.set("transform", &format!("rotate({turn} {x} {y})"))
    }
}
