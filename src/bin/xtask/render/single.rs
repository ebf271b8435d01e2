//! `cargo xtask render`: one chart as a file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::browsing::emulation::Window;
use crate::browsing::engine::Engine;
use crate::browsing::server::Server;
use crate::browsing::session::{Area, Session};
use crate::browsing::site::{PreparedResponse, Site};
use crate::contract::Contract;
use crate::tools::{self, Driver};
use crate::{progress, project};

use super::figure::{PictureSize, figure};
use super::page::{css_size, page};
use super::shipped::ShippedFiles;
use super::views::View;
use super::{markup, size_of, views};

/// Whether a chart without a reader takes an attribute.
///
/// # Errors
/// As [`Contract::open`].
pub fn takes(name: &str) -> Result<bool, String> {
    let contract = Contract::open(&project::root().join("www"))?;
    let chart = contract.element("migration-chart")?;
    Ok(chart.attributes.iter().any(|attribute| attribute.name == name && !attribute.live))
}

/// What is to be rendered, and where to.
#[derive(Debug, Clone, PartialEq)]
pub struct RenderOptions {
    /// The attributes of the chart, the language among them.
    pub attributes: Vec<(String, String)>,
    /// The id of a view of the gallery whose attributes come before these.
    pub view: Option<String>,
    /// Width in CSS pixels.
    pub width: Option<u32>,
    /// Height in CSS pixels.
    pub height: Option<u32>,
    /// Pixels of a PNG a CSS pixel.
    pub ratio: f64,
    /// Whether the colours are those of a dark page.
    pub dark: bool,
    /// The file to write: `.svg`, `.html` (with the picture beside it) or `.png`.
    pub out: PathBuf,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self {
            attributes: Vec::new(),
            view: None,
            width: None,
            height: None,
            ratio: 2.0,
            dark: false,
            out: PathBuf::new(),
        }
    }
}

/// Renders one chart.
pub fn run(options: &RenderOptions) -> Result<(), String> {
    let www = project::root().join("www");
    let shipped = ShippedFiles::open(&www)?;
    let languages = Contract::open(&www)?.languages;
    let mut view = match &options.view {
        None => View {
            id: stem(&options.out),
            widget: "migration-chart".into(),
            attributes: Vec::new(),
            height: 480,
        },
        Some(id) => views::views(&www)?
            .into_iter()
            .find(|view| view.id == *id)
            .ok_or_else(|| format!("the gallery has no view `{id}`"))?,
    };
    for (name, value) in &options.attributes {
        view.attributes.retain(|(known, _)| known != name);
        view.attributes.push((name.clone(), value.clone()));
    }
    let asked = view.attributes.iter().find(|(name, _)| name == "lang").map(|(_, tag)| tag);
    let language = match asked {
        None => languages.first(),
        Some(asked) => languages.iter().find(|language| asked.split('-').next() == Some(&*language.tag)),
    };
    let known = || languages.iter().map(|language| &*language.tag).collect::<Vec<_>>().join(", ");
    let language = language.ok_or_else(|| {
        format!("there is no language `{}`; there are {}", asked.map_or("", |tag| tag), known())
    })?;
    let locale = shipped.locale(&language.tag)?;
    let figure = figure(&shipped, &view.attributes, &locale)?;
    let usual = size_of(&view);
    let size = PictureSize {
        width: options.width.unwrap_or(usual.width),
        height: options.height.unwrap_or(usual.height),
        dark: options.dark,
    };
    let frame = figure.frame(&size);
    let svg = figure.svg(&frame);
    match options.out.extension().and_then(|extension| extension.to_str()) {
        Some("svg") => project::write(&options.out, svg.as_bytes())?,
        Some("png") => {
            progress::say("drawing the picture in Chromium");
            project::write(&options.out, &png(&svg, css_size(&frame), options.ratio)?)?;
        }
        Some("html") => {
            view.id = stem(&options.out);
            let pictures = figure.pictures(&size);
            let document = page(&view, &figure, &pictures, None);
            project::write(&options.out, markup::document(&document).as_bytes())?;
            let picture = options.out.with_file_name(format!("{}.{}.svg", view.id, language.tag));
            project::write(&picture, svg.as_bytes())?;
            let narrow = picture.with_extension("narrow.svg");
            project::write(&narrow, figure.svg(&pictures.narrow).as_bytes())?;
            let style = options.out.with_file_name("twin.css");
            project::write(&style, &project::read(&www.join("static/twin.css"))?)?;
        }
        _ => return Err(format!("{}: wanted is .svg, .html or .png", options.out.display())),
    }
    println!("{}: {}", options.out.display(), figure.shown.texts.title);
    Ok(())
}

/// A file's name without its extension.
fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// An SVG document as a PNG of `ratio` pixels a CSS pixel, drawn by Chromium with the fonts of this machine.
fn png(svg: &str, (width, height): (i64, i64), ratio: f64) -> Result<Vec<u8>, String> {
    let without = |why: String| {
        format!("a PNG is drawn by Chromium, which cannot be used here; .svg needs none. {why}")
    };
    let programs = tools::programs(Engine::Chromium).map_err(without)?;
    let driver = Driver::start(&programs).map_err(without)?;
    let site = Site::default();
    site.put("/picture.svg", PreparedResponse::new("image/svg+xml", svg));
    let style = "body{margin:0}img{display:block}";
    site.put(
        "/",
        PreparedResponse::html(format!(
            "<!doctype html><style>{style}</style><img src=\"picture.svg\" alt=\"\">"
        )),
    );
    let server = Server::start(Arc::new(site), 0)?;
    let (wide, high) = (u32::try_from(width).unwrap_or(1), u32::try_from(height).unwrap_or(1));
    let window = Window { width: wide, height: high, ratio, ..Window::default() };
    let session = Session::open_unobserved(driver.browser(), &window)?;
    session.go(&server.url("/"))?;
    session.picture(Area { x: 0.0, y: 0.0, width: f64::from(wide), height: f64::from(high) })
}
