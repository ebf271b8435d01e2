//! A tree of nodes as HTML text, with everything that is text escaped.

use migration_widget::explorer::{Child, Node};
use migration_widget::model::{escape, is_web_address};

/// Elements that hold nothing and have no end tag.
const VOID: [&str; 5] = ["br", "img", "link", "meta", "source"];

/// A whole document.
pub fn document(root: &Node) -> String {
    let mut out = String::from("<!doctype html>\n");
    write(&mut out, root);
    out.push('\n');
    out
}

/// A piece of a document.
pub fn fragment(node: &Node) -> String {
    let mut out = String::new();
    write(&mut out, node);
    out
}

fn write(out: &mut String, node: &Node) {
    out.push('<');
    out.push_str(node.name);
    for (name, value) in &node.attributes {
        // A link that leaves the site leads to http(s), or nowhere.
        if *name == "href" && is_foreign(value) && !is_web_address(value) {
            continue;
        }
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(out, value, true);
        out.push('"');
    }
    out.push('>');
    if VOID.contains(&node.name) {
        return;
    }
    for child in &node.children {
        match child {
            Child::Node(node) => write(out, node),
            Child::Text(text) => escape(out, text, true),
        }
    }
    out.push_str("</");
    out.push_str(node.name);
    out.push('>');
    // For people who look at the source, and for `diff`; nothing here is set inline with white space between.
    if matches!(node.name, "head" | "title" | "tr" | "p" | "h1" | "h2" | "h3" | "li" | "dd" | "section") {
        out.push('\n');
    }
}

/// Whether an address names a scheme: `data:,` for the icon that is not there is the site's own.
fn is_foreign(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    scheme.contains(':') && address != "data:,"
}

#[cfg(test)]
mod tests {
    use migration_widget::explorer::el;

    use super::*;

    #[test]
    fn text_and_attributes_never_become_markup() {
        let node = el("p").set("title", "a\"><script>").text("<b> & \u{0}");
        assert_eq!(
            document(&node),
            "<!doctype html>\n<p title=\"a&quot;&gt;&lt;script&gt;\">&lt;b&gt; &amp; </p>\n\n"
        );
    }

    #[test]
    fn only_web_addresses_leave_the_site() {
        let link = |address: &str| document(&el("a").set("href", address).text("x")).contains("href");
        assert!(link("https://example.org/") && link("../frame.html?y=a:b") && link("data:,"));
        assert!(!link("javascript:alert(1)") && !link("data:text/html,x"));
    }

    #[test]
    fn empty_elements_have_no_end_tag() {
        assert_eq!(document(&el("img").set("alt", "")), "<!doctype html>\n<img alt=\"\">\n");
    }
}
