//! Writes the glue of a compiled wasm module: `glue MODULE.wasm FOLDER`.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder] = arguments.as_slice() else {
        eprintln!("usage: coprod-wasm-glue MODULE.wasm FOLDER");
        return ExitCode::from(2);
    };
    match write(module, folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("no glue could be made of {module}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Loading is left to `js/`, which passes the compiled module; the names of functions stay, so that sizes can be explained.
fn write(module: &str, folder: &str) -> Result<(), Box<dyn std::error::Error>> {
    Ok(Bindgen::new()
        .input_path(module)
        .out_name("coprod")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .reset_state_function(true)
        .remove_producers_section(true)
        .generate(folder)?)
}
