//! How often a layout asks the browser for a width or a word: each such question is a way out of the module and back, which a
//! slow phone feels in its first picture.

use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

use migration_widget::chart::{ApproximateMetrics, Picture, TextMetrics, Weight, layout};
use migration_widget::locale::{Formats, Locale, PeriodStyle};
use migration_widget::model::Period;

use crate::charts::Scene;
use crate::colours_kept::judge_views;

/// Measures, and counts how often which text at which size.
#[derive(Default)]
struct CountedMetrics(RefCell<BTreeMap<String, usize>>);

impl TextMetrics for CountedMetrics {
    fn width_in_device_px(&self, text: &str, size_in_device_px: f64, weight: Weight) -> f64 {
        *self.0.borrow_mut().entry(format!("{text} at {size_in_device_px} {weight:?}")).or_default() += 1;
        ApproximateMetrics.width_in_device_px(text, size_in_device_px, weight)
    }
}

/// The formats of a language, with a count of what was asked of the browser.
struct CountedFormats {
    formats: Rc<dyn Formats>,
    asked: Cell<usize>,
}

impl CountedFormats {
    fn count<T>(&self, said: T) -> T {
        self.asked.set(self.asked.get() + 1);
        said
    }
}

impl Formats for CountedFormats {
    fn number(&self, figure: f64, decimals: usize) -> String {
        self.count(self.formats.number(figure, decimals))
    }
    fn percent(&self, ratio: f64, decimals: usize) -> String {
        self.count(self.formats.percent(ratio, decimals))
    }
    fn period(&self, period: Period, style: PeriodStyle) -> String {
        self.count(self.formats.period(period, style))
    }
    fn country(&self, iso3: &str) -> Option<String> {
        self.count(self.formats.country(iso3))
    }
    fn plural(&self, figure: f64) -> String {
        self.count(self.formats.plural(figure))
    }
    fn list(&self, items: &[String]) -> String {
        self.count(self.formats.list(items))
    }
    fn compare(&self, left: &str, right: &str) -> Ordering {
        self.count(self.formats.compare(left, right))
    }
}

#[test]
fn no_view_is_laid_out_by_measuring_and_writing_in_a_loop() {
    let mut faults = Vec::new();
    let views = judge_views(&mut |at, model| {
        for (width, height) in [(320.0, 420.0), (700.0, 440.0), (1200.0, 520.0)] {
            let scene = Scene::new(model.kind, model.grid.clone()).size(width, height);
            let metrics = CountedMetrics::default();
            let formats =
                Rc::new(CountedFormats { formats: Rc::clone(&scene.locale.formats), asked: Cell::new(0) });
            let locale = Locale { formats: Rc::clone(&formats) as _, ..scene.locale.clone() };
            let picture = Picture { metrics: &metrics, locale: &locale, ..scene.picture() };
            let frame = layout(&picture, scene.kind_layout());
            assert!(frame.width_in_device_px > 0);
            let counts = metrics.0.into_inner();
            let (measured, series) = (counts.values().sum::<usize>(), model.grid.series.len());
            // A text is weighed for a few strides of the axis, and for a few places of its own.
            if measured > 20 + 6 * counts.len() || formats.asked.get() > 130 + 6 * series {
                let asked = formats.asked.get();
                let texts = counts.len();
                faults.push(format!("{at} at {width}: {measured} times {texts} texts, {asked} of {series}"));
            }
        }
    });
    assert!(views > 100, "{views} views");
    assert!(faults.is_empty(), "{} of {views} views:\n{}", faults.len(), faults.join("\n"));
}
