//! Completion: what comes next on a line, and the scripts in real shells.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use super::{run, said, tool};
use crate::golden::at_root;
use crate::workspace::{folder, with};

/// Names that may come next on a line.
fn next(root: &Path, line: &str) -> Vec<String> {
    let output = run(root, &["complete", "--", line]);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{line}: {output:?}"
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let names = text
        .lines()
        .map(|line| line.split('\t').next().unwrap_or_default());
    names.map(str::to_owned).collect()
}

/// A line, and a name that is offered.
const OFFERED: [(&str, &str); 22] = [
    ("apes show til", "tilt"),
    ("apes montrer til", "tilt"),
    ("apes show actor", ""),
    ("apes list dynamics --theme tra", "transition-ecologique"),
    (
        "apes list dynamics --theme=tra",
        "--theme=transition-ecologique",
    ),
    ("apes report map --territory gui", "guise"),
    ("apes --lang fr report map --territory gui", "guise"),
    ("apes rapport ann", "annual"),
    ("apes rapport map --land", "--landscape"),
    ("apes explain orph", "orphan-actor"),
    ("apes explain need-u", "need-unnamed"),
    ("apes explain them", "themes"),
    ("apes explain actor.mem", "actor.member"),
    ("apes explain transi", "transition-ecologique"),
    ("apes validate --only orph", "orphan-actor"),
    ("apes fix --only unclosed-q", "unclosed-quote"),
    ("apes set tilt kin", "kind="),
    ("apes set tilt kind=coo", "kind=cooperative"),
    ("apes set tilt --remove sum", "summary"),
    ("apes rename source plaq", "plaquette-2020"),
    ("apes rename actor til", "tilt"),
    ("apes help cod", "codes-de-sortie"),
];

#[test]
fn names_of_records_words_checks_and_keys_are_offered() {
    let root = at_root("");
    for (line, wanted) in OFFERED {
        let found = next(&root, line);
        if wanted.is_empty() {
            assert!(found.is_empty(), "{line}: {found:?}");
        } else {
            assert!(found.iter().any(|name| name == wanted), "{line}: {found:?}");
        }
        let last = line.rsplit(' ').next().unwrap_or_default();
        assert!(
            found.iter().all(|name| name.starts_with(last)),
            "{line}: {found:?}"
        );
    }
    assert_eq!(
        next(&root, "apes validate terr"),
        [""; 0],
        "files are for the shell"
    );
    assert_eq!(next(&root, "apes sho"), [""; 0], "verbs are in the script");
}

#[test]
fn completion_is_silent_and_quick_wherever_it_is() {
    let broken = with(&[
        ("apes.toml", "format = "),
        ("schemas/vocabulary.toml", "[themes"),
        ("territories/sources.toml", "x"),
        ("territories/t/actors/a.toml", "name = "),
    ]);
    assert_eq!(
        next(&broken, "apes show "),
        ["a"],
        "a record is known by its file"
    );
    for (line, _) in OFFERED {
        next(&broken, line);
        assert!(next(&folder(), "apes show x").is_empty());
    }
    for line in [
        "",
        "apes",
        "apes \"",
        "apes show '",
        "apes set x a=b=c",
        "apes \\",
    ] {
        next(&broken, line);
    }
    let many = folder();
    for at in 0..3_000 {
        let path = many.join(format!("territories/t{}/actors", at % 50));
        fs::create_dir_all(&path).expect("a folder");
        fs::write(path.join(format!("a{at}.toml")), "x").expect("a file");
    }
    let begun = Instant::now();
    assert_eq!(next(&many, "apes show a").len(), 3_000);
    assert!(
        begun.elapsed() < Duration::from_secs(5),
        "{:?}",
        begun.elapsed()
    );
}

/// A folder with the program and the script of a shell.
fn script(shell: &str, name: &str) -> std::path::PathBuf {
    let root = folder();
    fs::create_dir_all(root.join("bin")).expect("a folder");
    let program = Path::new(env!("CARGO_BIN_EXE_apes"));
    fs::hard_link(program, root.join("bin/apes"))
        .or_else(|_| fs::copy(program, root.join("bin/apes")).map(|_| ()))
        .expect("the program");
    let text = said(&at_root(""), &["completions", shell, "--lang=fr"]);
    fs::write(root.join(name), text).expect("a script");
    root
}

/// What a shell prints, with the program in its path, at the root of the records.
fn in_shell(shell: &str, folder: &Path, words: &[&str]) -> String {
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new(shell)
        .args(words)
        .current_dir(at_root(""))
        .env("PATH", format!("{}:{path}", folder.join("bin").display()))
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("a shell");
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Lines that scripts complete, with the last word that comes of it.
const COMPLETED: [(&str, &str); 5] = [
    ("apes show til", "tilt"),
    ("apes explain orph", "orphan-actor"),
    ("apes list dynamics --theme tra", "transition-ecologique"),
    ("apes vali", "validate"),
    ("apes report ann", "annual"),
];

#[test]
fn bash_completes() {
    let Some(bash) = tool("bash", "APES_BASH", &["--version"]) else {
        return;
    };
    let root = script("bash", "apes.bash");
    let harness = r#"source "$1"
COMP_LINE="$2"; COMP_POINT=${#COMP_LINE}
read -r -a COMP_WORDS <<< "${2//=/ = }"
[[ "$2" == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
$(complete -p apes | sed 's/.*-F \([^ ]*\).*/\1/') apes "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\n' "${COMPREPLY[@]}""#;
    let script = root.join("apes.bash");
    let script = script.to_string_lossy();
    let equals = [
        ("apes list dynamics --theme=tra", "transition-ecologique"),
        ("apes set tilt kind=coo", "cooperative"),
        ("apes set tilt kin", "kind="),
    ];
    for (line, wanted) in COMPLETED.into_iter().chain(equals) {
        let found = in_shell(&bash, &root, &["-c", harness, "bash", &script, line]);
        assert!(found.lines().any(|name| name == wanted), "{line}: {found}");
    }
}

#[test]
fn zsh_completes() {
    let Some(zsh) = tool("zsh", "APES_ZSH", &["--version"]) else {
        return;
    };
    let root = script("zsh", "_apes");
    // What the script would add is printed; verbs are described by zsh itself.
    let harness = r#"autoload -U compinit; compinit -D
source "$1"
compadd() { print -l -- $names }
_describe() { eval "print -l -- \${(@)${4:-$3}%%:*}" }
_arguments() { print -l -- static }
words=(${(z)2}); CURRENT=${#words}
_apes_with_names"#;
    let script = root.join("_apes");
    let script = script.to_string_lossy();
    for (line, wanted) in COMPLETED.into_iter().take(3) {
        let found = in_shell(&zsh, &root, &["-fc", harness, "zsh", &script, line]);
        assert!(found.lines().any(|name| name == wanted), "{line}: {found}");
    }
    let verbs = in_shell(&zsh, &root, &["-fc", harness, "zsh", &script, "apes vali"]);
    assert!(
        verbs.contains("static"),
        "left to the script of clap: {verbs}"
    );
}

#[test]
fn fish_completes() {
    let Some(fish) = tool("fish", "APES_FISH", &["--version"]) else {
        return;
    };
    let root = script("fish", "apes.fish");
    let script = root.join("apes.fish");
    for (line, wanted) in COMPLETED {
        let command = format!("source {}; complete -C '{line}'", script.display());
        let found = in_shell(&fish, &root, &["--no-config", "-c", &command]);
        let mut names = found
            .lines()
            .map(|line| line.split('\t').next().unwrap_or_default());
        assert!(names.any(|name| name == wanted), "{line}: {found}");
    }
}

#[test]
fn the_script_of_powershell_asks_first() {
    let text = said(&at_root(""), &["completions", "powershell"]);
    let asks = text.find("& 'apes' complete '--' $typed").expect("it asks");
    let falls = text.find("$completions = @(switch").expect("it falls back");
    assert!(asks < falls, "{text}");
    assert_eq!(
        text.matches('{').count(),
        text.matches('}').count(),
        "balanced"
    );
}
