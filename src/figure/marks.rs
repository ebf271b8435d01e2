//! What the marks of a drawing mean, in words.

use crate::chart::Frame;
use crate::locale::{Locale, PeriodStyle};
use crate::model::Listed;

/// What the marks of a frame mean, in words, for a reader who has the figure's other faces.
pub fn mark_words(frame: &Frame, locale: &Locale) -> Vec<String> {
    let mut words = Vec::new();
    if frame.has_provisional {
        words.push(locale.text("ui.mark.provisional", &[]));
    }
    if frame.has_incomplete {
        words.push(locale.text("ui.mark.incomplete", &[]));
    }
    if frame.has_gaps {
        words.push(locale.text("ui.mark.gaps", &[]));
    }
    if !frame.markers.is_empty() {
        words.push(locale.text("mark.annotations", &[]));
    }
    if !frame.breaks.is_empty() {
        let starts = frame.breaks.iter().map(|start| locale.formats.period(*start, PeriodStyle::Long));
        let starts = locale.formats.list(&starts.listed());
        let key = if frame.breaks.len() > 1 { "ui.mark.breaks" } else { "ui.mark.break" };
        words.push(locale.text(key, &[("period", &starts)]));
    }
    words.extend(frame.words_left.iter().cloned());
    if !frame.stayed.is_empty() {
        words.push(locale.text("ui.mark.stayed", &[("amount", &frame.stayed)]));
    }
    if frame.categories_left_out > 0 {
        words.push(locale.count_text("ui.mark.left-out", frame.categories_left_out as f64));
    }
    words
}
