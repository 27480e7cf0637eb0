//! Whether a name that people give to an area is one of the area's own, and which area it names.

use strsim::osa_distance;

use crate::geography::area::{Area, AreaLevel};
use crate::geography::former::former_names;
use crate::geography::gazetteer::{all, communes_of, folded, parts_of_commune};

/// Words that stand in names of all sorts of areas and tell none from another.
const GENERIC: &[&str] = &[
    "agglo",
    "agglomeration",
    "agglomerations",
    "arrondissement",
    "bas",
    "basse",
    "bassin",
    "bourg",
    "ca",
    "canton",
    "cc",
    "centre",
    "cite",
    "coeur",
    "collectivite",
    "com",
    "commune",
    "communaute",
    "communautes",
    "communes",
    "cote",
    "cu",
    "departement",
    "departemental",
    "dept",
    "est",
    "eurometropole",
    "france",
    "grand",
    "grande",
    "grands",
    "haut",
    "haute",
    "intercom",
    "intercommunal",
    "intercommunalite",
    "mairie",
    "metropole",
    "metropolitaine",
    "mont",
    "monts",
    "municipalite",
    "neuve",
    "neuf",
    "nord",
    "nouveau",
    "nouvelle",
    "ouest",
    "pays",
    "petit",
    "petite",
    "plaine",
    "plateau",
    "porte",
    "portes",
    "region",
    "regional",
    "rives",
    "saint",
    "sainte",
    "st",
    "ste",
    "sud",
    "terre",
    "terres",
    "territoire",
    "territoires",
    "urbaine",
    "val",
    "vallee",
    "vallees",
    "vieux",
    "ville",
    "villes",
];

/// Articles and prepositions.
const LINKING: &[&str] = &[
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lez", "pres",
    "sous", "sur",
];

/// Endings that make the name of a land or of its people from that of a town: Cholet, Choletais.
const ENDINGS: &[&str] = &[
    "ais", "aise", "ain", "aine", "ard", "arde", "een", "eenne", "ien", "ienne", "in", "ine",
    "ois", "oise", "ie",
];

/// Returns whether a name may be one of an area: it shares a word with an official name of it, of
/// the areas whose place it took, or of its parts, or has one that differs by a slip or an ending.
#[must_use]
pub fn may_be_named(area: &Area, name: &str) -> bool {
    let own: Vec<&str> = [Some(area.name), area.short]
        .into_iter()
        .flatten()
        .collect();
    own.iter().any(|official| is_like(name, official))
        || former_names(area).any(|former| is_like(name, former))
        || names_a_part(area, name)
}

/// Returns whether two names share a telling word, or nearly do.
fn is_like(name: &str, official: &str) -> bool {
    let (given, known) = (telling_words(name), telling_words(official));
    given
        .iter()
        .any(|word| known.iter().any(|other| is_near(word, other)))
}

/// Returns whether a name has a telling word of a part of an area: of a commune, those that merged
/// into it; of an intercommunality, its communes. Wider areas have too many parts for that.
fn names_a_part(area: &Area, name: &str) -> bool {
    let given = telling_words(name);
    let has_word = |part: &str| telling_words(part).iter().any(|word| given.contains(word));
    match area.level {
        AreaLevel::Commune => parts_of_commune(area.code).any(has_word),
        AreaLevel::Epci => communes_of(area)
            .iter()
            .any(|commune| has_word(commune.name)),
        _ => false,
    }
}

/// Returns the only area of a level that has all telling words of a name and no other.
#[must_use]
pub fn only_named(level: AreaLevel, name: &str) -> Option<Area> {
    let mut wanted = telling_words(name);
    wanted.sort_unstable();
    let mut found = all(level).filter(|area| {
        [Some(area.name), area.short]
            .into_iter()
            .flatten()
            .any(|official| {
                let mut words = telling_words(official);
                words.sort_unstable();
                words == wanted
            })
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Returns the words of a name that tell it from others; of a name without any, all but articles.
pub(super) fn telling_words(name: &str) -> Vec<String> {
    let folded_name: String = folded(name).collect();
    let mut words: Vec<String> = folded_name
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty() && !LINKING.contains(word))
        .map(str::to_owned)
        .collect();
    if words.iter().any(|word| !GENERIC.contains(&word.as_str())) {
        words.retain(|word| !GENERIC.contains(&word.as_str()));
    }
    words
}

/// Returns whether two words are the same but for a slip or the ending of a people's name.
fn is_near(word: &str, other: &str) -> bool {
    word == other
        || word.len().min(other.len()) >= 5 && osa_distance(word, other) <= slips(word)
        || is_derived(word, other)
        || is_derived(other, word)
}

/// Returns the number of slips that a word of its length may have.
fn slips(word: &str) -> usize {
    if word.len() < 9 { 1 } else { 2 }
}

/// Returns whether a word is another with such an ending: Lillois of Lille.
fn is_derived(word: &str, base: &str) -> bool {
    let stem = base.trim_end_matches(['e', 's']);
    let ending = word.strip_prefix(stem).filter(|_| stem.len() >= 3);
    ending.is_some_and(|ending| {
        ENDINGS.contains(&ending.trim_end_matches('s')) || ENDINGS.contains(&ending)
    })
}

#[cfg(test)]
mod tests {
    use super::{may_be_named, only_named};
    use crate::geography::{AreaLevel, find};

    fn may_be(level: AreaLevel, code: &str, name: &str) -> bool {
        may_be_named(&find(level, code).unwrap(), name)
    }

    #[test]
    fn names_of_an_area_are_known() {
        for (level, code, name) in [
            (AreaLevel::Commune, "59350", "Ville de Lille"),
            (AreaLevel::Commune, "92036", "Ville de Genneviliers"),
            (AreaLevel::Commune, "02361", "Guise et alentours"),
            (AreaLevel::Commune, "69149", "Pierre-Bénite"),
            (AreaLevel::Epci, "200071678", "Agglomération du Choletais"),
            (AreaLevel::Epci, "200060473", "Communauté du Sud"),
            (AreaLevel::Departement, "59", "Département du Nord"),
            (AreaLevel::Region, "32", "Nord-Pas-de-Calais"),
            (AreaLevel::Region, "32", "Région Hauts-de-France"),
        ] {
            assert!(may_be(level, code, name), "{name}");
        }
    }

    #[test]
    fn names_of_others_are_not() {
        for (level, code, name) in [
            (AreaLevel::Commune, "59349", "Linselles"),
            (AreaLevel::Commune, "28134", "Ville de Cenon"),
            (AreaLevel::Commune, "62516", "Ville de Lille"),
            (AreaLevel::Commune, "02691", "Saint-Martin"),
            (
                AreaLevel::Epci,
                "200072460",
                "Métropole européenne de Lille",
            ),
            (AreaLevel::Departement, "59", "Pas-de-Calais"),
            (AreaLevel::Departement, "62", "Nord"),
            (AreaLevel::Region, "11", "Hauts-de-France"),
        ] {
            assert!(!may_be(level, code, name), "{name}");
        }
    }

    #[test]
    fn a_name_without_its_generic_words_names_one_area() {
        let code = |level, name| only_named(level, name).map(|area| area.code);
        assert_eq!(code(AreaLevel::Commune, "Ville de Cenon"), Some("33119"));
        assert_eq!(code(AreaLevel::Commune, "Linselles"), Some("59352"));
        assert_eq!(
            code(AreaLevel::Epci, "Métropole européenne de Lille"),
            Some("200093201")
        );
        assert_eq!(code(AreaLevel::Commune, "Saint-Martin"), None, "several");
    }
}
