//! A file of an invented workspace.

/// A file of an invented workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path below the root of the workspace, with `/` between its parts.
    pub path: String,
    /// Content.
    pub text: String,
}
