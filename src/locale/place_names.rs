//! What countries are called in the languages of CLDR, without a browser.

use icu_experimental::displaynames::DisplayNamesOptions;
use icu_experimental::displaynames::multi::RegionDisplayNames;
use icu_locale_core::Locale;

use crate::model::country;

/// The names of all countries in a language (a BCP 47 tag), with their alpha-3 codes; empty for one that CLDR lacks.
pub fn place_names(language: &str) -> Vec<(String, &'static str)> {
    let names = language.parse().ok().and_then(|locale: Locale| {
        RegionDisplayNames::try_new((&locale).into(), DisplayNamesOptions::default()).ok()
    });
    let Some(names) = names else { return Vec::new() };
    let name = |iso3| names.of(country::iso2(iso3)?.parse().ok()?).map(|name| (name.to_owned(), iso3));
    country::codes().filter_map(name).collect()
}
