//! What the reader has chosen, and how a message changes it; no clock, no I/O.

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
}

/// Which face of the figure is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
#[serde(rename_all = "lowercase")]
pub enum Tab {
    /// The drawing.
    #[default]
    Chart,
    /// The figures in rows.
    Table,
    /// The text alternative.
    Words,
}

/// Something the reader did.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Switched a series on or off in the legend.
    Toggle(String),
    /// Pointed at a series in the legend, or left it.
    Highlight(Option<String>),
    /// Moved to a place of the axis, or left the plot.
    Cursor(Option<String>),
    /// Chose chart, table or words.
    Show(Tab),
    /// A script set the whole state.
    Set(State),
}

/// What has to happen after a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// The frame is stale: lay out and draw.
    pub redraw: bool,
    /// Only the cursor's overlay is stale.
    pub cursor: bool,
    /// The host is to be told (`change`).
    pub emit: bool,
}

/// Changes the state; `series` are the keys of all series, the last one shown of which cannot be hidden.
pub fn update(state: &mut State, message: Msg, series: &[String]) -> Effect {
    let before = state.clone();
    match message {
        Msg::Toggle(key) => match state.hidden.iter().position(|hidden| *hidden == key) {
            Some(index) => {
                state.hidden.remove(index);
            }
            None => {
                let shown = series.iter().filter(|name| !state.hidden.contains(name)).count();
                if shown > 1 && series.contains(&key) {
                    state.hidden.push(key);
                }
            }
        },
        Msg::Highlight(key) => state.highlight = key,
        Msg::Cursor(place) => state.cursor = place,
        Msg::Show(tab) => state.tab = tab,
        Msg::Set(new) => *state = new,
    }
    let lasting = |state: &State| (state.hidden.clone(), state.highlight.clone(), state.tab);
    let redraw = lasting(&before) != lasting(state);
    let chosen = |state: &State| (state.hidden.clone(), state.tab);
    Effect { redraw, cursor: before.cursor != state.cursor, emit: chosen(&before) != chosen(state) }
}
