//! The explorer as a picture: a square for each commitment, bars in the table, heaps over the line of time.

use migration_widget::chart::Theme;
use migration_widget::explorer::{ExplorerState, Node, page};

use crate::contract::languages;
use crate::explorer::{Scene, chosen, file};

fn is_class(class: &'static str) -> impl Fn(&Node) -> bool {
    move |node| node.get("class").is_some_and(|own| own.split(' ').any(|one| one == class))
}

fn squares(page: &Node) -> Vec<&Node> {
    page.find(&|node| node.get("data-act") == Some("square"))
}

/// Squares that can be pressed.
fn pressable(page: &Node) -> Vec<&Node> {
    squares(page).into_iter().filter(|square| square.get("disabled").is_none()).collect()
}

#[test]
fn the_explorer_opens_with_a_square_for_each_commitment_of_the_file() {
    for language in languages() {
        let scene = Scene::new(&language);
        let page = scene.told(&ExplorerState::default(), page);
        let json = file("declaration.json");
        let mut listed: Vec<String> = json
            .get("commitments")
            .list()
            .iter()
            .map(|one| one.get("id").text().unwrap().to_owned())
            .collect();
        let mut drawn: Vec<String> =
            squares(&page).iter().map(|square| square.get("data-what").unwrap().to_owned()).collect();
        listed.sort();
        drawn.sort();
        assert_eq!(drawn, listed, "{language}");
        assert!(squares(&page).iter().all(|square| square.name == "button"), "each is a button");
        let entries = squares(&page).iter().filter(|one| one.get("tabindex") == Some("0")).count();
        assert_eq!(entries, 1, "one way in with the Tab key");
    }
}

#[test]
fn squares_stand_by_pillar_in_lists_and_an_empty_pillar_says_why() {
    let scene = Scene::new("en");
    let page = scene.told(&ExplorerState::default(), page);
    let groups: Vec<(String, usize)> = page
        .find(&is_class("group"))
        .into_iter()
        .map(|group| (group.find(&|node| node.name == "h4")[0].words(), squares(group).len()))
        .collect();
    // Counted in the reference's commitments.json: 47, 62, 26, none, and one under no single pillar.
    let expected = [
        ("I. Stability and assistance for communities", 47),
        ("II. Regular (legal) pathways and protection", 62),
        ("III. Humane migration management", 26),
        ("IV. Coordinated emergency response", 0),
        ("No single pillar", 1),
    ];
    assert_eq!(groups.len(), expected.len());
    for ((name, count), (wanted, number)) in groups.iter().zip(expected) {
        assert!(name.contains(wanted), "{name}");
        assert_eq!(*count, number, "{name}");
        assert!(number == 0 || name.contains(&format!("{number} commitment")), "{name}");
    }
    let lists = page.find(&is_class("squares"));
    assert_eq!(lists.len(), 4);
    for list in lists {
        assert_eq!(
            (list.name, list.get("role")),
            ("ul", Some("list")),
            "a list without bullets stays a list"
        );
    }
    let empty = page.find(&is_class("group"))[3].words();
    assert!(empty.contains("That is not to say that nothing was done"), "{empty}");
}

#[test]
fn a_square_is_named_by_what_who_and_how_it_stands() {
    for (language, expected) in [
        ("en", "Colombia. Met, as of 29 February 2024"),
        ("es", "Colombia. Cumplido, al 29 de febrero de 2024"),
    ] {
        let scene = Scene::new(language);
        let page = scene.told(&ExplorerState::default(), page);
        let named: Vec<&str> =
            squares(&page).into_iter().map(|square| square.get("aria-label").unwrap()).collect();
        let own = squares(&page).into_iter().find(|one| one.get("data-what") == Some("c002")).unwrap();
        let name = own.get("aria-label").unwrap();
        assert!(name.contains(expected), "{name}");
        for (square, one) in squares(&page).iter().zip(&named) {
            let id = square.get("data-what").unwrap();
            let commitment = scene.commitment(id);
            assert!(one.starts_with(&*commitment.title), "{one}");
            assert!(one.contains(&scene.names.country(&commitment.iso3)), "{one}");
            assert!(one.contains(&scene.names.status(&commitment.status)), "{one}");
        }
    }
}

#[test]
fn no_status_is_told_by_colour_alone_and_the_key_counts_each() {
    let scene = Scene::new("en");
    let page = scene.told(&ExplorerState::default(), page);
    let key = page.find(&is_class("key"))[0];
    let entries: Vec<String> = key
        .find(&|node| node.name == "li")
        .into_iter()
        .map(|entry| entry.words().split_ascii_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(entries, ["✓ Met 28", "→ Under way 17", "Announced 40", "× Ended 22", "? Not known 29"]);
    for square in squares(&page) {
        let status = square.get("data-status").unwrap();
        let sign = match status {
            "met" => "✓",
            "under_way" => "→",
            "announced" => "",
            "ended" => "×",
            _ => "?",
        };
        assert_eq!(square.words(), sign, "{status}");
    }
}

#[test]
fn filters_act_on_the_squares_and_the_counts_say_so() {
    let scene = Scene::new("en");
    // Counted in the reference's commitments.json: 11 met under the first pillar, 62 under the second, 22 ended.
    for (choices, left, met) in [
        (&[("pillar", "1"), ("status", "met")][..], 11, 11),
        (&[("pillar", "2")][..], 62, 7),
        (&[("status", "ended")][..], 22, 0),
        (&[("q", "qwertz")][..], 0, 0),
        (&[("pillar", "4")][..], 0, 0),
    ] {
        let page = scene.told(&chosen(choices), page);
        assert_eq!(
            squares(&page).len(),
            scene.declaration.commitments.len(),
            "{choices:?}: the rest stays as specks"
        );
        assert_eq!(pressable(&page).len(), left, "{choices:?}");
        let entries = squares(&page).into_iter().filter(|one| one.get("tabindex") == Some("0"));
        let entries: Vec<&Node> = entries.collect();
        assert_eq!(entries.len(), usize::from(left > 0), "{choices:?}");
        assert!(entries.iter().all(|one| one.get("disabled").is_none()), "{choices:?}");
        let hidden = page.find(&|node| node.name == "li" && node.get("aria-hidden") == Some("true"));
        assert_eq!(hidden.len(), scene.declaration.commitments.len() - left, "{choices:?}");
        let key = page.find(&is_class("key"))[0].words();
        assert!(key.contains(&format!("Met  {met}")) || key.contains(&format!("Met {met}")), "{key}");
        let found = page.find(&is_class("found"))[0];
        assert_eq!(found.get("role"), Some("status"));
        if left > 0 {
            assert_eq!(found.words(), format!("{left} commitments of 136"));
        }
    }
}

#[test]
fn the_picture_comes_before_all_that_is_to_be_read_and_has_its_own_filters() {
    let scene = Scene::new("en");
    let page = scene.told(&ExplorerState::default(), page);
    let order = page.find(&|node| {
        ["picture", "about", "card"].iter().any(|class| is_class(class)(node)) || node.name == "form"
    });
    let order: Vec<&str> = order.into_iter().map(|node| node.get("class").unwrap()).take(4).collect();
    assert_eq!(order, ["filters few", "picture", "about", "card"]);
    let fields = page.find(&|node| node.get("data-choice").is_some());
    let fields: Vec<&str> = fields.into_iter().map(|node| node.get("data-choice").unwrap()).collect();
    assert_eq!(fields, ["q", "pillar", "country", "status"]);
}

#[test]
fn an_open_square_is_marked_and_its_commitment_told_below_the_picture() {
    let scene = Scene::new("en");
    let page = scene.told(&chosen(&[("open", "c002")]), page);
    let current: Vec<&Node> =
        squares(&page).into_iter().filter(|one| one.get("aria-current").is_some()).collect();
    assert_eq!(current.len(), 1);
    assert_eq!((current[0].get("data-what"), current[0].get("tabindex")), (Some("c002"), Some("0")));
    let opened = page.find(&is_class("opened"))[0];
    let told = opened.words();
    for part in ["1.5 million regularisation permits", "1,500,000 permits by 31 August 2022", "Close"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let shut = scene.told(&ExplorerState::default(), super::explorer_squares::shut);
    assert_eq!(shut, (true, 0), "there is an empty place while none is open");
}

fn shut(context: &migration_widget::explorer::ViewContext) -> (bool, usize) {
    let made = page(context);
    let opened = made.find(&is_class("opened"))[0];
    (opened.get("hidden").is_some(), opened.children.len())
}

#[test]
fn bars_in_the_table_are_on_one_scale_and_the_figures_stay() {
    let scene = Scene::new("en");
    let page = scene.told(&chosen(&[("view", "countries")]), page);
    let row = |iso3: &str| page.find(&|node| node.get("data-country") == Some(iso3))[0];
    let bars = |iso3: &str| -> Vec<(String, String)> {
        let bar = |bar: &Node| (bar.get("value").unwrap().to_owned(), bar.get("max").unwrap().to_owned());
        row(iso3).find(&|node| node.name == "progress").into_iter().map(bar).collect()
    };
    // The reference: 14, 27 and 16 of 57 for the United States, 3, 16 and 1 of 20 for Canada, partners' too. None has more
    // than 57, which is the end of every bar.
    let expected = |values: [&str; 4]| values.map(|value| (value.to_owned(), "57".to_owned())).to_vec();
    assert_eq!(bars("USA"), expected(["14", "27", "16", "57"]));
    assert_eq!(bars("CAN"), expected(["3", "16", "1", "20"]));
    for figure in ["14", "27", "16", "57"] {
        let words = row("USA").words();
        assert!(words.split_whitespace().any(|word| word == figure), "{figure}: {words}");
    }
    let spoken = page.find(&|node| node.name == "progress" && node.get("aria-hidden") != Some("true"));
    assert!(spoken.is_empty(), "what the figure beside it says is not said again");
}

#[test]
fn the_line_of_time_heaps_what_happened_and_has_a_tick_a_year() {
    let scene = Scene::new("en");
    let page = scene.told(&chosen(&[("view", "timeline")]), page);
    let strip = page.find(&is_class("strip"))[0];
    let ticks: Vec<String> = strip.find(&is_class("year")).iter().map(|tick| tick.words()).collect();
    assert_eq!(ticks, ["2020", "2021", "2022", "2023", "2024", "2025"]);
    let heaps: Vec<usize> = strip
        .find(&is_class("heap"))
        .iter()
        .map(|heap| heap.find(&|node| node.get("data-act") == Some("happening")).len())
        .collect();
    // By year, counted in milestones.json and policy.json: six heaps have room for signs as wide as a fingertip.
    assert_eq!(heaps, [1, 2, 13, 36, 16, 17], "as many signs as entries");
    let entries = strip.find(&|node| node.get("tabindex") == Some("0"));
    assert_eq!(entries.len(), 1, "one way in with the Tab key");
    let year =
        scene.told(&chosen(&[("view", "timeline"), ("year", "2023")]), migration_widget::explorer::page);
    let strip = year.find(&is_class("strip"))[0];
    let ticks: Vec<String> = strip.find(&is_class("year")).iter().map(|tick| tick.words()).collect();
    assert_eq!((ticks.len(), ticks[0].as_str(), ticks[11].as_str()), (12, "Jan", "Dec"));
}

/// The colours that squares have in the style sheet, on the surface they stand on: 3:1 in both themes.
#[test]
fn the_outline_of_every_square_stands_out_in_both_themes() {
    let css = include_str!("../../src/web/explorer/explorer.css");
    for (name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
        let mut checked = 0;
        for rule in css.lines().filter(|line| {
            line.trim_start().starts_with(".square[data-status")
                || line.starts_with(".square {")
                || line.starts_with(".out .square {")
        }) {
            for property in [
                "border-color: var(--",
                "border: 2px solid var(--",
                "border: 2px dotted var(--",
                "border-radius: 50%; background: var(--",
            ] {
                let Some((_, rest)) = rule.split_once(property) else { continue };
                let color = match rest.split_once(')').unwrap().0 {
                    "text" => theme.text,
                    "muted" => theme.muted,
                    "axis" => theme.axis,
                    other => panic!("{rule}: a colour that is not known to stand out: {other}"),
                };
                let ratio = color.contrast(theme.surface);
                assert!(ratio >= 3.0, "{name}: {ratio:.2} in {rule}");
                checked += 1;
            }
        }
        assert_eq!(checked, 4, "{name}: the plain square, the ended, the unknown and the speck");
    }
}
