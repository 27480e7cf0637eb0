//! The coming deadlines as events of a calendar.

use std::collections::BTreeMap;

use crate::say;
use crate::views::freshness::gathered::{DueFact, FreshnessFacts};
use crate::views::freshness::tables;
use crate::views::parts::invented;
use crate::views::view::{Agenda, Event, Question};

/// An event for each deadline that is still to come.
pub fn gather(question: &Question, facts: &FreshnessFacts) -> Agenda {
    let network = &question.network.settings.name;
    let coming = facts.deadlines.iter().filter(|fact| fact.coming);
    let mut occurrences: BTreeMap<String, u32> = BTreeMap::new();
    let mut events = Vec::new();
    for fact in coming {
        let id = event_id(fact);
        let occurrence = occurrences.entry(id.clone()).or_default();
        *occurrence += 1;
        // A calendar keeps one event of each id, so that a second one of the same name is numbered.
        let id = match *occurrence {
            1 => format!("{id}@apes"),
            nth => format!("{id}.{nth}@apes"),
        };
        events.push(event(question, fact, id));
    }
    Agenda {
        name: say!(question.language,
            fr: "{network} · échéances",
            en: "{network} · deadlines"),
        made_on: question.made_on,
        events,
    }
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
    Event {
        id,
        day: fact.on,
        summary: say!(language,
            fr: "Dernier jour\u{a0}: {kind} {label} · {name}",
            en: "Last day: {kind} {label} · {name}"),
        description: format!("{invented}{role}{file}"),
        category: kind,
    }
}
