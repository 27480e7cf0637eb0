//! The coming deadlines as events of a calendar.

use std::collections::BTreeMap;

use crate::records::{Settings, id_from_name};
use crate::say;
use crate::views::freshness::gathered::{DueFact, FreshnessFacts};
use crate::views::freshness::tables;
use crate::views::parts::{incomplete_line, invented};
use crate::views::view::{Agenda, Event, Question};

/// An event for each deadline that is still to come.
pub fn gather(question: &Question, facts: &FreshnessFacts) -> Agenda {
    let settings = &question.network.settings;
    let network = &settings.name;
    let network_id = network_id(settings);
    let mut occurrences: BTreeMap<String, u32> = BTreeMap::new();
    let mut events = Vec::new();
    for fact in &facts.deadlines {
        let id = event_id(fact);
        let occurrence = occurrences.entry(id.clone()).or_default();
        *occurrence += 1;
        // A calendar keeps one event of each id, so that a second one of the same name is numbered;
        // those that are past count too, or numbers would change as days go by.
        let id = match *occurrence {
            1 => format!("{id}@{network_id}"),
            nth => format!("{id}.{nth}@{network_id}"),
        };
        if fact.coming {
            events.push(event(question, fact, id));
        }
    }
    Agenda {
        name: say!(question.language,
            fr: "{network} · échéances",
            en: "{network} · deadlines"),
        made_on: question.made_on,
        invented: invented(question),
        incomplete: incomplete_line(question),
        events,
    }
}

/// What tells a network from all others, the same from year to year: its actor and its territory.
/// A network without an actor of its own adds its name, since several share a territory.
fn network_id(settings: &Settings) -> String {
    let invented = settings.invented.then(|| "invented".to_owned());
    let own = match &settings.actor {
        Some(actor) => actor.to_string(),
        None => id_from_name(&settings.name),
    };
    let territory = settings.territory.as_ref().map(ToString::to_string);
    let parts = invented.into_iter().chain([own]).chain(territory);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    format!("{}.apes", parts.join("."))
}

/// The id of a deadline, the same in both languages and from one run to the next.
fn event_id(fact: &DueFact) -> String {
    let record = fact.record.replace('/', ".");
    format!("{}.{record}.{}", fact.what, fact.key)
}

fn event(question: &Question, fact: &DueFact, id: String) -> Event {
    let language = question.language;
    let kind = tables::kind(question, fact);
    let (label, name, file) = (&fact.label, &fact.name, &fact.file);
    let role = fact.role.as_ref().map_or_else(
        String::new,
        |role| say!(language, fr: "en charge\u{a0}: {role} · ", en: "in charge: {role} · "),
    );
    let invented = invented(question).map_or_else(String::new, |sentence| format!("{sentence} "));
    let inferred = if fact.inferred {
        question.words(
            "Date déduite par qui a écrit la fiche. ",
            "Date inferred by the writer of the record. ",
        )
    } else {
        String::new()
    };
    Event {
        id,
        day: fact.on,
        summary: say!(language,
            fr: "Dernier jour\u{a0}: {kind} {label} · {name}",
            en: "Last day: {kind} {label} · {name}"),
        description: format!("{invented}{inferred}{role}{file}"),
        category: kind,
    }
}
