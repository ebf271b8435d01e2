//! Spain's INE: `DATOS_TABLA` and `DATOS_SERIE` of its JSON API, where the name of a series holds its groups.
//!
//! Source: ine.es/dyngs/DAB/index.htm?cid=1099.

use crate::data::json::cube::{Category, Cube, Dimension, Of};
use crate::data::json::nested::text_of;
use crate::data::json::unit::{Unit, unit_of};
use crate::data::json::value::Json;
use crate::data::partial_table::PartialTable;
use crate::data::places;
use crate::model::{Joined, Listed, Problem, QuantityKind, Reason, TextColumn, Value, lowered, parted};

use super::format::{Form, Format};
use super::publisher::Publisher;

/// The format's name.
const NAME: &str = "ine";

const PUBLISHER: Publisher = Publisher {
    title: "INEbase",
    name: "Instituto Nacional de Estadística (INE)",
    path: "https://www.ine.es/",
    terms: ["", "", ""],
};

/// The format's reader.
pub(in crate::data) const READER: Format = Format {
    name: NAME,
    form: Form::Json,
    recognises: |partial| partial.around.metadata.format == NAME,
    shape: |partial| {
        partial.published_by(&PUBLISHER, String::new(), String::new());
        Ok(())
    },
    ..Format::PLAIN
};

/// The table of an answer, if it is the INE's.
pub(in crate::data) fn read(json: &Json) -> Option<Result<PartialTable, Problem>> {
    let series = match json {
        Json::Record(_) => std::slice::from_ref(json),
        json => json.list(),
    };
    let is_series = |one: &Json| {
        let has_values =
            one.get("Data").list().iter().all(|point| point.get("Valor") != &Json::Null || is_empty(point));
        one.get("Nombre").text().is_some() && matches!(one.get("Data"), Json::List(_)) && has_values
    };
    (!series.is_empty() && series.iter().all(is_series)).then(|| table(series))
}

fn is_empty(point: &Json) -> bool {
    matches!(point, Json::Record(pairs) if pairs.iter().any(|(name, _)| name == "Valor"))
}

/// The parts of a series' name, and what each is called where the answer says so.
fn parts(series: &Json) -> (Vec<String>, Vec<String>) {
    let said = series.get("MetaData").list();
    if !said.is_empty() {
        let variable = |one: &Json| {
            let name = [one.get("T3_Variable"), one.get("Variable").get("Nombre")];
            name.into_iter().find_map(Json::text).unwrap_or("Grupo").to_owned()
        };
        let name = |one: &Json| text_of(one.get("Nombre"));
        return (said.iter().map(name).listed(), said.iter().map(variable).listed());
    }
    let name = series.get("Nombre").text().unwrap_or_default().trim().trim_end_matches('.');
    let parts = parted(name, ". ").into_iter().map(|part| part.trim().to_owned()).listed();
    (parts, Vec::new())
}

/// What parts without a name are called, by what they are.
fn called(texts: &[String]) -> &'static str {
    let share = |is: &dyn Fn(&str) -> bool| texts.iter().filter(|text| is(text)).count() * 2 > texts.len();
    let has = |text: &str, words: &[&str]| {
        let lower = lowered(text);
        words.iter().any(|word| crate::data::cells::period::holds(&lower, word))
    };
    if share(&|text| has(text, &["hombre", "mujer", "sexo", "males", "females"])) {
        "Sexo"
    } else if share(&|text| has(text, &["años", "edad", "years"])) {
        "Edad"
    } else if share(&|text| places::of_name(text).is_some()) {
        "País"
    } else {
        "Grupo"
    }
}

/// Whether parts tell what is counted: values of two of them have no sum.
fn are_figures(texts: &[String]) -> bool {
    const WORDS: [&str; 9] = [
        "Dato base",
        "Tasa",
        "Variación",
        "Porcentaje",
        "Valor absoluto",
        "Índice",
        "Media",
        "Saldo",
        "Edad media",
    ];
    texts.iter().any(|text| WORDS.iter().any(|word| text.starts_with(word)))
}

fn table(series: &[Json]) -> Result<PartialTable, Problem> {
    let names = series.iter().map(parts).listed();
    let width = names.first().map_or(0, |(parts, _)| parts.len());
    let is_even = names.iter().all(|(parts, _)| parts.len() == width);
    let width = if is_even { width } else { 1 };
    let mut columns: Vec<TextColumn> = vec![TextColumn::default(); width];
    for (one, (parts, _)) in series.iter().zip(&names) {
        for (index, column) in columns.iter_mut().enumerate() {
            match is_even {
                true => {
                    column.push(parts.get(index).map_or("-", |part| if part.is_empty() { "-" } else { part }))
                }
                false => column.push(one.get("Nombre").text().unwrap_or("-").trim()),
            }
        }
    }
    let mut cube = Cube::default();
    let mut title: Vec<&str> = Vec::new();
    // What all series share is what the table is of.
    let kept = (0..width)
        .filter(|index| columns.get(*index).is_some_and(|column| column.dictionary.len() > 1))
        .listed();
    for column in &columns {
        if let [only] = column.dictionary.as_slice() {
            title.push(only);
        }
    }
    for index in &kept {
        let Some(column) = columns.get(*index) else { continue };
        let variable = names.first().and_then(|(_, variables)| variables.get(*index));
        let label = variable.map_or_else(|| called(&column.dictionary).to_owned(), String::clone);
        let of = match () {
            () if are_figures(&column.dictionary) => Of::Figures,
            () if label == "País" || label == "Nacionalidad" || label == "País de nacimiento" => Of::Places,
            () => Of::Groups,
        };
        let category = |text: &String| {
            let unit = if of == Of::Figures {
                Unit { kind: unit_of(text).kind, ..Unit::default() }
            } else {
                Unit::default()
            };
            Category { code: text.clone(), label: text.clone(), unit }
        };
        let categories = column.dictionary.iter().map(category).listed();
        cube.dimensions.push(Dimension { id: label.clone(), label, of, categories, ..Dimension::default() });
    }
    let mut periods = TextColumn::default();
    let mut points = Vec::new();
    for (at, one) in series.iter().enumerate() {
        for point in one.get("Data").list() {
            periods.push(&period(point));
            let period = periods.codes.last().copied().unwrap_or_default();
            points.push((at, period as usize, point));
        }
    }
    let category =
        |text: &String| Category { code: text.clone(), label: text.clone(), unit: Unit::default() };
    let categories = periods.dictionary.iter().map(category).listed();
    let label = String::from("Periodo");
    cube.dimensions.push(Dimension {
        id: label.clone(),
        label,
        of: Of::Time,
        categories,
        ..Dimension::default()
    });
    let unit = series.first().map(|one| {
        let words = [text_of(one.get("T3_Escala")), text_of(one.get("T3_Unidad"))];
        unit_of(&words.joined(" "))
    });
    let all_same = |name: &str| {
        series.iter().all(|one| one.get(name) == series.first().map_or(&Json::Null, |first| first.get(name)))
    };
    if all_same("T3_Unidad") && all_same("T3_Escala") {
        cube.unit = unit.unwrap_or_default();
    }
    cube.begin();
    for (at, period, point) in points {
        let of_column = |index: &usize| {
            columns.get(*index).and_then(|column| column.codes.get(at)).map_or(0, |code| *code as usize)
        };
        let mut place = kept.iter().map(of_column).listed();
        place.push(period);
        let is_secret = point.get("Secreto") == &Json::Truth(true);
        let value = match point.get("Valor").number().filter(|_| !is_secret) {
            Some(figure) => Value::finite(figure),
            None => Value::Missing(Reason::NotCollected),
        };
        let kind = text_of(point.get("T3_TipoDato"));
        let mark = if is_secret {
            "Secreto"
        } else if kind == "Definitivo" {
            ""
        } else {
            &kind
        };
        cube.take(&place, value, 0, mark)?;
    }
    let kind = cube.unit.kind;
    let mut partial = cube.end(NAME)?;
    partial.around.metadata.title = title.joined(". ");
    let _ = kind == QuantityKind::Unknown;
    Ok(partial)
}

/// A point's period: its year and the number of its part, else its date, which is midnight in Madrid.
fn period(point: &Json) -> String {
    let year = point.get("Anyo").number().map(|year| year as i32);
    let of_year = |year: i32| {
        if let Some(part) = point.get("T3_Periodo").text() {
            return match part.split_at_checked(1) {
                Some(("M", month)) => [&year.to_string(), "-", month].concat(),
                Some(("T", quarter)) => [&year.to_string(), "-Q", quarter].concat(),
                Some(("A", _)) => year.to_string(),
                _ => [&year.to_string(), " ", part].concat(),
            };
        }
        match point.get("FK_Periodo").number().map(|part| part as i32) {
            Some(month @ 1..=12) => format!("{year}-{month:02}"),
            Some(quarter @ 19..=22) => format!("{year}-Q{}", quarter - 18),
            _ => year.to_string(),
        }
    };
    if let Some(year) = year {
        return of_year(year);
    }
    match point.get("Fecha") {
        Json::Number(moment) => {
            // Two hours at most lie between Madrid and Greenwich.
            let day = ((moment + 7_200_000.0) / 86_400_000.0).floor() as i32;
            crate::model::Period { grain: crate::model::Grain::Day, ordinal: day }.to_string()
        }
        other => other.text().and_then(|text| text.get(..10)).unwrap_or_default().to_owned(),
    }
}
