//! Two texts compared line by line, in the form of `diff -u`.

use crate::renderers::safe;
use crate::sources::Cut;

/// Unchanged lines around each change.
const CONTEXT: usize = 3;

/// Most pairs of lines that are compared; beyond, all lines in between count as changed.
const MOST_PAIRS: usize = 4_000_000;

/// A line of the comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line<'t> {
    Same(&'t str),
    Gone(&'t str),
    New(&'t str),
}

/// The differences of a file, given its path and text before and after; empty if the text is the
/// same. `None` is a file that does not exist.
#[must_use]
pub fn unified_diff(before: Option<(&str, &str)>, after: Option<(&str, &str)>) -> String {
    let [old, new] = [before, after].map(|file| file.map(|(_, text)| text));
    if old == new {
        return String::new();
    }
    let mut out = format!("--- {}\n+++ {}\n", name("a", before), name("b", after));
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let lines = compare(
        &old.lines().collect::<Vec<_>>(),
        &new.lines().collect::<Vec<_>>(),
    );
    for (start, end) in hunks(&lines) {
        write_hunk(&lines, start, end, &mut out);
    }
    out
}

fn name(side: &str, file: Option<(&str, &str)>) -> String {
    match file {
        Some((path, _)) => format!("{side}/{}", safe::line(path)),
        None => "/dev/null".to_owned(),
    }
}

/// The lines of both texts in order, those that they share once.
fn compare<'t>(before: &[&'t str], after: &[&'t str]) -> Vec<Line<'t>> {
    let prefix = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let suffix = before
        .behind(prefix)
        .iter()
        .rev()
        .zip(after.behind(prefix).iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (old, new) = (
        before.between(prefix, before.len() - suffix),
        after.between(prefix, after.len() - suffix),
    );
    let mut lines: Vec<Line> = before
        .before(prefix)
        .iter()
        .map(|line| Line::Same(line))
        .collect();
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        lines.extend(old.iter().map(|line| Line::Gone(line)));
        lines.extend(new.iter().map(|line| Line::New(line)));
    } else {
        compare_middle(old, new, &mut lines);
    }
    let rest = before.behind(before.len() - suffix);
    lines.extend(rest.iter().map(|line| Line::Same(line)));
    lines
}

/// Compares by the longest common subsequence.
#[expect(
    clippy::indexing_slicing,
    reason = "a table of one row more than there are old lines, and one column more than new ones"
)]
fn compare_middle<'t>(old: &[&'t str], new: &[&'t str], lines: &mut Vec<Line<'t>>) {
    let width = new.len() + 1;
    // The length of the longest subsequence of what follows each pair of lines.
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * width + j] = if old[i] == new[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            lines.push(Line::Same(old[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len()
            || i < old.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1]
        {
            lines.push(Line::Gone(old[i]));
            i += 1;
        } else {
            lines.push(Line::New(new[j]));
            j += 1;
        }
    }
}

/// The ranges of lines that are shown: changes with their context, joined where they touch.
fn hunks(lines: &[Line]) -> Vec<(usize, usize)> {
    let mut hunks: Vec<(usize, usize)> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if matches!(line, Line::Same(_)) {
            continue;
        }
        let (start, end) = (
            index.saturating_sub(CONTEXT),
            (index + CONTEXT + 1).min(lines.len()),
        );
        match hunks.last_mut() {
            Some(last) if start <= last.1 => last.1 = end,
            _ => hunks.push((start, end)),
        }
    }
    hunks
}

fn write_hunk(lines: &[Line], start: usize, end: usize, out: &mut String) {
    let above = lines.before(start);
    let shown = lines.between(start, end);
    out.push_str(&format!(
        "@@ -{} +{} @@\n",
        range(above, shown, |line| !matches!(line, Line::New(_))),
        range(above, shown, |line| !matches!(line, Line::Gone(_)))
    ));
    for line in shown {
        let (sign, text) = match line {
            Line::Same(text) => (' ', text),
            Line::Gone(text) => ('-', text),
            Line::New(text) => ('+', text),
        };
        out.push_str(&format!("{sign}{}\n", safe::line(text)));
    }
}

/// The first line of one side and the number of its lines. An empty side is named by the line
/// above.
fn range(above: &[Line], shown: &[Line], is_in: fn(&Line) -> bool) -> String {
    let (before, count) = (
        above.iter().filter(|line| is_in(line)).count(),
        shown.iter().filter(|line| is_in(line)).count(),
    );
    let first = if count == 0 { before } else { before + 1 };
    if count == 1 {
        first.to_string()
    } else {
        format!("{first},{count}")
    }
}

#[cfg(test)]
mod tests {
    use super::unified_diff;

    #[test]
    fn changes_are_shown_with_three_lines_around() {
        let before = "a\nb\nc\nd\ne\nf\ng\nh\n";
        let after = "a\nb\nc\nd\nE\nf\ng\nh\ni\n";
        assert_eq!(
            unified_diff(Some(("x.toml", before)), Some(("x.toml", after))),
            "--- a/x.toml\n+++ b/x.toml\n@@ -2,7 +2,8 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n+i\n"
        );
        assert_eq!(
            unified_diff(None, Some(("x", "a\n"))),
            "--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n"
        );
        assert_eq!(unified_diff(Some(("x", "a")), Some(("x", "a"))), "");
    }
}
