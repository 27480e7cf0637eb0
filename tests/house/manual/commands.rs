//! The page of commands: every verb with its usage, its arguments and what each value does.

use apes::commands::command_line;
use apes::commands::shared::french;
use apes::commands::shared::naming::{REPORT_NAMES, VERB_NAMES};
use apes::commands::shared::topics::{ENVIRONMENT, EXIT_CODES};
use apes::language::Language;
use apes::say;
use clap::{Arg, Command};

use super::{cell, origin, sentence};

pub fn page(language: Language) -> String {
    let spoken = command_line(language);
    let plain = command_line(Language::English);
    let title = say!(language, fr: "Les commandes", en: "The commands");
    let about = spoken
        .get_about()
        .map(ToString::to_string)
        .unwrap_or_default();
    let mut page = format!(" {title}\n\n{}\n{about}\n\n", origin(language));
    for verb in plain.get_subcommands().filter(|verb| !verb.is_hide_set()) {
        page.push_str(&chapter(verb, verb.get_name(), &spoken, language));
        for inner in verb.get_subcommands() {
            let name = format!("{} {}", verb.get_name(), inner.get_name());
            page.push_str(&chapter(inner, &name, &spoken, language));
        }
    }
    let everywhere = say!(language, fr: "Partout", en: "Everywhere");
    let options: Vec<&Arg> = plain.get_arguments().collect();
    page.push_str(&format!(
        "# {everywhere}\n\n{}\n{}",
        table("apes", &options, language),
        ending(language)
    ));
    page
}

fn chapter(verb: &Command, name: &str, spoken: &Command, language: Language) -> String {
    let found = name
        .split(' ')
        .try_fold(spoken, |here, word| here.find_subcommand(word));
    let said = found.cloned().unwrap_or_default();
    let about = sentence(
        &said
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default(),
    );
    let usage = said
        .bin_name(format!("apes {name}"))
        .render_usage()
        .to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let mut text = format!("# apes {name}\n\n{about}\n\n```text\n{usage}\n```\n\n");
    let examples: Vec<_> = EXAMPLES.iter().filter(|(verb, ..)| *verb == name).collect();
    for (_, command, fr, en) in examples {
        text.push_str(&format!(
            "- `{command}`{}{}\n",
            say!(language, fr: " : ", en: ": "),
            match language {
                Language::French => fr,
                Language::English => en,
            }
        ));
    }
    let arguments: Vec<&Arg> = verb.get_arguments().collect();
    text + "\n" + &table(name, &arguments, language) + "\n"
}

/// A verb, how it may be called, what that does in French and in English.
const EXAMPLES: &[(&str, &str, &str, &str)] = &[
    (
        "init",
        "apes init --name \"Réseau du pays de Redon\" --territory \"Redon Agglomération\"",
        "commencer dans le dossier où l'on est ([la première heure](premiere-heure.md))",
        "begin in the current folder ([the first hour](first-hour.md))",
    ),
    (
        "new",
        "apes new actor \"Le Café des Voisins\" --at Guise --kind association",
        "une fiche à sa place, ce qui est connu rempli",
        "a record in its place, what is known filled in",
    ),
    (
        "new",
        "apes new territory \"Pays du Coquelicot\"",
        "le code et la sorte viennent des listes officielles",
        "code and kind come from the official lists",
    ),
    (
        "convert",
        "apes convert le-cade --to yaml",
        "les mêmes valeurs, avec les commentaires",
        "the same values, with the comments",
    ),
    (
        "remove",
        "apes remove actor le-cade --mentions",
        "une fiche, et ce qui la nomme",
        "a record, and what names it",
    ),
    (
        "merge",
        "apes merge actor le-cade cade-guise --take A kind",
        "deux fiches d'un même organisme",
        "two records of one body",
    ),
    (
        "migrate",
        "apes migrate --dry-run",
        "ce qui changerait",
        "what would change",
    ),
    (
        "validate",
        "apes validate",
        "tout vérifier",
        "check everything",
    ),
    (
        "validate",
        "apes validate territories/guise",
        "ne parler que d'un dossier",
        "speak of one folder only",
    ),
    (
        "validate",
        "apes validate --skip orphan-actor",
        "laisser un contrôle de côté",
        "leave one check out",
    ),
    (
        "validate",
        "apes validate --format json",
        "pour une autre machine ([forme](../findings.schema.json))",
        "for another machine ([shape](../findings.schema.json))",
    ),
    (
        "fix",
        "apes fix --dry-run",
        "ce qui serait corrigé, sans rien écrire ([exemple](changes.md))",
        "what would be corrected, without writing ([example](changes.md))",
    ),
    (
        "fix",
        "apes fix --only unclosed-quote",
        "un seul contrôle",
        "one check only",
    ),
    (
        "fmt",
        "apes fmt --check",
        "les fiches dont la forme changerait",
        "the records whose form would change",
    ),
    (
        "set",
        "apes set boutique-apprenante-guise theme=\"Transition écologique\"",
        "un mot par son nom ou son identifiant",
        "a word by its name or its id",
    ),
    (
        "set",
        "apes set boutique-apprenante-guise years.2024.actions.appui-emergence=3,5 --remove notes",
        "une valeur donnée, une clé retirée",
        "one value given, one key removed",
    ),
    (
        "add",
        "apes add boutique-apprenante-guise partners.tilt=appui",
        "un partenaire et son rôle",
        "a partner and its role",
    ),
    (
        "rename",
        "apes rename actor le-cade cade-guise",
        "une fiche, et toutes ses mentions",
        "a record, and all its mentions",
    ),
    (
        "rename",
        "apes rename territory guise ville-de-guise",
        "un territoire, avec son dossier",
        "a territory, with its folder",
    ),
    (
        "explain",
        "apes explain",
        "tous les contrôles",
        "all checks",
    ),
    (
        "explain",
        "apes explain unknown-actor",
        "l'un d'eux, avec son exemple",
        "one of them, with its example",
    ),
    (
        "explain",
        "apes explain actor.member",
        "une clé, avec ses mots et un exemple",
        "a key, with its words and an example",
    ),
    (
        "explain",
        "apes explain date",
        "ce qui parle d'un mot",
        "what speaks of a word",
    ),
    (
        "help",
        "apes help",
        "les commandes selon ce que l'on veut faire",
        "the commands by what one wants to do",
    ),
    (
        "help",
        "apes help charter try",
        "l'aide d'une commande",
        "the help of a command",
    ),
    (
        "schema",
        "apes schema --write",
        "tous les schémas dans `schemas/editor`, nommés aux éditeurs",
        "all schemas into `schemas/editor`, named to editors",
    ),
    (
        "completions",
        "apes completions bash > ~/.local/share/bash-completion/completions/apes",
        "pour la prochaine session de bash",
        "for the next session of bash",
    ),
    (
        "report",
        "apes report map --year 2020",
        "la carte d'une année",
        "the map of one year",
    ),
    (
        "report",
        "apes report map --years 2016..2025 -o carte.svg",
        "celle de dix ans, en image",
        "that of ten years, as a picture",
    ),
    (
        "report",
        "apes report network --year 2024 --table ties --dialect excel-fr -o liens.csv",
        "qui fait quoi dans quelle dynamique, pour Excel en français",
        "who does what in which dynamic, for Excel in French",
    ),
    (
        "report",
        "apes report network --year 2024 -o tableaux/",
        "tous les tableaux de ce rapport, un fichier CSV chacun",
        "all tables of this report, a CSV file each",
    ),
    (
        "list",
        "apes list dynamics --theme transition-ecologique",
        "les dynamiques d'une thématique",
        "the dynamics of a theme",
    ),
    (
        "list",
        "apes list actors --territory 59 -o acteurs.csv",
        "les acteurs du Nord, pour un tableur",
        "the actors of the Nord, for a spreadsheet",
    ),
    (
        "list",
        "apes list dynamics --at 2020-12-31",
        "ce qui vivait ce jour-là",
        "what was alive that day",
    ),
    (
        "list",
        "apes list actors --where \"'scic' in statuses.is and is_member\" --columns id,name,territory",
        "les SCIC adhérentes, trois colonnes ([exemples](finding.md))",
        "the SCIC that are members, three columns ([examples](finding.md))",
    ),
    (
        "list",
        "apes list dynamics --format json",
        "pour un programme ([forme](../list.schema.json))",
        "for a program ([shape](../list.schema.json))",
    ),
    (
        "find",
        "apes find manufacture coquelicot",
        "les fiches qui ont ces mots",
        "the records that have these words",
    ),
    (
        "words",
        "apes words actor_kinds",
        "les types d'acteur, avec leurs libellés",
        "the kinds of actor, with their labels",
    ),
    (
        "code",
        "apes code Saint-Nicolas-de-Redon",
        "le code d'une commune, et ce qui est autour",
        "the code of a commune, and what is around it",
    ),
    (
        "code",
        "apes code 22",
        "ce qu'est ou ce que fut un code",
        "what a code is or was",
    ),
    (
        "duplicates",
        "apes duplicates actors",
        "les acteurs qui ont peut-être deux fiches",
        "the actors that may have two records",
    ),
    (
        "set",
        "apes set hauts-de-france --reviewed summary",
        "noter que la traduction du résumé a été relue",
        "note that the translation of the summary was read again",
    ),
    (
        "charter",
        "apes charter",
        "la charte telle qu'elle est aujourd'hui",
        "the charter as it is today",
    ),
    (
        "charter",
        "apes charter --at 2015-12-31 --format html -o charte.html",
        "telle qu'elle était alors, en page à imprimer",
        "as it was then, as a page to print",
    ),
    (
        "charter test",
        "apes charter test",
        "tous les critères",
        "all criteria",
    ),
    (
        "charter try",
        "apes charter try --require fewer-than-three-families 'count(dynamic.families) >= 4'",
        "et si l'on demandait quatre familles d'acteurs",
        "what if four families of actors were asked for",
    ),
    (
        "charter try",
        "apes charter try charte-proposee.toml -o effet.csv",
        "une charte proposée au vote, ses effets pour un tableur",
        "a charter put to the vote, its effects for a spreadsheet",
    ),
    (
        "charter compare",
        "apes charter compare apes .",
        "ce que cet espace de travail a changé de la charte de l'Apes",
        "what this workspace has changed of the charter of Apes",
    ),
    (
        "show",
        "apes show tilt",
        "une fiche, et tout ce qui y renvoie",
        "one record, and all that points to it",
    ),
    (
        "show",
        "apes show actor/la-bon-mine",
        "quand deux fiches ont le même nom",
        "where two records share an id",
    ),
];

fn table(verb: &str, arguments: &[&Arg], language: Language) -> String {
    let head = say!(language, fr: "| mot | ce qu'il fait | valeurs |", en: "| word | what it does \
        | values |");
    let shown = arguments.iter().filter(|argument| !argument.is_hide_set());
    format!(
        "{head}\n|---|---|---|\n{}",
        shown
            .map(|argument| row(verb, argument, language))
            .collect::<String>()
    )
}

fn row(verb: &str, argument: &Arg, language: Language) -> String {
    let name = french::name_of(argument);
    let english = argument
        .get_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    let help = match language {
        Language::French => french::text(verb, &name).map_or(english, str::to_owned),
        Language::English => english,
    };
    let mut values: Vec<String> = possible(argument)
        .iter()
        .map(|value| told(verb, &name, value, language))
        .collect();
    if let Some(default) = argument.get_default_values().first() {
        let default = default.to_string_lossy();
        values.push(say!(language, fr: "par défaut `{default}`", en: "by default `{default}`"));
    }
    format!(
        "| `{}` | {} | {} |\n",
        typed(argument, language),
        cell(&sentence(&help)),
        cell(&values.join(" · "))
    )
}

fn possible(argument: &Arg) -> Vec<clap::builder::PossibleValue> {
    if argument.get_action().takes_values() {
        argument.get_possible_values()
    } else {
        Vec::new()
    }
}

fn told(
    verb: &str,
    argument: &str,
    value: &clap::builder::PossibleValue,
    language: Language,
) -> String {
    let name = value.get_name();
    let said = match language {
        Language::French => french::text(verb, &format!("{argument} {name}")).map(str::to_owned),
        Language::English => value
            .get_help()
            .map(|help| uncapitalised(&help.to_string())),
    };
    let said = said.filter(|said| said.to_lowercase() != name);
    said.map_or(format!("`{name}`"), |said| format!("`{name}` {said}"))
}

/// A text without the capital of its first word; a word in capitals keeps them.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// An argument as one types it: `-o, --output <FILE>`.
fn typed(argument: &Arg, language: Language) -> String {
    let placeholder = argument
        .get_value_names()
        .map(|names| names.join(" "))
        .filter(|_| argument.get_action().takes_values());
    let placeholder = placeholder.map(|english| match language {
        Language::French => in_french(&english),
        Language::English => english,
    });
    let placeholder = placeholder.map(|word| format!("<{word}>"));
    let short = argument
        .get_short()
        .map(|short| format!("-{short}, "))
        .unwrap_or_default();
    match (argument.get_long(), placeholder) {
        (Some(long), Some(value)) => format!("{short}--{long} {value}"),
        (Some(long), None) => format!("{short}--{long}"),
        (None, value) => value.unwrap_or_default(),
    }
}

fn in_french(english: &str) -> String {
    let known = french::PLACEHOLDERS
        .iter()
        .find(|(word, _)| *word == english);
    known.map_or(english, |(_, french)| french).to_owned()
}

fn ending(language: Language) -> String {
    let mut text = say!(language,
        fr: "`--help` (ou `-h`, en bref) marche après chaque commande\u{202f}; `apes help` les range \
            selon ce que l'on veut faire.\n",
        en: "`--help` (or `-h`, in short) works after every command; `apes help` lists them by what \
            one wants to do.\n");
    let names = say!(language,
        fr: "Les noms français des commandes et des rapports",
        en: "The French names of commands and reports");
    text += &format!("\n## {names}\n\n| | |\n|---|---|\n");
    let verbs = VERB_NAMES
        .iter()
        .map(|names| (names.verb.to_owned(), names.french));
    let reports = REPORT_NAMES
        .iter()
        .map(|names| (format!("report {}", names.report), names.french));
    for (name, french) in verbs
        .chain(reports)
        .filter(|(_, french)| !french.is_empty())
    {
        let french: Vec<String> = french.iter().map(|name| format!("`{name}`")).collect();
        text += &format!("| `{name}` | {} |\n", french.join(", "));
    }
    let codes = say!(language,
        fr: "Ce que la commande répond à la machine",
        en: "What the command answers to the machine");
    let environment = say!(language,
        fr: "Ce qui compte dans l'environnement",
        en: "What counts in the environment");
    for (heading, rows) in [(codes, &EXIT_CODES[..]), (environment, &ENVIRONMENT[..])] {
        text += &format!("\n## {heading}\n\n| | |\n|---|---|\n");
        for (word, meaning) in rows {
            let word = word.replace(", ", "`, `");
            text += &format!("| `{word}` | {} |\n", meaning.get(language));
        }
    }
    text
}
