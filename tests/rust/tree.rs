//! Finds files of the project.

use std::path::{Path, PathBuf};

/// The root of the project.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file below `folder` (relative to the root) whose name ends in `.ending`, sorted, with paths relative to `folder`.
///
/// # Panics
/// If the folder cannot be read.
#[must_use]
pub fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let base = root().join(folder);
    let mut found = Vec::new();
    walk(&base, &mut found);
    found.sort();
    found
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let name = path.strip_prefix(&base).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            (name, text)
        })
        .collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}
