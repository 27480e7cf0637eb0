//! `tab-in-indentation`: a tab where YAML indents with spaces.

use crate::diagnostic::{Finding, Writing};
use crate::documents::Reading;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "tab-in-indentation", Error,
        fr: "YAML ne compte que les espaces : la largeur d'une tabulation dépend de chaque \
            éditeur",
        en: "YAML counts spaces only: how wide a tab is depends on each editor"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !failure.breaks_yaml() || !failure.message.contains("tab") {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let tabs: Vec<Span> = indents(reading, failure.line_span().start).collect();
    let finding = reading
        .finding(
            &HINT.rule,
            *tabs.first()?,
            say!(language, fr: "une tabulation décale cette ligne", en: "a tab indents this line"),
        )
        .label(say!(language, fr: "tabulation", en: "tab"))
        .help(say!(language,
            fr: "mettre deux espaces à la place, ici et sur les lignes suivantes",
            en: "put two spaces instead, here and on the lines that follow"));
    Some(tabs.iter().fold(finding, |finding, tab| {
        let spaces = reading.source.slice(*tab).replace('\t', "  ");
        finding.edit(reading.place(*tab), Writing::Raw(spaces))
    }))
}

/// The indentations that hold a tab, from a line on.
fn indents<'r>(reading: &'r Reading, start: usize) -> impl Iterator<Item = Span> + 'r {
    let lines = reading.text()[start..]
        .split_inclusive('\n')
        .scan(start, |at, line| {
            let here = *at;
            *at += line.len();
            Some((here, line))
        });
    lines.filter_map(|(start, line)| {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        line[..indent]
            .contains('\t')
            .then(|| Span::new(start, start + indent))
    })
}
