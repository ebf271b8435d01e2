//! The words of charts that are laid out without a message file.

use std::cmp::Ordering;
use std::rc::Rc;

use migration_widget::locale::{Formats, Locale, Messages, PeriodStyle};
use migration_widget::model::Period;

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
        ("panels.free", "each has its own scale"),
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
