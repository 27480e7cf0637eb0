//! Every verb and every report says that records are missing.

use apes::views::VIEWS;

use crate::incomplete::{BROKEN, apes, broken, code, sound, text};
use crate::workspace::write;

#[test]
fn every_verb_and_report_says_that_records_are_missing() {
    let (sound, broken) = (sound(), broken());
    let prose = "Elles sont <!-- apes: dynamics at=2024 -->3<!-- /apes -->.\n";
    for root in [&sound, &broken] {
        write(root, "prose.md", prose.as_bytes());
    }
    let mut asked: Vec<Vec<&str>> = VIEWS
        .iter()
        .map(|view| vec!["report", view.name, "--territory", "t"])
        .collect();
    asked.extend(["territories", "actors", "dynamics", "published"].map(|kind| vec!["list", kind]));
    asked.extend([
        vec!["show", "d"],
        vec!["show", "actor/tilt", "--sources"],
        vec!["charter"],
        vec!["charter", "test"],
        vec!["charter", "try", "--require", "seen-recently", "true"],
        vec!["reconcile", "2024"],
    ]);
    for words in &asked {
        let whole = apes(&sound, words);
        if code(&whole) == 2 {
            continue;
        }
        assert_eq!(code(&whole), 0, "{words:?}: {}", text(&whole.stderr));
        assert!(!text(&whole.stdout).contains("Incomplete"), "{words:?}");
        let partial = apes(&broken, words);
        let said = text(&partial.stderr);
        assert_eq!(code(&partial), 1, "{words:?}: {said}");
        assert!(said.contains(BROKEN.0), "{words:?}: {said}");
        let answer = text(&partial.stdout).replace('\n', " ");
        assert!(answer.contains("Incomplete"), "{words:?}: {answer}");
        let accepted = apes(&broken, &[&words[..], &["--incomplete"]].concat());
        assert_eq!(code(&accepted), 0, "{words:?}");
    }
    let prose = apes(&broken, &["reconcile", "--prose", "prose.md"]);
    assert_eq!(code(&prose), 1);
    assert!(text(&prose.stderr).contains(BROKEN.0));
}
