//! The signatories of the charter with their evidence, gathered and counted.

use serde::Serialize;

use crate::network::ActorRecord;
use crate::records::{ActorCharter, Proof};
use crate::views::parts::Alphabet;
use crate::views::view::Question;

/// The facts of the charter, as templates and machines read them.
#[derive(Serialize)]
pub struct CharterFacts {
    /// The principles of the charter, in order.
    pub principles: Vec<PrincipleFact>,
    /// The signatories, by name.
    pub signatories: Vec<Signatory>,
    /// Number of signatories.
    pub signed: usize,
    /// Number of signatories that show every principle.
    #[serde(rename = "holding")]
    pub with_every_principle: u64,
}

/// A principle.
#[derive(Serialize)]
pub struct PrincipleFact {
    /// Id in the charter.
    pub id: String,
    /// Label in the reader's language.
    pub label: String,
    /// Number of signatories that show the principle.
    #[serde(rename = "shown")]
    pub signatories: u64,
}

/// A signatory.
#[derive(Serialize)]
pub struct Signatory {
    /// Id of the record.
    pub id: String,
    /// Name of the actor.
    pub name: String,
    /// Name of the actor's territory.
    pub territory: String,
    /// Year of the signature.
    pub signed: u16,
    /// Evidence of each principle, in the order of the charter.
    pub principles: Vec<PrincipleEvidence>,
    /// Whether there is evidence of every principle.
    #[serde(rename = "holds")]
    pub has_every_principle: bool,
}

/// A signatory's evidence of one principle; empty where the principle is not shown.
#[derive(Serialize)]
pub struct PrincipleEvidence {
    /// Id of the principle.
    pub principle: String,
    /// Pieces of evidence, as the record orders them.
    pub evidence: Vec<Evidence>,
}

/// A piece of evidence.
#[derive(Serialize)]
pub struct Evidence {
    /// Description, as the record writes it.
    pub what: String,
    /// Year, where the record has one.
    pub year: Option<u16>,
}

/// Gathers the signatories that the question asks for, by name, and counts them.
pub fn gather(question: &Question) -> CharterFacts {
    let mut signatories: Vec<Signatory> = question
        .network
        .actors
        .iter()
        .filter(|actor| is_asked_for(question, actor))
        .filter_map(|actor| signatory(question, actor))
        .collect();
    let alphabet = Alphabet::new();
    signatories.sort_by(|left, right| alphabet.compare(&left.name, &right.name));
    let complete = signatories
        .iter()
        .filter(|signatory| signatory.has_every_principle);
    CharterFacts {
        principles: principles(question, &signatories),
        signed: signatories.len(),
        with_every_principle: complete.count() as u64,
        signatories,
    }
}

/// The principles of the charter, each with the number of signatories that show it.
fn principles(question: &Question, signatories: &[Signatory]) -> Vec<PrincipleFact> {
    let principles = question.network.charter.principles.iter();
    principles
        .enumerate()
        .map(|(index, (id, principle))| PrincipleFact {
            id: id.clone(),
            label: principle.label(question.language).to_owned(),
            signatories: signatories
                .iter()
                .filter_map(|signatory| signatory.principles.get(index))
                .filter(|principle| !principle.evidence.is_empty())
                .count() as u64,
        })
        .collect()
}

/// Whether an actor passes the question's filters: the actor is at work in the territory asked
/// for, and takes part in a dynamic of the theme asked for.
fn is_asked_for(question: &Question, actor: &ActorRecord) -> bool {
    let mut dynamics = question.network.dynamics_with(actor);
    question.covers_any(&actor.home, &actor.body.also_in)
        && (question.theme.is_none()
            || dynamics.any(|dynamic| dynamic.body.theme == question.theme))
}

/// An actor that signed by the end of the period; `None` for every other actor.
fn signatory(question: &Question, actor: &ActorRecord) -> Option<Signatory> {
    let network = question.network;
    let charter = actor.body.charter.as_ref()?;
    let signed = charter
        .signed
        .filter(|date| date.first() <= question.asked.last)?;
    let principles: Vec<PrincipleEvidence> = network
        .charter
        .principles
        .iter()
        .map(|(id, _)| PrincipleEvidence {
            principle: id.clone(),
            evidence: evidence(question, charter, id),
        })
        .collect();
    Some(Signatory {
        id: actor.id.to_string(),
        name: actor.name(),
        territory: network.territory_label(&actor.home),
        signed: signed.year(),
        // A charter without principles is shown by nobody, rather than by everybody.
        has_every_principle: !principles.is_empty()
            && principles.iter().all(|shown| !shown.evidence.is_empty()),
        principles,
    })
}

/// The evidence of a principle that existed by the end of the period; undated evidence counts.
fn evidence(question: &Question, charter: &ActorCharter, principle: &str) -> Vec<Evidence> {
    let last_year = question.asked.last.year;
    let proofs = charter.evidence.get(principle);
    proofs
        .iter()
        .flat_map(|proofs| &proofs.0)
        .filter(|proof| proof.year.is_none_or(|year| year <= last_year))
        .map(|Proof { what, year, .. }| Evidence {
            what: what.clone(),
            year: *year,
        })
        .collect()
}
