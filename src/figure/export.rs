//! A figure as a picture that can be taken away.

use super::marks::picture_words;
use super::{FigureModel, RenderOptions, headline};
use crate::chart::{ExportTexts, Frame, KindLayout, Picture, export_layout, numbered_annotations};
use crate::locale::Locale;
use crate::model::{Joined, Listed};
use crate::query::{Axis, Kind};
use crate::summary;
use crate::view::State;

/// Units a CSS pixel in an SVG document: whole numbers of these keep slopes true when the picture is enlarged.
pub const SVG_SCALE: f64 = 4.0;

/// How often a picture is laid out anew because notes that tell its marks have changed its marks.
const MOST_ROUNDS: usize = 3;

/// The figure with its title, legend, notes and source inside; `kind_layout` is that of its kind and axis.
pub fn export_frame(
    model: &FigureModel,
    state: &State,
    locale: &Locale,
    options: &RenderOptions,
    kind_layout: KindLayout,
) -> Frame {
    // A table is not a picture: what is exported of it is the chart its axis suggests.
    let kind = match (model.kind, &model.grid.axis) {
        (Kind::Table, Axis::Periods(_)) => Kind::Line,
        (Kind::Table, Axis::Entities(_)) => Kind::Bar,
        (kind, _) => kind,
    };
    let picture = Picture { kind, ..model.picture(state, locale, options) };
    let mut texts = ExportTexts {
        title: model.texts.title.clone(),
        subtitle: model.texts.subtitle.clone(),
        notes: own_notes(model),
        source: model.texts.source.clone(),
        checksum: locale.text(
            "csv.checksum",
            &[("checksum", &summary::checksum(&summary::tidy_csv(model.tabular_grid(), state)))],
        ),
    };
    let mut frame = export_layout(&picture, kind_layout, &texts);
    // Notes take height from the drawing, and a lower drawing may leave out more than was told.
    for _ in 0..MOST_ROUNDS {
        let mut notes = own_notes(model);
        notes.extend(picture_words(frame.chart(), locale));
        notes.extend(annotation_note(frame.chart(), model, locale));
        if notes == texts.notes {
            break;
        }
        texts.notes = notes;
        frame = export_layout(&picture, kind_layout, &texts);
    }
    frame
}

/// The notes that do not depend on the drawing.
fn own_notes(model: &FigureModel) -> Vec<String> {
    let notes = [&model.texts.note, &model.texts.legal].into_iter();
    notes.filter(|note| !note.is_empty()).cloned().listed()
}

/// What the numbers on a time axis stand for: "1 June 10, 2022: …; 2 …".
fn annotation_note(frame: &Frame, model: &FigureModel, locale: &Locale) -> Option<String> {
    let marked = numbered_annotations(&frame.markers, &model.annotations).into_iter();
    let marked: Vec<String> = marked
        .map(|(number, annotation)| [&number.to_string(), " ", &headline(annotation, locale)].concat())
        .listed();
    (!marked.is_empty()).then(|| marked.joined("; "))
}
