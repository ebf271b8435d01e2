//! Figures in words: the one formatter of axis, tooltip, table, summary and text alternative.

use crate::model::{QuantityKind, Reason, Value};
use crate::query::{Aggregate, Axis, Grid};

use super::Locale;

/// Below this base no percentages are given: publishers round small counts, and a change of one person would be many
/// per cent.
const SMALLEST_BASE_OF_A_PERCENTAGE: f64 = 25.0;

/// From this ratio on a change is said in figures: "+1,140%" tells nobody anything.
const LARGEST_CHANGE_IN_PERCENT: f64 = 10.0;

/// The smallest share that one decimal of a percentage can show.
const SMALLEST_SHARE_SHOWN: f64 = 0.0005;

/// The most decimals of a percentage: enough for one person in a hundred million.
const MOST_DECIMALS: usize = 7;

impl Locale {
    /// A figure as it is read everywhere: whole from 100 on, else with up to one or two decimals, and with two
    /// significant digits below a tenth.
    pub fn number(&self, figure: f64) -> String {
        self.formats.number(figure, decimals(figure))
    }

    /// A figure with its unit in the right plural: "38,099 crossings", "12.3 USD", "4.5%"; the figure alone without a
    /// known unit, and with one that is no single word, which would not stand in a sentence.
    pub fn quantity(&self, figure: f64, unit: Option<&str>) -> String {
        let Some(unit) = unit else { return self.number(figure) };
        let key = ["unit.", unit].concat();
        if self.messages.get(&[&key, ".other"].concat()).is_some() {
            return self.count_text(&key, figure);
        }
        if unit == "%" {
            return self.formats.percent(figure / 100.0, decimals(figure));
        }
        match unit.contains([' ', '(', ',', ';']) {
            true => self.number(figure),
            false => self.text("amount.unit", &[("n", &self.number(figure)), ("unit", unit)]),
        }
    }

    /// The message `key` in the plural of a figure, with the figure as `n`.
    pub fn count_text(&self, key: &str, figure: f64) -> String {
        // The plural belongs to the figure as written: 0.999 is read "1".
        let scale = 10_f64.powi(decimals(figure) as i32);
        let written = (figure * scale).round() / scale;
        self.plural(key, written, &[("n", &self.number(figure))])
    }

    /// A figure as it was quoted, in thousands, millions or billions (`quoted_in`): "100 million".
    pub fn quoted_number(&self, figure: f64, quoted_in: f64) -> String {
        let key = match quoted_in {
            1e3 => "number.thousand",
            1e6 => "number.million",
            1e9 => "number.billion",
            _ => return self.number(figure),
        };
        self.count_text(key, figure / quoted_in)
    }

    /// A figure rounded to three digits, in millions or billions from one on: "2.83 million", "2.80 million", "479,000".
    pub fn rounded_number(&self, figure: f64) -> String {
        self.rounded(figure, 0)
    }

    /// The same with one decimal at least from a million on: "107.2 million".
    pub fn headline_number(&self, figure: f64) -> String {
        self.rounded(figure, 1)
    }

    fn rounded(&self, figure: f64, least_decimals: usize) -> String {
        let size = figure.abs();
        if size < 999_500.0 {
            let mut unit = 1.0;
            while size >= unit * 1000.0 {
                unit *= 10.0;
            }
            let rounded = if size < 1000.0 { figure } else { (figure / unit).round() * unit };
            return self.number(rounded);
        }
        let (key, unit) =
            if size < 999_500_000.0 { ("number.million", 1e6) } else { ("number.billion", 1e9) };
        let count = figure / unit;
        let decimals = if count.abs() < 9.995 {
            2
        } else if count.abs() < 99.95 {
            1
        } else {
            least_decimals
        };
        let scale = 10_f64.powi(decimals as i32);
        let written = (count * scale).round() / scale;
        self.plural(key, written, &[("n", &self.fixed(written, decimals))])
    }

    /// A number with all of its decimals, zeros too.
    fn fixed(&self, figure: f64, decimals: usize) -> String {
        let mut text = self.formats.number(figure, decimals);
        let mut digits = (figure.abs() * 10_f64.powi(decimals as i32)).round();
        let mut zeros = 0;
        // Not by `%`: of floats it is 2.2 kB of wasm.
        while zeros < decimals && (digits / 10.0).floor() * 10.0 == digits {
            (digits, zeros) = (digits / 10.0, zeros + 1);
        }
        if zeros == decimals && decimals > 0 {
            // What the language writes between nought and its half.
            text.extend(self.formats.number(0.5, 1).chars().nth(1));
        }
        let zero = self.formats.number(0.0, 0);
        text.push_str(&zero.repeat(zeros));
        text
    }

    /// A share (0–1) as a percentage with at most one decimal: "38.4%"; what would round to nothing is "<0.1%", what would
    /// round to all ">99.9%".
    pub fn share(&self, ratio: f64) -> String {
        if ratio > 0.0 && ratio < SMALLEST_SHARE_SHOWN {
            return self.text("share.tiny", &[("n", &self.formats.percent(0.001, 1))]);
        }
        if ratio > 1.0 - SMALLEST_SHARE_SHOWN && ratio < 1.0 {
            return self.text("share.nearly-all", &[("n", &self.formats.percent(0.999, 1))]);
        }
        self.formats.percent(ratio, 1)
    }

    /// A share in words: "38.4% of the total".
    pub fn share_of_total(&self, ratio: f64) -> String {
        self.text("share.of-total", &[("share", &self.share(ratio))])
    }

    /// A value of a grid as a table's cell or a tooltip's line has it: figure, share, or why there is none.
    pub fn value_text(&self, grid: &Grid, value: Value) -> String {
        match value {
            Value::Known(ratio) if grid.normalized => self.share(ratio),
            Value::Known(figure) => self.number(figure),
            Value::Missing(reason) => self.missing_text(reason),
        }
    }

    /// A figure of a grid with its unit and what was done to it: "38,099 crossings", "12.4 people per 100,000 inhabitants",
    /// "38.4% of the period’s total", "a mean of 3,175 crossings".
    pub fn amount(&self, grid: &Grid, figure: f64) -> String {
        let mut words = match (grid.normalized, &grid.axis) {
            (true, Axis::Periods(_)) => self.text("amount.share.period", &[("share", &self.share(figure))]),
            (true, Axis::Entities(_)) if grid.series.len() > 1 => {
                self.text("amount.share.group", &[("share", &self.share(figure))])
            }
            (true, Axis::Entities(_)) => self.text("amount.share.all", &[("share", &self.share(figure))]),
            (false, _) => self.quantity(figure, grid.unit.as_deref()),
        };
        if let Some(per) = grid.per {
            words = self.text("amount.per", &[("quantity", &words), ("per", &self.number(per))]);
        }
        let key = match grid.aggregate {
            Aggregate::Mean => "amount.mean",
            Aggregate::Min => "amount.min",
            Aggregate::Max => "amount.max",
            Aggregate::Sum | Aggregate::Last => return words,
        };
        match grid.pooling {
            Some(_) => self.text(key, &[("quantity", &words)]),
            None => words,
        }
    }

    /// Why there is no figure: "no data".
    pub fn missing_text(&self, reason: Reason) -> String {
        let key = match reason {
            Reason::NotCollected => "missing.not-collected",
            Reason::NoRow => "missing.no-row",
            Reason::NotANumber => "missing.not-a-number",
            Reason::NotComputable => "missing.not-computable",
            Reason::TooFew => "missing.too-few",
            Reason::Withheld => "missing.withheld",
        };
        self.text(key, &[])
    }

    /// A relative change with its sign: "+12%", "−3.4%".
    pub(crate) fn signed_percent(&self, ratio: f64) -> String {
        let key = if ratio < 0.0 { "change.down" } else { "change.up" };
        self.text(key, &[("change", &self.percent_of_change(ratio))])
    }

    /// The size of a relative change: whole per cents from ten on, else one decimal; more where it would read as a change
    /// to nothing and is none.
    fn percent_of_change(&self, ratio: f64) -> String {
        let size = ratio.abs();
        let mut decimals = usize::from(size < 0.1);
        let reads_as_all = |decimals: usize| {
            let scale = 10_f64.powi(decimals as i32 + 2);
            (size * scale).round() == scale
        };
        while ratio < 0.0 && size < 1.0 && decimals < MOST_DECIMALS && reads_as_all(decimals) {
            decimals += 1;
        }
        self.formats.percent(size, decimals)
    }
}

/// The change from `before` to `now` relative to `before`; `None` where a percentage would mislead: of shares and rates,
/// on a base under 25, from tenfold growth on, and where it would round to nothing.
pub(crate) fn relative_change(grid: &Grid, before: f64, now: f64) -> Option<f64> {
    let adds_up = grid.measure.is_count() || grid.measure == QuantityKind::Unknown;
    let counts = !grid.normalized && grid.per.is_none() && adds_up;
    let ratio = (now - before) / before;
    let tells = counts
        && before >= SMALLEST_BASE_OF_A_PERCENTAGE
        && (SMALLEST_SHARE_SHOWN..LARGEST_CHANGE_IN_PERCENT).contains(&ratio.abs());
    tells.then_some(ratio)
}

/// `part` of `whole` as a ratio; `None` where the whole is too small for a percentage.
pub(crate) fn share_of(part: f64, whole: f64) -> Option<f64> {
    (whole >= SMALLEST_BASE_OF_A_PERCENTAGE && part >= 0.0 && part <= whole).then(|| part / whole)
}

/// How many decimals a figure is read with.
fn decimals(figure: f64) -> usize {
    let size = figure.abs();
    if size >= 100.0 || figure.fract() == 0.0 {
        0
    } else if size >= 10.0 {
        1
    } else if size >= 0.1 {
        2
    } else if size >= 0.01 {
        3
    } else if size >= 0.001 {
        4
    } else {
        6
    }
}
