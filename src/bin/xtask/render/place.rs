//! Where the site will stand, and the addresses in it.

use url::form_urlencoded;

use super::views::View;

/// Attributes that mean nothing to a widget alone on a page.
const ALONE: [&str; 1] = ["linked"];

/// Where the site will stand.
#[derive(Debug, Default, Clone)]
pub struct SiteAddress {
    /// Its address with a slash at its end, if it is known.
    base: Option<String>,
}

impl SiteAddress {
    /// The place of a base address.
    ///
    /// # Errors
    /// A sentence where it is no http(s) address.
    pub fn new(base: Option<&str>) -> Result<SiteAddress, String> {
        let Some(base) = base else { return Ok(SiteAddress::default()) };
        let read = url::Url::parse(base).map_err(|problem| format!("--base {base}: {problem}"))?;
        if !matches!(read.scheme(), "http" | "https") || read.query().is_some() || read.fragment().is_some() {
            return Err(format!("--base {base}: wanted is the http(s) address of the site's folder"));
        }
        let slash = if read.as_str().ends_with('/') { "" } else { "/" };
        Ok(SiteAddress { base: Some(format!("{read}{slash}")) })
    }

    /// Whether addresses can be whole.
    pub fn is_known(&self) -> bool {
        self.base.is_some()
    }

    /// The address of the site, if it is known.
    pub fn home(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// The whole address of a path of the site; relative to the folder of twins where the site's place is not known.
    pub fn at(&self, path: &str) -> String {
        match &self.base {
            Some(base) => format!("{base}{path}"),
            None => self.below(path),
        }
    }

    /// The address of a path of the site from a twin, which lies a folder below it.
    pub fn below(&self, path: &str) -> String {
        path.strip_prefix("static/").map_or_else(|| format!("../{path}"), str::to_owned)
    }

    /// The path and query of a view alone on a page.
    pub fn frame(&self, view: &View, language: &str) -> String {
        let own =
            view.attributes.iter().filter(|(name, _)| !ALONE.contains(&name.as_str()) && name != "lang");
        frame(&view.widget, own.map(|(name, value)| (&**name, &**value)), language)
    }
}

/// The path and query of a widget alone on a page.
pub fn frame<'a>(
    widget: &str,
    attributes: impl Iterator<Item = (&'a str, &'a str)>,
    language: &str,
) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("widget", widget);
    for (name, value) in attributes {
        query.append_pair(name, value);
    }
    query.append_pair("lang", language);
    format!("frame.html?{}", query.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_whole_once_the_base_is_known() {
        let known = SiteAddress::new(Some("https://example.org/widget")).expect("an address");
        assert_eq!(known.at("static/a.en.svg"), "https://example.org/widget/static/a.en.svg");
        assert_eq!(known.below("static/a.en.svg"), "a.en.svg");
        let unknown = SiteAddress::new(None).expect("no address");
        assert_eq!(unknown.at("static/a.en.svg"), "a.en.svg");
        assert_eq!(unknown.at("frame.html?a=b"), "../frame.html?a=b");
    }

    #[test]
    fn a_base_is_a_web_address_of_a_folder() {
        for base in ["example.org", "ftp://example.org/", "https://example.org/?a=b", "javascript:alert(1)"] {
            assert!(SiteAddress::new(Some(base)).is_err(), "{base}");
        }
    }

    #[test]
    fn a_frame_is_asked_with_the_attributes_of_the_view() {
        let attributes = [("linked", ""), ("filter", "coo_iso=VEN,HTI; year>=2015"), ("lang", "fr")];
        let view = View {
            id: "a".into(),
            widget: "migration-chart".into(),
            attributes: attributes.map(|(name, value)| (name.into(), value.into())).to_vec(),
            height: 480,
        };
        assert_eq!(
            SiteAddress::default().frame(&view, "es"),
            "frame.html?widget=migration-chart&filter=coo_iso%3DVEN%2CHTI%3B+year%3E%3D2015&lang=es"
        );
    }
}
