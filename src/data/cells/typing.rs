//! Columns of texts to columns of a type.

use crate::model::{Cells, Listed, NumberColumn, Period, Problem, Reason, TextColumn, Value};

use super::as_written::AsWritten;
use super::context::{Context, MOSTLY};
use super::dressed::{common_unit, word_behind};
use super::number::{NumberStyle, Spoken, in_words, is_missing_mark, value_of, with_unit};
use super::period;
use super::spelling::{Spelt, spelt};
use crate::data::limits::{MANY_TEXTS, MAX_SAYING_BYTES};
use crate::data::reading::Warning;

/// Types a column of texts; those that are not kept as they are go to `kept`.
pub(in crate::data) fn typed(
    texts: TextColumn,
    context: &Context,
    warn: &mut dyn FnMut(usize, Warning),
    kept: &mut Vec<AsWritten>,
) -> Cells {
    if texts.dictionary.len() > MANY_TEXTS && is_of_words(&texts) {
        return Cells::Text(texts);
    }
    let mut rows_of = vec![0usize; texts.dictionary.len()];
    for code in &texts.codes {
        if let Some(rows) = rows_of.get_mut(*code as usize) {
            *rows += 1;
        }
    }
    let is_mark: Vec<bool> = texts.dictionary.iter().map(|text| is_missing_mark(text.as_bytes())).listed();
    let total = sum_where(&rows_of, &is_mark, false);
    if total == 0 {
        // `NA` under a name that says nothing may be Namibia; `-` under the name of a figure is a figure that is missing.
        if !period::is_figure_name(context.name) {
            return Cells::Text(texts);
        }
        let mut column = NumberColumn::default();
        texts.codes.iter().for_each(|_| column.push(Value::Missing(Reason::NotCollected)));
        kept.push(AsWritten::whole(context.name, texts));
        return Cells::Number(column);
    }
    if let Some(periods) = period::read(&texts, context) {
        let unread: Vec<bool> =
            periods.cells.iter().zip(&is_mark).map(|(cell, mark)| cell.is_none() && !mark).listed();
        let count = sum_where(&rows_of, &unread, true);
        if ((total - count) as f64) >= MOSTLY * total as f64 {
            odd_cells("not-a-period", &texts, &unread, context, warn);
            for (code, marked) in &periods.told {
                odd_cells(code, &texts, marked, context, warn);
            }
            let is_spelled_so = |(text, cell): (&String, &Option<(Period, bool)>)| {
                cell.as_ref().is_some_and(|(period, _)| period.to_string() == *text)
            };
            let is_as_written = texts.dictionary.iter().zip(&periods.cells).all(is_spelled_so);
            let column = periods.into_column(&texts.codes);
            if !is_as_written {
                kept.push(AsWritten::whole(context.name, texts));
            }
            return Cells::Period(column);
        }
    }
    let candidates =
        || texts.dictionary.iter().zip(&is_mark).filter(|(_, mark)| !**mark).map(|(text, _)| text.as_str());
    if is_fixed_width_code(candidates()) {
        return Cells::Text(texts);
    }
    let unit = common_unit(&candidates().listed());
    let mut spoken = Spoken::default();
    for text in candidates() {
        match (word_behind(text), &unit) {
            (Some((figure, _)), Some(_)) => spoken.hear(figure),
            _ => spoken.hear(text),
        }
    }
    let style = context.style(&spoken);
    let withheld = Value::Missing(Reason::Withheld);
    let strange = Value::Missing(Reason::NotANumber);
    let value = |text: &String| match (value_of(text, style), &unit) {
        (value, Some(unit)) if value == strange => with_unit(text, unit, style).map_or(strange, Value::Known),
        (value, _) => value,
    };
    let values: Vec<Value> = texts.dictionary.iter().map(value).listed();
    let unread: Vec<bool> = values.iter().map(|value| *value == strange).listed();
    let count = sum_where(&rows_of, &unread, true);
    // Of a column of figures that are withheld where they are small, these cells say nothing else.
    let is_withheld: Vec<bool> = values.iter().map(|value| *value == withheld).listed();
    let kept_back = sum_where(&rows_of, &is_withheld, true);
    let known = total - count - kept_back;
    if known == 0
        || (known as f64) < MOSTLY * (total - kept_back) as f64
        || !may_be_withheld(&texts, &values, known)
    {
        return Cells::Text(texts);
    }
    odd_cells("not-a-number", &texts, &unread, context, warn);
    odd_cells("withheld", &texts, &is_withheld, context, warn);
    let in_word =
        |text: &String| word_behind(text).is_some() && (unit.is_some() || in_words(text, style).is_some());
    let words: Vec<bool> = texts.dictionary.iter().map(in_word).listed();
    odd_cells("numbers-scaled", &texts, &words, context, warn);
    if style.guessed {
        let points: Vec<bool> = texts.dictionary.iter().map(|text| text.contains(['.'])).listed();
        odd_cells("points-as-thousands", &texts, &points, context, warn);
    }
    let mut column = NumberColumn::default();
    column.reserve(texts.codes.len());
    let (mut rows, mut odd) = (Vec::new(), TextColumn::default());
    for (row, code) in texts.codes.iter().enumerate() {
        let value = values.get(*code as usize).copied().unwrap_or(Value::Missing(Reason::NotCollected));
        if let (Value::Missing(_), Some(text)) = (value, texts.dictionary.get(*code as usize)) {
            rows.push(row as u32);
            odd.push(text);
        }
        column.push(value);
    }
    if !rows.is_empty() {
        kept.push(AsWritten::some(context.name, rows, odd));
    }
    Cells::Number(column)
}

/// Whether so few of some rows of a long column may be figures or periods that it is neither: most of all would have to be.
/// Looking through a million notes and names takes seconds.
fn is_of_words(texts: &TextColumn) -> bool {
    const LOOKED_AT: usize = 2_000;
    let style = [NumberStyle::POINT, NumberStyle::POINT.with_decimal(',')];
    let strange = Value::Missing(Reason::NotANumber);
    let may_be = |text: &str| {
        text.len() <= MAX_SAYING_BYTES
            && (spelt(text).is_some()
                || word_behind(text).is_some()
                || style.iter().any(|style| value_of(text, *style) != strange))
    };
    let (mut some, mut words, mut chance) = (0, 0, 1u64);
    for _ in 0..LOOKED_AT {
        // Rows at a fixed distance may be all of a kind: Knuth's generator of MMIX.
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let row = ((chance >> 33) as usize).checked_rem(texts.codes.len()).unwrap_or_default();
        let Some(text) = texts.get(row) else { continue };
        some += 1;
        words += usize::from(!may_be(text));
    }
    // Half of what is asked for: by chance a fifth does not become a half.
    words * 2 > some && some * 2 > LOOKED_AT
}

/// Whether what looks withheld is: letters and ranges are few beside figures, else they are codes and groups of ages.
fn may_be_withheld(texts: &TextColumn, values: &[Value], known: usize) -> bool {
    let is_doubtful = |code: &&u32| {
        let index = **code as usize;
        let text = texts.dictionary.get(index).map(String::as_str).unwrap_or_default();
        values.get(index) == Some(&Value::Missing(Reason::Withheld))
            && !text.starts_with(['<', '>', '\u{2264}', '\u{2265}'])
            && !matches!(text.as_bytes(), [b'0'..=b'9', b'-', b'0'..=b'9'])
    };
    texts.codes.iter().filter(is_doubtful).count() <= known
}

/// Warns of the cells whose text `odd` marks, if there are any: the first one's text, and how many.
pub(in crate::data) fn odd_cells(
    code: &'static str,
    texts: &TextColumn,
    odd: &[bool],
    context: &Context,
    warn: &mut dyn FnMut(usize, Warning),
) {
    let is_odd = |code: &u32| odd.get(*code as usize).copied().unwrap_or(false);
    let Some(row) = texts.codes.iter().position(is_odd) else { return };
    let count = texts.codes.iter().filter(|code| is_odd(code)).count();
    let problem = Problem::new(code)
        .with("column", context.name)
        .with("text", shortened(texts.get(row).unwrap_or_default()))
        .with("count", count)
        .in_column(context.name);
    warn(row, Warning { problem, count });
}

/// The beginning of a text, as much as a message bears.
pub(in crate::data) fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}

fn sum_where(rows_of: &[usize], flags: &[bool], wanted: bool) -> usize {
    rows_of.iter().zip(flags).filter(|(_, flag)| **flag == wanted).map(|(rows, _)| rows).sum()
}

/// Whether the digits are a code, like M49's `004`: of one width, some with leading zeros.
fn is_fixed_width_code<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let (mut width, mut leading_zero) = (None, false);
    for cell in cells {
        if !cell.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if *width.get_or_insert(cell.len()) != cell.len() {
            return false;
        }
        leading_zero |= cell.len() > 1 && cell.starts_with('0');
    }
    leading_zero
}

/// One cell as a figure and as a period, as it would be read in a column of its like.
pub fn read_cell(text: &str) -> (Option<f64>, Option<Period>) {
    let mut spoken = Spoken::default();
    spoken.hear(text);
    let period = match spelt(text) {
        Some((Spelt::Sure(period) | Spelt::ShownAs(_, period), _)) => Some(period),
        Some((Spelt::Either { day_first, month_first }, _)) => day_first.or(month_first),
        Some((Spelt::Fiscal(year), _)) => Some(Period::year(year)),
        Some((Spelt::Numbered(..) | Spelt::Months(..), _)) => None,
        None => None,
    };
    (spoken.style(b',').parse(text), period)
}
