//! The core imports downward only, and the bindings see its interface only.

use coprod_tests::layers::{LAYERS, inside_imports, upward_imports};
use coprod_tests::tree::files;

#[test]
fn the_core_imports_downward_only() {
    let wrong: Vec<String> =
        files("coprod-core/src", "rs").iter().flat_map(|(path, source)| upward_imports(path, source)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_bindings_see_only_the_interface() {
    for binding in ["coprod-py/src", "coprod-wasm/src"] {
        let wrong: Vec<String> = files(binding, "rs").iter().flat_map(|(path, source)| inside_imports(path, source)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn a_broken_layer_is_caught() {
    let caught = |path: &str, source: &str| upward_imports(path, source).len();
    assert_eq!(caught("unit/money.rs", "use crate::power::Rule;"), 1, "upward");
    assert_eq!(caught("power/decide.rs", "use crate::payment::Quote;"), 1, "sideways");
    assert_eq!(caught("power/decide.rs", "use crate::{unit::Money, review::{A, B}, api};"), 2, "in braces");
    assert_eq!(caught("power/rule/tests.rs", "use super::super::super::workload::Task;"), 1, "by way of super");
    assert_eq!(caught("power/rule/mod.rs", "use super::super::api;"), 1, "by way of super from a folder");
    assert_eq!(caught("stray/mod.rs", ""), 1, "an area outside the layers");
    assert_eq!(caught("power/decide.rs", "use crate::{unit::Money, error::{A, B}};\n// crate::api\nuse super::rule;"), 0);
    assert_eq!(inside_imports("lib.rs", "use coprod_core::power::rule;\nuse coprod_core::api;").len(), 1);
}
#[test]
fn every_layer_is_there() {
    for area in LAYERS.iter().flat_map(|areas| areas.iter()) {
        assert!(!files(&format!("coprod-core/src/{area}"), "rs").is_empty(), "{area}");
    }
}
