//! Keys and words as people type them, and the corrections that are proposed.

use std::collections::BTreeSet;

use apes::diagnostic::{Finding, Writing};
use apes::language::Language;
use serde_json::Value as Json;

use crate::golden::text_of;
use crate::workspace::{ValidatedFolder, with};

const PLACE: &str = "territories/thierache";

/// The findings of a dynamic (its heading lines given) beside a valid territory and a valid actor.
fn findings_of(ending: &str, dynamic: &str) -> Vec<Finding> {
    let territory = "name = \"Thiérache\"\nkind = \"pays\"\nsources = [{ title = \"T\" }]\nmade_of \
        = [\"02361\"]\n";
    let actor = "name = \"Apes\"\nkind = \"association\"\nmember = { from = 2010 }\nsources = [{ \
        title = \"T\" }]\n";
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\nlanguage = \"fr\"\n"),
        (&format!("{PLACE}/territory.toml"), territory),
        (&format!("{PLACE}/actors/apes.toml"), actor),
        (&format!("{PLACE}/dynamics/toit.{ending}"), dynamic),
    ]);
    ValidatedFolder::of(&root, Language::French).findings
}

/// The edits that are proposed.
fn edits_of(findings: &[Finding]) -> Vec<String> {
    let edits = findings
        .iter()
        .filter_map(|finding| finding.help.as_ref())
        .flat_map(|help| &help.edits);
    let written = edits.map(|edit| match &edit.writing {
        Writing::Raw(text) | Writing::Text(text) => text.trim_matches('"').to_owned(),
    });
    written.collect()
}

#[test]
fn a_key_by_its_french_or_english_name_is_corrected_once() {
    for (typed, key) in [
        ("nom = \"Le Toit\"", "name"),
        ("Nom = \"Le Toit\"", "name"),
        ("titre = \"Le Toit\"", "name"),
        ("title = \"Le Toit\"", "name"),
        ("nmae = \"Le Toit\"", "name"),
    ] {
        let findings = findings_of(
            "toml",
            &format!("{typed}\nfrom = 2020\nsources = [{{ title = \"T\" }}]\n"),
        );
        assert_eq!(findings.len(), 1, "{typed}: {findings:?}");
        assert_eq!(
            (&*findings[0].name, &edits_of(&findings)[..]),
            ("unknown-key", &[key.to_owned()][..]),
            "{typed}"
        );
    }
    for (typed, key) in [
        ("thematique = \"impact-social\"", "theme"),
        ("\"thématiques\" = \"impact-social\"", "theme"),
        ("lieu = \"02361\"", "place"),
        ("depuis = 2020", "from"),
        ("start_date = 2020", "from"),
        ("remarques = \"…\"", "notes"),
        ("description = \"…\"", "summary"),
        ("partenaires = {}", "partners"),
        ("etapes = {}", "stages"),
        ("forme = \"ptce\"", "form"),
    ] {
        let findings = findings_of(
            "toml",
            &format!(
                "name = \"Le Toit\"\nseen = [2020]\nsources = [{{ title = \"T\" }}]\n{typed}\n"
            ),
        );
        assert_eq!(findings.len(), 1, "{typed}: {findings:?}");
        assert_eq!(
            (&*findings[0].name, &edits_of(&findings)[..]),
            ("unknown-key", &[key.to_owned()][..]),
            "{typed}"
        );
    }
}

#[test]
fn a_short_key_is_not_bent_into_another_word() {
    for typed in ["nomm", "form2", "prix", "zone", "tome"] {
        let findings = findings_of(
            "toml",
            &format!(
                "name = \"Le Toit\"\nseen = [2020]\nsources = [{{ title = \"T\" }}]\n{typed} = \"1\"\n"
            ),
        );
        let allowed: &[&str] = if typed == "form2" { &["form"] } else { &[] };
        assert_eq!(edits_of(&findings), allowed, "{typed}");
    }
}

#[test]
fn a_key_beside_its_table_is_sent_there_and_one_with_an_accent_is_named() {
    let rest = "name = \"Le Toit\"\nseen = [2020]\nsources = [{ title = \"T\" }]\n";
    let findings = findings_of("toml", &format!("{rest}besoins = [\"x\"]\n"));
    let help = findings[0]
        .help
        .as_ref()
        .map(|help| help.sentence.clone())
        .unwrap_or_default();
    assert!(
        help.contains("`needs`") && help.contains("`purpose`"),
        "{help}"
    );
    let findings = findings_of("toml", &format!("{rest}résumé = \"…\"\n"));
    assert_eq!(
        (&*findings[0].name, &edits_of(&findings)[..]),
        ("unquoted-key", &["summary".to_owned()][..])
    );
    let findings = findings_of(
        "yaml",
        "name: Le Toit\nseen: [2020]\nsources: [{ title: T }]\nrésumé: x\n",
    );
    assert_eq!(
        (&*findings[0].name, &edits_of(&findings)[..]),
        ("unknown-key", &["summary".to_owned()][..])
    );
}

#[test]
fn a_label_typed_for_an_id_a_code_without_its_zero_and_a_commune_by_name_are_corrected() {
    for (typed, id) in [
        (
            "theme = \"Nouveaux modèles économiques\"",
            "nouveaux-modeles",
        ),
        ("theme = \"Commande Publique\"", "commande-publique"),
        ("theme = \"social impact\"", "impact-social"),
        ("theme = \"Impacts sociaux\"", "impact-social"),
        ("partners = { apes = { role = \"Porteur\" } }", "porteur"),
        ("partners = { apes = { role = \"porteurs\" } }", "porteur"),
        ("place = 2361", "02361"),
        ("place = \"2361\"", "02361"),
        ("place = \"Guise\"", "02361"),
    ] {
        let findings = findings_of(
            "toml",
            &format!(
                "name = \"Le Toit\"\nseen = [2020]\nsources = [{{ title = \"T\" }}]\n{typed}\n"
            ),
        );
        assert_eq!(
            (findings.len(), &edits_of(&findings)[..]),
            (1, &[id.to_owned()][..]),
            "{typed}: {findings:?}"
        );
    }
    let findings = findings_of(
        "toml",
        "name = \"L\"\nseen = [2020]\nsources = [{ title = \"T\" }]\nplace = \"Beaurains\"\n",
    );
    assert_eq!(
        edits_of(&findings),
        ["62099"],
        "only one commune bears this name"
    );
    let findings = findings_of(
        "toml",
        "name = \"L\"\nseen = [2020]\nsources = [{ title = \"T\" }]\nplace = \"Saint-Rémy\"\n",
    );
    let help = findings[0]
        .help
        .as_ref()
        .map(|help| help.sentence.clone())
        .unwrap_or_default();
    assert!(
        edits_of(&findings).is_empty() && help.contains("plusieurs communes"),
        "{help}"
    );
}

#[test]
fn a_source_typed_as_an_address_or_a_title_becomes_a_row_in_place() {
    let sources = |list: &str| format!("name = \"L\"\nseen = [2020]\nsources = [{list}]\n");
    for (typed, row) in [
        (
            "\"https://example.org/a\"",
            "{ url = \"https://example.org/a\" }",
        ),
        (
            "\"www.example.org/a\"",
            "{ url = \"https://www.example.org/a\" }",
        ),
        (
            "\"Entretien avec la mairie = 2023\"",
            "{ title = \"Entretien avec la mairie = 2023\" }",
        ),
    ] {
        let findings = findings_of("toml", &sources(typed));
        assert_eq!(
            (&*findings[0].name, &edits_of(&findings)[..]),
            ("unknown-source", &[row.to_owned()][..])
        );
        assert!(
            findings_of("toml", &sources(row)).is_empty(),
            "the remedy is itself in order: {row}"
        );
    }
    let yaml = "name: L\nseen: [2020]\nsources:\n  - https://example.org/a\n";
    assert_eq!(
        edits_of(&findings_of("yaml", yaml)),
        ["{ url: \"https://example.org/a\" }"]
    );
}

#[test]
fn a_long_list_of_words_is_read_where_it_is() {
    let dynamic = "name = \"L\"\nseen = [2020]\nsources = [{ title = \"T\" }]\nform = \"Zzzz\"\n";
    let findings = findings_of("toml", dynamic);
    let help = findings[0]
        .help
        .as_ref()
        .map(|help| help.sentence.clone())
        .unwrap_or_default();
    assert!(
        help.contains("celle d'Apes"),
        "no file of its own is named as if it were there: {help}"
    );
}

#[test]
fn each_name_that_people_type_leads_to_a_key_of_the_schemas() {
    fn keys(schema: &Json, found: &mut BTreeSet<String>) {
        if let Some(own) = schema.get("properties").and_then(Json::as_object) {
            found.extend(own.keys().cloned());
        }
        match schema {
            Json::Object(object) => object.values().for_each(|inner| keys(inner, found)),
            Json::Array(list) => list.iter().for_each(|inner| keys(inner, found)),
            _ => {}
        }
    }
    let mut known = BTreeSet::new();
    for kind in [
        "common",
        "territory",
        "actor",
        "dynamic",
        "published",
        "sources",
        "settings",
    ] {
        let text = text_of(&format!("schemas/{kind}.schema.json"));
        keys(
            &serde_json::from_str(&text).expect("a schema in JSON"),
            &mut known,
        );
    }
    let common: Json =
        serde_json::from_str(&text_of("schemas/common.schema.json")).expect("a schema in JSON");
    let also = common["x-also"]
        .as_object()
        .expect("the names that people type");
    for (key, names) in also {
        assert!(known.contains(key), "no schema has the key `{key}`");
        let names: Vec<&str> = names
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Json::as_str)
            .collect();
        assert!(!names.is_empty() && !names.contains(&&**key), "{key}");
        assert_eq!(
            names.len(),
            names.iter().collect::<BTreeSet<_>>().len(),
            "{key} twice the same name"
        );
    }
}

/// TOML as a volunteer breaks it.
const BROKEN_TOML: &[&str] = &[
    "name = \"L\"\n[partners]]\n",
    "name = \"L\" from = 2020\n",
    "name = \"L\"\n= 2020\n",
    "name = \"L\"\nfrom\n",
    "name = \"L\" ; note\n",
    "-- note\nname = \"L\"\n",
    "name == \"L\"\n",
    "name = \"L\"\n[]\n",
    "name = \"L\"\n[partners.]\n",
    "name = \"L\"\nfrom = 2020 2021\n",
    "name = \"L\"\nfrom = ?\n",
    "name = \"L\"\nfrom = -\n",
    "name = \"L\"\nseen = [2020; 2021]\n",
    "name = \"L\"\nsources = [{ title = \"A\" ]\n",
    "name = \"L\"\nsources = { title = \"A\" }, { title = \"B\" }\n",
    "name = \"L\"\npartners = { apes = { role = \"porteur\" }\n",
    "name = \"Le \\Union\"\n",
    "Bonjour,\n\nvoici la fiche du Toit.\n",
    "name = \"L\".\n",
    "{\"name\": \"L\"}\n",
    "nom;lieu\nL;Guise\n",
];

/// YAML likewise.
const BROKEN_YAML: &[&str] = &[
    "name: L\n-\nfrom: 2020\n",
    "name: L\n- from: 2020\n",
    "name: [Toit] du monde\n",
    "name: {Toit} du monde\n",
    "name: L\nfrom 2020\n",
    "name: L\nsources:\n  title: A\n  - B\n",
    "name: L\nsummary: - un\n  - deux\n",
    "name: L\n//note\n",
    "<html>\n<body>\n",
    "nom\tlieu\nL\tGuise\n",
];

#[test]
fn what_a_volunteer_breaks_is_reported_without_the_english_of_a_parser() {
    let toml = BROKEN_TOML.iter().map(|text| ("toml", text));
    let all = toml.chain(BROKEN_YAML.iter().map(|text| ("yaml", text)));
    for (ending, text) in all {
        let findings = findings_of(ending, text);
        assert!(!findings.is_empty(), "{text}");
        for finding in findings {
            assert!(
                !finding.primary.text.contains("en anglais"),
                "{text}: {}",
                finding.primary.text
            );
        }
    }
}
