//! The scripts of clap, each with a function that asks `apes complete` first.

use crate::sources::Cut;

use clap::Command;
use clap_complete::{Generator, generate, shells};

/// Name of the program.
const PROGRAM: &str = "apes";

fn generated(shell: impl Generator, mut program: Command) -> String {
    let mut bytes = Vec::new();
    generate(shell, &mut program, PROGRAM, &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The script for bash.
pub(super) fn bash(program: Command) -> String {
    let script = generated(shells::Bash, program);
    // Its last lines name the function that completes.
    let script = script.replace("complete -F _apes ", "complete -F _apes_with_names ");
    format!("{BASH}\n{script}")
}

/// A word with `=` or `:` comes in pieces, which the program is given as the one word that was
/// typed; only the last piece is replaced.
const BASH: &str = r#"_apes_with_names() {
    local line found=() last
    local typed="${COMP_LINE:0:COMP_POINT}" cur="${COMP_WORDS[COMP_CWORD]}"
    last="${typed##*[[:space:]]}"
    while IFS= read -r line; do
        line="${line%%$'\t'*}"
        found+=("${line}")
    done < <(command "$1" complete -- "${typed}" 2>/dev/null)
    if [[ ${#found[@]} -gt 0 ]]; then
        [[ "${cur}" == "=" || "${cur}" == ":" ]] && cur=""
        local before="${last%"${cur}"}"
        COMPREPLY=()
        for line in "${found[@]}"; do
            [[ "${line}" == "${last}"* ]] && COMPREPLY+=("${line#"${before}"}")
        done
        [[ "${COMPREPLY[0]}" == *= ]] && compopt -o nospace 2>/dev/null
        return 0
    fi
    _apes "$@"
}
"#;

/// The script for zsh.
pub(super) fn zsh(program: Command) -> String {
    let script = generated(shells::Zsh, program);
    let tail = script
        .rfind("if [ \"$funcstack[1]\"")
        .unwrap_or(script.len());
    format!("{}{ZSH}", script.before(tail))
}

const ZSH: &str = r#"_apes_with_names() {
    local -a names texts
    local line
    for line in "${(@f)$(command apes complete -- "${(j: :)words[1,CURRENT]}" 2>/dev/null)}"; do
        [[ -z "$line" ]] && continue
        names+=("${line%%$'\t'*}")
        texts+=("${line/$'\t'/  -- }")
    done
    if (( ${#names} )); then
        if [[ "${names[1]}" == *= ]]; then
            compadd -S '' -a names
        else
            compadd -l -d texts -a names
        fi
        return 0
    fi
    _apes "$@"
}

if [ "$funcstack[1]" = "_apes" ]; then
    compdef _apes_with_names apes
    _apes_with_names "$@"
else
    compdef _apes_with_names apes
fi
"#;

/// The script for fish.
pub(super) fn fish(program: Command) -> String {
    // An option with a value is completed by its own line alone.
    let script = generated(shells::Fish, program);
    let lines = script.lines().map(|line| {
        let asks = if line.ends_with(" -r") {
            " -a '(__apes_names)'"
        } else {
            ""
        };
        format!("{line}{asks}\n")
    });
    format!("{}\n{FISH}", lines.collect::<String>())
}

const FISH: &str = r#"function __apes_names
    set --local typed (commandline --cut-at-cursor --current-process | string collect)
    command apes complete -- $typed 2>/dev/null | string replace --regex -- '^--[a-z-]+=' ''
end
complete -c apes -f -n 'test -n "$(__apes_names | head -n 1)"' -a '(__apes_names)'
"#;

/// The script for PowerShell.
pub(super) fn powershell(program: Command) -> String {
    let script = generated(shells::PowerShell, program);
    let first = "param($wordToComplete, $commandAst, $cursorPosition)\n";
    script.replacen(first, &format!("{first}{POWERSHELL}"), 1)
}

const POWERSHELL: &str = r#"
    $typed = $commandAst.ToString()
    if ($cursorPosition -gt $typed.Length) { $typed += ' ' }
    $names = @(& 'apes' complete '--' $typed 2>$null)
    if ($names.Count -gt 0) {
        return $names | ForEach-Object {
            $name, $text = $_ -split "`t", 2
            if (-not $text) { $text = $name }
            if ($name -like "$wordToComplete*") {
                [CompletionResult]::new($name, $name, [CompletionResultType]::ParameterValue, $text)
            }
        }
    }
"#;
