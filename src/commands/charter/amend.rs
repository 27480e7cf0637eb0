//! `apes charter try`: before a vote, which records an amendment would touch.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::charter::{Charter, Law};
use crate::checks::criteria::fault_at;
use crate::checks::rule_of;
use crate::checks::trial::outcomes;
use crate::commands::clock::Clock;
use crate::commands::command::{Answer, Settled, mention, perhaps};
use crate::commands::output::Form;
use crate::diagnostic::{At, Finding, Place, Severity, nearest};
use crate::flow::{self, Trip};
use crate::renderers::findings::{self, Format, Told, Width};
use crate::renderers::safe;
use crate::say;
use crate::sources::{Folder, Source, Span};
use crate::views::law::{self, Proposal};

/// Try an amendment before the vote: which records would pass from holding to failing, and back
#[derive(Args)]
pub struct Arguments {
    /// The charter as it would be: a whole file, or a patch that names its `base`
    #[arg(value_name = "FILE", required_unless_present_any = ["require", "condition"])]
    file: Option<PathBuf>,
    /// What a criterion would ask, by its name, as in: --require fewer-than-three-families 'count(dynamic.families) >= 4'
    #[arg(long, num_args = 2, value_names = ["ID", "EXPRESSION"])]
    require: Vec<String>,
    /// Which records a criterion would look at
    #[arg(long = "if", num_args = 2, value_names = ["ID", "EXPRESSION"])]
    condition: Vec<String>,
    #[command(flatten)]
    clock: Clock,
    #[command(flatten)]
    form: Form,
}

/// An expression typed on the command line: the option, the criterion, the text.
struct Typed<'a> {
    option: &'static str,
    key: &'static str,
    id: &'a str,
    text: &'a str,
}

/// The charter as it would be, and the texts of its file where it is one.
struct Proposed {
    charter: Charter,
    sources: Vec<Source>,
}

/// Runs it.
pub fn run(arguments: &Arguments, settled: &Settled) -> Result<Answer> {
    let (folder, trip) = settled.open()?;
    let question = arguments.form.question(trip, &arguments.clock, settled)?;
    let Some(proposed) = proposed(arguments, &folder, trip, settled)? else {
        return Ok(Answer::CouldNotRun);
    };
    let charter = &proposed.charter;
    let network = &trip.network;
    let law = network.law_of(charter, trip.language);
    let typed = typed(arguments);
    if tell_faults(&proposed, &law, &typed, trip, (&folder, settled)) {
        return Ok(Answer::CouldNotRun);
    }
    let otherwise = |passed: &[bool]| passed.iter().filter(|passed| !**passed).count();
    let examples = law
        .statutes
        .iter()
        .filter(|statute| network.charter.criteria.get(statute.id) != Some(statute.criterion));
    let examples = examples.map(|statute| {
        let (right, wrong) = outcomes(statute, charter, network, trip.language);
        (statute.id.to_owned(), otherwise(&right) + otherwise(&wrong))
    });
    let proposal = Proposal { charter, examples: examples.collect() };
    arguments.form.shape.answer(&law::tried(&question, &proposal), settled, trip.language)
}

fn typed(arguments: &Arguments) -> Vec<Typed<'_>> {
    let requires = arguments.require.chunks(2).filter_map(|pair| as_typed("--require", "requires", pair));
    let conditions = arguments.condition.chunks(2).filter_map(|pair| as_typed("--if", "if", pair));
    requires.chain(conditions).collect()
}

fn as_typed<'a>(option: &'static str, key: &'static str, pair: &'a [String]) -> Option<Typed<'a>> {
    let [id, text] = pair else { return None };
    Some(Typed { option, key, id, text })
}

/// The charter as it would be; nothing where the file is faulty, which is then told.
fn proposed(
    arguments: &Arguments,
    folder: &Folder,
    trip: &Trip,
    settled: &Settled,
) -> Result<Option<Proposed>> {
    let language = trip.language;
    let (mut charter, sources) = match &arguments.file {
        None => (trip.network.charter.clone(), Vec::new()),
        Some(file) => {
            let Some(read) = flow::charter_at(folder, file, language) else {
                let file = safe::line(&file.to_string_lossy());
                bail!(say!(language, fr: "`{file}` ne peut pas être lu", en: "`{file}` cannot be read"));
            };
            if let Some(baseless) = read.bases.first() {
                let (file, named) = (safe::line(&baseless.file), safe::line(&baseless.named));
                bail!(say!(language,
                    fr: "`{file}` ne peut pas partir de `{named}`\u{a0}: `apes`, ou un autre fichier de cet espace de travail",
                    en: "`{file}` cannot start from `{named}`: `apes`, or another file of this workspace"));
            }
            if read.findings.iter().any(|finding| finding.severity == Severity::Error) {
                tell(read.findings, &read.texts, trip, (folder, settled));
                return Ok(None);
            }
            (read.charter, read.texts)
        }
    };
    for Typed { key, id, text, .. } in typed(arguments) {
        let known = charter.criteria.0.iter().map(|(id, _)| id.as_str());
        let near = perhaps(nearest(id, known), language);
        let found = charter.criteria.0.iter_mut().find(|(known, _)| known == id);
        let Some((_, criterion)) = found else {
            let id = safe::line(id);
            bail!(say!(language,
                fr: "la charte n'a pas de critère `{id}`{near}",
                en: "the charter has no criterion `{id}`{near}"));
        };
        match key {
            "if" => criterion.condition = Some(text.to_owned()),
            _ => text.clone_into(&mut criterion.requires),
        }
    }
    Ok(Some(Proposed { charter, sources }))
}

/// Tells what is wrong with the criteria that are proposed, under the argument or in the file; whether there is any.
fn tell_faults(
    proposed: &Proposed,
    law: &Law,
    typed: &[Typed],
    trip: &Trip,
    to: (&Folder, &Settled),
) -> bool {
    let mut sources = proposed.sources.clone();
    let mut findings = Vec::new();
    for (id, fault) in &law.faults {
        let argument = typed.iter().rev().find(|one| one.id == *id && one.key == fault.key);
        let place = match argument {
            Some(one) => {
                let name = format!("{} {}", one.option, safe::line(one.id));
                let source = Source::new(&name, one.text.to_owned());
                let whole = Span::new(0, one.text.len());
                let place = Place { file: source.path.clone(), at: At::Span(fault.span.unwrap_or(whole)) };
                sources.push(source);
                place
            }
            // What was wrong with the charter before is told by `apes validate`.
            None if proposed.sources.is_empty() => continue,
            None => proposed.charter.place_of(id, fault),
        };
        findings.push(fault_at(rule_of(fault.faulty), fault, place, trip.language));
    }
    let faulty = !findings.is_empty();
    if faulty {
        tell(findings, &sources, trip, to);
    }
    faulty
}

/// Shows findings to the person, as `apes validate` does.
fn tell(findings: Vec<Finding>, texts: &[Source], trip: &Trip, (folder, settled): (&Folder, &Settled)) {
    let resolved = flow::resolve_beside(folder, texts, findings, trip.language);
    let told = Told {
        findings: &resolved.findings,
        sources: &resolved.sources,
        language: trip.language,
        summary: "",
        held_back: 0,
        silenced: 0,
        records: 0,
    };
    let width = Width { columns: settled.columns, colour: settled.colour };
    mention(findings::render(&told, Format::Human(width)).trim_end());
}
