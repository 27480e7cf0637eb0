//! `unknown-territory`: a territory without a record, named or as a folder.

use crate::checks::{Check, Context};
use crate::diagnostic::At;
use crate::network::Network;
use crate::records::parts::identifiers::bare;
use crate::records::{Record, Target};
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-territory", Error,
        fr: "ce qui n'a pas de territoire connu ne paraît sur aucune carte ni dans aucun bilan",
        en: "what has no known territory appears on no map and in no report"),
    run,
};

fn run(context: &mut Context) {
    let (network, language) = (context.network, context.language);
    let mut findings = Vec::new();
    for dangling in &network.dangling {
        if dangling.to != Target::Territory || looks_like_code(&dangling.text) {
            continue;
        }
        if !network.knows_all(dangling.to) {
            context.held_back += 1;
            continue;
        }
        let text = &dangling.text;
        let finding = context
            .find_at(
                &CHECK.rule,
                dangling.place.clone(),
                say!(language,
                fr: "aucune fiche ne décrit le territoire `{text}`",
                en: "no record describes the territory `{text}`"),
            )
            .label(say!(language, fr: "nommé ici", en: "named here"));
        let known = network
            .territories
            .iter()
            .map(|territory| territory.id.as_str());
        findings.push(match context.nearest(text, known) {
            Some(id) => finding.suggest(language, dangling.place.clone(), id),
            None => finding.help(say!(language,
                fr: "écrire sa fiche, `territories/{text}/territory.toml`, ou donner un code \
                    officiel",
                en: "write its record, `territories/{text}/territory.toml`, or give an official \
                    code")),
        });
    }
    find_homeless(context, network, &network.actors, &mut findings);
    find_homeless(context, network, &network.dynamics, &mut findings);
    find_homeless(context, network, &network.published, &mut findings);
    context.findings.extend(findings);
}

/// Whether a text is meant as an official code rather than as an id.
pub fn looks_like_code(text: &str) -> bool {
    let plain = bare(text);
    let body = ["2A", "2B", "2a", "2b"]
        .iter()
        .find_map(|corsican| plain.strip_prefix(corsican))
        .unwrap_or(&plain);
    !plain.is_empty() && body.bytes().all(|byte| byte.is_ascii_digit())
}

/// Finds records whose folder has no `territory` file.
fn find_homeless<I: std::fmt::Display, T>(
    context: &Context,
    network: &Network,
    records: &[Record<I, T>],
    findings: &mut Vec<crate::diagnostic::Finding>,
) {
    for record in records {
        if network.territory(record.home.as_str()).is_some() {
            continue;
        }
        let (language, home) = (context.language, &record.home);
        findings.push(
            context
                .find(
                    &CHECK.rule,
                    record,
                    At::File,
                    say!(language,
                    fr: "le dossier `{home}` ne contient pas de fiche de territoire",
                    en: "the folder `{home}` has no territory record"),
                )
                .help(say!(language,
                    fr: "écrire `territory.toml` dans ce dossier, ou déplacer la fiche",
                    en: "write `territory.toml` in that folder, or move the record")),
        );
    }
}
