//! The state of an element: what a reader can choose.

#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
use serde::Serialize;

/// What the reader has chosen: the `state` of the element. Unknown keys are ignored, absent ones keep their default.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize), serde(default))]
#[serde(rename_all = "camelCase")]
pub struct State {
    /// The keys of series switched off in the legend.
    pub hidden: Vec<String>,
    /// The key of the series set off from the others, if any.
    pub highlight: Option<String>,
    /// Which face of the figure is shown.
    pub tab: Tab,
    /// The place of the axis under the reader's cursor: a period in ISO spelling or an entity's key.
    pub cursor: Option<String>,
    /// The first period shown, in ISO spelling; `None` is the author's own, as with all that follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last period shown, in ISO spelling.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The one period that entities are shown at, in ISO spelling.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The keys of the series, else of the entities, that alone are shown; empty is all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pick: Vec<String>,
    /// The figure field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Figures, shares or rates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// How values map to heights.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
    /// The part of the world that a map shows alone, by the key of its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

impl State {
    /// Whether both states ask the same of the data.
    pub fn asks_the_same_as(&self, other: &State) -> bool {
        self.from == other.from
            && self.to == other.to
            && self.period == other.period
            && self.pick == other.pick
            && self.measure == other.measure
            && self.mode == other.mode
            && (self.tab == Tab::Map) == (other.tab == Tab::Map)
    }

    /// The state without all that asks something of the data, for choices that these data cannot answer.
    pub fn unasked(&self) -> State {
        State {
            hidden: self.hidden.clone(),
            highlight: self.highlight.clone(),
            tab: if self.tab == Tab::Map { Tab::Chart } else { self.tab },
            cursor: self.cursor.clone(),
            scale: self.scale,
            region: self.region.clone(),
            ..State::default()
        }
    }
}

/// Which face of the figure is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
#[serde(rename_all = "lowercase")]
pub enum Tab {
    /// The drawing.
    #[default]
    Chart,
    /// The figures on a map, whatever kind the author chose.
    Map,
    /// The figures in rows.
    Table,
    /// The text alternative.
    Words,
}

impl Tab {
    /// Every face with its name; the map, which not every chart has, is last, so that its button moves no other.
    pub const ALL: [(Tab, &'static str); 4] =
        [(Tab::Chart, "chart"), (Tab::Table, "table"), (Tab::Words, "words"), (Tab::Map, "map")];
}

/// Figures, shares or rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Figures as they are.
    Absolute,
    /// Shares of each place's sum.
    Percent,
    /// For every 100,000 inhabitants.
    Per100000,
}

impl Mode {
    /// Every mode with its name.
    pub const ALL: [(Mode, &'static str); 3] =
        [(Mode::Absolute, "absolute"), (Mode::Percent, "percent"), (Mode::Per100000, "per100000")];
}

/// How values map to heights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// Equal steps for equal differences.
    Linear,
    /// Equal steps for equal ratios.
    Log,
}

impl Scale {
    /// Every scale with its name.
    pub const ALL: [(Scale, &'static str); 2] = [(Scale::Linear, "linear"), (Scale::Log, "log")];
}

/// The choice of a name in one of the lists above; `None` for any other name.
pub fn named<Choice: Copy>(all: &[(Choice, &'static str)], name: &str) -> Option<Choice> {
    all.iter().find(|(_, known)| *known == name).map(|(choice, _)| *choice)
}

/// The name of a choice in one of the lists above.
pub fn name_of<Choice: Copy + PartialEq>(all: &[(Choice, &'static str)], choice: Choice) -> &'static str {
    all.iter().find(|(known, _)| *known == choice).map_or("", |(_, name)| name)
}
