//! A quoted figure beside the data, in words.

use crate::model::{Joined, Listed, Role};
use crate::query::{Condition, Grid, JudgedClaim, Operator, Verdict};

use super::{Locale, PeriodStyle, key_figure_when};

/// What was quoted, what the data say to it, and what each of them counts: a sentence each. Without the same definition of
/// the same time there is no verdict, but both figures with what they count, and why they are not compared.
pub fn claim_sentences(locale: &Locale, grid: &Grid, judged: &JudgedClaim) -> Vec<String> {
    let claim = &judged.claim;
    let when = crate::model::Period::parse(&claim.when)
        .map_or(claim.when.clone(), |period| locale.formats.period(period, PeriodStyle::Long));
    let quoted = locale.quoted_number(claim.figure, claim.quoted_in);
    let said = [("value", quoted.as_str()), ("who", &claim.who), ("when", &when)];
    let mut sentences = vec![locale.text("number.claim", &said)];
    let counted = locale.formats.list(&judged.counted);
    let scope = judged.scope.iter().map(|(condition, role)| condition_words(locale, condition, *role));
    let scope = scope.listed().joined("; ");
    let Some(key_figure) = &judged.key_figure else { return sentences };
    let is_rounded = claim.precision > 1.0;
    let (key, difference) = match judged.verdict {
        Verdict::Same => ("same", 0.0),
        Verdict::About => ("about", 0.0),
        Verdict::Less(by) => (if is_rounded { "less-about" } else { "less" }, by),
        Verdict::More(by) => (if is_rounded { "more-about" } else { "more" }, by),
        _ => ("data", 0.0),
    };
    let difference = locale.quoted_number(difference, claim.quoted_in);
    let is_judged = key != "data";
    if !is_judged && !judged.quoted.is_empty() {
        let items = locale.formats.list(&judged.quoted);
        sentences.push(locale.text("number.claim.quoted-counts", &[("counted", &items)]));
    }
    let figure = locale.amount(grid, key_figure.figure);
    let when = key_figure_when(locale, grid, key_figure);
    let arguments = [("figure", &*figure), ("when", &when), ("difference", &difference)];
    sentences.push(locale.text(&["number.claim.", key].concat(), &arguments));
    let why = match judged.verdict {
        Verdict::Undefined => "undefined",
        Verdict::OtherDefinition => "other-definition",
        Verdict::OtherTime => "other-time",
        Verdict::OnlyPart => "only-part",
        Verdict::OtherKind => "other-kind",
        _ => "",
    };
    if !why.is_empty() {
        sentences.push(locale.text(&["number.claim.", why].concat(), &[]));
    }
    let counts = if is_judged { "number.claim.both-count" } else { "number.claim.data-count" };
    sentences.push(locale.text(counts, &[("counted", &counted)]));
    if !scope.is_empty() {
        sentences.push(locale.text("number.claim.scope", &[("scope", &scope)]));
    }
    // What publishers said at the time is no row of today's tables.
    if let Some(dataset) = &judged.whole_of
        && key_figure.first == key_figure.last
    {
        let key = ["dataset.", dataset, ".published.", &key_figure.last.to_string()].concat();
        sentences.extend(locale.messages.get(&key).map(str::to_owned));
    }
    sentences
}

/// A condition on rows, whose field stands for `role`: "only Country of origin: Venezuela, Haiti".
pub fn condition_words(locale: &Locale, condition: &Condition, role: Role) -> String {
    let names = condition.values.iter().map(|value| locale.value_name(&condition.field, role, value));
    let values = names.listed().joined(", ");
    let name = match condition.operator {
        Operator::Is => "is",
        Operator::IsNot => "is-not",
        Operator::Below => "below",
        Operator::AtMost => "at-most",
        Operator::Above => "above",
        Operator::AtLeast => "at-least",
    };
    let arguments = [("field", &*locale.field_name(&condition.field)), ("values", &*values)];
    locale.text(&["about.where.", name].concat(), &arguments)
}
