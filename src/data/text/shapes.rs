//! What a cell looks like, at a glance and without its column.

/// What a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::data) enum Shape {
    /// Nothing.
    Empty,
    /// Digits and what stands among them: figures, shares, dates, times.
    Figure,
    /// Words.
    Text,
    /// Something with delimiters or quotes left in it.
    Odd,
}

/// What a cell looks like.
pub(in crate::data) fn shape(cell: &[u8]) -> Shape {
    if cell.is_empty() {
        return Shape::Empty;
    }
    let (mut digits, mut letters) = (0usize, 0usize);
    for byte in cell {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'.' | b',' | b'-' | b'+' | b'%' | b'/' | b':' | b' ' | b'\'' | b'(' | b')' | b'$' => {}
            _ => letters += 1,
        }
    }
    // `2021,5,3` is three cells, `1,234,567` one.
    if digits > 0 && letters == 0 {
        return if has_odd_groups(cell) { Shape::Odd } else { Shape::Figure };
    }
    let mut rest = cell;
    while let Some((byte, after)) = rest.split_first() {
        // Between words a comma or a semicolon has a blank behind it.
        let is_left_over = match byte {
            b',' | b';' => after.first().is_some_and(|next| *next != b' '),
            b'|' | b'\t' | b'"' | b'^' | b'~' | 0x1f => true,
            _ => false,
        };
        if is_left_over {
            return Shape::Odd;
        }
        rest = after;
    }
    Shape::Text
}

/// Whether there are several commas with other than three digits behind each.
fn has_odd_groups(cell: &[u8]) -> bool {
    let groups = || cell.split(|byte| *byte == b',').skip(1);
    let is_group = |group: &[u8]| {
        let digits = group.iter().take_while(|byte| byte.is_ascii_digit()).count();
        matches!(digits, 2 | 3)
    };
    groups().count() > 1 && !groups().all(is_group)
}
