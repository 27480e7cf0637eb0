//! `id-out-of-form`: a file or a folder whose name cannot be an id.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::records::{Record, id_from_name, is_id};
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "id-out-of-form", Error,
        fr: "le nom du fichier ou du dossier est l'identifiant de la fiche, pour toujours et \
            sur toutes les machines",
        en: "the name of the file or folder is the record's id, for life and on every machine"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut findings = Vec::new();
    out_of_form(context, &network.territories, &mut findings);
    out_of_form(context, &network.actors, &mut findings);
    out_of_form(context, &network.dynamics, &mut findings);
    out_of_form(context, &network.published, &mut findings);
    context.findings.extend(findings);
}

fn out_of_form<I: AsRef<str> + std::fmt::Display, T>(
    context: &Context,
    records: &[Record<I, T>],
    findings: &mut Vec<Finding>,
) {
    for record in records {
        let (id, language) = (record.id.as_ref(), context.language);
        if is_id(id) {
            continue;
        }
        let file = record.file.rsplit('/').next().unwrap_or_default();
        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
        let is_folder = !file.starts_with(id);
        let label = if is_folder {
            say!(language, fr: "son dossier s'appelle `{id}`", en: "its folder is called `{id}`")
        } else {
            say!(language, fr: "son fichier s'appelle `{file}`", en: "its file is called `{file}`")
        };
        let sentence = say!(language,
            fr: "`{id}` ne peut pas être un identifiant",
            en: "`{id}` cannot be an id");
        let finding = context
            .find(&CHECK.rule, record, At::File, sentence)
            .label(label);
        let better = id_from_name(id);
        findings.push(if let Some(original) = original(record, &better, records) {
            finding.help(say!(language,
                fr: "si c'est une copie de `{original}`, reporter dans cette fiche ce qui en \
                    diffère, puis effacer la copie",
                en: "if it is a copy of `{original}`, bring what differs into that record, then \
                    delete the copy"))
        } else if is_id(&better) && is_folder {
            finding.help(
                say!(language, fr: "renommer le dossier en `{better}`", en: "rename the \
                folder to `{better}`"),
            )
        } else if is_id(&better) {
            finding.help(
                say!(language, fr: "renommer le fichier en `{better}.{ending}`", en: "rename \
                the file to `{better}.{ending}`"),
            )
        } else {
            finding.help(say!(language,
                fr: "un identifiant est fait de lettres minuscules sans accent, de chiffres et de \
                    tirets, 80 caractères au plus",
                en: "an id is made of lowercase letters without accents, digits and hyphens, 80 \
                    characters at most"))
        });
    }
}

/// The record beside this one whose id begins or ends the id that its name would give: systems and
/// synchronisers write `tilt (1)`, `tilt-PC` or `Copie de tilt` for a copy.
fn original<'r, I: AsRef<str>, T>(
    copy: &Record<I, T>,
    id: &str,
    records: &'r [Record<I, T>],
) -> Option<&'r str> {
    let others = records.iter().filter(|other| is_id(other.id.as_ref()));
    others
        .filter(|other| folder_of(&other.file) == folder_of(&copy.file))
        .map(|other| other.id.as_ref())
        .find(|original| {
            let rest = id
                .strip_prefix(*original)
                .or_else(|| id.strip_suffix(*original));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-') || rest.ends_with('-'))
        })
}

fn folder_of(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}
