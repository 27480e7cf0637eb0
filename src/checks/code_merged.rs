//! `code-merged`: the code of an area that is gone, where the one in its place is known.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place, Route, RouteStep, Writing};
use crate::geography::{self, Area, AreaLevel, Former};
use crate::language::Language;
use crate::network::DanglingMention;
use crate::records::parts::identifiers::is_siren_of_intercommunality;
use crate::records::{List, Target};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "code-merged", Warning,
        fr: "la carte et les populations suivent le code officiel d'aujourd'hui",
        en: "the map and the populations follow the official code of today"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    for dangling in &network.dangling {
        let (code, place) = (&dangling.text, &dangling.place);
        if let Some(former) = former_mentioned(dangling) {
            let finding = describe_mention(context, dangling, &former);
            context.report(finding);
        } else if dangling.to == Target::Territory && !is_succeeded(place) && is_gone(code) {
            let finding = describe_gone(context, code, place.clone(), None);
            context.report(finding);
        }
    }
    for territory in &network.territories {
        let Some(code) = territory.body.code.as_deref() else {
            continue;
        };
        let level = AreaLevel::from_word(territory.body.kind.as_str());
        if let Some(former) = geography::former(level, code) {
            let place = territory.at(At::Value(route!["code"]));
            let finding = describe_own(context, code, place, &former);
            context.report(finding);
        } else if is_gone(code) {
            let place = territory.at(At::Value(route!["code"]));
            let name = Some(territory.common.name.as_str());
            let finding = describe_gone(context, code, place, name);
            context.report(finding);
        }
    }
}

/// Whether a code is that of an intercommunality which neither the list of today nor that of
/// yesterday has: the latter begins in 2018, after the mergers of 2017.
fn is_gone(code: &str) -> bool {
    is_siren_of_intercommunality(code)
        && !geography::is_official(code)
        && geography::former(None, code).is_none()
}

/// The finding of the code of an intercommunality that is gone, and whose heir is not known.
fn describe_gone(context: &Context, code: &str, place: Place, name: Option<&str>) -> Finding {
    let (language, year) = (context.language, geography::YEAR);
    let of_series = code.strip_prefix("24").and_then(|rest| rest.get(..2));
    let department = of_series.and_then(|code| geography::find(AreaLevel::Departement, code));
    let finding = context.find_at(
        &CHECK.rule,
        place.clone(),
        say!(language,
            fr: "aucune intercommunalité de {year} n'a le code `{code}`, dont la clé est juste",
            en: "no intercommunality of {year} has the code `{code}`, whose key is right"),
    );
    let finding = match department {
        Some(area) => {
            let name = area.name;
            finding.label(say!(language,
                fr: "d'après ses chiffres, département\u{a0}: {name}",
                en: "by its digits, of the department {name}"))
        }
        None => finding,
    };
    match name.and_then(|name| geography::only_named(AreaLevel::Epci, name)) {
        Some(area) => {
            let (now, name) = (area.code, area.name);
            finding
                .help(say!(language,
                    fr: "celle d'aujourd'hui qui porte ce nom\u{a0}: {name}, `{now}`",
                    en: "the one of today with this name is {name}, `{now}`"))
                .edit(place, Writing::Text(now.to_owned()))
        }
        None => finding.help(say!(language,
            fr: "si elle a fusionné depuis, écrire le code de l'intercommunalité où sont ses \
                communes, et garder l'ancien nom dans `notes`",
            en: "if it has merged since, write the code of the intercommunality that has its \
                communes, and keep the former name in `notes`")),
    }
}

/// The former area that a mention names. `succeeds` is for such areas: it tells of the merger.
fn former_mentioned(dangling: &DanglingMention) -> Option<Former> {
    let former = geography::former(None, &dangling.text)?;
    match dangling.to {
        Target::Territory => !is_succeeded(&dangling.place),
        Target::Commune => former.level == AreaLevel::Commune,
        _ => false,
    }
    .then_some(former)
}

/// Whether a place is in the list of the territories that another replaces.
fn is_succeeded(place: &Place) -> bool {
    route_of(place).is_some_and(|route| route.0.first() == Some(&RouteStep::from("succeeds")))
}

fn route_of(place: &Place) -> Option<&Route> {
    match &place.at {
        At::Value(route) => Some(route),
        _ => None,
    }
}

/// The finding of a former area that a list or a key of a record names.
fn describe_mention(context: &Context, dangling: &DanglingMention, former: &Former) -> Finding {
    let (language, place) = (context.language, dangling.place.clone());
    let finding = context.find_at(
        &CHECK.rule,
        place.clone(),
        sentence(language, &dangling.text, former),
    );
    if !former.is_whole {
        return finding.help(choose(language));
    }
    match route_of(&place).filter(|route| is_listed_besides(context, dangling, route, former)) {
        Some(route) => {
            let (name, item) = (former.heir.label(), At::Item(route.clone()));
            let item = Place { at: item, ..place };
            finding
                .help(say!(language,
                    fr: "l'enlever de la liste, où est déjà\u{a0}: {name}",
                    en: "take it out of the list, which already has {name}"))
                .edit(item, Writing::Raw(String::new()))
        }
        None => write_heir(finding, language, place, former),
    }
}

/// Whether the list of a mention has the heir of a former area besides: its code, or before it the
/// code of another area with the same heir.
fn is_listed_besides(
    context: &Context,
    dangling: &DanglingMention,
    route: &Route,
    former: &Former,
) -> bool {
    let [RouteStep::Key(key), RouteStep::Item(index)] = route.0.as_slice() else {
        return false;
    };
    let listed = context
        .network
        .territories_listed(&dangling.place.file, key);
    listed.iter().enumerate().any(|(other, name)| {
        let heir = geography::former(None, name.as_str()).map(|other| other.heir.code);
        name.as_str() == former.heir.code || other < *index && heir == Some(former.heir.code)
    })
}

/// The finding of a territory whose own code is that of a former area.
fn describe_own(context: &Context, code: &str, place: Place, former: &Former) -> Finding {
    let language = context.language;
    let finding = context.find_at(&CHECK.rule, place.clone(), sentence(language, code, former));
    let heir = &former.heir;
    let taken = context.network.territories.iter().find(|territory| {
        context.network.area_of(territory).as_ref() == Some(heir) && territory.file != place.file
    });
    if let Some(taken) = taken {
        let name = taken.name();
        return finding.help(say!(language,
            fr: "effacer le code, que porte déjà la fiche de\u{a0}: {name}\u{202f}; celle-ci peut \
                la nommer dans `within`",
            en: "delete the code, which the record of {name} has already; this one may name it \
                in `within`"));
    }
    let part = geography::part_of_commune(code).filter(|_| former.is_part);
    let kind = part.map_or("", |part| part.level.word());
    let kinds = &context.network.vocabulary;
    if kinds.word(List::TerritoryKinds, kind).is_some() {
        return finding.help(say!(language,
            fr: "écrire `{kind}` comme type si la fiche ne parle que d'elle, sinon le code de la \
                commune actuelle",
            en: "write `{kind}` as the kind if the record is about it alone, else the code of \
                today's commune"));
    }
    if former.is_whole {
        write_heir(finding, language, place, former)
    } else {
        finding.help(choose(language))
    }
}

fn write_heir(finding: Finding, language: Language, place: Place, former: &Former) -> Finding {
    let help = match former.level {
        AreaLevel::Region => say!(language,
            fr: "écrire le code de la région actuelle, et garder l'ancien nom dans `notes`",
            en: "write the code of today's region, and keep the former name in `notes`"),
        AreaLevel::Epci => say!(language,
            fr: "écrire le code de l'intercommunalité actuelle, et garder l'ancien nom dans \
                `notes`",
            en: "write the code of today's intercommunality, and keep the former name in `notes`"),
        _ => say!(language,
            fr: "écrire le code de la commune actuelle, et garder l'ancien nom dans `notes`",
            en: "write the code of today's commune, and keep the former name in `notes`"),
    };
    let code = former.heir.code.to_owned();
    finding.help(help).edit(place, Writing::Text(code))
}

/// The help where a former intercommunality lies in several of today.
fn choose(language: Language) -> String {
    say!(language,
        fr: "ses communes sont dans plusieurs intercommunalités\u{a0}: écrire le code de celle \
            qui convient, ou ceux des communes",
        en: "its communes are in several intercommunalities: write the code of the right one, or \
            those of the communes")
}

fn sentence(language: Language, code: &str, former: &Former) -> String {
    let year = geography::YEAR;
    let Area {
        code: now, name, ..
    } = former.heir;
    let was = former.name.unwrap_or_default();
    match former.level {
        AreaLevel::Region => say!(language,
            fr: "la région de code `{code}`, {was}, a fusionné en 2016\u{a0}: {name}, `{now}`",
            en: "the region with the code `{code}`, {was}, merged in 2016: {name}, `{now}`"),
        AreaLevel::Epci if former.is_whole => say!(language,
            fr: "l'intercommunalité de code `{code}`, {was}, a fait place à une autre\u{a0}: \
                {name}, `{now}` ({year})",
            en: "the intercommunality with the code `{code}`, {was}, has given way to another: \
                {name}, `{now}` ({year})"),
        AreaLevel::Epci => say!(language,
            fr: "l'intercommunalité de code `{code}`, {was}, n'existe plus\u{202f}; la plus \
                grande part de ses communes est dans\u{a0}: {name}, `{now}` ({year})",
            en: "the intercommunality with the code `{code}`, {was}, is gone; the largest \
                part of its communes is in {name}, `{now}` ({year})"),
        // Saint-Barthélemy and Saint-Martin left Guadeloupe, and merged with nobody.
        _ if code.starts_with("971") && !now.starts_with("971") => say!(language,
            fr: "la commune de code `{code}` est devenue une collectivité\u{a0}: {name}, `{now}` \
                ({year})",
            en: "the commune with the code `{code}` has become a collectivity: {name}, `{now}` \
                ({year})"),
        _ => say!(language,
            fr: "la commune de code `{code}` a fusionné dans une autre\u{a0}: {name}, `{now}` \
                ({year})",
            en: "the commune with the code `{code}` has merged into another: {name}, `{now}` \
                ({year})"),
    }
}
