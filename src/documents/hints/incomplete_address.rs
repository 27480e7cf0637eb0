//! `incomplete-address`: a web address without its beginning, without a host, or with two.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::tree::ScalarForm;
use crate::sources::Cut;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "incomplete-address", Error,
        fr: "une adresse qui ne mène nulle part ne se suit ni ne s'imprime",
        en: "an address that leads nowhere can be neither followed nor printed"),
    diagnose,
};

/// Where only web addresses fit, tells what is wrong with one.
fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    failure.expected?;
    let takes_addresses = failure.accepts(ScalarForm::Text, "https://example.org")
        && !failure.accepts(ScalarForm::Text, "example");
    let text = failure.unquoted();
    let is_text = !text.is_empty() && !text.starts_with(['[', '{', '-']) && !text.contains('\n');
    if !takes_addresses || !is_text {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let sentence = sentence(failure, text);
    let finding = reading.finding(&HINT.rule, failure.value_span, sentence);
    Some(match whole(failure, text) {
        Some(address) => finding
            .help(say!(language, fr: "écrire `{address}`", en: "write `{address}`"))
            .edit(reading.place(failure.value_span), Writing::Text(address)),
        None => finding.help(say!(language,
            fr: "recopier l'adresse depuis le navigateur\u{a0}: une seule, avec `https://` et un \
                nom de site",
            en: "copy the address again from the browser: one only, with `https://` and a site \
                name")),
    })
}

fn sentence(failure: &ParseFailure, text: &str) -> String {
    let language = failure.reading.language;
    let schemes = text.to_lowercase().matches("://").count();
    if text.contains(char::is_whitespace) {
        if schemes > 1
            || text
                .split_whitespace()
                .filter(|word| word.contains('.'))
                .count()
                > 1
        {
            say!(language,
                fr: "il y a plusieurs adresses dans ce texte",
                en: "there are several addresses in this text")
        } else {
            say!(language,
                fr: "une adresse n'a pas d'espace",
                en: "an address has no blank")
        }
    } else if schemes > 1 {
        say!(language,
            fr: "il y a plusieurs adresses dans ce texte, ou deux fois `https://`",
            en: "there are several addresses in this text, or `https://` twice")
    } else if schemes == 0 {
        say!(language,
            fr: "il manque `https://` au début de cette adresse",
            en: "this address lacks `https://` at its beginning")
    } else {
        say!(language,
            fr: "cette adresse n'a pas de nom de site, comme `exemple.org`",
            en: "this address has no site name, like `example.org`")
    }
}

/// The address that was certainly meant: with the beginning that it lacks, or with one of two
/// beginnings that follow each other.
fn whole(failure: &ParseFailure, text: &str) -> Option<String> {
    let rest = bare(text);
    if rest.contains(char::is_whitespace) || rest.contains('@') && !rest.contains('/') {
        return None;
    }
    let scheme = if text
        .before(text.len() - rest.len())
        .to_lowercase()
        .ends_with("http://")
    {
        "http://"
    } else {
        "https://"
    };
    let address = format!("{scheme}{rest}");
    (address != text && failure.accepts(ScalarForm::Text, &address)).then_some(address)
}

/// An address without what is at its beginning: a scheme, whole or mistyped, once or more.
fn bare(text: &str) -> &str {
    let mut rest = text;
    loop {
        let scheme = SCHEMES.iter().find(|scheme| {
            rest.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
        match scheme {
            Some(scheme) => rest = rest.behind(scheme.len()),
            None => return rest,
        }
    }
}

/// Beginnings of addresses as people mistype them, the longest first.
const SCHEMES: &[&str] = &[
    "https://", "http://", "https:/", "http:/", "https//", "http//", "ttps://", "ttp://",
    "htps://", "htp://", "https:", "http:", "//",
];
