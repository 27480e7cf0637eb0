//! The keys that every kind of record has: what it is called, where that is known from, what its
//! years brought.

use super::census::{Census, Kind, LAST_YEAR, Number};
use super::chance::Chance;
use super::foundation::any_source;
use super::names::phone;
use super::page::{Page, Value};
use super::words::{
    ACTIONS, BODIES, CONTACT_ROLES, FIGURES, INDICATORS, LEVERS, NATURES, OBSTACLES, REMARKS,
    STAGES, STAKEHOLDERS, TAILS, TOOLS,
};
use crate::calendar::{Day, PartialDate};

/// A record being composed: who it is, and its own chance.
pub struct Desk<'c> {
    /// Everything there is.
    pub census: &'c Census,
    /// Which record.
    pub number: Number,
    /// Its chance.
    pub chance: Chance,
}

impl<'c> Desk<'c> {
    /// The desk of one record.
    pub fn of(census: &'c Census, kind: Kind, at: usize) -> Self {
        let number = Number { kind, at };
        Self {
            census,
            number,
            chance: census.chance("page", number),
        }
    }

    /// A page with the keys that come first.
    pub fn begin(&mut self, subject: &str) -> Page {
        let remark = self.remark();
        let mut page = Page::of("name", Value::text(self.census.name(self.number)));
        let fr = format!("{subject}, au service des habitants et avec eux. {remark}");
        page.set(
            "summary",
            if self.chance.one_in(2) {
                Value::text(fr)
            } else {
                let en = "An invented record, to try things out on: nobody lives here, and nothing \
                    in it happened.";
                Value::Row(Page::of("fr", Value::text(fr)).with("en", Value::text(en)))
            },
        );
        page
    }

    /// The keys that close the simple part, then what the years brought.
    pub fn finish(&mut self, page: &mut Page, inferred: &[&str]) {
        // What is excused from naming its source has none: a waiver that nothing needs is a
        // finding.
        let excused = self.chance.one_in(40);
        page.set_some("sources", (!excused).then(|| self.sources()));
        if self.chance.one_in(3) && !inferred.is_empty() {
            let count = self.chance.between(1, 2);
            page.set("inferred", Value::list(self.chance.some(inferred, count)));
        }
        let alias = self
            .chance
            .one_in(8)
            .then(|| format!("L'ancienne maison {}", self.chance.pick(&TAILS)));
        page.set_some("aliases", alias.map(|alias| Value::texts(&[&alias])));
        page.set_some(
            "waivers",
            excused.then(|| Value::List(vec![waiver().into()])),
        );
        page.set_some("contacts", self.chance.one_in(3).then(|| self.contacts()));
        page.set_some(
            "notes",
            self.chance.one_in(3).then(|| Value::text(self.remark())),
        );
        if self.chance.one_in(2) {
            let mut years = Page::default();
            for year in self.years() {
                years.set(&year, Value::Section(self.year()));
            }
            page.set("years", Value::Section(years));
        }
        if !excused && self.chance.one_in(6) {
            let told = Value::list(vec!["name", "summary"]);
            page.set(
                "sourced",
                Value::Section(Page::of(&any_source(self.census, &mut self.chance), told)),
            );
        }
        let own = Page::of("dossier", 1 + self.number.at).with("couleur", Value::text("vert"));
        page.set_some(
            "extra",
            self.chance.one_in(20).then_some(Value::Section(own)),
        );
    }

    fn sources(&mut self) -> Value {
        let mut sources: Vec<Value> = vec![any_source(self.census, &mut self.chance).into()];
        if self.chance.one_in(3) {
            sources.push(any_source(self.census, &mut self.chance).into());
        }
        if self.chance.one_in(6) {
            let year = self.any_year();
            let entry = Page::of("id", format!("sur-place-{}", self.number.at + 1))
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
        Value::List(sources)
    }

    fn contacts(&mut self) -> Value {
        let mut contact = Page::of("role", self.chance.pick(&CONTACT_ROLES));
        match self.chance.below(3) {
            0 => contact.set("person", format!("p-{:03}", self.number.at % 1000)),
            1 => contact.set("email", Value::text("contact@example.org")),
            _ => contact.set("phone", Value::text(phone(self.number.at))),
        }
        Value::List(vec![contact.into()])
    }

    fn years(&mut self) -> Vec<String> {
        let (_, last) = self.census.lived(self.number);
        let first = self.any_year();
        match self.chance.below(6) {
            0 if first + 3 <= last => vec![format!("{first}..{}", first + 3)],
            1 | 2 if first < last => vec![first.to_string(), (first + 1).to_string()],
            _ => vec![first.to_string()],
        }
    }

    fn year(&mut self) -> Page {
        let mut block = Page::of("note", Value::text(self.remark()));
        if self.chance.one_in(2) {
            let mut days = Page::default();
            for action in self.chance.some(&ACTIONS, 2) {
                let half = if self.chance.one_in(2) { ".5" } else { "" };
                days.set(
                    action,
                    Value::Bare(format!("{}{half}", self.chance.between(1, 20))),
                );
            }
            block.set("actions", days);
        }
        block.set_some("resources", self.chance.one_in(2).then(|| self.resources()));
        if self.chance.one_in(3) {
            let indicator = self.chance.pick(&INDICATORS);
            block.set("results", Page::of(indicator, self.result()));
        }
        let counted = self
            .chance
            .one_in(3)
            .then(|| Page::of(self.chance.pick(&FIGURES), self.figure()));
        block.set_some("figures", counted);
        block
    }

    fn resources(&mut self) -> Page {
        let sold = Page::of("planned", self.euros()).with("actual", self.euros());
        let mut page = Page::of("ventes", sold);
        if self.chance.one_in(2) {
            let mut row = Page::of("actual", self.euros()).with("inferred", true);
            row.set_some("payer", self.census.any(Kind::Actor, &mut self.chance));
            row.set("source", any_source(self.census, &mut self.chance));
            row.set("note", Value::text(self.remark()));
            page.set(
                self.chance.pick(&NATURES[3..]),
                Value::List(vec![row.into()]),
            );
        }
        let hours = Page::of("hours", self.chance.between(10, 900)).with("told_by", "benevoles");
        page.set_some("benevolat", self.chance.one_in(2).then_some(hours));
        page
    }

    fn result(&mut self) -> Page {
        let target = self.chance.between(2, 40);
        let mut row = Page::of(
            "value",
            self.chance.between(target / 2, target + target / 4),
        )
        .with("target", target);
        row.set("is", self.chance.pick(&["about", "exact"]));
        row.set("told_by", self.chance.pick(&STAKEHOLDERS));
        row.set_some(
            "source",
            self.chance
                .one_in(2)
                .then(|| any_source(self.census, &mut self.chance)),
        );
        row.set_some(
            "note",
            self.chance.one_in(4).then(|| Value::text(self.remark())),
        );
        row.set_some("inferred", self.chance.one_in(4).then_some(true));
        row
    }

    /// A number as people publish it.
    pub fn figure(&mut self) -> Value {
        let number = self.chance.between(1, 60);
        if self.chance.one_in(2) {
            return number.into();
        }
        let row = Page::of("value", number)
            .with("is", self.chance.pick(&["about", "at-least", "at-most"]))
            .with("source", any_source(self.census, &mut self.chance))
            .with("told_by", self.chance.pick(&STAKEHOLDERS))
            .with("note", Value::text(self.remark()));
        row.into()
    }

    /// Levers, obstacles and tools, now and then.
    pub fn traits(&mut self, page: &mut Page) {
        if self.chance.one_in(3) {
            let row = self.seen_row(&LEVERS);
            page.set("levers", Value::List(vec![row.into()]));
        }
        if self.chance.one_in(3) {
            let mut row = self.seen_row(&OBSTACLES);
            let last = self.census.lived(self.number).1;
            let lifted = match row.get("to") {
                Some(end) => Some(end.clone()),
                None => self.chance.one_in(2).then(|| last.into()),
            };
            row.set_some("lifted", lifted);
            page.set("obstacles", Value::List(vec![row.into()]));
        }
        if self.chance.one_in(4) {
            let mut row = self.seen_row(&TOOLS);
            row.remove("told_by");
            if row.get("from").is_none() && self.chance.one_in(2) {
                row.remove("seen");
                row.set("year", self.any_year());
            }
            page.set("tools", Value::List(vec![row.into()]));
        }
    }

    fn seen_row(&mut self, kinds: &[&str]) -> Page {
        let (year, last) = (self.any_year(), self.census.lived(self.number).1);
        let mut row = Page::of("kind", self.chance.pick(kinds));
        match self.chance.below(3) {
            0 => {
                row = row
                    .with("from", year)
                    .with("to", self.chance.year(year, last));
            }
            _ => row.set("seen", Value::list(vec![year])),
        }
        let teller: String = match self.census.any(Kind::Actor, &mut self.chance) {
            Some(actor) if self.number.at.is_multiple_of(2) => actor,
            _ => self.chance.pick(&STAKEHOLDERS).to_owned(),
        };
        row.set("told_by", teller);
        row.set_some(
            "note",
            self.chance.one_in(2).then(|| Value::text(self.remark())),
        );
        row.set_some(
            "source",
            self.chance
                .one_in(2)
                .then(|| any_source(self.census, &mut self.chance)),
        );
        row.set_some("inferred", self.chance.one_in(3).then_some(true));
        row
    }

    /// Stages of the process, each reached in the year of the one before or later.
    pub fn stages(&mut self, first: u16) -> Page {
        let mut page = Page::default();
        let mut year = first;
        for stage in &STAGES[..self.chance.between(1, STAGES.len())] {
            year = self.chance.year(year, LAST_YEAR.min(year + 2));
            page.set(
                stage,
                if self.chance.one_in(2) {
                    self.reached(year)
                } else {
                    year.into()
                },
            );
        }
        page
    }

    fn reached(&mut self, year: u16) -> Value {
        let lost = self.chance.one_in(8) && year + 1 < LAST_YEAR;
        let mut row = if lost {
            Page::of("reached", Value::list(vec![year, year + 1]))
        } else {
            Page::of("reached", year)
        };
        row.set("evidence", Value::text(self.remark()));
        row.set("source", any_source(self.census, &mut self.chance));
        row.set_some("inferred", self.chance.one_in(2).then_some(true));
        row.set_some(
            "note",
            self.chance.one_in(4).then(|| Value::text(self.remark())),
        );
        row.set_some("by_network", self.chance.one_in(6).then_some(false));
        row.into()
    }

    /// How it decides.
    pub fn governance(&mut self) -> Page {
        let bodies = self.chance.some(&BODIES, 2);
        Page::of("one_person_one_vote", self.chance.one_in(2))
            .with("bodies", Value::texts(&bodies))
            .with("hears", Value::list(self.chance.some(&STAKEHOLDERS, 3)))
    }

    /// A sentence that could stand anywhere.
    pub fn remark(&mut self) -> &'static str {
        self.chance.pick(&REMARKS)
    }

    /// One of the years of which it can speak.
    pub fn any_year(&mut self) -> u16 {
        let (first, last) = self.census.lived(self.number);
        self.chance.year(first, last)
    }

    /// A sum of money.
    pub fn euros(&mut self) -> usize {
        self.chance.between(1, 400) * 250
    }

    /// A day of a year.
    pub fn day(&mut self, year: u16) -> PartialDate {
        let small = |number: usize| u8::try_from(number).unwrap_or(1);
        PartialDate::Day(Day {
            year,
            month: small(self.chance.between(1, 12)),
            day: small(self.chance.between(1, 28)),
        })
    }

    /// A month of a year.
    pub fn month(&mut self, year: u16) -> PartialDate {
        PartialDate::Month(year, u8::try_from(self.chance.between(1, 12)).unwrap_or(1))
    }
}

fn waiver() -> Page {
    Page::of("check", "without-source")
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
