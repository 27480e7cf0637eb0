//! The report of `charter try`: the records that a proposal would make fail or pass.

use crate::language::Language;
use crate::say;
use crate::views::charter_tools::changes::KeyChange;
use crate::views::charter_tools::data;
use crate::views::charter_tools::outcomes::{evaluation_day_in_words, with_day};
use crate::views::charter_tools::proposal_outcomes::{Proposal, ProposalOutcome, evaluate};
use crate::views::charter_tools::side_changes::{SideChange, by_territory, by_theme, one_by_one};
use crate::views::charter_tools::wording::as_sentence;
use crate::views::parts::nouns::{RECORDS, counted};
use crate::views::parts::{charter_scope, invented};
use crate::views::view::{Facts, Piece, Question, Section};

/// Number of records listed one by one; nobody reads more before a vote.
const MAX_LISTED: usize = 2_000;

/// The outcomes of a proposal, before the vote.
#[must_use]
pub fn proposal_report(question: &Question, proposal: &Proposal) -> Facts {
    let question = &with_day(question);
    let outcomes = evaluate(question, proposal);
    let (criteria, side_changes) = (&outcomes.criteria, &outcomes.side_changes);
    let day = evaluation_day_in_words(question);
    Facts {
        report: "amendment",
        title: say!(question.language,
            fr: "Un amendement à l'essai · {day}",
            en: "An amendment tried out · {day}"),
        invented: invented(question),
        facts: serde_json::json!({ "criteria": criteria, "passages": side_changes }),
        sections: sections(question, criteria, side_changes),
        data: vec![data::side_changes(question, side_changes)],
        scope: charter_scope(question, &[]),
        ..Facts::about(question)
    }
}

fn sections(
    question: &Question,
    criteria: &[ProposalOutcome],
    side_changes: &[SideChange],
) -> Vec<Section> {
    let heading = question.words("Ce qui est proposé", "What is proposed");
    let proposal = Section::new("propose", 2, heading);
    if criteria.is_empty() {
        let same = question.words(
            "La proposition est identique à la charte d'aujourd'hui.",
            "The proposal is the same as today's charter.",
        );
        return vec![proposal.with([Piece::Text(same)])];
    }
    let brief = Section::new("bref", 2, question.words("En bref", "In brief"));
    let brief = brief.with([Piece::Text(in_brief(question, side_changes))]);
    let mut sections = vec![brief, proposal];
    let proposed = criteria
        .iter()
        .map(|outcome| criterion_section(question, outcome));
    sections.extend(proposed);
    sections.push(one_by_one_section(
        question,
        side_changes,
        criteria.len() > 1,
    ));
    if !side_changes.is_empty() {
        sections.extend(grouped_sections(question, side_changes));
    }
    sections
}

/// The numbers of records that would fail and pass after the vote, in a sentence.
fn in_brief(question: &Question, side_changes: &[SideChange]) -> String {
    let language = question.language;
    let would_fail = side_changes
        .iter()
        .filter(|change| change.would_fail)
        .count();
    let would_pass = side_changes.len() - would_fail;
    let failing = counted(would_fail, &RECORDS, language);
    let passing = counted(would_pass, &RECORDS, language);
    match (would_fail, would_pass) {
        (0, 0) => question.words(
            "Ce vote ne ferait changer de côté aucune fiche.",
            "This vote would not make any record change sides.",
        ),
        (_, 0) => say!(language,
            fr: "Ce vote mettrait en défaut {failing}, en règle aujourd'hui\u{202f}; aucune ne \
                ferait le chemin inverse.",
            en: "This vote would take {failing} from passing to failing; none would go the other \
                way."),
        (0, _) => say!(language,
            fr: "Ce vote mettrait en règle {passing}, en défaut aujourd'hui\u{202f}; aucune ne \
                ferait le chemin inverse.",
            en: "This vote would take {passing} from failing to passing; none would go the other \
                way."),
        _ => say!(language,
            fr: "Ce vote mettrait en défaut {failing}, en règle aujourd'hui, et en règle \
                {passing}, en défaut aujourd'hui.",
            en: "This vote would take {failing} from passing to failing, and {passing} from \
                failing to passing."),
    }
}

/// A criterion: its changes, and the numbers of records that would change sides.
fn criterion_section(question: &Question, outcome: &ProposalOutcome) -> Section {
    let language = question.language;
    let mut lines: Vec<String> = outcome
        .key_changes
        .iter()
        .map(|change| key_change_line(change, language))
        .collect();
    lines.extend(outcome_lines(outcome, language));
    lines.extend(to_do_lines(outcome, language));
    let (id, kind) = (&outcome.id, outcome.kind);
    Section::new(&format!("critere-{id}"), 3, format!("{id} ({kind})")).with([
        Piece::Text(as_sentence(&outcome.finding)),
        Piece::List(lines),
    ])
}

fn key_change_line(change: &KeyChange, language: Language) -> String {
    let key = change.key;
    let [before, after] = [&change.before, &change.after].map(|value| value_or_dash(value));
    say!(language, fr: "`{key}`\u{a0}: {before} → {after}", en: "`{key}`: {before} → {after}")
}

fn value_or_dash(value: &str) -> String {
    if value.is_empty() {
        "—".to_owned()
    } else {
        format!("`{value}`")
    }
}

/// The outcomes of a criterion today and under the proposal, and its level.
fn outcome_lines(outcome: &ProposalOutcome, language: Language) -> Vec<String> {
    let [failing, then_failing, would_fail, would_pass] = [
        outcome.today.fail,
        outcome.proposed.fail,
        outcome.would_fail,
        outcome.would_pass,
    ]
    .map(|count| language.number(count as u64));
    let [applicable, then_applicable] = &outcome.applicable;
    let mut lines = Vec::new();
    if let Some(applicable) = applicable {
        lines.push(say!(language,
            fr: "aujourd'hui, la règle regarde {applicable} et trouve à redire à {failing}",
            en: "today the rule looks at {applicable} and has findings in {failing}"));
    }
    if let Some(applicable) = then_applicable {
        lines.push(say!(language,
            fr: "ensuite, elle regarderait {applicable} et trouverait à redire à {then_failing}",
            en: "afterwards it would look at {applicable} and have findings in {then_failing}"));
    }
    lines.push(say!(language,
        fr: "passeraient en défaut\u{a0}: {would_fail}\u{202f}; passeraient en règle\u{a0}: \
            {would_pass}",
        en: "from passing to failing: {would_fail}; from failing to passing: {would_pass}"));
    let level = outcome.level;
    lines.push(say!(language, fr: "gravité\u{a0}: {level}", en: "level: {level}"));
    lines
}

/// The points to settle before the vote.
fn to_do_lines(outcome: &ProposalOutcome, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if outcome.keeps_sentence {
        lines.push(say!(language,
            fr: "la phrase ci-dessus (`finding`) n'a pas changé\u{a0}: la relire avec la règle",
            en: "the sentence above (`finding`) has not changed: read it again with the rule"));
    }
    if outcome.not_in_force {
        lines.push(say!(language,
            fr: "pas en vigueur à cette date\u{a0}: choisir le jour avec --at",
            en: "not in force at this date: choose the day with --at"));
    }
    if outcome.examples_to_fix > 0 {
        let count = language.number(outcome.examples_to_fix as u64);
        lines.push(say!(language,
            fr: "exemples du critère à récrire avec lui\u{a0}: {count}",
            en: "examples of the criterion to be rewritten with it: {count}"));
    }
    lines
}

/// The records that would change sides, one by one.
fn one_by_one_section(
    question: &Question,
    side_changes: &[SideChange],
    several_criteria: bool,
) -> Section {
    let heading = question.words("Fiche par fiche", "Record by record");
    let listed = side_changes.get(..MAX_LISTED).unwrap_or(side_changes);
    let table = Piece::table_or(
        one_by_one(question, listed, several_criteria),
        question.words(
            "Aucune fiche ne change de côté.",
            "No record changes sides.",
        ),
    );
    let mut section = Section::new("effet", 2, heading).with([table]);
    let not_listed = side_changes.len() - listed.len();
    if not_listed > 0 {
        let more = question.language.number(not_listed as u64);
        section = section.with([Piece::Note(say!(question.language,
            fr: "et {more} de plus, que --format json énumère",
            en: "and {more} more, which --format json lists"))]);
    }
    section
}

/// The numbers of records that would change sides, by theme and by territory.
fn grouped_sections(question: &Question, side_changes: &[SideChange]) -> [Section; 2] {
    let themes = question.words("Par thématique", "By theme");
    let territories = question.words("Par territoire", "By territory");
    [
        Section::new("thematiques", 2, themes)
            .with([Piece::Table(by_theme(question, side_changes))]),
        Section::new("territoires", 2, territories)
            .with([Piece::Table(by_territory(question, side_changes))]),
    ]
}
