//! Key of the map in a terminal: themes, territories, and what has no place.

use unicode_width::UnicodeWidthStr;

use crate::views::view::{MapFigure, MapTray};

use crate::renderers::drawing::text::language;
use crate::renderers::map::terminal::screen::{LETTERS, Screen, shortened, tinted};

/// Line of the key.
#[derive(Default)]
pub(super) struct KeyLine {
    /// Sign at the beginning.
    sign: String,
    /// Theme whose colours the sign has.
    theme: Option<usize>,
    words: String,
    count: String,
}

/// All lines of the key, with the columns that they may take.
pub(super) struct Key {
    pub(super) lines: Vec<KeyLine>,
    width: usize,
    /// Columns of the longest name of a theme, so that counts are aligned.
    widest_theme: usize,
}

impl KeyLine {
    fn new(sign: String, words: &str) -> Self {
        Self {
            sign,
            words: words.to_owned(),
            ..Self::default()
        }
    }

    fn heading(words: &str) -> Self {
        Self::new(String::new(), words)
    }

    fn with_count(words: &str, count: String) -> Self {
        Self {
            count,
            ..Self::heading(words)
        }
    }
}

impl Key {
    /// Themes with their counts, then territories by letter, then what has no place.
    pub(super) fn new(figure: &MapFigure, width: usize) -> Self {
        let widest_theme = figure
            .themes
            .iter()
            .map(|theme| theme.label.width())
            .max()
            .unwrap_or(0);
        let mut lines = themes(figure);
        lines.extend(territories(figure));
        lines.extend(without_place(figure));
        Self {
            lines,
            width,
            widest_theme,
        }
    }

    /// A line as the terminal shows it. Returns an empty text after the last line.
    pub(super) fn line(&self, index: usize, figure: &MapFigure, screen: Screen) -> String {
        let Some(line) = self.lines.get(index) else {
            return String::new();
        };
        let theme = line.theme.and_then(|theme| figure.themes.get(theme));
        let sign = tinted(&line.sign, theme, screen);
        let space = if line.sign.is_empty() { "" } else { " " };
        let taken = line.sign.width() + space.len() + line.count.width() + 1;
        let free = self.width.saturating_sub(taken);
        let words = shortened(&line.words, free);
        let gap = if line.count.is_empty() {
            0
        } else {
            self.widest_theme.min(free).saturating_sub(words.width()) + 1
        };
        let text = format!("{sign}{space}{words}{}{}", " ".repeat(gap), line.count);
        if screen.ascii {
            text.replace('…', "~").replace('×', "x")
        } else {
            text
        }
    }
}

fn themes(figure: &MapFigure) -> Vec<KeyLine> {
    let language = language(&figure.words);
    let mut lines = vec![KeyLine::heading(&figure.words.themes)];
    for (index, theme) in figure.themes.iter().enumerate() {
        lines.push(KeyLine {
            theme: Some(index),
            count: format!("{:>3}", language.number(theme.count)),
            ..KeyLine::new(theme.digit.to_string(), &theme.label)
        });
    }
    lines
}

fn territories(figure: &MapFigure) -> Vec<KeyLine> {
    let mut lines = vec![
        KeyLine::default(),
        KeyLine::heading(&figure.words.territories),
    ];
    for (letter, cluster) in LETTERS.iter().zip(&figure.clusters) {
        let letter = char::from(*letter).to_string();
        lines.push(KeyLine::new(letter, &cluster.label));
    }
    lines
}

fn without_place(figure: &MapFigure) -> Vec<KeyLine> {
    let (words, language) = (&figure.words, language(&figure.words));
    let mut lines = Vec::new();
    if !figure.region_wide.is_empty() {
        let count = language.number(figure.region_wide.len() as u64);
        lines.push(KeyLine::default());
        lines.push(KeyLine::with_count(&words.region_wide, count));
    }
    let unplaced = sum(&figure.tray, |tray| tray.unplaced);
    let by_count = sum(&figure.tray, |tray| tray.by_count);
    if by_count > 0 || unplaced > 0 {
        lines.push(KeyLine::default());
        lines.push(KeyLine::heading(&words.tray));
    }
    for (count, words) in [(unplaced, &words.unplaced), (by_count, &words.by_count)] {
        if count > 0 {
            lines.push(KeyLine::new(language.number(count), words));
        }
    }
    lines
}

fn sum(tray: &[MapTray], count: impl Fn(&MapTray) -> u64) -> u64 {
    tray.iter()
        .fold(0, |sum: u64, tray| sum.saturating_add(count(tray)))
}
