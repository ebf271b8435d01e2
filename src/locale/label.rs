//! Names of fields, values, units and spans, from a grid's keys.

use crate::model::{Period, Role};
use crate::query::{Series, SeriesRole};

use super::{Locale, PeriodStyle};

impl Locale {
    /// The text of a message with its arguments filled in.
    pub fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.messages.text(key, arguments)
    }

    /// A figure as it is read everywhere: whole above 100, else with up to two decimals.
    pub fn figure(&self, figure: f64) -> String {
        let decimals = if figure.fract() == 0.0 || figure.abs() >= 100.0 {
            0
        } else if figure.abs() >= 10.0 {
            1
        } else {
            2
        };
        self.formats.number(figure, decimals)
    }

    /// A figure with its unit in the right plural: "38,099 crossings".
    pub fn quantity(&self, figure: f64, unit: Option<&str>) -> String {
        let number = self.figure(figure);
        match unit {
            Some(unit) => {
                self.messages.plural(&format!("unit.{unit}"), self.formats.plural(figure), &[("n", &number)])
            }
            None => number,
        }
    }

    /// The name of a value of a field: a country's name, a category's words, else the value itself.
    pub fn value(&self, field: &str, role: Role, key: &str) -> String {
        if let Some(text) = self.messages.get(&format!("value.{field}.{key}")) {
            return text.to_owned();
        }
        if role == Role::Country {
            if let Some(text) = self.messages.get(&format!("country.{key}")) {
                return text.to_owned();
            }
            if let Some(name) = self.formats.country(key) {
                return name;
            }
        }
        key.to_owned()
    }

    /// The name of a field: its message, else the name as the file has it.
    pub fn field(&self, name: &str) -> String {
        self.messages.get(&format!("field.{name}")).unwrap_or(name).to_owned()
    }
}

/// The name of a series of a grid.
pub fn series_label(locale: &Locale, series: &Series, field: Option<&str>, role: Role) -> String {
    match series.role {
        SeriesRole::Other => locale.text("series.other", &[]),
        SeriesRole::Indicator => locale.field(&series.key),
        SeriesRole::Named => locale.value(field.unwrap_or_default(), role, &series.key),
    }
}

/// The unit as it stands above an axis: `axis.<unit>`, else nothing.
pub fn unit_label(locale: &Locale, unit: Option<&str>) -> Option<String> {
    locale.messages.get(&format!("axis.{}", unit?)).map(str::to_owned)
}

/// A span of periods: "2010–2023", "January 2020 – April 2025"; one period alone where they are equal.
pub fn period_span(locale: &Locale, first: Period, last: Period, style: PeriodStyle) -> String {
    if first == last {
        return locale.formats.period(first, style);
    }
    let (from, to) = (locale.formats.period(first, style), locale.formats.period(last, style));
    let key = if from.contains(' ') || to.contains(' ') { "span.words" } else { "span.numbers" };
    locale.text(key, &[("from", &from), ("to", &to)])
}
