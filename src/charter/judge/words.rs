//! Words of the field: each said of what it can be said of, and given what it wants.

use super::Bench;
use crate::charter::expression::{Expression, Node, Path, Root, Step};
use crate::charter::paths::{Scalar, Seen};
use crate::charter::ready;
use crate::charter::words::{self, Given, WORDS, Word};
use crate::diagnostic::nearest;
use crate::say;
use crate::sources::Span;

impl Bench<'_> {
    pub(super) fn call(&mut self, name: &Step, of: Option<&Path>, arguments: &[Node]) -> Option<Seen> {
        let of = match of {
            Some(path) => Some(self.path(path)?),
            None => None,
        };
        let on_record = of.as_ref().is_some_and(|seen| *seen == Seen::record(self.subject));
        let fits = |word: &&Word| {
            if word.of.is_empty() { of.is_none() } else { on_record && word.of.contains(&self.subject) }
        };
        let Some(word) = words::find(&name.name).filter(fits) else {
            let known: Vec<&str> = WORDS.iter().filter(fits).map(|word| word.name).collect();
            self.unknown_word(name, &known);
            return None;
        };
        self.arguments(word, name, arguments).then(|| Seen::value(word.gives.scalar(), word.many))
    }

    pub(super) fn unknown_word(&mut self, name: &Step, known: &[&str]) {
        let (language, subject, written) = (self.language, self.record_name(), &name.name);
        let near = nearest(written, known.iter().copied()).map(str::to_owned);
        let sentence = say!(language,
            fr: "`{written}` n'est pas un mot du métier qui se dise ici",
            en: "`{written}` is no word of the field that can be said here");
        let elsewhere = words::find(written).map(|word| word.example);
        let help = if ready::ready(self.subject, written).is_some() {
            say!(language,
                fr: "c'est une valeur toute prête, sans parenthèses\u{a0}: `{subject}.{written}`",
                en: "it is a ready value, without brackets: `{subject}.{written}`")
        } else if let Some(example) = elsewhere {
            say!(language, fr: "il s'écrit ainsi\u{a0}: `{example}`", en: "it is written so: `{example}`")
        } else {
            let known = known.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
            say!(language, fr: "mots possibles ici\u{a0}: {known}", en: "words possible here: {known}")
        };
        self.fault(name.span, sentence, Some(help), near);
    }

    /// Whether a word is given what it wants.
    pub(super) fn arguments(&mut self, word: &Word, name: &Step, arguments: &[Node]) -> bool {
        let language = self.language;
        let (wanted, given) = (word.given.len(), arguments.len());
        if given < wanted || given > wanted && !word.more {
            let (written, example) = (word.name, word.example);
            let sentence = say!(language,
                fr: "`{written}` ne reçoit pas ce qu'il lui faut",
                en: "`{written}` is not given what it needs");
            let help = say!(language, fr: "il s'écrit ainsi\u{a0}: `{example}`", en: "it is written so: `{example}`");
            self.fault(name.span, sentence, Some(help), None);
            return false;
        }
        let before = self.faults.len();
        let mut first = None;
        for (at, argument) in arguments.iter().enumerate() {
            let Some(kind) = word.given.get(at).or(word.given.last()) else { continue };
            let seen = self.argument(*kind, argument, first.as_ref());
            if at == 0 {
                first = seen;
            }
        }
        self.faults.len() == before
    }

    pub(super) fn argument(&mut self, kind: Given, node: &Node, first: Option<&Seen>) -> Option<Seen> {
        let seen = self.seen(node)?;
        let fits = match (kind, &node.what) {
            (Given::Stage, Expression::Text(text)) => {
                self.word("stages", text, node.span);
                true
            }
            (Given::Principle, Expression::Text(text)) => {
                self.word("principles", text, node.span);
                true
            }
            (Given::Principle, _) => seen.scalar == Scalar::word("principles"),
            (Given::Several, _) => seen.many,
            (Given::Row, Expression::Path(path)) => {
                path.stands_for() == Some(Root::Row) && path.steps.is_empty()
            }
            (Given::Actors, _) => names_actors(&seen),
            (Given::OneOfThem, Expression::Text(text)) => {
                if let Some(several) = first {
                    self.among(&several.scalar, text, node.span);
                }
                true
            }
            (Given::Stage | Given::Row | Given::OneOfThem, _) => false,
        };
        if !fits {
            let wanted = kind.wanted().in_(self.language);
            let sentence =
                say!(self.language, fr: "il faut ici {wanted}", en: "what is wanted here is {wanted}");
            self.fault(node.span, sentence, None, None);
        }
        Some(seen)
    }

    /// A text that must be a word of a list.
    pub(super) fn word(&mut self, list: &str, text: &str, span: Span) {
        let known = (self.lists)(list);
        self.choice(&known, text, span, Some(list));
    }

    pub(super) fn choice(&mut self, known: &[String], text: &str, span: Span, list: Option<&str>) {
        if known.iter().any(|word| word == text) {
            return;
        }
        let language = self.language;
        let near = nearest(text, known.iter().map(String::as_str)).map(|near| format!("'{near}'"));
        let sentence = match list {
            Some(list) => say!(language,
                fr: "`{text}` n'est pas un mot de la liste `{list}`",
                en: "`{text}` is no word of the list `{list}`"),
            None => {
                say!(language, fr: "cette valeur n'est jamais `{text}`", en: "this value is never `{text}`")
            }
        };
        let some = known.iter().take(12).map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        let more = if known.len() > 12 { "…" } else { "" };
        let help =
            say!(language, fr: "il peut y avoir\u{a0}: {some}{more}", en: "there may be: {some}{more}");
        self.fault(span, sentence, Some(help), near);
    }

    /// A text compared with a value must be one that the value may have.
    pub(super) fn among(&mut self, scalar: &Scalar, text: &str, span: Span) {
        if let Scalar::Text { list, choices, .. } = scalar {
            match list {
                Some(list) => self.word(list, text, span),
                None if !choices.is_empty() => self.choice(choices, text, span, None),
                None => {}
            }
        }
    }
}

fn names_actors(seen: &Seen) -> bool {
    let names =
        |seen: &Seen| matches!(&seen.scalar, Scalar::Text { names: Some(kind), .. } if kind == "actor");
    names(seen) || seen.step("id").is_some_and(|id| names(&id))
}
