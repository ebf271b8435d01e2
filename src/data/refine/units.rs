//! Figures in thousands and millions by a column of units, made what they stand for.

use crate::data::partial_table::PartialTable;
use crate::data::quantity::units::{is_scale_name, is_unit_name, unit_in_name, unit_of};
use crate::data::quantity::words::kind_of_words;
use crate::data::word_list::WordList;
use crate::model::{Cells, Column, Listed, NumberColumn, Problem, QuantityKind, Role};

/// Multiplies the figures of rows whose unit says so: `THS_PER`, "Thousand persons", StatCan's "thousands".
pub(in crate::data) fn multiply(partial: &mut PartialTable) {
    // A format's reader may have done it by columns that it alone knows.
    if partial.around.warnings.iter().any(|warning| warning.problem.code == "unit-multiplied") {
        return;
    }
    let is_unit = |name: &str| is_unit_name(name) || is_scale_name(name);
    let factors = partial.table.columns.iter().find_map(|column| match &column.cells {
        Cells::Text(texts) if is_unit(&column.name) => {
            let of =
                |text: &String| unit_of(text).filter(|unit| !unit.is_other).map_or(1.0, |unit| unit.factor);
            let factors: Vec<f64> = texts.dictionary.iter().map(of).listed();
            let is_of_people = |text: &String| unit_of(text).is_some_and(|unit| unit.key == Some("people"));
            let is_people = texts.dictionary.iter().all(is_of_people);
            factors
                .iter()
                .any(|factor| *factor != 1.0)
                .then(|| (column.name.clone(), texts.codes.clone(), factors, is_people))
        }
        _ => None,
    });
    let Some((unit, codes, factors, is_people)) = factors else { return multiply_all(partial) };
    // The only figures of the table: beside others it is not known which ones the unit is of.
    let mut figures = partial.table.columns.iter().filter(|column| {
        let is_known = |figures: &NumberColumn| (0..figures.len()).any(|row| figures.get(row).is_known());
        let is_said = partial.said(&column.name).is_some_and(|role| role != Role::Measure);
        matches!(&column.cells, Cells::Number(figures) if is_known(figures))
            && !is_said
            && !is_beside(&column.name)
    });
    let (Some(column), None) = (figures.next(), figures.next()) else { return };
    let name = column.name.clone();
    let factor =
        |row: usize| codes.get(row).and_then(|code| factors.get(*code as usize)).copied().unwrap_or(1.0);
    let count = partial.multiply(&name, &|_, row| factor(row));
    if count > 0 {
        let unit_key = is_people.then_some("people");
        partial.say(&name, Role::Measure, QuantityKind::Unknown, unit_key);
        let fields = &mut partial.around.metadata.fields;
        for said in fields.iter_mut().filter(|said| said.name.eq_ignore_ascii_case(&name)) {
            said.unit = said.unit.take().or_else(|| unit_key.map(str::to_owned));
        }
        partial.warn(Problem::new("unit-multiplied").in_column(&unit), None, count);
    }
}

/// Multiplies all counts of a table above which a line says that they are in thousands: "Unit: thousands", "in Tausend".
fn multiply_all(partial: &mut PartialTable) {
    let said = partial.around.preamble.iter().find_map(|row| {
        let mut filled = row.iter().filter(|cell| !cell.is_empty());
        let (first, second) = (filled.next()?, filled.next());
        if filled.next().is_some() || second.is_some() && !is_unit_name(first.trim_end_matches([':', ' '])) {
            return None;
        }
        let text = second.unwrap_or(first);
        let unit =
            unit_of(text).filter(|unit| unit.factor != 1.0 && !unit.is_other && !unit.kind.is_count())?;
        Some((text.clone(), unit))
    });
    let Some((text, unit)) = said else { return };
    let is_count = |column: &&Column| {
        let kind = kind_of_words(&column.name);
        let is_said = partial.said(&column.name).is_some_and(|role| role != Role::Measure);
        matches!(column.cells, Cells::Number(_))
            && (kind.is_count() || kind == QuantityKind::Unknown)
            && !is_said
            && !is_beside(&column.name)
            && unit_in_name(&column.name).is_none()
    };
    let names: Vec<String> =
        partial.table.columns.iter().filter(is_count).map(|column| column.name.clone()).listed();
    let count = names.iter().map(|name| partial.multiply(name, &|_, _| unit.factor)).sum();
    if count > 0 {
        partial.warn(Problem::new("unit-above").with("text", text), None, count);
        let title = &mut partial.around.metadata.title;
        let length = without_scale(title).len();
        title.truncate(length);
    }
}

/// A title without the scale at its end that its figures no longer have: "Immigration, thousands", "Stock (in millions)".
fn without_scale(title: &str) -> &str {
    let scale = |text: &str| unit_of(text).is_some_and(|unit| unit.factor != 1.0 && !unit.is_other);
    let cut = match title.strip_suffix(')') {
        Some(open) => open.rsplit_once('(').filter(|(_, last)| scale(last)),
        None => title.rsplit_once(',').filter(|(_, last)| scale(last)),
    };
    cut.map_or(title, |(rest, _)| rest.trim_end())
}

/// Whether a column of numbers is by its name beside the figures: a code, a month, a flag.
fn is_beside(name: &str) -> bool {
    use crate::data::quantity::words::{is_one_of, words_of};
    const BESIDE: &WordList = &WordList::new(
        "id code codes decimals decimal month week quarter day scalar mult coordinate index m49 iso",
    );
    words_of(name).iter().any(|word| is_one_of(word, BESIDE))
}
