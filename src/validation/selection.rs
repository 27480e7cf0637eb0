//! The findings that the reader asks for, by rule and by file.

use crate::diagnostic::Finding;

/// A choice among findings; the default chooses all of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Selection<'a> {
    /// Names of the only rules wanted; empty for all.
    pub only: &'a [String],
    /// Names of rules left out.
    pub skip: &'a [String],
    /// Files or folders below the root, whose findings alone are wanted; empty for all.
    pub paths: &'a [String],
    /// Ids of records that are gone; findings that name one are wanted wherever they are.
    pub gone: &'a [String],
}

impl Selection<'_> {
    /// Whether a finding is wanted.
    #[must_use]
    pub fn contains(&self, finding: &Finding) -> bool {
        let name = &*finding.name;
        let file = &*finding.primary.place.file;
        (self.only.is_empty() || self.only.iter().any(|only| only == name))
            && !self.skip.iter().any(|skip| skip == name)
            && (self.has_file(file) || self.names_a_gone_record(finding))
    }

    /// Whether findings in a file are wanted.
    #[must_use]
    pub fn has_file(&self, file: &str) -> bool {
        self.paths.is_empty() || self.paths.iter().any(|path| is_at_or_below(file, path))
    }

    /// Whether a finding is about a name that is the id of a record that is gone.
    fn names_a_gone_record(&self, finding: &Finding) -> bool {
        self.gone
            .iter()
            .any(|id| finding.sentence.contains(&format!("`{id}`")))
    }
}

/// Whether a file is a path, or is inside it; the empty path is the root.
fn is_at_or_below(file: &str, path: &str) -> bool {
    path.is_empty()
        || file
            .strip_prefix(path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
