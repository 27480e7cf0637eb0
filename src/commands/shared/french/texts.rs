//! The texts of the command line in French.

/// What each word of the command line does, in French: a verb, an argument, a value that needs a
/// word of its own.
///
/// Options are named as they are typed, positional arguments by their English placeholder. A text
/// for one verb
/// alone has that verb before it (`validate --format`) and wins over the text for all.
pub const TEXTS: &[(&str, &str)] = &[
    (
        "apes",
        "Fiches en texte simple pour les réseaux de l'économie solidaire : les vérifier, en \
            dessiner la carte, en raconter l'année.",
    ),
    (
        "--root",
        "L'espace de travail, au lieu du premier dossier, en remontant, qui contient `apes.toml` \
            ou `territories/`",
    ),
    ("--lang", "Langue des messages et des rapports"),
    ("--color", "Quand mettre de la couleur"),
    ("--color auto", "au terminal, sauf si `NO_COLOR` est défini"),
    ("--color always", "toujours"),
    ("--color never", "jamais"),
    ("--quiet", "Ne dire que ce qui est demandé"),
    ("--help", "Afficher l'aide (un résumé avec « -h »)"),
    ("--version", "Afficher la version"),
    (
        "validate",
        "Vérifier chaque fiche : forme, renvois, périodes, codes, chiffres publiés",
    ),
    ("validate PATH", "Ne parler que de ces fichiers ou dossiers"),
    ("--only", "Ne parler que de ces contrôles"),
    ("--skip", "Laisser ces contrôles de côté"),
    ("--deny", "Finir avec 1 aussi sur un avertissement"),
    ("validate --format", "Comment écrire les constats"),
    ("validate --format human", "avec des extraits"),
    ("validate --format short", "une ligne chacun"),
    (
        "validate --at",
        "Le jour dont la règle s'applique et où les échéances sont jugées, au lieu d'aujourd'hui",
    ),
    ("validate --year", "De même, au dernier jour d'une année"),
    (
        "explain",
        "Dire pourquoi un contrôle ou un critère de la charte existe, avec un exemple ; sans nom, \
            les énumérer tous",
    ),
    (
        "explain NAME",
        "Nom d'un contrôle ou d'un critère, tel qu'il est écrit entre crochets dans un constat",
    ),
    ("report", "Écrire un rapport"),
    ("report NAME", "Quel rapport"),
    (
        "--template",
        "Remplir un modèle à soi, qui peut nommer les faits de tous les rapports",
    ),
    (
        "--agreement",
        "Seulement cette convention ou cet appel, pour le rapport `funder` : l'identifiant de sa \
            fiche, puis sa clé, comme dans dunkerque/littoral-2023",
    ),
    (
        "--within",
        "Combien de mois à l'avance dire ce qui s'achève",
    ),
    ("--year", "Ce qui était vrai dans une année"),
    (
        "--years",
        "Ce qui était vrai dans une suite d'années, bornes comprises : 2016..2025",
    ),
    (
        "--at",
        "Ce qui était vrai un jour donné ; c'est aussi le jour où les échéances sont jugées",
    ),
    ("--theme", "Seulement les dynamiques de cette thématique"),
    (
        "--territory",
        "Seulement ce territoire et ceux qu'il contient : un identifiant ou un code officiel",
    ),
    (
        "--format",
        "Comment l'écrire ; par défaut selon la terminaison de --output, sinon en texte",
    ),
    ("--format text", "pour le terminal"),
    ("--format md", "Markdown"),
    ("--format json", "pour les machines"),
    ("--format csv", "pour les tableurs"),
    (
        "--format ics",
        "iCalendar, quand le rapport dit des jours à venir",
    ),
    ("--format svg", "une image, quand le rapport en a une"),
    (
        "--format html",
        "un seul fichier HTML pour le navigateur et l'impression, qui ne demande rien à personne",
    ),
    ("--format pdf", "des pages à imprimer"),
    ("--format odt", "un document de bureautique"),
    (
        "--format dot",
        "le graphe pour Graphviz, quand le rapport en a un",
    ),
    (
        "--format graphml",
        "le graphe pour d'autres programmes, quand le rapport en a un",
    ),
    ("--format png", "la même image, en pixels"),
    ("--paper", "Papier pour lequel la carte est dessinée"),
    ("--paper a4", "210 × 297 mm"),
    (
        "--paper a3",
        "297 × 420 mm : plus de place pour les mêmes symboles",
    ),
    (
        "--landscape",
        "Dessiner à l'italienne, la légende à côté de la carte",
    ),
    (
        "--width",
        "Largeur d'une image PNG en pixels, de 100 à 10000",
    ),
    (
        "--colour-by",
        "Ce que disent la couleur, la forme et le chiffre d'un symbole",
    ),
    ("--colour-by theme", "sa thématique"),
    ("--colour-by stage", "l'étape qu'elle a atteinte en dernier"),
    ("--colour-by form", "sa forme de coopération"),
    (
        "--colour-by principle",
        "combien de principes de la charte ses partenaires attestent",
    ),
    ("--size-by", "Ce que dit la taille d'un symbole"),
    ("--size-by partners", "combien de partenaires elle a"),
    ("--size-by resources", "les euros qu'elle a reçus"),
    ("--tint", "Teinter le fond de carte par un chiffre compté"),
    ("--tint dynamics", "les dynamiques"),
    ("--tint actors", "les acteurs partenaires de dynamiques"),
    ("--tint members", "les adhérents du réseau"),
    ("--tint authorities", "les collectivités partenaires"),
    ("--by", "Quelles aires sont teintées"),
    ("--by epci", "les intercommunalités"),
    ("--by departement", "les départements"),
    ("--output", "Écrire dans ce fichier plutôt qu'au terminal"),
    ("--ascii", "Ne dessiner qu'avec des caractères simples"),
    (
        "charter",
        "Lire la charte : ses principes, et ce qu'elle demande aux fiches, en vigueur un jour \
            donné",
    ),
    (
        "charter test",
        "Mettre chaque critère à l'épreuve de ses propres exemples, et dire lesquels ne \
            rencontrent aucune fiche ; finit avec 1 si un exemple dit autrement",
    ),
    (
        "charter try",
        "Essayer un amendement avant le vote : quelles fiches passeraient de tenir à manquer, et \
            inversement",
    ),
    (
        "charter try FILE",
        "La charte telle qu'elle serait : un fichier entier, ou une retouche qui nomme sa base \
            (`base`)",
    ),
    (
        "--require",
        "Ce qu'un critère demanderait, par son nom, comme dans : --require \
            fewer-than-three-families 'count(dynamic.families) >= 4'",
    ),
    ("--if", "Quelles fiches un critère regarderait"),
    (
        "charter compare",
        "Comparer deux chartes : principes et critères ajoutés, retirés, changés",
    ),
    (
        "charter compare CHARTER",
        "Un fichier de charte, un espace de travail, ou `apes` pour la charte de l'Apes",
    ),
    (
        "charter compare OTHER",
        "La charte à laquelle la comparer, nommée de même",
    ),
    ("list", "Énumérer les fiches d'un type dans un tableau"),
    ("list KIND", "Quelles fiches"),
    ("list KIND territories", "les territoires"),
    ("list KIND actors", "les acteurs"),
    ("list KIND dynamics", "les dynamiques"),
    ("list KIND published", "les chiffres publiés"),
    (
        "reconcile",
        "Comparer les chiffres publiés avec les fiches, ou les nombres d'un texte",
    ),
    (
        "reconcile YEAR",
        "L'année dont les chiffres publiés sont comparés",
    ),
    (
        "--freeze",
        "Écrire ce que les fiches donnent à la fin de cette année comme une nouvelle fiche de \
            chiffres publiés",
    ),
    (
        "--source",
        "Avec --freeze, la source sur laquelle repose la nouvelle fiche, au lieu du dénombrement \
            lui-même",
    ),
    (
        "--prose",
        "Comparer les nombres qu'un texte Markdown ancre dans les fiches par des commentaires \
            comme `apes: dynamics at=2020`",
    ),
    (
        "--mend",
        "Avec --prose, écrire dans le texte les nombres des fiches",
    ),
    (
        "geography",
        "Lire dans l'espace de travail des contours plus fins que ceux qui sont intégrés, ou \
            d'autres départements",
    ),
    ("geography ACT", "Que faire"),
    ("geography ACT add", "ajouter les contours d'un fichier"),
    (
        "geography FILE",
        "Un fichier officiel de départements, d'intercommunalités ou de régions : du GeoJSON ou du \
            TopoJSON, en degrés ou en Lambert-93",
    ),
    (
        "--replace",
        "Les mettre à la place de ceux de l'espace de travail",
    ),
    (
        "demo",
        "Écrire un espace de travail inventé, pour l'essai : les mêmes octets pour la même graine",
    ),
    (
        "--records",
        "Nombre de fiches à écrire, tous types confondus",
    ),
    ("--seed", "La graine : d'où part le hasard"),
    (
        "demo --output",
        "Le dossier où écrire, qui doit être vide ou ne pas exister encore",
    ),
    ("--syntax", "Dans quelle syntaxe écrire les fiches"),
    ("--syntax toml", "toutes en TOML"),
    ("--syntax yaml", "toutes en YAML"),
    ("--syntax both", "une sur dix en YAML"),
    (
        "--defects",
        "Semer autant de défauts connus, énumérés dans DOSSIER.defects.json",
    ),
    ("show", "Montrer une fiche avec tout ce qui y renvoie"),
    (
        "show ID",
        "Son identifiant ; `actor/ID` quand plusieurs types le partagent",
    ),
    (
        "--sources",
        "Dire quelle affirmation repose sur quelle source",
    ),
];

/// What stands for a value in usage lines: the word in English, in French.
pub const PLACEHOLDERS: &[(&str, &str)] = &[
    ("A..B", "A..B"),
    ("ACT", "ACTION"),
    ("AREA", "AIRE"),
    ("CHARTER", "CHARTE"),
    ("DAY", "JOUR"),
    ("DIR", "DOSSIER"),
    ("FIGURE", "CHIFFRE"),
    ("FILE", "FICHIER"),
    ("FORMAT", "FORMAT"),
    ("ID", "ID"),
    ("ID EXPRESSION", "ID EXPRESSION"),
    ("KIND", "TYPE"),
    ("LANG", "LANGUE"),
    ("LEVEL", "NIVEAU"),
    ("N", "N"),
    ("NAME", "NOM"),
    ("OTHER", "AUTRE"),
    ("PAPER", "PAPIER"),
    ("PATH", "CHEMIN"),
    ("PIXELS", "PIXELS"),
    ("RECORD/KEY", "FICHE/CLÉ"),
    ("S", "S"),
    ("SYNTAX", "SYNTAXE"),
    ("TERRITORY", "TERRITOIRE"),
    ("THEME", "THÉMATIQUE"),
    ("WHAT", "QUOI"),
    ("WHEN", "QUAND"),
    ("YEAR", "ANNÉE"),
];
