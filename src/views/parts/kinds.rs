//! What the symbols of a map stand for: themes, or another way to tell dynamics apart, each with
//! colour, shape and digit.

use std::collections::BTreeSet;

use crate::network::{DynamicRecord, Network};
use crate::records::{List, PrincipleId, VocabularyWord};
use crate::say;
use crate::views::parts::ThemeFact;
use crate::views::view::Colouring;
use crate::views::view::{MapTheme, Question};

/// Colours of what has no colour of its own in the vocabulary: an order, from light to dark.
const ORDERED: [&str; 7] = [
    "#F6E7C1", "#EFC583", "#E0987B", "#CE7590", "#9A4C97", "#5E2F7E", "#2B1A4F",
];

/// Colours of what has none and no order: those of the nine themes.
const APART: [&str; 9] = [
    "#DDCC77", "#332288", "#44AA99", "#AA4499", "#882255", "#117733", "#D4788A", "#88CCEE",
    "#999933",
];

/// Shapes of what has none in the vocabulary.
const SHAPES: [&str; 9] = [
    "circle",
    "square",
    "hexagon",
    "speech-bubble",
    "house",
    "drop",
    "diamond",
    "triangle",
    "badge",
];

/// The colour of what is not recorded, whose digit is 0.
const UNKNOWN: &str = "#FFFFFF";

/// The kinds of symbols of a map.
pub struct Kinds {
    /// In the order of the legend.
    pub shown: Vec<MapTheme>,
    /// What they are, and what is counted, for the legend's heading.
    pub heading: [String; 2],
    colour: Colouring,
}

impl Kinds {
    /// The kinds that a question asks for.
    #[must_use]
    pub fn of(question: &Question, counted: &[&DynamicRecord], themes: &[ThemeFact]) -> Self {
        let colour = question.map_options.colour;
        let heading = heading(question);
        let unrecorded: u64 = themes.iter().map(|theme| theme.known_by_count).sum();
        if colour == Colouring::Theme {
            let word = |id: &str| question.network.vocabulary.word(List::Themes, id);
            let shown = themes
                .iter()
                .map(|theme| of_theme(question, theme, word(&theme.id)))
                .collect();
            return Self {
                shown,
                heading,
                colour,
            };
        }
        let mut shown = words(question, counted);
        for dynamic in counted {
            let id = id(question, dynamic);
            if let Some(kind) = shown.iter_mut().find(|kind| kind.id == id) {
                kind.count += 1;
                kind.recorded += 1;
            }
        }
        if let Some(unknown) = shown.iter_mut().find(|kind| kind.id.is_empty()) {
            unknown.count += unrecorded;
        }
        shown.retain(|kind| !kind.id.is_empty() || kind.count > 0);
        Self {
            shown,
            heading,
            colour,
        }
    }

    /// The kind of a dynamic.
    #[must_use]
    pub fn place(&self, question: &Question, dynamic: &DynamicRecord) -> Option<usize> {
        let id = id(question, dynamic);
        self.shown.iter().position(|kind| kind.id == id)
    }

    /// The kind of what is known by its count alone, of a theme.
    #[must_use]
    pub fn of_count(&self, theme: &ThemeFact) -> Option<usize> {
        let id = if self.colour == Colouring::Theme {
            theme.id.as_str()
        } else {
            ""
        };
        self.shown.iter().position(|kind| kind.id == id)
    }
}

fn of_theme(question: &Question, theme: &ThemeFact, word: Option<&VocabularyWord>) -> MapTheme {
    MapTheme {
        id: theme.id.clone(),
        digit: theme.digit,
        label: theme.label.clone(),
        fill: word.and_then(|word| word.fill.clone()).unwrap_or_default(),
        shape: word.and_then(|word| word.shape.clone()).unwrap_or_default(),
        count: theme.dynamics,
        recorded: theme.recorded,
        note: beside_count(question, theme),
    }
}

/// How many of a theme's dynamics have a record, where it is not all of them.
fn beside_count(question: &Question, theme: &ThemeFact) -> String {
    let (language, recorded) = (question.language, theme.recorded);
    if theme.known_by_count == 0 || recorded == 0 {
        return String::new();
    }
    let number = usize::try_from(recorded).unwrap_or_default();
    let french = language.count(number, "a une fiche", "ont une fiche");
    let english = language.count(number, "has a record", "have a record");
    say!(language, fr: "dont {french}", en: "of which {english}")
}

/// What is told apart, and what is counted.
fn heading(question: &Question) -> [String; 2] {
    let language = question.language;
    let (what, how) = match question.map_options.colour {
        Colouring::Theme => (
            say!(language, fr: "Thématiques", en: "Themes"),
            say!(language, fr: "(nombre de dynamiques)", en: "(number of dynamics)"),
        ),
        Colouring::Stage => (
            say!(language, fr: "Étape atteinte", en: "Stage reached"),
            say!(language, fr: "(par la dynamique, sinon par son territoire)", en: "(by the \
                dynamic, else by its territory)"),
        ),
        Colouring::Form => (
            say!(language, fr: "Formes de coopération", en: "Forms of cooperation"),
            say!(language, fr: "(nombre de dynamiques)", en: "(number of dynamics)"),
        ),
        Colouring::Principle => (
            say!(language, fr: "Principes de la charte", en: "Principles of the charter"),
            say!(language, fr: "(attestés par les partenaires signataires)", en: "(with evidence \
                from partners that signed)"),
        ),
    };
    [what, how]
}

/// The kinds other than themes, unknown last.
fn words(question: &Question, counted: &[&DynamicRecord]) -> Vec<MapTheme> {
    let (network, language) = (question.network, question.language);
    let list = |list: List| network.vocabulary.list(list).iter();
    let met: BTreeSet<String> = counted
        .iter()
        .map(|dynamic| id(question, dynamic))
        .collect();
    let label = |word: &VocabularyWord| word.label(language).to_owned();
    let mut kinds: Vec<MapTheme> = match question.map_options.colour {
        Colouring::Theme => Vec::new(),
        Colouring::Stage => list(List::Stages)
            .map(|(id, word)| kind(id, label(word), Some(word)))
            .collect(),
        Colouring::Form => list(List::Forms)
            .filter(|(id, _)| met.contains(id.as_str()))
            .map(|(id, word)| kind(id, label(word), Some(word)))
            .collect(),
        Colouring::Principle => (1..=network.charter.principles.len())
            .map(|number| kind(&number.to_string(), principles(question, number), None))
            .collect(),
    };
    let ordered = question.map_options.colour != Colouring::Form;
    let count = kinds.len();
    for (place, kind) in kinds.iter_mut().enumerate() {
        kind.digit = place + 1;
        let shade = if ordered && count > 1 {
            place * (ORDERED.len() - 1) / (count - 1)
        } else {
            place
        };
        let fill = if ordered {
            ORDERED.get(shade)
        } else {
            APART.get(place)
        };
        if kind.fill.is_empty() {
            fill.copied().unwrap_or_default().clone_into(&mut kind.fill);
        }
        if kind.shape.is_empty() {
            SHAPES[place % SHAPES.len()].clone_into(&mut kind.shape);
        }
    }
    let unknown = match question.map_options.colour {
        Colouring::Principle => {
            say!(language, fr: "aucun, ou non renseigné", en: "none, or not recorded")
        }
        _ => say!(language, fr: "non renseigné", en: "not recorded"),
    };
    kinds.push(MapTheme {
        fill: UNKNOWN.to_owned(),
        shape: SHAPES[count % SHAPES.len()].to_owned(),
        ..kind("", unknown, None)
    });
    kinds
}

fn principles(question: &Question, number: usize) -> String {
    let language = question.language;
    language.count(
        number,
        &say!(language, fr: "principe", en: "principle"),
        &say!(language, fr: "principes", en: "principles"),
    )
}

fn kind(id: &str, label: String, word: Option<&VocabularyWord>) -> MapTheme {
    MapTheme {
        id: id.to_owned(),
        label,
        fill: word.and_then(|word| word.fill.clone()).unwrap_or_default(),
        shape: word.and_then(|word| word.shape.clone()).unwrap_or_default(),
        ..MapTheme::default()
    }
}

/// What a dynamic is by the question's way of telling apart; empty where that is not recorded.
fn id(question: &Question, dynamic: &DynamicRecord) -> String {
    match question.map_options.colour {
        Colouring::Theme => dynamic
            .body
            .theme
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        Colouring::Stage => stage(question, dynamic).unwrap_or_default(),
        Colouring::Form => dynamic
            .body
            .form
            .as_ref()
            .map(|form| form.as_str().to_owned())
            .unwrap_or_default(),
        Colouring::Principle => match shown(question.network, dynamic).len() {
            0 => String::new(),
            number => number.to_string(),
        },
    }
}

/// The furthest stage reached before the end of the days asked: the dynamic's, else its
/// territory's.
fn stage(question: &Question, dynamic: &DynamicRecord) -> Option<String> {
    let network = question.network;
    let home = network
        .territory(dynamic.home.as_str())
        .map(|territory| &territory.body.stages);
    let furthest = |stages: &crate::records::Stages| {
        let reached = stages.iter().filter(|(_, stage)| {
            stage
                .reached
                .iter()
                .any(|when| when.first() <= question.asked.last)
        });
        let rank = |id: &str| network.vocabulary.rank(List::Stages, id);
        reached
            .max_by_key(|(id, _)| rank(id.as_str()))
            .map(|(id, _)| id.to_string())
    };
    furthest(&dynamic.body.stages).or_else(|| home.and_then(furthest))
}

/// The principles for which partners that signed the charter bring evidence.
fn shown<'n>(network: &'n Network, dynamic: &DynamicRecord) -> BTreeSet<&'n str> {
    let partners = dynamic
        .body
        .partners
        .keys()
        .filter_map(|id| network.actor(id.as_str()));
    let charters = partners.filter_map(|actor| actor.body.charter.as_ref());
    let signed = charters.filter(|charter| charter.signed.is_some());
    signed
        .flat_map(|charter| charter.evidence.keys())
        .map(PrincipleId::as_str)
        .collect()
}
