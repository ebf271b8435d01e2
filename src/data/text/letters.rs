//! What bytes beyond ASCII stand for in encodings of a byte a letter, and which of these a text is written in.
//!
//! The tables are those of Unicode's mappings; which one it is is told by what letters stand beside: letters within a word
//! are of its case and its script, and signs stand outside of words.

/// An encoding of a byte a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::data) enum Letters {
    /// What browsers call Latin-1.
    Windows1252,
    MacRoman,
    CodePage850,
    Windows1250,
    Windows1251,
    Windows1256,
}

/// All of them; of equals the first.
const ALL: [Letters; 6] = [
    Letters::Windows1252,
    Letters::MacRoman,
    Letters::CodePage850,
    Letters::Windows1250,
    Letters::Windows1251,
    Letters::Windows1256,
];

/// Old spreadsheets for the Macintosh.
const MAC_ROMAN: &str = "\
     ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
     †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
     ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
     ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
/// DOS in the west of Europe and in Latin America.
const CODE_PAGE_850: &str = "\
     ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
     áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
     └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
     ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
/// Windows in the middle of Europe.
const WINDOWS_1250: &str = "\
     €\u{fffd}‚\u{fffd}„…†‡\u{fffd}‰Š‹ŚŤŽŹ\u{fffd}‘’“”•–—\u{fffd}™š›śťžź\
     \u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
     ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
     ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";
/// Windows in Cyrillic.
const WINDOWS_1251: &str = "\
     ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{fffd}™љ›њќћџ\
     \u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї\
     АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
     абвгдежзийклмнопрстуфхцчшщъыьэюя";
/// Windows in Arabic.
const WINDOWS_1256: &str = "\
     €پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u{200c}\u{200d}ں\
     \u{a0}،¢£¤¥¦§¨©ھ«¬\u{ad}®¯°±²³´µ¶·¸¹؛»¼½¾؟\
     ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقك\
     àلâمنهوçèéêëىيîïًٌٍَôُِ÷ّùْûü\u{200e}\u{200f}ے";

/// Letters of Spanish, French, Portuguese, German and Italian: what most texts of one script have.
const WESTERN: &str = "áéíóúñüçãõâêôàèäößÁÉÍÓÚÑÜÇÃÕÂÊÔÀÈÄÖìòùîûëïøåæØÅÆ";
/// Letters of Polish, Czech, Hungarian, Romanian and Croatian.
const MIDDLE: &str = "ąćęłńóśźżáčďéěíňřšťúůýžőűöüăâîşţđĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽŐŰÖÜĂÂÎŞŢĐ";
/// The commonest letters of Russian and Ukrainian, and of Arabic.
const CYRILLIC: &str = "оеаинтсрвлкмдпуіОЕАИНТСРВЛКМДПУІ";
const ARABIC: &str = "اليمنتروبدعسةكفهحقأ";

impl Letters {
    /// Its name.
    pub(in crate::data) fn name(self) -> &'static str {
        match self {
            Letters::Windows1252 => "Windows-1252",
            Letters::MacRoman => "Mac Roman",
            Letters::CodePage850 => "CP850",
            Letters::Windows1250 => "Windows-1250",
            Letters::Windows1251 => "Windows-1251",
            Letters::Windows1256 => "Windows-1256",
        }
    }

    fn commonest(self) -> &'static str {
        match self {
            Letters::Windows1250 => MIDDLE,
            Letters::Windows1251 => CYRILLIC,
            Letters::Windows1256 => ARABIC,
            _ => WESTERN,
        }
    }

    /// The letters of the bytes from 0x80 on.
    pub(in crate::data) fn table(self) -> [char; 128] {
        let mut table = ['\u{fffd}'; 128];
        let known = match self {
            Letters::Windows1252 => {
                for (byte, letter) in (0x80u8..=0xff).zip(table.iter_mut()) {
                    *letter = windows_1252(byte);
                }
                return table;
            }
            Letters::MacRoman => MAC_ROMAN,
            Letters::CodePage850 => CODE_PAGE_850,
            Letters::Windows1250 => WINDOWS_1250,
            Letters::Windows1251 => WINDOWS_1251,
            Letters::Windows1256 => WINDOWS_1256,
        };
        for (place, letter) in table.iter_mut().zip(known.chars()) {
            *place = letter;
        }
        table
    }

    /// The one that makes most of a text.
    pub(in crate::data) fn of(text: &[u8]) -> Letters {
        let (mut best, mut best_score) = (Letters::Windows1252, i32::MIN);
        for letters in ALL {
            // The likeliest by far needs less.
            let score = letters.score(text) + if letters == Letters::Windows1252 { 2 } else { 0 };
            if score > best_score {
                (best, best_score) = (letters, score);
            }
        }
        best
    }

    /// How well the letters of a text go together.
    fn score(self, text: &[u8]) -> i32 {
        let table = self.table();
        let letter = |byte: Option<&u8>| match byte {
            Some(byte) if *byte < 0x80 => char::from(*byte),
            Some(byte) => table.get(usize::from(*byte - 0x80)).copied().unwrap_or('\u{fffd}'),
            None => ' ',
        };
        let is_western = matches!(self, Letters::Windows1252 | Letters::MacRoman | Letters::CodePage850);
        let is_own_script = matches!(self, Letters::Windows1251 | Letters::Windows1256);
        let (mut score, mut seen, mut before) = (0, 0, None);
        let mut left = text;
        while let Some((byte, rest)) = left.split_first() {
            left = rest;
            let earlier = before.replace(byte);
            if *byte < 0x80 {
                continue;
            }
            seen += 1;
            if seen > 4000 {
                break;
            }
            let (here, previous, next) = (letter(Some(byte)), letter(earlier), letter(rest.first()));
            let is_in_word = previous.is_alphabetic() || next.is_alphabetic();
            if here == '\u{fffd}' || here.is_control() {
                score -= 6;
            } else if here.is_alphabetic() {
                let is_common = self.commonest().chars().any(|common| common == here);
                score += if is_common { 2 } else { -1 };
                // A great letter after a small one is none of this word.
                if previous.is_lowercase() && here.is_uppercase() {
                    score -= 4;
                }
                if is_own_script && (previous.is_ascii_alphabetic() || next.is_ascii_alphabetic()) {
                    score -= 4;
                }
                if is_own_script && !previous.is_ascii() && previous.is_alphabetic() {
                    score += 1;
                }
                if is_western && earlier.is_some_and(|byte| *byte >= 0x80) && previous.is_alphabetic() {
                    score -= 2;
                }
            } else if previous.is_alphabetic()
                && next.is_alphabetic()
                && !matches!(here, '’' | '·' | '\u{ad}')
            {
                score -= 4;
            } else if matches!(
                here,
                '«' | '»'
                    | '–'
                    | '—'
                    | '’'
                    | '‘'
                    | '“'
                    | '”'
                    | '°'
                    | 'º'
                    | 'ª'
                    | '¿'
                    | '¡'
                    | '€'
                    | '£'
                    | '\u{a0}'
                    | '…'
                    | '•'
                    | '©'
                    | '®'
                    | '№'
                    | '،'
                    | '±'
                    | '½'
                    | '²'
                    | '³'
            ) {
                score += 1;
            } else {
                score -= if is_in_word { 3 } else { 2 };
            }
        }
        score
    }
}

/// The letter of a byte as browsers read Latin-1: the WHATWG index of windows-1252.
pub(in crate::data) fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_80.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}
