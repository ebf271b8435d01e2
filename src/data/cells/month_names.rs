//! The months' names in the field's languages.

/// The months' names and short forms in English, Spanish, French, Portuguese, German and Italian, without accents and points.
const MONTHS: [&str; 12] = [
    "jan january ene enero janv janvier janeiro januar janner gen genn gennaio",
    "feb february febrero fev fevr fevrier fevereiro februar feber febbr febbraio",
    "mar march marzo mars mzo marco marz mrz maerz",
    "apr april abr abril avr avril aprile",
    "may mayo mai maio mag magg maggio",
    "jun june junio juin junho juni giu giugno",
    "jul july julio juil juillet julho juli lug luglio",
    "aug august ago agosto agto aout",
    "sep sept september septiembre setiembre septembre setembro set sett settembre",
    "oct october octubre octobre outubro out okt oktober ott ottobre",
    "nov november noviembre novembre novembro",
    "dec december diciembre dic decembre dezembro dez dezember dicembre",
];

/// The month of a name, in any case, with or without accents and a point at its end.
pub(in crate::data) fn month_of_name(name: &str) -> Option<u32> {
    let mut plain = String::new();
    for letter in name.trim().trim_end_matches('.').chars() {
        plain.push(match letter.to_ascii_lowercase() {
            'é' | 'É' => 'e',
            'û' | 'Û' => 'u',
            'ç' | 'Ç' => 'c',
            'ä' | 'Ä' => 'a',
            letter if letter.is_ascii_alphabetic() => letter,
            _ => return None,
        });
    }
    let found = MONTHS.iter().zip(1..).find(|(names, _)| names.split(' ').any(|known| known == plain));
    found.map(|(_, month)| month)
}
