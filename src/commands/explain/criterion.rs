//! What `apes explain` says of a criterion of the charter: why, by which law, with its own
//! examples.

use crate::charter::{Case, CompiledCriterion};
use crate::checks;
use crate::checks::criteria::{finding, law_in_words, principles};
use crate::checks::example_run::{ExampleRun, Terms};
use crate::diagnostic::Place;
use crate::language::Language;
use crate::network::Network;
use crate::renderers::findings::{self, FindingsReport, Format, Width};
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;
use crate::workspace;

/// How wide an example is shown.
const COLUMNS: usize = 96;

/// What is said of a criterion, where the charter has it and it can be read.
pub fn explained(
    network: &Network,
    folder: &Folder,
    name: &str,
    language: Language,
) -> Option<String> {
    let law = checks::law(&network.charter, network, language);
    let compiled = law.statutes.iter().find(|compiled| compiled.id == name)?;
    let criterion = compiled.criterion;
    let (found, because) = (
        criterion.finding.get(language),
        criterion.because.get(language),
    );
    let word = criterion.level.severity().word(language);
    let serves = law_in_words(network, criterion, None, language);
    let asks = asks(compiled, language);
    let mut text = say!(language,
        fr: "{name} · {word}, critère de la charte\n\n  Constat    {found}\n  Pourquoi   \
            {because}\n  Loi        {serves}{}\n  Demande    {asks}\n",
        en: "{name} · {word}, criterion of the charter\n\n  Finding    {found}\n  Why        \
            {because}\n  Law        {serves}{}\n  Asks       {asks}\n",
        source(network, compiled, language));
    if let Some(wrong) = criterion
        .wrong
        .first()
        .and_then(|case| wrong(network, folder, compiled, case, language))
    {
        let head = say!(language, fr: "Faux       ce que `apes validate` en dit\u{a0}:", en: "Wrong      \
            what `apes validate` says of it:");
        text.push_str(&format!("\n  {head}\n\n{}", indented(&wrong)));
    }
    if let Some(right) = criterion.right.first() {
        let head = say!(language, fr: "Juste      une fiche qui passe\u{a0}:", en: "Right      a \
            record that passes:");
        let example_run = ExampleRun::of(
            right,
            criterion.subject_of(right),
            &Terms::of(network, &network.charter, name, false),
            language,
        );
        text.push_str(&format!(
            "\n  {head}\n\n{}",
            indented(&example_run.source.text)
        ));
    }
    Some(
        text.lines()
            .map(|line| safe::line(line.trim_end()) + "\n")
            .collect(),
    )
}

/// What a criterion asks, and of which records.
fn asks(compiled: &CompiledCriterion, language: Language) -> String {
    let criterion = compiled.criterion;
    let requires = &criterion.requires;
    let rows: Vec<String> = criterion
        .each
        .0
        .iter()
        .map(|rows| format!("`{rows}`"))
        .collect();
    let rows = (!rows.is_empty()).then(|| language.and(&rows));
    let each = rows.map(
        |rows| say!(language, fr: "pour chaque ligne de {rows}, ", en: "for each row of {rows}, "),
    );
    let condition = criterion.condition.as_ref();
    let condition = condition
        .map(|condition| say!(language, fr: "si {condition}, alors ", en: "if {condition} then "));
    format!(
        "{}{}{requires}",
        each.unwrap_or_default(),
        condition.unwrap_or_default()
    )
}

fn source(network: &Network, compiled: &CompiledCriterion, language: Language) -> String {
    let Some(id) = compiled.criterion.source.as_deref() else {
        return String::new();
    };
    let own = network
        .charter
        .sources
        .get(id)
        .and_then(|text| text.title.as_deref());
    let title = own
        .or_else(|| {
            network
                .sources
                .get(id)
                .and_then(|text| text.title.as_deref())
        })
        .unwrap_or(id);
    say!(language, fr: " · source\u{a0}: {title}", en: " · source: {title}")
}

/// The finding that an example gives, with its excerpt and the law.
fn wrong(
    network: &Network,
    folder: &Folder,
    compiled: &CompiledCriterion,
    case: &Case,
    language: Language,
) -> Option<String> {
    let example_run = ExampleRun::of(
        case,
        compiled.criterion.subject_of(case),
        &Terms::of(network, &network.charter, compiled.id, true),
        language,
    );
    let record = example_run.judged()?;
    let violations = record.violations(compiled, &principles(&example_run.network));
    let violation = violations.first()?;
    let place = Place {
        file: example_run.source.path.clone(),
        at: violation.at.clone(),
    };
    let found = vec![finding(network, compiled, violation, place, language)];
    let resolved = workspace::resolve_beside(
        folder,
        std::slice::from_ref(&example_run.source),
        found,
        language,
    );
    let told = FindingsReport {
        findings: &resolved.findings,
        sources: &resolved.sources,
        language,
        summary: "",
        held_back: 0,
        silenced: 0,
        records: 1,
    };
    Some(
        findings::render(
            &told,
            Format::Human(Width {
                columns: COLUMNS,
                colour: false,
            }),
        )
        .trim_end()
        .to_owned(),
    )
}

fn indented(text: &str) -> String {
    text.lines()
        .map(|line| format!("    {line}").trim_end().to_owned() + "\n")
        .collect()
}
