//! How many totals of verbose tables are found, and how many of what is found are totals: tables as statistical offices
//! publish them, made at random, with every total known from the making.

use migration_widget::data::describe;

use crate::dice::Dice;
use crate::own_files::named;

const WORDS: [&str; 24] = [
    "Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gum", "Hazel", "Ironwood", "Juniper", "Katsura",
    "Larch", "Maple", "Nutmeg", "Olive", "Pine", "Quince", "Rowan", "Spruce", "Teak", "Ulmus", "Viburnum",
    "Willow", "Yew",
];

/// One row of a table: its label, how deep it stands, its figures, and whether it adds up others.
struct Row {
    label: String,
    depth: usize,
    figures: Vec<f64>,
    is_total: bool,
}

struct Verbose {
    text: String,
    /// The lines of totals.
    lines: Vec<usize>,
    /// The names of total columns.
    columns: Vec<String>,
}

/// A part of a hierarchy, as rows: its total before or after its parts.
fn block(
    dice: &mut Dice,
    depth: usize,
    levels: usize,
    columns: usize,
    most: u64,
    style: &Style,
    names: &mut usize,
) -> Vec<Row> {
    let label = {
        *names += 1;
        let word = WORDS[*names % WORDS.len()];
        if *names >= WORDS.len() { format!("{word} {}", *names / WORDS.len() + 1) } else { word.to_owned() }
    };
    if levels == 0 {
        let figures = (0..columns).map(|_| style.rounded(dice.between(0, most) as f64)).collect();
        return vec![Row { label, depth, figures, is_total: false }];
    }
    let mut parts = Vec::new();
    let mut sums = vec![0.0; columns];
    for _ in 0..dice.between(2, 6) {
        let own = block(dice, depth + 1, levels - 1, columns, most, style, names);
        let whole = own.iter().find(|row| row.depth == depth + 1).unwrap();
        sums.iter_mut().zip(&whole.figures).for_each(|(sum, figure)| *sum += figure);
        parts.extend(own);
    }
    let label = match (style.name, depth) {
        (0, 0) => String::from("Total"),
        (0, _) => format!("Total {label}"),
        (1, 0) => {
            (*dice.pick(&["All persons", "Insgesamt", "Total general", "Both sexes", "Ensemble"])).to_owned()
        }
        (2, _) if style.is_after => String::from("Total"),
        _ => label,
    };
    let row =
        Row { label, depth, figures: sums.iter().map(|sum| style.rounded(*sum)).collect(), is_total: true };
    if style.is_after {
        parts.push(row);
    } else {
        parts.insert(0, row);
    }
    parts
}

struct Style {
    name: u64,
    is_after: bool,
    /// Decimals kept of thousands; none where figures are whole.
    thousands: Option<i32>,
}

impl Style {
    fn rounded(&self, figure: f64) -> f64 {
        match self.thousands {
            // Sums stay sums here; the tables that round have them off by what rounding does.
            Some(decimals) => {
                let scale = 10f64.powi(decimals);
                (figure * scale).round() / scale
            }
            None => figure,
        }
    }
}

fn verbose(dice: &mut Dice) -> Verbose {
    let style = Style { name: dice.between(0, 3), is_after: dice.between(0, 2) == 0, thousands: None };
    let levels = dice.between(1, 3) as usize;
    let columns = dice.between(1, 8) as usize;
    let columns = if style.name >= 2 { columns.max(3) } else { columns };
    let most = *dice.pick(&[60, 900, 20_000, 3_000_000]);
    let most = if style.name >= 2 { most.max(900) } else { most };
    let mut names = dice.between(0, 5) as usize;
    let mut rows = block(dice, 0, levels, columns, most, &style, &mut names);
    // Nothing above the first level: several lists below each other.
    if dice.between(0, 3) == 0 && levels > 1 {
        rows.retain(|row| row.depth > 0);
    }
    let heads: Vec<String> = match dice.between(0, 1) {
        0 => (0..columns).map(|year| (2015 + year).to_string()).collect(),
        _ => (0..columns).map(|column| format!("Group {}", (b'A' + column as u8) as char)).collect(),
    };
    let mut heads = heads;
    let mut total_columns = Vec::new();
    let (has_total, has_share) = (dice.between(0, 2) == 0 && columns > 1, dice.between(0, 3) == 0);
    let mut cells: Vec<Vec<String>> =
        rows.iter().map(|row| row.figures.iter().map(f64::to_string).collect()).collect();
    if has_total {
        let is_named = columns > 2 && dice.between(0, 3) == 0;
        let name = if is_named { "Population" } else { *dice.pick(&["Total", "All", "Insgesamt"]) };
        let at = if dice.between(0, 1) == 0 { 0 } else { columns };
        heads.insert(at, name.to_owned());
        for (row, cells) in rows.iter().zip(&mut cells) {
            cells.insert(at, row.figures.iter().sum::<f64>().to_string());
        }
        total_columns.push(name.to_owned());
    }
    if has_share {
        heads.push(String::from("Change in %"));
        cells
            .iter_mut()
            .for_each(|cells| cells.push(format!("{}.{}", dice.between(0, 40), dice.between(1, 9))));
    }
    // Not every cell is known, of the parts of nothing.
    if dice.between(0, 3) == 0 {
        let index = dice.between(0, rows.len() as u64 - 1) as usize;
        if !rows[index].is_total {
            cells[index][0] = String::from(":");
        }
    }
    let mut lines = Vec::new();
    let mut text = Vec::new();
    if dice.between(0, 1) == 0 {
        text.push(format!("Table {}. Persons by place{}", dice.between(1, 40), ",".repeat(heads.len())));
        text.push(",".repeat(heads.len()));
    }
    text.push(format!("Place,{}", heads.join(",")));
    for (row, cells) in rows.iter().zip(&cells) {
        if row.is_total {
            lines.push(text.len() + 1);
        }
        text.push(format!("{},{}", row.label, cells.join(",")));
    }
    if dice.between(0, 1) == 0 {
        text.push(",".repeat(heads.len()));
        text.push(format!("Source: invented figures{}", ",".repeat(heads.len())));
    }
    Verbose { text: text.join("\n") + "\n", lines, columns: total_columns }
}

#[derive(Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    fn count<T: PartialEq>(&mut self, found: &[T], known: &[T]) -> bool {
        let right = found.iter().filter(|one| known.contains(one)).count();
        self.right += right;
        self.wrong += found.len() - right;
        self.missed += known.len() - right;
        right == found.len() && right == known.len()
    }

    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }
}

#[test]
fn totals_of_verbose_tables_are_found_and_little_else() {
    let mut dice = Dice(11);
    let (mut rows, mut columns, mut refused) = (Tally::default(), Tally::default(), 0);
    let mut shown = 0;
    for _ in 0..600 {
        let table = verbose(&mut dice);
        let Ok(reading) = named(table.text.as_bytes(), "") else {
            refused += 1;
            continue;
        };
        let dataset = describe(&reading);
        let mut lines: Vec<usize> = dataset
            .totals
            .iter()
            .flat_map(|total| total.rows.iter().map(|row| reading.line_of(*row as usize)))
            .collect();
        lines.sort_unstable();
        lines.dedup();
        let found: Vec<String> = dataset.total_columns.iter().map(|column| column.name.clone()).collect();
        let is_right = rows.count(&lines, &table.lines) & columns.count(&found, &table.columns);
        if !is_right && shown < 4 && std::env::var("SHOW").is_ok() {
            shown += 1;
            println!("{lines:?} not {:?}; {found:?} not {:?}\n{}", table.lines, table.columns, table.text);
        }
    }
    println!(
        "rows {:.3} {:.3}, columns {:.3} {:.3}, {refused} refused",
        rows.precision(),
        rows.recall(),
        columns.precision(),
        columns.recall()
    );
    assert!(refused < 30, "{refused} refused");
    assert!(rows.precision() >= 0.97, "precision of rows {:.3}", rows.precision());
    assert!(rows.recall() >= 0.9, "recall of rows {:.3}", rows.recall());
    assert!(columns.precision() >= 0.97, "precision of columns {:.3}", columns.precision());
    assert!(columns.recall() >= 0.9, "recall of columns {:.3}", columns.recall());
}
