//! The law: criteria whose expressions are read and judged, ready to be asked of records.

use super::criterion::{Criterion, Principled};
use super::expression::{self, Expression, Label, Node, Shown, Unread};
use super::judge::{Bench, Fault, Faulty, Lists};
use super::paths::{Scalar, Seen};
use super::principle::Charter;
use super::value::Scope;
use crate::language::Language;
use crate::say;

/// Criteria in one charter at the most; those beyond are not read, and the finding says so.
pub const CRITERIA: usize = 300;

/// A criterion that may be asked.
#[derive(Clone, Debug)]
pub struct Statute<'c> {
    /// Its name.
    pub id: &'c str,
    /// As it is written.
    pub criterion: &'c Criterion,
    /// The keys that lead to the rows that it judges one by one.
    pub each: Option<Vec<&'c str>>,
    condition: Option<Node>,
    requires: Node,
    /// What is said under the line at fault, in French and in English.
    pub shown: Option<[Vec<Shown>; 2]>,
}

/// Names whose values rest on other records than the one that is judged.
const AROUND: [&str; 4] = ["families", "newcomers", "authority", "dynamics"];

impl Statute<'_> {
    /// Whether what it asks rests on other records than the one that is judged.
    #[must_use]
    pub fn looks_around(&self) -> bool {
        let mut around = false;
        let mut look = |node: &Node| {
            around |= match &node.what {
                Expression::Call { word, .. } => AROUND.contains(&word.name.as_str()),
                Expression::Path(path) => path.steps.iter().any(|step| AROUND.contains(&step.name.as_str())),
                _ => false,
            };
        };
        self.condition.iter().chain([&self.requires]).for_each(|node| node.visit(&mut look));
        around
    }

    /// Whether it looks at a record and finds that what it asks is not there.
    #[must_use]
    pub fn offended(&self, scope: &Scope) -> bool {
        self.concerns(scope) && !expression::evaluate(&self.requires, scope).holds()
    }

    /// Whether it looks at a record at all.
    #[must_use]
    pub fn concerns(&self, scope: &Scope) -> bool {
        self.condition.as_ref().is_none_or(|condition| expression::evaluate(condition, scope).holds())
    }

    /// What is said under the line at fault, where every value that it names is there.
    #[must_use]
    pub fn shown(&self, scope: &Scope, language: Language, label: &Label) -> Option<String> {
        let [french, english] = self.shown.as_ref()?;
        let pieces = if language == Language::French { french } else { english };
        expression::shown(pieces, scope, label)
    }
}

/// The criteria of a charter: those that may be asked, and what is wrong with the others.
#[derive(Debug, Default)]
pub struct Law<'c> {
    /// In the order of the charter.
    pub statutes: Vec<Statute<'c>>,
    /// By criterion, in the order of the charter.
    pub faults: Vec<(&'c str, Fault)>,
    /// How many criteria are beyond the limit.
    pub beyond: usize,
}

impl<'c> Law<'c> {
    /// Reads and judges every criterion; `lists` knows the vocabulary, and the principles under `principles`.
    #[must_use]
    pub fn of(charter: &'c Charter, lists: &Lists, language: Language) -> Self {
        let mut law = Self { beyond: charter.criteria.0.len().saturating_sub(CRITERIA), ..Self::default() };
        for (id, criterion) in charter.criteria.0.iter().take(CRITERIA) {
            let mut draft = Draft { criterion, lists, language, row: None, faults: Vec::new() };
            let statute = draft.statute(id);
            if let Some(statute) = statute.filter(|_| draft.faults.is_empty()) {
                law.statutes.push(statute);
            }
            law.faults.extend(draft.faults.into_iter().map(|fault| (id.as_str(), fault)));
        }
        law
    }
}

/// A criterion on its way to be a law.
struct Draft<'c, 'l> {
    criterion: &'c Criterion,
    lists: &'l Lists<'l>,
    language: Language,
    row: Option<Seen>,
    faults: Vec<Fault>,
}

impl<'c> Draft<'c, '_> {
    fn statute(&mut self, id: &'c str) -> Option<Statute<'c>> {
        let criterion = self.criterion;
        self.principle();
        self.source();
        let each = criterion.each.as_deref().map(|each| self.rows(each));
        let condition = criterion.condition.as_deref().map(|text| self.expression("if", text));
        let requires = self.expression("requires", &criterion.requires);
        let looks_at = criterion.looks_at.as_deref().map(|path| self.looks_at(path));
        let shown = criterion
            .shown
            .as_ref()
            .map(|shown| [self.template("shown.fr", &shown.fr), self.template("shown.en", &shown.en)]);
        let shown = match shown {
            Some([Some(french), Some(english)]) => Some([french, english]),
            _ => None,
        };
        looks_at.unwrap_or(Some(()))?;
        Some(Statute {
            id,
            criterion,
            each: each.map_or(Some(None), |each| each.map(Some))?,
            condition: condition.map_or(Some(None), |condition| condition.map(Some))?,
            requires: requires?,
            shown,
        })
    }

    fn fault(&mut self, key: &'static str, sentence: String, help: Option<String>, near: Option<String>) {
        self.faults.push(Fault { faulty: Faulty::Unknown, key, span: None, sentence, help, near });
    }

    fn principle(&mut self) {
        let Some(Principled(name)) = &self.criterion.principle else { return };
        let known = (self.lists)("principles");
        if name == Principled::EACH || known.iter().any(|principle| principle == name) {
            return;
        }
        let near = crate::diagnostic::nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
        let known = known.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", ");
        let sentence = say!(self.language,
            fr: "la charte n'a pas de principe `{name}`",
            en: "the charter has no principle `{name}`");
        let help = say!(self.language, fr: "ses principes\u{a0}: {known}", en: "its principles: {known}");
        self.fault("principle", sentence, Some(help), near);
    }

    fn source(&mut self) {
        let Some(name) = &self.criterion.source else { return };
        let known = (self.lists)("sources");
        if known.iter().any(|source| source == name) {
            return;
        }
        let near = crate::diagnostic::nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
        let sentence = say!(self.language,
            fr: "il n'y a pas de source `{name}`, ni dans la charte, ni dans celles des fiches",
            en: "there is no source `{name}`, neither in the charter nor among those of the records");
        let help = say!(self.language,
            fr: "l'ajouter à la charte\u{a0}: `[sources.{name}]`, avec un titre",
            en: "add it to the charter: `[sources.{name}]`, with a title");
        self.fault("source", sentence, Some(help), near);
    }

    /// The keys that lead to rows; `row` is then one of them.
    fn rows(&mut self, each: &'c str) -> Option<Vec<&'c str>> {
        let seen = self.keys("each", each, Seen::record(self.criterion.applies_to))?;
        if !seen.many {
            let sentence = say!(self.language,
                fr: "`{each}` n'a pas plusieurs lignes",
                en: "`{each}` has not several rows");
            self.fault("each", sentence, None, None);
            return None;
        }
        self.row = Some(seen.row());
        Some(each.split('.').collect())
    }

    fn looks_at(&mut self, path: &str) -> Option<()> {
        let whole = self.row.clone().unwrap_or_else(|| Seen::record(self.criterion.applies_to));
        self.keys("looks_at", path, whole).map(|_| ())
    }

    /// What dotted keys lead to.
    fn keys(&mut self, key: &'static str, path: &str, from: Seen) -> Option<Seen> {
        let mut here = from;
        for step in path.split('.') {
            let named = || here.named().filter(|id| key == "looks_at" && self.is_id(step, id));
            let Some(next) = here.step(step).or_else(|| named().map(|_| here.row())) else {
                let known = self.ids(&here);
                let known = here.keys().into_iter().chain(known.iter().map(String::as_str));
                let near = crate::diagnostic::nearest(step, known).map(str::to_owned);
                let near = near.map(|near| path.replacen(step, &near, 1));
                let sentence = say!(self.language,
                    fr: "aucune fiche ne peut avoir `{step}` à cet endroit",
                    en: "no record can have `{step}` in this place");
                self.fault(key, sentence, None, near);
                return None;
            };
            here = next;
        }
        Some(here)
    }

    /// Whether a name may be the id of a row: a word of its list, where there is one.
    fn is_id(&self, name: &str, id: &Scalar) -> bool {
        match id {
            Scalar::Text { list: Some(list), .. } => (self.lists)(list).iter().any(|word| word == name),
            _ => true,
        }
    }

    /// The ids that rows may bear, where a list holds them all.
    fn ids(&self, rows: &Seen) -> Vec<String> {
        match rows.named() {
            Some(Scalar::Text { list: Some(list), .. }) => (self.lists)(&list),
            _ => Vec::new(),
        }
    }

    fn expression(&mut self, key: &'static str, text: &str) -> Option<Node> {
        let node = match expression::read(text) {
            Ok(node) => node,
            Err(unread) => {
                self.unread(key, unread);
                return None;
            }
        };
        self.judged(key, text, |bench| bench.judge(&node));
        Some(node)
    }

    /// Has something judged at a key, and keeps what is found.
    fn judged(&mut self, key: &'static str, text: &str, judge: impl FnOnce(&mut Bench)) {
        let mut bench = Bench {
            subject: self.criterion.applies_to,
            row: self.row.clone(),
            each_principle: self.criterion.is_each(),
            lists: self.lists,
            language: self.language,
            key,
            text,
            faults: Vec::new(),
        };
        judge(&mut bench);
        let mut faults = bench.faults;
        self.faults.append(&mut faults);
    }

    fn template(&mut self, key: &'static str, text: &str) -> Option<Vec<Shown>> {
        let mut pieces = match expression::read_shown(text) {
            Ok(pieces) => pieces,
            Err(unread) => {
                self.unread(key, unread);
                return None;
            }
        };
        self.judged(key, text, |bench| {
            for piece in &mut pieces {
                if let Shown::Value(node, list) = piece {
                    *list = bench.shown(node);
                }
            }
        });
        Some(pieces)
    }

    fn unread(&mut self, key: &'static str, unread: Unread) {
        let Unread { span, why, help } = unread;
        let sentence = why.in_(self.language).to_owned();
        let help = help.map(|help| help.in_(self.language).to_owned());
        self.faults.push(Fault {
            faulty: Faulty::Unreadable,
            key,
            span: Some(span),
            sentence,
            help,
            near: None,
        });
    }
}
