//! Records that an amendment would move from one side to the other: one by one, by theme, by
//! territory.

use serde::Serialize;

use crate::records::List;
use crate::say;
use crate::views::charter_tools::tally::{Before, day};
use crate::views::parts::Alphabet;
use crate::views::view::{Cell, Question, Table};

/// A record that would pass from one side to the other.
#[derive(Serialize)]
pub struct Passage {
    pub criterion: String,
    pub kind: &'static str,
    pub id: String,
    pub name: String,
    pub territory: String,
    pub theme: Option<String>,
    /// Whether it would fail; else it would hold.
    pub would_fail: bool,
    /// Whether a waiver in force excuses it.
    pub excused: bool,
}

/// A record that changes sides under a criterion.
pub fn passage(question: &Question, criterion: &str, record: &Before, would_fail: bool) -> Passage {
    let (network, language) = (question.network, question.language);
    let theme =
        record.theme.map(
            |theme| match network.vocabulary.word(List::Themes, theme.as_str()) {
                Some(word) => word.short_label(language).to_owned(),
                None => theme.to_string(),
            },
        );
    Passage {
        criterion: criterion.to_owned(),
        kind: record.judged.subject().name(),
        id: record.id.to_owned(),
        name: record.name.clone(),
        territory: network.territory_label(record.home),
        theme,
        would_fail,
        excused: record.is_excused(criterion, day(question)),
    }
}

/// The records one by one; with the criterion, where several are tried.
pub fn list(question: &Question, passages: &[Passage], several: bool) -> Table {
    let row = |one: &Passage| {
        let way = if one.would_fail {
            question.words("tient → manque", "holds → fails")
        } else {
            question.words("manque → tient", "fails → holds")
        };
        let excused = if one.excused {
            question.words(" (dispensée)", " (waived)")
        } else {
            String::new()
        };
        let mut row = vec![
            Cell::Text(way + &excused),
            Cell::Text(one.name.clone()),
            Cell::Text(one.territory.clone()),
            one.theme.clone().map_or(Cell::Nothing, Cell::Text),
            Cell::Text(one.id.clone()),
        ];
        if several {
            row.push(Cell::Text(one.criterion.clone()));
        }
        row
    };
    let mut columns = vec![
        question.words("passage", "passage"),
        question.words("fiche", "record"),
        question.words("territoire", "territory"),
        question.words("thématique", "theme"),
        question.words("identifiant", "id"),
    ];
    if several {
        columns.push(question.words("critère", "criterion"));
    }
    Table {
        caption: question.words(
            "Fiches qui changeraient de côté",
            "Records that would change sides",
        ),
        columns,
        rows: passages.iter().map(row).collect(),
        total: None,
    }
}

/// How many pass each way, by theme or by territory.
pub fn grouped(
    question: &Question,
    passages: &[Passage],
    key: &dyn Fn(&Passage) -> Option<String>,
    heading: &str,
) -> Table {
    let without = question.words("sans", "none");
    let mut groups: Vec<(String, u64, u64)> = Vec::new();
    for one in passages {
        let name = key(one).unwrap_or_else(|| without.clone());
        let (fail, hold) = (u64::from(one.would_fail), u64::from(!one.would_fail));
        match groups.iter_mut().find(|(known, ..)| *known == name) {
            Some((_, fails, holds)) => {
                *fails += fail;
                *holds += hold;
            }
            None => groups.push((name, fail, hold)),
        }
    }
    let alphabet = Alphabet::new();
    groups.sort_by(|one, other| alphabet.compare(&one.0, &other.0));
    let (fail, hold) = (
        groups.iter().map(|one| one.1).sum(),
        groups.iter().map(|one| one.2).sum(),
    );
    let row = |(name, fail, hold): (String, u64, u64)| {
        vec![Cell::Text(name), Cell::Number(fail), Cell::Number(hold)]
    };
    Table {
        caption: say!(question.language, fr: "Passages, par {heading}", en: "Passages, by \
            {heading}"),
        columns: vec![
            heading.to_owned(),
            question.words("tient → manque", "holds → fails"),
            question.words("manque → tient", "fails → holds"),
        ],
        rows: groups.into_iter().map(row).collect(),
        total: Some(vec![
            Cell::Text(question.words("total", "total")),
            Cell::Number(fail),
            Cell::Number(hold),
        ]),
    }
}
