//! People use the page: they filter, turn the years, search, sort, open records, share what they
//! see.

use super::chromium::Browser;
use super::{EXAMPLE, SHIPPED, page};
use crate::golden::at_root;

const ROWS: &str = "document.querySelectorAll('#rows tr').length";
const MARKS: &str = "document.querySelectorAll('#marks .mark:not(.faded)').length";
const HASH: &str = "location.hash";
const FOCUS: &str = "document.activeElement.id || document.activeElement.textContent";

/// The counts beside the themes.
fn counts(browser: &mut Browser) -> Vec<u64> {
    let read = "[...document.querySelectorAll('#theme-list .choice-count')].map((one) => \
        parseInt(one.textContent))";
    let counts = browser.eval(read);
    counts
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(serde_json::Value::as_u64)
        .collect()
}

#[test]
fn it_opens_from_disk_and_asks_nobody_for_anything() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&EXAMPLE, "#year=2024");
    assert_eq!(browser.count(ROWS), 48);
    assert_eq!(counts(&mut browser), [6, 3, 21, 2, 2, 6, 3, 2, 3]);
    let full = "document.querySelectorAll('#marks use[href^=\"#apes-full\"]').length";
    assert_eq!(browser.count(full), 48, "each counted once");
    browser.click("#theme-list li:nth-child(3) button");
    browser.click("#marks .mark:not(.faded)");
    browser.click("#earlier");
    browser.click("#larger");
    browser.click("[data-language=en]");
    browser.click("[data-column=period]");
    browser.click("#share");
    assert_eq!(browser.troubles(), Vec::<String>::new());
    browser.load(&SHIPPED, "");
    assert_eq!(browser.troubles(), Vec::<String>::new());
}

#[test]
fn the_mouse_filters_by_theme_and_stage() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&EXAMPLE, "#year=2024");
    browser.click("[data-id=transition-ecologique]");
    assert_eq!(browser.count(ROWS), 6);
    assert_eq!(
        browser.text("document.querySelector('[data-id=transition-ecologique]').ariaPressed"),
        "true"
    );
    browser.click("[data-id=cooperations-economiques]");
    assert_eq!(browser.count(ROWS), 27);
    browser.click("[data-id=consolidation]");
    let consolidated = browser.count(ROWS);
    assert!((1..27).contains(&consolidated), "{consolidated}");
    assert!(
        browser
            .text("document.getElementById('status').textContent")
            .starts_with("2024\u{a0}: ")
    );
    let cells = "[...document.querySelectorAll('#rows td[data-heading=Étape]')].every((cell) => \
        cell.textContent.startsWith('Consolidation'))";
    assert_eq!(browser.eval(cells), true);
    browser.click("#all");
    assert_eq!(browser.count(ROWS), 48);
    assert_eq!(browser.text(HASH), "#year=2024");
}

#[test]
#[expect(clippy::too_many_lines, reason = "one visit, step by step")]
fn the_keyboard_does_all_that_the_mouse_does() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&EXAMPLE, "#year=2024");
    browser.press("Tab");
    assert_eq!(browser.text("document.activeElement.className"), "skip");
    browser.tab_to("#year");
    browser.press("ArrowLeft");
    assert_eq!(
        browser.text("document.getElementById('period').textContent"),
        "2023"
    );
    assert_eq!(browser.text("document.activeElement.ariaValueText"), "2023");
    browser.press("ArrowRight");
    browser.tab_to("#marks .mark");
    let first = browser.text(FOCUS);
    for arrow in ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"] {
        browser.press(arrow);
        assert_eq!(
            browser.eval("document.activeElement.matches('#marks .mark')"),
            true,
            "{arrow}"
        );
    }
    browser.press("ArrowDown");
    let reached = browser.text(FOCUS);
    assert_ne!(first, reached);
    browser.press("Enter");
    assert_eq!(
        browser.text(FOCUS),
        "record-name",
        "the panel takes the focus"
    );
    assert!(browser.text(HASH).contains("dynamic="));
    browser.press("Escape");
    assert_eq!(
        browser.eval("document.getElementById('record').hidden"),
        true
    );
    assert_eq!(browser.text(FOCUS), reached, "and gives it back");
    browser.tab_to("[data-id=impact-social]");
    browser.press(" ");
    assert_eq!(browser.count(ROWS), 2);
    assert_eq!(browser.count(MARKS), 2);
    browser.press("Enter");
    assert_eq!(browser.count(ROWS), 48);
    browser.tab_to("#rows button");
    browser.press("Enter");
    browser.tab_to("#close");
    browser.press("Enter");
    assert_eq!(
        browser.eval("document.activeElement.matches('#rows button')"),
        true
    );
    assert_eq!(browser.troubles(), Vec::<String>::new());
}

#[test]
fn the_slider_turns_one_map_into_another() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&EXAMPLE, "");
    assert_eq!(
        browser.text("document.getElementById('period').textContent"),
        "2026"
    );
    let years = [
        ("2019", [2, 1, 19, 0, 0, 5, 1, 1, 2]),
        ("2020", [4, 1, 21, 0, 0, 4, 1, 1, 2]),
        ("2021", [6, 2, 20, 0, 0, 5, 2, 2, 1]),
        ("2024", [6, 3, 21, 2, 2, 6, 3, 2, 3]),
    ];
    for (year, themes) in years {
        let place = browser.eval(&format!(
            "periods.findIndex((one) => one.name === '{year}')"
        ));
        browser.eval(&format!(
            "(() => {{ const slider = document.getElementById('year'); slider.value = {place}; \
                slider.dispatchEvent(new Event('input')); }})()"
        ));
        assert_eq!(
            browser.text("document.getElementById('period').textContent"),
            year
        );
        assert_eq!(counts(&mut browser), themes);
        assert_eq!(browser.count(ROWS), themes.iter().sum::<u64>());
        assert!(
            browser
                .text("document.getElementById('map-description').textContent")
                .contains("territoires")
        );
    }
    browser.click("#whole");
    assert_eq!(
        browser.text("document.getElementById('period').textContent"),
        "2012–2026"
    );
    assert_eq!(browser.count(ROWS), 66);
    browser.load(&SHIPPED, "#year=2020");
    assert_eq!(counts(&mut browser), [6, 3, 21, 2, 2, 6, 3, 2, 3]);
    assert_eq!(browser.count(ROWS), 2);
    assert!(
        browser
            .text("document.getElementById('tray').textContent")
            .contains("46 connues par leur nombre seul")
    );
}

#[test]
fn no_symbol_covers_another_in_any_year() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    for page in [&*EXAMPLE, &*SHIPPED] {
        browser.load(page, "");
        let overlaps = "periods.flatMap((one, place) => { state.period = place; refresh();
            const boxes = [...document.querySelectorAll('#marks use')].map((used) => used.getBoundingClientRect());
            return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) =>
              a.left < b.right - 2.5 && b.left < a.right - 2.5 && a.top < b.bottom - 2.5 && b.top < a.bottom - 2.5)
              .map(() => one.name)); })";
        assert_eq!(browser.eval(overlaps), serde_json::json!([]));
    }
}

#[test]
fn search_finds_names_places_and_partners_whatever_the_accents() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&EXAMPLE, "#year=2024");
    browser.click("#search");
    browser.type_in("bethune");
    let found = browser.count(ROWS);
    assert!((1..10).contains(&found), "{found}");
    assert!(
        browser
            .text("document.getElementById('rows').textContent")
            .contains("Béthune-Bruay")
    );
    assert_eq!(browser.text(HASH), "#year=2024&search=bethune");
    browser.type_in("xyz");
    assert_eq!(browser.count(ROWS), 0);
    assert_eq!(
        browser.eval("document.getElementById('none').hidden"),
        false
    );
}

#[test]
fn columns_sort_both_ways() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&EXAMPLE, "#year=2024");
    let first = "document.querySelector('#rows tr').cells[2].textContent";
    let sorted = "document.querySelector('[data-column=territory]').parentElement.ariaSort";
    browser.click("[data-column=territory]");
    assert_eq!(
        (browser.text(sorted), browser.text(first)),
        ("ascending".into(), "Amiens Métropole".into())
    );
    browser.click("[data-column=territory]");
    assert_eq!(browser.text(sorted), "descending");
    assert!(browser.text(first).starts_with("Valenciennes"));
    assert_eq!(
        browser.count("document.querySelectorAll('th[aria-sort]').length"),
        1
    );
}

#[test]
fn the_panel_tells_what_the_record_says() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&EXAMPLE, "#year=2024");
    browser.click("[data-record]");
    browser.load(&EXAMPLE, "#year=2024&dynamic=clauses-en-clair");
    assert_eq!(
        browser.text("document.getElementById('record-name').textContent"),
        "Clauses en clair"
    );
    let told = browser.text("document.getElementById('record-body').innerText");
    for words in [
        "Commande publique responsable",
        "Métropole européenne de Lille",
        "2024–",
        "Interconnaissance 2021",
        "Cercle des acheteurs publics (Porteur)",
        "Bilan 2024",
    ] {
        assert!(told.contains(words), "{words} in {told}");
    }
    browser.click("[data-language=en]");
    let told = browser.text("document.getElementById('record-body').innerText");
    assert!(
        told.contains("Cercle des acheteurs publics (Lead)") && told.contains("local plumber"),
        "{told}"
    );
}

#[test]
fn an_address_brings_back_what_was_seen() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&EXAMPLE, "");
    browser.click("[data-language=en]");
    browser.click("#earlier");
    browser.click("#earlier");
    browser.click("[data-id=richesses-humaines]");
    browser.click("[data-column=period]");
    browser.click("#marks .mark:not(.faded)");
    let (hash, seen) = (browser.text(HASH), browser.text("document.body.innerText"));
    assert!(
        hash.starts_with("#lang=en&year=2024&theme=richesses-humaines&sort=period&dynamic="),
        "{hash}"
    );
    browser.load(&EXAMPLE, &hash);
    assert_eq!(browser.text("document.body.innerText"), seen);
    for wrong in [
        "#year=1&theme=x&sort=y&dynamic=z&lang=tr",
        "#list",
        "#=&&=",
        "#%E0%A4%A",
    ] {
        browser.load(&EXAMPLE, wrong);
        assert_eq!(browser.count(ROWS), 50, "{wrong}");
        assert_eq!(browser.troubles(), Vec::<String>::new(), "{wrong}");
    }
}

#[test]
fn every_word_is_said_in_both_languages() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&EXAMPLE, "#lang=en&year=2024");
    assert_eq!(browser.text("document.documentElement.lang"), "en");
    assert_eq!(
        browser.text("document.getElementById('title').textContent"),
        "Cooperation in every direction"
    );
    let english = browser.text("document.body.innerText");
    assert!(
        english
            .contains("In the north-west, 4 territories have 5 dynamics: Pays de Saint-Omer (2)"),
        "{english}"
    );
    for french in [
        "Thématiques",
        "Étapes",
        "Réseau inventé",
        "Au clavier",
        "territoire sans",
        "Période :",
    ] {
        assert!(!english.contains(french), "{french}");
    }
    browser.click("[data-language=fr]");
    let french = browser.text("document.body.innerText");
    assert!(
        french.contains("Au sud-ouest, Beauvaisis compte 1 dynamique."),
        "{french}"
    );
    for english in [
        "Themes",
        "Stages",
        "An invented network",
        "By keyboard",
        "territory without",
    ] {
        assert!(!french.contains(english), "{english}");
    }
    let english = page(
        &at_root("examples/hauts-de-demain"),
        &["--year", "2024", "--lang", "en"],
    );
    browser.load(&english, "");
    assert_eq!(
        browser
            .text("document.documentElement.lang + document.getElementById('period').textContent"),
        "en2024"
    );
}

#[test]
fn the_words_on_the_map_turn_with_the_language() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.load(&EXAMPLE, "#year=2024");
    let around = "[...document.querySelectorAll('#basemap .name:not(.off) text, \
        .box-title')].map((one) => one.textContent).join(' ')";
    let words = browser.text(around);
    assert!(
        words.contains("MANCHE")
            && words.contains("BELGIQUE")
            && words.contains("Échelle régionale"),
        "{words}"
    );
    browser.click("[data-language=en]");
    let words = browser.text(around);
    assert!(
        words.contains("ENGLISH CHANNEL")
            && words.contains("BELGIUM")
            && words.contains("Region-wide"),
        "{words}"
    );
    for french in ["MANCHE", "BELGIQUE", "Échelle"] {
        assert!(!words.contains(french), "{words}");
    }
}

#[test]
fn the_search_forgives_apostrophes_hyphens_ligatures_and_case() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    let root = crate::workspace::with(&[
        (
            "apes.toml",
            "format = 1\nname = \"R\"\nterritory = \"lens\"\n",
        ),
        (
            "territories/lens/territory.toml",
            "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\nfollowed = { from = 2020 }\n",
        ),
        (
            "territories/lens/dynamics/a.toml",
            "name = \"L'Estaminet, Œuvre à nous\"\ntheme = \"production-locale\"\nfrom = 2024\n",
        ),
        (
            "territories/lens/dynamics/b.toml",
            "name = \"L’Établi du rez\u{2011}de-chaussée\"\ntheme = \"production-locale\"\nfrom = 2024\n",
        ),
    ]);
    let file = page(&root, &[]);
    browser.load(&file, "");
    for (typed, found) in [
        ("l'estaminet", 1),
        ("l’estaminet", 1),
        ("L‘ESTAMINET", 1),
        ("lʼestaminet", 1),
        ("l'établi", 1),
        ("l’etabli", 1),
        ("rez-de-chaussee", 1),
        ("rez‐de‑chaussée", 1),
        ("oeuvre", 1),
        ("œuvre", 1),
        ("ŒUVRE", 1),
        ("l’autre", 0),
        ("", 2),
    ] {
        browser.eval(&format!("state.search = {typed:?}; refresh()"));
        assert_eq!(browser.count(ROWS), found, "{typed}");
    }
}

#[test]
fn on_a_telephone_the_map_can_be_read_and_a_finger_need_not_be_exact() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    let least = "Math.min(...[...document.querySelectorAll('#marks .label text')].map((one) => \
        one.getBoundingClientRect().height))";
    let in_view = "[...document.querySelectorAll('#marks .mark use')].filter((one) => { \
        const [a, b] = [one.getBoundingClientRect(), $('window').getBoundingClientRect()]; \
        return a.left > b.left && a.right < b.right && a.top > b.top && a.bottom < b.bottom; }).length";
    for (file, view) in [(&*EXAMPLE, "#year=2024"), (&*SHIPPED, "")] {
        browser.size(360, 740);
        browser.load(file, view);
        assert_eq!(browser.eval(&format!("{least} >= 11")), true);
        assert!(browser.count(in_view) > 0, "dynamics are in view");
        assert!(browser.count("document.documentElement.scrollWidth") <= 360);
        browser.size(1280, 900);
        browser.load(file, view);
        assert_eq!(
            browser.text("$('map').style.width"),
            "",
            "as it is on a desk"
        );
    }
    browser.size(360, 740);
    browser.load(&EXAMPLE, "#year=2024");
    let pressed = "(() => { const one = document.querySelector('#marks .mark'); \
        const { left, top } = one.querySelector('use').getBoundingClientRect(); \
        press({ target: $('map'), clientX: left - AWAY, clientY: top }); \
        const opened = !$('record').hidden; close(); return opened; })()";
    assert_eq!(browser.eval(&pressed.replace("AWAY", "FINGER * 3")), false);
    assert_eq!(browser.eval(&pressed.replace("AWAY", "12")), true);
}

#[test]
fn printed_the_list_has_its_headings_as_words() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    let shown = "[...document.querySelectorAll('#headings th')].map((one) => one.innerText.trim())";
    browser.load(&EXAMPLE, "#year=2024");
    let on_screen = browser.eval(shown);
    assert_eq!(
        browser.eval("document.querySelectorAll('#headings button').length"),
        5
    );
    browser.print_media(true);
    let buttons = "[...document.querySelectorAll('#headings button')].filter((one) => \
        one.checkVisibility()).length";
    assert_eq!(
        browser.count(buttons),
        0,
        "browsers do not repeat the words of buttons"
    );
    assert_eq!(browser.eval(shown), on_screen);
    browser.print_media(false);
}
