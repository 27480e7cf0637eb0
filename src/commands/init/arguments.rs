//! The arguments of `apes init`.

use std::path::PathBuf;

use clap::Args;

/// Begin a network in a folder: settings, a first territory, examples, recipes for CI
#[derive(Args)]
pub struct Arguments {
    /// The folder; by default, the current one
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Name of the network
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Its first territory, by official name or code
    #[arg(long, value_name = "NAME|CODE")]
    pub territory: Option<String>,
    /// Kind of the territory, where the name is that of several, or no official one
    #[arg(long = "kind", value_name = "WORD")]
    pub word: Option<String>,
    /// The git address from which CI takes this program
    #[arg(long, value_name = "ADDRESS")]
    pub repository: Option<String>,
    /// The commit of this program that CI uses
    #[arg(long, value_name = "COMMIT")]
    pub revision: Option<String>,
}
