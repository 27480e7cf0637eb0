//! `unknown-word`: a word that the network's vocabulary does not have.

use crate::checks::{Check, Context};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::plain;
use crate::language::{Bilingual, Language};
use crate::network::{Dangling, Network};
use crate::records::{Target, VocabularyWord};
use crate::{example, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-word",
        severity: Severity::Error,
        because: Bilingual {
            fr: "les mots communs font que les fiches se comptent et se comparent",
            en: "common words are what makes records countable and comparable",
        },
        example: example!("checks", "unknown-word"),
    },
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    for dangling in &network.dangling {
        if !matches!(dangling.to, Target::Word(_) | Target::Principle) {
            continue;
        }
        if network.knows_all(dangling.to) {
            let finding = told(context, dangling);
            context.report(finding);
        } else {
            context.held_back += 1;
        }
    }
}

fn told(context: &Context, dangling: &Dangling) -> Finding {
    let (network, language, text) = (context.network, context.language, &dangling.text);
    let list = if let Target::Word(list) = dangling.to {
        list.name()
    } else {
        "principles"
    };
    let known = words(network, dangling.to);
    let finding = context.find_at(
        &CHECK.rule,
        dangling.place.clone(),
        say!(language,
        fr: "`{text}` n'est pas un mot de la liste `{list}`",
        en: "`{text}` is not a word of the list `{list}`"),
    );
    if let Some(because) = struck_because(network, dangling, language) {
        return finding.help(say!(language,
            fr: "ce réseau ne s'en sert pas\u{a0}: {because}",
            en: "this network does not use it: {because}"));
    }
    if let Some(misplaced_key_help) = context.misplaced_key_help(text, &dangling.place) {
        return finding.help(misplaced_key_help);
    }
    let meant = |word: &str, help: String, finding: Finding| {
        finding
            .help(help)
            .edit(dangling.place.clone(), Writing::Text(word.to_owned()))
    };
    if let Some(id) = labelled(text, &known) {
        let help = say!(language, fr: "ce mot s'écrit `{id}`", en: "this word is written `{id}`");
        return meant(id, help, finding);
    }
    let ids = || known.iter().map(|known| known.id);
    match context
        .nearest(text, ids())
        .or_else(|| only_longer(text, &known))
    {
        Some(near) => meant(
            near,
            say!(language, fr: "un mot proche y est", en: "a near word is there"),
            finding,
        ),
        None if known.len() <= 20 => {
            let all = ids().collect::<Vec<_>>().join(", ");
            finding.help(
                say!(language, fr: "mots de cette liste\u{a0}: {all}", en: "words of this \
                    list: {all}"),
            )
        }
        None => finding.help(read_in(context, dangling.to)),
    }
}

/// Why the network does without a word of its base.
fn struck_because<'n>(
    network: &'n Network,
    dangling: &Dangling,
    language: Language,
) -> Option<&'n str> {
    match dangling.to {
        Target::Word(list) => network
            .vocabulary
            .struck(list, &dangling.text)?
            .get(language),
        _ => network
            .charter
            .struck
            .get(&dangling.text)
            .map(|struck| struck.because.get(language)),
    }
}

/// Where a long list is read and completed.
fn read_in(context: &Context, to: Target) -> String {
    let file = if matches!(to, Target::Word(_)) {
        "schemas/vocabulary.toml"
    } else {
        "schemas/charter.toml"
    };
    if context.network.has_own(file) {
        return say!(context.language,
            fr: "la liste se lit et se complète dans `{file}`",
            en: "the list is read and completed in `{file}`");
    }
    say!(context.language,
        fr: "la liste est celle d'Apes, à lire dans le manuel\u{202f}; un réseau qui veut la \
            sienne l'écrit dans `{file}`",
        en: "the list is that of Apes, to be read in the manual; a network that wants its own \
            writes it in `{file}`")
}

/// A word that would have been known: its id, and what people call it.
struct Known<'n> {
    id: &'n str,
    labels: Vec<&'n str>,
}

/// The only word that is called so: by its id or a label, whatever the capitals, accents and
/// plural.
fn labelled<'n>(text: &str, known: &[Known<'n>]) -> Option<&'n str> {
    let text = plain(text);
    let called = |known: &&Known| {
        let mut names = std::iter::once(known.id).chain(known.labels.iter().copied());
        !text.is_empty() && names.any(|name| plain(name) == text)
    };
    let mut found = known.iter().filter(called);
    found
        .next()
        .filter(|_| found.next().is_none())
        .map(|known| known.id)
}

/// The only known word of which this is the beginning: `utilite` for `utilite-sociale`.
fn only_longer<'n>(text: &str, known: &[Known<'n>]) -> Option<&'n str> {
    let longer = |known: &&Known| {
        known
            .id
            .strip_prefix(text)
            .is_some_and(|rest| rest.starts_with('-'))
    };
    let mut found = known.iter().filter(longer);
    found
        .next()
        .filter(|_| found.next().is_none())
        .map(|known| known.id)
}

/// The words that would have been known.
fn words(network: &Network, to: Target) -> Vec<Known<'_>> {
    fn labels(word: &VocabularyWord) -> Vec<&str> {
        let both = [Language::French, Language::English];
        both.iter()
            .flat_map(|language| [word.label(*language), word.short_label(*language)])
            .collect()
    }
    if let Target::Word(list) = to {
        let known = network.vocabulary.list(list).iter();
        return known
            .map(|(id, word)| Known {
                id,
                labels: labels(word),
            })
            .collect();
    }
    let known = network.charter.principles.iter();
    known
        .map(|(id, principle)| Known {
            id,
            labels: vec![&principle.fr, &principle.en],
        })
        .collect()
}
