//! The fields a request names: columns, and what is derived of them.

use std::borrow::Cow;

use crate::model::{
    Cells, Column, Dataset, Grain, Joined, Listed, NumberColumn, PeriodColumn, Problem, Role, Table,
    TextColumn, country, format_decimal, nearest,
};

/// The coarser grains of a period column that can be named where no column has the name.
const GRAIN_NAMES: [(&str, Grain); 3] =
    [("year", Grain::Year), ("quarter", Grain::Quarter), ("month", Grain::Month)];

/// A field of a request, found.
pub(in crate::query) struct FieldSource<'a> {
    /// Its name, as the file has it.
    pub(in crate::query) name: String,
    /// The name of the column it is read from; another one for derived fields.
    pub(in crate::query) base: &'a str,
    /// What it stands for.
    pub(in crate::query) role: Role,
    /// Its cells.
    pub(in crate::query) cells: SourceCells<'a>,
}

/// The cells of a field.
pub(in crate::query) enum SourceCells<'a> {
    /// Texts, or figures used as names.
    Text(Cow<'a, TextColumn>),
    /// The M49 regions of countries.
    Region(&'a TextColumn),
    /// Figures.
    Number(&'a NumberColumn),
    /// Periods, and the coarser grain they are asked in.
    Period(&'a PeriodColumn, Option<Grain>),
}

/// Finds the field that `attribute` names.
///
/// # Errors
/// `unknown-field` with the nearest spelling and all names.
pub(in crate::query) fn find<'a>(
    table: &'a Table,
    dataset: &Dataset,
    name: &str,
    attribute: &str,
) -> Result<FieldSource<'a>, Problem> {
    let name = dataset.unaliased(name);
    if let Some(column) = table.column(name) {
        let known = dataset.field(&column.name).map(|field| field.role);
        let (role, cells) = match &column.cells {
            Cells::Text(texts) => (Role::Other, SourceCells::Text(Cow::Borrowed(texts))),
            Cells::Number(figures) => (Role::Measure, SourceCells::Number(figures)),
            Cells::Period(periods) => (Role::Period, SourceCells::Period(periods, None)),
        };
        return Ok(FieldSource {
            name: column.name.clone(),
            base: &column.name,
            role: known.unwrap_or(role),
            cells,
        });
    }
    derived(table, dataset, name.trim()).ok_or_else(|| unknown_field(table, name, attribute))
}

/// `<stem>_region` of a country column, `year`, `quarter` and `month` of a finer period column.
fn derived<'a>(table: &'a Table, dataset: &Dataset, name: &str) -> Option<FieldSource<'a>> {
    let lower = name.to_ascii_lowercase();
    if let Some(stem) = lower.strip_suffix("_region") {
        // `_iso` first: UNHCR's own codes in `coo` collide with ISO 3166.
        let column = table.column(&format!("{stem}_iso")).or_else(|| table.column(stem))?;
        let Cells::Text(texts) = &column.cells else { return None };
        let role = dataset.field(&column.name).map(|field| field.role);
        return (role == Some(Role::Country)).then(|| FieldSource {
            name: lower.clone(),
            base: &column.name,
            role: Role::Category,
            cells: SourceCells::Region(texts),
        });
    }
    let (_, grain) = GRAIN_NAMES.iter().find(|(known, _)| *known == lower)?;
    let (base, periods) = period_column(table, dataset)?;
    (periods.grain < *grain).then(|| FieldSource {
        name: lower.clone(),
        base,
        role: Role::Period,
        cells: SourceCells::Period(periods, Some(*grain)),
    })
}

/// The table's main column of periods: that of the default view, else the first.
pub(in crate::query) fn period_column<'a>(
    table: &'a Table,
    dataset: &Dataset,
) -> Option<(&'a str, &'a PeriodColumn)> {
    let viewed = dataset.view.x.as_deref().and_then(|name| table.column(name));
    // A year of birth is no time of figures.
    let is_time =
        |column: &&Column| dataset.field(&column.name).is_none_or(|field| field.role == Role::Period);
    let others = table.columns.iter().filter(is_time);
    viewed.into_iter().chain(others).find_map(|column| match &column.cells {
        Cells::Period(periods) => Some((column.name.as_str(), periods)),
        _ => None,
    })
}

pub(in crate::query) fn unknown_field(table: &Table, name: &str, attribute: &str) -> Problem {
    let best = nearest(name, table.names()).or_else(|| table.names().next()).unwrap_or_default();
    Problem::new("unknown-field")
        .with("attribute", attribute)
        .with("field", name)
        .with("nearest", best)
        .with("fields", table.names().listed().joined(", "))
        .in_column(name)
}

/// The cells of a field as codes into names.
pub(in crate::query) struct Labels<'a> {
    codes: &'a [u32],
    /// For each code the name it stands for, where several codes share one; empty where each code is its own.
    via: Vec<u32>,
    /// The names.
    pub(in crate::query) names: Vec<&'a str>,
}

impl<'a> Labels<'a> {
    /// The label of a row: an index into `names`, or [`TextColumn::MISSING`].
    pub(in crate::query) fn of_row(&self, row: usize) -> u32 {
        let code = self.codes.get(row).copied().unwrap_or(TextColumn::MISSING);
        if self.via.is_empty() {
            code
        } else {
            self.via.get(code as usize).copied().unwrap_or(TextColumn::MISSING)
        }
    }
}

impl FieldSource<'_> {
    /// The cells as labels; `None` for periods, and for figures unless [`Source::figures_as_names`] was called.
    pub(in crate::query) fn labels(&self) -> Option<Labels<'_>> {
        match &self.cells {
            SourceCells::Text(texts) => Some(Labels {
                codes: &texts.codes,
                via: Vec::new(),
                names: texts.dictionary.iter().map(String::as_str).listed(),
            }),
            SourceCells::Region(texts) => {
                let (mut names, mut via): (Vec<&str>, Vec<u32>) = (Vec::new(), Vec::new());
                for code in &texts.dictionary {
                    via.push(match country::region(code) {
                        Some(region) => {
                            let known = names.iter().position(|name| *name == region);
                            known.unwrap_or_else(|| {
                                names.push(region);
                                names.len() - 1
                            }) as u32
                        }
                        None => TextColumn::MISSING,
                    });
                }
                Some(Labels { codes: &texts.codes, via, names })
            }
            SourceCells::Number(_) | SourceCells::Period(..) => None,
        }
    }

    /// Lets figures name entities or series, e.g. a numeric code across.
    pub(in crate::query) fn figures_as_names(self) -> Self {
        let SourceCells::Number(figures) = self.cells else { return self };
        let mut texts = TextColumn::default();
        for row in 0..figures.len() {
            match figures.get(row).known() {
                Some(figure) => texts.push(&format_decimal(figure)),
                None => texts.push(""),
            }
        }
        FieldSource { cells: SourceCells::Text(Cow::Owned(texts)), role: Role::Other, ..self }
    }

    /// What the series or entity of rows without a cell is called: UNHCR's code for unknown, or a word.
    pub(in crate::query) fn missing_key(&self) -> &'static str {
        if self.role == Role::Country { "UNK" } else { "unknown" }
    }
}
