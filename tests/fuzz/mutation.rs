//! Changes of a text such as slips of a hand, tools and attackers make.

use crate::random::Random;

/// Most bytes of a changed text: beyond them, files are refused unread.
const MOST_BYTES: usize = 300_000;

/// Pieces that mean something in one of the formats.
const PIECES: &[&str] = &[
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "(",
    ")",
    "=",
    ":",
    ": ",
    ",",
    ";",
    "#",
    " #",
    "-",
    "- ",
    "--- ",
    "...",
    "&a ",
    "*a",
    "!!str ",
    "%",
    "|",
    ">",
    "|2-\n",
    "?",
    "<<: ",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "\\",
    "\\u0000",
    "\\U0010ffff",
    "\\x00",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    " ",
    "\u{a0}",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{2028}",
    "é",
    "e\u{301}",
    "œ",
    "Ã©",
    "🙂",
    "\u{10ffff}",
    "0",
    "-0",
    "1",
    "9",
    "007",
    "0x",
    "0x1F",
    "1e999",
    "-1e-999",
    "nan",
    "inf",
    ".inf",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "99999999999999999999",
    "0.1",
    "1_000",
    "1 000",
    "2024",
    "0000",
    "9999",
    "10000",
    "2024-02-30",
    "2024-13",
    "2023-02-29",
    "2024-11-30T10:00:00Z",
    "2020..2024",
    "true",
    "false",
    "null",
    "~",
    "yes",
    "Oui",
    "../",
    "..",
    "/",
    "C:\\",
    "javascript:alert(1)",
    "http://[",
    "https://exemple.fr/?a=b&c",
    "mailto:a@b",
    "<script>",
    "<!--",
    "]]>",
    "&amp;",
    "&#0;",
    "=1+1",
    "@SUM(1)",
    "![a](http://b)",
    "[a](http://b)",
    "```\n",
    "* * *\n",
    "# ",
    "<b>",
    "{{",
    "}}",
    "{%",
    "%}",
    "{{ facts }}",
    "{{ title }}",
    "{% for a in facts.territories %}",
    "{% endfor %}",
    "{% if 1 %}",
    "{% endif %}",
    "{% set a = a %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    " | join(\"x\")",
    " | length",
    " | date",
    " | number",
    " * 99999",
    "~",
    "range(99999)",
    "[0]",
    "[-1]",
    "[99999999999]",
    ".a.b.c",
    " and ",
    " or ",
    " not ",
    " in ",
    " == ",
    " < ",
    "count(",
    "sum(",
    "every(",
    "any(",
    "today",
    "dynamic.",
    "actor.",
    "territory.",
    "name = ",
    "kind = ",
    "code = ",
    "from = ",
    "to = ",
    "at = ",
    "sources = ",
    "member = ",
    "partners.",
    "[partners]",
    "[seen]",
    "[stages]",
    "[[funding]]",
    "[agreements.a]",
    "[calls.a]",
    "[charter.evidence]",
    "made_of = ",
    "within = ",
    "succeeds = ",
    "part_of = ",
    "base = ",
    "format = ",
    "territory = ",
    "\"coordinates\":",
    "\"arcs\":",
    "\"type\":",
    "-1",
    "[[[[",
    "1e308",
    "{\"type\":\"Topology\"}",
    "ref: refs/heads/main\n",
    "gitdir: ../../..\n",
];

/// A text changed a few times; `others` are texts of the same kind to take pieces from.
pub fn changed(text: &[u8], others: &[&[u8]], random: &mut Random) -> Vec<u8> {
    let mut text = text.to_vec();
    let times = 1 + random.below(4) * random.below(3);
    for _ in 0..times {
        text = once(&text, others, random);
        text.truncate(MOST_BYTES);
    }
    text
}

fn once(text: &[u8], others: &[&[u8]], random: &mut Random) -> Vec<u8> {
    let at = random.below(text.len() + 1);
    let (before, after) = text.split_at(at);
    match random.number() % 16 {
        0..=3 => {
            let piece = random_piece(random);
            [before, piece.as_bytes(), after].concat()
        }
        4 => {
            // In place of as many bytes.
            let piece = random_piece(random).as_bytes();
            [before, piece, &after[piece.len().min(after.len())..]].concat()
        }
        5 => [before, &after[random.below(40).min(after.len())..]].concat(),
        6 => before.to_vec(),
        7 => {
            let mut copy = text.to_vec();
            if let Some(byte) = copy.get_mut(at) {
                *byte ^= 1 << random.below(8);
            }
            copy
        }
        8 => repeated(before, after, random),
        9..=12 => lines(text, others, random),
        13 => number(text, random),
        14 => {
            let other = if others.is_empty() {
                text
            } else {
                random.choose(others)
            };
            let from = random.below(other.len() + 1);
            let length = random.below(200).min(other.len() - from);
            [before, &other[from..from + length], after].concat()
        }
        _ => quoted(text, random).unwrap_or_else(|| [before, b"\xe9", after].concat()),
    }
}

fn random_piece(random: &mut Random) -> &'static str {
    random.choose::<&str>(PIECES)
}

/// A piece many times over: brackets inside one another, a long word, many lines.
fn repeated(before: &[u8], after: &[u8], random: &mut Random) -> Vec<u8> {
    let piece = random_piece(random);
    let times = *random.choose(&[3, 10, 70, 300, 5_000]);
    [before, piece.repeat(times).as_bytes(), after].concat()
}

/// A line taken away, given twice, moved, or taken from another text.
fn lines(text: &[u8], others: &[&[u8]], random: &mut Random) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    if lines.is_empty() {
        return text.to_vec();
    }
    let (at, to) = (random.below(lines.len()), random.below(lines.len()));
    match random.below(4) {
        0 => {
            lines.remove(at);
        }
        1 => lines.insert(to, lines[at]),
        2 => lines.swap(at, to),
        _ if others.is_empty() => lines.truncate(at),
        _ => {
            let other = *random.choose(others);
            let theirs: Vec<&[u8]> = other.split_inclusive(|byte| *byte == b'\n').collect();
            if !theirs.is_empty() {
                lines.insert(at, random.choose::<&[u8]>(&theirs));
            }
        }
    }
    lines.concat()
}

/// A number of the text replaced by another, often an extreme one.
fn number(text: &[u8], random: &mut Random) -> Vec<u8> {
    let digits: Vec<usize> = (0..text.len())
        .filter(|at| text[*at].is_ascii_digit())
        .collect();
    if digits.is_empty() {
        return text.to_vec();
    }
    let start = *random.choose(&digits);
    let length = text[start..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let extremes = [
        "0",
        "1",
        "9999",
        "65536",
        "4294967296",
        "9007199254740993",
        "9999999999999999999",
        "-1",
        "2038",
    ];
    [
        &text[..start],
        random.choose(&extremes).as_bytes(),
        &text[start + length..],
    ]
    .concat()
}

/// The text between two quotes replaced by a piece.
fn quoted(text: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let quotes: Vec<usize> = (0..text.len()).filter(|at| text[*at] == b'"').collect();
    let index = random.below(quotes.len().checked_sub(1)?);
    let (start, end) = (*quotes.get(index)? + 1, *quotes.get(index + 1)?);
    let piece = random_piece(random).repeat(1 + random.below(3));
    Some([&text[..start], piece.as_bytes(), &text[end..]].concat())
}
