//! What a file is to a browser: its media type, and the smallest encoding that the browser takes.

use std::path::Path;

use axum::http::{HeaderMap, header};

use super::compress;

/// The media type a browser needs to run, draw or show the file.
pub fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "ts" => "text/plain; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether a file gains by compression.
pub fn compressible(file: &Path) -> bool {
    !matches!(media_type(file), "image/png" | "application/octet-stream")
}

/// The smallest form the browser takes, with the name of its encoding.
pub fn encoded(bytes: Vec<u8>, asked: &HeaderMap) -> (Option<&'static str>, Vec<u8>) {
    let accepted =
        asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepts = |wanted: &str| {
        accepted.split(',').any(|part| {
            let (name, weight) = part.split_once(';').unwrap_or((part, ""));
            name.trim().eq_ignore_ascii_case(wanted) && !matches!(weight.trim(), "q=0" | "q=0.0")
        })
    };
    // Below one packet compression gains nothing.
    if bytes.len() < 256 {
        (None, bytes)
    } else if accepts("br") {
        (Some("br"), compress::brotli(&bytes))
    } else if accepts("gzip") {
        (Some("gzip"), compress::gzip(&bytes))
    } else {
        (None, bytes)
    }
}
