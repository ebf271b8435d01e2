use migration_widget::model::{Grain, Period};

#[test]
fn iso_spellings_are_read_and_written_alike() {
    for text in ["2021", "2021-Q1", "2021-03", "2021-03-15", "2024-02-29", "0999", "1951-12"] {
        assert_eq!(Period::parse(text).map(|period| period.to_string()).as_deref(), Some(text));
    }
}

#[test]
fn what_no_calendar_has_is_no_period() {
    for text in [
        "",
        "21",
        "2021-13",
        "2021-00",
        "2021-Q5",
        "2023-02-29",
        "2021-3",
        "2021-03-15-1",
        "20211",
        "abcd",
        "2021-",
    ] {
        assert_eq!(Period::parse(text), None, "{text}");
    }
}

#[test]
fn days_are_counted_from_1970() {
    let day = |text: &str| Period::parse(text).map(|period| period.start_day());
    assert_eq!(day("1970-01-01"), Some(0));
    assert_eq!(day("1969-12-31"), Some(-1));
    // 30 years and 7 leap days (1972 … 1996).
    assert_eq!(day("2000-01-01"), Some(10_957));
    assert_eq!(day("2000-03-01"), Some(10_957 + 31 + 29));
}

#[test]
fn a_period_ends_on_its_last_day() {
    for (period, last_day) in [
        ("2024", "2024-12-31"),
        ("2024-Q1", "2024-03-31"),
        ("2023-02", "2023-02-28"),
        ("2024-02", "2024-02-29"),
    ] {
        let (period, last_day) = (Period::parse(period).unwrap(), Period::parse(last_day).unwrap());
        assert_eq!(period.end_day(), last_day.start_day());
    }
}

#[test]
fn a_period_lies_in_one_of_every_coarser_grain() {
    let day = Period::parse("2023-08-15").unwrap();
    for (grain, coarse) in [
        (Grain::Day, "2023-08-15"),
        (Grain::Month, "2023-08"),
        (Grain::Quarter, "2023-Q3"),
        (Grain::Year, "2023"),
    ] {
        assert_eq!(day.truncate(grain).to_string(), coarse);
    }
    let year = Period::year(2023);
    assert_eq!(year.truncate(Grain::Month), year, "no period is finer than it is known");
}

#[test]
fn the_next_month_of_december_is_january() {
    assert_eq!(Period::parse("2023-12").unwrap().next().to_string(), "2024-01");
    assert_eq!(Period::parse("2023-Q4").unwrap().next().to_string(), "2024-Q1");
    assert_eq!(Period::parse("2024-02-28").unwrap().next().to_string(), "2024-02-29");
}
