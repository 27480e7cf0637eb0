//! `unknown-source`: a record cites a source that `sources.toml` does not have.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place, Route, RouteStep, Writing};
use crate::documents::{Syntax, as_id};
use crate::network::DanglingMention;
use crate::records::Target;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-source", Error,
        fr: "chaque fait se suit jusqu'à sa source, sinon il ne vaut pas plus qu'une rumeur",
        en: "each fact is followed to its source, or it is worth no more than a rumour"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    for dangling in network
        .dangling
        .iter()
        .filter(|dangling| dangling.to == Target::Source)
    {
        if network.knows_all(dangling.to) {
            let finding = describe(context, dangling);
            context.report(finding);
        } else {
            context.held_back += 1;
        }
    }
}

fn describe(context: &Context, dangling: &DanglingMention) -> Finding {
    let (language, text, place) = (context.language, &dangling.text, &dangling.place);
    let finding = context
        .find_at(
            &CHECK.rule,
            place.clone(),
            say!(language,
            fr: "la source `{text}` n'est pas dans `territories/sources.toml`",
            en: "the source `{text}` is not in `territories/sources.toml`"),
        )
        .label(say!(language, fr: "citée ici", en: "cited here"));
    let known = context
        .network
        .sources
        .keys()
        .map(crate::records::SourceId::as_str);
    if let Some(id) = context.nearest(text, known) {
        return finding.suggest(language, place.clone(), id);
    }
    let id = as_id(text).filter(|_| !is_address(text));
    match (may_be_in_place(place), id) {
        (true, id) if id.as_deref() != Some(text) => finding
            .help(
                say!(language, fr: "la source s'écrit aussi sur place", en: "a source may be \
                written in place too"),
            )
            .edit(
                place.clone(),
                Writing::Raw(source_in_place(context, &place.file, text)),
            ),
        (listed, id) => finding.help(help_to_add(context, &place.file, listed, id)),
    }
}

/// The help of a missing source: how to add it to the list, or, if it is cited in a list, to write
/// it in place.
fn help_to_add(context: &Context, file: &str, listed: bool, id: Option<String>) -> String {
    let language = context.language;
    let id = id.unwrap_or_else(|| say!(language, fr: "nom-de-la-source", en: "name-of-the-source"));
    if !listed {
        return say!(language,
            fr: "l'ajouter à `territories/sources.toml`, et la citer ici par son nom, comme `{id}` \
                pour `[{id}]`",
            en: "add it to `territories/sources.toml`, and cite it here by its name, as `{id}` for \
                `[{id}]`");
    }
    let in_place = context.code(file, "{ title = \"…\", url = \"…\" }");
    say!(language,
        fr: "l'ajouter à `territories/sources.toml` sous `[{id}]`, ou l'écrire sur place\u{a0}: \
            `{in_place}`",
        en: "add it to `territories/sources.toml` under `[{id}]`, or write it in place: \
            `{in_place}`")
}

/// A source in place, in the syntax of the file, from what was typed: an address or a title.
fn source_in_place(context: &Context, file: &str, text: &str) -> String {
    let key = if is_address(text) { "url" } else { "title" };
    let scheme = if text.starts_with("www.") && is_address(text) {
        "https://"
    } else {
        ""
    };
    let quoted = Syntax::Toml.quote(&format!("{scheme}{text}"));
    context.code(file, &format!("{{ {key} = ")) + &quoted + " }"
}

/// Whether a text begins as a web address does and names a site.
fn is_address(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let site = ["https://", "http://", "www."]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme))
        .and_then(|rest| rest.split(['/', '?', '#']).next());
    site.is_some_and(|site| site.contains('.') && !site.starts_with('.') && !site.ends_with('.'))
        && !text.contains(char::is_whitespace)
}

/// Whether a source may be written where it is cited: in the list `sources`, but not in the key
/// `source` of a row.
fn may_be_in_place(place: &Place) -> bool {
    let At::Value(Route(steps)) = &place.at else {
        return false;
    };
    matches!(&steps[..], [.., RouteStep::Key(key), RouteStep::Item(_)] if **key == *"sources")
}
