//! The twin of the pillar explorer: its views below each other, with everything opened or to be opened without scripts.

use migration_widget::data::read_declaration;
use migration_widget::explorer::{
    Child, ExplorerState, Index, Names, Node, View as Face, ViewContext, body, el, matches, page,
    view as face_of,
};
use migration_widget::figure::Fault;
use migration_widget::locale::Locale;
use migration_widget::model::Declaration;

use super::page::{PageHead, TwinSite, document, ways};
use super::place::{SiteAddress, frame};
use super::shipped::ShippedFiles;
use super::views::View;

/// The faces of the explorer that are text; the map is a chart of its own.
const FACES: [(Face, &str); 4] = [
    (Face::Pillars, "pillars"),
    (Face::Countries, "countries"),
    (Face::Commitments, "commitments"),
    (Face::Timeline, "timeline"),
];

/// What only scripts bring to life.
const DEAD: [&str; 3] = ["form", "input", "select"];
/// Classes of what only scripts bring to life: rows of buttons, and the strip of signs.
const DEAD_CLASSES: [&str; 5] = ["tabs", "strip", "heaped", "acts", "nothing"];

/// The document of an explorer's twin with its title.
///
/// # Errors
/// A sentence where the declaration cannot be read.
pub fn twin(
    view: &View,
    shipped: &ShippedFiles,
    locale: &Locale,
    site: &TwinSite,
) -> Result<(Node, String), String> {
    let told = |problem| Fault::new(&problem, locale).message;
    let json = shipped.json("data/declaration/declaration.json").map_err(told)?;
    let texts = match json.get("translations").get(&locale.tag).text() {
        Some(path) => shipped.json(&format!("data/declaration/{path}")).map_err(told)?,
        None => Default::default(),
    };
    let (declaration, problems) = read_declaration(&json, texts.get("texts"));
    if let Some(problem) = problems.into_iter().next() {
        return Err(told(problem));
    }
    let place = &site.place;
    let names = Names { locale: locale.clone() };
    let index = Index::new(&declaration, &names, &|text| text.to_lowercase());
    let title = declaration.name.clone();
    let mut main = el("main").class("explorer").with(el("h1").text(&*title));
    let name = |key: &str| names.text(&["view.", key].concat(), &[]);
    let jump =
        |(_, key): &(Face, &str)| el("li").with(el("a").set("href", format!("#{key}")).text(name(key)));
    main = main.with(
        el("nav").set("aria-label", names.text("views", &[])).with(el("ul").with_all(FACES.iter().map(jump))),
    );
    for (face, key) in FACES {
        let state = ExplorerState { view: face, ..ExplorerState::default() };
        let left = matches(&declaration, &index, &state, "");
        let told = ViewContext { declaration: &declaration, state: &state, names: &names, left: &left };
        let inside = Still { told, place }.of(&face_of(&told));
        main = main.with(el("section").set("id", key).with(el("h2").text(name(key))).with_all(inside));
    }
    main = main.with_all(glossary(&declaration, &names, place));
    let description = [&*title, ". ", &*declaration.standing, "."].concat();
    let head = PageHead {
        id: &view.id,
        title: &title,
        description: &description,
        language: &locale.tag,
        site: Some(site),
    };
    let main = main.with(ways(view, site, locale));
    Ok((document(&head, main), title))
}

/// The terms of the field.
fn glossary(declaration: &Declaration, names: &Names, place: &SiteAddress) -> Vec<Node> {
    let state = ExplorerState::default();
    let told = ViewContext { declaration, state: &state, names, left: &[] };
    let whole = page(&told);
    let glossary = whole.find(&|node| node.get("class") == Some("glossary"));
    glossary.into_iter().filter_map(|node| Still { told, place }.of(node)).collect()
}

/// A commitment's square as the link to its place in the list.
fn square(node: &Node) -> Node {
    let kept = ["class", "data-status", "aria-label", "title"];
    let mut still = el("a").set("href", ["#", node.get("data-what").unwrap_or_default()].concat());
    still.attributes.extend(node.attributes.iter().filter(|(name, _)| kept.contains(name)).cloned());
    still.text(node.words())
}

/// Makes a tree still: what it can do without scripts stays, and what a script would fill in is filled in.
struct Still<'a> {
    told: ViewContext<'a>,
    place: &'a SiteAddress,
}

impl Still<'_> {
    /// The still form of a node; `None` of what says nothing.
    fn of(&self, node: &Node) -> Option<Node> {
        let class = node.get("class").unwrap_or_default();
        if DEAD.contains(&node.name) || DEAD_CLASSES.contains(&class) || node.get("hidden").is_some() {
            return None;
        }
        if let Some(attributes) = node.get("data-chart") {
            return Some(self.chart(attributes).text(node.words()));
        }
        if node.get("data-act") == Some("square") {
            return Some(square(node));
        }
        let mut still = el(match node.name {
            "button" => "span",
            // In the list a commitment has no heading of its own between the list's and those in it.
            "h4" if self.told.state.view == Face::Commitments => "h3",
            name => name,
        });
        let kept = |name: &str| match name {
            // The name that a button had for what it did.
            "aria-label" => node.name != "button",
            "role" => node.get("role") != Some("status"),
            "type" | "tabindex" => node.name != "button" && class != "view",
            name => !name.starts_with("data-") || name == "data-status",
        };
        still.attributes = node.attributes.iter().filter(|(name, _)| kept(name)).cloned().collect();
        // The place that a square leads to.
        if let Some(id) = node.get("data-id") {
            still = still.set("id", id);
        }
        for child in &node.children {
            match child {
                Child::Text(text) => still.children.push(Child::Text(text.clone())),
                Child::Node(node) => still.children.extend(self.of(node).map(Child::Node)),
            }
        }
        let commitments = &self.told.declaration.commitments;
        let commitment =
            node.get("data-commitment").and_then(|id| commitments.iter().find(|one| one.id == id));
        if let Some(commitment) = commitment {
            still.children.extend(self.of(&body(&self.told, commitment)).map(Child::Node));
        }
        let says_nothing = still.children.is_empty() && matches!(still.name, "div" | "span" | "p" | "ul");
        (!says_nothing || !class.is_empty()).then_some(still)
    }

    /// A link to a chart that the explorer would open in place; its attributes stand one a line.
    fn chart(&self, attributes: &str) -> Node {
        let pairs = attributes.lines().filter_map(|line| line.split_once('='));
        let address = frame("migration-chart", pairs, &self.told.names.locale.tag);
        el("a").set("href", self.place.below(&address))
    }
}
