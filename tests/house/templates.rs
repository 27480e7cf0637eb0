//! A network's own templates: they take the place of ours, see every view, are harmless, and told
//! where they are wrong.

use std::path::Path;
use std::process::{Command, Output};

use crate::workspace::with;

const LENS: (&str, &str) = (
    "territories/lens/territory.toml",
    "name = \"Lens <b>&</b> *Liévin*\"\nkind = \"commune\"\ncode = \"62498\"\nfollowed = { from = \
        2019 }\n[stages]\nsensibilisation = 2020\n",
);

pub fn report(root: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(["report", "--year", "2024", "--root"])
        .arg(root)
        .args(words)
        .current_dir(root)
        .env_clear()
        .env("GIT_DIR", "none")
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs")
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_template_of_one_s_own_names_the_facts_of_any_view_and_needs_no_code() {
    let letter = "# {{ say(fr=\"Lettre\", en=\"Letter\") }}\n\n{% for one in \
        process.facts.territories %}\n- {{ one.name }}, {{ one.steps[0].when | date }}\n{% endfor \
        %}\n{{ map.facts.total | number }}\n";
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        LENS,
        ("templates/lettre.md", letter),
    ]);
    let output = report(
        &root,
        &["--template", "templates/lettre.md", "--lang", "en"],
    );
    assert_eq!(text(&output.stderr), "");
    assert_eq!(
        text(&output.stdout),
        "# Letter\n\n- Lens &lt;b&gt;&amp;&lt;/b&gt; \\*Liévin\\*, 2020\n0"
    );
}

#[test]
fn a_template_named_as_ours_takes_its_place_in_its_form_only() {
    let own = "<p>{{ title }} {{ facts.territories[0].name }}</p>";
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        LENS,
        ("templates/process.html", own),
    ]);
    let html = text(&report(&root, &["process", "--format", "html", "--lang", "fr"]).stdout);
    assert!(
        html.starts_with("<p>Le processus")
            && html.contains("Lens &lt;b&gt;&amp;&lt;/b&gt; *Liévin*"),
        "{html}"
    );
    let markdown = text(&report(&root, &["process", "--format", "md", "--lang", "fr"]).stdout);
    assert!(markdown.starts_with("# Le processus"), "{markdown}");
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn errors_of_a_template_are_reported_with_their_line_in_both_languages() {
    let wrong = [
        (
            "{{ process.titel }}",
            ":1",
            "il nomme un fait qui n'existe pas",
            "it names a fact that does not exist",
        ),
        (
            "a\n{% if %}",
            ":2",
            "sa syntaxe est incorrecte",
            "its syntax is invalid",
        ),
        (
            "\n\n{{ process.title | shout }}",
            ":3",
            "filtre inconnu",
            "unknown filter",
        ),
        (
            "{{ say(fr='a') }}",
            ":1",
            "n'a pas les arguments attendus",
            "does not have the expected arguments",
        ),
        (
            "{% include '/etc/passwd' %}",
            ":1",
            "il inclut un autre modèle",
            "it includes another template",
        ),
        (
            "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
            "",
            "une opération est impossible",
            "an operation is not possible",
        ),
    ];
    for (template, line, french, english) in wrong {
        let root = with(&[
            ("apes.toml", "format = 1\nname = \"R\"\n"),
            ("templates/x.md", template),
        ]);
        for (language, words) in [("fr", french), ("en", english)] {
            let output = report(&root, &["--template", "templates/x.md", "--lang", language]);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(
                said.contains(&format!("templates/x.md{line}")) && said.contains(words),
                "{template}: {said}"
            );
            assert_eq!(text(&output.stdout), "", "{template}");
        }
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn errors_name_the_fact_its_place_and_the_nearest_that_exists() {
    let wrong = [
        (
            "En {{ map.facts.period }}, {{ map.facts.totale }}",
            "1:31",
            "`map.facts.totale` (did you mean `map.facts.total`?)",
        ),
        (
            "a\n é {{ map.facts.totale | number }}",
            "2:7",
            "`map.facts.totale` (did you mean `map.facts.total`?)",
        ),
        (
            "{{ mapp.facts.total }}",
            "1:4",
            "`mapp` (did you mean `map`?)",
        ),
        (
            "{{ title }}",
            "1:4",
            "`title` (name a report, `apes report annual --template …`, or write `annual.title`)",
        ),
        (
            "{{ map.facts.themes[0].lable }}",
            "1:4",
            "`map.facts.themes[0].lable` (did you mean `map.facts.themes[0].label`?)",
        ),
        (
            "{% for t in map.facts.themes %}{{ t.lable }}{% endfor %}",
            "1:",
            "`t.lable` (did you mean `t.label`?)",
        ),
        (
            "{{ map.title | shout }}",
            "1:",
            "unknown filter: `shout` (known: date, default, euros, ",
        ),
        (
            "{{ told() }}",
            "1:4",
            "unknown function: `told` (known: say)",
        ),
        (
            "{% if map is empty %}{% endif %}",
            "1:",
            "unknown test: `empty` (known: defined, undefined)",
        ),
    ];
    for (template, place, words) in wrong {
        let root = with(&[
            ("apes.toml", "format = 1\nname = \"R\"\n"),
            ("templates/x.md", template),
        ]);
        let output = report(&root, &["--template", "templates/x.md", "--lang", "en"]);
        let said = text(&output.stderr);
        assert!(
            said.contains(&format!("templates/x.md:{place}")),
            "{template}: {said}"
        );
        assert!(said.contains(words), "{template}: {said}");
    }
}

#[test]
fn slices_and_common_filters_of_jinja_work() {
    let template = "{% for t in map.facts.themes[:2] %}{{ t.digit }}{% endfor %} \
        {{ map.facts.themes | length }} {{ 'a' | upper }}{{ 'B' | lower }} {{ nothing | default('d') }} \
        {{ (map.facts.themes | first).digit }}{{ (map.facts.themes | last).digit }} \
        {{ [3, 1] | sort | join('') }}{% if nothing is defined %}x{% endif %}";
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        ("templates/X.MD", template),
    ]);
    let output = report(&root, &["--template", "templates/X.MD", "--lang", "en"]);
    assert_eq!(
        text(&output.stdout),
        "12 9 Ab d 19 13",
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn an_unknown_fact_is_nothing_and_a_fact_that_does_not_exist_is_an_error_in_every_filter() {
    let lens = (
        "territories/lens/territory.toml",
        "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n[agreements.a]\nfrom = 2024\n",
    );
    for filter in ["number", "percent", "euros", "date", "quoted"] {
        for (fact, wanted) in [("amount", Some("[]")), ("amuont", None)] {
            let template = format!("[{{{{ funder.facts.grants[0].{fact} | {filter} }}}}]");
            let root = with(&[
                ("apes.toml", "format = 1\nname = \"R\"\n"),
                lens,
                ("templates/x.md", &template),
            ]);
            let output = report(&root, &["--template", "templates/x.md", "--lang", "en"]);
            assert_eq!(
                text(&output.stdout),
                wanted.unwrap_or_default(),
                "{filter} of {fact}"
            );
            let told = text(&output.stderr).contains("it names a fact that does not exist");
            assert_eq!(
                told,
                wanted.is_none(),
                "{filter} of {fact}: {}",
                text(&output.stderr)
            );
        }
    }
}

#[test]
fn a_template_lies_in_the_workspace_and_says_its_form() {
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        ("templates/x.svg", "a"),
    ]);
    for (path, words) in [
        ("../elsewhere.md", "is not in the workspace"),
        ("templates/x.svg", "must end in `.md` or `.html`"),
    ] {
        let output = report(&root, &["--template", path, "--lang", "en"]);
        assert!(
            text(&output.stderr).contains(words),
            "{}",
            text(&output.stderr)
        );
        assert_eq!(output.status.code(), Some(2));
    }
}
