//! Screenshots of a page in every window a reader may have, to be looked at.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use crate::arguments::ShotOptions;
use crate::browsing::emulation::Window;
use crate::browsing::engine::Engine;
use crate::browsing::record;
use crate::browsing::server::Server;
use crate::browsing::session::{Area, Session};
use crate::browsing::site::Site;
use crate::contract::Contract;
use crate::tools::{self, Driver};
use crate::{contact_sheet, dist, project};

/// Pictures higher than this, in device pixels, are cut into parts: what is scaled down to be looked at hides faults.
const PART_HEIGHT: f64 = 1500.0;
/// The highest window that Chromium draws, in CSS pixels.
const HIGHEST: u32 = 16_000;
/// How long a widget may take until it is painted or says why not.
const PATIENCE: Duration = Duration::from_secs(15);

/// Every widget that has neither been painted nor failed, by name.
const UNFINISHED: &str = r#"
const done = new Set(window.__seen.filter(e => e.type !== "change").map(e => e.target));
const open = [...document.querySelectorAll("migration-chart, pillar-explorer")].filter(e => !done.has(e));
return open.map(e => e.outerHTML.split(">")[0] + ">");"#;

/// Takes every combination of the options.
pub fn run(options: &ShotOptions) -> Result<(), String> {
    if options.build {
        println!("{}", dist::run(None)?.first_chart());
    }
    let driver = Driver::start(&tools::programs(Engine::Chromium)?)?;
    let server = Server::start(Arc::new(Site::of(project::dist())), 0)?;
    let contract = Contract::open(&project::root().join("www"))?;
    let langs: Vec<&str> = match options.langs.as_slice() {
        [] => contract.languages(),
        asked => asked.iter().map(|tag| &**tag).collect(),
    };
    if options.sheets {
        return contact_sheet::draw(options, &langs, driver.browser(), &server);
    }
    let folder = project::root().join("target/screenshots");
    let name = options.page.split(['.', '?']).next().unwrap_or_default().replace('/', "-");
    let url = server.url(&format!("/{}", options.page.trim_start_matches('/')));
    let mut count = 0;
    std::fs::create_dir_all(&folder)
        .map_err(|problem| project::cannot("make the folder", &folder, &problem))?;
    for lang in langs {
        let window = Window { lang: lang.to_owned(), ..Window::default() };
        let session = Session::open(driver.browser(), &window)?;
        session.script_at_start(&record::language_script(lang))?;
        for &width in &options.widths {
            for theme in &options.themes {
                for &ratio in &options.ratios {
                    let window = Window {
                        width,
                        height: 900,
                        ratio,
                        dark: theme == "dark",
                        lang: lang.to_owned(),
                        ..window.clone()
                    };
                    let place = format!("{name}-{width}-{theme}-{ratio}x-{lang}");
                    remove_parts(&folder, &place)?;
                    for (part, picture) in
                        take(&session, &url, &window, options.element.as_deref())?.iter().enumerate()
                    {
                        let file = folder.join(format!("{place}-{}.png", part + 1));
                        project::write(&file, picture)?;
                        println!("{}", file.display());
                        count += 1;
                    }
                    for line in console(&session)? {
                        println!("  {place}: console: {line}");
                    }
                }
            }
        }
    }
    println!("{count} pictures in target/screenshots");
    Ok(())
}

/// Waits until every widget of the page is painted or has failed; names those that have not after a while.
pub fn wait_until_painted(session: &Session) -> Result<(), String> {
    let finished = format!("const open = (() => {{ {UNFINISHED} }})(); return open.length === 0;");
    if session.until(&finished, &[], PATIENCE)?.is_none() {
        println!("  not painted after {PATIENCE:?}: {}", session.run(UNFINISHED, &[])?);
    }
    Ok(())
}

/// Removes what an earlier run showed here: it may have had more parts.
fn remove_parts(folder: &Path, place: &str) -> Result<(), String> {
    for (name, path) in project::files_below(folder)? {
        let part = name.strip_prefix(place).and_then(|rest| rest.strip_prefix('-'));
        if part.and_then(|part| part.strip_suffix(".png")).is_some_and(|part| part.parse::<u32>().is_ok()) {
            std::fs::remove_file(&path).map_err(|problem| project::cannot("remove", &path, &problem))?;
        }
    }
    Ok(())
}

/// The page, or one element of it, from its top to its end, in parts.
fn take(
    session: &Session,
    url: &str,
    window: &Window,
    element: Option<&str>,
) -> Result<Vec<Vec<u8>>, String> {
    session.set_window(window)?;
    session.go(url)?;
    let height = session.run("return document.documentElement.scrollHeight", &[])?.as_f64().unwrap_or(900.0);
    // A window as high as the page brings every lazy widget into view; what is below the highest window, scrolling does.
    session.set_window(&Window { height: (height as u32).clamp(900, HIGHEST), ..window.clone() })?;
    session.run(
        "const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
         return (async () => {
           for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
             scrollTo(0, top);
             await twoFrames();
           }
           scrollTo(0, 0);
         })()",
        &[],
    )?;
    wait_until_painted(session)?;
    for event in session
        .run("return window.__seen.filter(e => e.type === 'error').map(e => e.detail)", &[])?
        .as_array()
        .into_iter()
        .flatten()
    {
        println!("  error event: {event}");
    }
    session.run("return document.fonts.ready.then(() => new Promise(done => setTimeout(done, 200)))", &[])?;
    let area = area(session, element)?;
    let mut pictures = Vec::new();
    let mut y = 0.0;
    while y < area.height {
        let height = (area.height - y).min(PART_HEIGHT / window.ratio);
        pictures.push(session.picture(Area { y: area.y + y, height, ..area })?);
        y += height;
    }
    Ok(pictures)
}

fn area(session: &Session, element: Option<&str>) -> Result<Area, String> {
    let script = r#"
const box = (arguments[0] ? document.querySelector(arguments[0]) : document.documentElement)?.getBoundingClientRect();
return box && [box.x + scrollX, box.y + scrollY, box.width, arguments[0] ? box.height : document.documentElement.scrollHeight];"#;
    let numbers = session.run(script, &[element.map_or(Value::Null, |element| json!(element))])?;
    let number = |index: usize| numbers[index].as_f64();
    match (number(0), number(1), number(2), number(3)) {
        (Some(x), Some(y), Some(width), Some(height)) => Ok(Area { x, y, width, height }),
        _ => Err(format!("the page has no element `{}`", element.unwrap_or("html"))),
    }
}

/// What the page wrote to the console since the last call.
fn console(session: &Session) -> Result<Vec<String>, String> {
    let entries = session.log("browser")?;
    Ok(entries.iter().map(|entry| format!("{}: {}", entry["level"], entry["message"])).collect())
}
