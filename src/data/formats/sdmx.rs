//! SDMX-CSV 1.0 and 2.0, as the OECD, Eurostat, the ILO and UNICEF publish (sdmx.org): with codes, labels or both.

use crate::model::{Cells, Column, LeftOut, Listed, PeriodColumn, Problem, QuantityKind, Role, Value};

use super::format::{Form, Format};
use super::labels::{id_of, is_label_of, split_cells};
use crate::data::partial_table::{PartialTable, factor_of_power};
use crate::data::quantity::units::unit_of;

/// The format's reader.
pub(in crate::data) const READER: Format =
    Format { name: "sdmx-csv", form: Form::Cells, recognises, shape, ..Format::PLAIN };

/// What stands around the observations: neither their dimensions nor their figures.
const FRAME: &[&str] = &[
    "STRUCTURE",
    "STRUCTURE_ID",
    "STRUCTURE_NAME",
    "ACTION",
    "DATAFLOW",
    "UNIT_MULT",
    "DECIMALS",
    "OBS_STATUS",
    "OBS_FLAG",
    "CONF_STATUS",
    "LAST UPDATE",
    "FREQ",
    "BASE_PER",
    "OBS_CONF",
    "OBS_FOOTNOTE",
    "OBS_COMMENT",
    "COMMENT_OBS",
    "COMMENT_TS",
    "DATA_SOURCE",
    "SOURCE_LINK",
    "REF_PERIOD",
    "PREF_PERIOD",
    "TIME_FORMAT",
    "LOWER_BOUND",
    "UPPER_BOUND",
    "WGTD_SAMPL_SIZE",
    "SERIES_FOOTNOTE",
    "COVERAGE_TIME",
    "COLLECTION",
    "TIME_PERIOD_METHOD",
    "CUSTODIAN",
    "OBS_STATUS_NAME",
    "UNIT_MULTIPLIER",
    "SCALE",
    "POWERCODE CODE",
    "POWERCODE",
    "REFERENCE PERIOD CODE",
    "REFERENCE PERIOD",
    "FLAG CODES",
    "FLAGS",
    "FREQUENCY",
    "SOURCE",
    "SOURCE.LABEL",
    "NOTE_CLASSIF",
    "NOTE_INDICATOR",
    "NOTE_SOURCE",
    "DATASET",
    "SERIES_CODE",
    "OBS_STATUS.LABEL",
    "NOTE",
    "NOTES",
    "COMMENT",
    "COMMENTS",
    "FOOTNOTE",
    "FOOTNOTES",
];
/// The columns of a power of ten.
const MULTIPLIERS: [&str; 4] = ["UNIT_MULT", "UNIT_MULTIPLIER", "SCALE", "POWERCODE CODE"];
/// The dimensions that are places.
const PLACES: [&str; 15] = [
    "GEO",
    "COUNTERPART_AREA",
    "C_BIRTH",
    "C_RESID",
    "C_PREV",
    "C_DEST",
    "PARTNER",
    "COB",
    "CO2",
    "COU",
    "NAT",
    "LOCATION",
    "COUNTRY",
    "COUNTERPART_COUNTRY",
    "ORIGIN",
];

fn recognises(partial: &PartialTable) -> bool {
    observations(partial).is_some()
}

/// The columns of the figures and of their periods: of SDMX-CSV, of the ILO's own CSV, of the OECD's before 2024.
fn observations(partial: &PartialTable) -> Option<(String, String)> {
    let of_oecd = || named(partial, "FLAG CODES").and_then(|_| named(partial, "VALUE"));
    let value = named(partial, "OBS_VALUE").or_else(of_oecd)?;
    let time = ["TIME_PERIOD", "TIME", "YEA"].into_iter().find_map(|id| named(partial, id))?;
    Some((value, time))
}

/// The column of an identifier, whose header may have its label behind it: `OBS_VALUE: Observation value`.
fn named(partial: &PartialTable, id: &str) -> Option<String> {
    partial.around.names.iter().find(|name| id_of(name).eq_ignore_ascii_case(id)).cloned()
}

/// Whether a dimension is one of places, by whole words: `C_CITIZEN` and `ref_area.label` are, `NONCITIZEN` is none.
fn is_place(id: &str) -> bool {
    let words = id.split(['_', '.', ' ', '-']).listed();
    let is_area = words.windows(2).any(|pair| matches!(pair, ["REF", "AREA"]));
    is_area || words.iter().any(|word| matches!(*word, "CITIZEN" | "CITIZENSHIP")) || PLACES.contains(&id)
}

/// Says what the columns stand for; of codes beside labels the words are shown, of countries the code.
pub(in crate::data) fn shape(partial: &mut PartialTable) -> Result<(), Problem> {
    let Some((value, time)) = observations(partial) else { return Ok(()) };
    multiply(partial, &value);
    let names = partial.table.names().map(str::to_owned).listed();
    let mut before: Option<(String, bool)> = None;
    for (index, name) in names.iter().enumerate() {
        let id = id_of(name).to_ascii_uppercase();
        if id.len() < name.len() {
            partial.around.metadata.aliases.push((id.clone(), name.clone()));
        }
        if let Some((code, is_place)) = &before
            && is_label_of(partial, code, index)
        {
            // The words beside a code: of a country the code has a name in every language.
            let role = if *is_place { Role::Other } else { Role::Category };
            let is_frame = partial.said(code) == Some(Role::Other);
            partial.say(name, if is_frame { Role::Other } else { role }, QuantityKind::Unknown, None);
            if !is_frame && !*is_place {
                partial.around.metadata.fields.retain(|field| field.name != *code);
                partial.say(code, Role::Other, QuantityKind::Unknown, None);
            }
            before = None;
            continue;
        }
        let is_place = is_place(&id);
        split_cells(partial, index, is_place);
        if FRAME.contains(&id.as_str())
            || (*name != value && *name != time && partial.figures(name).is_some())
        {
            partial.say(name, Role::Other, QuantityKind::Unknown, None);
        } else if is_place {
            partial.say(name, Role::Country, QuantityKind::Unknown, None);
        } else if *name != value && *name != time {
            // Eurostat's unit of persons is Peru's code, and an age is no country either.
            let role = if partial.texts(name).is_some() { Role::Category } else { Role::Other };
            partial.say(name, role, QuantityKind::Unknown, None);
        }
        before = (*name != value && *name != time).then(|| (name.clone(), is_place));
    }
    one_of(partial, &names);
    partial.say(&value, Role::Measure, QuantityKind::Unknown, None);
    provisional(partial, &value, &time);
    partial.around.metadata.view.x = Some(time);
    partial.around.metadata.view.y = Some(value);
    Ok(())
}

/// Of several indicators by names that only these files have, the first is shown, of several units one that counts:
/// they have no sum.
fn one_of(partial: &mut PartialTable, names: &[String]) {
    if let Some(name) = names.iter().find(|name| matches!(id_of(name), "UNIT_MEASURE" | "UNIT" | "unit")) {
        let units = partial.texts(name).map(|texts| texts.dictionary.clone()).unwrap_or_default();
        let counts = |unit: &&String| unit_of(unit).is_some_and(|unit| unit.key == Some("people"));
        if let Some(chosen) = units.iter().find(counts).or(units.first()) {
            leave_others(partial, name, chosen, &units);
        }
    }
    let is_indicator = |name: &&String| {
        let id = id_of(name).to_ascii_uppercase();
        matches!(id.as_str(), "INDIC" | "SUBJECT" | "CONCEPT" | "VAR") || id.starts_with("INDIC_")
    };
    let Some(name) = names.iter().find(is_indicator) else { return };
    let indicators = partial.texts(name).map(|texts| texts.dictionary.clone()).unwrap_or_default();
    if let Some(chosen) = indicators.first() {
        leave_others(partial, name, chosen, &indicators);
    }
}

fn leave_others(partial: &mut PartialTable, name: &str, chosen: &str, all: &[String]) {
    if all.len() < 2 {
        return;
    }
    let problem =
        Problem::new("several-indicators").with("column", name).with("text", chosen).in_column(name);
    partial.warn(problem, None, all.len());
    partial.around.metadata.fields.retain(|field| field.name != name);
    partial.say(name, Role::Category, QuantityKind::Unknown, None);
    partial.around.metadata.left_out.push(LeftOut {
        field: name.to_owned(),
        unless_filtered: Vec::new(),
        values: all.iter().filter(|other| *other != chosen).cloned().listed(),
        when_split: Vec::new(),
    });
}

/// Takes note of the periods of which most figures are provisional, and says how many bear which other flags.
fn provisional(partial: &mut PartialTable, value: &str, time: &str) {
    let flags = ["OBS_FLAG", "OBS_STATUS"].into_iter().find_map(|id| named(partial, id));
    let Some(flags) = flags.and_then(|name| partial.texts(&name).cloned()) else { return };
    let is_provisional: Vec<bool> = flags.dictionary.iter().map(|flag| bears(flag, 'p')).listed();
    let (Some(figures), Some(periods)) = (partial.figures(value), partial.periods(time)) else { return };
    // For each ordinal how many figures there are, and how many of them are provisional.
    let mut counts: Vec<(i32, usize, usize)> = Vec::new();
    let mut withheld = 0;
    for row in 0..partial.table.rows {
        let code = flags.codes.get(row).map_or(usize::MAX, |code| *code as usize);
        let marked = is_provisional.get(code) == Some(&true);
        let Value::Known(_) = figures.get(row) else {
            withheld += usize::from(flags.dictionary.get(code).is_some_and(|flag| bears(flag, 'c')));
            continue;
        };
        let ordinal = periods.ordinals.get(row).copied();
        let Some(ordinal) = ordinal.filter(|ordinal| *ordinal != PeriodColumn::MISSING) else { continue };
        let at = counts.partition_point(|(known, _, _)| *known < ordinal);
        match counts.get_mut(at).filter(|(known, _, _)| *known == ordinal) {
            Some((_, all, of_them)) => {
                *all += 1;
                *of_them += usize::from(marked);
            }
            None => counts.insert(at, (ordinal, 1, usize::from(marked))),
        }
    }
    let mostly = counts.iter().filter(|(_, all, of_them)| of_them * 2 > *all).map(|(ordinal, _, _)| *ordinal);
    let mostly: Vec<i32> = mostly.listed();
    let column = partial.table.columns.iter_mut().find(|column| column.name == time);
    if let Some(Column { cells: Cells::Period(periods), .. }) = column
        && periods.provisional.is_empty()
    {
        periods.provisional = mostly;
    }
    if withheld > 0 {
        partial.warn(Problem::new("withheld-flags").in_column(value).with("column", value), None, withheld);
    }
    let marked = |code: &&u32| flags.dictionary.get(**code as usize).is_some_and(|flag| bears(flag, 'b'));
    let breaks = flags.codes.iter().filter(marked).count();
    if breaks > 0 {
        partial.warn(Problem::new("break-flags").in_column(value).with("column", value), None, breaks);
    }
}

/// Whether a flag is, or has among its letters, this one: `P`, `bp`, `P: Provisional value`.
fn bears(flag: &str, letter: char) -> bool {
    let id = id_of(flag);
    id.len() <= 3 && id.chars().any(|known| known.eq_ignore_ascii_case(&letter))
        || letter == 'p' && flag.eq_ignore_ascii_case("provisional value")
        || letter == 'b' && flag.eq_ignore_ascii_case("time series break")
}

/// Multiplies each figure by the power of ten that `UNIT_MULT` says: a number, `3: Thousands`, `Thousands`.
fn multiply(partial: &mut PartialTable, value: &str) {
    let Some(name) = MULTIPLIERS.into_iter().find_map(|id| named(partial, id)) else { return };
    let power_of = |text: &String| match id_of(text).trim() {
        "Thousands" => 3,
        "Millions" => 6,
        "Billions" => 9,
        digits => digits.parse::<i32>().unwrap_or_default(),
    };
    let powers: Vec<i32> =
        partial.texts(&name).map(|texts| texts.dictionary.iter().map(power_of).listed()).unwrap_or_default();
    let power = |partial: &PartialTable, row: usize| match partial.figures(&name) {
        Some(powers) => powers.get(row).known(),
        None => {
            let code = *partial.texts(&name)?.codes.get(row)?;
            powers.get(code as usize).map(|power| f64::from(*power))
        }
    };
    let count = partial.multiply(value, &|partial, row| factor_of_power(power(partial, row)));
    if count > 0 {
        partial.warn(Problem::new("unit-multiplied").in_column(&name), None, count);
    }
}
