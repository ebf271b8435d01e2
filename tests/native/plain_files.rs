//! Plain files of authors: what the code of the first drawing reads of them is what the readers of authors' files read.

use std::path::{Path, PathBuf};

use migration_widget::data::{PlainTable, ReadOptions, describe, read, read_plain};
use migration_widget::model::{Dataset, Role, country};

use crate::dice::Dice;
use crate::messages::locale;

/// The code of a country by its name in a language, as a browser finds it.
fn code_in(language: &str) -> impl Fn(&str) -> Option<&'static str> {
    let locale = locale(language, &[]);
    let names: Vec<(String, &str)> =
        country::codes().map(|code| (locale.value_name("country", Role::Country, code), code)).collect();
    move |name| names.iter().find(|(known, _)| known == name).map(|(_, code)| *code)
}

/// What is read at first, held against what is read in the end; whether anything was.
fn agrees(bytes: &[u8], of: &str, language: &str) -> bool {
    let Some(PlainTable { table, dataset }) = read_plain(bytes, &code_in(language)) else { return false };
    let text = String::from_utf8_lossy(bytes);
    let name = ReadOptions { name: "https://x.org/a.csv".into(), ..ReadOptions::default() };
    let reading = read(bytes, &name).unwrap_or_else(|problem| panic!("{of}: {problem:?}\n{text}"));
    let whole = describe(&reading);
    assert_eq!(table, reading.table, "{of}\n{text}");
    let comparable = |dataset: &Dataset| Dataset { is_plain: true, choices: Vec::new(), ..dataset.clone() };
    assert_eq!(comparable(&dataset), comparable(&whole), "{of}\n{text}");
    true
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

#[test]
fn every_file_of_the_fixtures_is_read_the_same_or_left_to_the_full_readers() {
    let mut files = Vec::new();
    files_below(Path::new("tests/fixtures"), &mut files);
    files_below(Path::new("www/data"), &mut files);
    let read =
        files.iter().filter(|path| agrees(&std::fs::read(path).unwrap(), &path.display().to_string(), "en"));
    let count = read.count();
    assert!(count > 0);
}

#[test]
fn what_many_authors_have_is_read_at_once() {
    for (language, text) in [
        (
            "en",
            "month,nationality,crossings\n2020-01,VEN,900\n2020-01,COL,120\n2020-02,VEN,\n2020-02,COL,133\n",
        ),
        ("en", "year,refugees\n2019,1200\n2020,1900\n2021,0\n"),
        (
            "es",
            "año;país;refugees\r\n2019;México;1200\r\n2019;Haití;34\r\n2020;México;1300\r\n2020;Haití;55\r\n",
        ),
        (
            "en",
            "\u{feff}\"Year\",\"Sex\",\"Population\"\n2019,\"Women\",1200\n2019,\"Men\",1100\n2020,\"Women\",1300\n2020,\"Men\",1000\n",
        ),
        ("en", "date\tencounters\n2019-01\t1200\n2019-02\t1300"),
    ] {
        assert!(agrees(text.as_bytes(), "", language), "{text}");
    }
}

const TIMES: [&str; 8] = ["year", "month", "Date", "año", "mes", "period", "Year", "mwa"];
const GROUPS: [&str; 9] =
    ["country", "nationality", "Sex", "origin", "país", "genero", "coo_iso", "route", "Nationalité"];
const FIGURES: [&str; 17] = [
    "crossings",
    "refugees",
    "value",
    "people",
    "Arrivals",
    "deaths",
    "total",
    "migrantes",
    "applications",
    "idps",
    "rate",
    "percent",
    "encuentros",
    "n",
    "population",
    "oip",
    "cases",
];
const PLACES: [&str; 12] = [
    "VEN",
    "COL",
    "Haiti",
    "Mexico",
    "Venezuela",
    "World",
    "Total",
    "USA",
    "Türkiye",
    "Georgia",
    "Other",
    "EU27_2020",
];
const TRAITS: [&str; 6] = ["Women", "Men", "Total", "male", "F", "Both sexes"];

/// A table at random, as authors make them: most of it plain, some of it not.
fn at_random(dice: &mut Dice) -> Vec<u8> {
    let delimiter = *dice.pick(&[",", ",", ";", "\t"]);
    let quote = if dice.between(0, 4) == 0 { "\"" } else { "" };
    let (time, group, figure) = (*dice.pick(&TIMES), *dice.pick(&GROUPS), *dice.pick(&FIGURES));
    let is_monthly = dice.between(0, 1) == 0;
    let (has_groups, groups) = (dice.between(0, 3) > 0, dice.between(2, 9) as usize);
    let is_of_traits = matches!(group, "Sex" | "genero" | "route");
    let mut names: Vec<&str> = if is_of_traits { TRAITS.to_vec() } else { PLACES.to_vec() };
    if dice.between(0, 2) > 0 {
        names.retain(|name| is_of_traits || name.len() == 3);
        names.extend(["BRA", "PER", "CHL", "ECU"].iter().filter(|_| !is_of_traits));
    }
    dice.shuffle(&mut names);
    names.truncate(if has_groups { groups } else { 1 });
    let largest = *dice.pick(&[9, 90, 900, 90_000, 9_000_000]);
    let has_total = dice.between(0, 3) == 0;
    let mut order = [0, 1, 2];
    dice.shuffle(&mut order);
    let mut lines = Vec::new();
    for period in 0..dice.between(1, 9) {
        let text = match is_monthly {
            true => format!("{}-{:02}", 2019 + (10 + period) / 12, (10 + period) % 12 + 1),
            false => (2015 + period * if figure == "oip" { 5 } else { 1 }).to_string(),
        };
        let mut sum = 0;
        for (index, name) in names.iter().enumerate() {
            let is_total = has_total && index + 1 == names.len() && index > 0;
            let value = if is_total { sum } else { dice.between(0, largest) };
            sum += value;
            let cell = match dice.between(0, 60) {
                0 => String::new(),
                1 => "..".to_owned(),
                2 => format!("{value}.5"),
                _ => value.to_string(),
            };
            if dice.between(0, 30) > 0 {
                let quoted = format!("{quote}{name}{quote}");
                let cells = [text.clone(), quoted, cell];
                lines.push(
                    order.iter().filter(|at| has_groups || **at != 1).map(|at| cells[*at].clone()).collect(),
                );
            }
        }
    }
    if dice.between(0, 3) == 0 {
        dice.shuffle(&mut lines);
    }
    let header = [time, group, figure].map(|name| format!("{quote}{name}{quote}"));
    let header: Vec<String> =
        order.iter().filter(|at| has_groups || **at != 1).map(|at| header[*at].clone()).collect();
    let text: Vec<String> =
        [header].into_iter().chain(lines).map(|cells: Vec<String>| cells.join(delimiter)).collect();
    let mut bytes = text.join(*dice.pick(&["\n", "\r\n"])).into_bytes();
    if dice.between(0, 5) == 0 {
        let place = dice.between(0, bytes.len() as u64 - 1) as usize;
        bytes[place] = *dice.pick(b"\",;\n\r\0\xff-.0e9 #%Z\t*/");
    }
    bytes
}

#[test]
fn tables_at_random_are_read_the_same_or_left_to_the_full_readers() {
    let mut dice = Dice(17);
    let read = (0..6_000).filter(|_| agrees(&at_random(&mut dice), "at random", "en")).count();
    println!("{read} of 6000");
    assert!(read > 600, "{read}");
}

#[test]
fn every_name_of_a_country_has_the_code_that_the_full_readers_give_it() {
    for language in ["en", "es"] {
        let words = locale(language, &[]);
        let names: Vec<String> = country::codes()
            .filter(|code| country::iso2(code).is_some())
            .map(|code| words.value_name("country", Role::Country, code))
            .collect();
        let pairs = names.chunks(2).filter(|pair| pair.len() == 2);
        let read = pairs.filter(|pair| {
            let rows = |year: u32, first: u32| {
                format!("{year},{},{}\n{year},{},{}\n", pair[0], first, pair[1], first * 3 + 100)
            };
            let text =
                format!("year,country,refugees\n{}{}{}", rows(2019, 700), rows(2020, 311), rows(2021, 1_234));
            agrees(text.as_bytes(), "names", language)
        });
        let count = read.count();
        assert!(count > 110, "{language}: {count}");
    }
}
