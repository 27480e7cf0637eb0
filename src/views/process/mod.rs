//! The process: every followed territory and its stages, their durations, those without progress.
//!
//! A new report imitates this one. `gathered` asks the network and makes plain facts, which JSON
//! and templates read; `tables` and `chart` put facts into tables and pictures; this file puts
//! those into sections, with the words between them. Each of the three is plain functions from
//! facts to values: no counting outside `gathered`, no layout anywhere.

mod chart;
mod data;
mod gathered;
mod tables;

use crate::language::Bilingual;
use crate::say;
use crate::views::parts::nouns::{Noun, counted};
use crate::views::parts::{days_in_words, invented, report_scope_of_day, with_filter};
use crate::views::view::{Facts, Piece, Question, ReportScope, Section, View};

use gathered::{ProcessFacts, StageFact};

/// The report `process`.
pub const VIEW: View = View {
    name: "process",
    about: Bilingual {
        fr: "les territoires suivis et leurs étapes dans le processus, leurs durées, ceux qui \
            n'avancent plus",
        en: "the territories followed and their stages in the process, their durations, those that \
            no longer progress",
    },
    of: ReportScope::Network,
    gather,
};

/// The rules of counting, printed under the report.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "territoires que le réseau suit ou a suivis au plus tard à la fin de la période",
        en: "territories that the network follows or followed by the end of the period",
    },
    Bilingual {
        fr: "durée en années entières, de la première étape à l'émancipation, ou à la fin écrite \
            du suivi, ou à la fin de la période\u{202f}; elle n'est pas connue là où seule l'est \
            la dernière trace du suivi",
        en: "duration in whole years, from the first stage to emancipation, or to the written end \
            of the network's work, or to the end of the period; unknown where only the last trace \
            of that work is known",
    },
    Bilingual {
        fr: "sans mouvement\u{a0}: suivi à la fin de la période, non émancipé, dernière étape \
            franchie depuis plus d'un an à coup sûr",
        en: "no progress: followed at the end of the period, not emancipated, last stage reached \
            certainly more than a year ago",
    },
];

const FOLLOWED_TERRITORIES: Noun = Noun::new(
    ["territoire suivi", "territoires suivis"],
    ["followed territory", "followed territories"],
);

const TERRITORIES_WITHOUT_STAGE: Noun = Noun::new(
    [
        "territoire suivi n'a pas d'étape consignée",
        "territoires suivis n'ont pas d'étape consignée",
    ],
    [
        "followed territory has no recorded stage",
        "followed territories have no recorded stage",
    ],
);

const LAST_TRACED: Noun = Noun::new(
    [
        "territoire n'est connu que par la dernière année où un travail y est attesté, qui n'est \
            pas une fin",
        "territoires ne sont connus que par la dernière année où un travail y est attesté, qui \
            n'est pas une fin",
    ],
    [
        "territory is known only by the last year in which work is attested there, which is no end",
        "territories are known only by the last year in which work is attested there, which is no \
            end",
    ],
);

fn gather(question: &Question) -> Facts {
    let facts = gathered::gather(question);
    let period = days_in_words(question);
    Facts {
        report: VIEW.name,
        title: with_filter(
            question,
            say!(question.language,
                fr: "Le processus, territoire par territoire · {period}",
                en: "The process, territory by territory · {period}"),
        ),
        invented: invented(question),
        sections: sections(question, &facts),
        scope: report_scope_of_day(question, RULES),
        data: data::tables(question, &facts),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    }
}

/// The sections in reading order; a single sentence where the network follows no territory.
fn sections(question: &Question, facts: &ProcessFacts) -> Vec<Section> {
    if facts.territories.is_empty() {
        let sentence = question.words(
            "Aucun territoire suivi n'est consigné pour cette période et avec ces filtres.",
            "No followed territory is recorded for this period and with these filters.",
        );
        let path = path_section(question).with([Piece::Text(sentence)]);
        return std::iter::once(path)
            .chain(unfollowed(question, facts))
            .collect();
    }
    let mut sections = vec![
        path_section(question).with([
            Piece::Text(in_brief(question, facts)),
            Piece::picture(chart::stages_by_territory(question, facts)),
            Piece::Note(legend(question, facts)),
        ]),
        Section::new(
            "etapes",
            2,
            question.words("Où ils en sont", "Current stages"),
        )
        .with([Piece::picture(chart::territories_by_stage(question, facts))])
        .with(without_stage(question, facts)),
        Section::new("durees", 2, question.words("Durées", "Durations")).with([
            Piece::Text(against_usual(question, facts)),
            Piece::Table(tables::durations(question, facts)),
        ]),
        without_progress(question, facts),
        emancipations(question, facts),
    ];
    sections.extend(unfollowed(question, facts));
    sections
}

/// The territories with stages of which no record says that the network followed them; `None` if
/// there are none.
fn unfollowed(question: &Question, facts: &ProcessFacts) -> Option<Section> {
    let heading = question.words("Sans suivi attesté", "Without attested support");
    let note = question.words(
        "Ces territoires ont franchi des étapes, mais aucune fiche ne dit que le réseau les \
            suive\u{a0}: ils ne sont comptés nulle part ci-dessus.",
        "These territories have reached stages, but no record says that the network follows them: \
            they are counted nowhere above.",
    );
    (!facts.unfollowed.is_empty()).then(|| {
        Section::new("sans-suivi", 2, heading).with([
            Piece::Table(tables::unfollowed(question, facts)),
            Piece::Note(note),
        ])
    })
}

/// The first section, empty.
fn path_section(question: &Question) -> Section {
    let heading = question.words("Le chemin de chaque territoire", "Each territory's path");
    Section::new("chemin", 2, heading)
}

fn without_progress(question: &Question, facts: &ProcessFacts) -> Section {
    let heading = question.words(
        "Sans mouvement depuis plus d'un an",
        "No progress for more than a year",
    );
    let sentence = if facts.followed_now == 0 {
        question.words(
            "Aucun suivi n'est attesté à la fin de la période\u{a0}: rien ne peut en être dit.",
            "No support is attested at the end of the period: nothing can be said of it.",
        )
    } else {
        question.words(
            "Aucun des territoires dont le suivi est attesté à la fin de la période n'est, d'après \
                les fiches, resté plus d'un an sans franchir d'étape.",
            "None of the territories whose support is attested at the end of the period has, by \
                the records, gone more than a year without reaching a stage.",
        )
    };
    let table = tables::without_progress(question, facts);
    Section::new("arret", 2, heading)
        .with([Piece::table_or(table, sentence)])
        .with(last_traced(question, facts))
}

/// The number of territories of which nothing is known after a last trace, in a sentence.
fn last_traced(question: &Question, facts: &ProcessFacts) -> Option<Piece> {
    let sentence = counted(facts.last_traced, &LAST_TRACED, question.language);
    (facts.last_traced > 0).then(|| Piece::Note(format!("{sentence}.")))
}

fn emancipations(question: &Question, facts: &ProcessFacts) -> Section {
    let heading = question.words("Émancipations", "Emancipations");
    let sentence = question.words(
        "Aucune émancipation n'est consignée.",
        "No emancipation is recorded.",
    );
    let table = tables::emancipated(question, facts);
    Section::new("emancipations", 2, heading).with([Piece::table_or(table, sentence)])
}

/// The number of followed territories without a stage, so that the bars add up to all of them.
fn without_stage(question: &Question, facts: &ProcessFacts) -> Option<Piece> {
    let count = facts
        .territories
        .iter()
        .filter(|fact| fact.stands_at.is_none())
        .count();
    let sentence = counted(count, &TERRITORIES_WITHOUT_STAGE, question.language);
    (count > 0).then(|| Piece::Note(format!("{sentence}.")))
}

/// The meaning of the table's numbers and brackets.
fn legend(question: &Question, facts: &ProcessFacts) -> String {
    let stages: Vec<String> = facts.stages.iter().map(StageFact::name).collect();
    let stages = stages.join(" · ");
    say!(question.language,
        fr: "Étapes\u{a0}: {stages}. Une année entre crochets est déduite par qui a écrit la \
            fiche.",
        en: "Stages: {stages}. A year in brackets is inferred by the writer of the record.")
}

/// The numbers of territories followed, emancipated and standing still, in a sentence.
fn in_brief(question: &Question, facts: &ProcessFacts) -> String {
    let language = question.language;
    let followed = counted(facts.territories.len(), &FOLLOWED_TERRITORIES, language);
    let now = language.number(facts.followed_now);
    let emancipated = language.number(facts.emancipated);
    let still = language.number(facts.standing_still);
    say!(language,
        fr: "{followed}, à un moment ou à un autre\u{202f}; suivi attesté à la fin de la \
            période\u{a0}: {now}, dont sans mouvement depuis plus d'un an\u{a0}: \
            {still}\u{202f}; émancipés\u{a0}: {emancipated}.",
        en: "{followed}, at one time or another; support attested at the end of the period: \
            {now}, of which without progress for more than a year: {still}; emancipated: \
            {emancipated}.")
}

/// The numbers of territories below, within and above the usual duration, in a sentence.
fn against_usual(question: &Question, facts: &ProcessFacts) -> String {
    let language = question.language;
    let [under, within, over, unfinished] =
        [facts.under, facts.within, facts.over, facts.unfinished]
            .map(|count| language.number(count));
    let [least, most] = facts.usual_years;
    say!(language,
        fr: "Le chemin prend d'ordinaire de {least} à {most} ans. Émancipés en moins de \
            temps\u{a0}: {under}\u{202f}; dans cette durée\u{a0}: {within}\u{202f}; plus \
            longs, achevés ou non\u{a0}: {over}\u{202f}; non achevés, et dont la durée n'est \
            donc pas connue\u{a0}: {unfinished}.",
        en: "The path usually takes {least} to {most} years. Emancipated in less time: {under}; \
            within that range: {within}; longer, finished or not: {over}; not finished, so that \
            its duration is unknown: {unfinished}.")
}
