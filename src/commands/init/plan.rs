//! The files of a new workspace.

use crate::checks::editor_schemas::SchemaOptions;
use crate::commands::init::answers::Answers;
use crate::commands::init::arguments::Arguments;
use crate::commands::init::recipes::{
    ACTOR, CHARTER, DYNAMIC, EDITOR_CONFIG, FORGEJO, GIT_ATTRIBUTES, GITHUB, GITLAB, PRE_COMMIT,
    SETTINGS, SOURCES, TAPLO, VOCABULARY, filled,
};
use crate::commands::shared::editor_schemas::{
    address_from, editor_schemas, line_for_editors, schema_path,
};
use crate::documents::Syntax;
use crate::edits::FreshRecord;
use crate::language::Language;
use crate::network::Network;
use crate::say;

/// Kinds of record with the files that hold them, as editors match paths.
const PATHS_OF_KINDS: [(&str, &str); 5] = [
    ("territory", "territories/**/territory"),
    ("actor", "territories/**/actors/*"),
    ("dynamic", "territories/**/dynamics/*"),
    ("published", "territories/**/published/*"),
    ("sources", "territories/sources"),
];

/// Shared files with their schemas.
const SHARED_FILES: [(&str, &str); 3] = [
    ("settings", "apes.toml"),
    ("vocabulary", "schemas/vocabulary.toml"),
    ("charter", "schemas/charter.toml"),
];

/// A file that is to be written.
pub struct PlannedFile {
    /// Its path below the root.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Whether the system may run it.
    pub is_program: bool,
}

/// All files; without answers, only those that are not about records.
pub fn plan(
    answers: Option<&Answers>,
    arguments: &Arguments,
    network: &Network,
    language: Language,
) -> Vec<PlannedFile> {
    let mut files = Vec::new();
    if let Some(answers) = answers {
        files.extend(records(answers));
    }
    for (path, text, kind) in [
        ("schemas/vocabulary.toml", VOCABULARY, "vocabulary"),
        ("schemas/charter.toml", CHARTER, "charter"),
    ] {
        let text = filled(text, language, &[]);
        files.push(file(path, with_schema(kind, path, &text)));
    }
    files.extend(tools(arguments, language));
    let options = SchemaOptions {
        language,
        ids: false,
    };
    for (path, text) in editor_schemas(network, options) {
        files.push(file(&path, text));
    }
    files
}

fn file(path: &str, text: String) -> PlannedFile {
    PlannedFile {
        path: path.to_owned(),
        text,
        is_program: false,
    }
}

/// A text below the line that names its schema to editors.
fn with_schema(kind: &str, path: &str, text: &str) -> String {
    format!("{}\n{text}", line_for_editors(kind, path))
}

/// The settings, the first territory, its examples, and the sources.
fn records(answers: &Answers) -> Vec<PlannedFile> {
    let (language, id) = (answers.language, &*answers.territory);
    let name = Syntax::Toml.quote(&answers.name);
    let settings = filled(
        SETTINGS,
        language,
        &[
            ("name", &name),
            ("language", language.code()),
            ("territory", id),
        ],
    );
    let home = format!("territories/{id}");
    let territory = format!("{home}/territory.toml");
    let fresh = FreshRecord {
        kind: "territory",
        syntax: Syntax::Toml,
        language,
        schema: Some(address_from(&territory, &schema_path("territory"))),
        known: answers.keys.clone(),
    };
    let (actor, dynamic) = match language {
        Language::French => ("exemple-acteur", "exemple-dynamique"),
        Language::English => ("example-actor", "example-dynamic"),
    };
    vec![
        file("apes.toml", with_schema("settings", "apes.toml", &settings)),
        file(&territory, fresh.text()),
        file(
            &format!("{home}/actors/{actor}.toml"),
            filled(ACTOR, language, &[]),
        ),
        file(
            &format!("{home}/dynamics/{dynamic}.toml"),
            filled(DYNAMIC, language, &[]),
        ),
        file("territories/sources.toml", filled(SOURCES, language, &[])),
    ]
}

/// Recipes for forges, the hook of git, and the settings of editors.
fn tools(arguments: &Arguments, language: Language) -> Vec<PlannedFile> {
    let guard = say!(language,
        fr: "APES_REPOSITORY et APES_REVISION sont à remplir dans ce fichier",
        en: "APES_REPOSITORY and APES_REVISION are to be filled in in this file");
    let guard = format!(
        "if [ -z \"$APES_REPOSITORY\" ] || [ -z \"$APES_REVISION\" ]; \
         then echo \"{guard}\"; exit 1; fi"
    );
    let blanks = [
        ("guard", guard.as_str()),
        (
            "repository",
            arguments.repository.as_deref().unwrap_or_default(),
        ),
        (
            "revision",
            arguments.revision.as_deref().unwrap_or_default(),
        ),
    ];
    let rules = taplo_rules();
    let mut files: Vec<PlannedFile> = [
        (".github/workflows/apes.yml", GITHUB),
        (".gitlab-ci.yml", GITLAB),
        (".forgejo/workflows/apes.yml", FORGEJO),
        (".gitattributes", GIT_ATTRIBUTES),
        (".editorconfig", EDITOR_CONFIG),
    ]
    .into_iter()
    .map(|(path, text)| file(path, filled(text, language, &blanks)))
    .collect();
    files.push(file(
        ".taplo.toml",
        filled(TAPLO, language, &[("rules", &rules)]),
    ));
    files.push(file(".vscode/settings.json", vs_code_settings()));
    files.push(file(
        ".vscode/extensions.json",
        "{\n  \"recommendations\": [\"tamasfe.even-better-toml\", \"redhat.vscode-yaml\"]\n}\n"
            .to_owned(),
    ));
    files.push(PlannedFile {
        path: ".githooks/pre-commit".to_owned(),
        text: filled(PRE_COMMIT, language, &[]),
        is_program: true,
    });
    files
}

/// The schema of each kind of file, for Taplo.
fn taplo_rules() -> String {
    let shared = SHARED_FILES.map(|(kind, path)| (kind, path.to_owned()));
    let records = PATHS_OF_KINDS.map(|(kind, path)| (kind, format!("{path}.toml")));
    shared
        .into_iter()
        .chain(records)
        .map(|(kind, path)| {
            let schema = schema_path(kind);
            format!(
                "\n[[rule]]\ninclude = [\"{path}\"]\n[rule.schema]\nenabled = true\n\
                 path = \"./{schema}\""
            )
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// The schema of each kind of record, for the YAML extension of VS Code.
fn vs_code_settings() -> String {
    let lines: Vec<String> = PATHS_OF_KINDS
        .iter()
        .map(|(kind, path)| {
            let schema = schema_path(kind);
            format!("    \"./{schema}\": [\"{path}.yaml\", \"{path}.yml\"]")
        })
        .collect();
    format!(
        "{{\n  \"yaml.schemas\": {{\n{}\n  }}\n}}\n",
        lines.join(",\n")
    )
}
