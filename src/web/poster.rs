//! The chart as a picture that can be taken away.

use super::annotations;
use super::metrics::CanvasMetrics;
use super::render::mark_words;
use super::surface;
use super::widget::Widget;
use crate::chart::{Frame, Picture, Sheet, numbered, sheet};
use crate::model::{Joined, Listed};
use crate::query::{Axis, Kind};
use crate::summary;

/// The chart as a picture with its title, legend, notes and source inside, `scale` device pixels a CSS pixel.
#[inline(never)]
pub fn poster(widget: &Widget, scale: f64) -> Option<Frame> {
    let (skeleton, shown, locale) =
        (widget.skeleton.as_ref()?, widget.shown.as_ref()?, widget.locale.as_ref()?);
    let palette = widget.palette.as_ref()?;
    let metrics = CanvasMetrics {
        context: surface::context(&skeleton.canvas)?,
        font_family: palette.font_family.clone(),
    };
    let (width, height) = (skeleton.figure.client_width(), skeleton.figure.client_height());
    let mut notes: Vec<String> = Vec::new();
    notes
        .extend([&shown.texts.note, &shown.texts.legal].into_iter().filter(|note| !note.is_empty()).cloned());
    notes.extend(widget.frame.iter().flat_map(|frame| mark_words(frame, locale)));
    let marked = widget.frame.iter().flat_map(|frame| numbered(&frame.markers, &shown.annotations));
    let marked: Vec<String> = marked
        .map(|(number, annotation)| {
            [&number.to_string(), " ", &annotations::headline(annotation, locale)].concat()
        })
        .listed();
    notes.extend((!marked.is_empty()).then(|| marked.joined("; ")));
    let texts = Sheet {
        title: shown.texts.title.clone(),
        subtitle: shown.texts.subtitle.clone(),
        notes,
        source: shown.texts.source.clone(),
        checksum: locale.text(
            "csv.checksum",
            &[("checksum", &summary::checksum(&summary::tidy_csv(shown.told(), &widget.state)))],
        ),
    };
    Some(sheet(
        &Picture {
            grid: &shown.grid,
            companions: &shown.companions,
            claim: shown.claim.as_ref(),
            boundaries: shown.boundaries.as_deref(),
            annotations: &shown.annotations,
            breaks: &shown.dataset.breaks,
            total: shown.total,
            // A table is not a picture: what is exported of it is the chart its axis suggests.
            kind: match (shown.kind, &shown.grid.axis) {
                (Kind::Table, Axis::Periods(_)) => Kind::Line,
                (Kind::Table, Axis::Entities(_)) => Kind::Bar,
                (kind, _) => kind,
            },
            scale: shown.scale,
            state: &widget.state,
            locale,
            theme: &palette.theme,
            width_in_css_px: f64::from(width.max(480)),
            height_in_css_px: f64::from(height.max(360)),
            device_pixel_ratio: scale,
            metrics: &metrics,
        },
        &texts,
    ))
}
