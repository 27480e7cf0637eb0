//! What the shipped charter rests on: texts that can be found and dated, or the network itself.

use apes::charter::{CharterSource, Criterion, PrincipleRef};

use super::{criteria, shipped};

/// Whether a text is one of law, whose entry into force is known to the day.
fn is_law(source: &CharterSource) -> bool {
    let title = source.title.as_deref().unwrap_or_default();
    ["Loi ", "Décret ", "Code "]
        .iter()
        .any(|start| title.starts_with(start))
}

#[test]
fn every_criterion_names_a_dated_text_that_can_be_found_or_is_the_networks_own() {
    let network = shipped();
    let mut own = 0;
    for (id, criterion) in criteria(&network.charter) {
        let named = criterion.source.as_deref().expect("a source");
        if named == Criterion::OWN_RULE {
            own += 1;
            continue;
        }
        let source = network.charter.sources.get(named);
        let source = source.unwrap_or_else(|| panic!("{id}: {named} is not in the charter"));
        assert!(source.is_dated(), "{id}: {named} has no date");
        assert!(source.is_findable(), "{id}: {named} cannot be found");
        if is_law(source) {
            assert!(source.url.is_some(), "{id}: {named} has no address");
        }
    }
    assert!(own > 5, "only {own} rules of the network");
}

#[test]
fn only_a_law_gives_a_criterion_its_dates() {
    let network = shipped();
    for (id, criterion) in criteria(&network.charter) {
        let source = criterion.source.as_deref();
        let source = source.and_then(|source| network.charter.sources.get(source));
        let by_law = source.is_some_and(is_law);
        assert!(
            by_law || criterion.from.is_none() && criterion.to.is_none(),
            "{id}: no source says since when"
        );
        assert!(
            !by_law || criterion.from.is_some(),
            "{id}: a law has a date"
        );
    }
}

#[test]
fn dates_of_the_law_are_those_of_its_texts() {
    let network = shipped();
    let in_force = |id: &str| {
        let criterion = &network.charter.criteria[id];
        let dates = [criterion.from, criterion.to];
        dates.map(|date| date.map(|date| date.to_string()).unwrap_or_default())
    };
    // The law of 31 July 2014 came into force on 2 August; PACTE, published on 23 May 2019, on the
    // day after, and gave article 2 its fourth head.
    assert_eq!(in_force("company-without-mention"), ["2014-08-02", ""]);
    assert_eq!(in_force("sustainability-alone"), ["2019-05-24", ""]);
    assert_eq!(
        in_force("sustainability-alone-until-2019"),
        ["2014-08-02", "2019-05-23"]
    );
    assert_eq!(in_force("ptce-of-few-bodies"), ["2015-04-18", ""]);
    assert_eq!(in_force("tzcld-without-committee"), ["2016", "2026-12-31"]);
}

#[test]
fn each_principle_has_criteria_of_its_own() {
    let network = shipped();
    for principle in network.charter.principle_ids() {
        let own = criteria(&network.charter).filter(|(_, criterion)| {
            let served = criterion.principle.as_ref();
            served.is_some_and(|PrincipleRef(name)| name == principle)
        });
        assert!(own.count() >= 2, "{principle}");
    }
}
