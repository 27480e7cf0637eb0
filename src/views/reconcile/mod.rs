//! Reconciliation: the figures that the network published, compared with its records.

mod candidates;
mod compared;
mod data;
mod gathered;
mod tables;

use crate::calendar::PartialDate;
use crate::language::Bilingual;
use crate::network::counting::figures::{CountableFigure, FIGURES};
use crate::say;
use crate::views::parts::nouns::{Noun, counted};
use crate::views::parts::{invented, report_scope};
use crate::views::view::{Facts, Piece, Question, Section};

use compared::ComparedFigure;
use gathered::{Publication, ReconciliationFacts};

const DIFFERING_FIGURES: Noun = Noun::new(
    ["chiffre diffère", "chiffres diffèrent"],
    ["figure differs", "figures differ"],
);

/// The rule of counting over a period, printed under those of the figures.
const COUNT_OVER_PERIOD: Bilingual = Bilingual {
    fr: "sur une période, le plus petit et le plus grand nombre d'un même jour",
    en: "over a period, the lowest and the highest number on any one day",
};

/// Compares every publication of the days asked for with the records. Returns the report, and
/// whether a publication contradicts the records, which decides the exit status.
#[must_use]
pub fn gather(question: &Question) -> (Facts, bool) {
    let (language, period) = (question.language, question.asked);
    let facts = gathered::gather(question);
    let report = Facts {
        report: "reconcile",
        title: say!(language,
            fr: "Les chiffres publiés face aux fiches · {period}",
            en: "Published figures against the records · {period}"),
        invented: invented(question),
        sections: sections(question, &facts),
        scope: report_scope(question, &rules(&facts.publications)),
        data: data::tables(question, &facts),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    };
    (report, facts.differs)
}

/// The rules of counting of the published figures; none where nothing was published.
fn rules(publications: &[Publication]) -> Vec<Bilingual> {
    if publications.is_empty() {
        return Vec::new();
    }
    FIGURES
        .iter()
        .filter(|countable| is_published(publications, countable))
        .map(|countable| countable.rule)
        .chain([COUNT_OVER_PERIOD])
        .collect()
}

fn is_published(publications: &[Publication], countable: &CountableFigure) -> bool {
    publications
        .iter()
        .flat_map(|publication| &publication.figures)
        .any(|figure| figure.id == countable.id)
}

/// A section for each publication; a single sentence where nothing was published.
fn sections(question: &Question, facts: &ReconciliationFacts) -> Vec<Section> {
    if facts.publications.is_empty() {
        let heading = question.words("Publications", "Publications");
        let sentence = nothing_published(question);
        return vec![Section::new("publications", 2, heading).with([Piece::Text(sentence)])];
    }
    facts
        .publications
        .iter()
        .zip(1..)
        .map(|(publication, number)| section(question, number, publication))
        .collect()
}

/// The sentence that nothing was published, with the years that have publications.
fn nothing_published(question: &Question) -> String {
    let (language, period) = (question.language, question.asked);
    let sentence = say!(language,
        fr: "Rien n'a été publié pour {period}.",
        en: "Nothing was published for {period}.");
    let mut years: Vec<u16> = question
        .network
        .published
        .iter()
        .filter_map(|record| record.body.at.map(PartialDate::year))
        .collect();
    if years.is_empty() {
        return sentence;
    }
    years.sort_unstable();
    years.dedup();
    let years: Vec<String> = years.iter().map(u16::to_string).collect();
    let years = language.and(&years);
    say!(language,
        fr: "{sentence} Des chiffres existent pour {years}.",
        en: "{sentence} There are figures for {years}.")
}

fn section(question: &Question, number: usize, publication: &Publication) -> Section {
    let heading = format!("{} ({})", publication.name, publication.at);
    let mut pieces = vec![
        Piece::Text(in_brief(question, publication)),
        Piece::Table(tables::figures(question, publication)),
    ];
    if !publication.themes.is_empty() {
        pieces.push(Piece::Table(tables::themes(question, publication)));
        pieces.extend(sum_of_themes(question, publication).map(Piece::Text));
    }
    if !publication.candidates.is_empty() {
        pieces.push(Piece::Table(tables::candidates(question, publication)));
    }
    if let Some(reason) = &publication.waived {
        pieces.push(Piece::Note(say!(question.language,
            fr: "Écart expliqué dans la fiche\u{a0}: {reason}",
            en: "Difference explained in the record: {reason}")));
    }
    Section::new(&format!("publication-{number}"), 2, heading).with(pieces)
}

/// The result of the comparison, in a sentence.
fn in_brief(question: &Question, publication: &Publication) -> String {
    let language = question.language;
    let file = &publication.file;
    let differing = publication
        .all_figures()
        .filter(|figure| figure.differs)
        .count();
    if differing > 0 {
        let figures = counted(differing, &DIFFERING_FIGURES, language);
        say!(language,
            fr: "{figures} des fiches ({file}).",
            en: "{figures} from the records ({file}).")
    } else if !publication.all_figures().any(ComparedFigure::is_countable) {
        say!(language,
            fr: "Rien ici ne se compte dans les fiches\u{a0}: chiffres cités ({file}).",
            en: "Nothing here can be counted in the records: figures quoted ({file}).")
    } else if publication.all_figures().any(ComparedFigure::is_missed) {
        say!(language,
            fr: "Rien ne contredit les fiches\u{202f}; ce qui leur manque n'est connu que par le \
                nombre ({file}, `records = \"partial\"`).",
            en: "Nothing contradicts the records; what they lack is known by count alone ({file}, \
                `records = \"partial\"`).")
    } else {
        in_agreement(question, publication)
    }
}

/// The sentence that the records give what can be counted in them, with the number of figures that
/// cannot.
fn in_agreement(question: &Question, publication: &Publication) -> String {
    let (language, file) = (question.language, &publication.file);
    let quoted = publication
        .all_figures()
        .filter(|figure| !figure.is_countable())
        .count();
    if quoted == 0 {
        return say!(language,
            fr: "Les fiches donnent ces chiffres ({file}).",
            en: "The records give these figures ({file}).");
    }
    let quoted = language.number(quoted as u64);
    say!(language,
        fr: "Les fiches donnent ceux de ces chiffres qui s'y comptent\u{202f}; cités \
            seulement\u{a0}: {quoted} ({file}).",
        en: "The records give those of these figures that can be counted in them; quoted only: \
            {quoted} ({file}).")
}

/// The sum of the themes and the published number of dynamics; `None` if they cannot be added.
fn sum_of_themes(question: &Question, publication: &Publication) -> Option<String> {
    let language = question.language;
    let themes_add_up = publication.themes_add_up?;
    let themes = publication.themes.iter().map(|theme| theme.published);
    let terms: Vec<String> = themes
        .clone()
        .map(|number| language.decimal(number, 2))
        .collect();
    let mut figures = publication.figures.iter();
    let dynamics = figures.find(|figure| figure.id == "dynamics")?.published;
    let terms = terms.join(" + ");
    let sum = language.decimal(themes.sum(), 2);
    let total = language.decimal(dynamics, 2);
    Some(if themes_add_up {
        say!(language,
            fr: "Somme des thématiques\u{a0}: {terms} = {sum} ✓",
            en: "Sum of the themes: {terms} = {sum} ✓")
    } else {
        say!(language,
            fr: "Somme des thématiques\u{a0}: {terms} = {sum}, et non {total} comme publié",
            en: "Sum of the themes: {terms} = {sum}, not {total} as published")
    })
}
