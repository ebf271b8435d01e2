//! The lists of annotations that ship.

use super::LANGUAGES;
use crate::model::{Annotation, Listed};

/// The lists that ship: words of the `annotations` attribute.
pub const ANNOTATION_LISTS: [&str; 2] = ["milestones", "policy"];

/// The path below the site of a list that ships, in a language that there are texts of: each has its own, the first
/// language the one whose name says none.
pub fn annotation_list(name: &str, language: &str) -> String {
    let is_other = LANGUAGES.iter().skip(1).any(|(other, _)| *other == language);
    let of = if is_other { [".", language] } else { ["", ""] };
    [&["data/declaration/", name][..], &of, &[".json"]].concat().concat()
}

/// Annotations of several lists, by time.
pub fn by_time(all: &[Annotation]) -> Vec<Annotation> {
    let order = crate::model::sorted(all.len(), &|left, right| {
        let day = |index: usize| all.get(index).and_then(Annotation::middle_day);
        day(left).cmp(&day(right))
    });
    order.into_iter().filter_map(|index| all.get(index).cloned()).listed()
}
