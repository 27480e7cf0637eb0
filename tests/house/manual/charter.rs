//! The page of the charter: the law as a board member reads it, and how a criterion is written.

use apes::charter::builtins::BUILTINS;
use apes::charter::computed::COMPUTED_FIELDS;
use apes::charter::{Charter, Criterion, PrincipleRef, ReturnType, Subject};
use apes::language::Language;
use apes::say;
use apes::sources::Folder;
use apes::workspace;

use super::{cell, origin, sentence};
use crate::golden::{at_root, text_of};

pub fn page(language: Language) -> String {
    let charter = workspace::load(&Folder::at(&at_root("")), Some(language), language)
        .network
        .charter;
    let title = say!(language, fr: "La charte, et ce qu'elle demande aux fiches", en: "The \
        charter, and what it asks of the records");
    let mut page = format!(
        "# {title}\n\n{}\n{}\n",
        origin(language),
        intro(&charter, language)
    );
    page.push_str(&law(&charter, language));
    page.push_str(&sources(&charter, language));
    page.push_str(&writing(language));
    page.trim_end().to_owned() + "\n"
}

fn intro(charter: &Charter, language: Language) -> String {
    let principles = charter
        .principles
        .iter()
        .map(|(_, one)| format!("- **{}**\n", one.label(language)));
    let principles: String = principles.collect();
    say!(language,
        fr: "Les structures signataires s'engagent sur quatre principes, inséparables\u{a0}: qui en tient trois ne tient pas la charte.\n\n\
             {principles}\n\
             La charte est un fichier, `schemas/charter.toml`. Le réseau la change par un vote et par une ligne de ce fichier, sans \
             programmeur. Chaque **critère** lit un principe, ou un objectif de la démarche, dans les fiches\u{a0}: à qui il s'adresse, ce \
             qu'il demande, pourquoi, depuis quand, d'après quel texte. `apes validate` l'applique, et montre côte à côte la fiche et \
             la règle\u{202f}; `apes explain need-unnamed` l'explique par ses propres exemples.\n\n\
             Une **erreur** est une contradiction\u{202f}; un **avertissement** rappelle la charte\u{202f}; une **note** en rappelle l'esprit. Un \
             critère parle de ce que les fiches disent\u{a0}: ce qui n'y est pas dit peut être vrai, et reste à dire. Une année passée est \
             jugée par la règle de son temps\u{a0}: `apes validate --year 2015`.\n",
        en: "Signatories commit themselves to four principles, inseparable: who holds to three does not hold to the charter.\n\n\
             {principles}\n\
             The charter is a file, `schemas/charter.toml`. The network changes it by a vote and a line of that file, without a \
             programmer. Each **criterion** reads a principle, or an objective of the process, in the records: whom it speaks to, \
             what it asks, why, since when, by which text. `apes validate` applies it, and shows record and rule side by side; \
             `apes explain need-unnamed` explains it by its own examples.\n\n\
             An **error** is a contradiction; a **warning** recalls the charter; a **note** recalls its spirit. A criterion speaks \
             of what the records say: what is not said there may be true, and remains to be said. A past year is judged by the \
             law of its time: `apes validate --year 2015`.\n")
}

/// The criteria, principle by principle, then objective by objective, then the rest.
fn law(charter: &Charter, language: Language) -> String {
    let mut text = String::new();
    for (id, principle) in &charter.principles {
        text.push_str(&chapter(
            charter,
            principle.label(language),
            &|one| serves(one, id),
            language,
        ));
    }
    let all =
        say!(language, fr: "Les quatre principes ensemble", en: "The four principles together");
    text.push_str(&chapter(
        charter,
        &all,
        &|one| serves(one, PrincipleRef::EACH),
        language,
    ));
    let objectives = [
        say!(language, fr: "Objectif 1\u{a0}: un collectif qui coopère", en: "Objective 1: a \
            collective that cooperates"),
        say!(language, fr: "Objectif 2\u{a0}: des solutions utiles et solidaires", en: "Objective \
            2: useful, solidarity-based solutions"),
        say!(language, fr: "Objectif 3\u{a0}: un modèle qui dure", en: "Objective 3: a model that \
            lasts"),
    ];
    for (at, title) in (1..).zip(objectives) {
        text.push_str(&chapter(
            charter,
            &title,
            &|one| one.objective == Some(at),
            language,
        ));
    }
    let rest = say!(language, fr: "La démarche, la loi et les usages", en: "The process, the law \
        and customs");
    text.push_str(&chapter(
        charter,
        &rest,
        &|one| one.principle.is_none() && one.objective.is_none(),
        language,
    ));
    text
}

fn serves(one: &Criterion, wanted: &str) -> bool {
    one.principle
        .as_ref()
        .is_some_and(|PrincipleRef(name)| name == wanted)
}

fn chapter(
    charter: &Charter,
    title: &str,
    is_of: &dyn Fn(&Criterion) -> bool,
    language: Language,
) -> String {
    let rows: String = charter
        .criteria
        .iter()
        .filter(|(_, one)| is_of(one))
        .map(|(id, one)| {
            let (found, because) = (one.finding.get(language), one.because.get(language));
            let word = one.level.severity().word(language);
            let kinds = one.applies_to.0.iter().map(|kind| subject(*kind, language));
            let (subject, period) = (kinds.collect::<Vec<_>>().join(", "), one.period());
            let source = match one.source.as_deref() {
                _ if one.is_own_rule() => {
                    say!(language, fr: "règle propre au réseau", en: "the network's own rule")
                }
                Some(source) => format!("[`{source}`](#{source})"),
                None => String::new(),
            };
            let found = cell(&sentence(found));
            format!(
                "| `{id}` | {subject} | {word} | {found} | {} | {period} | {source} |\n",
                cell(&sentence(because))
            )
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let head = say!(language,
        fr: "| critère | fiches | gravité | constat | parce que | en vigueur | texte |",
        en: "| criterion | records | severity | finding | because | in force | text |");
    format!("## {title}\n\n{head}\n|---|---|---|---|---|---|---|\n{rows}\n")
}

fn subject(subject: Subject, language: Language) -> String {
    match subject {
        Subject::Territory => say!(language, fr: "territoires", en: "territories"),
        Subject::Actor => say!(language, fr: "acteurs", en: "actors"),
        Subject::Dynamic => say!(language, fr: "dynamiques", en: "dynamics"),
        Subject::Published => say!(language, fr: "chiffres publiés", en: "published figures"),
    }
}

fn sources(charter: &Charter, language: Language) -> String {
    let title = say!(language, fr: "Les textes", en: "The texts");
    let lines = charter.sources.iter().map(|(id, text)| {
        let name = text
            .title
            .as_deref()
            .or(text.document.as_deref())
            .unwrap_or(id);
        let url = text
            .url
            .as_ref()
            .map(|url| format!(", <{url}>"))
            .unwrap_or_default();
        format!("- <a id=\"{id}\"></a>`{id}` — {name}{url}\n")
    });
    format!("## {title}\n\n{}\n", lines.collect::<String>())
}

/// How a criterion is written.
fn writing(language: Language) -> String {
    let title = say!(language, fr: "Écrire un critère", en: "To write a criterion");
    let whole = text_of("schemas/charter.toml");
    let from = whole.find("[criteria.need-unnamed]").unwrap_or_default();
    let example: String = whole[from..]
        .split("\n\n[criteria.")
        .next()
        .unwrap_or_default()
        .to_owned();
    let example = example.split("\n\n#").next().unwrap_or_default();
    format!(
        "## {title}\n\n{}\n```toml\n{}\n```\n\n{}\n{}\n{}",
        how(language),
        example.trim_end(),
        language_of(language),
        computed_field(language),
        words(language)
    )
}

fn how(language: Language) -> String {
    say!(language,
        fr: "Un critère est un tableau, nommé d'après ce que l'on constate. `if` choisit les fiches\u{202f}; `requires` dit ce qui doit y être\u{202f}; \
             `looks_at`, la clé que l'on montre\u{202f}; `shown`, les faits qui ont décidé\u{202f}; `each`, la liste, ou les listes, dont les lignes se jugent une à une \
             (chacune s'appelle alors `row`)\u{202f}; `principle = \"each\"` le pose une fois par principe (`principle`). Au moins un exemple \
             juste (`right`) et un faux (`wrong`)\u{a0}: avec `beside`, d'autres fiches\u{202f}; avec `as`, sa sorte, si le critère en juge plusieurs\u{202f}; avec `at`, une date (à défaut, l'exemple est jugé \
             quand tout ce qu'il dit est advenu). Toutes les clés sont dans [Les fiches](records.md#la-charte).\n",
        en: "A criterion is a table, named for what is found. `if` chooses the records; `requires` says what must be there; `looks_at`, \
             the key that is shown; `shown`, the facts that decided it; `each`, the list, or the lists, whose rows are judged one by one (each then \
             called `row`); `principle = \"each\"` puts it once for each principle (`principle`). At least one `right` and one `wrong` \
             example: with `beside`, other records; with `as`, its kind, where the criterion judges several; with `at`, a date (unsaid, the example is judged once all that it tells has come \
             to pass). All keys are in [The records](records.md#the-charter).\n")
}

fn language_of(language: Language) -> String {
    say!(language,
        fr: "Une expression s'écrit avec\u{a0}:\n\n\
             - des **chemins**\u{a0}: `dynamic.purpose.needs`, `territory.agreements`, `actor.legal.category`. Le premier nom est celui de la \
             fiche jugée (`record`, si le critère juge plusieurs sortes de fiches\u{a0}: `applies_to = [\"territory\", \"dynamic\"]`), puis `row`, `principle` ou `year` (l'année demandée). Un chemin qui traverse une liste donne toutes les \
             valeurs qu'il y trouve\u{a0}: `dynamic.partners.role`\u{202f}; `id` y donne les identifiants des lignes. Ce qu'aucune fiche ne peut \
             avoir est souligné avant que la première soit lue\u{202f};\n\
             - des **comparaisons**\u{a0}: `==`, `!=`, `<`, `<=`, `>`, `>=`, entre une valeur et une autre\u{202f}; `in` et `not in`, entre une \
             valeur et plusieurs. Les dates se comparent à la précision que les deux ont\u{a0}: 2020 et juin 2020 sont la même année\u{202f};\n\
             - `and`, `or`, `not`, des parenthèses\u{202f}; des textes entre apostrophes, des nombres, des listes entre crochets\u{202f};\n\
             - les **champs calculés** et les **fonctions** ci-dessous.\n\n\
             Ni filtre, ni indice, ni calcul. **Ce qui n'est pas là est vide, jamais une erreur\u{202f}; une comparaison avec rien n'est pas \
             vraie**, `!=` et `not in` compris\u{a0}: pour dire «\u{a0}pas dit\u{a0}», écrire `not dynamic.ended`. Une expression a 500 caractères au \
             plus, une charte 300 critères.\n",
        en: "An expression is written with:\n\n\
             - **paths**: `dynamic.purpose.needs`, `territory.agreements`, `actor.legal.category`. The first name is that of the record \
             judged (`record`, where the criterion judges several kinds: `applies_to = [\"territory\", \"dynamic\"]`), or `row`, `principle` or `year` (the year asked). A path through a list gives all the values found there: \
             `dynamic.partners.role`; `id` gives the ids of its rows. What no record can have is underlined before the first is read;\n\
             - **comparisons**: `==`, `!=`, `<`, `<=`, `>`, `>=`, of one value with another; `in` and `not in`, of one value with \
             several. Dates are compared as precisely as both are known: 2020 and June 2020 are the same year;\n\
             - `and`, `or`, `not`, brackets; texts in single quotes, numbers, lists in square brackets;\n\
             - the **computed fields** and the **functions** below.\n\n\
             No filter, no subscript, no calculation. **What is absent is empty, never an error; a comparison with nothing does not \
             hold**, `!=` and `not in` included: to say “not told”, write `not dynamic.ended`. An expression has 500 characters at \
             most, a charter 300 criteria.\n")
}

fn computed_field(language: Language) -> String {
    let title = say!(language, fr: "Champs calculés", en: "Computed fields");
    let head = say!(language, fr: "| champ | dans | donne | ce qu'il dit |", en: "| field | in | \
        gives | what it says |");
    let rows = COMPUTED_FIELDS.iter().map(|one| {
        let of = one
            .subjects
            .iter()
            .map(|kind| format!("`{}`", kind.name()))
            .collect::<Vec<_>>()
            .join(", ");
        let (returns, about) = (
            returns(one.returns, one.many, language),
            cell(&sentence(one.description.get(language))),
        );
        format!("| `{}` | {of} | {returns} | {about} |\n", one.name)
    });
    format!(
        "### {title}\n\n{head}\n|---|---|---|---|\n{}\n",
        rows.collect::<String>()
    )
}

fn words(language: Language) -> String {
    let title = say!(language, fr: "Fonctions", en: "Functions");
    let head = say!(language, fr: "| s'écrit | reçoit | donne | ce qu'elle dit |", en: "| written | \
        given | gives | what it says |");
    let rows = BUILTINS.iter().map(|word| {
        let given = word
            .parameters
            .iter()
            .map(|given| given.description().get(language))
            .collect::<Vec<_>>()
            .join(" ; ");
        let answer = returns(word.returns, word.many, language);
        let about = cell(&sentence(word.description.get(language)));
        format!(
            "| `{}` | {} | {answer} | {about} |\n",
            word.example,
            cell(&given)
        )
    });
    format!(
        "### {title}\n\n{head}\n|---|---|---|---|\n{}",
        rows.collect::<String>()
    )
}

fn returns(returns: ReturnType, many: bool, language: Language) -> String {
    let one = match returns {
        ReturnType::Boolean => say!(language, fr: "oui ou non", en: "yes or no"),
        ReturnType::Number => say!(language, fr: "un nombre", en: "a number"),
        ReturnType::Date => say!(language, fr: "une date", en: "a date"),
        ReturnType::Text => say!(language, fr: "un texte", en: "a text"),
        ReturnType::Word("principles") => say!(language, fr: "un principe", en: "a principle"),
        ReturnType::Word(list) => {
            say!(language, fr: "un mot de [`{list}`](vocabulary.md#{list})", en: "a word of \
                [`{list}`](vocabulary.md#{list})")
        }
        ReturnType::Category => "`market`, `redistribution`, `reciprocity`".to_owned(),
        ReturnType::Id(kind) => {
            say!(language, fr: "un identifiant (`{kind}`)", en: "an id (`{kind}`)")
        }
    };
    if many {
        say!(language, fr: "plusieurs\u{a0}: {one}", en: "several: {one}")
    } else {
        one
    }
}
