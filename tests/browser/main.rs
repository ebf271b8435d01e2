//! What a reader sees, in a real browser. Run by `cargo xtask test --only browser`, which brings the browser.

#[path = "../../src/bin/archive.rs"]
mod archive;
#[path = "../../src/bin/xtask/browsing/mod.rs"]
mod browsing;
#[path = "../../src/bin/xtask/contract/mod.rs"]
#[allow(dead_code, reason = "what the tool writes of it is tested natively")]
mod contract;
mod gallery;
mod harness;

mod about;
mod accessibility;
mod annotations;
mod api;
mod author_words;
mod bad_input;
mod builder;
mod builder_edits;
mod builder_files;
mod builder_offers;
mod builder_output;
mod builder_page;
mod builder_projects;
mod builder_task;
mod cannot_run;
mod carried;
mod chunks;
mod controls;
mod crispness;
mod elsewhere;
mod explorer;
mod explorer_squares;
mod feeds;
mod forced_colors;
mod framing;
mod harness_itself;
mod headings;
mod heard;
mod heard_values;
mod held;
mod hostile_texts;
mod hosts;
mod kinds;
mod languages;
mod languages_followed;
mod large_text;
mod lateness;
mod lifetimes;
mod listening;
mod loading;
mod many_rows;
mod own_data;
mod panels;
mod patterns;
mod phones;
mod picture_first;
mod place_languages;
mod promises;
mod reading;
mod right_to_left;
mod served_site;
mod soak;
mod speed;
mod stopping;
mod strange_calls;
mod strange_pages;
mod survival;
mod tiers;
mod time;
mod twins;
mod units;
mod values;
mod walking;
mod whole_texts;
mod without_network;
mod workbooks;
