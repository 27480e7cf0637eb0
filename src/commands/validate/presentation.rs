//! Where findings go, and in which format: to the reader, to a file, or to a forge.

use std::path::Path;

use anyhow::Result;

use crate::commands::shared::command::{RunContext, eprint, print};
use crate::commands::shared::files::deliver;
use crate::commands::validate::arguments::{Arguments, FindingsFormat};
use crate::commands::validate::forge::{Forge, repository_top};
use crate::commands::validate::summary;
use crate::diagnostic::Severity;
use crate::language::Language;
use crate::renderers::findings::{self, FindingsReport, Format, Showing, Viewpoint, Width};
use crate::say;
use crate::sources::Folder;
use crate::validation::Validated;
use crate::workspace::Workspace;

/// How the findings of one run are presented.
pub(super) struct Presentation<'r> {
    arguments: &'r Arguments,
    context: &'r RunContext,
    forge: Option<Forge>,
    /// Number of new findings, which come first; `None` if nothing was compared.
    new: Option<usize>,
    /// Files as seen from where the reader is, and from the top of the repository.
    viewpoints: [Viewpoint; 2],
}

impl<'r> Presentation<'r> {
    /// The presentation that options, terminal and environment ask for.
    ///
    /// # Errors
    /// Returns an error if the current folder is gone.
    pub(super) fn new(
        arguments: &'r Arguments,
        folder: &Folder,
        new: Option<usize>,
        context: &'r RunContext,
    ) -> Result<Self> {
        let root = folder.root().canonicalize()?;
        let here = std::env::current_dir()?.canonicalize()?;
        let forge = Forge::of_environment().filter(|_| context.terminal.is_none());
        let viewpoints = [here, repository_top(&root)].map(|from| Viewpoint::new(&root, &from));
        Ok(Self {
            arguments,
            context,
            forge,
            new,
            viewpoints,
        })
    }

    /// Prints and writes the findings. Returns whether any of them lets the command fail.
    ///
    /// # Errors
    /// Returns an error if the system refuses to write.
    pub(super) fn present(&self, workspace: &Workspace, validated: &Validated) -> Result<bool> {
        let language = workspace.language;
        if let Some(path) = &self.arguments.output {
            let text = self.text(self.format_of_file(path), workspace, validated);
            deliver(&[(path.clone(), text.into_bytes())], self.context, language)?;
        }
        let printed = match (self.arguments.format, &self.arguments.output, self.forge) {
            (Some(format), None, _) => format,
            (_, _, Some(Forge::GitHub)) => FindingsFormat::Github,
            (None, None, Some(Forge::GitLab)) => FindingsFormat::Gitlab,
            _ => FindingsFormat::Human,
        };
        print(&self.text(printed, workspace, validated))?;
        if self.arguments.format.is_none() && printed == FindingsFormat::Gitlab {
            // The report is for the forge, the log for people.
            eprint(
                self.text(FindingsFormat::Human, workspace, validated)
                    .trim_end(),
            );
        }
        let report = self.report(FindingsFormat::Human, "", workspace, validated);
        Ok(validated
            .findings
            .iter()
            .any(|finding| report.fails(finding)))
    }

    /// The format of a file: the one asked for, that of the forge, or that of its ending.
    fn format_of_file(&self, path: &Path) -> FindingsFormat {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        match (self.arguments.format, self.forge, &*ending) {
            (Some(format), ..) => format,
            (None, _, "sarif") => FindingsFormat::Sarif,
            (None, _, "xml") => FindingsFormat::Junit,
            (None, Some(Forge::GitLab), "json") => FindingsFormat::Gitlab,
            (None, _, "json") => FindingsFormat::Json,
            _ => FindingsFormat::Human,
        }
    }

    /// The findings in a format; empty if there is nothing to say and quiet is wanted.
    fn text(&self, format: FindingsFormat, workspace: &Workspace, validated: &Validated) -> String {
        let (language, is_quiet) = (workspace.language, self.context.quiet);
        let counts = summary::counts(workspace, validated);
        let end = self.end(validated, &counts, language);
        let report = self.report(format, &end, workspace, validated);
        let format = match format {
            FindingsFormat::Human if is_quiet => Format::Short,
            FindingsFormat::Human if self.arguments.statistics => return format!("{end}\n"),
            FindingsFormat::Human => Format::Human(Width {
                columns: self.context.columns,
                colour: self.context.colour && self.arguments.output.is_none(),
            }),
            FindingsFormat::Short => Format::Short,
            FindingsFormat::Json => Format::Json,
            FindingsFormat::Github => Format::GitHub,
            FindingsFormat::Gitlab => Format::GitLab,
            FindingsFormat::Sarif => Format::Sarif,
            FindingsFormat::Junit => Format::JUnit,
        };
        findings::render(&report, format)
    }

    fn report<'a>(
        &'a self,
        format: FindingsFormat,
        summary: &'a str,
        workspace: &Workspace,
        validated: &'a Validated,
    ) -> FindingsReport<'a> {
        let arguments = self.arguments;
        let is_for_people = matches!(format, FindingsFormat::Human | FindingsFormat::Short);
        let [here, top] = &self.viewpoints;
        let viewpoint = if is_for_people && self.forge.is_none() {
            here
        } else {
            top
        };
        FindingsReport {
            findings: &validated.findings,
            sources: &validated.sources,
            language: workspace.language,
            summary,
            held_back: validated.held_back,
            silenced: validated.silenced,
            records: workspace.network.size(),
            showing: Showing {
                level: self.level(format),
                all: arguments.all,
                reason_once: true,
                new: self.new,
                denied: arguments.deny.clone(),
                viewpoint: viewpoint.clone(),
            },
        }
    }

    /// The least severity of what is shown: notes are counted only where people read, unless they
    /// are asked for or denied.
    fn level(&self, format: FindingsFormat) -> Severity {
        let arguments = self.arguments;
        let wants_notes = arguments.all
            || !arguments.only.is_empty()
            || !arguments.deny.is_empty() && arguments.deny != ["warnings"];
        match (arguments.level, format) {
            (Some(level), _) => level.severity(),
            (None, FindingsFormat::Human | FindingsFormat::Github) if !wants_notes => {
                Severity::Warning
            }
            _ => Severity::Note,
        }
    }

    /// What is said in the end: findings by check, those that were there before, counts, and how
    /// to see more.
    fn end(&self, validated: &Validated, counts: &str, language: Language) -> String {
        let (new, old) = validated
            .findings
            .split_at(self.new.unwrap_or(validated.findings.len()));
        let level = if self.arguments.statistics {
            Severity::Note
        } else {
            self.level(FindingsFormat::Human)
        };
        let mut end = summary::statistics(new, level, language);
        if self.new.is_some() {
            let counts = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
                let of_severity = old.iter().filter(|finding| finding.severity == severity);
                severity.counted(of_severity.count(), language)
            });
            let (counts, new) = (counts.join(", "), language.number(new.len() as u64));
            end += &say!(language,
                fr: "constats nouveaux\u{a0}: {new} · connus d'avant\u{a0}: {counts}\n",
                en: "new findings: {new} · known before: {counts}\n");
        }
        end += counts;
        let hints = summary::hints(new, self.level(FindingsFormat::Human), language);
        if !hints.is_empty() && !self.arguments.all {
            end.push('\n');
            end += &hints;
        }
        end
    }
}
