//! A criterion in words: whom it looks at, since when, how grave, which principle it serves, on
//! which text it rests.

use crate::charter::{Charter, Criterion, PrincipleRef, Subject};
use crate::diagnostic::Severity;
use crate::language::{Bilingual, Language};
use crate::network::Network;
use crate::records::SourceId;
use crate::say;

/// A sentence as one begins it, with its full stop.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let begun: String = letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default();
    let ended = begun.ends_with(['.', '!', '?', '…']) || begun.is_empty();
    if ended { begun } else { begun + "." }
}

/// Whom it looks at.
pub fn of_whom(criterion: &Criterion, language: Language) -> String {
    let kind = |subject: &Subject| match subject {
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
    };
    let kinds: Vec<String> = criterion
        .applies_to
        .0
        .iter()
        .map(|one| kind(one).get(language).to_owned())
        .collect();
    let subjects = language.and(&kinds);
    let rows: Vec<String> = criterion
        .each
        .0
        .iter()
        .map(|rows| format!("`{rows}`"))
        .collect();
    if rows.is_empty() {
        return subjects;
    }
    let rows = language.and(&rows);
    say!(language,
        fr: "{subjects}, pour chaque ligne de {rows}",
        en: "{subjects}, for each row of {rows}")
}

/// When it is in force.
pub fn force(criterion: &Criterion, language: Language) -> String {
    let told = |when: crate::calendar::PartialDate| when.format(language);
    match (criterion.from.map(told), criterion.to.map(told)) {
        (Some(from), None) => {
            say!(language, fr: "en vigueur depuis {from}", en: "in force since {from}")
        }
        (Some(from), Some(to)) => {
            say!(language, fr: "en vigueur de {from} à {to}", en: "in force from {from} to {to}")
        }
        (None, Some(to)) => {
            say!(language, fr: "en vigueur jusqu'à {to}", en: "in force until {to}")
        }
        (None, None) => say!(language, fr: "toujours en vigueur", en: "always in force"),
    }
}

/// How grave its findings are in this network; nothing where the network has put it aside.
pub fn severity(network: &Network, id: &str, criterion: &Criterion) -> Option<Severity> {
    match network.settings.checks.get(id) {
        Some(level) => level.level.severity(),
        None => Some(criterion.level.severity()),
    }
}

/// What is said of a criterion that the network has put aside.
pub const ASIDE: Bilingual = Bilingual {
    fr: "écarté",
    en: "put aside",
};

/// The place of a criterion in the reading: by principle, for each of them, by objective, then the
/// rest.
pub fn rank(charter: &Charter, criterion: &Criterion) -> usize {
    let principles = &charter.principles;
    match (&criterion.principle, criterion.objective) {
        (Some(PrincipleRef(name)), _) => principles
            .iter()
            .position(|(id, _)| id == name)
            .unwrap_or(principles.len()),
        (None, Some(objective)) => principles.len() + usize::from(objective),
        (None, None) => usize::MAX,
    }
}

/// The same in a word, with the network's reason where it has set it otherwise.
pub fn level(network: &Network, id: &str, criterion: &Criterion, language: Language) -> String {
    let word = severity(network, id, criterion)
        .map_or(ASIDE.get(language), |severity| severity.word(language));
    match network.settings.checks.get(id) {
        Some(level) => {
            let because = &level.because;
            say!(language, fr: "{word} (par `apes.toml`\u{a0}: {because})", en: "{word} (by \
                `apes.toml`: {because})")
        }
        None => word.to_owned(),
    }
}

/// The principle or the objective that it serves.
pub fn serves(charter: &Charter, criterion: &Criterion, language: Language) -> String {
    let each = Bilingual {
        fr: "Chaque principe de la charte",
        en: "Each principle of the charter",
    };
    match (&criterion.principle, criterion.objective) {
        (Some(PrincipleRef(name)), _) if name == PrincipleRef::EACH => {
            each.get(language).to_owned()
        }
        (Some(PrincipleRef(name)), _) => charter
            .principles
            .get(name)
            .map_or(name.as_str(), |principle| principle.label(language))
            .to_owned(),
        (None, Some(objective)) => {
            let what = match objective {
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
            };
            let what = what.get(language);
            say!(language,
                fr: "Objectif {objective} de la démarche\u{a0}: {what}",
                en: "Objective {objective} of the process: {what}")
        }
        (None, None) => say!(language, fr: "Règles du réseau", en: "Rules of the network"),
    }
}

/// The text on which it rests: its title, else its id.
pub fn source(network: &Network, charter: &Charter, criterion: &Criterion) -> Option<String> {
    let id = criterion.source.as_deref()?;
    let told = |title: Option<&String>, document: Option<&String>, year: Option<u16>| {
        let title = title.or(document)?;
        Some(year.map_or_else(|| title.clone(), |year| format!("{title}, {year}")))
    };
    let own = charter
        .sources
        .get(id)
        .and_then(|text| told(text.title.as_ref(), text.document.as_ref(), text.year));
    let shared = || {
        let entry = network.sources.get(&SourceId::from(id))?;
        told(entry.title.as_ref(), entry.document.as_ref(), entry.year)
    };
    Some(own.or_else(shared).unwrap_or_else(|| id.to_owned()))
}
