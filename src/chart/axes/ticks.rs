//! Round values for grid lines.

use crate::model::Listed;

/// How near the next line a value has to lie, as a share of the step, for the axis to go on to that line.
const NEAR_NEXT_LINE: f64 = 0.5;

/// How far into a decade a value has to lie, as a share of it, for a logarithmic axis to go on to the next power of ten.
const NEAR_NEXT_DECADE: f64 = 0.8;

/// The smallest of 1, 2, 5 times a power of ten that is at least `least`.
fn round_step(least: f64) -> f64 {
    if !(least.is_finite() && least > 0.0) {
        return 1.0;
    }
    // By steps: a logarithm is half a kB of wasm.
    let mut exponent = 0;
    while exponent < 300 && power_of_ten(exponent + 1) <= least {
        exponent += 1;
    }
    while exponent > -300 && power_of_ten(exponent) > least {
        exponent -= 1;
    }
    let power = power_of_ten(exponent);
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|lead| lead * power)
        .find(|step| *step >= least * 0.999_999)
        .unwrap_or(power * 10.0)
}

/// Ten to an integer power, exact where a f64 can be: dividing by 10^n rounds once, multiplying by 10^-n twice.
fn power_of_ten(exponent: i32) -> f64 {
    if exponent >= 0 { 10f64.powi(exponent) } else { 1.0 / 10f64.powi(-exponent) }
}

/// A range that holds `low` to `high` and the multiples of a round step in it: at most `most_lines` of them.
///
/// With `floor`, the range starts on a line.
pub(in crate::chart) fn steps_within(
    low: f64,
    high: f64,
    most_lines: usize,
    smallest_step: f64,
    floor: bool,
) -> (f64, f64, Vec<f64>) {
    let most_lines = most_lines.max(2);
    let mut step = round_step(((high - low) / (most_lines as f64)).max(smallest_step));
    // From one step to the next round one at most doubles or so: a dozen covers every rounding.
    for _ in 0..12 {
        let first = line_below(low / step, floor);
        let last = -line_below(-high / step, false);
        let (from, to) = (first.min(low / step), last.max(high / step));
        let (first_line, last_line) = (from.ceil(), (to + 1e-9).floor());
        let lines = last_line - first_line + 1.0;
        if lines <= most_lines as f64 {
            let count = lines.max(0.0) as usize;
            let ticks = (0..count).map(|index| multiple(first_line + index as f64, step)).listed();
            return (from * step, to * step, ticks);
        }
        step = round_step(step * 1.5);
    }
    (low, high, vec![low, high])
}

/// The multiple of `step`, without the noise of multiplying by a fraction: 3 × 0.1 is 0.3.
fn multiple(count: f64, step: f64) -> f64 {
    if step < 1.0 { count / (1.0 / step).round() } else { count * step }
}

/// The start of an axis, in steps: the line below a value where it is near or `always`, else the value itself.
fn line_below(value: f64, always: bool) -> f64 {
    let line = (value + 1e-9).floor();
    if always || value - line < NEAR_NEXT_LINE { line } else { value }
}

/// A range around positive values that starts on a power of ten, and ends on one where one is near; and the powers of
/// ten to draw, at most `most_lines`. Within one decade 1, 2 and 5 are drawn too.
pub(in crate::chart) fn decade_steps(low: f64, high: f64, most_lines: usize) -> (f64, f64, Vec<f64>) {
    let first = (low.log10() + 1e-9).floor() as i32;
    let top = high.log10();
    let is_near = top - top.floor() > NEAR_NEXT_DECADE || top.floor() as i32 <= first;
    let last = if is_near { (top - 1e-9).ceil().max(f64::from(first + 1)) } else { top };
    let decades = (last.floor() as i32 - first).max(1) as usize;
    let every = decades.div_ceil(most_lines.max(2) - 1).max(1);
    let mut ticks: Vec<f64> =
        (0..=decades).step_by(every).map(|decade| power_of_ten(first + decade as i32)).listed();
    if decades == 1 && most_lines >= 4 {
        let power = power_of_ten(first);
        ticks = vec![power, 2.0 * power, 5.0 * power, 10.0 * power];
    }
    let end = if is_near { power_of_ten(last as i32) } else { high };
    (power_of_ten(first), end, ticks)
}

/// The largest of 1, 2 and 5 times a power of ten that is not above a figure.
pub(in crate::chart) fn round_below(figure: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= figure && power < 1e15 {
        power *= 10.0;
    }
    let steps = [5.0, 2.0, 1.0];
    steps.iter().map(|step| step * power).find(|round| *round <= figure).unwrap_or(power)
}
