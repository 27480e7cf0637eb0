//! `unread-file`: a file among the records that is not read.

use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Finding, Place, Rule, Severity};
use crate::documents::Limits;
use crate::language::Both;
use crate::network::Unread;
use crate::records::Stray;
use crate::{example, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "unread-file",
        severity: Severity::Warning,
        because: Both {
            fr: "un fichier que personne ne lit laisse croire que son contenu est compté",
            en: "a file that nobody reads makes believe that its content is counted",
        },
        example: example!("checks", "unread-file"),
    },
    run,
};

fn run(bench: &mut Bench) {
    for unread in &bench.network.unread {
        let finding = told(bench, unread);
        bench.tell(finding);
    }
}

fn told(bench: &Bench, unread: &Unread) -> Finding {
    let language = bench.language;
    let place = Place { file: unread.file.clone(), at: At::File };
    let (severity, sentence) = match &unread.why {
        Stray::Place => (
            Severity::Warning,
            say!(language,
            fr: "ce fichier n'est pas lu\u{a0}: il n'est pas à une place de fiche",
            en: "this file is not read: no record is looked for here"),
        ),
        Stray::Ending => (
            Severity::Warning,
            say!(language,
            fr: "ce fichier n'est pas lu\u{a0}: une fiche finit par `.toml`, `.yaml` ou `.yml`",
            en: "this file is not read: a record ends in `.toml`, `.yaml` or `.yml`"),
        ),
        Stray::Link => (
            Severity::Error,
            say!(language,
            fr: "ce lien symbolique n'est pas suivi",
            en: "this symbolic link is not followed"),
        ),
        Stray::Special => (
            Severity::Error,
            say!(language,
            fr: "ce n'est pas un fichier ordinaire\u{a0}: il n'est pas ouvert",
            en: "this is no ordinary file: it is not opened"),
        ),
        Stray::TooLarge(size) => {
            let (size, most) = (language.number(*size), language.number(Limits::BYTES));
            (
                Severity::Error,
                say!(language,
                fr: "ce fichier a {size} octets, {most} au plus sont lus",
                en: "this file has {size} bytes, at most {most} are read"),
            )
        }
        Stray::Refused(words) => (
            Severity::Error,
            say!(language,
            fr: "ce fichier ne peut pas être lu\u{202f}; le système dit\u{a0}: {words}",
            en: "this file cannot be read; the system says: {words}"),
        ),
        Stray::TooMany => {
            let most = language.number(Limits::RECORDS as u64);
            (
                Severity::Error,
                say!(language,
                fr: "ce fichier n'est pas lu\u{a0}: un espace de travail a {most} fiches au plus",
                en: "this file is not read: a workspace has at most {most} records"),
            )
        }
    };
    let mut finding = bench.find_at(&CHECK.rule, place, sentence);
    finding.severity = severity;
    match unread.why {
        Stray::Place => finding.help(say!(language,
            fr: "une fiche se range dans `actors/`, `dynamics/` ou `published/` d'un territoire, ou s'appelle `territory.toml`",
            en: "a record lies in `actors/`, `dynamics/` or `published/` of a territory, or is called `territory.toml`")),
        Stray::Ending => finding.help(say!(language,
            fr: "si c'est une fiche, la renommer\u{a0}; sinon, la garder hors de `territories/`",
            en: "if it is a record, rename it; if not, keep it outside `territories/`")),
        Stray::Link => finding.help(say!(language, fr: "mettre le fichier lui-même à cette place", en: "put the file itself in this place")),
        _ => finding,
    }
}
