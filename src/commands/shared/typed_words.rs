//! The words of a command line as far as they were typed: the verb, and what comes next.

use clap::{Arg, Command};

/// What typed words lead to.
pub struct TypedWords<'c> {
    /// The innermost verb that they name; the program itself if they name none.
    pub verb: &'c Command,
    /// Names of the verbs on the way to it: `charter`, `try`.
    pub names: Vec<&'c str>,
    /// Whether a verb was called by another name than its own.
    pub by_other_name: bool,
    /// The option that still waits for a value.
    pub option: Option<&'c Arg>,
    /// Values of the verb, typed without an option.
    pub values: Vec<String>,
}

impl<'c> TypedWords<'c> {
    /// Reads the words behind the name of the program.
    #[must_use]
    pub fn read(program: &'c Command, words: &[String]) -> Self {
        let mut typed = Self {
            verb: program,
            names: Vec::new(),
            by_other_name: false,
            option: None,
            values: Vec::new(),
        };
        let (mut missing, mut only_values) = (0, false);
        for word in words {
            if missing > 0 {
                missing -= 1;
                if missing == 0 {
                    typed.option = None;
                }
            } else if only_values || !word.starts_with('-') || word == "-" {
                typed.take_word(word);
            } else if word == "--" {
                only_values = true;
            } else if let Some(option) = typed.option_with_value(program, word) {
                missing = option.get_value_names().map_or(1, <[_]>::len);
                typed.option = Some(option);
            }
        }
        typed
    }

    fn take_word(&mut self, word: &str) {
        let verb = self.verb.find_subcommand(word);
        match verb.filter(|_| self.values.is_empty()) {
            Some(verb) => {
                self.by_other_name |= verb.get_name() != word;
                self.names.push(verb.get_name());
                self.verb = verb;
            }
            None => self.values.push(word.to_owned()),
        }
    }

    /// The option that a word names, if its value is to come in the next word.
    fn option_with_value(&self, program: &'c Command, word: &str) -> Option<&'c Arg> {
        let (verb, long) = (self.verb, word.strip_prefix("--"));
        let mut arguments = verb.get_arguments().chain(program.get_arguments());
        arguments
            .find(|argument| match long {
                Some(long) => argument.get_long() == Some(long),
                None => argument
                    .get_short()
                    .is_some_and(|short| word == format!("-{short}")),
            })
            .filter(|argument| argument.get_action().takes_values())
    }

    /// The argument whose value is to come next: that of an option, else the next one without a
    /// name.
    #[must_use]
    pub fn next_argument(&self) -> Option<&'c Arg> {
        self.option.or_else(|| {
            let positionals: Vec<&Arg> = self.verb.get_positionals().collect();
            let last = positionals.last().filter(|last| takes_many(last));
            positionals.get(self.values.len()).or(last).copied()
        })
    }
}

/// Whether an argument takes any number of values.
fn takes_many(argument: &Arg) -> bool {
    matches!(argument.get_action(), clap::ArgAction::Append)
}
