//! Hostile records: they must not crash or hang the program, hide errors, or read other files.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use apes::calendar::DateRange;
use apes::checks::{self, Context};
use apes::diagnostic::Severity;
use apes::language::Language;
use apes::sources::Folder;
use apes::workspace;

use crate::workspace::{TODAY, ValidatedFolder, folder, with};

const TERRITORY: &str = "name = \"Pays\"\nkind = \"pays\"\nsources = [{ title = \"Carnet\" }]\n";

/// Long for a person, far from hanging even in an unoptimised build on a busy machine.
const SOON: Duration = Duration::from_secs(20);

fn network(root: &std::path::Path) -> apes::network::Network {
    workspace::load(&Folder::at(root), None, Language::English).network
}

#[test]
fn a_key_given_twice_among_accents_is_reported_between_whole_characters() {
    let text = "name = \"Tilt\"\nkind = \"cooperative\"\n\
        sources = [{ [title = \"Plaquette du réseau\"r = du résea\"r = du réseau\"r = 2024 }]\n\
        member = { from = 201u\"r = 2024 }]\nmember = { from = 2019 2024 }]\n\
        member =' { from réseau\"r = 2024 }]\nm = 2019 }\n";
    let root = with(&[("territories/t/territory.toml", text)]);
    for language in [Language::French, Language::English] {
        assert!(!ValidatedFolder::of(&root, language).human().is_empty());
    }
}

#[test]
fn territories_made_of_one_another_are_answered_soon() {
    let ids: Vec<String> = (0..12).map(|number| format!("t{number}")).collect();
    let all = ids
        .iter()
        .map(|id| format!("\"{id}\""))
        .collect::<Vec<_>>()
        .join(", ");
    let texts: Vec<(String, String)> = ids
        .iter()
        .map(|id| {
            let body = format!("{TERRITORY}made_of = [{all}]\nwithin = [{all}]\n");
            (format!("territories/{id}/territory.toml"), body)
        })
        .collect();
    let files: Vec<(&str, &str)> = texts
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let network = network(&with(&files));
    let begun = Instant::now();
    for territory in &network.territories {
        assert_eq!(network.point_of(&territory.id), None);
        assert!(network.epci_of(&territory.id).is_empty());
        assert!(network.lies_in(&territory.id, &"t0".into()));
        assert!(!network.lies_in(&territory.id, &"59350".into()));
    }
    assert!(begun.elapsed() < SOON);
    let charter = network.compile_charter(&network.charter, Language::English);
    let mut context = Context::new(&network, &charter, Language::English, TODAY);
    checks::run(&mut context);
    let findings = context.findings;
    assert!(
        findings
            .iter()
            .any(|finding| finding.name == "succession-in-a-circle"),
        "{findings:?}"
    );
}

#[test]
fn a_dynamic_that_is_part_of_itself_is_reported() {
    let dynamic = "name = \"Serpent\"\ntheme = \"impact-social\"\nseen = [2020]\npart_of = \
        \"d\"\nsources = [{ title = \"Carnet\" }]\n";
    let root = with(&[
        ("territories/t/territory.toml", TERRITORY),
        ("territories/t/dynamics/d.toml", dynamic),
    ]);
    assert_eq!(
        ValidatedFolder::of(&root, Language::French).names(),
        ["succession-in-a-circle"]
    );
    assert_eq!(
        network(&root)
            .dynamics_active_in(DateRange::years(2020, 2020))
            .count(),
        0
    );
}

#[test]
fn nothing_makes_a_broken_file_look_whole() {
    let settings = "format = 1\nname = \"x\"\n[checks.unclosed-quote]\nlevel = \"off\"\nbecause = \"x\"\n\
                    [checks.mistyped-value]\nlevel = \"note\"\nbecause = \"x\"\n";
    let root = with(&[
        ("apes.toml", settings),
        ("territories/t/territory.toml", TERRITORY),
        ("territories/t/dynamics/d.toml", "name = \"ouvert\n"),
        (
            "territories/t/dynamics/e.toml",
            "name = [1]\nsources = [{ title = \"Carnet\" }]\n",
        ),
    ]);
    let said = ValidatedFolder::of(&root, Language::French);
    let grave = |name: &str| {
        said.findings
            .iter()
            .any(|finding| finding.name == name && finding.severity == Severity::Error)
    };
    assert!(
        grave("unclosed-quote") && grave("mistyped-value"),
        "{}",
        said.human()
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_is_not_followed() {
    let outside = folder();
    std::fs::write(outside.join("vocabulary.toml"), "SECRET = \"hunter2\"\n")
        .expect("a file outside");
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"x\"\n"),
        ("territories/t/territory.toml", TERRITORY),
    ]);
    std::os::unix::fs::symlink(&outside, root.join("schemas")).expect("a link");
    let said = ValidatedFolder::of(&root, Language::English);
    assert!(said.names().contains(&"unread-file"), "{}", said.human());
    assert!(!said.human().contains("hunter2"));
}

#[test]
fn long_lists_of_slips_are_answered_soon() {
    let mut succeeds = String::from("name = \"Longue\"\nsucceeds = [");
    for number in 0..3_000 {
        write!(succeeds, "\"x{number}\", ").expect("a text");
    }
    succeeds.push_str("]\nsources = [{ title = \"Carnet\" }]\n");
    let seen = format!(
        "name = \"Vue\"\nseen = [{}]\nsources = [{{ title = \"Carnet\" }}]\n",
        "\"x\", ".repeat(500)
    );
    let root = with(&[
        ("territories/t/territory.toml", TERRITORY),
        ("territories/t/dynamics/longue.toml", &succeeds),
        ("territories/t/dynamics/vue.toml", &seen),
    ]);
    let begun = Instant::now();
    let said = ValidatedFolder::of(&root, Language::French);
    assert!(said.findings.len() > 100);
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
}

#[test]
fn a_text_with_an_error_at_each_byte_is_reported_soon() {
    // Found by the fuzzer: texts left open among carriage returns, one error each.
    let returns = |count: usize| "\r".repeat(3 * count);
    let text = format!(
        "name = \"Pays\"\nsources = place, 80{}75558\"\n\n[charter]\nsigned = 2021-06-12\n\n{}{}{}({}300 Albert\"\nwebsite = \"https://example.org\"\nsources = [{{ title = \"Plaquette\", year[{{ title = \"U",
        returns(2_830),
        returns(886),
        "* * *\n".repeat(70),
        returns(1_145),
        returns(138),
    );
    let root = with(&[("territories/t/territory.toml", &text)]);
    let begun = Instant::now();
    let said = ValidatedFolder::of(&root, Language::English);
    assert!(!said.findings.is_empty());
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
}
