//! Texts for reports are read from their place, in the language asked, within the limits of
//! records.

use apes::language::Language;
use apes::sources::Folder;
use apes::workspace;

use crate::workspace::{ValidatedFolder, with};

#[test]
fn a_text_is_given_in_the_language_asked_else_in_the_one_it_has() {
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        (
            "territories/lens/territory.toml",
            "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n",
        ),
        ("territories/lens/texts/2024/missions.fr.md", "Réunir."),
        ("territories/lens/texts/2024/missions.en.md", "Gather."),
        ("territories/lens/texts/2024/perspectives.md", "Durer."),
    ]);
    let network = workspace::load(&Folder::at(&root), None, Language::French).network;
    let text = |section: &str, year: u16, language| {
        network
            .text(&"lens".into(), year, section, language)
            .map(|text| text.markdown.clone())
    };
    assert_eq!(
        text("missions", 2024, Language::French).as_deref(),
        Some("Réunir.")
    );
    assert_eq!(
        text("missions", 2024, Language::English).as_deref(),
        Some("Gather.")
    );
    assert_eq!(
        text("perspectives", 2024, Language::English).as_deref(),
        Some("Durer.")
    );
    assert_eq!(text("perspectives", 2023, Language::French), None);
}

#[test]
fn a_text_too_large_or_out_of_place_is_reported() {
    let large = "a".repeat(1_100_000);
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        ("territories/lens/texts/2024/missions.md", &large),
        ("territories/lens/texts/last-year/missions.md", "x"),
    ]);
    let said = ValidatedFolder::of(&root, Language::English);
    assert_eq!(
        said.names(),
        ["unread-file", "unread-file"],
        "{}",
        said.human()
    );
    assert!(said.human().contains("1,100,000 bytes"), "{}", said.human());
}
