//! Contact sheets: each view of the gallery at every width side by side, one picture a theme and language.

use serde_json::{Value, json};

use crate::arguments::ShotOptions;
use crate::browsing::emulation::Window;
use crate::browsing::engine::Browser;
use crate::browsing::record;
use crate::browsing::server::Server;
use crate::browsing::session::{Area, Session};
use crate::project;
use crate::shots::wait_until_painted;

/// Between two boxes, in CSS pixels.
const GAP: u32 = 24;
/// The least height of a box, in CSS pixels: a phone's.
const LEAST_HEIGHT: u64 = 480;

/// Writes a view into a page of the site: the same widget in boxes of several widths.
const FILL: &str = r#"
const [tag, lang, theme, widths, height, gap, attributes] = arguments;
window.__seen.length = 0;
const box = (width) => {
  const widget = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  for (const [name, value] of Object.entries({ lang, theme, loading: "eager" })) widget.setAttribute(name, value);
  Object.assign(widget.style, { display: "block", flex: "none", width: `${width}px`, height: `${height}px` });
  return widget;
};
document.documentElement.lang = lang;
document.title = "contact sheet";
document.body.replaceChildren(...widths.map(box));
Object.assign(document.body.style, { display: "flex", gap: `${gap}px`, margin: `${gap}px`, maxWidth: "none", alignItems: "start" });
document.body.style.background = theme === "dark" ? "dimgray" : "lightgray";"#;

/// Draws every sheet of the options' widths, themes and languages.
///
/// # Errors
/// One sentence: no browser, no site, or a picture that cannot be written.
pub fn draw(options: &ShotOptions, langs: &[&str], browser: &Browser, server: &Server) -> Result<(), String> {
    let folder = project::root().join("target/screenshots/sheets");
    std::fs::create_dir_all(&folder)
        .map_err(|problem| project::cannot("make the folder", &folder, &problem))?;
    let list = project::read(&project::dist().join("static/index.json"))?;
    let views: Vec<Value> = serde_json::from_slice(&list).map_err(|problem| problem.to_string())?;
    let width = options.widths.iter().map(|width| width + GAP).sum::<u32>() + GAP;
    let mut count = 0;
    for lang in langs {
        let window = Window { width, height: 1000, lang: (*lang).to_owned(), ..Window::default() };
        let session = Session::open(browser, &window)?;
        session.script_at_start(&record::language_script(lang))?;
        session.set_window(&window)?;
        // Any page that has the widgets; what stands in it is replaced.
        session.go(&server.url("/index.html"))?;
        for theme in &options.themes {
            for view in &views {
                let id = view["id"].as_str().unwrap_or_default();
                let height = view["height"].as_u64().unwrap_or(LEAST_HEIGHT).max(LEAST_HEIGHT);
                let asked = [
                    view["widget"].clone(),
                    json!(lang),
                    json!(theme),
                    json!(options.widths),
                    json!(height),
                    json!(GAP),
                    view["attributes"].clone(),
                ];
                session.run(FILL, &asked)?;
                wait_until_painted(&session)?;
                // What follows a first drawing.
                session.run("return new Promise((done) => setTimeout(done, 600))", &[])?;
                let area = Area {
                    x: 0.0,
                    y: 0.0,
                    width: f64::from(width),
                    height: height as f64 + f64::from(2 * GAP),
                };
                let file = folder.join(format!("{id}-{theme}-{lang}.png"));
                project::write(&file, &session.picture(area)?)?;
                count += 1;
            }
        }
    }
    println!("{count} contact sheets in target/screenshots/sheets");
    Ok(())
}
