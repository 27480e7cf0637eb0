//! The file itself: the template filled, its style and script named by their digests so that no
//! other is obeyed.

use std::collections::BTreeMap;

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};

use crate::language::Language;
use crate::renderers::safe;
use crate::views::view::{Atlas, AtlasDynamic, MapFigure};

use crate::renderers::drawing::svg::number;
use crate::renderers::drawing::text::FONTS;
use crate::renderers::map::interactive::picture::Picture;
use crate::renderers::map::interactive::words::WORDS;

const TEMPLATE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");

/// In the order in which they build on one another.
const SCRIPT: &str = concat!(
    include_str!("script/facts.js"),
    include_str!("script/state.js"),
    include_str!("script/map.js"),
    include_str!("script/filters.js"),
    include_str!("script/record.js"),
    include_str!("script/table.js"),
    include_str!("script/page.js"),
);

/// The page in the language that is shown first; the script turns it into the other.
pub(super) fn fill(atlas: &Atlas, picture: &Picture, facts: &Json) -> Result<String> {
    let mut environment = Environment::empty();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let language = Language::from_code(&atlas.language).unwrap_or(Language::French);
    let place = usize::from(language == Language::English);
    let blank = MapFigure::default();
    let figure = atlas
        .periods
        .get(atlas.shown)
        .map_or(&blank, |period| &period.figures[place]);
    let words: BTreeMap<&str, &str> = WORDS
        .iter()
        .map(|(key, both)| (*key, both.get(language)))
        .collect();
    let (style, script) = (slim(STYLE), slim(SCRIPT));
    let frame = picture.frame;
    let frame = [frame.x, frame.y, frame.width, frame.height]
        .map(number)
        .join(" ");
    let page = environment.render_named_str(
        "page.html",
        TEMPLATE,
        context! {
            language => language.code(),
            native => atlas.native.clone(),
            title => safe::line(&figure.title),
            subtitle => safe::line(&figure.subtitle),
            scope => figure.scope.iter().map(|line| safe::line(line)).collect::<Vec<_>>(),
            invented => figure.invented.as_deref().map(safe::line),
            description => safe::line(&figure.words.description),
            words => words,
            themes => figure.themes.iter().map(|theme| safe::line(&theme.label)).collect::<Vec<_>>(),
            dynamics => atlas.dynamics.iter().map(plain).collect::<Vec<_>>(),
            style_digest => digest(&style),
            script_digest => digest(&script),
            style => Value::from_safe_string(style),
            script => Value::from_safe_string(script),
            fonts => FONTS,
            frame => frame,
            definitions => Value::from_safe_string(picture.definitions.clone()),
            basemap => Value::from_safe_string(picture.basemap.clone()),
            facts => Value::from_safe_string(inert(facts)),
        },
    )?;
    Ok(page)
}

/// A record as readers see it who have no script.
fn plain(record: &AtlasDynamic) -> Value {
    context! {
        name => safe::line(&record.name),
        theme => record.theme,
        territories => safe::line(&record.territories.join(", ")),
        period => record.period.clone(),
    }
}

/// A style or a script without indentation and without its remarks, which fill whole lines.
fn slim(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines = lines.filter(|line| !line.starts_with("//") && !line.starts_with("/*"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// The digest by which the page's own policy knows a style or a script.
fn digest(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// JSON in which nothing can end the element that holds it.
fn inert(facts: &Json) -> String {
    let text = safe::json(&facts.to_string());
    text.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}
