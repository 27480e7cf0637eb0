//! The policy of the map's page names its own style and script, and no other.

use apes::renderers::map::interactive;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::shown;
use crate::golden::assert_golden;

/// The constants of the program.
const CONSTANTS: &str = "src/renderers/map/interactive/digests.rs";

/// The content of the only element that starts with a tag.
fn content<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    assert_eq!(page.matches(start).count(), 1, "{start}");
    let (_, rest) = page.split_once(start).expect("the element");
    rest.split_once(end).expect("its end").0
}

fn digest(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[test]
fn digests_are_those_of_style_and_script() {
    let workspaces = shown::trips();
    let atlas = shown::atlas(&workspaces[0].network);
    let page = interactive(&atlas).expect("a page");
    let style = digest(content(&page, "<style>", "</style>"));
    let script = digest(content(&page, "<script>", "</script>"));
    let constants = format!(
        "//! SHA-256 digests of the page's style and script, by which its policy knows them.\n\
         //!\n\
         //! Written by a test: `APES_BLESS=1 cargo test --test house digests`, then build again.\n\
         \n\
         /// Digest of the style.\n\
         pub(super) const STYLE: &str = \"{style}\";\n\
         \n\
         /// Digest of the script.\n\
         pub(super) const SCRIPT: &str = \"{script}\";\n"
    );
    assert_golden(CONSTANTS, &constants);
}
