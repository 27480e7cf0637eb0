//! The days to come, for a calendar.

use std::collections::BTreeMap;

use crate::say;
use crate::views::view::{Agenda, Event, Question};

use crate::views::freshness::gathered::{DueFact, FreshnessFacts};
use crate::views::freshness::tables::what;

/// Every day of the report that is still to come.
pub fn gather(question: &Question, facts: &FreshnessFacts) -> Agenda {
    let network = &question.network.settings.name;
    let mut met: BTreeMap<String, u32> = BTreeMap::new();
    let mut event = |fact: &DueFact| {
        let id = format!(
            "{}.{}.{}",
            fact.what,
            fact.record.replace('/', "."),
            fact.key
        );
        let times = met
            .entry(id.clone())
            .and_modify(|times| *times += 1)
            .or_insert(1);
        let id = if *times > 1 {
            format!("{id}.{times}@apes")
        } else {
            format!("{id}@apes")
        };
        told(question, fact, id)
    };
    Agenda {
        name: say!(question.language, fr: "{network} · échéances", en: "{network} · last days"),
        made_on: question.made_on,
        events: facts
            .deadlines
            .iter()
            .filter(|fact| fact.coming)
            .map(&mut event)
            .collect(),
    }
}

fn told(question: &Question, fact: &DueFact, id: String) -> Event {
    let language = question.language;
    let what = what(question, fact);
    let (label, name, file) = (&fact.label, &fact.name, &fact.file);
    let role = fact
        .role
        .as_ref()
        .map(|role| say!(language, fr: "en charge\u{a0}: {role} · ", en: "in charge: {role} · "));
    let invented = crate::views::parts::invented(question)
        .map(|sentence| format!("{sentence} "))
        .unwrap_or_default();
    Event {
        id,
        day: fact.on,
        summary: say!(language, fr: "Dernier jour\u{a0}: {what} {label} · {name}", en: "Last day: \
            {what} {label} · {name}"),
        description: format!("{invented}{}{file}", role.unwrap_or_default()),
        category: what,
    }
}
