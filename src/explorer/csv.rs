//! The commitments shown as CSV.

use super::ViewContext;
use crate::model::{Joined, Listed, shortest_decimal};

/// One row a commitment that is left, in the order shown; ISO dates, plain numbers, codes of countries.
pub fn csv(context: &ViewContext) -> String {
    let mut out = String::from(
        "id,country,partners,pillar,kind,title,announced,quantity,quantity_max,unit,deadline,status,status_as_of,outcome,sources,status_words,status_note\n",
    );
    let date = |when: Option<crate::model::Period>| when.map(|when| when.to_string()).unwrap_or_default();
    let number = |number: Option<f64>| number.map(shortest_decimal).unwrap_or_default();
    for commitment in context.left.iter().filter_map(|index| context.declaration.commitments.get(*index)) {
        let target = commitment.target.clone().unwrap_or_default();
        let addresses =
            commitment.source_ids.iter().filter_map(|id| context.declaration.source(id)?.link.clone());
        let cells = [
            commitment.id.clone(),
            commitment.iso3.clone(),
            commitment.partners.joined(" "),
            commitment.pillar.to_string(),
            commitment.kind.clone(),
            commitment.title.clone(),
            date(commitment.announced),
            number(target.quantity),
            number(target.most),
            target.unit,
            date(target.deadline),
            commitment.status.clone(),
            date(commitment.status_as_of),
            number(target.outcome),
            addresses.listed().joined(" "),
            commitment.status_words.clone(),
            commitment.status_note.clone(),
        ];
        for (index, cell) in cells.iter().enumerate() {
            out.push_str(if index > 0 { "," } else { "" });
            crate::summary::push_cell(&mut out, cell);
        }
        out.push('\n');
    }
    out
}
