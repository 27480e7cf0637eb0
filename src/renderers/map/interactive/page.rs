//! HTML file of the page: the template, filled with a figure, the page's style and its script.
//!
//! The page's policy names style and script by their digests, so that a browser runs no other.

use std::collections::BTreeMap;

use anyhow::Result;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use serde_json::Value as Json;

use crate::language::Language;
use crate::renderers::safe;
use crate::views::view::{Atlas, AtlasDynamic, MapFigure};

use crate::renderers::drawing::text::FONTS;
use crate::renderers::drawing::xml::number;
use crate::renderers::map::interactive::digests;
use crate::renderers::map::interactive::picture::Picture;
use crate::renderers::map::interactive::words::WORDS;

const TEMPLATE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");

/// Parts of the script, in the order in which they build on one another.
const SCRIPT: &str = concat!(
    include_str!("script/facts.js"),
    include_str!("script/state.js"),
    include_str!("script/map.js"),
    include_str!("script/filters.js"),
    include_str!("script/record.js"),
    include_str!("script/table.js"),
    include_str!("script/page.js"),
);

/// Fills the template in the language that is shown first. The script can switch to the other.
///
/// # Errors
/// Returns an error if the template is broken.
pub(super) fn fill(atlas: &Atlas, picture: &Picture, facts: &Json) -> Result<String> {
    let mut environment = Environment::empty();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let language = Language::from_code(&atlas.language).unwrap_or(Language::French);
    let blank = MapFigure::default();
    let figure = atlas
        .periods
        .get(atlas.shown)
        .map_or(&blank, |period| period.figure(language));
    let words: BTreeMap<&str, &str> = WORDS
        .iter()
        .map(|(key, words)| (*key, words.get(language)))
        .collect();
    let themes: Vec<String> = figure
        .themes
        .iter()
        .map(|theme| safe::line(&theme.label))
        .collect();
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
            themes => themes,
            dynamics => atlas.dynamics.iter().map(row).collect::<Vec<_>>(),
            style_digest => digests::STYLE,
            script_digest => digests::SCRIPT,
            style => Value::from_safe_string(minified(STYLE)),
            script => Value::from_safe_string(minified(SCRIPT)),
            fonts => FONTS,
            frame => frame,
            definitions => Value::from_safe_string(picture.definitions.clone()),
            basemap => Value::from_safe_string(picture.basemap.clone()),
            facts => Value::from_safe_string(inert(facts)),
        },
    )?;
    Ok(page)
}

/// The row of a record in the table for readers without JavaScript.
fn row(record: &AtlasDynamic) -> Value {
    context! {
        name => safe::line(&record.name),
        theme => record.theme,
        territories => safe::line(&record.territories.join(", ")),
        period => record.period.clone(),
    }
}

/// A style or a script without indentation, blank lines and comments.
// Comments fill whole lines in these files, so that no parser is needed to remove them.
fn minified(text: &str) -> String {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("/*"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// JSON that cannot end the `<script>` element around it.
fn inert(facts: &Json) -> String {
    let text = safe::json(&facts.to_string());
    text.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}
