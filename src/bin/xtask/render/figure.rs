//! One chart without a browser: attributes to all that a twin shows of it.

use std::path::Path;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

use migration_widget::chart::kinds::layout_of;
use migration_widget::chart::{AnnotationLayer, Frame, Theme, svg};
use migration_widget::data::{ReadOptions, Warning, describe, read, read_annotations};
use migration_widget::figure::{
    ANNOTATION_LISTS, Fault, FigureModel, QueryInput, RenderOptions, SVG_SCALE, annotation_list, by_time,
    check_attribute_values, explained_of, export_frame, map_for, resolve, word_diagnostics,
};
use migration_widget::locale::{Locale, place_names, primary_language};
use migration_widget::model::{AuthorNote, Dataset, Grain, Period, Problem, Table, attribute};
use migration_widget::query::{
    Kind, Request, describe_resources, later, needs_population, resources_for, stack_tables,
};
use migration_widget::summary::{About, CitationContext, about, checksum, tidy_csv};
use migration_widget::view::State;

use super::noto::NotoSans;
use super::shipped::{ShippedFiles, json};

/// The attributes of a chart by name, in their order.
pub type Attributes = [(String, String)];

/// The width in CSS pixels of the picture for phones.
const NARROW: u32 = 360;

/// A chart, worked out.
pub struct RenderedFigure {
    /// What it shows.
    pub shown: FigureModel,
    /// Where it comes from.
    pub about: About,
    /// Its text alternative without the source line.
    pub summary: String,
    /// The shipped files it was made of, below `data`.
    pub files: Vec<String>,
    /// The language.
    pub locale: Locale,
}

/// How the picture of a figure looks, in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureSize {
    /// Its width.
    pub width: u32,
    /// Its least height.
    pub height: u32,
    /// Whether the colours are those of a dark page.
    pub dark: bool,
}

/// Works a chart out.
///
/// # Errors
/// What the live chart would say in its box, in one sentence.
pub fn figure(
    shipped: &ShippedFiles,
    attributes: &Attributes,
    locale: &Locale,
) -> Result<RenderedFigure, String> {
    work_out(shipped, attributes, locale).map_err(|problem| {
        let fault = Fault::new(&problem, locale);
        [fault.message, fault.hint].join(" ").trim_end().to_owned()
    })
}

/// The text of an attribute without blanks around it; `None` where absent or empty.
fn text_of(attributes: &Attributes, name: &str) -> Option<String> {
    let (_, text) = attributes.iter().find(|(known, _)| known == name)?;
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn work_out(
    shipped: &ShippedFiles,
    attributes: &Attributes,
    locale: &Locale,
) -> Result<RenderedFigure, Problem> {
    let attribute = |name: &str| text_of(attributes, name);
    let request = Request::from_attributes(&attribute)?;
    check_attribute_values(&attribute)?;
    let TableSource { table, dataset, warnings, files } = source(shipped, &attribute, &request)?;
    let population = if needs_population(&request) { Some(shipped.population()?) } else { None };
    let state = State::default();
    let ask = QueryInput {
        attribute: &attribute,
        request: &request,
        table: &table,
        dataset: &dataset,
        population: population.as_deref(),
        state: &state,
        today: today(),
        locale,
        later: Some(later()),
    };
    let shown = resolve(&ask, word_diagnostics(&warnings, locale))?;
    let mut shown = shown.ok_or_else(|| Problem::new("nothing-to-show"))?;
    if shown.kind == Kind::Map {
        shown.boundaries = Some(shipped.map(map_for(&shown.grid))?);
    }
    shown.annotations = annotations(shipped, &attribute, locale)?;
    let seen = CitationContext {
        title: shown.texts.title.clone(),
        address: String::new(),
        day: today(),
        credit: attribute(attribute::CREDIT),
    };
    let sum = checksum(&tidy_csv(shown.tabular_grid(), &state));
    let about =
        about(shown.tabular_grid(), &dataset, explained_of(&ask, &shown).as_ref(), &seen, sum, locale);
    let summary = attribute(attribute::ALT).unwrap_or_else(|| shown.summary(&state, "", locale));
    Ok(RenderedFigure { shown, about, summary, files, locale: locale.clone() })
}

/// The pictures of a twin: for a column of text, and for a phone.
pub struct Pictures {
    /// That of the usual width.
    pub wide: Frame,
    /// The narrow one.
    pub narrow: Frame,
}

impl RenderedFigure {
    /// The pictures of a twin, the wide one of a given size.
    pub fn pictures(&self, size: &PictureSize) -> Pictures {
        let narrow = PictureSize { width: NARROW, ..size.clone() };
        Pictures { wide: self.frame(size), narrow: self.frame(&narrow) }
    }

    /// The picture of a size.
    pub fn frame(&self, size: &PictureSize) -> Frame {
        let theme = if size.dark { Theme::dark() } else { Theme::light() };
        let look = RenderOptions {
            theme: &theme,
            width_in_css_px: f64::from(size.width),
            height_in_css_px: f64::from(size.height),
            device_pixel_ratio: SVG_SCALE,
            metrics: &NotoSans,
        };
        let kind_layout = layout_of(self.shown.kind, &self.shown.grid.axis);
        export_frame(&self.shown, &State::default(), &self.locale, &look, kind_layout)
    }

    /// A picture as an SVG document.
    pub fn svg(&self, frame: &Frame) -> String {
        let alternative = [&*self.summary, &*self.shown.texts.source].join(" ");
        svg(frame, &self.shown.texts.title, alternative.trim_end(), &self.locale.tag)
    }
}

/// A table with what is known of it.
struct TableSource {
    table: Rc<Table>,
    dataset: Dataset,
    warnings: Vec<Warning>,
    files: Vec<String>,
}

/// The table that `src` or `dataset` names.
fn source(
    shipped: &ShippedFiles,
    attribute: &dyn Fn(&str) -> Option<String>,
    request: &Request,
) -> Result<TableSource, Problem> {
    if let Some(path) = attribute(attribute::SRC) {
        let bytes = std::fs::read(Path::new(&path))
            .map_err(|_| Problem::new("not-found").with("address", &path).with("status", 404))?;
        let format = attribute(attribute::FORMAT).unwrap_or_default();
        let asked = ReadOptions {
            format,
            name: path,
            length: bytes.len(),
            place_names: Some(place_names),
            ..ReadOptions::default()
        };
        let reading = read(&bytes, &asked)?;
        let dataset = describe(&reading);
        let (table, warnings) = (Rc::new(reading.table), reading.warnings);
        return Ok(TableSource { table, dataset, warnings, files: Vec::new() });
    }
    let id = attribute(attribute::DATASET).ok_or_else(|| Problem::new("nothing-to-show"))?;
    let parts = resources_for(&shipped.package, &id, request)?;
    let dataset = describe_resources(&shipped.package, &parts);
    let mut tables = Vec::new();
    for part in &parts {
        tables.push(shipped.table(part)?);
    }
    let table = match tables.as_slice() {
        [one] => Rc::clone(one),
        several => Rc::new(stack_tables(&several.iter().map(|table| &**table).collect::<Vec<_>>())),
    };
    let files = parts.iter().map(|part| part.path.clone()).collect();
    Ok(TableSource { table, dataset, warnings: Vec::new(), files })
}

/// The annotations that the attribute asks for: shipped lists by their words, others by the path of a file.
fn annotations(
    shipped: &ShippedFiles,
    attribute: &dyn Fn(&str) -> Option<String>,
    locale: &Locale,
) -> Result<AnnotationLayer, Problem> {
    let language = primary_language(&locale.tag);
    let mut all = Vec::new();
    for word in attribute(attribute::ANNOTATIONS).unwrap_or_default().split([',', ' ']) {
        let list = match ANNOTATION_LISTS.contains(&word) {
            true => shipped.json(&annotation_list(word, &language))?,
            false if word.is_empty() || word == "none" => continue,
            false => json(
                &std::fs::read(Path::new(word))
                    .map_err(|_| Problem::new("not-found").with("address", word).with("status", 404))?,
            )?,
        };
        let dataset = attribute(attribute::DATASET);
        all.extend(read_annotations(&list, dataset.as_deref(), &language)?);
    }
    let (notes, _) = AuthorNote::read_all(&attribute(attribute::ANNOTATE).unwrap_or_default());
    Ok(AnnotationLayer::new(by_time(&all)).with_notes(notes))
}

/// The day of the build: a period that has not ended is provisional, here as in a browser.
fn today() -> Option<Period> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Some(Period { grain: Grain::Day, ordinal: i32::try_from(since.as_secs() / 86_400).ok()? })
}
