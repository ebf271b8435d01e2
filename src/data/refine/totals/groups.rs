//! What structure says of sums: regions among countries, codes that start alike, columns of levels.

use std::borrow::Cow;

use super::evidence::{Sum, comes_near, weigh};
use super::found::{Found, Way, is_enough};
use super::names::{Known, Says};
use super::search::Search;
use crate::model::{Listed, sorted};

/// More levels than these are groups.
const MOST_LEVELS: usize = 9;
/// More candidates for the world are not weighed.
const MOST_WHOLES: usize = 24;
/// A code is no longer than this.
const LONGEST_CODE: usize = 14;
/// The bits that the sums of two levels have to agree by.
const LEVELS_AGREE: f64 = 14.0;
/// The bits by which codes tell parts: those of all that begin alike together, and twice as many where some do not add up.
const CODES_AGREE: f64 = 7.0;

/// The countries of a region's name or code.
pub(super) type Members = dyn Fn(&str) -> Option<Vec<&'static str>>;

/// Regions and the world among countries; `texts` are those of one column, by item.
pub(super) fn among_countries(
    search: &mut Search,
    texts: &[Cow<str>],
    members_of: &Members,
    known: &mut Known,
    done: &mut Vec<Vec<usize>>,
) {
    let items = search.active();
    let text = |item: usize| texts.get(item).map(AsRef::as_ref).unwrap_or_default();
    let places: Vec<Option<&'static str>> = texts.iter().map(|text| known.country_of(text)).listed();
    let place = |item: usize| places.get(item).copied().flatten();
    let is_country = |item: &usize| place(*item).is_some() && search.says(*item) != Says::Rest;
    let countries: Vec<usize> = items.iter().copied().filter(is_country).listed();
    let others: Vec<usize> = items.iter().copied().filter(|item| !is_country(item)).listed();
    let groups = others
        .iter()
        .copied()
        .filter(|item| search.says(*item) != Says::Rest && search.matrix.has_figures(*item));
    let groups: Vec<usize> = groups.listed();
    if countries.len() < 2 || groups.is_empty() {
        return;
    }
    let mut found: Vec<Found> = Vec::new();
    for group in &groups {
        let Some(members) = known.members_of(text(*group), members_of) else { continue };
        let parts = countries
            .iter()
            .copied()
            .filter(|item| place(*item).is_some_and(|place| members.contains(&place)))
            .listed();
        let evidence = weigh(search.matrix, &[*group], &parts);
        if evidence.is_some_and(|known| is_enough(&known, Says::Group, Way::Known, 1)) {
            found.push(Found { total: *group, parts, is_of_parts: true });
        }
    }
    // Codes of the same countries find no other world than their names.
    let world = if done.contains(&countries) { None } else { world_of(search, &countries, &others, &groups) };
    done.push(countries);
    if let Some((whole, parts)) = world {
        // The whole comes right without the other groups: they are no parts of it.
        for group in groups.iter().filter(|group| **group != whole && !parts.contains(group)) {
            if !found.iter().any(|known| known.total == *group) && is_within(search, *group, whole) {
                found.push(Found { total: *group, parts: parts.clone(), is_of_parts: false });
            }
        }
        found.retain(|known| known.total != whole);
        found.insert(0, Found { total: whole, parts, is_of_parts: true });
    }
    take(search, found);
}

/// The group that countries add up to, with or without what is left over and what is neither; with its parts.
fn world_of(
    search: &Search,
    countries: &[usize],
    others: &[usize],
    groups: &[usize],
) -> Option<(usize, Vec<usize>)> {
    let rests = others.iter().copied().filter(|item| search.says(*item) == Says::Rest);
    let plain = others.iter().copied().filter(|item| search.says(*item) == Says::Nothing);
    let (rests, plain): (Vec<usize>, Vec<usize>) = (rests.listed(), plain.listed());
    let mut world: Option<(f64, usize, Vec<usize>)> = None;
    let of_countries = Sum::of(search.matrix, countries);
    let mut tried: Vec<Vec<usize>> = Vec::new();
    for added in [vec![], rests.clone(), plain.clone(), [rests, plain].concat()] {
        if tried.contains(&added) {
            continue;
        }
        let mut sum = of_countries.clone();
        added.iter().for_each(|item| sum.add(search.matrix, *item));
        let near =
            groups.iter().filter(|group| !added.contains(group) && comes_near(search.matrix, **group, &sum));
        for group in near.take(MOST_WHOLES) {
            let parts = [countries, &added].concat();
            let Some(evidence) = weigh(search.matrix, &[*group], &parts) else { continue };
            let bits = evidence.bits + evidence.nearly as f64 * 0.01;
            if is_enough(&evidence, search.says(*group), Way::AllOthers, groups.len())
                && world.as_ref().is_none_or(|(known, _, _)| bits > *known)
            {
                world = Some((bits, *group, parts));
            }
        }
        tried.push(added);
    }
    world.map(|(_, group, parts)| (group, parts))
}

/// Takes totals away and leaves their parts, which may be parts of others.
fn take(search: &mut Search, found: Vec<Found>) {
    for one in found {
        if let Some(hidden) = search.hidden.get_mut(one.total) {
            *hidden = true;
        }
        search.found.push(one);
    }
}

/// Whether no figure of a group is beyond the whole's.
fn is_within(search: &Search, group: usize, whole: usize) -> bool {
    let (own, _) = search.matrix.row(group);
    let (all, states) = search.matrix.row(whole);
    let is_beyond =
        |((own, all), state): ((&f64, &f64), &u8)| *state == super::matrix::KNOWN && *own > *all * 1.01;
    !own.iter().zip(all).zip(states).any(is_beyond)
}

/// Codes that begin like others which they add up to: `ES` and `ES11`, `01` and `0101`.
pub(super) fn by_codes(search: &mut Search, texts: &[Cow<str>]) {
    let items = search.active();
    let text = |item: usize| texts.get(item).map(AsRef::as_ref).unwrap_or_default();
    let is_code = |text: &str| {
        !text.is_empty()
            && text.len() <= LONGEST_CODE
            && text.bytes().all(|byte| {
                byte.is_ascii_digit() || byte.is_ascii_uppercase() || matches!(byte, b'.' | b'-' | b'_')
            })
    };
    let coded: Vec<usize> = items.into_iter().filter(|item| is_code(text(*item))).listed();
    if coded.len() < 4 {
        return;
    }
    let at = |index: usize| coded.get(index).map_or("", |item| text(*item));
    let order = sorted(coded.len(), &|left, right| at(left).cmp(at(right)));
    // In this order what begins like a code follows it.
    let mut open: Vec<usize> = Vec::new();
    let mut children: Vec<(usize, Vec<usize>)> = Vec::new();
    for item in order.into_iter().filter_map(|index| coded.get(index)).copied() {
        while open
            .last()
            .is_some_and(|above| !text(item).starts_with(text(*above)) || text(item) == text(*above))
        {
            open.pop();
        }
        if let Some(above) = open.last() {
            match children.iter_mut().find(|(known, _)| known == above) {
                Some((_, below)) => below.push(item),
                None => children.push((*above, vec![item])),
            }
        }
        open.push(item);
    }
    let mut found = Vec::new();
    let (mut failing, mut bits) = (0, 0.0);
    for (above, below) in children.iter().filter(|(_, below)| below.len() > 1) {
        match weigh(search.matrix, &[*above], below) {
            Some(evidence) if evidence.agreeing > 0 && search.says(*above) != Says::Rest => {
                bits += evidence.bits;
                found.push(Found { total: *above, parts: below.clone(), is_of_parts: true });
            }
            _ => failing += 1,
        }
    }
    // Numbers that only happen to begin alike add up nowhere, or once.
    if found.len() <= failing || bits < CODES_AGREE * f64::from(u8::from(failing > 0) + 1) {
        return;
    }
    for (above, below) in children.into_iter().filter(|(_, below)| below.len() == 1) {
        let is_same = below.first().is_some_and(|part| {
            search.matrix.has_figures(above) && search.matrix.row(above) == search.matrix.row(*part)
        });
        if is_same {
            found.push(Found { total: above, parts: below, is_of_parts: true });
        }
    }
    // The longest first: what is hidden as a part is a total already.
    let length = |index: usize| found.get(index).map_or(0, |found: &Found| text(found.total).len());
    let order = sorted(found.len(), &|left, right| length(right).cmp(&length(left)));
    for one in order.into_iter().filter_map(|index| found.get(index)) {
        search.note(one.clone());
    }
}

/// Columns of levels, whose items on one level add up to those of another; `classes` are the labels of one column, by item.
pub(super) fn by_levels(search: &mut Search, classes: &[u64]) {
    let items = search.active();
    let mut levels: Vec<(u64, Vec<usize>)> = Vec::new();
    for item in items {
        let class = classes.get(item).copied().unwrap_or(0);
        if let Some((_, level)) = levels.iter_mut().find(|(known, _)| *known == class) {
            level.push(item);
        } else if levels.len() < MOST_LEVELS {
            levels.push((class, vec![item]));
        } else {
            return;
        }
    }
    let mut levels: Vec<Vec<usize>> = levels.into_iter().map(|(_, level)| level).listed();
    let size = |levels: &[Vec<usize>], index: usize| levels.get(index).map_or(0, Vec::len);
    let order = sorted(levels.len(), &|left, right| size(&levels, right).cmp(&size(&levels, left)));
    levels = order.into_iter().filter_map(|index| levels.get(index).cloned()).listed();
    let pairs = levels.len() * levels.len();
    for (at, coarse) in levels.iter().enumerate() {
        for fine in levels.iter().take(at).filter(|fine| fine.len() > coarse.len() && fine.len() > 1) {
            let Some(evidence) = weigh(search.matrix, coarse, fine) else { continue };
            let says = match coarse.as_slice() {
                [only] => search.says(*only),
                _ if evidence.bits >= LEVELS_AGREE + (pairs as f64).log2() => Says::Total,
                _ => continue,
            };
            if !is_enough(&evidence, says, Way::AllOthers, pairs) {
                continue;
            }
            let divided = search.divided(coarse, fine);
            let whole =
                |total: &usize| Found { total: *total, parts: fine.clone(), is_of_parts: coarse.len() == 1 };
            let found = divided.unwrap_or_else(|| coarse.iter().map(whole).listed());
            take(search, found);
            break;
        }
    }
}
