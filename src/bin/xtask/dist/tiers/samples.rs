//! Plain files as authors have them, of which first drawings are looked at; their figures are invented and go nowhere.

use migration_widget::model::country;

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

/// How many files of all sorts there are.
const SORTS: usize = 480;
/// What their columns are called, a list for each language of `LANGUAGES`: of periods, of places, of people's traits, and of
/// figures.
const HEADERS: [[&str; 4]; 5] = [
    [
        "year month Year date period",
        "country nationality origin destination iso3 Country coo_iso coa_iso",
        "sex gender",
        "refugees asylum_seekers asylum_applications crossings encounters deaths population people persons value \
         count total migrants arrivals entries returns visas deportations Refugees idps resettlement",
    ],
    [
        "año mes fecha periodo",
        "país nacionalidad origen destino",
        "sexo género",
        "personas valor refugiados llegadas muertes cruces",
    ],
    ["ano mês período", "país nacionalidade destino", "sexo", "pessoas valor chegadas refugees"],
    ["année mois date", "pays nationalité destination", "sexe", "value refugees people arrivals"],
    ["ane mwa", "peyi", "sex", "value refugees people arrivals"],
];
/// Names of countries as browsers have them, or the language's own list.
const NAMES: [&str; 5] = [
    "Venezuela,Haiti,Ecuador,Colombia,Cuba,Peru,Brazil,Chile,United States,Mexico,Dominican Republic,Bolivia,Costa Rica,\
     Panama,Trinidad & Tobago,Canada,Afghanistan,Angola,Bangladesh,Cameroon,China,Egypt,France,Germany,India,Iran,Japan,\
     Nigeria,Spain,Syria,Ukraine,United Kingdom,Vietnam,Australia,Samoa",
    "Venezuela,Haití,Ecuador,Colombia,Cuba,Perú,Brasil,Chile,Estados Unidos,México,República Dominicana,Panamá,Canadá,\
     Afganistán,Angola,Camerún,China,Egipto,Francia,Alemania,India,Japón,España,Siria,Ucrania,Reino Unido,Samoa",
    "Venezuela,Haiti,Equador,Colômbia,Cuba,Peru,Brasil,Chile,Estados Unidos,México,República Dominicana,Panamá,Canadá,\
     Afeganistão,Angola,Camarões,China,Egito,França,Alemanha,Índia,Japão,Espanha,Síria,Ucrânia,Reino Unido,Samoa",
    "Venezuela,Haïti,Équateur,Colombie,Cuba,Pérou,Brésil,Chili,États-Unis,Mexique,République dominicaine,Panama,Canada,\
     Afghanistan,Angola,Cameroun,Chine,Égypte,France,Allemagne,Inde,Japon,Espagne,Syrie,Ukraine,Royaume-Uni,Samoa",
    "Venezyela,Ayiti,Ekwatè,Kolonbi,Kiba,Pewou,Brezil,Chili,Etazini,Meksik,Repiblik Dominikèn,Panama,Kanada",
];

/// A plain file as an author may have it.
pub struct Sort {
    /// Its name.
    pub name: String,
    /// The place of its language in `LANGUAGES`.
    pub language: usize,
    /// Its text.
    pub text: String,
    /// The attributes that name its fields.
    pub fields: Vec<String>,
}

/// Files of every sort: years or months, of each sort of figures, split by each sort of texts, their rows in each order, some of
/// them missing, written in each way.
pub fn sorts() -> Vec<Sort> {
    let mut chance = Chance(7);
    (0..SORTS).map(|index| sort(index, &mut chance)).collect()
}

fn sort(index: usize, chance: &mut Chance) -> Sort {
    let language = index % HEADERS.len();
    let [times, places, traits, figures] =
        HEADERS[language].map(|words| words.split(' ').collect::<Vec<_>>());
    let is_monthly = chance.below(2) == 0;
    let time = times[chance.below(times.len())];
    let figures = figures[chance.below(figures.len())];
    let (column, mut texts): (&str, Vec<&str>) = match chance.below(8) {
        0 => ("", vec![""]),
        1 => (traits[chance.below(traits.len())], vec!["female", "male"]),
        2..5 => (places[chance.below(places.len())], country::codes().collect()),
        _ => (places[chance.below(places.len())], NAMES[language].split(',').collect()),
    };
    let count = [1, 2, 3, 5, 8][chance.below(5)].min(texts.len());
    let texts: Vec<&str> = (0..count).map(|_| texts.swap_remove(chance.below(texts.len()))).collect();
    let periods = if is_monthly { [3, 7, 26, 40, 61, 130] } else { [1, 2, 5, 12, 24, 40] }[chance.below(6)];
    let (size, least) =
        ([7, 90, 2_300, 90_000, 1_400_000, 30_000_000][chance.below(6)], chance.below(3) * 50);
    let mut share = |most: usize| if chance.below(2) == 0 { 0 } else { chance.below(most) };
    let (gaps, blanks, zeros) = (share(20), share(12), share(20));
    let mut rows: Vec<[String; 3]> = Vec::new();
    for period in 0..periods {
        for (index, text) in texts.iter().enumerate() {
            let said = match is_monthly {
                false => format!("{}", 2025 - periods + period),
                true => format!("{}-{:02}", 2012 + period / 12, period % 12 + 1),
            };
            let figure = match chance.below(100) {
                of if of < gaps => continue,
                of if of < gaps + blanks => String::new(),
                of if of < gaps + blanks + zeros => String::from("0"),
                _ => (least + size * (index + 1) + chance.below(size * (1 + period % 5))).to_string(),
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
    let (between, end) = ([",", ",", ";", "\t"][chance.below(4)], ["\n", "\r\n"][chance.below(2)]);
    let (quote, mark) = (["", "", "\""][chance.below(3)], ["", "", "\u{feff}"][chance.below(3)]);
    let order = [[0, 1, 2], [1, 0, 2], [2, 0, 1]][chance.below(3)];
    let line = |row: &[String; 3]| {
        let cells = order.iter().filter(|place| **place != 1 || !column.is_empty());
        let cells: Vec<String> = cells.map(|place| format!("{quote}{}{quote}", row[*place])).collect();
        cells.join(between)
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    let last = [end, ""][chance.below(2)];
    let named = [("x", time), ("series", column), ("y", figures)].into_iter();
    Sort {
        name: format!("sort-{index}"),
        language,
        text: format!("{mark}{}{last}", lines.join(end)),
        fields: named.filter(|(_, name)| !name.is_empty()).map(|(of, name)| format!("{of}={name}")).collect(),
    }
}

/// Numbers that look as if by chance, the same each time: a linear congruential generator with Knuth's constants.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}
