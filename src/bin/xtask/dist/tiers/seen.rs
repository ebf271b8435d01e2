//! `cargo xtask tiers`: what first drawings call, seen in Chromium, and the list written from it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use walrus::ir::{Const, MemArg, Store, StoreKind, Value as Constant};
use walrus::{FunctionId, Module};

use super::cold::{self, Stretch};
use super::samples::{self, Sort};
use super::{Tier, functions, read};
use crate::browsing::emulation::Window;
use crate::browsing::engine::Engine;
use crate::browsing::server::Server;
use crate::browsing::session::Session;
use crate::browsing::site::{PreparedResponse, Site};
use crate::contract::Contract;
use crate::dist::first::id_of;
use crate::tools::{self, Driver};
use crate::{dist, progress, project};

/// The memory in which each function of a counted module leaves a sign.
const SEEN: &str = "$seen";
/// Where the names of a counted module's functions are kept while it is looked at, below the project.
const NAMES: &str = "target/tiers.txt";
/// How many charts a page has, and how many pages are looked at side by side.
const AT_ONCE: usize = 100;
const WORKERS: usize = 2;
/// How often a page is asked, and how many times it has to answer the same: what follows a first drawing is held back for
/// longer.
const PAUSE: Duration = Duration::from_millis(700);
const TIMES_THE_SAME: usize = 3;
const ASKED_AT_MOST: usize = 80;
/// How often a page is asked of which no chart stands: all of them may wait for what is held back.
const ASKED_WITHOUT_A_CHART: usize = 10;
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
  if (/pkg.(HELD)/.test(String(address?.url ?? address))) await new Promise((done) => setTimeout(done, 60000));
  return own(address, ...given);
};
</script><script async src="/embed.js"></script>"#;
/// What the pages of a tier do without: bars come with the second one.
const HELD: [(Tier, &str); 2] = [(Tier::First, "more|files|bars"), (Tier::Second, "more|files")];
/// The kinds beside those of usual charts of which a first drawing is made at once.
const BARS: [&str; 3] = ["bar", "grouped-bar", "stacked-bar"];
/// How many charts of a page stand, and its signs.
const SIGNS: &str = r#"
const stands = (chart) => {
  const figure = chart.shadowRoot?.querySelector("[role=figure]");
  return figure && !figure.hidden;
};
const standing = [...document.querySelectorAll("migration-chart")].filter(stands).length;
const bytes = new Uint8Array(window.__seen?.buffer ?? 0);
return [standing, Array.from(bytes.keys()).filter((at) => bytes[at])];
"#;
/// An empty module, in the place of each tier while the whole is looked at.
pub const EMPTY: &[u8] = b"\0asm\x01\0\0\0";
/// What is asked of each dataset, first in every language, then in English alone.
const ASKED: [&[&str]; 2] = [
    &["", "kind=line", "kind=stacked-bar theme=dark top=4 controls=none", "kind=bar x=coa_iso top=8"],
    &[
        "kind=stacked-area top=5",
        "kind=area normalize=percent",
        "kind=bar x=nationality",
        "kind=bar series=none precision=exact",
        "kind=stacked-bar x=country",
        "kind=stacked-bar x=coa_iso series=category top=4 normalize=percent",
        "kind=line series=none from=2015",
        "kind=line series=none annotations=milestones linked",
        "kind=line series=none annotations=policy scale=log",
        "kind=line from=2023-01 to=2023-03",
        "kind=line filter='coo_iso=VEN,HTI; year>=2015; coa_region=Americas'",
        "kind=line x=year aggregate=mean annotate='2023 | Peak'",
        "kind=line per=100000",
        "kind=stacked-area from=2022 to=2024 normalize=off heading=T subheading=S note=N credit=C alt=A",
        "kind=grouped-bar from=2024 controls=download,table",
        "kind=grouped-bar x=year series=demographic from=2020 to=2024",
    ],
];
/// The files of authors with the attributes that name their fields, and what is asked of each, as of the datasets.
const FILES: [(&str, &str); 5] = [
    ("months", "x=month y=crossings series=nationality"),
    ("monthly", "x=month y=asylum_applications series=country"),
    ("names", "x=year y=refugees series=country"),
    ("one", "x=year y=people"),
    ("codes", "x=year y=refugees series=country"),
];
const ASKED_OF_FILES: [&[&str]; 2] = [
    &["", "theme=dark top=2"],
    &[
        "heading=T subheading=S note=N credit=C alt=A",
        "controls=none precision=exact",
        "controls=download,table linked",
        "scale=log",
        "normalize=percent",
        "from=2021 to=2022",
        "from=2020-03 annotations=milestones",
        "annotate='2021 | Peak: 7;; 2020-04 | Low'",
        "series=none",
        "aggregate=mean",
        "filter='country=VEN,Haiti; nationality=VEN,HTI'",
        "totals=keep",
    ],
];
/// The widths and heights of the charts in CSS pixels, and the languages of the pages, of which the first is asked most.
const WIDTHS: [u32; 3] = [320, 700, 1200];
const HEIGHTS: [u32; 5] = [440, 300, 560, 440, 780];
const LANGUAGES: [&str; 5] = ["en", "es-MX", "pt-BR", "fr", "ht"];

/// A module in which each stretch of its functions leaves a sign when it is reached; the functions are kept in the order of the
/// signs, each with its shape and the number of its stretches.
pub fn counted(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut module: Module = read(bytes, false)?;
    let functions: Vec<(FunctionId, u64, Vec<Stretch>)> = module
        .funcs
        .iter_local()
        .map(|(id, local)| (id, cold::shape(local), cold::stretches(local)))
        .collect();
    let signs: usize = functions.iter().map(|(.., stretches)| stretches.len()).sum();
    let pages = signs as u64 / 65_536 + 1;
    let seen = module.memories.add_local(false, false, pages, Some(pages), None);
    module.exports.add(SEEN, seen);
    let (mut listed, mut sign) = (String::new(), 0);
    for (id, shape, stretches) in functions {
        let function = module.funcs.get_mut(id);
        let name = function.name.clone().unwrap_or_default();
        listed.push_str(&format!("{shape:016x} {} {}\n", stretches.len(), functions::plain(&name)));
        let body = function.kind.unwrap_local_mut().builder_mut();
        let first = sign;
        sign += stretches.len();
        // From the last, so that the places of those before it still hold.
        for (stretch, sign) in stretches.iter().zip(first..sign).rev() {
            let arg = MemArg { align: 1, offset: 0 };
            body.instr_seq(stretch.sequence)
                .instr_at(stretch.from, Const { value: Constant::I32(sign as i32) })
                .instr_at(stretch.from + 1, Const { value: Constant::I32(1) })
                .instr_at(
                    stretch.from + 2,
                    Store { memory: seen, kind: StoreKind::I32_8 { atomic: false }, arg },
                );
        }
    }
    project::write(&project::root().join(NAMES), listed.as_bytes())?;
    Ok(module.emit_wasm())
}

/// Looks at first drawings and writes the list; the site of `target/dist` is to be built anew after.
///
/// # Errors
/// One sentence: the site cannot be built, or a page fails.
pub fn run() -> Result<(), String> {
    dist::run_counted()?;
    let site = Arc::new(Site::of(project::dist()));
    let sorts = samples::sorts();
    let files = samples::files().map(|(name, text)| (name.to_owned(), text));
    let texts = sorts.iter().map(|sort| (&sort.name, &sort.text));
    for (name, text) in files.iter().map(|(name, text)| (name, text)).chain(texts) {
        site.put(&format!("/seen/{name}.csv"), PreparedResponse::csv(text.clone()));
    }
    let contract = Contract::open(&project::root().join("www"))?;
    let package = project::read_text(&project::root().join("www/data/datapackage.json"))?;
    let package: serde_json::Value = serde_json::from_str(&package).map_err(|problem| problem.to_string())?;
    let ids: BTreeSet<String> = package["resources"].as_array().into_iter().flatten().map(id_of).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let programs = tools::programs(Engine::Chromium)?;
    let server = Server::start(Arc::clone(&site), 0)?;
    let driver = Driver::start(&programs)?;
    let mut pages = Vec::new();
    for (index, language) in LANGUAGES.iter().enumerate() {
        let is_asked_most = index == 0;
        let sorts: Vec<&Sort> = sorts.iter().filter(|sort| sort.language == index).collect();
        for width in WIDTHS {
            for (tier, held) in HELD {
                let charts = match tier {
                    Tier::First => usual_charts(&contract.first_kinds(), &sorts, is_asked_most),
                    _ => other_charts(&sorts, &ids, is_asked_most),
                };
                pages.extend(charts.chunks(AT_ONCE).map(|some| (tier, page_of(some, language, width, held))));
            }
        }
    }
    progress::say(format!("looking at {} pages of {AT_ONCE} charts", pages.len()));
    let next = AtomicUsize::new(0);
    let look = |worker: usize| {
        let (mut seen, mut standing): (BTreeMap<usize, Tier>, usize) = (BTreeMap::new(), 0);
        while let Some((tier, page)) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
            let path = format!("/seen/page-{worker}.html");
            site.put(&path, PreparedResponse::html(page.as_str()));
            let (charts, signs) = signs(&driver, &server.url(&path))?;
            if signs.is_empty() {
                return Err(format!("no module came: {page}"));
            }
            standing += charts;
            add(&mut seen, signs.into_iter().map(|sign| (sign, *tier)));
        }
        Ok((seen, standing))
    };
    let (mut seen, mut standing) = (BTreeMap::new(), 0);
    let looked: Vec<Result<_, String>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..WORKERS)
            .map(|worker| {
                scope.spawn({
                    let look = &look;
                    move || look(worker)
                })
            })
            .collect();
        workers.into_iter().map(|worker| worker.join().map_err(|_| "a worker died".to_owned())?).collect()
    });
    for of_worker in looked {
        let (signs, charts) = of_worker?;
        standing += charts;
        add(&mut seen, signs);
    }
    progress::say(format!("{} stretches seen, {standing} charts stand at once", seen.len()));
    write_lists(&seen)
}

/// Adds the signs that were seen, each with the first tier of those that left it.
fn add(seen: &mut BTreeMap<usize, Tier>, signs: impl IntoIterator<Item = (usize, Tier)>) {
    for (sign, tier) in signs {
        seen.entry(sign).and_modify(|of| *of = tier.min(*of)).or_insert(tier);
    }
}

/// Each of what is asked, or the first part of it, of each chart.
fn each(asked: &[&[&str]], is_asked_most: bool, charts: &[String]) -> Vec<String> {
    let parts = if is_asked_most { asked } else { asked.get(..1).unwrap_or_default() };
    let of = |asked: &&str| charts.iter().map(move |chart| format!("{chart} {asked}")).collect::<Vec<_>>();
    parts.iter().copied().flatten().flat_map(of).collect()
}

/// An author's files, each as some kinds.
fn own(kinds: &[&str]) -> Vec<String> {
    let mut charts = Vec::new();
    for (file, fields) in FILES {
        for kind in kinds {
            let chart = format!("src=/seen/{file}.csv kind={kind}");
            charts.extend([format!("{chart} {fields}"), chart]);
        }
    }
    charts
}

/// Usual charts: of authors' files, and of each sort of file as it is, with one field named, and as each kind with all of them.
fn usual_charts(kinds: &[&str], sorts: &[&Sort], is_asked_most: bool) -> Vec<String> {
    let mut charts = each(&ASKED_OF_FILES, is_asked_most, &own(kinds));
    for (index, Sort { name, fields, .. }) in sorts.iter().enumerate() {
        let chart = format!("src=/seen/{name}.csv");
        let one = fields.get(index % fields.len()).cloned().unwrap_or_default();
        charts.extend([chart.clone(), format!("{chart} {one}")]);
        charts.extend(kinds.iter().map(|kind| format!("{chart} kind={kind} {}", fields.join(" "))));
    }
    charts
}

/// Others: of authors' files, of each sort of file as bars, and of what ships.
fn other_charts(sorts: &[&Sort], ids: &[&str], is_asked_most: bool) -> Vec<String> {
    let shipped: Vec<String> = ids.iter().map(|id| format!("dataset={id}")).collect();
    let mut charts = each(&ASKED_OF_FILES, is_asked_most, &own(&BARS));
    for (index, Sort { name, .. }) in sorts.iter().enumerate() {
        charts.push(format!("src=/seen/{name}.csv kind={}", BARS[index % BARS.len()]));
    }
    charts.extend(each(&ASKED, is_asked_most, &shipped));
    charts
}

/// Writes the lists of functions and of stretches from the signs that were seen.
fn write_lists(seen: &BTreeMap<usize, Tier>) -> Result<(), String> {
    let listed = project::read_text(&project::root().join(NAMES))?;
    let stretches = stretches_of(&listed, seen)?;
    let mut tiers: BTreeMap<String, Tier> = BTreeMap::new();
    for ((path, _), of) in &stretches {
        // What does nothing leaves no sign.
        let tier = of.iter().copied().min().unwrap_or(Tier::First);
        tiers.entry(path.clone()).and_modify(|least| *least = tier.min(*least)).or_insert(tier);
    }
    let stretches = stretches.into_iter().filter(|((path, _), of)| {
        tiers.get(path).is_some_and(|tier| *tier != Tier::Late && of.iter().any(|of| of > tier))
    });
    let folder = project::root().join("src/bin/xtask/dist/tiers");
    project::write(&folder.join("stretches.txt"), cold::written(&stretches.collect()).as_bytes())?;
    tiers.retain(|_, tier| *tier != Tier::First);
    project::write(&folder.join("functions.txt"), functions::written(&tiers).as_bytes())?;
    println!("{} functions are of other tiers: `cargo xtask dist` builds the site anew", tiers.len());
    Ok(())
}

/// The tiers of the stretches of all functions of a counted module, from the signs that were seen; of functions of one path and
/// shape each stretch has the tier of the first that reaches it.
fn stretches_of(listed: &str, seen: &BTreeMap<usize, Tier>) -> Result<cold::Functions, String> {
    let (mut functions, mut sign) = (cold::Functions::new(), 0);
    for line in listed.lines() {
        let unread = || format!("{NAMES}: `{line}` is no function");
        let mut parts = line.splitn(3, ' ');
        let (Some(shape), Some(count), Some(path)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(unread());
        };
        let shape = u64::from_str_radix(shape, 16).map_err(|_| unread())?;
        let count: usize = count.parse().map_err(|_| unread())?;
        let tiers: Vec<Tier> =
            (sign..sign + count).map(|sign| seen.get(&sign).copied().unwrap_or(Tier::Late)).collect();
        sign += count;
        functions
            .entry((path.to_owned(), shape))
            .and_modify(|of| of.iter_mut().zip(&tiers).for_each(|(of, tier)| *of = (*of).min(*tier)))
            .or_insert(tiers);
    }
    Ok(functions)
}

/// A page with charts of a width in CSS pixels, which does without some of the module.
fn page_of(charts: &[String], language: &str, width: u32, held: &str) -> String {
    let head = HEAD.replace("HELD", held);
    let heights = HEIGHTS.iter().cycle();
    let chart = |(asked, height): (&String, &u32)| {
        let style = format!("display:block;width:{width}px;height:{height}px");
        format!("<migration-chart loading=eager {asked} style='{style}'></migration-chart>")
    };
    format!("<html lang={language}>{head}<body>{}", charts.iter().zip(heights).map(chart).collect::<String>())
}

/// The signs that a page's first drawings leave, and how many charts of it stand: others wait for what is held back.
fn signs(driver: &Driver, address: &str) -> Result<(usize, Vec<usize>), String> {
    let session = Session::open_unobserved(driver.browser(), &Window::default())?;
    session.go(address)?;
    let (mut before, mut times) = (Value::Null, 0);
    for asked in 0..ASKED_AT_MOST {
        thread::sleep(PAUSE);
        let found = session.run(SIGNS, &[])?;
        times = if found == before { times + 1 } else { 0 };
        let standing = found[0].as_u64().unwrap_or_default() as usize;
        if times >= TIMES_THE_SAME && (standing > 0 || asked >= ASKED_WITHOUT_A_CHART) {
            let signs = found[1].as_array().into_iter().flatten().filter_map(Value::as_u64);
            return Ok((standing, signs.map(|sign| sign as usize).collect()));
        }
        before = found;
    }
    Err(String::from("a page of charts did not come to an end"))
}
