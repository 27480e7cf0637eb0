//! The parts of a criterion in words: its kinds of record, its dates, its level, its purpose.

use crate::calendar::PartialDate;
use crate::charter::{Charter, Criterion, PrincipleRef, Subject};
use crate::diagnostic::Severity;
use crate::language::{Bilingual, Language};
use crate::network::Network;
use crate::records::SourceId;
use crate::say;
use crate::views::parts::capitals::capitalised;

/// The level of a criterion that the network's settings switch off.
const SWITCHED_OFF: Bilingual = Bilingual {
    fr: "écarté",
    en: "put aside",
};

const EACH_PRINCIPLE: Bilingual = Bilingual {
    fr: "Chaque principe de la charte",
    en: "Each principle of the charter",
};

const OWN_RULE: Bilingual = Bilingual {
    fr: "aucun texte, règle propre au réseau",
    en: "no text, the network's own rule",
};

const NETWORK_RULES: Bilingual = Bilingual {
    fr: "La démarche, la loi et les règles du réseau",
    en: "The process, the law and the network's own rules",
};

/// A text as a sentence: with a capital and a full stop.
pub fn as_sentence(text: &str) -> String {
    let sentence = capitalised(text);
    if sentence.is_empty() || sentence.ends_with(['.', '!', '?', '…']) {
        sentence
    } else {
        sentence + "."
    }
}

/// The kinds of record that a criterion applies to, with the lists whose rows it checks.
pub fn subjects(criterion: &Criterion, language: Language) -> String {
    let kinds: Vec<String> = criterion
        .applies_to
        .0
        .iter()
        .map(|subject| records_of(*subject).get(language).to_owned())
        .collect();
    let kinds = language.and(&kinds);
    let lists: Vec<String> = criterion
        .each
        .0
        .iter()
        .map(|key| format!("`{key}`"))
        .collect();
    if lists.is_empty() {
        return kinds;
    }
    let lists = language.and(&lists);
    say!(language,
        fr: "{kinds}, pour chaque ligne de {lists}",
        en: "{kinds}, for each row of {lists}")
}

/// The records of a kind, in words.
fn records_of(subject: Subject) -> Bilingual {
    match subject {
        Subject::Territory => Bilingual {
            fr: "les territoires",
            en: "territories",
        },
        Subject::Actor => Bilingual {
            fr: "les acteurs",
            en: "actors",
        },
        Subject::Dynamic => Bilingual {
            fr: "les dynamiques",
            en: "dynamics",
        },
        Subject::Published => Bilingual {
            fr: "les chiffres publiés",
            en: "published figures",
        },
    }
}

/// The dates between which a criterion is in force.
pub fn period_in_force(criterion: &Criterion, language: Language) -> String {
    let period = match (criterion.from, criterion.to) {
        (Some(from), None) => from.since(language),
        (Some(from), Some(to)) => from.to(to, language),
        (None, Some(to)) => to.until(language),
        (None, None) => {
            return say!(language, fr: "en vigueur, sans date", en: "in force, undated");
        }
    };
    say!(language, fr: "en vigueur {period}", en: "in force {period}")
}

/// The level of a criterion's findings in a network, in a word.
pub fn level(
    network: &Network,
    id: &str,
    criterion: &Criterion,
    language: Language,
) -> &'static str {
    severity(network, id, criterion).map_or(SWITCHED_OFF.get(language), |severity| {
        severity.word(language)
    })
}

/// The severity of a criterion's findings in a network; `None` if its settings switch the criterion
/// off.
fn severity(network: &Network, id: &str, criterion: &Criterion) -> Option<Severity> {
    match network.settings.checks.get(id) {
        Some(setting) => setting.level.severity(),
        None => Some(criterion.level.severity()),
    }
}

/// The level of a criterion's findings, with the reason of a network that sets another one.
pub fn level_with_reason(
    network: &Network,
    id: &str,
    criterion: &Criterion,
    language: Language,
) -> String {
    let level = level(network, id, criterion, language);
    match network.settings.checks.get(id) {
        Some(setting) => {
            let because = &setting.because;
            say!(language,
                fr: "{level} (par `apes.toml`\u{a0}: {because})",
                en: "{level} (by `apes.toml`: {because})")
        }
        None => level.to_owned(),
    }
}

/// The position of a criterion in reading order: by principle, then those of every principle, by
/// objective, and the others last.
pub fn reading_position(charter: &Charter, criterion: &Criterion) -> usize {
    let principles = &charter.principles;
    match (&criterion.principle, criterion.objective) {
        (Some(PrincipleRef(name)), _) => principles
            .iter()
            .position(|(id, _)| id == name)
            .unwrap_or(principles.len()),
        (None, Some(objective)) => principles.len() + usize::from(objective),
        // What serves neither comes last, whatever number an objective has.
        (None, None) => usize::MAX,
    }
}

/// The principle or the objective that a criterion serves.
pub fn purpose(charter: &Charter, criterion: &Criterion, language: Language) -> String {
    match (&criterion.principle, criterion.objective) {
        (Some(PrincipleRef(name)), _) if name == PrincipleRef::EACH => {
            EACH_PRINCIPLE.get(language).to_owned()
        }
        (Some(PrincipleRef(name)), _) => charter
            .principles
            .get(name)
            .map_or(name.as_str(), |principle| principle.label(language))
            .to_owned(),
        (None, Some(number)) => {
            let objective = objective(number).get(language);
            say!(language,
                fr: "Objectif {number} de la démarche\u{a0}: {objective}",
                en: "Objective {number} of the process: {objective}")
        }
        (None, None) => NETWORK_RULES.get(language).to_owned(),
    }
}

/// An objective of the process, by its number from 1.
fn objective(number: u8) -> Bilingual {
    match number {
        1 => Bilingual {
            fr: "un collectif",
            en: "a collective",
        },
        2 => Bilingual {
            fr: "des solutions utiles",
            en: "useful solutions",
        },
        _ => Bilingual {
            fr: "un modèle qui dure",
            en: "a model that lasts",
        },
    }
}

/// The source that a criterion rests on: its title and date, or its id if it has no title.
///
/// The sources of the charter come before those of the network, which may have the same id.
pub fn source(network: &Network, criterion: &Criterion, language: Language) -> Option<String> {
    let id = criterion.source.as_deref()?;
    if criterion.is_own_rule() {
        return Some(OWN_RULE.get(language).to_owned());
    }
    let of_charter = network.charter.sources.get(id).and_then(|source| {
        let title = source.title.as_ref().or(source.document.as_ref());
        title_and_date(title, source.year, source.read_on, language)
    });
    let of_network = || {
        let source = network.sources.get(&SourceId::from(id))?;
        let title = source.title.as_ref().or(source.document.as_ref());
        title_and_date(title, source.year, source.read_on, language)
    };
    Some(
        of_charter
            .or_else(of_network)
            .unwrap_or_else(|| id.to_owned()),
    )
}

/// A title with its year, else with the day on which it was read; `None` without a title.
fn title_and_date(
    title: Option<&String>,
    year: Option<u16>,
    read_on: Option<PartialDate>,
    language: Language,
) -> Option<String> {
    let title = title?;
    Some(match (year, read_on) {
        (Some(year), _) => format!("{title}, {year}"),
        (None, Some(date)) => {
            let date = date.format(language);
            say!(language, fr: "{title}, page lue le {date}", en: "{title}, read on {date}")
        }
        (None, None) => title.clone(),
    })
}
