//! The words of the page itself: controls, headings, what it says of its own state.

use crate::language::Both;

/// Each by the key under which template and script ask for it; `{…}` is filled by the script.
pub(super) const WORDS: &[(&str, Both)] = &[
    ("skip", Both { fr: "Aller à la liste", en: "Skip to the list" }),
    ("language", Both { fr: "Langue", en: "Language" }),
    (
        "noscript",
        Both {
            fr: "Cette page se tourne, se filtre et se cherche avec JavaScript, qui est désactivé ici\u{a0}: voici la liste simple de toutes les dynamiques.",
            en: "This page is turned, filtered and searched with JavaScript, which is off here: this is the plain list of all dynamics.",
        },
    ),
    ("controls", Both { fr: "Choisir ce qui est montré", en: "Choose what is shown" }),
    ("year", Both { fr: "Année", en: "Year" }),
    ("earlier", Both { fr: "Année précédente", en: "Year before" }),
    ("later", Both { fr: "Année suivante", en: "Year after" }),
    ("whole", Both { fr: "Toute la période {years}", en: "The whole period {years}" }),
    (
        "search",
        Both {
            fr: "Chercher une dynamique, un lieu, un partenaire",
            en: "Search for a dynamic, a place, a partner",
        },
    ),
    ("map", Both { fr: "Carte", en: "Map" }),
    (
        "mapHelp",
        Both {
            fr: "Au clavier\u{a0}: Tab pour entrer dans la carte, les flèches d'un symbole à l'autre, Entrée pour ouvrir la fiche, Échap pour la fermer.",
            en: "By keyboard: Tab to enter the map, arrows from symbol to symbol, Enter to open the record, Escape to close it.",
        },
    ),
    ("larger", Both { fr: "Agrandir la carte", en: "Zoom in" }),
    ("smaller", Both { fr: "Réduire la carte", en: "Zoom out" }),
    ("symbol", Both { fr: "{name}, {theme}, {territory}", en: "{name}, {theme}, {territory}" }),
    (
        "symbols",
        Both { fr: "{n} dynamiques, {theme}, {territory}", en: "{n} dynamics, {theme}, {territory}" },
    ),
    ("elsewhere", Both { fr: "aussi présente ici, comptée ailleurs", en: "also here, counted elsewhere" }),
    ("region", Both { fr: "Échelle régionale", en: "Region-wide" }),
    ("themes", Both { fr: "Thématiques", en: "Themes" }),
    (
        "themesHelp",
        Both {
            fr: "Choisir une ou plusieurs thématiques\u{202f}; sans choix, toutes sont montrées.",
            en: "Choose one theme or several; without a choice, all are shown.",
        },
    ),
    ("stages", Both { fr: "Étapes", en: "Stages" }),
    (
        "stagesHelp",
        Both {
            fr: "L'étape la plus avancée que chaque dynamique avait atteinte.",
            en: "The furthest stage that each dynamic had reached.",
        },
    ),
    ("stageless", Both { fr: "Étape non connue", en: "Stage not known" }),
    ("all", Both { fr: "Tout afficher", en: "Show all" }),
    ("share", Both { fr: "Copier l'adresse de cette vue", en: "Copy the address of this view" }),
    ("shared", Both { fr: "L'adresse de cette vue est copiée.", en: "The address of this view is copied." }),
    ("address", Both { fr: "Adresse de cette vue", en: "Address of this view" }),
    ("tray", Both { fr: "Hors carte", en: "Off the map" }),
    (
        "trayHelp",
        Both {
            fr: "Comptées dans le total, sans lieu sur la carte.",
            en: "Counted in the total, without a place on the map.",
        },
    ),
    ("unplaced", Both { fr: "sans lieu connu", en: "without a known place" }),
    ("byCount", Both { fr: "connues par leur nombre seul", en: "known by count alone" }),
    ("close", Both { fr: "Fermer la fiche", en: "Close the record" }),
    ("legend", Both { fr: "Légende", en: "Legend" }),
    ("without", Both { fr: "territoire sans dynamique", en: "territory without a dynamic" }),
    ("tint1", Both { fr: "1 dynamique", en: "1 dynamic" }),
    ("tint2", Both { fr: "2 à 3", en: "2 to 3" }),
    ("tint3", Both { fr: "4 et plus", en: "4 and more" }),
    ("description", Both { fr: "Description de la carte", en: "Description of the map" }),
    ("list", Both { fr: "Liste des dynamiques", en: "List of dynamics" }),
    (
        "caption",
        Both {
            fr: "Dynamiques qui ont une fiche\u{202f}; les titres de colonnes trient.",
            en: "Dynamics that have a record; column headings sort.",
        },
    ),
    ("name", Both { fr: "Dynamique", en: "Dynamic" }),
    ("theme", Both { fr: "Thématique", en: "Theme" }),
    ("territory", Both { fr: "Territoire", en: "Territory" }),
    ("period", Both { fr: "Période", en: "Period" }),
    ("stage", Both { fr: "Étape", en: "Stage" }),
    ("none", Both { fr: "Aucune dynamique ne répond à ce choix.", en: "No dynamic answers this choice." }),
    (
        "countOne",
        Both {
            fr: "{period}\u{a0}: {n} dynamique affichée sur {all} qui ont une fiche",
            en: "{period}: {n} dynamic shown of {all} that have a record",
        },
    ),
    (
        "countMany",
        Both {
            fr: "{period}\u{a0}: {n} dynamiques affichées sur {all} qui ont une fiche",
            en: "{period}: {n} dynamics shown of {all} that have a record",
        },
    ),
    ("scope", Both { fr: "À propos de ces chiffres", en: "About these figures" }),
];
