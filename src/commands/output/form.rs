//! The filters that every table or report shares, and the question they ask.

use anyhow::{Result, bail};
use clap::Args;

use crate::calendar::Stretch;
use crate::commands::clock::Clock;
use crate::commands::command::{Settled, perhaps};
use crate::commands::output::{Picture, Shape};
use crate::diagnostic::nearest;
use crate::flow::Trip;
use crate::records::{List, TerritoryId, ThemeId};
use crate::renderers::page::Markup;
use crate::renderers::safe;
use crate::say;
use crate::views::view::{Drawn, Question};

/// What to write, about what, and where.
#[derive(Args, Clone, Debug, Default)]
pub struct Form {
    /// Only dynamics of this theme
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    /// Only this territory and those inside it: an id or an official code
    #[arg(long, value_name = "TERRITORY")]
    territory: Option<String>,
    #[command(flatten)]
    pub shape: Shape,
}

impl Form {
    /// The same form for a map drawn so.
    #[must_use]
    pub fn drawn(&self, picture: &Picture) -> Self {
        Self { shape: self.shape.drawn(picture), ..self.clone() }
    }

    /// The theme asked for, if any is.
    fn theme(&self, trip: &Trip) -> Result<Option<ThemeId>> {
        let (vocabulary, language) = (&trip.network.vocabulary, trip.language);
        if let Some(theme) =
            self.theme.as_deref().filter(|theme| vocabulary.word(List::Themes, theme).is_none())
        {
            let known = vocabulary.list(List::Themes).iter().map(|(id, _)| id.as_str());
            let near = perhaps(nearest(theme, known), language);
            let theme = safe::line(theme);
            bail!(
                say!(language, fr: "thématique inconnue\u{a0}: `{theme}`{near}", en: "unknown theme: `{theme}`{near}")
            );
        }
        Ok(self.theme.as_deref().map(ThemeId::from))
    }

    /// The question that the options ask of a network.
    ///
    /// # Errors
    /// Where a theme or a territory is unknown.
    pub fn question<'n>(&self, trip: &'n Trip, clock: &Clock, settled: &Settled) -> Result<Question<'n>> {
        let (network, language) = (&trip.network, trip.language);
        let territory = self.territory.as_deref().map(TerritoryId::from);
        if let Some(unknown) = territory
            .as_ref()
            .filter(|name| network.territory(name.as_str()).is_none() && network.area_named(name).is_none())
        {
            let known = network.territories.iter().map(|record| record.id.as_str());
            let near = perhaps(nearest(unknown.as_str(), known), language);
            let unknown = safe::line(unknown.as_str());
            bail!(
                say!(language, fr: "territoire inconnu\u{a0}: `{unknown}`{near}", en: "unknown territory: `{unknown}`{near}")
            );
        }
        let drawn = self.shape.picture().drawn();
        // The page that turns from year to year filters by theme; a picture of anything else stands on a page as it is.
        let every_year = drawn == Drawn::default() && self.shape.markup(language)? == Some(Markup::Html);
        let today = clock.today(settled);
        Ok(Question {
            made_on: settled.today,
            asked: clock.asked().unwrap_or(Stretch { first: today, last: today }),
            dated: clock.asked().is_some(),
            theme: self.theme(trip)?,
            territory,
            drawn,
            every_year,
            ..Question::on(network, language, today)
        })
    }
}
