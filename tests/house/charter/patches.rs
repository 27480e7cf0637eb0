//! A network that changes its base: words in their order, principles added and struck, reasons.

use apes::language::Language;
use apes::network::Network;
use apes::records::List;
use apes::sources::Folder;
use apes::workspace;

use super::root;
use crate::workspace::{TODAY, ValidatedFolder, copy, with, write};

/// A workspace with these patches of charter and vocabulary, and nothing else.
fn patched(charter: &str, vocabulary: &str) -> std::path::PathBuf {
    with(&[
        (
            "schemas/charter.toml",
            &format!("base = \"apes\"\n{charter}"),
        ),
        (
            "schemas/vocabulary.toml",
            &format!("base = \"apes\"\n{vocabulary}"),
        ),
    ])
}

fn network(folder: &std::path::Path) -> Network {
    workspace::load(&Folder::at(folder), None, Language::English).network
}

fn order(vocabulary: &str, list: List) -> Vec<String> {
    let network = network(&patched("", vocabulary));
    network
        .vocabulary
        .list(list)
        .iter()
        .map(|(id, _)| id.clone())
        .collect()
}

const BECAUSE: &str = "because = { fr = 'une raison', en = 'a reason' }\n";

#[test]
fn words_are_ordered_by_before_and_after() {
    let steps = |more: &str| order(more, List::Stages).join(" ");
    let base = steps("");
    assert!(
        base.starts_with("sensibilisation interconnaissance ") && base.ends_with(" emancipation"),
        "{base}"
    );
    let word = |id: &str, place: &str| format!("[stages.{id}]\nfr = 'X'\nen = 'X'\n{place}\n");
    assert_eq!(steps(&word("essai", "")), format!("{base} essai"));
    let after = steps(&word("essai", "after = 'sensibilisation'"));
    assert!(
        after.starts_with("sensibilisation essai interconnaissance "),
        "{after}"
    );
    let first = steps(&word("essai", "before = 'sensibilisation'"));
    assert_eq!(first, format!("essai {base}"));
    let alike =
        word("un", "after = 'sensibilisation'") + &word("deux", "after = 'sensibilisation'");
    assert!(
        steps(&alike).starts_with("sensibilisation un deux interconnaissance "),
        "{}",
        steps(&alike)
    );
    let chain = word("un", "after = 'sensibilisation'") + &word("deux", "after = 'un'");
    assert!(
        steps(&chain).starts_with("sensibilisation un deux interconnaissance "),
        "{}",
        steps(&chain)
    );
    let later = word("deux", "after = 'un'") + &word("un", "after = 'emancipation'");
    assert!(
        steps(&later).ends_with(" emancipation un deux"),
        "{}",
        steps(&later)
    );
    let moved = word("emancipation", "before = 'sensibilisation'");
    assert!(
        steps(&moved).starts_with("emancipation sensibilisation "),
        "{}",
        steps(&moved)
    );
    let family = "[families.jeunes]\nfr = 'X'\nen = 'X'\nafter = 'ess'\n";
    assert_eq!(order(family, List::Families)[..2], ["ess", "jeunes"]);
}

#[test]
fn inserted_stages_are_checked_in_their_order() {
    let step = "[stages.essai]\nfr = 'Essai'\nen = 'Trial'\nafter = 'sensibilisation'\n";
    let folder = patched("", step);
    let record = "name = 'A'\nkind = 'other'\nsources = [{ title = 'x', year = 2021 }]\n\
        [stages]\nessai = 2021\ninterconnaissance = 2020\n";
    write(&folder, "territories/a/territory.toml", record.as_bytes());
    let output = ValidatedFolder::whole(&folder, Language::English, TODAY);
    assert!(
        output.names().contains(&"stage-out-of-order"),
        "{}",
        output.human()
    );
}

#[test]
fn a_struck_word_needs_a_reason_which_is_shown_where_it_is_used() {
    let bare = ValidatedFolder::whole(
        &patched("", "[struck.themes.mise-en-recit]\n"),
        Language::English,
        TODAY,
    );
    assert!(bare.names().contains(&"missing-key"), "{}", bare.human());
    let folder = patched("", &format!("[struck.themes.mise-en-recit]\n{BECAUSE}"));
    write(
        &folder,
        "territories/a/dynamics/b.toml",
        b"name = 'B'\ntheme = 'mise-en-recit'\nseen = [2021]\n\
          sources = [{ title = 'x', year = 2021 }]\n",
    );
    let output = ValidatedFolder::whole(&folder, Language::English, TODAY);
    assert!(
        output
            .human()
            .contains("this network does not use it: a reason"),
        "{}",
        output.human()
    );
}

#[test]
fn principles_change_without_breaking_examples_of_the_base() {
    let added = "[principles.sobriete]\nfr = 'Sobriété'\nen = 'Sobriety'\n";
    let struck = format!("[struck.lucrativite-limitee]\n{BECAUSE}");
    for patch in [added.to_owned(), struck.clone(), format!("{added}{struck}")] {
        let output = ValidatedFolder::whole(&patched(&patch, ""), Language::English, TODAY);
        assert_eq!(output.names(), Vec::<&str>::new(), "{}", output.human());
    }
    // Criteria of the struck principle are struck with it, unless they were given another.
    let charter = network(&patched(&struck, "")).charter;
    assert!(
        charter.criteria.get("surplus-untold").is_none()
            && charter.struck.get("surplus-untold").is_some()
    );
    let kept = format!("{struck}[amended.reserves-shared]\nprinciple = 'utilite-sociale'\n");
    let folder = patched(&kept, "");
    assert!(
        network(&folder)
            .charter
            .criteria
            .get("reserves-shared")
            .is_some()
    );
    let output = ValidatedFolder::whole(&folder, Language::English, TODAY);
    assert_eq!(output.names(), Vec::<&str>::new(), "{}", output.human());
}

#[test]
fn own_examples_are_evaluated_with_own_principles() {
    let example = "[principles.sobriete]\nfr = 'Sobriété'\nen = 'Sobriety'\n\
        [[amended.charter-not-whole.right]]\nrecord = { kind = 'association', \
        charter = { signed = 2021, evidence = { utilite-sociale = 'a', ancrage-territorial = 'b', \
        gouvernance-democratique = 'c', lucrativite-limitee = 'd' } } }\n";
    let output = ValidatedFolder::whole(&patched(example, ""), Language::English, TODAY);
    assert_eq!(
        output.names(),
        ["example-comes-out-otherwise"],
        "{}",
        output.human()
    );
    let whole = example.replace(
        "lucrativite-limitee = 'd'",
        "lucrativite-limitee = 'd', sobriete = 'e'",
    );
    let output = ValidatedFolder::whole(&patched(&whole, ""), Language::English, TODAY);
    assert_eq!(output.names(), Vec::<&str>::new(), "{}", output.human());
}

#[test]
fn a_struck_word_in_a_criterion_of_the_base_is_reported_with_advice() {
    let folder = patched("", &format!("[struck.forms.ptce]\n{BECAUSE}"));
    let output = ValidatedFolder::whole(&folder, Language::English, TODAY);
    let human = output.human();
    assert!(
        human.contains("[amended.ptce-without-its-parties]")
            && human.contains("`schemas/charter.toml`"),
        "{human}"
    );
    let named = output
        .names()
        .iter()
        .filter(|name| **name == "unknown-name-in-criterion")
        .count();
    assert_eq!(named, 3, "{human}");
    let struck = format!(
        "[struck.ptce-without-its-parties]\n{BECAUSE}\
         [struck.ptce-without-public-or-research]\n{BECAUSE}\
         [struck.ptce-of-few-bodies]\n{BECAUSE}"
    );
    let output = ValidatedFolder::whole(
        &patched(&struck, &format!("[struck.forms.ptce]\n{BECAUSE}")),
        Language::English,
        TODAY,
    );
    assert_eq!(output.names(), Vec::<&str>::new(), "{}", output.human());
}

#[test]
fn an_added_principle_leaves_examples_of_the_base_alone() {
    let sister = copy(&root().join("tests/law/sister"));
    let network = network(&sister);
    assert!(network.charter.principles.get("sobriete").is_some());
    assert!(
        network
            .charter
            .example_base("charter-not-whole", false)
            .is_some()
    );
    let output = ValidatedFolder::whole(&sister, Language::English, TODAY);
    assert!(
        !output.names().contains(&"example-comes-out-otherwise"),
        "{}",
        output.human()
    );
}
