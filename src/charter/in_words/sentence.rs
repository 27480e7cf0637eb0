//! The sentence of a criterion: its condition, then its requirement.

use crate::charter::criterion::Criterion;
use crate::charter::expression::{Comparison, Expression, LabelLookup, Node, Path, parse};
use crate::charter::in_words::nouns::{noun, without_article};
use crate::charter::in_words::truths::{opposite, truth};
use crate::charter::path_type::PathType;
use crate::charter::subject::Subject;
use crate::charter::value_type::ValueType;
use crate::language::Language;
use crate::say;
use crate::sources::Cut;

/// A criterion in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionSentence {
    /// When it applies; `None` if it always does.
    pub condition: Option<String>,
    /// What it asks for.
    pub requirement: String,
}

/// Tells a criterion in words; `None` if an expression of it cannot be parsed.
#[must_use]
pub fn describe(
    criterion: &Criterion,
    label_of: &LabelLookup,
    language: Language,
) -> Option<CriterionSentence> {
    let teller = Teller {
        subject: criterion.subject(),
        lists: &criterion.each.0,
        label_of,
        language,
    };
    let condition = match &criterion.condition {
        Some(condition) => Some(teller.clause(&parse(condition).ok()?, true)),
        None => None,
    };
    Some(CriterionSentence {
        condition,
        requirement: teller.clause(&parse(&criterion.requires).ok()?, true),
    })
}

struct Teller<'t> {
    subject: Subject,
    lists: &'t [String],
    label_of: &'t LabelLookup<'t>,
    language: Language,
}

impl Teller<'_> {
    /// What an expression says, or that it is not so.
    fn clause(&self, node: &Node, holds: bool) -> String {
        match &node.expression {
            Expression::Not(inner) => self.clause(inner, !holds),
            Expression::And(both) => self.joined(both, holds, holds),
            // Not (one or the other) is neither of them, and the reverse.
            Expression::Or(both) => self.joined(both, holds, !holds),
            Expression::Compare(comparison, sides) => {
                self.comparison(*comparison, &sides.0, &sides.1, holds)
            }
            Expression::Call {
                function,
                arguments,
                ..
            } => self.call(&function.name, arguments, holds),
            Expression::Path(path) => self.present(path, holds),
            Expression::Text(_)
            | Expression::Number(_)
            | Expression::Boolean(_)
            | Expression::List(_) => self.value(node, None),
        }
    }

    fn joined(&self, both: &(Node, Node), holds: bool, both_hold: bool) -> String {
        let (left, right) = (self.clause(&both.0, holds), self.clause(&both.1, holds));
        if both_hold {
            say!(self.language, fr: "{left} et {right}", en: "{left} and {right}")
        } else {
            say!(self.language, fr: "{left} ou {right}", en: "{left} or {right}")
        }
    }

    /// That a record or a row has something, or that a computed field is true.
    fn present(&self, path: &Path, holds: bool) -> String {
        let language = self.language;
        let key = path.keys.last().map(|key| key.name.as_str());
        if let Some(clause) = key.and_then(|key| truth(key, self.subject, holds, self.language)) {
            return clause;
        }
        let (holder, noun) = (self.holder(path), noun(path, language));
        if holds {
            say!(language, fr: "{holder} indique {noun}", en: "{holder} states {noun}")
        } else {
            say!(language,
                fr: "{holder} n'indique pas {noun}",
                en: "{holder} does not state {noun}")
        }
    }

    /// The row or the record in which a path begins.
    fn holder(&self, path: &Path) -> String {
        match path.root.name.as_str() {
            "row" => say!(self.language, fr: "la ligne", en: "the row"),
            _ => say!(self.language, fr: "la fiche", en: "the record"),
        }
    }

    fn call(&self, function: &str, arguments: &[Node], holds: bool) -> String {
        let language = self.language;
        let first = arguments.first();
        match function {
            "reached" => {
                let stage = self.word("stages", first);
                if holds {
                    say!(language,
                        fr: "l'étape {stage} est atteinte",
                        en: "the stage {stage} is reached")
                } else {
                    say!(language,
                        fr: "l'étape {stage} n'est pas atteinte",
                        en: "the stage {stage} is not reached")
                }
            }
            "shows" => {
                let principle = self.word("principles", first);
                if holds {
                    say!(language,
                        fr: "l'acteur atteste le principe {principle}",
                        en: "the actor gives evidence of the principle {principle}")
                } else {
                    say!(language,
                        fr: "l'acteur n'atteste pas le principe {principle}",
                        en: "the actor gives no evidence of the principle {principle}")
                }
            }
            "sourced" if holds => {
                say!(language, fr: "la ligne a une source", en: "the row has a source")
            }
            "sourced" => {
                say!(language, fr: "la ligne est sans source", en: "the row has no source")
            }
            "any_of" => {
                let list = first.and_then(|node| self.list_of(node));
                let words = self.words(arguments.behind(1), list.as_deref());
                let several = first.map(|node| self.noun_of(node)).unwrap_or_default();
                self.among(&words, &several, holds)
            }
            _ => {
                let noun = self.noun_of_call(function, arguments);
                if holds {
                    say!(language, fr: "on connaît {noun}", en: "{noun} is known")
                } else {
                    say!(language, fr: "on ne connaît pas {noun}", en: "{noun} is not known")
                }
            }
        }
    }

    fn among(&self, words: &str, several: &str, holds: bool) -> String {
        if holds {
            say!(self.language,
                fr: "{words} figure parmi {several}",
                en: "{words} is among {several}")
        } else {
            say!(self.language,
                fr: "{words} ne figure pas parmi {several}",
                en: "{words} is not among {several}")
        }
    }

    fn comparison(&self, how: Comparison, left: &Node, right: &Node, holds: bool) -> String {
        let language = self.language;
        let list = self.list_of(left).or_else(|| self.list_of(right));
        let list = list.as_deref();
        if how.is_membership() {
            let holds = holds == (how == Comparison::In);
            return match &right.expression {
                Expression::List(items) => {
                    let words = self.words(items, list);
                    self.equality(&self.noun_of(left), &words, holds)
                }
                _ => self.among(&self.value(left, list), &self.noun_of(right), holds),
            };
        }
        let how = if holds { how } else { opposite(how) };
        if let Expression::Call {
            function,
            arguments,
            ..
        } = &left.expression
            && function.name == "count"
            && let Some(counted) = arguments.first()
        {
            let noun = self.noun_of(counted);
            let number = self.value(right, None);
            return self.number_of(how, &number, without_article(&noun));
        }
        let (noun, value) = (self.noun_of(left), self.value(right, list));
        match how {
            Comparison::Equal => self.equality(&noun, &value, true),
            Comparison::NotEqual => self.equality(&noun, &value, false),
            Comparison::Less => say!(language,
                fr: "{noun} est inférieure à {value}",
                en: "{noun} is less than {value}"),
            Comparison::LessOrEqual => say!(language,
                fr: "{noun} ne dépasse pas {value}",
                en: "{noun} does not exceed {value}"),
            Comparison::Greater => say!(language,
                fr: "{noun} dépasse {value}",
                en: "{noun} exceeds {value}"),
            _ => say!(language,
                fr: "{noun} atteint au moins {value}",
                en: "{noun} is at least {value}"),
        }
    }

    fn equality(&self, noun: &str, value: &str, holds: bool) -> String {
        if holds {
            say!(self.language, fr: "{noun} est {value}", en: "{noun} is {value}")
        } else {
            say!(self.language, fr: "{noun} n'est pas {value}", en: "{noun} is not {value}")
        }
    }

    fn number_of(&self, how: Comparison, number: &str, noun: &str) -> String {
        let language = self.language;
        match how {
            Comparison::Equal => {
                say!(language, fr: "il y a {number} {noun}", en: "there are {number} {noun}")
            }
            Comparison::NotEqual => say!(language,
                fr: "il n'y a pas {number} {noun}",
                en: "there are not {number} {noun}"),
            Comparison::Less => say!(language,
                fr: "il y a moins de {number} {noun}",
                en: "there are fewer than {number} {noun}"),
            Comparison::LessOrEqual => say!(language,
                fr: "il y a au plus {number} {noun}",
                en: "there are at most {number} {noun}"),
            Comparison::Greater => say!(language,
                fr: "il y a plus de {number} {noun}",
                en: "there are more than {number} {noun}"),
            _ => say!(language,
                fr: "il y a au moins {number} {noun}",
                en: "there are at least {number} {noun}"),
        }
    }

    fn noun_of(&self, node: &Node) -> String {
        match &node.expression {
            Expression::Path(path) => noun(path, self.language),
            Expression::Call {
                function,
                arguments,
                ..
            } => self.noun_of_call(&function.name, arguments),
            _ => self.value(node, None),
        }
    }

    fn noun_of_call(&self, function: &str, arguments: &[Node]) -> String {
        let language = self.language;
        let first = arguments.first();
        match function {
            "year_of" => {
                let stage = self.word("stages", first);
                say!(language,
                    fr: "l'année de l'étape {stage}",
                    en: "the year of the stage {stage}")
            }
            "evidence" => {
                let stage = self.word("stages", first);
                say!(language,
                    fr: "une preuve que l'étape {stage} est atteinte",
                    en: "evidence that the stage {stage} is reached")
            }
            "newcomers" => {
                let stage = self.word("stages", first);
                say!(language,
                    fr: "des partenaires arrivés à l'étape {stage} ou après",
                    en: "a partner that joined at the stage {stage} or later")
            }
            "families" => {
                let noun = first.map(|node| self.noun_of(node)).unwrap_or_default();
                say!(language,
                    fr: "les familles d'acteurs que réunissent {noun}",
                    en: "the families of actors among {noun}")
            }
            _ => {
                let noun = first.map(|node| self.noun_of(node)).unwrap_or_default();
                say!(language, fr: "le nombre de {noun}", en: "the number of {noun}",
                    noun = without_article(&noun))
            }
        }
    }

    /// Several literals, any of which will do.
    fn words(&self, nodes: &[Node], list: Option<&str>) -> String {
        let words: Vec<String> = nodes.iter().map(|one| self.value(one, list)).collect();
        match words.as_slice() {
            [others @ .., end] if !others.is_empty() => {
                let others = others.join(", ");
                say!(self.language, fr: "{others} ou {end}", en: "{others} or {end}")
            }
            words => words.concat(),
        }
    }

    /// The label of a stage or a principle.
    fn word(&self, list: &str, node: Option<&Node>) -> String {
        node.map(|node| self.value(node, Some(list)))
            .unwrap_or_default()
    }

    fn value(&self, node: &Node, list: Option<&str>) -> String {
        match &node.expression {
            Expression::Text(text) => {
                let label = list.map(|list| (self.label_of)(list, text));
                self.language.quoted(label.as_deref().unwrap_or(text))
            }
            Expression::Number(number) => number.to_string(),
            Expression::Boolean(true) => say!(self.language, fr: "«\u{a0}oui\u{a0}»", en: "“yes”"),
            Expression::Boolean(false) => say!(self.language, fr: "«\u{a0}non\u{a0}»", en: "“no”"),
            Expression::List(items) => self.words(items, list),
            Expression::Path(path) => noun(path, self.language),
            _ => self.noun_of(node),
        }
    }

    /// The list of the vocabulary whose words an expression has.
    fn list_of(&self, node: &Node) -> Option<String> {
        let Expression::Path(path) = &node.expression else {
            let Expression::Call { function, .. } = &node.expression else {
                return None;
            };
            return (function.name == "families").then(|| "families".to_owned());
        };
        let mut here = PathType::record(self.subject);
        if path.root.name == "row" {
            for key in self.lists.first()?.split('.') {
                here = here.schema_key(key)?;
            }
            here = here.row();
        }
        for key in &path.keys {
            here = here.key(&key.name)?;
        }
        match here.value_type {
            ValueType::Text { list, .. } => list,
            _ => None,
        }
    }
}
