//! Outlines, templates and charters that cannot be read are refused.

use crate::incomplete::{Odd, apes, code, put, sound, text};
use crate::workspace::write;

#[test]
fn outlines_templates_and_charters_that_cannot_be_read_are_refused() {
    let map = ["report", "map", "--format", "md"];
    for (path, words) in [
        ("geography", &map[..]),
        ("geography/outlines.topojson", &map),
        ("templates", &map),
        ("templates/map.md", &map),
        ("schemas/charter.toml", &["charter", "compare", "apes", "."]),
        ("schemas/charter.toml", &["charter", "compare", ".", "apes"]),
        ("base.toml", &["charter", "try", "patch.toml"]),
    ] {
        for odd in [Odd::File, Odd::Folder, Odd::DanglingLink] {
            let is_sound = matches!(odd, Odd::File) && path.contains('.')
                || matches!(odd, Odd::Folder) && !path.contains('.');
            if is_sound {
                continue;
            }
            let root = sound();
            write(&root, "patch.toml", b"format = 1\nbase = \"base.toml\"\n");
            put(&root, path, &odd);
            let said = apes(&root, words);
            let why = text(&said.stderr);
            assert_eq!(code(&said), 2, "{path}: {why}");
            assert!(why.contains(path), "{path}: {why}");
            assert!(why.contains("cannot be read"), "{path}: {why}");
            assert_eq!(text(&said.stdout), "", "{path}");
        }
    }
    let root = sound();
    put(&root, "schemas", &Odd::DanglingLink);
    let explained = apes(&root, &["explain"]);
    assert_eq!(code(&explained), 1);
    assert!(text(&explained.stderr).contains("Incomplete"));
}
