//! Data of the page's script as compact JSON: words, themes, records, and every period.

use serde_json::{Value, json};

use crate::renderers::safe;
use crate::views::view::{Atlas, MapFigure};

use crate::renderers::drawing::colour::fill;
use crate::renderers::map::interactive::periods::PeriodWriter;
use crate::renderers::map::interactive::picture::Picture;
use crate::renderers::map::interactive::texts::Texts;
use crate::renderers::map::interactive::words::WORDS;
use crate::renderers::map::placement::layout::Layout;

/// All data as one value, without hidden characters in any text.
pub(super) fn facts(atlas: &Atlas, layouts: &[Layout], picture: &Picture) -> Value {
    let mut texts = Texts::default();
    let first = atlas.periods.first().map(|period| &period.figures);
    let themes = first.map_or(Vec::new(), |[french, english]| themes(french, english));
    let words: serde_json::Map<String, Value> = WORDS
        .iter()
        .map(|(key, words)| ((*key).to_owned(), json!([words.fr, words.en])))
        .collect();
    let dynamics = dynamics(atlas, &mut texts);
    let mut writer = PeriodWriter::new(atlas, picture, &mut texts);
    let periods: Vec<Value> = atlas
        .periods
        .iter()
        .zip(layouts)
        .map(|(period, layout)| writer.period(period, layout))
        .collect();
    let blocks = writer.into_blocks();
    without_hidden(json!({
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
        .map(|(french, english)| {
            let colour = fill(&french.fill);
            json!([french.id, french.digit, colour, french.label, english.label])
        })
        .collect()
}

/// Records line by line: number of the heading, values in French, and in English where they
/// differ.
fn dynamics(atlas: &Atlas, texts: &mut Texts) -> Value {
    let mut headings: Vec<[&str; 2]> = Vec::new();
    let mut rows = Vec::new();
    for record in &atlas.dynamics {
        let [french, english] = &record.lines;
        let mut lines = Vec::new();
        for ((heading, values), (english_heading, translated)) in french.iter().zip(english) {
            let pair = [heading.as_str(), english_heading.as_str()];
            let index = headings
                .iter()
                .position(|known| *known == pair)
                .unwrap_or_else(|| {
                    headings.push(pair);
                    headings.len() - 1
                });
            let mut line = vec![json!(index), texts.parts(values)];
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

/// A value without hidden characters in its texts.
fn without_hidden(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(safe::line(&text)),
        Value::Array(values) => values.into_iter().map(without_hidden).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(key, value)| (key, without_hidden(value)))
            .collect(),
        number => number,
    }
}
