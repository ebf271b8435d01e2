//! What figures stand on: scales, ticks, axes, and the plot of charts over time.

pub mod annotations;
pub mod author_words;
pub mod axis;
pub mod axis_texts;
pub mod end_values;
pub mod layer_labels;
pub mod layers;
pub mod missing;
pub mod periods;
pub mod room;
pub mod scale;
pub mod steps;
pub mod ticks;
pub mod time_plot;
pub mod words_at_marks;
