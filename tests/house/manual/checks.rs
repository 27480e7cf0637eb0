//! The page of checks: every rule with its severity, its reason and what is said of its example.

use apes::checks::CHECKS;
use apes::diagnostic::Rule;
use apes::documents::hints::HINTS;
use apes::language::Language;
use apes::say;

use super::{cell, origin, sentence};

pub fn page(language: Language) -> String {
    let faults: Vec<&Rule> = HINTS.iter().map(|fault| &fault.rule).collect();
    let checks: Vec<&Rule> = CHECKS.iter().map(|check| &check.rule).collect();
    let (title, intro) = (title(language), intro(language));
    let mut page = format!("# {title}\n\n{}\n{intro}\n", origin(language));
    let chapters = [
        (
            say!(language, fr: "Fautes d'écriture", en: "Faults of writing"),
            about_faults(language),
            faults,
        ),
        (
            say!(language, fr: "Contrôles", en: "Checks"),
            about_checks(language),
            checks,
        ),
    ];
    for (heading, about, rules) in chapters {
        page.push_str(&format!(
            "## {heading}\n\n{about}\n\n{}\n",
            overview(&rules, language)
        ));
        for rule in rules {
            page.push_str(&section(rule, language));
        }
    }
    page.trim_end().to_owned() + "\n"
}

fn title(language: Language) -> String {
    say!(language, fr: "Ce que `apes validate` peut dire", en: "What `apes validate` may say")
}

fn intro(language: Language) -> String {
    say!(language,
        fr: r#"Chaque constat porte un nom, écrit entre crochets : `erreur[unknown-actor]`. `apes explain unknown-actor` dit
la même chose que cette page, au terminal.

- Une **erreur** est une contradiction, ou un texte illisible : la commande finit avec 1.
- Un **avertissement** laisse les fiches valables ; quelque chose manque, ou semble douteux.
- Une **note** est là pour information.

**Changer la gravité d'un contrôle** pour tout le réseau se fait dans `apes.toml`, avec sa raison :

```toml
[checks.orphan-actor]
level = "note"                       # error, warning, note ou off
because = "Les adhésions sont saisies avant leurs coopérations."
```
"#,
        en: r#"Every finding bears a name, between brackets: `error[unknown-actor]`. `apes explain unknown-actor` says the
same as this page, in the terminal.

- An **error** is a contradiction, or a text that cannot be read: the command ends with 1.
- A **warning** leaves the records valid; something is missing, or looks doubtful.
- A **note** is there for information.

**To change how grave a check is** for the whole network, say so in `apes.toml`, with the reason:

```toml
[checks.orphan-actor]
level = "note"                       # error, warning, note or off
because = "Memberships are entered before their cooperations."
```
"#)
}

fn about_faults(language: Language) -> String {
    say!(language,
        fr: "Ce que l'on rencontre en écrivant un fichier à la main : un guillemet oublié, une clé \
            mal tapée, une date impossible.",
        en: "What people meet when they write a file by hand: a missing quote, a mistyped key, an \
            impossible date.")
}

fn about_checks(language: Language) -> String {
    say!(language,
        fr: "Ce que les fiches, mises ensemble, ont de contradictoire, d'incomplet ou de douteux.",
        en: "What is contradictory, incomplete or doubtful in the records once they are put \
            together.")
}

fn overview(rules: &[&Rule], language: Language) -> String {
    let head = say!(language, fr: "| nom | gravité | pourquoi |", en: "| name | severity | why |");
    let rows = rules.iter().map(|rule| {
        let (name, word) = (rule.name, rule.severity.word(language));
        format!(
            "| [`{name}`](#{name}) | {word} | {} |\n",
            cell(rule.because.get(language))
        )
    });
    format!("{head}\n|---|---|---|\n{}", rows.collect::<String>())
}

fn section(rule: &Rule, language: Language) -> String {
    let (name, word) = (rule.name, rule.severity.word(language));
    let because = sentence(rule.because.get(language));
    let mut text = format!("### {name}\n\n*{}* {because}\n\n", sentence(word));
    // The first finding tells enough on a page; `apes explain` shows more.
    let example = rule
        .example
        .get(language)
        .split("\n\n")
        .next()
        .unwrap_or_default()
        .trim_end();
    if !example.is_empty() {
        text.push_str(&format!("```text\n{example}\n```\n\n"));
    }
    text
}
