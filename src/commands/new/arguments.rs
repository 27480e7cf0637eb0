//! The arguments of `apes new`.

use clap::{Args, ValueEnum};

use crate::commands::shared::record_kind::RecordKind;
use crate::documents::Syntax;

/// Write a new record in its place: what is known is filled in, all other keys are comments
#[derive(Args)]
pub struct Arguments {
    /// What is new
    #[arg(value_name = "KIND")]
    pub kind: RecordKind,
    /// Its name, as people say it; a territory may also be named by its official code
    #[arg(value_name = "NAME")]
    pub name: String,
    /// Keys and their values, as in seen=2024 or partners.tilt=appui
    #[arg(value_name = "KEY=VALUE")]
    pub values: Vec<String>,
    /// Its id, instead of the one made from its name
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Where it is: the official name or code of a commune, or of the territory itself
    #[arg(long, value_name = "NAME|CODE")]
    pub at: Option<String>,
    /// The territory to which it belongs, by id or name
    #[arg(long, value_name = "TERRITORY")]
    pub territory: Option<String>,
    /// Its kind, by id or name
    #[arg(long = "kind", value_name = "WORD")]
    pub word: Option<String>,
    /// The theme of a dynamic, by id or name
    #[arg(long, value_name = "WORD")]
    pub theme: Option<String>,
    /// Since when: a year, a month or a day
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Where this is known from: the id of a source, or its title
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<String>,
    /// The syntax of its file
    #[arg(long, value_name = "FORMAT", default_value = "toml")]
    pub format: RecordSyntax,
    /// Show the file, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Syntaxes of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RecordSyntax {
    /// TOML
    Toml,
    /// YAML
    Yaml,
}

impl RecordSyntax {
    /// The syntax.
    pub fn syntax(self) -> Syntax {
        match self {
            Self::Toml => Syntax::Toml,
            Self::Yaml => Syntax::Yaml,
        }
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Yaml => "yaml",
        }
    }
}
