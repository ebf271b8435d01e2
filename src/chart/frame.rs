//! A laid-out chart as a plain value: everything that will be drawn, and what lies where.

use super::{Color, Point, Rect, Weight};
use crate::model::{Listed, Period};

/// A finished layout. All coordinates are device pixels from the frame's top left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// Width in device pixels.
    pub width_in_device_px: i32,
    /// Height in device pixels.
    pub height_in_device_px: i32,
    /// Device pixels per CSS pixel.
    pub device_pixel_ratio: f64,
    /// The colour behind everything.
    pub background: Color,
    /// Where the data are drawn, inside the axes.
    pub plot: Rect,
    /// The panels that share their places, all of one width, first the one that the places' middles lie in; none in a
    /// chart that is one plot.
    pub panels: Vec<Panel>,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// The places of the axis, for pointer, touch and keyboard, in axis order.
    pub hit_bands: Vec<HitBand>,
    /// The rows of a list beside a map, which mean what their marks mean.
    pub rows: Vec<ListRow>,
    /// The numbers above the plot that stand for annotations, from left to right.
    pub markers: Vec<Marker>,
    /// What those numbers stand for, a line each: "1 · 10 June 2022: Declaration endorsed".
    pub marks_told: Vec<String>,
    /// The periods within the plot from which the method differs.
    pub breaks: Vec<Period>,
    /// Whether places stand below each other (horizontal bars) rather than side by side.
    pub bands_run_down: bool,
    /// The series in the order a legend shows them, with their colours.
    pub legend_entries: Vec<LegendEntry>,
    /// Whether every series is labelled in the drawing, so that no legend is needed.
    pub labelled_directly: bool,
    /// Whether a drawing that readers can use has its key all the same: it is drawn before the labels are there, and it is
    /// what switches series off.
    pub keeps_key: bool,
    /// Whether the labels in the layers of a stack and at its peak are still to come.
    pub awaits_labels: bool,
    /// How many places did not fit and are only in the table.
    pub categories_left_out: usize,
    /// In words, how much is not drawn since it stays in one place and so is on no way; empty where nothing is.
    pub stayed: String,
    /// What of the author's words found no room, as sentences to be read below the drawing.
    pub words_left: Vec<String>,
    /// Whether some shown value is missing, so that a "no data" key belongs to the chart.
    pub has_gaps: bool,
    /// Whether some shown value is provisional.
    pub has_provisional: bool,
    /// Whether some shown value covers only a part of its place, e.g. a year of which four months are known.
    pub has_incomplete: bool,
}

impl Frame {
    /// The place whose region holds a point: the smallest of them, as small marks lie on large ones; in a list the one
    /// that its row is about.
    pub fn find(&self, point: Point) -> Option<&HitBand> {
        if let Some(row) = self.rows.iter().find(|row| row.bounds.holds(point)) {
            return self.hit_bands.get(row.place);
        }
        let holding = self.hit_bands.iter().filter_map(|place| {
            let region = place.region.as_ref().filter(|region| region.holds(point))?;
            Some((place, i64::from(region.bounds.width()) * i64::from(region.bounds.height())))
        });
        holding.min_by_key(|(_, size)| *size).map(|(place, _)| place)
    }

    /// The chart in a picture that has texts around it; the frame itself where it holds no other.
    pub fn chart(&self) -> &Frame {
        let held = self.marks.iter().find_map(|mark| match mark {
            Mark::Frame { frame, .. } => Some(frame.as_ref()),
            _ => None,
        });
        held.unwrap_or(self)
    }

    /// Visits every mark from back to front, those of the frames it holds among them, each with the point that its
    /// coordinates count from; `corner` is the frame's own.
    ///
    /// # Errors
    /// The first of the visitor's.
    pub fn visit<E>(
        &self,
        corner: Point,
        visitor: &mut dyn FnMut(Point, &Mark) -> Result<(), E>,
    ) -> Result<(), E> {
        for mark in &self.marks {
            match mark {
                Mark::Frame { corner: inner, frame } => frame.visit(inner.offset_by(corner), visitor)?,
                mark => visitor(corner, mark)?,
            }
        }
        Ok(())
    }

    /// Where a place lies in each panel, or once in the whole plot: the stretch of a hairline, and its device pixel from
    /// the left.
    pub fn hairlines(&self, place: &HitBand) -> Vec<(i32, Rect)> {
        let Some(first) = self.panels.first() else { return vec![(place.middle, self.plot)] };
        let at = |panel: &Panel| (place.middle - first.plot.left + panel.plot.left, panel.plot);
        self.panels.iter().map(at).listed()
    }

    /// The panel nearest to a point; `None` in a chart that is one plot.
    pub fn panel_near(&self, point: Point) -> Option<&Panel> {
        self.panels.iter().min_by_key(|panel| {
            let Rect { left, top, right, bottom } = panel.plot;
            let beyond = |at: i32, from: i32, to: i32| i64::from((from - at).max(at - to).max(0));
            beyond(point.x, left, right).pow(2) + beyond(point.y, top, bottom).pow(2)
        })
    }
}

/// One of several plots side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Panel {
    /// Where its data are drawn.
    pub plot: Rect,
    /// The series that it is about.
    pub series: usize,
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// An open line through points.
    Line {
        /// The points, at least two.
        points: Vec<Point>,
        /// How it is stroked.
        stroke: Stroke,
    },
    /// A closed, filled shape.
    Area {
        /// The corners, at least three.
        points: Vec<Point>,
        /// What fills it.
        fill: Fill,
    },
    /// A filled rectangle.
    Box {
        /// Where.
        rect: Rect,
        /// What fills it.
        fill: Fill,
    },
    /// A filled circle.
    Dot {
        /// Its middle.
        center: Point,
        /// Its radius in device pixels.
        radius: i32,
        /// Its colour.
        color: Color,
        /// The colour of the ring around it, one CSS pixel wide, if any.
        ring: Option<Color>,
    },
    /// A run of text on one line.
    Text(Text),
    /// A whole frame, on the background of the one that holds it.
    Frame {
        /// Where its top left corner lies.
        corner: Point,
        /// The frame, whose own coordinates count from that corner.
        frame: Box<Frame>,
    },
}

/// How a line is stroked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width in device pixels.
    pub width_in_device_px: u32,
    /// Whether it is broken.
    pub dash: Dash,
}

/// Whether a line is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken.
    #[default]
    Solid,
    /// Dashed: provisional figures.
    Dashed,
    /// Dotted: a break of method.
    Dotted,
}

/// What fills a shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// Its colour.
    pub color: Color,
    /// Whether it is hatched with the surface's colour: provisional figures.
    pub hatched: bool,
}

/// A run of text on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What it says.
    pub text: String,
    /// The point it hangs on: the middle of its height, horizontally as `anchor` says.
    pub at: Point,
    /// Which part of it lies at `at`.
    pub anchor: Anchor,
    /// Its size in device pixels.
    pub size_in_device_px: i32,
    /// How bold.
    pub weight: Weight,
    /// Its colour.
    pub color: Color,
}

/// Which part of a text lies at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Left,
    /// Its middle.
    Middle,
    /// Its right end.
    Right,
}

impl Anchor {
    /// Where a text of a width begins that has this part of it at `x`.
    pub fn left_of(self, x: i32, width: i32) -> i32 {
        match self {
            Anchor::Left => x,
            Anchor::Middle => x - width / 2,
            Anchor::Right => x - width,
        }
    }
}

/// One place of the axis: what a pointer finds there.
#[derive(Clone, Debug, PartialEq)]
pub struct HitBand {
    /// The index into the grid's axis.
    pub index: usize,
    /// Where the hairline and the tooltip belong, in device pixels along the axis.
    pub middle: i32,
    /// The range along the axis in which a pointer means this place: from, and one past the end.
    pub reach: (i32, i32),
    /// For each series with a mark here: the grid's series index and the mark's point.
    pub points: Vec<(usize, Point)>,
    /// Where a pointer finds it, in charts whose places do not lie along one axis; there `reach` is not asked.
    pub region: Option<Region>,
}

impl HitBand {
    /// The same place of one series alone.
    pub fn of(&self, series: usize) -> HitBand {
        let region = self.region.clone().map(|region| Region { series: Some(series), ..region });
        HitBand { region, ..self.clone() }
    }
}

/// A row of a list, in which a pointer finds the place that it is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ListRow {
    /// Where it stands.
    pub bounds: Rect,
    /// The place's index among the frame's hit bands.
    pub place: usize,
}

/// Where a mark lies that a pointer can find in two dimensions: a point, a country, a band, a panel's place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    /// The box around it, in device pixels.
    pub bounds: Rect,
    /// Its closed outlines in device pixels; where there are none, it is its box.
    pub outlines: Vec<Vec<Point>>,
    /// The grid's series index, where the mark is one series' alone.
    pub series: Option<usize>,
}

impl Region {
    /// Whether a point lies in it: by the even-odd rule where it has outlines.
    pub fn holds(&self, point: Point) -> bool {
        let Rect { left, top, right, bottom } = self.bounds;
        if !(left <= point.x && point.x < right && top <= point.y && point.y < bottom) {
            return false;
        }
        let crossings = |outline: &Vec<Point>| {
            let next = outline.iter().cycle().skip(1);
            let crosses = |(from, to): &(&Point, &Point)| {
                (from.y > point.y) != (to.y > point.y) && {
                    let share = f64::from(point.y - from.y) / f64::from(to.y - from.y);
                    f64::from(point.x) < f64::from(from.x) + share * f64::from(to.x - from.x)
                }
            };
            outline.iter().zip(next).filter(crosses).count()
        };
        self.outlines.is_empty() || self.outlines.iter().map(crossings).sum::<usize>() % 2 == 1
    }
}

/// A number above the plot that stands for one annotation or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    /// Its middle.
    pub center: Point,
    /// Its radius in device pixels.
    pub radius: i32,
    /// The indices of what it stands for in the picture's annotations.
    pub annotations: Vec<usize>,
}

/// One series as a legend shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    /// The grid's series index.
    pub series: usize,
    /// Its name in the reader's language.
    pub label: String,
    /// Its colour.
    pub color: Color,
    /// Whether it is switched off.
    pub hidden: bool,
}
