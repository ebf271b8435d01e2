//! `cargo xtask tiers`: what first drawings call, seen in Chromium, and the list written from it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use walrus::ir::{Const, MemArg, Store, StoreKind, Value as Constant};
use walrus::{FunctionId, Module};

use super::{Tier, functions, read};
use crate::browsing::emulation::Window;
use crate::browsing::engine::Engine;
use crate::browsing::server::Server;
use crate::browsing::session::Session;
use crate::browsing::site::{PreparedResponse, Site};
use crate::dist::first::id_of;
use crate::tools::{self, Driver};
use crate::{dist, project};

/// The memory in which each function of a counted module leaves a sign.
const SEEN: &str = "$seen";
/// Where the names of a counted module's functions are kept while it is looked at, below the project.
const NAMES: &str = "target/tiers.txt";
/// How long a page gets to draw all its charts; what follows a first drawing is held back for longer.
const PATIENCE: Duration = Duration::from_secs(6);
/// What each page begins with: it keeps the module's memory of signs, and holds back what follows.
const HEAD: &str = r#"<!doctype html><meta charset=utf-8><link rel=icon href="data:,"><script>
for (const name of ["instantiate", "instantiateStreaming"]) {
  const own = WebAssembly[name].bind(WebAssembly);
  WebAssembly[name] = async (...given) => {
    const made = await own(...given);
    window.__seen ??= (made.instance ?? made).exports.$seen;
    return made;
  };
}
const own = fetch;
window.fetch = async (address, ...given) => {
  if (/pkg.(more|files)/.test(String(address?.url ?? address))) await new Promise((done) => setTimeout(done, 60000));
  return own(address, ...given);
};
</script><script async src="/embed.js"></script>"#;
/// The kinds of which a first drawing is made at once.
const KINDS: [&str; 6] = ["line", "area", "stacked-area", "bar", "grouped-bar", "stacked-bar"];
/// An empty module, in the place of each tier while the whole is looked at.
pub const EMPTY: &[u8] = b"\0asm\x01\0\0\0";
/// What is asked of each dataset.
const ASKED: [&str; 12] = [
    "",
    "kind=line",
    "kind=stacked-area top=5",
    "kind=bar",
    "kind=stacked-bar theme=dark top=4 controls=none",
    "kind=bar x=coa_iso top=8",
    "kind=bar x=nationality",
    "kind=stacked-bar x=country",
    "kind=line series=none from=2015",
    "kind=line from=2023-01 to=2023-03",
    "kind=stacked-area from=2022 to=2024 normalize=off title=T subtitle=S note=N",
    "kind=grouped-bar from=2024 annotations=none highlight=VEN",
];
/// The widths of the charts in CSS pixels, and the languages of the pages.
const WIDTHS: [u32; 3] = [320, 700, 1200];
const LANGUAGES: [&str; 2] = ["en", "es-MX"];

/// A module in which each function leaves a sign when it is called; the functions' names are kept in the order of the signs.
pub fn counted(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut module: Module = read(bytes, false)?;
    let seen = module.memories.add_local(false, false, 1, Some(1), None);
    module.exports.add(SEEN, seen);
    let functions: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let mut names = Vec::new();
    for (sign, id) in functions.into_iter().enumerate() {
        names.push(module.funcs.get(id).name.clone().unwrap_or_default());
        let body = module.funcs.get_mut(id).kind.unwrap_local_mut().builder_mut();
        let arg = MemArg { align: 1, offset: 0 };
        body.func_body()
            .instr_at(0, Const { value: Constant::I32(sign as i32) })
            .instr_at(1, Const { value: Constant::I32(1) })
            .instr_at(2, Store { memory: seen, kind: StoreKind::I32_8 { atomic: false }, arg });
    }
    project::write(&project::root().join(NAMES), names.join("\n").as_bytes())?;
    Ok(module.emit_wasm())
}

/// Looks at first drawings and writes the list; the site of `target/dist` is to be built anew after.
///
/// # Errors
/// One sentence: the site cannot be built, or a page fails.
pub fn run() -> Result<(), String> {
    dist::run_counted()?;
    let names = project::read_text(&project::root().join(NAMES))?;
    let names: Vec<&str> = names.lines().collect();
    let site = Arc::new(Site::of(project::dist()));
    put_files(&site);
    let package = project::read_text(&project::root().join("www/data/datapackage.json"))?;
    let package: serde_json::Value = serde_json::from_str(&package).map_err(|problem| problem.to_string())?;
    let ids: BTreeSet<String> = package["resources"].as_array().into_iter().flatten().map(id_of).collect();
    let own: Vec<String> = [
        "src=/seen/months.csv x=month y=crossings series=nationality",
        "src=/seen/names.csv title=T",
        "src=/seen/one.csv theme=dark credit=C",
    ]
    .iter()
    .flat_map(|asked| KINDS.map(|kind| format!("{asked} kind={kind}")))
    .collect();
    let shipped: Vec<String> =
        ids.iter().flat_map(|id| ASKED.map(|asked| format!("dataset={id} {asked}"))).collect();
    let programs = tools::programs(Engine::Chromium)?;
    let server = Server::start(Arc::clone(&site), 0)?;
    let driver = Driver::start(&programs)?;
    let mut seen: BTreeMap<String, Tier> = BTreeMap::new();
    for (tier, charts) in [(Tier::First, own), (Tier::Shipped, shipped)] {
        for (language, width) in LANGUAGES.iter().flat_map(|language| WIDTHS.map(|width| (*language, width)))
        {
            for sign in signs(&driver, &site, &server, &page_of(&charts, language, width))? {
                let name = functions::plain(names.get(sign).copied().unwrap_or_default());
                seen.entry(name).or_insert(tier);
            }
        }
    }
    let listed = names.iter().map(|name| functions::plain(name));
    let listed = listed.map(|name| (seen.get(&name).copied().unwrap_or(Tier::Late), name));
    let tiers: BTreeMap<String, Tier> =
        listed.filter(|(tier, _)| *tier != Tier::First).map(|(tier, name)| (name, tier)).collect();
    let path = project::root().join("src/bin/xtask/dist/tiers/functions.txt");
    project::write(&path, functions::written(&tiers).as_bytes())?;
    println!("{} functions are of other tiers: `cargo xtask dist` builds the site anew", tiers.len());
    Ok(())
}

/// A page with charts of a width in CSS pixels.
fn page_of(charts: &[String], language: &str, width: u32) -> String {
    let style = format!("display:block;width:{width}px;height:440px");
    let chart =
        |asked: &String| format!("<migration-chart loading=eager {asked} style='{style}'></migration-chart>");
    format!("<html lang={language}>{HEAD}<body>{}", charts.iter().map(chart).collect::<String>())
}

/// The signs that a page's first drawings leave.
fn signs(driver: &Driver, site: &Site, server: &Server, page: &str) -> Result<Vec<usize>, String> {
    site.put("/seen/page.html", PreparedResponse::html(page));
    let session = Session::open_unobserved(driver.browser(), &Window::default())?;
    session.go(&server.url("/seen/page.html"))?;
    thread::sleep(PATIENCE);
    let found = session.run(
        "const bytes = new Uint8Array(window.__seen.buffer); return Array.from(bytes.keys()).filter((at) => bytes[at])",
        &[],
    )?;
    let found = found.as_array().ok_or("a page gave no signs")?;
    Ok(found.iter().filter_map(|sign| sign.as_u64()).map(|sign| sign as usize).collect())
}

/// Plain files as authors have them; their figures are invented and go nowhere.
fn put_files(site: &Site) {
    let mut months = String::from("month,nationality,crossings\n");
    let mut names = String::from("year,country,refugees\n");
    let mut one = String::from("\u{feff}\"Year\";\"people\"\r\n");
    for step in 0..24 {
        for (index, code) in ["VEN", "HTI", "ECU", "COL"].iter().enumerate() {
            let figure = if step == 5 { String::new() } else { (step * 71 + index * 900 + 3).to_string() };
            months.push_str(&format!("{}-{:02},{code},{figure}\n", 2020 + step / 12, step % 12 + 1));
        }
        for (index, name) in ["Venezuela", "Haiti", "Colombia"].iter().enumerate() {
            names.push_str(&format!("{},{name},{}\n", 2000 + step, 1_000 * (index + 1) + step * 7));
        }
        one.push_str(&format!("\"{}\";{}\r\n", 2000 + step, step * 7_100));
    }
    for (name, text) in [("months", months), ("names", names), ("one", one)] {
        site.put(&format!("/seen/{name}.csv"), PreparedResponse::csv(text));
    }
}
