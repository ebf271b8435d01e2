//! What a new edition may not do: the rules of migration data, asked before anything is written.

use std::collections::BTreeSet;

use migration_widget::model::Period;

use super::changes::grouped;
use super::edition_table::{Edition, EditionTable};

/// The share of earlier rows, one in so many, that may go without somebody asking why.
const MAY_GO: usize = 10;
/// Tables of one reporter that count the same events, so that what adds up in both has to go on doing so.
const SAME_EVENTS: [(&str, &str); 1] = [("darien-crossings", "darien-crossings-age-sex")];

/// Every rule that a new edition breaks, a sentence each.
pub fn broken(old: &Edition, new: &Edition, today: Period) -> Vec<String> {
    let mut found = Vec::new();
    for (key, before) in old {
        let Some(table) = new.get(key) else {
            found.push(format!("{}: the table is gone", before.name()));
            continue;
        };
        meaning(before, table, &mut found);
        zeros(before, table, &mut found);
        age(before, table, &mut found);
        gone(before, table, &mut found);
    }
    for table in new.values() {
        parts_of_periods(table, today, &mut found);
    }
    totals(old, new, &mut found);
    found
}

/// A stock stays a stock, and the absence of a row goes on meaning what it meant.
fn meaning(old: &EditionTable, new: &EditionTable, found: &mut Vec<String>) {
    for ((name, was), (_, is)) in old.figures.iter().zip(&new.figures).filter(|(was, is)| was.1 != is.1) {
        found.push(format!("{}: {name} was a {was} and is a {is}", new.name()));
    }
    if old.absent != new.absent {
        let (was, is) = (&old.absent, &new.absent);
        found.push(format!("{}: a row that is not there meant {was} and means {is}", new.name()));
    }
}

/// Missing is not zero.
fn zeros(old: &EditionTable, new: &EditionTable, found: &mut Vec<String>) {
    let mut turned = Vec::new();
    for (key, figures) in &new.rows {
        let Some(before) = old.rows.get(key) else { continue };
        if before.iter().zip(figures).any(|(was, is)| was.is_none() && *is == Some(0)) {
            turned.push(key.join(" "));
        }
    }
    if let Some(first) = turned.first() {
        let count = turned.len();
        found.push(format!(
            "{}: {count} figures that were not known are zero now, the first: {first}",
            new.name()
        ));
    }
}

/// An edition does not end before the one that is there, nor is its date earlier.
fn age(old: &EditionTable, new: &EditionTable, found: &mut Vec<String>) {
    let (was, is) = (old.periods(), new.periods());
    if let (Some(was), Some(is)) = (was.last(), is.last())
        && is < was
    {
        found.push(format!("{}: ends with {is}, and what is there with {was}: an older edition", new.name()));
    }
    for (source, is) in &new.as_of {
        if let Some(was) = old.as_of.get(source).filter(|was| is < *was) {
            found.push(format!(
                "{}: as of {is}, and what is there {was}: an older edition ({source})",
                new.name()
            ));
        }
    }
}

/// Periods do not go, and rows only a few.
fn gone(old: &EditionTable, new: &EditionTable, found: &mut Vec<String>) {
    let (was, is) = (old.periods(), new.periods());
    let last = is.last().copied().unwrap_or_default();
    let lost: Vec<&str> = was.difference(&is).filter(|period| **period < last).copied().collect();
    if let [first, ..] = lost.as_slice() {
        let count = lost.len();
        found.push(format!("{}: {count} periods of before are gone, the first: {first}", new.name()));
    }
    let rows = old.rows.keys().filter(|key| !new.rows.contains_key(*key)).count();
    if rows * MAY_GO > old.rows.len() {
        let (rows, all) = (grouped(rows as u64), grouped(old.rows.len() as u64));
        found.push(format!("{}: {rows} of {all} rows are gone: half a file?", new.name()));
    }
}

/// A part of a year or of a month is not the whole: what has not ended yet has to be marked as provisional.
fn parts_of_periods(table: &EditionTable, today: Period, found: &mut Vec<String>) {
    let marked = table.provisional_from.as_deref();
    for text in table.periods() {
        let Some(period) = Period::parse(text) else {
            found.push(format!("{}: `{text}` is no period", table.name()));
            continue;
        };
        let is_whole = period.end_day() < today.start_day();
        if !is_whole && marked.is_none_or(|marked| text < marked) {
            found.push(format!("{}: {text} has not ended on {today}, and would pass as whole", table.name()));
        }
    }
}

/// Tables that added up to the same in a period go on doing so: those of one dataset, and of one reporter.
fn totals(old: &Edition, new: &Edition, found: &mut Vec<String>) {
    let keys: Vec<_> = new.keys().collect();
    for (index, first) in keys.iter().enumerate() {
        for second in keys.iter().skip(index + 1) {
            let of_both = (first.0.as_str(), second.0.as_str());
            let is_pair = SAME_EVENTS.contains(&of_both) || of_both.0 == of_both.1;
            let (Some(left), Some(right)) = (new.get(*first), new.get(*second)) else { continue };
            let (Some(left_old), Some(right_old)) = (old.get(*first), old.get(*second)) else { continue };
            if is_pair && left.figures == right.figures {
                differing((left_old, right_old), (left, right), found);
            }
        }
    }
}

fn differing(
    old: (&EditionTable, &EditionTable),
    new: (&EditionTable, &EditionTable),
    found: &mut Vec<String>,
) {
    for (figure, (name, _)) in new.0.figures.iter().enumerate() {
        let (left_old, right_old) = (old.0.sums(figure), old.1.sums(figure));
        let (left, right) = (new.0.sums(figure), new.1.sums(figure));
        // Of periods that are new nothing is known but how it was before.
        let shared: BTreeSet<&&str> =
            left_old.keys().filter(|period| right_old.contains_key(*period)).collect();
        let did = shared.iter().all(|period| left_old.get(**period) == right_old.get(**period));
        let of_both = left.iter().filter_map(|(period, sum)| Some((period, sum, right.get(period)?)));
        let wrong: Vec<_> = of_both.filter(|(_, left, right)| left != right).collect();
        let (true, false, Some((period, left, right))) = (did, shared.is_empty(), wrong.first()) else {
            continue;
        };
        found.push(format!(
            "{name} of {period} add up to {} in {} and to {} in {}, which were the same",
            grouped(**left),
            new.0.name(),
            grouped(**right),
            new.1.name()
        ));
    }
}
