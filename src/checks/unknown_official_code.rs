//! `unknown-official-code`: a code that no official area of France bears.

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
        let told = match dangling.to {
            Target::Territory if looks_like_code(text) => {
                unknown(context, text, place, None, |_| true)
            }
            Target::Commune if !geography::is_official(text) => {
                let name = (!looks_like_code(text)).then_some(text.as_str());
                unknown(context, text, place, name, |area| {
                    area.level >= AreaLevel::Commune
                })
            }
            _ => continue,
        };
        context.report(told);
    }
    for territory in &network.territories {
        let unknown_code = |code: &&String| {
            !geography::is_official(code) && geography::merged_into(code).is_none()
        };
        if let Some(code) = territory.body.code.as_ref().filter(unknown_code) {
            let level = AreaLevel::from_word(territory.body.kind.as_str());
            let of_its_kind = |area: &Area| level.is_none_or(|level| area.level == level);
            let place = territory.at(At::Value(route!["code"]));
            let finding = unknown(
                context,
                code,
                place,
                Some(&territory.common.name),
                of_its_kind,
            );
            context.report(finding);
        }
    }
}

/// Tells an unknown code, with the known one that was probably meant.
fn unknown(
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
    let patient = context.spend(if name.is_none() {
        NEAR_CODES
    } else {
        NEAR_CODES + NAMED
    });
    match patient.then(|| meant(code, name, fits)).flatten() {
        Some(area) => {
            let (near, label) = (area.code, area.label());
            finding
                .help(
                    say!(language, fr: "`{near}` est le code de\u{a0}: {label}", en: "`{near}` \
                    is the code of {label}"),
                )
                .edit(place, Writing::Text(near.to_owned()))
        }
        None if patient && name.is_some() => finding.help(of_that_name(context, name)),
        None => finding.help(look_up(context)),
    }
}

fn look_up(context: &Context) -> String {
    say!(context.language,
        fr: "chercher le code de la commune ou de l'intercommunalité sur insee.fr",
        en: "look up the code of the commune or intercommunality on insee.fr")
}

/// The communes of a name, where it is not so common that nobody would read them all.
fn of_that_name(context: &Context, name: Option<&str>) -> String {
    let mut named = name.map(geography::named).unwrap_or_default();
    named.retain(|area| area.level == AreaLevel::Commune);
    if named.len() < 2 || named.len() > READ_AT_MOST {
        return look_up(context);
    }
    let told = |area: &Area| format!("`{}` ({})", area.code, area.department.unwrap_or_default());
    let all = named.iter().map(told).collect::<Vec<_>>().join(", ");
    say!(context.language,
        fr: "plusieurs communes portent ce nom\u{a0}: {all}",
        en: "several communes bear this name: {all}")
}

/// Communes of one name that anybody would read through.
const READ_AT_MOST: usize = 12;

/// What seeking codes one slip away costs, in names compared.
const NEAR_CODES: usize = 10_000;
/// What seeking areas by name costs, in names compared.
const NAMED: usize = 200_000;

/// Of the codes one slip away, the one that bears the name; else the only one that bears it; else
/// the only one near.
fn meant(code: &str, name: Option<&str>, fits: impl Fn(&Area) -> bool) -> Option<Area> {
    if let Some(whole) = geography::official(&format!("0{code}")).find(|_| code.len() == 4) {
        return Some(whole).filter(fits);
    }
    let mut near = geography::nearest(code);
    let mut named = name.map(geography::named).unwrap_or_default();
    near.retain(&fits);
    named.retain(&fits);
    let only_one = |areas: &[Area]| (areas.len() == 1).then(|| areas[0]);
    let of_that_name = near.iter().find(|area| named.contains(area)).copied();
    of_that_name
        .or_else(|| only_one(&named))
        .or_else(|| only_one(&near))
}
