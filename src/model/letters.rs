//! Small letters.

/// A text in small letters, of the scripts that files of the field are in: Latin, Greek, Cyrillic.
///
/// `str::to_lowercase` brings tables of all scripts, 12 kB of wasm; these blocks are regular.
pub fn lowered(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        out.push(small_letter(letter));
    }
    out
}

/// The small letter of a great one; any other character as it is.
pub fn small_letter(letter: char) -> char {
    let code = letter as u32;
    let by = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 0x20,
        'Ѐ'..='Џ' => 0x50,
        'İ' => return 'i',
        'Ÿ' => return 'ÿ',
        'Ĺ'..='ň' | 'Ź'..='ž' => code % 2,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ȁ'..='ȟ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ӿ' | 'Ạ'..='ỹ' => {
            (code + 1) % 2
        }
        _ => 0,
    };
    char::from_u32(code + by).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn great_letters_of_the_field_are_made_small() {
        let great = "ABC ÁÉÍÓÚÑÜÇÃÕ ÀÈÂÊÔ ÄÖÅÆØ ĄĆĘŁŃŚŹŻ ČĎĚŇŘŠŤŮŽ ŐŰ ĂÂÎȘȚ ĞŞ Ÿ ΑΓΩ ЖЩЯ ЁЇЄ Ґ ĐẾ 12×÷ß";
        assert_eq!(lowered(great), great.to_lowercase());
        let small = great.to_lowercase();
        assert_eq!(lowered(&small), small);
        // Turkish has two; the one with a point is that of Istanbul.
        assert_eq!(lowered("İSTANBUL ısı"), "istanbul ısı");
    }
}
