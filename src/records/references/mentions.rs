//! Every word and every other record that each kind of file mentions; a test holds this against the
//! schemas.

use crate::records::{
    Actor, Agreement, Call, Citation, Collective, Common, Dynamic, Figure, Governance, LazyRoute,
    LeverOrObstacle, List, Mention, Mentions, Published, Settings, SortedMap, SourceId, Stages,
    Target, Territory, Tool, Vocabulary, YearBlock,
};

type Visit<'v> = &'v mut dyn FnMut(Mention);

fn value(to: Target, text: &str, route: LazyRoute, visit: Visit) {
    visit(Mention {
        to,
        text,
        route,
        is_key: false,
    });
}

fn key(to: Target, text: &str, route: LazyRoute, visit: Visit) {
    visit(Mention {
        to,
        text,
        route,
        is_key: true,
    });
}

fn maybe<T: AsRef<str>>(to: Target, text: Option<&T>, route: LazyRoute, visit: Visit) {
    if let Some(text) = text {
        value(to, text.as_ref(), route, visit);
    }
}

fn each<T: AsRef<str>>(to: Target, texts: &[T], route: &LazyRoute, visit: Visit) {
    for (place, text) in texts.iter().enumerate() {
        value(to, text.as_ref(), route.item(place), visit);
    }
}

fn source(source: Option<&SourceId>, route: &LazyRoute, visit: Visit) {
    maybe(Target::Source, source, route.key("source"), visit);
}

fn citations(sources: &[Citation], route: &LazyRoute, visit: Visit) {
    let list = route.key("sources");
    for (place, citation) in sources.iter().enumerate() {
        if let Citation::Id(id) = citation {
            value(Target::Source, id.as_str(), list.item(place), visit);
        }
    }
}

impl Mentions for Common {
    fn mentions(&self, top: &LazyRoute, visit: Visit) {
        citations(&self.sources, top, visit);
        let sourced = top.key("sourced");
        for id in self.sourced.keys() {
            key(Target::Source, id.as_str(), sourced.key(id.as_str()), visit);
        }
        let contacts = top.key("contacts");
        for (place, contact) in self.contacts.iter().enumerate() {
            let here = contacts.item(place);
            value(
                Target::Word(List::ContactRoles),
                contact.role.as_str(),
                here.key("role"),
                visit,
            );
            maybe(
                Target::Person,
                contact.person.as_ref(),
                here.key("person"),
                visit,
            );
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
    fn mentions(&self, top: &LazyRoute, visit: Visit) {
        maybe(
            Target::Word(List::Calls),
            self.kind.as_ref(),
            top.key("kind"),
            visit,
        );
        maybe(Target::Actor, self.with.as_ref(), top.key("with"), visit);
        source(self.source.as_ref(), top, visit);
        citations(&self.sources, top, visit);
    }
}

impl Mentions for YearBlock {
    fn mentions(&self, top: &LazyRoute, visit: Visit) {
        let actions = top.key("actions");
        for action in self.actions.keys() {
            key(
                Target::Word(List::Actions),
                action.as_str(),
                actions.key(action.as_str()),
                visit,
            );
        }
        self.resources_mentioned(&top.key("resources"), visit);
        let results = top.key("results");
        for (indicator, row) in &self.results {
            let here = results.key(indicator.as_str());
            key(
                Target::Word(List::Indicators),
                indicator.as_str(),
                here,
                visit,
            );
            maybe(
                Target::Informant,
                row.told_by.as_ref(),
                here.key("told_by"),
                visit,
            );
            source(row.source.as_ref(), &here, visit);
        }
        figures(List::Figures, &self.figures, &top.key("figures"), visit);
    }
}

impl YearBlock {
    fn resources_mentioned(&self, resources: &LazyRoute, visit: Visit) {
        for (nature, rows) in &self.resources {
            let here = resources.key(nature.as_str());
            key(Target::Word(List::Natures), nature.as_str(), here, visit);
            for (place, row) in rows.0.iter().enumerate() {
                let here = here.item(place);
                maybe(Target::Actor, row.payer.as_ref(), here.key("payer"), visit);
                maybe(
                    Target::Informant,
                    row.told_by.as_ref(),
                    here.key("told_by"),
                    visit,
                );
                source(row.source.as_ref(), &here, visit);
            }
        }
    }
}

fn figure(figure: &Figure, here: &LazyRoute, visit: Visit) {
    maybe(
        Target::Informant,
        figure.told_by.as_ref(),
        here.key("told_by"),
        visit,
    );
    source(figure.source.as_ref(), here, visit);
}

/// Figures by a word of a list.
fn figures<K: AsRef<str>>(list: List, rows: &SortedMap<K, Figure>, top: &LazyRoute, visit: Visit) {
    for (name, row) in rows {
        let here = top.key(name.as_ref());
        key(Target::Word(list), name.as_ref(), here, visit);
        figure(row, &here, visit);
    }
}

fn stages(stages: &Stages, top: &LazyRoute, visit: Visit) {
    let list = top.key("stages");
    for (stage, reached) in stages {
        let here = list.key(stage.as_str());
        key(Target::Word(List::Stages), stage.as_str(), here, visit);
        source(reached.source.as_ref(), &here, visit);
    }
}

fn traits(name: &str, list: List, rows: &[LeverOrObstacle], top: &LazyRoute, visit: Visit) {
    let rows_here = top.key(name);
    for (place, row) in rows.iter().enumerate() {
        let here = rows_here.item(place);
        value(
            Target::Word(list),
            row.kind.as_str(),
            here.key("kind"),
            visit,
        );
        maybe(
            Target::Informant,
            row.told_by.as_ref(),
            here.key("told_by"),
            visit,
        );
        source(row.source.as_ref(), &here, visit);
    }
}

fn tools(rows: &[Tool], top: &LazyRoute, visit: Visit) {
    let rows_here = top.key("tools");
    for (place, row) in rows.iter().enumerate() {
        let here = rows_here.item(place);
        value(
            Target::Word(List::Tools),
            row.kind.as_str(),
            here.key("kind"),
            visit,
        );
        source(row.source.as_ref(), &here, visit);
    }
}

fn governance(governance: Option<&Governance>, top: &LazyRoute, visit: Visit) {
    if let Some(governance) = governance {
        each(
            Target::Word(List::Stakeholders),
            &governance.hears,
            &top.key("governance").key("hears"),
            visit,
        );
    }
}

impl Mentions for Territory {
    fn mentions(&self, top: &LazyRoute, visit: Visit) {
        value(
            Target::Word(List::TerritoryKinds),
            self.kind.as_str(),
            top.key("kind"),
            visit,
        );
        each(Target::Territory, &self.made_of, &top.key("made_of"), visit);
        each(Target::Territory, &self.within.0, &top.key("within"), visit);
        each(
            Target::Territory,
            &self.succeeds,
            &top.key("succeeds"),
            visit,
        );
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
    fn mentions(&self, top: &LazyRoute, visit: Visit) {
        maybe(Target::Actor, self.with.as_ref(), top.key("with"), visit);
        source(self.source.as_ref(), top, visit);
        citations(&self.sources, top, visit);
    }
}

impl Mentions for Collective {
    fn mentions(&self, top: &LazyRoute, visit: Visit) {
        maybe(Target::Actor, self.actor.as_ref(), top.key("actor"), visit);
        each(Target::Actor, &self.members, &top.key("members"), visit);
        each(
            Target::Word(List::Stakeholders),
            &self.identified_with,
            &top.key("identified_with"),
            visit,
        );
        if let Some(size) = &self.size {
            figure(size, &top.key("size"), visit);
        }
    }
}

impl Mentions for Actor {
    fn mentions(&self, top: &LazyRoute, visit: Visit) {
        value(
            Target::Word(List::ActorKinds),
            self.kind.as_str(),
            top.key("kind"),
            visit,
        );
        each(Target::Territory, &self.also_in, &top.key("also_in"), visit);
        maybe(
            Target::Commune,
            self.place.as_ref(),
            top.key("place"),
            visit,
        );
        maybe(
            Target::Territory,
            self.governs.as_ref(),
            top.key("governs"),
            visit,
        );
        let memberships = top.key("member");
        for (place, membership) in self.member.0.iter().enumerate() {
            let here = memberships.item(place);
            maybe(
                Target::Word(List::Colleges),
                membership.college.as_ref(),
                here.key("college"),
                visit,
            );
        }
        let statuses = top.key("statuses");
        for (place, status) in self.statuses.iter().enumerate() {
            let here = statuses.item(place);
            value(
                Target::Word(List::Statuses),
                status.is.as_str(),
                here.key("is"),
                visit,
            );
            source(status.source.as_ref(), &here, visit);
        }
        let usefulness = top.key("social_usefulness");
        each(
            Target::Word(List::SocialUsefulness),
            &self.social_usefulness,
            &usefulness,
            visit,
        );
        each(
            Target::Actor,
            &self.part_of_networks,
            &top.key("part_of_networks"),
            visit,
        );
        governance(self.governance.as_ref(), top, visit);
        self.charter_mentioned(&top.key("charter").key("evidence"), visit);
    }
}

impl Actor {
    fn charter_mentioned(&self, evidence: &LazyRoute, visit: Visit) {
        for (principle, proofs) in self.charter.iter().flat_map(|charter| &charter.evidence) {
            let here = evidence.key(principle.as_str());
            key(Target::Principle, principle.as_str(), here, visit);
            for (place, proof) in proofs.0.iter().enumerate() {
                source(proof.source.as_ref(), &here.item(place), visit);
            }
        }
    }
}

impl Mentions for Dynamic {
    fn mentions(&self, top: &LazyRoute, visit: Visit) {
        maybe(
            Target::Word(List::Themes),
            self.theme.as_ref(),
            top.key("theme"),
            visit,
        );
        each(
            Target::Word(List::Themes),
            &self.other_themes,
            &top.key("other_themes"),
            visit,
        );
        maybe(
            Target::Word(List::NetworkRoles),
            self.network_role.as_ref(),
            top.key("network_role"),
            visit,
        );
        maybe(
            Target::Commune,
            self.place.as_ref(),
            top.key("place"),
            visit,
        );
        each(Target::Territory, &self.also_in, &top.key("also_in"), visit);
        maybe(
            Target::Word(List::Forms),
            self.form.as_ref(),
            top.key("form"),
            visit,
        );
        maybe(
            Target::Dynamic,
            self.part_of.as_ref(),
            top.key("part_of"),
            visit,
        );
        each(Target::Dynamic, &self.succeeds, &top.key("succeeds"), visit);
        maybe(
            Target::Word(List::Ends),
            self.ended.as_ref(),
            top.key("ended"),
            visit,
        );
        traits("levers", List::Levers, &self.levers, top, visit);
        traits("obstacles", List::Obstacles, &self.obstacles, top, visit);
        tools(&self.tools, top, visit);
        stages(&self.stages, top, visit);
        each(
            Target::Word(List::Stakeholders),
            &self.purpose.identified_with,
            &top.key("purpose").key("identified_with"),
            visit,
        );
        governance(self.governance.as_ref(), top, visit);
        self.partners_mentioned(&top.key("partners"), visit);
    }
}

impl Dynamic {
    fn partners_mentioned(&self, partners: &LazyRoute, visit: Visit) {
        for (actor, partner) in &self.partners {
            let here = partners.key(actor.as_str());
            let to = if partner.name.is_some() {
                Target::NamedInPlace
            } else {
                Target::Actor
            };
            key(to, actor.as_str(), here, visit);
            maybe(
                Target::Word(List::ActorKinds),
                partner.kind.as_ref(),
                here.key("kind"),
                visit,
            );
            each(
                Target::Word(List::Roles),
                &partner.role,
                &here.key("role"),
                visit,
            );
            source(partner.source.as_ref(), &here, visit);
        }
    }
}

impl Mentions for Published {
    fn mentions(&self, top: &LazyRoute, visit: Visit) {
        figures(List::Figures, &self.figures, &top.key("figures"), visit);
        figures(
            List::Themes,
            &self.dynamics_by_theme,
            &top.key("dynamics_by_theme"),
            visit,
        );
    }
}

impl Mentions for Settings {
    fn mentions(&self, top: &LazyRoute, visit: Visit) {
        maybe(
            Target::Territory,
            self.territory.as_ref(),
            top.key("territory"),
            visit,
        );
        maybe(Target::Actor, self.actor.as_ref(), top.key("actor"), visit);
    }
}

impl Mentions for Vocabulary {
    fn mentions(&self, top: &LazyRoute, visit: Visit) {
        let kinds = top.key(List::ActorKinds.name());
        for (kind, word) in self
            .list(List::ActorKinds)
            .iter()
            .filter(|(_, word)| !word.inherited)
        {
            maybe(
                Target::Word(List::Families),
                word.family.as_ref(),
                kinds.key(kind).key("family"),
                visit,
            );
        }
    }
}
