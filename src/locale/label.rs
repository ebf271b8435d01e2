//! Names of fields, values, places, series and units, from a grid's keys.

use crate::model::{Role, parse_decimal};
use crate::query::{Axis, Grid, SeriesRole};

use super::{Locale, PeriodStyle};

/// How the name of a field of regions ends that is derived from one of countries.
const REGION: &str = "_region";

/// Columns of shipped tables whose messages say more than the names do: of an author's own table nobody knows that.
const CLAIMS: [&str; 7] = ["applications", "cases", "deaths", "entries", "idps", "ooc", "returns"];

impl Locale {
    /// The text of a message with its arguments filled in.
    pub fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.messages.text(key, arguments)
    }

    /// The text of a message in the plural category of a number as it is written.
    pub fn plural(&self, key: &str, figure: f64, arguments: &[(&str, &str)]) -> String {
        self.messages.plural(key, &self.formats.plural(figure), arguments)
    }

    /// The name of a value of a field: a country's name, a category's words, else the value itself.
    pub fn value_name(&self, field: &str, role: Role, key: &str) -> String {
        if let Some(text) = self.messages.get(&["value.", field, ".", key].concat()) {
            return text.to_owned();
        }
        // Regions are derived from countries, of any file.
        let region = field.ends_with(REGION).then(|| ["region.", &key.to_ascii_lowercase()].concat());
        if let Some(text) = region.and_then(|region| self.messages.get(&region)) {
            return text.to_owned();
        }
        if role == Role::Country {
            if let Some(text) = self.messages.get(&["country.", key].concat()) {
                return text.to_owned();
            }
            if let Some(name) = self.formats.country(key) {
                return name;
            }
        }
        key.to_owned()
    }

    /// The name of a field: its message, "País: región" of a region derived from `País`, else the name as the file has it.
    pub fn field_name(&self, name: &str) -> String {
        if self.messages.speaks_of_own() && CLAIMS.contains(&name) {
            let mut letters = name.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            return first.into_iter().chain(letters).collect();
        }
        match (self.messages.get(&["field.", name].concat()), name.strip_suffix(REGION)) {
            (Some(text), _) => text.to_owned(),
            (None, Some(of)) => self.text("field.region-of", &[("field", &self.field_name(of))]),
            (None, None) => name.to_owned(),
        }
    }

    /// A chart's title with the span it covers: "Irregular crossings | 2010–2023"; the title alone without a span.
    pub fn heading(&self, title: &str, span: Option<&str>) -> String {
        match span {
            Some(span) if !span.is_empty() => {
                self.text("heading.with-span", &[("title", title), ("span", span)])
            }
            _ => title.to_owned(),
        }
    }
}

/// The name of a series of a grid; that of a figure of its own with what was done to it; empty out of range.
pub fn series_label(locale: &Locale, grid: &Grid, series: usize) -> String {
    let Some(series) = grid.series.get(series) else { return String::new() };
    match series.role {
        SeriesRole::Other => locale.text("series.other", &[]),
        SeriesRole::Indicator => {
            let name = with_own_unit(locale, grid, column_label(locale, &series.key));
            locale.figure_words(grid, &name, None)
        }
        SeriesRole::Named => {
            locale.value_name(grid.series_field.as_deref().unwrap_or_default(), grid.series_role, &series.key)
        }
    }
}

/// The name of a figure with what was done to it, without the date: what [`series_label`] is where there is less room.
pub fn undated_label(locale: &Locale, grid: &Grid, series: usize) -> String {
    match grid.series.get(series).filter(|series| series.role == SeriesRole::Indicator) {
        Some(series) => {
            let name = with_own_unit(locale, grid, column_label(locale, &series.key));
            locale.undated_words(grid, &name)
        }
        None => series_label(locale, grid, series),
    }
}

/// The name of a figure with the unit that its file says, where the name does not: "GDP (USD)".
pub(super) fn with_own_unit(locale: &Locale, grid: &Grid, name: String) -> String {
    let is_own = |unit: &&String| locale.messages.get(&["axis.", unit.as_str()].concat()).is_none();
    match grid.unit.as_ref().filter(is_own) {
        // Without a searcher for texts, which would be 4 kB of wasm.
        Some(unit) if !name.as_bytes().windows(unit.len().max(1)).any(|part| part == unit.as_bytes()) => {
            locale.text("figure.unit", &[("name", &name), ("unit", unit)])
        }
        _ => name,
    }
}

/// The name of a figure, with what was done to it where the column of an answer says so: `people_per_100000`.
fn column_label(locale: &Locale, key: &str) -> String {
    if locale.messages.get(&["field.", key].concat()).is_some() {
        return locale.field_name(key);
    }
    let done = [("_mean", "pooled.mean.alone"), ("_max", "pooled.max.alone"), ("_min", "pooled.min.alone")];
    let pooled = done.iter().find_map(|(ending, phrase)| Some((key.strip_suffix(ending)?, *phrase)));
    match (split_rate(key), pooled) {
        (Some((figure, per)), _) => {
            let n = parse_decimal(per).map(|per| locale.formats.number(per, 0)).unwrap_or_default();
            locale.text("axis.per", &[("unit", &column_label(locale, figure)), ("n", &n)])
        }
        // Only of figures that have a name of their own: an author's `income_mean` is a name itself.
        (None, Some((figure, phrase))) if locale.messages.get(&["field.", figure].concat()).is_some() => {
            let (unit, phrase) = (locale.field_name(figure), locale.text(phrase, &[]));
            locale.text("axis.with", &[("unit", &unit), ("phrase", &phrase)])
        }
        _ => locale.field_name(key),
    }
}

/// The name of a place of a grid's axis: a period in words, or an entity's name; empty out of range.
pub fn category_label(locale: &Locale, grid: &Grid, place: usize, style: PeriodStyle) -> String {
    match &grid.axis {
        Axis::Periods(periods) => {
            periods.get(place).map(|period| locale.formats.period(*period, style)).unwrap_or_default()
        }
        Axis::Entities(keys) => {
            let Some(key) = keys.get(place) else { return String::new() };
            match grid.folded == Some(place) {
                true => locale.text("series.other", &[]),
                false => locale.value_name(&grid.x_field, grid.x_role, key),
            }
        }
    }
}

/// The figure and the number of people of a key such as `people_per_100000`.
fn split_rate(key: &str) -> Option<(&str, &str)> {
    // By its last parts: `str::split_once` of a text brings a searcher for long texts along.
    let (rest, per) = key.rsplit_once('_')?;
    let (figure, word) = rest.rsplit_once('_')?;
    (word == "per" && per.bytes().all(|byte| byte.is_ascii_digit())).then_some((figure, per))
}
