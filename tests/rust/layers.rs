//! Which module of the core may import which: downward only, never sideways.

/// The layers, lowest first. Areas in one layer never import each other.
pub const LAYERS: &[&[&str]] = &[
    &["error"],
    &["unit"],
    &["parameters", "group", "picture"],
    &["power", "workload", "payment"],
    &["participation"],
    &["review"],
    &["api"],
];

/// What the bindings may name of the core.
const OPEN_TO_BINDINGS: &[&str] = &["api", "payment::batch", "power::batch"];

fn layer(area: &str) -> Option<usize> {
    LAYERS.iter().position(|areas| areas.contains(&area))
}

/// The imports in one file of the core that break the layers; `path` is relative to `src`.
#[must_use]
pub fn upward_imports(path: &str, source: &str) -> Vec<String> {
    let mut parts: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
    if parts.last() == Some(&"mod") {
        parts.pop();
    }
    let Some(own) = parts.first().copied().filter(|first| *first != "lib") else { return Vec::new() };
    let Some(own_layer) = layer(own) else {
        return vec![format!("{path}: the area {own} stands in no layer")];
    };
    let code = without_comments(source);
    let reached = areas_after(&code, "crate::").into_iter().chain(areas_after(&code, &"super::".repeat(parts.len())));
    reached
        .filter(|area| area != own)
        .filter_map(|area| match layer(&area) {
            Some(other) if other < own_layer => None,
            Some(_) => Some(format!("{path}: {own} imports {area}, which does not stand below it")),
            None => None,
        })
        .collect()
}

/// What one file of a binding names of the core beside the interface.
#[must_use]
pub fn inside_imports(path: &str, source: &str) -> Vec<String> {
    let code = without_comments(source);
    code.split("coprod_core::")
        .skip(1)
        .filter(|rest| !OPEN_TO_BINDINGS.iter().any(|open| rest.starts_with(open)))
        .map(|rest| format!("{path}: names coprod_core::{}", rest.chars().take(30).collect::<String>().trim()))
        .collect()
}

fn without_comments(source: &str) -> String {
    source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The first path segments after each `prefix`, with `prefix{a::.., b}` taken apart.
fn areas_after(code: &str, prefix: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut areas = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        // Four supers contain three: only the longest run counts, and `self_crate::` is another name.
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        match rest.trim_start().strip_prefix('{') {
            None => areas.push(name(rest)),
            Some(list) => areas.extend(top_level_items(list).iter().map(|item| name(item))),
        }
    }
    areas
}

/// The comma-separated items of a brace list whose opening brace is already taken.
fn top_level_items(list: &str) -> Vec<String> {
    let (mut depth, mut items) = (0_usize, vec![String::new()]);
    for letter in list.chars() {
        match letter {
            '}' if depth == 0 => break,
            ',' if depth == 0 => items.push(String::new()),
            _ => {
                depth = depth + usize::from(letter == '{') - usize::from(letter == '}');
                if let Some(last) = items.last_mut() {
                    last.push(letter);
                }
            }
        }
    }
    items
}
