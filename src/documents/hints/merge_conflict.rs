//! `merge-conflict`: the marks of git around two versions of the same lines, or one left behind.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::Hint;
use crate::documents::reading::{Limits, Reading};
use crate::documents::text_edits::has_byte;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "merge-conflict", Error,
        fr: "git écrit ces marques autour de deux versions des mêmes lignes\u{a0}: tant qu'elles \
            restent, personne ne sait laquelle est la bonne",
        en: "git writes these marks around two versions of the same lines: as long as they stay, \
            nobody knows which is right"),
    diagnose: |_| None,
};

/// Bytes of a mark without what git writes behind it.
const LENGTH: usize = 7;

/// A mark of git: the sign that it repeats, and its bytes with what follows on its line.
#[derive(Clone, Copy)]
struct Mark {
    sign: u8,
    /// Whether the name of a branch or of a commit follows.
    is_named: bool,
    span: Span,
}

/// A whole conflict: two versions of some lines, and perhaps what both were made of.
struct Conflict {
    begin: Mark,
    ancestor: Option<Mark>,
    middle: Mark,
    end: Mark,
}

/// Reports the conflicts of a file and the marks that were left behind. Without a name behind any
/// of them, they may be part of a text: in Markdown a line of `=` underlines a title.
#[must_use]
pub fn scan(reading: &Reading) -> Vec<Finding> {
    // Hardly any file has one of these.
    let is_sign = |byte: u8| matches!(byte, b'<' | b'>' | b'|');
    if !has_byte(reading.text(), is_sign) {
        return Vec::new();
    }
    let (conflicts, left) = sorted(&marks(reading));
    let is_certain = !conflicts.is_empty() || left.iter().any(|mark| mark.is_named);
    let left = if is_certain { left } else { Vec::new() };
    findings(reading, &conflicts, &left)
}

/// Reports the marks in a file that cannot be read, where a line of `=` is one too.
#[must_use]
pub fn scan_unreadable(reading: &Reading) -> Vec<Finding> {
    let (conflicts, left) = sorted(&marks(reading));
    findings(reading, &conflicts, &left)
}

fn findings(reading: &Reading, conflicts: &[Conflict], left: &[Mark]) -> Vec<Finding> {
    let conflicts = conflicts
        .iter()
        .map(|conflict| of_conflict(reading, conflict));
    let left_behind = left.iter().map(|mark| of_mark(reading, *mark, left));
    conflicts
        .chain(left_behind)
        .take(Limits::SYNTAX_ERRORS)
        .collect()
}

/// The lines of a text that begin with a mark.
fn marks(reading: &Reading) -> Vec<Mark> {
    let (mut marks, mut start) = (Vec::new(), 0);
    for line in reading.text().split_inclusive('\n') {
        let written = line.trim_end();
        if let Some(sign) = sign_of(written) {
            let span = Span::new(start, start + written.len());
            marks.push(Mark {
                sign,
                is_named: written.len() > LENGTH,
                span,
            });
        }
        start += line.len();
    }
    marks
}

/// The sign that a line repeats as git does: seven times, with a space and a name behind all but
/// `=`.
fn sign_of(line: &str) -> Option<u8> {
    let sign = *line.as_bytes().first()?;
    let is_repeated = matches!(sign, b'<' | b'|' | b'=' | b'>')
        && line.bytes().take_while(|byte| *byte == sign).count() == LENGTH;
    let rest = line.get(LENGTH..)?;
    let is_named = match sign {
        b'=' => rest.is_empty(),
        _ => rest.is_empty() || rest.starts_with(' '),
    };
    (is_repeated && is_named).then_some(sign)
}

/// The conflict that begins with the first of some marks, and the number of its marks.
fn conflict(marks: &[Mark]) -> Option<(Conflict, usize)> {
    let signs: Vec<u8> = marks.iter().take(4).map(|mark| mark.sign).collect();
    let (begin, ancestor, middle, end) = match (marks, &signs[..]) {
        ([begin, ancestor, middle, end, ..], b"<|=>") => (begin, Some(*ancestor), middle, end),
        ([begin, middle, end, ..], [b'<', b'=', b'>', ..]) => (begin, None, middle, end),
        _ => return None,
    };
    let conflict = Conflict {
        begin: *begin,
        ancestor,
        middle: *middle,
        end: *end,
    };
    Some((conflict, if ancestor.is_some() { 4 } else { 3 }))
}

/// The whole conflicts, and the marks that belong to none.
fn sorted(marks: &[Mark]) -> (Vec<Conflict>, Vec<Mark>) {
    let (mut conflicts, mut left, mut index) = (Vec::new(), Vec::new(), 0);
    while let Some(first) = marks.get(index) {
        if let Some((conflict, length)) = conflict(marks.behind(index)) {
            conflicts.push(conflict);
            index += length;
        } else {
            left.push(*first);
            index += 1;
        }
    }
    (conflicts, left)
}

fn of_conflict(reading: &Reading, conflict: &Conflict) -> Finding {
    let language = reading.language;
    let mut finding = reading
        .finding(
            &HINT.rule,
            conflict.begin.span,
            say!(language,
                fr: "il y a deux versions de ces lignes, et il faut choisir",
                en: "there are two versions of these lines, and one must be chosen"),
        )
        .label(say!(language, fr: "ici commence la première", en: "the first begins here"));
    if let Some(ancestor) = conflict.ancestor {
        finding = finding.beside(
            reading.place(ancestor.span),
            say!(language,
                fr: "ici commence leur ancêtre commun",
                en: "their common ancestor begins here"),
        );
    }
    let help = match conflict.ancestor {
        Some(_) => say!(language,
            fr: "garder les bonnes lignes, effacer les autres et les quatre marques de git",
            en: "keep the correct lines, delete the others and the four git marks"),
        None => say!(language,
            fr: "garder les bonnes lignes, effacer les autres et les trois marques de git",
            en: "keep the correct lines, delete the others and the three git marks"),
    };
    finding
        .beside(
            reading.place(conflict.middle.span),
            say!(language, fr: "ici commence la seconde", en: "the second begins here"),
        )
        .beside(
            reading.place(conflict.end.span),
            say!(language, fr: "et finit ici", en: "and ends here"),
        )
        .help(help)
}

/// Reports a mark without the others. Its line can go, unless others are left too: then lines of
/// both versions may still be there.
fn of_mark(reading: &Reading, mark: Mark, left: &[Mark]) -> Finding {
    let language = reading.language;
    let finding = reading
        .finding(
            &HINT.rule,
            mark.span,
            say!(language,
                fr: "une marque de git est restée ici",
                en: "a mark of git was left behind here"),
        )
        .label(say!(language,
            fr: "écrite par git lors d'une fusion",
            en: "written by git during a merge"));
    if left.len() > 1 {
        return finding.help(say!(language,
            fr: "effacer cette ligne, et relire celles d'entre les marques",
            en: "delete this line, and read those between the marks again"));
    }
    let end = reading.source.line_span(mark.span.start).end;
    let line = Span::new(mark.span.start, (end + 1).min(reading.text().len()));
    finding
        .help(say!(language, fr: "effacer cette ligne", en: "delete this line"))
        .edit(reading.place(line), Writing::Raw(String::new()))
}
