//! Place tells kind, name tells id: what a path below the workspace's root stands for.

use std::io::ErrorKind;

use crate::language::Language;
use crate::records::{ActorId, DynamicId, PublishedId, TerritoryId, TextKey};

/// What a file is, by its place.
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
    /// README, `.gitkeep` and editors' litter: passed over in silence.
    Litter,
}

/// Why a file under `territories/` is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// It lies where no record is looked for.
    Place,
    /// Its name ends otherwise than records do.
    Ending,
    /// It is a symbolic link, which could lead anywhere.
    Link,
    /// It is a device, a pipe or a socket.
    Special,
    /// It is larger than records may be; its size in bytes.
    TooLarge(u64),
    /// The system refused to read it: its reason, and its own words.
    Refused(ErrorKind, String),
    /// There are more records than a workspace may have.
    TooMany,
}

/// What a path means; `/` between its parts, `territories/` first.
///
/// # Errors
/// Why the file is not read.
pub fn classify_path(path: &str) -> Result<FileKind, SkipReason> {
    let parts: Vec<&str> = path.split('/').collect();
    let Some((file, folders)) = parts.split_last() else {
        return Err(SkipReason::Place);
    };
    if is_litter(file) {
        return Ok(FileKind::Litter);
    }
    if let Some(texts) = folders.iter().rposition(|folder| *folder == "texts") {
        return text(&folders[..texts], &folders[texts + 1..], file)
            .map(FileKind::Text)
            .ok_or(SkipReason::Place);
    }
    let Some(stem) = ends_in(file, &["toml", "yaml", "yml"]) else {
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

/// What a text is for: its territory, its year, its section, its language where the name tells it.
fn text(above: &[&str], below: &[&str], file: &str) -> Option<TextKey> {
    let (["territories", .., home], [year]) = (above, below) else {
        return None;
    };
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    let stem = ends_in(file, &["md"])?;
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

fn ends_in<'a>(file: &'a str, endings: &[&str]) -> Option<&'a str> {
    let (stem, ending) = file.rsplit_once('.')?;
    (endings.contains(&ending) && !stem.is_empty()).then_some(stem)
}

fn is_litter(file: &str) -> bool {
    let (stem, ending) = file.split_once('.').unwrap_or((file, ""));
    stem.eq_ignore_ascii_case("README") && !matches!(ending, "toml" | "yaml" | "yml")
        || matches!(
            file,
            ".gitkeep"
                | ".gitignore"
                | ".gitattributes"
                | ".editorconfig"
                | ".DS_Store"
                | "Thumbs.db"
                | "desktop.ini"
        )
        || file.ends_with('~')
        || file.starts_with(".#")
        || file.starts_with("~$")
        || file.starts_with('.') && ends_in(file, &["swp", "swo"]).is_some()
        || file.starts_with('#') && file.ends_with('#')
}
