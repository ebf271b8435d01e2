//! The plugin in WordPress itself: its own pipeline, without a database, prints the posts of `tests/hosts/wordpress`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::json;

use super::{QUARTER, TWO_MONTHS};
use crate::browsing;
use crate::builder;
use crate::harness::{Reader, TestSite, Window, skip};

/// The box that the plugin reserves for a chart.
const BOX: &str = r#"style="display:block;aspect-ratio:16/10;min-height:30rem;max-width:100%""#;

pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// WordPress's folder, unless it or PHP could not be had.
pub(super) fn wordpress() -> Option<PathBuf> {
    let folder = std::env::var_os(browsing::WORDPRESS).map(PathBuf::from);
    if folder.is_none() {
        skip("there is no WordPress: it or PHP could not be had, or the filter has no `host`");
    }
    folder
}

/// What PHP prints; its warnings are printed too, so no expectation holds beside one.
pub(super) fn php(arguments: &[&Path], input: &str) -> String {
    let mut command = Command::new("php");
    command.args(arguments).current_dir(root()).stdin(Stdio::piped());
    let mut running = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("PHP starts");
    // It reads all before it prints; one that only looks at a file may be gone by now.
    let _ = running.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let output = running.wait_with_output().expect("PHP ends");
    let printed = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{printed}");
    printed
}

/// A post of `tests/hosts/wordpress`.
fn post(name: &str) -> String {
    std::fs::read_to_string(root().join("tests/hosts/wordpress").join(name)).expect("a post")
}

/// A post as its readers get it.
pub(super) fn rendered(wordpress: &Path, post: &str, role: &str) -> String {
    let render = root().join("tests/hosts/wordpress/render.php");
    php(&[&render, wordpress, &root().join("target/wordpress"), Path::new(role)], post)
}

/// The page of WordPress's own block editor with a post in it.
pub(super) fn editor(wordpress: &Path, post: &str) -> String {
    let editor = root().join("tests/hosts/wordpress/editor.php");
    php(&[&editor, wordpress, &root().join("target/wordpress")], post)
}

#[test]
fn php_finds_nothing_wrong_with_the_plugin() {
    if wordpress().is_none() {
        return;
    }
    let plugin = root().join("www/wordpress/migration-widget.php");
    assert!(php(&[Path::new("-l"), &plugin], "").starts_with("No syntax errors"));
}

#[test]
fn the_zip_that_is_uploaded_holds_the_plugin_with_its_site() {
    if wordpress().is_none() {
        return;
    }
    let plugins = root().join("target/wordpress");
    let zip = plugins.join(format!("migration-widget-{}.zip", env!("CARGO_PKG_VERSION")));
    let listed = php(&[&root().join("tests/hosts/wordpress/unzip.php"), &zip, &plugins], "");
    for file in [
        "migration-widget.php",
        "block.js",
        "chart/block.json",
        "dist/embed.js",
        "dist/data/datapackage.json",
    ] {
        assert!(listed.contains(&format!("migration-widget/{file} same\n")), "{file}: {listed}");
    }
    assert!(!listed.contains(" other"), "{listed}");
}

#[test]
fn blocks_and_shortcodes_are_printed_as_elements_with_what_stands_inside() {
    let Some(wordpress) = wordpress() else { return };
    let printed = rendered(&wordpress, &post("post.html"), "editor");
    for expected in [
        &format!(
            r#"<migration-chart dataset="darien-crossings" kind="line" from="2023-01" to="2023-03" heading="The &quot;first&quot; &lt;quarter&gt;" {BOX} class="alignwide wp-block-migration-widget-chart"><p>In early 2023, <strong>87,390</strong> people crossed.</p></migration-chart>"#
        ),
        &format!(
            r#"<migration-chart dataset="darien-crossings" filter="month&gt;=2023-01" from="2023-01" to="2023-02" linked="" {BOX}>January and February</migration-chart>"#
        ),
        r#"<pillar-explorer pillar="2" style="display:block;height:44rem;max-width:100%" class="wp-block-migration-widget-explorer"></pillar-explorer>"#,
        "<p>Below stands another.</p>",
    ] {
        assert!(printed.contains(expected), "{expected}\n{printed}");
    }
    let scripts: Vec<&str> = printed.lines().filter(|line| line.contains("<script")).collect();
    assert_eq!(
        scripts,
        ["<script async data-cfasync=\"false\" data-no-optimize=\"1\" type='text/javascript' \
             src='/wp-content/plugins/migration-widget/dist/embed.js?ver=0.1.0' id='migration-widget-js'></script>"],
        "once, from the plugin's own folder"
    );
}

#[test]
fn a_feed_has_what_is_shown_without_the_chart() {
    let Some(wordpress) = wordpress() else { return };
    let printed = rendered(&wordpress, &post("post.html"), "feed");
    assert!(printed.contains("<p>In early 2023, <strong>87,390</strong> people crossed.</p>"), "{printed}");
    assert!(!printed.contains("<migration-chart") && !printed.contains("<script"), "{printed}");
}

#[test]
fn what_an_author_pastes_is_filtered_and_the_shortcode_alone_survives() {
    let Some(wordpress) = wordpress() else { return };
    let printed = rendered(&wordpress, &post("pasted.html"), "author");
    let chart = format!(
        r#"<migration-chart dataset="darien-crossings" kind="line" {BOX}>In 2023, 520,085 people crossed.</migration-chart>"#
    );
    assert_eq!(printed.matches("<migration-chart").count(), 1, "{printed}");
    assert!(printed.contains(&chart), "{printed}");
    assert!(!printed.contains("<iframe") && !printed.contains("example.org"), "{printed}");
    // An editor or administrator may write what they like, unless their site is one of several.
    let printed = rendered(&wordpress, &post("pasted.html"), "editor");
    assert_eq!(printed.matches("<migration-chart").count(), 2, "{printed}");
    assert!(printed.contains(r#"data-widget="migration-chart""#) && printed.contains("<iframe"), "{printed}");
}

#[test]
fn hostile_shortcodes_print_no_script_no_handler_and_no_foreign_scheme() {
    let Some(wordpress) = wordpress() else { return };
    for role in ["author", "editor"] {
        let printed = rendered(&wordpress, &post("hostile.html"), role);
        assert_eq!(printed.matches("<script").count(), 1, "the plugin's own: {printed}");
        for never in [
            "<script>",
            " onmouseover=\"",
            "onerror",
            "onclick",
            "position:fixed",
            "javascript:",
            "script:",
            "data:text",
        ] {
            assert!(!printed.contains(never), "{never}: {printed}");
        }
        // What was not closed ends with its chart.
        assert!(printed.contains(r#"<b>not closed<img src="x"/></b></migration-chart>"#), "{printed}");
        assert!(printed.contains(r#"credit="&lt;b&gt;""#), "{printed}");
        assert!(printed.contains("&quot; onload=alert(1)"), "as text: {printed}");
    }
}

#[test]
fn a_post_shows_its_charts_from_the_plugins_own_folder() {
    let Some(wordpress) = wordpress() else { return };
    let (site, reader) = (TestSite::start(), Reader::new());
    let printed = rendered(&wordpress, &post("post.html"), "editor");
    let head = "<!doctype html><html lang=en><meta charset=utf-8><title>A post</title><body>";
    reader.go(&site.page(&format!("{head}{printed}")));
    reader.wait_for_load("migration-chart");
    assert_eq!(reader.csv_sum("migration-chart", ""), QUARTER);
    assert_eq!(reader.shadow_text("migration-chart", ".title"), "The \"first\" <quarter>");
    reader.eval("document.querySelector('pillar-explorer').scrollIntoView({ behavior: 'instant' })");
    reader.wait_for_load("pillar-explorer");
    assert_eq!(reader.layout_shift(), 0.0, "{}", reader.layout_shifts());
    let inside = site.url("/wp-content/plugins/migration-widget/dist/");
    let outside: Vec<String> =
        reader.requests().into_iter().filter(|url| !url.starts_with(&inside)).collect();
    assert!(
        outside.iter().all(|url| url.ends_with("/test-page-1.html") || url.ends_with("/favicon.ico")),
        "{outside:?}"
    );
    assert_eq!(reader.eval("return document.cookie"), json!(""));
    reader.assert_silent();
}

#[test]
fn the_block_editor_shows_the_chart_and_saves_what_was_chosen() {
    let Some(wordpress) = wordpress() else { return };
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1000, height: 900, ..Window::default() }));
    let page = editor(&wordpress, &post("post.html"));
    reader.go(&site.page(&page));
    reader.wait_for_load("migration-chart");
    assert_eq!(reader.csv_sum("migration-chart", ""), QUARTER);
    assert_eq!(
        reader.text("#editor migration-chart ~ *, #editor .block-editor-inner-blocks").trim(),
        "In early 2023, 87,390 people crossed."
    );
    // The block is chosen, its panel opens, and the author asks for two months.
    reader.eval("wp.data.dispatch('core/block-editor').selectBlock(wp.data.select('core/block-editor').getBlocks()[1].clientId)");
    let chosen = "const input = [...document.querySelectorAll('.block-editor-block-inspector .components-text-control__input')]
            .find((input) => input.labels[0].textContent === 'to');
        input?.select();
        input?.focus();
        return Boolean(input)";
    reader.wait_until("the panel", chosen);
    reader.type_text("2023-02");
    reader.wait_for_sum("migration-chart", TWO_MONTHS);
    let saved = reader.eval_text("return saved()");
    assert!(
        saved.contains(r#"<!-- wp:migration-widget/chart {"dataset":"darien-crossings","kind":"line","from":"2023-01","to":"2023-02","heading":"The \u0022first\u0022 \u003cquarter\u003e","align":"wide"} -->"#),
        "{saved}"
    );
    assert!(saved.contains("<p>In early 2023, <strong>87,390</strong> people crossed.</p>"), "{saved}");
    assert_eq!(reader.events("error", "migration-chart"), Vec::<serde_json::Value>::new());
}

#[test]
fn the_builders_shortcode_keeps_its_figures_in_an_authors_post() {
    let Some(wordpress) = wordpress() else { return };
    let (site, reader) =
        (TestSite::start(), Reader::at(Window { width: 1000, height: 900, ..Window::default() }));
    builder::open(&site, &reader, "#form=wordpress");
    builder::drop_file(
        &reader,
        "own.csv",
        "year,country,people\n2022,Peru,10\n2022,Chile,20\n2023,Peru,30\n2023,Chile,40\n",
    );
    reader.wait_for_sum(builder::PREVIEW, 100.0);
    builder::settled(&reader);
    let code = reader.eval_text("return document.getElementById('snippet').textContent");
    let kept = reader.eval_text("return document.querySelector('#wordpress-kept pre').textContent");
    // As the block editor keeps what is pasted into a block of shortcodes, and one of HTML.
    for block in ["shortcode", "html"] {
        let post = format!("<!-- wp:{block} -->\n{code}\n<!-- /wp:{block} -->\n");
        // An author, whose scripts, drawings and styles WordPress takes away.
        let printed = rendered(&wordpress, &post, "author");
        for told in
            ["series=\"country\"", "y=\"people\"", "<td>CHL</td>", "<td>40</td>", "<caption>People</caption>"]
        {
            assert!(printed.contains(told) && kept.contains(told), "{told}\n{printed}\n{kept}");
        }
        let head = "<!doctype html><html lang=en><meta charset=utf-8><title>A post</title><body>";
        reader.go(&site.page(&format!("{head}{printed}")));
        reader.wait_for_load("migration-chart");
        assert_eq!(reader.csv_sum("migration-chart", ""), 100.0, "{block}");
    }
}
