//! The tables of the charter: the matrix, how many show each principle, the evidence one by one.

use crate::say;
use crate::views::charter::{Evidence, PrincipleFact, Shown, Signatory};
use crate::views::view::{Bar, Bars, Cell, Figure, Picture, Question, Table};

/// The last year of the evidence; a word where there is some without a year.
fn year(question: &Question, shown: &Shown) -> Cell {
    let last = shown.evidence.iter().filter_map(|one| one.year).max();
    match (shown.evidence.is_empty(), last) {
        (true, _) => Cell::Nothing,
        (false, None) => Cell::Text(say!(question.language, fr: "oui", en: "yes")),
        (false, Some(last)) => Cell::Text(last.to_string()),
    }
}

/// What the numbers of the matrix stand for.
pub fn legend(question: &Question, principles: &[PrincipleFact]) -> String {
    let named = principles
        .iter()
        .enumerate()
        .map(|(at, one)| format!("{} {}", at + 1, one.label));
    let named = named.collect::<Vec<_>>().join(" · ");
    say!(question.language,
        fr: "{named}. Une année est celle de la preuve la plus récente\u{202f}; «\u{a0}oui\u{a0}», \
            une preuve sans année.",
        en: "{named}. A year is that of the latest evidence; “yes”, evidence without a year.")
}

/// Every signatory against every principle.
pub fn table(
    question: &Question,
    principles: &[PrincipleFact],
    signatories: &[Signatory],
) -> Table {
    let mut columns = vec![
        question.words("signataire", "signatory"),
        question.words("signée", "signed"),
    ];
    columns.push(question.words("tient", "holds"));
    columns.extend((1..=principles.len()).map(|number| number.to_string()));
    let row = |one: &Signatory| {
        let holds = if one.holds {
            question.words("oui", "yes")
        } else {
            question.words("non", "no")
        };
        let mut row = vec![
            Cell::Text(one.name.clone()),
            Cell::Text(one.signed.to_string()),
            Cell::Text(holds),
        ];
        row.extend(one.principles.iter().map(|shown| year(question, shown)));
        row
    };
    let holding = signatories.iter().filter(|one| one.holds).count();
    let mut total = vec![
        Cell::Text(question.words("total", "total")),
        Cell::Number(signatories.len() as u64),
    ];
    total.push(Cell::Number(holding as u64));
    total.extend(
        principles
            .iter()
            .map(|principle| Cell::Number(principle.shown as u64)),
    );
    Table {
        caption: question.words(
            "Année des preuves, par signataire et par principe",
            "Year of the evidence, by signatory and by principle",
        ),
        columns,
        rows: signatories.iter().map(row).collect(),
        total: Some(total),
    }
}

/// How many show each principle.
pub fn picture(question: &Question, principles: &[PrincipleFact], all: usize) -> Picture {
    let language = question.language;
    #[expect(
        clippy::cast_precision_loss,
        reason = "a few thousand signatories at most"
    )]
    let bar = |principle: &PrincipleFact| Bar {
        label: principle.label.clone(),
        values: vec![
            principle.shown as f64,
            (all - principle.shown.min(all)) as f64,
        ],
    };
    let said: Vec<String> = principles
        .iter()
        .map(|principle| {
            let (label, shown) = (&principle.label, language.number(principle.shown as u64));
            say!(language, fr: "{label}\u{a0}: {shown}", en: "{label}: {shown}")
        })
        .collect();
    let (all, said) = (language.number(all as u64), said.join(", "));
    Picture {
        title: question.words(
            "Signataires qui montrent chaque principe",
            "Signatories that show each principle",
        ),
        alternative: say!(language,
            fr: "Sur {all} signataires, nombre de ceux qui montrent chaque principe. {said}.",
            en: "Of {all} signatories, how many show each principle. {said}."),
        table: None,
        figure: Figure::Bars(Bars {
            unit: question.words("signataires", "signatories"),
            series: vec![
                question.words("montré", "shown"),
                question.words("non montré", "not shown"),
            ],
            stacked: true,
            bars: principles.iter().map(bar).collect(),
        }),
    }
}

/// Every piece of evidence.
pub fn proofs(
    question: &Question,
    principles: &[PrincipleFact],
    signatories: &[Signatory],
) -> Table {
    let mut rows = Vec::new();
    for one in signatories {
        for (principle, shown) in principles.iter().zip(&one.principles) {
            for Evidence { what, year } in &shown.evidence {
                rows.push(vec![
                    Cell::Text(one.name.clone()),
                    Cell::Text(principle.label.clone()),
                    Cell::Text(what.clone()),
                    year.map_or(Cell::Nothing, |year| Cell::Text(year.to_string())),
                ]);
            }
        }
    }
    Table {
        caption: question.words("Ce que chacun montre", "What each one shows"),
        columns: vec![
            question.words("signataire", "signatory"),
            question.words("principe", "principle"),
            question.words("preuve", "evidence"),
            question.words("année", "year"),
        ],
        rows,
        total: None,
    }
}
