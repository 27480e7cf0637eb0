//! `tab-in-indentation`: a tab where YAML indents with spaces.

use crate::diagnostic::{Edit, Finding, Writing};
use crate::documents::apply_edits::apply;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::reading::Reading;
use crate::documents::syntax::Syntax;
use crate::documents::yaml_syntax::first_error;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "tab-in-indentation", Error,
        fr: "YAML ne compte que les espaces : la largeur d'une tabulation dépend de chaque \
            éditeur",
        en: "YAML counts only spaces: the width of a tab depends on the editor"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !failure.is_yaml_error() || !failure.message.contains("tab") {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let indentations = indentations_with_tab(reading, failure.line_span().start);
    let finding = reading
        .finding(
            &HINT.rule,
            *indentations.first()?,
            say!(language, fr: "une tabulation décale cette ligne", en: "a tab indents this line"),
        )
        .label(say!(language, fr: "tabulation", en: "tab"))
        .help(say!(language,
            fr: "indenter par des espaces, ici et sur les lignes suivantes",
            en: "indent with spaces, here and on the following lines"));
    // A tab stands for a level, or was put before a line that has its spaces already.
    let is_spare = indentations
        .first()
        .is_some_and(|first| reading.source.slice(*first).ends_with(' '));
    let readings = if is_spare { ["", "  "] } else { ["  ", ""] };
    let found = readings.map(|spaces| edits(reading, &indentations, spaces));
    let edits = found
        .iter()
        .find(|edits| {
            apply(reading.text(), Syntax::Yaml, edits)
                .is_some_and(|text| first_error(&text).is_none())
        })
        .unwrap_or(&found[0]);
    Some(edits.iter().fold(finding, |finding, edit| {
        finding.edit(edit.place.clone(), edit.writing.clone())
    }))
}

/// Edits that put some spaces in the place of each tab.
fn edits(reading: &Reading, indentations: &[Span], spaces: &str) -> Vec<Edit> {
    let indentations = indentations.iter();
    indentations
        .map(|indentation| Edit {
            place: reading.place(*indentation),
            writing: Writing::Raw(reading.source.slice(*indentation).replace('\t', spaces)),
        })
        .collect()
}

/// The indentations with a tab, from the line at `start` to the end of the text.
fn indentations_with_tab(reading: &Reading, start: usize) -> Vec<Span> {
    let mut indentations = Vec::new();
    let mut offset = start;
    for line in reading.text().behind(start).split_inclusive('\n') {
        let length = line.len() - line.trim_start_matches([' ', '\t']).len();
        if line.before(length).contains('\t') {
            indentations.push(Span::new(offset, offset + length));
        }
        offset += line.len();
    }
    indentations
}
