//! What a new edition changes, in sentences that a person can check against the publisher's page.

use std::collections::BTreeSet;

use super::edition_table::{Edition, EditionTable};

/// How many figures and names are told one by one.
const TOLD: usize = 5;

/// Every change between two editions, a line each, by table; nothing where nothing changed.
pub fn told(old: &Edition, new: &Edition) -> Vec<String> {
    let mut lines = Vec::new();
    for (key, table) in new {
        let Some(before) = old.get(key) else {
            renamed(old, new, table, &mut lines);
            continue;
        };
        let start = lines.len();
        of_table(before, table, &mut lines);
        if lines.len() > start {
            lines.insert(start, format!("{}:", table.name()));
        }
    }
    for table in old.iter().filter(|(key, _)| !new.contains_key(*key)).map(|(_, table)| table) {
        lines.push(format!("{}: gone", table.name()));
    }
    lines
}

/// A table of which there was none: new, or one of the dataset's with other fields.
fn renamed(old: &Edition, new: &Edition, table: &EditionTable, lines: &mut Vec<String>) {
    let fields = |table: &EditionTable| -> Vec<(String, String)> {
        table.keys.iter().chain(&table.figures).cloned().collect()
    };
    let own = fields(table);
    let twin = old.iter().find(|(key, before)| {
        let same = |(left, right): (&(String, String), &(String, String))| left.1 == right.1;
        !new.contains_key(*key)
            && before.dataset == table.dataset
            && fields(before).len() == own.len()
            && fields(before).iter().zip(&own).all(same)
    });
    let Some((_, before)) = twin else {
        lines.push(format!("{}: new, {} rows", table.name(), table.rows.len()));
        return;
    };
    lines.push(format!("{}:", table.name()));
    for ((was, _), (is, _)) in fields(before).iter().zip(&own).filter(|(was, is)| was.0 != is.0) {
        lines.push(format!("  field renamed: {was} is {is}"));
    }
    of_table(before, table, lines);
}

fn of_table(old: &EditionTable, new: &EditionTable, lines: &mut Vec<String>) {
    for (source, date) in &new.as_of {
        match old.as_of.get(source) {
            Some(before) if before == date => {}
            Some(before) => lines.push(format!("  as of: {before} is {date} ({source})")),
            None => lines.push(format!("  source new: {source}, as of {date}")),
        }
    }
    names("periods added", new.periods().difference(&old.periods()), lines);
    names("periods gone", old.periods().difference(&new.periods()), lines);
    for (field, (name, _)) in new.keys.iter().enumerate().skip(1) {
        let (before, now) = (old.words(field), new.words(field));
        names(&format!("{name} new"), now.difference(&before), lines);
        names(&format!("{name} gone"), before.difference(&now), lines);
    }
    for found in new.breaks.difference(&old.breaks) {
        lines.push(format!("  break of method new: {found}"));
    }
    for found in old.breaks.difference(&new.breaks) {
        lines.push(format!("  break of method gone: {found}"));
    }
    rows(old, new, lines);
    for (figure, (name, _)) in new.figures.iter().enumerate() {
        revisions(old, new, figure, name, lines);
    }
}

/// Names, the first and last of many.
fn names<'a>(what: &str, found: impl Iterator<Item = &'a &'a str>, lines: &mut Vec<String>) {
    let found: Vec<&str> = found.copied().collect();
    match found.as_slice() {
        [] => {}
        [first, .., last] if found.len() > 2 * TOLD => {
            lines.push(format!("  {what}: {} ({first} to {last})", found.len()));
        }
        _ => lines.push(format!("  {what}: {}", found.join(", "))),
    }
}

/// Rows that came and went in periods that both have.
fn rows(old: &EditionTable, new: &EditionTable, lines: &mut Vec<String>) {
    let (before, now) = (old.periods(), new.periods());
    let both: BTreeSet<&str> = before.intersection(&now).copied().collect();
    let only = |one: &EditionTable, other: &EditionTable| -> Vec<String> {
        let shared = |key: &&Vec<String>| key.first().is_some_and(|period| both.contains(period.as_str()));
        let missing = |key: &&Vec<String>| !other.rows.contains_key(*key);
        one.rows.keys().filter(shared).filter(missing).map(|key| key.join(" ")).collect()
    };
    for (what, found) in [("rows added", only(new, old)), ("rows gone", only(old, new))] {
        if !found.is_empty() {
            let first: Vec<&str> = found.iter().take(TOLD).map(String::as_str).collect();
            let more = if found.len() > TOLD { " …" } else { "" };
            lines.push(format!("  {what} in periods of both: {} ({}{more})", found.len(), first.join("; ")));
        }
    }
}

/// Figures of the same key that are others, the largest changes one by one, and the sum of each period before and after.
fn revisions(old: &EditionTable, new: &EditionTable, figure: usize, name: &str, lines: &mut Vec<String>) {
    let mut found: Vec<(u64, String)> = Vec::new();
    let mut periods = BTreeSet::new();
    let (mut learnt, mut lost) = (0, 0);
    for (key, figures) in &new.rows {
        let Some(before) = old.rows.get(key).and_then(|figures| figures.get(figure)) else { continue };
        match (before, figures.get(figure).copied().flatten()) {
            (Some(before), Some(now)) if *before != now => {
                periods.extend(key.first());
                found.push((before.abs_diff(now), format!("{}: {}", key.join(" "), step(*before, now))));
            }
            (None, Some(_)) => learnt += 1,
            (Some(_), None) => lost += 1,
            _ => {}
        }
    }
    if learnt > 0 {
        lines.push(format!("  {name} known now that were not: {learnt}"));
    }
    if lost > 0 {
        lines.push(format!("  {name} not known any more: {lost}"));
    }
    if found.is_empty() {
        return;
    }
    lines.push(format!("  {name} revised: {}", found.len()));
    found.sort_by(|left, right| right.0.cmp(&left.0).then_with(|| left.1.cmp(&right.1)));
    lines.extend(found.iter().take(TOLD).map(|(_, text)| format!("    {text}")));
    let (before, now) = (old.sums(figure), new.sums(figure));
    let changed: Vec<String> = periods
        .iter()
        .filter_map(|period| Some((period, before.get(period.as_str())?, now.get(period.as_str())?)))
        .filter(|(_, before, now)| before != now)
        .map(|(period, before, now)| format!("    all of {period}: {}", step(*before, *now)))
        .collect();
    lines.extend(changed.iter().take(2 * TOLD).cloned());
    if changed.len() > 2 * TOLD {
        lines.push(format!("    and the sums of {} more periods", changed.len() - 2 * TOLD));
    }
}

/// `1,200 is 1,350 (+150, +12.5 %)`.
fn step(before: u64, now: u64) -> String {
    let sign = if now > before { "+" } else { "−" };
    let by = before.abs_diff(now);
    let share = match before {
        0 => String::new(),
        _ => format!(", {sign}{} %", share(by, before)),
    };
    format!("{} is {} ({sign}{}{share})", grouped(before), grouped(now), grouped(by))
}

/// A percentage with so many digits that it is not false: nothing but zero is 0 %, nothing but all is 100 %.
fn share(part: u64, whole: u64) -> String {
    let percent = part as f64 * 100.0 / whole as f64;
    let rounded = |digits: usize| format!("{percent:.digits$}");
    let is_true = |text: &String| {
        let rounded: f64 = text.parse().unwrap_or_default();
        rounded != 0.0 && (rounded != 100.0 || part == whole)
    };
    (1..10).map(rounded).find(is_true).unwrap_or_else(|| rounded(10))
}

/// A number with its thousands apart.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
