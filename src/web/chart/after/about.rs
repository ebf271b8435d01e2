//! "About this figure", below the text alternative.

use crate::model::attribute;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::choices::react;
use crate::figure::{FigureModel, QueryInput, explained_of};
use crate::locale::Locale;
use crate::query::{self, Explained};
use crate::summary::{About, CitationContext, about, checksum, tidy_csv};
use crate::web::chart::controls::CHOICE;
use crate::web::chart::widget::Widget;
use crate::web::platform::dom::{append, element, link, set, text_element};

impl Widget {
    /// What was done with the rows of what is shown.
    fn explained(&self, shown: &FigureModel) -> Option<Explained> {
        let request = self.request().ok()?;
        let dataset_id = self.attribute(attribute::DATASET);
        let origin = self.origin(&dataset_id).ok()?;
        let answer =
            self.read.files.table(&origin, &self.host.base, self.read.package.as_ref(), &request).ok()?;
        let (table, dataset) = (answer.table(), &answer.dataset);
        let ask = QueryInput {
            attribute: &self.asked(),
            request: &request,
            table,
            dataset,
            population: None,
            state: &self.chosen.state,
            today: None,
            locale: self.host.locale.as_ref()?,
            later: Some(query::later()),
        };
        explained_of(&ask, shown)
    }

    /// All that can be known about the figure shown.
    pub fn about(&self) -> Option<About> {
        let (shown, locale) = (self.figure()?, self.host.locale.as_ref()?);
        let location = web_sys::window().map(|window| window.location());
        let address = location.and_then(|location| {
            // Without what is behind `#`: a shared state is added by the reader who wants it.
            Some([location.origin().ok()?, location.pathname().ok()?].concat())
        });
        let seen = CitationContext {
            title: shown.texts.title.clone(),
            address: address.filter(|address| address.starts_with("http")).unwrap_or_default(),
            day: crate::web::chart::resolve::today(),
            credit: self.attribute(attribute::CREDIT),
        };
        let sum = checksum(&tidy_csv(shown.tabular_grid(), &self.chosen.state));
        Some(about(shown.tabular_grid(), &shown.dataset, self.explained(shown).as_ref(), &seen, sum, locale))
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
            let told = append(
                &told,
                match &part.link {
                    Some(address) => link(&part.text, address),
                    None => text_element("span", "", &part.text),
                },
            );
            if let Some(lang) = &part.lang {
                set(&told, "lang", lang);
            }
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
    widget.chosen.wants_about = true;
    react(widget, crate::view::Msg::Show(crate::view::Tab::Words));
    reach(widget);
}

/// Brings "About this figure" before the reader's eyes once it is there, if it was asked for.
pub fn reach(widget: &mut Widget) {
    let Some(skeleton) = widget.skeleton.as_ref().filter(|_| widget.chosen.wants_about) else { return };
    let Ok(Some(head)) = skeleton.words.query_selector(".about .head") else { return };
    if let Ok(head) = head.dyn_into::<HtmlElement>() {
        skeleton.words.set_scroll_top(head.offset_top());
        let _ = head.focus();
    }
    widget.chosen.wants_about = false;
}

/// Has the page copy the citation of the figure shown.
pub fn cite(widget: &Widget) {
    widget.page.cite(&widget.about().map(|about| about.citation).unwrap_or_default());
}

/// Tells whether the citation was copied; where it was not, selects it.
pub fn cited(widget: &Widget, copied: bool) {
    let (Some(skeleton), Some(locale)) = (&widget.skeleton, &widget.host.locale) else { return };
    let key = if copied { "about.copied" } else { "about.not-copied" };
    if let Ok(Some(said)) = skeleton.words.query_selector(".cited") {
        said.set_text_content(Some(&locale.text(key, &[])));
    }
}
