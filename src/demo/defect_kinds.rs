//! The kinds of known defect, with the change that makes each of them.
//!
//! Three rules have no defect here: `orphan-actor` and `published-total-differs`, which are held
//! back as long as any file is unreadable, and `unreadable-syntax`, which gives way to more exact
//! rules.

use super::population::{Kind, Population, RecordNumber};
use super::table::{Table, Value};
use super::writer::Syntax;

/// A kind of defect.
pub struct DefectKind {
    /// Name of the check that must find it.
    pub check: &'static str,
    /// Kind of record in which it is planted.
    pub kind: Kind,
    /// Syntax in which it is possible; `None` for both.
    pub syntax: Option<Syntax>,
    /// The change of the record.
    pub change: Change,
}

/// A change of a table, given the id of its record. Returns the path of the key at which the defect
/// must be found, or `None` if the record is not suitable.
type ContentChange = fn(&mut Table, &str) -> Option<&'static str>;

/// A change that makes a defect.
pub enum Change {
    /// Of the content of a record.
    Content(ContentChange),
    /// Of the id of a record, given its index among those of its kind.
    Id(fn(&Population, usize) -> String),
    /// A file with this name beside the record.
    ExtraFile(&'static str),
}

const fn content(check: &'static str, kind: Kind, change: ContentChange) -> DefectKind {
    DefectKind {
        check,
        kind,
        syntax: None,
        change: Change::Content(change),
    }
}

const fn content_in(syntax: Syntax, check: &'static str, change: ContentChange) -> DefectKind {
    DefectKind {
        check,
        kind: Kind::Dynamic,
        syntax: Some(syntax),
        change: Change::Content(change),
    }
}

/// The kinds of defect, which are planted in this order, over and over.
pub const DEFECT_KINDS: &[DefectKind] = &[
    content("unknown-actor", Kind::Dynamic, |table, _| {
        table
            .section("partners")?
            .set("acteur-que-personne-ne-connait", "appui");
        Some("partners.acteur-que-personne-ne-connait")
    }),
    content("mistyped-value", Kind::Actor, |table, _| {
        table
            .section("governance")?
            .set("one_person_one_vote", Value::text("souvent"));
        Some("governance.one_person_one_vote")
    }),
    content("unknown-territory", Kind::Actor, |table, _| {
        put(
            table,
            "also_in",
            Value::list(vec!["territoire-que-personne-ne-connait"]),
        )
    }),
    content("unknown-key", Kind::Dynamic, |table, _| {
        put(table, "zzzzzzzz", Value::text("clé de trop"))
    }),
    content("unknown-dynamic", Kind::Dynamic, |table, _| {
        put(
            table,
            "part_of",
            Value::from("dynamique-que-personne-ne-connait"),
        )
    }),
    content("missing-key", Kind::Dynamic, |table, _| {
        table.remove("name");
        table
            .0
            .first()
            .is_some_and(|(key, _)| key == "summary")
            .then_some("summary")
    }),
    content("unknown-source", Kind::Actor, |table, _| {
        put(
            table,
            "sources",
            Value::list(vec!["source-que-personne-ne-connait"]),
        )
    }),
    content("beyond-limit", Kind::Actor, |table, _| {
        put(table, "name", Value::text("Trop long. ".repeat(40)))
    }),
    content("unknown-word", Kind::Territory, |table, _| {
        let row = Table::of("kind", "levier-que-personne-ne-connait");
        put(table, "levers", Value::List(vec![row.into()]))
    }),
    content_in(Syntax::Toml, "date-time", |table, _| {
        put(table, "from", Value::Bare("2020-06-21T10:00:00".to_owned()))
    }),
    content("unknown-check", Kind::Dynamic, |table, _| {
        let row = Table::of("check", "controle-que-personne-ne-connait")
            .with("because", Value::text("Pour voir."))
            .with("by", Value::text("le bureau"))
            .with("until", 2030_u16);
        put(table, "waivers", Value::List(vec![row.into()]))
    }),
    content_in(Syntax::Yaml, "empty-value", |table, _| {
        put(table, "notes", Value::Bare(String::new()))
    }),
    content("unknown-official-code", Kind::Territory, |table, _| {
        table.get("code")?;
        put(table, "code", Value::text("99999"))
    }),
    content_in(Syntax::Yaml, "yaml-beyond-plain", |table, _| {
        put(table, "notes", Value::Bare("&ancre texte".to_owned()))
    }),
    content("code-of-another-kind", Kind::Territory, |table, _| {
        let whole = matches!(table.get("kind")?, Value::Word(kind) if kind == "epci");
        table.set("kind", "departement");
        whole.then_some("code")
    }),
    content_in(Syntax::Yaml, "cut-by-comment", |table, _| {
        put(
            table,
            "notes",
            Value::Bare("Deuxième atelier #récit".to_owned()),
        )
    }),
    content("false-siren", Kind::Actor, |table, _| {
        table.set(
            "legal",
            Value::Section(Table::of("siren", Value::text("000000001"))),
        );
        Some("legal.siren")
    }),
    content_in(Syntax::Toml, "duplicate-key", |table, _| {
        table.get("form")?;
        table
            .0
            .insert(1, ("form".to_owned(), Value::from("reseau")));
        Some("form")
    }),
    content("period-backwards", Kind::Dynamic, |table, _| {
        let row = Table::of("name", Value::text("Les Amis à rebours"))
            .with("from", 2020_u16)
            .with("to", 2010_u16);
        table.section("partners")?.set("amis-a-rebours", row);
        Some("partners.amis-a-rebours")
    }),
    content_in(Syntax::Toml, "key-below-table", |table, _| {
        table.remove("other_themes");
        table
            .section("purpose")?
            .set("other_themes", Value::list(vec!["impact-social"]));
        Some("purpose.other_themes")
    }),
    content("end-without-date", Kind::Dynamic, |table, _| {
        table
            .get("to")
            .is_none()
            .then(|| table.set("ended", "achevee"))?;
        Some("ended")
    }),
    content("stage-out-of-order", Kind::Territory, |table, _| {
        let stages = Table::of("sensibilisation", 2020_u16).with("ouverture", 2010_u16);
        table.set("stages", Value::Section(stages));
        Some("stages.ouverture")
    }),
    content("succession-in-a-circle", Kind::Dynamic, |table, id| {
        put(table, "succeeds", Value::list(vec![id.to_owned()]))
    }),
    content("without-source", Kind::Actor, |table, _| {
        table.remove("sources");
        table.remove("sourced");
        table.remove("waivers");
        Some("name")
    }),
    content("published-parts-do-not-sum", Kind::Published, |table, _| {
        let figures = table.section("figures")?;
        let Some(Value::Bare(total)) = figures.get("dynamics") else {
            return None;
        };
        let more = total.parse::<usize>().ok()? + 7;
        figures.set("dynamics", more);
        Some("dynamics_by_theme")
    }),
    DefectKind {
        check: "id-out-of-form",
        kind: Kind::Dynamic,
        syntax: None,
        change: Change::Id(|population, index| {
            let id = population.id(RecordNumber {
                kind: Kind::Dynamic,
                index,
            });
            format!("{}_{index}", id.to_ascii_uppercase())
        }),
    },
    DefectKind {
        check: "same-id-twice",
        kind: Kind::Dynamic,
        syntax: None,
        change: Change::Id(|population, index| {
            population.id(RecordNumber {
                kind: Kind::Dynamic,
                index: index - 1,
            })
        }),
    },
    DefectKind {
        check: "unread-file",
        kind: Kind::Territory,
        syntax: None,
        change: Change::ExtraFile("brouillon.odt"),
    },
];

#[expect(
    clippy::unnecessary_wraps,
    reason = "the result of every change: the key at which the defect must be found"
)]
fn put(table: &mut Table, key: &'static str, value: Value) -> Option<&'static str> {
    table.set(key, value);
    Some(key)
}
