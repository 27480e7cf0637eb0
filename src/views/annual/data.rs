//! The year for other programs: figures, dynamics, results, resources, members, days.

use crate::calendar::DateRange;
use crate::records::{Completeness, Figure};
use crate::views::annual::AnnualFacts;
use crate::views::annual::brief::{FigureFact, YearFigure};
use crate::views::annual::context::ReportContext;
use crate::views::annual::dynamic::DynamicFact;
use crate::views::annual::means::NatureFact;
use crate::views::annual::territory::TerritoryFact;
use crate::views::parts::data::{self, Holder, precision};
use crate::views::parts::means;
use crate::views::view::{DataTable, Question, Value};

/// Every table, that of the figures first.
pub fn tables(context: &ReportContext, facts: &AnnualFacts) -> Vec<DataTable> {
    let question = context.question;
    let holders = holders(question, facts);
    let dynamics: Vec<(&TerritoryFact, &DynamicFact)> = facts
        .territories
        .iter()
        .flat_map(|territory| territory.dynamics.iter().map(move |it| (territory, it)))
        .collect();
    vec![
        figures(context, facts),
        self::dynamics(question, &dynamics),
        data::results(question, &holders, question.asked),
        data::resources(question, &holders, question.asked),
        natures(question, facts),
        themes(context, facts),
        members(context, facts),
        days(context, facts),
        agreements(question, facts),
    ]
}

/// The network, the territories and the dynamics of the year, each once.
fn holders<'n>(question: &Question<'n>, facts: &AnnualFacts) -> Vec<Holder<'n>> {
    let network = question.network;
    let mut holders: Vec<Holder> = network.own_actor().map(Holder::actor).into_iter().collect();
    for territory in &facts.territories {
        holders.extend(network.territory(&territory.id).map(Holder::territory));
        let dynamics = territory.dynamics.iter();
        let mut dynamics: Vec<Holder> = dynamics
            .filter_map(|it| network.dynamic(&it.id))
            .map(Holder::dynamic)
            .collect();
        // A dynamic of two territories is shown in both.
        dynamics.retain(|it| {
            holders
                .iter()
                .all(|known| (known.kind, &known.id) != (it.kind, &it.id))
        });
        holders.extend(dynamics);
    }
    holders
}

/// A figure, the year or the one before, the figure in that year.
type FigureOfYear<'f> = (&'f FigureFact, DateRange, &'f YearFigure);

/// Figures in the year and in the one before: published, with their precision, and counted.
fn figures(context: &ReportContext, facts: &AnnualFacts) -> DataTable {
    let question = context.question;
    let rows: Vec<FigureOfYear> = facts
        .figures
        .iter()
        .flat_map(|it| {
            [
                (it, question.asked, &it.now),
                (it, context.before, &it.before),
            ]
        })
        .collect();
    question
        .data(
            "figures",
            "Chiffres de l'année et de la précédente, publiés et comptés dans les fiches",
            "Figures of the year and of the one before, published and counted in the records",
            rows,
        )
        .named("chiffre", "figure", |(it, ..)| &it.id, |(it, ..)| &it.label)
        .column("année", "year", |(_, asked, _)| year(asked))
        .column("publié", "published", |(.., of_year)| of_year.published)
        .column("publié_précision", "published_precision", |row| {
            published(question, row).map(|figure| precision(figure.is))
        })
        .column("publication_id", "publication_id", |(.., of_year)| {
            &of_year.published_in
        })
        .column("source_id", "source_id", |row| {
            let figure = published(question, row)?;
            figure.source.as_ref().map(ToString::to_string)
        })
        .column("fiches", "recorded", |(.., of_year)| of_year.recorded)
        .column(
            "fiches_complètes",
            "records_complete",
            |(it, asked, of_year)| {
                of_year.recorded?;
                let until = DateRange::years(1, asked.last.year);
                let (record, _) = question.network.published_figure(&it.id, until)?;
                Some(record.body.records == Completeness::Complete)
            },
        )
        .build()
}

/// The figure as its publication gives it; `None` where none was published.
fn published<'n>(question: &Question<'n>, row: FigureOfYear) -> Option<&'n Figure> {
    let (fact, _, of_year) = row;
    let record = question
        .network
        .published(of_year.published_in.as_deref()?)?;
    record.body.figures.get(fact.id.as_str())
}

/// A year as a number; years as an interval.
fn year(asked: DateRange) -> Value {
    let (first, last) = (asked.first.year, asked.last.year);
    if first == last {
        Value::from(first)
    } else {
        Value::from(format!("{first}/{last}"))
    }
}

/// The dynamics of the year in each territory.
fn dynamics(question: &Question, rows: &[(&TerritoryFact, &DynamicFact)]) -> DataTable {
    let network = question.network;
    let theme = |id: &str| network.dynamic(id).and_then(|it| it.body.theme.clone());
    question
        .data(
            "dynamics",
            "Dynamiques de l'année, par territoire",
            "Dynamics of the year, by territory",
            rows.iter().copied(),
        )
        .named(
            "territoire",
            "territory",
            |(it, _)| &it.id,
            |(it, _)| &it.name,
        )
        .named("dynamique", "dynamic", |(_, it)| &it.id, |(_, it)| &it.name)
        .named(
            "thématique",
            "theme",
            |(_, it)| theme(&it.id).map(|theme| theme.to_string()),
            |(_, it)| &it.theme,
        )
        .column("thématique_déduite", "theme_inferred", |(_, it)| {
            let record = network.dynamic(&it.id);
            record.map(|record| record.common.infers("theme"))
        })
        .period(|(_, it)| network.dynamic(&it.id).map(|record| record.body.period()))
        .column("fichier", "file", |(_, it)| &it.file)
        .build()
}

/// Resources of the network, and of all dynamics together, by nature.
fn natures(question: &Question, facts: &AnnualFacts) -> DataTable {
    let of_network = facts.means.network.iter().map(|it| ("network", it));
    let of_dynamics = facts.means.dynamics.iter().map(|it| ("dynamics", it));
    let rows: Vec<(&str, &NatureFact)> = of_network.chain(of_dynamics).collect();
    question
        .data(
            "natures",
            "Ressources du réseau, et de ses dynamiques ensemble, par nature",
            "Resources of the network, and of its dynamics together, by nature",
            rows,
        )
        .named(
            "de_qui",
            "whose",
            |(whose, _)| whose,
            |(whose, _)| match whose {
                "network" => question.words("réseau", "network"),
                _ => question.words("dynamiques", "dynamics"),
            },
        )
        .named("nature", "nature", |(_, it)| &it.id, |(_, it)| &it.label)
        .named(
            "catégorie",
            "category",
            |(_, it)| &it.category,
            |(_, it)| means::category(question, &it.category),
        )
        .column("prévu_euros", "planned_euros", |(_, it)| it.planned)
        .column("réalisé_euros", "actual_euros", |(_, it)| it.actual)
        .column("comparables", "comparable", |(_, it)| it.is_comparable)
        .column("heures", "hours", |(_, it)| it.hours)
        .build()
}

/// Themes in the year and in the one before.
fn themes(context: &ReportContext, facts: &AnnualFacts) -> DataTable {
    let question = context.question;
    let now = facts.themes.now.iter().map(|it| (question.asked, it));
    let before = facts.themes.before.iter().map(|it| (context.before, it));
    question
        .data(
            "themes",
            "Dynamiques par thématique et par année",
            "Dynamics by theme and year",
            now.chain(before),
        )
        .named("thématique", "theme", |(_, it)| &it.id, |(_, it)| &it.label)
        .column("année", "year", |(asked, _)| year(asked))
        .column("dynamiques", "dynamics", |(_, it)| it.dynamics)
        .column("dont_fiches", "recorded", |(_, it)| it.recorded)
        .column("connues_par_leur_nombre", "known_by_count", |(_, it)| {
            it.known_by_count
        })
        .build()
}

/// Members that have a record, by family and year.
fn members(context: &ReportContext, facts: &AnnualFacts) -> DataTable {
    let question = context.question;
    let rows = facts.about.members.iter().flat_map(|it| {
        [
            (it, question.asked, it.members),
            (it, context.before, it.before),
        ]
    });
    question
        .data(
            "members",
            "Adhérents qui ont une fiche, par famille et par année",
            "Members that have a record, by family and year",
            rows,
        )
        .named("famille", "family", |(it, ..)| &it.id, |(it, ..)| &it.label)
        .column("année", "year", |(_, asked, _)| year(asked))
        .column("adhérents", "members", |(.., count)| count)
        .build()
}

/// Days given by the network, by kind of action and year.
fn days(context: &ReportContext, facts: &AnnualFacts) -> DataTable {
    let question = context.question;
    let rows = facts.about.actions.iter().flat_map(|it| {
        [
            (it, question.asked, it.days),
            (it, context.before, it.before),
        ]
    });
    question
        .data(
            "days",
            "Jours donnés par le réseau, par action et par année",
            "Days given by the network, by action and year",
            rows.filter(|(.., days)| *days > 0.0),
        )
        .named("action", "action", |(it, ..)| &it.id, |(it, ..)| &it.label)
        .column("année", "year", |(_, asked, _)| year(asked))
        .column("jours", "days", |(.., days)| days)
        .build()
}

/// The agreements in force in the year.
fn agreements(question: &Question, facts: &AnnualFacts) -> DataTable {
    let network = question.network;
    let records = facts
        .territories
        .iter()
        .filter_map(|it| network.territory(&it.id));
    let rows: Vec<_> = records
        .flat_map(|record| {
            record
                .body
                .agreements
                .iter()
                .map(move |(key, it)| (record, key, it))
        })
        .filter(|(_, _, it)| it.period().overlaps(question.asked))
        .collect();
    question
        .data(
            "agreements",
            "Conventions en vigueur dans l'année",
            "Agreements in force in the year",
            rows,
        )
        .named(
            "territoire",
            "territory",
            |(record, ..)| record.id.as_str(),
            |(record, ..)| record.name(),
        )
        .column("convention_id", "agreement_id", |(_, key, _)| key.clone())
        .column("objet", "subject", |(.., it)| &it.subject)
        .period(|(.., it)| Some(it.period()))
        .column("jours", "days", |(.., it)| it.days)
        .column("montant_euros", "amount_euros", |(.., it)| it.amount)
        .column("déduite", "inferred", |(.., it)| it.inferred)
        .build()
}
