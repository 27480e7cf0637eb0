//! What is asked of an input through the library, and what may not come out.

use std::time::{Duration, Instant};

use apes::calendar::Day;
use apes::diagnostic::{At, Finding};
use apes::geography::outline::Outlines;
use apes::geography::workspace_outlines;
use apes::language::Language;
use apes::renderers::csv::Dialect;
use apes::renderers::findings::{self, FindingsReport, Format as FindingsFormat, Showing, Width};
use apes::renderers::format::{FORMATS, RenderOptions};
use apes::renderers::lost::LostCharacters;
use apes::renderers::map::Sheet;
use apes::renderers::page::{Markup, Page, Template};
use apes::renderers::text::Screen;
use apes::sources::Folder;
use apes::validation::{Selection, Validated, ValidationOptions, validate};
use apes::views::VIEWS;
use apes::views::view::{Facts, Question};
use apes::workspace::{self, Workspace};

use crate::input::{Input, Kind};
use crate::seeds::Seeds;
use crate::watch::caught;

/// The day of every run.
const TODAY: Day = Day {
    year: 2026,
    month: 11,
    day: 22,
};

/// Longer is a fault: the slowest of the shipped files takes a fiftieth, unoptimised.
const SLOW: Duration = Duration::from_secs(20);

/// Bytes of an output beyond which it grew out of proportion: whatever a file of 300 kB says.
const LARGE: usize = 64 << 20;

/// The faults of an input.
pub fn run(input: &Input, seeds: &Seeds) -> Vec<String> {
    let begun = Instant::now();
    let done = caught(|| match (input.kind, &seeds.repository) {
        (Kind::Repository, Some(repository)) => {
            repository.ask(input);
            Vec::new()
        }
        (Kind::Outlines, _) => {
            outlines(input);
            Vec::new()
        }
        _ => asked(input, seeds),
    });
    let mut faults = done.unwrap_or_else(|panic| vec![panic]);
    if begun.elapsed() > SLOW {
        faults.push(format!("slow {}", input.kind.name()));
    }
    faults
}

fn outlines(input: &Input) {
    let text = String::from_utf8_lossy(&input.files[&input.path]);
    let _ = workspace_outlines::read(&text);
    if let Ok(outlines) = Outlines::parse(&text) {
        for layer in ["departements", "epci", "region", "regions", "pays"] {
            let areas = outlines.layer(layer);
            let _ = outlines.sides(areas);
            for ring in areas.iter().flat_map(|area| area.polygons.iter().flatten()) {
                let _ = outlines.ring(ring);
            }
        }
    }
}

/// Validates a workspace and makes one report of it.
fn asked(input: &Input, seeds: &Seeds) -> Vec<String> {
    let unsaved = input
        .files
        .iter()
        .map(|(path, bytes)| (path.clone(), Some(bytes.clone())));
    let folder = Folder::at(&seeds.empty).with_unsaved(unsaved.collect());
    let language = if input.choice.is_multiple_of(2) {
        Language::French
    } else {
        Language::English
    };
    let workspace = workspace::load(&folder, Some(language), language);
    let options = ValidationOptions {
        date: TODAY,
        criteria: true,
        selection: Selection::default(),
    };
    let validated = validate(&workspace, &folder, &options);
    let mut faults = told(&validated, &workspace);
    faults.extend(reported(input, &workspace));
    faults
}

/// The faults of findings: places that do not exist, and outputs out of proportion.
fn told(validated: &Validated, workspace: &Workspace) -> Vec<String> {
    let mut faults: Vec<String> = validated
        .missing_places
        .iter()
        .map(|place| format!("missing place {place}"))
        .collect();
    faults.extend(
        validated
            .findings
            .iter()
            .filter_map(|finding| misplaced(finding, validated)),
    );
    let report = FindingsReport {
        findings: &validated.findings,
        sources: &validated.sources,
        language: workspace.language,
        summary: "",
        held_back: validated.held_back,
        silenced: validated.silenced,
        records: workspace.network.size(),
        showing: Showing::default(),
    };
    let human = FindingsFormat::Human(Width {
        columns: 80,
        colour: false,
    });
    for format in [human, FindingsFormat::Short, FindingsFormat::Json] {
        let length = findings::render(&report, format).len();
        if length > LARGE {
            faults.push(format!("findings of {length} bytes"));
        }
    }
    faults
}

/// A finding whose bytes are not in its file, or cut a character.
fn misplaced(finding: &Finding, validated: &Validated) -> Option<String> {
    let labels = finding.secondary.iter().chain([&finding.primary]);
    let edits = finding.help.iter().flat_map(|help| &help.edits);
    let mut places = labels
        .map(|label| &label.place)
        .chain(edits.map(|edit| &edit.place));
    places.find_map(|place| {
        let At::Span(span) = place.at else {
            return None;
        };
        let text = &validated.sources.get(&place.file)?.text;
        let is_there = text.get(span.start..span.end).is_some();
        (!is_there).then(|| format!("{}: a span outside its file", finding.name))
    })
}

/// One report in one format, chosen by the input.
fn reported(input: &Input, workspace: &Workspace) -> Vec<String> {
    let view = &VIEWS[usize::try_from(input.choice / 2 % VIEWS.len() as u64).expect("an index")];
    let format =
        &FORMATS[usize::try_from(input.choice / 64 % FORMATS.len() as u64).expect("an index")];
    let network = &workspace.network;
    let territory = network.territories.first().map(|record| record.id.clone());
    let facts = (view.gather)(&Question {
        territory: territory.filter(|_| view.name == "territory"),
        ..Question::on(network, workspace.language, TODAY)
    });
    if input.kind == Kind::Template {
        return filled(input, workspace, &facts);
    }
    let lost = LostCharacters::default();
    let options = RenderOptions {
        language: workspace.language,
        made_on: TODAY,
        screen: Screen {
            columns: 80,
            ascii: input.choice.is_multiple_of(3),
            quiet: false,
        },
        sketch: None,
        sheet: Sheet::default(),
        png_width: None,
        dialect: Dialect::default(),
        table: None,
        template: None,
        lost: &lost,
    };
    let length = (format.render)(&facts, &options).map_or(0, |bytes| bytes.len());
    let fault = (length > LARGE).then(|| format!("{} of {length} bytes", format.name));
    fault.into_iter().collect()
}

/// A page from the template of the input.
fn filled(input: &Input, workspace: &Workspace, facts: &Facts) -> Vec<String> {
    let text = String::from_utf8_lossy(&input.files[&input.path]);
    let is_html = input.path == "templates/process.html";
    let page = Page {
        markup: if is_html {
            Markup::Html
        } else {
            Markup::Markdown
        },
        language: workspace.language,
        own: Some(Template {
            path: &input.path,
            text: &text,
        }),
        reports: &[],
    };
    let length = page
        .names()
        .and_then(|_| page.render(Some(facts), &[]))
        .map_or(0, |page| page.len());
    let fault = (length > LARGE).then(|| format!("a page of {length} bytes"));
    fault.into_iter().collect()
}
