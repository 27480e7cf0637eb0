//! Figures against the records: counted on every day of the year on which a count may turn.

use apes::calendar::{DateRange, PartialDate};
use apes::network::counting::daily_counts::{Comparison, DailyCounts, compare};
use apes::network::counting::figures::FIGURES;
use apes::network::{ActorRecord, DynamicRecord, Network, RawRecords, TerritoryRecord};
use apes::records::{
    ActorCharter, Agreement, Figure, Membership, OneOrMany, Precision, ThemeId, Vocabulary, Word,
};

fn when(text: &str) -> Option<PartialDate> {
    if text.is_empty() {
        None
    } else {
        Some(PartialDate::parse(text).expect("a date"))
    }
}

fn dynamic(id: &str, from: &str, to: &str) -> DynamicRecord {
    let mut record = DynamicRecord {
        id: id.into(),
        intact: true,
        ..DynamicRecord::default()
    };
    record.body.theme = Some("production-locale".into());
    (record.body.from, record.body.to) = (when(from), when(to));
    record
}

fn member(id: &str, from: &str, to: &str) -> ActorRecord {
    let mut record = ActorRecord {
        id: id.into(),
        intact: true,
        ..ActorRecord::default()
    };
    let row = Membership {
        from: when(from),
        to: when(to),
        ..Membership::default()
    };
    record.body.member = OneOrMany(vec![row]);
    record
}

/// What the records give for a figure at a date, beside what was published.
fn compared(
    network: &Network,
    figure: &str,
    at: &str,
    published: f64,
    is: Precision,
) -> Comparison {
    let countable = FIGURES
        .iter()
        .find(|countable| countable.id == figure)
        .expect("a countable figure");
    let figure = Figure {
        value: published,
        is,
        ..Figure::default()
    };
    compare(
        &figure,
        DateRange::from(when(at).expect("a date")),
        Some(&DailyCounts::of(network, countable)),
    )
}

fn recorded(network: &Network, figure: &str, at: &str) -> (u64, u64) {
    compared(network, figure, at, 0.0, Precision::Exact).recorded
}

#[test]
fn a_count_turns_on_the_day_after_an_end_and_on_the_day_of_a_beginning() {
    let dynamics = vec![
        dynamic("a", "2018", "2020-06-30"),
        dynamic("b", "2020-07-01", ""),
        dynamic("c", "2020-03", "2020-03"),
        dynamic("d", "2021", ""),
    ];
    let network = Network::link(RawRecords {
        dynamics,
        ..RawRecords::default()
    });
    assert_eq!(
        recorded(&network, "dynamics", "2020"),
        (1, 2),
        "March has two, every other month one"
    );
    assert_eq!(recorded(&network, "dynamics", "2020-03"), (2, 2));
    assert_eq!(recorded(&network, "dynamics", "2020-06-30"), (1, 1));
    assert_eq!(recorded(&network, "dynamics", "2019"), (1, 1));
    assert_eq!(recorded(&network, "dynamics", "2017"), (0, 0));
    assert_eq!(recorded(&network, "dynamics", "2021"), (2, 2));
}

#[test]
fn a_day_without_any_is_found_between_two_members() {
    let actors = vec![
        member("a", "2018", "2020-05-31"),
        member("b", "2020-06-02", ""),
    ];
    let network = Network::link(RawRecords {
        actors,
        ..RawRecords::default()
    });
    assert_eq!(
        recorded(&network, "members", "2020"),
        (0, 1),
        "nobody is a member on 1 June"
    );
}

#[test]
fn signatures_agreements_and_partnerships_turn_counts_too() {
    let mut signed = member("a", "2018", "");
    signed.body.charter = Some(ActorCharter {
        signed: when("2020-05-04"),
        ..ActorCharter::default()
    });
    signed.body.kind = "commune".into();
    let mut territory = TerritoryRecord {
        id: "t".into(),
        intact: true,
        ..TerritoryRecord::default()
    };
    let agreement = Agreement {
        with: Some("a".into()),
        from: when("2020-03"),
        to: when("2020-04"),
        ..Agreement::default()
    };
    territory.body.agreements = [("one".to_owned(), agreement)].into_iter().collect();
    let vocabulary: Vocabulary = serde_json::from_value(serde_json::json!({
        "actor_kinds": { "commune": { "fr": "Commune", "en": "Commune", "family": "collectivite" } }
    }))
    .expect("a vocabulary");
    let network = Network::link(RawRecords {
        vocabulary: vocabulary.into(),
        actors: vec![signed],
        territories: vec![territory],
        ..RawRecords::default()
    });
    assert_eq!(recorded(&network, "signatories", "2020"), (0, 1));
    assert_eq!(
        recorded(&network, "authorities", "2020"),
        (0, 1),
        "bound in March and April only"
    );
    assert_eq!(recorded(&network, "authorities", "2020-04"), (1, 1));
}

#[test]
fn a_theme_is_counted_by_itself() {
    let mut other = dynamic("b", "2020", "");
    other.body.theme = Some("impact-social".into());
    other.body.network_role = Some(Word::from("appui"));
    let dynamics = vec![dynamic("a", "2019", ""), other];
    let network = Network::link(RawRecords {
        dynamics,
        ..RawRecords::default()
    });
    let themes = DailyCounts::by_theme(&network);
    let in_2019 = |theme: &str| {
        themes[&ThemeId::from(theme)].lowest_and_highest(DateRange::years(2019, 2019))
    };
    assert_eq!(in_2019("production-locale"), (1, 1));
    assert_eq!(in_2019("impact-social"), (0, 0));
    let figure = Figure {
        value: 1.0,
        ..Figure::default()
    };
    assert!(
        compare(&figure, DateRange::years(2019, 2019), None).is_below(),
        "a theme that no record has"
    );
}

#[test]
fn one_that_is_there_twice_over_counts_once() {
    let mut twice = member("a", "2018", "2021");
    let again = Membership {
        from: when("2020"),
        to: when("2023"),
        ..Membership::default()
    };
    let backwards = Membership {
        from: when("2020"),
        to: when("2012"),
        ..Membership::default()
    };
    twice.body.member.0.extend([again, backwards]);
    let network = Network::link(RawRecords {
        actors: vec![twice],
        ..RawRecords::default()
    });
    assert_eq!(recorded(&network, "members", "2020"), (1, 1));
    assert_eq!(recorded(&network, "members", "2023"), (1, 1));
    assert_eq!(recorded(&network, "members", "2015"), (0, 0));
}

#[test]
fn what_was_published_is_held_to_its_precision() {
    let dynamics = vec![dynamic("a", "2019", ""), dynamic("b", "2020-09", "")];
    let network = Network::link(RawRecords {
        dynamics,
        ..RawRecords::default()
    });
    for (published, is, above, below) in [
        (0.0, Precision::Exact, true, false),
        (1.0, Precision::Exact, false, false),
        (2.0, Precision::Exact, false, false),
        (3.0, Precision::Exact, false, true),
        (0.0, Precision::AtLeast, false, false),
        (3.0, Precision::AtLeast, false, true),
        (0.0, Precision::AtMost, true, false),
        (3.0, Precision::AtMost, false, false),
        (0.0, Precision::About, false, false),
        (9.0, Precision::About, false, false),
    ] {
        let comparison = compared(&network, "dynamics", "2020", published, is);
        assert_eq!(comparison.recorded, (1, 2));
        assert_eq!(
            (comparison.is_above(), comparison.is_below()),
            (above, below),
            "{published} {is:?}"
        );
    }
}
