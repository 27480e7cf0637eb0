//! The page is for everybody: narrow, enlarged, in the dark, by ear; `axe-core` finds nothing
//! against it.

use std::io::Write as _;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::chromium::Browser;
use super::{EXAMPLE, SHIPPED};

/// Views in which every rule must hold.
const VIEWS: [&str; 3] = [
    "#year=2024",
    "#year=2024&theme=richesses-humaines&search=a&dynamic=clauses-en-clair",
    "#year=2012..2026&search=nothing-of-this",
];

/// The text of axe-core; none where it was not fetched, which is said, unless `APES_AXE` names it.
pub fn axe() -> Option<String> {
    let Some(path) = std::env::var_os("APES_AXE") else {
        let required = std::env::var_os("APES_BROWSER").is_some_and(|value| value == "required");
        assert!(
            !required,
            "APES_BROWSER=required, and APES_AXE names no axe.min.js"
        );
        writeln!(
            std::io::stderr(),
            "skipped: APES_AXE names no axe.min.js to judge the page with"
        )
        .expect("standard error");
        return None;
    };
    Some(std::fs::read_to_string(PathBuf::from(path)).expect("axe-core"))
}

#[test]
fn axe_finds_nothing() {
    let Some(axe) = axe() else { return };
    let Some(mut browser) = Browser::open() else {
        return;
    };
    for (page, views) in [(&*EXAMPLE, &VIEWS[..]), (&*SHIPPED, &["#year=2020"])] {
        for scheme in ["light", "dark"] {
            browser.scheme(scheme);
            for language in ["fr", "en"] {
                for view in views {
                    judge(
                        &mut browser,
                        page,
                        &format!("{view}&lang={language}"),
                        &axe,
                        scheme,
                    );
                }
            }
        }
        browser.size(320, 800);
        judge(&mut browser, page, "#year=2024", &axe, "narrow");
        browser.size(1280, 900);
    }
}

pub fn judge(browser: &mut Browser, page: &std::path::Path, view: &str, axe: &str, scheme: &str) {
    browser.load(page, view);
    browser.eval(axe);
    let run = "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
        .then(({ violations, passes }) => ({ passes: passes.length, violations: violations.map((one) =>
            `${one.id}: ${one.help}: ${one.nodes.map((node) => node.target + ' ' + node.html + ' ' + node.failureSummary).join(' | ')}`) }))";
    let found = browser.eval(run);
    assert_eq!(
        found["violations"],
        json!([]),
        "{scheme} {view} {}",
        page.display()
    );
    assert!(found["passes"].as_u64() > Some(20), "{found}");
}

#[test]
fn nothing_scrolls_sideways_however_narrow() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    for (width, page) in [
        (320, &*EXAMPLE),
        (320, &*SHIPPED),
        (640, &*EXAMPLE),
        (900, &*EXAMPLE),
        (1280, &*EXAMPLE),
    ] {
        browser.size(width, 800);
        for view in VIEWS.into_iter().chain(["#lang=en&year=2020"]) {
            browser.load(page, view);
            let wide = browser.count("document.documentElement.scrollWidth");
            assert!(wide <= u64::from(width), "{wide} at {width}, {view}");
        }
    }
}

#[test]
fn what_can_be_pressed_is_large_enough() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    for width in [320, 1280] {
        browser.size(width, 900);
        browser.load(&EXAMPLE, VIEWS[1]);
        let small = "[...document.querySelectorAll('button, input, #record a')].filter((one) => one.checkVisibility())
            .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24; })
            .map((one) => one.outerHTML)";
        assert_eq!(browser.eval(small), json!([]));
    }
    let small = "[...document.querySelectorAll('.target')].filter((one) => {
        const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24; }).length";
    for page in [&*EXAMPLE, &*SHIPPED] {
        browser.load(page, "#year=2024");
        let years =
            "periods.reduce((sum, one, place) => { state.period = place; refresh(); return sum + ";
        assert_eq!(
            browser.count(&format!("{years}{small}; }}, 0)")),
            0,
            "symbols too, as wide as a desk's screen"
        );
    }
    browser.size(320, 900);
    browser.load(&EXAMPLE, "#year=2024");
    (0..4).for_each(|_| browser.click("#larger"));
    assert_eq!(
        browser.count(small),
        0,
        "on a telephone at the latest when they are enlarged"
    );
    let listed = "[...document.querySelectorAll('#rows button')].every((one) => \
        one.getBoundingClientRect().height >= 24)";
    assert_eq!(browser.eval(listed), true, "and the list has them all");
}

#[test]
fn focus_is_seen_and_motion_can_be_spared() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&EXAMPLE, "#year=2024");
    for selector in [
        "#search",
        "#marks .mark",
        "#theme-list button",
        "[data-column=name]",
    ] {
        browser.tab_to(selector);
        let seen = "(() => { const one = document.activeElement; const own = getComputedStyle(one);
            const ring = one.querySelector('.target') && getComputedStyle(one.querySelector('.target'));
            return ring ? ring.strokeWidth === '4px' : own.outlineStyle === 'solid' && parseFloat(own.outlineWidth) >= 2; })()";
        assert_eq!(browser.eval(seen), true, "{selector}");
    }
    browser.call(
        "Emulation.setEmulatedMedia",
        &json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] }),
    );
    assert_eq!(
        browser.text("getComputedStyle(document.querySelector('.mark')).transitionDuration"),
        "0s"
    );
}

#[test]
fn without_script_there_is_the_plain_list() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        &json!({ "value": true }),
    );
    browser.load(&EXAMPLE, "");
    let tree = browser
        .call("Accessibility.getFullAXTree", &json!({}))
        .to_string();
    assert!(tree.contains("Clauses en clair") && tree.contains("Cœur de Flandre"));
}

/// Takes pictures to be looked at: `cargo test pages_as_pictures -- --ignored --nocapture` says
/// where.
#[test]
#[ignore = "writes pictures for people to look at"]
fn pages_as_pictures() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).expect("a folder");
    let Some(mut browser) = Browser::open() else {
        return;
    };
    let views = [
        ("desktop", 1280, "light", "#year=2024"),
        (
            "filtered",
            1280,
            "light",
            "#lang=en&year=2024&theme=cooperations-economiques,transition-ecologique&dynamic=les-pieds-bleus",
        ),
        ("dark", 1280, "dark", "#year=2024"),
        ("narrow", 320, "light", "#year=2024"),
        (
            "narrow-record",
            320,
            "dark",
            "#year=2024&dynamic=clauses-en-clair",
        ),
        ("tablet", 800, "light", "#year=2020"),
    ];
    for (name, width, scheme, view) in views {
        browser.size(width, 900);
        browser.scheme(scheme);
        browser.load(&EXAMPLE, view);
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": 1500.max(width), "scale": 1 });
        let shot = browser.call(
            "Page.captureScreenshot",
            &json!({ "captureBeyondViewport": true, "clip": clip }),
        );
        write(&folder, &format!("{name}.png"), &shot["data"]);
    }
    browser.scheme("dark");
    browser.load(&EXAMPLE, "#year=2024");
    let printed = browser.call(
        "Page.printToPDF",
        &json!({ "preferCSSPageSize": true, "printBackground": true }),
    );
    write(&folder, "print.pdf", &printed["data"]);
    println!("{}", folder.display());
}

fn write(folder: &std::path::Path, name: &str, data: &serde_json::Value) {
    let bytes = STANDARD
        .decode(data.as_str().expect("a picture"))
        .expect("base64");
    std::fs::write(folder.join(name), bytes).expect("a file that can be written");
}
