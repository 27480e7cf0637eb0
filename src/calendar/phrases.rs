//! Dates after the words that people put before them: `depuis le 1er mars 2014`, `jusqu'en 2020`.

use super::partial_date::PartialDate;
use crate::language::Language;
use crate::say;

impl PartialDate {
    /// The date as a beginning: `depuis le 1er mars 2014`, `depuis 2014`; `since 2014`.
    #[must_use]
    pub fn since(self, language: Language) -> String {
        let the = match self {
            Self::Day(_) => "le ",
            _ => "",
        };
        let date = self.format(language);
        say!(language, fr: "depuis {the}{date}", en: "since {date}")
    }

    /// The date as an end: `jusqu'au 31 mai 2024`, `jusqu'en 2020`; `until 2020`.
    #[must_use]
    pub fn until(self, language: Language) -> String {
        let to = match self {
            Self::Day(_) => "au",
            _ => "en",
        };
        let date = self.format(language);
        say!(language, fr: "jusqu'{to} {date}", en: "until {date}")
    }

    /// The time from this date to another: `d'avril 2021 à 2024`; `April 2021 to 2024`.
    #[must_use]
    pub fn to(self, last: Self, language: Language) -> String {
        let of = match self {
            Self::Month(_, 4 | 8 | 10) => "d'",
            Self::Day(_) => "du ",
            _ => "de ",
        };
        let until = match last {
            Self::Day(_) => "au ",
            _ => "à ",
        };
        let (from, to) = (self.format(language), last.format(language));
        say!(language, fr: "{of}{from} {until}{to}", en: "{from} to {to}")
    }

    /// The date on which something took place: `le 31 mai 2024`, `en mai 2024`; `in 2024`.
    #[must_use]
    pub fn on(self, language: Language) -> String {
        let date = self.format(language);
        match self {
            Self::Day(_) => say!(language, fr: "le {date}", en: "on {date}"),
            _ => say!(language, fr: "en {date}", en: "in {date}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_the_preposition_of_its_precision() {
        let phrases = |text: &str| {
            let date = PartialDate::parse(text).expect("a date");
            let french = Language::French;
            [date.since(french), date.until(french), date.on(french)]
        };
        assert_eq!(
            phrases("2014-03-01"),
            [
                "depuis le 1er mars 2014",
                "jusqu'au 1er mars 2014",
                "le 1er mars 2014"
            ]
        );
        assert_eq!(
            phrases("2014-03"),
            ["depuis mars 2014", "jusqu'en mars 2014", "en mars 2014"]
        );
        assert_eq!(phrases("2014"), ["depuis 2014", "jusqu'en 2014", "en 2014"]);
    }
}
