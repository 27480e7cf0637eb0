//! `unreadable-syntax`: a syntax error that no other hint recognises, with the parser's message.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::{Hint, ParseFailure, value_on_line};
use crate::documents::syntax::Syntax;
use crate::language::Bilingual;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unreadable-syntax", Error,
        fr: "tant que le fichier ne peut pas être lu, rien de son contenu n'est pris en compte",
        en: "as long as the file cannot be read, nothing in it is taken into account"),
    diagnose: |failure| failure.expected.is_none().then(|| report(failure)),
};

/// Reports the line at which the parser stopped, and why.
#[must_use]
pub fn report(failure: &ParseFailure) -> Finding {
    let reading = failure.reading;
    let (language, name, message) = (reading.language, reading.syntax.name(), failure.message);
    let line = failure.line_span();
    let indent = failure.line().len() - failure.line().trim_start().len();
    let whole = Span::new(
        line.start + indent,
        line.start + failure.line().trim_end().len(),
    );
    let start = failure.error_span.start;
    let end = failure.error_span.end.clamp(start, line.end.max(start));
    // A single character is rarely the error; the whole line shows more.
    let shown = if end <= start + 1 {
        whole
    } else {
        Span::new(start, end)
    };
    reading
        .finding(
            &HINT.rule,
            shown,
            say!(language,
            fr: "cette ligne ne peut pas être lue comme du {name}",
            en: "this line cannot be read as {name}"),
        )
        .label(match visible_error(failure) {
            Some(words) => words.get(language).to_owned(),
            None => say!(language,
                fr: "message du lecteur {name}, en anglais\u{a0}: {message}",
                en: "message of the {name} parser: {message}"),
        })
        .help(match reading.syntax {
            Syntax::Toml => say!(language,
                fr: "une ligne est `clé = valeur`, un titre `[…]` ou un commentaire `# …`",
                en: "a line is `key = value`, a heading `[…]` or a comment `# …`"),
            Syntax::Yaml => say!(language,
                fr: "une ligne est `clé: valeur`, un élément `- …` ou un commentaire `# …`",
                en: "a line is `key: value`, an item `- …` or a comment `# …`"),
        })
}

/// The error in the words of a person who sees the line; `None` where only the parser's message
/// helps.
fn visible_error(failure: &ParseFailure) -> Option<Bilingual> {
    let line = failure.line().trim();
    let value =
        value_on_line(failure.reading, failure.line_span()).map_or("", |span| failure.slice(span));
    match failure.reading.syntax {
        Syntax::Toml => {
            visible_error_in_toml_line(line).or_else(|| visible_error_in_toml_value(value))
        }
        Syntax::Yaml => visible_error_in_yaml(line, value),
    }
}

fn visible_error_in_toml_line(line: &str) -> Option<Bilingual> {
    Some(if line.starts_with('=') {
        Bilingual {
            fr: "la clé manque devant `=`",
            en: "the key is missing before `=`",
        }
    } else if line.contains("==") {
        Bilingual {
            fr: "un seul `=` suffit",
            en: "one `=` is enough",
        }
    } else if line.starts_with('[') && !line.contains('=') {
        Bilingual {
            fr: "un titre s'écrit `[nom]` ou `[[nom]]`, sans rien d'autre sur la ligne",
            en: "a heading is written `[name]` or `[[name]]`, with nothing else on the line",
        }
    } else if !line.contains('=') {
        Bilingual {
            fr: "ni clé, ni `=`, ni titre",
            en: "no key, no `=`, no heading",
        }
    } else {
        return None;
    })
}

fn visible_error_in_toml_value(value: &str) -> Option<Bilingual> {
    Some(
        if !value.is_empty() && !value.contains(char::is_alphanumeric) && !value.contains(OPENING) {
            Bilingual {
                fr: "ce signe n'est pas une valeur\u{202f}; si elle n'est pas connue, effacer la \
                 ligne",
                en: "this sign is not a value; if the value is not known, delete the line",
            }
        } else if balance(value) > 0 {
            Bilingual {
                fr: "un `[` ou un `{` n'est pas refermé",
                en: "a `[` or `{` is never closed",
            }
        } else if value.contains(';') {
            Bilingual {
                fr: "une virgule sépare les valeurs, non un `;`",
                en: "a comma separates values, not a `;`",
            }
        } else if value.starts_with('{') && value.contains("}, {") {
            Bilingual {
                fr: "plusieurs tableaux se mettent entre `[` et `]`",
                en: "several tables are written between `[` and `]`",
            }
        } else if value.starts_with('"') && value.contains('\\') {
            Bilingual {
                fr: "une barre `\\` s'écrit deux fois entre guillemets",
                en: "a `\\` in quotes is written twice",
            }
        } else if is_followed(value) {
            Bilingual {
                fr: "quelque chose suit la valeur sur la même ligne",
                en: "something follows the value on the same line",
            }
        } else {
            return None;
        },
    )
}

fn visible_error_in_yaml(line: &str, value: &str) -> Option<Bilingual> {
    Some(if value.starts_with("- ") && !line.starts_with("- ") {
        Bilingual {
            fr: "une liste commence à la ligne, sous sa clé",
            en: "a list begins on the next line, below its key",
        }
    } else if value.starts_with(['[', '{']) {
        Bilingual {
            fr: "lu comme une liste ou un tableau\u{a0}: un texte qui commence ainsi se met entre \
                guillemets",
            en: "read as a list or a table: a text that begins so is written in quotes",
        }
    } else if line.starts_with('-') {
        Bilingual {
            fr: "un élément de liste là où une clé est attendue",
            en: "a list item where a key is expected",
        }
    } else if !line.contains(':') {
        Bilingual {
            fr: "ni clé, ni `:`, ni tiret",
            en: "no key, no `:`, no dash",
        }
    } else {
        return None;
    })
}

/// The signs that begin a text, a list or a table.
const OPENING: [char; 4] = ['"', '\'', '[', '{'];

/// Number of brackets and braces that a value opens and does not close.
fn balance(value: &str) -> i32 {
    value
        .chars()
        .map(|sign| i32::from("[{".contains(sign)) - i32::from("]}".contains(sign)))
        .sum()
}

/// Whether something follows a number or a quoted text.
fn is_followed(value: &str) -> bool {
    match value.strip_prefix('"') {
        Some(rest) => rest
            .split_once('"')
            .is_some_and(|(text, rest)| !text.ends_with('\\') && !rest.trim().is_empty()),
        None => value.starts_with(|first: char| first.is_ascii_digit()),
    }
}
