//! An amendment tried before the vote: which records would pass from holding to failing, and back.

use serde::Serialize;

use super::changes::{Change, Turn, changes};
use super::passages::{Passage, grouped, list, passage};
use super::tally::{Before, day, principles, records};
use super::words::sentence;
use crate::calendar::When;
use crate::charter::{Charter, Law, Statute};
use crate::language::Both;
use crate::network::values::Verdict;
use crate::say;
use crate::views::parts::{Alphabet, charter_scope, invented};
use crate::views::view::{Facts, Piece, Question, Section};

/// Records listed one by one; nobody reads more before a vote.
const SHOWN: usize = 2_000;

/// What is put to the vote.
pub struct Proposal<'c> {
    /// The charter as it would be.
    pub charter: &'c Charter,
    /// Examples of each changed criterion that would come out otherwise than they say.
    pub examples: Vec<(String, usize)>,
}

/// How many records hold and fail under a criterion, today and then.
#[derive(Clone, Copy, Default, Serialize)]
struct Sides {
    looked_at: usize,
    fail: usize,
}

/// A criterion put to the vote, with what it comes to.
#[derive(Serialize)]
struct Tried {
    id: String,
    finding: String,
    what: &'static str,
    turns: Vec<Turn>,
    today: Sides,
    then: Sides,
    would_fail: usize,
    would_hold: usize,
    examples_to_mend: usize,
    not_in_force: bool,
}

/// What would change for the records.
#[must_use]
pub fn tried(question: &Question, proposal: &Proposal) -> Facts {
    let question = &Question { dated: true, ..question.clone() };
    let language = question.language;
    let records = records(question);
    let network = question.network;
    let laws = [&network.charter, proposal.charter].map(|charter| network.law_of(charter, language));
    let (mut tried, mut passages) = (Vec::new(), Vec::new());
    for change in changes(&network.charter, proposal.charter) {
        tried.push(try_one(question, proposal, &change, (&laws, &records), &mut passages));
    }
    let alphabet = Alphabet::new();
    passages.sort_by(|one, other| {
        other.would_fail.cmp(&one.would_fail).then_with(|| alphabet.compare(&one.name, &other.name))
    });
    let on = When::Day(day(question)).told(language);
    Facts {
        report: "amendment",
        title: say!(language, fr: "Un amendement à l'essai · {on}", en: "An amendment on trial · {on}"),
        invented: invented(question),
        facts: serde_json::json!({ "criteria": tried, "passages": passages }),
        sections: sections(question, &tried, &passages),
        scope: charter_scope(question, &[]),
        ..Facts::default()
    }
}

fn try_one(
    question: &Question,
    proposal: &Proposal,
    change: &Change,
    (laws, records): (&[Law; 2], &[Before]),
    passages: &mut Vec<Passage>,
) -> Tried {
    let (network, language) = (question.network, question.language);
    let [before, after] = [0, 1].map(|at| super::page::asked_on(&laws[at].statutes, change.id, question));
    let (of_now, of_then) = (principles(&network.charter), principles(proposal.charter));
    let (mut today, mut later, mut fail, mut hold) = (Sides::default(), Sides::default(), 0, 0);
    for record in records {
        let one = verdict(before, record, &of_now);
        let other = verdict(after, record, &of_then);
        today.count(one);
        later.count(other);
        let (fails, would_fail) = (one == Verdict::Fails, other == Verdict::Fails);
        if fails != would_fail {
            fail += usize::from(would_fail);
            hold += usize::from(fails);
            passages.push(passage(question, change.id, record, would_fail));
        }
    }
    let examples = proposal.examples.iter().find(|(id, _)| id == change.id);
    Tried {
        id: change.id.to_owned(),
        finding: change.any().map(|one| one.finding.in_(language).to_owned()).unwrap_or_default(),
        what: change.what().in_(language),
        turns: change.turns(language),
        today,
        then: later,
        would_fail: fail,
        would_hold: hold,
        examples_to_mend: examples.map_or(0, |(_, count)| *count),
        not_in_force: change.after.is_some_and(|after| !after.in_force(day(question))),
    }
}

impl Sides {
    fn count(&mut self, verdict: Verdict) {
        self.looked_at += usize::from(verdict != Verdict::Apart);
        self.fail += usize::from(verdict == Verdict::Fails);
    }
}

fn verdict(statute: Option<&Statute>, record: &Before, principles: &[&str]) -> Verdict {
    statute.map_or(Verdict::Apart, |statute| record.judged.verdict(statute, principles))
}

fn sections(question: &Question, tried: &[Tried], passages: &[Passage]) -> Vec<Section> {
    let say = |fr: &'static str, en: &'static str| Both { fr, en }.in_(question.language);
    if tried.is_empty() {
        let same = say(
            "Ce qui est proposé dit la même chose que la charte d'aujourd'hui.",
            "What is proposed says the same as the charter of today.",
        );
        return vec![
            Section::new("propose", 2, say("Ce qui est proposé", "What is proposed"))
                .with([Piece::Text(same.to_owned())]),
        ];
    }
    let mut sections = vec![Section::new("propose", 2, say("Ce qui est proposé", "What is proposed"))];
    sections.extend(tried.iter().map(|one| proposed(question, one)));
    let effect = Section::new("effet", 2, say("Fiche par fiche", "Record by record"));
    if passages.is_empty() {
        let none = say("Aucune fiche ne change de côté.", "No record changes sides.");
        sections.push(effect.with([Piece::Text(none.to_owned())]));
        return sections;
    }
    let shown = &passages[..passages.len().min(SHOWN)];
    let mut pieces = vec![Piece::Table(list(question, shown, tried.len() > 1))];
    if passages.len() > SHOWN {
        let more = question.language.number((passages.len() - SHOWN) as u64);
        pieces.push(Piece::Note(say!(question.language,
            fr: "et {more} de plus, que --format json énumère",
            en: "and {more} more, which --format json lists")));
    }
    sections.push(effect.with(pieces));
    let theme = |one: &Passage| one.theme.clone();
    let territory = |one: &Passage| Some(one.territory.clone());
    let themes = grouped(question, passages, &theme, say("thématique", "theme"));
    let territories = grouped(question, passages, &territory, say("territoire", "territory"));
    sections
        .push(Section::new("thematiques", 2, say("Par thématique", "By theme")).with([Piece::Table(themes)]));
    sections.push(
        Section::new("territoires", 2, say("Par territoire", "By territory"))
            .with([Piece::Table(territories)]),
    );
    sections
}

/// A criterion put to the vote: what is changed, and how many records that touches.
fn proposed(question: &Question, tried: &Tried) -> Section {
    let language = question.language;
    let Tried { id, what, would_fail, would_hold, .. } = tried;
    let number = |count: usize| language.number(count as u64);
    let holding = |sides: Sides| number(sides.looked_at - sides.fail);
    let (now, then) = (holding(tried.today), holding(tried.then));
    let (looked, would) = (number(tried.today.looked_at), number(tried.then.looked_at));
    let turn = |turn: &Turn| {
        let Turn { key, before, after } = turn;
        let quoted = |text: &str| if text.is_empty() { "—".to_owned() } else { format!("`{text}`") };
        let (before, after) = (quoted(before), quoted(after));
        say!(language, fr: "`{key}`\u{a0}: {before} → {after}", en: "`{key}`: {before} → {after}")
    };
    let mut lines: Vec<String> = tried.turns.iter().map(turn).collect();
    lines.push(say!(language,
        fr: "aujourd'hui {looked} fiches regardées, dont {now} tiennent\u{202f}; ensuite {would}, dont {then} tiendraient",
        en: "today {looked} records looked at, of which {now} hold; then {would}, of which {then} would hold"));
    let (fail, hold) = (number(*would_fail), number(*would_hold));
    lines.push(say!(language,
        fr: "de tenir à manquer\u{a0}: {fail}\u{202f}; de manquer à tenir\u{a0}: {hold}",
        en: "from holding to failing: {fail}; from failing to holding: {hold}"));
    if tried.not_in_force {
        lines.push(say!(language,
            fr: "pas en vigueur à cette date\u{a0}: choisir le jour avec --at",
            en: "not in force at this date: choose the day with --at"));
    }
    if tried.examples_to_mend > 0 {
        let count = number(tried.examples_to_mend);
        lines.push(say!(language,
            fr: "exemples du critère à récrire avec lui\u{a0}: {count}",
            en: "examples of the criterion to be rewritten with it: {count}"));
    }
    let finding = sentence(&tried.finding);
    Section::new(&format!("critere-{id}"), 3, format!("{id} ({what})"))
        .with([Piece::Text(finding), Piece::List(lines)])
}
