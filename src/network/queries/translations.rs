//! Texts that records have in both languages, and the fingerprints of what was translated.

use crate::calendar::Day;
use crate::charter::Value;
use crate::language::Language;
use crate::network::network::Network;
use crate::network::queries::records::RecordRef;
use crate::network::values::RecordView;
use crate::records::TextKey;
use crate::records::parts::fingerprint::fingerprint;

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextInBothLanguages {
    /// The French text, from which the English one is translated.
    pub french: String,
    /// The English text.
    pub english: String,
}

impl TextInBothLanguages {
    /// The fingerprint of the French text as it is now.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.french)
    }
}

/// Where the texts for reports lie, below the folder of their territory.
const TEXTS: &str = "texts/";

impl Network {
    /// The text of a record under a name: that of a key (`summary`, `years.2024.note`), or the path
    /// of a text for reports without its ending (`texts/2024/perspectives`). Returns `None` if the
    /// record has no such text in both languages.
    #[must_use]
    pub fn text_in_both(&self, record: RecordRef, name: &str) -> Option<TextInBothLanguages> {
        match name.strip_prefix(TEXTS) {
            Some(path) => self.report_text(record, path),
            None => self.text_of_key(record, name),
        }
    }

    /// The names of all texts of a record that are in both languages: its summary, the notes of its
    /// years, the texts for reports of a territory.
    #[must_use]
    pub fn names_of_texts_in_both(&self, record: RecordRef) -> Vec<String> {
        let years = record.common().years.keys();
        let notes = years.map(|year| format!("years.{year}.note"));
        let mut names: Vec<String> = std::iter::once("summary".to_owned()).chain(notes).collect();
        if let Some(territory) = record.territory() {
            let texts = self.texts.iter().map(|text| &text.key);
            let own = texts.filter(|key| key.home == territory.id && is_english(key));
            names.extend(own.map(|key| format!("{TEXTS}{}/{}", key.year, key.section)));
        }
        names.retain(|name| self.text_in_both(record, name).is_some());
        names
    }

    fn text_of_key(&self, record: RecordRef, name: &str) -> Option<TextInBothLanguages> {
        // The texts of a record are the same on every day.
        let view = RecordView::of(self, record, Day::first_of(1));
        let mut value = view.scope().record;
        for key in keys(name) {
            value = match &value {
                Value::Rows(rows) => rows.row_by_id(&key),
                table => table.get(&key),
            };
        }
        let text = |language| value.get(language).as_text().map(str::to_owned);
        Some(TextInBothLanguages {
            french: text("fr")?,
            english: text("en")?,
        })
    }

    fn report_text(&self, record: RecordRef, path: &str) -> Option<TextInBothLanguages> {
        let territory = record.territory()?;
        let (year, section) = path.split_once('/')?;
        let year: u16 = year.parse().ok()?;
        let find = |fits: fn(&TextKey) -> bool| {
            let mut texts = self.texts.iter();
            let found = texts.find(|text| {
                let key = &text.key;
                let is_named = key.home == territory.id && key.year == year;
                is_named && key.section == section && fits(key)
            });
            found.map(|text| text.markdown.clone())
        };
        Some(TextInBothLanguages {
            french: find(|key| !is_english(key))?,
            english: find(is_english)?,
        })
    }
}

/// A text whose language its name does not give is the one that is translated.
fn is_english(key: &TextKey) -> bool {
    key.language == Some(Language::English)
}

/// The keys between the dots of a name; the two dots of a span of years are part of its key.
fn keys(name: &str) -> Vec<String> {
    let kept = name.replace("..", "\u{0}");
    let keys = kept.split('.');
    keys.map(|key| key.replace('\u{0}', "..")).collect()
}
