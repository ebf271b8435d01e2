//! What a reader has chosen in the explorer.

use serde::Serialize;

use crate::view::{by_name, decode_choices, encode_choices, name_of};

/// The state of a `<pillar-explorer>`; absent is all.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExplorerState {
    /// Which view is shown.
    pub view: View,
    /// The number of a pillar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pillar: Option<u32>,
    /// ISO 3166-1 alpha-3 code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// A commitment's status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// A commitment's kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The year something was announced or happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<String>,
    /// Only commitments with a quantity.
    pub quantity: bool,
    /// The text searched for.
    pub q: String,
    /// The order of the commitments.
    pub sort: Sort,
    /// The id of the commitment, milestone or event that is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<String>,
}

/// The views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// The declaration and its pillars.
    #[default]
    Pillars,
    /// Pillars by countries.
    Countries,
    /// The list of commitments.
    Commitments,
    /// What happened, by time.
    Timeline,
    /// The countries on a map.
    Map,
}

impl View {
    /// Every view with its name.
    pub const ALL: [(View, &'static str); 5] = [
        (View::Pillars, "pillars"),
        (View::Countries, "countries"),
        (View::Commitments, "commitments"),
        (View::Timeline, "timeline"),
        (View::Map, "map"),
    ];
}

/// The orders of the commitments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// By pillar, then by country.
    #[default]
    Pillar,
    /// By country.
    Country,
    /// The latest first.
    Newest,
    /// The earliest first.
    Oldest,
    /// By status.
    Status,
}

impl Sort {
    /// Every order with its name.
    pub const ALL: [(Sort, &'static str); 5] = [
        (Sort::Pillar, "pillar"),
        (Sort::Country, "country"),
        (Sort::Newest, "newest"),
        (Sort::Oldest, "oldest"),
        (Sort::Status, "status"),
    ];
}

/// The names of the choices, as attributes, in a state object and in an address.
pub const CHOICES: [&str; 10] =
    ["view", "pillar", "country", "status", "kind", "year", "quantity", "q", "sort", "open"];

impl ExplorerState {
    /// Takes a choice by its name; `false` where the value is none of that choice.
    pub fn choose(&mut self, name: &str, value: &str) -> bool {
        let value = value.trim();
        let text = || (!value.is_empty()).then(|| value.to_owned());
        match name {
            "view" => match by_name(&View::ALL, value) {
                Some(view) => self.view = view,
                None if value.is_empty() => self.view = View::default(),
                None => return false,
            },
            "pillar" if value.is_empty() => self.pillar = None,
            "pillar" => match value.parse() {
                Ok(pillar) => self.pillar = Some(pillar),
                Err(_) => return false,
            },
            "country" => self.country = text().map(|code| code.to_ascii_uppercase()),
            "status" => self.status = text(),
            "kind" => self.kind = text(),
            "year" => self.year = text(),
            "quantity" => self.quantity = matches!(value, "true" | "1" | "yes"),
            "q" => self.q = value.to_owned(),
            "sort" => match by_name(&Sort::ALL, value) {
                Some(sort) => self.sort = sort,
                None if value.is_empty() => self.sort = Sort::default(),
                None => return false,
            },
            "open" => self.open = text(),
            _ => return false,
        }
        true
    }

    /// The choices as texts by their names; an empty text is no choice.
    pub fn choices(&self) -> Vec<(&'static str, String)> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let unless = |is_default: bool, name: &str| if is_default { String::new() } else { name.to_owned() };
        vec![
            ("view", unless(self.view == View::default(), name_of(&View::ALL, self.view))),
            ("pillar", self.pillar.map(|pillar| pillar.to_string()).unwrap_or_default()),
            ("country", text(&self.country)),
            ("status", text(&self.status)),
            ("kind", text(&self.kind)),
            ("year", text(&self.year)),
            ("quantity", unless(!self.quantity, "true")),
            ("q", self.q.clone()),
            ("sort", unless(self.sort == Sort::default(), name_of(&Sort::ALL, self.sort))),
            ("open", text(&self.open)),
        ]
    }

    /// Whether commitments are left out by what is chosen.
    pub fn filters(&self) -> bool {
        self.country.is_some() || self.filters_any_country()
    }

    /// Whether some are left out of any country's.
    pub fn filters_any_country(&self) -> bool {
        self.pillar.is_some()
            || self.status.is_some()
            || self.kind.is_some()
            || self.year.is_some()
            || self.quantity
            || !self.q.trim().is_empty()
    }

    /// The same view without any filter.
    pub fn unfiltered(&self) -> ExplorerState {
        ExplorerState { view: self.view, sort: self.sort, ..ExplorerState::default() }
    }

    /// The fragment of an address that holds the state of the widget called `key`.
    pub fn encode(&self, fragment: &str, key: &str) -> String {
        encode_choices(fragment, key, &self.choices())
    }

    /// The state that a fragment holds for the widget called `key`.
    pub fn decode(fragment: &str, key: &str) -> Option<ExplorerState> {
        let mut state = ExplorerState::default();
        for (name, value) in decode_choices(fragment, key)? {
            state.choose(&name, &value);
        }
        Some(state)
    }
}
