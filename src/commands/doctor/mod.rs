//! `apes doctor`: the program, the workspace and the machine, line by line, with remedies.

mod machine;
mod records;

use anyhow::Result;
use clap::Args;

use crate::commands::shared::command::{ExitStatus, RunContext, print};
use crate::commands::shared::layout::entry;
use crate::renderers::safe;
use crate::say;
use crate::workspace;

/// Tell whether the program, the workspace and the machine are in order, and what to do where they
/// are not; exits with 1 where something is not
#[derive(Args)]
pub struct Arguments {}

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// In order.
    Fine,
    /// In order, but there is more to be had.
    Hint,
    /// Not in order.
    Wrong,
}

/// A line: what was looked at, how it stands, what to do.
struct Line {
    state: State,
    subject: String,
    finding: String,
    remedy: Option<String>,
}

impl Line {
    fn fine(subject: String, finding: String) -> Self {
        Self {
            state: State::Fine,
            subject,
            finding,
            remedy: None,
        }
    }

    fn hint(subject: String, finding: String, remedy: String) -> Self {
        Self {
            state: State::Hint,
            subject,
            finding,
            remedy: Some(remedy),
        }
    }

    fn wrong(subject: String, finding: String, remedy: String) -> Self {
        Self {
            state: State::Wrong,
            subject,
            finding,
            remedy: Some(remedy),
        }
    }
}

/// Looks at everything, and prints a line for each.
pub fn run(_: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let language = context.reader_language();
    let mut lines = vec![machine::program(language)];
    match context.folder() {
        Ok(folder) => {
            let workspace = workspace::load(
                &folder,
                context.requested_language,
                context.machine_language,
            );
            lines.extend(records::lines(&folder, &workspace, context, language));
        }
        Err(error) => lines.push(Line::wrong(
            say!(language, fr: "espace de travail", en: "workspace"),
            error.to_string(),
            say!(language,
                fr: "`apes help commencer` dit comment en commencer un",
                en: "`apes help begin` tells how to begin one"),
        )),
    }
    lines.extend(machine::lines(context, language));
    let width = lines.iter().map(|line| line.subject.chars().count()).max();
    let width = width.unwrap_or_default();
    let mut text = String::new();
    for line in &lines {
        let mark = match line.state {
            State::Fine => "ok",
            State::Hint => " –",
            State::Wrong => " !",
        };
        let heading = format!("{mark}  {:width$}  ", line.subject);
        text += &entry(&heading, &safe::line(&line.finding), context.columns);
        if let Some(remedy) = &line.remedy {
            let heading = " ".repeat(heading.chars().count());
            text += &entry(
                &heading,
                &format!("→ {}", safe::line(remedy)),
                context.columns,
            );
        }
    }
    print(&text)?;
    Ok(if lines.iter().any(|line| line.state == State::Wrong) {
        ExitStatus::Findings
    } else {
        ExitStatus::Success
    })
}
