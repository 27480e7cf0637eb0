//! Nothing that people or programs wrote reaches a terminal raw, and no file stops the rest from
//! being read.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use crate::workspace::{folder, with, write};

/// Colour, alarm, a C1 control, right-to-left override, isolates, zero width, soft hyphen, a tag, a
/// new line.
const EVIL: &str =
    "a\u{1b}[31m\u{7}\u{9b}b\u{202e}c\u{2066}\u{200b}\u{200f}\u{feff}\u{ad}\u{e0041}\u{2028}z";
/// The same as TOML and YAML let it be written.
const ESCAPED: &str =
    "a\\u001b[31m\\u0007\\u009bb\u{202e}c\u{2066}\u{200b}\u{200f}\\ufeff\u{ad}\u{e0041}\\u2028\\nz";
/// Without what no file name or argument can hold, or no plain text.
const BARE: &str = "a\u{9b}b\u{202e}c\u{2066}\u{200b}\u{ad}z";

fn apes<S: AsRef<OsStr>>(root: &Path, words: &[S]) -> Output {
    let begun = Instant::now();
    let run = Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .arg("--root")
        .arg(root)
        .env_remove("LC_ALL")
        .env("LANG", "en")
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("apes runs");
    let words: Vec<_> = words
        .iter()
        .map(|word| word.as_ref().to_string_lossy())
        .collect();
    assert!(
        begun.elapsed() < Duration::from_secs(15),
        "{words:?} took {:?}",
        begun.elapsed()
    );
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(
        !errors.contains("panicked") && run.status.code().is_some(),
        "{words:?}: {errors}"
    );
    assert_harmless(&run.stdout, &words.join(" "));
    assert_harmless(&run.stderr, &words.join(" "));
    run
}

/// No character but line ends moves, hides or colours what is shown.
fn assert_harmless(bytes: &[u8], of: &str) {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let raw = text.replace("\r\n", "\n").chars().find(|character| {
        let control = character.is_control() && *character != '\n';
        let mark = matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
        control || mark
    });
    assert_eq!(raw, None, "{of}:\n{}", text.escape_debug());
}

/// The texts of a territory, an actor, a dynamic, published figures and settings, hostile in every
/// place.
fn texts() -> [String; 5] {
    let territory = format!(
        "name = \"{ESCAPED}\"\nsummary = \"{ESCAPED}\"\nkind = \"{ESCAPED}\"\ncode = \"{ESCAPED}\"\n\
         made_of = [\"{ESCAPED}\"]\nsources = [\"{ESCAPED}\", {{ title = \"{ESCAPED}\", year = 2020 }}]\n\
         followed = {{ from = \"{ESCAPED}\" }}\n\"{ESCAPED}\" = 1\n\
         levers = [{{ kind = \"{ESCAPED}\", told_by = \"{ESCAPED}\" }}]\nnotes = \"{ESCAPED}\"\n\
         aliases = [\"{ESCAPED}\"]\nwaivers = [{{ check = \"{ESCAPED}\", because = \"{ESCAPED}\", by = \"x\", until = 2027 }}]\n\
         \n[agreements.\"{ESCAPED}\"]\nfrom = 2024\nto = 2020\nrenews = \"{ESCAPED}z\"\nsubject = \"{ESCAPED}\"\n\
         \n[stages]\n\"{ESCAPED}\" = 2020\n"
    );
    let actor = format!(
        "name = \"{ESCAPED}\"\nkind = \"association\"\nplace = \"{ESCAPED}\"\nwebsite = \"{ESCAPED}\"\n\
         address = \"{ESCAPED}\"\n\n[legal]\nsiren = \"{ESCAPED}\"\n"
    );
    let dynamic = format!(
        "name: \"{ESCAPED}\"\ntheme: \"{ESCAPED}\"\nfrom: 2024\nsucceeds: [\"{ESCAPED}\"]\n\
         partners:\n  \"{ESCAPED}\": \"{ESCAPED}\"\npurpose:\n  needs: [\"{ESCAPED}\"]\nyears:\n  \"{ESCAPED}\": 1\n"
    );
    let published = format!(
        "name = \"{ESCAPED}\"\nat = 2024\nrecords = \"complete\"\n\n[figures]\n\"{ESCAPED}\" = \
            1\ndynamics = 3\n"
    );
    let settings = format!(
        "format = 1\nname = \"{ESCAPED}\"\nterritory = \"{ESCAPED}\"\nlicence = \"{ESCAPED}\"\n\
         attribution = \"{ESCAPED}\"\n\n[checks.\"{ESCAPED}\"]\nlevel = \"note\"\nbecause = \"{ESCAPED}\"\n"
    );
    [territory, actor, dynamic, published, settings]
}

/// Records with something hostile in every text, key, word, code, date and file name.
fn hostile() -> PathBuf {
    let t = "territories/t";
    let [territory, actor, dynamic, published, settings] = texts();
    let raw = format!("name = {BARE}\nkind: \u{1b}[31m{BARE}\n");
    let root = with(&[
        ("apes.toml", &settings),
        (&format!("{t}/territory.toml"), &territory),
        (&format!("{t}/actors/a.toml"), &actor),
        (&format!("{t}/dynamics/d.yaml"), &dynamic),
        (&format!("{t}/published/p.toml"), &published),
        (&format!("{t}/actors/raw.toml"), &raw),
        (&format!("{t}/actors/raw.yaml"), &raw),
    ]);
    for name in [EVIL, BARE, "two\nlines", "a\tb", "x\u{1b}]0;title\u{7}y"] {
        write(
            &root,
            &format!("territories/{name}/territory.toml"),
            territory.as_bytes(),
        );
        write(&root, &format!("{t}/actors/{name}.toml"), actor.as_bytes());
        write(
            &root,
            &format!("{t}/dynamics/{name}.yaml"),
            dynamic.as_bytes(),
        );
        write(&root, &format!("{t}/{name}.txt"), b"x");
    }
    root
}

#[test]
fn no_record_reaches_the_terminal_raw() {
    let root = hostile();
    for language in ["fr", "en"] {
        for format in ["human", "short", "json"] {
            let run = apes(&root, &["validate", "--lang", language, "--format", format]);
            assert_eq!(run.status.code(), Some(1));
            assert_visible(&run, format);
        }
    }
    for format in ["text", "md", "csv", "json"] {
        for kind in ["territories", "actors", "dynamics", "published"] {
            apes(&root, &["list", kind, "--format", format]);
        }
        for id in ["territory/t", "a", "d", "p", BARE, EVIL] {
            apes(&root, &["show", id, "--sources", "--format", format]);
            apes(
                &root,
                &["show", &format!("dynamic/{id}"), "--format", format],
            );
        }
        assert_visible(
            &apes(&root, &["list", "actors", "--format", format]),
            format,
        );
        assert_visible(
            &apes(
                &root,
                &["show", &format!("actor/{BARE}"), "--format", format],
            ),
            format,
        );
        apes(
            &root,
            &["report", "map", "--year", "2024", "--format", format],
        );
    }
    apes(&root, &["report", "map", "--year", "2024", "--ascii"]);
}

/// What was made harmless is there to be seen.
fn assert_visible(run: &Output, format: &str) {
    let text = String::from_utf8_lossy(&run.stdout);
    let overriding = match format {
        "json" => "\\u202e",
        "md" => "&lt;U+202E&gt;",
        _ => "<U+202E>",
    };
    assert!(text.contains(overriding), "{format}: {text}");
}

#[test]
fn no_argument_reaches_the_terminal_raw() {
    let root = with(&[(
        "territories/t/territory.toml",
        "name = \"T\"\nkind = \"pays\"\n",
    )]);
    for evil in [EVIL, "two\nlines", BARE] {
        let option = format!("--{evil}");
        for language in ["fr", "en"] {
            for words in [
                &["show", evil][..],
                &["explain", evil],
                &["list", evil],
                &["list", "actors", "--theme", evil],
                &["list", "actors", "--territory", evil],
                &["list", "actors", "--year", evil],
                &["list", "actors", "--years", evil],
                &["list", "actors", "--at", evil],
                &["list", "actors", "--format", evil],
                &["list", "actors", "--output", &format!("/nowhere/{evil}")],
                &["report", evil],
                &["validate", evil],
                &["validate", "--only", evil],
                &["validate", "--deny", evil],
                &["validate", "--color", evil],
                &[evil],
                &["validate", &option],
            ] {
                let words: Vec<&str> = words.iter().copied().chain(["--lang", language]).collect();
                let run = apes(&root, &words);
                // What has several words is looked for among all that can be explained.
                if words.first() == Some(&"explain") && run.status.code() == Some(0) {
                    continue;
                }
                assert_eq!(run.status.code(), Some(2), "{words:?}");
                let lines = String::from_utf8_lossy(&run.stderr).lines().count();
                assert!((1..15).contains(&lines), "{words:?}");
            }
        }
    }
    let root = folder().join(BARE);
    assert_eq!(apes(&root, &["validate"]).status.code(), Some(2));
}

#[test]
fn arguments_and_names_that_are_not_unicode_are_handled() {
    use std::os::unix::ffi::OsStrExt as _;
    let root = with(&[(
        "territories/t/territory.toml",
        "name = \"T\"\nkind = \"pays\"\n",
    )]);
    let odd = OsStr::from_bytes(b"x\xff\x1b[31m");
    for words in [
        [OsStr::new("show"), odd],
        [OsStr::new("validate"), odd],
        [odd, odd],
    ] {
        assert_eq!(apes(&root, &words).status.code(), Some(2));
    }
    let actors = root.join("territories/t/actors");
    std::fs::create_dir_all(&actors).expect("a folder");
    if std::fs::write(
        actors.join(OsStr::from_bytes(b"x\xff.toml")),
        "name = \"X\"\n",
    )
    .is_ok()
    {
        assert_eq!(apes(&root, &["validate"]).status.code(), Some(1));
    }
}
