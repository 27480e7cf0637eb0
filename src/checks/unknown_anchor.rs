//! `unknown-anchor`: an anchor that asks the records for something they cannot answer.

use std::sync::Arc;

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place, Writing};
use crate::language::Language;
use crate::network::counting::anchors::{AnchorQuestion, FILTERS, Unanswered, figures};
use crate::records::{Anchor, AnchorWord, List, anchors};
use crate::sources::Span;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-anchor", Error,
        fr: "une ancre que les fiches ne comprennent pas ne tient aucun nombre à jour",
        en: "an anchor that the records do not understand keeps no number up to date"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    for text in &network.texts {
        look(context, &text.file, &text.markdown);
    }
}

/// Checks one text.
pub fn look(context: &mut Context, file: &Arc<str>, markdown: &str) {
    for anchor in anchors(markdown) {
        if let Err(why) = AnchorQuestion::parse(context.network, &anchor) {
            let finding = describe(context, file, &anchor, why);
            context.report(finding);
        }
    }
}

fn describe(context: &Context, file: &Arc<str>, anchor: &Anchor, why: Unanswered) -> Finding {
    let language = context.language;
    let place = |span: Span| Place {
        file: file.clone(),
        at: At::Span(span),
    };
    let (span, sentence) = match why {
        Unanswered::WithoutFigure => (
            anchor.span,
            say!(language, fr: "cette ancre ne nomme aucun chiffre", en: "this anchor names no \
                figure"),
        ),
        Unanswered::WithoutDate => (
            anchor.span,
            say!(language, fr: "cette ancre ne dit pas pour quand elle compte", en: "this anchor \
                does not say for when it counts"),
        ),
        Unanswered::Figure(AnchorWord { span, name, .. }) => (
            *span,
            say!(language, fr: "les fiches ne comptent aucun chiffre `{name}`", en: "the records \
                count no figure `{name}`"),
        ),
        Unanswered::Filter(AnchorWord { span, name, .. }) => (
            *span,
            say!(language, fr: "une ancre n'a pas de précision `{name}`", en: "an anchor has no \
                detail `{name}`"),
        ),
        Unanswered::Value(AnchorWord { span, name, value }) => {
            let value = value.as_deref().unwrap_or_default();
            (
                *span,
                say!(language, fr: "`{value}` n'est pas connu comme `{name}`", en: "`{value}` is \
                    not known as `{name}`"),
            )
        }
        Unanswered::HasNoThemes(AnchorWord { span, .. }) => (
            *span,
            say!(language, fr: "ce chiffre ne se compte pas par thématique", en: "this figure is \
                not counted by theme"),
        ),
    };
    let finding = context
        .find_at(&CHECK.rule, place(span), sentence)
        .help(form(language));
    match meant(context, why) {
        Some(word) => finding.edit(place(span), Writing::Raw(word)),
        None => finding,
    }
}

/// How an anchor is written.
fn form(language: Language) -> String {
    let known = figures().collect::<Vec<_>>().join(", ");
    let filters = FILTERS.join(", ");
    say!(language,
        fr: "une ancre s'écrit `<!-- apes: dynamics at=2020 -->`\u{202f}; chiffres\u{a0}: \
            {known}\u{202f}; précisions\u{a0}: {filters}",
        en: "an anchor is written `<!-- apes: dynamics at=2020 -->`; figures: {known}; details: \
            {filters}")
}

/// The word that was probably meant.
fn meant(context: &Context, why: Unanswered) -> Option<String> {
    match why {
        Unanswered::Figure(word) => context.nearest(&word.name, figures()).map(str::to_owned),
        Unanswered::Filter(word) => {
            let name = context.nearest(&word.name, FILTERS.into_iter())?;
            Some(format!("{name}={}", word.value.as_deref()?))
        }
        Unanswered::Value(word) => {
            let value = nearest_value(context, &word.name, word.value.as_deref()?)?;
            Some(format!("{}={value}", word.name))
        }
        _ => None,
    }
}

/// The known value of a filter that is nearest to a mistyped one.
fn nearest_value<'n>(context: &Context<'n>, filter: &str, value: &str) -> Option<&'n str> {
    let network = context.network;
    match filter {
        "theme" => {
            let themes = network.vocabulary.list(List::Themes).iter();
            context.nearest(value, themes.map(|(id, _)| id.as_str()))
        }
        "territory" => {
            let territories = network.territories.iter();
            context.nearest(value, territories.map(|record| record.id.as_str()))
        }
        _ => None,
    }
}
