//! Files of the field: each embedded as it is and with fields named, and what its chart has to show, worked out by hand in
//! the file beside it (`<file>.json`).
//!
//! A description has `shows` (what the file is an example of) and `cases`, each with `ask` (attributes) and any of: `total`
//! (the sum of all values shown), `at` (sums by place of the axis), `series_totals` (sums by key of the series), `x`, `y`,
//! `series` (fields; `null` for none), `kind` and `unit` (of the figures shown), `grain`, `places` (how many across),
//! `format`, `rows` (of the table), `fields` (role, kind and unit of columns), `left_out` (lines of the file that are left
//! out as totals), `left_out_columns`, `says` (codes of what is told, at least), `silent` (nothing but small counts is told), `refused` (the
//! code of the refusal), `title`, `marks` (how many values are known), `why` (codes by what they are about: `y refugees`,
//! `role id`), `as_read` (the table as scripts have it: its header, and its rows), `codes` (the distinct texts of columns, in order of the rows), `told` (how many rows what is told speaks of, by
//! code), `publisher` (of the source line; `null` for none).

use migration_widget::data::{ReadOptions, Reading, describe, read};
use migration_widget::locale::place_names;
use migration_widget::model::{Cells, Column, Dataset, Grain, Problem, Role};
use migration_widget::query::{Axis, Grid};
use migration_widget::view::State;
use serde_json::Value as Json;

use crate::figure::Source;

const CORPUS: &str = "tests/fixtures/field";

/// What a case may say.
const WORDS: [&str; 26] = [
    "ask",
    "as_read",
    "codes",
    "told",
    "total",
    "at",
    "series_totals",
    "x",
    "y",
    "series",
    "kind",
    "unit",
    "grain",
    "places",
    "format",
    "rows",
    "fields",
    "left_out",
    "left_out_columns",
    "says",
    "silent",
    "refused",
    "title",
    "marks",
    "why",
    "publisher",
];

#[test]
fn every_file_of_the_field_is_read_as_its_description_says() {
    let (mut wrong, mut files) = (Vec::new(), 0);
    for topic in sorted(CORPUS) {
        for path in sorted(&topic).into_iter().filter(|path| path.ends_with(".json")) {
            let file = path.strip_suffix(".json").unwrap_or(&path);
            if !std::path::Path::new(file).exists() {
                // A file of JSON itself.
                continue;
            }
            files += 1;
            wrong.extend(faults(file, &path));
        }
    }
    assert!(files > 0, "no files in {CORPUS}");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_file_of_the_field_is_without_its_description() {
    for topic in sorted(CORPUS) {
        for path in sorted(&topic) {
            let described = std::path::Path::new(&format!("{path}.json")).exists();
            let describes =
                path.strip_suffix(".json").is_some_and(|file| std::path::Path::new(file).exists());
            assert!(described || describes, "{path} says nowhere what it has to show");
        }
    }
}

fn sorted(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|_| panic!("{folder}"));
    let mut paths: Vec<String> =
        entries.map(|entry| entry.unwrap().path().to_str().unwrap().replace('\\', "/")).collect();
    paths.sort();
    paths
}

/// What of a file is not as its description says.
fn faults(file: &str, description: &str) -> Vec<String> {
    let text = std::fs::read_to_string(description).unwrap();
    let json: Json = serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{description}: {fault}"));
    assert!(json["shows"].is_string(), "{description} does not say what it shows");
    let bytes = std::fs::read(file).unwrap();
    let cases = json["cases"].as_array().unwrap_or_else(|| panic!("{description} has no cases"));
    assert!(!cases.is_empty(), "{description} has no cases");
    let mut wrong = Vec::new();
    for case in cases {
        let words = case.as_object().unwrap();
        for word in words.keys() {
            assert!(WORDS.contains(&word.as_str()), "{description}: what is {word}?");
        }
        assert!(words.len() > 1, "{description}: a case expects nothing");
        let mut note = |what: &str, shown: String| {
            wrong.push(format!("{file} {}: {what} is {shown}, not {}", case["ask"], case[what]));
        };
        match answer(&bytes, file, case) {
            Err(problem) if case["refused"] == problem.code => {}
            Err(problem) => note("refused", format!("{} {:?}", problem.code, problem.arguments)),
            Ok((reading, dataset, grid)) if case["refused"].is_null() => {
                check(case, &reading, &dataset, &grid, &mut note);
            }
            Ok(_) => note("refused", String::from("nothing")),
        }
    }
    wrong
}

fn answer(bytes: &[u8], file: &str, case: &Json) -> Result<(Reading, Dataset, Grid), Problem> {
    let attribute = |name: &str| case["ask"][name].as_str().map(str::to_owned);
    let format = attribute("format").unwrap_or_default();
    let fragment = case["ask"]["fragment"].as_str().map(|name| format!("#{name}")).unwrap_or_default();
    let name = [file, &fragment].concat();
    let asked = ReadOptions { name, format, place_names: Some(place_names), ..ReadOptions::default() };
    let reading = read(bytes, &asked)?;
    let asked: Vec<(&str, &str)> = case["ask"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
        .collect();
    let grid = Source::of(&reading).answer("en", &asked, &State::default())?.grid;
    let dataset = describe(&reading);
    Ok((reading, dataset, grid))
}

fn check(case: &Json, reading: &Reading, dataset: &Dataset, grid: &Grid, note: &mut dyn FnMut(&str, String)) {
    let mut same = |what: &str, shown: Json| {
        if case.get(what).is_some_and(|wanted| !alike(wanted, &shown)) {
            note(what, shown.to_string());
        }
    };
    let places = grid.axis.len();
    let sum_of = |indices: &mut dyn Iterator<Item = usize>| -> f64 {
        indices.filter_map(|index| grid.values[index].known()).sum()
    };
    same("total", sum_of(&mut (0..grid.values.len())).into());
    same("marks", grid.values.iter().filter(|value| value.known().is_some()).count().into());
    same("places", places.into());
    let name = |place: usize| match &grid.axis {
        Axis::Periods(periods) => periods[place].to_string(),
        Axis::Entities(keys) => keys[place].clone(),
    };
    let at = (0..places).map(|place| {
        (name(place), Json::from(sum_of(&mut (0..grid.series.len()).map(|series| series * places + place))))
    });
    same("at", picked(&case["at"], at.collect()));
    let by_series = grid.series.iter().enumerate().map(|(series, known)| {
        (known.key.clone(), Json::from(sum_of(&mut (series * places..(series + 1) * places))))
    });
    same("series_totals", picked(&case["series_totals"], by_series.collect()));
    same("x", grid.x_field.clone().into());
    same("y", grid.y_field.clone().into());
    same("series", grid.series_field.clone().into());
    same("kind", grid.kind().name().into());
    same("unit", grid.unit.clone().into());
    let grain = match &grid.axis {
        Axis::Periods(periods) => periods.first().map(|period| match period.grain {
            Grain::Day => "day",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Half => "half",
            Grain::Year => "year",
        }),
        Axis::Entities(_) => None,
    };
    same("grain", grain.into());
    same("format", reading.metadata.format.into());
    same("title", dataset.title.clone().into());
    same("rows", reading.table.rows.into());
    let mut lines: Vec<usize> = Vec::new();
    for total in &dataset.totals {
        lines.extend(total.rows.iter().map(|row| reading.line_of(*row as usize)));
    }
    lines.sort_unstable();
    lines.dedup();
    same("left_out", lines.into());
    let columns: Vec<String> = dataset.total_columns.iter().map(|column| column.name.clone()).collect();
    same("left_out_columns", columns.into());
    let publisher = dataset.sources.first().map(|source| source.publisher.clone());
    same("publisher", publisher.into());
    let why = dataset.choices.iter().map(|choice| {
        let about = [choice.about, " ", choice.field.as_str()].concat();
        (about.trim().to_owned(), Json::from(choice.why))
    });
    same("why", picked(&case["why"], why.collect()));
    let told: Vec<&str> = reading.warnings.iter().map(|warning| warning.problem.code).collect();
    let counts =
        reading.warnings.iter().map(|warning| (warning.problem.code.to_owned(), warning.count.into()));
    same("told", picked(&case["told"], counts.collect()));
    if !case["as_read"].is_null() {
        let shown = as_read(reading);
        let wanted = case["as_read"].as_array().unwrap();
        let differing = (0..wanted.len().max(shown.len())).find(|row| wanted.get(*row) != shown.get(*row));
        if let Some(row) = differing {
            note("as_read", format!("in row {row} {}", shown.get(row).unwrap_or(&Json::Null)));
        }
    }
    for (name, wanted) in case["codes"].as_object().into_iter().flatten() {
        let shown = match reading.table.column(name).map(|column| &column.cells) {
            Some(Cells::Text(texts)) => Json::from(texts.dictionary.clone()),
            _ => Json::Null,
        };
        if *wanted != shown {
            note("codes", format!("of {name}: {shown}"));
        }
    }
    for code in case["says"].as_array().into_iter().flatten() {
        if !told.contains(&code.as_str().unwrap()) {
            note("says", format!("{told:?}"));
        }
    }
    // Invented figures are small.
    let is_silent = told.iter().all(|code| *code == "small-counts");
    if case["silent"] == true && !is_silent {
        note("silent", format!("{told:?}"));
    }
    for (name, wanted) in case["fields"].as_object().into_iter().flatten() {
        let Some(field) = dataset.field(name) else {
            note("fields", format!("without {name}"));
            continue;
        };
        let role = match field.role {
            Role::Period => "period",
            Role::Country => "country",
            Role::Category => "category",
            Role::Measure => "measure",
            Role::Other => "other",
        };
        let shown = [
            ("role", Json::from(role)),
            ("kind", field.measure.name().into()),
            ("unit", field.unit.clone().into()),
        ];
        for (word, shown) in shown {
            if wanted.get(word).is_some_and(|wanted| *wanted != shown) {
                note("fields", format!("{word} of {name}: {shown}"));
            }
        }
    }
}

/// The table as scripts have it: what the header says, and the rows.
fn as_read(reading: &Reading) -> Vec<Json> {
    let columns = reading.columns_as_read();
    let mut table = vec![columns.iter().map(|column| reading.heading(&column.name)).collect()];
    for row in 0..reading.rows_as_read() {
        let cell = |column: &&Column| {
            if let Some(text) = reading.as_written(&column.name).iter().find_map(|written| written.get(row)) {
                return Json::from(text);
            }
            match &column.cells {
                Cells::Text(texts) => texts.get(row).into(),
                Cells::Number(figures) => figures.get(row).known().into(),
                Cells::Period(periods) => periods.get(row).map(|period| period.to_string()).into(),
            }
        };
        table.push(columns.iter().map(cell).collect());
    }
    table
}

/// Of what is shown the entries that are asked for.
fn picked(wanted: &Json, shown: Vec<(String, Json)>) -> Json {
    let is_wanted = |name: &String| wanted.get(name).is_some();
    Json::Object(shown.into_iter().filter(|(name, _)| is_wanted(name)).collect())
}

/// Whether two values are the same; figures but for the last bits of a sum.
fn alike(wanted: &Json, shown: &Json) -> bool {
    match (wanted, shown) {
        (Json::Number(wanted), Json::Number(shown)) => {
            let (wanted, shown) = (wanted.as_f64().unwrap(), shown.as_f64().unwrap());
            (wanted - shown).abs() <= 1e-9 * wanted.abs().max(1.0)
        }
        (Json::Object(wanted), Json::Object(shown)) => {
            wanted.len() == shown.len()
                && wanted.iter().all(|(name, value)| shown.get(name).is_some_and(|shown| alike(value, shown)))
        }
        (wanted, shown) => wanted == shown,
    }
}
