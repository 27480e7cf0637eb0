//! `false-siren`: a SIREN, SIRET or RNA whose form or key is wrong.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Writing};
use crate::language::Language;
use crate::network::ActorRecord;
use crate::records::parts::identifiers::{Number, bare};
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
        for number in Number::ALL {
            if let Some(written) = legal.number(number)
                && !is_right(context, number, written)
            {
                report_wrong(context, actor, number, written);
            }
        }
        if let (Some(siren), Some(siret)) = (&legal.siren, &legal.siret)
            && is_right(context, Number::Siren, siren)
            && is_right(context, Number::Siret, siret)
            && !siret.starts_with(siren.as_str())
        {
            report_different_bodies(context, actor);
        }
    }
}

/// Whether a number may be somebody's, or is an invented one of an invented network.
fn is_right(context: &Context, number: Number, written: &str) -> bool {
    let is_invented = context.network.settings.invented && number.is_invented(written);
    (number.may_be(written) || is_invented) && !number.is_filler(written)
}

fn report_wrong(context: &mut Context, actor: &ActorRecord, number: Number, written: &str) {
    let (language, name) = (context.language, number.label());
    let article = if number == Number::Rna { "an" } else { "a" };
    let place = actor.at(At::Value(route!["legal", number.key()]));
    let finding = context.find_at(
        &CHECK.rule,
        place.clone(),
        say!(language,
        fr: "`{written}` ne peut pas être un numéro {name}",
        en: "`{written}` cannot be {article} {name} number"),
    );
    let without_spaces = bare(written).to_ascii_uppercase();
    let finding = if is_right(context, number, &without_spaces) {
        finding
            .help(say!(language, fr: "l'écrire d'un seul tenant", en: "write it without spaces"))
            .edit(place, Writing::Text(without_spaces))
    } else if number.is_invented(&without_spaces) && !number.is_filler(&without_spaces) {
        finding
            .label(say!(language, fr: "un numéro inventé", en: "an invented number"))
            .help(say!(language,
                fr: "un numéro inventé n'a sa place que dans un réseau inventé (`invented = true` \
                    dans `apes.toml`)",
                en: "an invented number belongs in an invented network only (`invented = true` in \
                    `apes.toml`)"))
    } else {
        let label = if number.is_filler(&without_spaces) {
            say!(language,
                fr: "le même chiffre partout\u{a0}: celui de personne",
                en: "one digit throughout: nobody's")
        } else {
            form_of(number, language)
        };
        finding.label(label).help(say!(language,
            fr: "le recopier depuis annuaire-entreprises.data.gouv.fr",
            en: "copy it again from annuaire-entreprises.data.gouv.fr"))
    };
    context.report(finding);
}

/// The form of a number in words.
fn form_of(number: Number, language: Language) -> String {
    match number {
        Number::Siren => say!(language,
            fr: "9 chiffres dont le dernier est une clé",
            en: "9 digits, the last of which is a key"),
        Number::Siret => say!(language,
            fr: "14 chiffres\u{a0}: le SIREN, puis 5 chiffres dont une clé",
            en: "14 digits: the SIREN, then 5 digits with a key"),
        Number::Rna => {
            say!(language, fr: "un W suivi de 9 chiffres", en: "a W followed by 9 digits")
        }
    }
}

/// Reports a SIRET of another body than the SIREN.
fn report_different_bodies(context: &mut Context, actor: &ActorRecord) {
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
