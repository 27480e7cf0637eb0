//! `false-siren`: a SIREN, SIRET or RNA whose form or key is wrong.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Writing};
use crate::language::Language;
use crate::records::parts::identifiers::{bare, is_rna, is_siren, is_siret};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "false-siren", Error,
        fr: "ces numéros portent une clé\u{a0}: un chiffre faux désigne un autre organisme, ou \
            aucun",
        en: "these numbers bear a key: one wrong digit names another body, or none"),
    run,
};

fn run(context: &mut Context) {
    for actor in &context.network.actors {
        let legal = &actor.body.legal;
        let numbers: [(&str, Option<&String>, IsRight); 3] = [
            ("siren", legal.siren.as_ref(), is_siren),
            ("siret", legal.siret.as_ref(), is_siret),
            ("rna", legal.rna.as_ref(), is_rna),
        ];
        for (key, number, is_right) in numbers {
            if let Some(number) = number.filter(|number| !is_right(number)) {
                report_wrong(context, actor, key, number, is_right);
            }
        }
        if let (Some(siren), Some(siret)) = (&legal.siren, &legal.siret)
            && is_siren(siren)
            && is_siret(siret)
            && !siret.starts_with(siren.as_str())
        {
            report_different_bodies(context, actor);
        }
    }
}

/// A test of a number's form and key.
type IsRight = fn(&str) -> bool;
type Actor = crate::network::ActorRecord;

fn report_wrong(context: &mut Context, actor: &Actor, key: &str, number: &str, is_right: IsRight) {
    let (language, name) = (context.language, key.to_ascii_uppercase());
    let article = if key == "rna" { "an" } else { "a" };
    let place = actor.at(At::Value(route!["legal", key]));
    let finding = context.find_at(
        &CHECK.rule,
        place.clone(),
        say!(language,
        fr: "`{number}` ne peut pas être un numéro {name}",
        en: "`{number}` cannot be {article} {name} number"),
    );
    let without_spaces = bare(number).to_ascii_uppercase();
    let finding = if is_right(&without_spaces) {
        finding
            .help(say!(language, fr: "l'écrire d'un seul tenant", en: "write it without spaces"))
            .edit(place, Writing::Text(without_spaces))
    } else {
        finding.label(form_of(key, language)).help(say!(language,
            fr: "le recopier depuis annuaire-entreprises.data.gouv.fr",
            en: "copy it again from annuaire-entreprises.data.gouv.fr"))
    };
    context.report(finding);
}

/// The form of a number in words.
fn form_of(key: &str, language: Language) -> String {
    match key {
        "siren" => say!(language,
            fr: "9 chiffres dont le dernier est une clé",
            en: "9 digits, the last of which is a key"),
        "siret" => say!(language,
            fr: "14 chiffres\u{a0}: le SIREN, puis 5 chiffres dont une clé",
            en: "14 digits: the SIREN, then 5 digits with a key"),
        _ => say!(language, fr: "un W suivi de 9 chiffres", en: "a W followed by 9 digits"),
    }
}

/// Reports a SIRET of another body than the SIREN.
fn report_different_bodies(context: &mut Context, actor: &Actor) {
    let language = context.language;
    let finding = context
        .find(
            &CHECK.rule,
            actor,
            At::Value(route!["legal", "siret"]),
            say!(language,
            fr: "le SIRET n'est pas celui du SIREN\u{a0}: ses 9 premiers chiffres diffèrent",
            en: "the SIRET is not that of the SIREN: its first 9 digits differ"),
        )
        .label(say!(language, fr: "d'un autre organisme", en: "of another body"))
        .beside(
            actor.at(At::Value(route!["legal", "siren"])),
            say!(language, fr: "le SIREN", en: "the SIREN"),
        )
        .help(say!(language,
            fr: "recopier les deux depuis annuaire-entreprises.data.gouv.fr",
            en: "copy both again from annuaire-entreprises.data.gouv.fr"));
    context.report(finding);
}
