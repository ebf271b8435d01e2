//! Points and rectangles, in device pixels.

/// A point in device pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

impl Point {
    /// The point in the frame in which `corner` is the origin of this one.
    pub fn offset_by(self, corner: Point) -> Point {
        Point { x: self.x.saturating_add(corner.x), y: self.y.saturating_add(corner.y) }
    }
}

/// A rectangle in device pixels; `right` and `bottom` are outside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Its left edge.
    pub left: i32,
    /// Its top edge.
    pub top: i32,
    /// One past its right edge.
    pub right: i32,
    /// One past its bottom edge.
    pub bottom: i32,
}

impl Rect {
    /// Its width in device pixels.
    pub fn width(&self) -> i32 {
        self.right - self.left
    }

    /// Its height in device pixels.
    pub fn height(&self) -> i32 {
        self.bottom - self.top
    }
    /// The square around a point, `radius` device pixels to each side.
    pub fn around(at: Point, radius: i32) -> Rect {
        Rect { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius }
    }

    /// The box around outlines; without any point, one that holds nothing.
    pub fn bounding(outlines: &[Vec<Point>]) -> Rect {
        let mut rect = Rect { left: i32::MAX, top: i32::MAX, right: i32::MIN, bottom: i32::MIN };
        for point in outlines.iter().flatten() {
            rect.left = rect.left.min(point.x);
            rect.top = rect.top.min(point.y);
            rect.right = rect.right.max(point.x.saturating_add(1));
            rect.bottom = rect.bottom.max(point.y.saturating_add(1));
        }
        rect
    }

    /// Whether a point lies in it or on its edge.
    pub fn holds(&self, at: Point) -> bool {
        self.left <= at.x && at.x <= self.right && self.top <= at.y && at.y <= self.bottom
    }

    /// Whether it shares a pixel with another.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}
