//! `legal-form-belies-kind`: a legal category or number that bodies of a kind cannot have.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::network::ActorRecord;
use crate::records::List;
use crate::records::parts::identifiers::{Number, bare};
use crate::records::parts::legal_category::{fits, fitting, name_of};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "legal-form-belies-kind", Warning,
        fr: "le type range l'acteur dans une famille de l'économie, que sa forme juridique dément",
        en: "the kind counts the actor in a family of the economy that its legal form belies"),
    run,
};

fn run(context: &mut Context) {
    let mut findings = Vec::new();
    for actor in &context.network.actors {
        findings.extend(contradiction(context, actor));
    }
    context.findings.extend(findings);
}

/// The first of an actor's legal facts that belies its kind.
fn contradiction(context: &Context, actor: &ActorRecord) -> Option<Finding> {
    let (legal, kind) = (&actor.body.legal, actor.body.kind.as_str());
    if let Some(code) = legal.category.as_deref()
        && let Some(name) = name_of(code)
        && !fits(code, kind)
    {
        let label = say!(context.language, fr: "code de\u{a0}: {name}", en: "the code of: {name}");
        return Some(describe(context, actor, "category", label));
    }
    if legal.rna.is_some() && !may_have_rna(actor) {
        let label = say!(context.language,
            fr: "numéro d'une association",
            en: "the number of an association");
        return Some(describe(context, actor, "rna", label));
    }
    [Number::Siret, Number::Siren]
        .into_iter()
        .find_map(|number| {
            let written = bare(legal.number(number)?);
            // Numbers of other bodies begin with 3 to 9, or with 0.
            let is_public = number.may_be(&written) && written.starts_with(['1', '2']);
            (is_public && is_private(kind)).then(|| {
                let label = say!(context.language,
                fr: "numéro d'un organisme public\u{a0}: il commence par 1 ou 2",
                en: "the number of a public body: it begins with 1 or 2");
                describe(context, actor, number.key(), label)
            })
        })
}

/// Whether an actor may be in the register of associations, by its category, else by its kind. Some
/// foundations are in it by mistake of offices.
fn may_have_rna(actor: &ActorRecord) -> bool {
    let kind = actor.body.kind.as_str();
    match actor.body.legal.category.as_deref() {
        Some(code) if name_of(code).is_some() => code.starts_with("92"),
        _ => kind == "fondation" || fits("9220", kind),
    }
}

/// Whether bodies of a kind are under private law, all of them.
fn is_private(kind: &str) -> bool {
    fitting(kind).is_some_and(|beginnings| {
        let mut public = beginnings
            .iter()
            .filter(|beginning| beginning.starts_with(['4', '7']));
        public.next().is_none()
    })
}

/// `label` says what the fact under a key of `legal` is.
fn describe(context: &Context, actor: &ActorRecord, key: &str, label: String) -> Finding {
    let (language, vocabulary) = (context.language, &context.network.vocabulary);
    let kind = vocabulary.label(List::ActorKinds, actor.body.kind.as_str(), language);
    context
        .find(
            &CHECK.rule,
            actor,
            At::Value(route!["legal", key]),
            say!(language,
                fr: "la forme juridique et le type se contredisent\u{a0}: {kind}",
                en: "the legal form and the kind contradict each other: {kind}"),
        )
        .label(label)
        .beside(
            actor.at(At::Value(route!["kind"])),
            say!(language, fr: "type déclaré", en: "declared kind"),
        )
        .help(say!(language,
            fr: "corriger l'un ou l'autre\u{202f}; la forme juridique se lit sur \
                annuaire-entreprises.data.gouv.fr",
            en: "correct one or the other; the legal form can be read on \
                annuaire-entreprises.data.gouv.fr"))
}
