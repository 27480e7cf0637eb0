//! `unknown-official-code`: a code of no official area of France.

use crate::checks::unknown_territory::looks_like_code;
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place, Writing};
use crate::geography::{self, Area, AreaLevel};
use crate::records::Target;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-official-code", Error,
        fr: "le code officiel donne le nom, la population et la place sur la carte",
        en: "the official code gives the name, the population and the place on the map"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    for dangling in &network.dangling {
        let (text, place) = (&dangling.text, dangling.place.clone());
        if geography::merged_into(text).is_some() {
            continue;
        }
        let finding = match dangling.to {
            Target::Territory if looks_like_code(text) => {
                describe(context, text, place, None, |_| true)
            }
            Target::Commune if !geography::is_official(text) => {
                let name = (!looks_like_code(text)).then_some(text.as_str());
                describe(context, text, place, name, |area| {
                    area.level >= AreaLevel::Commune
                })
            }
            _ => continue,
        };
        context.report(finding);
    }
    for territory in &network.territories {
        let code = territory.body.code.as_ref();
        if let Some(code) = code.filter(|code| is_unknown(code)) {
            let level = AreaLevel::from_word(territory.body.kind.as_str());
            let place = territory.at(At::Value(route!["code"]));
            let finding = describe(context, code, place, Some(&territory.common.name), |area| {
                level.is_none_or(|level| area.level == level)
            });
            context.report(finding);
        }
    }
}

/// Whether a code is not official today and has not merged into another.
fn is_unknown(code: &str) -> bool {
    !geography::is_official(code) && geography::merged_into(code).is_none()
}

/// The finding of an unknown code, with the known one that was probably meant.
fn describe(
    context: &Context,
    code: &str,
    place: Place,
    name: Option<&str>,
    fits: impl Fn(&Area) -> bool,
) -> Finding {
    let (language, year) = (context.language, geography::YEAR);
    let sentence = if looks_like_code(code) {
        say!(language,
            fr: "le code `{code}` n'existe pas dans le code officiel géographique de {year}",
            en: "the code `{code}` is not in the official geographic code of {year}")
    } else {
        say!(language,
            fr: "`{code}` n'est pas un code officiel",
            en: "`{code}` is not an official code")
    };
    let finding = context.find_at(&CHECK.rule, place.clone(), sentence);
    let cost = NEAR_CODES + name.map_or(0, |_| NAMED);
    let has_budget = context.spend(cost);
    match has_budget.then(|| meant(code, name, fits)).flatten() {
        Some(area) => {
            let (near, label) = (area.code, area.label());
            finding
                .help(
                    say!(language, fr: "`{near}` est le code de\u{a0}: {label}", en: "`{near}` \
                    is the code of {label}"),
                )
                .edit(place, Writing::Text(near.to_owned()))
        }
        None if has_budget && name.is_some() => finding.help(communes_named(context, name)),
        None => finding.help(look_up(context)),
    }
}

/// The help where no code comes near.
fn look_up(context: &Context) -> String {
    say!(context.language,
        fr: "chercher le code de la commune ou de l'intercommunalité sur insee.fr",
        en: "look up the code of the commune or intercommunality on insee.fr")
}

/// The communes of a name, unless nobody would read them all.
fn communes_named(context: &Context, name: Option<&str>) -> String {
    let mut named = name.map(geography::named).unwrap_or_default();
    named.retain(|area| area.level == AreaLevel::Commune);
    if named.len() < 2 || named.len() > MOST_LISTED {
        return look_up(context);
    }
    let communes = named
        .iter()
        .map(|area| format!("`{}` ({})", area.code, area.department.unwrap_or_default()))
        .collect::<Vec<_>>()
        .join(", ");
    say!(context.language,
        fr: "plusieurs communes portent ce nom\u{a0}: {communes}",
        en: "several communes have this name: {communes}")
}

/// The number of communes of one name that are listed at most.
const MOST_LISTED: usize = 12;

/// The cost of a search for codes one typing error away, in names compared.
const NEAR_CODES: usize = 10_000;
/// The cost of a search for areas by name, in names compared.
const NAMED: usize = 200_000;

/// The area of a list that has but one.
fn only_one(areas: &[Area]) -> Option<Area> {
    match areas {
        [area] => Some(*area),
        _ => None,
    }
}

/// The area that was probably meant: of those whose code is one typing error away, the one with the
/// name; else the only one with the name; else the only one with such a code.
fn meant(code: &str, name: Option<&str>, fits: impl Fn(&Area) -> bool) -> Option<Area> {
    // Spreadsheets drop the zero at the beginning of a code.
    if let Some(area) = geography::official(&format!("0{code}")).find(|_| code.len() == 4) {
        return Some(area).filter(fits);
    }
    let mut near = geography::nearest(code);
    let mut named = name.map(geography::named).unwrap_or_default();
    near.retain(&fits);
    named.retain(&fits);
    let of_that_name = near.iter().find(|area| named.contains(area)).copied();
    of_that_name
        .or_else(|| only_one(&named))
        .or_else(|| only_one(&near))
}
