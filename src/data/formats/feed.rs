//! A document of a feed: what stands in it beside its rows, such as the number of its page or why there are no rows.

use crate::model::cut_at;

/// What stands in a JSON document.
pub(in crate::data) struct Feed<'a> {
    /// The names of its rows' columns; none without rows.
    pub(in crate::data) names: &'a [String],
    /// Path and value of each scalar beside the rows.
    pub(in crate::data) facts: &'a [(String, String)],
    /// Lists of scalars by their names.
    pub(in crate::data) lists: &'a [(String, Vec<String>)],
}

impl Feed<'_> {
    /// Whether its rows have a column of this name.
    pub(in crate::data) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// The first value at one of these paths.
    fn fact(&self, paths: &[&str]) -> Option<&str> {
        let found = self.facts.iter().find(|(path, _)| paths.contains(&path.as_str()));
        found.map(|(_, value)| value.as_str())
    }

    /// The number of the page after this one, where it says that there is one.
    pub(in crate::data) fn page_after(&self) -> Option<usize> {
        let number = |paths: &[&str]| self.fact(paths)?.parse::<usize>().ok();
        let page = number(&["page", "meta.page", "currentPage"])?;
        let pages = number(&["maxPages", "max_pages", "pages", "totalPages", "meta.maxPages", "meta.pages"])?;
        (page < pages).then_some(page + 1)
    }

    /// Whether it says that there are more rows than these.
    pub(in crate::data) fn has_more_than(&self, rows: usize) -> bool {
        const NEXT: [&str; 6] =
            ["next", "@odata.nextLink", "odata.nextLink", "nextLink", "__next", "next_page_url"];
        const TOTALS: [&str; 8] = [
            "total_count",
            "totalCount",
            "nhits",
            "numFound",
            "@odata.count",
            "odata.count",
            "recordsTotal",
            "totalElements",
        ];
        let asks_for_part = self.facts.iter().any(|(path, _)| {
            let last = path.rsplit('.').next().unwrap_or_default();
            matches!(last, "limit" | "offset" | "per_page" | "pageSize" | "resource_id" | "success")
        });
        self.facts.iter().any(|(path, value)| {
            let last = match cut_at(path, "@odata").or_else(|| cut_at(path, "odata.")) {
                Some((before, _)) => path.get(before.len()..).unwrap_or_default(),
                None => path.rsplit('.').next().unwrap_or_default(),
            };
            // CKAN links to a page after the last one, too.
            let is_next = NEXT.contains(&last) && !value.is_empty() && !path.starts_with("result._links");
            let is_total = TOTALS.contains(&last) || (last == "total" && asks_for_part);
            is_next
                || (is_total && value.parse::<usize>().is_ok_and(|total| total > rows))
                || (last == "exceededTransferLimit" && value == "true")
        })
    }

    /// Whether it says of itself that the question could not be answered.
    pub(in crate::data) fn has_failed(&self) -> bool {
        let is_said = |(path, value): &&(String, String)| {
            matches!(path.as_str(), "isSuccess" | "success") && !value.is_empty()
        };
        self.facts.iter().find(is_said).is_some_and(|(_, value)| value == "false")
    }

    /// The sentence of a feed that answers a faulty question with HTTP 200, by what such sentences are called.
    pub(in crate::data) fn sentence(&self) -> Option<String> {
        if !self.names.is_empty() && !self.has_failed() {
            return None;
        }
        // The last name of its path says what a fact is.
        let says = |wanted: &str| {
            let of = |path: &str| path.rsplit('.').next() == Some(wanted);
            let found = self.facts.iter().find(|(path, value)| of(path) && !value.is_empty());
            found.map(|(_, value)| value.clone())
        };
        ["message", "error", "errorMessage", "detail", "errors", "value"].into_iter().find_map(says)
    }
}
