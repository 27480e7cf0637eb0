//! `members-apart`: a territory made of areas that do not touch.

use crate::checks::{Check, Context};
use crate::diagnostic::At;
use crate::geography::outline::connected_groups;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "members-apart", Note,
        fr: "un territoire de plusieurs morceaux est possible, mais plus souvent un code est \
            faux ou un membre manque",
        en: "a territory of several pieces is possible, but more often a code is wrong or \
            a member is missing"),
    run,
};

fn run(context: &mut Context) {
    let (network, language) = (context.network, context.language);
    for territory in network
        .territories
        .iter()
        .filter(|territory| territory.body.made_of.len() > 1)
    {
        let members: Vec<_> = territory
            .body
            .made_of
            .iter()
            .filter_map(|member| network.area_named(member))
            .collect();
        if members.len() < territory.body.made_of.len() {
            continue;
        }
        let codes: Vec<(_, &str)> = members.iter().map(|area| (area.level, area.code)).collect();
        let Some(connected_groups) =
            connected_groups(&codes).filter(|connected_groups| connected_groups.len() > 1)
        else {
            continue;
        };
        let smallest = connected_groups
            .iter()
            .min_by_key(|piece| piece.len())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let names: Vec<&str> = smallest
            .iter()
            .filter_map(|index| Some(members.get(*index)?.label()))
            .collect();
        let (count, names) = (connected_groups.len(), names.join(", "));
        let finding = context
            .find(
                &CHECK.rule,
                territory,
                At::Value(route!["made_of"]),
                say!(language,
                    fr: "les membres de ce territoire ne se touchent pas tous\u{a0}: il est en \
                        {count} morceaux",
                    en: "not all members of this territory touch: it is in {count} pieces"),
            )
            .label(say!(language, fr: "à part\u{a0}: {names}", en: "apart: {names}"))
            .help(say!(language,
                fr: "vérifier les codes\u{202f}; si c'est bien ainsi, le dire dans `waivers`",
                en: "check the codes; if they are right, say so in `waivers`"));
        context.report(finding);
    }
}
