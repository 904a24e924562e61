//! Reviews a project: `review [FILE] [--json | --markdown | --html OUT] [--project]`.
//!
//! Without a file it reviews the built-in project; `--project` prints that project's file, to start one's own from. What is wrong with
//! a file goes to standard error, with exit code 2, and nothing is printed or written.

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use coprod_core::api::call;
use coprod_core::error::ErrorReport;
use lexopt::Arg::{Long, Value};
use lexopt::ValueExt;

const USAGE: &str = "review [FILE] [--json | --markdown | --html OUT] [--project]";

#[derive(Default)]
enum Form {
    #[default]
    Text,
    Json,
    Markdown,
    Html(OsString),
    Project,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            complain(&message);
            ExitCode::from(2)
        }
    }
}

/// Says what is wrong on standard error. A file's own text must not be able to play tricks in a terminal.
fn complain(message: &str) {
    let mut shown = String::new();
    for letter in message.chars() {
        if letter.is_control() {
            shown.extend(letter.escape_unicode());
        } else {
            shown.push(letter);
        }
    }
    // Where nobody can be told, there is nothing more to do.
    let _ = writeln!(std::io::stderr(), "review: {shown}");
}

/// Writes to standard output. A reader who leaves has seen enough.
fn show(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("standard output cannot be written: {error}")),
        _ => Ok(()),
    }
}

fn run() -> Result<(), String> {
    let Some((file, form)) = arguments().map_err(|error| format!("{error}; usage: {USAGE}"))? else {
        return show(&format!("{USAGE}\n"));
    };
    let project = match file {
        Some(path) => {
            let text = std::fs::read_to_string(&path);
            let text = text.map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
            // Some editors start a file with a mark that is no part of its text.
            checked(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())?
        }
        None => built_in()?,
    };
    match form {
        Form::Text => show(&report(&project, "text")?),
        Form::Markdown => show(&report(&project, "markdown")?),
        Form::Json => show(&(pretty(&ask("review", &format!("{{\"project\":{project}}}"))?)? + "\n")),
        Form::Project => show(&(pretty(&project)? + "\n")),
        Form::Html(path) => {
            let page = report(&project, "html")?;
            std::fs::write(&path, page).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
            show(&format!("wrote {}\n", path.display()))
        }
    }
}

fn arguments() -> Result<Option<(Option<OsString>, Form)>, lexopt::Error> {
    let (mut file, mut form) = (None, Form::default());
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(path) if file.is_none() => file = Some(path),
            Long("json") => form = Form::Json,
            Long("markdown") => form = Form::Markdown,
            Long("html") => form = Form::Html(parser.value()?.string()?.into()),
            Long("project") => form = Form::Project,
            Long("help") => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some((file, form)))
}

/// The text, if it is JSON by itself; only then can it stand inside a request.
fn checked(text: String) -> Result<String, String> {
    match serde_json::from_str::<serde::de::IgnoredAny>(&text) {
        Ok(_) => Ok(text),
        Err(_) => ask("review", &text),
    }
}

fn built_in() -> Result<String, String> {
    let answer = ask("review.example", "{}")?;
    let answer: serde_json::Value = serde_json::from_str(&answer).map_err(|error| error.to_string())?;
    Ok(answer.get("project").map(ToString::to_string).unwrap_or_default())
}

fn report(project: &str, format: &str) -> Result<String, String> {
    let answer = ask("review.report", &format!("{{\"project\":{project},\"format\":\"{format}\"}}"))?;
    let answer: serde_json::Value = serde_json::from_str(&answer).map_err(|error| error.to_string())?;
    Ok(answer.get("report").and_then(|report| report.as_str()).unwrap_or_default().to_owned())
}

fn pretty(json: &str) -> Result<String, String> {
    let value: serde_json::Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    serde_json::to_string_pretty(&value).map_err(|error| error.to_string())
}

/// Asks the library; an error points into the project's own file.
fn ask(endpoint: &str, request: &str) -> Result<String, String> {
    call(endpoint, request).map_err(|report| {
        let path = report.path.strip_prefix("/project").unwrap_or(&report.path).to_owned();
        ErrorReport { path, ..report }.to_string()
    })
}
