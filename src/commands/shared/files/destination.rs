//! Where an output goes that people name by a path: a file, written whole, or what is no file.

use std::fs::{self, File, FileType, Metadata};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::commands::shared::command::{RunContext, print_bytes};
use crate::commands::shared::files::protected::require_outside_records;
use crate::commands::shared::files::whole::Writing;
use crate::language::Language;
use crate::renderers::safe;
use crate::say;

/// Where an output goes.
enum Destination {
    /// A file, which is written whole or not at all.
    Whole(PathBuf),
    /// What this program prints to already, under another name such as `/dev/stdout`.
    Printed,
    /// What this program tells errors to, under another name such as `/dev/stderr`.
    Told,
    /// A device or a pipe, which bytes are written to as they come.
    Stream(PathBuf),
}

/// Writes outputs to the paths that people give them. All files are on the disk before the first
/// one replaces another.
///
/// # Errors
/// Returns an error if a path names what no output replaces, or the system refuses.
pub fn deliver(
    outputs: &[(PathBuf, Vec<u8>)],
    context: &RunContext,
    language: Language,
) -> Result<()> {
    let mut destinations = Vec::new();
    for (path, bytes) in outputs {
        destinations.push((destination(path, context, language)?, bytes));
    }
    let mut writing = Writing::default();
    for (destination, bytes) in &destinations {
        if let Destination::Whole(path) = destination {
            writing
                .replace(path, bytes)
                .with_context(|| refusal(path, language))?;
        }
    }
    if let Err((path, error)) = writing.finish() {
        return Err(error).with_context(|| refusal(&path, language));
    }
    for (destination, bytes) in destinations {
        match destination {
            Destination::Whole(_) => {}
            Destination::Printed => print_bytes(bytes)?,
            Destination::Told => std::io::stderr().lock().write_all(bytes)?,
            Destination::Stream(path) => {
                write_through(&path, bytes, language).with_context(|| refusal(&path, language))?;
            }
        }
    }
    Ok(())
}

/// Makes a folder for outputs, unless it is there.
///
/// # Errors
/// Returns an error if it is among records, or the system refuses.
pub fn make_folder(folder: &Path, context: &RunContext, language: Language) -> Result<()> {
    require_outside_records(&folder.join("output"), context, language)?;
    fs::create_dir_all(folder).with_context(|| refusal(folder, language))
}

/// Refuses an output to the file that it is made from.
///
/// # Errors
/// Returns an error if both paths name the same file.
pub fn require_other(output: &Path, input: &Path, language: Language) -> Result<()> {
    match (fs::canonicalize(output), fs::canonicalize(input)) {
        (Ok(output), Ok(input)) if output == input => {
            let shown = shown(&output);
            bail!(say!(language,
                fr: "`{shown}` est ce qui vient d'être lu\u{a0}: l'écrire ailleurs",
                en: "`{shown}` is what was just read: write to another file"))
        }
        _ => Ok(()),
    }
}

fn destination(path: &Path, context: &RunContext, language: Language) -> Result<Destination> {
    let named = shown(path);
    let found = match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        found => Some(found.with_context(|| refusal(path, language))?),
    };
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    match found {
        None if is_link => bail!(say!(language,
            fr: "`{named}` est un lien qui ne mène nulle part",
            en: "`{named}` is a link that leads nowhere")),
        None if path.file_name().is_none() => bail!(say!(language,
            fr: "`{named}` n'est pas un nom de fichier",
            en: "`{named}` is not the name of a file")),
        Some(found) if found.is_dir() => bail!(say!(language,
            fr: "`{named}` est un dossier\u{a0}: y nommer un fichier",
            en: "`{named}` is a folder: name a file in it")),
        Some(found) if (is_link || !found.is_file()) && is_open_as(&found, std::io::stdout()) => {
            Ok(Destination::Printed)
        }
        Some(found) if (is_link || !found.is_file()) && is_open_as(&found, std::io::stderr()) => {
            Ok(Destination::Told)
        }
        Some(found) if !found.is_file() => {
            require_stream(found.file_type(), &named, language)?;
            Ok(Destination::Stream(path.to_owned()))
        }
        // `/dev/fd/3`: who has it open would not see what takes its place.
        Some(_)
            if is_link
                && ["/dev", "/proc"]
                    .iter()
                    .any(|above| path.starts_with(above)) =>
        {
            bail!(say!(language,
                fr: "`{named}` mène à un fichier ouvert par un autre programme\u{a0}: nommer ce \
                    fichier",
                en: "`{named}` leads to a file that another program has open: name that file"))
        }
        Some(_) if is_link => {
            let target = fs::canonicalize(path).with_context(|| refusal(path, language))?;
            require_outside_records(&target, context, language)?;
            Ok(Destination::Whole(target))
        }
        None | Some(_) => {
            require_outside_records(path, context, language)?;
            Ok(Destination::Whole(path.to_owned()))
        }
    }
}

/// Refuses what bytes cannot be written to, or should not: a disk would lose all that it holds.
fn require_stream(kind: FileType, named: &str, language: Language) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        if kind.is_fifo() || kind.is_char_device() {
            return Ok(());
        }
    }
    // Nothing else is known to take bytes as they come.
    let _ = kind;
    bail!(say!(language,
        fr: "`{named}` n'est pas un fichier où écrire",
        en: "`{named}` is not a file to write to"))
}

/// Writes to a device or a pipe. A reader that has enough and closes its pipe is no error.
fn write_through(path: &Path, bytes: &[u8], language: Language) -> Result<()> {
    let mut file = open_stream(path, language)?;
    match file.write_all(bytes) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Opens a device or a pipe, which must be read by another program within five seconds.
#[cfg(unix)]
fn open_stream(path: &Path, language: Language) -> Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    use std::time::{Duration, Instant};

    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    use rustix::io::Errno;

    const PATIENCE: Duration = Duration::from_secs(5);
    const PAUSE: Duration = Duration::from_millis(20);
    let flags = i32::try_from((OFlags::NONBLOCK | OFlags::NOCTTY).bits()).unwrap_or_default();
    let begun = Instant::now();
    loop {
        match File::options().write(true).custom_flags(flags).open(path) {
            Ok(file) => {
                // From now on, a reader that is slow is waited for.
                fcntl_setfl(&file, fcntl_getfl(&file)? - OFlags::NONBLOCK)?;
                return Ok(file);
            }
            Err(error) if error.raw_os_error() == Some(Errno::NXIO.raw_os_error()) => {
                if begun.elapsed() > PATIENCE {
                    bail!(say!(language,
                        fr: "aucun programme n'y lit",
                        en: "no program reads from it"));
                }
                std::thread::sleep(PAUSE);
            }
            Err(error) => return Err(error.into()),
        }
    }
}

#[cfg(not(unix))]
fn open_stream(path: &Path, _: Language) -> Result<File> {
    Ok(File::options().write(true).open(path)?)
}

/// Whether a file is the one that a stream of this program goes to.
#[cfg(unix)]
fn is_open_as(found: &Metadata, stream: impl std::os::fd::AsFd) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let open = stream.as_fd().try_clone_to_owned();
    open.and_then(|open| File::from(open).metadata())
        .is_ok_and(|open| (open.dev(), open.ino()) == (found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn is_open_as<S>(_: &Metadata, _: S) -> bool {
    false
}

fn refusal(path: &Path, language: Language) -> String {
    let path = shown(path);
    say!(language,
        fr: "`{path}` n'a pas pu être écrit",
        en: "`{path}` could not be written")
}

fn shown(path: &Path) -> String {
    safe::line(&path.to_string_lossy())
}
