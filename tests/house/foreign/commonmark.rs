//! The examples of the `CommonMark` specification as summaries and as texts of reports.

use apes::renderers::{prose, safe};
use pulldown_cmark::{Event, Options, Parser};

use crate::commands::apes;
use crate::foreign::foreign;
use crate::foreign::page::{FORGE, Page, without_space, words_of_markdown};
use crate::workspace::with;

/// The words that readers should see of a text: its own, markup of HTML as it is written.
fn wanted(markdown: &str) -> String {
    let words: Vec<String> = Parser::new_ext(markdown, Options::empty())
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                Some(text.to_string())
            }
            _ => None,
        })
        .collect();
    let lines = words.concat();
    without_space(&lines.split('\n').map(safe::line).collect::<String>())
}

/// Texts that the specification has no example of.
const MORE: [&str; 22] = [
    "- une liste\n\n      <img src=x onerror=alert(1)>\n",
    "Venez ![](https://a.example/x.png) !\\[x](https://a.example)",
    "Venez !<https://a.example/x.png>",
    "wow\\![ici](https://a.example/)",
    "```\n```` \n<b>\n```\n",
    "~~~~\n```\n~~~\n`````\n<b>\n~~~~\n",
    "> ```\n> <b>\n> ```\n\n1. a\n\n   ~~~\n   <i>\n   ~~~\n",
    "- a\n- b\n\n* c\n* d\n\n1. e\n2. f\n\n1) g\n",
    "- \n- a\n-\n\n  b\n",
    "- - - a\n    1. b\n\n> > c\n\n> d\n>\n> e\n",
    "a\\\n- b\\\n1. c\\\n=== \\\n--- \\\n+ d\\\n| e |\\\n|---|\\\n:-:",
    "\\[a]: https://a.example\n\n\\[a]\n\n\\[^1]: note\n\n\\[^1]",
    "&lt;b&gt; &amp;lt; &#60;script> &copy; \\&copy; &#x3c;",
    "*a*b*c* **a**b _a_ ***a** b* *a **b*** __a__ *« a »*b",
    "[a](<https://a.example/\\\\*_&amp;copy;>) [b](https://a.example/?a=1&copy=2;)",
    "`` ` `` ` `` ` `` `a` `` ` a` `  `",
    "ftp://a.example www.a.example a@b.example https://a.example/_x_",
    "$x$ $$y$$ \\$z $`a`$",
    "a  \n    b\n\n\ta\n\n    b\n",
    "# a #\n\n## #\n\nb\n===\n\n#\n",
    "* * *\n\n- * * *\n\n---\n",
    "[a![b](https://b.example)](https://a.example) ![[c](https://c.example)](d)",
];

#[test]
fn what_is_written_is_read_as_it_was_meant() {
    let examples = foreign("commonmark.json");
    assert_eq!(examples.len(), 652);
    let naughty = ["blns.json", "owasp.txt"].map(foreign).concat();
    let more = MORE.iter().map(|text| (*text).to_owned());
    for text in examples.into_iter().chain(naughty).chain(more) {
        let wanted = wanted(&text);
        for options in [Options::empty(), FORGE] {
            let markdown = prose::as_markdown(&text, 3);
            let words = words_of_markdown(&markdown, options);
            if options.is_empty() || !text.contains(['~', '[']) {
                assert_eq!(words, wanted, "{text:?}\n{markdown}");
            }
        }
        let page = Page::read(&prose::as_html(&text, 3));
        assert_eq!(without_space(&page.words), wanted, "{text:?}");
        assert_eq!(
            page.count(&["script", "img", "iframe", "style", "input"]),
            0
        );
        let lines = without_space(&prose::as_lines(&text, 72));
        assert!(lines.len() >= wanted.len() / 2, "{text:?}: {lines}");
    }
}

#[test]
fn what_is_plain_text_is_no_markup() {
    let naughty = ["blns.json", "owasp.txt", "commonmark.json"]
        .map(foreign)
        .concat();
    for text in naughty {
        let escaped = prose::escaped(&text);
        let wanted = without_space(&safe::line(&text));
        assert_eq!(
            words_of_markdown(&escaped, Options::empty()),
            wanted,
            "{text:?}: {escaped}"
        );
        let cell = format!("| a |\n|---|\n| {escaped} |\n");
        let words = words_of_markdown(&cell, FORGE);
        assert_eq!(words, format!("a{wanted}"), "{text:?}: {escaped}");
    }
}

#[test]
fn examples_are_harmless_in_a_report() {
    let examples = foreign("commonmark.json");
    let all = examples.join("\n\n");
    let dynamics: Vec<(String, String)> = examples
        .iter()
        .enumerate()
        .step_by(9)
        .map(|(number, text)| {
            let text = toml_edit::Value::from(text.as_str());
            let path = format!("territories/lens/dynamics/d{number}.toml");
            (path, format!("name = \"D{number}\"\ntheme = \"production-locale\"\nfrom = 2024\nsummary = {text}\n"))
        })
        .collect();
    let mut files = vec![
        (
            "apes.toml",
            "format = 1\nname = \"R\"\nterritory = \"lens\"\n",
        ),
        (
            "territories/lens/territory.toml",
            "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\nfollowed = { from = 2020 }\n",
        ),
        ("territories/lens/texts/2024/perspectives.fr.md", &all),
    ];
    files.extend(dynamics.iter().map(|(path, text)| (&**path, &**text)));
    let root = with(&files);
    let root = root.to_string_lossy();
    let report = |format| {
        let words = [
            "report", "annual", "--year", "2024", "--lang", "fr", "--root", &root,
        ];
        let output = apes(&[&words[..], &["--format", format]].concat());
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let markdown = words_of_markdown(&report("md"), Options::empty());
    assert!(markdown.contains("D0") && markdown.len() > 10_000);
    let page = Page::read(&report("html"));
    assert_eq!(page.count(&["script", "img", "iframe", "input", "del"]), 0);
    assert!(page.words.contains("<script>"));
}

#[test]
fn long_paragraphs_are_written_as_fast_as_they_are_read() {
    let begun = std::time::Instant::now();
    for piece in [
        "a ", "*a ", "[a](", "`a ", "a* ", "<a ", "![", "a\\\n", "&a; ", "> ", "- ",
    ] {
        let text = piece.repeat(40_000);
        assert!(!prose::as_markdown(&text, 1).is_empty(), "{piece}");
        assert!(!prose::as_lines(&text, 80).is_empty() && !prose::as_html(&text, 1).is_empty());
    }
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}
