//! Templates of strangers: none stops a machine, hides something, or runs as a program unasked.

use std::process::Command;

use crate::templates::{report, text};
use crate::workspace::with;

/// Templates that would stop a machine, with their ending and the line at fault.
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn endless() -> Vec<(&'static str, String, &'static str)> {
    let doubled = |first: &str, step: &str| {
        let steps = format!("{{% set x = {step} %}}\n").repeat(40);
        format!("{{% set x = {first} %}}\n{steps}{{{{ x | length }}}}")
    };
    let nested = |step: &str| format!("{{% set x = [1] %}}{}{{{{ x }}}}", step.repeat(30_000));
    let recursive = "{% for one in [1] recursive %}{{ loop([one]) }}{{ loop([one]) }}{% endfor %}";
    let big = "{% set x %}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{% endset %}";
    let looped = |inside: &str| {
        let loops = "{% for a in list %}".repeat(7);
        let list = "{% set list = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] %}";
        format!("{list}{big}{loops}{inside}{}", "{% endfor %}".repeat(7))
    };
    vec![
        ("html", doubled("[1]", "x + x"), ":"),
        ("html", doubled("'a' | upper", "x ~ x"), ":"),
        ("md", doubled("'a' | upper", "x + x"), ":"),
        ("md", doubled("[1]", "[x, x]"), ":"),
        ("md", doubled("[1]", "{'a': x, 'b': x}"), ":"),
        ("md", doubled("[1]", "(x, x)"), ":"),
        ("md", doubled("[1]", "x * 2"), ":"),
        ("md", doubled("'a' | upper", "x * 1000"), ":"),
        ("md", doubled("'a' | upper", "[x, x] | join('')"), ":"),
        (
            "md",
            format!(
                "{big}{}",
                "{% set x %}{{ x }}{{ x }}{% endset %}".repeat(40)
            ),
            ":1",
        ),
        ("md", "\n{{ 'a' * 1000000000 }}".to_owned(), ":2"),
        (
            "md",
            "\n{{ (('a') ~ 'b') * 100000000 ~ 'c' }}".to_owned(),
            ":2",
        ),
        ("md", "\n{{ 100000000 * 'a' }}".to_owned(), ":2"),
        ("md", "\n{{ [1] * 100000000 }}".to_owned(), ":2"),
        ("md", nested("{% set x = [x] %}"), ":1"),
        ("md", nested("{% set x = {'a': x} %}"), ":1"),
        ("md", format!("\n{{{{ {}1 }}}}", "-".repeat(20_000)), ":2"),
        (
            "md",
            format!("\n{{{{ {}1 }}}}", "1 and ".repeat(31_000)),
            ":2",
        ),
        (
            "md",
            format!("\n{{{{ {}1 }}}}", "not ".repeat(31_000)),
            ":2",
        ),
        (
            "md",
            format!("\n{{{{ 1{} }}}}", " if 1 else 1".repeat(31_000)),
            ":2",
        ),
        (
            "md",
            format!("\n{{{{ 1{} }}}}", "|first".repeat(31_000)),
            ":2",
        ),
        ("md", format!("\n{{{{ a{} }}}}", ".a".repeat(31_000)), ":2"),
        ("md", format!("\n{{{{ a{} }}}}", "[0]".repeat(31_000)), ":2"),
        (
            "md",
            format!("\n{{{{ {}1{} }}}}", "(".repeat(31_000), ")".repeat(31_000)),
            ":2",
        ),
        (
            "md",
            format!("\n{{{{ {}1{} }}}}", "[".repeat(31_000), "]".repeat(31_000)),
            ":2",
        ),
        (
            "html",
            format!(
                "\n{{% if 0 %}}{}{{% endif %}}",
                "{% elif 0 %}".repeat(8_000)
            ),
            ":2",
        ),
        ("md", format!("\n{}", "{% if 1 %}".repeat(20_000)), ":2"),
        ("md", format!("\n{}", "{% set x %}".repeat(20_000)), ":2"),
        ("md", recursive.to_owned(), ":1"),
        (
            "md",
            "{% block a %}{{ self.a() }}{{ self.a() }}{% endblock %}".to_owned(),
            ":",
        ),
        ("md", looped("{{ x == list }}"), ":1"),
        ("md", looped("{{ loop.changed(list) }}"), ":1"),
        ("md", looped("some text of the template"), ":1"),
        ("md", looped("{% set y = say(fr=x, en=x) %}"), ":1"),
        (
            "md",
            format!(
                "{{% set y %}}{}{{% endset %}}",
                looped("text of the template")
            ),
            ":1",
        ),
    ]
}

#[test]
fn no_template_stops_a_machine() {
    let begun = std::time::Instant::now();
    for (ending, template, line) in endless() {
        let path = format!("templates/x.{ending}");
        let root = with(&[
            ("apes.toml", "format = 1\nname = \"R\"\n"),
            (&path, &template),
        ]);
        // Megabytes that the program may use, beside what it is made of.
        let output = Command::new("sh")
            .args([
                "-c",
                "ulimit -v 600000; exec \"$0\" \"$@\"",
                env!("CARGO_BIN_EXE_apes"),
            ])
            .args([
                "report",
                "--year",
                "2024",
                "--lang",
                "en",
                "--template",
                &path,
            ])
            .current_dir(&root)
            .env("GIT_DIR", "none")
            .output()
            .expect("the program runs");
        let said = text(&output.stderr);
        let shown = &template[..template.len().min(200)];
        assert_eq!(output.status.code(), Some(2), "{shown}: {said}");
        assert!(said.contains(&format!("{path}{line}")), "{shown}: {said}");
        assert_eq!(text(&output.stdout), "", "{shown}");
    }
    assert!(begun.elapsed().as_secs() < 120, "{:?}", begun.elapsed());
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn what_templates_usually_build_is_built() {
    let cases = [
        ("{{ 'a' ~ (1 + 2) }}", "a3"),
        (
            "{% set x = [1] + [2] %}{{ x | join('-') }}{{ x | length }}",
            "1-22",
        ),
        (
            "{% for a in [1, 2, 3][1:] %}{{ loop.index }}{{ a }}{% endfor %}",
            "1223",
        ),
        (
            "{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m('x', b='y') }}",
            "12xy",
        ),
        (
            "{% set t = {'a': [1, 2]} %}{{ t.a[1] }}{{ t['a'] | first }}",
            "21",
        ),
        (
            "{% if 1 < 2 < 3 and 'a' in ['a'] and not 'b' in 'cd' %}yes{% endif %}",
            "yes",
        ),
        (
            "{% set a, b = [1, 2] %}{{ b }}{{ 2 * 3 }}{% set c %}<{{ a }}>{% endset %}{{ c }}",
            "26<1>",
        ),
        (
            "{% for a in [3, 1, 2] | sort if a > 1 %}{{ a }}{% else %}none{% endfor %}",
            "23",
        ),
        (
            "{% for a in [] %}{{ a }}{% else %}none{% endfor %}{{ 'yes' if true else 'no' }}",
            "noneyes",
        ),
        (
            "{% for a in [1, 1] %}{{ loop.changed(a) }} {% endfor %}",
            "True False ",
        ),
        (
            "{% set n = 3 %}{{ '-' ~ 'x' * n }}{% set k = [0] %}{{ k[n - 3] }}",
            "-xxx0",
        ),
    ];
    for (template, wanted) in cases {
        let root = with(&[
            ("apes.toml", "format = 1\nname = \"R\"\n"),
            ("templates/x.html", template),
        ]);
        let output = report(&root, &["--template", "templates/x.html", "--lang", "en"]);
        assert_eq!(
            text(&output.stdout),
            wanted,
            "{template}: {}",
            text(&output.stderr)
        );
    }
}

#[test]
fn a_template_with_a_hidden_character_is_refused_with_its_line() {
    for (template, line) in [
        ("\u{1b}]0;pris\u{7}{{ map.title }}", ":1: "),
        ("a\n{{ map.title }}\u{202e}", ":2: "),
        ("a\r\nb\rc", ":2: "),
    ] {
        let root = with(&[
            ("apes.toml", "format = 1\nname = \"R\"\n"),
            ("templates/x.md", template),
            ("templates/map.html", template),
        ]);
        for (words, path) in [
            (&["--template", "templates/x.md"][..], "templates/x.md"),
            (&["map", "--format", "html"], "templates/map.html"),
        ] {
            let output = report(&root, &[words, &["--lang", "en"]].concat());
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(
                said.contains(&format!("{path}{line}")) && !said.contains('\u{1b}'),
                "{said}"
            );
            assert_eq!(text(&output.stdout), "");
        }
    }
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        (
            "templates/x.md",
            "می\u{200c}خواهم 👨\u{200d}👩\u{200d}👧\r\n{{ 'a\u{200d}👩' }}",
        ),
    ]);
    let output = report(&root, &["--template", "templates/x.md"]);
    assert_eq!(output.status.code(), Some(2), "a joiner that joins nothing");
}

#[test]
fn a_program_lays_no_report_out_before_it_is_trusted() {
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        ("templates/annual.typ", "#let s = \"a\" * 100000000000\n#s"),
    ]);
    for (language, words) in [("fr", "est un programme"), ("en", "is a program")] {
        let output = report(&root, &["annual", "-o", "x.pdf", "--lang", language]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains("templates/annual.typ") && said.contains(words),
            "{said}"
        );
        assert!(said.contains("--trust-templates"), "{said}");
    }
}
