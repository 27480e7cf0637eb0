//! `date-in-the-future`: something told as done on a day that has not come yet.

use std::sync::Arc;

use crate::calendar::PartialDate;
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::language::Language;
use crate::network::RecordRef;
use crate::records::{Actor, Call, Citation, LazyRoute, Person, SourceEntry, Stages, YearBlock};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "date-in-the-future", Warning,
        fr: "ce qui est fait, signé, voté ou lu l'a été au plus tard aujourd'hui\u{202f}; seul ce \
            qui est prévu est à venir",
        en: "what is done, signed, voted or read was so today at the latest; only what is planned \
            is still to come"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    for record in network.records() {
        let mut dates = Dates {
            context,
            file: record.file(),
        };
        dates.check_record(record);
    }
    let file: Arc<str> = "territories/sources.toml".into();
    let root = LazyRoute::default();
    for (id, source) in &network.sources {
        let mut dates = Dates {
            context,
            file: &file,
        };
        dates.check_source(root.key(id.as_str()), source);
    }
    for (id, person) in network.people.iter().flat_map(|people| &people.persons) {
        check_person(context, id.as_str(), person);
    }
}

/// The dates of one file.
struct Dates<'c, 'n, 'f> {
    context: &'c mut Context<'n>,
    file: &'f Arc<str>,
}

impl Dates<'_, '_, '_> {
    fn check_record(&mut self, record: RecordRef) {
        let (root, common) = (LazyRoute::default(), record.common());
        self.check_sources(root, &common.sources);
        let calls = root.key("calls");
        for (id, call) in &common.calls {
            self.check_call(calls.key(id), call);
        }
        for (key, block) in &common.years {
            self.check_year(root.key("years").key(key), key, block);
        }
        match record {
            RecordRef::Actor(actor) => self.check_actor(root, &actor.body),
            RecordRef::Territory(territory) => {
                let body = &territory.body;
                self.check_stages(root, &body.stages);
                let agreements = root.key("agreements");
                for (id, agreement) in &body.agreements {
                    let row = agreements.key(id);
                    self.check(row.key("voted"), agreement.voted);
                    self.check_sources(row, &agreement.sources);
                }
                let formed = body.collective.as_ref().and_then(|one| one.formed);
                self.check(root.key("collective").key("formed"), formed);
            }
            RecordRef::Dynamic(dynamic) => self.check_stages(root, &dynamic.body.stages),
            RecordRef::Published(published) => self.check(root.key("at"), published.body.at),
        }
        self.check_observations(record);
    }

    fn check_actor(&mut self, root: LazyRoute, actor: &Actor) {
        let Some(charter) = &actor.charter else {
            return;
        };
        let table = root.key("charter");
        self.check(table.key("signed"), charter.signed);
        for (principle, proofs) in &charter.evidence {
            let evidence = table.key("evidence");
            let list = evidence.key(principle.as_str());
            for (index, proof) in proofs.0.iter().enumerate() {
                self.check(
                    list.item(index).key("year"),
                    proof.year.map(PartialDate::Year),
                );
            }
        }
    }

    fn check_call(&mut self, row: LazyRoute, call: &Call) {
        for (key, date) in [
            ("answered", call.answered),
            ("granted", call.granted),
            ("refused", call.refused),
            ("reported", call.reported),
        ] {
            self.check(row.key(key), date);
        }
        self.check_sources(row, &call.sources);
    }

    fn check_sources(&mut self, table: LazyRoute, sources: &[Citation]) {
        let list = table.key("sources");
        for (index, citation) in sources.iter().enumerate() {
            if let Citation::InPlace(source) = citation {
                self.check_source(list.item(index), source);
            }
        }
    }

    fn check_source(&mut self, table: LazyRoute, source: &SourceEntry) {
        self.check(table.key("year"), source.year.map(PartialDate::Year));
        self.check(table.key("read_on"), source.read_on);
    }

    fn check_stages(&mut self, root: LazyRoute, stages: &Stages) {
        let table = root.key("stages");
        for (stage, reached) in stages {
            for (index, date) in reached.reached.iter().enumerate() {
                let row = table.key(stage.as_str());
                self.check(row.key("reached").item(index), Some(*date));
            }
        }
    }

    /// Checks when obstacles were lifted and when tools were used.
    fn check_observations(&mut self, record: RecordRef) {
        let root = LazyRoute::default();
        let (obstacles, tools) = match record {
            RecordRef::Territory(one) => (&one.body.obstacles, &one.body.tools),
            RecordRef::Dynamic(one) => (&one.body.obstacles, &one.body.tools),
            RecordRef::Actor(_) | RecordRef::Published(_) => return,
        };
        for (index, obstacle) in obstacles.iter().enumerate() {
            self.check(
                root.key("obstacles").item(index).key("lifted"),
                obstacle.lifted,
            );
        }
        for (index, tool) in tools.iter().enumerate() {
            let year = tool.year.map(PartialDate::Year);
            self.check(root.key("tools").item(index).key("year"), year);
        }
    }

    /// Checks the activity of a year: of one that has not come, only plans are known.
    fn check_year(&mut self, row: LazyRoute, key: &str, block: &YearBlock) {
        let first = key.split("..").next().and_then(PartialDate::parse);
        let Some(first) = first.filter(|first| first.year() > self.context.today.year) else {
            return;
        };
        if !tells_facts(block) {
            return;
        }
        let (language, year) = (self.context.language, first.year());
        let place = Place {
            file: self.file.clone(),
            at: At::Key(row.route()),
        };
        let finding = self
            .context
            .find_at(
                &CHECK.rule,
                place,
                say!(language,
                    fr: "l'année {year} est à venir, or la fiche dit ce qui s'y est fait",
                    en: "the year {year} is still to come, but the record tells what was done in \
                        it"),
            )
            .help(say!(language,
                fr: "corriger l'année\u{202f}; ce qui est prévu s'écrit avec `planned` ou `target`",
                en: "correct the year; what is planned is written with `planned` or `target`"));
        self.context.report(finding);
    }

    /// Reports a date if the first day that it may mean has not come yet.
    fn check(&mut self, route: LazyRoute, date: Option<PartialDate>) {
        let today = self.context.today;
        if let Some(date) = date.filter(|date| date.first() > today) {
            let at = Place {
                file: self.file.clone(),
                at: At::Value(route.route()),
            };
            report(self.context, at, date);
        }
    }
}

fn report(context: &mut Context, place: Place, date: PartialDate) {
    let language = context.language;
    let written = date.format(language);
    let sentence = say!(language,
        fr: "cette date est à venir ({written}), or la fiche la donne pour passée",
        en: "this date is still to come ({written}), but the record gives it as past");
    let finding = context
        .find_at(&CHECK.rule, place, sentence)
        .label(say!(language, fr: "date à venir", en: "date to come"))
        .help(say!(language,
            fr: "corriger la date\u{202f}; si c'est prévu, le dire dans `notes` jusqu'à ce que ce \
                soit fait",
            en: "correct the date; if it is planned, say so in `notes` until it is done"));
    context.report(finding);
}

/// Whether the activity of a year tells anything but plans.
fn tells_facts(block: &YearBlock) -> bool {
    let resources = block.resources.values().flat_map(|rows| &rows.0);
    let mut plans = 0;
    for resource in resources {
        if resource.actual.is_some() || resource.hours.is_some() {
            return true;
        }
        plans += usize::from(resource.planned.is_some());
    }
    plans += block
        .results
        .values()
        .filter(|row| row.target.is_some())
        .count();
    let has_results = block.results.values().any(|row| row.value.is_some());
    // A comment beside plans explains them; alone, it is that of the annual report.
    let has_comment = plans == 0 && block.note.get(Language::French).is_some();
    has_results || has_comment || block.actions.len() + block.figures.len() > 0
}

/// Checks the file of a person, which is private: what is wrong in it is reported at the folder's
/// name.
fn check_person(context: &mut Context, id: &str, person: &Person) {
    let (language, today) = (context.language, context.today);
    let consents = person.consent.values();
    let given = consents.flat_map(|consent| [("on", consent.on), ("withdrawn", consent.withdrawn)]);
    let own = [
        ("informed", person.informed),
        ("last_contact", person.last_contact),
    ];
    for (key, date) in own.into_iter().chain(given) {
        if date.is_none_or(|date| date.first() <= today) {
            continue;
        }
        let place = Place {
            file: "apes.toml".into(),
            at: At::Value(route!["people"]),
        };
        let sentence = say!(language,
            fr: "dans la fiche `{id}`, la date `{key}` est à venir",
            en: "in the file `{id}`, the date `{key}` is still to come");
        let finding = context
            .find_at(&CHECK.rule, place, sentence)
            .label(say!(language, fr: "dans ce dossier", en: "in this folder"))
            .help(say!(language,
                fr: "ouvrir cette fiche et corriger la date",
                en: "open this file and correct the date"));
        context.report(finding);
    }
}
