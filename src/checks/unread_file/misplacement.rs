//! Files that were put, or called, where no record is read: what they were meant to be.

use crate::language::Language;
use crate::network::UnreadFile;
use crate::records::{FileKind, SkipReason, classify_path, folder_meant};
use crate::say;
use crate::sources::Cut;

/// The folder of a file that is called like one of records, but not quite, with its right name.
pub(super) fn misnamed_folder(unread: &UnreadFile) -> Option<(&str, &'static str)> {
    if !matches!(unread.why, SkipReason::Place | SkipReason::Outside) {
        return None;
    }
    let mut end = 0;
    for part in unread.file.split('/') {
        let is_file = end + part.len() == unread.file.len();
        let (folder, meant) = (unread.file.before(end + part.len()), folder_meant(part));
        end += part.len() + 1;
        if let Some(right) = meant.filter(|right| !is_file && *right != part) {
            return Some((folder, right));
        }
    }
    None
}

/// The finding and the advice about a folder with another name than that of records.
pub(super) fn folder_words(
    language: Language,
    folder: &str,
    right: &str,
    count: usize,
) -> (String, String) {
    let above = folder.rsplit_once('/').map_or("", |(above, _)| above);
    let slash = if above.is_empty() { "" } else { "/" };
    let files = match language {
        Language::French => language.count(count, "fichier", "fichiers"),
        Language::English => language.count(count, "file", "files"),
    };
    (
        say!(language,
            fr: "le dossier `{folder}` n'est pas lu ({files})\u{a0}: il devrait s'appeler \
                `{right}`",
            en: "the folder `{folder}` is not read ({files}): it should be called `{right}`"),
        say!(language,
            fr: "le renommer en `{above}{slash}{right}`",
            en: "rename it to `{above}{slash}{right}`"),
    )
}

/// Whether a file that is not read was perhaps meant as a record, or could not be read at all.
pub(super) fn could_be_record(unread: &UnreadFile) -> bool {
    match unread.why {
        SkipReason::Place => !unread.file.ends_with(".md"),
        SkipReason::Ending => right_ending(&unread.file).is_some(),
        _ => true,
    }
}

/// The path of a record whose name has an ending too many, or another one.
fn right_ending(file: &str) -> Option<String> {
    let (stem, ending) = file.rsplit_once('.')?;
    let ending = ending.to_lowercase();
    let has_right_one = matches!(classify_path(stem), Ok(kind) if kind != FileKind::Litter);
    if ending == "txt" && has_right_one {
        return Some(stem.to_owned());
    }
    let right = match &*ending {
        "toml" | "yaml" | "yml" => format!("{stem}.{ending}"),
        "txt" | "tml" | "tom" | "toml_" | "ini" | "conf" => format!("{stem}.toml"),
        "yalm" | "yam" | "ymal" => format!("{stem}.yaml"),
        _ => return None,
    };
    matches!(classify_path(&right), Ok(kind) if kind.id().is_some()).then_some(right)
}

/// What to do with a file that was meant as a record; `None` if that is not known.
pub(super) fn help(language: Language, unread: &UnreadFile) -> Option<String> {
    let file = &unread.file;
    let (above, name) = file.rsplit_once('/').unwrap_or(("", file));
    match unread.why {
        SkipReason::Ending => {
            let right = right_ending(file)?;
            let right = right.rsplit('/').next().unwrap_or(&right);
            Some(say!(language,
                fr: "le renommer en `{right}` (sous Windows, cocher d'abord Affichage › \
                    Extensions de noms de fichiers)",
                en: "rename it to `{right}` (on Windows, first tick View › File name extensions)"))
        }
        SkipReason::Place if folder_meant(name) == Some("territory.toml") => Some(say!(language,
            fr: "le renommer en `{above}/territory.toml`",
            en: "rename it to `{above}/territory.toml`")),
        SkipReason::Place | SkipReason::Outside if !file.ends_with(".md") => {
            let territory = above
                .strip_prefix("territories/")
                .and_then(|below| below.split('/').next())
                .unwrap_or("…");
            Some(say!(language,
                fr: "ranger un acteur dans `territories/{territory}/actors/{name}`, une dynamique \
                    dans `territories/{territory}/dynamics/{name}`",
                en: "put an actor into `territories/{territory}/actors/{name}`, a dynamic into \
                    `territories/{territory}/dynamics/{name}`"))
        }
        _ => None,
    }
}
