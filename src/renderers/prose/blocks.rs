//! Markdown that people wrote as a tree of blocks, for papers whose engine knows no Markdown.

use pulldown_cmark::{Event, Tag, TagEnd};
use serde::Serialize;

use crate::renderers::prose::harmless;

/// A block of text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its words.
        runs: Vec<Run>,
    },
    /// A heading inside a text.
    Heading {
        /// Its words.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// The number of its first item, where it counts.
        start: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// Lines shown as they are.
    Code {
        /// The lines.
        text: String,
    },
}

/// Words of one look.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Run {
    /// The words; a line break is a line break.
    pub text: String,
    /// Whether they stand out strongly.
    pub strong: bool,
    /// Whether they stand out.
    pub emphasis: bool,
    /// Where they lead.
    pub link: Option<String>,
}

/// A text as blocks.
#[must_use]
pub fn as_blocks(markdown: &str) -> Vec<Block> {
    let mut reader = Reader {
        frames: vec![Frame::default()],
        ..Reader::default()
    };
    for event in harmless(markdown, 1) {
        reader.read(event);
    }
    while reader.frames.len() > 1 {
        reader.close();
    }
    reader.end_paragraph(false);
    reader
        .frames
        .pop()
        .map(|frame| frame.blocks)
        .unwrap_or_default()
}

/// What an open block is.
#[derive(Default)]
enum Kind {
    #[default]
    Quote,
    List(Option<u64>),
    Item,
}

/// A block whose end has not come yet.
#[derive(Default)]
struct Frame {
    kind: Kind,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
}

#[derive(Default)]
struct Reader {
    frames: Vec<Frame>,
    runs: Vec<Run>,
    strong: usize,
    emphasis: usize,
    links: Vec<String>,
    code: Option<String>,
}

impl Reader {
    fn read(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.words(&text.replace('\n', " ")),
            },
            Event::Code(text) => self.words(&text),
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.words("\n"),
            Event::Rule => {
                self.words("* * *");
                self.end_paragraph(false);
            }
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } => self.links.push(dest_url.into_string()),
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::BlockQuote(_) => self.frame(Kind::Quote),
            Tag::List(start) => self.frame(Kind::List(start)),
            Tag::Item => self.frame(Kind::Item),
            _ => self.end_paragraph(false),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Link => drop(self.links.pop()),
            TagEnd::CodeBlock => {
                let text = self.code.take().unwrap_or_default().trim_end().to_owned();
                self.push(Block::Code { text });
            }
            TagEnd::Heading(_) => self.end_paragraph(true),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            _ => self.end_paragraph(false),
        }
    }

    fn words(&mut self, text: &str) {
        let run = Run {
            text: text.to_owned(),
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
            link: self.links.last().cloned(),
        };
        match self.runs.last_mut() {
            Some(last)
                if (last.strong, last.emphasis, &last.link)
                    == (run.strong, run.emphasis, &run.link) =>
            {
                last.text.push_str(&run.text);
            }
            _ => self.runs.push(run),
        }
    }

    fn frame(&mut self, kind: Kind) {
        self.end_paragraph(false);
        self.frames.push(Frame {
            kind,
            ..Frame::default()
        });
    }

    fn push(&mut self, block: Block) {
        if let Some(frame) = self.frames.last_mut() {
            frame.blocks.push(block);
        }
    }

    fn end_paragraph(&mut self, heading: bool) {
        let runs = std::mem::take(&mut self.runs);
        if runs.iter().any(|run| !run.text.trim().is_empty()) {
            self.push(if heading {
                Block::Heading { runs }
            } else {
                Block::Paragraph { runs }
            });
        }
    }

    /// Ends the innermost block; what stands in a list without an item is one.
    fn close(&mut self) {
        self.end_paragraph(false);
        if self.frames.len() < 2 {
            return;
        }
        let Some(Frame {
            kind,
            blocks,
            mut items,
        }) = self.frames.pop()
        else {
            return;
        };
        match kind {
            Kind::Quote => self.push(Block::Quote { blocks }),
            Kind::List(start) => {
                items.extend((!blocks.is_empty()).then_some(blocks));
                self.push(Block::List { start, items });
            }
            Kind::Item => match self.frames.last_mut() {
                Some(list) if matches!(list.kind, Kind::List(_)) => list.items.push(blocks),
                Some(other) => other.blocks.extend(blocks),
                None => {}
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Run {
        Run {
            text: text.to_owned(),
            ..Run::default()
        }
    }

    #[test]
    fn words_keep_their_look_and_html_is_only_shown() {
        let strong = Run {
            text: "mot".to_owned(),
            strong: true,
            ..Run::default()
        };
        let link = Run {
            text: "ici".to_owned(),
            link: Some("https://a.example/".to_owned()),
            ..Run::default()
        };
        assert_eq!(
            as_blocks("Un **mot** <b> [ici](https://a.example/) [là](javascript:x)"),
            [Block::Paragraph {
                runs: vec![plain("Un "), strong, plain(" <b> "), link, plain(" là")]
            }]
        );
    }

    #[test]
    fn lists_lie_in_one_another() {
        let item = |text: &str| {
            vec![Block::Paragraph {
                runs: vec![plain(text)],
            }]
        };
        let inside = Block::List {
            start: None,
            items: vec![item("dedans")],
        };
        let second = [item("deux"), vec![inside]].concat();
        assert_eq!(
            as_blocks("# Titre\n\n1. un\n2. deux\n   - dedans\n\n> dit"),
            [
                Block::Heading {
                    runs: vec![plain("Titre")]
                },
                Block::List {
                    start: Some(1),
                    items: vec![item("un"), second]
                },
                Block::Quote {
                    blocks: item("dit")
                },
            ]
        );
    }
}
