//! `translation-outdated`: a French text that changed since its English one was written.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place};
use crate::network::{Network, RecordRef};
use crate::records::parts::fingerprint::fingerprint;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "translation-outdated", Note,
        fr: "les deux langues d'un même rapport doivent dire la même chose",
        en: "both languages of one report must say the same"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut findings = Vec::new();
    for record in network.records() {
        for (name, written_from) in &record.common().translations {
            // A text that a faulty record lacks may only have been left out in reading it.
            match network.text_in_both(record, name) {
                None if !is_known_whole(network, record) => context.held_back += 1,
                None => findings.push(describe_missing(context, record, name)),
                Some(text) if fingerprint(&text.french) == *written_from => {}
                Some(_) => findings.push(describe_outdated(context, record, name)),
            }
        }
    }
    context.findings.extend(findings);
}

/// Whether a record and the texts beside it could all be read.
fn is_known_whole(network: &Network, record: RecordRef) -> bool {
    record.is_intact() && network.is_intact()
}

fn at(name: &str) -> At {
    At::Value(route!["translations", name])
}

fn find(context: &Context, record: RecordRef, name: &str, sentence: String) -> Finding {
    let place = Place {
        file: record.file().clone(),
        at: at(name),
    };
    context.find_at(&CHECK.rule, place, sentence)
}

fn describe_outdated(context: &Context, record: RecordRef, name: &str) -> Finding {
    let (language, kind, id) = (context.language, record.kind(), record.id());
    let sentence = say!(language,
        fr: "le texte français de `{name}` a changé depuis que l'anglais a été écrit",
        en: "the French text of `{name}` has changed since the English one was written");
    find(context, record, name, sentence)
        .label(say!(language,
            fr: "empreinte du texte d'alors",
            en: "fingerprint of the text of that time"))
        .help(say!(language,
            fr: "relire l'anglais, puis\u{a0}: `apes set {kind}/{id} --reviewed {name}`",
            en: "read the English text again, then: `apes set {kind}/{id} --reviewed {name}`"))
}

fn describe_missing(context: &Context, record: RecordRef, name: &str) -> Finding {
    let (language, kind, id) = (context.language, record.kind(), record.id());
    let sentence = say!(language,
        fr: "cette fiche n'a pas de texte `{name}` en français et en anglais",
        en: "this record has no text `{name}` in French and in English");
    let names = context.network.names_of_texts_in_both(record);
    let finding = find(context, record, name, sentence);
    if names.is_empty() {
        return finding.help(say!(language,
            fr: "retirer cette ligne\u{a0}: `apes set {kind}/{id} --remove translations`",
            en: "remove this line: `apes set {kind}/{id} --remove translations`"));
    }
    let names = names.join("`, `");
    finding.help(say!(language,
        fr: "elle a dans les deux langues\u{a0}: `{names}`",
        en: "it has in both languages: `{names}`"))
}
