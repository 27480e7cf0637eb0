//! Periods as people write them: what a year covers, what `from`, `to` and `seen` say together.

use apes::calendar::{DateRange, Day, PartialDate, Period};

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap_or_else(|| panic!("{text} is not a date"))
}

fn period(from: &str, to: &str, seen: &[u16]) -> Period {
    Period {
        from: PartialDate::parse(from),
        to: PartialDate::parse(to),
        seen: seen.to_vec(),
    }
}

fn day(text: &str) -> Day {
    let date = date(text);
    assert!(matches!(date, PartialDate::Day(_)), "{text} is not a day");
    date.first()
}

#[test]
fn only_days_that_a_calendar_has_are_parsed() {
    for right in [
        "2024",
        "2024-11",
        "2024-02-29",
        "2000-02-29",
        "1000",
        "9999-12-31",
    ] {
        assert_eq!(date(right).to_string(), right);
    }
    for wrong in [
        "",
        "24",
        "0999",
        "20245",
        "2024-",
        "2024-13",
        "2024-00",
        "2024-1",
        "2023-02-29",
        "1900-02-29",
        "2024-04-31",
        "2024-01-00",
        "2024/01/01",
        "2024-01-01T10:00",
        "-2024",
        "20-24-1-1",
        "２０２４",
        "2024-1-01",
        "+024",
    ] {
        assert_eq!(PartialDate::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn days_follow_one_another() {
    for (before, after) in [
        ("2023-02-28", "2023-03-01"),
        ("2024-02-28", "2024-02-29"),
        ("2024-12-31", "2025-01-01"),
    ] {
        assert_eq!(day(before).next(), day(after));
    }
    let mut walked = day("1999-12-31");
    for days in 10_956..12_000 {
        assert_eq!(Day::from_epoch_days(days), Some(walked), "{days}");
        walked = walked.next();
    }
    assert_eq!(Day::from_epoch_days(0), Some(day("1970-01-01")));
    assert_eq!(Day::from_epoch_days(i64::from(i32::MAX)), None);
}

/// `from`, `to`, `seen`, and the ranges of days that they mean.
type Case<'c> = (&'c str, &'c str, &'c [u16], &'c [(&'c str, &'c str)]);

const PERIODS: &[Case] = &[
    ("", "", &[], &[]),
    ("2019", "2023", &[], &[("2019-01-01", "2023-12-31")]),
    ("2024-11", "2024-11", &[], &[("2024-11-01", "2024-11-30")]),
    ("2021", "", &[], &[("2021-01-01", "9999-12-31")]),
    (
        "",
        "",
        &[2021, 2023],
        &[("2021-01-01", "2021-12-31"), ("2023-01-01", "2023-12-31")],
    ),
    (
        "2019-06",
        "",
        &[2021, 2020],
        &[("2019-06-01", "2021-12-31")],
    ),
    ("2021-06", "", &[2019], &[("2021-06-01", "2021-06-01")]),
    ("2019", "2020", &[2024], &[("2019-01-01", "2020-12-31")]),
    (
        "",
        "2023-03",
        &[2021, 2022],
        &[("2021-01-01", "2023-03-31")],
    ),
    ("", "2023", &[], &[("2023-01-01", "2023-12-31")]),
    ("", "2020-06-30", &[2022], &[("2020-06-30", "2020-06-30")]),
];

#[test]
fn a_period_holds_over_these_ranges() {
    for (from, to, seen, expected) in PERIODS {
        let ranges: Vec<DateRange> = period(from, to, seen).ranges();
        let expected: Vec<DateRange> = expected
            .iter()
            .map(|(first, last)| DateRange {
                first: day(first),
                last: day(last),
            })
            .collect();
        assert_eq!(ranges, expected, "{from}..{to} seen {seen:?}");
    }
}

#[test]
fn a_range_overlaps_another_on_its_edge_days() {
    let year = DateRange::years(2020, 2020);
    for (first, last, overlaps) in [
        ("2019-01-01", "2019-12-31", false),
        ("2019-01-01", "2020-01-01", true),
        ("2020-12-31", "2024-01-01", true),
        ("2021-01-01", "2021-01-01", false),
        ("2000-01-01", "2030-01-01", true),
    ] {
        let other = DateRange {
            first: day(first),
            last: day(last),
        };
        assert_eq!(
            (year.overlaps(other), other.overlaps(year)),
            (overlaps, overlaps),
            "{first}–{last}"
        );
    }
    let seen = period("", "", &[2019, 2021]);
    assert!(
        !seen.overlaps(year),
        "a year between two years seen is not known"
    );
    assert!(seen.overlaps(DateRange::years(2020, 2021)));
    assert!(
        !Period::default().overlaps(DateRange::years(1000, 9999)),
        "an empty period never holds"
    );
}

#[test]
fn periods_and_ranges_have_a_short_form() {
    for (from, to, seen, expected) in [
        ("2019", "2023", &[][..], "2019–2023"),
        ("2021", "", &[], "2021–"),
        ("", "2020", &[], "–2020"),
        ("", "", &[2023, 2021], "2021, 2023"),
        ("2019", "", &[2021], "2019– (2021)"),
        ("2019", "2019", &[], "2019"),
        ("", "", &[], ""),
    ] {
        assert_eq!(period(from, to, seen).to_string(), expected);
    }
    assert_eq!(range("2020-01-01", "2020-12-31"), "2020");
    assert_eq!(range("2016-01-01", "2025-12-31"), "2016–2025");
    assert_eq!(range("2020-12-31", "2020-12-31"), "2020-12-31");
    assert_eq!(range("2020-03-01", "2020-04-30"), "2020-03-01–2020-04-30");
}

fn range(first: &str, last: &str) -> String {
    DateRange {
        first: day(first),
        last: day(last),
    }
    .to_string()
}
