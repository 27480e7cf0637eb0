//! The French texts of the verbs by which people get to know the program.

/// Texts of these verbs, a part of the table that `french` reads.
pub const TEXTS_TO_KNOW: &[(&str, &str)] = &[
    (
        "help",
        "Énumérer les commandes selon ce que l'on veut faire ; avec un nom, l'aide d'une commande \
            ou d'un sujet",
    ),
    (
        "help COMMAND|TOPIC",
        "Une commande, comme `charter try`, ou un sujet",
    ),
    (
        "doctor",
        "Dire si le programme, l'espace de travail et la machine sont en ordre, et que faire \
            sinon ; finit avec le code 1 si quelque chose ne l'est pas",
    ),
    (
        "schema",
        "Afficher le schéma d'un type de fichier, ou les écrire tous, pour que les éditeurs \
            complètent et vérifient les fiches à la frappe, avec les mots du réseau",
    ),
    ("schema SCHEMA", "Quel schéma est affiché"),
    (
        "--write",
        "Écrire tous les schémas dans un dossier de l'espace de travail, par défaut \
            `schemas/editor`, où `apes validate` dit quand ils ne sont plus à jour ; et les nommer \
            dans les réglages des éditeurs",
    ),
    (
        "--ids",
        "N'admettre que les identifiants de fiches qui existent",
    ),
    (
        "completions",
        "Afficher un script qui complète dans un shell les commandes, les options et les noms des \
            fiches, des mots, des contrôles et des clés",
    ),
    ("completions SHELL", "Quel shell"),
    (
        "completions SHELL bash",
        "`apes completions bash > ~/.local/share/bash-completion/completions/apes`",
    ),
    (
        "completions SHELL zsh",
        "`apes completions zsh > DOSSIER/_apes`, dans un dossier de `$fpath`",
    ),
    (
        "completions SHELL fish",
        "`apes completions fish > ~/.config/fish/completions/apes.fish`",
    ),
    (
        "completions SHELL powershell",
        "`apes completions powershell >> $PROFILE`",
    ),
    (
        "man",
        "Écrire des pages de manuel pour Unix, en anglais dans `man1`, en français dans `fr/man1`",
    ),
    (
        "man --output",
        "Dossier où écrire, comme `/usr/local/share/man`",
    ),
    (
        "complete",
        "Énumérer ce qui peut suivre sur une ligne de commande",
    ),
    ("LINE", "La ligne telle qu'elle est tapée jusqu'ici"),
];
