//! `name-belies-code`: a territory whose name is not that of its official code.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Writing};
use crate::geography::{self, Area, AreaLevel};
use crate::network::TerritoryRecord;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "name-belies-code", Warning,
        fr: "le code donne la population et la place sur la carte\u{a0}: un chiffre faux y met \
            ceux d'un autre territoire",
        en: "the code gives the population and the place on the map: with one wrong digit they \
            are those of another territory"),
    run,
};

fn run(context: &mut Context) {
    for territory in &context.network.territories {
        let body = &territory.body;
        let area = AreaLevel::from_word(body.kind.as_str())
            .zip(body.code.as_deref())
            .and_then(|(level, code)| geography::find(level, code));
        let Some(area) = area else {
            continue;
        };
        // A name that could not be read is empty.
        let is_named = !territory.common.name.is_empty();
        if is_named && !names(territory).any(|name| geography::may_be_named(&area, name)) {
            let finding = describe(context, territory, &area);
            context.report(finding);
        }
    }
}

/// The names that a record gives to its territory.
fn names(territory: &TerritoryRecord) -> impl Iterator<Item = &str> {
    let common = &territory.common;
    std::iter::once(common.name.as_str()).chain(common.aliases.iter().map(String::as_str))
}

/// `area` is the one of the code.
fn describe(context: &Context, territory: &TerritoryRecord, area: &Area) -> Finding {
    let (language, place) = (context.language, territory.at(At::Value(route!["code"])));
    let (code, name) = (area.code, &territory.common.name);
    let finding = context
        .find_at(
            &CHECK.rule,
            place.clone(),
            say!(language,
                fr: "`{code}` n'est pas le code de\u{a0}: {name}",
                en: "`{code}` is not the code of {name}"),
        )
        .label(area.name.to_owned())
        .beside(
            territory.at(At::Value(route!["name"])),
            say!(language, fr: "nom de la fiche", en: "name of the record"),
        );
    let has_budget = context.spend(ALL_NAMES);
    let meant = has_budget.then(|| geography::only_named(area.level, name));
    match meant.flatten() {
        Some(meant) => {
            let (code, name) = (meant.code, meant.name);
            finding
                .help(say!(language,
                    fr: "`{code}` est le code de\u{a0}: {name}",
                    en: "`{code}` is the code of {name}"))
                .edit(place, Writing::Text(code.to_owned()))
        }
        None => finding.help(say!(language,
            fr: "corriger le code ou le nom\u{202f}; un autre nom du même territoire va dans \
                `aliases`",
            en: "correct the code or the name; another name of the same territory goes in \
                `aliases`")),
    }
}

/// The cost of a search for areas by name, in names compared.
const ALL_NAMES: usize = 200_000;
