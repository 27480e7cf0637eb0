//! Errors of the operating system, in French.

use std::io::ErrorKind;

use super::language::Language;

/// The errors that people meet, in French: the standard library has them in English only.
const FRENCH_ERRORS: [(ErrorKind, &str); 12] = [
    (ErrorKind::NotFound, "ce fichier ou ce dossier n'existe pas"),
    (ErrorKind::PermissionDenied, "accès refusé"),
    (ErrorKind::AlreadyExists, "ce fichier existe déjà"),
    (ErrorKind::NotADirectory, "ce n'est pas un dossier"),
    (ErrorKind::IsADirectory, "c'est un dossier"),
    (ErrorKind::DirectoryNotEmpty, "ce dossier n'est pas vide"),
    (
        ErrorKind::ReadOnlyFilesystem,
        "ce support ne peut être que lu",
    ),
    (
        ErrorKind::StorageFull,
        "il n'y a plus de place sur le support",
    ),
    (ErrorKind::QuotaExceeded, "la place accordée est épuisée"),
    (ErrorKind::FileTooLarge, "ce fichier est trop grand"),
    (
        ErrorKind::CrossesDevices,
        "les deux dossiers sont sur des supports différents",
    ),
    (
        ErrorKind::InvalidFilename,
        "le nom du fichier ne peut pas être lu ou écrit",
    ),
];

impl Language {
    /// Returns the reason of an error of the operating system, whose own `message` is English. In
    /// French, an error that is not in the table keeps its English message.
    #[must_use]
    pub fn describe_os_error(self, kind: ErrorKind, message: &str) -> String {
        let french = FRENCH_ERRORS
            .iter()
            .find(|(known, _)| *known == kind && self == Self::French);
        french.map_or(message, |(_, text)| text).to_owned()
    }
}
