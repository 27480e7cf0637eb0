//! The charter: each signatory against the principles, which hold together or not at all.

mod tables;

use serde::Serialize;

use crate::language::Bilingual;
use crate::network::ActorRecord;
use crate::records::{ActorCharter, Proof};
use crate::say;
use crate::views::parts::{Alphabet, charter_scope, days_in_words, invented};
use crate::views::view::{Facts, Piece, Question, ReportScope, Section, View};

use tables::{legend, picture, proofs, table};

/// The view.
pub const VIEW: View = View {
    name: "charter",
    about: Bilingual {
        fr: "chaque signataire face aux principes de la charte, avec ses preuves",
        en: "each signatory against the principles of the charter, with its evidence",
    },
    of: ReportScope::Network,
    gather,
};

/// How signatories and principles are counted.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "signataires\u{a0}: acteurs dont la fiche porte une signature, de la fin de la période \
            au plus tard",
        en: "signatories: actors whose record bears a signature, from the end of the period at the \
            latest",
    },
    Bilingual {
        fr: "un principe est montré par une preuve au moins, sans date ou de la fin de la période \
            au plus tard",
        en: "a principle is shown by one piece of evidence at least, without a date or from the \
            end of the period at the latest",
    },
    Bilingual {
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
    let question = &Question {
        dated: true,
        ..question.clone()
    };
    let (network, language) = (question.network, question.language);
    let mut signatories: Vec<Signatory> = network
        .actors
        .iter()
        .filter(|actor| asked(question, actor))
        .filter_map(|actor| signatory(question, actor))
        .collect();
    let alphabet = Alphabet::new();
    signatories.sort_by(|one, other| alphabet.compare(&one.name, &other.name));
    let principle =
        |(at, (id, principle)): (usize, (&String, &crate::charter::Principle))| PrincipleFact {
            id: id.clone(),
            label: principle.label(language).to_owned(),
            shown: signatories
                .iter()
                .filter(|one| !one.principles[at].evidence.is_empty())
                .count(),
        };
    let principles: Vec<PrincipleFact> = network
        .charter
        .principles
        .iter()
        .enumerate()
        .map(principle)
        .collect();
    let holding = signatories.iter().filter(|one| one.holds).count();
    let asked = days_in_words(question);
    Facts {
        report: VIEW.name,
        title: say!(language, fr: "La charte, signataire par signataire · {asked}", en: "The \
            charter, signatory by signatory · {asked}"),
        invented: invented(question),
        sections: sections(question, &principles, &signatories),
        scope: charter_scope(question, RULES),
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
    let of_theme = || {
        question
            .network
            .dynamics_with(actor)
            .any(|dynamic| dynamic.body.theme == question.theme)
    };
    inside && (question.theme.is_none() || of_theme())
}

fn signatory(question: &Question, actor: &ActorRecord) -> Option<Signatory> {
    let network = question.network;
    let charter = actor.body.charter.as_ref()?;
    let signed = charter
        .signed
        .filter(|when| when.first() <= question.asked.last)?;
    let shown = |(id, _): (&String, &crate::charter::Principle)| Shown {
        principle: id.clone(),
        evidence: evidence(question, charter, id),
    };
    let principles: Vec<Shown> = network.charter.principles.iter().map(shown).collect();
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
    let proofs = charter
        .evidence
        .get(principle)
        .map_or(&[][..], |proofs| &proofs.0);
    let in_time = proofs
        .iter()
        .filter(|proof| proof.year.is_none_or(|year| year <= last));
    in_time
        .map(|Proof { what, year, .. }| Evidence {
            what: what.clone(),
            year: *year,
        })
        .collect()
}

fn sections(
    question: &Question,
    principles: &[PrincipleFact],
    signatories: &[Signatory],
) -> Vec<Section> {
    let language = question.language;
    let words = |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(language);
    let matrix = Section::new(
        "matrice",
        2,
        words("Signataires et principes", "Signatories and principles"),
    );
    if signatories.is_empty() || principles.is_empty() {
        let nobody = words(
            "Aucun signataire dans cette période et avec ces filtres.",
            "No signatory in this period and with these filters.",
        );
        return vec![matrix.with([Piece::Text(nobody.to_owned())])];
    }
    let missing: Vec<String> = signatories
        .iter()
        .filter(|one| !one.holds)
        .map(|one| lacking(question, principles, one))
        .collect();
    let without = if missing.is_empty() {
        let all = words(
            "Chaque signataire montre chaque principe.",
            "Every signatory shows every principle.",
        );
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
        Section::new(
            "principes",
            2,
            words("Principe par principe", "Principle by principle"),
        )
        .with([Piece::Picture(Box::new(picture(
            question,
            principles,
            signatories.len(),
        )))]),
        Section::new(
            "manques",
            2,
            words("Ce qui reste à montrer", "What is still to be shown"),
        )
        .with([without]),
        Section::new("preuves", 2, words("Les preuves", "The evidence"))
            .with([Piece::Table(proofs(question, principles, signatories))]),
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
    let absent: Vec<&str> = absent
        .map(|(principle, _)| principle.label.as_str())
        .collect();
    let (name, absent) = (&signatory.name, absent.join(", "));
    say!(question.language, fr: "{name}\u{a0}: {absent}", en: "{name}: {absent}")
}
