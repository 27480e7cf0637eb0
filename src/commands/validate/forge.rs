//! The forge whose continuous integration runs the program, as its environment tells.

use std::path::{Path, PathBuf};

/// Forges that show findings in a change, or at least their text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forge {
    /// Shows annotations that are printed.
    GitHub,
    /// Shows a report that a job keeps as a file.
    GitLab,
    /// Forgejo or Gitea, which show the text of the log alone.
    Forgejo,
}

impl Forge {
    /// The forge that runs the program; `None` elsewhere.
    pub(super) fn of_environment() -> Option<Self> {
        // Forgejo and Gitea set the variables of GitHub as well.
        if is_set("FORGEJO_ACTIONS") || is_set("GITEA_ACTIONS") {
            Some(Self::Forgejo)
        } else if is_set("GITHUB_ACTIONS") {
            Some(Self::GitHub)
        } else if is_set("GITLAB_CI") {
            Some(Self::GitLab)
        } else {
            None
        }
    }
}

fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty() && value != "false")
}

/// The top folder of the repository around a workspace, from which forges name files; without a
/// repository, as in a job that unpacks an archive, the folder that the forge tells.
pub(super) fn repository_top(root: &Path) -> PathBuf {
    let with_git = root
        .ancestors()
        .find(|above| above.join(".git").symlink_metadata().is_ok());
    let told = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"]
        .into_iter()
        .filter_map(std::env::var_os)
        .filter_map(|folder| PathBuf::from(folder).canonicalize().ok())
        .find(|folder| root.starts_with(folder));
    with_git
        .map(Path::to_owned)
        .or(told)
        .unwrap_or_else(|| root.to_owned())
}
