//! Files that no publisher's reader recognises: JSON and CSV as such.

use super::format::{Form, Format};

/// JSON of any shape.
pub(in crate::data) const JSON: Format =
    Format { name: "json", form: Form::Json, fault: |feed| feed.sentence(), ..Format::PLAIN };

/// CSV, TSV and sheets.
pub(in crate::data) const CSV: Format = Format { name: "csv", form: Form::Cells, ..Format::PLAIN };

/// PC-Axis, of which its own reader has said everything.
pub(in crate::data) const PC_AXIS: Format = Format { name: "px", form: Form::Cells, ..Format::PLAIN };
