//! One explorer on a page: what it has read, what the reader has chosen, what it shows.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::dom_of::dom_of;
use super::fold::{self, Grown};
use super::{handlers, language};
use crate::data::{Json, STATUSES};
use crate::explorer::{
    CHOICES, ExplorerState, Index, Names, View, ViewContext, below, body, match_count_text, matches, page,
    view,
};
use crate::figure::Fault;
use crate::model::{Declaration, Listed, attribute};
use crate::web::chart::after::{folded, heading_level};
use crate::web::host::element::{Host, value_in};
use crate::web::host::events;
use crate::web::host::listener::Listener;
use crate::web::host::page::{ExplorerPage, Page};
use crate::web::platform::dom;
use crate::web::platform::dom::{clear, element, set, show};
use crate::web::platform::palette::palette;
use crate::web::reading::catalogue::get_own;

/// What the `controls` attribute may list, with the class that takes each away.
pub const CONTROLS: [(&str, &str); 3] =
    [("view", "no-view"), ("filters", "no-filters"), ("glossary", "no-glossary")];

/// Whether a control is wanted, by the `controls` attribute.
pub fn wants(pane: &Pane, control: &str) -> bool {
    let list = pane.host.attribute(attribute::CONTROLS).unwrap_or("all");
    let means = |name: &str| name == control || (name == "all" && control != language::LANGUAGE);
    list.split([',', ' ']).any(|name| means(name.trim()))
}

/// One explorer.
pub struct Pane {
    /// The element it stands in, with what its author asks.
    pub host: Host,
    /// What the page does for it.
    pub page: ExplorerPage,
    /// What things are called.
    pub names: Option<Names>,
    /// What has been read.
    pub declaration: Option<Declaration>,
    /// The file that was parsed to find its translations, until it is read: parsing takes as long as reading.
    pub parsed: Option<Json>,
    /// What is searched.
    pub index: Index,
    /// What the reader has chosen.
    pub state: ExplorerState,
    /// The commitments that the choices leave, in order.
    pub left: Vec<usize>,
    /// The commitments' elements in the list shown, in the order of the declaration.
    pub items: Vec<Element>,
    /// The box that is filled.
    pub pane: Option<HtmlElement>,
    /// What listens in it.
    pub listeners: Vec<Listener>,
    /// What was odd in the file, told once it is shown.
    pub faults: Vec<Fault>,
    /// The element under it, while it is as high as what it shows.
    pub grown: Option<Grown>,
    /// How far down the box was put to show what is open.
    pub placed: i32,
    /// Whether the author's choices have still to be held against the declaration.
    pub is_unchecked: bool,
    /// Whether a `load` event is due.
    pub announce: bool,
    /// Itself, for closures that must not keep it alive.
    pub own: Weak<RefCell<Pane>>,
}

impl Pane {
    /// Runs `act` on all that a view is made of.
    pub fn told<Answer>(&self, act: impl FnOnce(&ViewContext) -> Answer) -> Option<Answer> {
        let (declaration, names) = (self.declaration.as_ref()?, self.names.as_ref()?);
        Some(act(&ViewContext { declaration, state: &self.state, names, left: &self.left }))
    }

    /// Works out which commitments are left.
    pub fn find(&mut self) {
        if let Some(declaration) = &self.declaration {
            let query = folded(self.state.q.trim());
            self.left = matches(declaration, &self.index, &self.state, &query);
        }
    }

    /// The levels of its headings on their page: of its title and of the parts below it.
    pub fn levels(&self) -> [u32; 2] {
        // In the list a commitment has no heading of its own between the list's and those in it.
        let below = if self.state.view == View::Commitments { 0 } else { 1 };
        [0, below].map(|below| heading_level(&self.host.element, below))
    }

    /// Tells the page that the reader has chosen something.
    pub fn tell_change(&self) {
        self.host.page.tell("change", &events::plain(&self.state));
    }
}

/// A new explorer for an element.
pub fn new(page: ExplorerPage) -> Rc<RefCell<Pane>> {
    let host = Host::new(page.clone().unchecked_into::<Page>());
    Rc::new_cyclic(|own| {
        RefCell::new(Pane {
            host,
            page,
            names: None,
            declaration: None,
            parsed: None,
            index: Index::default(),
            state: ExplorerState::default(),
            left: Vec::new(),
            items: Vec::new(),
            pane: None,
            listeners: Vec::new(),
            faults: Vec::new(),
            grown: None,
            placed: 0,
            is_unchecked: true,
            announce: false,
            own: own.clone(),
        })
    })
}

/// Takes the language.
pub fn speak(pane: &mut Pane, tag: String, messages: &str) {
    pane.host.speak(tag, messages);
    pane.names = pane.host.locale.clone().map(|locale| Names { locale });
    pane.declaration = None;
}

/// Takes the attributes: what the author chooses is where the reader starts.
pub fn configure(pane: &mut Pane, attributes: &JsValue) {
    let before = pane.host.configure(attributes);
    for name in CHOICES {
        let new = pane.host.attribute(name).unwrap_or_default().to_owned();
        let is_new = value_in(&before, name).unwrap_or_default() != new;
        pane.is_unchecked |= is_new && matches!(name, "pillar" | "country");
        // Which words there are for a pillar is known once the declaration is.
        if is_new && !pane.state.choose(name, &new) && name != "pillar" {
            let words = View::ALL.map(|(_, name)| name);
            super::reading::tell_word(pane, name, &new, &words);
        }
    }
    let status = pane.host.attribute(attribute::STATUS).map(str::to_owned);
    if let Some(status) = status.filter(|status| !STATUSES.contains(&status.as_str())) {
        pane.state.status = None;
        super::reading::tell_word(pane, "status", &status, STATUSES.as_slice());
    }
    // A commitment's attribute without a view of its own asks for the list.
    let filters = ["country", "status", "q"];
    let filters = filters.iter().any(|name| pane.host.attribute(name).is_some());
    if pane.host.attribute(attribute::VIEW).is_none() && filters && before.is_empty() {
        pane.state.view = View::Commitments;
    }
}

/// Shows the whole explorer.
pub fn show_all(pane: &mut Pane) {
    pane.find();
    let Some(made) = pane.told(page) else { return };
    let own = match pane.pane.take() {
        Some(own) => own,
        None => {
            let own = element("div", "explorer");
            set(&own, "part", "explorer");
            dom::append(&pane.host.root, own.clone());
            handlers::connect(pane, &own);
            own
        }
    };
    palette(&pane.host.element, pane.host.attribute(attribute::THEME)).apply(&own);
    if let Some(names) = &pane.names {
        set(&own, "lang", &names.locale.tag);
        set(&own, "dir", names.locale.direction());
    }
    for (name, class) in CONTROLS {
        let _ = own.class_list().toggle_with_force(class, !wants(pane, name));
    }
    let focused = pane.host.root.active_element();
    clear(&own);
    dom::append(&own, dom_of(&made, pane.levels()));
    language::offer(pane, &own, focused);
    dom::append(&own, fold::button(pane));
    show(&own, true);
    for selector in ["slot", ".message"] {
        if let Ok(Some(other)) = pane.host.root.query_selector(selector) {
            show(&other, false);
        }
    }
    pane.pane = Some(own);
    pane.items.clear();
    handlers::after_view(pane);
}

/// Takes on the colours of the page or of the reader's switch.
pub fn colour(pane: &Pane) {
    if let Some(own) = &pane.pane {
        palette(&pane.host.element, pane.host.attribute(attribute::THEME)).apply(own);
    }
}

/// Shows the view alone anew, as its buttons stay.
pub fn show_view(pane: &mut Pane, takes_focus: bool) {
    pane.find();
    let Some(made) = pane.told(view) else { return };
    let Some(own) = &pane.pane else { return show_all(pane) };
    let Ok(Some(old)) = own.query_selector(".view") else { return };
    let new = dom_of(&made, pane.levels());
    let _ = old.replace_with_with_node_1(&new);
    if takes_focus {
        let _ = new.focus();
        own.set_scroll_top(0);
        if pane.grown.is_some() {
            pane.host.element.scroll_into_view();
        }
    }
    mark_tabs(pane);
    pane.items.clear();
    handlers::after_view(pane);
}

/// Says which view is shown.
fn mark_tabs(pane: &Pane) {
    let Some(own) = &pane.pane else { return };
    let Ok(buttons) = own.query_selector_all("[data-act=view]") else { return };
    for index in 0..buttons.length() {
        let Some(button) = buttons.get(index).and_then(|button| button.dyn_into::<Element>().ok()) else {
            continue;
        };
        let name = button.get_attribute("data-what").unwrap_or_default();
        let is_on = crate::view::by_name(&View::ALL, &name) == Some(pane.state.view);
        set(&button, "aria-pressed", if is_on { "true" } else { "false" });
        set(&button, "tabindex", if is_on { "0" } else { "-1" });
    }
}

/// Shows only the commitments that are left, in their order, and how many that are.
pub fn refine(pane: &mut Pane, sort_changed: bool) {
    if pane.items.is_empty() {
        note_items(pane);
    }
    pane.find();
    let Some(own) = &pane.pane else { return };
    let (Some(declaration), Some(said)) = (&pane.declaration, pane.told(match_count_text)) else { return };
    if let Ok(Some(found)) = own.query_selector(".found") {
        found.set_text_content(Some(&said));
    }
    if let Ok(Some(nothing)) = own.query_selector(".nothing") {
        show(&nothing, pane.left.is_empty());
    }
    if pane.state.view == View::Pillars {
        return show_below(pane);
    }
    let mut is_left = vec![false; declaration.commitments.len()];
    for index in &pane.left {
        if let Some(place) = is_left.get_mut(*index) {
            *place = true;
        }
    }
    for (item, wanted) in pane.items.iter().zip(&is_left) {
        if item.has_attribute("hidden") == *wanted {
            show(item, *wanted);
        }
    }
    // Only another order moves elements; what is filtered stays where it is.
    if sort_changed && let Ok(Some(list)) = own.query_selector(".list") {
        for item in pane.left.iter().filter_map(|index| pane.items.get(*index)) {
            let _ = list.append_child(item);
        }
    }
}

/// Shows what the filters of the picture change anew: the fields that the reader is in stay, and so do open cards.
fn show_below(pane: &Pane) {
    let Some(own) = &pane.pane else { return };
    let (Some(made), Ok(Some(old))) = (pane.told(below), own.query_selector(".below")) else { return };
    let new = dom_of(&made, pane.levels());
    if let Ok(cards) = old.query_selector_all("[data-pillar][open]") {
        for index in 0..cards.length() {
            let card = cards.get(index).and_then(|card| card.dyn_into::<Element>().ok());
            let number = card.and_then(|card| card.get_attribute("data-pillar")).unwrap_or_default();
            if let Ok(Some(card)) = new.query_selector(&["[data-pillar=\"", &number, "\"]"].concat()) {
                set(&card, "open", "");
            }
        }
    }
    let _ = old.replace_with_with_node_1(&new);
}

/// Takes note of the commitments' elements, in the order of the declaration.
pub fn note_items(pane: &mut Pane) {
    let (Some(own), Some(declaration)) = (&pane.pane, &pane.declaration) else { return };
    let item = |id: &str| own.query_selector(&["[data-id=\"", id, "\"]"].concat()).ok().flatten();
    let found = declaration.commitments.iter().map(|one| item(&one.id)).listed();
    pane.items = found.into_iter().flatten().listed();
}

/// Fills a commitment's details in.
pub fn fill(pane: &Pane, details: &Element, id: &str) {
    let is_filled = details.query_selector(".body").ok().flatten().is_some();
    let made = pane.told(|told| {
        let commitment = told.declaration.commitments.iter().find(|one| one.id == id)?;
        Some(body(told, commitment))
    });
    if let (false, Some(Some(made))) = (is_filled, made) {
        dom::append(details, dom_of(&made, pane.levels()));
    }
}

/// Shows the explorer, then tells that it is there, and what was odd.
pub fn show_first(pane: &mut Pane) {
    super::reading::check_choices(pane);
    show_all(pane);
    if pane.declaration.is_none() {
        return;
    }
    if std::mem::take(&mut pane.announce) {
        pane.host.page.tell("load", &JsValue::NULL);
    }
    for fault in std::mem::take(&mut pane.faults) {
        pane.host.tell_fault(&fault);
    }
}

/// Takes a state that a script sets.
pub fn choose(pane: &mut Pane, state: &JsValue) {
    if !state.is_object() {
        return;
    }
    let mut new = ExplorerState::default();
    for name in CHOICES {
        let value = get_own(state, name);
        let text = value.as_string().or(value.as_f64().map(|number| (number as i64).to_string()));
        let text = text.or(value.as_bool().map(|truth| truth.to_string()));
        if let Some(text) = text
            && !new.choose(name, &text)
        {
            return;
        }
    }
    take(pane, new);
}

/// Takes a whole state, and tells the page of the change.
pub fn take(pane: &mut Pane, state: ExplorerState) {
    if state != pane.state {
        pane.state = state;
        if pane.pane.is_some() {
            show_view(pane, false);
        }
        pane.tell_change();
    }
}
