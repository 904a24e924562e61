//! What is known of an endpoint besides its function.

/// One endpoint: a name such as `power.measure`, what it is for, and the names of its types in the schema.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Endpoint {
    /// The name that [`super::call`] knows it by.
    pub name: &'static str,
    /// What it answers, in one or more sentences.
    pub doc: &'static str,
    #[cfg(feature = "schema")]
    pub(super) types: fn(&mut schemars::SchemaGenerator) -> (schemars::Schema, schemars::Schema),
}

/// The JSON Schemas of all endpoints: `{"endpoints": {name: {doc, request, answer}}, "error": ..., "$defs": {...}}`.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> serde_json::Value {
    use serde_json::json;

    let mut generator = schemars::generate::SchemaSettings::draft2020_12().into_generator();
    let endpoints: serde_json::Map<_, _> = super::ENDPOINTS
        .iter()
        .map(|endpoint| {
            let (request, answer) = (endpoint.types)(&mut generator);
            (endpoint.name.to_owned(), json!({"doc": endpoint.doc, "request": request, "answer": answer}))
        })
        .collect();
    let error = generator.subschema_for::<crate::error::ErrorReport>();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "coprod",
        "endpoints": endpoints,
        "error": error,
        "$defs": generator.take_definitions(true),
    })
}
