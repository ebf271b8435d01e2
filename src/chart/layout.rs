//! A picture to a frame.

use super::frame_builder::FrameBuilder;
use super::{Frame, KindLayout, Picture};
use crate::query::Kind;

/// Lays a chart out; the same picture always gives the same frame.
///
/// `layout` is what lays the picture's kind out over its axis, see [`super::kinds::layout_of`]. [`Kind::Table`] has no
/// drawing.
pub fn layout(picture: &Picture, layout: KindLayout) -> Frame {
    let mut builder = FrameBuilder::new(picture);
    if picture.kind != Kind::Table {
        layout.lay_out(&mut builder);
    }
    if let Some(later) = picture.later {
        (later.leave_notes)(&mut builder);
    }
    builder.frame
}
