//! Text to a width: shortened on one line, or broken into lines.

use crate::chart::Weight;
use crate::chart::frame_builder::FrameBuilder;
use crate::model::Listed;

impl FrameBuilder<'_> {
    /// A text that is at most `room` device pixels wide: itself, or its start with "…"; empty where not even that fits.
    pub fn shorten(&self, text: &str, size_in_css_px: f64, weight: Weight, room: i32) -> String {
        if self.width_of(text, size_in_css_px, weight) <= room {
            return text.to_owned();
        }
        let ends: Vec<usize> = text.char_indices().map(|(index, _)| index).listed();
        let cut = |end: &usize| format!("{}…", text.get(..*end).unwrap_or_default().trim_end());
        let fitting = ends.partition_point(|end| self.width_of(&cut(end), size_in_css_px, weight) <= room);
        match fitting.checked_sub(1).and_then(|index| ends.get(index)) {
            Some(end) if *end > 0 => cut(end),
            _ => String::new(),
        }
    }

    /// Empties texts that would take more than a third of the drawing's width: figures of absurd size, which no axis can
    /// say; the table does.
    pub fn drop_wide(&self, texts: &mut [String], size_in_css_px: f64) {
        let most = self.frame.width_in_device_px / 3;
        for text in texts {
            if self.width_of(text, size_in_css_px, Weight::Regular) > most {
                text.clear();
            }
        }
    }

    /// A text in lines at most `room` device pixels wide, broken at spaces; a word that is wider has its own line.
    pub fn wrap(&self, text: &str, size_in_css_px: f64, weight: Weight, room: i32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        // Other blanks than plain ones, as between thousands or before "%", hold together what they part.
        for word in text.split_ascii_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match (longer, lines.last_mut()) {
                (Some(longer), Some(line)) if self.width_of(&longer, size_in_css_px, weight) <= room => {
                    *line = longer
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// Like [`FrameBuilder::wrap`], where a word that is wider than the room, a checksum for instance, goes on in the next line.
    pub fn wrap_anywhere(&self, text: &str, size_in_css_px: f64, weight: Weight, room: i32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for line in self.wrap(text, size_in_css_px, weight, room) {
            let mut rest = String::new();
            for letter in line.chars() {
                let longer = [rest.as_str(), letter.encode_utf8(&mut [0; 4])].concat();
                if !rest.is_empty() && self.width_of(&longer, size_in_css_px, weight) > room {
                    lines.push(std::mem::take(&mut rest));
                }
                rest.push(letter);
            }
            lines.push(rest);
        }
        lines
    }

    /// Like [`FrameBuilder::wrap`], with lines of about one width: the narrowest room that needs no more lines.
    pub fn balance(&self, text: &str, size_in_css_px: f64, weight: Weight, room: i32) -> Vec<String> {
        let lines = self.wrap(text, size_in_css_px, weight, room);
        let (mut too_narrow, mut enough) = (room / 3, room);
        while enough - too_narrow > 4 {
            let middle = (too_narrow + enough) / 2;
            if self.wrap(text, size_in_css_px, weight, middle).len() <= lines.len() {
                enough = middle;
            } else {
                too_narrow = middle;
            }
        }
        self.wrap(text, size_in_css_px, weight, enough)
    }
}
