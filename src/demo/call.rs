//! Invented applications for funding: granted, refused or pending.

use super::population::{Kind, LAST_YEAR, RecordNumber};
use super::record_builder::RecordBuilder;
use super::shared_files::any_source;
use super::table::{Table, Value};
use super::words::CALLS;

impl RecordBuilder<'_> {
    /// Adds an application, to one record in six.
    pub fn calls(&mut self, table: &mut Table) {
        if !self.random.one_in(6) {
            return;
        }
        let year = self.any_year();
        let mut call = Table::of("kind", self.random.pick(&CALLS));
        let funder = self.population.is_authority(0).then(|| {
            self.population.id(RecordNumber {
                kind: Kind::Actor,
                index: 0,
            })
        });
        call.set_some("with", funder);
        call.set("answered", self.month(year));
        call.set("asked", self.euros());
        self.decision(&mut call, year);
        call.set(
            "subject",
            Value::text("Animation de la coopération sur le territoire"),
        );
        if self.random.one_in(3) {
            call.set(
                "sources",
                Value::list(vec![any_source(self.population, &mut self.random)]),
            );
            call.set("note", Value::text(self.remark()));
        } else {
            call.set("source", any_source(self.population, &mut self.random));
        }
        let calls = Table::of(&format!("appel-{year}"), Value::Section(call));
        table.set("calls", Value::Section(calls));
    }

    /// Adds what the funder decided the year after. What would lie behind the last year is drawn,
    /// so that the rest stays as it is, and left out: nobody can tell it yet.
    fn decision(&mut self, call: &mut Table, year: u16) {
        let is_known = year < LAST_YEAR;
        match self.random.below(3) {
            0 => {
                let refused = self.day(year + 1);
                call.set_some("refused", is_known.then_some(refused));
            }
            1 => call.set("inferred", true),
            _ => {
                let (granted, amount) = (self.day(year + 1), self.euros());
                let report_by = self.day(year + 3);
                let reported = self.random.one_in(2).then(|| self.day(year + 3));
                if is_known {
                    call.set("granted", granted);
                    call.set("amount", amount);
                    call.set("from", year + 1);
                    call.set("to", year + 2);
                    call.set("report_by", report_by);
                    call.set_some("reported", reported.filter(|_| year + 3 <= LAST_YEAR));
                }
            }
        }
    }
}
