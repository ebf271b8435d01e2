//! What the figure of a claim counts, and what the words of a definition name.

use super::ask::filter::{Condition, Operator};
use super::{ClaimContext, KeyFigure, SeriesRole};
use crate::model::{Cells, Listed, Period, PeriodColumn, Role, TextColumn, cut_at};

/// The English names of keys that are not spelt like them, for definitions on pages of other languages; a test holds them to
/// the messages.
pub const ENGLISH: [(&str, &str); 29] = [
    ("all", "All ages"),
    ("child", "Children"),
    ("adult", "Adults"),
    ("accompanied-child", "Accompanied children"),
    ("unaccompanied-child", "Unaccompanied children"),
    ("hst", "Host community"),
    ("idps", "Internally displaced people UNHCR protects or assists"),
    ("idps_idmc", "Internally displaced people"),
    ("oip", "Other people in need of international protection"),
    ("ooc", "Others of concern to UNHCR"),
    ("stateless", "Stateless people"),
    ("unrwa", "Palestine refugees under UNRWA’s mandate"),
    ("family-units", "People in family units"),
    ("accompanied-minors", "Accompanied children"),
    ("female", "Women and girls"),
    ("male", "Men and boys"),
    ("deaths", "Deaths and disappearances"),
    ("entries", "Entries and detections"),
    ("applications", "Applications counted by person"),
    ("cases", "Applications counted by case"),
    ("accident", "Accidental death"),
    ("environment", "Harsh conditions, lack of shelter, food or water"),
    ("several", "Several causes"),
    ("sickness", "Sickness or lack of healthcare"),
    ("transport", "Vehicle accident or hazardous transport"),
    ("unknown", "Mixed or unknown"),
    ("central-american", "Central American route"),
    ("south-american", "South American route"),
    ("undefined", "Route not defined"),
];

/// A column of texts as far as the figure is concerned.
pub(in crate::query) struct Split<'a> {
    pub(in crate::query) name: &'a str,
    pub(in crate::query) role: Role,
    pub(in crate::query) texts: &'a TextColumn,
    /// For each of its texts whether a row of the figure's time has it.
    pub(in crate::query) present: Vec<bool>,
    /// And whether such rows count.
    pub(in crate::query) counted: Vec<bool>,
    /// The texts that the definition names.
    pub(in crate::query) named: Vec<bool>,
}

impl Split<'_> {
    /// Whether some of its texts do not count.
    pub(in crate::query) fn is_narrowed(&self) -> bool {
        self.present != self.counted
    }

    /// Whether the definition names one of them.
    pub(in crate::query) fn is_named(&self) -> bool {
        self.named.contains(&true)
    }
}

/// What an item of a definition is.
pub(in crate::query) enum Item {
    /// The figure field of this name.
    Figure(String),
    /// A text of a column, by the indices of both.
    Text(usize, usize),
    /// A time.
    Time(Period, Period),
}

/// The columns of texts, each with the texts that count.
pub(in crate::query) fn splits<'a>(
    context: &ClaimContext<'a>,
    key_figure: Option<KeyFigure>,
    conditions: &[Condition],
    time: Option<&PeriodColumn>,
) -> Vec<Split<'a>> {
    let ClaimContext { table, dataset, grid, .. } = *context;
    let mut splits = Vec::new();
    for column in &table.columns {
        let Cells::Text(texts) = &column.cells else { continue };
        let mut present = vec![false; texts.dictionary.len()];
        for (row, code) in texts.codes.iter().enumerate() {
            let Some(present) = present.get_mut(*code as usize) else { continue };
            let is_then = match (time.and_then(|periods| periods.get(row)), key_figure) {
                (Some(period), Some(of)) => {
                    period.end_day() >= of.first.start_day() && period.start_day() <= of.last.end_day()
                }
                _ => true,
            };
            *present |= is_then;
        }
        let is_of_column = |name: &str| name.eq_ignore_ascii_case(&column.name);
        // Totals of an author's file are no groups beside the others.
        let left_out =
            dataset.left_out.iter().filter(|left| dataset.id.is_empty() && is_of_column(&left.field));
        let is_named = |value: &String| {
            let is_about = |condition: &&Condition| {
                is_of_column(dataset.unaliased(&condition.field)) && condition.operator == Operator::Is
            };
            let mut own = conditions.iter().filter(is_about).flat_map(|condition| &condition.values);
            own.any(|named| named.eq_ignore_ascii_case(value))
        };
        let totals =
            dataset.totals.iter().filter(|total| is_of_column(&total.field) && !is_named(&total.value));
        let totals = totals.map(|total| &total.value);
        for total in left_out.flat_map(|left| &left.values).chain(totals) {
            if let Some(code) = texts.dictionary.iter().position(|text| text == total)
                && let Some(present) = present.get_mut(code)
            {
                *present = false;
            }
        }
        let series = key_figure.and_then(|key_figure| grid.series.get(key_figure.series));
        let series = series.filter(|_| grid.series_field.as_deref().is_some_and(is_of_column));
        let counts = |text: &str| {
            let admitted =
                conditions.iter().filter(|condition| is_of_column(dataset.unaliased(&condition.field)));
            let mut admitted = admitted.map(|condition| {
                let is_listed = condition.values.iter().any(|value| value.eq_ignore_ascii_case(text));
                is_listed == (condition.operator == Operator::Is)
            });
            admitted.all(|admitted| admitted)
                && series.is_none_or(|series| series.role == SeriesRole::Named && series.key == text)
        };
        let counted =
            texts.dictionary.iter().zip(&present).map(|(text, present)| *present && counts(text)).listed();
        let role = dataset.field(&column.name).map_or(Role::Other, |field| field.role);
        let named = vec![false; present.len()];
        splits.push(Split { name: &column.name, role, texts, present, counted, named });
    }
    splits
}

/// What an item of a definition names: a figure field, a text of a column, or a time.
pub(in crate::query) fn resolve(item: &str, context: &ClaimContext, splits: &[Split]) -> Option<Item> {
    let ClaimContext { table, name_of, .. } = *context;
    let wanted = folded(item);
    let called = |field: &str, role: Role, key: &str| {
        let own = if key.is_empty() { field } else { key };
        let english = ENGLISH.iter().find(|(known, _)| *known == own).map_or("", |(_, name)| name);
        [folded(own), folded(&name_of(field, role, key)), folded(english)]
    };
    for column in &table.columns {
        let is_figure = matches!(column.cells, Cells::Number(_));
        if is_figure && called(&column.name, Role::Measure, "").contains(&wanted) {
            return Some(Item::Figure(column.name.clone()));
        }
    }
    // The first column that has it, of one that the figure is narrowed by before any other; then what starts with it, if
    // only one does.
    for starts in [false, true] {
        for narrowed in [true, false] {
            for (index, split) in
                splits.iter().enumerate().filter(|(_, split)| split.is_narrowed() == narrowed)
            {
                let fits = |name: &String| match starts {
                    true => name.strip_prefix(&*wanted).is_some_and(|rest| rest.starts_with(' ')),
                    false => *name == wanted,
                };
                let keys = split.texts.dictionary.iter().zip(&split.present).enumerate();
                let mut found = keys.filter(|(_, (key, present))| {
                    **present && called(split.name, split.role, key).iter().any(fits)
                });
                if let (Some((value, _)), None) = (found.next(), found.next()) {
                    return Some(Item::Text(index, value));
                }
            }
        }
    }
    let ends = || {
        [" – ", "–", "/", " - ", " to ", " a "].iter().find_map(|between| {
            let (first, last) = cut_at(item, between)?;
            Some((Period::parse(first.trim())?, Period::parse(last.trim())?))
        })
    };
    let (first, last) = Period::parse(item).map(|period| (period, period)).or_else(ends)?;
    Some(Item::Time(first, last))
}

/// A text in small letters, with blanks for the signs that stand between words in keys.
fn folded(text: &str) -> String {
    let plain = |letter: char| match letter {
        '-' | '_' | '\u{a0}' | '‑' => ' ',
        '’' => '\'',
        letter => letter.to_ascii_lowercase(),
    };
    text.trim().chars().map(plain).collect()
}
