//! Days to come as iCalendar (RFC 5545), for the calendars that people use.

use crate::calendar::Day;
use crate::renderers::safe;
use crate::views::view::{Agenda, Event};

/// The longest line in bytes, without its end.
const LONGEST: usize = 75;

/// One calendar, lines ended and folded as the standard asks.
#[must_use]
pub fn render(agenda: &Agenda) -> String {
    let mut out = String::new();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//apes//apes//FR",
        "CALSCALE:GREGORIAN",
    ] {
        fold(line, &mut out);
    }
    fold(&format!("X-WR-CALNAME:{}", text(&agenda.name)), &mut out);
    for event in &agenda.events {
        write(event, agenda.made_on, &mut out);
    }
    fold("END:VCALENDAR", &mut out);
    out
}

fn write(event: &Event, made_on: Day, out: &mut String) {
    let lines = [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", text(&event.id)),
        format!("DTSTAMP:{}T000000Z", digits(made_on)),
        format!("DTSTART;VALUE=DATE:{}", digits(event.day)),
        format!("DTEND;VALUE=DATE:{}", digits(event.day.next())),
        format!("SUMMARY:{}", text(&event.summary)),
        format!("DESCRIPTION:{}", text(&event.description)),
        format!("CATEGORIES:{}", text(&event.category)),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ];
    for line in &lines {
        fold(line, out);
    }
}

fn digits(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// A text without what the standard reads as its own signs.
fn text(words: &str) -> String {
    safe::line(words)
        .replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
}

/// A line, cut before a character that would make it too long; what follows begins with a space.
fn fold(line: &str, out: &mut String) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(character);
        length += character.len_utf8();
    }
    out.push_str("\r\n");
}
