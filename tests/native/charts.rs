//! Grids, words and pictures for the tests of charts, of the figures in `real_figures`.

use migration_widget::chart::kinds::{KindLayout, layout_of};
use migration_widget::chart::{
    AnnotationLayer, ApproximateMetrics, ChartLater, Frame, Mark, Picture, Point, Step, Text, Theme,
    ValueScale, later, layout,
};
use migration_widget::locale::Locale;
use migration_widget::model::{Boundaries, Period, QuantityKind, Reason, Role, Value};
use migration_widget::query::{Aggregate, Axis, Grid, JudgedClaim, Kind, Series, SeriesRole};
use migration_widget::view::State;

pub use crate::plain_words::locale;
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
    pub origin: Option<&'static str>,
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
            origin: None,
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
            origin: self.origin,
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
