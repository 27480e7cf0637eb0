//! The law as a page: principles, then every criterion in words, with what it comes to in the
//! records.

use serde::Serialize;

use crate::charter::{CompiledCriterion, Criterion};
use crate::language::Bilingual;
use crate::say;
use crate::views::charter_tools::tally::{OutcomeCounts, day, day_told, noun, principles, records};
use crate::views::charter_tools::words;
use crate::views::parts::{charter_scope, invented};
use crate::views::view::{Cell, Facts, Piece, Question, Section, Table};

/// What the page says of one criterion.
#[derive(Serialize)]
struct Article {
    id: String,
    serves: String,
    finding: String,
    because: String,
    of_whom: String,
    force: String,
    in_force: bool,
    level: String,
    source: Option<String>,
    #[serde(rename = "if")]
    condition: Option<String>,
    requires: String,
    looked_at: Option<usize>,
    found: Option<usize>,
    #[serde(skip)]
    said: String,
    #[serde(skip)]
    word: &'static str,
    #[serde(skip)]
    rank: usize,
}

/// The law of the network on the day asked for.
#[must_use]
pub fn page(question: &Question) -> Facts {
    let question = &Question {
        dated: true,
        ..question.clone()
    };
    let (network, language) = (question.network, question.language);
    let (charter, on) = (&network.charter, day(question));
    let law = network.compile_charter(charter, language);
    let (records, principles) = (records(question), principles(charter));
    let article = |(id, criterion): (&String, &Criterion)| {
        let compiled = law
            .criteria
            .iter()
            .find(|compiled| compiled.id == id.as_str());
        let in_force = criterion.in_force(on);
        let tally = compiled
            .filter(|_| in_force)
            .map(|compiled| OutcomeCounts::of(compiled, &records, &principles));
        article(question, id, criterion, tally)
    };
    let articles: Vec<Article> = charter.criteria.iter().map(article).collect();
    let told = day_told(question);
    Facts {
        report: "law",
        title: say!(language, fr: "La charte et ses critères · {told}", en: "The charter and its \
            criteria · {told}"),
        invented: invented(question),
        facts: serde_json::json!({ "principles": charter.principles.iter().map(|(id, principle)| {
            serde_json::json!({ "id": id, "fr": principle.fr, "en": principle.en })
        }).collect::<Vec<_>>(), "criteria": articles }),
        rows: Some(table(question, &articles, true)),
        sections: sections(question, &articles),
        scope: charter_scope(question, &[]),
        ..Facts::default()
    }
}

fn article(
    question: &Question,
    id: &str,
    criterion: &Criterion,
    tally: Option<OutcomeCounts>,
) -> Article {
    let (network, language) = (question.network, question.language);
    let said = tally.map_or_else(String::new, |tally| {
        let looked = noun(criterion, tally.all(), question);
        let found = language.number(tally.fail as u64);
        match (tally.all(), tally.fail) {
            (0, _) => {
                say!(language, fr: "n'a aucune fiche à regarder", en: "has no record to look \
                at")
            }
            (_, 0) => say!(language, fr: "regarde {looked}, n'y trouve rien à redire", en: "looks \
                at {looked}, finds nothing to say"),
            _ => say!(language, fr: "regarde {looked}, trouve à redire à {found}", en: "looks at \
                {looked}, finds something in {found}"),
        }
    });
    Article {
        id: id.to_owned(),
        serves: words::serves(&network.charter, criterion, language),
        finding: criterion.finding.get(language).to_owned(),
        because: criterion.because.get(language).to_owned(),
        of_whom: words::of_whom(criterion, language),
        force: words::force(criterion, language),
        in_force: criterion.in_force(day(question)),
        level: words::level(network, id, criterion, language),
        source: words::source(network, &network.charter, criterion),
        condition: criterion.condition.clone(),
        requires: criterion.requires.clone(),
        looked_at: tally.map(OutcomeCounts::all),
        found: tally.map(|tally| tally.fail),
        said,
        word: words::severity(network, id, criterion)
            .map_or(words::ASIDE.get(language), |severity| {
                severity.word(language)
            }),
        rank: words::rank(&network.charter, criterion),
    }
}

fn sections(question: &Question, articles: &[Article]) -> Vec<Section> {
    let language = question.language;
    let charter = &question.network.charter;
    let labels: Vec<String> = charter
        .principles
        .iter()
        .map(|(_, principle)| principle.label(language).to_owned())
        .collect();
    let together = if labels.is_empty() {
        vec![Piece::Text(
            question
                .words(
                    "Cette charte n'a pas de principe.",
                    "This charter has no principle.",
                )
                .clone(),
        )]
    } else {
        let inseparable = question.words(
            "Ils sont inséparables\u{a0}: qui manque à l'un ne tient pas la charte.",
            "They are inseparable: whoever fails one does not hold the charter.",
        );
        vec![Piece::List(labels), Piece::Text(inseparable.clone())]
    };
    let before_a_vote = say!(language,
        fr: "Avant un vote, `apes charter try --require NOM EXPRESSION` dit quelles fiches \
            changeraient de côté",
        en: "Before a vote, `apes charter try --require NAME EXPRESSION` tells which records would \
            change sides");
    let together = together.into_iter().chain([Piece::Note(before_a_vote)]);
    let mut sections = vec![
        Section::new(
            "principes",
            2,
            question.words("Les principes", "The principles"),
        )
        .with(together),
    ];
    let mut ranked: Vec<&Article> = articles.iter().collect();
    ranked.sort_by_key(|article| article.rank);
    let mut headings: Vec<&str> = ranked.iter().map(|article| &*article.serves).collect();
    headings.dedup();
    for (at, heading) in headings.into_iter().enumerate() {
        sections.push(Section::new(&format!("partie-{}", at + 1), 2, heading));
        let here = articles.iter().filter(|article| article.serves == heading);
        sections.extend(here.map(|article| told(question, article)));
    }
    sections.extend(own_ways(question));
    let all = question.words("Tous les critères", "All criteria");
    sections
        .push(Section::new("tous", 2, all).with([Piece::Table(table(question, articles, false))]));
    sections
}

/// What this network says otherwise than the charter from which it starts; nothing where it starts
/// from none.
fn own_ways(question: &Question) -> Option<Section> {
    let (language, charter) = (question.language, &question.network.charter);
    let amended = charter
        .origins
        .iter()
        .filter(|(_, home)| !home.amended.is_empty());
    let amended = amended.map(|(id, home)| {
        let keys = home
            .amended
            .iter()
            .flat_map(|(_, keys)| keys)
            .map(|key| format!("`{key}`"));
        let keys = keys.collect::<Vec<_>>().join(", ");
        say!(language, fr: "`{id}` dit autrement\u{a0}: {keys}", en: "`{id}` says otherwise: \
            {keys}")
    });
    let struck = charter.struck.iter().map(|(id, struck)| {
        let because = struck.because.get(language);
        match struck.from.map(|from| from.format(language)) {
            Some(from) => say!(language,
                fr: "`{id}` n'est plus demandé depuis {from}\u{a0}: {because}",
                en: "`{id}` is no longer asked since {from}: {because}"),
            None => say!(language,
                fr: "`{id}` n'est pas repris\u{a0}: {because}",
                en: "`{id}` is not taken over: {because}"),
        }
    });
    let lines: Vec<String> = amended.chain(struck).collect();
    let heading = Bilingual {
        fr: "Ce que ce réseau dit à sa façon",
        en: "What this network says in its own way",
    };
    (!lines.is_empty())
        .then(|| Section::new("propre", 2, heading.get(language)).with([Piece::List(lines)]))
}

/// A criterion in its own section.
fn told(question: &Question, article: &Article) -> Section {
    let language = question.language;
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
        lines.push(
            say!(language, fr: "Pas en vigueur à cette date", en: "Not in force at this date"),
        );
    } else if !article.said.is_empty() {
        let said = &article.said;
        lines.push(say!(language, fr: "Ce jour-là\u{a0}: {said}", en: "On that day: {said}"));
    }
    lines.extend(article.condition.as_ref().map(|condition| {
        say!(language, fr: "Regarde\u{a0}: `{condition}`", en: "Looks where: \
            `{condition}`")
    }));
    lines.push(say!(language, fr: "Demande\u{a0}: `{requires}`", en: "Asks: `{requires}`"));
    lines.extend(
        article
            .source
            .as_ref()
            .map(|source| say!(language, fr: "Source\u{a0}: {source}", en: "Source: {source}")),
    );
    lines.push(say!(language, fr: "Son nom\u{a0}: `{id}`", en: "Its name: `{id}`"));
    let heading = words::sentence(&article.finding);
    Section::new(&format!("critere-{id}"), 3, heading.trim_end_matches('.')).with([
        Piece::Text(words::sentence(&article.because)),
        Piece::List(lines),
    ])
}

/// Every criterion in a line: as people read it below the articles, or with all that those say, for
/// spreadsheets.
fn table(question: &Question, articles: &[Article], whole: bool) -> Table {
    let count =
        |count: Option<usize>| count.map_or(Cell::Nothing, |count| Cell::Number(count as u64));
    let row = |article: &Article| {
        let mut cells = vec![
            Cell::Text(article.id.clone()),
            Cell::Text(article.word.to_owned()),
            count(article.looked_at),
            count(article.found),
        ];
        if whole {
            cells.extend(
                [&article.force, &article.serves, &article.of_whom]
                    .map(|told| Cell::Text(told.clone())),
            );
        }
        cells
    };
    let mut columns = vec![
        question.words("critère", "criterion"),
        question.words("gravité", "level"),
        question.words("fiches", "records"),
        question.words("constats", "findings"),
    ];
    if whole {
        columns.extend([
            question.words("vigueur", "force"),
            question.words("sert", "serves"),
            question.words("regarde", "looks at"),
        ]);
    }
    Table {
        caption: question.words("Critères de la charte", "Criteria of the charter"),
        columns,
        rows: articles.iter().map(row).collect(),
        total: None,
    }
}

/// Whether a criterion may be asked on the day of the question.
pub fn asked_on<'l, 'c>(
    criteria: &'l [CompiledCriterion<'c>],
    id: &str,
    question: &Question,
) -> Option<&'l CompiledCriterion<'c>> {
    criteria
        .iter()
        .find(|compiled| compiled.id == id && compiled.criterion.in_force(day(question)))
}
