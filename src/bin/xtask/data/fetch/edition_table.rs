//! A shipped dataset's tables as rows by key, so that two editions can be laid beside each other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// Figures by key; `None` is a cell that says "not known".
pub type Rows = BTreeMap<Vec<String>, Vec<Option<u64>>>;

/// All tables of one dataset that have the same fields, as one.
#[derive(Clone, Debug, Default)]
pub struct EditionTable {
    pub dataset: String,
    /// The key fields, the period first, with their roles.
    pub keys: Vec<(String, String)>,
    /// The fields of figures, with their kind of quantity.
    pub figures: Vec<(String, String)>,
    pub rows: Rows,
    /// The breaks of method, as the package writes them.
    pub breaks: BTreeSet<String>,
    /// What the absence of a row means.
    pub absent: String,
    /// The first period that is provisional or projected.
    pub provisional_from: Option<String>,
    /// Publisher and date of each source.
    pub as_of: BTreeMap<String, String>,
}

impl EditionTable {
    /// How it is called in messages.
    pub fn name(&self) -> String {
        let keys: Vec<&str> = self.keys.iter().map(|(name, _)| name.as_str()).collect();
        format!("{} by {}", self.dataset, keys.join(", "))
    }

    pub fn periods(&self) -> BTreeSet<&str> {
        self.rows.keys().filter_map(|key| key.first().map(String::as_str)).collect()
    }

    /// The words of a key field.
    pub fn words(&self, field: usize) -> BTreeSet<&str> {
        self.rows.keys().filter_map(|key| key.get(field).map(String::as_str)).collect()
    }

    /// The sum of each figure by period, of what is known.
    pub fn sums(&self, figure: usize) -> BTreeMap<&str, u64> {
        let mut sums = BTreeMap::new();
        for (key, figures) in &self.rows {
            if let (Some(period), Some(Some(known))) = (key.first(), figures.get(figure)) {
                *sums.entry(period.as_str()).or_default() += known;
            }
        }
        sums
    }
}

/// One edition: its tables by dataset and fields.
pub type Edition = BTreeMap<(String, Vec<String>), EditionTable>;

/// Reads a package and its tables; `file` gives the bytes of a table by its path.
///
/// # Errors
/// One sentence: the package or a table is not as this project writes them.
pub fn edition(package: &str, file: &dyn Fn(&str) -> Result<Vec<u8>, String>) -> Result<Edition, String> {
    let package: Value =
        serde_json::from_str(package).map_err(|fault| format!("datapackage.json: {fault}"))?;
    let mut tables = Edition::new();
    for resource in list(&package["resources"]) {
        let path = text(&resource["path"]);
        let fields = list(&resource["schema"]["fields"]);
        let named = |is_figure: bool, property: &str| -> Vec<(String, String)> {
            let fits = |field: &&Value| (field["role"] == "figure") == is_figure;
            let said = |field: &Value| (text(&field["name"]), text(&field[property]));
            fields.iter().filter(fits).map(said).collect()
        };
        let (keys, figures) = (named(false, "role"), named(true, "measure"));
        let names = fields.iter().map(|field| text(&field["name"])).collect();
        let table = tables.entry((text(&resource["dataset"]), names)).or_insert_with(|| EditionTable {
            dataset: text(&resource["dataset"]),
            keys: keys.clone(),
            figures,
            absent: text(&resource["absent"]),
            provisional_from: resource["provisionalFrom"].as_str().map(str::to_owned),
            ..EditionTable::default()
        });
        // Of several parts one has it.
        if table.provisional_from.is_none() {
            table.provisional_from = resource["provisionalFrom"].as_str().map(str::to_owned);
        }
        table.breaks.extend(list(&resource["breaks"]).iter().map(|found| found.to_string()));
        for source in list(&resource["sources"]) {
            let name = format!("{}, {}", text(&source["publisher"]), text(&source["title"]));
            table.as_of.insert(name, text(&source["asOf"]));
        }
        read_rows(&path, &file(&path)?, keys.len(), &mut table.rows)?;
    }
    Ok(tables)
}

fn read_rows(path: &str, bytes: &[u8], keys: usize, rows: &mut Rows) -> Result<(), String> {
    let mut reader = csv::Reader::from_reader(bytes);
    for record in reader.records() {
        let record = record.map_err(|fault| format!("{path}: {fault}"))?;
        let key = record.iter().take(keys).map(str::to_owned).collect();
        let mut figures = Vec::new();
        for cell in record.iter().skip(keys) {
            let known = cell.parse().map(Some);
            figures.push(if cell.is_empty() {
                None
            } else {
                known.map_err(|_| format!("{path}: `{cell}` is no whole number"))?
            });
        }
        rows.insert(key, figures);
    }
    Ok(())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
