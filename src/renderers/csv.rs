//! Tables as CSV, for open data or for a spreadsheet in French.
//!
//! Texts that a spreadsheet would take for formulas are made harmless.

use crate::calendar::PartialDate;
use crate::language::Language;
use crate::renderers::safe;
use crate::views::view::{DataTable, Value};

/// The way in which a CSV is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// As French open data ask for: comma, decimal point, UTF-8, dates as 2024-09-30.
    #[default]
    Open,
    /// As a French Excel opens by a double click: byte-order mark, semicolon, decimal comma, dates
    /// as 30/09/2024.
    ExcelFr,
}

/// Decimals to which a number is rounded: more would be noise of binary fractions.
const DECIMALS: usize = 6;

impl Dialect {
    /// What divides the values of a row.
    fn separator(self) -> char {
        match self {
            Self::Open => ',',
            Self::ExcelFr => ';',
        }
    }

    /// What divides values where the other dialect is expected.
    fn other_separator(self) -> char {
        match self {
            Self::Open => ';',
            Self::ExcelFr => ',',
        }
    }
}

/// A table as CSV (RFC 4180); `yes` and `no` are in the language.
#[must_use]
pub fn render(table: &DataTable, dialect: Dialect, language: Language) -> String {
    let mut out = match dialect {
        Dialect::Open => String::new(),
        Dialect::ExcelFr => "\u{feff}".to_owned(),
    };
    let headings = table.columns.iter();
    out.push_str(&row(
        headings.map(|column| text(&column.heading, dialect)),
        dialect,
    ));
    for values in &table.rows {
        let cells = values.iter().map(|it| cell(it, dialect, language));
        out.push_str(&row(cells, dialect));
    }
    out
}

fn row(cells: impl Iterator<Item = String>, dialect: Dialect) -> String {
    let cells: Vec<String> = cells.collect();
    let mut line = cells.join(&dialect.separator().to_string());
    line.push_str("\r\n");
    line
}

fn cell(value: &Value, dialect: Dialect, language: Language) -> String {
    match (value, language) {
        (Value::Nothing, _) => String::new(),
        (Value::Text(words), _) => text(words, dialect),
        (Value::Count(count), _) => count.to_string(),
        (Value::Number(number), _) => decimal(*number, dialect),
        (Value::Date(when), _) => date(*when, dialect),
        (Value::Flag(true), Language::French) => "oui".to_owned(),
        (Value::Flag(false), Language::French) => "non".to_owned(),
        (Value::Flag(true), Language::English) => "yes".to_owned(),
        (Value::Flag(false), Language::English) => "no".to_owned(),
    }
}

/// A number without a mark between thousands; minus is the hyphen that programs read.
fn decimal(number: f64, dialect: Dialect) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let written = format!("{number:.DECIMALS$}");
    let written = written.trim_end_matches('0').trim_end_matches('.');
    match (written, dialect) {
        ("-0", _) => "0".to_owned(),
        (written, Dialect::Open) => written.to_owned(),
        (written, Dialect::ExcelFr) => written.replace('.', ","),
    }
}

fn date(when: PartialDate, dialect: Dialect) -> String {
    match (dialect, when) {
        (Dialect::Open, _) => when.to_string(),
        (Dialect::ExcelFr, PartialDate::Year(year)) => format!("{year:04}"),
        (Dialect::ExcelFr, PartialDate::Month(year, month)) => format!("{month:02}/{year:04}"),
        (Dialect::ExcelFr, PartialDate::Day(day)) => {
            format!("{:02}/{:02}/{:04}", day.day, day.month, day.year)
        }
    }
}

/// A text that a spreadsheet takes for text: quoted where needed, never a formula.
fn text(words: &str, dialect: Dialect) -> String {
    // A spreadsheet that expects the other dialect splits cells even inside quotes, so that each
    // part could be a formula.
    let other = dialect.other_separator();
    let parts: Vec<String> = safe::line(words).split(other).map(not_formula).collect();
    let text = parts.join(&other.to_string());
    if text.contains([',', '"', ';']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// A text with an apostrophe before it where a spreadsheet would take it for a formula.
fn not_formula(words: &str) -> String {
    let start =
        words.trim_start_matches(|character: char| character.is_whitespace() || character == '"');
    // The wide forms too, which some spreadsheets read as the plain ones.
    let is_formula = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula {
        format!("'{words}")
    } else {
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;

    fn table() -> DataTable {
        let day = Day {
            year: 2024,
            month: 9,
            day: 3,
        };
        let items = [()];
        DataTable::of(Language::French, "t", "T", &items)
            .column("formule", "formula", |()| "=1+1")
            .column("mots", "words", |()| "a, \"b\" ; c")
            .column("nombre", "number", |()| -1234.5)
            .column("compte", "count", |()| 447_500_u64)
            .column("jour", "day", |()| PartialDate::Day(day))
            .column("mois", "month", |()| PartialDate::Month(2024, 9))
            .column("année", "year", |()| PartialDate::Year(2024))
            .column("code", "code", |()| "02361")
            .column("vrai", "true", |()| true)
            .column("vide", "empty", |()| Value::Nothing)
            .build()
    }

    #[test]
    fn open_data_has_commas_points_and_iso_dates() {
        assert_eq!(
            render(&table(), Dialect::Open, Language::French),
            "formule,mots,nombre,compte,jour,mois,année,code,vrai,vide\r\n\
             '=1+1,\"a, \"\"b\"\" ; c\",-1234.5,447500,2024-09-03,2024-09,2024,02361,oui,\r\n"
        );
    }

    #[test]
    fn a_french_excel_has_a_mark_semicolons_and_decimal_commas() {
        assert_eq!(
            render(&table(), Dialect::ExcelFr, Language::English),
            "\u{feff}formule;mots;nombre;compte;jour;mois;année;code;vrai;vide\r\n\
             '=1+1;\"a, \"\"b\"\" ; c\";-1234,5;447500;03/09/2024;09/2024;2024;02361;yes;\r\n"
        );
    }

    #[test]
    fn no_part_of_a_text_is_a_formula_in_either_dialect() {
        assert_eq!(text("a;=1", Dialect::Open), "\"a;'=1\"");
        assert_eq!(text("a,=1", Dialect::ExcelFr), "\"a,'=1\"");
        assert_eq!(decimal(-0.0, Dialect::Open), "0");
        assert_eq!(decimal(0.1 + 0.2, Dialect::Open), "0.3");
    }
}
