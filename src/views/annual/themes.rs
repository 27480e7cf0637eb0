//! The map of the year, its themes beside the year before, its beginnings and ends.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::network::DynamicRecord;
use crate::records::List;
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::parts::bars::bar;
use crate::views::parts::certainty::with_inference;
use crate::views::parts::{ThemeFact, count_cell, drawing, filtered, themes, total_precision};
use crate::views::view::{Bars, Cell, Figure, Picture, Piece, Question, Section, Table};

/// Themes of the year and of the one before.
#[derive(Serialize)]
pub struct ThemesFact {
    /// Themes with their counts of the year.
    pub now: Vec<ThemeFact>,
    /// Themes with their counts of the year before, in the same order.
    pub before: Vec<ThemeFact>,
    /// Dynamics that began in the year, with their territories.
    pub began: Vec<String>,
    /// Dynamics that ended in the year, with their territories and the kind of end.
    pub ended: Vec<String>,
}

/// Gathers the themes of both years, and the dynamics that began or ended in the year.
pub fn gather(context: &ReportContext) -> ThemesFact {
    let question = context.question;
    let counted: Vec<&DynamicRecord> = question
        .network
        .dynamics_that_count()
        .filter(|dynamic| filtered(question, dynamic))
        .collect();
    let began = counted
        .iter()
        .filter(|dynamic| context.is_in_year(dynamic.body.from));
    let ended = counted
        .iter()
        .filter(|dynamic| context.is_in_year(dynamic.body.to));
    ThemesFact {
        now: counts(question, question.asked),
        before: counts(question, context.before),
        began: began
            .map(|dynamic| with_territory(question, dynamic, "from", ""))
            .collect(),
        ended: ended
            .map(|dynamic| with_territory(question, dynamic, "to", &kind_of_end(question, dynamic)))
            .collect(),
    }
}

/// The name of a dynamic with its territory, and more, in brackets; `date` is the key of the date
/// for which it is named, marked where it is inferred.
fn with_territory(question: &Question, dynamic: &DynamicRecord, date: &str, more: &str) -> String {
    let territory = question.network.territory_label(&dynamic.home);
    let name = format!("{} ({territory}{more})", dynamic.name());
    with_inference(name, dynamic.common.infers(date), question.language)
}

/// The kind of a dynamic's end after a comma; empty if it is not recorded.
fn kind_of_end(question: &Question, dynamic: &DynamicRecord) -> String {
    match &dynamic.body.ended {
        Some(end) => format!(", {}", question.label(List::Ends, end.as_str())),
        None => String::new(),
    }
}

/// The dynamics active in a year.
fn active<'n>(question: &Question<'n>, asked: DateRange) -> Vec<&'n DynamicRecord> {
    question
        .network
        .dynamics_active_in(asked)
        .filter(|dynamic| filtered(question, dynamic))
        .collect()
}

/// The themes with their counts in a year. Published counts are those of the whole network, and
/// left out if a territory is asked for.
fn counts(question: &Question, asked: DateRange) -> Vec<ThemeFact> {
    let published = question
        .network
        .published_themes_in(asked)
        .filter(|_| question.territory.is_none());
    themes(question, &active(question, asked), published)
}

/// The section of the map.
pub fn map(context: &ReportContext) -> Section {
    let question = context.question;
    let figure = drawing::draw(
        question,
        &active(question, question.asked),
        &counts(question, question.asked),
    );
    let picture = Picture {
        title: figure.subtitle.clone(),
        alternative: figure.words.description.clone(),
        table: None,
        figure: Figure::Map(Box::new(figure)),
    };
    let heading = question.words("La carte des dynamiques", "The map of dynamics");
    Section::new("carte", 2, heading).with([Piece::picture(picture)])
}

/// The section of the themes.
pub fn section(context: &ReportContext, facts: &ThemesFact) -> Section {
    let question = context.question;
    let language = question.language;
    let mut pieces = vec![Piece::picture(bars(context, facts))];
    pieces.extend(context.incompleteness_of("dynamics"));
    if !facts.began.is_empty() {
        let began = language.and(&facts.began);
        pieces.push(Piece::Text(say!(language,
            fr: "Nées dans l'année\u{a0}: {began}.",
            en: "Begun in the year: {began}.")));
    }
    if !facts.ended.is_empty() {
        let ended = language.and(&facts.ended);
        pieces.push(Piece::Text(say!(language,
            fr: "Achevées dans l'année\u{a0}: {ended}.",
            en: "Ended in the year: {ended}.")));
    }
    let heading = question.words("Les thématiques", "The themes");
    Section::new("thematiques", 2, heading).with(pieces)
}

/// The dynamics of each theme, in the year and in the one before.
fn bars(context: &ReportContext, facts: &ThemesFact) -> Picture {
    let question = context.question;
    let [year, before] = context.years();
    let pairs = facts.now.iter().zip(&facts.before);
    let bars = pairs.map(|(now, before)| bar(&*now.label, &[before.dynamics, now.dynamics]));
    Picture {
        title: question.words("Dynamiques par thématique", "Dynamics by theme"),
        alternative: alternative(question, &year, facts),
        table: Some(table(context, facts)),
        figure: Figure::Bars(Bars {
            unit: question.words("dynamiques", "dynamics"),
            series: vec![before, year],
            stacked: false,
            bars: bars.collect(),
        }),
    }
}

/// The themes of the year that have dynamics, in a sentence.
fn alternative(question: &Question, year: &str, facts: &ThemesFact) -> String {
    let language = question.language;
    let counts: Vec<String> = facts
        .now
        .iter()
        .filter(|theme| theme.dynamics > 0)
        .map(|theme| format!("{} ({})", theme.label, language.number(theme.dynamics)))
        .collect();
    if counts.is_empty() {
        return question.words(
            "Aucune dynamique comptée cette année-là.",
            "No dynamic counted that year.",
        );
    }
    let counts = language.and(&counts);
    say!(language, fr: "En {year}\u{a0}: {counts}.", en: "In {year}: {counts}.")
}

/// The themes in both years. Where some of the year's dynamics are known by count alone, a column
/// more gives those recorded.
fn table(context: &ReportContext, facts: &ThemesFact) -> Table {
    let question = context.question;
    let [year, before] = context.years();
    let is_published = facts.now.iter().any(|theme| theme.known_by_count > 0);
    let was_published = facts.before.iter().any(|theme| theme.known_by_count > 0);
    let mut table = question
        .table(
            "Dynamiques par thématique, comparées à l'année d'avant",
            "Dynamics by theme, compared with the year before",
            facts.now.iter().zip(&facts.before),
        )
        .column("thématique", "theme", |(now, _)| {
            format!("{} {}", now.digit, now.label)
        })
        .total(question.words("total", "total"))
        .column_named(year, |(now, _)| now.dynamics_cell(question.language))
        .total(total(question, &facts.now));
    if is_published {
        table = table
            .column("dont fiches", "recorded", |(now, _)| now.recorded)
            .sum();
    }
    let heading = if is_published && !was_published {
        say!(question.language, fr: "{before}, fiches", en: "{before}, recorded")
    } else {
        before
    };
    table
        .column_named(heading, |(_, before)| {
            before.dynamics_cell(question.language)
        })
        .total(total(question, &facts.before))
        .build()
}

/// The number of dynamics of all themes, with its precision.
fn total(question: &Question, themes: &[ThemeFact]) -> Cell {
    let total = themes.iter().map(|theme| theme.dynamics).sum();
    count_cell(total, total_precision(themes), question.language)
}
