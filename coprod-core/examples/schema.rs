//! Prints the JSON Schemas of all endpoints: what the Python and TypeScript types are generated from.

fn main() -> serde_json::Result<()> {
    println!("{}", serde_json::to_string_pretty(&coprod_core::api::schema())?);
    Ok(())
}
