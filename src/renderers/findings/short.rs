//! One line a finding: `file:line:column: severity[name]: sentence`.

use crate::renderers::findings::told::Told;
use crate::renderers::safe;

pub fn render(told: &Told) -> String {
    let mut out = String::new();
    for finding in told.findings {
        let (line, column) = told.line_column(&finding.primary.place);
        let file = safe::line(&finding.primary.place.file);
        let word = finding.severity.word(told.language);
        let (name, sentence) = (safe::line(&finding.name), safe::line(&finding.sentence));
        out += &format!("{file}:{line}:{column}: {word}[{name}]: {sentence}\n");
    }
    out
}
