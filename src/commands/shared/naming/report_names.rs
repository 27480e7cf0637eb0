//! The French names of the reports, and the words that people type for them.

use crate::commands::shared::naming::apply::is_other_name;
use crate::views::VIEWS;

/// The names of a report beside its own.
pub struct ReportNames {
    /// The report.
    pub report: &'static str,
    /// French names by which it can be asked for, also without their accents.
    pub french: &'static [&'static str],
    /// Words that are not its name, for which it is suggested.
    pub words: &'static [&'static str],
}

/// Every report; a test asks for the row of a new one.
#[rustfmt::skip] // A row a line can be read as the table that it is.
pub const REPORT_NAMES: &[ReportNames] = &[
    ReportNames { report: "map", french: &["carte"], words: &["plan", "cartographie"] },
    ReportNames { report: "annual", french: &["annuel", "bilan"],
        words: &["rapport annuel", "rapport d'activité", "bilan annuel", "yearly", "activity"] },
    ReportNames { report: "territory", french: &["territoire"], words: &["sheet"] },
    ReportNames { report: "theme", french: &["thématique", "thème"], words: &["topic"] },
    ReportNames { report: "process", french: &["démarche", "processus"],
        words: &["étapes", "stages"] },
    ReportNames { report: "economy", french: &["économie"],
        words: &["budget", "ressources", "resources", "money"] },
    ReportNames { report: "network", french: &["réseau"],
        words: &["graphe", "graph", "liens", "cooperation", "coopérations"] },
    ReportNames { report: "charter", french: &["charte"], words: &["signataires"] },
    ReportNames { report: "levers", french: &["leviers"],
        words: &["freins", "obstacles"] },
    ReportNames { report: "funder", french: &["financeur"],
        words: &["subventions", "grants", "conventions", "agreements"] },
    ReportNames { report: "freshness", french: &["fraîcheur", "échéances"],
        words: &["agenda", "relances", "deadlines", "ics", "calendar", "calendrier"] },
];

/// The report that has a name, its own or a French one.
#[must_use]
pub fn report_called(name: &str) -> Option<&'static str> {
    let own = VIEWS.iter().find(|view| view.name == name);
    own.map(|view| view.name).or_else(|| {
        let names = REPORT_NAMES
            .iter()
            .find(|names| is_other_name(names.french, name))?;
        Some(names.report)
    })
}

/// The French names of a report.
#[must_use]
pub fn french_names(report: &str) -> &'static [&'static str] {
    let names = REPORT_NAMES.iter().find(|names| names.report == report);
    names.map(|names| names.french).unwrap_or_default()
}
