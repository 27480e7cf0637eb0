//! `unreadable-syntax`: what no other fault recognises, with the parser's own words.

use crate::diagnostic::Finding;
use crate::documents::Syntax;
use crate::documents::hints::hint::{Hint, ParseFailure, value_on_line};
use crate::language::Bilingual;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unreadable-syntax", Error,
        fr: "tant que le fichier ne se lit pas, rien de ce qu'il dit n'est pris en compte",
        en: "as long as the file cannot be read, nothing that it says is taken into account"),
    diagnose: |failure| failure.wanted.is_none().then(|| of(failure)),
};

/// Tells where reading stopped and what the parser says of it.
#[must_use]
pub fn of(failure: &ParseFailure) -> Finding {
    let reading = failure.reading;
    let (language, name, message) = (reading.language, reading.syntax.name(), failure.message);
    let line = failure.line_span();
    let indent = failure.line().len() - failure.line().trim_start().len();
    let whole = Span::new(
        line.start + indent,
        line.start + failure.line().trim_end().len(),
    );
    let stumble = Span::new(
        failure.at.start,
        failure
            .at
            .end
            .clamp(failure.at.start, line.end.max(failure.at.start)),
    );
    let shown = if stumble.end <= stumble.start + 1 {
        whole
    } else {
        stumble
    };
    reading
        .finding(
            &HINT.rule,
            shown,
            say!(language,
            fr: "cette ligne ne se lit pas comme du {name}",
            en: "this line cannot be read as {name}"),
        )
        .label(match seen(failure) {
            Some(words) => words.get(language).to_owned(),
            None => say!(language,
                fr: "le lecteur {name} dit en anglais : {message}",
                en: "the {name} reader says: {message}"),
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

/// What a person sees at once in such a line; nothing where only the parser knows.
fn seen(failure: &ParseFailure) -> Option<Bilingual> {
    let (line, after) = (
        failure.line().trim(),
        value_on_line(failure.reading, failure.line_span()),
    );
    let value = after.map_or("", |span| failure.slice(span));
    match failure.reading.syntax {
        Syntax::Toml => in_toml(line, value),
        Syntax::Yaml => in_yaml(line, value),
    }
}

fn in_toml(line: &str, value: &str) -> Option<Bilingual> {
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
    } else if !value.is_empty()
        && !value.contains(char::is_alphanumeric)
        && !value.contains(OPENING)
    {
        Bilingual {
            fr: "ce signe n'est pas une valeur\u{202f}; si elle n'est pas connue, effacer la ligne",
            en: "this sign is no value; if it is not known, delete the line",
        }
    } else if balance(value) > 0 {
        Bilingual {
            fr: "un `[` ou un `{` n'est pas refermé",
            en: "a `[` or a `{` is never closed",
        }
    } else if value.contains(';') {
        Bilingual {
            fr: "une virgule sépare les valeurs, non un `;`",
            en: "a comma parts values, not a `;`",
        }
    } else if value.starts_with('{') && value.contains("}, {") {
        Bilingual {
            fr: "plusieurs tableaux se mettent entre `[` et `]`",
            en: "several tables stand between `[` and `]`",
        }
    } else if value.starts_with('"') && value.contains('\\') {
        Bilingual {
            fr: "une barre `\\` s'écrit deux fois entre guillemets",
            en: "a `\\` is written twice between quotes",
        }
    } else if is_followed(value) {
        Bilingual {
            fr: "quelque chose suit la valeur sur la même ligne",
            en: "something follows the value on the same line",
        }
    } else {
        return None;
    })
}

fn in_yaml(line: &str, value: &str) -> Option<Bilingual> {
    Some(if value.starts_with("- ") && !line.starts_with("- ") {
        Bilingual {
            fr: "une liste commence à la ligne, sous sa clé",
            en: "a list begins on the next line, below its key",
        }
    } else if value.starts_with(['[', '{']) {
        Bilingual {
            fr: "lu comme une liste ou un tableau\u{a0}: un texte qui commence ainsi se met entre \
                guillemets",
            en: "read as a list or a table: a text that begins so stands in quotes",
        }
    } else if line.starts_with('-') {
        Bilingual {
            fr: "un élément de liste là où une clé est attendue",
            en: "an item of a list where a key is expected",
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

/// What opens a value that is no word.
const OPENING: [char; 4] = ['"', '\'', '[', '{'];

/// Brackets and braces that a value opens and never closes.
fn balance(value: &str) -> i32 {
    value
        .chars()
        .map(|sign| i32::from("[{".contains(sign)) - i32::from("]}".contains(sign)))
        .sum()
}

/// Whether a number or a quoted text has something behind it.
fn is_followed(value: &str) -> bool {
    match value.strip_prefix('"') {
        Some(rest) => rest
            .split_once('"')
            .is_some_and(|(text, rest)| !text.ends_with('\\') && !rest.trim().is_empty()),
        None => value.starts_with(|first: char| first.is_ascii_digit()),
    }
}
