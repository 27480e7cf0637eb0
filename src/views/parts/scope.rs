//! The lines under every report: its days, its filter, the number of records, its attribution.

use crate::calendar::{Day, PartialDate};
use crate::geography;
use crate::language::Bilingual;
use crate::network::{DynamicRecord, RecordRef};
use crate::records::List;
use crate::say;
use crate::views::parts::nouns::{CRITERIA, RECORDS, counted};
use crate::views::view::{Commit, Incomplete, Question};

/// The file in which a network keeps its own charter.
const CHARTER: &str = "schemas/charter.toml";

/// The lines under a report; a map names its outlines as well.
#[must_use]
pub fn scope(question: &Question, with_map: bool) -> Vec<String> {
    let network = question.network;
    let mut lines = vec![period_line(question, with_map)];
    lines.extend(filter_line(question));
    if let Some(commit) = &question.commit {
        lines.push(commit_line(question, commit));
    }
    lines.extend(incomplete_line(question));
    if let Some(owner) = &network.settings.attribution {
        let licence = network.settings.licence.as_deref().unwrap_or_default();
        let line = say!(question.language,
            fr: "Fiches\u{a0}: {owner} {licence}",
            en: "Records: {owner} {licence}");
        lines.push(line.trim_end().to_owned());
    }
    if with_map {
        lines.push(question.words(geography::ATTRIBUTION, geography::ATTRIBUTION_IN_ENGLISH));
    }
    lines
}

/// The line about files that were not read whole; `None` if all were.
#[must_use]
pub fn incomplete_line(question: &Question) -> Option<String> {
    Incomplete::of(question.network).map(|missing| missing.sentence(question.language))
}

/// The days asked for, the number of records, the day on which the report was made.
fn period_line(question: &Question, with_map: bool) -> String {
    let language = question.language;
    let days = if question.dated || with_map {
        days_in_words(question)
    } else {
        question.words("toutes les années", "all years")
    };
    let records = language.number(question.network.size() as u64);
    let made_on = PartialDate::Day(question.made_on).format(language);
    if filter_in_words(question).is_some() {
        return say!(language,
            fr: "Période\u{a0}: {days} · {records} fiches avant le filtre · établi le {made_on}",
            en: "Period: {days} · {records} records before the filter · made on {made_on}");
    }
    say!(language,
        fr: "Période\u{a0}: {days} · {records} fiches · établi le {made_on}",
        en: "Period: {days} · {records} records · made on {made_on}")
}

/// The commit of git that holds the records.
fn commit_line(question: &Question, commit: &Commit) -> String {
    let (language, id) = (question.language, &commit.id);
    let day = PartialDate::Day(commit.day).format(language);
    if commit.modified {
        say!(language,
            fr: "Fiches modifiées depuis le commit {id} du {day}",
            en: "Records modified since commit {id} of {day}")
    } else {
        say!(language,
            fr: "Fiches telles qu'au commit {id} du {day}",
            en: "Records as of commit {id} of {day}")
    }
}

/// The title of a report, with the filter that it is asked under.
#[must_use]
pub fn with_filter(question: &Question, title: String) -> String {
    match filter_in_words(question) {
        Some(filter) => format!("{title} · {filter}"),
        None => title,
    }
}

/// The line that names the filter; `None` without one.
fn filter_line(question: &Question) -> Option<String> {
    let chosen = filter_in_words(question)?;
    Some(say!(question.language, fr: "Filtre\u{a0}: {chosen}", en: "Filter: {chosen}"))
}

/// The theme and the territory asked for; `None` if neither is.
fn filter_in_words(question: &Question) -> Option<String> {
    let network = question.network;
    let theme = question
        .theme
        .as_ref()
        .map(|theme| question.label(List::Themes, theme.as_str()));
    let territory = question
        .territory
        .as_ref()
        .map(|territory| network.territory_name(territory));
    let chosen: Vec<String> = theme.into_iter().chain(territory).collect();
    let chosen = chosen.join(", ");
    (!chosen.is_empty()).then_some(chosen)
}

/// The lines under a report that counts, with the day that it is about where nobody chose one: on
/// that day alone, or by that day, and not over all years.
#[must_use]
pub fn report_scope_of_day(question: &Question, rules: &[Bilingual]) -> Vec<String> {
    let question = Question {
        dated: true,
        ..question.clone()
    };
    report_scope(&question, rules)
}

/// The lines under a report that counts: those of every report, its rules of counting, the number
/// of records with inferred parts, the waivers in force.
#[must_use]
pub fn report_scope(question: &Question, rules: &[Bilingual]) -> Vec<String> {
    let language = question.language;
    let mut lines = scope(question, false);
    lines.extend(rules.iter().map(|rule| {
        let rule = rule.get(language);
        say!(language, fr: "Compté\u{a0}: {rule}", en: "Counted: {rule}")
    }));
    let records: Vec<RecordRef> = question
        .network
        .records()
        .filter(|record| question.covers(record.home()))
        .collect();
    lines.extend(inferred_line(question, &records));
    for record in &records {
        lines.extend(waiver_lines(question, record));
    }
    lines
}

/// The number of records that have inferred parts; `None` if there are none.
fn inferred_line(question: &Question, records: &[RecordRef]) -> Option<String> {
    let inferred = records
        .iter()
        .filter(|record| !record.common().inferred.is_empty())
        .count();
    let records = counted(inferred, &RECORDS, question.language);
    (inferred > 0).then(|| {
        say!(question.language,
            fr: "Déduit par qui a écrit la fiche\u{a0}: une partie de {records}",
            en: "Inferred by the writer: parts of {records}")
    })
}

/// The waivers of a record that are in force today.
fn waiver_lines(question: &Question, record: &RecordRef) -> Vec<String> {
    let file = record.file();
    record
        .common()
        .waivers
        .iter()
        .filter(|waiver| waiver.in_force(question.today))
        .map(|waiver| {
            let (check, because) = (&waiver.check, &waiver.because);
            say!(question.language,
                fr: "Dispense en vigueur\u{a0}: {check}, {file} ({because})",
                en: "Waiver in force: {check}, {file} ({because})")
        })
        .collect()
}

/// The lines under a report about the charter, which they name.
#[must_use]
pub fn charter_scope(question: &Question, rules: &[Bilingual]) -> Vec<String> {
    let mut lines = report_scope(question, rules);
    lines.insert(1, charter_line(question));
    lines
}

/// The charter that was applied: whose it is, the number of criteria in force on the last day
/// asked, the day of its last dated change: criteria that no dated text bears have no date.
fn charter_line(question: &Question) -> String {
    let (network, language, day) = (question.network, question.language, question.asked.last);
    let charter = &network.charter;
    let file = &charter.file;
    let owner = if network.has_own(CHARTER) {
        say!(language, fr: "celle du réseau ({file})", en: "the network's own ({file})")
    } else {
        let version = env!("CARGO_PKG_VERSION");
        say!(language,
            fr: "celle de l'Apes, intégrée à apes {version}",
            en: "that of Apes, embedded in apes {version}")
    };
    let in_force = charter
        .criteria
        .iter()
        .filter(|(_, criterion)| criterion.in_force(day))
        .count();
    let criteria = counted(in_force, &CRITERIA, language);
    let on = PartialDate::Day(day).format(language);
    let change = last_change(question, day).map_or_else(String::new, |date| {
        let date = date.format(language);
        say!(language,
            fr: ", dernier changement daté\u{a0}: {date}",
            en: ", last dated change: {date}")
    });
    say!(language,
        fr: "Charte\u{a0}: {owner}, {criteria} en vigueur le {on}{change}",
        en: "Charter: {owner}, {criteria} in force on {on}{change}")
}

/// The last date up to a day on which a criterion began or ended.
fn last_change(question: &Question, day: Day) -> Option<PartialDate> {
    let criteria = &question.network.charter.criteria;
    let began = criteria
        .iter()
        .filter_map(|(_, criterion)| criterion.from)
        .filter(|date| date.first() <= day);
    let ended = criteria
        .iter()
        .filter_map(|(_, criterion)| criterion.to)
        .filter(|date| date.last() < day);
    began.chain(ended).max_by_key(|date| date.first())
}

/// The days asked for, in words: whole years by their numbers, a day as `1er mars 2024`.
#[must_use]
pub fn days_in_words(question: &Question) -> String {
    let days = question.asked;
    if days.first == days.last {
        PartialDate::Day(days.first).format(question.language)
    } else {
        days.to_string()
    }
}

/// The sentence under every output of invented records; `None` for records of a real network.
#[must_use]
pub fn invented(question: &Question) -> Option<String> {
    question.network.settings.invented.then(|| {
        question.words(
            "Réseau inventé, pour l'exemple\u{a0}: ni ces acteurs ni ces dynamiques n'existent.",
            "An invented network, for the example: neither these actors nor these dynamics exist.",
        )
    })
}

/// Whether a dynamic passes the question's filters.
#[must_use]
pub fn filtered(question: &Question, dynamic: &DynamicRecord) -> bool {
    let has_theme = question
        .theme
        .as_ref()
        .is_none_or(|theme| dynamic.body.theme.as_ref() == Some(theme));
    has_theme && question.covers_any(&dynamic.home, &dynamic.body.also_in)
}
