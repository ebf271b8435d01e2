//! What the reader has chosen, and how a message changes it; no clock, no I/O.

mod choice;
mod link;
mod state;
mod walk;

pub use choice::{POPULATION_BASE, apply};
pub use link::{decode, decode_choices, encode, encode_choices, without};
pub use state::{Choice, Mode, Scale, State, Tab, by_name, name_of};
pub use walk::{Ground, Stop, neighbour, walk};

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
    /// Chose the first and last period of a time axis; `None` is the author's own.
    Span(Option<String>, Option<String>),
    /// Chose the one period that entities are shown at; `None` is the author's own span.
    Period(Option<String>),
    /// Chose figures, shares or rates; `None` is the author's own.
    Mode(Option<Mode>),
    /// Chose how values map to heights; `None` is the author's own.
    Scale(Option<Scale>),
    /// Chose a figure field; `None` is the author's own.
    QuantityKind(Option<String>),
    /// Chose the part of the world that a map shows; `None` is all of it.
    Region(Option<String>),
    /// Picked an entity or series, or let go of it.
    Pick(String),
    /// Went back to the author's view, on the face that is shown.
    Reset,
    /// A script or a shared address set the whole state.
    Set(State),
}

/// What has to happen after a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// The answer is stale: ask what is needed, query, lay out and draw.
    pub query: bool,
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
        Msg::Span(from, to) => (state.from, state.to, state.period) = (from, to, None),
        Msg::Period(period) => (state.from, state.to, state.period) = (None, None, period),
        Msg::Mode(mode) => state.mode = mode,
        Msg::Scale(scale) => state.scale = scale,
        Msg::QuantityKind(field) => state.measure = field,
        Msg::Region(region) => state.region = region,
        Msg::Pick(key) => match state.pick.iter().position(|picked| *picked == key) {
            Some(index) => {
                state.pick.remove(index);
            }
            None => state.pick.push(key),
        },
        Msg::Reset => *state = State { tab: state.tab, ..State::default() },
        Msg::Set(new) => *state = new,
    }
    let query = !before.has_same_query_as(state);
    let lasting = |state: &State| (state.hidden.clone(), state.tab, state.scale, state.region.clone());
    let chosen = query || lasting(&before) != lasting(state);
    Effect {
        query,
        redraw: chosen || before.highlight != state.highlight,
        cursor: before.cursor != state.cursor,
        emit: chosen,
    }
}
