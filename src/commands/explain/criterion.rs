//! The explanation of a criterion: its reason, what it serves, its expression, its own examples.

use crate::charter::in_words::{CriterionSentence, describe};
use crate::charter::{CompiledCriterion, Example};
use crate::checks::criteria::{describe_basis, finding, word_label};
use crate::checks::example_run::{ExampleContext, ExampleRun};
use crate::commands::explain::{Known, disagree};
use crate::commands::shared::excerpts::excerpts;
use crate::commands::shared::layout::{hanging, indented};
use crate::diagnostic::Place;
use crate::language::Language;
use crate::network::Network;
use crate::renderers::findings::Width;
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::workspace;

/// Width of an example's excerpt: 100 columns less the indent.
const EXCERPT: Width = Width {
    columns: 96,
    colour: false,
};

/// Explains a criterion; `None` if the charter has none of this name that could be compiled.
pub(super) fn explanation(name: &str, known: &Known) -> Option<String> {
    let (network, folder, language) = (known.network(), &known.folder, known.language);
    let charter = network.compile_charter(&network.charter, language);
    let compiled = charter
        .criteria
        .iter()
        .find(|compiled| compiled.id == name)?;
    let criterion = compiled.criterion;
    let severity = criterion.level.severity().word(language);
    let mut text = say!(language,
        fr: "{name} · {severity}, critère de la charte\n\n",
        en: "{name} · {severity}, criterion of the charter\n\n");
    for (heading, paragraph) in paragraphs(compiled, known) {
        text += &hanging(&heading, &paragraph, known.columns);
    }
    let wrong = criterion
        .wrong
        .first()
        .and_then(|case| wrong_example(network, folder, compiled, case, language));
    if let Some(wrong) = wrong {
        let heading = say!(language,
            fr: "Faux       le constat d'`apes validate`\u{a0}:",
            en: "Wrong      the finding of `apes validate`:");
        text.push_str(&format!("\n  {heading}\n\n{}", indented(&wrong)));
    }
    if let Some(case) = criterion.right.first() {
        let heading = say!(language,
            fr: "Juste      une fiche sans constat\u{a0}:",
            en: "Right      a record without findings:");
        let run = example_run(network, compiled, case, false, language);
        text.push_str(&format!("\n  {heading}\n\n{}", indented(&run.source.text)));
    }
    text += &("\n".to_owned() + &disagree::lines(name, false, false, known));
    text += &amendment(known);
    text += &neighbours(compiled, known);
    let lines = text.lines().map(|line| safe::line(line.trim_end()) + "\n");
    Some(lines.collect())
}

/// What a criterion finds, why, what it serves, and what it asks for.
fn paragraphs(compiled: &CompiledCriterion, known: &Known) -> Vec<(String, String)> {
    let (network, language) = (known.network(), known.language);
    let criterion = compiled.criterion;
    let serves = describe_basis(network, criterion, None, language);
    let mut paragraphs = vec![
        (
            say!(language, fr: "  Constat    ", en: "  Finding    "),
            criterion.finding.get(language).to_owned(),
        ),
        (
            say!(language, fr: "  Pourquoi   ", en: "  Why        "),
            criterion.because.get(language).to_owned(),
        ),
        (
            say!(language, fr: "  Fondement  ", en: "  Basis      "),
            serves + &source(network, compiled, language),
        ),
    ];
    let label_of = |list: &str, word: &str| word_label(network, list, word, language);
    let sentence = describe(criterion, &label_of, language);
    if let Some(CriterionSentence {
        condition,
        requirement,
    }) = &sentence
    {
        if let Some(condition) = condition {
            paragraphs.push((
                say!(language, fr: "  Si         ", en: "  If         "),
                each_row(compiled, language) + condition,
            ));
        }
        let rows = if condition.is_none() {
            each_row(compiled, language)
        } else {
            String::new()
        };
        paragraphs.push((
            say!(language, fr: "  Demande    ", en: "  Requires   "),
            rows + requirement,
        ));
    }
    if known.technical || sentence.is_none() {
        paragraphs.push((
            say!(language, fr: "  Expression ", en: "  Expression "),
            requirement(compiled, language),
        ));
    }
    paragraphs
}

/// The rows that are looked at one by one, before a sentence; empty if it is the whole record.
fn each_row(compiled: &CompiledCriterion, language: Language) -> String {
    let rows = &compiled.criterion.each.0;
    if rows.is_empty() {
        return String::new();
    }
    let rows: Vec<String> = rows.iter().map(|rows| format!("`{rows}`")).collect();
    let rows = language.and(&rows);
    say!(language, fr: "pour chaque ligne de {rows}, ", en: "for each row of {rows}, ")
}

/// How a network changes a criterion that it does not share.
fn amendment(known: &Known) -> String {
    let indent = " ".repeat(13);
    let sentence = say!(known.language,
        fr: "ou amender la charte\u{a0}: `apes charter try --require NOM EXPRESSION` montre \
            d'abord quelles fiches changeraient de côté.",
        en: "or amend the charter: `apes charter try --require NAME EXPRESSION` first shows which \
            records would change sides.");
    "\n".to_owned() + &hanging(&indent, &sentence, known.columns)
}

/// The other criteria of the same principle, objective or source.
fn neighbours(compiled: &CompiledCriterion, known: &Known) -> String {
    let own = compiled.criterion;
    let near: Vec<&str> = known
        .network()
        .charter
        .criteria
        .iter()
        .filter(|(id, other)| {
            id.as_str() != compiled.id
                && other.principle == own.principle
                && other.objective == own.objective
                && (own.principle.is_some()
                    || own.objective.is_some()
                    || other.source == own.source)
        })
        .map(|(id, _)| id.as_str())
        .take(MOST_NEIGHBOURS)
        .collect();
    if near.is_empty() {
        return String::new();
    }
    let heading = say!(known.language, fr: "  Voir aussi ", en: "  See also   ");
    "\n".to_owned() + &hanging(&heading, &near.join(", "), known.columns)
}

/// Neighbours that are named.
const MOST_NEIGHBOURS: usize = 4;

fn example_run(
    network: &Network,
    compiled: &CompiledCriterion,
    case: &Example,
    fails: bool,
    language: Language,
) -> ExampleRun {
    ExampleRun::new(
        case,
        compiled.criterion.subject_of(case),
        &ExampleContext::new(network, &network.charter, compiled.id, fails),
        language,
    )
}

/// The expression of a criterion, behind its rows and its condition.
fn requirement(compiled: &CompiledCriterion, language: Language) -> String {
    let criterion = compiled.criterion;
    let rows: Vec<String> = criterion
        .each
        .0
        .iter()
        .map(|rows| format!("`{rows}`"))
        .collect();
    let mut text = String::new();
    if !rows.is_empty() {
        let rows = language.and(&rows);
        text += &say!(language,
            fr: "pour chaque ligne de {rows}, ",
            en: "for each row of {rows}, ");
    }
    if let Some(condition) = &criterion.condition {
        text += &say!(language, fr: "si {condition}, alors ", en: "if {condition} then ");
    }
    text + &criterion.requires
}

/// The source of a criterion by its title, or that it is the network's own rule; empty if it has
/// none, or if the basis already names it.
fn source(network: &Network, compiled: &CompiledCriterion, language: Language) -> String {
    let Some(id) = compiled.criterion.source.as_deref() else {
        return String::new();
    };
    let criterion = compiled.criterion;
    if criterion.principle.is_none() && criterion.objective.is_none() {
        // Its basis is the source itself.
        return String::new();
    }
    if criterion.is_own_rule() {
        return say!(language, fr: " · règle propre au réseau", en: " · the network's own rule");
    }
    let of_charter = network.charter.sources.get(id);
    let of_network = network.sources.get(id);
    let title = of_charter
        .and_then(|source| source.title.as_deref())
        .or_else(|| of_network.and_then(|source| source.title.as_deref()))
        .unwrap_or(id);
    say!(language, fr: " · source\u{a0}: {title}", en: " · source: {title}")
}

/// The finding that a wrong example gives, with excerpts of the example and of the charter.
fn wrong_example(
    network: &Network,
    folder: &Folder,
    compiled: &CompiledCriterion,
    case: &Example,
    language: Language,
) -> Option<String> {
    let run = example_run(network, compiled, case, true, language);
    let record = run.record()?;
    let violations = record.violations(compiled, &run.network.charter.principle_ids());
    let violation = violations.first()?;
    let place = Place {
        file: run.source.path.clone(),
        at: violation.at.clone(),
    };
    let findings = vec![finding(network, compiled, violation, place, language)];
    let texts = std::slice::from_ref(&run.source);
    let resolved = workspace::resolve_with(folder, texts, findings, language);
    Some(excerpts(&resolved, EXCERPT, language))
}
