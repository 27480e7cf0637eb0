//! Every criterion put to the proof of its own examples, and how often real records meet it.

use serde::Serialize;

use crate::language::Bilingual;
use crate::say;
use crate::views::charter_tools::tally::{OutcomeCounts, day, day_told, principles, records};
use crate::views::parts::{charter_scope, invented};
use crate::views::view::{Cell, Facts, Piece, Question, Section, Table};

/// How the examples of a criterion came out: for each, whether it did as it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tested {
    /// Name of the criterion.
    pub id: String,
    /// Whether its expressions can be read and mean something.
    pub readable: bool,
    /// Records that it was to let pass.
    pub right: Vec<bool>,
    /// Records in which it was to find something.
    pub wrong: Vec<bool>,
}

impl Tested {
    /// Whether it can be asked, and every example came out as it says.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.readable && self.right.iter().chain(&self.wrong).all(|passed| *passed)
    }
}

/// A criterion with its examples and its records.
#[derive(Serialize)]
struct Proof<'t> {
    #[serde(flatten)]
    tested: &'t Tested,
    in_force: bool,
    looked_at: usize,
    found: usize,
}

/// Every criterion on its examples and on the records of the network.
#[must_use]
pub fn tested<'t>(question: &Question, tested: &'t [Tested]) -> Facts {
    let question = &Question {
        dated: true,
        ..question.clone()
    };
    let (network, language) = (question.network, question.language);
    let law = network.compile_charter(&network.charter, language);
    let (records, principles) = (records(question), principles(&network.charter));
    let proof = |tested: &'t Tested| {
        let id = tested.id.as_str();
        let compiled = crate::views::charter_tools::page::asked_on(&law.criteria, id, question);
        let tally = compiled
            .map(|one| OutcomeCounts::of(one, &records, &principles))
            .unwrap_or_default();
        let in_force = network
            .charter
            .criteria
            .get(id)
            .is_some_and(|one| one.in_force(day(question)));
        Proof {
            tested,
            in_force,
            looked_at: tally.all(),
            found: tally.fail,
        }
    };
    let proofs: Vec<Proof> = tested.iter().map(proof).collect();
    let on = day_told(question);
    Facts {
        report: "charter-test",
        title: say!(language, fr: "Les critères à l'épreuve · {on}", en: "The criteria put to the \
            proof · {on}"),
        invented: invented(question),
        facts: serde_json::json!({ "criteria": proofs }),
        sections: sections(question, &proofs),
        scope: charter_scope(question, &[]),
        ..Facts::default()
    }
}

fn sections(question: &Question, proofs: &[Proof]) -> Vec<Section> {
    let language = question.language;
    let examples = proofs
        .iter()
        .flat_map(|proof| proof.tested.right.iter().chain(&proof.tested.wrong));
    let (all, passed) = (
        examples.clone().count(),
        examples.filter(|passed| **passed).count(),
    );
    let (all, passed) = (language.number(all as u64), language.number(passed as u64));
    let criteria = language.count(proofs.len(), "critère", "critères");
    let in_english = language.count(proofs.len(), "criterion", "criteria");
    let brief = say!(language,
        fr: "{criteria}\u{202f}; exemples qui disent ce qu'ils doivent dire\u{a0}: {passed} sur \
            {all}.",
        en: "{in_english}; examples that say what they are to say: {passed} of {all}.");
    let never = |proof: &&Proof| proof.in_force && proof.tested.readable && proof.looked_at == 0;
    let never: Vec<String> = proofs
        .iter()
        .filter(never)
        .map(|proof| format!("`{}`", proof.tested.id))
        .collect();
    let spared = if proofs.is_empty() {
        question
            .words(
                "Cette charte n'a pas de critère.",
                "This charter has no criterion.",
            )
            .clone()
    } else if never.is_empty() {
        question
            .words(
                "Chaque critère en vigueur regarde au moins une fiche.",
                "Every criterion in force looks at one record at least.",
            )
            .clone()
    } else {
        let never = never.join(", ");
        say!(language,
            fr: "Ne regardent aucune fiche\u{a0}: {never}.",
            en: "Look at no record: {never}.")
    };
    vec![
        Section::new(
            "epreuve",
            2,
            question.words("Exemples et fiches", "Examples and records"),
        )
        .with([
            Piece::Text(brief),
            Piece::Text(spared),
            Piece::Table(table(question, proofs)),
        ]),
    ]
}

fn remark(question: &Question, proof: &Proof) -> Cell {
    let say = |fr: &'static str, en: &'static str| {
        Cell::Text(Bilingual { fr, en }.get(question.language).to_owned())
    };
    match proof {
        Proof { tested, .. } if !tested.readable => say("illisible", "unreadable"),
        Proof { tested, .. } if !tested.passes() => say("exemple contraire", "example differs"),
        Proof {
            in_force: false, ..
        } => say("pas en vigueur", "not in force"),
        Proof { looked_at: 0, .. } => say("jamais rencontré", "never met"),
        Proof { tested, .. } if tested.right.is_empty() || tested.wrong.is_empty() => {
            say("exemple manquant", "example missing")
        }
        _ => Cell::Nothing,
    }
}

fn table(question: &Question, proofs: &[Proof]) -> Table {
    let language = question.language;
    let of = |tested: &Tested| {
        let all = tested.right.iter().chain(&tested.wrong);
        let (passed, all) = (all.clone().filter(|passed| **passed).count(), all.count());
        say!(language, fr: "{passed} sur {all}", en: "{passed} of {all}")
    };
    let row = |proof: &Proof| {
        vec![
            Cell::Text(proof.tested.id.clone()),
            remark(question, proof),
            Cell::Text(of(proof.tested)),
            Cell::Number(proof.looked_at as u64),
            Cell::Number(proof.found as u64),
        ]
    };
    Table {
        caption: question.words(
            "Les critères, leurs exemples et les fiches",
            "The criteria, their examples and the records",
        ),
        columns: vec![
            question.words("critère", "criterion"),
            question.words("remarque", "remark"),
            question.words("exemples", "examples"),
            question.words("fiches", "records"),
            question.words("constats", "findings"),
        ],
        rows: proofs.iter().map(row).collect(),
        total: None,
    }
}
