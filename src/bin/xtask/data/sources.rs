//! Where the figures come from: publisher, dataset, edition, date and terms of use, once each.

use serde::Serialize;

/// A `sources` entry of the data package.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceSpec {
    pub title: &'static str,
    pub publisher: &'static str,
    pub path: &'static str,
    pub edition: &'static str,
    pub as_of: &'static str,
    pub license: LicenceSpec,
    /// The public repository where the figures were read, at its commit.
    pub via: &'static str,
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
const NONE_STATED: LicenceSpec =
    LicenceSpec { name: "none-stated", title: "Official statistics; no licence stated", path: "" };

const UNHCR_PACKAGE: &str = "https://github.com/PopulationStatistics/refugees/tree/0c16a6d0c2f3";
const GDIDATA: &str = "https://github.com/iom/gdidata/tree/c9e4cc69cebd";

// The date as of which the figures stand is the publisher's where one is stated (Panama: 13 May 2025), else the end of
// the last period covered. Monthly series have no edition of their own: the last month held serves.

pub const UNHCR: SourceSpec = SourceSpec {
    title: "Refugee Population Statistics Database",
    publisher: "UNHCR",
    path: "https://www.unhcr.org/refugee-statistics/",
    edition: "v2025.12.1",
    as_of: "2025-12-31",
    license: CC_BY,
    via: UNHCR_PACKAGE,
};
pub const UNRWA: SourceSpec = SourceSpec {
    title: "Palestine refugees under UNRWA’s mandate, as republished by UNHCR",
    publisher: "UNRWA",
    ..UNHCR
};
pub const IDMC: SourceSpec = SourceSpec {
    title: "Internally displaced people (conflict and violence), as republished by UNHCR",
    publisher: "IDMC",
    license: CC_BY_IGO,
    ..UNHCR
};
pub const PANAMA: SourceSpec = SourceSpec {
    title: "Tránsito irregular por Darién",
    publisher: "Servicio Nacional de Migración, Panamá",
    path: "https://www.migracion.gob.pa/estadisticas/",
    edition: "2025-04",
    as_of: "2025-05-13",
    license: NONE_STATED,
    via: GDIDATA,
};
pub const CBP: SourceSpec = SourceSpec {
    title: "Nationwide Encounters: Southwest Land Border",
    publisher: "US Customs and Border Protection",
    path: "https://www.cbp.gov/document/stats/nationwide-encounters",
    edition: "2025-05",
    as_of: "2025-05-31",
    license: US_GOVERNMENT,
    via: GDIDATA,
};
pub const HONDURAS: SourceSpec = SourceSpec {
    title: "Flujo Migratorio Irregular",
    publisher: "Instituto Nacional de Migración, Honduras",
    path: "https://app.powerbi.com/view?r=eyJrIjoiODNhMGY4MGUtM2NkMy00YTIzLTlmZTAtNmQxZmJiZDhiZjc1IiwidCI6ImUxMWQ5NjIwLTRkM2UtNDEwYi05MTUyLWZkMWNmNmNmNzI5YSJ9",
    edition: "2025-04",
    as_of: "2025-04-30",
    license: NONE_STATED,
    via: GDIDATA,
};
pub const MEXICO: SourceSpec = SourceSpec {
    title: "Boletines Estadísticos",
    publisher: "Unidad de Política Migratoria, México",
    path: "https://portales.segob.gob.mx/es/PoliticaMigratoria/Boletines_Estadisticos",
    ..HONDURAS
};
pub const GUATEMALA: SourceSpec = SourceSpec {
    title: "Informes estadísticos",
    publisher: "Instituto Guatemalteco de Migración",
    path: "https://igm.gob.gt/informes-estadisticos",
    ..HONDURAS
};
pub const MISSING_MIGRANTS: SourceSpec = SourceSpec {
    title: "Missing Migrants Project",
    publisher: "IOM",
    path: "https://missingmigrants.iom.int/downloads",
    edition: "2025-04",
    as_of: "2025-04-30",
    license: CC_BY,
    via: GDIDATA,
};
pub const MIGRANT_STOCK: SourceSpec = SourceSpec {
    title: "International Migrant Stock",
    publisher: "UN DESA",
    path: "https://www.un.org/development/desa/pd/content/international-migrant-stock",
    edition: "2024",
    as_of: "2024-07-01",
    license: CC_BY_3_IGO,
    via: GDIDATA,
};
pub const POPULATION_PROSPECTS: SourceSpec = SourceSpec {
    title: "World Population Prospects",
    publisher: "UN DESA",
    path: "https://population.un.org/wpp/",
    edition: "2024",
    as_of: "2023-07-01",
    license: CC_BY_3_IGO,
    via: GDIDATA,
};
