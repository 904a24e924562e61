//! Checks the data files and turns them into constant tables, so that nothing is parsed at run time.

#[path = "build/check.rs"]
mod check;
#[path = "build/generate.rs"]
mod generate;

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    let data = Path::new(&variable("CARGO_MANIFEST_DIR")?).join("data");
    let index = read(&data.join("index.json"))?;
    let mut files = BTreeMap::new();
    for entry in entries(&data)?.into_iter().filter(|path| !path.ends_with("index.json")) {
        for file in if entry.is_dir() { entries(&entry)? } else { vec![entry] } {
            // The data folder's own paths are made of ASCII names with one slash on every system.
            let path = file.strip_prefix(&data).map_err(|error| error.to_string())?.to_string_lossy().replace('\\', "/");
            files.insert(path, read(&file)?);
        }
    }
    let checked = check::check(&index, &files).map_err(|wrong| format!("the data files are wrong:\n{}", wrong.join("\n")))?;
    let target = Path::new(&variable("OUT_DIR")?).join("parameters.rs");
    fs::write(&target, generate::generate(&checked)?).map_err(|error| error.to_string())
}

fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|error| format!("{name}: {error}"))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn entries(folder: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let listed = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    listed.map(|entry| entry.map(|entry| entry.path()).map_err(|error| error.to_string())).collect()
}
