//! The French texts of the verbs that begin, write and change records.

/// French texts by name, as in `texts`.
pub const TEXTS: &[(&str, &str)] = &[
    (
        "fix",
        "Corriger les fiches là où un constat propose un changement ; finit avec le code 1 tant \
            qu'il reste des erreurs",
    ),
    (
        "fix PATH",
        "Seulement les constats de ces fichiers ou dossiers",
    ),
    ("--dry-run", "Montrer ce qui changerait, sans rien écrire"),
    (
        "fmt",
        "Donner aux fiches une même forme : les clés dans l'ordre du manuel, une ligne vide entre \
            les tableaux",
    ),
    ("fmt PATH", "Seulement ces fichiers ou dossiers"),
    (
        "--check",
        "Ne rien écrire ; nommer les fiches qui changeraient, et finir avec le code 1 s'il y en a",
    ),
    (
        "set",
        "Donner de nouvelles valeurs à des clés d'une fiche, ou les retirer ; refusé si cela \
            apportait une erreur",
    ),
    (
        "set KEY=VALUE",
        "Une clé et sa nouvelle valeur ; les mots et les fiches par identifiant ou par nom, comme \
            dans partners.tilt=appui",
    ),
    ("--remove", "Retirer une clé et sa valeur"),
    (
        "add",
        "Ajouter des valeurs aux listes et aux tableaux d'une fiche ; refusé si cela apportait une \
            erreur",
    ),
    (
        "add KEY=VALUE",
        "Une clé et ce qui s'y ajoute, comme dans seen=2024 ou partners.tilt=appui",
    ),
    (
        "rename",
        "Donner un autre identifiant à une fiche : son fichier change de nom, tout ce qui la nomme \
            suit, l'ancien identifiant reste parmi ses autres noms",
    ),
    ("rename KIND", "Ce qui est renommé"),
    ("KIND territory", "un territoire, avec son dossier"),
    ("KIND actor", "un acteur"),
    ("KIND dynamic", "une dynamique"),
    ("KIND published", "des chiffres publiés"),
    ("KIND source", "une source de `territories/sources.toml`"),
    ("rename OLD", "Son identifiant actuel"),
    (
        "rename NEW",
        "Son nouvel identifiant : des minuscules sans accents, des chiffres et des tirets",
    ),
    (
        "init",
        "Commencer un réseau dans un dossier : réglages, premier territoire, exemples, recettes \
            pour l'intégration continue",
    ),
    ("init DIR", "Le dossier ; par défaut, celui où l'on est"),
    ("init --name", "Nom du réseau"),
    (
        "init --territory",
        "Son premier territoire, par son nom officiel ou son code",
    ),
    (
        "init --kind",
        "Sorte de territoire, quand plusieurs portent ce nom ou qu'aucun n'est officiel",
    ),
    (
        "--repository",
        "L'adresse git où l'intégration continue prend ce programme",
    ),
    (
        "--revision",
        "Le commit de ce programme que l'intégration continue utilise",
    ),
    (
        "new",
        "Écrire une nouvelle fiche à sa place : ce qui est connu est rempli, toutes les autres \
            clés sont en commentaires",
    ),
    ("new KIND", "Ce qui est nouveau"),
    (
        "new NAME",
        "Son nom, tel qu'on le dit ; pour un territoire, son code officiel convient aussi",
    ),
    (
        "new KEY=VALUE",
        "Des clés et leurs valeurs, comme seen=2024 ou partners.tilt=appui",
    ),
    (
        "--id",
        "Son identifiant, au lieu de celui que donne son nom",
    ),
    (
        "new --at",
        "Où cela se trouve : le nom officiel ou le code d'une commune, ou du territoire lui-même",
    ),
    (
        "new --territory",
        "Le territoire dont cela relève, par son identifiant ou son nom",
    ),
    ("new --kind", "Sa sorte, par son identifiant ou son nom"),
    (
        "new --theme",
        "La thématique d'une dynamique, par son identifiant ou son nom",
    ),
    ("new --from", "Depuis quand : une année, un mois ou un jour"),
    (
        "--source",
        "D'où on le tient : l'identifiant d'une source, ou son titre",
    ),
    ("new --format", "Syntaxe de son fichier"),
    ("new --format toml", "TOML"),
    ("new --format yaml", "YAML"),
    ("new --dry-run", "Montrer le fichier, sans rien écrire"),
    (
        "convert",
        "Écrire une fiche dans l'autre syntaxe, commentaires compris : la fin du nom de son \
            fichier change",
    ),
    ("--to", "La syntaxe voulue"),
    ("--to toml", "TOML"),
    ("--to yaml", "YAML"),
    (
        "remove",
        "Retirer une fiche ou une source ; refusé tant que quelque chose la nomme, sauf à retirer \
            aussi ces mentions",
    ),
    ("remove KIND", "Ce qui est retiré"),
    ("remove ID", "Son identifiant"),
    (
        "--mentions",
        "Retirer aussi son nom de tout ce qui la nomme",
    ),
    (
        "merge",
        "Réunir deux fiches d'un même organisme : ce que dit B va dans A, et tout ce qui nommait B \
            nomme A",
    ),
    ("merge KIND", "Ce qu'elles décrivent"),
    ("merge A", "Identifiant de la fiche qui reste"),
    (
        "merge B",
        "Identifiant de la fiche qui s'en va, et qui reste parmi les autres noms",
    ),
    (
        "--take",
        "Là où les deux se contredisent : de laquelle garder la valeur, et de quelle clé",
    ),
    (
        "migrate",
        "Mettre les fiches d'une version plus ancienne du programme à son format actuel",
    ),
];
