//! Tables tagged with the Humanitarian Exchange Language (HXL 1.1, hxlstandard.org), as on HDX.

use crate::model::{Problem, QuantityKind, Role};

use super::format::{Form, Format};
use crate::data::partial_table::PartialTable;

/// The format's reader.
pub(in crate::data) const READER: Format =
    Format { name: "hxl", form: Form::Cells, recognises, shape, ..Format::PLAIN };

fn recognises(partial: &PartialTable) -> bool {
    !partial.around.tags.is_empty()
}

/// Gives each column the role of its tag: `#country+code+origin`, `#date+year`, `#affected+refugees`.
fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    let tags = partial.around.tags.clone();
    let (mut y, mut x) = (None, None);
    let mut households = false;
    for (index, tag) in tags.iter().enumerate() {
        let Some(name) = partial.table.columns.get(index).map(|column| column.name.clone()) else { continue };
        let tag = tag.to_ascii_lowercase();
        if tag.is_empty() {
            partial.say(&name, Role::Other, QuantityKind::Unknown, None);
            continue;
        }
        let mut parts = tag.split('+').map(str::trim);
        let hashtag = parts.next().unwrap_or_default();
        let attributes: Vec<&str> = parts.collect();
        let has = |attribute: &str| attributes.contains(&attribute);
        partial.around.metadata.aliases.push((tag.clone(), name.clone()));
        match hashtag {
            "#date" => {
                let is_part = has("month") || has("week") || has("day");
                partial.say(
                    &name,
                    if is_part { Role::Other } else { Role::Period },
                    QuantityKind::Unknown,
                    None,
                );
                // A date says more than its year.
                let is_finer = !is_part && !has("year");
                if !is_part && (x.is_none() || is_finer) && partial.periods(&name).is_some() {
                    x = Some(name.clone());
                }
            }
            "#country" => partial.say(&name, Role::Country, QuantityKind::Unknown, None),
            "#affected" | "#population" | "#inneed" | "#targeted" | "#reached" | "#value" | "#indicator"
                if partial.figures(&name).is_some() =>
            {
                let measure =
                    if ["new", "incoming", "outgoing", "arrivals", "departures"].into_iter().any(has) {
                        QuantityKind::Flow
                    } else if matches!(hashtag, "#affected" | "#population") && !has("applications") {
                        QuantityKind::Stock
                    } else {
                        QuantityKind::Unknown
                    };
                // Households are no people; what is counted in people comes before them.
                let is_of_households = ["hh", "hhs", "households", "families", "fam"].into_iter().any(has);
                let unit = !is_of_households
                    && matches!(hashtag, "#affected" | "#population" | "#inneed" | "#targeted" | "#reached");
                partial.say(&name, Role::Measure, measure, unit.then_some("people"));
                if y.is_none() || households && unit {
                    y = Some(name.clone());
                    households = is_of_households;
                }
            }
            "#geo" | "#lat" | "#lon" | "#id" | "#meta" | "#round" | "#org" => {
                partial.say(&name, Role::Other, QuantityKind::Unknown, None);
            }
            // The same people are in need of several: sectors stand apart, and are not added without a word.
            "#sector" => partial.say(&name, Role::Category, QuantityKind::Unknown, None),
            _ => {}
        }
    }
    partial.around.metadata.view.y = y;
    partial.around.metadata.view.x = x;
    Ok(())
}
