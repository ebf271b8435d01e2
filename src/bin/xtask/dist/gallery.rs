//! The gallery for readers without JavaScript: each chart's twin inside its element.

use crate::render;

/// The gallery's page with a picture and a link in each chart, where scripts are switched off.
///
/// The texts are English, like all that the page says by itself.
pub fn with_twins(page: &str, views: &[render::View]) -> Result<String, String> {
    const END: &str = "</migration-chart>";
    let mut out = String::with_capacity(page.len() * 2);
    let mut rest = page;
    for view in views.iter().filter(|view| view.widget == "migration-chart") {
        let section = format!("<section id=\"{}\">", view.id);
        let end = rest.find(&section).and_then(|from| Some(from + rest.get(from..)?.find(END)?));
        let (before, after) =
            end.and_then(|end| rest.split_at_checked(end)).ok_or_else(|| format!("no chart in {section}"))?;
        let file = format!("static/{}.en", view.id);
        out.push_str(before);
        out.push_str(&format!(
            "<noscript><img src=\"{file}.svg\" alt=\"\" width=\"{}\" loading=\"lazy\"><a href=\"{file}.html\">The figures as a table</a></noscript>",
            render::WIDTH
        ));
        rest = after;
    }
    Ok(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_chart_has_its_twin_and_an_explorer_has_none() {
        let view = |id: &str, widget: &str| render::View {
            id: id.into(),
            widget: widget.into(),
            attributes: Vec::new(),
            height: 480,
        };
        let page = "<section id=\"a\"><migration-chart>A</migration-chart></section>\
                    <section id=\"p\"><pillar-explorer>P</pillar-explorer></section>\
                    <section id=\"b\"><migration-chart>B</migration-chart></section>";
        let views =
            [view("a", "migration-chart"), view("p", "pillar-explorer"), view("b", "migration-chart")];
        let made = with_twins(page, &views).expect("a page");
        assert!(made.contains("A<noscript><img src=\"static/a.en.svg\""), "{made}");
        assert!(made.contains("B<noscript><img src=\"static/b.en.svg\""), "{made}");
        assert_eq!(made.matches("<noscript>").count(), 2);
        assert!(with_twins(page, &[view("c", "migration-chart")]).is_err());
    }
}
