//! What the page's script reads, as compact JSON: words, themes, what records say, and every
//! period.

use serde_json::{Value, json};

use crate::renderers::safe;
use crate::views::view::{Atlas, MapFigure};

use crate::renderers::drawing::colour::fill;
use crate::renderers::map::interactive::periods::Periods;
use crate::renderers::map::interactive::picture::Picture;
use crate::renderers::map::interactive::texts::Texts;
use crate::renderers::map::interactive::words::WORDS;
use crate::renderers::map::placement::layout::Layout;

/// Everything, as one value whose texts are harmless wherever they are shown.
pub(super) fn facts(atlas: &Atlas, layouts: &[Layout], picture: &Picture) -> Value {
    let mut texts = Texts::default();
    let first = atlas.periods.first().map(|period| &period.figures);
    let themes = first.map_or(Vec::new(), |[french, english]| themes(french, english));
    let words: serde_json::Map<String, Value> = WORDS
        .iter()
        .map(|(key, words)| ((*key).to_owned(), json!([words.fr, words.en])))
        .collect();
    let dynamics = dynamics(atlas, &mut texts);
    let mut told = Periods::new(atlas, picture, &mut texts);
    let periods: Vec<Value> = atlas
        .periods
        .iter()
        .zip(layouts)
        .map(|(period, layout)| told.period(period, layout))
        .collect();
    let blocks = told.into_blocks();
    harmless(json!({
        "language": atlas.language,
        "native": atlas.native,
        "shown": atlas.shown,
        "words": words,
        "titles": first.map(|[french, english]| [&french.title, &english.title]),
        "invented": first.map(|[french, english]| [&french.invented, &english.invented]),
        "themes": themes,
        "stages": atlas.stages.iter().map(|(id, [fr, en])| json!([id, fr, en])).collect::<Vec<_>>(),
        "dynamics": dynamics,
        "blocks": blocks,
        "periods": periods,
        "texts": texts.into_list(),
    }))
}

fn themes(french: &MapFigure, english: &MapFigure) -> Vec<Value> {
    let pairs = french.themes.iter().zip(&english.themes);
    pairs
        .map(|(one, other)| json!([one.id, one.digit, fill(&one.fill), one.label, other.label]))
        .collect()
}

/// What records say, line by line: heading, values in French, and in English where they are not the
/// same.
fn dynamics(atlas: &Atlas, texts: &mut Texts) -> Value {
    let mut headings: Vec<[&str; 2]> = Vec::new();
    let mut rows = Vec::new();
    for record in &atlas.dynamics {
        let [french, english] = &record.lines;
        let mut lines = Vec::new();
        for ((heading, values), (other, translated)) in french.iter().zip(english) {
            let pair = [heading.as_str(), other.as_str()];
            let place = headings
                .iter()
                .position(|known| *known == pair)
                .unwrap_or_else(|| {
                    headings.push(pair);
                    headings.len() - 1
                });
            let mut line = vec![json!(place), texts.parts(values)];
            line.extend((values != translated).then(|| texts.parts(translated)));
            lines.push(line);
        }
        rows.push(json!([
            record.id,
            record.name,
            record.theme,
            record.territories,
            record.period,
            lines
        ]));
    }
    json!({ "headings": headings, "rows": rows })
}

/// The same value with nothing in its texts that a browser would obey.
fn harmless(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(safe::line(&text)),
        Value::Array(values) => values.into_iter().map(harmless).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(key, value)| (key, harmless(value)))
            .collect(),
        plain => plain,
    }
}
