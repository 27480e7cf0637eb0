//! `html-in-text`: HTML tags or entities in a text, which reports print as they are.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "html-in-text", Warning,
        fr: "les rapports sont aussi des pages imprimées et des tableaux, où le HTML se lit tel \
            quel",
        en: "reports are also printed pages and tables, where HTML is read as it stands"),
    diagnose: |_| None,
};

/// Reports entities, which stand for signs.
#[must_use]
pub fn report_entities(reading: &Reading, span: Span) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &HINT.rule,
            span,
            say!(language,
                fr: "ce texte a des entités HTML, comme `&amp;`",
                en: "this text has HTML entities, like `&amp;`"),
        )
        .label(say!(language, fr: "copié d'une page", en: "copied from a page"))
        .help(say!(language, fr: "écrire les signes eux-mêmes", en: "write the signs themselves"))
}

/// Reports tags.
#[must_use]
pub fn report_tags(reading: &Reading, span: Span) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &HINT.rule,
            span,
            say!(language,
                fr: "ce texte a des balises HTML, qui ne sont pas lues comme telles",
                en: "this text has HTML tags, which are not read as such"),
        )
        .label(say!(language, fr: "balises", en: "tags"))
        .help(say!(language,
            fr: "écrire le texte seul\u{202f}; les textes longs prennent `**gras**` et des liens \
                `[mots](https://example.org)`",
            en: "write the text alone; long texts take `**bold**` and links \
                `[words](https://example.org)`"))
}

/// A text with the signs that its entities stand for; `None` if it has none.
#[must_use]
pub fn without_entities(text: &str) -> Option<String> {
    if !text.contains('&') {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut is_changed) = (text, false);
    while let Some(start) = rest.find('&') {
        out.push_str(rest.before(start));
        rest = rest.behind(start);
        if let Some((sign, length)) = entity(rest) {
            out.push(sign);
            rest = rest.behind(length);
            is_changed = true;
        } else {
            out.push('&');
            rest = rest.behind(1);
        }
    }
    out.push_str(rest);
    // What was escaped twice is read twice.
    is_changed.then(|| without_entities(&out).unwrap_or(out))
}

/// The longest entity that is read, in bytes.
const LONGEST: usize = 10;

/// The sign of the entity at the beginning of a text, with the bytes of the entity.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = text.between(1, end);
    let sign = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code).filter(|sign| !sign.is_control())?
    } else {
        let mut entities = ENTITIES.split_whitespace();
        let known =
            entities.find_map(|row| row.split_once('=').filter(|(known, _)| *known == name));
        match (known, name) {
            (Some((_, sign)), _) => sign.chars().next()?,
            (None, "nbsp") => '\u{a0}',
            _ => return None,
        }
    };
    Some((sign, end + 1))
}

/// Entities with their signs.
const ENTITIES: &str = "\
    amp=& lt=< gt=> quot=\" apos=' agrave=à acirc=â aelig=æ ccedil=ç eacute=é egrave=è ecirc=ê \
    euml=ë icirc=î iuml=ï ocirc=ô oelig=œ ugrave=ù ucirc=û uuml=ü yuml=ÿ Agrave=À Acirc=Â \
    AElig=Æ Ccedil=Ç Eacute=É Egrave=È Ecirc=Ê Euml=Ë Icirc=Î Iuml=Ï Ocirc=Ô OElig=Œ Ugrave=Ù \
    Ucirc=Û Uuml=Ü laquo=« raquo=» lsquo=‘ rsquo=’ ldquo=“ rdquo=” hellip=… ndash=– mdash=— \
    bull=• middot=· deg=° euro=€ copy=© reg=® trade=™ times=× auml=ä ouml=ö szlig=ß ntilde=ñ";

/// Whether a text has an HTML tag outside of `` `code` ``.
#[must_use]
pub fn has_tags(text: &str) -> bool {
    if !text.contains('<') {
        return false;
    }
    let mut is_code = false;
    text.split('`').any(|part| {
        let has_tag = !is_code && part.split('<').skip(1).any(is_tag);
        is_code = !is_code;
        has_tag
    })
}

/// Whether what follows a `<` makes it an HTML tag: a known name, and then either its end or
/// attributes.
fn is_tag(rest: &str) -> bool {
    if rest.starts_with("!--") {
        return true;
    }
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let length = rest
        .find(|character: char| !character.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    let name = rest.before(length).to_ascii_lowercase();
    let Some((inside, _)) = rest.behind(length).split_once('>') else {
        return false;
    };
    let inside = inside.trim_end_matches('/').trim();
    let is_known = TAGS.split_whitespace().any(|tag| tag == name);
    is_known && (inside.is_empty() || inside.contains('='))
}

/// Names of the tags that texts copied from pages have.
const TAGS: &str = "\
    a abbr article b big blockquote body br button center cite code dd div dl dt em figure font \
    footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li link main \
    mark meta nav ol p pre s script section small span strike strong style sub sup svg table \
    tbody td th thead title tr tt u ul video";

#[cfg(test)]
mod tests {
    use super::{has_tags, without_entities};

    #[test]
    fn entities_become_signs() {
        for (text, right) in [
            ("L&#039;Établi &amp; Cie", Some("L'Établi & Cie")),
            ("&Eacute;picerie&nbsp;!", Some("Épicerie\u{a0}!")),
            ("Caf&#xe9;", Some("Café")),
            ("A &amp;amp; B", Some("A & B")),
            ("A & B ; C", None),
            ("R&D; et B&B", None),
            ("&#0;", None),
        ] {
            assert_eq!(without_entities(text).as_deref(), right, "{text}");
        }
    }

    #[test]
    fn tags_are_known_from_signs() {
        for text in [
            "<b>Atelier</b>",
            "a<br/>b",
            "<A HREF='x'>y</a>",
            "<!-- x -->",
            "x</p>",
        ] {
            assert!(has_tags(text), "{text}");
        }
        for text in [
            "3 < 4 > 2",
            "a <b et c> d",
            "<https://a.example>",
            "`<b>`",
            "< b >",
            "<3",
        ] {
            assert!(!has_tags(text), "{text}");
        }
    }
}
