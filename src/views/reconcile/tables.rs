//! The tables of a reconciliation.

use crate::language::Bilingual;
use crate::say;
use crate::views::view::{Cell, Question, Table};

use crate::views::reconcile::{Line, Publication};

const PUBLISHED: Bilingual = Bilingual {
    fr: "publié",
    en: "published",
};
const RECORDS: Bilingual = Bilingual {
    fr: "fiches",
    en: "records",
};
const GAP: Bilingual = Bilingual {
    fr: "écart",
    en: "gap",
};
const REMARK: Bilingual = Bilingual {
    fr: "remarque",
    en: "remark",
};

/// Every published figure beside the records.
pub fn figures(question: &Question, publication: &Publication) -> Table {
    table(
        question,
        Bilingual {
            fr: "Chiffres publiés et fiches",
            en: "Published figures and records",
        },
        Bilingual {
            fr: "chiffre",
            en: "figure",
        },
        publication
            .figures
            .iter()
            .map(|line| row(question, publication, line))
            .collect(),
    )
}

/// The same by theme.
pub fn themes(question: &Question, publication: &Publication) -> Table {
    table(
        question,
        Bilingual {
            fr: "Dynamiques par thématique",
            en: "Dynamics by theme",
        },
        Bilingual {
            fr: "thématique",
            en: "theme",
        },
        publication
            .themes
            .iter()
            .map(|line| row(question, publication, line))
            .collect(),
    )
}

fn table(question: &Question, caption: Bilingual, first: Bilingual, rows: Vec<Vec<Cell>>) -> Table {
    let word = |both: Bilingual| both.get(question.language).to_owned();
    Table {
        caption: word(caption),
        columns: [first, PUBLISHED, RECORDS, GAP, REMARK].map(word).to_vec(),
        rows,
        total: None,
    }
}

fn row(question: &Question, publication: &Publication, line: &Line) -> Vec<Cell> {
    let language = question.language;
    let value = language.decimal(line.published, 2);
    let published = match line.precision {
        "about" => say!(language, fr: "environ {value}", en: "about {value}"),
        "at-least" => say!(language, fr: "au moins {value}", en: "at least {value}"),
        "at-most" => say!(language, fr: "au plus {value}", en: "at most {value}"),
        _ => value,
    };
    let recorded = line.recorded.map(|[low, high]| {
        let (least, most) = (language.number(low), language.number(high));
        if low == high {
            most
        } else {
            say!(language, fr: "{least} à {most}", en: "{least} to {most}")
        }
    });
    vec![
        Cell::Text(line.label.clone()),
        Cell::Text(published),
        recorded.map_or(Cell::Nothing, Cell::Text),
        line.gap
            .map_or(Cell::Nothing, |gap| Cell::Text(gap_told(question, gap))),
        remark(question, publication, line).map_or(Cell::Nothing, Cell::Text),
    ]
}

/// `✓`, `−1` or `+2`.
fn gap_told(question: &Question, gap: f64) -> String {
    let number = question.language.decimal(gap, 2);
    if gap.abs() < 0.5 {
        "✓".to_owned()
    } else if gap > 0.0 {
        format!("+{number}")
    } else {
        number
    }
}

fn remark(question: &Question, publication: &Publication, line: &Line) -> Option<String> {
    let language = question.language;
    let Some(gap) = line.gap else {
        return Some(say!(language,
            fr: "cité, non dénombrable par les fiches",
            en: "quoted, not countable from records"));
    };
    if line.differs {
        return Some(if gap > 0.0 {
            say!(language, fr: "les fiches en donnent plus", en: "the records give more")
        } else {
            say!(language, fr: "les fiches en donnent moins", en: "the records give fewer")
        });
    }
    let missing = language.decimal(-gap, 2);
    (gap < -0.5 && !publication.complete).then(|| {
        say!(language, fr: "{missing} connus par leur seul nombre", en: "{missing} known by their \
            count alone")
    })
}

/// What may be why the numbers part.
pub fn suspects(question: &Question, publication: &Publication) -> Table {
    let word =
        |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language).to_owned();
    let row = |suspect: &crate::views::reconcile::suspects::Suspect| {
        vec![
            Cell::Text(suspect.figure.clone()),
            Cell::Text(suspect.id.clone()),
            Cell::Text(suspect.reasons.join(" ; ")),
        ]
    };
    Table {
        caption: word("À regarder d'abord", "Where to look first"),
        columns: vec![
            word("chiffre", "figure"),
            word("fiche", "record"),
            word("pourquoi", "why"),
        ],
        rows: publication.suspects.iter().map(row).collect(),
        total: None,
    }
}
