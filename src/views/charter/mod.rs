//! The charter: each signatory against the principles, which are inseparable.

mod chart;
mod data;
mod gathered;
mod tables;

use crate::language::Bilingual;
use crate::say;
use crate::views::parts::nouns::{SIGNATORIES, counted};
use crate::views::parts::{charter_scope, days_in_words, invented, with_filter};
use crate::views::view::{Facts, Piece, Question, ReportScope, Section, View};

use gathered::{CharterFacts, Signatory};

/// The report `charter`.
pub const VIEW: View = View {
    name: "charter",
    about: Bilingual {
        fr: "chaque signataire face aux principes de la charte, avec ses preuves",
        en: "each signatory against the principles of the charter, with its evidence",
    },
    of: ReportScope::Network,
    gather,
};

/// The rules of counting, printed under the report.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "signataires\u{a0}: acteurs dont la fiche porte une signature datée au plus tard de la \
            fin de la période",
        en: "signatories: actors whose record bears a signature dated no later than the end of \
            the period",
    },
    Bilingual {
        fr: "un principe est montré par au moins une preuve, sans date ou datée au plus tard de la \
            fin de la période",
        en: "a principle is shown by at least one piece of evidence, undated or dated no later \
            than the end of the period",
    },
    Bilingual {
        fr: "les principes sont inséparables\u{a0}: la charte tient quand chacun est montré",
        en: "the principles are inseparable: the charter holds where each is shown",
    },
];

fn gather(question: &Question) -> Facts {
    // The scope names the day even if nobody chose one: signatures and evidence count up to it.
    let question = &Question {
        dated: true,
        ..question.clone()
    };
    let facts = gathered::gather(question);
    let period = days_in_words(question);
    Facts {
        report: VIEW.name,
        title: with_filter(
            question,
            say!(question.language,
                fr: "La charte, signataire par signataire · {period}",
                en: "The charter, signatory by signatory · {period}"),
        ),
        invented: invented(question),
        sections: sections(question, &facts),
        scope: charter_scope(question, RULES),
        data: data::tables(question, &facts),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    }
}

/// The sections in reading order; a single sentence where there is nobody or nothing to compare.
fn sections(question: &Question, facts: &CharterFacts) -> Vec<Section> {
    let matrix = Section::new(
        "matrice",
        2,
        question.words("Signataires et principes", "Signatories and principles"),
    );
    if facts.signatories.is_empty() || facts.principles.is_empty() {
        return vec![matrix.with([Piece::Text(question.words(
            "Aucune signature n'est consignée pour cette période et avec ces filtres.",
            "No signature is recorded for this period and with these filters.",
        ))])];
    }
    let by_principle = question.words("Principe par principe", "Principle by principle");
    let missing = question.words("Ce qui reste à montrer", "What is still to be shown");
    let evidence = question.words("Les preuves", "The evidence");
    vec![
        matrix.with([
            Piece::Text(in_brief(question, facts)),
            Piece::Note(legend(question, facts)),
            Piece::Table(tables::signatories_by_principle(question, facts)),
        ]),
        Section::new("principes", 2, by_principle).with([Piece::picture(
            chart::signatories_by_principle(question, facts),
        )]),
        Section::new("manques", 2, missing).with([missing_evidence(question, facts)]),
        Section::new("preuves", 2, evidence)
            .with([Piece::Table(tables::evidence(question, facts))]),
    ]
}

/// The numbers of signatories, and of those that show every principle, in a sentence.
fn in_brief(question: &Question, facts: &CharterFacts) -> String {
    let language = question.language;
    let signatories = counted(facts.signed, &SIGNATORIES, language);
    let complete = language.number(facts.with_every_principle);
    say!(language,
        fr: "{signatories}\u{202f}; la charte tient (chaque principe est montré)\u{a0}: \
            {complete}.",
        en: "{signatories}; the charter holds (each principle is shown): {complete}.")
}

/// The meaning of the matrix's numbers and years.
fn legend(question: &Question, facts: &CharterFacts) -> String {
    let principles: Vec<String> = facts
        .principles
        .iter()
        .enumerate()
        .map(|(index, principle)| format!("{} {}", index + 1, principle.label))
        .collect();
    let principles = principles.join(" · ");
    say!(question.language,
        fr: "{principles}. Une année est celle de la preuve la plus récente\u{202f}; \
            «\u{a0}oui\u{a0}», une preuve sans année.",
        en: "{principles}. A year is that of the latest evidence; “yes”, evidence without a year.")
}

/// The signatories with the principles that they do not show yet.
fn missing_evidence(question: &Question, facts: &CharterFacts) -> Piece {
    let lines: Vec<String> = facts
        .signatories
        .iter()
        .filter(|signatory| !signatory.has_every_principle)
        .map(|signatory| missing_principles(question, facts, signatory))
        .collect();
    if lines.is_empty() {
        Piece::Text(question.words(
            "Chaque signataire montre chaque principe.",
            "Every signatory shows every principle.",
        ))
    } else {
        Piece::List(lines)
    }
}

/// A signatory and the principles that it does not show yet, in a line.
fn missing_principles(question: &Question, facts: &CharterFacts, signatory: &Signatory) -> String {
    let pairs = facts.principles.iter().zip(&signatory.principles);
    let missing: Vec<&str> = pairs
        .filter(|(_, shown)| shown.evidence.is_empty())
        .map(|(principle, _)| principle.label.as_str())
        .collect();
    let (name, missing) = (&signatory.name, missing.join(", "));
    say!(question.language, fr: "{name}\u{a0}: {missing}", en: "{name}: {missing}")
}
