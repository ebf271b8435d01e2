//! The state of an element: what a reader can choose.

#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
use serde::Serialize;

use crate::model::Listed;

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

/// The value of one choice: a text that may be absent, or a list of keys.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A text; `None` is the author's own.
    Text(Option<String>),
    /// Keys; none is all, or none set apart.
    List(Vec<String>),
}

/// The choices that ask something of the data; so does a map where the author has none.
const ASKING: [&str; 6] = ["from", "to", "period", "pick", "measure", "mode"];

impl State {
    /// Every choice with its name, in the order in which they stand in an address. This and [`State::choose`] are the one
    /// list of what can be chosen.
    pub fn choices(&self) -> [(&'static str, Choice); 12] {
        let text = |text: &Option<String>| Choice::Text(text.clone());
        let list = |keys: &[String]| Choice::List(keys.to_vec());
        let name = |name: Option<&'static str>| Choice::Text(name.map(str::to_owned));
        [
            ("from", text(&self.from)),
            ("to", text(&self.to)),
            ("period", text(&self.period)),
            ("pick", list(&self.pick)),
            ("measure", text(&self.measure)),
            ("region", text(&self.region)),
            ("mode", name(self.mode.map(|mode| name_of(&Mode::ALL, mode)))),
            ("scale", name(self.scale.map(|scale| name_of(&Scale::ALL, scale)))),
            ("hidden", list(&self.hidden)),
            ("highlight", text(&self.highlight)),
            ("tab", name(Some(name_of(&Tab::ALL, self.tab)).filter(|_| self.tab != Tab::default()))),
            ("cursor", text(&self.cursor)),
        ]
    }

    /// Makes a choice; `false` where no choice has that name or that value.
    pub fn choose(&mut self, name: &str, choice: Choice) -> bool {
        let place = match name {
            "from" => &mut self.from,
            "to" => &mut self.to,
            "period" => &mut self.period,
            "measure" => &mut self.measure,
            "region" => &mut self.region,
            "highlight" => &mut self.highlight,
            "cursor" => &mut self.cursor,
            _ => return self.choose_among(name, choice),
        };
        let Choice::Text(text) = choice else { return false };
        *place = text;
        true
    }

    /// Makes a choice among names, or a list of keys.
    fn choose_among(&mut self, name: &str, choice: Choice) -> bool {
        match (name, choice) {
            ("hidden", Choice::List(keys)) => self.hidden = keys,
            ("pick", Choice::List(keys)) => self.pick = keys,
            ("tab", Choice::Text(None)) => self.tab = Tab::default(),
            ("mode", Choice::Text(None)) => self.mode = None,
            ("scale", Choice::Text(None)) => self.scale = None,
            (_, Choice::Text(Some(word))) => return self.choose_word(name, &word),
            _ => return false,
        }
        true
    }

    fn choose_word(&mut self, name: &str, word: &str) -> bool {
        match name {
            "tab" => by_name(&Tab::ALL, word).map(|tab| self.tab = tab),
            "mode" => by_name(&Mode::ALL, word).map(|mode| self.mode = Some(mode)),
            "scale" => by_name(&Scale::ALL, word).map(|scale| self.scale = Some(scale)),
            _ => None,
        }
        .is_some()
    }

    /// Whether both states ask the same of the data.
    pub fn has_same_query_as(&self, other: &State) -> bool {
        let asking = |state: &State| {
            let choices = state.choices().into_iter();
            choices.filter(|(name, _)| ASKING.contains(name)).map(|(_, choice)| choice).listed()
        };
        asking(self) == asking(other) && (self.tab == Tab::Map) == (other.tab == Tab::Map)
    }

    /// The state without all that asks something of the data, for choices that these data cannot answer.
    pub fn without_query_choices(&self) -> State {
        let mut state = State::default();
        for (name, choice) in self.choices() {
            if !ASKING.contains(&name) {
                state.choose(name, choice);
            }
        }
        if state.tab == Tab::Map {
            state.tab = Tab::Chart;
        }
        state
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
pub fn by_name<Choice: Copy>(all: &[(Choice, &'static str)], name: &str) -> Option<Choice> {
    all.iter().find(|(_, known)| *known == name).map(|(choice, _)| *choice)
}

/// The name of a choice in one of the lists above.
pub fn name_of<Choice: Copy + PartialEq>(all: &[(Choice, &'static str)], choice: Choice) -> &'static str {
    all.iter().find(|(known, _)| *known == choice).map_or("", |(_, name)| name)
}
