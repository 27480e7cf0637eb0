//! The nouns by which sentences name what an expression reads.

use crate::charter::expression::Path;
use crate::documents::other_names;
use crate::language::{Bilingual, Language};

/// Nouns with their article, by the last names of a path; the first row that fits is taken.
#[rustfmt::skip] // A row a line can be read as the table that it is.
const NOUNS: &[(&str, &str, &str)] = &[
    ("purpose.needs", "les besoins auxquels elle répond", "the needs that it meets"),
    ("purpose.identified_with", "les personnes avec qui ces besoins ont été identifiés",
        "those with whom these needs were identified"),
    ("purpose.solution", "la réponse apportée", "the solution found"),
    ("years.results", "les résultats d'une année", "the results of a year"),
    ("partners.from", "les dates d'arrivée des partenaires", "the dates at which partners joined"),
    ("partners", "les partenaires", "the partners"),
    ("governance.hears", "les parties prenantes entendues", "the stakeholders heard"),
    ("governance.bodies", "les instances de gouvernance", "the bodies of its governance"),
    ("governance.one_person_one_vote", "le principe « une personne, une voix »",
        "the rule of one person, one vote"),
    ("families", "les familles d'acteurs", "the families of actors"),
    ("family", "la famille de l'acteur", "the family of the actor"),
    ("local_partners", "les partenaires établis sur place", "the partners based there"),
    ("resource_categories", "les sortes de ressources", "the types of resources"),
    ("network_role", "le rôle du réseau", "the role of the network"),
    ("duration", "la durée en années", "the duration in years"),
    ("ended", "la manière dont elle a pris fin", "the way in which it ended"),
    ("form", "la forme de la dynamique", "the form of the dynamic"),
    ("collective.priorities", "les priorités du collectif", "the priorities of the collective"),
    ("collective.identified_with", "les personnes avec qui ces priorités ont été trouvées",
        "those with whom these priorities were found"),
    ("collective", "le collectif", "the collective"),
    ("agreements_in_force", "les conventions en vigueur", "the agreements in force"),
    ("agreements", "les conventions", "the agreements"),
    ("started", "le début", "the beginning"),
    ("charter.signed", "la date de signature de la charte",
        "the date on which the charter was signed"),
    ("charter.evidence", "les engagements attestés", "the evidence for principles"),
    ("principles_missing", "les principes sans preuve", "the principles without evidence"),
    ("principles_shown", "les principes attestés", "the principles with evidence"),
    ("surplus.indivisible_reserves", "les réserves impartageables", "the indivisible reserves"),
    ("surplus.kept", "la part des excédents gardée, en pour cent",
        "the share of the surplus that is kept, in per cent"),
    ("surplus", "l'emploi des excédents", "the use of the surplus"),
    ("place", "la commune", "the commune"),
    ("address", "l'adresse", "the address"),
    ("kind", "le type", "the kind"),
    ("statuses.is", "les statuts et agréments", "the statuses and approvals"),
    ("legal.category", "la catégorie juridique", "the legal category"),
    ("social_usefulness", "les titres d'utilité sociale", "the heads of social usefulness"),
    ("evidence", "la preuve", "the evidence"),
    ("note", "la remarque", "the note"),
    ("reached", "les dates atteintes", "the dates reached"),
    ("with", "les signataires", "the signatories"),
    ("from", "la date de début", "the date of its beginning"),
    ("to", "la date de fin", "the date of its end"),
    ("voted", "la date du vote", "the date of the vote"),
    ("seen", "les années où on l'a constaté", "the years in which it was seen"),
    ("told_by", "ceux qui l'ont dit", "those who told it"),
    ("is", "le titre", "the title"),
];

/// The noun of a path, with its article.
pub(super) fn noun(path: &Path, language: Language) -> String {
    let keys: Vec<&str> = path.keys.iter().map(|key| key.name.as_str()).collect();
    let found = NOUNS.iter().find(|(last, ..)| {
        let last: Vec<&str> = last.split('.').collect();
        keys.ends_with(&last)
    });
    if let Some((_, fr, en)) = found {
        return Bilingual { fr, en }.get(language).to_owned();
    }
    let Some(key) = keys.last() else {
        return root(&path.root.name, language).to_owned();
    };
    let spoken = key.replace('_', " ");
    match language {
        // The first of the other names is the French one.
        Language::French => {
            let french = other_names(key).first().copied().unwrap_or(&spoken);
            language.quoted(french)
        }
        Language::English => language.quoted(&spoken),
    }
}

fn root(name: &str, language: Language) -> &'static str {
    let words = match name {
        "territory" => Bilingual {
            fr: "le territoire",
            en: "the territory",
        },
        "actor" => Bilingual {
            fr: "l'acteur",
            en: "the actor",
        },
        "dynamic" => Bilingual {
            fr: "la dynamique",
            en: "the dynamic",
        },
        "row" => Bilingual {
            fr: "la ligne",
            en: "the row",
        },
        "principle" => Bilingual {
            fr: "le principe examiné",
            en: "the principle in question",
        },
        "year" => Bilingual {
            fr: "l'année examinée",
            en: "the year in question",
        },
        _ => Bilingual {
            fr: "la fiche",
            en: "the record",
        },
    };
    words.get(language)
}

/// A noun without its article, for a number before it.
pub(super) fn without_article(noun: &str) -> &str {
    ["les ", "des ", "le ", "la ", "l'", "the "]
        .iter()
        .find_map(|article| noun.strip_prefix(article))
        .unwrap_or(noun)
}
