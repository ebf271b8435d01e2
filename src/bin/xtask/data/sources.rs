//! Where the figures come from: publisher, dataset, edition, date and terms of use, once each.

use serde::Serialize;

/// A `sources` entry of the data package.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceSpec<'a> {
    /// The dataset as its publisher calls it, in the publisher's language.
    pub title: &'static str,
    /// The language of the title, a BCP 47 tag.
    pub language: &'static str,
    pub publisher: &'static str,
    pub path: &'static str,
    /// The edition in the publisher's words; empty where it has none.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub edition: &'a str,
    /// The date that the publisher gives its figures, or the day on which a page without one was read.
    pub as_of: &'a str,
    pub license: LicenceSpec,
    /// Who made the copy in which the figures were read; `None` where they were read at the publisher's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<ViaSpec>,
}

/// A copy of what a publisher published.
#[derive(Clone, Copy, Serialize)]
pub struct ViaSpec {
    pub name: &'static str,
    pub path: &'static str,
}

/// Terms of use; a Frictionless licence.
#[derive(Clone, Copy, PartialEq, Serialize)]
pub struct LicenceSpec {
    pub name: &'static str,
    pub title: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub path: &'static str,
}

const CC_BY: LicenceSpec = LicenceSpec {
    name: "CC-BY-4.0",
    title: "Creative Commons Attribution 4.0",
    path: "https://creativecommons.org/licenses/by/4.0/",
};
const CC_BY_3_IGO: LicenceSpec = LicenceSpec {
    name: "CC-BY-3.0-IGO",
    title: "Creative Commons Attribution 3.0 IGO",
    path: "https://creativecommons.org/licenses/by/3.0/igo/",
};
/// As IDMC states it, without a version.
const CC_BY_IGO: LicenceSpec =
    LicenceSpec { name: "CC-BY-IGO", title: "Creative Commons Attribution IGO", path: "" };
const US_GOVERNMENT: LicenceSpec =
    LicenceSpec { name: "us-government-work", title: "US government work", path: "" };
const NOT_STATED: LicenceSpec = LicenceSpec { name: "none-stated", title: "Terms not stated", path: "" };

/// UNHCR's own package of its database.
const UNHCR_PACKAGE: ViaSpec = ViaSpec {
    name: "refugees, UNHCR’s R package",
    path: "https://github.com/PopulationStatistics/refugees/tree/0c16a6d0c2f3",
};
/// Copies cleaned by one person, whom neither IOM nor the publishers endorse, as its own page says.
const GDIDATA: ViaSpec =
    ViaSpec { name: "gdidata (cleaned copy)", path: "https://github.com/iom/gdidata/tree/c9e4cc69cebd" };
const WPP_PACKAGE: ViaSpec =
    ViaSpec { name: "wpp2024, R package", path: "https://github.com/PPgp/wpp2024/tree/2da7768ae64f" };

// Dates are those that the publishers give, as the copies at the commits above note them: of the monthly series the day
// of the last update, of a dashboard without one the day on which it was read. UNHCR's package follows its reports:
// 2025.12 is Global Trends 2025.

pub const UNHCR: SourceSpec<'static> = SourceSpec {
    title: "Refugee Population Statistics Database",
    language: "en",
    publisher: "UNHCR",
    path: "https://www.unhcr.org/refugee-statistics/",
    edition: "Global Trends 2025",
    as_of: "2025-12-31",
    license: CC_BY,
    via: Some(UNHCR_PACKAGE),
};
pub const UNRWA: SourceSpec<'static> = SourceSpec {
    title: "Palestine refugees under UNRWA’s mandate, as republished by UNHCR",
    publisher: "UNRWA",
    ..UNHCR
};
pub const IDMC: SourceSpec<'static> = SourceSpec {
    title: "Internally displaced people (conflict and violence), as republished by UNHCR",
    publisher: "IDMC",
    license: CC_BY_IGO,
    ..UNHCR
};
pub const PANAMA: SourceSpec<'static> = SourceSpec {
    title: "Tránsito irregular por Darién",
    language: "es",
    publisher: "Servicio Nacional de Migración, Panamá",
    path: "https://www.migracion.gob.pa/estadisticas/",
    edition: "",
    as_of: "2025-05-13",
    license: NOT_STATED,
    via: Some(GDIDATA),
};
pub const CBP: SourceSpec<'static> = SourceSpec {
    title: "Nationwide Encounters: Southwest Land Border",
    language: "en",
    publisher: "US Customs and Border Protection",
    path: "https://www.cbp.gov/document/stats/nationwide-encounters",
    edition: "",
    as_of: "2025-06-04",
    license: US_GOVERNMENT,
    via: Some(GDIDATA),
};
pub const HONDURAS: SourceSpec<'static> = SourceSpec {
    title: "Flujo Migratorio Irregular (tablero en Power BI)",
    language: "es",
    publisher: "Instituto Nacional de Migración, Honduras",
    path: "https://app.powerbi.com/view?r=eyJrIjoiODNhMGY4MGUtM2NkMy00YTIzLTlmZTAtNmQxZmJiZDhiZjc1IiwidCI6ImUxMWQ5NjIwLTRkM2UtNDEwYi05MTUyLWZkMWNmNmNmNzI5YSJ9",
    edition: "",
    as_of: "2025-06-19",
    license: NOT_STATED,
    via: Some(GDIDATA),
};
pub const MEXICO: SourceSpec<'static> = SourceSpec {
    title: "Boletines Estadísticos, cuadro 3.1.1",
    publisher: "Unidad de Política Migratoria, México",
    path: "https://portales.segob.gob.mx/es/PoliticaMigratoria/Boletines_Estadisticos",
    as_of: "2025-06-11",
    ..HONDURAS
};
pub const GUATEMALA: SourceSpec<'static> = SourceSpec {
    title: "Informes estadísticos",
    publisher: "Instituto Guatemalteco de Migración",
    path: "https://igm.gob.gt/informes-estadisticos",
    as_of: "2025-06-18",
    ..HONDURAS
};
pub const MISSING_MIGRANTS: SourceSpec<'static> = SourceSpec {
    title: "Missing Migrants Project",
    language: "en",
    publisher: "IOM",
    path: "https://missingmigrants.iom.int/downloads",
    edition: "",
    as_of: "2025-06-04",
    license: CC_BY,
    via: Some(GDIDATA),
};
pub const MIGRANT_STOCK: SourceSpec<'static> = SourceSpec {
    title: "International Migrant Stock 2024",
    language: "en",
    publisher: "UN DESA",
    path: "https://www.un.org/development/desa/pd/content/international-migrant-stock",
    edition: "",
    as_of: "2025-01-27",
    license: CC_BY_3_IGO,
    via: Some(GDIDATA),
};
pub const POPULATION_PROSPECTS: SourceSpec<'static> = SourceSpec {
    title: "World Population Prospects 2024, estimates",
    path: "https://population.un.org/wpp/",
    as_of: "2024-07-11",
    ..MIGRANT_STOCK
};
/// Worked out for 1 July from the end of each year: see the note of the dataset.
pub const POPULATION_PROJECTION: SourceSpec<'static> = SourceSpec {
    title: "World Population Prospects 2024, medium projection",
    via: Some(WPP_PACKAGE),
    ..POPULATION_PROSPECTS
};
