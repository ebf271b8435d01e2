//! The contract's attributes, parsed.

use crate::model::{Joined, Listed, Period, Problem, attribute, nearest, parse_decimal};

use super::filter;
use super::filter::Condition;
use crate::query::Kind;

/// How rows that fall on one mark become one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregate {
    /// Their sum.
    Sum,
    /// Their mean.
    Mean,
    /// The smallest.
    Min,
    /// The largest.
    Max,
    /// That of the last period.
    Last,
}

impl Aggregate {
    /// Every aggregation with the contract's name for it.
    pub const ALL: [(Aggregate, &'static str); 5] = [
        (Aggregate::Sum, "sum"),
        (Aggregate::Mean, "mean"),
        (Aggregate::Min, "min"),
        (Aggregate::Max, "max"),
        (Aggregate::Last, "last"),
    ];

    /// Whether it makes a mean or an extreme, which is no sum of what it is made of.
    pub fn pools(self) -> bool {
        matches!(self, Aggregate::Mean | Aggregate::Min | Aggregate::Max)
    }

    /// The aggregation of a name, in any case.
    pub fn parse(name: &str) -> Option<Aggregate> {
        let named = Aggregate::ALL.iter().find(|(_, known)| known.eq_ignore_ascii_case(name.trim()));
        named.map(|(aggregate, _)| *aggregate)
    }
}

/// What a page's author asks of a dataset; `None` and empty mean "infer".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The chart kind.
    pub kind: Option<Kind>,
    /// The field of the horizontal axis.
    pub x: Option<String>,
    /// The figure fields.
    pub y: Vec<String>,
    /// The field that splits into series.
    pub series: Option<String>,
    /// Conditions that all have to hold.
    pub filter: Vec<Condition>,
    /// The field of where people come from, for a flow or a map.
    pub origin: Option<String>,
    /// The field of where people are or go, for a flow or a map.
    pub destination: Option<String>,
    /// How rows become one figure.
    pub aggregate: Option<Aggregate>,
    /// How many of the largest series to keep.
    pub top: Option<usize>,
    /// Divide by the population of the place, times this.
    pub per: Option<f64>,
    /// The first period shown.
    pub from: Option<Period>,
    /// The last period shown.
    pub to: Option<Period>,
    /// Shares of each place's sum instead of figures.
    pub normalize: bool,
    /// Whether rows that add up their peers are added with them.
    pub keeps_totals: bool,
    /// Whether rows are counted; `None` where they are if there is nothing else.
    pub counts_rows: Option<bool>,
}

impl Request {
    /// Reads the contract's attributes; `attribute` gives the text of one by its name, `None` where it is absent.
    ///
    /// # Errors
    /// `unknown-kind`, `bad-filter`, `unknown-aggregate`, `bad-number`, `bad-period`, `unknown-normalize`, each with the attribute as its column and the nearest valid spelling.
    pub fn from_attributes(attribute: &dyn Fn(&str) -> Option<String>) -> Result<Request, Problem> {
        let text = |name: &str| text_of(attribute, name);
        let mut request = Request {
            x: text(attribute::X),
            series: text(attribute::SERIES),
            origin: text(attribute::ORIGIN),
            destination: text(attribute::DESTINATION),
            ..Request::default()
        };
        if let Some(name) = text(attribute::KIND) {
            request.kind = Some(kind(&name)?);
        }
        if let Some(names) = text(attribute::Y) {
            // A name in quotes holds its commas.
            let whole = |name: &str| filter::unquoted(name).unwrap_or_else(|| name.trim().to_owned());
            let names = filter::split(&names, ',').into_iter().map(whole);
            request.y = names.filter(|name| !name.is_empty()).listed();
        }
        if let Some(conditions) = text(attribute::FILTER) {
            request.filter = filter::parse(&conditions)?;
        }
        if let Some(name) = text(attribute::AGGREGATE) {
            let known = || Aggregate::ALL.iter().map(|(_, known)| *known);
            let unknown =
                || with_nearest(Problem::new("unknown-aggregate"), attribute::AGGREGATE, &name, &mut known());
            request.aggregate = Some(Aggregate::parse(&name).ok_or_else(unknown)?);
        }
        if let Some(number) = text(attribute::TOP) {
            let all = number.eq_ignore_ascii_case("all").then_some(usize::MAX);
            let count = all.or_else(|| number.parse().ok()).filter(|count| *count > 0);
            request.top = Some(count.ok_or_else(|| bad("bad-number", attribute::TOP, &number, "5"))?);
        }
        if let Some(number) = text(attribute::PER).filter(|number| !number.eq_ignore_ascii_case("off")) {
            let people = parse_decimal(&number).filter(|people| *people > 0.0);
            request.per = Some(people.ok_or_else(|| bad("bad-number", attribute::PER, &number, "100000"))?);
        }
        for (name, place) in [(attribute::FROM, &mut request.from), (attribute::TO, &mut request.to)] {
            let Some(period) = text(name) else { continue };
            *place = Some(Period::parse(&period).ok_or_else(|| bad("bad-period", name, &period, "2021-03"))?);
        }
        if let Some(word) = text(attribute::NORMALIZE) {
            request.normalize = match word.to_ascii_lowercase().as_str() {
                "percent" => true,
                "off" | "none" => false,
                _ => return Err(bad("unknown-normalize", attribute::NORMALIZE, &word, "percent")),
            };
        }
        // Other words are refused where attributes of a closed list are.
        request.keeps_totals = text(attribute::TOTALS).is_some_and(|word| word.eq_ignore_ascii_case("keep"));
        request.counts_rows = text(attribute::COUNT).map(|word| word.eq_ignore_ascii_case("rows"));
        Ok(request)
    }
}

/// The text of an attribute; an empty one is absent.
#[inline(never)]
fn text_of(attribute: &dyn Fn(&str) -> Option<String>, name: &str) -> Option<String> {
    let text = attribute(name)?;
    let trimmed = text.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

fn kind(name: &str) -> Result<Kind, Problem> {
    let known = || Kind::ALL.iter().map(|(_, known)| *known);
    let unknown = || {
        let problem = Problem::new("unknown-kind").with("kinds", known().listed().joined(", "));
        with_nearest(problem, attribute::KIND, name, &mut known())
    };
    Kind::parse(name).ok_or_else(unknown)
}

/// Names the attribute, what it says, and the nearest of the words it may say (else the first).
fn with_nearest(
    problem: Problem,
    attribute: &'static str,
    value: &str,
    words: &mut dyn Iterator<Item = &'static str>,
) -> Problem {
    let words: Vec<&str> = words.listed();
    let best = nearest(value, words.iter().copied()).or(words.first().copied()).unwrap_or_default();
    problem
        .with("attribute", attribute)
        .with("value", value)
        .with("nearest", best)
        .with("words", words.joined(", "))
        .in_column(attribute)
}

fn bad(code: &'static str, attribute: &str, value: &str, example: &str) -> Problem {
    Problem::new(code)
        .with("attribute", attribute)
        .with("value", value)
        .with("nearest", example)
        .in_column(attribute)
}
