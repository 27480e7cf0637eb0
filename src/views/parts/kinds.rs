//! The kinds of a map's symbols: themes, or stages, forms or principles, each with colour, shape
//! and digit.

use std::collections::BTreeSet;

use crate::network::{DynamicRecord, Network};
use crate::records::{List, PrincipleId, VocabularyWord};
use crate::say;
use crate::views::parts::nouns::{Noun, PRINCIPLES, counted};
use crate::views::parts::themes::ThemeFact;
use crate::views::view::{Colouring, MapTheme, Question};

/// Colours of ordered kinds without a colour in the vocabulary, from light to dark.
const ORDERED_COLOURS: [&str; 7] = [
    "#F6E7C1", "#EFC583", "#E0987B", "#CE7590", "#9A4C97", "#5E2F7E", "#2B1A4F",
];

/// Colours of unordered kinds without a colour in the vocabulary: those of the nine themes.
const UNORDERED_COLOURS: [&str; 9] = [
    "#DDCC77", "#332288", "#44AA99", "#AA4499", "#882255", "#117733", "#D4788A", "#88CCEE",
    "#999933",
];

/// Shapes of kinds without a shape in the vocabulary.
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

/// The colour of the kind of dynamics that have none recorded, whose digit is 0.
const UNKNOWN_COLOUR: &str = "#FFFFFF";

const RECORDED: Noun = Noun::new(
    ["a une fiche", "ont une fiche"],
    ["has a record", "have a record"],
);

/// The kinds of symbols of a map.
pub struct Kinds {
    /// In the order of the legend.
    pub shown: Vec<MapTheme>,
    /// The legend's heading: the kinds, then the rule of their counts.
    pub heading: [String; 2],
    colouring: Colouring,
}

impl Kinds {
    /// The kinds that a question asks for, with the counts of the dynamics on the map.
    #[must_use]
    pub fn of(question: &Question, dynamics: &[&DynamicRecord], themes: &[ThemeFact]) -> Self {
        let colouring = question.map_options.colour;
        let shown = match colouring {
            Colouring::Theme => themes
                .iter()
                .map(|theme| of_theme(question, theme))
                .collect(),
            _ => other_than_themes(question, dynamics, themes),
        };
        Self {
            shown,
            heading: heading(question),
            colouring,
        }
    }

    /// The index of a dynamic's kind.
    #[must_use]
    pub fn place(&self, question: &Question, dynamic: &DynamicRecord) -> Option<usize> {
        self.index_of(&id(question, dynamic))
    }

    /// The index of the kind of a theme's dynamics that are known by their count alone.
    #[must_use]
    pub fn of_count(&self, theme: &ThemeFact) -> Option<usize> {
        match self.colouring {
            Colouring::Theme => self.index_of(&theme.id),
            // Only the theme of a published count is known.
            _ => self.index_of(""),
        }
    }

    fn index_of(&self, id: &str) -> Option<usize> {
        self.shown.iter().position(|kind| kind.id == id)
    }
}

fn of_theme(question: &Question, theme: &ThemeFact) -> MapTheme {
    let word = question.network.vocabulary.word(List::Themes, &theme.id);
    MapTheme {
        digit: theme.digit,
        count: theme.dynamics,
        recorded: theme.recorded,
        note: recorded_note(question, theme),
        ..kind(&theme.id, theme.label.clone(), word)
    }
}

/// The number of a theme's dynamics that have a record, if some have and some have not.
fn recorded_note(question: &Question, theme: &ThemeFact) -> String {
    if theme.known_by_count == 0 || theme.recorded == 0 {
        return String::new();
    }
    let recorded = counted(theme.recorded, &RECORDED, question.language);
    say!(question.language, fr: "dont {recorded}", en: "of which {recorded}")
}

/// The heading of the legend, and the rule of its counts.
fn heading(question: &Question) -> [String; 2] {
    match question.map_options.colour {
        Colouring::Theme => [
            question.words("Thématiques", "Themes"),
            question.words("(nombre de dynamiques)", "(number of dynamics)"),
        ],
        Colouring::Stage => [
            question.words("Étape atteinte", "Stage reached"),
            question.words(
                "(par la dynamique, sinon par son territoire)",
                "(by the dynamic, else by its territory)",
            ),
        ],
        Colouring::Form => [
            question.words("Formes de coopération", "Forms of cooperation"),
            question.words("(nombre de dynamiques)", "(number of dynamics)"),
        ],
        Colouring::Principle => [
            question.words("Principes de la charte", "Principles of the charter"),
            question.words(
                "(attestés par les partenaires signataires)",
                "(with evidence from partners that signed)",
            ),
        ],
    }
}

/// The kinds other than themes with their counts, the unknown one last and only if it has any.
fn other_than_themes(
    question: &Question,
    dynamics: &[&DynamicRecord],
    themes: &[ThemeFact],
) -> Vec<MapTheme> {
    let ids: Vec<String> = dynamics
        .iter()
        .map(|dynamic| id(question, dynamic))
        .collect();
    let mut kinds = known_kinds(question, &ids);
    let is_ordered = question.map_options.colour != Colouring::Form;
    let shape_of_unknown = nth_shape(kinds.len());
    complete(&mut kinds, is_ordered);
    kinds.push(MapTheme {
        fill: UNKNOWN_COLOUR.to_owned(),
        shape: shape_of_unknown.to_owned(),
        count: themes.iter().map(|theme| theme.known_by_count).sum(),
        ..kind("", unknown_label(question), None)
    });
    for id in &ids {
        if let Some(kind) = kinds.iter_mut().find(|kind| kind.id == *id) {
            kind.count += 1;
            kind.recorded += 1;
        }
    }
    kinds.retain(|kind| !kind.id.is_empty() || kind.count > 0);
    kinds
}

/// The kinds of the vocabulary or of the charter; of forms, those that dynamics on the map have.
fn known_kinds(question: &Question, ids: &[String]) -> Vec<MapTheme> {
    let (network, language) = (question.network, question.language);
    match question.map_options.colour {
        Colouring::Theme => Vec::new(),
        Colouring::Stage => network
            .vocabulary
            .list(List::Stages)
            .iter()
            .map(|(id, word)| kind(id, word.label(language).to_owned(), Some(word)))
            .collect(),
        Colouring::Form => network
            .vocabulary
            .list(List::Forms)
            .iter()
            .filter(|(id, _)| ids.contains(id))
            .map(|(id, word)| kind(id, word.label(language).to_owned(), Some(word)))
            .collect(),
        Colouring::Principle => (1..=network.charter.principles.len())
            .map(|number| {
                let label = counted(number, &PRINCIPLES, language);
                kind(&number.to_string(), label, None)
            })
            .collect(),
    }
}

/// Numbers the kinds, and gives colours and shapes to those without.
fn complete(kinds: &mut [MapTheme], is_ordered: bool) {
    let count = kinds.len();
    for (index, kind) in kinds.iter_mut().enumerate() {
        kind.digit = index + 1;
        if kind.fill.is_empty() {
            let fill = if is_ordered && count > 1 {
                // A few kinds take colours from the whole scale, so that they differ clearly.
                ORDERED_COLOURS.get(index * (ORDERED_COLOURS.len() - 1) / (count - 1))
            } else if is_ordered {
                ORDERED_COLOURS.get(index)
            } else {
                UNORDERED_COLOURS.get(index)
            };
            fill.copied().unwrap_or_default().clone_into(&mut kind.fill);
        }
        if kind.shape.is_empty() {
            nth_shape(index).clone_into(&mut kind.shape);
        }
    }
}

/// The shapes in turn, again from the first one behind the last.
fn nth_shape(index: usize) -> &'static str {
    SHAPES.get(index % SHAPES.len()).unwrap_or(&SHAPES[0])
}

fn unknown_label(question: &Question) -> String {
    match question.map_options.colour {
        Colouring::Principle => question.words("aucun, ou non renseigné", "none, or not recorded"),
        _ => question.words("non renseigné", "not recorded"),
    }
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

/// The id of a dynamic's kind; empty where it is not recorded.
fn id(question: &Question, dynamic: &DynamicRecord) -> String {
    match question.map_options.colour {
        Colouring::Theme => dynamic
            .body
            .theme
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        Colouring::Stage => question
            .network
            .stage_of_dynamic_or_territory(dynamic, question.asked.last)
            .map(|stage| stage.id.to_owned())
            .unwrap_or_default(),
        Colouring::Form => dynamic
            .body
            .form
            .as_ref()
            .map(|form| form.as_str().to_owned())
            .unwrap_or_default(),
        Colouring::Principle => match principles_shown(question.network, dynamic).len() {
            0 => String::new(),
            number => number.to_string(),
        },
    }
}

/// The principles for which partners that signed the charter bring evidence.
fn principles_shown<'n>(network: &'n Network, dynamic: &DynamicRecord) -> BTreeSet<&'n str> {
    dynamic
        .body
        .partners
        .keys()
        .filter_map(|id| network.actor(id.as_str()))
        .filter_map(|actor| actor.body.charter.as_ref())
        .filter(|charter| charter.signed.is_some())
        .flat_map(|charter| charter.evidence.keys())
        .map(PrincipleId::as_str)
        .collect()
}
