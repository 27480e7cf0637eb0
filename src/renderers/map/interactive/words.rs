//! Words of the page itself: controls, headings, status messages.

use crate::language::Bilingual;
use crate::renderers::mark;

/// Words by the key that template and script use; the script fills in `{…}`.
pub(super) const WORDS: &[(&str, Bilingual)] = &[
    (
        "skip",
        Bilingual {
            fr: "Aller à la liste",
            en: "Skip to the list",
        },
    ),
    (
        "language",
        Bilingual {
            fr: "Langue",
            en: "Language",
        },
    ),
    ("mark", mark::SHORT),
    (
        "noscript",
        Bilingual {
            fr: "Changer d'année, filtrer et chercher demandent JavaScript, qui est désactivé \
                ici\u{a0}: voici la liste simple de toutes les dynamiques.",
            en: "Changing years, filters and search need JavaScript, which is off here: this is \
                the plain list of all dynamics.",
        },
    ),
    (
        "controls",
        Bilingual {
            fr: "Choisir ce qui est montré",
            en: "Choose what is shown",
        },
    ),
    (
        "year",
        Bilingual {
            fr: "Année",
            en: "Year",
        },
    ),
    (
        "earlier",
        Bilingual {
            fr: "Année précédente",
            en: "Previous year",
        },
    ),
    (
        "later",
        Bilingual {
            fr: "Année suivante",
            en: "Next year",
        },
    ),
    (
        "whole",
        Bilingual {
            fr: "Toute la période {years}",
            en: "The whole period {years}",
        },
    ),
    (
        "search",
        Bilingual {
            fr: "Chercher une dynamique, un lieu, un partenaire",
            en: "Search for a dynamic, a place, a partner",
        },
    ),
    (
        "map",
        Bilingual {
            fr: "Carte",
            en: "Map",
        },
    ),
    (
        "mapHelp",
        Bilingual {
            fr: "Les boutons + et − agrandissent et réduisent la carte\u{202f}; agrandie, elle \
                se fait défiler. Au clavier\u{a0}: Tab pour entrer dans la carte, les flèches \
                d'un symbole à l'autre, Entrée pour ouvrir la fiche, Échap pour la fermer.",
            en: "The buttons + and − enlarge and reduce the map; enlarged, it scrolls. By \
                keyboard: Tab to enter the map, arrows from symbol to symbol, Enter to open the \
                record, Escape to close it.",
        },
    ),
    (
        "larger",
        Bilingual {
            fr: "Agrandir la carte",
            en: "Zoom in",
        },
    ),
    (
        "smaller",
        Bilingual {
            fr: "Réduire la carte",
            en: "Zoom out",
        },
    ),
    (
        "symbol",
        Bilingual {
            fr: "{name}, {theme}, {territory}",
            en: "{name}, {theme}, {territory}",
        },
    ),
    (
        "symbols",
        Bilingual {
            fr: "{n} dynamiques, {theme}, {territory}",
            en: "{n} dynamics, {theme}, {territory}",
        },
    ),
    (
        "elsewhere",
        Bilingual {
            fr: "aussi présente ici, comptée ailleurs",
            en: "also here, counted elsewhere",
        },
    ),
    (
        "region",
        Bilingual {
            fr: "Échelle régionale",
            en: "Region-wide",
        },
    ),
    (
        "themes",
        Bilingual {
            fr: "Thématiques",
            en: "Themes",
        },
    ),
    (
        "themesHelp",
        Bilingual {
            fr: "Choisir une ou plusieurs thématiques\u{202f}; sans choix, toutes sont montrées.",
            en: "Choose one or more themes; if none is chosen, all are shown.",
        },
    ),
    (
        "stages",
        Bilingual {
            fr: "Étapes",
            en: "Stages",
        },
    ),
    (
        "stagesHelp",
        Bilingual {
            fr: "L'étape que chaque dynamique avait atteinte en dernier.",
            en: "The stage that each dynamic had reached last.",
        },
    ),
    (
        "stageless",
        Bilingual {
            fr: "Étape inconnue",
            en: "Stage unknown",
        },
    ),
    (
        "all",
        Bilingual {
            fr: "Tout afficher",
            en: "Show all",
        },
    ),
    (
        "share",
        Bilingual {
            fr: "Copier l'adresse de cette vue",
            en: "Copy the address of this view",
        },
    ),
    (
        "shared",
        Bilingual {
            fr: "L'adresse de cette vue est copiée.",
            en: "The address of this view is copied.",
        },
    ),
    (
        "address",
        Bilingual {
            fr: "Adresse de cette vue",
            en: "Address of this view",
        },
    ),
    (
        "tray",
        Bilingual {
            fr: "Hors carte",
            en: "Off the map",
        },
    ),
    (
        "trayHelp",
        Bilingual {
            fr: "Comptées dans le total, sans lieu sur la carte.",
            en: "Counted in the total, without a place on the map.",
        },
    ),
    (
        "unplaced",
        Bilingual {
            fr: "sans lieu connu",
            en: "without a known place",
        },
    ),
    (
        "byCount",
        Bilingual {
            fr: "connues par leur nombre seul",
            en: "known by count alone",
        },
    ),
    (
        "close",
        Bilingual {
            fr: "Fermer la fiche",
            en: "Close the record",
        },
    ),
    (
        "legend",
        Bilingual {
            fr: "Légende",
            en: "Legend",
        },
    ),
    (
        "without",
        Bilingual {
            fr: "territoire sans dynamique",
            en: "territory without a dynamic",
        },
    ),
    (
        "tint1",
        Bilingual {
            fr: "1 dynamique",
            en: "1 dynamic",
        },
    ),
    (
        "tint2",
        Bilingual {
            fr: "2 à 3",
            en: "2 to 3",
        },
    ),
    (
        "tint3",
        Bilingual {
            fr: "4 et plus",
            en: "4 and more",
        },
    ),
    (
        "description",
        Bilingual {
            fr: "Description de la carte",
            en: "Description of the map",
        },
    ),
    (
        "list",
        Bilingual {
            fr: "Liste des dynamiques",
            en: "List of dynamics",
        },
    ),
    (
        "caption",
        Bilingual {
            fr: "Dynamiques qui ont une fiche\u{202f}; cliquer sur un titre de colonne pour trier.",
            en: "Dynamics that have a record; press a column heading to sort.",
        },
    ),
    (
        "name",
        Bilingual {
            fr: "Dynamique",
            en: "Dynamic",
        },
    ),
    (
        "theme",
        Bilingual {
            fr: "Thématique",
            en: "Theme",
        },
    ),
    (
        "territory",
        Bilingual {
            fr: "Territoire",
            en: "Territory",
        },
    ),
    (
        "period",
        Bilingual {
            fr: "Période",
            en: "Period",
        },
    ),
    (
        "stage",
        Bilingual {
            fr: "Étape",
            en: "Stage",
        },
    ),
    (
        "none",
        Bilingual {
            fr: "Aucune dynamique ne correspond à ces filtres.",
            en: "No dynamic matches these filters.",
        },
    ),
    (
        "countOne",
        Bilingual {
            fr: "{period}\u{a0}: {n} dynamique affichée sur {all} qui ont une fiche",
            en: "{period}: {n} dynamic shown of {all} that have a record",
        },
    ),
    (
        "countMany",
        Bilingual {
            fr: "{period}\u{a0}: {n} dynamiques affichées sur {all} qui ont une fiche",
            en: "{period}: {n} dynamics shown of {all} that have a record",
        },
    ),
    (
        "scope",
        Bilingual {
            fr: "À propos de ces chiffres",
            en: "About these figures",
        },
    ),
];
