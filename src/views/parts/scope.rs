//! What every report says of itself: over which days, with which filter, from how many records, by
//! whose leave.

use crate::calendar::PartialDate;
use crate::geography;
use crate::language::Bilingual;
use crate::network::DynamicRecord;
use crate::records::{List, TerritoryId};
use crate::say;
use crate::views::view::Question;

/// Where a network keeps its own charter.
const CHARTER: &str = "schemas/charter.toml";

/// The lines under a report; a map names its outlines as well.
#[must_use]
pub fn scope(question: &Question, with_map: bool) -> Vec<String> {
    let (network, language) = (question.network, question.language);
    let records = language.number(network.size() as u64);
    let made_on = PartialDate::Day(question.made_on).format(language);
    let asked = if question.dated || with_map {
        days_in_words(question)
    } else {
        Bilingual {
            fr: "toutes les années",
            en: "all years",
        }
        .get(language)
        .to_owned()
    };
    let mut lines = vec![say!(language,
        fr: "Période\u{a0}: {asked} · {records} fiches · établi le {made_on}",
        en: "Period: {asked} · {records} records · made on {made_on}")];
    lines.extend(filter(question));
    lines.extend(question.commit.as_ref().map(|commit| {
        let (id, day) = (&commit.id, PartialDate::Day(commit.day).format(language));
        if commit.modified {
            say!(language,
                fr: "Fiches modifiées depuis le commit {id} du {day}",
                en: "Records modified since commit {id} of {day}")
        } else {
            say!(language, fr: "Fiches telles qu'au commit {id} du {day}", en: "Records as of \
                commit {id} of {day}")
        }
    }));
    if !network.is_intact() {
        lines.push(say!(language,
            fr: "Incomplet\u{a0}: des fichiers n'ont pas pu être lus (`apes validate` les nomme)",
            en: "Incomplete: some files could not be read (`apes validate` names them)"));
    }
    lines.extend(network.settings.attribution.as_ref().map(|owner| {
        let licence = network.settings.licence.as_deref().unwrap_or_default();
        say!(language, fr: "Fiches\u{a0}: {owner} {licence}", en: "Records: {owner} {licence}")
            .trim_end()
            .to_owned()
    }));
    if with_map {
        let owners = Bilingual {
            fr: geography::ATTRIBUTION,
            en: geography::ATTRIBUTION_IN_ENGLISH,
        };
        lines.push(owners.get(language).to_owned());
    }
    lines
}

/// The lines under a report: its rules of counting, what is inferred, what is waived, then as for
/// all.
#[must_use]
pub fn report_scope(question: &Question, rules: &[Bilingual]) -> Vec<String> {
    let (network, language) = (question.network, question.language);
    let mut lines = scope(question, false);
    lines.extend(rules.iter().map(|rule| {
        let rule = rule.get(language);
        say!(language, fr: "Compté\u{a0}: {rule}", en: "Counted: {rule}")
    }));
    let inside = |home: &TerritoryId| {
        question
            .territory
            .as_ref()
            .is_none_or(|wanted| network.lies_in(home, wanted))
    };
    let record_refs = || network.record_refs().filter(|head| inside(head.home));
    let inferred = record_refs()
        .filter(|head| !head.common.inferred.is_empty())
        .count();
    if inferred > 0 {
        let records = language.count(inferred, "fiche", "fiches");
        let in_english = language.count(inferred, "record has", "records have");
        lines.push(say!(language,
            fr: "Déduit par qui a écrit la fiche\u{a0}: une partie de {records}",
            en: "Inferred by the writer: {in_english} parts that are"));
    }
    for head in record_refs() {
        let file = head.file;
        for waiver in head
            .common
            .waivers
            .iter()
            .filter(|waiver| waiver.in_force(question.today))
        {
            let (check, because) = (&waiver.check, &waiver.because);
            lines.push(say!(language,
                fr: "Dispense en vigueur\u{a0}: {check}, {file} ({because})",
                en: "Waiver in force: {check}, {file} ({because})"));
        }
    }
    lines
}

/// The same under a report that speaks of the charter, which it names.
#[must_use]
pub fn charter_scope(question: &Question, rules: &[Bilingual]) -> Vec<String> {
    let mut lines = report_scope(question, rules);
    lines.insert(1, charter(question));
    lines
}

/// By which charter was judged: whose it is, how much of it is in force on the last day asked,
/// since when it reads so.
fn charter(question: &Question) -> String {
    let (network, language, day) = (question.network, question.language, question.asked.last);
    let charter = &network.charter;
    let file = &charter.file;
    let whose = if network.has_own(CHARTER) {
        say!(language, fr: "celle du réseau ({file})", en: "the network's own ({file})")
    } else {
        let version = env!("CARGO_PKG_VERSION");
        say!(language, fr: "celle de l'Apes, intégrée à apes {version}", en: "that of Apes, \
            embedded in apes {version}")
    };
    let in_force = charter
        .criteria
        .iter()
        .filter(|(_, criterion)| criterion.in_force(day))
        .count();
    let in_french = language.count(in_force, "critère", "critères");
    let in_english = language.count(in_force, "criterion", "criteria");
    let on = PartialDate::Day(day).format(language);
    let began = charter
        .criteria
        .iter()
        .filter_map(|(_, criterion)| criterion.from);
    let ended = charter
        .criteria
        .iter()
        .filter_map(|(_, criterion)| criterion.to);
    let began = began.filter(|when| when.first() <= day);
    let changed = began
        .chain(ended.filter(|when| when.last() < day))
        .max_by_key(|when| when.first());
    let changed = changed.map(|when| {
        let when = when.format(language);
        say!(language, fr: ", dernier changement\u{a0}: {when}", en: ", last changed: {when}")
    });
    let changed = changed.unwrap_or_default();
    say!(language,
        fr: "Charte\u{a0}: {whose}, {in_french} en vigueur le {on}{changed}",
        en: "Charter: {whose}, {in_english} in force on {on}{changed}")
}

/// The days asked for, as people say them: whole years by their numbers, a day as `1er mars 2024`.
#[must_use]
pub fn days_in_words(question: &Question) -> String {
    let asked = question.asked;
    if asked.first == asked.last {
        PartialDate::Day(asked.first).format(question.language)
    } else {
        asked.to_string()
    }
}

/// The sentence that every output of invented records bears.
#[must_use]
pub fn invented(question: &Question) -> Option<String> {
    let sentence = Bilingual {
        fr: "Réseau inventé, pour l'exemple\u{a0}: ni ces acteurs ni ces dynamiques n'existent.",
        en: "An invented network, for the example: neither these actors nor these dynamics exist.",
    };
    question
        .network
        .settings
        .invented
        .then(|| sentence.get(question.language).to_owned())
}

fn filter(question: &Question) -> Option<String> {
    let (network, language) = (question.network, question.language);
    let theme = question.theme.as_ref().map(|theme| {
        network
            .vocabulary
            .label(List::Themes, theme.as_str(), language)
    });
    let territory = question
        .territory
        .as_ref()
        .map(|territory| network.territory_name(territory));
    let chosen: Vec<&str> = theme.into_iter().chain(territory.as_deref()).collect();
    let chosen = chosen.join(", ");
    (!chosen.is_empty())
        .then(|| say!(language, fr: "Filtre\u{a0}: {chosen}", en: "Filter: {chosen}"))
}

/// Whether a dynamic passes the question's filters.
#[must_use]
pub fn filtered(question: &Question, dynamic: &DynamicRecord) -> bool {
    let theme = question
        .theme
        .as_ref()
        .is_none_or(|theme| dynamic.body.theme.as_ref() == Some(theme));
    let territory = question.territory.as_ref().is_none_or(|wanted| {
        let mut places = std::iter::once(&dynamic.home).chain(&dynamic.body.also_in);
        places.any(|place| question.network.lies_in(place, wanted))
    });
    theme && territory
}
