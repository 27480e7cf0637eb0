//! What may stand at the cursor: names of records, words, checks, keys, topics.

use std::sync::mpsc::Sender;

use clap::{Arg, Command};

use crate::checks;
use crate::commands::complete::typed_line::words;
use crate::commands::shared::topics::TOPICS;
use crate::commands::shared::typed_words::TypedWords;
use crate::documents::{key_references, kinds};
use crate::language::Language;
use crate::records::{FileKind, List, Vocabulary, classify_path};
use crate::sources::Folder;
use crate::workspace::{shared_charter, shared_sources, shared_vocabulary};

/// A candidate with what it is.
pub(super) type Candidate = (String, String);

/// Sends what may come next on a line, piece by piece, what is known soonest first; nothing if that
/// is for the shell to say.
pub(super) fn offer(
    line: &str,
    program: &Command,
    folder: Option<&Folder>,
    language: Language,
    offered: Sender<Vec<Candidate>>,
) {
    let mut typed = words(line);
    let last = typed.pop().unwrap_or_default();
    let asked = Asked {
        typed: TypedWords::read(program, &typed),
        folder,
        language,
        offered,
    };
    let found = asked.candidates(&last, program);
    asked.send(found);
}

/// The candidates for the last word of a line, one a line.
pub(super) fn listed(mut found: Vec<Candidate>, line: &str) -> String {
    let last = words(line).pop().unwrap_or_default();
    found.retain(|(name, _)| name.starts_with(&last));
    found.sort();
    found.dedup_by(|one, other| one.0 == other.0);
    found
        .into_iter()
        .map(|(name, text)| {
            // A tab or a line break would be read as the end of the candidate.
            let text = text.replace(['\t', '\n', '\r'], " ");
            format!("{name}\t{text}\n")
        })
        .collect()
}

struct Asked<'c> {
    typed: TypedWords<'c>,
    folder: Option<&'c Folder>,
    language: Language,
    offered: Sender<Vec<Candidate>>,
}

impl Asked<'_> {
    fn send(&self, candidates: Vec<Candidate>) {
        // Ignored: who asked may no longer wait.
        let _ = self.offered.send(candidates);
    }

    fn candidates(&self, last: &str, program: &Command) -> Vec<Candidate> {
        if last.starts_with('-') {
            return match last.split_once('=') {
                Some((option, _)) => self.joined_values(option, program),
                None if self.typed.by_other_name => self.options(program),
                None => Vec::new(),
            };
        }
        let argument = self.typed.next_argument();
        let mut found = argument
            .map(|argument| self.values(argument, last))
            .unwrap_or_default();
        if self.typed.names == ["help"] && self.typed.values.is_empty() {
            found.extend(help_words(program, self.language));
        }
        found
    }

    /// `--theme=…`: values behind their option.
    fn joined_values(&self, option: &str, program: &Command) -> Vec<Candidate> {
        let long = option.trim_start_matches('-');
        let mut arguments = self
            .typed
            .verb
            .get_arguments()
            .chain(program.get_arguments());
        let argument = arguments.find(|argument| argument.get_long() == Some(long));
        let values = argument
            .map(|argument| self.values(argument, ""))
            .unwrap_or_default();
        values
            .into_iter()
            .map(|(name, text)| (format!("{option}={name}"), text))
            .collect()
    }

    /// Options of a verb under its French name, which scripts do not know.
    fn options(&self, program: &Command) -> Vec<Candidate> {
        let arguments = self
            .typed
            .verb
            .get_arguments()
            .chain(program.get_arguments());
        arguments
            .filter(|argument| !argument.is_hide_set())
            .filter_map(|argument| {
                let help = argument.get_help().map(ToString::to_string);
                Some((
                    format!("--{}", argument.get_long()?),
                    help.unwrap_or_default(),
                ))
            })
            .collect()
    }

    /// The values of an argument, by what its placeholder stands for in either language.
    fn values(&self, argument: &Arg, last: &str) -> Vec<Candidate> {
        let name = match argument.get_value_names() {
            Some([name]) => name.as_str(),
            _ => return Vec::new(),
        };
        let verb = self.typed.names.first().copied().unwrap_or_default();
        match (name, verb) {
            ("ID", _) => self.records(&["territory", "actor", "dynamic", "published"]),
            ("OLD" | "ANCIEN", "rename") => self.renamed(),
            ("TERRITORY" | "TERRITOIRE", _) => self.records(&["territory"]),
            ("THEME" | "THÉMATIQUE", _) => self.words_of(List::Themes),
            ("LIST" | "LISTE", _) => lists(),
            ("NAME" | "NOM", "explain") => self.explained(last),
            ("NAME" | "NOM", "validate" | "fix") => self.checks(),
            ("ID EXPRESSION", "charter") => self.criteria(),
            ("KEY" | "CLÉ" | "KEY=VALUE" | "CLÉ=VALEUR", "set" | "add") => self.keys(last),
            _ => possible(argument),
        }
    }

    /// Ids of records of some kinds, by their files alone.
    fn records(&self, wanted: &[&str]) -> Vec<Candidate> {
        let files = self.folder.map(|folder| folder.list("territories"));
        files
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|path| {
                let file = classify_path(&path).ok()?;
                let kind = kind_of(&file)?;
                let id = file.id()?.to_owned();
                wanted
                    .contains(&kind)
                    .then(|| (id, kind_in_words(kind, self.language).to_owned()))
            })
            .collect()
    }

    /// What `apes rename KIND` renames.
    fn renamed(&self) -> Vec<Candidate> {
        match self.typed.values.first().map(String::as_str) {
            Some("source") => self.sources(),
            Some(kind) => self.records(&[kind]),
            None => Vec::new(),
        }
    }

    fn sources(&self) -> Vec<Candidate> {
        let sources = self.folder.map(shared_sources).unwrap_or_default();
        sources.into_iter().collect()
    }

    fn vocabulary(&self) -> Option<Vocabulary> {
        Some(shared_vocabulary(self.folder?))
    }

    fn words_of(&self, list: List) -> Vec<Candidate> {
        self.words_in(self.vocabulary().as_ref(), list)
    }

    fn words_in(&self, vocabulary: Option<&Vocabulary>, list: List) -> Vec<Candidate> {
        let words = vocabulary.map(|vocabulary| vocabulary.list(list).iter());
        words
            .into_iter()
            .flatten()
            .map(|(id, word)| (id.clone(), word.label(self.language).to_owned()))
            .collect()
    }

    fn criteria(&self) -> Vec<Candidate> {
        let Some(folder) = self.folder else {
            return Vec::new();
        };
        let criteria = shared_charter(folder).criteria;
        criteria
            .iter()
            .map(|(id, criterion)| (id.clone(), criterion.finding.get(self.language).to_owned()))
            .collect()
    }

    fn checks(&self) -> Vec<Candidate> {
        let rules = checks::rules().map(|rule| {
            let because = rule.because.get(self.language).to_owned();
            (rule.name.to_owned(), because)
        });
        self.send(rules.collect());
        self.criteria()
    }

    /// Checks, criteria, kinds and lists; keys only behind their kind, words behind a letter.
    fn explained(&self, last: &str) -> Vec<Candidate> {
        let known = kinds().map(|kind| {
            let words = kind_in_words(kind, self.language).to_owned();
            (kind.to_owned(), words)
        });
        self.send(lists().into_iter().chain(known).collect());
        if let Some((kind, _)) = last.split_once('.') {
            let keys = kinds()
                .filter(|known| *known == kind)
                .flat_map(key_references);
            let keys = keys.map(|key| (key.name(), key.description(self.language).to_owned()));
            return keys.collect();
        }
        let criteria = self.checks();
        self.send(criteria);
        if last.is_empty() {
            return Vec::new();
        }
        let vocabulary = self.vocabulary();
        let lists = List::ALL.iter();
        lists
            .flat_map(|(list, _)| self.words_in(vocabulary.as_ref(), *list))
            .collect()
    }

    /// Keys of the record that was named; behind `=`, the words that a key takes.
    fn keys(&self, last: &str) -> Vec<Candidate> {
        let Some(kind) = self.kind_of_record() else {
            return Vec::new();
        };
        let keys = key_references(kind);
        if let Some((typed, _)) = last.split_once('=') {
            let parts: Vec<&str> = typed.split('.').collect();
            let key = keys.iter().find(|key| key.is_at(&parts));
            let values = key
                .map(|key| self.values_of_key(key.part.mark("x-word"), key.part.mark("x-names")));
            return values
                .into_iter()
                .flatten()
                .map(|(name, text)| (format!("{typed}={name}"), text))
                .collect();
        }
        let sign = if self.typed.option.is_some() { "" } else { "=" };
        keys.iter()
            .filter(|key| !key.path.contains(&"*"))
            .map(|key| {
                let text = key.description(self.language).to_owned();
                (format!("{}{sign}", key.path.join(".")), text)
            })
            .collect()
    }

    fn values_of_key(&self, word: Option<&str>, names: Option<&str>) -> Vec<Candidate> {
        let list = List::ALL.iter().find(|(_, name)| Some(*name) == word);
        match (list, names) {
            (Some((list, _)), _) => self.words_of(*list),
            (None, Some("source")) => self.sources(),
            (None, Some(kind)) => self.records(&[kind]),
            (None, None) => Vec::new(),
        }
    }

    /// The kind of the record that the line names.
    fn kind_of_record(&self) -> Option<&'static str> {
        let id = self.typed.values.first()?;
        let id = id.rsplit('/').next()?;
        let files = self.folder?.list("territories");
        files.into_iter().flatten().find_map(|path| {
            let file = classify_path(&path).ok()?;
            (file.id() == Some(id)).then(|| kind_of(&file)).flatten()
        })
    }
}

fn kind_of(file: &FileKind) -> Option<&'static str> {
    match file {
        FileKind::Territory(_) => Some("territory"),
        FileKind::Actor(..) => Some("actor"),
        FileKind::Dynamic(..) => Some("dynamic"),
        FileKind::Published(..) => Some("published"),
        FileKind::Sources | FileKind::Text(_) | FileKind::Litter => None,
    }
}

fn kind_in_words(kind: &str, language: Language) -> &str {
    match (kind, language) {
        ("territory", Language::French) => "territoire",
        ("actor", Language::French) => "acteur",
        ("dynamic", Language::French) => "dynamique",
        ("published", Language::French) => "chiffres publiés",
        ("published", Language::English) => "published figures",
        (kind, _) => kind,
    }
}

fn lists() -> Vec<Candidate> {
    let lists = List::ALL.iter();
    lists
        .map(|(_, name)| ((*name).to_owned(), String::new()))
        .collect()
}

/// The values of an argument that the command line itself knows.
fn possible(argument: &Arg) -> Vec<Candidate> {
    let values = argument.get_possible_values();
    values
        .iter()
        .map(|value| {
            let help = value.get_help().map(ToString::to_string);
            (value.get_name().to_owned(), help.unwrap_or_default())
        })
        .collect()
}

/// Verbs and topics, for `apes help`.
fn help_words(program: &Command, language: Language) -> Vec<Candidate> {
    let verbs = program.get_subcommands().filter(|verb| !verb.is_hide_set());
    let verbs = verbs.map(|verb| {
        let about = verb.get_about().map(ToString::to_string);
        (verb.get_name().to_owned(), about.unwrap_or_default())
    });
    let topics = TOPICS.iter().map(|topic| {
        (
            topic.name.get(language).to_owned(),
            topic.about.get(language).to_owned(),
        )
    });
    verbs.chain(topics).collect()
}
