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
    let mut tokens = Scan::default();
    for token in tokenize(text, false, syntax) {
        let Ok((token, span)) = token else { break };
        if tokens.exceeds(&token) {
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
    /// Whether it names a fact, so that its value is not known beforehand.
    names: bool,
    /// Whether a text or a list stands in it.
    texts: bool,
    /// Whether it belongs to the value before it: an index, or arguments.
    follows: bool,
    /// What the value that has just ended is.
    last: Option<Operand>,
    /// The first operand of `*`, which awaits its second.
    repeated: Option<Operand>,
}

/// What an operand is known to be before the template runs.
#[derive(Clone, Copy, PartialEq)]
enum Operand {
    /// Nothing: it depends on facts.
    Fact,
    Number,
    /// A text or a list.
    Text,
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
            Token::Ident(word) => self.word(word),
            Token::Str(_) | Token::String(_) => self.value(Operand::Text),
            Token::Int(_) | Token::Int128(_) | Token::Float(_) => self.value(Operand::Number),
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

    fn word(&mut self, word: &str) -> bool {
        if std::mem::take(&mut self.awaits_word) {
            self.statement(word);
            return false;
        }
        let is_operator = WORDS.contains(&word);
        if let Some(group) = self.groups.last_mut() {
            group.names |= !is_operator;
            group.operators += usize::from(is_operator || ["if", "else", "is"].contains(&word));
        }
        if !is_operator {
            return self.value(Operand::Fact);
        }
        self.after_value = false;
        false
    }

    /// Counts the blocks that a statement opens or closes.
    fn statement(&mut self, word: &str) {
        if word == "set" {
            self.sets = true;
        } else if BLOCKS.contains(&word) {
            self.blocks.push(1);
        } else if word.starts_with("end") {
            self.blocks.pop();
        } else if let ("elif", Some(block)) = (word, self.blocks.last_mut()) {
            *block += 1;
        }
    }

    /// A value ends. Returns whether it is a constant that is repeated.
    fn value(&mut self, value: Operand) -> bool {
        self.after_value = true;
        let Some(group) = self.groups.last_mut() else {
            return false;
        };
        group.texts |= value == Operand::Text;
        let first = group.repeated.take();
        // What is multiplied by a fact is not known either.
        let depends = first == Some(Operand::Fact);
        group.last = Some(if depends { Operand::Fact } else { value });
        match first {
            None | Some(Operand::Fact) => false,
            Some(first) => {
                value != Operand::Fact && (first == Operand::Text || value == Operand::Text)
            }
        }
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
        self.value(if closed.names || closed.follows {
            Operand::Fact
        } else if closed.texts {
            Operand::Text
        } else {
            Operand::Number
        })
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
        match token {
            Token::Mul => group.repeated = group.last,
            // The sign of the second operand.
            Token::Minus if group.repeated.is_some() => {}
            _ => group.repeated = None,
        }
        group.last = None;
        false
    }
}
