//! The first cells of a column, from which is told what the rest is gathered as.

use super::column::Builder;
use crate::model::{Listed, shortest_decimal};

/// So many distinct cells show whether a column is in per cent.
const PERCENTS_LOOKED_AT: usize = 200;

/// The first cells of a column.
#[derive(Default)]
pub(in crate::data) struct Sample {
    /// The texts, one after the other.
    pub(in crate::data) text: Vec<u8>,
    pub(in crate::data) cells: Vec<SampleCell>,
    pub(in crate::data) points_are_decimal: bool,
}

/// A cell of a sample: a text by its end, or a known number.
pub(in crate::data) enum SampleCell {
    Text(usize),
    Number(f64),
}

/// The same with its text.
pub(in crate::data) enum Sampled<'a> {
    Text(&'a [u8]),
    Number(f64),
}

impl Sample {
    /// The cells, in order.
    pub(in crate::data) fn cells(&self) -> impl Iterator<Item = Sampled<'_>> {
        let mut start = 0;
        self.cells.iter().map(move |cell| match cell {
            SampleCell::Text(end) => {
                let from = std::mem::replace(&mut start, *end);
                Sampled::Text(self.text.get(from..*end).unwrap_or_default())
            }
            SampleCell::Number(figure) => Sampled::Number(*figure),
        })
    }
}

/// A whole number of up to nine digits without a leading zero: nearly every cell of this field's files.
#[inline]
pub(in crate::data) fn short_whole(cell: &[u8]) -> Option<u32> {
    if cell.is_empty() || cell.len() > 9 || (cell.len() > 1 && cell.first() == Some(&b'0')) {
        return None;
    }
    let mut figure = 0u32;
    for byte in cell {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        figure = figure * 10 + u32::from(digit);
    }
    Some(figure)
}

impl Builder {
    /// All cells, as long as few have come.
    pub(in crate::data) fn texts_of_sample(&self) -> Option<Vec<String>> {
        let Builder::Sample(sample) = self else { return None };
        let text = |cell: Sampled<'_>| match cell {
            Sampled::Text(text) => String::from_utf8_lossy(text).into_owned(),
            Sampled::Number(figure) => shortest_decimal(figure),
        };
        Some(sample.cells().map(text).listed())
    }

    /// The last cell, as long as few have come.
    pub(in crate::data) fn last_of_sample(&self) -> Option<String> {
        let Builder::Sample(sample) = self else { return None };
        match sample.cells().last() {
            Some(Sampled::Text(text)) => Some(String::from_utf8_lossy(text).into_owned()),
            Some(Sampled::Number(figure)) => Some(shortest_decimal(figure)),
            None => Some(String::new()),
        }
    }

    /// Whether its figures have percent signs behind them, all but few.
    pub(in crate::data) fn is_in_percent(&self) -> bool {
        let (texts, plain) = match self {
            Builder::Figures(figures) => figures.odd_and_known(),
            Builder::Texts(texts) => (texts.dictionary.as_slice(), 0),
            _ => return false,
        };
        let looked_at = texts.iter().take(PERCENTS_LOOKED_AT);
        let (mut signs, mut others) = (0, plain);
        for text in looked_at.filter(|text| text.bytes().any(|byte| byte.is_ascii_digit())) {
            let is_sign = text.ends_with('%') && !text.bytes().any(|byte| byte.is_ascii_alphabetic());
            *(if is_sign { &mut signs } else { &mut others }) += 1;
        }
        signs > 0 && others * 4 <= signs
    }

    /// Whether its cells are no figures, as far as they have come.
    pub(in crate::data) fn has_texts(&self) -> bool {
        match self {
            Builder::Sample(sample) => sample.text.iter().any(u8::is_ascii_alphabetic),
            Builder::Figures(_) | Builder::Ready(_) => false,
            Builder::Days(_) | Builder::Texts(_) => true,
        }
    }
}
