//! The nouns that reports count, in both languages, singular and plural.

use crate::language::Language;

/// A noun that is counted, alone or with the words that agree with it.
#[derive(Clone, Copy)]
pub struct Noun {
    /// French singular, then plural.
    fr: [&'static str; 2],
    /// English singular, then plural.
    en: [&'static str; 2],
}

impl Noun {
    /// A noun: French singular and plural, English singular and plural.
    pub const fn new(fr: [&'static str; 2], en: [&'static str; 2]) -> Self {
        Self { fr, en }
    }
}

pub const ACTORS: Noun = Noun::new(["acteur", "acteurs"], ["actor", "actors"]);
pub const CRITERIA: Noun = Noun::new(["critère", "critères"], ["criterion", "criteria"]);
pub const DYNAMICS: Noun = Noun::new(["dynamique", "dynamiques"], ["dynamic", "dynamics"]);
pub const LEVERS: Noun = Noun::new(["levier", "leviers"], ["lever", "levers"]);
pub const OBSTACLES: Noun = Noun::new(["frein", "freins"], ["obstacle", "obstacles"]);
pub const PARTNERSHIPS: Noun = Noun::new(
    ["partenariat", "partenariats"],
    ["partnership", "partnerships"],
);
pub const PRINCIPLES: Noun = Noun::new(["principe", "principes"], ["principle", "principles"]);
pub const RECORDS: Noun = Noun::new(["fiche", "fiches"], ["record", "records"]);
pub const SIGNATORIES: Noun =
    Noun::new(["signataire", "signataires"], ["signatory", "signatories"]);
pub const STATEMENTS: Noun =
    Noun::new(["affirmation", "affirmations"], ["statement", "statements"]);
pub const TERRITORIES: Noun =
    Noun::new(["territoire", "territoires"], ["territory", "territories"]);
pub const THEMES: Noun = Noun::new(["thématique", "thématiques"], ["theme", "themes"]);
pub const YEARS: Noun = Noun::new(["an", "ans"], ["year", "years"]);

/// A count with its noun: `0 acteur`, `2 acteurs`; `0 actors`, `1 actor`.
///
/// French keeps the singular below two.
#[must_use]
pub fn counted<N: TryInto<usize>>(count: N, noun: &Noun, language: Language) -> String {
    let [one, many] = match language {
        Language::French => noun.fr,
        Language::English => noun.en,
    };
    language.count(count.try_into().unwrap_or(usize::MAX), one, many)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_agree_with_their_counts() {
        assert_eq!(counted(0, &ACTORS, Language::French), "0 acteur");
        assert_eq!(counted(2_u64, &ACTORS, Language::French), "2 acteurs");
        assert_eq!(counted(0, &CRITERIA, Language::English), "0 criteria");
        assert_eq!(
            counted(1_usize, &CRITERIA, Language::English),
            "1 criterion"
        );
    }
}
