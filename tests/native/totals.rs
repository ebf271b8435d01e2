//! Totals are known by their sums: tables made at random, with totals added in every way that files have them, and without.

use crate::dice::Dice;
use crate::own_files::{named, shown};

/// Places whose names say nothing, so that no country of theirs is looked up.
const PLACES: [&str; 9] = ["Arbor", "Bruma", "Cima", "Dorsal", "Estero", "Fragua", "Glera", "Hoyo", "Isleta"];
const AGES: [&str; 4] = ["0-17", "18-59", "60-79", "80+"];

/// A tidy table: year, place, group, n.
pub struct Tidy {
    pub years: Vec<u32>,
    pub places: Vec<String>,
    pub groups: Vec<String>,
    /// Year by year, place by place, group by group.
    pub figures: Vec<u64>,
}

impl Tidy {
    pub fn random(dice: &mut Dice) -> Tidy {
        let years: Vec<u32> = (0..dice.between(1, 8)).map(|year| 2010 + year as u32).collect();
        let mut places: Vec<String> = PLACES.iter().map(|place| (*place).to_owned()).collect();
        dice.shuffle(&mut places);
        places.truncate(dice.between(2, 9) as usize);
        let groups: Vec<String> = match dice.between(0, 2) {
            0 => vec![String::from("1"), String::from("2")],
            1 => vec![String::from("male"), String::from("female")],
            _ => AGES.iter().map(|age| (*age).to_owned()).collect(),
        };
        let most = *dice.pick(&[40, 900, 30_000, 4_000_000]);
        let count = years.len() * places.len() * groups.len();
        let figures = (0..count).map(|_| dice.between(1, most)).collect();
        Tidy { years, places, groups, figures }
    }

    pub fn rows(&self) -> Vec<Record> {
        let mut rows = Vec::new();
        let mut figures = self.figures.iter();
        for year in &self.years {
            for place in &self.places {
                for group in &self.groups {
                    rows.push((*year, place.clone(), group.clone(), *figures.next().unwrap()));
                }
            }
        }
        rows
    }
}

/// Year, place, group and figure.
type Record = (u32, String, String, u64);

fn csv(rows: &[Record]) -> String {
    let mut out = String::from("year,place,group,n\n");
    for (year, place, group, n) in rows {
        out.push_str(&format!("{year},{place},{group},{n}\n"));
    }
    out
}

/// Adds the sums of rows that are alike but for a label, under a name.
fn with_totals(
    rows: &[Record],
    key: &dyn Fn(&Record) -> (u32, String, String),
    is_first: bool,
) -> Vec<Record> {
    let mut sums: Vec<((u32, String, String), u64)> = Vec::new();
    for row in rows {
        let key = key(row);
        match sums.iter_mut().find(|(known, _)| *known == key) {
            Some((_, sum)) => *sum += row.3,
            None => sums.push((key, row.3)),
        }
    }
    let totals = sums.into_iter().map(|((year, place, group), sum)| (year, place, group, sum));
    if is_first {
        totals.chain(rows.iter().cloned()).collect()
    } else {
        rows.iter().cloned().chain(totals).collect()
    }
}

const ASKED: [&[(&str, &str)]; 4] = [
    &[("x", "year"), ("y", "n"), ("series", "none"), ("type", "line")],
    &[("x", "place"), ("y", "n"), ("series", "none"), ("aggregate", "sum")],
    &[("x", "group"), ("y", "n"), ("series", "none"), ("aggregate", "sum")],
    &[("x", "year"), ("y", "n"), ("series", "place"), ("type", "line")],
];

fn charts(text: &str) -> Vec<Vec<(String, f64)>> {
    let reading = named(text.as_bytes(), "").unwrap_or_else(|problem| panic!("{problem:?}\n{text}"));
    ASKED
        .iter()
        .map(|asked| {
            let mut shown = shown(&reading, asked);
            shown.sort_by(|left, right| left.0.cmp(&right.0));
            shown
        })
        .collect()
}

#[test]
fn a_named_total_added_in_any_way_gives_the_same_chart() {
    let mut dice = Dice(1);
    for round in 0..400 {
        let table = Tidy::random(&mut dice);
        let rows = table.rows();
        let plain = charts(&csv(&rows));
        let name = *dice.pick(&[
            "Total",
            "_T",
            "TOTAL",
            "Gesamt",
            "Insgesamt",
            "Totale",
            "Ensemble",
            "Toplam",
            "Всего",
            "合计",
            "",
        ]);
        if name.is_empty() && table.groups[0] == "1" {
            // Numbers without a name beside them are figures.
            continue;
        }
        let is_first = dice.between(0, 1) == 0;
        let total = || name.to_owned();
        let by_group = |rows: &[Record]| with_totals(rows, &|row| (row.0, row.1.clone(), total()), is_first);
        let by_place = |rows: &[Record]| with_totals(rows, &|row| (row.0, total(), row.2.clone()), is_first);
        let by_both = |rows: &[Record]| with_totals(rows, &|row| (row.0, total(), total()), is_first);
        let way = round % 4;
        let added = match way {
            0 => by_group(&rows),
            1 => by_place(&rows),
            2 => by_place(&by_group(&rows)),
            _ => by_both(&rows),
        };
        let text = csv(&added);
        assert_eq!(charts(&text), plain, "way {way}, round {round}\n{text}");
        // Whatever stands where.
        let mut mixed = added;
        dice.shuffle(&mut mixed);
        if way != 3 {
            let text = csv(&mixed);
            let mut lines = charts(&text);
            lines.iter_mut().for_each(|line| line.sort_by(|left, right| left.0.cmp(&right.0)));
            assert_eq!(lines, plain, "shuffled, way {way}, round {round}\n{text}");
        }
    }
}

#[test]
fn a_total_of_any_name_is_found_where_figures_prove_it() {
    let mut dice = Dice(2);
    for round in 0..200 {
        let table = Tidy::random(&mut dice);
        let rows = table.rows();
        let enough = table.years.len() * table.groups.len() >= 6 && rows.iter().any(|row| row.3 > 200);
        if !enough {
            continue;
        }
        let plain = charts(&csv(&rows));
        let added = with_totals(&rows, &|row| (row.0, String::from("Zarza"), row.2.clone()), round % 2 == 0);
        let text = csv(&added);
        assert_eq!(charts(&text), plain, "round {round}\n{text}");
    }
}

#[test]
fn a_table_without_totals_loses_no_row() {
    let mut dice = Dice(3);
    let mut tables = 0;
    for _ in 0..1500 {
        let text = without_totals(&mut dice);
        let Ok(reading) = named(text.as_bytes(), "") else { continue };
        tables += 1;
        let lost = &reading.metadata.totals;
        assert!(lost.is_empty(), "{:?} {:?}\n{text}", lost[0].value, lost[0].of);
        assert!(reading.metadata.total_columns.is_empty(), "{:?}\n{text}", reading.metadata.total_columns);
    }
    assert!(tables > 1400, "{tables} tables");
}

/// A table of any shape: small and large figures, repeated ones, zeros, gaps, growth.
fn without_totals(dice: &mut Dice) -> String {
    let labels = dice.between(0, 3) as usize;
    let figures = dice.between(1, 6) as usize;
    let rows = dice.between(3, 40);
    let most = *dice.pick(&[2, 3, 9, 60, 1000, 99_999, 50_000_000]);
    let unit = *dice.pick(&[1, 1, 1, 5, 10, 1000]);
    let way = dice.between(0, 4);
    let mut text: Vec<String> = vec![
        (0..labels)
            .map(|label| format!("label{label}"))
            .chain((0..figures).map(|figure| match way {
                0 => format!("{}", 2000 + figure),
                _ => format!("v{figure}"),
            }))
            .collect::<Vec<String>>()
            .join(","),
    ];
    let kinds: Vec<u64> = (0..labels).map(|_| *dice.pick(&[2, 3, 5, 40])).collect();
    for row in 0..rows {
        let mut cells: Vec<String> = kinds
            .iter()
            .map(|kind| match kind {
                40 => format!("name{row}"),
                kind => format!("kind{}", dice.between(1, *kind)),
            })
            .collect();
        let base = dice.between(1, most) * unit;
        for figure in 0..figures as u64 {
            let value = match way {
                1 => base,
                2 => base << figure,
                3 => base + figure * unit,
                _ => dice.between(0, most) * unit,
            };
            cells.push(if dice.between(0, 30) == 0 { String::new() } else { value.to_string() });
        }
        text.push(cells.join(","));
    }
    text.join("\n") + "\n"
}

#[test]
fn a_columns_name_never_changes_a_sum() {
    let mut dice = Dice(4);
    for round in 0..100 {
        let table = Tidy::random(&mut dice);
        let rows = with_totals(&table.rows(), &|row| (row.0, String::from("Total"), row.2.clone()), true);
        let text = csv(&rows);
        let sum = |place: &str, group: &str, n: &str| {
            let text = text.replacen("year,place,group,n", &format!("year,{place},{group},{n}"), 1);
            let reading = named(text.as_bytes(), "").unwrap();
            shown(&reading, &[("x", "year"), ("y", n), ("series", "none"), ("type", "line")])
        };
        let plain = sum("place", "group", "n");
        for (place, group, n) in [
            ("region", "sex", "people"),
            ("a", "b", "c"),
            ("Total", "totals", "all"),
            ("name", "label", "total"),
        ] {
            assert_eq!(sum(place, group, n), plain, "round {round}, {place} {group} {n}\n{text}");
        }
    }
}
