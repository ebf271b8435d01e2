//! How wide a text is in Noto Sans, the face that twins are measured in where no browser measures them.
//!
//! Noto Sans is in the font list of every picture and stands on the wide side of the others in it (a digit has 572
//! thousandths of an em; in Roboto 562, in Arial 556, in Segoe UI 539), so that labels laid out by it do not touch in those.
//! The advance widths are those of the files NotoSans-Regular.ttf and NotoSans-Bold.ttf, release 2.004; without kerning.

use migration_widget::chart::{ApproximateMetrics, TextMetrics, Weight};

/// Measures in Noto Sans.
pub struct NotoSans;

/// Advance widths in thousandths of an em of U+0020 to U+007E, then of U+00A0 to U+00FF.
type Widths = ([u16; 95], [u16; 96]);

#[rustfmt::skip]
const REGULAR: Widths = (
    [
        260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572,
        572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728,
        741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329,
        372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605,
        615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
    ],
    [
        260, 269, 572, 572, 572, 572, 551, 513, 580, 832, 357, 509, 572, 322, 832, 500, 428, 572, 350, 350,
        281, 623, 655, 268, 225, 350, 376, 509, 745, 771, 781, 434, 639, 639, 639, 639, 639, 639, 881, 632,
        556, 556, 556, 556, 339, 339, 339, 339, 730, 760, 781, 781, 781, 781, 781, 572, 781, 731, 731, 731,
        731, 566, 605, 631, 561, 561, 561, 561, 561, 561, 864, 480, 564, 564, 564, 564, 258, 258, 258, 258,
        605, 618, 605, 605, 605, 605, 605, 572, 605, 618, 618, 618, 618, 510, 615, 510,
    ],
);

#[rustfmt::skip]
const BOLD: Widths = (
    [
        260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413, 572, 572, 572, 572,
        572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477, 897, 690, 672, 637, 740, 560, 549, 724,
        765, 389, 331, 664, 565, 943, 813, 796, 628, 796, 660, 551, 579, 756, 650, 967, 667, 624, 579, 331,
        413, 331, 572, 411, 362, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620, 305, 982, 657, 619,
        633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572,
    ],
    [
        260, 286, 572, 572, 572, 572, 551, 486, 607, 832, 383, 615, 572, 322, 832, 500, 428, 572, 379, 379,
        362, 660, 655, 285, 205, 379, 388, 615, 830, 874, 845, 477, 690, 690, 690, 690, 690, 690, 952, 637,
        560, 560, 560, 560, 389, 389, 389, 389, 740, 813, 796, 796, 796, 796, 796, 572, 796, 756, 756, 756,
        756, 624, 628, 711, 604, 604, 604, 604, 604, 604, 917, 514, 591, 591, 591, 591, 305, 305, 305, 305,
        619, 657, 619, 619, 619, 619, 619, 572, 619, 657, 657, 657, 657, 569, 633, 569,
    ],
);

/// Signs beyond Latin-1, with their widths in regular and in bold.
const SIGNS: [(char, u16, u16); 14] = [
    ('\u{2007}', 572, 572),
    ('\u{2009}', 166, 166),
    ('\u{2012}', 572, 572),
    ('\u{2013}', 500, 500),
    ('\u{2014}', 1000, 1000),
    ('\u{2018}', 175, 217),
    ('\u{2019}', 175, 217),
    ('\u{201c}', 359, 445),
    ('\u{201d}', 359, 445),
    ('\u{2022}', 376, 376),
    ('\u{2026}', 791, 855),
    ('\u{202f}', 166, 166),
    ('\u{2030}', 1177, 1281),
    ('\u{20ac}', 572, 572),
];

/// The width of a character in thousandths of an em; `None` of those that this table lacks.
fn advance(character: char, weight: Weight) -> Option<u16> {
    let (ascii, latin) = if weight == Weight::Bold { &BOLD } else { &REGULAR };
    let code = character as usize;
    match code {
        0x20..=0x7E => ascii.get(code - 0x20).copied(),
        0xA0..=0xFF => latin.get(code - 0xA0).copied(),
        _ => SIGNS
            .iter()
            .find(|(sign, _, _)| *sign == character)
            .map(|(_, regular, bold)| if weight == Weight::Bold { *bold } else { *regular }),
    }
}

impl TextMetrics for NotoSans {
    fn width_in_device_px(&self, text: &str, size_in_device_px: f64, weight: Weight) -> f64 {
        let width = |character: char| match advance(character, weight) {
            Some(thousandths) => f64::from(thousandths) / 1000.0 * size_in_device_px,
            None => {
                let mut bytes = [0; 4];
                let text = character.encode_utf8(&mut bytes);
                ApproximateMetrics.width_in_device_px(text, size_in_device_px, weight)
            }
        };
        text.chars().map(width).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font() {
        let width = |text: &str, weight| NotoSans.width_in_device_px(text, 1000.0, weight);
        assert_eq!(width("87,390", Weight::Regular), 5.0 * 572.0 + 268.0);
        assert_eq!(width("Año", Weight::Regular), 639.0 + 618.0 + 605.0);
        assert_eq!(width("Año", Weight::Bold), 690.0 + 657.0 + 619.0);
        assert_eq!(width("2020–2025", Weight::Regular), 8.0 * 572.0 + 500.0);
    }

    #[test]
    fn what_the_table_lacks_is_not_without_width() {
        assert!(NotoSans.width_in_device_px("Ўя漢", 10.0, Weight::Regular) > 15.0);
    }
}
