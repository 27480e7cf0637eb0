//! Every word and every other record that a record mentions, with the route to it.

use crate::diagnostic::{Route, Step};
use crate::records::{
    Actor, Agreement, Citation, Collective, Common, Dynamic, Governance, List, Published, SourceId, Stages,
    Territory, Tool, Trait, YearBlock,
};

/// What a text is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// A word of a list.
    Word(List),
    /// A principle of the charter.
    Principle,
    /// An actor.
    Actor,
    /// An actor that needs no record of its own where its row names it.
    NamedInPlace,
    /// A territory, by id or official code.
    Territory,
    /// A commune, by code.
    Commune,
    /// A dynamic.
    Dynamic,
    /// A source.
    Source,
    /// Who said something: a kind of stakeholder or an actor.
    Teller,
}

/// A mention: what the text names, the text, and where it stands.
#[derive(Clone, Copy)]
pub struct Mention<'a> {
    /// What it names.
    pub to: To,
    /// The name.
    pub text: &'a str,
    /// Where.
    pub trail: Trail<'a>,
    /// Whether the text is a key rather than a value.
    pub is_key: bool,
}

/// A route that costs nothing until it is wanted.
#[derive(Clone, Copy, Default)]
pub struct Trail<'a> {
    before: Option<&'a Trail<'a>>,
    step: Option<Stepped<'a>>,
}

#[derive(Clone, Copy)]
enum Stepped<'a> {
    Key(&'a str),
    Item(usize),
}

impl<'a> Trail<'a> {
    fn key(&'a self, key: &'a str) -> Trail<'a> {
        Trail { before: Some(self), step: Some(Stepped::Key(key)) }
    }

    fn item(&'a self, item: usize) -> Trail<'a> {
        Trail { before: Some(self), step: Some(Stepped::Item(item)) }
    }

    /// The route in full.
    #[must_use]
    pub fn route(&self) -> Route {
        let mut route = self.before.map_or_else(Route::default, Self::route);
        match self.step {
            Some(Stepped::Key(key)) => route.0.push(Step::from(key)),
            Some(Stepped::Item(item)) => route.0.push(Step::from(item)),
            None => {}
        }
        route
    }
}

/// Something that mentions.
pub trait Mentions {
    /// Shows each mention to the visitor.
    fn mentions(&self, top: &Trail, visit: &mut dyn FnMut(Mention));
}

type Visit<'v> = &'v mut dyn FnMut(Mention);

fn value(to: To, text: &str, trail: Trail, visit: Visit) {
    visit(Mention { to, text, trail, is_key: false });
}

fn key(to: To, text: &str, trail: Trail, visit: Visit) {
    visit(Mention { to, text, trail, is_key: true });
}

fn maybe<T: AsRef<str>>(to: To, text: Option<&T>, trail: Trail, visit: Visit) {
    if let Some(text) = text {
        value(to, text.as_ref(), trail, visit);
    }
}

fn each<T: AsRef<str>>(to: To, texts: &[T], trail: &Trail, visit: Visit) {
    for (place, text) in texts.iter().enumerate() {
        value(to, text.as_ref(), trail.item(place), visit);
    }
}

/// One value or a list: the item is part of the route only where there is a list of several.
fn one_or_each<T: AsRef<str>>(to: To, texts: &[T], trail: Trail, visit: Visit) {
    match texts {
        [text] => value(to, text.as_ref(), trail, visit),
        several => each(to, several, &trail, visit),
    }
}

fn source(source: Option<&SourceId>, trail: &Trail, visit: Visit) {
    maybe(To::Source, source, trail.key("source"), visit);
}

fn citations(sources: &[Citation], trail: &Trail, visit: Visit) {
    let list = trail.key("sources");
    for (place, citation) in sources.iter().enumerate() {
        if let Citation::Id(id) = citation {
            value(To::Source, id.as_str(), list.item(place), visit);
        }
    }
}

impl Mentions for Common {
    fn mentions(&self, top: &Trail, visit: Visit) {
        citations(&self.sources, top, visit);
        let contacts = top.key("contacts");
        for (place, contact) in self.contacts.iter().enumerate() {
            value(
                To::Word(List::ContactRoles),
                contact.role.as_str(),
                contacts.item(place).key("role"),
                visit,
            );
        }
        let years = top.key("years");
        for (year, block) in &self.years {
            block.mentions(&years.key(year), visit);
        }
    }
}

impl Mentions for YearBlock {
    fn mentions(&self, top: &Trail, visit: Visit) {
        let actions = top.key("actions");
        for action in self.actions.keys() {
            key(To::Word(List::Actions), action.as_str(), actions.key(action.as_str()), visit);
        }
        self.resources_mentioned(&top.key("resources"), visit);
        let results = top.key("results");
        for (indicator, row) in &self.results {
            let here = results.key(indicator.as_str());
            key(To::Word(List::Indicators), indicator.as_str(), here, visit);
            maybe(To::Teller, row.told_by.as_ref(), here.key("told_by"), visit);
            source(row.source.as_ref(), &here, visit);
        }
        let figures = top.key("figures");
        for (name, figure) in &self.figures {
            let here = figures.key(name.as_str());
            key(To::Word(List::Figures), name.as_str(), here, visit);
            maybe(To::Teller, figure.told_by.as_ref(), here.key("told_by"), visit);
            source(figure.source.as_ref(), &here, visit);
        }
    }
}

impl YearBlock {
    fn resources_mentioned(&self, resources: &Trail, visit: Visit) {
        for (nature, rows) in &self.resources {
            let here = resources.key(nature.as_str());
            key(To::Word(List::Natures), nature.as_str(), here, visit);
            for (place, row) in rows.0.iter().enumerate() {
                let item = here.item(place);
                let here = if rows.0.len() == 1 { &here } else { &item };
                maybe(To::NamedInPlace, row.payer.as_ref(), here.key("payer"), visit);
                maybe(To::Teller, row.told_by.as_ref(), here.key("told_by"), visit);
                source(row.source.as_ref(), here, visit);
            }
        }
    }
}

fn stages(stages: &Stages, top: &Trail, visit: Visit) {
    let list = top.key("stages");
    for (stage, reached) in stages {
        let here = list.key(stage.as_str());
        key(To::Word(List::Stages), stage.as_str(), here, visit);
        source(reached.source.as_ref(), &here, visit);
    }
}

fn traits(name: &str, list: List, rows: &[Trait], top: &Trail, visit: Visit) {
    let rows_here = top.key(name);
    for (place, row) in rows.iter().enumerate() {
        let here = rows_here.item(place);
        value(To::Word(list), row.kind.as_str(), here.key("kind"), visit);
        maybe(To::Teller, row.told_by.as_ref(), here.key("told_by"), visit);
        source(row.source.as_ref(), &here, visit);
    }
}

fn tools(rows: &[Tool], top: &Trail, visit: Visit) {
    let rows_here = top.key("tools");
    for (place, row) in rows.iter().enumerate() {
        let here = rows_here.item(place);
        value(To::Word(List::Tools), row.kind.as_str(), here.key("kind"), visit);
        source(row.source.as_ref(), &here, visit);
    }
}

fn governance(governance: Option<&Governance>, top: &Trail, visit: Visit) {
    if let Some(governance) = governance {
        each(To::Word(List::Stakeholders), &governance.hears, &top.key("governance").key("hears"), visit);
    }
}

impl Mentions for Territory {
    fn mentions(&self, top: &Trail, visit: Visit) {
        value(To::Word(List::TerritoryKinds), self.kind.as_str(), top.key("kind"), visit);
        each(To::Territory, &self.made_of, &top.key("made_of"), visit);
        one_or_each(To::Territory, &self.within.0, top.key("within"), visit);
        each(To::Territory, &self.succeeds, &top.key("succeeds"), visit);
        traits("levers", List::Levers, &self.levers, top, visit);
        traits("obstacles", List::Obstacles, &self.obstacles, top, visit);
        tools(&self.tools, top, visit);
        stages(&self.stages, top, visit);
        let agreements = top.key("agreements");
        for (name, agreement) in &self.agreements {
            agreement.mentions(&agreements.key(name), visit);
        }
        if let Some(collective) = &self.collective {
            collective.mentions(&top.key("collective"), visit);
        }
    }
}

impl Mentions for Agreement {
    fn mentions(&self, top: &Trail, visit: Visit) {
        maybe(To::Actor, self.with.as_ref(), top.key("with"), visit);
        source(self.source.as_ref(), top, visit);
        citations(&self.sources, top, visit);
    }
}

impl Mentions for Collective {
    fn mentions(&self, top: &Trail, visit: Visit) {
        maybe(To::Actor, self.actor.as_ref(), top.key("actor"), visit);
        each(To::Actor, &self.members, &top.key("members"), visit);
        each(To::Word(List::Stakeholders), &self.identified_with, &top.key("identified_with"), visit);
        if let Some(size) = &self.size {
            let here = top.key("size");
            maybe(To::Teller, size.told_by.as_ref(), here.key("told_by"), visit);
            source(size.source.as_ref(), &here, visit);
        }
    }
}

impl Mentions for Actor {
    fn mentions(&self, top: &Trail, visit: Visit) {
        value(To::Word(List::ActorKinds), self.kind.as_str(), top.key("kind"), visit);
        each(To::Territory, &self.also_in, &top.key("also_in"), visit);
        maybe(To::Commune, self.place.as_ref(), top.key("place"), visit);
        maybe(To::Territory, self.governs.as_ref(), top.key("governs"), visit);
        let memberships = top.key("member");
        for (place, membership) in self.member.0.iter().enumerate() {
            let item = memberships.item(place);
            let here = if self.member.0.len() == 1 { &memberships } else { &item };
            maybe(To::Word(List::Colleges), membership.college.as_ref(), here.key("college"), visit);
        }
        let statuses = top.key("statuses");
        for (place, status) in self.statuses.iter().enumerate() {
            let here = statuses.item(place);
            value(To::Word(List::Statuses), status.is.as_str(), here.key("is"), visit);
            source(status.source.as_ref(), &here, visit);
        }
        each(To::Actor, &self.part_of_networks, &top.key("part_of_networks"), visit);
        governance(self.governance.as_ref(), top, visit);
        self.charter_mentioned(&top.key("charter").key("evidence"), visit);
    }
}

impl Actor {
    fn charter_mentioned(&self, evidence: &Trail, visit: Visit) {
        for (principle, proofs) in self.charter.iter().flat_map(|charter| &charter.evidence) {
            let here = evidence.key(principle.as_str());
            key(To::Principle, principle.as_str(), here, visit);
            for (place, proof) in proofs.0.iter().enumerate() {
                let item = here.item(place);
                source(proof.source.as_ref(), if proofs.0.len() == 1 { &here } else { &item }, visit);
            }
        }
    }
}

impl Mentions for Dynamic {
    fn mentions(&self, top: &Trail, visit: Visit) {
        maybe(To::Word(List::Themes), self.theme.as_ref(), top.key("theme"), visit);
        each(To::Word(List::Themes), &self.other_themes, &top.key("other_themes"), visit);
        maybe(To::Word(List::NetworkRoles), self.network_role.as_ref(), top.key("network_role"), visit);
        maybe(To::Commune, self.place.as_ref(), top.key("place"), visit);
        each(To::Territory, &self.also_in, &top.key("also_in"), visit);
        maybe(To::Word(List::Forms), self.form.as_ref(), top.key("form"), visit);
        maybe(To::Dynamic, self.part_of.as_ref(), top.key("part_of"), visit);
        each(To::Dynamic, &self.succeeds, &top.key("succeeds"), visit);
        maybe(To::Word(List::Ends), self.ended.as_ref(), top.key("ended"), visit);
        traits("levers", List::Levers, &self.levers, top, visit);
        traits("obstacles", List::Obstacles, &self.obstacles, top, visit);
        tools(&self.tools, top, visit);
        stages(&self.stages, top, visit);
        each(
            To::Word(List::Stakeholders),
            &self.purpose.identified_with,
            &top.key("purpose").key("identified_with"),
            visit,
        );
        governance(self.governance.as_ref(), top, visit);
        self.partners_mentioned(&top.key("partners"), visit);
    }
}

impl Dynamic {
    fn partners_mentioned(&self, partners: &Trail, visit: Visit) {
        for (actor, partner) in &self.partners {
            let here = partners.key(actor.as_str());
            let to = if partner.name.is_some() { To::NamedInPlace } else { To::Actor };
            key(to, actor.as_str(), here, visit);
            maybe(To::Word(List::ActorKinds), partner.kind.as_ref(), here.key("kind"), visit);
            one_or_each(To::Word(List::Roles), &partner.role, here.key("role"), visit);
            source(partner.source.as_ref(), &here, visit);
        }
    }
}

impl Mentions for Published {
    fn mentions(&self, top: &Trail, visit: Visit) {
        let figures = top.key("figures");
        for (name, figure) in &self.figures {
            let here = figures.key(name.as_str());
            key(To::Word(List::Figures), name.as_str(), here, visit);
            maybe(To::Teller, figure.told_by.as_ref(), here.key("told_by"), visit);
            source(figure.source.as_ref(), &here, visit);
        }
        let themes = top.key("dynamics_by_theme");
        for theme in self.dynamics_by_theme.keys() {
            key(To::Word(List::Themes), theme.as_str(), themes.key(theme.as_str()), visit);
        }
    }
}
