//! The shipped files in a database, and their fields as SQL.

use rusqlite::{Connection, Row, params_from_iter};
use serde_json::Value;

use crate::shipped_data::{package_text, root};

/// The Americas by the M49 standard of the United Nations.
const AMERICAS: &str = "AIA ATG ARG ABW BHS BRB BLZ BMU BOL BES BVT BRA VGB CAN CYM CHL COL CRI CUB CUW DMA DOM ECU SLV FLK \
    GUF GRL GRD GLP GTM GUY HTI HND JAM MTQ MEX MSR NIC PAN PRY PER PRI BLM KNA LCA MAF SPM VCT SXM SGS SUR TTO TCA USA VIR \
    URY VEN";

/// Files of one dataset with the same columns, as one table of the database.
pub struct Stored {
    pub dataset: String,
    pub table: String,
    pub columns: Vec<String>,
    /// The descriptor of the first file.
    pub described: Value,
}

impl Stored {
    /// The names of the columns with a role.
    pub fn of_role(&self, role: &str) -> Vec<&str> {
        let fields = self.described["schema"]["fields"].as_array().into_iter().flatten();
        fields.filter(|field| field["role"] == role).filter_map(|field| field["name"].as_str()).collect()
    }

    pub fn period(&self) -> &str {
        self.of_role("period")[0]
    }

    pub fn is_zero(&self) -> bool {
        self.described["absent"] == "zero"
    }

    pub fn view(&self, name: &str) -> Option<&str> {
        self.described["view"][name].as_str()
    }

    /// A field as SQL: a column, a part of its period, or the region of its countries.
    pub fn sql(&self, field: &str) -> Option<String> {
        let has = |name: &str| self.columns.iter().any(|column| column == name);
        if has(field) {
            return Some(field.to_owned());
        }
        if let Some(stem) = field.strip_suffix("_region") {
            let country = [stem.to_owned(), format!("{stem}_iso")].into_iter().find(|name| has(name))?;
            let codes: Vec<String> = AMERICAS.split_whitespace().map(|code| format!("'{code}'")).collect();
            return Some(format!("IIF({country} IN ({}), 'Americas', 'elsewhere')", codes.join(",")));
        }
        (field == "year").then(|| format!("SUBSTR({}, 1, 4)", self.period()))
    }
}

/// The shipped files in a database in memory.
pub struct Base {
    pub connection: Connection,
    pub stored: Vec<Stored>,
}

impl Base {
    pub fn open() -> Base {
        let connection = Connection::open_in_memory().expect("a database");
        let package: Value = serde_json::from_str(&package_text()).expect("JSON");
        let mut stored: Vec<Stored> = Vec::new();
        for file in package["resources"].as_array().expect("files") {
            let name = |key: &str| file[key].as_str().expect("a text").to_owned();
            let fields = file["schema"]["fields"].as_array().expect("fields");
            let columns: Vec<String> =
                fields.iter().map(|field| field["name"].as_str().expect("a name").to_owned()).collect();
            let known = stored.iter().find(|one| one.dataset == name("dataset") && one.columns == columns);
            let table = known.map_or_else(|| format!("t{}", stored.len()), |one| one.table.clone());
            if known.is_none() {
                let typed: Vec<String> = fields
                    .iter()
                    .map(|field| {
                        let kind = if field["role"] == "figure" { "REAL" } else { "TEXT" };
                        format!("{} {kind}", field["name"].as_str().expect("a name"))
                    })
                    .collect();
                connection
                    .execute(&format!("CREATE TABLE {table} ({})", typed.join(", ")), [])
                    .expect("a table");
                stored.push(Stored {
                    dataset: name("dataset"),
                    table: table.clone(),
                    columns: columns.clone(),
                    described: file.clone(),
                });
            }
            let path = root().join("www/data").join(name("path"));
            let mut rows = csv::Reader::from_path(path).expect("a file");
            let places = vec!["NULLIF(?, '')"; columns.len()].join(", ");
            connection.execute_batch("BEGIN").expect("a beginning");
            let mut insert =
                connection.prepare(&format!("INSERT INTO {table} VALUES ({places})")).expect("SQL");
            for row in rows.records() {
                insert.execute(params_from_iter(row.expect("a row").iter())).expect("a row");
            }
            drop(insert);
            connection.execute_batch("COMMIT").expect("an end");
        }
        Base { connection, stored }
    }

    /// The table of a dataset with all these fields and the fewest columns.
    pub fn table(&self, dataset: &str, fields: &[String]) -> &Stored {
        let fitting = self
            .stored
            .iter()
            .filter(|one| one.dataset == dataset && fields.iter().all(|field| one.sql(field).is_some()));
        fitting.min_by_key(|one| one.columns.len()).expect("a table with the fields of a view")
    }

    pub fn all<T>(&self, sql: &str, read: impl Fn(&Row) -> rusqlite::Result<T>) -> Vec<T> {
        let mut statement = self.connection.prepare(sql).unwrap_or_else(|why| panic!("{why}: {sql}"));
        let rows = statement.query_map([], |row| read(row)).unwrap_or_else(|why| panic!("{why}: {sql}"));
        rows.collect::<Result<_, _>>().unwrap_or_else(|why| panic!("{why}: {sql}"))
    }

    pub fn one<T: rusqlite::types::FromSql>(&self, sql: &str) -> T {
        self.all(sql, |row| row.get(0)).pop().unwrap_or_else(|| panic!("no row: {sql}"))
    }
}
