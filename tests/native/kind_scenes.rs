//! The kinds beyond lines, areas and bars, on real figures: scenes for goldens and for tests of layout.
//!
//! Returns to Guatemala by sex and age, 2020–2025 (Instituto Guatemalteco de Migración); Venezuelans abroad at the end
//! of 2014–2025 (UNHCR v2025.12.1); migrants by destination in 1990 and 2024 (UN DESA 2024).

use std::rc::Rc;
use std::sync::OnceLock;

use migration_widget::chart::{AnnotationLayer, ValueScale};
use migration_widget::data::read_boundaries;
use migration_widget::locale::Locale;
use migration_widget::model::{Boundaries, Claim, QuantityKind, Role, Value};
use migration_widget::query::{Axis, Grid, JudgedClaim, Kind, Verdict};

use crate::charts::*;

/// Venezuelans abroad by country of asylum, 2014 to 2025.
#[rustfmt::skip]
pub const VENEZUELANS: [(&str, [i32; 12]); 6] = [
    ("COL", [70, 112, 367, 530, 1174375, 1780486, 1749895, 1872472, 2477588, 2875743, 2808968, 2828195]),
    ("PER", [70, 195, 3700, 36311, 656274, 861665, 1049970, 1327362, 1506368, 1542004, 1662889, 1641305]),
    ("CHL", [5, 17, 261, 1586, 288233, 455494, 457324, 505007, 444423, 444423, 532715, 669408]),
    ("BRA", [144, 986, 4332, 22345, 120807, 248105, 301363, 310661, 414502, 510499, 626858, 732272]),
    ("USA", [10710, 17338, 34624, 64213, 93059, 120695, 146959, 265480, 393969, 550169, 648202, 435298]),
    ("ESP", [164, 1783, 4464, 12509, 31692, 69203, 94705, 107697, 139444, 188209, 221390, 283741]),
];

/// Migrants by country of destination in 1990 and 2024.
#[rustfmt::skip]
pub const MIGRANTS: [(&str, [i32; 2]); 8] = [
    ("USA", [23266147, 52375047]), ("CAN", [4251056, 8805839]), ("ARG", [1647935, 1958039]), ("VEN", [1025009, 1263304]),
    ("MEX", [701513, 1726089]), ("BRA", [803218, 1406299]), ("COL", [100672, 3063518]), ("CHL", [100133, 1538324]),
];

/// Returns to Guatemala by age group, men and boys, then women and girls.
pub const RETURNS: [(&str, [i32; 2]); 3] = [
    ("adult", [233504, 76641]),
    ("accompanied-child", [19340, 17143]),
    ("unaccompanied-child", [18860, 7126]),
];

fn series_of<const N: usize>(rows: &[(&'static str, [i32; N])]) -> Vec<(&'static str, Vec<Value>)> {
    rows.iter().map(|(key, figures)| (*key, figures.map(value).to_vec())).collect()
}

/// Venezuelans by year and the first `count` countries.
pub fn venezuelans(count: usize) -> Grid {
    people(grid(years(2014, 12), &series_of(&VENEZUELANS[..count])))
}

/// Venezuelans by country at the end of 2025.
pub fn venezuelans_2025() -> Grid {
    let keys = VENEZUELANS.iter().map(|(key, _)| (*key).into()).collect();
    let figures = VENEZUELANS.iter().map(|(_, figures)| value(figures[11])).collect();
    people(grid(Axis::Entities(keys), &[("people", figures)]))
}

/// Migrants in 1990 and 2024.
pub fn migrants() -> Grid {
    let axis = Axis::Periods([1990, 2024].map(migration_widget::model::Period::year).to_vec());
    people(grid(axis, &series_of(&MIGRANTS)))
}

/// Returns by age, one series a sex.
pub fn returns() -> Grid {
    let keys = RETURNS.iter().map(|(key, _)| (*key).into()).collect();
    let of = |sex: usize| RETURNS.iter().map(|(_, figures)| value(figures[sex])).collect();
    let mut grid = grid(Axis::Entities(keys), &[("male", of(0)), ("female", of(1))]);
    (grid.x_role, grid.series_role) = (Role::Category, Role::Category);
    grid
}

/// Crossings of the Darién in 2023 by nationality, the largest.
pub fn crossings_2023(count: usize) -> Grid {
    let (kept, rest) = DARIEN_2023.split_at(count);
    let mut keys: Vec<String> = kept.iter().map(|(key, _)| (*key).into()).collect();
    let mut figures: Vec<Value> = kept.iter().map(|(_, figure)| value(*figure)).collect();
    keys.push("Other".into());
    figures.push(value(rest.iter().map(|(_, figure)| figure).sum()));
    let folded = Some(keys.len() - 1);
    Grid { folded, ..grid(Axis::Entities(keys), &[("crossings", figures)]) }
}

/// Asylum applications of 2024 from three origins to three countries and to all others.
pub fn pairs() -> Grid {
    let keys = ["CAN", "MEX", "BRA", "Other"].map(String::from).to_vec();
    // By origin and country of asylum (UNHCR v2025.12.1).
    let series = [
        ("VEN", vec![value(1177), value(5419), value(27150), value(234372)]),
        ("CUB", vec![value(842), value(17884), value(22288), value(26690)]),
        ("IND", vec![value(32539), value(8), value(2144), value(27621)]),
    ];
    Grid { folded: Some(3), ..grid(Axis::Entities(keys), &series) }
}

fn people(mut grid: Grid) -> Grid {
    (grid.unit, grid.measure) = (Some("people".into()), QuantityKind::Stock);
    grid
}

/// The map of the Americas as it ships.
pub fn americas() -> &'static Boundaries {
    static MAP: OnceLock<Boundaries> = OnceLock::new();
    MAP.get_or_init(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/maps/americas.txt");
        read_boundaries(&std::fs::read(path).expect("the map ships")).expect("it is a map")
    })
}

/// The map of the world as it ships.
pub fn world() -> &'static Boundaries {
    static MAP: OnceLock<Boundaries> = OnceLock::new();
    MAP.get_or_init(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/maps/world.txt");
        read_boundaries(&std::fs::read(path).expect("the map ships")).expect("it is a map")
    })
}

/// Venezuelans per 100,000 inhabitants at the end of 2023.
pub fn rates() -> Grid {
    let keys = ["COL", "PER", "CHL", "BRA", "USA"].map(String::from).to_vec();
    let figures = [5496.33, 4555.99, 2260.68, 241.78].map(Value::Known).into_iter();
    let figures = figures.chain([Value::Missing(migration_widget::model::Reason::NotComputable)]).collect();
    Grid { per: Some(100_000.0), ..people(grid(Axis::Entities(keys), &[("people", figures)])) }
}

fn with_map(mut scene: Scene) -> Scene {
    scene.boundaries = Some(americas());
    scene
}

fn with_claim(mut scene: Scene, claim: &str) -> Scene {
    scene.total = true;
    scene.claim = Some(JudgedClaim {
        claim: Claim::parse(claim).expect("a claim"),
        key_figure: scene.grid.key_figure(0, true),
        quoted: vec!["Crossings".into()],
        counted: vec!["Crossings".into()],
        scope: Vec::new(),
        whole_of: None,
        verdict: Verdict::Same,
    });
    scene
}

fn scatter() -> Scene {
    let mut scene = Scene::new(Kind::Scatter, rates());
    scene.companions = vec![venezuelans_2025()];
    scene
}

fn right_to_left(mut scene: Scene) -> Scene {
    let names = [
        ("country.VEN", "فنزويلا"),
        ("country.COL", "كولومبيا"),
        ("country.PER", "بيرو"),
        ("country.HTI", "هايتي"),
        ("country.ECU", "الإكوادور"),
        ("country.MEX", "المكسيك"),
        ("country.USA", "الولايات المتحدة"),
        ("series.other", "أخرى"),
        ("mark.no-data", "لا توجد بيانات"),
    ];
    let own = names.iter().map(|(key, name)| (key.to_string(), name.to_string()));
    let messages =
        migration_widget::locale::Messages::new(crate::messages::texts("en").into_iter().chain(own));
    scene.locale = Locale { tag: "ar".into(), messages: Rc::new(messages), ..scene.locale };
    scene
}

/// The grid with its second place unknown in its first series.
fn gap(mut grid: Grid) -> Grid {
    grid.values[1] = Value::Missing(migration_widget::model::Reason::NoRow);
    grid
}

/// What the first list of each kind leaves out: one value, gaps, below zero, right to left.
fn odd_cases() -> Vec<(&'static str, Scene)> {
    let scene = Scene::new;
    let one_year = || grid(years(2023, 1), &[("crossings", vec![value(520085)])]);
    let one = || grid(Axis::Entities(vec!["VEN".into()]), &[("crossings", vec![value(328650)])]);
    let mut claims_nothing = scene(Kind::Number, gap(darien()));
    claims_nothing.total = true;
    let mut sparse = scatter();
    sparse.companions = vec![gap(venezuelans_2025())];
    let mut marked = scene(Kind::Line, darien_by_nationality(3));
    let marks = ["2021-10", "2022-06-10", "2022-06-14", "2024-05-07"]
        .map(|date| migration_widget::model::Annotation {
            when: migration_widget::model::Period::parse(date),
            title: date.into(),
            ..Default::default()
        })
        .to_vec();
    marked.annotations = AnnotationLayer::new(marks);
    let words =
        "2023-08 | Never did so many cross in one month;; HTI, 2021-09 | Haitians leave Chile and Brazil";
    let with_words = |kind| {
        let mut scene = scene(kind, darien_by_nationality(3));
        let (notes, _) = migration_widget::model::AuthorNote::read_all(words);
        scene.annotations = AnnotationLayer::default().with_notes(notes);
        scene
    };
    let mut broken = scene(Kind::StackedArea, darien_by_nationality(3)).dark();
    let from = migration_widget::model::Period::parse("2023-01").expect("a month");
    broken.grid.breaks = vec![migration_widget::query::SeriesBreak { from, series: None }];
    let mut zoomed = with_map(scene(Kind::Map, venezuelans_2025())).size(700.0, 500.0);
    zoomed.state.region = Some("central-america".into());
    vec![
        ("line/right-to-left", right_to_left(scene(Kind::Line, darien_by_nationality(3)))),
        ("line/annotations", marked),
        ("line/authors-words", with_words(Kind::Line)),
        ("stacked-area/authors-words-dark", with_words(Kind::StackedArea).dark()),
        ("stacked-bar/authors-words-narrow", with_words(Kind::StackedBar).size(320.0, 420.0)),
        ("stacked-area/break-of-method-dark", broken),
        ("stacked-area/right-to-left", right_to_left(scene(Kind::StackedArea, darien_by_nationality(3)))),
        ("area/right-to-left", right_to_left(scene(Kind::Area, darien()))),
        ("bar/right-to-left", right_to_left(scene(Kind::Bar, darien_2023(10)))),
        ("stacked-bar/one-value", scene(Kind::StackedBar, one_year())),
        ("stacked-bar/gaps", scene(Kind::StackedBar, darien_by_nationality(3))),
        ("stacked-bar/negative", scene(Kind::StackedBar, darien_change())),
        ("stacked-bar/right-to-left", right_to_left(scene(Kind::StackedBar, returns()))),
        ("grouped-bar/ranked-gaps", scene(Kind::GroupedBar, gap(returns()))),
        ("grouped-bar/negative", scene(Kind::GroupedBar, darien_change())),
        ("grouped-bar/right-to-left", right_to_left(scene(Kind::GroupedBar, returns()))),
        ("grouped-bar/empty", scene(Kind::GroupedBar, grid(Axis::Periods(Vec::new()), &[]))),
        ("small-multiples/negative", scene(Kind::SmallMultiples, darien_change())),
        ("small-multiples/right-to-left", right_to_left(scene(Kind::SmallMultiples, venezuelans(6)))),
        ("slope/gaps", scene(Kind::Slope, gap(migrants()))),
        ("slope/negative", scene(Kind::Slope, darien_change())),
        ("slope/right-to-left", right_to_left(scene(Kind::Slope, migrants()).log())),
        ("scatter/gaps", sparse),
        ("scatter/right-to-left", right_to_left(scatter())),
        ("pyramid/one-value", scene(Kind::Pyramid, one())),
        ("pyramid/gaps", scene(Kind::Pyramid, gap(returns()))),
        ("pyramid/right-to-left", right_to_left(scene(Kind::Pyramid, returns()))),
        ("waffle/gaps", scene(Kind::Waffle, gap(crossings_2023(4)))),
        ("waffle/right-to-left", right_to_left(scene(Kind::Waffle, crossings_2023(4)))),
        ("number/gaps", claims_nothing),
        ("number/negative", scene(Kind::Number, darien_change())),
        ("number/right-to-left", right_to_left(scene(Kind::Number, darien()))),
        ("flow/one-value", scene(Kind::Flow, one())),
        ("flow/gaps", scene(Kind::Flow, gap(pairs()))),
        ("map/one-value", with_map(scene(Kind::Map, one())).size(700.0, 600.0)),
        ("map/gaps", with_map(scene(Kind::Map, gap(venezuelans_2025()))).size(700.0, 600.0)),
        ("map/region", zoomed),
        (
            "map/right-to-left",
            right_to_left(with_map(scene(Kind::Map, venezuelans_2025())).size(700.0, 600.0)),
        ),
    ]
}

/// Every case, by the name of its golden.
pub fn cases() -> Vec<(&'static str, Scene)> {
    let mut all = first_cases();
    all.extend(odd_cases());
    all
}

fn first_cases() -> Vec<(&'static str, Scene)> {
    let scene = Scene::new;
    let empty = |kind| scene(kind, grid(Axis::Entities(Vec::new()), &[]));
    let empty_time = |kind| scene(kind, grid(Axis::Periods(Vec::new()), &[]));
    let one = || grid(Axis::Entities(vec!["VEN".into()]), &[("crossings", vec![value(328650)])]);
    let one_month = || grid(months(2023, 1), &[("crossings", vec![value(24634)])]);
    let quarter = || grid(months(2023, 3), &[("crossings", [24634, 24657, 38099].map(value).to_vec())]);
    let mut free = scene(Kind::SmallMultiples, venezuelans(6));
    free.scale = ValueScale::Free;
    vec![
        ("stacked-bar/years", scene(Kind::StackedBar, displaced())),
        ("stacked-bar/shares-ranked", scene(Kind::StackedBar, normalized(returns()))),
        ("stacked-bar/empty", empty_time(Kind::StackedBar)),
        ("stacked-bar/dark-narrow", scene(Kind::StackedBar, displaced()).dark().size(280.0, 300.0)),
        ("grouped-bar/years", scene(Kind::GroupedBar, venezuelans(3))),
        ("grouped-bar/gaps", scene(Kind::GroupedBar, displaced())),
        ("grouped-bar/ranked", scene(Kind::GroupedBar, returns())),
        ("grouped-bar/one-value", scene(Kind::GroupedBar, one())),
        ("grouped-bar/narrow-dark", scene(Kind::GroupedBar, returns()).size(280.0, 300.0).dark()),
        ("small-multiples/countries", scene(Kind::SmallMultiples, venezuelans(6))),
        ("small-multiples/free", free),
        ("small-multiples/gaps", scene(Kind::SmallMultiples, darien_by_nationality(6))),
        ("small-multiples/highlight", scene(Kind::SmallMultiples, venezuelans(6)).highlight("PER")),
        (
            "small-multiples/narrow-dark",
            scene(Kind::SmallMultiples, venezuelans(6)).size(280.0, 300.0).dark(),
        ),
        ("small-multiples/one", scene(Kind::SmallMultiples, darien())),
        ("small-multiples/empty", empty_time(Kind::SmallMultiples)),
        ("slope/migrants", scene(Kind::Slope, migrants())),
        ("slope/migrants-log", scene(Kind::Slope, migrants()).log()),
        ("slope/narrow-dark", scene(Kind::Slope, migrants()).log().size(280.0, 300.0).dark()),
        ("slope/one-period", scene(Kind::Slope, one_month())),
        ("slope/empty", empty_time(Kind::Slope)),
        ("slope/highlight", scene(Kind::Slope, migrants()).log().highlight("COL")),
        ("scatter/rates", scatter()),
        ("scatter/rates-log-dark", scatter().log().dark()),
        ("scatter/narrow", scatter().log().size(280.0, 300.0)),
        ("scatter/empty", empty(Kind::Scatter)),
        ("pyramid/returns", scene(Kind::Pyramid, returns())),
        ("pyramid/shares-dark", scene(Kind::Pyramid, normalized(returns())).dark()),
        ("pyramid/narrow", scene(Kind::Pyramid, returns()).size(280.0, 300.0)),
        ("pyramid/empty", empty(Kind::Pyramid)),
        ("waffle/crossings", scene(Kind::Waffle, crossings_2023(4))),
        ("waffle/narrow-dark", scene(Kind::Waffle, crossings_2023(4)).size(280.0, 340.0).dark()),
        ("waffle/one", scene(Kind::Waffle, one())),
        ("waffle/empty", empty(Kind::Waffle)),
        ("number/month", scene(Kind::Number, darien())),
        ("number/claim", with_claim(scene(Kind::Number, quarter()), "87,390 | Eamon Courtenay | June 2023")),
        ("number/narrow-dark", scene(Kind::Number, darien()).size(280.0, 260.0).dark()),
        ("number/one", scene(Kind::Number, one_month())),
        ("number/empty", empty_time(Kind::Number)),
        ("flow/pairs", scene(Kind::Flow, pairs())),
        ("flow/highlight", scene(Kind::Flow, pairs()).highlight("MEX")),
        ("flow/narrow-dark", scene(Kind::Flow, pairs()).size(280.0, 320.0).dark()),
        ("flow/empty", empty(Kind::Flow)),
        ("flow/right-to-left", right_to_left(scene(Kind::Flow, pairs()))),
        ("map/circles", with_map(scene(Kind::Map, venezuelans_2025())).size(700.0, 600.0)),
        ("map/shades", with_map(scene(Kind::Map, rates())).size(700.0, 600.0)),
        ("map/arrows-dark", with_map(scene(Kind::Map, pairs())).size(700.0, 600.0).dark()),
        ("map/circles-narrow", with_map(scene(Kind::Map, venezuelans_2025())).size(280.0, 320.0)),
        ("map/empty", with_map(empty(Kind::Map))),
    ]
}
