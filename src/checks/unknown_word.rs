//! `unknown-word`: a word that the network's vocabulary does not have.

use crate::checks::{Bench, Check};
use crate::diagnostic::{Rule, Severity, Writing};
use crate::language::Both;
use crate::network::Network;
use crate::records::{List, To};
use crate::{example, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-word",
        severity: Severity::Error,
        because: Both {
            fr: "les mots communs font que les fiches se comptent et se comparent",
            en: "common words are what makes records countable and comparable",
        },
        example: example!("checks", "unknown-word"),
    },
    run,
};

fn run(bench: &mut Bench) {
    let (network, language) = (bench.network, bench.language);
    for dangling in &network.dangling {
        let (list, file) = match dangling.to {
            To::Word(list) => (list.name(), "schemas/vocabulary.toml"),
            To::Principle => ("principles", "schemas/charter.toml"),
            _ => continue,
        };
        if !network.knows_all(dangling.to) {
            bench.held_back += 1;
            continue;
        }
        let text = &dangling.text;
        let known: Vec<&str> = words(network, dangling.to);
        let finding = bench.find_at(
            &CHECK.rule,
            dangling.place.clone(),
            say!(language,
            fr: "`{text}` n'est pas un mot de la liste `{list}`",
            en: "`{text}` is not a word of the list `{list}`"),
        );
        if let Some(slid) = bench.slid(text, &dangling.place) {
            bench.tell(finding.help(slid));
            continue;
        }
        let finding = match bench.nearest(text, known.iter().copied()).or_else(|| only_longer(text, &known)) {
            Some(near) => finding
                .help(say!(language, fr: "un mot proche y est", en: "a near word is there"))
                .edit(dangling.place.clone(), Writing::Text(near.to_owned())),
            None if known.len() <= 20 => {
                let all = known.join(", ");
                finding.help(
                    say!(language, fr: "mots de cette liste\u{a0}: {all}", en: "words of this list: {all}"),
                )
            }
            None => finding.help(say!(language,
                fr: "la liste se lit et se complète dans `{file}`",
                en: "the list is read and completed in `{file}`")),
        };
        bench.tell(finding);
    }
}

/// The only known word of which this is the beginning: `utilite` for `utilite-sociale`.
fn only_longer<'n>(text: &str, known: &[&'n str]) -> Option<&'n str> {
    let longer = |word: &&&str| word.strip_prefix(text).is_some_and(|rest| rest.starts_with('-'));
    let mut found = known.iter().filter(longer);
    found.next().filter(|_| found.next().is_none()).copied()
}

/// The words that would have been known.
fn words(network: &Network, to: To) -> Vec<&str> {
    let of = |list: List| network.vocabulary.list(list).iter().map(|(id, _)| id.as_str()).collect();
    match to {
        To::Word(list) => of(list),
        _ => network.charter.principles.0.iter().map(|(id, _)| id.as_str()).collect(),
    }
}
