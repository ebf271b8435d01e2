//! What a search comes to, and how much has to speak for it.

use super::evidence::Evidence;
use super::names::Says;

/// An item that is the sum of others.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) total: usize,
    /// What it adds up; of a group that overlaps others what it is counted in beside.
    pub(super) parts: Vec<usize>,
    /// Whether the parts are its own, and not those of the whole that it is counted in.
    pub(super) is_of_parts: bool,
}

/// How a total stands among its parts: what decides how many sums were tried before one fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// All others.
    AllOthers,
    /// The rows beside it as far as those of one list go.
    WholeList,
    /// Some of the rows beside it.
    Beside,
    /// What codes, levels or the members of a region say.
    Known,
}

/// Bits for a total that nothing suggests: one table of a thousand without totals may lose a row.
const UNSUSPECTED: f64 = 10.0;
/// The same where any stretch of the rows beside might have fitted.
const UNSUSPECTED_BESIDE: f64 = 11.0;
/// Where the structure says what adds up.
const STRUCTURED: f64 = 5.0;
/// A region's name, or one with a word of a total.
const HINTED: f64 = 3.0;
/// A region's name over its own members.
const MEMBERS: f64 = 2.0;
/// No name among names.
const NAMELESS: f64 = 2.5;
/// "Total": any sum that fits and is none of one part.
const NAMED: f64 = 0.9;
/// "Total", with some of the rows beside it.
const NAMED_BESIDE: f64 = 4.0;
/// "Total" beside a single part that is the same, and what only may be one.
const NAMED_TWIN: f64 = 4.0;
const HINTED_TWIN: f64 = 12.0;
/// What a test says that parts are missing in, and nothing else.
const NEARLY_BITS: f64 = 3.0;

/// Whether that is enough for a name, a way, and so many sums tried.
pub(super) fn is_enough(evidence: &Evidence, says: Says, way: Way, tried: usize) -> bool {
    if matches!(says, Says::Rest | Says::NoSum) || evidence.agreeing + evidence.nearly == 0 {
        return false;
    }
    let is_suspect = says > Says::Nothing;
    let nearly = if is_suspect && evidence.failing == 0 { evidence.nearly.min(3) as f64 } else { 0.0 };
    if evidence.agreeing == 0 && nearly == 0.0 {
        return false;
    }
    let unsuspected = (tried.max(1) as f64).log2()
        + match way {
            Way::AllOthers => UNSUSPECTED,
            Way::WholeList | Way::Beside => UNSUSPECTED_BESIDE,
            Way::Known => return evidence.bits + nearly * NEARLY_BITS >= STRUCTURED.min(needed(says, way)),
        };
    evidence.bits + nearly * NEARLY_BITS >= unsuspected.min(needed(says, way))
}

/// Whether so many bits of a name's figures, which a single other has too, make it the total of that one.
pub(super) fn is_twin(bits: f64, says: Says) -> bool {
    bits >= if says == Says::Total { NAMED_TWIN } else { HINTED_TWIN }
}

fn needed(says: Says, way: Way) -> f64 {
    match (says, way) {
        (Says::Total, Way::Beside) => NAMED_BESIDE,
        (Says::Total, _) | (Says::Country, Way::AllOthers | Way::Known) => NAMED,
        (Says::Empty, Way::Beside) => NAMED_BESIDE * 2.0,
        (Says::Empty, _) => NAMELESS,
        (Says::Group, Way::Known) => MEMBERS,
        (Says::Hint | Says::Group | Says::Country, Way::Beside) => NAMED_BESIDE * 2.0,
        (Says::Hint | Says::Group | Says::Country, _) => HINTED,
        _ => f64::INFINITY,
    }
}
