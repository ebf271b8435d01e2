//! Times of day behind the days of a column, all written alike: `2020-01-01T00:10:00Z`.

/// A row without a time.
const NONE: u32 = u32::MAX;

/// The times of a column's rows, if any has one: texts of them would be ten times as large.
#[derive(Default)]
pub(in crate::data) struct Times {
    /// For each row the second of its day, or [`NONE`]; empty as long as no row has a time.
    of_row: Vec<u32>,
    /// How the first time is written: the others have other digits.
    form: Vec<u8>,
    has_seconds: bool,
}

impl Times {
    /// Appends what stands behind the day of the cell after `before` others; whether it can be kept.
    pub(in crate::data) fn push(&mut self, text: &[u8], before: usize) -> bool {
        if text.is_empty() {
            if !self.of_row.is_empty() {
                self.of_row.push(NONE);
            }
            return true;
        }
        let Some((second, has_seconds)) = second_of(text) else { return false };
        if self.of_row.is_empty() {
            self.of_row.resize(before, NONE);
            self.form = text.to_vec();
            self.has_seconds = has_seconds;
        }
        let behind = if has_seconds { 9 } else { 6 };
        let is_alike = self.has_seconds == has_seconds
            && self.form.first() == text.first()
            && self.form.get(behind..) == text.get(behind..);
        if is_alike {
            self.of_row.push(second);
        }
        is_alike
    }

    /// The second of a row's day; of a row without a time one that is none.
    pub(in crate::data) fn of(&self, row: usize) -> u32 {
        self.of_row.get(row).copied().unwrap_or(NONE)
    }

    /// The first row with a time and how many rows have one, where some day has several.
    pub(in crate::data) fn several_a_day(&self, days: &[i32]) -> Option<(usize, usize)> {
        let first = self.of_row.iter().position(|second| *second != NONE)?;
        let timed = || days.iter().zip(&self.of_row).filter(|(_, second)| **second != NONE);
        let least = timed().map(|(day, _)| *day).min()?;
        let span = (timed().map(|(day, _)| *day).max()? - least) as usize + 1;
        // Years of four digits have 3.7 million days.
        let mut of_day = vec![NONE; span];
        let is_second = timed().any(|(day, second)| {
            let Some(known) = of_day.get_mut((day - least) as usize) else { return false };
            let before = std::mem::replace(known, *second);
            before != NONE && before != *second
        });
        is_second.then(|| (first, timed().count()))
    }

    /// Writes the time of a row behind its day, as it stood.
    pub(in crate::data) fn write(&self, row: usize, text: &mut String) {
        let second = self.of(row);
        if second == NONE {
            return;
        }
        let digits = [
            second / 36_000,
            second / 3600 % 10,
            second / 600 % 6,
            second / 60 % 10,
            second / 10 % 6,
            second % 10,
        ];
        let mut digits = digits.into_iter().take(if self.has_seconds { 6 } else { 4 });
        let digital = if self.has_seconds { 9 } else { 6 };
        for (at, letter) in String::from_utf8_lossy(&self.form).chars().enumerate() {
            let own = (at < digital && letter.is_ascii_digit()).then(|| digits.next()).flatten();
            text.push(own.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(letter));
        }
    }
}

/// The second of the day that `T00:10:00Z` or ` 00:10` is, and whether seconds are written.
fn second_of(text: &[u8]) -> Option<(u32, bool)> {
    let two = |at: usize| -> Option<u32> {
        let [tens, ones] = text.get(at..at + 2)? else { return None };
        let is_number = tens.is_ascii_digit() && ones.is_ascii_digit();
        is_number.then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
    };
    let (hour, minute) = (two(1)?, two(4)?);
    let has_seconds = text.get(6) == Some(&b':');
    let second = if has_seconds { two(7)? } else { 0 };
    let is_time = matches!(text.first(), Some(b'T' | b' ')) && text.get(3) == Some(&b':');
    (is_time && hour < 24 && minute < 60 && second < 60)
        .then_some((hour * 3600 + minute * 60 + second, has_seconds))
}
