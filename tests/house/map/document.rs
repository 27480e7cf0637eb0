//! No name, however it is written, breaks the document or hides in it.

use apes::renderers::map::render;
use apes::views::view::MapFigure;
use proptest::prelude::*;

use super::figures;

/// Stops the test where the text is not well-formed XML of the kind that we write.
pub fn is_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        is_plain(&rest[..start]);
        let end = start
            + rest[start..]
                .find('>')
                .unwrap_or_else(|| panic!("a tag stays open"));
        let tag = &rest[start + 1..end];
        let name = tag
            .trim_start_matches('/')
            .split([' ', '/'])
            .next()
            .unwrap_or_default();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name));
        } else {
            let quotes: Vec<&str> = tag.split('"').collect();
            assert!(quotes.len() % 2 == 1, "{tag}");
            for part in quotes {
                is_plain(part);
            }
            if !tag.ends_with('/') {
                open.push(name);
            }
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest}");
}

/// Content and attributes: no bare mark of XML, no control, nothing that turns the direction of
/// text.
fn is_plain(text: &str) {
    assert!(!text.contains(['<', '>']), "{text}");
    for part in text.split('&').skip(1) {
        assert!(
            ["amp;", "lt;", "gt;", "quot;", "#39;"]
                .iter()
                .any(|name| part.starts_with(name)),
            "&{part}"
        );
    }
    let hidden = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}'..='\u{ffff}')
    };
    assert!(!text.contains(hidden), "{text:?}");
}

/// A figure with one text wherever records put theirs.
fn with(text: &str) -> MapFigure {
    let mut figure = figures::demonstration();
    for cluster in &mut figure.clusters {
        for place in [&mut cluster.label, &mut cluster.territory] {
            text.clone_into(place);
        }
        for symbol in &mut cluster.symbols {
            text.clone_into(&mut symbol.name);
            text.clone_into(&mut symbol.dynamic);
        }
    }
    for theme in &mut figure.themes {
        for place in [
            &mut theme.label,
            &mut theme.id,
            &mut theme.note,
            &mut theme.fill,
        ] {
            text.clone_into(place);
        }
    }
    let words = &mut figure.words;
    for place in [
        &mut words.description,
        &mut words.language,
        &mut words.region_wide,
        &mut words.tray,
    ] {
        text.clone_into(place);
    }
    let [title, tray_note, scope] = [text; 3].map(String::from);
    MapFigure {
        title,
        tray_note,
        scope: vec![scope],
        invented: Some(text.to_owned()),
        ..figure
    }
}

#[test]
fn hostile_names_are_harmless() {
    for text in [
        "",
        " ",
        "\"><script>alert(1)</script>",
        "a & b < c > d ' e \"",
        "]]>&amp;&#x3c;",
        "nul \0, bell \u{7}, escape \u{1b}[31m",
        "\u{202e}desrever\u{202c} \u{2066}x\u{2069} \u{200f}",
        "תל אביב العربية",
        "行政村 🌻👩‍🌾",
        "\u{fffe}\u{ffff}\u{feff}\u{fdd0}\u{2028}",
        "line\nbreak\r\tTab",
    ] {
        is_well_formed(&render(&with(text)));
    }
}

#[test]
fn long_names_are_shortened() {
    let svg = render(&with(
        &"Communauté de communes de Saint-Quelquechose ".repeat(20),
    ));
    is_well_formed(&svg);
    assert!(svg.contains('…'));
    is_well_formed(&render(&with(&"x".repeat(5_000))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_makes_a_document(text in "\\PC{0,40}|(?s).{0,40}") {
        is_well_formed(&render(&with(&text)));
    }
}
