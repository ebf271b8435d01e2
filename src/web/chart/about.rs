//! "About this figure", below the text alternative.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::menu::CHOICE;
use super::widget::Widget;
use crate::figure::{Ask, Shown, explained_of};
use crate::locale::Locale;
use crate::query::Explained;
use crate::summary::{About, Seen, about, checksum, tidy_csv};
use crate::web::platform::dom::{append, element, link, set, text_element};

impl Widget {
    /// What was done with the rows of what is shown.
    fn explained(&self, shown: &Shown) -> Option<Explained> {
        let request = self.request().ok()?;
        let dataset_id = self.attribute("dataset");
        let origin = self.origin(&dataset_id).ok()?;
        let answer = self.files.table(&origin, &self.base, self.package.as_ref(), &request).ok()?;
        let (table, dataset) = (answer.table(), &answer.dataset);
        let ask = Ask {
            attribute: &self.asked(),
            request: &request,
            table,
            dataset,
            population: None,
            state: &self.state,
            today: None,
            locale: self.locale.as_ref()?,
            later: super::resolve::later(),
        };
        explained_of(&ask, shown)
    }

    /// All that can be known about the figure shown.
    pub fn about(&self) -> Option<About> {
        let (shown, locale) = (self.shown.as_ref()?, self.locale.as_ref()?);
        let location = web_sys::window().map(|window| window.location());
        let address = location.and_then(|location| {
            // Without what is behind `#`: a shared state is added by the reader who wants it.
            Some([location.origin().ok()?, location.pathname().ok()?].concat())
        });
        let seen = Seen {
            title: shown.texts.title.clone(),
            address: address.filter(|address| address.starts_with("http")).unwrap_or_default(),
            day: super::resolve::today(),
            credit: self.attribute("credit"),
        };
        let sum = checksum(&tidy_csv(shown.told(), &self.state));
        Some(about(shown.told(), &shown.dataset, self.explained(shown).as_ref(), &seen, sum, locale))
    }
}

/// Adds what can be known about the figure to a box.
pub fn fill(widget: &Widget, panel: &HtmlElement, locale: &Locale) {
    let Some(about) = widget.about() else { return };
    let section = append(panel, element("section", "about"));
    let head = append(&section, text_element("p", "head", &locale.text("about.title", &[])));
    set(&head, "tabindex", "-1");
    let list = append(&section, element("dl", ""));
    for fact in &about.facts {
        append(&list, text_element("dt", "", &fact.term));
        let told = append(&list, element("dd", ""));
        for part in &fact.parts {
            append(
                &told,
                match &part.link {
                    Some(address) => link(&part.text, address),
                    None => text_element("span", "", &part.text),
                },
            );
        }
    }
    append(&list, text_element("dt", "", &locale.text("about.checksum", &[])));
    append(&list, text_element("dd", "sum", &about.checksum));
    append(&list, text_element("dt", "", &locale.text("about.cite", &[])));
    let cite = append(&list, element("dd", ""));
    append(&cite, text_element("span", "citation", &about.citation));
    let button = append(&cite, text_element("button", "", &locale.text("about.copy", &[])));
    set(&button, "type", "button");
    set(&button, CHOICE, "cite");
    let said = append(&cite, element("span", "cited"));
    set(&said, "role", "status");
}

/// Shows "About this figure", for the button that asks for it.
pub fn open(widget: &mut Widget) {
    if let Some(skeleton) = &widget.skeleton {
        let _ = skeleton.options.remove_attribute("open");
    }
    widget.wants_about = true;
    widget.react(crate::view::Msg::Show(crate::view::Tab::Words));
    reach(widget);
}

/// Brings "About this figure" before the reader's eyes once it is there, if it was asked for.
pub fn reach(widget: &mut Widget) {
    let Some(skeleton) = widget.skeleton.as_ref().filter(|_| widget.wants_about) else { return };
    let Ok(Some(head)) = skeleton.words.query_selector(".about .head") else { return };
    if let Ok(head) = head.dyn_into::<HtmlElement>() {
        skeleton.words.set_scroll_top(head.offset_top());
        let _ = head.focus();
    }
    widget.wants_about = false;
}

/// Tells whether the citation was copied; where it was not, selects it.
#[inline(never)]
pub fn cited(widget: &Widget, copied: bool) {
    let (Some(skeleton), Some(locale)) = (&widget.skeleton, &widget.locale) else { return };
    let key = if copied { "about.copied" } else { "about.not-copied" };
    if let Ok(Some(said)) = skeleton.words.query_selector(".cited") {
        said.set_text_content(Some(&locale.text(key, &[])));
    }
}
