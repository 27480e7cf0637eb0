//! Reports over many records: indexes give what the naive questions give, and the cost of a report
//! grows with its records, not with their square.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use apes::calendar::DateRange;
use apes::demo::{Plan, SyntaxChoice};
use apes::language::Language;
use apes::network::{ActorRecord, HomesByLatitude, Network};
use apes::records::TerritoryId;
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{Question, ReportScope, View};
use apes::workspace;

use crate::scale::invented;
use crate::workspace::TODAY;

fn demo(records: usize) -> PathBuf {
    invented(Plan {
        records,
        seed: 3,
        syntax: SyntaxChoice::Toml,
        defects: 0,
    })
}

fn network(root: &Path) -> Network {
    workspace::load(&Folder::at(root), None, Language::French).network
}

#[test]
fn dynamics_inside_a_territory_are_those_of_which_lies_in_is_true() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR"));
    let example = shipped.join("examples/hauts-de-demain");
    for root in [shipped.to_owned(), example, demo(400)] {
        let network = network(&root);
        let mut found = 0;
        let records = network.territories.iter().map(|record| record.id.clone());
        // Codes that no record has are asked for too.
        let codes = ["32", "59", "200093201", "02361"].map(TerritoryId::from);
        for territory in records.chain(codes) {
            let naive: Vec<&str> = network
                .dynamics
                .iter()
                .filter(|dynamic| {
                    let mut places = std::iter::once(&dynamic.home).chain(&dynamic.body.also_in);
                    places.any(|place| network.lies_in(place, &territory))
                })
                .map(|dynamic| dynamic.id.as_str())
                .collect();
            let inside = network.dynamics_inside(&territory);
            let indexed: Vec<&str> = inside.iter().map(|dynamic| dynamic.id.as_str()).collect();
            assert_eq!(indexed, naive, "{territory}");
            found += naive.len();
        }
        assert!(
            found > network.dynamics.len(),
            "{found} in {}",
            root.display()
        );
    }
}

/// The distance in kilometres of an actor from a territory, written anew.
fn distance(network: &Network, actor: &ActorRecord, home: &TerritoryId) -> Option<f64> {
    let place = actor.body.place.as_ref().unwrap_or(&actor.home);
    let own = network.point_of(place);
    let (east, north) = own.or_else(|| network.point_of(&actor.home))?;
    let to = network.point_of(home)?;
    let width = (east - to.0) * north.to_radians().cos();
    Some(111.2 * width.hypot(north - to.1))
}

#[test]
fn the_nearest_territory_is_the_nearest_of_all() {
    let network = network(&demo(600));
    let homes: BTreeSet<&TerritoryId> = network.dynamics.iter().map(|found| &found.home).collect();
    let by_latitude = HomesByLatitude::new(&network, &homes);
    let mut compared = 0;
    for actor in &network.actors {
        let distances = homes
            .iter()
            .filter_map(|home| distance(&network, actor, home));
        let least = distances.min_by(f64::total_cmp);
        let nearest = by_latitude.nearest(actor).map(|(_, distance)| distance);
        let gap = least.zip(nearest).map(|(left, right)| (left - right).abs());
        assert!(
            gap.is_none_or(|gap| gap < 1e-9),
            "{}: {least:?} {nearest:?}",
            actor.id
        );
        assert_eq!(least.is_some(), nearest.is_some(), "{}", actor.id);
        compared += usize::from(gap.is_some());
    }
    assert!(compared > 100, "{compared}");
}

/// Seconds of CPU that this thread has taken.
#[cfg(unix)]
fn seconds() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    let (whole, parts) = (u64::try_from(time.tv_sec), u32::try_from(time.tv_nsec));
    let (whole, parts) = (whole.expect("seconds"), parts.expect("below one second"));
    std::time::Duration::new(whole, parts).as_secs_f64()
}

/// Seconds of CPU that each report takes, in the order of `VIEWS`, over records that are read anew:
/// the first report that needs an index pays for it.
#[cfg(unix)]
fn seconds_by_report(root: &Path) -> Vec<f64> {
    let network = network(root);
    let gather = |view: &View| {
        let region = network.settings.territory.clone();
        let question = Question {
            asked: DateRange::years(2024, 2024),
            dated: true,
            territory: region.filter(|_| view.of == ReportScope::Territory),
            ..Question::on(&network, Language::French, TODAY)
        };
        let start = seconds();
        let facts = (view.gather)(&question);
        assert!(!facts.title.is_empty());
        seconds() - start
    };
    // The map is laid out over the pins of one page, whose number is bounded.
    let views = VIEWS.iter().filter(|view| view.name != "map");
    views.map(gather).collect()
}

#[test]
#[cfg(unix)]
fn four_times_the_records_cost_less_than_seven_times_the_time() {
    let (few, many) = (demo(1_000), demo(4_000));
    let rounds = [0, 1].map(|_| (seconds_by_report(&few), seconds_by_report(&many)));
    let [first, second] = &rounds;
    let views = VIEWS.iter().filter(|view| view.name != "map");
    for (position, view) in views.enumerate() {
        // The lesser of two: a busy machine only ever adds.
        let small = first.0[position].min(second.0[position]);
        let large = first.1[position].min(second.1[position]);
        // Linear would be 4, the square 16; below a hundredth of a second nothing is judged.
        assert!(
            large < 7.0 * small.max(0.01),
            "{}: {small:.3} s for 1,000 records, {large:.3} s for 4,000",
            view.name
        );
    }
}
