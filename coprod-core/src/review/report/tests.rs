//! Reports say what the answer says, in a form that is safe to show.

use super::*;
use crate::review::{ExampleRequest, example};

fn written(format: ReportFormat, edit: fn(&mut Project)) -> String {
    let mut project = example(&ExampleRequest {}).unwrap().project;
    edit(&mut project);
    report(&ReportRequest { project, format }).unwrap().report
}

#[test]
fn every_form_has_every_section() {
    for format in [ReportFormat::Text, ReportFormat::Markdown, ReportFormat::Html] {
        let report = written(format, |_| {});
        for section in [
            "Who can decide and who can block",
            "Which level",
            "Who does what",
            "What each person is offered",
            "nobody has answered",
        ] {
            assert!(report.contains(section), "{section} in {format:?}");
        }
        assert!(report.contains("4/7"), "exact shares");
    }
}

#[test]
fn names_cannot_break_out_of_the_page() {
    let evil = |project: &mut Project| {
        project.title = "<script>alert(1)</script>\u{1b}[2J".to_owned();
        project.people[0].name = Some("\"><img src=x onerror=alert(1)> | `*_[x](y)\u{202e}\u{2066}".to_owned());
    };
    let page = written(ReportFormat::Html, evil);
    assert!(!page.contains("<script") && !page.contains("<img"));
    for format in [ReportFormat::Text, ReportFormat::Markdown, ReportFormat::Html] {
        assert!(!written(format, evil).contains(['\u{1b}', '\u{202e}', '\u{2066}']), "{format:?}");
    }
    assert!(written(ReportFormat::Markdown, evil).contains("\\|"));
}

#[test]
fn a_page_needs_nothing_else() {
    let page = written(ReportFormat::Html, |_| {});
    for outside in ["http:", "https:", "src=", "<link", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains("<html lang=\"en\">") && page.contains("<span class=\"said\">as it really is: </span>4/7</dd>"));
}
