//! Totals beside their parts, found by arithmetic: what a sum would count twice is known by its sum, not by its name.
//!
//! A table is seen along some of its labels ([`view`]): the labels of some columns make an *item* (a country, a country and
//! its province, a row of the file), those of the others a *slot* (a period, a sex), and each column of figures that adds up
//! gives one *test* a slot ([`matrix`]). An item is a total where its figures are the sums of other items' in the tests.
//!
//! | view | items | slots | finds |
//! |---|---|---|---|
//! | field | a column's labels, with those that say the same (code and name) | all other labels | `Total` of sexes, the empty province, the world |
//! | field and what it says | the same with the columns that it determines (a country's region) | the rest | the world where it has no region |
//! | all labels | what tells rows apart but time | periods | a grand total over several columns, lists in long tables |
//! | rows | each row of the file | periods across | lists, "Total" at the end, headings within a table |
//! | periods | periods | all labels | a row without period that adds up the others |
//!
//! In a view first what structure says is tried ([`groups`]): countries and what is none, the members of regions, codes that
//! begin alike, columns of levels. Then, level by level ([`search`]), the item that all others add up to, and items that the
//! rows following or preceding them add up to; the parts of what was found are hidden and the next level is searched, so that
//! adjacent parts become cumulative ones. This is the order of AggreCol (Jiang, Vitagliano, Naumann: "Aggregation Detection
//! in CSV Files", EDBT 2022); what decides is other: not an error level alone but how much a fit proves ([`evidence`]).
//!
//! A fit proves as many bits as its sum could have missed by: for the first test the sum without its largest part, in units
//! of the figures' precision; for each further one how far the parts are from what the tests before let expect, so that
//! constant and proportional rows prove nothing twice. Needed are ([`found`]):
//!
//! | name | all others | a whole list beside | some rows beside |
//! |---|---|---|---|
//! | plainly a total | 0.9 | 0.9 | 4 |
//! | none, where peers have one | 2.5 | 2.5 | 8 |
//! | a country's, first or last among provinces | 0.9 | 3 | 8 |
//! | a region's, or with a word of a total | 3 | 3 | 8 |
//! | any other | 10 + log2(items) | 11 + log2(4 × items) | the same |
//! | what codes say, members of a region | 5, 2 | | |
//!
//! Of two items one is the other's total if it is called so and all their figures are alike: that needs 4 bits of "Total",
//! else 12.
//!
//! One test in eleven may fail. Tests with missing parts are none, unless the known parts exceed the total; zeros and sums of
//! one part prove nothing. Figures that are rounded may be off by the root of the number of parts, in units; others by that
//! within half a per cent. Rates, shares, means and indices are no tests; a column of figures of which nothing is known may
//! fail where at least as many agree. What is left, unknown or other is a part; a difference, a mean, a share neither.
//!
//! A row found is left out only where a part stands beside it in its slot: [`Total::parts`] says which, and a filter that
//! leaves none of them lets it in again. What has a total's name and fails its sum stays, and is told.

mod columns;
mod crossed;
mod evidence;
mod found;
mod groups;
mod labels;
mod matrix;
mod names;
mod numbers;
mod rows;
mod search;
mod told;
mod view;

pub(in crate::data) use self::columns::across;

use std::borrow::Cow;

use self::columns::among_figures;
use self::found::Found;
use self::labels::Labels;
use self::names::{Known, Says};
use self::search::Search;
use self::view::{Seen, View};
use super::super::describe::describe_table;
use super::super::places;
use crate::data::partial_table::PartialTable;
use crate::model::{Cells, Dataset, Listed, PeriodColumn, QuantityKind, Role, Table, Total, format_decimal};

/// Longer files are not searched row by row: their rows are told apart by labels.
const MOST_RECORDS: usize = 20_000;
/// Columns of figures that are held against sums.
const MOST_MEASURES: usize = 40;
/// The same where there are many rows.
const MEASURES_OF_MANY: usize = 3;
/// See `MEASURES_OF_MANY`.
const MANY_ROWS: usize = 200_000;

/// Of a longer table some whole periods are looked at, down to so many rows, and to so many periods.
const ROWS_OF_LONG: usize = 30_000;
/// See `ROWS_OF_LONG`.
const FEWEST_PERIODS: usize = 12;
/// Days of some centuries.
const MOST_PERIODS: usize = 200_000;

/// The search for totals, view by view.
#[derive(Default)]
pub(in crate::data) struct Totals {
    plan: Option<Plan>,
    /// What the table's columns are: totals change nothing of that.
    pub(in crate::data) dataset: Dataset,
    is_described: bool,
    /// For each row whether it is a total.
    is_out: Vec<bool>,
    /// Names that say "total" of items whose sums fail, by column.
    suspects: Vec<Suspect>,
    known: Known,
    progress: Progress,
}

/// How far the search along one view is: each is a step, since a long table takes its time for each.
#[derive(Default)]
enum Progress {
    #[default]
    Next,
    Seen(Box<(View, Seen)>),
    Found(Box<(View, Seen, Vec<Found>)>),
}

struct Plan {
    labels: Labels,
    /// Columns of figures that add up, and whether they are known to be counts.
    measures: Vec<(usize, bool)>,
    /// The next last.
    views: Vec<View>,
    /// The rows that views look at where not at all.
    rows: Option<Vec<u32>>,
}

/// An item whose name says that it is a total.
struct Suspect {
    column: usize,
    row: usize,
}

impl Totals {
    /// Looks along the next labels; whether nothing is left.
    pub(in crate::data) fn step(&mut self, partial: &mut PartialTable) -> bool {
        let Some(plan) = &mut self.plan else {
            if !std::mem::replace(&mut self.is_described, true) {
                self.dataset = describe_table(&partial.table, &partial.around.metadata);
                return false;
            }
            among_figures(partial, &self.dataset);
            self.is_out = vec![false; partial.table.rows];
            self.plan = Some(Plan::of(partial, &self.dataset, &mut self.known));
            return false;
        };
        match std::mem::take(&mut self.progress) {
            Progress::Next => {
                let Some(view) = plan.views.pop().filter(|_| !plan.measures.is_empty()) else {
                    let totals = &mut partial.around.metadata.totals;
                    let breakdowns = rows::breakdowns(totals, partial.table.rows, &self.is_out);
                    totals.extend(breakdowns);
                    told::tell(partial, &self.is_out, &self.suspects);
                    return true;
                };
                if let Some(seen) = view.see(&partial.table, plan, &self.is_out, &mut self.known) {
                    self.progress = Progress::Seen(Box::new((view, seen)));
                }
            }
            Progress::Seen(within) => {
                let (view, seen) = *within;
                let (found, overlapping) = search(&view, &seen, &partial.table, &mut self.known);
                if let ([column, ..], None, false) = (view.items.as_slice(), view.record, view.without_totals)
                {
                    self.suspects.extend(suspects(&seen, *column));
                }
                if let Some(row) = overlapping {
                    told::overlap(partial, &view.items, row);
                }
                self.progress = Progress::Found(Box::new((view, seen, found)));
            }
            Progress::Found(within) => {
                let (view, seen, found) = *within;
                let totals = rows::totals(&view, &seen, &partial.table, &found, &plan.measures, &self.is_out);
                for row in totals.iter().flat_map(|total| &total.rows) {
                    if let Some(out) = self.is_out.get_mut(*row as usize) {
                        *out = true;
                    }
                }
                add(&mut partial.around.metadata.totals, totals);
            }
        }
        false
    }
}

impl Plan {
    fn of(partial: &PartialTable, dataset: &Dataset, known: &mut Known) -> Plan {
        let table = &partial.table;
        let labels = Labels::of(table, dataset, partial.around.lines.spread_of());
        let most = if table.rows > MANY_ROWS { MEASURES_OF_MANY } else { MOST_MEASURES };
        let measures = table.columns.iter().enumerate().filter_map(|(index, column)| {
            let kind = dataset.field(&column.name).filter(|field| field.role == Role::Measure)?.measure;
            let is_additive = kind.is_count() || kind == QuantityKind::Unknown;
            (matches!(column.cells, Cells::Number(_))
                && is_additive
                && names::says(&column.name) != Says::NoSum)
                .then_some((index, kind.is_count()))
        });
        let measures = measures.take(most).listed();
        let mut views = views(table, &labels, partial.around.lines.spread_of(), known);
        views.reverse();
        let rows =
            labels.periods.first().filter(|_| table.rows >= 2 * ROWS_OF_LONG).and_then(|column| match table
                .columns
                .get(*column)
                .map(|column| &column.cells)
            {
                Some(Cells::Period(periods)) => some_periods(periods),
                _ => None,
            });
        Plan { labels, measures, views, rows }
    }
}

/// The rows of some whole periods, the last among them: of a long table not every row need be looked at in every view.
/// `None` where it has too few periods.
fn some_periods(periods: &PeriodColumn) -> Option<Vec<u32>> {
    let known = || periods.ordinals.iter().copied().filter(|ordinal| *ordinal != PeriodColumn::MISSING);
    let (least, last) = (known().min()?, known().max()?);
    let place = |ordinal: i32| ordinal.checked_sub(least).map(|place| place as usize);
    let count = place(last).filter(|last| *last < MOST_PERIODS)? + 1;
    let mut is_known = vec![false; count];
    for ordinal in known() {
        if let Some(known) = place(ordinal).and_then(|place| is_known.get_mut(place)) {
            *known = true;
        }
    }
    let distinct = is_known.iter().filter(|known| **known).count();
    let step = (periods.ordinals.len() / ROWS_OF_LONG).min(distinct / FEWEST_PERIODS);
    if step < 2 {
        return None;
    }
    for (at, known) in is_known.iter_mut().rev().filter(|known| **known).enumerate() {
        *known = at.is_multiple_of(step);
    }
    let is_kept = |ordinal: i32| place(ordinal).and_then(|place| is_known.get(place)) == Some(&true);
    let rows = (0u32..).zip(&periods.ordinals).filter(|(_, ordinal)| is_kept(**ordinal)).map(|(row, _)| row);
    Some(rows.listed())
}

/// The views of a table, in order.
fn views(table: &Table, labels: &Labels, spread: usize, known: &mut Known) -> Vec<View> {
    let mut views: Vec<View> = Vec::new();
    let mut add = |items: Vec<usize>, without_totals: bool| {
        let is_same = |view: &View| {
            view.items.len() == items.len() && items.iter().all(|item| view.items.contains(item))
        };
        if !views.iter().any(is_same) {
            views.push(View { items, aside: Vec::new(), record: None, without_totals, of_periods: false });
        }
    };
    let others = |column: usize| {
        labels.all.iter().copied().filter(move |other| *other != column && !labels.periods.contains(other))
    };
    let is_shared = |column: &&usize| !labels.identifiers.contains(column) || labels.texts.len() == 1;
    // Countries first with all that they say, so that the world is seen beside them where only they have a type or a region.
    let mut is_of_countries = |column: &usize| match table.columns.get(*column).map(|column| &column.cells) {
        Some(Cells::Text(texts)) => known.has_countries(texts),
        _ => false,
    };
    let said = |column: usize| others(column).filter(move |other| labels.says(column, *other));
    let places: Vec<usize> =
        labels.texts.iter().filter(is_shared).copied().filter(|column| is_of_countries(column)).listed();
    for column in &places {
        add([*column].into_iter().chain(said(*column)).listed(), false);
    }
    for column in labels.texts.iter().filter(is_shared) {
        let mates = said(*column).filter(|other| labels.says(*other, *column));
        add([*column].into_iter().chain(mates).listed(), places.contains(column));
    }
    for column in labels.texts.iter().filter(is_shared) {
        add([*column].into_iter().chain(said(*column)).listed(), true);
    }
    let all = labels.all.iter().copied().filter(|column| !labels.periods.contains(column)).listed();
    let varies =
        labels.periods.iter().any(|column| match table.columns.get(*column).map(|column| &column.cells) {
            Some(Cells::Period(periods)) => {
                periods.ordinals.iter().any(|one| Some(one) != periods.ordinals.first())
            }
            _ => false,
        });
    let is_by_row = (!varies || spread > 1) && table.rows / spread.max(1) <= MOST_RECORDS;
    if is_by_row {
        let record = Some(if varies || spread > 1 { spread.max(1) } else { 1 });
        views.push(View { items: all, aside: Vec::new(), record, without_totals: true, of_periods: false });
    } else if !all.is_empty() {
        add(all, true);
    }
    for column in &labels.periods {
        let Some(Cells::Period(periods)) = table.columns.get(*column).map(|column| &column.cells) else {
            continue;
        };
        if spread <= 1 && periods.ordinals.contains(&PeriodColumn::MISSING) {
            let items = vec![*column];
            views.push(View {
                items,
                aside: Vec::new(),
                record: None,
                without_totals: true,
                of_periods: true,
            });
        }
    }
    views
}

/// What a view's items add up to, and a row that two sets of others add up to.
fn search(view: &View, seen: &Seen, table: &Table, known: &mut Known) -> (Vec<Found>, Option<usize>) {
    let mut search = Search::new(&seen.matrix, &seen.says);
    if view.of_periods {
        search.run(false);
        return (search.found, None);
    }
    let mut done = Vec::new();
    for column in &view.items {
        let text = |row: &usize| match table.columns.get(*column).map(|column| &column.cells) {
            Some(Cells::Text(texts)) => Cow::Borrowed(texts.get(*row).unwrap_or_default()),
            Some(Cells::Number(figures)) => {
                figures.get(*row).known().map(|figure| Cow::Owned(format_decimal(figure))).unwrap_or_default()
            }
            _ => Cow::Borrowed(""),
        };
        let texts: Vec<Cow<str>> = seen.rows.iter().map(text).listed();
        groups::among_countries(&mut search, &texts, &places::members_of, known, &mut done);
        groups::by_codes(&mut search, &texts);
    }
    if view.items.len() > 1 {
        for column in &view.items {
            let classes: Vec<u64> = seen.rows.iter().map(|row| labels::label(table, *column, *row)).listed();
            groups::by_levels(&mut search, &classes);
        }
    }
    search.run(true);
    (search.found, search.overlapping.first().and_then(|item| seen.rows.get(*item)).copied())
}

/// Items of a column whose names say that they are totals, and that stand beside others.
fn suspects(seen: &Seen, column: usize) -> Vec<Suspect> {
    let matrix = &seen.matrix;
    let mut beside = vec![0u32; matrix.tests];
    for item in 0..matrix.items {
        let states = matrix.row(item).1;
        beside.iter_mut().zip(states).for_each(|(count, state)| *count += u32::from(*state == matrix::KNOWN));
    }
    let is_beside = |item: usize| {
        let states = matrix.row(item).1;
        states.iter().zip(&beside).any(|(state, count)| *state == matrix::KNOWN && *count > 2)
    };
    let says = seen.says.iter().enumerate();
    let named = says.filter(|(item, says)| matches!(says, Says::Total | Says::Group) && is_beside(*item));
    named.filter_map(|(item, _)| Some(Suspect { column, row: *seen.rows.get(item)? })).listed()
}

/// Puts totals to those that are known: a row is one once a field.
fn add(known: &mut Vec<Total>, totals: Vec<Total>) {
    for total in totals {
        let own = known.iter().filter(|known| known.field == total.field && known.value == total.value);
        let is_new = |row: &&u32| !own.clone().any(|known| known.rows.binary_search(row).is_ok());
        if total.rows.iter().all(|row| is_new(&row)) {
            known.push(total);
            continue;
        }
        let mut rest = Total { rows: Vec::new(), ends: Vec::new(), parts: Vec::new(), ..total.clone() };
        for (place, row) in total.rows.iter().enumerate() {
            if is_new(&row) {
                rest.push(*row, total.parts_of(place));
            }
        }
        if !rest.rows.is_empty() {
            known.push(rest);
        }
    }
}
