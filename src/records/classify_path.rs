//! Paths of files below the root of a workspace, which give the kind and the id of each record.

use std::io::ErrorKind;

use crate::language::Language;
use crate::records::parts::id::{ActorId, DynamicId, PublishedId, TerritoryId, id_from_name};
use crate::records::parts::text::TextKey;
use crate::sources::Cut;

/// The kind of a file, by its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `territories/…/ID/territory.toml`
    Territory(TerritoryId),
    /// `territories/…/HOME/actors/ID.toml`
    Actor(TerritoryId, ActorId),
    /// `territories/…/HOME/dynamics/ID.toml`
    Dynamic(TerritoryId, DynamicId),
    /// `territories/…/HOME/published/ID.toml`
    Published(TerritoryId, PublishedId),
    /// `territories/sources.toml`
    Sources,
    /// `territories/…/HOME/texts/YEAR/SECTION.md`, `.fr.md` or `.en.md`: prose for reports
    Text(TextKey),
    /// README, `.gitkeep`, what editors and systems leave: ignored without a finding.
    Litter,
}

/// The reason why a file below `territories/` is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// No record belongs in its folder.
    Place,
    /// An extension that records do not have.
    Ending,
    /// What looks like a record is outside `territories/`.
    Outside,
    /// A symbolic link, which could lead outside the workspace.
    Link,
    /// A device, a pipe or a socket, or a folder in the place of a file.
    Special,
    /// A file larger than a record may be; the size in bytes.
    TooLarge(u64),
    /// The operating system cannot read it: the kind of error, and its message.
    Refused(ErrorKind, String),
    /// The system has no file handles or no memory left: the kind of error, and its message.
    Exhausted(ErrorKind, String),
    /// A file beyond the maximum number for a workspace.
    TooMany,
}

/// Classifies a path that starts with `territories/` and has `/` between its parts.
///
/// # Errors
/// Returns the reason if no file with this path is read.
pub fn classify_path(path: &str) -> Result<FileKind, SkipReason> {
    let parts: Vec<&str> = path.split('/').collect();
    let Some((file, folders)) = parts.split_last() else {
        return Err(SkipReason::Place);
    };
    // Before the extension is checked: a backup such as `tilt.toml~` is not worth a finding.
    if is_litter(file) || folders.iter().any(|folder| is_litter_folder(folder)) {
        return Ok(FileKind::Litter);
    }
    if let Some(texts) = folders.iter().rposition(|folder| *folder == "texts") {
        return text_key(folders.before(texts), folders.behind(texts + 1), file)
            .map(FileKind::Text)
            .ok_or(SkipReason::Place);
    }
    let Some(stem) = strip_extension(file, &["toml", "yaml", "yml"]) else {
        return Err(SkipReason::Ending);
    };
    match folders {
        ["territories"] if *file == "sources.toml" => Ok(FileKind::Sources),
        ["territories", .., home, folder] => match *folder {
            "actors" => Ok(FileKind::Actor((*home).into(), stem.into())),
            "dynamics" => Ok(FileKind::Dynamic((*home).into(), stem.into())),
            "published" => Ok(FileKind::Published((*home).into(), stem.into())),
            id if stem == "territory" => Ok(FileKind::Territory(id.into())),
            _ => Err(SkipReason::Place),
        },
        ["territories", id] if stem == "territory" => Ok(FileKind::Territory((*id).into())),
        _ => Err(SkipReason::Place),
    }
}

impl FileKind {
    /// The id that the path gives to a record; `None` for a file that is not a record.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Territory(id) => Some(id.as_str()),
            Self::Actor(_, id) => Some(id.as_str()),
            Self::Dynamic(_, id) => Some(id.as_str()),
            Self::Published(_, id) => Some(id.as_str()),
            Self::Sources | Self::Text(_) | Self::Litter => None,
        }
    }
}

/// Reads the key of a text from the folders above and below `texts`, and from the name of the file.
fn text_key(above: &[&str], below: &[&str], file: &str) -> Option<TextKey> {
    let (["territories", .., home], [year]) = (above, below) else {
        return None;
    };
    // Parsing alone would also accept `+2020` and `02020`.
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    let stem = strip_extension(file, &["md"])?;
    let (section, language) = match stem.rsplit_once('.') {
        Some((section, "fr")) => (section, Some(Language::French)),
        Some((section, "en")) => (section, Some(Language::English)),
        _ => (stem, None),
    };
    (!section.is_empty()).then(|| TextKey {
        home: (*home).into(),
        year,
        section: section.to_owned(),
        language,
    })
}

/// Returns the name of a file without its extension, if it is one of several.
fn strip_extension<'a>(file: &'a str, extensions: &[&str]) -> Option<&'a str> {
    let (stem, extension) = file.rsplit_once('.')?;
    (extensions.contains(&extension) && !stem.is_empty()).then_some(stem)
}

/// Returns whether a file is left by people, editors or systems, and never meant to be a record.
#[must_use]
pub fn is_litter(file: &str) -> bool {
    let (stem, extension) = file.split_once('.').unwrap_or((file, ""));
    stem.eq_ignore_ascii_case("README") && !matches!(extension, "toml" | "yaml" | "yml")
        || matches!(
            file,
            "Thumbs.db" | "ehthumbs.db" | "desktop.ini" | "Icon\r" | "4913"
        )
        || file.ends_with('~')
        || file.starts_with("~$")
        || file.starts_with('#') && file.ends_with('#')
        || is_hidden_litter(file)
}

/// Returns whether a hidden file is none that was meant to be a record: `.gitkeep`, `.DS_Store`,
/// and before the name of a record what macOS (`._`), Emacs (`.#`), office suites (`.~`) and
/// synchronisers write.
fn is_hidden_litter(file: &str) -> bool {
    let is_record = strip_extension(file, &["toml", "yaml", "yml"]).is_some();
    file.starts_with('.') && !is_record
        || ["._", ".#", ".~", ".syncthing."]
            .iter()
            .any(|prefix| file.starts_with(prefix))
}

/// Returns whether systems, archives and synchronisers keep what is theirs in a folder.
fn is_litter_folder(folder: &str) -> bool {
    folder.starts_with('.')
        || matches!(
            folder,
            "__MACOSX" | "@eaDir" | "#recycle" | "$RECYCLE.BIN" | "System Volume Information"
        )
}

/// The folder or file of records that a name was probably meant to be: `actors` for `acteurs` or
/// `Actors`, `territory.toml` for `territoire.toml`. Returns `None` for any other name.
#[must_use]
pub fn folder_meant(name: &str) -> Option<&'static str> {
    let plain = id_from_name(name);
    Some(match plain.trim_end_matches('s') {
        "actor" | "acteur" | "structure" | "membre" => "actors",
        "dynamic" | "dynamique" | "projet" | "project" | "action" => "dynamics",
        "published" | "publie" | "publication" | "chiffre" => "published",
        "text" | "texte" => "texts",
        "territory" | "territorie" | "territoire" => "territories",
        "territory-toml" | "territoire-toml" | "territory-yaml" | "territoire-yaml" => {
            "territory.toml"
        }
        _ => return None,
    })
}
