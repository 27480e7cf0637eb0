//! `unknown-word`: a word that the network's vocabulary does not have.

use crate::checks::{Check, Context};
use crate::diagnostic::{Finding, Writing};
use crate::documents::plain;
use crate::language::Language;
use crate::network::{DanglingMention, Network};
use crate::records::{Target, VocabularyWord};
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-word", Error,
        fr: "les mots communs font que les fiches se comptent et se comparent",
        en: "common words are what makes records countable and comparable"),
    run,
};

/// The number of words listed in full; a longer list is read in its file.
const LISTED: usize = 20;

fn run(context: &mut Context) {
    let network = context.network;
    for dangling in &network.dangling {
        if !matches!(dangling.to, Target::Word(_) | Target::Principle) {
            continue;
        }
        if network.knows_all(dangling.to) {
            let finding = describe(context, dangling);
            context.report(finding);
        } else {
            context.held_back += 1;
        }
    }
}

fn describe(context: &Context, dangling: &DanglingMention) -> Finding {
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
    if let Some(id) = only_labelled(text, &known) {
        let help = say!(language, fr: "ce mot s'écrit `{id}`", en: "this word is written `{id}`");
        let place = dangling.place.clone();
        return finding.help(help).edit(place, Writing::Text(id.to_owned()));
    }
    let ids: Vec<&str> = known.iter().map(|known| known.id).collect();
    let nearest = context.nearest(text, ids.iter().copied());
    let beginning = beginning(text, &ids);
    match nearest
        .or_else(|| only_longer(text, &known))
        .or_else(|| only(&beginning))
    {
        Some(word) => finding.suggest(language, dangling.place.clone(), word),
        None if known.len() <= LISTED => {
            let words = ids.join(", ");
            finding.help(say!(language,
                fr: "mots de cette liste\u{a0}: {words}",
                en: "words of this list: {words}"))
        }
        None if !beginning.is_empty() => {
            let words = beginning.join(", ");
            finding.help(say!(language,
                fr: "mots de cette liste qui commencent ainsi\u{a0}: {words}",
                en: "words of this list that begin so: {words}"))
        }
        None => finding.help(help_to_read(context, dangling.to)),
    }
}

/// The words that begin with a text of three letters or more, such as `cooperative` for `coop`.
fn beginning<'n>(text: &str, ids: &[&'n str]) -> Vec<&'n str> {
    let text = plain(text);
    ids.iter()
        .copied()
        .filter(|id| text.chars().count() >= 3 && plain(id).starts_with(&text))
        .collect()
}

fn only<'n>(words: &[&'n str]) -> Option<&'n str> {
    match words {
        [word] => Some(word),
        _ => None,
    }
}

/// The reason why the network struck a word of its base.
fn struck_because<'n>(
    network: &'n Network,
    dangling: &DanglingMention,
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

/// The help for a list too long to show: where it is read and completed.
fn help_to_read(context: &Context, to: Target) -> String {
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

/// A known word, with the labels that people use for it.
struct KnownWord<'n> {
    id: &'n str,
    labels: Vec<&'n str>,
}

/// The only word with an id or a label, whatever the capitals, accents and plural.
fn only_labelled<'n>(text: &str, known: &[KnownWord<'n>]) -> Option<&'n str> {
    let text = plain(text);
    if text.is_empty() {
        return None;
    }
    only_one(known.iter().filter(|known| {
        let mut names = std::iter::once(known.id).chain(known.labels.iter().copied());
        names.any(|name| plain(name) == text)
    }))
}

/// The only word that begins with a text and a hyphen: `utilite-sociale` for `utilite`.
fn only_longer<'n>(text: &str, known: &[KnownWord<'n>]) -> Option<&'n str> {
    only_one(known.iter().filter(|known| {
        let rest = known.id.strip_prefix(text);
        rest.is_some_and(|rest| rest.starts_with('-'))
    }))
}

/// The id of the only word found, if there is but one.
fn only_one<'k, 'n: 'k>(mut found: impl Iterator<Item = &'k KnownWord<'n>>) -> Option<&'n str> {
    let first = found.next()?;
    found.next().is_none().then_some(first.id)
}

/// The words that a mention may name.
fn words(network: &Network, to: Target) -> Vec<KnownWord<'_>> {
    if let Target::Word(list) = to {
        let words = network.vocabulary.list(list).iter();
        let known = words.map(|(id, word)| KnownWord {
            id,
            labels: labels(word),
        });
        return known.collect();
    }
    let principles = network.charter.principles.iter();
    let known = principles.map(|(id, principle)| KnownWord {
        id,
        labels: vec![&principle.fr, &principle.en],
    });
    known.collect()
}

/// The labels of a word, long and short, in both languages.
fn labels(word: &VocabularyWord) -> Vec<&str> {
    let languages = [Language::French, Language::English];
    languages
        .iter()
        .flat_map(|language| [word.label(*language), word.short_label(*language)])
        .collect()
}
