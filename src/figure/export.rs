//! A figure as a picture that can be taken away.

use super::{FigureModel, RenderOptions, mark_words};
use crate::chart::{ExportTexts, Frame, KindLayout, Picture, export_layout};
use crate::locale::Locale;
use crate::model::Listed;
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
        notes.extend(mark_words(frame.chart(), locale));
        // A line each: a list is looked through, a paragraph is not.
        notes.extend(frame.chart().marks_told.iter().cloned());
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
