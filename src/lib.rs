//! Interactive migration statistics for any web page: the code map.
//!
//! Data flows one way. Every stage is a plain value, so that each can be tested without a browser:
//!
//! ```text
//! bytes -> data::Intake -> model::Table -> query::run -> query::Grid -> chart::layout -> chart::Frame -> chart::draw
//! ```
//!
//! | module | what it owns | may use |
//! |---|---|---|
//! | [`model`] | periods, values, tables, datasets, annotations, declarations, problems: the nouns | nothing |
//! | [`data`] | bytes of any format to a [`model::Table`] as they come, JSON to annotations and declarations | `model` |
//! | [`query`] | filter, group, aggregate, top, per, normalize: a [`query::Grid`] | `model` |
//! | [`locale`] | messages, plurals, number, date and country formats | `model`, `query` |
//! | [`view`] | what the reader has chosen, how a message changes it and what it asks, where a key leads; no clock, no I/O | `model`, `query` |
//! | [`chart`] | scales, ticks, theme, layout to a [`chart::Frame`], drawing it through plotters | `query`, `locale`, `view` |
//! | [`explorer`] | a declaration, its commitments and the evidence as a tree of HTML nodes; filters, search, CSV | `model`, `data`, `locale`, `view`, `summary` |
//! | [`summary`] | the text alternative, the table and the tidy CSV | `query`, `locale`, `view` |
//! | [`figure`] | what stands on a page as one figure: its answer, texts, marks in words, the sheet | `data`, `query`, `locale`, `view`, `chart`, `summary` |
//! | `web` | wasm only: the widget, its DOM, canvas, events | everything |
//!
//! Where to go for a change:
//!
//! | what | where |
//! |---|---|
//! | a chart kind | its file in `src/chart/kinds`, its name and needs in `src/query/ask/kind.rs`; see below |
//! | a language | its line in `www/contract.json` and in `src/figure/languages.rs`, its files in `www/locales`, `www/builder`, `www/gallery` and `www/data/declaration`, then `cargo xtask data` |
//! | a format of authors' files | its file in `src/data/formats`, its line in `ALL` of `src/data/formats/mod.rs` |
//! | a spelling of a period, a part of a year | `src/data/cells/spelling.rs`, `year_parts.rs`; in the heads of a wide table `src/data/refine/heads.rs` |
//! | which rows are totals of others | `src/data/refine/totals` |
//! | what a bare file shows first, and why | `src/data/describe` |
//! | what words say of a figure | `src/data/quantity` |
//! | a table in an element that is read wrong | `www/pkg/carried.js`, a case in `tests/browser/carried.rs` |
//! | what the gallery offers and says | `www/index.html`, `www/gallery`, `src/bin/xtask/dist/gallery.rs` |
//! | a spelling of a country | `src/bin/xtask/data/place_names.txt` |
//! | a file that is read wrong | a fixture in `tests/fixtures/field`, its description beside it |
//! | a sentence of the text alternative | its fact in `src/summary/facts`, its words in `src/summary` |
//! | the tooltip's text | `src/figure/tooltip.rs` |
//! | where a key leads in a drawing, and what is said there | `src/view/walk.rs`, `src/web/chart/after/walking.rs` |
//! | what is heard and not seen | `src/web/chart/after/told.rs` |
//! | how series are told without their colours | `src/chart/look/patterns.rs`, `src/web/chart/after/contrast.rs` |
//! | how a series sounds | `src/web/chart/after/listening.rs` |
//! | what a screen reader is given of a kind | its golden in `tests/golden/heard`, `tests/browser/heard.rs` |
//! | how a kind is read, in one sentence | `src/summary/how_to_read.rs`, its words under `read.…` in `www/locales` |
//! | the list of names in the menu | `src/web/chart/after/pick_list.rs` |
//! | the size of text | `text_scale` in `src/web/platform/palette.rs`; style sheets count in `var(--px)` |
//! | the order of the menu | `src/web/chart/after/menu.rs` |
//! | an attribute | its line in `www/contract.json`, its constant in `src/model/attribute.rs` |
//! | a dataset | its derivation in `src/bin/xtask/data`, its description in `www/data/datapackage.json` |
//! | where a publisher's file is got | `src/bin/xtask/data/feeds.rs` |
//! | a publisher's file whose layout changed | its reader in `src/bin/xtask/data/fetch/layouts`, a file in `tests/fixtures/publishers` |
//! | what a new edition may not do | `src/bin/xtask/data/fetch/rules.rs` |
//! | how often a dataset's figures come | `src/summary/cadence.rs` |
//! | where all of a map are from | `origin` in `src/query/fit/shape.rs`, that of a dataset in `src/bin/xtask/data/breaks.rs` |
//! | how "Other" is made | `src/query/add/top.rs` |
//! | when a quoted figure is compared, and what is said of it | `src/query/judge.rs`, `src/locale/claim.rs` |
//! | a colour | `src/chart/look/theme.rs` |
//! | a label that collides | `src/chart/labels` |
//! | the author's words on the picture | `src/chart/axes/author_words.rs`, `words_at_marks.rs`, their places in `src/model/author_note.rs` |
//! | what a drawing gets after its first frame | `src/chart/later.rs` |
//! | which files of authors are drawn before their readers have come | `src/data/plain_table.rs` |
//! | what a first drawing says | `src/bin/xtask/dist/first.rs` |
//! | what the builder advises | `src/summary/advice.rs`, its words in `www/builder` |
//! | what the builder's code carries | `figures.js` and `snippets.js` in `www/builder` |
//! | the line shown without wasm | `www/locales/fallback` |
//! | what a page may do to us, and text to a page | a case in `tests/browser/strange_pages.rs`, `strange_calls.rs` or `hostile_texts.rs` |
//! | a licence that ships, a crate that may be used | `src/bin/xtask/package/notices.rs`, `.cargo/deny.toml` |
//! | an explorer view | its file in `src/explorer` |
//! | which dataset stands beside which commitment | its entry in `www/data/declaration/evidence.json` |
//!
//! What may be done with what: one table for each kind of quantity ([`model::QuantityKind::allows`]), asked by everything
//! that adds, before the query, in it and after it. The kind stands at the column and changes with what is done
//! ([`query::Grid::kind`]): a sum of flows is a flow, divided by people it is a rate, its mean over months is a mean, its
//! part of all is a share.
//!
//! | kind | summed over time | summed over places and groups | stacked | made shares | ranked | per inhabitant | shaded on a map |
//! |---|---|---|---|---|---|---|---|
//! | stock | no | yes | yes | yes | yes | yes | no |
//! | flow | yes | yes | yes | yes | yes | yes | no |
//! | event | yes | yes | yes | yes | yes | yes | no |
//! | rate | no | no | no | no | yes | no | yes |
//! | share | no | no | yes | no | yes | no | yes |
//! | mean | no | no | no | no | yes | no | yes |
//! | extreme | no | no | no | no | yes | no | yes |
//! | index | no | no | no | no | yes | no | yes |
//! | unknown | yes | yes | yes | yes | yes | yes | yes |
//!
//! Beyond the kind: shares stack only where they are parts of one whole (`src/query/fit/permit.rs`); a mean or an extreme of
//! counts and a country's share of all countries are counts in disguise, and so circles on a map; an own file's figures of
//! which nothing is known may all be asked for, but are not shaded unless divided; what a dataset counts `apart` (two
//! authorities, cases and persons) is never added, folded, ranked or made a share; inhabitants are not divided by inhabitants.
//! What asks: `src/query/ask/refuse.rs` of the rows, `src/query/add/shares.rs` and `rates.rs` of the figures,
//! `src/query/fit/permit.rs` of the drawing, [`query::Grid::total`] of each total beside a mark.
//!
//! A new kind touches eight files, goldens and their scenes aside: its own in `src/chart/kinds`, `src/chart/kinds/mod.rs` (who
//! lays out what), `src/query/ask/kind.rs` (name and needs), `src/query/fit/shape.rs` if its answer has a shape of its own,
//! `www/contract.json`, the two message files in `www/locales`, and the README, which `BLESS=1` writes.
//!
//! The element itself lives in `www/embed/host.js` and `src/web/host`: one life on the page for both widgets, one place that
//! hears a bug, one door into each chunk of the module (`src/web/host/chunks.rs`). The tree tells what travels when: what
//! follows a first drawing lies in `src/web/chart/after`, the explorer in `src/web/explorer`, each kind beyond lines, areas
//! and bars over time in a file of `src/chart/kinds`, the readers of authors' files in `src/data`.
//!
//! `www/contract.json` says once what the widgets can be asked: attributes, kinds, formats, controls, events, custom
//! properties, chunks and languages. `src/bin/xtask/contract` writes every list of them from it.
//!
//! Chunks: the module is split by `wasm_split_cli_support` 0.2.4, of the Leptos and Yew people, before wasm-bindgen,
//! along the thirteen doors and by the linker's relocations (`src/bin/xtask/dist/split`). Weighed against a splitter of our
//! own of 830 lines with the same doors, the first chart is 118.6 kB of Brotli in place of 122.9 (121.3 before there
//! were doors): constants and vtables travel with their chunk, and functions are shared through the table and not by
//! exported names. A chunk alone is up to 6 % larger, since what several share is no longer in the first module; first
//! chart, chunk and what it needs were smaller together for each, by 0.4 to 3.5 %. Against the time before the doors
//! the first chart was 118.9 kB, `map` alone 8 % larger, and the way to authors' files and to workbooks 0.9 % longer,
//! every other shorter. Saying of each figure its unit, what was done to it, its breaks of method and its part of a period
//! cost 9.0 kB since; a style sheet, a CSV reader and means that come later took 4.7 away: 123.3 kB. Since authors' files
//! are told by what they hold it was 127.0 kB; names in the layers of stacks, scales that stand while periods are stepped
//! through and kept colours cost 8.1 more, to 135.1. Of these names and logarithmic axes come later (`src/chart/later.rs`), no
//! remainder of floats is taken (`%`, 2.2 kB of wasm), and what lies in a chunk is called by its name through one exported
//! method (`src/web/host/given.rs`): with the style of menus and print after the drawing, and the author's own words on it,
//! 126.3 kB. The readers of authors' files would be 245 kB in one chunk: what reads JSON (58 kB), archives and .xlsx (39),
//! .ods, .xls and PC-Axis (43, of which 28 are the same as in those) and what is known of agencies' cells (12) have
//! doors of their own, and [`data::Intake::wants`] says by a file's bytes which it needs before it reads on: a CSV of one's
//! own loads `files` alone, 170 kB. Tables and searchers of the standard library took most of what else could be
//! spared: a decimal read by `str::parse` 11 kB of Brotli, `str::contains` with a text or a letter not written out 5,
//! `str::to_lowercase` 6 to 10, each type sorted by `slice::sort` 2.
//!
//! Tiers: what is left as the first module is cut again, after wasm-bindgen, by what first drawings were seen to call in
//! Chromium (`src/bin/xtask/dist/tiers`), function by function, and within those by stretches of instructions: 118.7 kB
//! became 83.8 for lines and areas of an author's plain file, 24.5 that bars and shipped datasets reach besides, and 34.2
//! that no first drawing reaches (by functions alone 96.5, 17 and 18). What is looked at is drawn at random from what an
//! author may have: with countries of the Americas and English headers alone 37 of 80 other files met what had been cut
//! off. `cargo xtask tiers` writes the lists anew; what they do not name stays in the first module, and what is called
//! before it has come is stopped by the engine, whereupon `www/embed/tiers.js` begins anew with all tiers there, so that an
//! old list costs bytes or time alone.
//!
//! The tool writes one module for each set of chunks that share code, and knows no "this needs
//! that": so a chunk's file holds those modules, without those that its needs bring, as custom sections named `common`,
//! and `www/embed/files.js` makes each once a page. Its macro, its loader and `wasm-bindgen-futures` are not used (with
//! them 123.1 kB, and up to 25 requests a chunk). What it only warns of, as constants that it cannot lay out, fails the
//! build.
//!
//! Outside a browser numbers, dates, lists, order and names come from ICU4X, natively only: its single crates, since `icu`
//! brings segmenters that nothing here needs; percentages and names of countries are in `icu_experimental` alone, so its
//! version is whole. What a language lacks there and in browsers stands in its message file (`src/locale/rules.rs`): Haitian
//! Creole's months, words in dates and names of countries. What is said of the declaration in a language stands in its file
//! of `www/data/declaration`, and nobody loads the words of another.
//!
//! Invariants:
//! - Missing is a value with a reason ([`model::Value::Missing`]), never NaN, zero or an empty string.
//! - Nothing panics; bad input becomes a [`model::Problem`] with its place and the way out. A bug stops one widget, which
//!   shows its page's own content; the others go on.
//! - A [`chart::Frame`] is finished: drawing decides nothing, and the canvas, the SVG and the goldens spend the same one.
//! - Figures, drawing and the code that draws change together (`src/web/chart/screen.rs`): nothing reads figures of one view
//!   under the drawing of another.
//! - What the first drawing reads of an author's file by itself ([`data::read_plain`]) is what its readers read, or nothing.
//! - What lies in a chunk is reached through its door alone, a value that is there only once the chunk has come: what asks
//!   too early does not compile, and what goes past the door is in the first module.
//! - What an element takes it gives back when it stays away; what it keeps of itself brings it back without a request.
//! - The project's own tables have a reader of their own ([`data::read_shipped`]); those of authors' files lie in a chunk
//!   of the module, a script (`www/pkg/feed.js`) and message files that only charts with figures of their own load; what
//!   reads those that stand in the element itself is a script more (`www/pkg/carried.js`).
//! - What a browser may keep for ever is named after its content (`src/bin/xtask/dist/hashes.rs`); where the module cannot
//!   run, `www/pkg/fallback.js` shows the static twin that `src/bin/xtask/render` made, and names the cause.
//! - What a page can name (attributes, kinds, formats, controls, events, custom properties, languages) stands once, in
//!   `www/contract.json`: `src/bin/xtask/contract` writes every list of it, and [`model::attribute`] has a constant each.
//! - Every text a reader sees comes from `www/locales`, every number and date through [`locale::Formats`].
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::todo)]
#![warn(missing_docs)]

pub mod chart;
pub mod data;
pub mod explorer;
pub mod figure;
pub mod locale;
pub mod model;
pub mod query;
pub mod summary;
pub mod view;
#[cfg(target_arch = "wasm32")]
mod web;

/// The module's allocator: see `Cargo.toml`.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
