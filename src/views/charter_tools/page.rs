//! The charter as a page: its principles, then every criterion in words with its outcomes.

use crate::charter::Charter;
use crate::language::Language;
use crate::say;
use crate::views::charter_tools::articles::{Article, articles};
use crate::views::charter_tools::outcomes::{evaluation_day_in_words, with_day};
use crate::views::charter_tools::wording::as_sentence;
use crate::views::parts::{charter_scope, invented};
use crate::views::view::{DataTable, Facts, Piece, Question, Section, Table, TableBuilder};

/// The charter of the network on the last day asked about.
#[must_use]
pub fn charter_page(question: &Question) -> Facts {
    let question = &with_day(question);
    let articles = articles(question);
    let day = evaluation_day_in_words(question);
    let principles = &question.network.charter.principles;
    let principles: Vec<_> = principles
        .iter()
        .map(|(id, principle)| {
            serde_json::json!({ "id": id, "fr": principle.fr, "en": principle.en })
        })
        .collect();
    Facts {
        report: "law",
        title: say!(question.language,
            fr: "La charte et ses critères · {day}",
            en: "The charter and its criteria · {day}"),
        invented: invented(question),
        facts: serde_json::json!({ "principles": principles, "criteria": articles }),
        data: vec![data(question, &articles)],
        sections: sections(question, &articles),
        scope: charter_scope(question, &[]),
        ..Facts::about(question)
    }
}

fn sections(question: &Question, articles: &[Article]) -> Vec<Section> {
    let mut sections = vec![principles_section(question)];
    sections.extend(criteria_sections(question, articles));
    sections.extend(changes_section(question));
    let heading = question.words("Tous les critères", "All criteria");
    let table = Piece::Table(table(question, articles));
    sections.push(Section::new("tous", 2, heading).with([table]));
    sections
}

fn principles_section(question: &Question) -> Section {
    let language = question.language;
    let labels: Vec<String> = question
        .network
        .charter
        .principles
        .iter()
        .map(|(_, principle)| principle.label(language).to_owned())
        .collect();
    let mut pieces = if labels.is_empty() {
        vec![Piece::Text(question.words(
            "Cette charte n'a pas de principe.",
            "This charter has no principle.",
        ))]
    } else {
        let inseparable = question.words(
            "Ils sont inséparables\u{a0}: qui manque à l'un ne tient pas la charte.",
            "They are inseparable: whoever fails one does not keep the charter.",
        );
        vec![Piece::List(labels), Piece::Text(inseparable)]
    };
    pieces.push(Piece::Note(question.words(
        "Avant un vote, `apes charter try --require NOM EXPRESSION` montre quelles fiches \
            changeraient de côté",
        "Before a vote, `apes charter try --require NAME EXPRESSION` shows which records would \
            change sides",
    )));
    let heading = question.words("Les principes", "The principles");
    Section::new("principes", 2, heading).with(pieces)
}

/// The criteria, one section each, under a heading for each principle or objective.
fn criteria_sections(question: &Question, articles: &[Article]) -> Vec<Section> {
    let mut in_reading_order: Vec<&Article> = articles.iter().collect();
    in_reading_order.sort_by_key(|article| article.position);
    let mut headings: Vec<&str> = in_reading_order
        .iter()
        .map(|article| &*article.serves)
        .collect();
    // In reading order the criteria of a heading are adjacent.
    headings.dedup();
    let mut sections = Vec::new();
    for (index, heading) in headings.into_iter().enumerate() {
        sections.push(Section::new(&format!("partie-{}", index + 1), 2, heading));
        let under_heading = articles.iter().filter(|article| article.serves == heading);
        sections.extend(under_heading.map(|article| criterion_section(question, article)));
    }
    sections
}

fn criterion_section(question: &Question, article: &Article) -> Section {
    let heading = as_sentence(&article.finding);
    let id = format!("critere-{}", article.id);
    Section::new(&id, 3, heading.trim_end_matches('.')).with([
        Piece::Text(as_sentence(&article.because)),
        Piece::List(criterion_lines(question.language, article)),
    ])
}

fn criterion_lines(language: Language, article: &Article) -> Vec<String> {
    let Article {
        of_whom,
        force,
        level,
        requires,
        id,
        ..
    } = article;
    let mut lines = vec![say!(language,
        fr: "Pour {of_whom} · {force} · {level}",
        en: "For {of_whom} · {force} · {level}")];
    if !article.in_force {
        lines.push(say!(language,
            fr: "Pas en vigueur à cette date",
            en: "Not in force at this date"));
    } else if let Some(outcome) = &article.outcome {
        lines.push(say!(language, fr: "Ce jour-là\u{a0}: {outcome}", en: "On that day: {outcome}"));
    }
    if let Some(condition) = &article.condition {
        lines.push(say!(language,
            fr: "Regarde\u{a0}: `{condition}`",
            en: "Applies where: `{condition}`"));
    }
    lines.push(say!(language, fr: "Demande\u{a0}: `{requires}`", en: "Requires: `{requires}`"));
    if let Some(source) = &article.source {
        lines.push(say!(language, fr: "Source\u{a0}: {source}", en: "Source: {source}"));
    }
    lines.push(say!(language, fr: "Son nom\u{a0}: `{id}`", en: "Its name: `{id}`"));
    lines
}

/// The changes of the network to the charter that its own starts from; `None` without changes.
fn changes_section(question: &Question) -> Option<Section> {
    let charter = &question.network.charter;
    let mut lines = amended_lines(charter, question.language);
    lines.extend(struck_lines(charter, question.language));
    let heading = question.words(
        "Ce que ce réseau change à la charte",
        "What this network changes in the charter",
    );
    (!lines.is_empty()).then(|| Section::new("propre", 2, heading).with([Piece::List(lines)]))
}

/// The amended criteria, each with the keys that amendments set.
fn amended_lines(charter: &Charter, language: Language) -> Vec<String> {
    charter
        .origins
        .iter()
        .filter(|(_, origin)| !origin.amended.is_empty())
        .map(|(id, origin)| {
            let keys: Vec<String> = origin
                .amended
                .iter()
                .flat_map(|(_, keys)| keys)
                .map(|key| format!("`{key}`"))
                .collect();
            let keys = keys.join(", ");
            say!(language,
                fr: "`{id}` est modifié\u{a0}: {keys}",
                en: "`{id}` is amended: {keys}")
        })
        .collect()
}

/// The struck criteria and principles, each with the reason.
fn struck_lines(charter: &Charter, language: Language) -> impl Iterator<Item = String> {
    charter.struck.iter().map(move |(id, removal)| {
        let because = removal.because.get(language);
        match removal.from.map(|from| from.since(language)) {
            Some(since) => say!(language,
                fr: "`{id}` n'est plus demandé {since}\u{a0}: {because}",
                en: "`{id}` has not been required {since}: {because}"),
            None => say!(language,
                fr: "`{id}` n'est pas repris\u{a0}: {because}",
                en: "`{id}` is not kept: {because}"),
        }
    })
}

/// The criteria, one a row, for people.
fn table(question: &Question, articles: &[Article]) -> Table {
    criteria_columns(question, articles).build()
}

/// The criteria, one a row, for other programs.
fn data(question: &Question, articles: &[Article]) -> DataTable {
    question
        .data(
            "criteria",
            "Critères de la charte",
            "Criteria of the charter",
            articles,
        )
        .column("critère_id", "criterion_id", |article| &article.id)
        .column("constat", "finding", |article| &article.finding)
        .column("gravité", "level", |article| article.level_word)
        .column("en_vigueur", "in_force", |article| article.in_force)
        .column("fiches", "records", |article| article.looked_at)
        .column("constats", "findings", |article| article.found)
        .column("vigueur", "force", |article| &article.force)
        .column("sert", "serves", |article| &article.serves)
        .column("regarde", "looks_at", |article| &article.of_whom)
        .column("condition", "if", |article| &article.condition)
        .column("demande", "requires", |article| &article.requires)
        .column("source", "source", |article| &article.source)
        .build()
}

fn criteria_columns<'a>(question: &Question, articles: &'a [Article]) -> TableBuilder<&'a Article> {
    question
        .table("Critères de la charte", "Criteria of the charter", articles)
        .column("critère", "criterion", |article| &article.id)
        .column("gravité", "level", |article| article.level_word)
        .column("fiches", "records", |article| article.looked_at)
        .column("constats", "findings", |article| article.found)
}
