//! Columns of an author's own table are called as the author calls them, whatever shipped tables mean by the same name.

use migration_widget::data::{ReadOptions, read};
use migration_widget::view::State;

use crate::figure::Source;

fn title_of(csv: &str) -> String {
    asked(csv, "")
}

/// The title where `y` is asked for, if it is not empty.
fn asked(csv: &str, y: &str) -> String {
    let asked = [("y", y)];
    let asked = if y.is_empty() { &[] } else { asked.as_slice() };
    let reading = read(csv.as_bytes(), &ReadOptions::default()).unwrap();
    Source::of(&reading).answer("en", asked, &State::default()).unwrap().texts.title
}

#[test]
fn an_authors_applications_are_not_said_to_be_counted_by_person() {
    assert_eq!(title_of("year,applications\n2021,120\n2022,180\n"), "Applications | 2021–2022");
    assert_eq!(title_of("year,cases\n2021,120\n2022,180\n"), "Cases | 2021–2022");
}

#[test]
fn an_authors_displaced_people_are_not_said_to_be_those_of_unhcr() {
    assert_eq!(title_of("year,idps\n2021,120\n2022,180\n"), "Idps | 2021–2022");
}

#[test]
fn unhcrs_own_figures_keep_the_names_that_unhcr_gives_them() {
    let csv = "year,coo_iso,coa_iso,refugees,idps\n2021,COL,COL,0,120\n2022,COL,COL,0,180\n";
    let title = asked(csv, "idps");
    assert_eq!(title, "Internally displaced people UNHCR protects or assists | 2021–2022");
}
