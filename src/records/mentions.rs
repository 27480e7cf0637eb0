//! Every word and every other record that each kind of file mentions; a test holds this against the schemas.

use crate::records::{
    Actor, Agreement, ById, Call, Citation, Collective, Common, Dynamic, Figure, Governance, List, Mention,
    Mentions, Published, Settings, SourceId, Stages, Territory, To, Tool, Trail, Trait, Vocabulary,
    YearBlock,
};

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
        let sourced = top.key("sourced");
        for id in self.sourced.keys() {
            key(To::Source, id.as_str(), sourced.key(id.as_str()), visit);
        }
        let contacts = top.key("contacts");
        for (place, contact) in self.contacts.iter().enumerate() {
            let here = contacts.item(place);
            value(To::Word(List::ContactRoles), contact.role.as_str(), here.key("role"), visit);
            maybe(To::Person, contact.person.as_ref(), here.key("person"), visit);
        }
        let calls = top.key("calls");
        for (name, call) in &self.calls {
            call.mentions(&calls.key(name), visit);
        }
        let years = top.key("years");
        for (year, block) in &self.years {
            block.mentions(&years.key(year), visit);
        }
    }
}

impl Mentions for Call {
    fn mentions(&self, top: &Trail, visit: Visit) {
        maybe(To::Word(List::Calls), self.kind.as_ref(), top.key("kind"), visit);
        maybe(To::Actor, self.with.as_ref(), top.key("with"), visit);
        source(self.source.as_ref(), top, visit);
        citations(&self.sources, top, visit);
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
        figures(List::Figures, &self.figures, &top.key("figures"), visit);
    }
}

impl YearBlock {
    fn resources_mentioned(&self, resources: &Trail, visit: Visit) {
        for (nature, rows) in &self.resources {
            let here = resources.key(nature.as_str());
            key(To::Word(List::Natures), nature.as_str(), here, visit);
            for (place, row) in rows.0.iter().enumerate() {
                let here = here.item(place);
                maybe(To::Actor, row.payer.as_ref(), here.key("payer"), visit);
                maybe(To::Teller, row.told_by.as_ref(), here.key("told_by"), visit);
                source(row.source.as_ref(), &here, visit);
            }
        }
    }
}

fn figure(figure: &Figure, here: &Trail, visit: Visit) {
    maybe(To::Teller, figure.told_by.as_ref(), here.key("told_by"), visit);
    source(figure.source.as_ref(), here, visit);
}

/// Figures by a word of a list.
fn figures<K: AsRef<str>>(list: List, rows: &ById<K, Figure>, top: &Trail, visit: Visit) {
    for (name, row) in rows {
        let here = top.key(name.as_ref());
        key(To::Word(list), name.as_ref(), here, visit);
        figure(row, &here, visit);
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
        each(To::Territory, &self.within.0, &top.key("within"), visit);
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
            figure(size, &top.key("size"), visit);
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
            let here = memberships.item(place);
            maybe(To::Word(List::Colleges), membership.college.as_ref(), here.key("college"), visit);
        }
        let statuses = top.key("statuses");
        for (place, status) in self.statuses.iter().enumerate() {
            let here = statuses.item(place);
            value(To::Word(List::Statuses), status.is.as_str(), here.key("is"), visit);
            source(status.source.as_ref(), &here, visit);
        }
        let usefulness = top.key("social_usefulness");
        each(To::Word(List::SocialUsefulness), &self.social_usefulness, &usefulness, visit);
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
                source(proof.source.as_ref(), &here.item(place), visit);
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
            each(To::Word(List::Roles), &partner.role, &here.key("role"), visit);
            source(partner.source.as_ref(), &here, visit);
        }
    }
}

impl Mentions for Published {
    fn mentions(&self, top: &Trail, visit: Visit) {
        figures(List::Figures, &self.figures, &top.key("figures"), visit);
        figures(List::Themes, &self.dynamics_by_theme, &top.key("dynamics_by_theme"), visit);
    }
}

impl Mentions for Settings {
    fn mentions(&self, top: &Trail, visit: Visit) {
        maybe(To::Territory, self.territory.as_ref(), top.key("territory"), visit);
        maybe(To::Actor, self.actor.as_ref(), top.key("actor"), visit);
    }
}

impl Mentions for Vocabulary {
    fn mentions(&self, top: &Trail, visit: Visit) {
        let kinds = top.key(List::ActorKinds.name());
        for (kind, word) in self.list(List::ActorKinds).iter().filter(|(_, word)| !word.inherited) {
            maybe(To::Word(List::Families), word.family.as_ref(), kinds.key(kind).key("family"), visit);
        }
    }
}
