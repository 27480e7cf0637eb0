//! The year's report: the network in brief, then territory by territory, the map, the themes, the
//! means, what comes next.

mod about;
mod ahead;
mod brief;
mod charter;
pub(crate) mod context;
mod dynamic;
mod means;
pub(crate) mod sections;
pub(crate) mod stage_progress;
mod territory;
mod themes;

use serde::Serialize;

use crate::calendar::DateRange;
use crate::language::Bilingual;
use crate::network::Told;
use crate::network::counting::figures::FIGURES;
use crate::say;
use crate::views::parts::{charter_scope, invented, of_a_year, with_year};
use crate::views::view::{Facts, Piece, Question, ReportScope, Section, View};

use context::ReportContext;

/// The view.
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

/// How results, euros and days are counted; the figures have rules of their own.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "résultats, ressources et jours donnés tels que les fiches les disent pour \
            l'année\u{202f}; les euros et les heures ne s'ajoutent jamais",
        en: "results, resources and days given as the records tell them for the year; euros and \
            hours are never added",
    },
    Bilingual {
        fr: "un territoire a sa partie s'il est suivi, lié par une convention en vigueur, ou le \
            lieu d'une dynamique comptée dans l'année",
        en: "a territory has its part if it is followed, bound by an agreement in force, or the \
            place of a dynamic counted in the year",
    },
];

/// The facts of the year, as templates and machines read them.
#[derive(Serialize)]
struct AnnualFacts {
    /// The year, or the years.
    period: String,
    /// What it is compared with.
    before: String,
    /// Name of the network.
    network: String,
    /// Figures of the year beside those of the year before, published beside recorded.
    figures: Vec<brief::FigureFact>,
    /// Who the network is.
    about: about::AboutFact,
    /// Each territory with its dynamics, by name; the network's whole field last.
    territories: Vec<territory::TerritoryFact>,
    /// Themes with their counts.
    themes: themes::ThemesFact,
    /// Who signed.
    charter: charter::CharterFact,
    /// What the network and its dynamics live on.
    means: means::MeansFact,
    /// What the records know of the time after.
    ahead: ahead::AheadFact,
    /// Sources, in the order of their numbers.
    sources: Vec<String>,
}

fn gather(question: &Question) -> Facts {
    let (question, by_default) = of_a_year(question, Told::Anything);
    let years = DateRange::years(question.asked.first.year, question.asked.last.year);
    let question = &Question {
        asked: years,
        ..question
    };
    let mut context = ReportContext::new(question);
    let mut facts = AnnualFacts {
        period: years.to_string(),
        before: context.before.to_string(),
        network: question.network.settings.name.clone(),
        figures: brief::gather(&mut context),
        about: about::gather(&mut context),
        territories: territory::gather(&mut context),
        themes: themes::gather(&context),
        charter: charter::gather(&context),
        means: means::gather(&context),
        ahead: ahead::gather(&context),
        sources: Vec::new(),
    };
    facts.sources = context.cited.list(true);
    let countable = FIGURES.iter().map(|figure| figure.rule);
    let rules: Vec<Bilingual> = countable.chain(RULES.iter().copied()).collect();
    let name = &facts.network;
    Facts {
        report: VIEW.name,
        title: say!(question.language, fr: "{name} · bilan {years}", en: "{name} · {years} report"),
        invented: invented(question),
        sections: sections(&context, &facts),
        scope: with_year(charter_scope(question, &rules), by_default),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::default()
    }
}

fn sections(context: &ReportContext, facts: &AnnualFacts) -> Vec<Section> {
    let mut sections = vec![brief::section(context, &facts.figures)];
    sections.splice(
        0..0,
        context.told(
            "avant-propos",
            Bilingual {
                fr: "Avant-propos",
                en: "Foreword",
            },
        ),
    );
    sections.extend(about::sections(context, &facts.about));
    sections.extend(sections::sections(context, &facts.territories));
    sections.push(themes::map(context));
    sections.push(themes::section(context, &facts.themes));
    sections.push(charter::section(context, &facts.charter));
    sections.push(means::section(context, &facts.means));
    sections.push(ahead::section(context, &facts.ahead));
    if !facts.sources.is_empty() {
        let heading = context.words("Sources", "Sources");
        sections
            .push(Section::new("sources", 2, heading).with([Piece::List(facts.sources.clone())]));
    }
    sections
}
