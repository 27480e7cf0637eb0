//! The kinds of file as the manual introduces them, each with a record of this workspace.

use apes::language::Bilingual;

/// A kind of file.
pub struct Kind {
    /// Name of its schema.
    pub schema: &'static str,
    /// How a person calls it.
    pub title: Bilingual,
    /// Where it lies.
    pub place: &'static str,
    /// What it is for, and how one begins.
    pub about: Bilingual,
    /// Shown in full: its path, and how many of its lines (0: all).
    pub example: (&'static str, usize),
}

pub const KINDS: [Kind; 9] = [
    Kind {
        schema: "territory",
        title: Bilingual {
            fr: "Un territoire",
            en: "A territory",
        },
        place: "territories/<id>/territory.toml",
        about: Bilingual {
            fr: "Là où des gens coopèrent : une commune, une intercommunalité, un quartier, un pays. Son code officiel suffit à \
                 savoir où il est, combien d'habitants il compte et ce qu'il contient. On y note depuis quand le réseau le suit, \
                 les conventions signées avec ses collectivités, et les étapes du processus qu'il a atteintes, de la \
                 sensibilisation à l'émancipation.",
            en: "Where people cooperate: a commune, an intercommunality, a neighbourhood. Its official code is enough to know \
                 where it is, how many people live there and what it contains. Its record says since when the network works \
                 there, which agreements were signed with its authorities, and which stages of the process it has reached, \
                 from awareness to emancipation.",
        },
        example: (
            "examples/hauts-de-demain/territories/bethune-bruay/territory.toml",
            0,
        ),
    },
    Kind {
        schema: "actor",
        title: Bilingual {
            fr: "Un acteur",
            en: "An actor",
        },
        place: "territories/<id>/actors/<id>.toml",
        about: Bilingual {
            fr: "Qui coopère : une association, une coopérative, une collectivité, une entreprise, un collectif d'habitants. \
                 Jamais une personne. `name` et `kind` suffisent pour commencer ; l'adhésion et les preuves de la charte viennent \
                 quand on les connaît.",
            en: "Who cooperates: an association, a cooperative, an authority, a company, a group of residents. Never a person. \
                 `name` and `kind` are enough to begin; membership and the evidence of the charter come when they are known.",
        },
        example: (
            "examples/hauts-de-demain/territories/dunkerque/actors/les-amis-du-bulot.toml",
            0,
        ),
    },
    Kind {
        schema: "dynamic",
        title: Bilingual {
            fr: "Une dynamique",
            en: "A dynamic",
        },
        place: "territories/<id>/dynamics/<id>.toml",
        about: Bilingual {
            fr: "Ce que des acteurs font naître ensemble : une boutique partagée, un réseau, un lieu. C'est ce que la carte \
                 dessine et ce que les rapports comptent, par thématique et par année. On y dit qui prend part (`partners`), à quel \
                 besoin elle répond (`purpose`), et quand elle a été vue (`seen`) ou depuis quand elle vit (`from`).",
            en: "What actors bring to life together: a shared shop, a network, a place. It is what the map draws and what reports \
                 count, by theme and by year. It says who takes part (`partners`), which need it answers (`purpose`), and when \
                 it was seen (`seen`) or since when it lives (`from`).",
        },
        example: (
            "examples/hauts-de-demain/territories/metropole-lilloise/dynamics/achats-du-palier.toml",
            0,
        ),
    },
    Kind {
        schema: "published",
        title: Bilingual {
            fr: "Des chiffres publiés",
            en: "Published figures",
        },
        place: "territories/<id>/published/<id>.toml",
        about: Bilingual {
            fr: "Ce que le réseau a imprimé : « 48 dynamiques, 160 adhérents ». Un chiffre publié est une affirmation que les \
                 fiches doivent tenir. `records = \"partial\"` dit que ce qui manque n'est connu que par son nombre : les rapports \
                 le montrent ainsi, et n'inventent rien pour le remplir. `complete` dit que les fiches doivent donner le même nombre.",
            en: "What the network has printed: “48 dynamics, 160 members”. A published figure is a claim that the records must \
                 bear out. `records = \"partial\"` says that what is missing is known by its number alone: reports show it so, and \
                 invent nothing to fill it. `complete` says that the records must give the same number.",
        },
        example: (
            "examples/hauts-de-demain/territories/hauts-de-demain/published/bilan-2021.toml",
            0,
        ),
    },
    Kind {
        schema: "sources",
        title: Bilingual {
            fr: "Les sources",
            en: "The sources",
        },
        place: "territories/sources.toml",
        about: Bilingual {
            fr: "Les documents que plusieurs fiches citent, chacun sous un identifiant. Une source qui ne sert qu'une fois s'écrit \
                 directement dans la fiche.",
            en: "The documents that several records cite, each under an id. A source that serves once is written in the record \
                 itself.",
        },
        example: ("examples/hauts-de-demain/territories/sources.toml", 18),
    },
    Kind {
        schema: "person",
        title: Bilingual {
            fr: "Les personnes",
            en: "The persons",
        },
        place: "<people>/<id>.toml",
        about: Bilingual {
            fr: "Les fiches ne disent que des fonctions. La personne derrière un contact a la sienne à part, dans le dossier privé \
                 que nomme `people` dans `apes.toml`, d'ordinaire un dépôt voisin que peu de gens peuvent lire. Rien de ce qu'elle \
                 contient n'est affiché ni publié par défaut ; n'est montré que ce que couvre un accord en vigueur pour cet usage : \
                 donné, ni échu ni retiré. Sans ce dossier, les contacts sont des fonctions, et rien ne manque.",
            en: "Records tell roles only. The person behind a contact has a file apart, in the private folder that `people` in \
                 `apes.toml` names, usually a repository next door that few can read. Nothing in it is displayed or published by \
                 default; only what a living consent for that purpose covers is shown: given, neither over nor withdrawn. Without \
                 the folder, contacts are roles, and nothing is missing.",
        },
        example: ("examples/hauts-de-demain-people/p-003.toml", 0),
    },
    Kind {
        schema: "settings",
        title: Bilingual {
            fr: "Les réglages de l'espace de travail",
            en: "The settings of the workspace",
        },
        place: "apes.toml",
        about: Bilingual {
            fr: "À la racine : qui est ce réseau, dans quelle langue il parle, quels contrôles il \
                règle autrement, et pourquoi.",
            en: "At the root: who this network is, which language it speaks, which checks it sets \
                otherwise, and why.",
        },
        example: ("examples/hauts-de-demain/apes.toml", 0),
    },
    Kind {
        schema: "vocabulary",
        title: Bilingual {
            fr: "Le vocabulaire",
            en: "The vocabulary",
        },
        place: "schemas/vocabulary.toml",
        about: Bilingual {
            fr: "Les mots du réseau, en deux langues. Tous se lisent dans [Les mots du réseau](vocabulary.md). Un vocabulaire peut \
                 partir d'un autre, comme une charte : avec `base = \"apes\"`, ses mots remplacent ceux de même identifiant ou \
                 viennent à la fin de leur liste, à moins que `after` ou `before` ne dise leur place ; `[struck.themes.mise-en-recit]` \
                 retire un mot dont le réseau ne se sert pas, et dit pourquoi.",
            en: "The words of the network, in two languages. All are to be read in [The words of the network](vocabulary.md). A \
                 vocabulary may start from another, as a charter may: with `base = \"apes\"`, its words replace those of the same \
                 id or come last in their list, unless `after` or `before` says their place; `[struck.themes.mise-en-recit]` takes \
                 away a word that the network does not use, and says why.",
        },
        example: ("schemas/vocabulary.toml", 17),
    },
    Kind {
        schema: "charter",
        title: Bilingual {
            fr: "La charte",
            en: "The charter",
        },
        place: "schemas/charter.toml",
        about: Bilingual {
            fr: "Les quatre principes, inséparables, et les critères qui les cherchent dans les fiches. Une charte peut partir d'une \
                 autre : `base = \"apes\"`, ou le chemin d'un autre fichier de l'espace de travail. Elle ne dit alors que ce qui \
                 change : sous `[amended.…]` quelques clés d'un critère, sous `[struck.…]` ce qui n'est pas repris et pourquoi, sous \
                 `[criteria.…]` et `[principles.…]` ce qui s'ajoute. Les exemples qu'elle reprend restent jugés par les principes et \
                 les mots de qui les a écrits ; retirer un principe retire aussi les critères de la base qui le servent. Un constat montre le fichier qui pose la règle ; \
                 `apes:charter.toml` est celui de l'Apes. `apes charter` donne le tout à lire, `apes charter try` dit avant un vote \
                 quelles fiches un changement toucherait, `apes charter compare` met deux chartes côte à côte.",
            en: "The four principles, inseparable, and the criteria that look for them in the records. A charter may start from \
                 another: `base = \"apes\"`, or the path of another file of the workspace. It then says only what changes: under \
                 `[amended.…]` some keys of a criterion, under `[struck.…]` what is not taken over and why, under `[criteria.…]` \
                 and `[principles.…]` what is added. Examples that it takes over remain judged by the principles and the words of \
                 those who wrote them; striking a principle strikes the criteria of the base that serve it, too. A finding shows the file that sets the rule; `apes:charter.toml` is that of \
                 Apes. `apes charter` gives the whole to read, `apes charter try` tells before a vote which records a change would \
                 touch, `apes charter compare` sets two charters side by side.",
        },
        example: ("schemas/charter.toml", 91),
    },
];

/// What begins the page.
pub const INTRO: Bilingual = Bilingual {
    fr: r#"Tout tient dans des fichiers de texte que l'on ouvre avec n'importe quel éditeur. **Une fiche, un fichier.** Le dossier
dit de quoi il s'agit, le nom du fichier est l'identifiant ; rien ne se répète à l'intérieur.

```text
apes.toml                                qui est ce réseau
schemas/vocabulary.toml                  ses mots : thématiques, étapes, rôles…
territories/
  sources.toml                           les documents que plusieurs fiches citent
  guise/
    territory.toml                       le territoire « guise »
    actors/<id>.toml                     un acteur
    dynamics/boutique-apprenante-guise.toml   une dynamique
    published/<id>.toml                  des chiffres publiés
```

## Écrire une fiche

Une ligne est une **clé**, un signe `=` et une **valeur**. Un texte se met entre guillemets droits, un nombre non. Une liste se met
entre crochets. Un titre entre crochets, comme `[partners]`, ouvre un tableau : tout ce qui suit lui appartient, jusqu'au titre
suivant. Les clés simples viennent donc **avant** le premier titre. Après `#`, c'est une remarque pour qui lit le fichier.

```toml
name = "Le Jardin partagé"               # un texte
seen = [2021, 2023]                      # une liste d'années
from = "2024-11"                         # un mois : entre guillemets

[partners]                               # un tableau : qui prend part, et comment
tilt = "appui"
```

Les mêmes clés s'écrivent aussi en YAML (`.yaml`), avec `:` au lieu de `=` ; les codes et les numéros y restent entre
guillemets. `apes validate` dit ce qui ne va pas, où, et comment le corriger.

Un **identifiant** est pour la vie : des minuscules sans accent, des chiffres, des traits d'union. Pour changer de nom, changer
`name` et ajouter l'ancien à `aliases`. Là où l'on nomme un territoire, son identifiant ou son code officiel convient (`"02361"`,
toujours entre guillemets).

Dans les tableaux ci-dessous, `*` tient la place d'un nom que l'on choisit ou que l'on prend dans une liste, et `[]` celle de chaque
élément d'une liste.
"#,
    en: r#"Everything is in text files that any editor opens. **One record, one file.** The folder says what it is, the name of the
file is its id; nothing is repeated inside.

```text
apes.toml                                who this network is
schemas/vocabulary.toml                  its words: themes, stages, roles…
territories/
  sources.toml                           documents that several records cite
  guise/
    territory.toml                       the territory “guise”
    actors/<id>.toml                     an actor
    dynamics/boutique-apprenante-guise.toml   a dynamic
    published/<id>.toml                  published figures
```

## Writing a record

A line is a **key**, the sign `=` and a **value**. A text goes between straight quotes, a number does not. A list goes between
brackets. A heading between brackets, like `[partners]`, opens a table: all that follows belongs to it, up to the next heading.
Simple keys therefore come **before** the first heading. After `#` comes a remark for whoever reads the file.

```toml
name = "Le Jardin partagé"               # a text
seen = [2021, 2023]                      # a list of years
from = "2024-11"                         # a month: in quotes

[partners]                               # a table: who takes part, and how
tilt = "appui"
```

The same keys may be written in YAML (`.yaml`), with `:` instead of `=`; codes and numbers of registers and
telephones stay in quotes. `apes validate` says what is wrong, where, and how to mend it.

An **id** is for life: lower-case letters without accents, digits, hyphens. To rename, change `name` and add the former one to
`aliases`. Wherever a territory is named, its id or its official code serves (`"02361"`, always in quotes).

In the tables below, `*` stands for a name that you choose or take from a list, and `[]` for each item of a list.
"#,
};
