//! Known defects, planted one a record: what `apes validate` must find at its file and line,
//! nothing else.
//!
//! Absent on purpose: `orphan-actor` and `published-total-differs`, which are held back as long as
//! any file is
//! broken, and `unreadable-syntax`, whose place more exact faults take.

use super::census::{Kind, Number};
use super::chance::Chance;
use super::dynamic::NAMED_EVERY;
use super::page::{Page, Value};
use super::pen::{self, Syntax};
use super::{File, InventedWorkspace};

/// A defect that was planted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Defect {
    /// The file, below the root.
    pub file: String,
    /// The line on which it is to be found, from 1.
    pub line: usize,
    /// The name of the check that is to find it.
    pub check: &'static str,
}

/// A kind of defect.
struct Seed {
    check: &'static str,
    on: Kind,
    /// The one syntax in which it can be made, where not both serve.
    only: Option<Syntax>,
    spoil: Spoil,
}

/// How a record is spoilt.
enum Spoil {
    /// By what it says; answers the key where the defect is found, or nothing where this record
    /// does not serve.
    Page(fn(&mut Page, &str) -> Option<&'static str>),
    /// By its name.
    Name(fn(&InventedWorkspace, usize) -> String),
    /// By a file beside it.
    Beside(&'static str),
}

const fn page(
    check: &'static str,
    on: Kind,
    spoil: fn(&mut Page, &str) -> Option<&'static str>,
) -> Seed {
    Seed {
        check,
        on,
        only: None,
        spoil: Spoil::Page(spoil),
    }
}

const fn page_in(
    syntax: Syntax,
    check: &'static str,
    spoil: fn(&mut Page, &str) -> Option<&'static str>,
) -> Seed {
    Seed {
        check,
        on: Kind::Dynamic,
        only: Some(syntax),
        spoil: Spoil::Page(spoil),
    }
}

/// Every kind of defect; they are planted in this order, over and over.
const SEEDS: &[Seed] = &[
    page("unknown-actor", Kind::Dynamic, |page, _| {
        page.section("partners")?
            .set("acteur-que-personne-ne-connait", "appui");
        Some("partners.acteur-que-personne-ne-connait")
    }),
    page("mistyped-value", Kind::Actor, |page, _| {
        page.section("governance")?
            .set("one_person_one_vote", Value::text("souvent"));
        Some("governance.one_person_one_vote")
    }),
    page("unknown-territory", Kind::Actor, |page, _| {
        put(
            page,
            "also_in",
            Value::list(vec!["territoire-que-personne-ne-connait"]),
        )
    }),
    page("unknown-key", Kind::Dynamic, |page, _| {
        put(page, "zzzzzzzz", Value::text("clé de trop"))
    }),
    page("unknown-dynamic", Kind::Dynamic, |page, _| {
        put(
            page,
            "part_of",
            Value::from("dynamique-que-personne-ne-connait"),
        )
    }),
    page("missing-key", Kind::Dynamic, |page, _| {
        page.remove("name");
        page.0
            .first()
            .is_some_and(|(key, _)| key == "summary")
            .then_some("summary")
    }),
    page("unknown-source", Kind::Actor, |page, _| {
        put(
            page,
            "sources",
            Value::list(vec!["source-que-personne-ne-connait"]),
        )
    }),
    page("beyond-limit", Kind::Actor, |page, _| {
        put(page, "name", Value::text("Trop long. ".repeat(40)))
    }),
    page("unknown-word", Kind::Territory, |page, _| {
        let row = Page::of("kind", "levier-que-personne-ne-connait");
        put(page, "levers", Value::List(vec![row.into()]))
    }),
    page_in(Syntax::Toml, "date-time", |page, _| {
        put(page, "from", Value::Bare("2020-06-21T10:00:00".to_owned()))
    }),
    page("unknown-check", Kind::Dynamic, |page, _| {
        let row = Page::of("check", "controle-que-personne-ne-connait")
            .with("because", Value::text("Pour voir."))
            .with("by", Value::text("le bureau"))
            .with("until", 2030_u16);
        put(page, "waivers", Value::List(vec![row.into()]))
    }),
    page_in(Syntax::Yaml, "empty-value", |page, _| {
        put(page, "notes", Value::Bare(String::new()))
    }),
    page("unknown-official-code", Kind::Territory, |page, _| {
        page.get("code")?;
        put(page, "code", Value::text("99999"))
    }),
    page_in(Syntax::Yaml, "yaml-beyond-plain", |page, _| {
        put(page, "notes", Value::Bare("&ancre texte".to_owned()))
    }),
    page("code-of-another-kind", Kind::Territory, |page, _| {
        let whole = matches!(page.get("kind")?, Value::Word(kind) if kind == "epci");
        page.set("kind", "departement");
        whole.then_some("code")
    }),
    page_in(Syntax::Yaml, "cut-by-comment", |page, _| {
        put(
            page,
            "notes",
            Value::Bare("Deuxième atelier #récit".to_owned()),
        )
    }),
    page("false-siren", Kind::Actor, |page, _| {
        page.set(
            "legal",
            Value::Section(Page::of("siren", Value::text("000000001"))),
        );
        Some("legal.siren")
    }),
    page_in(Syntax::Toml, "duplicate-key", |page, _| {
        page.get("form")?;
        page.0.insert(1, ("form".to_owned(), Value::from("reseau")));
        Some("form")
    }),
    page("period-backwards", Kind::Dynamic, |page, _| {
        let row = Page::of("name", Value::text("Les Amis à rebours"))
            .with("from", 2020_u16)
            .with("to", 2010_u16);
        page.section("partners")?.set("amis-a-rebours", row);
        Some("partners.amis-a-rebours")
    }),
    page_in(Syntax::Toml, "key-below-table", |page, _| {
        page.remove("other_themes");
        page.section("purpose")?
            .set("other_themes", Value::list(vec!["impact-social"]));
        Some("purpose.other_themes")
    }),
    page("end-without-date", Kind::Dynamic, |page, _| {
        page.get("to")
            .is_none()
            .then(|| page.set("ended", "achevee"))?;
        Some("ended")
    }),
    page("stage-out-of-order", Kind::Territory, |page, _| {
        let stages = Page::of("sensibilisation", 2020_u16).with("ouverture", 2010_u16);
        page.set("stages", Value::Section(stages));
        Some("stages.ouverture")
    }),
    page("succession-in-a-circle", Kind::Dynamic, |page, id| {
        put(page, "succeeds", Value::list(vec![id.to_owned()]))
    }),
    page("without-source", Kind::Actor, |page, _| {
        page.remove("sources");
        page.remove("sourced");
        page.remove("waivers");
        Some("name")
    }),
    page("published-parts-do-not-sum", Kind::Published, |page, _| {
        let figures = page.section("figures")?;
        let Some(Value::Bare(total)) = figures.get("dynamics") else {
            return None;
        };
        let more = total.parse::<usize>().ok()? + 7;
        figures.set("dynamics", more);
        Some("dynamics_by_theme")
    }),
    Seed {
        check: "id-out-of-form",
        on: Kind::Dynamic,
        only: None,
        spoil: Spoil::Name(|workspace, at| {
            let id = workspace.census.id(Number {
                kind: Kind::Dynamic,
                at,
            });
            format!("{}_{at}", id.to_ascii_uppercase())
        }),
    },
    Seed {
        check: "same-id-twice",
        on: Kind::Dynamic,
        only: None,
        spoil: Spoil::Name(|workspace, at| {
            workspace.census.id(Number {
                kind: Kind::Dynamic,
                at: at - 1,
            })
        }),
    },
    Seed {
        check: "unread-file",
        on: Kind::Territory,
        only: None,
        spoil: Spoil::Beside("brouillon.odt"),
    },
];

#[expect(
    clippy::unnecessary_wraps,
    reason = "every spoiler answers with the key it spoiled, if it could"
)]
fn put(page: &mut Page, key: &'static str, value: Value) -> Option<&'static str> {
    page.set(key, value);
    Some(key)
}

/// Plants so many defects, each in a record of its own; false where there is no room for them.
pub fn plant(workspace: &mut InventedWorkspace, count: usize) -> bool {
    let mut fruitless = 0;
    for seed in SEEDS.iter().cycle() {
        if workspace.defects.len() == count {
            break;
        }
        fruitless = if plant_one(workspace, seed).is_some() {
            0
        } else {
            fruitless + 1
        };
        if fruitless == SEEDS.len() {
            return false;
        }
    }
    workspace.defects.sort();
    true
}

/// Plants one defect in the first record that serves, from a place left to chance onwards.
fn plant_one(workspace: &mut InventedWorkspace, seed: &Seed) -> Option<()> {
    let records = workspace.census.count(seed.on);
    let start = Chance::of(workspace.plan.seed, seed.check, workspace.defects.len()).below(records);
    let mut places = (0..records).map(|step| Number {
        kind: seed.on,
        at: (start + step) % records,
    });
    places.find_map(|number| {
        let free = !workspace.spoilt.contains_key(&number) && seed.serves(workspace, number);
        free.then(|| seed.grow(workspace, number)).flatten()
    })
}

impl Seed {
    fn serves(&self, workspace: &InventedWorkspace, number: Number) -> bool {
        let syntax = workspace.syntax(number);
        let renamed = matches!(self.spoil, Spoil::Name(_));
        self.only.is_none_or(|only| only == syntax) && (!renamed || number.at % NAMED_EVERY == 1)
    }

    fn grow(&self, workspace: &mut InventedWorkspace, number: Number) -> Option<()> {
        let syntax = workspace.syntax(number);
        let mut path = workspace.path(number, syntax);
        let mut page = workspace.page(number);
        let (file, watched) = match self.spoil {
            Spoil::Page(spoil) => (
                path.clone(),
                spoil(&mut page, &workspace.census.id(number))?,
            ),
            Spoil::Name(rename) => {
                path = path.replace(&workspace.census.id(number), &rename(workspace, number.at));
                (last_of_that_id(workspace, number, &path)?, "name")
            }
            Spoil::Beside(name) => {
                let skip_reason = File {
                    path: beside(&path, name),
                    text: "Un brouillon.\n".to_owned(),
                };
                workspace.strays.push(skip_reason.clone());
                (skip_reason.path, "name")
            }
        };
        let (text, line) = pen::write(&page, syntax, Some(watched));
        workspace.spoilt.insert(number, File { path, text });
        workspace.defects.push(Defect {
            file,
            line: line?,
            check: self.check,
        });
        Some(())
    }
}

/// Where a record's id was given to a second one: the file that is told, which is the last by path.
fn last_of_that_id(workspace: &InventedWorkspace, number: Number, renamed: &str) -> Option<String> {
    let before = Number {
        at: number.at - 1,
        ..number
    };
    let known = workspace.path(before, workspace.syntax(before));
    let shared = renamed.rsplit('/').next()?.split('.').next()
        == known.rsplit('/').next()?.split('.').next();
    match shared {
        false => Some(renamed.to_owned()),
        true if workspace.census.home(number) == workspace.census.home(before) => None,
        true => Some(known.max(renamed.to_owned())),
    }
}

fn beside(path: &str, name: &str) -> String {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{name}")
}
