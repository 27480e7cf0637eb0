//! The filters that every table or report shares, and the question that they ask.

use anyhow::{Result, bail};
use clap::Args;

use crate::calendar::DateRange;
use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{RunContext, did_you_mean};
use crate::commands::shared::completeness::CompletenessOptions;
use crate::commands::shared::output::output_options::OutputOptions;
use crate::diagnostic::nearest;
use crate::records::{List, TerritoryId, ThemeId};
use crate::renderers::safe;
use crate::say;
use crate::views::view::Question;
use crate::workspace::Workspace;

/// The filters of a table or a report, with its format and its file.
#[derive(Args, Clone, Debug, Default)]
pub struct ReportOptions {
    /// Only dynamics of this theme
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    /// Only this territory and those inside it: an id or an official code
    #[arg(long, value_name = "TERRITORY")]
    territory: Option<String>,
    #[command(flatten)]
    pub completeness: CompletenessOptions,
    #[command(flatten)]
    pub output: OutputOptions,
}

impl ReportOptions {
    /// The question that the filters and the clock ask of a network.
    ///
    /// # Errors
    /// Returns an error if the theme or the territory is unknown.
    pub fn question<'n>(
        &self,
        workspace: &'n Workspace,
        clock: &Clock,
        context: &RunContext,
    ) -> Result<Question<'n>> {
        let today = clock.today(context);
        let range = clock.range();
        Ok(Question {
            made_on: context.today,
            asked: range.unwrap_or(DateRange {
                first: today,
                last: today,
            }),
            dated: range.is_some(),
            territory: self.territory(workspace)?,
            theme: self.theme(workspace)?,
            ..Question::on(&workspace.network, workspace.language, today)
        })
    }

    fn theme(&self, workspace: &Workspace) -> Result<Option<ThemeId>> {
        let Some(theme) = &self.theme else {
            return Ok(None);
        };
        let (vocabulary, language) = (&workspace.network.vocabulary, workspace.language);
        if vocabulary.word(List::Themes, theme).is_some() {
            return Ok(Some(ThemeId::from(theme.as_str())));
        }
        let themes = vocabulary.list(List::Themes).iter();
        let suggestion = did_you_mean(nearest(theme, themes.map(|(id, _)| id.as_str())), language);
        let theme = safe::line(theme);
        bail!(say!(language,
            fr: "thématique inconnue\u{a0}: `{theme}`{suggestion}",
            en: "unknown theme: `{theme}`{suggestion}"))
    }

    fn territory(&self, workspace: &Workspace) -> Result<Option<TerritoryId>> {
        let Some(name) = &self.territory else {
            return Ok(None);
        };
        let (network, language) = (&workspace.network, workspace.language);
        let territory = TerritoryId::from(name.as_str());
        if network.territory(name).is_some() || network.area_named(&territory).is_some() {
            return Ok(Some(territory));
        }
        let territories = network.territories.iter();
        let suggestion = did_you_mean(
            nearest(name, territories.map(|record| record.id.as_str())),
            language,
        );
        let name = safe::line(name);
        bail!(say!(language,
            fr: "territoire inconnu\u{a0}: `{name}`{suggestion}",
            en: "unknown territory: `{name}`{suggestion}"))
    }
}
