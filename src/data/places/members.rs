//! Who belongs to a region or a group of countries.

use crate::data::word_list::WordList;
use crate::model::{Listed, country};

use super::groups::{GROUP_CODES, GROUP_NAMES, GROUPS, LEAVES};
use super::{LONGEST_NAME, fold, key_of, line_of, of_name, words};

/// The places of a region or a group that a text names or is the code of, as alpha-3 codes in order: the world, M49's
/// regions in four languages and by number, the Union and its former extents, the World Bank's and IOM's regions.
///
/// `None` for a country, for what is no group, and for groups whose members change from year to year. A region has all of
/// its territories, of which a file may have only some.
pub fn members_of(text: &str) -> Option<Vec<&'static str>> {
    let (leaves, more, less) = parts(definition(group_of(text)?)?);
    let leaf = |index: usize| LEAVES.as_bytes().get(index).copied().unwrap_or(b'-');
    let members: Vec<&'static str> = country::codes()
        .enumerate()
        .filter(|(index, code)| {
            has_code(more, code) || leaves.as_bytes().contains(&leaf(*index)) && !has_code(less, code)
        })
        .map(|(_, code)| code)
        .listed();
    (!members.is_empty()).then_some(members)
}

/// The group that a text names or is the code of, as its code of three in the table; never one of a country.
pub(super) fn group_of(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if text.len() > LONGEST_NAME {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) && (1..=2).contains(&text.len()) {
        return line_of(GROUP_CODES, &format!("{text:0>3}"));
    }
    line_of(GROUP_CODES, text).or_else(|| match of_name(text) {
        Some(_) => None,
        None => of_folded(&fold(text)),
    })
}

/// The group of a folded name that is no country's.
fn of_folded(folded: &str) -> Option<&'static str> {
    line_of(GROUP_NAMES, &key_of(folded)).or_else(|| {
        // "Africa (WB)": whose region it is.
        let (rest, _) =
            folded.rsplit_once(' ').filter(|(_, whose)| matches!(*whose, "wb" | "un" | "unhcr" | "iom"))?;
        line_of(GROUP_NAMES, &key_of(rest))
    })
}

/// Whether a text is a publisher's code of a region or group: `WLD`, `EU27_2020`, `OWID_AFR`, `900`.
pub fn is_area_code(code: &str) -> bool {
    line_of(GROUP_CODES, code).is_some() || code.starts_with("OWID_")
}

/// Whether a text names the world, a region, a group of countries or a total, by name or by a publisher's code: a
/// suspicion only, for arithmetic to prove.
///
/// Never true of a country, a former state, a province or a remainder ("Other South America", "Unknown"); a number is none.
pub fn is_aggregate(name: &str) -> bool {
    if name.len() > LONGEST_NAME || name.bytes().all(|byte| byte.is_ascii_digit()) || of_name(name).is_some()
    {
        return false;
    }
    let folded = fold(name);
    if line_of(GROUP_CODES, name.trim()).is_some() || of_folded(&folded).is_some() {
        return true;
    }
    let any = |list: &WordList| folded.split(' ').any(|word| words::has(list, word));
    let is_of_region = |word: &str| {
        words::has(words::REGION_NOUNS, word)
            || words::has(words::REGION, word)
            || words::has(words::SMALL, word)
    };
    !any(words::REMAINDER)
        && (any(words::TOTAL) || any(words::REGION_NOUNS) && folded.split(' ').all(is_of_region))
}

/// What the table says of a group's members.
fn definition(group: &str) -> Option<&'static str> {
    GROUPS.split('\n').find_map(|line| line.strip_prefix(group))
}

/// The letters of whole regions, the codes beside them and those that they lack.
fn parts(definition: &'static str) -> (&'static str, &'static str, &'static str) {
    let (rest, less) = definition.split_once('-').unwrap_or((definition, ""));
    let (leaves, more) = rest.split_once('+').unwrap_or((rest, ""));
    (leaves, more, less)
}

/// Whether a run of codes of three has one.
fn has_code(codes: &str, code: &str) -> bool {
    codes.as_bytes().chunks(3).any(|known| known == code.as_bytes())
}
