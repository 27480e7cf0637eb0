//! The charter: each signatory against the principles, which hold together or not at all.

use serde::Serialize;

use crate::language::Both;
use crate::network::ActorRecord;
use crate::records::{ActorCharter, Proof};
use crate::say;
use crate::views::parts::{Alphabet, invented, report_scope};
use crate::views::view::{Bar, Bars, Cell, Facts, Figure, Picture, Piece, Question, Section, Table, View};

/// The view.
pub const VIEW: View = View {
    name: "charter",
    about: Both {
        fr: "chaque signataire face aux principes de la charte, avec ses preuves",
        en: "each signatory against the principles of the charter, with its evidence",
    },
    gather,
};

/// How signatories and principles are counted.
const RULES: &[Both] = &[
    Both {
        fr: "signataires\u{a0}: acteurs dont la fiche porte une signature, de la fin de la période au plus tard",
        en: "signatories: actors whose record bears a signature, from the end of the period at the latest",
    },
    Both {
        fr: "un principe est montré par une preuve au moins, sans date ou de la fin de la période au plus tard",
        en: "a principle is shown by one piece of evidence at least, without a date or from the end of the period at the latest",
    },
    Both {
        fr: "les principes sont inséparables\u{a0}: la charte tient quand chacun est montré",
        en: "the principles are inseparable: the charter holds where each is shown",
    },
];

/// A principle with how many signatories show it.
#[derive(Clone, Debug, Serialize)]
struct PrincipleFact {
    id: String,
    label: String,
    shown: usize,
}

/// A signatory.
#[derive(Clone, Debug, Serialize)]
struct Signatory {
    id: String,
    name: String,
    territory: String,
    signed: u16,
    principles: Vec<Shown>,
    holds: bool,
}

/// What a signatory shows of one principle.
#[derive(Clone, Debug, Serialize)]
struct Shown {
    principle: String,
    evidence: Vec<Evidence>,
}

/// One piece of evidence.
#[derive(Clone, Debug, Serialize)]
struct Evidence {
    what: String,
    year: Option<u16>,
}

fn gather(question: &Question) -> Facts {
    let question = &Question { dated: true, ..question.clone() };
    let (network, language) = (question.network, question.language);
    let mut signatories: Vec<Signatory> = network
        .actors
        .iter()
        .filter(|actor| asked(question, actor))
        .filter_map(|actor| signatory(question, actor))
        .collect();
    let alphabet = Alphabet::new();
    signatories.sort_by(|one, other| alphabet.compare(&one.name, &other.name));
    let principle = |(at, (id, principle)): (usize, &(String, crate::charter::Principle))| PrincipleFact {
        id: id.clone(),
        label: principle.label(language).to_owned(),
        shown: signatories.iter().filter(|one| !one.principles[at].evidence.is_empty()).count(),
    };
    let principles: Vec<PrincipleFact> =
        network.charter.principles.0.iter().enumerate().map(principle).collect();
    let holding = signatories.iter().filter(|one| one.holds).count();
    let asked = question.asked;
    Facts {
        report: VIEW.name,
        title: say!(language, fr: "La charte, signataire par signataire · {asked}", en: "The charter, signatory by signatory · {asked}"),
        invented: invented(question),
        sections: sections(question, &principles, &signatories),
        scope: report_scope(question, RULES),
        facts: serde_json::json!({
            "principles": principles,
            "signatories": signatories,
            "signed": signatories.len(),
            "holding": holding,
        }),
        ..Facts::default()
    }
}

/// Whether an actor passes the question's filters.
fn asked(question: &Question, actor: &ActorRecord) -> bool {
    let mut places = std::iter::once(&actor.home).chain(&actor.body.also_in);
    let inside = question
        .territory
        .as_ref()
        .is_none_or(|wanted| places.any(|place| question.network.lies_in(place, wanted)));
    let of_theme =
        || question.network.dynamics_with(actor).any(|dynamic| dynamic.body.theme == question.theme);
    inside && (question.theme.is_none() || of_theme())
}

fn signatory(question: &Question, actor: &ActorRecord) -> Option<Signatory> {
    let network = question.network;
    let charter = actor.body.charter.as_ref()?;
    let signed = charter.signed.filter(|when| when.first() <= question.asked.last)?;
    let shown = |(id, _): &(String, crate::charter::Principle)| Shown {
        principle: id.clone(),
        evidence: evidence(question, charter, id),
    };
    let principles: Vec<Shown> = network.charter.principles.0.iter().map(shown).collect();
    Some(Signatory {
        id: actor.id.to_string(),
        name: actor.name(),
        territory: network.territory_label(&actor.home),
        signed: signed.year(),
        holds: !principles.is_empty() && principles.iter().all(|one| !one.evidence.is_empty()),
        principles,
    })
}

/// The evidence of a principle that there was by the end of the period.
fn evidence(question: &Question, charter: &ActorCharter, principle: &str) -> Vec<Evidence> {
    let last = question.asked.last.year;
    let proofs = charter.evidence.get(principle).map_or(&[][..], |proofs| &proofs.0);
    let in_time = proofs.iter().filter(|proof| proof.year.is_none_or(|year| year <= last));
    in_time.map(|Proof { what, year, .. }| Evidence { what: what.clone(), year: *year }).collect()
}

fn sections(question: &Question, principles: &[PrincipleFact], signatories: &[Signatory]) -> Vec<Section> {
    let language = question.language;
    let words = |fr: &'static str, en: &'static str| Both { fr, en }.in_(language);
    let matrix = Section::new("matrice", 2, words("Signataires et principes", "Signatories and principles"));
    if signatories.is_empty() || principles.is_empty() {
        let nobody = words(
            "Aucun signataire dans cette période et avec ces filtres.",
            "No signatory in this period and with these filters.",
        );
        return vec![matrix.with([Piece::Text(nobody.to_owned())])];
    }
    let missing: Vec<String> =
        signatories.iter().filter(|one| !one.holds).map(|one| lacking(question, principles, one)).collect();
    let without = if missing.is_empty() {
        let all =
            words("Chaque signataire montre chaque principe.", "Every signatory shows every principle.");
        Piece::Text(all.to_owned())
    } else {
        Piece::List(missing)
    };
    vec![
        matrix.with([
            Piece::Text(in_brief(question, signatories)),
            Piece::Note(legend(question, principles)),
            Piece::Table(table(question, principles, signatories)),
        ]),
        Section::new("principes", 2, words("Principe par principe", "Principle by principle"))
            .with([Piece::Picture(Box::new(picture(question, principles, signatories.len())))]),
        Section::new("manques", 2, words("Ce qui reste à montrer", "What is still to be shown"))
            .with([without]),
        Section::new("preuves", 2, words("Les preuves", "The evidence")).with([Piece::Table(proofs(
            question,
            principles,
            signatories,
        ))]),
    ]
}

fn in_brief(question: &Question, signatories: &[Signatory]) -> String {
    let language = question.language;
    let holding = signatories.iter().filter(|one| one.holds).count();
    let (all, in_english) = (
        language.count(signatories.len(), "signataire", "signataires"),
        language.count(signatories.len(), "signatory", "signatories"),
    );
    let holding = language.number(holding as u64);
    say!(language,
        fr: "{all}\u{202f}; la charte tient, chacun des principes étant montré, chez {holding}.",
        en: "{in_english}; the charter holds, each principle being shown, with {holding}.")
}

/// What a signatory does not show.
fn lacking(question: &Question, principles: &[PrincipleFact], signatory: &Signatory) -> String {
    let pairs = principles.iter().zip(&signatory.principles);
    let absent = pairs.filter(|(_, shown)| shown.evidence.is_empty());
    let absent: Vec<&str> = absent.map(|(principle, _)| principle.label.as_str()).collect();
    let (name, absent) = (&signatory.name, absent.join(", "));
    say!(question.language, fr: "{name}\u{a0}: {absent}", en: "{name}: {absent}")
}

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
fn legend(question: &Question, principles: &[PrincipleFact]) -> String {
    let named = principles.iter().enumerate().map(|(at, one)| format!("{} {}", at + 1, one.label));
    let named = named.collect::<Vec<_>>().join(" · ");
    say!(question.language,
        fr: "{named}. Une année est celle de la preuve la plus récente\u{202f}; «\u{a0}oui\u{a0}», une preuve sans année.",
        en: "{named}. A year is that of the latest evidence; “yes”, evidence without a year.")
}

fn table(question: &Question, principles: &[PrincipleFact], signatories: &[Signatory]) -> Table {
    let words = |fr: &'static str, en: &'static str| Both { fr, en }.in_(question.language).to_owned();
    let mut columns = vec![words("signataire", "signatory"), words("signée", "signed")];
    columns.push(words("tient", "holds"));
    columns.extend((1..=principles.len()).map(|number| number.to_string()));
    let row = |one: &Signatory| {
        let holds = if one.holds { words("oui", "yes") } else { words("non", "no") };
        let mut row =
            vec![Cell::Text(one.name.clone()), Cell::Text(one.signed.to_string()), Cell::Text(holds)];
        row.extend(one.principles.iter().map(|shown| year(question, shown)));
        row
    };
    let holding = signatories.iter().filter(|one| one.holds).count();
    let mut total = vec![Cell::Text(words("total", "total")), Cell::Number(signatories.len() as u64)];
    total.push(Cell::Number(holding as u64));
    total.extend(principles.iter().map(|principle| Cell::Number(principle.shown as u64)));
    Table {
        caption: words(
            "Année des preuves, par signataire et par principe",
            "Year of the evidence, by signatory and by principle",
        ),
        columns,
        rows: signatories.iter().map(row).collect(),
        total: Some(total),
    }
}

fn picture(question: &Question, principles: &[PrincipleFact], all: usize) -> Picture {
    let language = question.language;
    let words = |fr: &'static str, en: &'static str| Both { fr, en }.in_(language).to_owned();
    #[expect(clippy::cast_precision_loss, reason = "a few thousand signatories at most")]
    let bar = |principle: &PrincipleFact| Bar {
        label: principle.label.clone(),
        values: vec![principle.shown as f64, (all - principle.shown.min(all)) as f64],
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
        title: words("Signataires qui montrent chaque principe", "Signatories that show each principle"),
        alternative: say!(language,
            fr: "Sur {all} signataires, nombre de ceux qui montrent chaque principe. {said}.",
            en: "Of {all} signatories, how many show each principle. {said}."),
        table: None,
        figure: Figure::Bars(Bars {
            unit: words("signataires", "signatories"),
            series: vec![words("montré", "shown"), words("non montré", "not shown")],
            stacked: true,
            bars: principles.iter().map(bar).collect(),
        }),
    }
}

fn proofs(question: &Question, principles: &[PrincipleFact], signatories: &[Signatory]) -> Table {
    let words = |fr: &'static str, en: &'static str| Both { fr, en }.in_(question.language).to_owned();
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
        caption: words("Ce que chacun montre", "What each one shows"),
        columns: vec![
            words("signataire", "signatory"),
            words("principe", "principle"),
            words("preuve", "evidence"),
            words("année", "year"),
        ],
        rows,
        total: None,
    }
}
