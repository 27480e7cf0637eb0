//! Whatever records say, it is shown as text: nothing of it is obeyed by the browser, with a
//! browser or by reading.

use std::path::PathBuf;

use super::chromium::Browser;
use super::{EXAMPLE, SHIPPED, page};
use crate::workspace::with;

/// Ends of elements, attributes and strings, entities, directions of writing, what a script or a
/// formula would be.
const EVIL: &str = "</script><script>window.caught=1</script><img src=x \
    onerror=window.caught=1>\\\"'--><!--<script>{{ 7*7 \
    }}${7*7}\u{202e}gnorw\u{2028}\\u2066&lt;b&gt;";

fn hostile() -> PathBuf {
    let said = EVIL.replace('\\', "\\\\").replace('"', "\\\"");
    let territory = format!("name = \"{said}\"\nkind = \"epci\"\ncode = \"200093201\"\n");
    let dynamic = format!(
        "name = \"{said}\"\ntheme = \"impact-social\"\nfrom = 2020\nsummary = \"{said}\"\n\
         aliases = [\"{said}\"]\nsources = [{{ title = \"{said}\", url = \"javascript:window.caught=1\" }}]\n\
         [partners]\na = {{ name = \"{said}\", role = \"porteur\" }}\n[purpose]\nneeds = [\"{said}\"]\nsolution = \"{said}\"\n"
    );
    let settings = format!(
        "format = 1\nname = \"{said}\"\nattribution = \"{said}\"\nlicence = \"{said}\"\ninvented = \
            true\n"
    );
    with(&[
        ("apes.toml", &settings),
        ("territories/t/territory.toml", &territory),
        ("territories/t/dynamics/d.toml", &dynamic),
        (
            "territories/u/territory.toml",
            "name = \"U\"\nkind = \"epci\"\ncode = \"246200364\"\n",
        ),
        ("territories/u/dynamics/e.toml", &dynamic),
    ])
}

#[test]
fn nothing_that_records_say_is_obeyed() {
    let file = page(&hostile(), &[]);
    let text = std::fs::read_to_string(&file).expect("the page");
    assert_eq!(
        text.matches("<script").count(),
        2,
        "the facts and the script"
    );
    assert_eq!(text.matches("</script").count(), 2);
    assert!(!text.contains("<img") && !text.contains("<!--"));
    assert!(!text.contains('\u{202e}') && !text.contains('\u{2028}'));
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&file, "");
    assert_eq!(
        browser.count("document.querySelectorAll('#rows tr').length"),
        2
    );
    browser.click("[data-record]");
    assert!(
        browser
            .text("document.getElementById('record-name').textContent")
            .contains("</script><script>window.caught=1")
    );
    assert_eq!(
        browser.eval("window.caught ?? null"),
        serde_json::Value::Null
    );
    assert_eq!(
        browser.count("document.querySelectorAll('img, a[href^=javascript]').length"),
        0
    );
    browser.click("[data-language=en]");
    assert_eq!(browser.troubles(), Vec::<String>::new());
}

#[test]
fn pages_are_small_closed_and_the_same_every_time() {
    for file in [&*EXAMPLE, &*SHIPPED] {
        let text = std::fs::read_to_string(file).expect("the page");
        assert!(text.len() <= 300_000, "{} bytes", text.len());
        for word in [
            "<link",
            "<img",
            "<iframe",
            "@import",
            "url(http",
            "src=",
            "eval(",
            "innerHTML",
            "fetch(",
            "unsafe",
        ] {
            assert!(!text.contains(word), "{word}");
        }
        assert!(text.contains("content=\"default-src 'none'; style-src 'sha256-"));
    }
    let again = page(&crate::golden::at_root("examples/hauts-de-demain"), &[]);
    assert!(std::fs::read(again).expect("the page") == std::fs::read(&*EXAMPLE).expect("the page"));
}

#[test]
fn odd_workspaces_have_a_page() {
    let blank = with(&[("apes.toml", "format = 1\nname = \"Rien\"\n")]);
    let ancient = with(&[
        (
            "territories/t/territory.toml",
            "name = \"T\"\nkind = \"epci\"\ncode = \"200093201\"\n",
        ),
        (
            "territories/t/dynamics/d.toml",
            "name = \"D\"\ntheme = \"impact-social\"\nfrom = 1000\n",
        ),
        (
            "territories/t/dynamics/e.toml",
            "name = \"E\"\ntheme = \"impact-social\"\nfrom = 2040\n",
        ),
        (
            "territories/t/dynamics/f.toml",
            "name = \"F\"\ntheme = \"nowhere\"\nfrom = 2010\n",
        ),
    ]);
    let few = page(
        &ancient,
        &["--years", "2019..2020", "--theme", "impact-social"],
    );
    let [blank, ancient] = [blank, ancient].map(|root| page(&root, &[]));
    let Some(mut browser) = Browser::open() else {
        return;
    };
    for (file, rows, years) in [(blank, 0, 1), (ancient, 1, 50), (few, 1, 2)] {
        browser.load(&file, "");
        assert_eq!(
            browser.count("document.querySelectorAll('#rows tr').length"),
            rows
        );
        assert_eq!(browser.count("years"), years);
        assert_eq!(browser.troubles(), Vec::<String>::new());
    }
}
