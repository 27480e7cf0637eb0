//! Depth of a template, looked at before the engine parses it, since its parser is recursive.

use minijinja::machinery::{Token, tokenize};
use minijinja::syntax::SyntaxConfig;

/// Operators, brackets, conditions and blocks that may stand inside one another.
// A template that people write has ten or so; the engine's stack holds some thousands.
const DEEPEST: usize = 200;

/// Names that are operators or constants rather than facts.
const WORDS: [&str; 8] = ["and", "or", "not", "in", "true", "false", "none", "None"];

/// Tags that a tag `end…` closes.
const BLOCKS: [&str; 9] = [
    "if",
    "for",
    "with",
    "block",
    "macro",
    "call",
    "filter",
    "autoescape",
    "set",
];

/// A position of a template at which it is nested too deeply, or repeats a text that it holds
/// itself, in bytes. `None` for other templates, and for those that are no template.
// The engine computes what is constant while it compiles, where nothing counts it.
pub(super) fn excess(text: &str, syntax: SyntaxConfig) -> Option<usize> {
    let mut scan = Scan::default();
    for token in tokenize(text, false, syntax) {
        let Ok((token, span)) = token else { break };
        if scan.exceeds(&token) {
            return Some(span.start_offset as usize);
        }
    }
    None
}

/// What stands between two brackets of a tag, or in the tag itself.
#[derive(Default)]
struct Group {
    /// Operators since the last comma.
    operators: usize,
    /// Whether it names a fact, so that its value is not known before.
    names: bool,
    /// Whether a text or a list stands in it.
    texts: bool,
    /// Whether it belongs to the value before it: an index, or arguments.
    follows: bool,
    /// Whether the value that has just ended is a constant text or list.
    constant: bool,
    /// Whether `*` awaits its second operand.
    repeats: bool,
}

/// Scan of the tokens of a template.
#[derive(Default)]
struct Scan {
    /// For each open block, how many conditions it has so far.
    blocks: Vec<usize>,
    /// Open brackets of a tag, the tag itself first.
    groups: Vec<Group>,
    /// Whether the last token ends a value, after which a bracket is an index.
    after_value: bool,
    /// The tag is a statement whose first word has not come yet.
    awaits_word: bool,
    /// The tag is `set` without a value so far: a block.
    sets: bool,
}

impl Scan {
    /// Adds a token. Returns whether the template then exceeds what is allowed.
    fn exceeds(&mut self, token: &Token) -> bool {
        let repeats = match token {
            Token::VariableStart | Token::BlockStart => {
                self.groups = vec![Group::default()];
                self.awaits_word = matches!(token, Token::BlockStart);
                self.after_value = false;
                false
            }
            Token::VariableEnd | Token::BlockEnd => {
                self.blocks
                    .extend(std::mem::take(&mut self.sets).then_some(1));
                false
            }
            Token::TemplateData(_) => false,
            Token::Ident(word) => {
                self.word(word);
                false
            }
            Token::Str(_) | Token::String(_) => self.value(true),
            Token::Int(_) | Token::Int128(_) | Token::Float(_) => self.value(false),
            Token::BracketOpen | Token::ParenOpen | Token::BraceOpen => {
                self.open(token);
                false
            }
            Token::BracketClose | Token::ParenClose | Token::BraceClose => self.close(),
            _ => self.operator(token),
        };
        let inside: usize = self.groups.iter().map(|group| group.operators + 1).sum();
        repeats || inside + self.blocks.iter().sum::<usize>() > DEEPEST
    }

    fn word(&mut self, word: &str) {
        if std::mem::take(&mut self.awaits_word) {
            if word == "set" {
                self.sets = true;
            } else if BLOCKS.contains(&word) {
                self.blocks.push(1);
            } else if word.starts_with("end") {
                self.blocks.pop();
            } else if let ("elif", Some(block)) = (word, self.blocks.last_mut()) {
                *block += 1;
            }
            return;
        }
        let is_fact = !WORDS.contains(&word);
        self.after_value = is_fact;
        if let Some(group) = self.groups.last_mut() {
            group.names |= is_fact;
            group.operators += usize::from(!is_fact || matches!(word, "if" | "else" | "is"));
            (group.constant, group.repeats) = (false, false);
        }
    }

    /// A value ends. Returns whether it is a constant that is repeated.
    fn value(&mut self, constant: bool) -> bool {
        self.after_value = true;
        self.groups.last_mut().is_some_and(|group| {
            group.texts |= constant;
            group.constant = constant;
            std::mem::take(&mut group.repeats) && constant
        })
    }

    fn open(&mut self, token: &Token) {
        self.groups.push(Group {
            texts: !matches!(token, Token::ParenOpen),
            follows: self.after_value,
            ..Group::default()
        });
        self.after_value = false;
    }

    /// Closes a bracket. Returns whether what stood in it is a constant that is repeated.
    fn close(&mut self) -> bool {
        let Some(closed) = self.groups.pop() else {
            return false;
        };
        if let Some(group) = self.groups.last_mut() {
            group.operators += 1;
            group.names |= closed.names;
            group.texts |= closed.texts;
        }
        let constant = closed.texts && !closed.names && !closed.follows;
        self.value(constant)
    }

    fn operator(&mut self, token: &Token) -> bool {
        self.after_value = false;
        let is_inside = self.groups.len() > 1;
        let Some(group) = self.groups.last_mut() else {
            return false;
        };
        if matches!(token, Token::Assign) && !is_inside {
            self.sets = false;
        }
        if matches!(token, Token::Comma) {
            // A list is not nested, however long; in brackets, it is a value of several.
            group.operators = 0;
            group.texts |= is_inside;
        } else {
            group.operators += 1;
        }
        let repeats = matches!(token, Token::Mul);
        group.repeats = repeats;
        std::mem::take(&mut group.constant) && repeats
    }
}
