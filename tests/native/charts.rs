//! Grids, words and pictures for the tests of charts, of the figures in `real_figures`.

use std::cmp::Ordering;
use std::rc::Rc;

use migration_widget::chart::kinds::{KindLayout, layout_of};
use migration_widget::chart::{
    AnnotationLayer, ApproximateMetrics, ChartLater, Frame, Mark, Picture, Point, Step, Text, Theme,
    ValueScale, later, layout,
};
use migration_widget::locale::{Formats, Locale, Messages, PeriodStyle};
use migration_widget::model::{Boundaries, Period, QuantityKind, Reason, Role, Value};
use migration_widget::query::{Aggregate, Axis, Grid, JudgedClaim, Kind, Series, SeriesRole};
use migration_widget::view::State;

pub use crate::real_figures::{DARIEN, DARIEN_2023, DARIEN_BY_NATIONALITY, DARIEN_BY_YEAR, DISPLACED};

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
        partial: Vec::new(),
        members: Vec::new(),
        x_field: "place".into(),
        series_field: several.then(|| "nationality".into()),
        series_role: Role::Country,
        y_field: "crossings".into(),
        measure: QuantityKind::Event,
        aggregate: Aggregate::Sum,
        pooled: false,
        pooling: None,
        apart: false,
        series_apart: false,
        population: None,
        stayed: None,
        breaks: Vec::new(),
        indicator: None,
        unit: Some("crossings".into()),
        per: None,
        normalized: false,
        span: None,
        at_last: false,
        dates_stocks: true,
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
#[derive(Clone)]
pub struct Scene {
    pub grid: Grid,
    pub companions: Vec<Grid>,
    pub steps: Vec<Step>,
    pub boundaries: Option<&'static Boundaries>,
    pub claim: Option<JudgedClaim>,
    pub annotations: AnnotationLayer,
    pub later: Option<&'static ChartLater>,
    pub total: bool,
    pub kind: Kind,
    pub scale: ValueScale,
    pub exact: bool,
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
            steps: Vec::new(),
            boundaries: None,
            claim: None,
            annotations: AnnotationLayer::default(),
            later: Some(later()),
            total: false,
            kind,
            scale: ValueScale::Linear,
            exact: false,
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
            steps: &self.steps,
            claim: self.claim.as_ref(),
            boundaries: self.boundaries,
            annotations: &self.annotations,
            later: self.later,
            total: self.total,
            grid: &self.grid,
            kind: self.kind,
            scale: self.scale,
            exact: self.exact,
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
        ("annotate.in-words", "{place}: {words}"),
        ("annotation.headline", "{when}: {title}"),
        ("axis.crossings", "crossings"),
        ("axis.people", "people"),
        ("axis.log", "{unit}, logarithmic scale"),
        ("axis.log.alone", "logarithmic scale"),
        ("axis.millions", "{unit}, millions"),
        ("axis.millions.alone", "millions"),
        ("axis.billions", "{unit}, billions"),
        ("axis.billions.alone", "billions"),
        ("axis.per", "{unit} per {n} inhabitants"),
        ("axis.per.alone", "per {n} inhabitants"),
        ("axis.with", "{unit}, {phrase}"),
        ("share.of-all", "% of all"),
        ("share.of-group", "% of each group’s total"),
        ("share.of-period", "% of the period’s total"),
        ("when.stock", "at the end of {period}"),
        ("number.total", "{unit} in all, {period}"),
        ("mark.no-data", "no data"),
        ("mark.provisional", "provisional"),
        ("series.other", "Other"),
        ("number.of", "{unit}, {period}"),
        ("number.million.one", "{n} million"),
        ("number.million.other", "{n} million"),
        ("number.billion.one", "{n} billion"),
        ("number.billion.other", "{n} billion"),
        ("number.change", "{change} from {period} ({before})"),
        ("number.claim", "Quoted: {value} ({who}, {when})."),
        ("number.claim.same", "The data here give exactly the same figure: {figure} {when}."),
        ("number.claim.both-count", "Both count: {counted}."),
        ("number.claim.rest", "More of this under “Text”."),
        ("number.unknown.one", "Without {n} period that has no data"),
        ("number.unknown.other", "Without {n} periods that have no data"),
        ("when.period", "in {period}"),
        ("span.numbers", "{from}–{to}"),
        ("waffle.square", "1 square = 1% = {quantity}"),
        ("waffle.part", "{figure} · {share}"),
        ("waffle.part.one-in", "{figure} · {share} · 1 in {n}"),
        ("panels.free", "each panel has its own scale"),
        ("panels.shared", "same scale in all panels"),
        ("flow.from", "From"),
        ("flow.to", "To"),
        ("map.below", "below {n}"),
        ("map.elsewhere", "Elsewhere"),
        ("map.from", "{n} or more"),
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
