//! Which statement of a record rests on which source, and which on the writer's reading.

use crate::language::Both;
use crate::network::Network;
use crate::records::{Citation, Mention, Mentions, Record, SourceEntry, SourceId, To, Trail};
use crate::say;
use crate::views::parts::lines::Line;
use crate::views::view::Question;

/// Where a record is known from; in full, statement by statement.
#[must_use]
pub fn sources<I: std::fmt::Display, T: Mentions>(
    question: &Question,
    record: &Record<I, T>,
    in_full: bool,
) -> Vec<Line> {
    let network = question.network;
    let mut cited = Cited { network, entries: Vec::new() };
    for citation in &record.common.sources {
        cited.number(citation);
    }
    let whole = cited.entries.len();
    let statements = if in_full { statements(question, record, &mut cited, whole) } else { Vec::new() };
    let entries = cited.entries.iter().enumerate();
    let entries: Vec<String> = entries
        .map(|(place, (_, entry))| format!("[{}] {}", place + 1, described(*entry, in_full)))
        .collect();
    let mut lines = vec![(Both { fr: "sources", en: "sources" }, entries)];
    lines.push((Both { fr: "dont", en: "of which" }, statements));
    lines.retain(|(_, values)| !values.is_empty());
    lines
}

/// Sources in the order in which they are first cited, numbered from 1.
struct Cited<'n> {
    network: &'n Network,
    entries: Vec<(Option<&'n SourceId>, Option<&'n SourceEntry>)>,
}

impl<'n> Cited<'n> {
    fn number(&mut self, citation: &'n Citation) {
        match citation {
            Citation::Id(id) => {
                self.by_id(id.as_str());
            }
            Citation::InPlace(entry) => self.entries.push((entry.id.as_ref(), Some(entry))),
        }
    }

    /// The number of a source cited by id, which one written in place may bear.
    fn by_id(&mut self, id: &str) -> usize {
        let known =
            self.entries.iter().position(|(known, _)| known.is_some_and(|known| known.as_str() == id));
        known.unwrap_or_else(|| {
            let found = self.network.sources.get_key_value(id);
            self.entries.push((found.map(|(id, _)| id), found.map(|(_, entry)| entry)));
            self.entries.len() - 1
        }) + 1
    }
}

fn described(entry: Option<&SourceEntry>, in_full: bool) -> String {
    let Some(entry) = entry else { return String::from("?") };
    let title =
        entry.title.as_ref().or(entry.document.as_ref()).or(entry.url.as_ref()).cloned().unwrap_or_default();
    let year = entry.year.map(|year| format!(", {year}")).unwrap_or_default();
    let url = entry.url.as_ref().filter(|_| in_full).map(|url| format!(" <{url}>")).unwrap_or_default();
    format!("{title}{year}{url}")
}

/// Statements with a source of their own, those the writer inferred, and what all others rest on.
fn statements<'n, I, T: Mentions>(
    question: &Question,
    record: &'n Record<I, T>,
    cited: &mut Cited<'n>,
    whole: usize,
) -> Vec<String> {
    let language = question.language;
    let mut said = Vec::new();
    let mut visit = |mention: Mention| {
        let route = mention.trail.route().to_string();
        if mention.to == To::Source && !route.starts_with("sources[") {
            let statement = route.strip_suffix(".source").unwrap_or(&route).to_owned();
            said.push(format!("{statement} : [{}]", cited.by_id(mention.text)));
        }
    };
    record.common.mentions(&Trail::default(), &mut visit);
    record.body.mentions(&Trail::default(), &mut visit);
    for key in &record.common.inferred {
        said.push(say!(language, fr: "{key}\u{a0}: déduit par qui a écrit la fiche", en: "{key}: inferred by the writer of the record"));
    }
    let rest: String = (1..=whole).map(|number| format!("[{number}]")).collect();
    if whole > 0 {
        said.push(say!(language, fr: "tout le reste\u{a0}: {rest}", en: "everything else: {rest}"));
    }
    said
}
