//! The French texts of the command line, a table that `french` reads.

/// French texts by name: a verb, an argument of it, a value of an argument.
///
/// Options are named as they are typed, positional arguments by their English placeholder. A text
/// of one verb bears the name of that verb (`validate --format`) and takes precedence over the text
/// for all verbs. Formats of output have theirs in `renderers/format.rs`.
pub const TEXTS: &[(&str, &str)] = &[
    (
        "apes",
        "Fiches en texte simple pour les réseaux de l'économie solidaire : les vérifier, en \
            dessiner la carte, en tirer des rapports.",
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
    ("--quiet", "N'afficher que le résultat"),
    ("--help", "Afficher l'aide (un résumé avec « -h »)"),
    ("--version", "Afficher la version"),
    (
        "validate",
        "Vérifier chaque fiche : forme, renvois, périodes, codes, chiffres publiés",
    ),
    (
        "validate PATH",
        "Seulement les constats de ces fichiers ou dossiers",
    ),
    ("--only", "Seulement les constats de ces contrôles"),
    ("--skip", "Laisser ces contrôles de côté"),
    (
        "--deny",
        "Finir aussi avec le code 1 pour ceux-ci : `warnings`, `notes`, ou le nom d'un contrôle",
    ),
    (
        "--since",
        "Ne finir avec le code 1 que pour ce qui est nouveau depuis une révision de git, et le \
            montrer d'abord : `origin/main`, `v2024`, un commit",
    ),
    (
        "--baseline",
        "Ne finir avec le code 1 que pour ce qui manque à cette liste de constats connus ; une \
            ligne de trop dans la liste est un constat",
    ),
    (
        "--write-baseline",
        "Écrire la liste de --baseline si elle n'existe pas ; sinon, en ôter ce qui n'est plus \
            vrai",
    ),
    (
        "--all",
        "Montrer tous les constats, chacun avec son extrait, si nombreux qu'ils soient",
    ),
    (
        "--level",
        "Les constats les moins graves qui soient montrés ; les autres sont comptés",
    ),
    ("--level error", "les erreurs seulement"),
    ("--level warning", "les avertissements aussi"),
    ("--level note", "les notes aussi"),
    (
        "--statistics",
        "N'afficher que le nombre de constats de chaque contrôle",
    ),
    (
        "validate --format",
        "Présentation des constats ; par défaut celle que veut la forge dans son intégration \
            continue, sinon `human`",
    ),
    ("validate --format human", "avec des extraits"),
    ("validate --format short", "une ligne par constat"),
    (
        "--format github",
        "des annotations sur les lignes d'une modification",
    ),
    ("--format gitlab", "un rapport de qualité"),
    ("--format sarif", "SARIF 2.1.0"),
    ("--format junit", "des résultats de tests en XML"),
    (
        "validate --output",
        "Écrire les constats dans ce fichier, et afficher pour les personnes ce qui est trouvé",
    ),
    (
        "validate --at",
        "Jour où la charte s'applique et où les échéances sont évaluées, au lieu d'aujourd'hui",
    ),
    ("validate --year", "De même, au dernier jour d'une année"),
    (
        "explain",
        "Expliquer un contrôle, un critère de la charte, une clé, une liste ou un mot, avec un \
            exemple ; sans nom, énumérer tous les contrôles",
    ),
    (
        "explain NAME",
        "Nom d'un contrôle, tel qu'un constat l'écrit entre crochets, d'une clé comme \
            `actor.member`, d'un type de fiche, d'une liste ou d'un mot ; sinon, ce que l'on \
            cherche",
    ),
    ("--technical", "Montrer aussi les expressions d'un critère"),
    (
        "report",
        "Écrire un rapport\u{202f}; sans nom, énumérer les rapports",
    ),
    ("report NAME", "Quel rapport"),
    (
        "--template",
        "Remplir son propre modèle, qui peut utiliser les faits de tous les rapports",
    ),
    (
        "--trust-templates",
        "Mettre le rapport en page par le modèle Typst de l'espace de travail, un programme qui \
            peut prendre tout le temps et toute la mémoire",
    ),
    (
        "--agreement",
        "Seulement cette convention ou cet appel, pour le rapport `funder` : l'identifiant de sa \
            fiche, puis sa clé, comme dans dunkerque/littoral-2023",
    ),
    (
        "--with-us",
        "Compter le réseau lui-même parmi ceux qui coopèrent, dans le rapport `network`",
    ),
    (
        "--within",
        "Nombre de mois à venir dont énumérer les échéances, dans le rapport `freshness` : 6 par \
            défaut",
    ),
    ("--year", "L'année considérée"),
    (
        "--years",
        "La suite d'années considérée, bornes comprises : 2016..2025",
    ),
    (
        "--at",
        "Le jour considéré, où les échéances sont aussi évaluées",
    ),
    ("--theme", "Seulement les dynamiques de cette thématique"),
    (
        "--territory",
        "Seulement ce territoire et ceux qu'il contient : un identifiant ou un code officiel",
    ),
    (
        "--format",
        "Format de sortie ; par défaut celui de l'extension de --output, sinon du texte",
    ),
    ("--paper", "Format de papier de la carte"),
    ("--paper a4", "210 × 297 mm"),
    (
        "--paper a3",
        "297 × 420 mm : plus de place pour les mêmes symboles",
    ),
    ("--landscape", "En paysage, la légende à côté de la carte"),
    (
        "--width",
        "Largeur d'une image PNG en pixels, de 100 à 10000",
    ),
    (
        "--colour-by",
        "Ce qu'indiquent la couleur, la forme et le chiffre d'un symbole",
    ),
    ("--colour-by theme", "la thématique"),
    ("--colour-by stage", "l'étape qu'elle a atteinte en dernier"),
    ("--colour-by form", "la forme de coopération"),
    (
        "--colour-by principle",
        "le nombre de principes de la charte attestés par les partenaires",
    ),
    ("--size-by", "Ce qu'indique la taille d'un symbole"),
    ("--size-by partners", "le nombre de partenaires"),
    ("--size-by resources", "les euros reçus"),
    ("--tint", "Colorer les territoires selon un chiffre compté"),
    ("--tint dynamics", "les dynamiques"),
    ("--tint actors", "les acteurs partenaires de dynamiques"),
    ("--tint members", "les adhérents du réseau"),
    (
        "--tint authorities",
        "les collectivités partenaires de dynamiques",
    ),
    ("--by", "Quels territoires sont colorés"),
    ("--by epci", "les intercommunalités"),
    ("--by departement", "les départements"),
    (
        "--output",
        "Écrire dans ce fichier plutôt qu'au terminal\u{202f}; `-` est la sortie standard, un \
            dossier reçoit un CSV par tableau",
    ),
    (
        "--dialect",
        "Comment un CSV est écrit : pour les données ouvertes, ou pour Excel en français",
    ),
    (
        "--dialect open",
        "virgule, point décimal, UTF-8, dates comme 2024-09-30",
    ),
    (
        "--dialect excel-fr",
        "pour Excel en français : point-virgule, virgule décimale, UTF-8 avec sa marque, dates \
            comme 30/09/2024",
    ),
    (
        "--table",
        "Quel tableau un CSV contient ; par défaut le principal. Un nom inconnu liste ceux qu'il \
            y a",
    ),
    (
        "--incomplete",
        "Sortir avec 0 même si des fichiers n'ont pas pu être lus, ce qui est dit quand même",
    ),
    ("--ascii", "Ne dessiner qu'avec des caractères ASCII"),
    (
        "charter",
        "Lire la charte : ses principes et ses critères en vigueur un jour donné",
    ),
    (
        "charter test",
        "Mettre chaque critère à l'épreuve de ses propres exemples, et signaler ceux qui ne \
            concernent aucune fiche ; finit avec le code 1 si un exemple donne un autre résultat",
    ),
    (
        "charter try",
        "Essayer un amendement avant le vote : quelles fiches cesseraient de respecter un critère, \
            et lesquelles le respecteraient désormais",
    ),
    (
        "charter try FILE",
        "La charte proposée : un fichier entier, ou une retouche qui nomme sa base (`base`)",
    ),
    (
        "--require",
        "La nouvelle exigence d'un critère, comme dans : --require \
            fewer-than-three-families 'count(dynamic.families) >= 4'",
    ),
    (
        "--if",
        "La nouvelle condition d'un critère, qui choisit ses fiches",
    ),
    (
        "charter compare",
        "Comparer deux chartes : principes et critères ajoutés, retirés, modifiés",
    ),
    (
        "charter compare CHARTER",
        "Un fichier de charte, un espace de travail, ou `apes` pour la charte de l'Apes",
    ),
    (
        "charter compare OTHER",
        "La charte à laquelle la comparer, désignée de même",
    ),
    ("list", "Énumérer les fiches d'un type dans un tableau"),
    ("list KIND", "Quelles fiches"),
    ("list KIND territories", "les territoires"),
    ("list KIND actors", "les acteurs"),
    ("list KIND dynamics", "les dynamiques"),
    ("list KIND published", "les chiffres publiés"),
    (
        "reconcile",
        "Comparer aux fiches les chiffres publiés, ou les nombres d'un texte",
    ),
    (
        "reconcile YEAR",
        "Année dont les chiffres publiés sont comparés",
    ),
    (
        "--freeze",
        "Enregistrer le décompte des fiches à la fin de cette année comme une nouvelle fiche de \
            chiffres publiés",
    ),
    (
        "--source",
        "Avec --freeze, la source de la nouvelle fiche, au lieu du décompte lui-même",
    ),
    (
        "--prose",
        "Comparer les nombres qu'un texte Markdown relie aux fiches par des commentaires comme \
            `apes: dynamics at=2020`",
    ),
    (
        "--fix",
        "Avec --prose, écrire dans le texte les nombres des fiches",
    ),
    (
        "geography",
        "Ajouter à l'espace de travail des contours pour les cartes, plus fins que ceux du \
            programme ou d'autres départements",
    ),
    ("geography ACT", "Que faire"),
    ("geography ACT add", "ajouter les contours d'un fichier"),
    (
        "geography FILE",
        "Un fichier officiel de départements, d'intercommunalités ou de régions : du GeoJSON ou du \
            TopoJSON, en degrés ou en Lambert-93",
    ),
    ("--replace", "Remplacer les contours de l'espace de travail"),
    (
        "demo",
        "Écrire un espace de travail fictif, pour essayer le programme : la même graine donne les \
            mêmes octets",
    ),
    (
        "--records",
        "Nombre de fiches à écrire, tous types confondus",
    ),
    ("--seed", "Graine du tirage au sort"),
    (
        "demo --output",
        "Dossier où écrire, qui doit être vide ou ne pas encore exister",
    ),
    ("--syntax", "Syntaxe des fiches"),
    ("--syntax toml", "toutes en TOML"),
    ("--syntax yaml", "toutes en YAML"),
    ("--syntax both", "une sur dix en YAML"),
    (
        "--defects",
        "Nombre de défauts connus à semer, énumérés dans DOSSIER.defects.json",
    ),
    ("show", "Afficher une fiche et tout ce qui y renvoie"),
    (
        "ID",
        "Son identifiant ; `actor/ID` quand plusieurs types le partagent",
    ),
    (
        "--sources",
        "Indiquer quelle affirmation repose sur quelle source",
    ),
];
