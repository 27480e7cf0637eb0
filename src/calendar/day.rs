//! A day of the Gregorian calendar, with the arithmetic of days.

/// A day of the proleptic Gregorian calendar.
///
/// The fields are in the order of their weight, so that the derived order is that of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// Returns 1 January of a year.
    #[must_use]
    pub fn first_of(year: u16) -> Self {
        Self {
            year,
            month: 1,
            day: 1,
        }
    }

    /// Returns 31 December of a year.
    #[must_use]
    pub fn last_of(year: u16) -> Self {
        Self {
            year,
            month: 12,
            day: 31,
        }
    }

    /// Returns the following day.
    #[must_use]
    pub fn next(self) -> Self {
        if self.day < days_in(self.year, self.month) {
            Self {
                day: self.day + 1,
                ..self
            }
        } else if self.month < 12 {
            Self {
                month: self.month + 1,
                day: 1,
                ..self
            }
        } else {
            Self::first_of(self.year + 1)
        }
    }

    /// Returns the day before; the first day of year 1 has none and stays as it is.
    #[must_use]
    pub fn previous(self) -> Self {
        if self.day > 1 {
            Self {
                day: self.day - 1,
                ..self
            }
        } else if self.month > 1 {
            Self::clamped(self.year, self.month - 1, 31)
        } else if self.year > 1 {
            Self::last_of(self.year - 1)
        } else {
            self
        }
    }

    /// Returns the same day of the month a number of months later, or the last day of a shorter
    /// month; at most in the year 9999.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        let total = u32::from(self.year) * 12 + u32::from(self.month - 1) + u32::from(months);
        let year = u16::try_from(total / 12).unwrap_or(9999).min(9999);
        let month = u8::try_from(total % 12 + 1).unwrap_or(12);
        Self::clamped(year, month, self.day)
    }

    /// Returns the same day of a later year, 28 February for a 29 February that the year does not
    /// have; at most in the year 9999.
    #[must_use]
    pub fn plus_years(self, years: u16) -> Self {
        let year = self.year.saturating_add(years).min(9999);
        Self::clamped(year, self.month, self.day)
    }

    /// Returns a day of a month, or the last of that month where `day` is beyond it.
    fn clamped(year: u16, month: u8, day: u8) -> Self {
        Self {
            year,
            month,
            day: day.min(days_in(year, month)),
        }
    }

    /// Converts a number of days since 1970-01-01, negative before that day. Returns `None` outside
    /// the years 1 to 9999.
    ///
    /// Source: H. Hinnant, `civil_from_days` in "chrono-Compatible Low-Level Date Algorithms"
    /// (2013).
    #[must_use]
    pub fn from_epoch_days(days: i64) -> Option<Self> {
        // Days are counted from 0000-03-01: a year that begins in March has its leap day last.
        let shifted = days + 719_468;
        // An era is 400 years, after which the calendar repeats: 146,097 days.
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        // Months from March on follow a pattern of 153 days every five months.
        let shifted_month = (5 * of_year + 2) / 153;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let day = of_year - (153 * shifted_month + 2) / 5 + 1;
        let day = Self {
            year: year.try_into().ok()?,
            month: month.try_into().ok()?,
            day: day.try_into().ok()?,
        };
        (1..=9999).contains(&day.year).then_some(day)
    }
}

impl std::fmt::Display for Day {
    /// Writes the full date of RFC 3339, section 5.6: `2024-11-30`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Returns the number of days of a month from 1 to 12, and 0 for any other month.
pub(super) fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}
