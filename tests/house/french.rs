//! French typography: no-break spaces before `:` `;` `!` `?` and inside « ».

use std::path::Path;

/// Returns every text that follows `fr:` in a source file, with its escapes undone.
fn french_texts(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (offset, _) in source.match_indices("fr:") {
        let rest = source[offset + 3..].trim_start();
        let before = source[..offset].chars().next_back();
        if !rest.starts_with('"')
            || before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_')
        {
            continue;
        }
        found.push(literal(&rest[1..]));
    }
    found
}

/// Reads a string literal from behind its first quotation mark.
fn literal(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            '"' => break,
            '\\' => match rest.next() {
                Some('u') => {
                    let code: String = rest
                        .by_ref()
                        .skip(1)
                        .take_while(|sign| *sign != '}')
                        .collect();
                    out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                Some('n') => out.push('\n'),
                // A line that goes on: the break and the indent are not part of the text.
                Some('\n') => rest = rest.as_str().trim_start().chars(),
                other => out.extend(other),
            },
            other => out.push(other),
        }
    }
    out
}

/// Returns the faults of typography in a French text, outside what is between backticks.
fn faults(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    // Code between backticks counts as one letter.
    let prose: String = text
        .split('`')
        .enumerate()
        .map(|(index, part)| if index % 2 == 0 { part } else { "x" })
        .collect();
    for (offset, character) in prose.char_indices() {
        let before = prose[..offset].chars().next_back().unwrap_or(' ');
        let after = prose[offset + character.len_utf8()..]
            .chars()
            .next()
            .unwrap_or(' ');
        let is_right = match character {
            ':' if after == '/' || after == ':' || after.is_ascii_alphanumeric() => continue,
            ':' | '»' => before == '\u{a0}',
            ';' | '!' | '?' => before == '\u{202f}',
            '«' => after == '\u{a0}',
            _ => continue,
        };
        if !is_right {
            found.push(format!("{character} in {text:?}"));
        }
    }
    found
}

#[test]
fn french_in_the_code_is_typeset_as_french() {
    let mut count = 0;
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let entry = entry.expect("a readable folder");
        if entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "rs")
        {
            let source = std::fs::read_to_string(entry.path()).expect("a readable file");
            let texts = french_texts(&source);
            count += texts.len();
            let here = entry.path().display();
            found.extend(
                texts
                    .iter()
                    .flat_map(|text| faults(text))
                    .map(|fault| format!("{here}: {fault}")),
            );
        }
    }
    assert!(count > 100, "only {count} French texts were found");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn faults_of_typography_are_found() {
    for wrong in [
        "un : deux",
        "un: deux",
        "« un »",
        "un ?",
        "un !",
        "un ; deux",
        "`a` : b",
        "«\u{a0}un »",
    ] {
        assert!(!faults(wrong).is_empty(), "{wrong}");
    }
    for right in [
        "un\u{a0}: deux",
        "«\u{a0}un\u{a0}»",
        "un\u{202f}?",
        "`a : b ; c`",
        "https://a.b",
    ] {
        assert!(faults(right).is_empty(), "{right}: {:?}", faults(right));
    }
}
