//! Which cells of a workbook are dates: a number format tells, as the cell is a plain number of days.

use super::xml::{XmlEvent, XmlReader, attribute};
use crate::model::{Grain, Period, Problem};

/// The number formats of the cells' styles.
#[derive(Default)]
pub(in crate::data) struct Styles {
    /// The formats that the file defines.
    formats: Vec<(u32, Option<Grain>)>,
    /// For each style of a cell the grain of the dates it shows; `None` where it shows none.
    grains: Vec<Option<Grain>>,
    in_cell_styles: bool,
}

impl Styles {
    /// Takes some of the part of the styles; whether all is taken.
    pub(in crate::data) fn take(&mut self, marks: &mut XmlReader, most: usize) -> Result<bool, Problem> {
        for _ in 0..most {
            match marks.next()? {
                XmlEvent::Open(tag) => match tag.local_name().into_inner() {
                    "numFmt" => {
                        let number = attribute(&tag, "numFmtId").and_then(|id| id.parse().ok());
                        let code = attribute(&tag, "formatCode");
                        self.formats.extend(number.zip(code.map(|code| grain_of_code(&code))));
                    }
                    "cellXfs" => self.in_cell_styles = true,
                    "xf" if self.in_cell_styles => {
                        let number = attribute(&tag, "numFmtId").and_then(|id| id.parse().ok());
                        self.grains.push(number.and_then(|number| self.grain_of_number(number)));
                    }
                    _ => {}
                },
                XmlEvent::Close(tag) if tag.local_name().into_inner() == "cellXfs" => {
                    self.in_cell_styles = false;
                }
                XmlEvent::End => return Ok(true),
                _ => {}
            }
        }
        Ok(false)
    }

    /// Takes note of a format of a number that the file defines.
    pub(in crate::data) fn add_format(&mut self, number: u32, code: &str) {
        self.formats.push((number, grain_of_code(code)));
    }

    /// Takes note of the next style, which shows numbers by the format of a number.
    pub(in crate::data) fn add_style(&mut self, format: u32) {
        self.grains.push(self.grain_of_number(format));
    }

    /// The grain of the dates that cells of a style show; `None` where they are no dates.
    pub(in crate::data) fn grain(&self, style: usize) -> Option<Grain> {
        self.grains.get(style).copied().flatten()
    }

    fn grain_of_number(&self, number: u32) -> Option<Grain> {
        if let Some((_, grain)) = self.formats.iter().find(|(known, _)| *known == number) {
            return *grain;
        }
        // ECMA-376, 18.8.30; those from 27 are of East Asian calendars.
        match number {
            17 => Some(Grain::Month),
            14..=16 | 22 | 27..=31 | 34..=36 | 50..=58 => Some(Grain::Day),
            _ => None,
        }
    }
}

/// The grain of the dates that a format code shows, such as `mmm\-yy`; `None` for figures and times of a day.
fn grain_of_code(code: &str) -> Option<Grain> {
    let (mut days, mut months, mut years, mut hours) = (false, false, false, false);
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter.to_ascii_lowercase() {
            // Only the form of positive figures counts.
            ';' => break,
            '"' => drop(letters.find(|letter| *letter == '"')),
            '[' => {
                // A colour, a language, or hours beyond a day, which are a duration.
                let first = letters.next();
                hours |= matches!(first, Some('h' | 'H' | 's' | 'S'));
                if first != Some(']') {
                    letters.find(|letter| *letter == ']');
                }
            }
            '\\' | '_' | '*' => drop(letters.next()),
            'd' => days = true,
            'm' => months = true,
            'y' => years = true,
            'h' | 's' => hours = true,
            _ => {}
        }
    }
    match (days, months, years) {
        (true, _, _) => Some(Grain::Day),
        (false, true, true) => Some(Grain::Month),
        (false, true, false) if !hours => Some(Grain::Month),
        (false, false, true) => Some(Grain::Year),
        _ => None,
    }
}

/// A day's number as a date of a grain; `None` for a number that is no date.
pub(in crate::data) fn date(serial: f64, grain: Grain, is_1904: bool) -> Option<Period> {
    // The last is 31 December 9999.
    if !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let number = serial.floor() as i32;
    let days = match is_1904 {
        true => number - 24_107,
        // Lotus 1-2-3 took 1900 for a leap year, and Excel after it.
        false if number < 60 => number - 25_568,
        false => number - 25_569,
    };
    Some(Period { grain: Grain::Day, ordinal: days }.truncate(grain))
}

/// Whether a number may be a year that labels its row.
pub(in crate::data) fn is_year(figure: f64) -> bool {
    figure.fract() == 0.0 && (1900.0..=2100.0).contains(&figure)
}
