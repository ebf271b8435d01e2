//! Plain files as authors have them, of which first drawings are looked at; their figures are invented and go nowhere.

/// Files of their own shapes, each with its name.
pub fn files() -> [(&'static str, String); 5] {
    let mut months = String::from("month,nationality,crossings\n");
    let mut monthly = String::from("month,country,asylum_applications\n");
    let mut names = String::from("year,country,refugees\n");
    let mut one = String::from("\u{feff}\"Year\";\"people\"\r\n");
    let mut codes = String::from("year,country,refugees\n");
    for step in 0..24 {
        for (index, code) in ["VEN", "HTI", "ECU", "COL"].iter().enumerate() {
            let figure = if step == 5 { String::new() } else { (step * 71 + index * 900 + 3).to_string() };
            months.push_str(&format!("{}-{:02},{code},{figure}\n", 2020 + step / 12, step % 12 + 1));
        }
        for (index, name) in ["Venezuela", "Haiti", "Colombia"].iter().enumerate() {
            names.push_str(&format!("{},{name},{}\n", 2000 + step, 1_000 * (index + 1) + step * 7));
        }
        one.push_str(&format!("\"{}\";{}\r\n", 2000 + step, step * 7_100));
    }
    for step in 0..61 {
        for (index, code) in ["VEN", "HTI", "ECU", "COL", "CUB"].iter().enumerate() {
            let figure = step * 71 * (index + 2) + index * 900 + 3;
            monthly.push_str(&format!("{}-{:02},{code},{figure}\n", 2020 + step / 12, step % 12 + 1));
        }
    }
    for year in 2000..2024 {
        for (index, code) in ["VEN", "HTI"].iter().enumerate() {
            codes.push_str(&format!("{year},{code},{}\n", 900 + 11_100 * index + (year - 2000) * 71));
        }
    }
    [("months", months), ("monthly", monthly), ("names", names), ("one", one), ("codes", codes)]
}

/// Files of every sort, each with its name: years or months, of each sort of figures, split by each sort of texts, their rows in
/// each order, some of them missing, written in each way.
pub fn sorts() -> Vec<(String, String)> {
    const FIGURES: [&str; 10] = [
        "refugees",
        "asylum_applications",
        "crossings",
        "deaths",
        "population",
        "people",
        "value",
        "arrivals",
        "migrants",
        "encounters",
    ];
    const TEXTS: [(&str, &str); 5] = [
        ("", ""),
        ("country", "VEN,HTI,ECU,COL,CUB,PER,BRA,CHL"),
        ("nationality", "Venezuela,Haiti,Ecuador,Colombia,Cuba,Peru,Brazil,Chile"),
        (
            "destination",
            "United States,Mexico,Dominican Republic,Bolivia,Costa Rica,Panama,Trinidad and Tobago,Canada",
        ),
        ("sex", "female,male"),
    ];
    const TIMES: [(&str, usize); 6] =
        [("year", 12), ("month", 40), ("year", 1), ("month", 3), ("year", 35), ("month", 130)];
    let mut chance = Chance(7);
    let mut sorts = Vec::new();
    for (time, periods) in TIMES {
        for (column, texts) in TEXTS {
            for figures in FIGURES {
                let texts: Vec<&str> = texts.split(',').take([1, 2, 3, 5, 8][chance.below(5)]).collect();
                let (size, least) =
                    ([7, 90, 2_300, 90_000, 1_400_000][chance.below(5)], chance.below(3) * 50);
                let (gaps, blanks, zeros) = (chance.below(3) * 6, chance.below(3) * 6, chance.below(3) * 6);
                let mut rows: Vec<[String; 3]> = Vec::new();
                for period in 0..periods {
                    for (index, text) in texts.iter().enumerate() {
                        let said = match time {
                            "year" => format!("{}", 2022 - periods + period),
                            _ => format!("{}-{:02}", 2012 + period / 12, period % 12 + 1),
                        };
                        let figure = match chance.below(100) {
                            of if of < gaps => continue,
                            of if of < gaps + blanks => String::new(),
                            of if of < gaps + blanks + zeros => String::from("0"),
                            _ => (least + size * (index + 1) + chance.below(size * (1 + period % 5)))
                                .to_string(),
                        };
                        rows.push([said, (*text).to_owned(), figure]);
                    }
                }
                match chance.below(4) {
                    0 => rows.sort_by_key(|[period, text, _]| (text.clone(), period.clone())),
                    1 => rows.reverse(),
                    2 => rows.sort_by_cached_key(|_| chance.below(1_000)),
                    _ => {}
                }
                rows.insert(0, [time, column, figures].map(String::from));
                let (between, end) =
                    ([",", ",", ";", "\t"][chance.below(4)], ["\n", "\r\n"][chance.below(2)]);
                let quote = ["", "", "\""][chance.below(3)];
                let order = [[0, 1, 2], [1, 0, 2], [2, 0, 1]][chance.below(3)];
                let line = |row: &[String; 3]| {
                    let cells = order.iter().filter(|place| **place != 1 || !column.is_empty());
                    let cells: Vec<String> =
                        cells.map(|place| format!("{quote}{}{quote}", row[*place])).collect();
                    format!("{}{end}", cells.join(between))
                };
                sorts.push((format!("{time}{periods}-{column}-{figures}"), rows.iter().map(line).collect()));
            }
        }
    }
    sorts
}

/// Numbers that look as if by chance, the same each time: a linear congruential generator with Knuth's constants.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}
