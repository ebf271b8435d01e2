//! Each kind by keyboard alone, in two languages: what is said at each stop, held against `toCSV()`.

use serde_json::json;

use crate::harness::{CHART, Key, Reader, TestSite, Window, skips_beyond_chromium};
use crate::heard::{VIEWS, open};

/// What stands in `toCSV()`, and how a reader of English and of Spanish hears it.
const NAMES: [(&str, &str, &str); 37] = [
    ("2023-01", "January 2023", "enero de 2023"),
    ("2023-02", "February 2023", "febrero de 2023"),
    ("2023-03", "March 2023", "marzo de 2023"),
    ("1990", "1990", "1990"),
    ("2022", "2022", "2022"),
    ("2023", "2023", "2023"),
    ("2024", "2024", "2024"),
    ("VEN", "Venezuela", "Venezuela"),
    ("HTI", "Haiti", "Haití"),
    ("ECU", "Ecuador", "Ecuador"),
    ("CHN", "China", "China"),
    ("COL", "Colombia", "Colombia"),
    ("PER", "Peru", "Perú"),
    ("USA", "United States", "Estados Unidos"),
    ("MEX", "Mexico", "México"),
    ("BRB", "Barbados", "Barbados"),
    ("TTO", "Trinidad & Tobago", "Trinidad y Tobago"),
    ("Other", "Other", "Otros"),
    (
        "oip",
        "Other people in need of international protection",
        "Otras personas que necesitan protección internacional",
    ),
    ("asylum_seekers", "Asylum-seekers", "Solicitantes de asilo"),
    ("refugees", "Refugees", "Personas refugiadas"),
    ("single-adults", "Single adults", "Personas adultas que viajan solas"),
    ("family-units", "People in family units", "Personas en unidades familiares"),
    ("unaccompanied-children", "Unaccompanied children", "Niñas, niños y adolescentes no acompañados"),
    ("accompanied-minors", "Accompanied children", "Niñas, niños y adolescentes acompañados"),
    ("people_per_100000", "People per 100,000 inhabitants", "Personas por cada 100.000 habitantes"),
    ("people", "People", "Personas"),
    ("adult", "Adults", "Personas adultas"),
    ("accompanied-child", "Accompanied children", "Niñas, niños y adolescentes acompañados"),
    ("unaccompanied-child", "Unaccompanied children", "Niñas, niños y adolescentes no acompañados"),
    ("male", "Men and boys", "Hombres y niños"),
    ("female", "Women and girls", "Mujeres y niñas"),
    ("crossings", "Crossings", "Cruces"),
    ("migrants", "People", "Personas"),
    ("returns", "Returns", "Retornos"),
    ("applications", "Applications", "Solicitudes"),
    ("encounters", "Encounters", "Encuentros"),
];

/// How a reader of a language hears what stands in `toCSV()`.
#[track_caller]
fn name_of(key: &str, language: &str) -> &'static str {
    match NAMES.iter().find(|(own, _, _)| *own == key) {
        Some((_, english, spanish)) => {
            if language == "en" {
                english
            } else {
                spanish
            }
        }
        None => panic!("no name of “{key}”"),
    }
}

/// A figure as it is written in a language: English parts thousands by commas, Spanish those of five digits by points.
fn figure_of(value: f64, language: &str) -> String {
    let digits = format!("{:.0}", value);
    let (mark, least) = if language == "en" { (',', 4) } else { ('.', 5) };
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len() - index;
        if index > 0 && left.is_multiple_of(3) && digits.len() >= least {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// Whether a figure stands in a text after a colon, and not as the beginning of a longer one.
fn says_figure(spoken: &str, name: &str, figure: &str) -> bool {
    let Some((_, after)) = spoken.split_once(&format!("{name}: {figure}")) else { return false };
    let mut after = after.chars();
    match after.next() {
        Some('.' | ',') => after.next().is_none_or(|next| !next.is_ascii_digit()),
        Some(next) => !next.is_ascii_digit(),
        None => true,
    }
}

/// What the slider says, and at which place it stands.
fn stop(reader: &Reader) -> (String, String) {
    let found = reader.shadow_eval(
        CHART,
        ".keys",
        "return [found[0].getAttribute('aria-valuetext'), found[0].value]",
    );
    let text = |index: usize| found[index].as_str().unwrap_or_default().to_owned();
    (text(0), text(1))
}

/// What is said at each stop from the first place to the last, place by place: each row of it, else all of it.
fn walk(reader: &Reader) -> Vec<Vec<String>> {
    reader.eval("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()");
    reader.tab_to_slider();
    reader.press(Key::Home);
    let first = stop(reader);
    reader.press(Key::Right);
    let is_row = stop(reader).1 == first.1 && stop(reader).0 != first.0;
    reader.press(if is_row { Key::Left } else { Key::Home });
    let (on, rows, back) =
        if is_row { (Key::Down, Key::Right, Key::Left) } else { (Key::Right, Key::Down, Key::Up) };
    let mut places = Vec::new();
    while places.len() < 40 {
        let (whole, place) = stop(reader);
        let mut heard = Vec::new();
        loop {
            reader.press(rows);
            let (spoken, at) = stop(reader);
            if at != place {
                // Where a place has one row, all arrows lead to places.
                reader.press(back);
                break;
            }
            if spoken == whole || heard.len() > 20 {
                break;
            }
            heard.push(spoken);
        }
        places.push(if heard.is_empty() { vec![whole] } else { heard });
        reader.press(on);
        if stop(reader).1 == place {
            break;
        }
    }
    places
}

/// The start of what is said of a row of `toCSV()`, what its figure is called there, and the figure.
fn wanted(kind: &str, head: &[String], row: &[String], language: &str) -> (String, String, String) {
    let figure = figure_of(row.last().and_then(|cell| cell.parse().ok()).unwrap_or(f64::NAN), language);
    let place = name_of(&row[0], language);
    let last = head.last().map(String::as_str).unwrap_or_default();
    match kind {
        "flow" | "map-of-ways" => {
            let origin = name_of(&row[1], language);
            let way = match language {
                "en" => format!("From {origin} to {place}"),
                _ => format!("De {origin} a {place}"),
            };
            (way.clone(), way, figure)
        }
        _ if row.len() > 2 => (place.to_owned(), name_of(&row[1], language).to_owned(), figure),
        // Of a map the name of the figure has its time with it.
        "map" => (format!("{place}: {}", name_of(last, language)), String::new(), figure),
        _ => (place.to_owned(), name_of(last, language).to_owned(), figure),
    }
}

/// What is wrong with what is heard of a view.
fn faults_of(reader: &Reader, kind: &str, language: &str) -> Vec<String> {
    let csv = reader.csv(CHART);
    let (head, rows) = csv.split_first().expect("a head");
    let mut places = walk(reader);
    if kind == "flow" {
        // At each destination its ways are rows; then each is a place of its own.
        places.retain(|place| place.len() == 1);
    }
    let stops: Vec<&String> = places.iter().flatten().filter(|stop| !stop.contains(" Total: ")).collect();
    let mut faults = Vec::new();
    let mut heard = vec![0; stops.len()];
    for row in rows {
        let (start, name, figure) = wanted(kind, head, row, language);
        let says = |stop: &&&String| stop.starts_with(&start) && says_figure(stop, &name, &figure);
        let is_map = |stop: &&&String| {
            let figure = figure.as_str();
            kind == "map" && stop.starts_with(&start) && says_figure(stop, "", figure)
        };
        let found: Vec<usize> =
            (0..stops.len()).filter(|index| says(&&stops[*index]) || is_map(&&stops[*index])).collect();
        found.iter().for_each(|index| heard[*index] += 1);
        if found.len() != 1 {
            faults.push(format!("{kind} in {language}: {row:?} is said {} times in {stops:#?}", found.len()));
        }
    }
    for (stop, _) in stops.iter().zip(&heard).filter(|(_, count)| **count != 1) {
        faults.push(format!("{kind} in {language}: “{stop}” is in no row, or in several"));
    }
    faults
}

fn every_kind_is_heard_right_in(language: &str) {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    let mut faults = Vec::new();
    for (kind, attributes) in VIEWS.iter().filter(|(kind, _)| *kind != "table") {
        open(&reader, &site, language, attributes);
        faults.extend(faults_of(&reader, kind, language));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_figure_of_every_kind_is_heard_once_and_right_in_english() {
    every_kind_is_heard_right_in("en");
}

#[test]
fn every_figure_of_every_kind_is_heard_once_and_right_in_spanish() {
    if skips_beyond_chromium("in English it is heard there too") {
        return;
    }
    every_kind_is_heard_right_in("es");
}

#[test]
fn a_table_is_reached_by_keyboard_and_has_the_figures_of_the_csv_in_two_languages() {
    let site = TestSite::start();
    let reader = Reader::at(Window { width: 800, height: 700, ..Window::default() });
    let attributes = VIEWS.iter().find(|(kind, _)| *kind == "table").expect("a table").1;
    for language in ["en", "es"] {
        open(&reader, &site, language, attributes);
        let csv = reader.csv(CHART);
        let table = reader.table(CHART);
        assert_eq!(table.len(), csv.len(), "{table:?}");
        for (row, cells) in csv.iter().zip(&table).skip(1) {
            let figure = row.last().and_then(|cell| cell.parse().ok()).expect("a figure");
            assert_eq!(cells[..2], [name_of(&row[0], language).to_owned(), figure_of(figure, language)]);
        }
        let is_in_table = "let focused = document.activeElement;
             while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
             return !!focused?.closest('.panel')";
        let reached = (0..12).any(|_| {
            reader.press(Key::Tab);
            reader.eval(is_in_table) == json!(true)
        });
        assert!(reached, "twelve tabs do not reach the table");
    }
}
