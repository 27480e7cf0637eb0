//! Pages as a browser reads them, and Markdown as its readers do.

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Event, Options, Parser, Tag};

/// Beginnings of links that a page may have.
const FOLLOWED: [&str; 4] = ["#", "http://", "https://", "mailto:"];

/// What a browser finds in a page.
#[derive(Default)]
pub struct Page {
    /// Names of all elements.
    pub elements: Vec<String>,
    /// Texts, one after another.
    pub words: String,
}

impl Page {
    /// Reads a page; fails if it has an attribute that runs something or leads elsewhere.
    pub fn read(html: &str) -> Self {
        let mut page = Self::default();
        let tree = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default());
        page.add(&tree.one(html).document);
        page
    }

    fn add(&mut self, node: &Handle) {
        match &node.data {
            NodeData::Text { contents } => self.words.push_str(&contents.borrow()),
            NodeData::Element { name, attrs, .. } => {
                self.elements.push(name.local.to_string());
                for attribute in attrs.borrow().iter() {
                    let key = attribute.name.local.to_string();
                    let value = attribute.value.to_string();
                    assert!(!key.starts_with("on") && key != "srcdoc", "{key}={value}");
                    if ["href", "src", "action", "formaction", "data", "poster"].contains(&&*key) {
                        assert_followed(&value);
                    }
                }
            }
            _ => {}
        }
        for child in node.children.borrow().iter() {
            self.add(child);
        }
    }

    /// How many elements have one of these names.
    pub fn count(&self, names: &[&str]) -> usize {
        let elements = self.elements.iter();
        elements
            .filter(|element| names.contains(&element.as_str()))
            .count()
    }
}

fn assert_followed(target: &str) {
    let target = target.to_ascii_lowercase();
    assert!(
        FOLLOWED.iter().any(|start| target.starts_with(start)),
        "{target}"
    );
}

/// What readers of Markdown may know beyond the standard.
pub const FORGE: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_MATH);

/// The words of a Markdown text without white space; fails if it has an element, a picture or a link
/// that leads elsewhere.
pub fn words_of_markdown(markdown: &str, options: Options) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::Start(Tag::Link { dest_url, .. }) => assert_followed(&dest_url),
            Event::Html(text) | Event::InlineHtml(text) => panic!("an element: {text}"),
            Event::Start(Tag::Image { dest_url, .. }) => panic!("a picture: {dest_url}"),
            Event::InlineMath(text) | Event::DisplayMath(text) => panic!("a formula: {text}"),
            _ => {}
        }
    }
    without_space(&words)
}

/// A text without white space, which Markdown and pages fold.
pub fn without_space(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace()).collect()
}
