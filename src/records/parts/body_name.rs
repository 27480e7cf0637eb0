//! One name in its many spellings: the names of bodies compared, acronyms with their words.

use strsim::osa_distance;

use crate::records::parts::id::id_from_name;
use crate::sources::Cut;

/// Words that tell of the legal form of a body, or that it is invented, and not who it is.
const FORMS: &[&str] = &[
    "asbl",
    "ass",
    "asso",
    "association",
    "assoc",
    "coop",
    "cooperative",
    "ei",
    "ess",
    "eurl",
    "fictif",
    "fiction",
    "fictive",
    "gie",
    "loi",
    "sa",
    "sarl",
    "sas",
    "sasu",
    "scic",
    "scop",
    "snc",
    "societe",
];

/// Articles, prepositions and the like, which acronyms mostly pass over.
const LINKING: &[&str] = &[
    "a", "an", "and", "au", "aux", "avec", "d", "dans", "de", "des", "du", "en", "et", "for", "in",
    "l", "la", "le", "les", "lez", "of", "on", "ou", "par", "pour", "s", "sous", "sur", "the",
    "un", "une", "vers",
];

/// Words that are written in short.
const SHORT: &[(&str, &[&str])] = &[
    ("ca", &["communaute", "agglomeration"]),
    ("cc", &["communaute", "communes"]),
    ("cu", &["communaute", "urbaine"]),
    ("commune", &["ville"]),
    ("mairie", &["ville"]),
    ("municipalite", &["ville"]),
    ("dept", &["departement"]),
    ("st", &["saint"]),
    ("ste", &["sainte"]),
];

/// Endings of addresses of the web, which names bear at times.
const WEB_ENDINGS: &[&str] = &["com", "coop", "eu", "fr", "net", "org"];

/// Shortest word in which one letter may be wrong, and in which two may.
const ONE_SLIP: usize = 5;
const TWO_SLIPS: usize = 10;

/// Fewest letters of an acronym that stands alone.
const SHORTEST_ACRONYM: usize = 3;

/// Fewest letters of an acronym that may pass over one word: RTES.
const SKIPPING_ACRONYM: usize = 4;

/// Letters that an acronym takes from one word at most: SYMEVAD.
const LETTERS_OF_WORD: usize = 3;

/// A name ready for comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyName {
    /// All words but those of the legal form, in order.
    words: Vec<String>,
    /// Those that tell, in the singular.
    telling: Vec<String>,
}

/// How two names are alike, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameLikeness {
    /// The same words, but for case, accents, signs, articles and the legal form.
    Same,
    /// The same words, but for those of the place.
    ButPlace,
    /// An acronym and its words; the number of its letters.
    Acronym(usize),
    /// The same words, with a slip in one or several; the number of letters of the telling words.
    Slip(usize),
    /// All words of one, of which there are several, are in the other.
    Within,
}

impl BodyName {
    /// Prepares a name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let folded = id_from_name(&name.replace('&', " et "));
        let all: Vec<&str> = folded.split('-').filter(|word| !word.is_empty()).collect();
        let all = match all.split_last() {
            Some((last, rest)) if !rest.is_empty() && is_address(name, last) => rest,
            _ => &all[..],
        };
        let words: Vec<String> = all
            .iter()
            .filter(|word| !FORMS.contains(word))
            .flat_map(|word| written_out(word))
            .map(str::to_owned)
            .collect();
        // A name of nothing else is compared by what it has.
        let words = if words.iter().all(|word| is_linking(word)) {
            all.iter().map(|word| (*word).to_owned()).collect()
        } else {
            words
        };
        let telling = words
            .iter()
            .filter(|word| !is_linking(word))
            .map(|word| singular(word).to_owned())
            .collect();
        Self { words, telling }
    }

    /// The words that tell the name from others.
    #[must_use]
    pub fn telling(&self) -> &[String] {
        &self.telling
    }

    /// The telling words in one text, equal for names that are the same; empty for a name without
    /// any.
    #[must_use]
    pub fn key(&self) -> String {
        self.telling.join(" ")
    }

    /// How two names are alike; `None` if they are not. Words of `place` tell nothing of who it is.
    #[must_use]
    pub fn likeness(&self, other: &Self, place: &[String]) -> Option<NameLikeness> {
        if self.telling.is_empty() || other.telling.is_empty() {
            return None;
        }
        let is_same = self.telling == other.telling
            || self.telling.concat() == other.telling.concat()
            || self.words.concat() == other.words.concat();
        if is_same {
            return Some(NameLikeness::Same);
        }
        let (mine, theirs) = (self.without(other), other.without(self));
        let common = self.telling.len() - mine.len();
        let letters = self.telling.concat().len();
        match (&mine[..], &theirs[..]) {
            ([], []) => Some(NameLikeness::Same),
            ([], extra) | (extra, []) => {
                let is_place = extra.iter().all(|word| place.iter().any(|it| it == word));
                if is_place {
                    Some(NameLikeness::ButPlace)
                } else {
                    (common > 1 && extra.len() == 1).then_some(NameLikeness::Within)
                }
            }
            _ => {
                let acronym = acronym_of(&mine, other, &theirs, common)
                    .or_else(|| acronym_of(&theirs, self, &mine, common));
                acronym.map(NameLikeness::Acronym).or_else(|| {
                    differ_by_slips(&mine, &theirs).then_some(NameLikeness::Slip(letters))
                })
            }
        }
    }

    /// The telling words that another name has not.
    fn without(&self, other: &Self) -> Vec<&str> {
        let mut left: Vec<&String> = other.telling.iter().collect();
        let mut rest = Vec::new();
        for word in &self.telling {
            match left.iter().position(|it| *it == word) {
                Some(place) => {
                    left.remove(place);
                }
                None => rest.push(word.as_str()),
            }
        }
        rest
    }

    /// Whether this whole name is an acronym of another.
    #[must_use]
    pub fn is_acronym_of(&self, other: &Self) -> bool {
        match &self.telling[..] {
            [letters] => {
                letters.len() >= SHORTEST_ACRONYM
                    && other.telling.len() > 1
                    && spells(letters, &other.words, 0, letters.len() >= SKIPPING_ACRONYM)
            }
            _ => false,
        }
    }
}

/// The names in one text: the text itself, and an acronym with the words that it stands for where
/// one is beside the other: `CRESS (Chambre régionale de l'économie sociale et solidaire)`.
#[must_use]
pub fn names_in(text: &str) -> Vec<BodyName> {
    let mut names = vec![BodyName::of(text)];
    let parts: Vec<&str> = text
        .split(['(', ')', '—', '–', ':', '/'])
        .flat_map(|part| part.split(" - "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if let [first, second] = &parts[..] {
        let [first, second] = [first, second].map(|part| BodyName::of(part));
        if first.is_acronym_of(&second) || second.is_acronym_of(&first) {
            names.extend([first, second]);
        }
    }
    names
}

/// Whether a name ends as an address of the web does: `LeCourtCircuit.fr`.
fn is_address(name: &str, last: &str) -> bool {
    WEB_ENDINGS.contains(&last) && name.to_lowercase().ends_with(&format!(".{last}"))
}

fn written_out<'w>(word: &&'w str) -> Vec<&'w str> {
    let found = SHORT.iter().find(|(short, _)| short == word);
    found.map_or_else(|| vec![*word], |(_, words)| words.to_vec())
}

fn is_linking(word: &str) -> bool {
    LINKING.contains(&word)
}

/// A word without the ending of a plural, unless it is so short that it may be an acronym: MRES.
fn singular(word: &str) -> &str {
    match word.strip_suffix(['s', 'x']) {
        Some(stem) if stem.len() > 3 && !stem.ends_with('s') => stem,
        _ => word,
    }
}

/// The letters of a word that is an acronym of what another name has instead of it; `None` if it is
/// none.
fn acronym_of(own: &[&str], other: &BodyName, instead: &[&str], common: usize) -> Option<usize> {
    let [letters] = own else { return None };
    // Beside common words, two letters are enough: CA, CU.
    let least = if common > 0 { 2 } else { SHORTEST_ACRONYM };
    if letters.len() < least || instead.len() < 2 || letters.len() > 2 * LETTERS_OF_WORD + 2 {
        return None;
    }
    // The words in question with the linking words among them, which some acronyms use: ADEME.
    let words: Vec<String> = other
        .words
        .iter()
        .filter(|word| is_linking(word) || instead.contains(&singular(word)))
        .cloned()
        .collect();
    let may_skip = letters.len() >= SKIPPING_ACRONYM && instead.len() > 2;
    spells(letters, &words, 0, may_skip).then_some(letters.len())
}

/// Whether letters are the beginnings of words, in order; one telling word may be passed over.
fn spells(letters: &str, words: &[String], from: usize, may_skip: bool) -> bool {
    let Some(word) = words.get(from) else {
        return letters.is_empty();
    };
    let longest = LETTERS_OF_WORD.min(word.len()).min(letters.len());
    let begins = (1..=longest).any(|count| {
        letters.before(count) == word.before(count)
            && spells(letters.behind(count), words, from + 1, may_skip)
    });
    begins
        || is_linking(word) && spells(letters, words, from + 1, may_skip)
        || may_skip && spells(letters, words, from + 1, false)
}

/// Whether each word of one list is one of the other but for a slip.
fn differ_by_slips(one: &[&str], other: &[&str]) -> bool {
    let mut left = other.to_vec();
    let are_near = one.len() == other.len()
        && one.iter().all(|word| {
            let found = left.iter().position(|it| is_near(word, it));
            found.map(|place| left.remove(place)).is_some()
        });
    // A space too many or too few.
    are_near || is_near(&one.concat(), &other.concat())
}

/// Whether two words differ by a slip; those with digits never do.
#[must_use]
pub fn is_near(one: &str, other: &str) -> bool {
    let length = one.chars().count().min(other.chars().count());
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    if length < ONE_SLIP || has_digit(one) || has_digit(other) {
        return false;
    }
    let slips = if length < TWO_SLIPS { 1 } else { 2 };
    one.len().abs_diff(other.len()) <= slips && osa_distance(one, other) <= slips
}

#[cfg(test)]
mod tests {
    use super::{BodyName, NameLikeness, names_in};

    fn likeness(one: &str, other: &str) -> Option<NameLikeness> {
        let (one, other) = (names_in(one), names_in(other));
        let pairs = one
            .iter()
            .flat_map(|name| other.iter().map(move |it| (name, it)));
        pairs.filter_map(|(name, it)| name.likeness(it, &[])).min()
    }

    #[test]
    fn one_name_has_many_spellings() {
        for (one, other) in [
            ("Le CADE", "CADE"),
            ("Association Le Cade", "CADE (asso)"),
            ("Extra-Muros", "Extramuros"),
            ("LeCourtCircuit.fr", "Le Court-Circuit"),
            ("Cœur d'Ostrevent", "Coeur d’Ostrevent"),
            ("Mairie de Lens", "Ville de Lens"),
            (
                "CC du Pays du Coquelicot",
                "Communauté de communes du Pays du Coquelicot",
            ),
            ("Tilt", "SCIC SAS Tilt"),
            ("Artisans & Compagnie", "Artisans et compagnie"),
        ] {
            assert_eq!(
                likeness(one, other),
                Some(NameLikeness::Same),
                "{one} | {other}"
            );
        }
    }

    #[test]
    fn acronyms_are_read() {
        for (one, other) in [
            (
                "MRES",
                "Maison régionale de l'environnement et des solidarités",
            ),
            (
                "RTES",
                "Réseau des collectivités territoriales pour une économie solidaire",
            ),
            (
                "ADEME",
                "Agence de l'environnement et de la maîtrise de l'énergie",
            ),
            (
                "SYMEVAD",
                "Syndicat mixte d'élimination et de valorisation des déchets",
            ),
            (
                "CCI Artois",
                "Chambre de commerce et d'industrie de l'Artois",
            ),
            ("CCAS de Lille", "Centre communal d'action sociale de Lille"),
            ("CERDD", "Centre ressource du développement durable"),
        ] {
            let found = likeness(one, other);
            assert!(
                matches!(found, Some(NameLikeness::Acronym(_))),
                "{one}: {found:?}"
            );
            assert_eq!(found, likeness(other, one), "{one}");
        }
        let beside = "CRESS (Chambre régionale de l'économie sociale et solidaire)";
        assert_eq!(likeness(beside, "CRESS"), Some(NameLikeness::Same));
    }

    #[test]
    fn other_bodies_have_other_names() {
        for (one, other) in [
            ("Ville d'Arras", "Communauté urbaine d'Arras"),
            ("Ville de Lille", "Ville de Lomme"),
            (
                "Maison de quartier de Moulins",
                "Maison de quartier de Wazemmes",
            ),
            ("Conserverie du 9", "Conserverie du 8"),
            ("Emmaüs — Lille", "Emmaüs — Lens"),
            (
                "Agglomération de Cambrai (fiction)",
                "Agglomération de Denain (fiction)",
            ),
            ("La Bici", "La Bio"),
            ("", "Tilt"),
        ] {
            assert_eq!(likeness(one, other), None, "{one} | {other}");
        }
        let slip = likeness("Les Anges Gardins", "Les Anges Gradins");
        assert!(matches!(slip, Some(NameLikeness::Slip(_))), "{slip:?}");
        assert_eq!(BodyName::of("La Scop").key(), "scop");
    }
}
