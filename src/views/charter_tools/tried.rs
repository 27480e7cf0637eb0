//! An amendment tried before the vote: which records would pass from holding to failing, and back.

use serde::Serialize;

use crate::charter::{Charter, CompiledCharter, CompiledCriterion, Criterion};
use crate::language::{Bilingual, Language};
use crate::network::values::Verdict;
use crate::say;
use crate::views::charter_tools::changes::{Change, Turn, changes};
use crate::views::charter_tools::passages::{Passage, grouped, list, passage};
use crate::views::charter_tools::tally::{Before, day, day_told, noun, principles, records};
use crate::views::charter_tools::words::sentence;
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
    /// What it looks at today and then, in words.
    #[serde(skip)]
    looked: [String; 2],
    /// How grave what it finds is.
    level: &'static str,
    /// Whether it asks for something else in the same sentence.
    sentence_stays: bool,
}

/// What would change for the records.
#[must_use]
pub fn tried(question: &Question, proposal: &Proposal) -> Facts {
    let question = &Question {
        dated: true,
        ..question.clone()
    };
    let language = question.language;
    let records = records(question);
    let network = question.network;
    let laws = [&network.charter, proposal.charter]
        .map(|charter| network.compile_charter(charter, language));
    let (mut tried, mut passages) = (Vec::new(), Vec::new());
    for change in changes(&network.charter, proposal.charter) {
        tried.push(try_one(
            question,
            proposal,
            &change,
            (&laws, &records),
            &mut passages,
        ));
    }
    let alphabet = Alphabet::new();
    passages.sort_by(|one, other| {
        other
            .would_fail
            .cmp(&one.would_fail)
            .then_with(|| alphabet.compare(&one.name, &other.name))
    });
    let on = day_told(question);
    Facts {
        report: "amendment",
        title: say!(language, fr: "Un amendement à l'essai · {on}", en: "An amendment on trial · \
            {on}"),
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
    (laws, records): (&[CompiledCharter; 2], &[Before]),
    passages: &mut Vec<Passage>,
) -> Tried {
    let (network, language) = (question.network, question.language);
    let [before, after] = [0, 1].map(|at| {
        crate::views::charter_tools::page::asked_on(&laws[at].criteria, change.id, question)
    });
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
    let looked = [(change.before, today), (change.after, later)];
    let looked = looked.map(|(one, sides)| {
        one.map_or_else(String::new, |one| noun(one, sides.looked_at, question))
    });
    Tried {
        looked,
        level: change
            .any()
            .map_or("", |one| one.level.severity().word(language)),
        sentence_stays: sentence_stays(change),
        id: change.id.to_owned(),
        finding: change
            .any()
            .map(|one| one.finding.get(language).to_owned())
            .unwrap_or_default(),
        what: change.what().get(language),
        turns: change.turns(language),
        today,
        then: later,
        would_fail: fail,
        would_hold: hold,
        examples_to_mend: examples.map_or(0, |(_, count)| *count),
        not_in_force: change
            .after
            .is_some_and(|after| !after.in_force(day(question))),
    }
}

/// Whether a criterion asks for something else, and still says the same of those in whom it is not
/// there.
fn sentence_stays(change: &Change) -> bool {
    let (Some(before), Some(after)) = (change.before, change.after) else {
        return false;
    };
    let asks = |one: &Criterion| (one.condition.clone(), one.requires.clone());
    asks(before) != asks(after) && before.finding == after.finding
}

impl Sides {
    fn count(&mut self, verdict: Verdict) {
        self.looked_at += usize::from(verdict != Verdict::NotApplicable);
        self.fail += usize::from(verdict == Verdict::Fails);
    }
}

fn verdict(compiled: Option<&CompiledCriterion>, record: &Before, principles: &[&str]) -> Verdict {
    compiled.map_or(Verdict::NotApplicable, |compiled| {
        record.judged.verdict(compiled, principles)
    })
}

fn sections(question: &Question, tried: &[Tried], passages: &[Passage]) -> Vec<Section> {
    let say = |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language);
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
    let brief = Section::new("bref", 2, say("En bref", "In brief"));
    let brief = brief.with([Piece::Text(in_brief(question, passages))]);
    let mut sections = vec![
        brief,
        Section::new("propose", 2, say("Ce qui est proposé", "What is proposed")),
    ];
    sections.extend(tried.iter().map(|one| proposed(question, one)));
    sections.extend(effect(question, passages, tried.len() > 1));
    sections
}

/// Which records would change sides: one by one, by theme, by territory.
fn effect(question: &Question, passages: &[Passage], several: bool) -> Vec<Section> {
    let say = |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language);
    let effect = Section::new("effet", 2, say("Fiche par fiche", "Record by record"));
    if passages.is_empty() {
        let none = say(
            "Aucune fiche ne change de côté.",
            "No record changes sides.",
        );
        return vec![effect.with([Piece::Text(none.to_owned())])];
    }
    let shown = &passages[..passages.len().min(SHOWN)];
    let mut pieces = vec![Piece::Table(list(question, shown, several))];
    if passages.len() > SHOWN {
        let more = question.language.number((passages.len() - SHOWN) as u64);
        pieces.push(Piece::Note(say!(question.language,
            fr: "et {more} de plus, que --format json énumère",
            en: "and {more} more, which --format json lists")));
    }
    let theme = |one: &Passage| one.theme.clone();
    let territory = |one: &Passage| Some(one.territory.clone());
    let themes = grouped(question, passages, &theme, say("thématique", "theme"));
    let territories = grouped(
        question,
        passages,
        &territory,
        say("territoire", "territory"),
    );
    let by =
        |id: &str, heading: &str, table| Section::new(id, 2, heading).with([Piece::Table(table)]);
    vec![
        effect.with(pieces),
        by("thematiques", say("Par thématique", "By theme"), themes),
        by(
            "territoires",
            say("Par territoire", "By territory"),
            territories,
        ),
    ]
}

/// What the vote would come to, in a sentence.
fn in_brief(question: &Question, passages: &[Passage]) -> String {
    let language = question.language;
    let fail = passages.iter().filter(|one| one.would_fail).count();
    let (fail, hold) = (fail, passages.len() - fail);
    let count = |count: usize| match language {
        Language::French => language.count(count, "fiche", "fiches"),
        Language::English => language.count(count, "record", "records"),
    };
    let (failing, holding) = (count(fail), count(hold));
    match (fail, hold) {
        (0, 0) => say!(language,
            fr: "Ce vote ne ferait changer de côté aucune fiche.",
            en: "This vote would make no record change sides."),
        (_, 0) => say!(language,
            fr: "Ce vote mettrait en défaut {failing}, en règle aujourd'hui\u{202f}; aucune ne \
                ferait le chemin inverse.",
            en: "This vote would take {failing} from holding to failing; none would go the other \
                way."),
        (0, _) => say!(language,
            fr: "Ce vote mettrait en règle {holding}, en défaut aujourd'hui\u{202f}; aucune ne \
                ferait le chemin inverse.",
            en: "This vote would take {holding} from failing to holding; none would go the other \
                way."),
        _ => say!(language,
            fr: "Ce vote mettrait en défaut {failing}, en règle aujourd'hui, et en règle \
                {holding}, en défaut aujourd'hui.",
            en: "This vote would take {failing} from holding to failing, and {holding} from \
                failing to holding."),
    }
}

/// A criterion put to the vote: what is changed, and how many records that touches.
fn proposed(question: &Question, tried: &Tried) -> Section {
    let language = question.language;
    let Tried {
        id,
        what,
        would_fail,
        would_hold,
        level,
        ..
    } = tried;
    let number = |count: usize| language.number(count as u64);
    let turn = |turn: &Turn| {
        let Turn { key, before, after } = turn;
        let quoted = |text: &str| {
            if text.is_empty() {
                "—".to_owned()
            } else {
                format!("`{text}`")
            }
        };
        let (before, after) = (quoted(before), quoted(after));
        say!(language, fr: "`{key}`\u{a0}: {before} → {after}", en: "`{key}`: {before} → {after}")
    };
    let mut lines: Vec<String> = tried.turns.iter().map(turn).collect();
    let [looked, would] = &tried.looked;
    let (fails, then_fails) = (number(tried.today.fail), number(tried.then.fail));
    if !looked.is_empty() {
        lines.push(say!(language,
            fr: "aujourd'hui, la règle regarde {looked} et trouve à redire à {fails}",
            en: "today the rule looks at {looked} and finds something in {fails}"));
    }
    if !would.is_empty() {
        lines.push(say!(language,
            fr: "ensuite, elle regarderait {would} et trouverait à redire à {then_fails}",
            en: "then it would look at {would} and find something in {then_fails}"));
    }
    let (fail, hold) = (number(*would_fail), number(*would_hold));
    lines.push(say!(language,
        fr: "de tenir à manquer\u{a0}: {fail}\u{202f}; de manquer à tenir\u{a0}: {hold}",
        en: "from holding to failing: {fail}; from failing to holding: {hold}"));
    lines.push(say!(language, fr: "gravité\u{a0}: {level}", en: "level: {level}"));
    lines.extend(to_do(tried, language));
    let finding = sentence(&tried.finding);
    Section::new(&format!("critere-{id}"), 3, format!("{id} ({what})"))
        .with([Piece::Text(finding), Piece::List(lines)])
}

/// What is to be thought of before the vote.
fn to_do(tried: &Tried, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if tried.sentence_stays {
        lines.push(say!(language,
            fr: "la phrase ci-dessus (`finding`) n'a pas changé\u{a0}: la relire avec la règle",
            en: "the sentence above (`finding`) has not changed: read it again with the rule"));
    }
    if tried.not_in_force {
        lines.push(say!(language,
            fr: "pas en vigueur à cette date\u{a0}: choisir le jour avec --at",
            en: "not in force at this date: choose the day with --at"));
    }
    if tried.examples_to_mend > 0 {
        let count = language.number(tried.examples_to_mend as u64);
        lines.push(say!(language,
            fr: "exemples du critère à récrire avec lui\u{a0}: {count}",
            en: "examples of the criterion to be rewritten with it: {count}"));
    }
    lines
}
