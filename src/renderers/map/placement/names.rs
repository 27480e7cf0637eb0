//! Names in the room that territories leave: departments, towns, and what lies around.

use crate::geography::outline::AreaOutline;
use crate::geography::{Area, AreaLevel, all, find, towns_over};
use crate::language::Bilingual;
use crate::views::view::MapFigure;

use crate::renderers::drawing::rectangle::{Point, Rectangle, measure};
use crate::renderers::drawing::svg::{Svg, Tag, number, tag};
use crate::renderers::drawing::text::{Face, bold, regular};
use crate::renderers::map::basemap::Basemap;
use crate::renderers::map::placement::land::Land;
use crate::renderers::map::placement::layout::Site;

/// Towns with more inhabitants than this are named where there is room.
const TOWN: u64 = 20_000;

/// A town nearer than this to a larger one is not named, in pixels.
const TOWNS_APART: f64 = 44.0;

/// How far from its home, in pixels, a department's name may stand, and what the share of it
/// outside weighs against that.
const FAR: f64 = 420.0;
const OUTSIDE: f64 = 900.0;

/// Room that the name of a department keeps to others, in pixels.
const CLEAR: f64 = 5.0;

/// What a name names, and thus how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A department, in widely set capitals.
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
    /// Its words, in each language in which the map is read: in one, but on the page that turns
    /// from one to another.
    pub texts: Vec<String>,
    /// How it looks.
    pub kind: Kind,
    /// What it covers on the page, its dot left out.
    pub covers: Rectangle,
    /// The dot of a town.
    pub dot: Option<Point>,
    /// Degrees by which it is turned, clockwise.
    pub turn: f64,
}

/// What lies around Hauts-de-France: name, longitude, latitude, turn, and what it is.
const AROUND: [(Bilingual, f64, f64, f64, Kind); 5] = [
    (
        Bilingual {
            fr: "Manche",
            en: "English Channel",
        },
        1.362,
        50.604,
        -72.0,
        Kind::Sea,
    ),
    (
        Bilingual {
            fr: "Belgique",
            en: "Belgium",
        },
        3.747,
        50.714,
        0.0,
        Kind::Around,
    ),
    (
        Bilingual {
            fr: "Normandie",
            en: "Normandie",
        },
        1.389,
        49.368,
        0.0,
        Kind::Around,
    ),
    (
        Bilingual {
            fr: "Île-de-France",
            en: "Île-de-France",
        },
        2.033,
        48.926,
        0.0,
        Kind::Around,
    ),
    (
        Bilingual {
            fr: "Grand Est",
            en: "Grand Est",
        },
        4.288,
        49.223,
        -70.0,
        Kind::Around,
    ),
];

/// Places names that overlap nothing: departments first, then what lies around, then towns by size.
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
    departments(&mut board, &site.known);
    around(&mut board, site);
    towns(&mut board, &site.known, figure);
    board.names
}

/// What may be named on a site, wherever its figures leave room.
pub(in crate::renderers::map) struct Known {
    /// Departments with their home on the page and their land.
    departments: Vec<(Area, Point, Land)>,
    /// Towns with their dot, most people first.
    towns: Vec<(Area, Point)>,
}

impl Known {
    pub(in crate::renderers::map) fn new(basemap: &Basemap, frame: Rectangle) -> Self {
        let few = basemap
            .departments
            .iter()
            .take_while(|_| basemap.departments.len() <= 12);
        let named = |shape: &&AreaOutline| {
            let department = find(AreaLevel::Departement, &shape.code)?;
            let home = on_page(basemap, &department)?;
            Some((
                department,
                home,
                Land::new(&basemap.rings(shape).collect::<Vec<_>>(), frame),
            ))
        };
        let departments = few.filter_map(named).collect();
        let codes: Vec<String> = basemap
            .departments
            .iter()
            .map(|shape| shape.code.clone())
            .collect();
        let towns = towns_over(TOWN, &codes);
        let towns = towns
            .into_iter()
            .filter_map(|town| Some((town, on_page(basemap, &town)?)))
            .collect();
        Self { departments, towns }
    }
}

/// What is named so far, and where no name may stand.
struct Board {
    frame: Rectangle,
    taken: Vec<Rectangle>,
    names: Vec<Name>,
}

impl Board {
    fn is_free(&self, covers: Rectangle) -> bool {
        self.frame.grown(-4.0).holds(covers)
            && !self.taken.iter().any(|other| other.overlaps(covers))
    }

    fn add(&mut self, name: Name) {
        self.taken.push(name.covers.grown(2.0));
        self.taken
            .extend(name.dot.map(|dot| Rectangle::around(dot, 8.0, 8.0)));
        self.names.push(name);
    }
}

impl Kind {
    /// Face, distance between letters and colour.
    fn look(self) -> (Face, f64, &'static str) {
        match self {
            Self::Department => (bold(18.0), 3.4, "#aea28d"),
            Self::Town => (regular(13.5), 0.0, "#57534e"),
            Self::Around => (regular(16.0), 3.0, "#98938a"),
            Self::Sea => (regular(16.0), 3.0, "#6f96ad"),
        }
    }

    fn size(self, text: &str) -> (f64, f64) {
        let (face, apart, _) = self.look();
        (
            face.width(text) + measure(text.chars().count()) * apart,
            face.size * 1.15,
        )
    }
}

fn departments(board: &mut Board, known: &Known) {
    for (department, home, land) in &known.departments {
        let home = *home;
        let text = department.name.to_uppercase();
        let size = Kind::Department.size(&text);
        let free = spiral(home)
            .map(|at| Rectangle::around(at, size.0, size.1))
            .filter(|covers| board.is_free(covers.grown(CLEAR)));
        let judged = free.map(|covers| {
            let outside = (1.0 - land.share(covers)) * OUTSIDE;
            (outside + covers.centre().distance(home), covers)
        });
        let best = judged
            .filter(|(cost, _)| *cost < FAR)
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, covers)) = best {
            board.add(Name {
                texts: vec![text],
                kind: Kind::Department,
                covers,
                dot: None,
                turn: 0.0,
            });
        }
    }
}

/// Places around a point, on a grid.
fn spiral(home: Point) -> impl Iterator<Item = Point> {
    let steps = || (-24_i32..=24).map(|step| f64::from(step) * 9.0);
    steps().flat_map(move |dy| steps().map(move |dx| home.moved(dx, dy)))
}

fn around(board: &mut Board, site: &Site) {
    let Site {
        basemap,
        land,
        languages,
        ..
    } = site;
    let regions = all(AreaLevel::Region)
        .filter_map(|region| Some((vec![region.name], region.point?, 0.0, Kind::Around)));
    let written = AROUND.into_iter().map(|(name, x, y, turn, kind)| {
        let texts = languages
            .iter()
            .map(|language| name.get(*language))
            .collect();
        (texts, (x, y), turn, kind)
    });
    let names: Vec<_> = if basemap.is_home() {
        written.collect()
    } else {
        regions.collect()
    };
    for (texts, (longitude, latitude), turn, kind) in names {
        let Some(at) = basemap.fit.point(longitude, latitude) else {
            continue;
        };
        let mut texts: Vec<String> = texts.into_iter().map(str::to_uppercase).collect();
        texts.dedup();
        let (width, height) = texts
            .iter()
            .map(|text| kind.size(text))
            .fold((0.0_f64, 0.0_f64), |a, b| (a.0.max(b.0), a.1.max(b.1)));
        let (up, along) = turn.to_radians().sin_cos();
        let (up, along) = (up.abs(), along.abs());
        let covers =
            Rectangle::around(at, width * along + height * up, width * up + height * along);
        if board.is_free(covers) && land.under(covers) == 0 {
            board.add(Name {
                texts,
                kind,
                covers,
                dot: None,
                turn,
            });
        }
    }
}

fn towns(board: &mut Board, known: &Known, figure: &MapFigure) {
    let mut dots: Vec<Point> = Vec::new();
    for (town, dot) in &known.towns {
        let dot = *dot;
        let near = dots.iter().any(|other| other.distance(dot) < TOWNS_APART);
        dots.push(dot);
        let is_cluster = figure
            .clusters
            .iter()
            .any(|cluster| cluster.label == town.name);
        if near || is_cluster || !board.is_free(Rectangle::around(dot, 6.0, 6.0)) {
            continue;
        }
        let (width, height) = Kind::Town.size(town.name);
        let (aside, level) = (width / 2.0 + 6.0, height / 2.0 + 5.0);
        let sides = [(aside, 0.0), (-aside, 0.0), (0.0, -level), (0.0, level)];
        let places = sides
            .into_iter()
            .map(|(dx, dy)| Rectangle::around(dot.moved(dx, dy), width, height));
        if let Some(covers) = places.into_iter().find(|covers| board.is_free(*covers)) {
            board.add(Name {
                texts: vec![town.name.to_owned()],
                kind: Kind::Town,
                covers,
                dot: Some(dot),
                turn: 0.0,
            });
        }
    }
}

fn on_page(basemap: &Basemap, area: &Area) -> Option<Point> {
    let (longitude, latitude) = area.point?;
    basemap.fit.point(longitude, latitude)
}

/// Writes names, kind by kind, with a halo where lines run below them.
pub(in crate::renderers::map) fn draw(svg: &mut Svg, names: &[Name]) {
    for kind in [Kind::Sea, Kind::Around, Kind::Department, Kind::Town] {
        let names: Vec<&Name> = names.iter().filter(|name| name.kind == kind).collect();
        if names.is_empty() {
            continue;
        }
        let (face, apart, colour) = kind.look();
        let mut group = tag("g").at("font-size", face.size).set("fill", colour);
        if apart > 0.0 {
            group = group.at("letter-spacing", apart);
        }
        group = if face.bold {
            group.set("font-weight", "bold")
        } else {
            group.set("font-style", "italic")
        };
        svg.group(&group, |svg| {
            for dot in names.iter().filter_map(|name| name.dot) {
                let dot = tag("circle").at("cx", dot.x).at("cy", dot.y).at("r", 2.6);
                svg.leaf(&dot.set("stroke", "#fff").at("stroke-width", 1.2));
            }
            let write = |svg: &mut Svg| {
                names
                    .iter()
                    .for_each(|name| svg.text(&name.line(), name.text()));
            };
            if matches!(kind, Kind::Department | Kind::Town) {
                svg.group(&halo(3.0), write);
            }
            write(svg);
        });
    }
}

impl Name {
    /// Its words in the first language.
    #[must_use]
    pub fn text(&self) -> &str {
        self.texts.first().map_or("", String::as_str)
    }

    /// The text of the name without its words; where these change with the language, it bears those
    /// of the second.
    fn line(&self) -> Tag {
        let (face, apart, _) = self.kind.look();
        let at = self.covers.centre();
        let (anchor, x) = match self.dot {
            Some(dot) if dot.x < self.covers.x => ("start", self.covers.x),
            Some(dot) if dot.x > self.covers.right() => ("end", self.covers.right()),
            _ => ("middle", at.x + apart / 2.0),
        };
        let text = tag("text")
            .set("text-anchor", anchor)
            .at("x", x)
            .at("y", at.y + face.size * 0.34);
        let text = match &*self.texts {
            [first, second] => text.set("data-fr", first).set("data-en", second),
            _ => text,
        };
        if self.turn == 0.0 {
            return text;
        }
        text.set(
            "transform",
            &format!(
                "rotate({} {} {})",
                number(self.turn),
                number(at.x),
                number(at.y)
            ),
        )
    }
}

/// The group that holds the white edges of texts, to be written before the texts themselves.
pub(in crate::renderers::map) fn halo(width: f64) -> Tag {
    let edge = tag("g")
        .set("stroke", "#fff")
        .at("stroke-width", width)
        .set("stroke-linejoin", "round");
    edge.set("aria-hidden", "true")
}
