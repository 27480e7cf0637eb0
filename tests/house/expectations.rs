//! What is said of wrong records, of checks and of faults of writing alike, is as expected in both languages.

use std::path::Path;

use apes::checks::CHECKS;
use apes::documents::faults::FAULTS;
use apes::language::Language;

use crate::workspace::Said;

#[test]
fn wrong_records_are_told_as_expected() {
    let bless = std::env::var_os("APES_BLESS").is_some();
    let checks = CHECKS.iter().map(|check| ("checks", check.rule.name));
    let faults = FAULTS.iter().map(|fault| ("documents", fault.rule.name));
    for (family, name) in checks.chain(faults) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(family).join(name);
        for language in [Language::French, Language::English] {
            let told = Said::of(&folder.join("wrong"), language).human();
            let expected = folder.join(format!("expected.{}.txt", language.code()));
            if bless {
                std::fs::write(&expected, &told).expect("an expectation that can be written");
            }
            let expected = std::fs::read_to_string(&expected).expect("an expectation");
            assert_eq!(told, expected, "{name}: read it, then APES_BLESS=1 cargo test");
        }
    }
}
