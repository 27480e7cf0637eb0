//! What `apes explain` says of a criterion of the charter: why, by which law, with its own examples.

use crate::charter::{Case, Statute};
use crate::checks;
use crate::checks::criteria::{finding, law_in_words, principles};
use crate::checks::trial::{Terms, Trial};
use crate::diagnostic::Place;
use crate::flow;
use crate::language::Language;
use crate::network::Network;
use crate::renderers::findings::{self, Format, Told, Width};
use crate::renderers::safe;
use crate::say;
use crate::sources::Folder;

/// How wide an example is shown.
const COLUMNS: usize = 96;

/// What is said of a criterion, where the charter has it and it can be read.
pub fn explained(network: &Network, folder: &Folder, name: &str, language: Language) -> Option<String> {
    let law = checks::law(&network.charter, network, language);
    let statute = law.statutes.iter().find(|statute| statute.id == name)?;
    let criterion = statute.criterion;
    let (found, because) = (criterion.finding.in_(language), criterion.because.in_(language));
    let word = criterion.level.severity().word(language);
    let serves = law_in_words(network, criterion, None, language);
    let asks = asks(statute, language);
    let mut text = say!(language,
        fr: "{name} · {word}, critère de la charte\n\n  Constat    {found}\n  Pourquoi   {because}\n  Loi        {serves}{}\n  Demande    {asks}\n",
        en: "{name} · {word}, criterion of the charter\n\n  Finding    {found}\n  Why        {because}\n  Law        {serves}{}\n  Asks       {asks}\n",
        source(network, statute, language));
    if let Some(wrong) =
        criterion.wrong.first().and_then(|case| wrong(network, folder, statute, case, language))
    {
        let head = say!(language, fr: "Faux       ce que `apes validate` en dit\u{a0}:", en: "Wrong      what `apes validate` says of it:");
        text.push_str(&format!("\n  {head}\n\n{}", indented(&wrong)));
    }
    if let Some(right) = criterion.right.first() {
        let head = say!(language, fr: "Juste      une fiche qui passe\u{a0}:", en: "Right      a record that passes:");
        let trial = Trial::of(
            right,
            criterion.subject_of(right),
            &Terms::of(network, &network.charter, name, false),
            language,
        );
        text.push_str(&format!("\n  {head}\n\n{}", indented(&trial.source.text)));
    }
    Some(text.lines().map(|line| safe::line(line.trim_end()) + "\n").collect())
}

/// What a criterion asks, and of which records.
fn asks(statute: &Statute, language: Language) -> String {
    let criterion = statute.criterion;
    let requires = &criterion.requires;
    let rows: Vec<String> = criterion.each.0.iter().map(|rows| format!("`{rows}`")).collect();
    let rows = (!rows.is_empty()).then(|| language.and(&rows));
    let each =
        rows.map(|rows| say!(language, fr: "pour chaque ligne de {rows}, ", en: "for each row of {rows}, "));
    let condition = criterion.condition.as_ref();
    let condition =
        condition.map(|condition| say!(language, fr: "si {condition}, alors ", en: "if {condition} then "));
    format!("{}{}{requires}", each.unwrap_or_default(), condition.unwrap_or_default())
}

fn source(network: &Network, statute: &Statute, language: Language) -> String {
    let Some(id) = statute.criterion.source.as_deref() else { return String::new() };
    let own = network.charter.sources.get(id).and_then(|text| text.title.as_deref());
    let title = own.or_else(|| network.sources.get(id).and_then(|text| text.title.as_deref())).unwrap_or(id);
    say!(language, fr: " · source\u{a0}: {title}", en: " · source: {title}")
}

/// The finding that an example gives, with its excerpt and the law.
fn wrong(
    network: &Network,
    folder: &Folder,
    statute: &Statute,
    case: &Case,
    language: Language,
) -> Option<String> {
    let trial = Trial::of(
        case,
        statute.criterion.subject_of(case),
        &Terms::of(network, &network.charter, statute.id, true),
        language,
    );
    let record = trial.judged()?;
    let offences = record.offences(statute, &principles(&trial.network));
    let offence = offences.first()?;
    let place = Place { file: trial.source.path.clone(), at: offence.at.clone() };
    let found = vec![finding(network, statute, offence, place, language)];
    let resolved = flow::resolve_beside(folder, std::slice::from_ref(&trial.source), found, language);
    let told = Told {
        findings: &resolved.findings,
        sources: &resolved.sources,
        language,
        summary: "",
        held_back: 0,
        silenced: 0,
        records: 1,
    };
    Some(
        findings::render(&told, Format::Human(Width { columns: COLUMNS, colour: false }))
            .trim_end()
            .to_owned(),
    )
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}
