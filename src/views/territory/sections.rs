//! The sheet from top to bottom: the place, the way of its collective, what is done there.

use crate::calendar::{Day, PartialDate};
use crate::records::TerritoryId;
use crate::say;
use crate::views::parts::observed;
use crate::views::parts::time_axis::{date_position, day_position};
use crate::views::view::{
    Figure, Picture, Piece, Question, Section, Timeline, TimelineMark, TimelineRow, TimelineSpan,
};

use crate::views::territory::facts::{CollectiveFact, StageFact, TerritoryFacts};
use crate::views::territory::gathered::shown;
use crate::views::territory::{place, tables};

/// Its sections.
pub fn sections(question: &Question, id: &TerritoryId, facts: &TerritoryFacts) -> Vec<Section> {
    let section = |id, fr, en| Section::new(id, 2, question.words(fr, en));
    let mut sections = vec![
        section("le-territoire", "Le territoire", "The territory").with(who(question, id, facts)),
    ];
    let collective = section(
        "collectif",
        "Le collectif et son chemin",
        "The collective and its way",
    );
    sections.push(collective.with(way(question, facts)));
    if !facts.inside.is_empty() {
        let inside = section(
            "a-l-interieur",
            "Territoires suivis à l'intérieur",
            "Territories followed inside it",
        );
        sections.push(inside.with([Piece::Table(tables::inside(question, facts))]));
    }
    let none = question.words(
        "Aucune dynamique n'est connue ici.",
        "No dynamic is known here.",
    );
    let dynamics = section("dynamiques", "Les dynamiques", "The dynamics");
    sections.push(dynamics.with([Piece::table_or(tables::dynamics(question, facts), &none)]));
    let nobody = question.words(
        "Aucun partenaire n'est connu ici.",
        "No partner is known here.",
    );
    let partners = section(
        "partenaires",
        "Les partenaires, par famille",
        "Partners, by family",
    );
    sections.push(partners.with([Piece::table_or(tables::families(question, facts), &nobody)]));
    let helps = section(
        "leviers-et-freins",
        "Ce qui aide, ce qui freine",
        "What helps, what hinders",
    );
    sections.push(helps.with(observations(question, facts)));
    let none = question.words(
        "Aucune convention n'est écrite.",
        "No agreement is recorded.",
    );
    let agreements = section("conventions", "Les conventions", "The agreements");
    sections.push(agreements.with([Piece::table_or(tables::agreements(question, facts), &none)]));
    sections
}

fn who(question: &Question, id: &TerritoryId, facts: &TerritoryFacts) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = facts.summary.iter().cloned().map(Piece::Prose).collect();
    let code = facts
        .code
        .as_ref()
        .map(|code| format!("{} {code}", facts.kind));
    let authority = facts.authority.as_ref().map(
        |body| say!(question.language, fr: "collectivité\u{a0}: {body}", en: "authority: {body}"),
    );
    let known = [Some(code.unwrap_or_else(|| facts.kind.clone())), authority];
    let known: Vec<String> = known
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    if !known.is_empty() {
        pieces.push(Piece::Text(known.join(" · ")));
    }
    pieces.push(Piece::Table(tables::figures(question, facts)));
    pieces.extend(
        place::picture(question, id, &shown(question, id))
            .map(|picture| Piece::Picture(Box::new(picture))),
    );
    pieces
}

fn way(question: &Question, facts: &TerritoryFacts) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if let Some(collective) = &facts.collective {
        pieces.push(Piece::List(collective_told(question, collective)));
    }
    if facts.stages.iter().any(|stage| !stage.reached.is_empty()) {
        pieces.push(Piece::Picture(Box::new(timeline(question, facts))));
        if facts.stages.iter().any(|stage| stage.inferred) {
            pieces.push(Piece::Note(question.words(
                "Une date entre crochets est déduite par qui a écrit la fiche.",
                "A date in brackets is inferred by the writer of the record.",
            )));
        }
    } else {
        let none = "Les fiches ne disent d'aucune étape qu'elle est franchie.";
        pieces.push(Piece::Text(
            question.words(none, "The records tell of no stage that it was reached."),
        ));
    }
    pieces
}

fn collective_told(question: &Question, fact: &CollectiveFact) -> Vec<String> {
    let language = question.language;
    let line = |fr: &'static str, en: &'static str, value: Option<String>| {
        value.filter(|value| !value.is_empty()).map(|value| {
            let label = question.words(fr, en);
            say!(language, fr: "{label}\u{a0}: {value}", en: "{label}: {value}")
        })
    };
    let list = |values: &[String]| Some(language.and(values));
    let lines = [
        line("collectif", "collective", fact.name.clone()),
        line("formé", "formed", fact.formed.clone()),
        line("taille", "size", fact.size.clone()),
        line("membres", "members", list(&fact.members)),
        line("priorités", "priorities", list(&fact.priorities)),
        line("trouvées avec", "found with", list(&fact.identified_with)),
    ];
    lines.into_iter().flatten().collect()
}

/// Its stages as marks; below them, its agreements as bands.
fn timeline(question: &Question, facts: &TerritoryFacts) -> Picture {
    let language = question.language;
    let end = question.asked.last;
    let marks: Vec<TimelineMark> = facts
        .stages
        .iter()
        .flat_map(|stage| marks(question, stage))
        .collect();
    let bands = facts.agreements.iter().filter_map(|fact| {
        let stretches = fact.held.stretches();
        let span = |stretch: &crate::calendar::DateRange| TimelineSpan {
            from: day_position(stretch.first),
            to: day_position(stretch.last.min(Day::last_of(end.year))),
            open: stretch.last > Day::last_of(end.year),
        };
        let spans: Vec<TimelineSpan> = stretches
            .iter()
            .filter(|stretch| stretch.first <= end)
            .map(span)
            .collect();
        let label = say!(language, fr: "convention {}", en: "agreement {}", fact.period);
        (!spans.is_empty()).then(|| TimelineRow {
            label,
            spans,
            ..TimelineRow::default()
        })
    });
    let bands: Vec<TimelineRow> = bands.collect();
    let begun = bands
        .iter()
        .flat_map(|row| &row.spans)
        .map(|span| span.from);
    let first = begun
        .chain(marks.iter().map(|mark| mark.at))
        .fold(f64::from(end.year), f64::min);
    let reached = facts
        .stages
        .iter()
        .filter(|stage| !stage.reached.is_empty());
    let told: Vec<String> = reached
        .map(|stage| format!("{} ({})", stage.label, stage.reached.join(", ")))
        .collect();
    let told = language.and(&told);
    let own = TimelineRow {
        label: question.words("étapes", "stages"),
        marks,
        ..TimelineRow::default()
    };
    Picture {
        title: question.words("Les étapes et les conventions", "Stages and agreements"),
        alternative: say!(language, fr: "Étapes franchies\u{a0}: {told}.", en: "Stages reached: \
            {told}."),
        table: Some(tables::stages(question, facts)),
        figure: Figure::Timeline(Timeline {
            first: year_of(first),
            last: end.year,
            now: Some(day_position(end)),
            marks: facts
                .stages
                .iter()
                .map(|stage| stage.label.clone())
                .collect(),
            hollow: question.words(
                "étape déduite par qui a écrit la fiche",
                "stage inferred by the writer of the record",
            ),
            rows: std::iter::once(own).chain(bands).collect(),
        }),
    }
}

/// The year in which a moment lies.
fn year_of(moment: f64) -> u16 {
    format!("{:.0}", moment.floor()).parse().unwrap_or(1)
}

fn marks(question: &Question, stage: &StageFact) -> Vec<TimelineMark> {
    let mark = |when: PartialDate| TimelineMark {
        at: date_position(when),
        number: stage.number,
        hollow: stage.inferred,
        label: format!("{} · {}", stage.label, when.told(question.language)),
    };
    stage
        .reached
        .iter()
        .filter_map(|text| PartialDate::read(text))
        .map(mark)
        .collect()
}

fn observations(question: &Question, facts: &TerritoryFacts) -> Vec<Piece> {
    let all: Vec<_> = facts.observations.iter().collect();
    let several = !facts.inside.is_empty();
    let tables = ["lever", "obstacle", "tool"]
        .map(|nature| observed::table(question, &all, nature, several));
    let pieces: Vec<Piece> = tables
        .into_iter()
        .filter(|table| !table.rows.is_empty())
        .map(Piece::Table)
        .collect();
    if pieces.is_empty() {
        let none = question.words(
            "Ni levier, ni frein, ni outil n'est écrit.",
            "Neither lever, obstacle nor tool is recorded.",
        );
        return vec![Piece::Text(none)];
    }
    pieces
}
