//! `table-twice`: a TOML heading given twice.

use crate::diagnostic::{Finding, Writing};
use crate::documents::Reading;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::toml::first_mention;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "table-twice", Error,
        fr: "un tableau s'écrit en un seul endroit, pour qu'on trouve au même endroit tout ce \
            qu'il dit",
        en: "a table is written in one place, so that all it says is found there"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let second = failure.line_span();
    if !failure.breaks_toml()
        || !failure.message.contains("duplicate key")
        || !failure.line().starts_with('[')
    {
        return None;
    }
    let reading = failure.reading;
    let first = reading
        .source
        .line_span(first_mention(reading, failure.at)?.start);
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
            en: "here first"),
        );
    if !failure.slice(first).starts_with('[') {
        return Some(
            finding.help(say!(language, fr: "réunir les deux", en: "bring both together")),
        );
    }
    let doubled = |line: Span| failure.slice(line).starts_with("[[");
    Some(match (doubled(first), doubled(second)) {
        (false, false) => together(reading, finding, first, second),
        (true, _) => double(reading, finding, second),
        (false, true) => double(reading, finding, first),
    })
}

/// Moves the lines under the second heading below those of the first.
fn together(reading: &Reading, finding: Finding, first: Span, second: Span) -> Finding {
    let end = block_end(reading, first);
    let whole = Span::new(second.start, block_end(reading, second));
    let lines = reading
        .source
        .slice(Span::new((second.end + 1).min(whole.end), whole.end))
        .trim_end();
    let last = first.start
        + reading
            .source
            .slice(Span::new(first.start, end))
            .trim_end()
            .len();
    finding
        .help(say!(reading.language,
            fr: "mettre ces lignes sous le premier, et effacer le second titre",
            en: "put these lines under the first, and delete the second heading"))
        .edit(
            reading.place(Span::new(last, last)),
            Writing::Raw(format!("\n{lines}")),
        )
        .edit(reading.place(whole), Writing::Raw(String::new()))
}

/// Makes a heading one of several alike.
fn double(reading: &Reading, finding: Finding, line: Span) -> Finding {
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

/// Where the next heading begins, or the text ends.
fn block_end(reading: &Reading, heading: Span) -> usize {
    let rest = &reading.text()[heading.end..];
    rest.find("\n[")
        .map_or(reading.text().len(), |next| heading.end + next + 1)
}
