//! `criterion-without-source`: a criterion that no dated text bears, and that does not say that it
//! is the network's own rule.

use crate::charter::Criterion;
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place, Route};
use crate::records::SourceId;
use crate::sources::Cut;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "criterion-without-source", Warning,
        fr: "chacun peut relire le texte qui demande quelque chose, à sa date, ou sait que le \
            réseau se l'est demandé à lui-même",
        en: "everybody can read the text that asks for something, as of its date, or knows that \
            the network asks it of itself"),
    run,
};

/// What a criterion lacks.
enum Gap<'a> {
    /// It has no source.
    Source,
    /// An amendment changes what it asks for, and keeps the source of its base.
    SourceOfChange,
    /// Its source has neither a year nor a day on which it was read.
    Date(&'a str),
    /// Its source has neither an address nor the name of a document.
    Address(&'a str),
}

fn run(context: &mut Context) {
    let network = context.network;
    for (id, criterion) in &network.charter.criteria {
        if let Some(gap) = gap(context, id, criterion) {
            report(context, id, &gap);
        }
    }
}

fn gap<'c>(context: &Context<'c>, id: &str, criterion: &'c Criterion) -> Option<Gap<'c>> {
    let Some(source) = criterion.source.as_deref() else {
        return Some(Gap::Source);
    };
    if changed_without_source(context, id) {
        return Some(Gap::SourceOfChange);
    }
    if criterion.is_own_rule() {
        return None;
    }
    let [is_dated, is_findable] = qualities(context, source)?;
    match (is_dated, is_findable) {
        (false, _) => Some(Gap::Date(source)),
        (true, false) => Some(Gap::Address(source)),
        (true, true) => None,
    }
}

/// Whether the last layer that changes what a criterion asks for leaves it the source of the layer
/// before.
fn changed_without_source(context: &Context, id: &str) -> bool {
    let origin = context.network.charter.origins.get(id);
    let layers = origin.map_or(&[][..], |origin| &origin.amended);
    let changes = |keys: &[&str]| keys.iter().any(|key| ["requires", "if"].contains(key));
    let last_change = layers.iter().rposition(|(_, keys)| changes(keys));
    last_change.is_some_and(|last| {
        let mut later = layers.behind(last).iter();
        !later.any(|(_, keys)| keys.contains(&"source"))
    })
}

/// Whether a source is dated, and whether it says where it is found; `None` for one that neither
/// the charter nor the records have, of which another check speaks.
fn qualities(context: &Context, id: &str) -> Option<[bool; 2]> {
    if let Some(source) = context.network.charter.sources.get(id) {
        return Some([source.is_dated(), source.is_findable()]);
    }
    let source = context.network.sources.get(&SourceId::from(id))?;
    let is_dated = source.year.is_some() || source.read_on.is_some();
    Some([is_dated, source.url.is_some() || source.document.is_some()])
}

fn report(context: &mut Context, id: &str, gap: &Gap) {
    let language = context.language;
    let own = Criterion::OWN_RULE;
    let sentence = match gap {
        Gap::Source => say!(language,
            fr: "rien n'indique quel texte demande cela, ni que c'est une règle du réseau",
            en: "nothing says which text asks for this, nor that it is a rule of the network"),
        Gap::SourceOfChange => say!(language,
            fr: "ce qui est demandé a changé, mais la source est restée celle d'avant",
            en: "what is asked for has changed, but the source is still the one from before"),
        Gap::Date(source) => say!(language,
            fr: "la source `{source}` n'a pas de date",
            en: "the source `{source}` has no date"),
        Gap::Address(source) => say!(language,
            fr: "rien n'indique où lire la source `{source}`",
            en: "nothing says where to read the source `{source}`"),
    };
    let help = match gap {
        Gap::Source | Gap::SourceOfChange => say!(language,
            fr: "écrire `source = \"…\"` avec l'identifiant d'un texte, ou `source = \"{own}\"` si \
                le réseau se donne lui-même cette règle",
            en: "write `source = \"…\"` with the id of a text, or `source = \"{own}\"` if the \
                network sets this rule itself"),
        Gap::Date(_) => say!(language,
            fr: "donner son année (`year`) ou, s'il s'agit d'une page sans date, le jour où elle a \
                été lue (`read_on`)",
            en: "give its year (`year`) or, for a page without a date, the day on which it was \
                read (`read_on`)"),
        Gap::Address(_) => say!(language,
            fr: "donner son adresse (`url`), ou le document tel qu'on le citerait (`document`)",
            en: "give its address (`url`), or the document as one would cite it (`document`)"),
    };
    let place = place(context, id, gap);
    let finding = context.find_at(&CHECK.rule, place, sentence).help(help);
    context.report(finding);
}

/// The criterion, or the source of the charter that lacks something.
fn place(context: &Context, id: &str, gap: &Gap) -> Place {
    let charter = &context.network.charter;
    let key = match gap {
        Gap::Source | Gap::SourceOfChange => "",
        Gap::Date(_) | Gap::Address(_) => "source",
    };
    let (file, route): (_, Route) = charter.place(id, key);
    let at = if key.is_empty() {
        At::Key(route)
    } else {
        At::Value(route)
    };
    Place { file, at }
}
