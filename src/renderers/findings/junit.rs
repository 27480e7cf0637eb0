//! Findings as test results in XML of `JUnit`, which most servers of continuous integration read.

use crate::diagnostic::Finding;
use crate::renderers::drawing::xml::{DECLARATION, XmlWriter, tag};
use crate::renderers::findings::limits::{Limits, clipped};
use crate::renderers::findings::report::FindingsReport;
use crate::renderers::findings::short;

pub fn render(report: &FindingsReport) -> String {
    let mut limits = Limits::new(report.showing.all);
    let (mut cases, mut failed, mut skipped) = (XmlWriter::with_lines(), 0, 0);
    for finding in report.shown() {
        if !limits.has_room() {
            continue;
        }
        let case = case(report, finding);
        let forms = [case.clone().finish()];
        if limits.admit(&finding.primary.place.file, forms).is_some() {
            cases.append(&case);
            failed += usize::from(report.fails(finding));
            skipped += usize::from(!report.fails(finding));
        }
    }
    let passed = usize::from(failed == 0);
    if passed == 1 {
        // Without a test that passed, a report is taken for one that was not written.
        let whole = tag("testcase").with(&[("name", "apes validate"), ("classname", "apes")]);
        cases.leaf(&whole);
    }
    let suite = tag("testsuite").with(&[
        ("name", "apes validate"),
        ("tests", &(failed + skipped + passed).to_string()),
        ("failures", &failed.to_string()),
        ("errors", "0"),
        ("skipped", &skipped.to_string()),
    ]);
    let left_out = short::left_out(report, limits.left_out);
    let mut xml = XmlWriter::with_lines();
    xml.group(&tag("testsuites"), |xml| {
        xml.group(&suite, |xml| {
            xml.append(&cases);
            xml.text(&tag("system-out"), &format!("{left_out}{}", report.summary));
        });
    });
    DECLARATION.to_owned() + &xml.finish()
}

/// A finding that counts fails; another is a test that was skipped, with its sentence.
fn case(report: &FindingsReport, finding: &Finding) -> XmlWriter {
    let mut words = vec![
        clipped(&short::line(report, finding)),
        finding.because.clone(),
    ];
    words.extend(finding.help.iter().map(|help| clipped(&help.sentence)));
    let result = if report.fails(finding) {
        tag("failure")
    } else {
        tag("skipped")
    };
    let sentence = clipped(&finding.sentence);
    let result = result.with(&[("type", &*finding.name), ("message", &sentence)]);
    let file = report.path(&finding.primary.place.file);
    let case = tag("testcase").with(&[("name", &*finding.name), ("classname", &file)]);
    let mut xml = XmlWriter::with_lines();
    xml.group(&case, |xml| xml.text(&result, &words.join(" · ")));
    xml
}
