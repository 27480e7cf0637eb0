//! Files that were not read, and why.

use std::fs::Metadata;
use std::io::ErrorKind;

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadReason {
    /// A symbolic link, which could lead anywhere.
    Link,
    /// A device, a pipe or a socket, or a folder in the place of a file.
    Special,
    /// A file larger than the limit, with its size in bytes.
    TooLarge(u64),
    /// A folder with more entries than are listed.
    TooMany,
    /// An error of the operating system, with its message.
    Refused(ErrorKind, String),
    /// The system has no file handles or no memory left for this program; with its message.
    Exhausted(ErrorKind, String),
}

impl From<&std::io::Error> for UnreadReason {
    fn from(error: &std::io::Error) -> Self {
        let (kind, message) = (error.kind(), error.to_string());
        if is_exhaustion(error) {
            Self::Exhausted(kind, message)
        } else {
            Self::Refused(kind, message)
        }
    }
}

/// A file that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadFile {
    /// Path below the root, with `/` between its parts.
    pub path: String,
    /// Why the file was not read.
    pub why: UnreadReason,
}

/// Whether the system lacks file handles or memory, so that the next file could fare likewise.
fn is_exhaustion(error: &std::io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        let lacking = [Errno::MFILE, Errno::NFILE, Errno::NOMEM];
        let code = error.raw_os_error();
        if lacking
            .iter()
            .any(|errno| Some(errno.raw_os_error()) == code)
        {
            return true;
        }
    }
    error.kind() == ErrorKind::OutOfMemory
}

/// Why a file is not read although the system permits it; `None` if it may be read.
pub(super) fn unread_reason(metadata: &Metadata, most: u64) -> Option<UnreadReason> {
    match (metadata.is_file(), metadata.is_symlink()) {
        (true, _) if metadata.len() <= most => None,
        (true, _) => Some(UnreadReason::TooLarge(metadata.len())),
        (false, true) => Some(UnreadReason::Link),
        (false, false) => Some(UnreadReason::Special),
    }
}
