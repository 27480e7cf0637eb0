//! `table-twice`: a TOML heading given twice.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::reading::Reading;
use crate::documents::toml::first_key::first_key;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "table-twice", Error,
        fr: "un tableau s'écrit en un seul endroit, pour que tout son contenu s'y trouve",
        en: "a table is written in one place, so that all its content is found there"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let second = failure.line_span();
    if !failure.is_toml_error()
        || !failure.message.contains("duplicate key")
        || !failure.line().starts_with('[')
    {
        return None;
    }
    let reading = failure.reading;
    let first = reading
        .source
        .line_span(first_key(reading, failure.error_span)?.start);
    let (language, title) = (reading.language, failure.line().trim_end());
    let finding = reading
        .finding(
            &HINT.rule,
            heading(reading, second),
            say!(language,
            fr: "le tableau `{title}` est donné deux fois",
            en: "the table `{title}` is given twice"),
        )
        .label(say!(language, fr: "et encore ici", en: "and again here"))
        .beside(
            reading.place(heading(reading, first)),
            say!(language,
            fr: "une première fois ici",
            en: "first here"),
        );
    if !failure.slice(first).starts_with('[') {
        return Some(finding.help(say!(language, fr: "réunir les deux", en: "merge the two")));
    }
    let first_is_item = failure.slice(first).starts_with("[[");
    let second_is_item = failure.slice(second).starts_with("[[");
    Some(match (first_is_item, second_is_item) {
        (false, false) => merge(reading, finding, first, second),
        (true, _) => double_brackets(reading, finding, second),
        (false, true) => double_brackets(reading, finding, first),
    })
}

/// Proposes to move the lines under the second heading below those of the first.
fn merge(reading: &Reading, finding: Finding, first: Span, second: Span) -> Finding {
    let first_block = Span::new(first.start, block_end(reading, first));
    let second_block = Span::new(second.start, block_end(reading, second));
    let lines = reading
        .source
        .slice(Span::new(
            (second.end + 1).min(second_block.end),
            second_block.end,
        ))
        .trim_end();
    let destination = first.start + reading.source.slice(first_block).trim_end().len();
    finding
        .help(say!(reading.language,
            fr: "mettre ces lignes sous le premier titre, et effacer le second",
            en: "move these lines below the first heading, and delete the second"))
        .edit(
            reading.place(Span::at(destination)),
            Writing::Raw(format!("\n{lines}")),
        )
        .edit(reading.place(second_block), Writing::Raw(String::new()))
}

/// Proposes to make a heading that of a list item.
fn double_brackets(reading: &Reading, finding: Finding, line: Span) -> Finding {
    let heading = heading(reading, line);
    finding
        .help(say!(reading.language,
            fr: "s'il y en a plusieurs, doubler les crochets de chacun",
            en: "if there are several, double the brackets of each"))
        .edit(
            reading.place(heading),
            Writing::Raw(format!("[{}]", reading.source.slice(heading))),
        )
}

/// The heading of a line, without the comment behind it.
fn heading(reading: &Reading, line: Span) -> Span {
    let text = reading.source.slice(line);
    Span::new(
        line.start,
        line.start + text.rfind(']').map_or(text.len(), |end| end + 1),
    )
}

/// The offset of the next heading, or of the end of the text.
fn block_end(reading: &Reading, heading: Span) -> usize {
    let rest = reading.text().behind(heading.end);
    rest.find("\n[")
        .map_or(reading.text().len(), |next| heading.end + next + 1)
}
