//! Pictures with their paths written as steps: maps are twice as short so, and there is one for each language.

/// A picture whose paths say each corner by its distance from the one before, in place of its place.
pub fn stepped(svg: &str) -> String {
    const START: &str = "<path d=\"";
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some((before, after)) = rest.split_once(START) {
        let (path, after) = after.split_once('"').unwrap_or((after, ""));
        out.push_str(before);
        out.push_str(START);
        out.push_str(&steps(path).unwrap_or_else(|| path.to_owned()));
        out.push('"');
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The steps of one polygon or polyline of whole numbers, `M1 2L3 4Z`; `None` for any other path.
fn steps(path: &str) -> Option<String> {
    let (corners, is_closed) = match path.strip_suffix('Z') {
        Some(corners) => (corners, true),
        None => (path, false),
    };
    let mut out = String::with_capacity(path.len());
    let mut last = None;
    for corner in corners.strip_prefix('M')?.split('L') {
        let (x, y) = corner.split_once(' ')?;
        let (x, y): (i64, i64) = (x.parse().ok()?, y.parse().ok()?);
        let (name, x_step, y_step) = match last {
            None => ("M", x, y),
            // Further steps need no name of their own.
            Some((from_x, from_y)) => (if out.contains('l') { "" } else { "l" }, x - from_x, y - from_y),
        };
        let space = |step: i64, needs: bool| if needs && step >= 0 { " " } else { "" };
        out.push_str(name);
        out.push_str(space(x_step, name.is_empty()));
        out.push_str(&x_step.to_string());
        out.push_str(space(y_step, true));
        out.push_str(&y_step.to_string());
        last = Some((x, y));
    }
    out.push_str(if is_closed { "z" } else { "" });
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_said_by_their_distance_from_the_one_before() {
        assert_eq!(
            stepped("<svg><path d=\"M10 20L13 18L13 25L9 25Z\" fill=\"red\"/><rect x=\"1\"/></svg>"),
            "<svg><path d=\"M10 20l3-2 0 7-4 0z\" fill=\"red\"/><rect x=\"1\"/></svg>"
        );
        assert_eq!(stepped("<path d=\"M-1 -2L-5 0\"/>"), "<path d=\"M-1-2l-4 2\"/>");
        for other in
            ["<path d=\"M1 2A3 3 0 0 1 4 5\"/>", "<path d=\"M1.5 2L3 4\"/>", "<path d=\"M1 2L", "no path"]
        {
            assert_eq!(stepped(other).trim_end_matches('"'), other.trim_end_matches('"'), "as it was");
        }
    }
}
