//! Facts of charts of places, groups and pairs of them.

use crate::model::{Listed, Operation, sorted};
use crate::query::{Axis, Grid, Kind, SeriesRole};

use super::ranking::is_group;
use super::{Depicted, Item, Members, Reading, Statement, Unranked};

/// How many entities are named.
const ENTITIES_NAMED: usize = 3;

/// What is said of entities.
pub(super) fn state(members: &Members, depicted: &Depicted, statements: &mut Vec<Statement>) {
    let grid = members.grid;
    let is_of_pairs = members.series.len() > 1 && grid.series_role == grid.x_role;
    match depicted.kind {
        Kind::Scatter => statements.extend(both(members, depicted.companions)),
        Kind::Flow => statements.extend(pairs(members)),
        Kind::Map => {
            let known = (0..grid.axis.len()).filter(|place| !members.is_empty(*place));
            let places = known.filter(|place| group_at(grid, *place).is_some()).count();
            statements.push(Statement::Places(places));
            statements.extend(if is_of_pairs { pairs(members) } else { top(members) });
        }
        Kind::Pyramid if members.broken().is_none() => statements.extend(largest_of_each(members)),
        _ => statements.extend(top(members)),
    }
}

/// The key of a place that is an entity of its own, and no fold.
fn group_at(grid: &Grid, place: usize) -> Option<&str> {
    let Axis::Entities(keys) = &grid.axis else { return None };
    let key = keys.get(place).filter(|_| grid.folded != Some(place))?;
    is_group(key).then_some(key)
}

/// The items in descending order of their figures; equal ones stay in the axis' order.
fn descending(items: Vec<Item>) -> Vec<Item> {
    let figure = |index: usize| items.get(index).map_or(0.0, |item| item.reading.figure);
    let order = sorted(items.len(), &|left, right| figure(right).total_cmp(&figure(left)));
    order.into_iter().filter_map(|index| items.get(index).cloned()).listed()
}

/// The largest entities, or some of them where they have no order.
fn top(members: &Members) -> Option<Statement> {
    let grid = members.grid;
    let adds_up = members.add_up();
    let first = *members.series.first()?;
    let of = if adds_up { members.series.clone() } else { vec![first] };
    let all: Vec<Item> = (0..grid.axis.len())
        .filter_map(|place| {
            let reading = Reading { place, figure: members.sum(&of, place)? };
            Some(Item { series: None, reading, part: members.part(&of, place).cloned() })
        })
        .listed();
    let is_whole = |item: &Item| item.part.is_none() && members.is_complete(&of, item.reading.place);
    let is_known = all.len() == grid.axis.len() && all.iter().all(is_whole);
    let is_sum = adds_up
        && grid.adds_up_over_places()
        && is_known
        && all.len() > 1
        && all.iter().all(|item| item.reading.figure >= 0.0);
    let whole = is_sum.then(|| all.iter().map(|item| item.reading.figure).sum());
    let mut named = all;
    named.retain(|item| group_at(grid, item.reading.place).is_some());
    let is_throughout = named.iter().all(is_whole);
    let counted = named.iter().filter(|item| is_whole(item)).count();
    let is_apart = grid.apart || !grid.allows(Operation::Rank);
    let broken = members.broken();
    if named.len() > 1 && (is_apart || broken.is_some() || counted < 2) {
        named.truncate(ENTITIES_NAMED);
        let why = match broken {
            _ if is_apart => Unranked::Apart,
            Some(period) => Unranked::Break(period),
            None => Unranked::Throughout,
        };
        return Some(Statement::Unranked { items: named, why });
    }
    named.retain(is_whole);
    let mut items = descending(named);
    items.truncate(ENTITIES_NAMED);
    let by = (!adds_up && members.series.len() > 1).then_some(first);
    (!items.is_empty()).then_some(Statement::Top { by, items, whole, of_whole: !is_throughout })
}

/// The largest pairs of a series and a place, both of them entities of their own.
fn pairs(members: &Members) -> Option<Statement> {
    let grid = members.grid;
    let mut all = Vec::new();
    let (mut is_known, mut whole) = (!grid.apart, 0.0);
    for series in &members.series {
        for place in 0..grid.axis.len() {
            let own = grid.series.get(*series);
            if own.map(|own| own.key.as_str()) == group_at(grid, place) {
                // Those who stay are no flow.
                continue;
            }
            let Some(figure) = grid.value(*series, place).known() else {
                is_known = false;
                continue;
            };
            let part = grid.part(*series, place).cloned();
            is_known &= part.is_none() && figure >= 0.0;
            whole += figure;
            let origin = own.filter(|own| own.role != SeriesRole::Other && is_group(&own.key));
            if origin.is_some() && group_at(grid, place).is_some() {
                all.push(Item { series: Some(*series), reading: Reading { place, figure }, part });
            }
        }
    }
    let is_throughout = all.iter().all(|item| item.part.is_none());
    let broken = members.broken();
    let mut items = if is_throughout && !grid.apart && broken.is_none() { descending(all) } else { all };
    items.truncate(ENTITIES_NAMED);
    let whole = (is_known && members.add_up()).then_some(whole);
    match (grid.apart, is_throughout) {
        _ if items.is_empty() => None,
        (true, _) => Some(Statement::Unranked { items, why: Unranked::Apart }),
        (_, false) => Some(Statement::Unranked { items, why: Unranked::Throughout }),
        _ if broken.is_some() => {
            broken.map(|period| Statement::Unranked { items, why: Unranked::Break(period) })
        }
        _ => Some(Statement::Pairs { items, whole }),
    }
}

/// Of each series the largest place, where all its places are known and counted throughout.
fn largest_of_each(members: &Members) -> Option<Statement> {
    let grid = members.grid;
    let largest = |series: &usize| {
        let readings = (0..grid.axis.len()).map(|place| {
            let figure =
                grid.value(*series, place).known().filter(|_| grid.part(*series, place).is_none())?;
            Some(Reading { place, figure })
        });
        let readings = readings.collect::<Option<Vec<Reading>>>()?;
        let larger = |best: Reading, next: Reading| if next.figure > best.figure { next } else { best };
        Some((*series, readings.into_iter().reduce(larger)?))
    };
    let each = members.series.iter().filter_map(largest).listed();
    (!each.is_empty()).then_some(Statement::LargestOfEach(each))
}

/// Two quantities of entities, those with the highest of the first.
fn both(members: &Members, companions: &[Grid]) -> Option<Statement> {
    let grid = members.grid;
    let (Axis::Entities(keys), Some(across)) = (&grid.axis, companions.first()) else { return None };
    let series = *members.series.first()?;
    let second = |place: usize| across.value(0, across.place_of(keys.get(place)?)?).known();
    let items = (0..keys.len()).filter_map(|place| {
        let figure = grid.value(series, place).known()?;
        second(place)?;
        Some(Item { series: None, reading: Reading { place, figure }, part: None })
    });
    let items = items.listed();
    let places = items.len();
    let mut items = descending(items);
    items.retain(|item| group_at(grid, item.reading.place).is_some());
    let is_ranked = !grid.apart && grid.allows(Operation::Rank);
    items.truncate(if is_ranked { ENTITIES_NAMED } else { 0 });
    let items = items.iter().filter_map(|item| Some((item.reading, second(item.reading.place)?))).listed();
    Some(match places {
        0 => Statement::Nothing,
        _ => Statement::Both { items, places },
    })
}
