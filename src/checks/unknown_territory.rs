//! `unknown-territory`: a record names a territory that has none, or lies in a folder that is none.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Rule, Severity, Writing};
use crate::language::Bilingual;
use crate::network::Network;
use crate::records::{Record, Target, TerritoryId};
use crate::{example, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-territory",
        severity: Severity::Error,
        because: Bilingual {
            fr: "ce qui n'a pas de territoire connu ne paraît sur aucune carte ni dans aucun bilan",
            en: "what has no known territory appears on no map and in no report",
        },
        example: example!("checks", "unknown-territory"),
    },
    run,
};

fn run(context: &mut Context) {
    let (network, language) = (context.network, context.language);
    let mut findings = Vec::new();
    let named = |dangling: &&crate::network::DanglingMention| {
        dangling.to == Target::Territory && !looks_like_code(&dangling.text)
    };
    for dangling in network.dangling.iter().filter(named) {
        let text = &dangling.text;
        let finding = context
            .find_at(
                &CHECK.rule,
                dangling.place.clone(),
                say!(language,
                fr: "aucune fiche ne parle du territoire `{text}`",
                en: "no record tells of the territory `{text}`"),
            )
            .label(say!(language, fr: "nommé ici", en: "named here"));
        let known = network
            .territories
            .iter()
            .map(|territory| territory.id.as_str());
        findings.push(match context.nearest(text, known) {
            Some(near) => finding
                .help(
                    say!(language, fr: "un territoire de nom proche existe", en: "a territory \
                    with a near name exists"),
                )
                .edit(dangling.place.clone(), Writing::Text(near.to_owned())),
            None => finding.help(say!(language,
                fr: "écrire sa fiche, `territories/{text}/territory.toml`, ou donner un code \
                    officiel",
                en: "write its record, `territories/{text}/territory.toml`, or give an official \
                    code")),
        });
    }
    homeless(context, network, &network.actors, &mut findings);
    homeless(context, network, &network.dynamics, &mut findings);
    homeless(context, network, &network.published, &mut findings);
    context.findings.extend(findings);
}

/// Whether a text is meant as an official code rather than as an id.
pub fn looks_like_code(text: &str) -> bool {
    let body = text
        .strip_prefix("2A")
        .or_else(|| text.strip_prefix("2B"))
        .unwrap_or(text);
    !text.is_empty()
        && body
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b' ')
}

/// Records whose folder holds no `territory` file.
fn homeless<I: std::fmt::Display, T>(
    context: &Context,
    network: &Network,
    records: &[Record<I, T>],
    findings: &mut Vec<crate::diagnostic::Finding>,
) {
    let lost = |home: &TerritoryId| network.territory(home.as_str()).is_none();
    for record in records.iter().filter(|record| lost(&record.home)) {
        let (language, home) = (context.language, &record.home);
        findings.push(
            context
                .find(
                    &CHECK.rule,
                    record,
                    At::File,
                    say!(language,
                    fr: "le dossier `{home}` ne contient pas de fiche de territoire",
                    en: "the folder `{home}` holds no record of a territory"),
                )
                .help(say!(language,
                    fr: "écrire `territory.toml` dans ce dossier, ou déplacer la fiche",
                    en: "write `territory.toml` in that folder, or move the record")),
        );
    }
}
