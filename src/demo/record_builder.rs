//! The keys that records of several kinds have, filled at random.

use super::names::phone;
use super::population::{Kind, LAST_YEAR, Population, RecordNumber};
use super::random::Random;
use super::shared_files::any_source;
use super::table::{Table, Value};
use super::words::{
    ACTIONS, BODIES, CONTACT_ROLES, FIGURES, INDICATORS, LEVERS, NAME_ENDINGS, NATURES, OBSTACLES,
    REMARKS, STAGES, STAKEHOLDERS, TOOLS,
};
use crate::calendar::{Day, PartialDate};
use crate::records::parts::fingerprint::fingerprint;

/// A record that is being invented.
pub struct RecordBuilder<'c> {
    /// All records.
    pub population: &'c Population,
    /// Kind and index of the record.
    pub number: RecordNumber,
    /// Random numbers of the record.
    pub random: Random,
}

impl<'c> RecordBuilder<'c> {
    /// Starts a record.
    pub fn new(population: &'c Population, kind: Kind, index: usize) -> Self {
        let number = RecordNumber { kind, index };
        Self {
            population,
            number,
            random: population.random("page", number),
        }
    }

    /// Returns a table with the first keys, `name` and `summary`.
    pub fn begin(&mut self, subject: &str) -> Table {
        let remark = self.remark();
        let mut table = Table::of("name", Value::text(self.population.name(self.number)));
        let fr = format!("{subject}, au service des habitants et avec eux. {remark}");
        table.set(
            "summary",
            if self.random.one_in(2) {
                Value::text(fr)
            } else {
                let en = "An invented record, to try things out on: nobody lives here, and nothing \
                    in it happened.";
                Value::InlineTable(Table::of("fr", Value::text(fr)).with("en", Value::text(en)))
            },
        );
        table
    }

    /// Adds the keys common to all records, from `sources` to `extra`. `inferred` are the names of
    /// statements that may be inferred.
    pub fn finish(&mut self, table: &mut Table, inferred: &[&str]) {
        // A record with a waiver for its missing source must not have one: an unneeded waiver is
        // a finding.
        let excused = self.random.one_in(40);
        table.set_some("sources", (!excused).then(|| self.sources()));
        if self.random.one_in(3) && !inferred.is_empty() {
            let count = self.random.between(1, 2);
            table.set("inferred", Value::list(self.random.sample(inferred, count)));
        }
        if self.random.one_in(8) {
            let alias = format!("L'ancienne maison {}", self.random.pick(&NAME_ENDINGS));
            table.set("aliases", Value::texts(&[&alias]));
        }
        table.set_some(
            "waivers",
            excused.then(|| Value::List(vec![waiver().into()])),
        );
        table.set_some("contacts", self.random.one_in(3).then(|| self.contacts()));
        table.set_some(
            "notes",
            self.random.one_in(3).then(|| Value::text(self.remark())),
        );
        if self.random.one_in(2) {
            let mut years = Table::default();
            for year in self.years() {
                years.set(&year, Value::Section(self.year()));
            }
            table.set("years", Value::Section(years));
        }
        if !excused && self.random.one_in(6) {
            let names = Value::list(vec!["name", "summary"]);
            let source = any_source(self.population, &mut self.random);
            table.set("sourced", Value::Section(Table::of(&source, names)));
        }
        if self.number.index.is_multiple_of(10) {
            table.set_some("translations", translations(table));
        }
        let extra =
            Table::of("dossier", 1 + self.number.index).with("couleur", Value::text("vert"));
        if self.random.one_in(20) {
            table.set("extra", Value::Section(extra));
        }
    }

    fn sources(&mut self) -> Value {
        let mut sources: Vec<Value> = vec![any_source(self.population, &mut self.random).into()];
        if self.random.one_in(3) {
            let second: Value = any_source(self.population, &mut self.random).into();
            if !sources.contains(&second) {
                sources.push(second);
            }
        }
        if self.random.one_in(6) {
            let year = self.any_year();
            let entry = Table::of("id", format!("sur-place-{}", self.number.index + 1))
                .with(
                    "title",
                    Value::text(format!("Compte rendu de l'assemblée de {year}")),
                )
                .with("url", Value::text("https://example.org/comptes-rendus"))
                .with("document", Value::text("Compte rendu"))
                .with("year", year)
                .with("read_on", self.day(LAST_YEAR));
            sources.push(entry.into());
        }
        Value::list(sources)
    }

    fn contacts(&mut self) -> Value {
        let mut contact = Table::of("role", self.random.pick(&CONTACT_ROLES));
        match self.random.below(3) {
            0 => contact.set("person", format!("p-{:03}", self.number.index % 1000)),
            1 => contact.set("email", Value::text("contact@example.org")),
            _ => contact.set("phone", Value::text(phone(self.number.index))),
        }
        Value::List(vec![contact.into()])
    }

    fn years(&mut self) -> Vec<String> {
        let (_, last) = self.population.active_years(self.number);
        let first = self.any_year();
        match self.random.below(6) {
            0 if first + 3 <= last => vec![format!("{first}..{}", first + 3)],
            1 | 2 if first < last => vec![first.to_string(), (first + 1).to_string()],
            _ => vec![first.to_string()],
        }
    }

    fn year(&mut self) -> Table {
        let mut block = Table::of("note", Value::text(self.remark()));
        if self.random.one_in(2) {
            let mut days = Table::default();
            for action in self.random.sample(&ACTIONS, 2) {
                let half = if self.random.one_in(2) { ".5" } else { "" };
                days.set(
                    action,
                    Value::Bare(format!("{}{half}", self.random.between(1, 20))),
                );
            }
            block.set("actions", days);
        }
        block.set_some("resources", self.random.one_in(2).then(|| self.resources()));
        if self.random.one_in(3) {
            let indicator = self.random.pick(&INDICATORS);
            block.set("results", Table::of(indicator, self.result()));
        }
        let counted = self
            .random
            .one_in(3)
            .then(|| Table::of(self.random.pick(&FIGURES), self.figure()));
        block.set_some("figures", counted);
        block
    }

    fn resources(&mut self) -> Table {
        let sold = Table::of("planned", self.euros()).with("actual", self.euros());
        let mut table = Table::of("ventes", sold);
        if self.random.one_in(2) {
            let mut row = Table::of("actual", self.euros()).with("inferred", true);
            row.set_some(
                "payer",
                self.population.any_id(Kind::Actor, &mut self.random),
            );
            row.set("source", any_source(self.population, &mut self.random));
            row.set("note", Value::text(self.remark()));
            table.set(
                self.random.pick(&NATURES[3..]),
                Value::List(vec![row.into()]),
            );
        }
        let hours = Table::of("hours", self.random.between(10, 900)).with("told_by", "benevoles");
        table.set_some("benevolat", self.random.one_in(2).then_some(hours));
        table
    }

    fn result(&mut self) -> Table {
        let target = self.random.between(2, 40);
        let mut row = Table::of(
            "value",
            self.random.between(target / 2, target + target / 4),
        )
        .with("target", target);
        row.set("is", self.random.pick(&["about", "exact"]));
        row.set("told_by", self.random.pick(&STAKEHOLDERS));
        row.set_some(
            "source",
            self.random
                .one_in(2)
                .then(|| any_source(self.population, &mut self.random)),
        );
        row.set_some(
            "note",
            self.random.one_in(4).then(|| Value::text(self.remark())),
        );
        row.set_some("inferred", self.random.one_in(4).then_some(true));
        row
    }

    /// Returns a figure, with or without its details.
    pub fn figure(&mut self) -> Value {
        let number = self.random.between(1, 60);
        if self.random.one_in(2) {
            return number.into();
        }
        let row = Table::of("value", number)
            .with("is", self.random.pick(&["about", "at-least", "at-most"]))
            .with("source", any_source(self.population, &mut self.random))
            .with("told_by", self.random.pick(&STAKEHOLDERS))
            .with("note", Value::text(self.remark()));
        row.into()
    }

    /// Adds levers, obstacles and tools, each to one record in three or four.
    pub fn observations(&mut self, table: &mut Table) {
        if self.random.one_in(3) {
            let row = self.observation(&LEVERS);
            table.set("levers", Value::List(vec![row.into()]));
        }
        if self.random.one_in(3) {
            let mut row = self.observation(&OBSTACLES);
            let last = self.population.active_years(self.number).1;
            let lifted = match row.get("to") {
                Some(end) => Some(end.clone()),
                None => self.random.one_in(2).then(|| last.into()),
            };
            row.set_some("lifted", lifted);
            table.set("obstacles", Value::List(vec![row.into()]));
        }
        if self.random.one_in(4) {
            let mut row = self.observation(&TOOLS);
            row.remove("told_by");
            if row.get("from").is_none() && self.random.one_in(2) {
                row.remove("seen");
                row.set("year", self.any_year());
            }
            table.set("tools", Value::List(vec![row.into()]));
        }
    }

    fn observation(&mut self, kinds: &[&str]) -> Table {
        let (year, last) = (self.any_year(), self.population.active_years(self.number).1);
        let mut row = Table::of("kind", self.random.pick(kinds));
        match self.random.below(3) {
            0 => {
                row = row
                    .with("from", year)
                    .with("to", self.random.year(year, last));
            }
            _ => row.set("seen", Value::list(vec![year])),
        }
        let informant: String = match self.population.any_id(Kind::Actor, &mut self.random) {
            Some(actor) if self.number.index.is_multiple_of(2) => actor,
            _ => self.random.pick(&STAKEHOLDERS).to_owned(),
        };
        row.set("told_by", informant);
        row.set_some(
            "note",
            self.random.one_in(2).then(|| Value::text(self.remark())),
        );
        row.set_some(
            "source",
            self.random
                .one_in(2)
                .then(|| any_source(self.population, &mut self.random)),
        );
        row.set_some("inferred", self.random.one_in(3).then_some(true));
        row
    }

    /// Returns stages of the process from the first one on, each reached in the year of the one
    /// before or up to two years later.
    pub fn stages(&mut self, first: u16) -> Table {
        let mut table = Table::default();
        let mut year = first;
        for stage in STAGES.iter().take(self.random.between(1, STAGES.len())) {
            year = self.random.year(year, LAST_YEAR.min(year + 2));
            table.set(
                stage,
                if self.random.one_in(2) {
                    self.reached(year)
                } else {
                    year.into()
                },
            );
        }
        table
    }

    fn reached(&mut self, year: u16) -> Value {
        let lost = self.random.one_in(8) && year + 1 < LAST_YEAR;
        let mut row = if lost {
            Table::of("reached", Value::list(vec![year, year + 1]))
        } else {
            Table::of("reached", year)
        };
        row.set("evidence", Value::text(self.remark()));
        row.set("source", any_source(self.population, &mut self.random));
        row.set_some("inferred", self.random.one_in(2).then_some(true));
        row.set_some(
            "note",
            self.random.one_in(4).then(|| Value::text(self.remark())),
        );
        row.set_some("by_network", self.random.one_in(6).then_some(false));
        row.into()
    }

    /// Returns a governance.
    pub fn governance(&mut self) -> Table {
        let bodies = self.random.sample(&BODIES, 2);
        Table::of("one_person_one_vote", self.random.one_in(2))
            .with("bodies", Value::texts(&bodies))
            .with("hears", Value::list(self.random.sample(&STAKEHOLDERS, 3)))
    }

    /// Returns a sentence that suits any record.
    pub fn remark(&mut self) -> &'static str {
        self.random.pick(&REMARKS)
    }

    /// Returns a year in which the record may have events.
    pub fn any_year(&mut self) -> u16 {
        let (first, last) = self.population.active_years(self.number);
        self.random.year(first, last)
    }

    /// Returns an amount in euros, a multiple of 250.
    pub fn euros(&mut self) -> usize {
        self.random.between(1, 400) * 250
    }

    /// Returns a day of a year. The day is at most the 28th, which every month has.
    pub fn day(&mut self, year: u16) -> PartialDate {
        PartialDate::Day(Day {
            year,
            month: self.small_number(12),
            day: self.small_number(28),
        })
    }

    /// Returns a month of a year.
    pub fn month(&mut self, year: u16) -> PartialDate {
        PartialDate::Month(year, self.small_number(12))
    }

    /// Returns a number from 1 to `most`.
    fn small_number(&mut self, most: u8) -> u8 {
        u8::try_from(self.random.between(1, usize::from(most))).unwrap_or(1)
    }
}

fn waiver() -> Table {
    Table::of("check", "without-source")
        .with("because", Value::text("La source est attendue."))
        .with("by", Value::text("le bureau"))
        .with(
            "until",
            PartialDate::Day(Day {
                year: 2030,
                month: 12,
                day: 31,
            }),
        )
}

/// The fingerprint of the French summary, if there is an English one beside it.
fn translations(table: &Table) -> Option<Value> {
    let Some(Value::InlineTable(both)) = table.get("summary") else {
        return None;
    };
    let Some(Value::Text(french)) = both.get("fr") else {
        return None;
    };
    let of_summary = Table::of("summary", Value::text(fingerprint(french)));
    Some(Value::Section(of_summary))
}
