//! `unread-file`: a file among the records that is not read.

mod misplacement;

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place, Severity};
use crate::documents::Limits;
use crate::language::Language;
use crate::network::UnreadFile;
use crate::records::SkipReason;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unread-file", Error,
        fr: "un fichier que personne ne lit laisse croire que son contenu est compté",
        en: "a file that nobody reads makes believe that its content is counted"),
    run,
};

fn run(context: &mut Context) {
    let mut folders: Vec<(&str, usize)> = Vec::new();
    for unread in &context.network.unread {
        if let Some((folder, _)) = misplacement::misnamed_folder(unread) {
            match folders.iter_mut().find(|(name, _)| *name == folder) {
                Some((_, count)) => *count += 1,
                None => folders.push((folder, 1)),
            }
        }
    }
    for unread in &context.network.unread {
        let finding = match misplacement::misnamed_folder(unread) {
            None => describe(context, unread),
            // A folder is renamed once, however many files are in it.
            Some((folder, right)) => {
                let Some(index) = folders.iter().position(|(name, _)| *name == folder) else {
                    continue;
                };
                let (_, count) = folders.swap_remove(index);
                let place = place_of(unread);
                let (sentence, help) =
                    misplacement::folder_words(context.language, folder, right, count);
                context.find_at(&CHECK.rule, place, sentence).help(help)
            }
        };
        context.report(finding);
    }
}

fn place_of(unread: &UnreadFile) -> Place {
    Place {
        file: unread.file.clone(),
        at: At::File,
    }
}

fn describe(context: &Context, unread: &UnreadFile) -> Finding {
    let (language, why) = (context.language, &unread.why);
    let mut finding = context.find_at(&CHECK.rule, place_of(unread), sentence(language, why));
    if !misplacement::could_be_record(unread) {
        finding.severity = Severity::Warning;
    }
    match misplacement::help(language, unread).or_else(|| help(language, unread)) {
        Some(help) => finding.help(help),
        None => finding,
    }
}

fn sentence(language: Language, why: &SkipReason) -> String {
    match why {
        SkipReason::Place => say!(language,
            fr: "ce fichier n'est pas lu\u{a0}: aucune fiche ne se range à cet endroit",
            en: "this file is not read: records are not kept in this place"),
        SkipReason::Ending => say!(language,
            fr: "ce fichier n'est pas lu\u{a0}: le nom d'une fiche finit par `.toml`, `.yaml` \
                ou `.yml`",
            en: "this file is not read: the name of a record ends in `.toml`, `.yaml` or \
                `.yml`"),
        SkipReason::Outside => say!(language,
            fr: "cette fiche n'est pas lue\u{a0}: elle est hors de `territories/`",
            en: "this record is not read: it is outside `territories/`"),
        SkipReason::Link => say!(language,
            fr: "ce lien symbolique n'est pas suivi",
            en: "this symbolic link is not followed"),
        SkipReason::Special => say!(language,
            fr: "ce n'est pas un fichier ordinaire\u{a0}: il n'est pas ouvert",
            en: "this is not an ordinary file: it is not opened"),
        SkipReason::TooLarge(size) => {
            let (size, most) = (language.number(*size), language.number(Limits::BYTES));
            say!(language,
                fr: "ce fichier a {size} octets, {most} au plus sont lus",
                en: "this file has {size} bytes, at most {most} are read")
        }
        SkipReason::Refused(kind, words) | SkipReason::Exhausted(kind, words) => {
            let words = language.describe_os_error(*kind, words);
            say!(language,
            fr: "ce fichier ne peut pas être lu\u{202f}; le système dit\u{a0}: {words}",
            en: "this file cannot be read; the system says: {words}")
        }
        SkipReason::TooMany => {
            let most = language.number(Limits::RECORDS as u64);
            say!(language,
                fr: "ce fichier n'est pas lu\u{a0}: un espace de travail a {most} fiches au plus",
                en: "this file is not read: a workspace has at most {most} records")
        }
    }
}

fn help(language: Language, unread: &UnreadFile) -> Option<String> {
    Some(match &unread.why {
        SkipReason::Ending | SkipReason::Place if unread.file.ends_with(".md") => say!(language,
            fr: "un texte de rapport se range dans `texts/2024/` d'un territoire\u{202f}; tout \
                autre document, hors de `territories/`",
            en: "a text for reports goes in `texts/2024/` of a territory; any other document, \
                outside `territories/`"),
        SkipReason::Place | SkipReason::Outside => say!(language,
            fr: "une fiche se range dans `actors/`, `dynamics/` ou `published/` d'un territoire, \
                ou s'appelle `territory.toml`",
            en: "a record goes in `actors/`, `dynamics/` or `published/` of a territory, or is \
                called `territory.toml`"),
        SkipReason::Ending => say!(language,
            fr: "garder tout ce qui n'est pas une fiche hors de `territories/`",
            en: "keep all that is no record outside `territories/`"),
        SkipReason::Link => say!(language,
            fr: "mettre le fichier lui-même à cette place",
            en: "put the file itself in this place"),
        SkipReason::TooLarge(_) => say!(language,
            fr: "une fiche est un texte court\u{a0}: garder les documents ailleurs, et les citer \
                comme sources",
            en: "a record is a short text: keep documents elsewhere, and cite them as sources"),
        _ => return None,
    })
}
