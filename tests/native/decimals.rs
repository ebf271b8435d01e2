//! Figures as tidy data spell them.

use migration_widget::model::{format_decimal, parse_decimal, shortest_decimal};

#[test]
fn shortest_decimals_read_back_as_the_same_number() {
    for figure in [0.0, 1.0, -1.0, 0.1 + 0.2, 1.0 / 3.0, -2.0 / 3.0, 1e15 / 7.0, 1.5e-7, 1e19, 0.07] {
        assert_eq!(shortest_decimal(figure), figure.to_string());
    }
    let mut seed = 1u64;
    for _ in 0..20_000 {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        let figure = (seed >> 20) as f64 / 10f64.powi((seed % 13) as i32) / 3.0;
        assert_eq!(shortest_decimal(figure).parse(), Ok(figure));
        let cents = (seed >> 30) as f64 / 100.0;
        assert_eq!(shortest_decimal(cents), cents.to_string());
    }
    assert_eq!(shortest_decimal(-0.0), "0");
    assert_eq!(shortest_decimal(-3e22), "-30000000000000000000000");
}

#[test]
fn decimals_are_written_plainly_and_read_back() {
    for (figure, text) in [
        (0.0, "0"),
        (-0.0000001, "0"),
        (520_085.0, "520085"),
        (-12.5, "-12.5"),
        (0.05, "0.05"),
        (1.0 / 3.0, "0.333333"),
        (100_000.0, "100000"),
        (304_021_813.25, "304021813.25"),
    ] {
        assert_eq!(format_decimal(figure), text);
        let read = parse_decimal(text).unwrap();
        assert!((read - figure).abs() < 1e-6, "{text}");
    }
    for text in ["", "-", ".", "1e5", "1,5", "ten", "--1"] {
        assert_eq!(parse_decimal(text), None, "{text}");
    }
}
