//! Agenda as iCalendar (RFC 5545), for calendar programs.

use crate::calendar::Day;
use crate::renderers::safe;
use crate::views::view::{Agenda, Event};

/// Longest line in bytes, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// An agenda as a calendar, with lines ended and folded as the standard asks.
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
    // Not in the standard, but the only name that calendar programs show.
    fold(&format!("X-WR-CALNAME:{}", text(&agenda.name)), &mut out);
    let about = [&agenda.invented, &agenda.incomplete];
    let about: Vec<&str> = about.into_iter().flatten().map(String::as_str).collect();
    if !about.is_empty() {
        fold(
            &format!("X-WR-CALDESC:{}", text(&about.join(" "))),
            &mut out,
        );
    }
    for event in &agenda.events {
        write(event, agenda, &mut out);
    }
    fold("END:VCALENDAR", &mut out);
    out
}

/// Appends an event, which takes a whole day and blocks no time.
fn write(event: &Event, agenda: &Agenda, out: &mut String) {
    // An event travels alone, from one calendar to another.
    let invented = agenda.invented.is_some().then_some("X-APES-INVENTED:TRUE");
    let incomplete = agenda
        .incomplete
        .is_some()
        .then_some("X-APES-INCOMPLETE:TRUE");
    let lines = [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", text(&event.id)),
        format!("DTSTAMP:{}T000000Z", digits(agenda.made_on)),
        format!("DTSTART;VALUE=DATE:{}", digits(event.day)),
        format!("DTEND;VALUE=DATE:{}", digits(event.day.next())),
        format!("SUMMARY:{}", text(&event.summary)),
        format!("DESCRIPTION:{}", text(&event.description)),
        format!("CATEGORIES:{}", text(&event.category)),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ];
    let [others @ .., last] = &lines;
    for line in others
        .iter()
        .map(String::as_str)
        .chain(invented)
        .chain(incomplete)
        .chain([last.as_str()])
    {
        fold(line, out);
    }
}

/// A day as eight digits.
fn digits(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// A text in which backslash, semicolon and comma are escaped (RFC 5545, 3.3.11).
fn text(words: &str) -> String {
    safe::line(words)
        .replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
}

/// Appends a line, folded between characters; every further line starts with a space.
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
