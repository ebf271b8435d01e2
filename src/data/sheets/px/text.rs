//! The text of a PC-Axis file: keywords with their texts, then figures.

use crate::data::text::encoding::Decoder;

/// A keyword with what stands in its brackets, and its texts.
pub(super) struct Keyword {
    pub(super) name: String,
    pub(super) of: Vec<String>,
    pub(super) texts: Vec<String>,
}

/// The text of a file, and how far it is read.
pub(super) struct PxText {
    /// In UTF-8.
    text: Vec<u8>,
    at: usize,
}

impl PxText {
    /// The text of bytes that are UTF-8, or what DOS or Windows wrote in the west.
    pub(super) fn decoded(bytes: &[u8]) -> PxText {
        let head = bytes.get(..400).unwrap_or(bytes);
        let has = |words: &[u8]| head.windows(words.len()).any(|window| window.eq_ignore_ascii_case(words));
        let says_nothing = !has(b"CHARSET") && !has(b"CODEPAGE");
        let is_dos =
            has(b"CODEPAGE=\"850") || has(b"CODEPAGE=\"437") || has(b"CHARSET=\"DOS") || says_nothing;
        let text = match is_dos && std::str::from_utf8(bytes).is_err() {
            true => bytes.iter().map(|byte| code_page_850(*byte)).collect::<String>().into_bytes(),
            false => Decoder::whole(bytes),
        };
        PxText { text, at: 0 }
    }

    fn byte(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while self.byte().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// The text in quotes at this place; two quotes in it are one.
    fn quoted(&mut self) -> Option<String> {
        if self.byte() != Some(b'"') {
            return None;
        }
        self.at += 1;
        let mut out = Vec::new();
        loop {
            let byte = self.byte()?;
            self.at += 1;
            match byte {
                b'"' if self.byte() == Some(b'"') => {
                    self.at += 1;
                    out.push(b'"');
                }
                b'"' => return Some(String::from_utf8_lossy(&out).into_owned()),
                b'\r' | b'\n' => {}
                byte => out.push(byte),
            }
        }
    }

    /// Reads the next keyword; `None` at the figures or where the file is broken.
    pub(super) fn keyword(&mut self) -> Option<Keyword> {
        self.skip_blanks();
        let rest = self.text.get(self.at..)?;
        let length = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            .count();
        let name = String::from_utf8_lossy(rest.get(..length)?).to_ascii_uppercase();
        if length == 0 {
            return None;
        }
        self.at += length;
        let mut keyword = Keyword { name, of: Vec::new(), texts: Vec::new() };
        self.skip_blanks();
        let mut other_language = false;
        if self.byte() == Some(b'[') {
            // A text in another language than the file's first.
            other_language = true;
            while self.byte().is_some_and(|byte| byte != b']') {
                self.at += 1;
            }
            self.at += 1;
            self.skip_blanks();
        }
        if self.byte() == Some(b'(') {
            self.at += 1;
            loop {
                self.skip_blanks();
                match self.byte()? {
                    b')' => break self.at += 1,
                    b'"' => keyword.of.push(self.quoted()?),
                    _ => self.at += 1,
                }
            }
            self.skip_blanks();
        }
        if self.byte() != Some(b'=') {
            return None;
        }
        self.at += 1;
        if keyword.name == "DATA" {
            return Some(keyword);
        }
        self.texts(&mut keyword)?;
        if other_language {
            keyword.name.clear();
        }
        Some(keyword)
    }

    /// Reads the texts of a keyword up to its semicolon.
    fn texts(&mut self, keyword: &mut Keyword) -> Option<()> {
        // Texts without a comma between are one, cut over lines.
        let mut goes_on = false;
        loop {
            self.skip_blanks();
            match self.byte()? {
                b';' => {
                    self.at += 1;
                    keyword.texts.iter_mut().for_each(|text| *text = text.trim().to_owned());
                    return Some(());
                }
                b',' => {
                    self.at += 1;
                    goes_on = false;
                }
                b'"' => {
                    let text = self.quoted()?;
                    match keyword.texts.last_mut().filter(|_| goes_on) {
                        Some(last) => last.push_str(&text),
                        None => keyword.texts.push(text),
                    }
                    goes_on = true;
                }
                _ => {
                    let from = self.at;
                    while self.byte().is_some_and(|byte| !matches!(byte, b';' | b',' | b'"')) {
                        self.at += 1;
                    }
                    let word = self.text.get(from..self.at).unwrap_or_default().trim_ascii();
                    keyword.texts.push(String::from_utf8_lossy(word).into_owned());
                    goes_on = false;
                }
            }
        }
    }

    /// The next figure or mark; `None` at the end.
    pub(super) fn word(&mut self) -> Option<String> {
        while self.byte().is_some_and(|byte| byte.is_ascii_whitespace() || byte == b',') {
            self.at += 1;
        }
        match self.byte()? {
            b';' => None,
            b'"' => self.quoted(),
            _ => {
                let from = self.at;
                while self
                    .byte()
                    .is_some_and(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b';' | b',' | b'"'))
                {
                    self.at += 1;
                }
                let word = self.text.get(from..self.at).unwrap_or_default();
                Some(String::from_utf8_lossy(word).into_owned())
            }
        }
    }
}

/// The letter of a byte as DOS had it in the west.
fn code_page_850(byte: u8) -> char {
    const FROM_80: [char; 128] = [
        'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å', 'É', 'æ', 'Æ', 'ô',
        'ö', 'ò', 'û', 'ù', 'ÿ', 'Ö', 'Ü', 'ø', '£', 'Ø', '×', 'ƒ', 'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º',
        '¿', '®', '¬', '½', '¼', '¡', '«', '»', '░', '▒', '▓', '│', '┤', 'Á', 'Â', 'À', '©', '╣', '║', '╗',
        '╝', '¢', '¥', '┐', '└', '┴', '┬', '├', '─', '┼', 'ã', 'Ã', '╚', '╔', '╩', '╦', '╠', '═', '╬', '¤',
        'ð', 'Ð', 'Ê', 'Ë', 'È', 'ı', 'Í', 'Î', 'Ï', '┘', '┌', '█', '▄', '¦', 'Ì', '▀', 'Ó', 'ß', 'Ô', 'Ò',
        'õ', 'Õ', 'µ', 'þ', 'Þ', 'Ú', 'Û', 'Ù', 'ý', 'Ý', '¯', '´', '\u{ad}', '±', '‗', '¾', '¶', '§', '÷',
        '¸', '°', '¨', '·', '¹', '³', '²', '■', '\u{a0}',
    ];
    match byte {
        0x80.. => FROM_80.get(usize::from(byte - 0x80)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}
