//! Markdown as a tree of blocks, for engines that do not read Markdown.

use pulldown_cmark::{Event, Tag, TagEnd};
use serde::Serialize;

use crate::renderers::prose::harmless::harmless;

/// A block of text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Words.
        runs: Vec<Run>,
    },
    /// A heading inside a text.
    Heading {
        /// Words.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// Number of the first item of a numbered list.
        start: Option<u64>,
        /// Blocks of each item.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote {
        /// Quoted blocks.
        blocks: Vec<Block>,
    },
    /// Preformatted lines.
    Code {
        /// Lines.
        text: String,
    },
}

/// Words with the same look.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Run {
    /// Words; a line break is one on paper.
    pub text: String,
    /// Whether they are strongly emphasised.
    pub strong: bool,
    /// Whether they are emphasised.
    pub emphasis: bool,
    /// Target of their link.
    pub link: Option<String>,
}

/// Markdown as blocks.
#[must_use]
pub fn as_blocks(markdown: &str) -> Vec<Block> {
    let mut builder = BlockBuilder {
        frames: vec![Frame::default()],
        ..BlockBuilder::default()
    };
    for event in harmless(markdown, 1) {
        builder.add(event);
    }
    while builder.frames.len() > 1 {
        builder.close();
    }
    builder.end_paragraph(false);
    builder
        .frames
        .pop()
        .map(|frame| frame.blocks)
        .unwrap_or_default()
}

/// Kind of an open block.
#[derive(Default)]
enum FrameKind {
    #[default]
    Quote,
    List(Option<u64>),
    Item,
}

/// Block that is still open.
#[derive(Default)]
struct Frame {
    kind: FrameKind,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
}

/// Builder of blocks from the events of a parser.
#[derive(Default)]
struct BlockBuilder {
    /// Open blocks, the outermost first; the first is the whole text.
    frames: Vec<Frame>,
    /// Words of the open paragraph.
    runs: Vec<Run>,
    /// Depths of emphasis.
    strong: usize,
    emphasis: usize,
    links: Vec<String>,
    code: Option<String>,
}

impl BlockBuilder {
    fn add(&mut self, event: Event) {
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
            Tag::BlockQuote(_) => self.frame(FrameKind::Quote),
            Tag::List(start) => self.frame(FrameKind::List(start)),
            Tag::Item => self.frame(FrameKind::Item),
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

    fn frame(&mut self, kind: FrameKind) {
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

    /// Closes the innermost block. Blocks of a list outside its items become one of them.
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
            FrameKind::Quote => self.push(Block::Quote { blocks }),
            FrameKind::List(start) => {
                items.extend((!blocks.is_empty()).then_some(blocks));
                self.push(Block::List { start, items });
            }
            FrameKind::Item => match self.frames.last_mut() {
                Some(list) if matches!(list.kind, FrameKind::List(_)) => list.items.push(blocks),
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
    fn words_keep_their_look_and_html_is_text() {
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
    fn lists_are_nested() {
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
