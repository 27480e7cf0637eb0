//! The map of the year and its themes, beside the year before: what began, what ended.

use serde::Serialize;

use crate::calendar::{DateRange, PartialDate};
use crate::network::DynamicRecord;
use crate::records::List;
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::parts::bars::bar;
use crate::views::parts::{ThemeFact, drawing, filtered, themes};
use crate::views::view::{Bars, Cell, Figure, Picture, Piece, Section, Table};

/// Themes of the year and of the one before.
#[derive(Serialize)]
pub struct ThemesFact {
    /// With their counts of the year.
    pub now: Vec<ThemeFact>,
    /// With their counts of the year before.
    pub before: Vec<ThemeFact>,
    /// Dynamics that began in the year.
    pub began: Vec<String>,
    /// Dynamics that ended in the year, and how.
    pub ended: Vec<String>,
}

/// Gathers them.
pub fn gather(context: &ReportContext) -> ThemesFact {
    let (question, network) = (context.question, context.question.network);
    let counted = || {
        network
            .dynamics_that_count()
            .filter(|dynamic| filtered(question, dynamic))
    };
    let inside = |when: Option<PartialDate>| {
        when.is_some_and(|when| {
            question.asked.first <= when.first() && when.last() <= question.asked.last
        })
    };
    let place = |dynamic: &DynamicRecord| network.territory_label(&dynamic.home);
    let ended = counted()
        .filter(|dynamic| inside(dynamic.body.to))
        .map(|dynamic| {
            let how = dynamic
                .body
                .ended
                .as_ref()
                .map(|end| context.word(List::Ends, end.as_str()));
            let how = how.map(|how| format!(", {how}")).unwrap_or_default();
            format!("{} ({}{how})", dynamic.name(), place(dynamic))
        });
    let began = counted().filter(|dynamic| inside(dynamic.body.from));
    ThemesFact {
        now: counts(context, question.asked),
        before: counts(context, context.before),
        began: began
            .map(|dynamic| format!("{} ({})", dynamic.name(), place(dynamic)))
            .collect(),
        ended: ended.collect(),
    }
}

fn alive<'n>(context: &ReportContext<'_, 'n>, asked: DateRange) -> Vec<&'n DynamicRecord> {
    context
        .question
        .network
        .dynamics_active_in(asked)
        .filter(|dynamic| filtered(context.question, dynamic))
        .collect()
}

fn counts(context: &ReportContext, asked: DateRange) -> Vec<ThemeFact> {
    let question = context.question;
    let published = question
        .network
        .published_themes_in(asked)
        .filter(|_| question.territory.is_none());
    themes(question, &alive(context, asked), published)
}

/// The map of the year.
pub fn map(context: &ReportContext) -> Section {
    let figure = drawing::draw(
        context.question,
        &alive(context, context.question.asked),
        &counts(context, context.question.asked),
    );
    let picture = Picture {
        title: figure.subtitle.clone(),
        alternative: figure.words.description.clone(),
        table: None,
        figure: Figure::Map(Box::new(figure)),
    };
    let heading = context.words("La carte des dynamiques", "The map of dynamics");
    Section::new("carte", 2, heading).with([Piece::Picture(Box::new(picture))])
}

/// Shows the themes.
pub fn section(context: &ReportContext, facts: &ThemesFact) -> Section {
    let language = context.question.language;
    let mut pieces = vec![Piece::Picture(Box::new(bars(context, facts)))];
    let [began, ended] = [&facts.began, &facts.ended].map(|names| language.and(names));
    if !began.is_empty() {
        pieces.push(Piece::Text(
            say!(language, fr: "Nées dans l'année\u{a0}: {began}.", en: "Begun in the year: \
                {began}."),
        ));
    }
    if !ended.is_empty() {
        pieces.push(Piece::Text(
            say!(language, fr: "Finies dans l'année\u{a0}: {ended}.", en: "Ended in the year: \
                {ended}."),
        ));
    }
    Section::new(
        "thematiques",
        2,
        context.words("Les thématiques", "The themes"),
    )
    .with(pieces)
}

fn bars(context: &ReportContext, facts: &ThemesFact) -> Picture {
    let language = context.question.language;
    let pairs = || facts.now.iter().zip(&facts.before);
    let [year, before] = context.years();
    let told: Vec<String> = facts
        .now
        .iter()
        .filter(|theme| theme.dynamics > 0)
        .map(|theme| format!("{} ({})", theme.label, language.number(theme.dynamics)))
        .collect();
    let told = language.and(&told);
    let alternative = if told.is_empty() {
        context.words(
            "Aucune dynamique comptée cette année-là.",
            "No dynamic counted that year.",
        )
    } else {
        say!(language, fr: "En {year}\u{a0}: {told}.", en: "In {year}: {told}.")
    };
    Picture {
        title: context.words("Dynamiques par thématique", "Dynamics by theme"),
        alternative,
        table: Some(table(context, facts)),
        figure: Figure::Bars(Bars {
            unit: context.words("dynamiques", "dynamics"),
            series: vec![before, year],
            stacked: false,
            bars: pairs()
                .map(|(now, before)| bar(&*now.label, &[before.dynamics, now.dynamics]))
                .collect(),
        }),
    }
}

fn table(context: &ReportContext, facts: &ThemesFact) -> Table {
    let [year, before] = context.years();
    let recorded = facts.now.iter().any(|theme| theme.known_by_count > 0);
    let row = |label: Cell, now: &[&ThemeFact], old: &[&ThemeFact]| {
        let sum = |of: fn(&ThemeFact) -> u64, facts: &[&ThemeFact]| {
            Cell::Number(facts.iter().map(|fact| of(fact)).sum())
        };
        let mut row = vec![label, sum(|fact| fact.dynamics, now)];
        row.extend(recorded.then(|| sum(|fact| fact.recorded, now)));
        row.push(sum(|fact| fact.dynamics, old));
        row
    };
    let mut columns = vec![context.words("thématique", "theme"), year];
    columns.extend(recorded.then(|| context.words("dont fiches", "recorded")));
    let published = facts.before.iter().any(|theme| theme.known_by_count > 0);
    columns.push(if recorded && !published {
        say!(context.question.language, fr: "{before}, fiches", en: "{before}, recorded")
    } else {
        before
    });
    let pairs = facts.now.iter().zip(&facts.before);
    let (all, old): (Vec<_>, Vec<_>) = (facts.now.iter().collect(), facts.before.iter().collect());
    Table {
        caption: context.words(
            "Dynamiques par thématique, à côté de l'année d'avant",
            "Dynamics by theme, beside the year before",
        ),
        columns,
        rows: pairs
            .map(|(now, before)| {
                row(
                    Cell::Text(format!("{} {}", now.digit, now.label)),
                    &[now],
                    &[before],
                )
            })
            .collect(),
        total: Some(row(Cell::Text(context.words("total", "total")), &all, &old)),
    }
}
