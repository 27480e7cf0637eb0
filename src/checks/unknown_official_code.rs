//! `unknown-official-code`: a code that no official area of France bears.

use crate::checks::unknown_territory::looks_like_code;
use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Finding, Place, Rule, Severity, Writing};
use crate::geography::{self, Area};
use crate::language::Both;
use crate::records::To;
use crate::{example, route, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-official-code",
        severity: Severity::Error,
        because: Both {
            fr: "le code officiel donne le nom, la population et la place sur la carte",
            en: "the official code gives the name, the population and the place on the map",
        },
        example: example!("checks", "unknown-official-code"),
    },
    run,
};

fn run(bench: &mut Bench) {
    let network = bench.network;
    for dangling in &network.dangling {
        let meant_as_code = match dangling.to {
            To::Territory => looks_like_code(&dangling.text),
            To::Commune => geography::official(&dangling.text).is_empty(),
            _ => false,
        };
        if meant_as_code {
            let finding = unknown(bench, &dangling.text, dangling.place.clone(), "");
            bench.tell(finding);
        }
    }
    for territory in &network.territories {
        let unknown_code = |code: &&String| geography::official(code).is_empty();
        if let Some(code) = territory.body.code.as_ref().filter(unknown_code) {
            let finding =
                unknown(bench, code, territory.at(At::Value(route!["code"])), &territory.common.name);
            bench.tell(finding);
        }
    }
}

/// Tells an unknown code, with the known one that bears the record's name, else the nearest where it is the only one.
fn unknown(bench: &Bench, code: &str, place: Place, name: &str) -> Finding {
    let (language, year) = (bench.language, geography::YEAR);
    let finding = bench.find_at(
        &CHECK.rule,
        place.clone(),
        say!(language,
        fr: "le code `{code}` n'existe pas dans le code officiel géographique de {year}",
        en: "the code `{code}` is not in the official geographic code of {year}"),
    );
    match meant(code, name) {
        Some(area) => {
            let (near, label) = (area.code, area.label());
            finding
                .help(say!(language, fr: "`{near}` est le code de\u{a0}: {label}", en: "`{near}` is the code of {label}"))
                .edit(place, Writing::Text(near.to_owned()))
        }
        None => finding.help(say!(language,
            fr: "chercher le code de la commune ou de l'intercommunalité sur insee.fr",
            en: "look up the code of the commune or intercommunality on insee.fr")),
    }
}

fn meant(code: &str, name: &str) -> Option<Area> {
    let near = geography::nearest(code);
    let named = geography::named(name);
    let of_that_name = near.iter().find(|area| named.contains(area));
    let only_one = (near.len() == 1).then(|| near[0]);
    of_that_name.copied().or(only_one).or_else(|| (named.len() == 1).then(|| named[0]))
}
