//! The filters that every table or report shares, and the question they ask.

use anyhow::{Result, bail};
use clap::Args;

use crate::calendar::DateRange;
use crate::commands::shared::clock::Clock;
use crate::commands::shared::command::{RunContext, did_you_mean};
use crate::commands::shared::output::{OutputOptions, Picture};
use crate::diagnostic::nearest;
use crate::records::{List, TerritoryId, ThemeId};
use crate::renderers::page::Markup;
use crate::renderers::safe;
use crate::say;
use crate::views::view::{MapOptions, Question};
use crate::workspace::Workspace;

/// What to write, about what, and where.
#[derive(Args, Clone, Debug, Default)]
pub struct ReportOptions {
    /// Only dynamics of this theme
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    /// Only this territory and those inside it: an id or an official code
    #[arg(long, value_name = "TERRITORY")]
    territory: Option<String>,
    #[command(flatten)]
    pub shape: OutputOptions,
}

impl ReportOptions {
    /// The same form for a map drawn so.
    #[must_use]
    pub fn drawn(&self, picture: &Picture) -> Self {
        Self {
            shape: self.shape.drawn(picture),
            ..self.clone()
        }
    }

    /// The theme asked for, if any is.
    fn theme(&self, workspace: &Workspace) -> Result<Option<ThemeId>> {
        let (vocabulary, language) = (&workspace.network.vocabulary, workspace.language);
        if let Some(theme) = self
            .theme
            .as_deref()
            .filter(|theme| vocabulary.word(List::Themes, theme).is_none())
        {
            let known = vocabulary
                .list(List::Themes)
                .iter()
                .map(|(id, _)| id.as_str());
            let near = did_you_mean(nearest(theme, known), language);
            let theme = safe::line(theme);
            bail!(
                say!(language, fr: "thématique inconnue\u{a0}: `{theme}`{near}", en: "unknown \
                    theme: `{theme}`{near}")
            );
        }
        Ok(self.theme.as_deref().map(ThemeId::from))
    }

    /// The question that the options ask of a network.
    ///
    /// # Errors
    /// Where a theme or a territory is unknown.
    pub fn question<'n>(
        &self,
        workspace: &'n Workspace,
        clock: &Clock,
        context: &RunContext,
    ) -> Result<Question<'n>> {
        let (network, language) = (&workspace.network, workspace.language);
        let territory = self.territory.as_deref().map(TerritoryId::from);
        if let Some(unknown) = territory.as_ref().filter(|name| {
            network.territory(name.as_str()).is_none() && network.area_named(name).is_none()
        }) {
            let known = network.territories.iter().map(|record| record.id.as_str());
            let near = did_you_mean(nearest(unknown.as_str(), known), language);
            let unknown = safe::line(unknown.as_str());
            bail!(
                say!(language, fr: "territoire inconnu\u{a0}: `{unknown}`{near}", en: "unknown \
                    territory: `{unknown}`{near}")
            );
        }
        let drawn = self.shape.picture().drawn();
        // The page that turns from year to year filters by theme; a picture of anything else stands
        // on a page as it is.
        let every_year =
            drawn == MapOptions::default() && self.shape.markup(language)? == Some(Markup::Html);
        let today = clock.today(context);
        Ok(Question {
            made_on: context.today,
            asked: clock.asked().unwrap_or(DateRange {
                first: today,
                last: today,
            }),
            dated: clock.asked().is_some(),
            theme: self.theme(workspace)?,
            territory,
            map_options: drawn,
            every_year,
            ..Question::on(network, language, today)
        })
    }
}
