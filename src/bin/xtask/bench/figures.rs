//! The figures every contender shows: 61 months of the five largest nationalities, derived from the shipped table.

use std::collections::BTreeMap;

/// First month shown.
const FROM: (u32, u32) = (2020, 1);
/// How many months are shown.
const MONTHS: u32 = 61;
/// How many nationalities are shown.
const NATIONALITIES: usize = 5;

/// Tidy CSV `month,nationality,crossings`, one row for each month and nationality, empty where nothing is known.
pub fn cold_embed(shipped: &str) -> Result<String, String> {
    let mut lines = shipped.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let column = |name: &str| {
        let found = header.iter().position(|field| *field == name);
        found.ok_or_else(|| format!("www/data/darien-crossings.csv has no column `{name}`"))
    };
    let (month_at, nationality_at, crossings_at) =
        (column("month")?, column("nationality")?, column("crossings")?);
    let months: Vec<String> = (0..MONTHS)
        .map(|index| {
            let month = FROM.1 - 1 + index;
            format!("{:04}-{:02}", FROM.0 + month / 12, month % 12 + 1)
        })
        .collect();
    let mut known: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    let mut totals: BTreeMap<&str, u64> = BTreeMap::new();
    for (index, line) in lines.enumerate() {
        let fields: Vec<&str> = line.split(',').collect();
        let field = |at: usize| fields.get(at).copied().unwrap_or_default();
        let (month, nationality) = (field(month_at), field(nationality_at));
        if field(crossings_at).is_empty() || !months.iter().any(|shown| shown == month) {
            continue;
        }
        let crossings: u64 = field(crossings_at)
            .parse()
            .map_err(|_| format!("www/data/darien-crossings.csv, line {}: no whole number", index + 2))?;
        known.insert((nationality, month), crossings);
        *totals.entry(nationality).or_default() += crossings;
    }
    let mut ranked: Vec<(&str, u64)> = totals.into_iter().collect();
    ranked.sort_by_key(|&(nationality, total)| (std::cmp::Reverse(total), nationality));
    let mut csv = String::from("month,nationality,crossings\n");
    for (nationality, _) in ranked.into_iter().take(NATIONALITIES) {
        for month in &months {
            let crossings = known.get(&(nationality, month.as_str())).map(u64::to_string).unwrap_or_default();
            csv.push_str(&format!("{month},{nationality},{crossings}\n"));
        }
    }
    Ok(csv)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_largest_within_the_months_are_kept_and_gaps_are_empty() {
        let shipped = "\
month,nationality,crossings
2019-12,AAA,1000
2020-01,AAA,1
2020-01,BBB,20
2020-03,BBB,20
2020-01,CCC,3
2020-01,DDD,40
2020-01,EEE,5
2025-01,FFF,60
2025-02,AAA,1000
";
        let csv = cold_embed(shipped).expect("a good table");
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines.len(), 1 + 61 * 5);
        assert_eq!(lines[1..=2], ["2020-01,FFF,", "2020-02,FFF,"]);
        assert_eq!(lines[61], "2025-01,FFF,60");
        // BBB and DDD both have 40: by name.
        assert_eq!(lines[62..=64], ["2020-01,BBB,20", "2020-02,BBB,", "2020-03,BBB,20"]);
        assert!(!csv.contains("AAA"), "the sixth");
    }

    #[test]
    fn a_table_of_another_shape_is_refused() {
        let problem = cold_embed("period,nationality,crossings\n").expect_err("no month");
        assert!(problem.contains("`month`"), "{problem}");
    }
}
