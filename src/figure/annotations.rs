//! The lists of annotations that ship.

use crate::model::{Annotation, Listed};

/// The lists that ship, by the words of the `annotations` attribute, with their paths below the site.
pub const ANNOTATION_LISTS: [(&str, &str); 2] =
    [("milestones", "data/declaration/milestones.json"), ("policy", "data/declaration/policy.json")];

/// Annotations of several lists, by time.
pub fn by_time(all: &[Annotation]) -> Vec<Annotation> {
    let order = crate::model::sorted(all.len(), &|left, right| {
        let day = |index: usize| all.get(index).and_then(Annotation::middle_day);
        day(left).cmp(&day(right))
    });
    order.into_iter().filter_map(|index| all.get(index).cloned()).listed()
}
