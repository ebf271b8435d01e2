//! Figures, words and pictures for the tests of charts.
//!
//! The figures are real: Panama's Servicio Nacional de Migración (crossings of the Darién, as the IOM republishes
//! them), and UNHCR's Refugee Population Statistics Database (v2025.12.1) with UNRWA's and IDMC's totals.

use std::cmp::Ordering;
use std::rc::Rc;

use migration_widget::chart::kinds::{KindLayout, layout_of};
use migration_widget::chart::{
    AnnotationLayer, ApproximateMetrics, Frame, Mark, Picture, Point, Text, Theme, ValueScale, layout,
};
use migration_widget::locale::{Formats, Locale, Messages, PeriodStyle};
use migration_widget::model::{Boundaries, Claim, Period, QuantityKind, Reason, Role, Value};
use migration_widget::query::{Axis, Grid, Kind, Series, SeriesRole};
use migration_widget::view::State;

/// All crossings by month, January 2020 to April 2025; no report for April, May and July 2020.
#[rustfmt::skip]
pub const DARIEN: [i32; 64] = [
    1538, 1825, 1099, GAP, GAP, 182, GAP, 6, 108, 371, 365, 971,
    1071, 1857, 2694, 5865, 4462, 10267, 18813, 25332, 25505, 25904, 7762, 4194,
    4702, 4262, 4827, 6134, 13894, 15633, 22822, 31104, 48204, 59773, 16632, 20297,
    24634, 24657, 38099, 40297, 38962, 29722, 55387, 81946, 75268, 49256, 37231, 24626,
    36001, 37166, 36841, 29259, 30747, 31049, 20519, 16603, 25111, 22914, 11144, 4849,
    2229, 408, 194, 73,
];

/// The same by nationality, the five largest and the others.
#[rustfmt::skip]
pub const DARIEN_BY_NATIONALITY: [(&str, [i32; 64]); 6] = [
    ("VEN", [9, 20, 3, GAP, GAP, 2, GAP, 0, 5, 5, 3, 22, 3, 9, 0, 3, 113, 205, 248, 568, 437, 339, 352, 542, 1421, 1573, 1704, 2694, 9844, 11359, 17066, 23632, 38399, 40593, 668, 1374, 2337, 7097, 20816, 25395, 26409, 18501, 38033, 62700, 58716, 34594, 22547, 11505, 21940, 24895, 23257, 18558, 21245, 23509, 13545, 11733, 19800, 19522, 8901, 2992, 1114, 151, 64, 13]),
    ("HTI", [1141, 1321, 777, GAP, GAP, 111, GAP, 0, 73, 279, 252, 584, 623, 981, 1893, 3306, 1851, 5293, 13141, 17279, 17609, 17114, 3111, 751, 630, 471, 485, 628, 810, 860, 1021, 1538, 2170, 3713, 4607, 5502, 10222, 6522, 6896, 4830, 3023, 1446, 1226, 1559, 2563, 3202, 2648, 2285, 3048, 1775, 2506, 1661, 882, 626, 495, 418, 243, 166, 89, 45, 32, 9, 3, 4]),
    ("ECU", [11, 4, 6, GAP, GAP, 1, GAP, 0, 0, 2, 7, 9, 3, 2, 14, 12, 5, 9, 19, 22, 48, 88, 65, 100, 100, 156, 121, 181, 527, 555, 883, 1581, 2594, 8487, 6350, 7821, 6352, 5203, 2772, 2683, 3059, 5052, 9773, 8642, 4744, 2849, 2996, 3125, 2208, 3450, 3295, 1700, 1475, 1277, 828, 489, 582, 507, 444, 321, 92, 4, 5, 5]),
    ("COL", [0, 2, 2, GAP, GAP, 0, GAP, 1, 2, 2, 1, 11, 8, 7, 1, 0, 0, 4, 8, 8, 31, 29, 18, 55, 48, 72, 59, 72, 248, 287, 407, 569, 1306, 1600, 208, 188, 333, 637, 1260, 1634, 1645, 894, 1884, 2989, 2570, 2051, 1716, 1228, 2129, 2483, 2524, 1729, 2098, 1967, 1125, 925, 1048, 918, 394, 189, 136, 21, 7, 1]),
    ("CHN", [0, 0, 0, GAP, GAP, 0, GAP, 3, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 3, 11, 22, 39, 32, 39, 56, 59, 67, 66, 85, 119, 136, 274, 377, 695, 913, 1285, 1657, 1683, 1497, 1722, 1789, 2433, 2588, 2934, 4090, 2974, 2911, 1562, 1885, 2302, 1511, 1074, 772, 53, 124, 69, 82, 53, 5, 0, 1, 0]),
    ("Other", [377, 478, 311, GAP, GAP, 68, GAP, 2, 28, 83, 102, 345, 434, 858, 784, 2544, 2493, 4756, 5397, 7455, 7377, 8323, 4194, 2707, 2471, 1951, 2402, 2500, 2398, 2506, 3360, 3665, 3599, 5106, 4422, 4717, 4477, 3913, 4698, 4072, 3329, 2107, 2682, 3623, 4087, 3626, 3234, 3509, 3765, 3001, 3374, 3309, 3536, 2596, 3754, 2985, 3314, 1732, 1234, 1249, 850, 223, 114, 50]),
];

/// Forcibly displaced people at the end of the years 2010 to 2025, as revised; OIP begin in 2018.
#[rustfmt::skip]
pub const DISPLACED: [(&str, [i32; 16]); 5] = [
    ("idmc_idps", [24981940, 22441240, 26387120, 33340830, 37877320, 40451900, 38919450, 39424542, 40557140, 44602441, 47076527, 52088708, 61246388, 67332380, 73573201, 68653080]),
    ("refugees", [10548835, 10403937, 10497017, 11698233, 14384289, 16110276, 17184286, 19940566, 20359553, 20414669, 20661846, 21327285, 29429078, 31637408, 30958200, 28461306]),
    ("asylum_seekers", [835969, 895691, 941497, 1162934, 1794704, 3223460, 2729521, 3089507, 3501629, 4148141, 4184926, 4616135, 5442312, 6858500, 8352712, 8998097]),
    ("oip", [GAP, GAP, GAP, GAP, GAP, GAP, GAP, GAP, 2592947, 3582202, 3862102, 4406432, 5217456, 5755363, 5875359, 7177473]),
    ("unrwa_refugees", [4691079, 4797723, 4919917, 5030049, 5149742, 5241257, 5340443, 5442947, 5545538, 5629829, 5703521, 5792907, 5887353, 5968636, 5914401, 5964782]),
];

/// Crossings in 2023 by nationality, the twenty largest.
#[rustfmt::skip]
pub const DARIEN_2023: [(&str, i32); 20] = [
    ("VEN", 328650), ("ECU", 57250), ("HTI", 46422), ("CHN", 25565), ("COL", 18841), ("CHL", 5877), ("AFG", 4267),
    ("PER", 4093), ("BRA", 3838), ("IND", 3736), ("NPL", 2252), ("VNM", 2102), ("BGD", 1931), ("OOO", 1673),
    ("CMR", 1636), ("AGO", 1157), ("CUB", 1124), ("SOM", 1124), ("BFA", 977), ("PAK", 872),
];

/// Crossings a year, 2010 to 2024.
#[rustfmt::skip]
pub const DARIEN_BY_YEAR: [i32; 15] = [
    559, 283, 1777, 3051, 6175, 29289, 30055, 6780, 9222, 22102, 6465, 133726, 248284, 520085, 302203,
];

/// A figure that is missing.
pub const GAP: i32 = i32::MIN;

/// A figure, or missing where it is [`GAP`].
pub fn value(figure: i32) -> Value {
    if figure == GAP { Value::Missing(Reason::NoRow) } else { Value::Known(f64::from(figure)) }
}

/// Months from January of a year on.
pub fn months(year: i32, count: usize) -> Axis {
    let first = Period::month(year, 1).expect("January exists");
    Axis::Periods(std::iter::successors(Some(first), |month| Some(month.next())).take(count).collect())
}

/// Successive years.
pub fn years(first: i32, count: usize) -> Axis {
    Axis::Periods((first..).take(count).map(Period::year).collect())
}

/// A grid of the given series; a key `Other` is what `top` folded.
pub fn grid(axis: Axis, series: &[(&str, Vec<Value>)]) -> Grid {
    let places = axis.len();
    let several = series.len() > 1;
    Grid {
        x_role: if matches!(axis, Axis::Periods(_)) { Role::Period } else { Role::Country },
        axis,
        series: series.iter().map(|(key, _)| named(key, several)).collect(),
        values: series.iter().flat_map(|(_, values)| values.iter().copied()).collect(),
        provisional: vec![false; places],
        incomplete: vec![false; places],
        x_field: "place".into(),
        series_field: several.then(|| "nationality".into()),
        series_role: Role::Country,
        y_field: "crossings".into(),
        measure: QuantityKind::Event,
        unit: Some("crossings".into()),
        per: None,
        normalized: false,
        span: None,
        at_last: false,
        folded: None,
        series_before_top: series.len(),
    }
}

fn named(key: &str, several: bool) -> Series {
    let role = match key {
        "Other" => SeriesRole::Other,
        _ if several => SeriesRole::Named,
        _ => SeriesRole::Indicator,
    };
    Series { key: key.into(), role }
}

/// All crossings by month.
pub fn darien() -> Grid {
    grid(months(2020, 64), &[("crossings", DARIEN.map(value).to_vec())])
}

/// Crossings by month and nationality, the largest `count` series.
pub fn darien_by_nationality(count: usize) -> Grid {
    let series = DARIEN_BY_NATIONALITY.iter().take(count);
    grid(
        months(2020, 64),
        &series.map(|(key, figures)| (*key, figures.map(value).to_vec())).collect::<Vec<_>>(),
    )
}

/// Forcibly displaced people by year and category.
pub fn displaced() -> Grid {
    let series = DISPLACED.iter().map(|(key, figures)| (*key, figures.map(value).to_vec()));
    let mut grid = grid(years(2010, 16), &series.collect::<Vec<_>>());
    grid.series_field = Some("category".into());
    grid.series_role = Role::Category;
    grid.unit = Some("people".into());
    grid
}

/// Crossings in 2023 by nationality, the largest `count`.
pub fn darien_2023(count: usize) -> Grid {
    let largest = || DARIEN_2023.iter().take(count);
    let axis = Axis::Entities(largest().map(|(key, _)| (*key).into()).collect());
    grid(axis, &[("crossings", largest().map(|(_, figure)| value(*figure)).collect())])
}

/// The change of crossings over the year before, 2011 to 2024.
pub fn darien_change() -> Grid {
    let changes = DARIEN_BY_YEAR.windows(2).map(|pair| value(pair[1] - pair[0])).collect();
    grid(years(2011, 14), &[("change", changes)])
}

/// The same grid with its last `count` places provisional.
pub fn provisional(mut grid: Grid, count: usize) -> Grid {
    grid.provisional.iter_mut().rev().take(count).for_each(|flag| *flag = true);
    grid
}

/// The shares of a grid's places.
pub fn normalized(mut grid: Grid) -> Grid {
    let places = grid.axis.len();
    let totals: Vec<Option<f64>> = (0..places).map(|place| grid.total(place, |_| true)).collect();
    for (index, value) in grid.values.iter_mut().enumerate() {
        if let (Value::Known(figure), Some(total)) = (*value, totals[index % places]) {
            *value = Value::finite(figure / total);
        }
    }
    grid.normalized = true;
    grid
}

/// A picture of a grid with everything at its plainest.
pub struct Scene {
    pub grid: Grid,
    pub companions: Vec<Grid>,
    pub boundaries: Option<&'static Boundaries>,
    pub claim: Option<Claim>,
    pub annotations: AnnotationLayer,
    pub breaks: Vec<Period>,
    pub total: bool,
    pub kind: Kind,
    pub scale: ValueScale,
    pub state: State,
    pub theme: Theme,
    pub width: f64,
    pub height: f64,
    pub ratio: f64,
    pub locale: Locale,
}

impl Scene {
    pub fn new(kind: Kind, grid: Grid) -> Scene {
        Scene {
            grid,
            companions: Vec::new(),
            boundaries: None,
            claim: None,
            annotations: AnnotationLayer::default(),
            breaks: Vec::new(),
            total: false,
            kind,
            scale: ValueScale::Linear,
            state: State::default(),
            theme: Theme::light(),
            width: 700.0,
            height: 400.0,
            ratio: 1.0,
            locale: locale(),
        }
    }

    pub fn size(mut self, width: f64, height: f64) -> Scene {
        (self.width, self.height) = (width, height);
        self
    }

    pub fn dark(mut self) -> Scene {
        self.theme = Theme::dark();
        self
    }

    pub fn ratio(mut self, ratio: f64) -> Scene {
        self.ratio = ratio;
        self
    }

    pub fn log(mut self) -> Scene {
        self.scale = ValueScale::Log;
        self
    }

    pub fn hidden(mut self, keys: &[&str]) -> Scene {
        self.state.hidden = keys.iter().map(|key| (*key).into()).collect();
        self
    }

    pub fn highlight(mut self, key: &str) -> Scene {
        self.state.highlight = Some(key.into());
        self
    }

    pub fn picture(&self) -> Picture<'_> {
        Picture {
            companions: &self.companions,
            claim: self.claim.as_ref(),
            boundaries: self.boundaries,
            annotations: &self.annotations,
            breaks: &self.breaks,
            total: self.total,
            grid: &self.grid,
            kind: self.kind,
            scale: self.scale,
            state: &self.state,
            locale: &self.locale,
            theme: &self.theme,
            width_in_css_px: self.width,
            height_in_css_px: self.height,
            device_pixel_ratio: self.ratio,
            metrics: &ApproximateMetrics,
        }
    }

    pub fn frame(&self) -> Frame {
        layout(&self.picture(), self.kind_layout())
    }

    pub fn kind_layout(&self) -> KindLayout {
        layout_of(self.kind, &self.grid.axis)
    }
}

/// The texts of a frame and of the frames it holds, where they stand in it.
pub fn all_texts(frame: &Frame) -> Vec<Text> {
    let mut texts = Vec::new();
    let visited = frame.visit::<()>(Point::default(), &mut |corner, mark| {
        if let Mark::Text(text) = mark {
            texts.push(Text { at: text.at.offset_by(corner), ..text.clone() });
        }
        Ok(())
    });
    visited.expect("nothing is refused");
    texts
}

/// English with just the words that these charts need.
pub fn locale() -> Locale {
    let texts = [
        ("axis.crossings", "crossings"),
        ("axis.people", "people"),
        ("axis.millions", "{unit}, millions"),
        ("axis.millions.alone", "millions"),
        ("axis.billions", "{unit}, billions"),
        ("axis.billions.alone", "billions"),
        ("axis.per", "{unit} per {n} inhabitants"),
        ("axis.per.alone", "per {n} inhabitants"),
        ("mark.no-data", "no data"),
        ("mark.provisional", "provisional"),
        ("series.other", "Other"),
        ("number.of", "{unit}, {period}"),
        ("number.change", "{change} against {period} ({before})"),
        ("number.claim", "Quoted: {value} ({who}, {when})"),
        ("number.claim.same", "The data here give the same figure."),
        ("waffle.square", "1 square = 1 % = {quantity}"),
        ("waffle.part", "{figure} · {share}"),
        ("waffle.part.one-in", "{figure} · {share} · 1 in {n}"),
        ("flow.from", "From"),
        ("flow.to", "To"),
        ("map.below", "below {n}"),
        ("map.from", "{n} and more"),
        ("map.between", "{low} to below {high}"),
        ("unit.crossings.other", "{n} crossings"),
        ("unit.people.other", "{n} people"),
        ("value.place.adult", "Adults"),
        ("value.place.accompanied-child", "Accompanied children"),
        ("value.place.unaccompanied-child", "Unaccompanied children"),
        ("value.category.idmc_idps", "Internally displaced"),
        ("value.category.refugees", "Refugees"),
        ("value.category.unrwa_refugees", "Palestine refugees (UNRWA)"),
        ("value.category.asylum_seekers", "Asylum-seekers"),
        ("value.category.oip", "Others in need of protection"),
    ];
    let messages = Messages::new(texts.map(|(key, text)| (key.into(), text.into())));
    Locale { tag: "en".into(), messages: Rc::new(messages), formats: Rc::new(Plain) }
}

/// English formats of these tests' own, so that a change of the product's formats is not a change of layout.
struct Plain;

impl Formats for Plain {
    fn number(&self, figure: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", figure.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut grouped = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        let sign =
            if figure < 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) { "-" } else { "" };
        format!("{sign}{grouped}{point}{fraction}")
    }

    fn percent(&self, ratio: f64, decimals: usize) -> String {
        format!("{}%", self.number(ratio * 100.0, decimals))
    }

    fn period(&self, period: Period, style: PeriodStyle) -> String {
        use migration_widget::model::Grain;
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = MONTHS[period.calendar_month() as usize - 1];
        let year = period.calendar_year();
        match (period.grain, style) {
            (Grain::Year, _) => year.to_string(),
            (Grain::Quarter, PeriodStyle::Tick) => format!("Q{}", (period.calendar_month() - 1) / 3 + 1),
            (Grain::Month, PeriodStyle::Tick) => month.into(),
            (Grain::Month, _) => format!("{month} {year}"),
            (Grain::Day, PeriodStyle::Tick) => format!("{} {month}", period.calendar_day()),
            (Grain::Day, _) => format!("{} {month} {year}", period.calendar_day()),
            _ => period.to_string(),
        }
    }

    fn country(&self, iso3: &str) -> Option<String> {
        let names = [
            ("AFG", "Afghanistan"),
            ("AGO", "Angola"),
            ("BFA", "Burkina Faso"),
            ("BGD", "Bangladesh"),
            ("BRA", "Brazil"),
            ("CHL", "Chile"),
            ("CHN", "China"),
            ("CMR", "Cameroon"),
            ("COD", "Democratic Republic of the Congo"),
            ("COL", "Colombia"),
            ("CUB", "Cuba"),
            ("ECU", "Ecuador"),
            ("HTI", "Haiti"),
            ("IND", "India"),
            ("NPL", "Nepal"),
            ("OOO", "Other or unknown"),
            ("PAK", "Pakistan"),
            ("PER", "Peru"),
            ("SOM", "Somalia"),
            ("VCT", "Saint Vincent and the Grenadines"),
            ("VEN", "Venezuela"),
            ("VNM", "Viet Nam"),
        ];
        names.iter().find(|(code, _)| *code == iso3).map(|(_, name)| (*name).into())
    }

    fn plural(&self, figure: f64) -> String {
        if figure == 1.0 { "one" } else { "other" }.to_owned()
    }

    fn list(&self, items: &[String]) -> String {
        items.join(", ")
    }

    fn compare(&self, left: &str, right: &str) -> Ordering {
        left.cmp(right)
    }
}
