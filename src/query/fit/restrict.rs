//! A request for some of its series or entities only.

use crate::model::{Dataset, Table};
use crate::query::ask::field::period_column;
use crate::query::ask::filter;
use crate::query::{Axis, Condition, Grid, Operator, Request};

/// The field whose values a reader can pick from: that of the series, else that across; `None` over time alone.
pub fn pick_field(grid: &Grid) -> Option<&str> {
    let of_places = matches!(grid.axis, Axis::Entities(_)).then_some(grid.x_field.as_str());
    grid.series_field.as_deref().or(of_places)
}

/// The request with only `keys` of `field`, none of them folded into "Other".
pub fn restrict_to(request: &Request, dataset: &Dataset, field: &str, keys: &[String]) -> Request {
    let mut request = request.clone();
    if request.filter.is_empty() {
        // A filter of the author's own replaces that of the dataset's view; a reader's comes on top of it.
        let own = dataset.view.filter.as_deref().and_then(|own| filter::parse(own).ok());
        request.filter = own.unwrap_or_default();
    }
    request.filter.push(Condition { field: field.to_owned(), operator: Operator::Is, values: keys.to_vec() });
    request.top = Some(usize::MAX);
    request
}

/// The field of the periods that a reader can choose from, if there is one.
pub fn time_field<'a>(table: &'a Table, dataset: &Dataset) -> Option<&'a str> {
    period_column(table, dataset).map(|(name, _)| name)
}
