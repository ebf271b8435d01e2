//! What may be done with what: the table, and what of it a chart is told.

use migration_widget::chart::kinds::layout_of;
use migration_widget::chart::{ApproximateMetrics, Theme};
use migration_widget::figure::{RenderOptions, export_frame, mark_words};
use migration_widget::model::{Operation, QuantityKind};
use migration_widget::view::State;

use crate::default_views::{Outcome, Shipped, faults_of_words, show_own};
use crate::messages::locale;
use crate::query_data::picture;

#[test]
fn documented_table_is_what_the_code_allows() {
    let source = include_str!("../../src/lib.rs");
    let cells = |line: &str| {
        let line = line.trim_start_matches("//! |").trim_end_matches('|');
        line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
    };
    let head = source.lines().find(|line| line.starts_with("//! | kind |")).expect("a table");
    let operations: Vec<Operation> = cells(head)[1..]
        .iter()
        .map(|name| Operation::ALL.iter().find(|(_, known)| known == name).expect("an operation").0)
        .collect();
    assert_eq!(operations.len(), Operation::ALL.len());
    for (kind, name) in QuantityKind::ALL {
        let row = source.lines().find(|line| line.starts_with(&format!("//! | {name} |"))).expect(name);
        for (operation, cell) in operations.iter().zip(&cells(row)[1..]) {
            let allowed = match cell.as_str() {
                "yes" => true,
                "no" => false,
                other => panic!("{name}: {other}"),
            };
            assert_eq!(kind.allows(*operation), allowed, "{name}, {operation:?}");
        }
    }
}

/// Rates, shares, means and the like of an own file; with figures of several years.
const LIFE: &str = "year,country,life expectancy,unemployment rate,share of women (%),arrivals,net migration\n\
    2022,VEN,71,6,51,100,-50\n2022,COL,74,9,50,300,20\n2022,HTI,64,14,49,50,-30\n\
    2023,VEN,72,7,51,200,-60\n2023,COL,75,10,50,400,10\n2023,HTI,65,15,49,70,-20\n";

/// Cases beside persons, under names of their own.
const CLAIMS: &str = "year,counted in,n\n2022,persons,100\n2022,cases,40\n2023,persons,120\n2023,cases,60\n2024,persons,90\n2024,cases,30\n";

#[test]
fn what_has_no_sum_is_refused_with_a_way_out_wherever_it_would_be_added() {
    let shipped = Shipped::open();
    let own = |csv: &'static str, attributes: &str| (csv, attributes.to_owned());
    for (id, attributes, code) in [
        ("displacement-world", "kind=number|aggregate=sum", "sum-of-stocks"),
        ("migrant-stock-americas", "kind=number|aggregate=sum", "sum-of-stocks"),
        ("displacement-americas", "x=coa_iso|aggregate=sum", "sum-of-stocks"),
        ("displacement-world", "kind=waffle|aggregate=sum", "sum-of-stocks"),
        ("darien-crossings", "kind=waffle|aggregate=mean", "kind-adds-rates"),
        ("darien-crossings", "kind=waffle|aggregate=max", "kind-adds-rates"),
        ("darien-crossings", "kind=area|aggregate=mean|x=year", "kind-adds-rates"),
        ("darien-crossings", "kind=stacked-bar|x=year|aggregate=max", "kind-adds-rates"),
        ("darien-crossings", "kind=stacked-bar|x=year|aggregate=mean|normalize=percent", "no-shares"),
        ("darien-crossings", "kind=bar|x=nationality|aggregate=max|normalize=percent", "no-shares"),
        ("darien-crossings", "kind=stacked-area|per=100000", "kind-adds-rates"),
        ("darien-crossings", "kind=area|per=100000|series=nationality", "kind-adds-rates"),
        ("darien-crossings", "kind=waffle|per=100000", "kind-adds-rates"),
        ("darien-crossings", "kind=line|series=none|normalize=percent", "shares-of-one"),
        ("asylum-applications-americas", "kind=flow|per=100000|from=2023|to=2023", "kind-adds-rates"),
        ("darien-crossings-age-sex", "kind=pyramid|aggregate=mean", "kind-adds-rates"),
        ("venezuelans-abroad", "kind=map|series=category|normalize=percent", "kind-adds-rates"),
        ("venezuelans-abroad", "kind=map|series=category|per=1000", "kind-adds-rates"),
        ("population", "per=100000", "per-of-population"),
        ("population", "kind=scatter", "per-of-population"),
        ("darien-crossings", "x=nationality|per=100000|from=2020|to=2024", "per-of-years"),
        ("asylum-applications-americas", "x=coa_iso|per=1000|filter=year>=2015", "per-of-years"),
        ("darien-crossings", "kind=slope|from=2023-01|to=2023-01", "slope-needs-two"),
        ("venezuelans-abroad", "kind=slope|to=2018", "slope-needs-two"),
        ("irregular-entries", "kind=number", "counted-apart"),
        ("irregular-entries", "kind=line|series=nationality", "counted-apart"),
        ("irregular-entries", "kind=bar|x=nationality|series=none", "counted-apart"),
        ("irregular-entries", "kind=stacked-area", "kind-adds-apart"),
        ("irregular-entries", "kind=stacked-bar|x=year", "kind-adds-apart"),
        ("irregular-entries", "kind=area", "kind-adds-apart"),
        ("irregular-entries", "kind=waffle|x=country", "kind-adds-apart"),
        ("irregular-entries", "kind=line|normalize=percent", "shares-apart"),
        ("irregular-entries", "kind=bar|x=country|series=none|normalize=percent", "shares-apart"),
        ("irregular-entries", "kind=line|top=1", "fold-apart"),
    ] {
        refused(&format!("{id} {attributes}"), shipped.show(id, attributes), code);
    }
    for ((csv, attributes), code) in [
        (own(LIFE, "x=year|y=life expectancy|series=none"), "rate-sum"),
        (own(LIFE, "x=country|series=none|y=unemployment rate|aggregate=sum"), "rate-sum"),
        (own(LIFE, "kind=number|y=unemployment rate|filter=country=VEN|aggregate=sum"), "rate-sum"),
        (own(LIFE, "kind=line|y=life expectancy|series=country|top=1"), "rate-sum"),
        (own(LIFE, "kind=waffle|x=country|y=unemployment rate"), "kind-adds-rates"),
        (own(LIFE, "kind=stacked-area|series=country|y=unemployment rate"), "kind-adds-rates"),
        (own(LIFE, "kind=stacked-bar|series=country|y=share of women (%)"), "shares-of-many"),
        (own(LIFE, "kind=waffle|x=country|y=share of women (%)"), "shares-of-many"),
        (own(LIFE, "kind=line|series=country|y=share of women (%)|normalize=percent"), "no-shares"),
        (own(LIFE, "x=country|series=none|y=life expectancy|per=1000"), "per-of-rate"),
        (own(LIFE, "kind=line|series=country|y=net migration|normalize=percent"), "negative-shares"),
        (own(LIFE, "kind=waffle|x=country|y=net migration"), "negative-parts"),
        (own(LIFE, "kind=map|x=country|y=net migration"), "negative-parts"),
        (own(LIFE, "kind=line|series=country|y=net migration|scale=log"), "log-needs-positive"),
        (
            own("year,country,population\n2022,VEN,28\n2022,COL,52\n", "x=country|per=1000"),
            "per-of-population",
        ),
        (own(CLAIMS, "x=year|y=n|series=none"), "cases-with-persons"),
        (own(CLAIMS, "kind=number|y=n"), "cases-with-persons"),
        (own(CLAIMS, "kind=stacked-area|x=year|y=n|series=counted in"), "kind-adds-apart"),
        (own(CLAIMS, "kind=area|x=year|y=n|series=counted in"), "kind-adds-apart"),
        (own(CLAIMS, "kind=stacked-bar|x=year|y=n|series=counted in"), "kind-adds-apart"),
        (own(CLAIMS, "kind=waffle|x=counted in|y=n"), "kind-adds-apart"),
        (own(CLAIMS, "kind=line|x=year|y=n|series=counted in|top=1"), "fold-apart"),
        (own(CLAIMS, "kind=bar|x=year|y=n|series=counted in|normalize=percent"), "shares-apart"),
        (own(CLAIMS, "kind=bar|x=counted in|y=n|series=none|normalize=percent"), "shares-apart"),
    ] {
        refused(attributes.as_str(), show_own(csv, &attributes), code);
    }
}

/// What is refused says so whole in both languages, and where it names a kind or a change, that is drawn.
fn refused(name: &str, outcome: Outcome, code: &str) {
    let problem = match outcome {
        Ok(shown) => panic!("{name}: drawn as {}", shown.kind.name()),
        Err(problem) => problem,
    };
    assert_eq!(problem.code, code, "{name}");
    let mut faults = Vec::new();
    faults_of_words(&problem, &mut faults, name);
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn what_stands_side_by_side_is_drawn() {
    let shipped = Shipped::open();
    for (id, attributes) in [
        ("irregular-entries", "kind=line"),
        ("irregular-entries", "kind=small-multiples"),
        ("irregular-entries", "kind=grouped-bar|x=year"),
        ("irregular-entries", "kind=number|filter=country=HND"),
        ("irregular-entries", "kind=waffle|x=nationality|filter=country=MEX"),
        ("irregular-entries", "kind=stacked-area|series=nationality|filter=country=HND|top=4"),
        ("irregular-entries", "kind=stacked-bar|x=country|series=nationality"),
        ("darien-crossings", "kind=number|aggregate=sum|from=2023-01|to=2023-03"),
        ("darien-crossings", "per=100000"),
        ("displacement-world", "kind=waffle|normalize=percent"),
    ] {
        let shown =
            shipped.show(id, attributes).unwrap_or_else(|problem| panic!("{attributes}: {problem:?}"));
        assert!(shown.grid.values.iter().any(|value| value.is_known()), "{id} {attributes}");
    }
    for (csv, attributes) in [
        (CLAIMS, "kind=line|x=year|y=n|series=counted in"),
        (CLAIMS, "kind=bar|x=year|y=n|series=counted in"),
        (CLAIMS, "kind=stacked-area|x=year|y=n|filter=counted in=persons"),
        (LIFE, "kind=map|x=country|y=life expectancy"),
        (LIFE, "kind=line|series=country|y=net migration"),
        (LIFE, "kind=bar|x=country|y=life expectancy"),
        (LIFE, "kind=slope|series=country|y=share of women (%)"),
    ] {
        show_own(csv, attributes).unwrap_or_else(|problem| panic!("{attributes}: {problem:?}"));
    }
}

#[test]
fn bars_of_what_does_not_add_up_are_of_the_last_period_and_have_no_total() {
    let shown = show_own(LIFE, "kind=bar|x=country|series=none|y=life expectancy").unwrap();
    assert_eq!(picture(&shown.grid), "COL VEN HTI\nlife expectancy: 75 72 65");
    assert_eq!((shown.grid.kind(), shown.grid.at_last), (QuantityKind::Mean, true));
    assert!(!shown.grid.adds_up_over_places());
    let shown = show_own(LIFE, "kind=line|series=country|y=unemployment rate").unwrap();
    assert_eq!(shown.grid.total(0, |_| true), None, "6 and 9 and 14 per cent are no 29");
    assert_eq!(shown.grid.total(0, |series| series == 0), shown.grid.value(0, 0).known());
    let shown = show_own(LIFE, "kind=line|series=country|y=arrivals").unwrap();
    assert_eq!(shown.grid.total(0, |_| true), Some(450.0));
}

#[test]
fn what_stays_in_one_place_is_no_flow_and_is_said_to_be_left_out() {
    let csv = "origin,destination,people\nVEN,COL,70\nCOL,COL,900\nCOL,VEN,20\nHTI,HTI,50\nHTI,VEN,5\n";
    let shown = show_own(csv, "kind=flow").unwrap();
    assert_eq!(picture(&shown.grid), "COL VEN\nVEN: 70 ·\nCOL: · 20\nHTI: · 5");
    assert_eq!(shown.grid.stayed, Some(950.0));
    for (language, words) in [
        ("en", "Not drawn: 950 people whose origin and destination are the same place."),
        ("es", "No se dibujan: 950 personas cuyo origen y destino son el mismo lugar."),
    ] {
        let mut shown = show_own(csv, "kind=flow").unwrap();
        shown.grid.unit = Some("people".into());
        let look = RenderOptions {
            theme: &Theme::light(),
            width_in_css_px: 700.0,
            height_in_css_px: 500.0,
            device_pixel_ratio: 1.0,
            metrics: &ApproximateMetrics,
        };
        let layout = layout_of(shown.kind, &shown.grid.axis);
        let locale = locale(language, &[]);
        let frame = export_frame(&shown, &State::default(), &locale, &look, layout);
        assert!(mark_words(frame.chart(), &locale).contains(&words.to_owned()), "{language}");
    }
    let stays = "origin,destination,people\nCOL,COL,900\nHTI,HTI,50\n";
    refused("flow", show_own(stays, "kind=flow"), "flow-of-one-place");
    let part = show_own(csv, "kind=table|x=destination|series=origin").unwrap();
    assert_eq!(part.grid.stayed, None, "in a table all is told");
}

#[test]
fn a_map_shades_what_is_no_count_and_nothing_else() {
    let shipped = Shipped::open();
    for (id, attributes, shaded) in [
        ("venezuelans-abroad", "kind=map", false),
        ("venezuelans-abroad", "kind=map|per=100000", true),
        ("venezuelans-abroad", "kind=map|normalize=percent", false),
        ("darien-crossings", "kind=map|aggregate=mean", false),
        ("darien-crossings", "kind=map|aggregate=max", false),
        ("darien-crossings", "kind=map|aggregate=max|per=100000", true),
    ] {
        let shown = shipped.show(id, attributes).unwrap();
        assert_eq!(shown.grid.is_shaded(), shaded, "{id} {attributes}");
    }
    for (attributes, shaded) in [
        ("kind=map|x=country|y=life expectancy", true),
        ("kind=map|x=country|y=share of women (%)", true),
        ("kind=map|x=country|y=arrivals", false),
    ] {
        assert_eq!(show_own(LIFE, attributes).unwrap().grid.is_shaded(), shaded, "{attributes}");
    }
    let unknown = "country,things\nVEN,3\nCOL,4\n";
    assert!(!show_own(unknown, "kind=map|x=country").unwrap().grid.is_shaded(), "of which nothing is known");
}

#[test]
fn rates_of_places_are_of_the_last_whole_year_and_of_its_people() {
    let shipped = Shipped::open();
    // awk -F, '$1 ~ /^2024/ && $2 == "VEN" { n += $3 } END { print n }' darien-crossings.csv: 209,897.
    let shown = shipped.show("darien-crossings", "kind=bar|x=nationality|per=100000").unwrap();
    let span = shown.grid.span.map(|(first, last)| (first.to_string(), last.to_string()));
    assert_eq!(span, Some(("2024-01".into(), "2024-12".into())));
    let counts =
        shipped.show("darien-crossings", "kind=bar|x=nationality|series=none|from=2024|to=2024").unwrap();
    let place = counts.grid.place_of("VEN").unwrap();
    assert_eq!(counts.grid.value(0, place).known(), Some(209_897.0));
    let rate = shown.grid.value(0, shown.grid.place_of("VEN").unwrap()).known().unwrap();
    let basis = shown.grid.population.unwrap();
    assert!(basis.last <= 2024 && basis.stands_in == (basis.last < 2024), "{basis:?}");
    // Venezuela had 28,300,854 to 28,405,543 inhabitants in the years from 2023 on.
    assert!((209_897.0 / 28_500_000.0..209_897.0 / 28_200_000.0).contains(&(rate / 100_000.0)), "{rate}");
    let before = shipped.show("darien-crossings", "kind=bar|x=nationality|per=100000|to=2023-06").unwrap();
    let span = before.grid.span.map(|(first, last)| (first.to_string(), last.to_string()));
    assert_eq!(
        span,
        Some(("2022-01".into(), "2022-12".into())),
        "the last whole year before the end asked for"
    );
    // One year asked for is that year.
    let asked =
        shipped.show("darien-crossings", "kind=bar|x=nationality|per=100000|from=2022|to=2022").unwrap();
    let basis = asked.grid.population.unwrap();
    assert_eq!((basis.first, basis.last, basis.stands_in, basis.projected), (2022, 2022, false, false));
}

#[test]
fn figures_in_thousands_are_divided_as_thousands() {
    let file = |head: &str, figures: [&str; 2]| {
        format!("country,year,{head}\nVEN,2022,{}\nCOL,2022,{}\n", figures[0], figures[1])
    };
    let asked = "kind=bar|x=country|per=100000";
    let plain = show_own(&file("Refugees", ["7500", "9000"]), asked).unwrap().grid;
    for (head, called) in [
        ("Refugees (thousands)", "Refugees"),
        ("Refugees [000s]", "Refugees"),
        ("\"Refugees, in thousands\"", "Refugees"),
        ("Refugiados (miles de personas)", "Refugiados"),
        ("Refugees in thousands", "Refugees"),
        ("Thousands of refugees", "refugees"),
        ("Flüchtlinge in Tausend", "Flüchtlinge"),
    ] {
        let scaled = show_own(&file(head, ["7.5", "9"]), asked).unwrap().grid;
        for (one, other) in plain.values.iter().zip(&scaled.values) {
            let (one, other) = (one.known().unwrap(), other.known().unwrap());
            assert!((one - other).abs() < 1e-9 * one, "{head}: {other} is not {one}");
        }
        assert_eq!(scaled.y_field, called, "what is no longer in thousands is not called so");
    }
    // Undivided they are what the file has, under its name.
    let counts = show_own(&file("Refugees (thousands)", ["7.5", "9"]), "kind=bar|x=country").unwrap().grid;
    assert_eq!(counts.y_field, "Refugees (thousands)");
    assert_eq!(counts.values.iter().filter_map(|value| value.known()).sum::<f64>(), 16.5);
    // Each of several by its own.
    let two =
        "country,year,Refugees (thousands),Stateless (millions)\nVEN,2022,7.5,0.0075\nCOL,2022,9,0.009\n";
    let both =
        show_own(two, "kind=grouped-bar|x=country|y=Refugees (thousands),Stateless (millions)|per=100000");
    let both = both.unwrap().grid;
    let keys: Vec<&str> = both.series.iter().map(|series| series.key.as_str()).collect();
    assert_eq!(keys.len(), 2, "{keys:?}");
    assert!(keys.contains(&"Refugees") && keys.contains(&"Stateless"), "{keys:?}");
    for place in 0..2 {
        let (one, other) = (both.value(0, place).known().unwrap(), both.value(1, place).known().unwrap());
        assert!((one - other).abs() < 1e-9 * one, "{one}, {other}");
    }
}
