//! `number-in-prose-differs`: a number of a text that differs from what the records give today.

use std::sync::Arc;

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place, Writing};
use crate::language::Language;
use crate::network::counting::anchors::AnchorQuestion;
use crate::records::{Anchor, List, Written, WrittenNumber, anchors};
use crate::sources::Span;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "number-in-prose-differs", Error,
        fr: "un nombre écrit dans un texte vieillit sans qu'on le voie\u{202f}; son ancre dit \
            d'où il vient",
        en: "a number written in a text grows old unseen; its anchor tells where it comes from"),
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
    let network = context.network;
    for anchor in anchors(markdown) {
        let Ok(asked) = AnchorQuestion::parse(network, &anchor) else {
            continue;
        };
        let counted = asked.count(network);
        if let Written::Number(number) = &anchor.written
            && number.value(language_of(context, file)) == Some(counted)
        {
            continue;
        }
        if network.is_intact() {
            let finding = describe(context, file, &anchor, &asked, counted);
            context.report(finding);
        } else {
            context.held_back += 1;
        }
    }
}

/// The finding of an anchor's number, with the one that it should be.
fn describe(
    context: &Context,
    file: &Arc<str>,
    anchor: &Anchor,
    asked: &AnchorQuestion,
    counted: u64,
) -> Finding {
    let language = context.language;
    let place = |span: Span| Place {
        file: file.clone(),
        at: At::Span(span),
    };
    let language_of_text = language_of(context, file);
    let right = language_of_text.number(counted);
    let rule = asked.figure.rule.get(language);
    let label = context
        .network
        .vocabulary
        .label(List::Figures, asked.figure.id, language);
    let subject = format!("{label}, {}", asked.days);
    let (span, sentence) = match &anchor.written {
        Written::Number(number) if number.with_value(counted, language_of_text).is_some() => (
            number.place.clone().into(),
            say!(language,
                    fr: "{subject}\u{a0}: les fiches donnent {right}",
                    en: "{subject}: the records give {right}"),
        ),
        Written::Number(WrittenNumber { place, .. }) | Written::Unsure(place) => (
            place.clone().into(),
            say!(language,
                    fr: "{subject}\u{a0}: ce n'est pas un nombre entier seul, les fiches \
                        donnent {right}",
                    en: "{subject}: this is not a whole number by itself, the records give \
                        {right}"),
        ),
        Written::Nothing | Written::Words => (
            anchor.span,
            say!(language,
                    fr: "{subject}\u{a0}: aucun nombre en chiffres après l'ancre, les \
                        fiches donnent {right}",
                    en: "{subject}: no number in digits after the anchor, the records give \
                        {right}"),
        ),
    };
    let finding = context
        .find_at(&CHECK.rule, place(span), sentence)
        .help(say!(language,
            fr: "compté\u{a0}: {rule}",
            en: "counted: {rule}"));
    // Where it is unsure what the number is, its writer decides.
    match &anchor.written {
        Written::Number(number) => match number.with_value(counted, language_of_text) {
            Some(text) => finding.edit(place(span), Writing::Raw(text)),
            None => finding,
        },
        Written::Nothing => finding.edit(place(Span::new(span.end, span.end)), Writing::Raw(right)),
        Written::Unsure(_) | Written::Words => finding,
    }
}

/// The language of a text's numbers: the one in its file name, else the network's.
fn language_of(context: &Context, file: &str) -> Language {
    let stem = file
        .strip_suffix(".md")
        .and_then(|stem| stem.rsplit_once('.'));
    let code = stem
        .map(|(_, ending)| ending)
        .filter(|ending| ending.len() == 2);
    let own = code.and_then(Language::from_code);
    own.or(context.network.settings.language)
        .unwrap_or(Language::French)
}
