//! Calls that records answer: granted, refused, or still awaited.

use super::census::{Kind, Number};
use super::foundation::any_source;
use super::page::{Page, Value};
use super::shared_keys::Desk;
use super::words::CALLS;

impl Desk<'_> {
    /// One call, for a record in six.
    pub fn calls(&mut self, page: &mut Page) {
        if !self.chance.one_in(6) {
            return;
        }
        let year = self.any_year();
        let mut call = Page::of("kind", self.chance.pick(&CALLS));
        let funder = self.census.is_authority(0).then(|| {
            self.census.id(Number {
                kind: Kind::Actor,
                at: 0,
            })
        });
        call.set_some("with", funder);
        call.set("answered", self.month(year));
        call.set("asked", self.euros());
        match self.chance.below(3) {
            0 => call.set("refused", self.day(year + 1)),
            1 => call.set("inferred", true),
            _ => {
                call.set("granted", self.day(year + 1));
                call.set("amount", self.euros());
                call.set("from", year + 1);
                call.set("to", year + 2);
                call.set("report_by", self.day(year + 3));
                if self.chance.one_in(2) {
                    call.set("reported", self.day(year + 3));
                }
            }
        }
        call.set(
            "subject",
            Value::text("Animation de la coopération sur le territoire"),
        );
        if self.chance.one_in(3) {
            call.set(
                "sources",
                Value::list(vec![any_source(self.census, &mut self.chance)]),
            );
            call.set("note", Value::text(self.remark()));
        } else {
            call.set("source", any_source(self.census, &mut self.chance));
        }
        let calls = Page::of(&format!("appel-{year}"), Value::Section(call));
        page.set("calls", Value::Section(calls));
    }
}
