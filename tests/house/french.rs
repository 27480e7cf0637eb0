//! French typography in the code: no-break spaces before `:` `;` `!` `?` and inside « ».

use std::path::Path;

/// Every text that follows `fr:` in a source file, escapes undone.
fn french_texts(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices("fr:") {
        let rest = source[at + 3..].trim_start();
        let before = source[..at].chars().next_back();
        if !rest.starts_with('"')
            || before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_')
        {
            continue;
        }
        found.push(literal(&rest[1..]));
    }
    found
}

/// The value of a literal, behind its first quotation mark.
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
                other => out.extend(other),
            },
            other => out.push(other),
        }
    }
    out
}

/// Errors of typography in a French text, outside backticks.
fn slips(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let whole: Vec<&str> = text.split('`').collect();
    // Text between backticks counts as a word.
    let outside: String = whole
        .iter()
        .enumerate()
        .map(|(at, part)| if at % 2 == 0 { part } else { "x" })
        .collect();
    for (at, character) in outside.char_indices() {
        let before = outside[..at].chars().next_back().unwrap_or(' ');
        let after = outside[at + character.len_utf8()..]
            .chars()
            .next()
            .unwrap_or(' ');
        let wanted = match character {
            ':' if after == '/' || after == ':' || after.is_ascii_alphanumeric() => continue,
            ':' | '»' => before == '\u{a0}',
            ';' | '!' | '?' => before == '\u{202f}',
            '«' => after == '\u{a0}',
            _ => continue,
        };
        if !wanted {
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
                    .flat_map(|text| slips(text))
                    .map(|slip| format!("{here}: {slip}")),
            );
        }
    }
    assert!(count > 100, "only {count} French texts were found");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn slips_of_typography_are_seen() {
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
        assert!(!slips(wrong).is_empty(), "{wrong}");
    }
    for right in [
        "un\u{a0}: deux",
        "«\u{a0}un\u{a0}»",
        "un\u{202f}?",
        "`a : b ; c`",
        "https://a.b",
    ] {
        assert!(slips(right).is_empty(), "{right}: {:?}", slips(right));
    }
}
