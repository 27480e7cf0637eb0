//! `unknown-official-code`: a code of no official area of France.

use crate::checks::unknown_territory::looks_like_code;
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place, Writing};
use crate::geography::{self, Area, AreaLevel};
use crate::network::{ActorRecord, DanglingMention};
use crate::records::parts::identifiers::{bare, is_siren_of_intercommunality};
use crate::records::parts::legal_category;
use crate::records::{Target, TerritoryId};
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
    let mut findings = Vec::new();
    for dangling in &network.dangling {
        findings.extend(describe_mention(context, dangling));
    }
    for territory in &network.territories {
        let level = AreaLevel::from_word(territory.body.kind.as_str());
        let code = territory.body.code.as_ref();
        if let Some(code) = code.filter(|code| is_unknown(level, code)) {
            let place = territory.at(At::Value(route!["code"]));
            let name = Some(territory.common.name.as_str());
            findings.push(describe(context, code, place, name, |area| {
                level.is_none_or(|level| area.level == level)
            }));
        }
    }
    for actor in &network.actors {
        findings.extend(describe_category(context, actor));
    }
    context.findings.extend(findings);
}

/// Whether a code is neither official today nor that of an area that is gone, known or not.
fn is_unknown(level: Option<AreaLevel>, code: &str) -> bool {
    !geography::is_official(code)
        && geography::former(level, code).is_none()
        && !is_siren_of_intercommunality(code)
}

/// The finding of a code that a list or a key of a record names, if it is unknown.
fn describe_mention(context: &Context, dangling: &DanglingMention) -> Option<Finding> {
    let (text, place) = (&dangling.text, dangling.place.clone());
    let former = geography::former(None, text).map(|former| former.level);
    match dangling.to {
        Target::Territory if looks_like_code(text) && is_unknown(None, text) => {
            Some(describe(context, text, place, None, |_| true))
        }
        Target::Commune if !geography::is_official(text) && former != Some(AreaLevel::Commune) => {
            if let Some(own) = own_commune(context, dangling) {
                return Some(describe_postal(context, dangling, &own));
            }
            let name = (!looks_like_code(text)).then_some(text.as_str());
            Some(describe(context, text, place, name, |area| {
                area.level >= AreaLevel::Commune
            }))
        }
        _ => None,
    }
}

/// The commune that is the territory of a record, where the code of the record's place has the look
/// of one of its postal codes: five digits that begin with the department.
fn own_commune(context: &Context, dangling: &DanglingMention) -> Option<Area> {
    let (text, network) = (bare(&dangling.text), context.network);
    let home = TerritoryId::from(dangling.place.file.split('/').nth(1)?);
    let own = network.area_named(&home)?;
    let begins_alike = text.get(..2) == own.code.get(..2);
    let is_meant = written_otherwise(&dangling.text).is_none() && is_postal(&text) && begins_alike;
    (own.level == AreaLevel::Commune && is_meant).then_some(own)
}

/// Whether a text has the look of a postal code.
fn is_postal(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The finding of a postal code where the code of a commune is asked for.
fn describe_postal(context: &Context, dangling: &DanglingMention, own: &Area) -> Finding {
    let (language, place) = (context.language, dangling.place.clone());
    let (code, name) = (own.code, own.label());
    let written = &dangling.text;
    context
        .find_at(&CHECK.rule, place.clone(), sentence(context, written))
        .help(say!(language,
            fr: "`{written}` a l'air d'un code postal\u{202f}; `{code}` est le code de\u{a0}: \
                {name}",
            en: "`{written}` looks like a postal code; `{code}` is the code of {name}"))
        .edit(place, Writing::Text(code.to_owned()))
}

fn sentence(context: &Context, code: &str) -> String {
    let (language, year) = (context.language, geography::YEAR);
    if looks_like_code(code) {
        say!(language,
            fr: "le code `{code}` n'existe pas dans le code officiel géographique de {year}",
            en: "the code `{code}` is not in the official geographic code of {year}")
    } else {
        say!(language,
            fr: "`{code}` n'est pas un code officiel",
            en: "`{code}` is not an official code")
    }
}

/// The finding of an actor's legal category that is none.
fn describe_category(context: &Context, actor: &ActorRecord) -> Option<Finding> {
    let (language, kind) = (context.language, actor.body.kind.as_str());
    let code = actor.body.legal.category.as_deref()?;
    if legal_category::name_of(code).is_some() {
        return None;
    }
    let finding = context.find(
        &CHECK.rule,
        actor,
        At::Value(route!["legal", "category"]),
        say!(language,
                fr: "`{code}` n'est pas le code d'une catégorie juridique",
                en: "`{code}` is not the code of a legal category"),
    );
    let near: Vec<String> = legal_category::near(code, kind)
        .iter()
        .map(|(code, name)| format!("`{code}` ({name})"))
        .collect();
    let near = near.join(", ");
    Some(finding.help(if near.is_empty() {
        say!(language,
            fr: "la lire sur annuaire-entreprises.data.gouv.fr",
            en: "read it on annuaire-entreprises.data.gouv.fr")
    } else {
        say!(language,
            fr: "la lire sur annuaire-entreprises.data.gouv.fr\u{202f}; parmi d'autres\u{a0}: \
                {near}",
            en: "read it on annuaire-entreprises.data.gouv.fr; among others: {near}")
    }))
}

/// The finding of an unknown code, with the known one that was probably meant.
fn describe(
    context: &Context,
    code: &str,
    place: Place,
    name: Option<&str>,
    fits: impl Fn(&Area) -> bool,
) -> Finding {
    let language = context.language;
    let finding = context.find_at(&CHECK.rule, place.clone(), sentence(context, code));
    if let Some(area) = written_otherwise(code).filter(&fits) {
        let (right, label) = (area.code, area.label());
        return finding
            .help(say!(language,
                fr: "l'écrire `{right}`, code de\u{a0}: {label}",
                en: "write it `{right}`, the code of {label}"))
            .edit(place, Writing::Text(right.to_owned()));
    }
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
        None if is_postal(code) && code.ends_with('0') => finding.help(say!(language,
            fr: "si c'est un code postal, chercher celui de la commune sur insee.fr",
            en: "if this is a postal code, look up that of the commune on insee.fr")),
        None if has_budget && name.is_some() => finding.help(communes_named(context, name)),
        None => finding.help(look_up(context)),
    }
}

/// The area whose code a text is but for spaces, small letters, a lost zero, or the digits by which
/// a SIRET is longer than the SIREN of an intercommunality.
fn written_otherwise(code: &str) -> Option<Area> {
    let plain = bare(code).to_ascii_uppercase();
    let siren = plain.get(..9).filter(|_| plain.len() == 14);
    let zeroed = Some(format!("0{plain}")).filter(|_| matches!(plain.len(), 1 | 4));
    let candidates = [zeroed, siren.map(str::to_owned), Some(plain)];
    candidates
        .into_iter()
        .flatten()
        .filter(|candidate| candidate != code)
        .find_map(|candidate| geography::official(&candidate).next())
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
    let mut near = geography::nearest(code);
    let mut named = name.map(geography::named).unwrap_or_default();
    near.retain(&fits);
    named.retain(&fits);
    let of_that_name = near.iter().find(|area| named.contains(area)).copied();
    of_that_name
        .or_else(|| only_one(&named))
        .or_else(|| only_one(&near))
}
