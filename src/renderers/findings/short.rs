//! One line for each finding: `file:line:column: severity[name]: sentence`.

use crate::renderers::findings::report::FindingsReport;
use crate::renderers::safe;

pub fn render(report: &FindingsReport) -> String {
    let mut out = String::new();
    for finding in report.findings {
        let (line, column) = report.line_column(&finding.primary.place);
        let file = safe::line(&finding.primary.place.file);
        let word = finding.severity.word(report.language);
        let (name, sentence) = (safe::line(&finding.name), safe::line(&finding.sentence));
        out += &format!("{file}:{line}:{column}: {word}[{name}]: {sentence}\n");
    }
    out
}
