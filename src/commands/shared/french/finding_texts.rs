//! The French texts of the verbs that find records.

/// French texts by name, as in [`super::texts::TEXTS`].
pub const FINDING_TEXTS: &[(&str, &str)] = &[
    (
        "set --reviewed",
        "Noter que le texte anglais de ce nom a été relu en regard du français : summary, \
            years.2024.note, texts/2024/perspectives",
    ),
    (
        "list --where",
        "Seulement les fiches qui remplissent une condition, dans le langage des critères : \
            `'scic' in statuses.is and is_member`",
    ),
    (
        "list --columns",
        "Colonnes à montrer, séparées par des virgules : clés des fiches (from, legal.siren), \
            valeurs qui s'en calculent (stage, counted, count(partners)), ou territory, file…",
    ),
    (
        "list --sort",
        "Colonnes selon lesquelles trier, la plus importante d'abord ; un tiret devant l'une met \
            sa plus grande valeur en tête : theme,-from",
    ),
    (
        "find",
        "Chercher des fiches par des mots de leurs noms, autres noms, identifiants, lieux et \
            résumés",
    ),
    (
        "find WORDS",
        "Mots que la fiche doit tous avoir, sans égard aux majuscules ni aux accents ; une lettre \
            peut être fausse",
    ),
    (
        "find --all",
        "Montrer toutes les fiches trouvées, et non les vingt plus probables",
    ),
    (
        "words",
        "Montrer les mots avec lesquels s'écrivent les fiches : toutes les listes, ou les mots \
            d'une",
    ),
    (
        "words LIST",
        "Nom d'une liste, comme `themes` ou `actor_kinds`",
    ),
    (
        "code",
        "Chercher une commune, une intercommunalité, un département ou une région par son nom ou \
            son code officiel, actuel ou ancien",
    ),
    (
        "code NAME or CODE",
        "Un nom, sans égard aux majuscules ni aux accents, dont une lettre peut être fausse ; ou \
            un code",
    ),
    (
        "duplicates",
        "Lister les paires de fiches qui n'en font sans doute qu'une, d'après leurs noms, \
            numéros, adresses et lieux",
    ),
    ("duplicates KIND", "Quelles fiches ; toutes par défaut"),
    ("duplicates KIND territories", "les territoires"),
    ("duplicates KIND actors", "les acteurs"),
    ("duplicates KIND dynamics", "les dynamiques"),
];
