//! The year's report: the network, its territories, its themes, its resources, the time ahead.

mod about;
mod ahead;
mod brief;
mod charter;
mod context;
mod data;
mod dynamic;
mod means;
mod sections;
mod stage_progress;
mod territory;
mod themes;

use serde::Serialize;

use crate::calendar::DateRange;
use crate::language::Bilingual;
use crate::network::YearContent;
use crate::network::counting::figures::FIGURES;
use crate::say;
use crate::views::parts::{charter_scope, invented, of_a_year, with_filter, with_year};
use crate::views::view::{Facts, Piece, Question, ReportScope, Section, View};

use context::ReportContext;

/// The report `annual`.
pub const VIEW: View = View {
    name: "annual",
    about: Bilingual {
        fr: "le bilan de l'année\u{a0}: le réseau en bref, ses territoires, ses dynamiques, ses \
            moyens, ses perspectives",
        en: "the year's report: the network in brief, its territories, its dynamics, its means, \
            what comes next",
    },
    of: ReportScope::Network,
    gather,
};

/// The rules of counting results, euros and days, printed under the report after those of its
/// figures.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "résultats, ressources et jours donnés tels que les fiches les consignent pour \
            l'année\u{202f}; les euros et les heures ne s'ajoutent jamais",
        en: "results, resources and days given as the records give them for the year; euros and \
            hours are never added",
    },
    Bilingual {
        fr: "avec un filtre, ce qu'il retient, et rien d'autre\u{a0}: ni les textes sur tout le \
            réseau, ni ses propres ressources, ni les chiffres publiés",
        en: "under a filter, what it keeps and nothing else: neither the texts on the whole \
            network, nor its own resources, nor published figures",
    },
    Bilingual {
        fr: "un territoire a sa partie s'il est suivi, lié par une convention en vigueur, ou le \
            lieu d'une dynamique comptée dans l'année",
        en: "a territory has its section if it is followed, bound by an agreement in force, or the \
            place of a dynamic counted in the year",
    },
];

/// The facts of the year, as templates and machines read them.
#[derive(Serialize)]
struct AnnualFacts {
    /// The year, or the years.
    period: String,
    /// The years just before, with which everything is compared.
    before: String,
    /// Name of the network.
    network: String,
    /// Figures of the year beside those of the year before.
    figures: Vec<brief::FigureFact>,
    /// The network itself.
    about: about::AboutFact,
    /// Territories with their dynamics, by name; the whole territory of the network last.
    territories: Vec<territory::TerritoryFact>,
    /// Themes with their counts.
    themes: themes::ThemesFact,
    /// The charter's principles and signatories.
    charter: charter::CharterFact,
    /// Resources of the network and of its dynamics.
    means: means::ResourcesFact,
    /// Agreements and dynamics to come.
    ahead: ahead::AheadFact,
    /// Sources, in the order of their numbers.
    sources: Vec<String>,
}

fn gather(question: &Question) -> Facts {
    let (question, default_year) = of_a_year(question, YearContent::Anything);
    // A single month or day is reported as its whole year.
    let years = DateRange::years(question.asked.first.year, question.asked.last.year);
    let question = &Question {
        asked: years,
        ..question
    };
    let mut context = ReportContext::new(question);
    let facts = annual_facts(&mut context);
    let rules: Vec<Bilingual> = FIGURES
        .iter()
        .map(|figure| figure.rule)
        .chain(RULES.iter().copied())
        .collect();
    let name = &facts.network;
    Facts {
        report: VIEW.name,
        title: with_filter(
            question,
            say!(question.language,
                fr: "{name} · bilan {years}",
                en: "{name} · {years} report"),
        ),
        invented: invented(question),
        sections: sections(&context, &facts),
        scope: with_year(charter_scope(question, &rules), default_year),
        data: data::tables(&context, &facts),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    }
}

/// Gathers all facts, in the order in which the report cites their sources.
fn annual_facts(context: &mut ReportContext) -> AnnualFacts {
    AnnualFacts {
        period: context.question.asked.to_string(),
        before: context.before.to_string(),
        network: context.question.network.settings.name.clone(),
        figures: brief::gather(context),
        about: about::gather(context),
        territories: territory::gather(context),
        themes: themes::gather(context),
        charter: charter::gather(context),
        means: means::gather(context),
        ahead: ahead::gather(context),
        // Last, since the others cite them.
        sources: context.cited.list(true),
    }
}

/// The sections in reading order.
fn sections(context: &ReportContext, facts: &AnnualFacts) -> Vec<Section> {
    let mut sections = Vec::new();
    sections.extend(context.written_section("avant-propos", "Avant-propos", "Foreword"));
    sections.push(brief::section(context, &facts.figures));
    sections.extend(about::sections(context, &facts.about));
    sections.extend(sections::sections(context, &facts.territories));
    sections.push(themes::map(context));
    sections.push(themes::section(context, &facts.themes));
    sections.push(charter::section(context, &facts.charter));
    sections.push(means::section(context, &facts.means));
    sections.push(ahead::section(context, &facts.ahead));
    if !facts.sources.is_empty() {
        let heading = context.question.words("Sources", "Sources");
        let list = Piece::List(facts.sources.clone());
        sections.push(Section::new("sources", 2, heading).with([list]));
    }
    sections
}
