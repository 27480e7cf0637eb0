//! The texts of the files that are written, in one language each.

use crate::language::Language;

/// The version of Rust with which CI builds the program: the one that it asks for.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");

pub const SETTINGS: &str = include_str!("files/apes.toml.txt");
pub const VOCABULARY: &str = include_str!("files/vocabulary.toml.txt");
pub const CHARTER: &str = include_str!("files/charter.toml.txt");
pub const SOURCES: &str = include_str!("files/sources.toml.txt");
pub const ACTOR: &str = include_str!("files/actor.toml.txt");
pub const DYNAMIC: &str = include_str!("files/dynamic.toml.txt");
pub const GITHUB: &str = include_str!("files/github.yml.txt");
pub const GITLAB: &str = include_str!("files/gitlab.yml.txt");
pub const FORGEJO: &str = include_str!("files/forgejo.yml.txt");
pub const PRE_COMMIT: &str = include_str!("files/pre-commit.txt");
pub const GIT_ATTRIBUTES: &str = include_str!("files/gitattributes.txt");
pub const TAPLO: &str = include_str!("files/taplo.toml.txt");
pub const EDITOR_CONFIG: &str = include_str!("files/editorconfig.txt");

/// A text with the lines of one language, and its blanks filled in: `{name}`.
pub fn filled(text: &str, language: Language, blanks: &[(&str, &str)]) -> String {
    let own = format!("@{} ", language.code());
    let mut out = String::new();
    for line in text.lines() {
        let line = match line.strip_prefix(&own) {
            Some(line) => line,
            None if line.starts_with("@fr ") || line.starts_with("@en ") => continue,
            None => line,
        };
        let mut line = line.replace("{rust}", &format!("{RUST}.0"));
        for (name, value) in blanks {
            line = line.replace(&format!("{{{name}}}"), value);
        }
        out.push_str(&line);
        out.push('\n');
    }
    out
}
