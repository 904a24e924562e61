//! Reviews a project: `review [FILE] [--json | --markdown | --html OUT] [--project]`.
//!
//! Without a file it reviews the built-in project; `--project` prints that project's file, to start one's own from. What is wrong with
//! a file goes to standard error, with exit code 2, and nothing is printed or written.

use std::ffi::OsString;
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
            eprintln!("review: {message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let Some((file, form)) = arguments().map_err(|error| format!("{error}; usage: {USAGE}"))? else {
        println!("{USAGE}");
        return Ok(());
    };
    let project = match file {
        Some(path) => {
            let text = std::fs::read_to_string(&path);
            checked(text.map_err(|error| format!("{} cannot be read: {error}", path.display()))?)?
        }
        None => built_in()?,
    };
    match form {
        Form::Text => print!("{}", report(&project, "text")?),
        Form::Markdown => print!("{}", report(&project, "markdown")?),
        Form::Json => println!("{}", pretty(&ask("review", &format!("{{\"project\":{project}}}"))?)?),
        Form::Project => println!("{}", pretty(&project)?),
        Form::Html(path) => {
            let page = report(&project, "html")?;
            std::fs::write(&path, page).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
            println!("wrote {}", path.display());
        }
    }
    Ok(())
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
