//! What a reader can choose, what it asks of the data, and how an address keeps it.

use migration_widget::query::{Request, kind_of, later, pick_field};
use migration_widget::view::{Mode, Msg, Scale, State, Tab, apply, decode, encode, update, without};

use crate::query_data::*;

const ROWS: &str = "month,country,people\n\
    2023-01,VEN,1\n2023-02,VEN,2\n2023-03,VEN,4\n\
    2023-01,HTI,8\n2023-02,HTI,16\n2023-03,HTI,32\n";

fn request(attributes: &[(&str, &str)]) -> Request {
    let text = |name: &str| {
        attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    Request::from_attributes(&text).unwrap()
}

fn chosen(state: &State, attributes: &[(&str, &str)]) -> Vec<Option<f64>> {
    let data = Data::of(ROWS);
    let request = apply(state, request(attributes));
    let grid = data.answer(&request, None, None).unwrap();
    let grid = match state.pick.is_empty() {
        true => grid,
        false => {
            let field = pick_field(&grid).unwrap();
            let request = later().restrict_to(&request, &data.dataset, field, &state.pick);
            data.answer(&request, None, None).unwrap()
        }
    };
    kind_of(&request, &data.dataset, &grid).unwrap();
    grid.values.iter().map(|value| value.known()).collect()
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn author_sees_own_view_until_a_reader_chooses() {
    let asked = request(&[("from", "2023-02"), ("normalize", "percent"), ("y", "people")]);
    assert_eq!(apply(&State::default(), asked.clone()), asked);
}

#[test]
fn reader_narrows_the_time_and_other_figures_are_summed() {
    let by_country = [("x", "country"), ("series", "none")];
    assert_eq!(chosen(&State::default(), &by_country), [Some(56.0), Some(7.0)]);
    let state = State { from: text("2023-02"), ..State::default() };
    assert_eq!(chosen(&state, &by_country), [Some(48.0), Some(6.0)]);
    let state = State { to: text("2023-01"), ..State::default() };
    assert_eq!(chosen(&state, &by_country), [Some(8.0), Some(1.0)]);
    let state = State { period: text("2023-03"), from: text("2023-01"), ..State::default() };
    assert_eq!(chosen(&state, &by_country), [Some(32.0), Some(4.0)]);
}

#[test]
fn span_that_runs_backwards_or_cannot_be_read_changes_nothing() {
    let by_country = [("x", "country"), ("series", "none"), ("to", "2023-02")];
    let backward = State { from: text("2023-03"), to: text("2023-01"), ..State::default() };
    assert_eq!(chosen(&backward, &by_country), [Some(24.0), Some(3.0)]);
    let beyond = State { from: text("2023-03"), ..State::default() };
    assert_eq!(chosen(&beyond, &by_country), [Some(24.0), Some(3.0)], "beyond the author's own end");
    let unread = State { from: text("soon"), ..State::default() };
    assert_eq!(chosen(&unread, &by_country), [Some(24.0), Some(3.0)]);
}

#[test]
fn picks_keep_series_and_take_them_out_of_other() {
    let folded = [("x", "month"), ("series", "country"), ("top", "1")];
    assert_eq!(chosen(&State::default(), &folded)[..3], [Some(8.0), Some(16.0), Some(32.0)]);
    let state = State { pick: vec!["VEN".to_owned()], ..State::default() };
    assert_eq!(chosen(&state, &folded), [Some(1.0), Some(2.0), Some(4.0)]);
}

#[test]
fn picks_keep_entities_and_the_filter_of_the_view() {
    let mut data = Data::of(ROWS);
    data.dataset.view.filter = text("month>=2023-02");
    let asked = request(&[("x", "country"), ("series", "none")]);
    let asked = later().restrict_to(&asked, &data.dataset, "country", &["VEN".to_owned()]);
    let grid = data.answer(&asked, None, None).unwrap();
    assert_eq!(grid.values.iter().map(|value| value.known()).collect::<Vec<_>>(), [Some(6.0)]);
}

#[test]
fn shares_and_rates_take_the_place_of_each_other() {
    let author = request(&[("normalize", "percent")]);
    let of = |mode| apply(&State { mode: Some(mode), ..State::default() }, author.clone());
    assert_eq!((of(Mode::Absolute).normalize, of(Mode::Absolute).per), (false, None));
    assert_eq!((of(Mode::Percent).normalize, of(Mode::Percent).per), (true, None));
    assert_eq!((of(Mode::Per100000).normalize, of(Mode::Per100000).per), (false, Some(100_000.0)));
    let rates = request(&[("per", "1000")]);
    let state = State { mode: Some(Mode::Percent), ..State::default() };
    assert_eq!((apply(&state, rates.clone()).normalize, apply(&state, rates).per), (true, None));
    let shares = State { mode: Some(Mode::Percent), ..State::default() };
    // 1 of 9, 8 of 9 … in the order of size: Haiti first. Bases under 25 people have no share.
    let months = [("x", "month"), ("series", "country")];
    assert_eq!(chosen(&shares, &months), [None, None, Some(32.0 / 36.0), None, None, Some(4.0 / 36.0)]);
}

#[test]
fn only_a_choice_about_the_data_asks_the_data_again() {
    let mut state = State::default();
    let mut after = |message| update(&mut state, message, &[]);
    let effect = after(Msg::Span(text("2021"), None));
    assert!(effect.query && effect.redraw && effect.emit);
    assert!(!after(Msg::Span(text("2021"), None)).emit, "the same again is no change");
    let effect = after(Msg::Scale(Some(Scale::Log)));
    assert!(!effect.query && effect.redraw && effect.emit);
    assert!(after(Msg::Mode(Some(Mode::Percent))).query);
    assert!(after(Msg::QuantityKind(text("people"))).query);
    assert!(after(Msg::Pick("VEN".to_owned())).query);
    assert!(after(Msg::Pick("VEN".to_owned())).query, "picked again is let go");
    assert!(!after(Msg::Show(Tab::Table)).query);
    assert!(after(Msg::Reset).query);
    assert_eq!(state, State { tab: Tab::Table, ..State::default() }, "the face stays");
}

fn full() -> State {
    State {
        hidden: vec!["VEN".to_owned(), "Côte d'Ivoire, +x".to_owned()],
        highlight: text("HTI"),
        tab: Tab::Table,
        cursor: text("2023-03|VEN"),
        from: text("2021-01"),
        to: text("2023-12"),
        period: text("2022"),
        pick: vec!["HTI".to_owned(), "a:b&c=d%#".to_owned()],
        measure: text("people"),
        mode: Some(Mode::Per100000),
        scale: Some(Scale::Log),
        region: text("caribbean"),
    }
}

#[test]
fn address_gives_back_the_state_it_was_made_of() {
    assert_eq!(decode(&encode("", "w1", &full()), "w1"), Some(full()));
    for part in [
        State { from: text("2021-01"), tab: Tab::Table, ..State::default() },
        State { mode: Some(Mode::Absolute), ..State::default() },
        State { scale: Some(Scale::Linear), tab: Tab::Words, ..State::default() },
    ] {
        assert_eq!(decode(&encode("top", "1", &part), "1"), Some(part));
    }
}

#[test]
fn address_is_short_and_made_of_signs_that_messengers_keep() {
    let state = State { from: text("2021-01"), tab: Tab::Table, ..State::default() };
    assert_eq!(encode("", "crossings", &state), "mw-crossings=from:2021-01,tab:table");
    let state = State { pick: vec!["VEN".to_owned(), "São Tomé".to_owned()], ..State::default() };
    assert_eq!(encode("", "1", &state), "mw-1=pick:VEN+S%C3%A3o%20Tom%C3%A9");
    assert_eq!(encode("", "1", &State::default()), "", "the author's view needs no words");
}

#[test]
fn widgets_and_the_page_share_an_address() {
    let table = State { tab: Tab::Table, ..State::default() };
    let since = State { from: text("2020"), ..State::default() };
    let both = encode(&encode("section-2", "a b", &table), "2", &since);
    assert_eq!(both, "section-2&mw-a%20b=tab:table&mw-2=from:2020");
    assert_eq!(decode(&both, "a b"), Some(table.clone()));
    assert_eq!(decode(&["#", &both].concat(), "2"), Some(since));
    assert_eq!(decode(&both, "3"), None);
    assert_eq!(encode(&both, "2", &table), "section-2&mw-a%20b=tab:table&mw-2=tab:table", "written once");
    assert_eq!(without(&both, "a b"), "section-2&mw-2=from:2020");
    assert_eq!(encode("section-2", "2", &State::default()), "section-2");
}

#[test]
fn a_second_hash_within_an_address_brings_no_older_choice_back() {
    let table = State { tab: Tab::Table, ..State::default() };
    for before in [
        "#mw-1=period:2",
        "mw-1=period:2",
        "mw-1=from:2021&#mw-1=period:2",
        "##mw-1=period:2&top&#mw-1=tab:text",
    ] {
        for state in [State::default(), table.clone()] {
            let written = encode(before, "1", &state);
            assert_eq!(decode(&written, "1").unwrap_or_default(), state, "{before} became {written}");
        }
    }
    assert_eq!(
        encode("#top&mw-1=period:2", "1", &table),
        "#top&mw-1=tab:table",
        "what is the page's own stays"
    );
}

#[test]
fn what_an_address_says_wrongly_is_left_out() {
    let state = decode("mw-1=tab:everything,from:2020,mode:per7,scale,to:,%zz:1,measure:%E2%28,x:y", "1");
    assert_eq!(state, Some(State { from: text("2020"), ..State::default() }));
    for broken in ["mw-1", "mw-1=", "mw-%F=tab:table", "=", "&&&", "mw-"] {
        assert!(decode(broken, "1").is_none_or(|state| state == State::default()), "{broken}");
    }
}
