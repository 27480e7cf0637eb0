//! What `apes doctor` tells of a workspace: its settings, records, words, history, editors.

use crate::checks::{self, Context};
use crate::commands::doctor::Line;
use crate::commands::shared::command::RunContext;
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::records::Target;
use crate::say;
use crate::sources::Folder;
use crate::workspace::Workspace;
use crate::workspace::commit::{RecordsCommit, commit_of};

/// The only format that this program reads.
const FORMAT: u16 = 1;

/// All lines about a workspace.
pub(super) fn lines(
    folder: &Folder,
    workspace: &Workspace,
    context: &RunContext,
    language: Language,
) -> Vec<Line> {
    vec![
        place(folder, language),
        settings(folder, workspace, language),
        spoken(workspace, context, language),
        records(workspace, language),
        shared_file(
            workspace,
            (
                "schemas/vocabulary.toml",
                Target::Word(crate::records::List::Themes),
            ),
            say!(language, fr: "vocabulaire", en: "vocabulary"),
            language,
        ),
        shared_file(
            workspace,
            ("schemas/charter.toml", Target::Principle),
            say!(language, fr: "charte", en: "charter"),
            language,
        ),
        people(workspace, language),
        history(folder, language),
        schemas(workspace, context, language),
        editors(folder, language),
    ]
}

fn place(folder: &Folder, language: Language) -> Line {
    let root = std::path::absolute(folder.root());
    let root = root.unwrap_or_else(|_| folder.root().to_owned());
    Line::fine(
        say!(language, fr: "espace de travail", en: "workspace"),
        root.to_string_lossy().into_owned(),
    )
}

fn settings(folder: &Folder, workspace: &Workspace, language: Language) -> Line {
    let subject = "apes.toml".to_owned();
    let settings = &workspace.network.settings;
    if !folder.has("apes.toml") {
        return Line::hint(
            subject,
            say!(language,
                fr: "il n'y en a pas\u{a0}: le réseau n'a ni nom ni langue",
                en: "there is none: the network has neither name nor language"),
            say!(language,
                fr: "l'écrire\u{a0}: `format = 1`, `name = \"…\"`, `language = \"fr\"`",
                en: "write it: `format = 1`, `name = \"…\"`, `language = \"en\"`"),
        );
    }
    let is_faulty = workspace.findings.iter().any(|finding| {
        &*finding.primary.place.file == "apes.toml" && finding.severity == Severity::Error
    });
    if is_faulty {
        return Line::wrong(
            subject,
            say!(language,
                fr: "n'a pas pu être lu en entier",
                en: "could not be read whole"),
            say!(language,
                fr: "`apes validate apes.toml` dit pourquoi",
                en: "`apes validate apes.toml` says why"),
        );
    }
    let format = settings.format;
    if format != FORMAT {
        return Line::wrong(
            subject,
            say!(language,
                fr: "format {format}\u{a0}: ce programme lit le format {FORMAT}",
                en: "format {format}: this program reads format {FORMAT}"),
            say!(language,
                fr: "prendre une version du programme qui lit ce format",
                en: "take a version of the program that reads this format"),
        );
    }
    let name = &settings.name;
    Line::fine(
        subject,
        say!(language, fr: "format {format}, {name}", en: "format {format}, {name}"),
    )
}

fn spoken(workspace: &Workspace, context: &RunContext, language: Language) -> Line {
    let reason = if context.requested_language.is_some() {
        say!(language, fr: "demandée par --lang", en: "asked for by --lang")
    } else if workspace.network.settings.language.is_some() {
        say!(language, fr: "celle d'`apes.toml`", en: "that of `apes.toml`")
    } else {
        say!(language, fr: "celle de la machine", en: "that of the machine")
    };
    let spoken = match workspace.language {
        Language::French => say!(language, fr: "français", en: "French"),
        Language::English => say!(language, fr: "anglais", en: "English"),
    };
    Line::fine(
        say!(language, fr: "langue", en: "language"),
        format!("{spoken}, {reason}"),
    )
}

/// Records read, and files that could not be read whole.
fn records(workspace: &Workspace, language: Language) -> Line {
    let network = &workspace.network;
    let subject = say!(language, fr: "fiches", en: "records");
    let intact = network
        .records()
        .filter(|record| record.is_intact())
        .count();
    let broken = network.size() - intact;
    let unread = network.unread.len();
    let read = match language {
        Language::French => language.count(intact, "fiche lue", "fiches lues"),
        Language::English => language.count(intact, "record read", "records read"),
    };
    if broken == 0 && unread == 0 {
        return Line::fine(subject, read);
    }
    Line::wrong(
        subject,
        say!(language,
            fr: "{read}\u{202f}; {broken} à corriger, {unread} fichiers refusés",
            en: "{read}; {broken} to be corrected, {unread} files refused"),
        say!(language,
            fr: "`apes validate` dit pourquoi, et comment corriger",
            en: "`apes validate` says why, and how to correct it"),
    )
}

/// A file that the workspace may have, or have from Apes.
fn shared_file(
    workspace: &Workspace,
    (file, target): (&str, Target),
    subject: String,
    language: Language,
) -> Line {
    let network = &workspace.network;
    if !network.knows_all(target) {
        return Line::wrong(
            subject,
            say!(language,
                fr: "`{file}` n'a pas pu être lu en entier",
                en: "`{file}` could not be read whole"),
            say!(language,
                fr: "`apes validate {file}` dit pourquoi",
                en: "`apes validate {file}` says why"),
        );
    }
    let owner = if network.has_own(file) {
        say!(language, fr: "du réseau (`{file}`)", en: "of the network (`{file}`)")
    } else {
        say!(language, fr: "de l'Apes, faute de `{file}`", en: "of Apes, for want of `{file}`")
    };
    Line::fine(subject, owner)
}

fn people(workspace: &Workspace, language: Language) -> Line {
    let network = &workspace.network;
    let subject = say!(language, fr: "personnes", en: "persons");
    match (&network.settings.people, &network.people) {
        (None, _) => Line::fine(
            subject,
            say!(language,
                fr: "aucun dossier privé n'est nommé dans `apes.toml`",
                en: "`apes.toml` names no private folder"),
        ),
        (Some(_), Some(_)) => Line::fine(
            subject,
            say!(language, fr: "le dossier privé est là", en: "the private folder is there"),
        ),
        (Some(path), None) => Line::hint(
            subject,
            say!(language,
                fr: "le dossier privé `{path}` n'est pas là",
                en: "the private folder `{path}` is not there"),
            say!(language,
                fr: "rien n'en dépend, sauf les contacts des fiches",
                en: "nothing depends on it but the contacts of records"),
        ),
    }
}

fn history(folder: &Folder, language: Language) -> Line {
    let subject = "git".to_owned();
    if !cfg!(feature = "history") {
        return Line::hint(
            subject,
            say!(language,
                fr: "cette construction du programme ne lit pas git",
                en: "this build of the program does not read git"),
            "cargo install --features history".to_owned(),
        );
    }
    match commit_of(folder) {
        Some(RecordsCommit {
            id, modified: true, ..
        }) => Line::hint(
            subject,
            say!(language,
                fr: "commit {id}, et des changements qui n'y sont pas encore",
                en: "commit {id}, and changes that are not in it yet"),
            say!(language,
                fr: "`git status` les montre\u{202f}; les rapports les comptent, et le disent",
                en: "`git status` shows them; reports say that they heed them"),
        ),
        Some(RecordsCommit { id, .. }) => Line::fine(
            subject,
            say!(language, fr: "commit {id}, sans changement", en: "commit {id}, unchanged"),
        ),
        None => Line::hint(
            subject,
            say!(language,
                fr: "pas de commit\u{a0}: les rapports ne diront pas de quelle version ils parlent",
                en: "no commit: reports will not say of which version they speak"),
            say!(language,
                fr: "`git init`, puis `git add` et `git commit`, gardent la mémoire des fiches",
                en: "`git init`, then `git add` and `git commit`, keep the memory of records"),
        ),
    }
}

fn schemas(workspace: &Workspace, context: &RunContext, language: Language) -> Line {
    let network = &workspace.network;
    let subject = say!(language, fr: "schémas", en: "schemas");
    if network.editor_schemas.is_empty() {
        return Line::hint(
            subject,
            say!(language,
                fr: "aucun pour les éditeurs",
                en: "none for editors"),
            say!(language,
                fr: "`apes schema --write`\u{a0}: l'éditeur complète et vérifie à la frappe",
                en: "`apes schema --write`: the editor completes and checks while one types"),
        );
    }
    let charter = crate::charter::CompiledCharter::default();
    let mut asked = Context::new(network, &charter, language, context.today);
    checks::run_named("stale-schema", &mut asked);
    match asked.findings.pop() {
        Some(finding) => Line::wrong(
            subject,
            finding.sentence,
            finding.help.map(|help| help.sentence).unwrap_or_default(),
        ),
        None => Line::fine(subject, say!(language, fr: "à jour", en: "up to date")),
    }
}

fn editors(folder: &Folder, language: Language) -> Line {
    let subject = say!(language, fr: "éditeurs", en: "editors");
    let told: Vec<String> = [".taplo.toml", ".vscode/settings.json"]
        .into_iter()
        .filter(|file| folder.has(file))
        .map(|file| format!("`{file}`"))
        .collect();
    if told.is_empty() {
        return Line::hint(
            subject,
            say!(language,
                fr: "aucun réglage ne leur nomme les schémas",
                en: "no settings name the schemas to them"),
            say!(language,
                fr: "`apes help éditeurs` dit lesquels installer et comment",
                en: "`apes help editors` tells which to install and how"),
        );
    }
    Line::fine(subject, language.and(&told))
}
