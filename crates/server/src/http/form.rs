//! Forms: what is posted, read within limits.

use axum::body::Body;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;

use super::body::gather;
use crate::model::RawForm;
use crate::render::{Refusal, Values};

/// The most bytes of a reader's form: every field at its longest, percent-encoded, fits twice.
pub(super) const MOST: usize = 64 << 10;

/// Reads one field of a posted form; empty where it is absent.
pub(super) async fn read_field(
    headers: &HeaderMap,
    body: Body,
    name: &str,
) -> Result<String, Refusal> {
    let fields = fields(headers, body, MOST).await?;
    let last = fields.into_iter().rev().find(|(field, _)| field == name);
    Ok(last.map(|(_, value)| value).unwrap_or_default())
}

/// Reads a posted form (`application/x-www-form-urlencoded`, WHATWG URL §5). Of two fields with one
/// name the last counts, unknown fields are passed over.
pub(super) async fn read(headers: &HeaderMap, body: Body) -> Result<RawForm, Refusal> {
    let fields = fields(headers, body, MOST).await?.into_iter();
    let fields = fields
        .map(|(name, value)| (name, serde_json::Value::String(value)))
        .collect();
    serde_json::from_value(serde_json::Value::Object(fields)).map_err(|_| Refusal::Unreadable)
}

/// Every field of a posted form of at most `most` bytes.
pub(super) async fn fields(
    headers: &HeaderMap,
    body: Body,
    most: usize,
) -> Result<Vec<(String, String)>, Refusal> {
    let content_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = content_type
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .trim();
    let empty = essence.is_empty();
    if !empty && !essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(Refusal::WrongType);
    }
    let bytes = gather(body, most).await?;
    if empty && !bytes.is_empty() {
        return Err(Refusal::WrongType);
    }
    Ok(url::form_urlencoded::parse(&bytes).into_owned().collect())
}

/// What was typed, to be shown again.
pub(super) fn values(form: &RawForm) -> Values {
    Values {
        name: form.name.clone(),
        email: form.email.clone(),
        country: form.country.trim().to_ascii_uppercase(),
        title: form.title.clone(),
        affiliation: form.affiliation.clone(),
        show_mailbox: form.show_mailbox == "yes",
        website: form.website.clone(),
        statement: form.statement.clone(),
        note: form.note.clone(),
        display: form.display.parse().unwrap_or_default(),
        contact_name: form.contact_name.clone(),
        contact_role: form.contact_role.clone(),
        authority: form.authority == "yes",
        updates: form.updates == "yes",
        via: form.via.clone(),
    }
}
