//! Where each publisher's file is got, and which reference files it becomes.
#![cfg_attr(
    not(feature = "xtask"),
    allow(dead_code, reason = "without `xtask` the package alone is described")
)]

use super::sources::{
    CBP, GUATEMALA, HONDURAS, IDMC, MEXICO, MIGRANT_STOCK, MISSING_MIGRANTS, PANAMA, POPULATION_PROJECTION,
    POPULATION_PROSPECTS, SourceSpec, UNHCR, UNRWA,
};
use super::{applications, displacement};

/// One file of a publisher.
pub struct Feed {
    /// Its name in records and messages, e.g. `unhcr-population`.
    pub id: &'static str,
    /// The datasets that are made of it.
    pub datasets: &'static [&'static str],
    /// Where it is described, and under which terms; several where it holds what stands apart in the datasets.
    pub sources: &'static [SourceSpec<'static>],
    /// How it is got.
    pub way: Way,
    /// What stands in it.
    pub layout: Layout,
    /// The reference files that it becomes.
    pub writes: &'static [&'static str],
}

/// How a file is got.
pub enum Way {
    /// From this address.
    File(&'static str),
    /// From an interface that answers page by page; `&page=` is put behind the address.
    Pages(&'static str),
    /// From the first link of a page whose address has all of `with` and ends with one of `ends`, since the publisher gives
    /// each edition an address of its own.
    Link { page: &'static str, with: &'static [&'static str], ends: &'static [&'static str] },
    /// By a person: the publisher has a dashboard or a document alone.
    ByHand { page: &'static str, how: &'static str },
}

/// What stands in a file.
#[derive(Clone, Copy, PartialEq)]
pub enum Layout {
    /// Answers of UNHCR's interface, of which these columns are taken.
    Unhcr(&'static [&'static str]),
    /// Months across, nationalities down, in Spanish, of one year.
    Darien,
    /// US CBP's table by area of responsibility.
    Encounters,
    /// IOM's list of incidents.
    Incidents,
    /// UN DESA's sheet by origin and destination.
    MigrantStock,
    /// UN DESA's demographic indicators.
    Population,
    /// The reference file itself.
    Reference,
}

const DISPLACEMENT: &[&str] = &["displacement-world", "displacement-americas", "venezuelans-abroad"];
const SHEETS: &[&str] = &[".xlsx", ".xls", ".ods", ".csv"];

/// Every file there is, in the order in which they are got.
pub const FEEDS: [Feed; 13] = [
    Feed {
        id: "unhcr-population",
        datasets: DISPLACEMENT,
        sources: &[UNHCR],
        way: Way::Pages(
            "https://api.unhcr.org/population/v1/population/?limit=10000&yearFrom=1951&coo_all=true&coa_all=true",
        ),
        layout: Layout::Unhcr(&displacement::COLUMNS),
        writes: &["unhcr/population.csv"],
    },
    Feed {
        id: "unhcr-unrwa",
        datasets: &["displacement-world"],
        sources: &[UNRWA],
        way: Way::Pages(
            "https://api.unhcr.org/population/v1/unrwa/?limit=10000&yearFrom=1951&coo_all=true&coa_all=true",
        ),
        layout: Layout::Unhcr(&displacement::TOTAL_COLUMNS),
        writes: &["unhcr/unrwa.csv"],
    },
    Feed {
        id: "unhcr-idmc",
        datasets: &["displacement-world"],
        sources: &[IDMC],
        way: Way::Pages(
            "https://api.unhcr.org/population/v1/idmc/?limit=10000&yearFrom=1989&coo_all=true&coa_all=true",
        ),
        layout: Layout::Unhcr(&displacement::TOTAL_COLUMNS),
        writes: &["unhcr/idmc.csv"],
    },
    Feed {
        id: "unhcr-asylum-applications",
        datasets: &["asylum-applications-americas"],
        sources: &[UNHCR],
        way: Way::Pages(
            "https://api.unhcr.org/population/v1/asylum-applications/?limit=10000&yearFrom=2000&coo_all=true&coa_all=true",
        ),
        layout: Layout::Unhcr(&applications::COLUMNS),
        writes: &["unhcr/asylum_applications.csv"],
    },
    Feed {
        id: "panama-darien",
        datasets: &["darien-crossings", "darien-crossings-annual"],
        sources: &[PANAMA],
        way: Way::Link { page: PANAMA.path, with: &["darien"], ends: SHEETS },
        layout: Layout::Darien,
        writes: &["darien/darien_by_nationality_month.csv"],
    },
    Feed {
        id: "panama-darien-age-sex",
        datasets: &["darien-crossings-age-sex"],
        sources: &[PANAMA],
        way: Way::ByHand { page: PANAMA.path, how: "its table by sex and age is a document, typed in" },
        layout: Layout::Reference,
        writes: &["darien/darien_by_sexage_month.csv"],
    },
    Feed {
        id: "cbp-encounters",
        datasets: &["us-southwest-encounters"],
        sources: &[CBP],
        way: Way::Link { page: CBP.path, with: &["nationwide-encounters", "aor"], ends: &[".csv"] },
        layout: Layout::Encounters,
        writes: &["us_cbp/southwest_encounters.csv"],
    },
    Feed {
        id: "iom-missing-migrants",
        datasets: &["missing-migrants-americas"],
        sources: &[MISSING_MIGRANTS],
        way: Way::File(
            "https://missingmigrants.iom.int/sites/g/files/tmzbdl601/files/report-migrant-incident/Missing_Migrants_Global_Figures_allData.csv",
        ),
        layout: Layout::Incidents,
        writes: &["iom_missing_migrants/incidents.csv"],
    },
    Feed {
        id: "desa-migrant-stock",
        datasets: &["migrant-stock-americas"],
        sources: &[MIGRANT_STOCK],
        way: Way::File(
            "https://www.un.org/development/desa/pd/sites/www.un.org.development.desa.pd/files/undesa_pd_2024_ims_stock_by_sex_destination_and_origin.xlsx",
        ),
        layout: Layout::MigrantStock,
        writes: &["un_desa/undesa_stocks_2024rev.csv"],
    },
    Feed {
        id: "desa-population",
        datasets: &["population"],
        sources: &[POPULATION_PROSPECTS, POPULATION_PROJECTION],
        way: Way::File(
            "https://population.un.org/wpp/assets/Excel%20Files/1_Indicator%20(Standard)/CSV_FILES/WPP2024_Demographic_Indicators_Medium.csv.gz",
        ),
        layout: Layout::Population,
        writes: &["population/wpp2024.csv", "population/wpp2024_medium_2024_2030.csv"],
    },
    Feed {
        id: "honduras-entries",
        datasets: &["irregular-entries"],
        sources: &[HONDURAS],
        way: Way::ByHand { page: HONDURAS.path, how: "a dashboard without a download, read by a person" },
        layout: Layout::Reference,
        writes: &["irregular_entries/irreg_honduras_nat.csv"],
    },
    Feed {
        id: "mexico-entries",
        datasets: &["irregular-entries"],
        sources: &[MEXICO],
        way: Way::ByHand { page: MEXICO.path, how: "a workbook a year, table 3.1.1, whose address changes" },
        layout: Layout::Reference,
        writes: &["irregular_entries/irreg_mexico_nat.csv"],
    },
    Feed {
        id: "guatemala-returns",
        datasets: &["guatemala-returns"],
        sources: &[GUATEMALA],
        way: Way::ByHand { page: GUATEMALA.path, how: "reports as documents, typed in" },
        layout: Layout::Reference,
        writes: &["irregular_entries/irreg_guatemala.csv"],
    },
];

/// The files that a dataset is made of.
pub fn of_dataset(id: &str) -> impl Iterator<Item = &'static Feed> {
    FEEDS.iter().filter(move |feed| feed.datasets.contains(&id))
}

impl Feed {
    /// The address that is asked first.
    pub fn address(&self) -> &'static str {
        match self.way {
            Way::File(address) | Way::Pages(address) => address,
            Way::Link { page, .. } | Way::ByHand { page, .. } => page,
        }
    }

    /// Where it is described first.
    pub fn source(&self) -> &'static SourceSpec<'static> {
        // Each has one: a test holds it.
        self.sources.first().unwrap_or(&UNHCR)
    }

    /// Whether a program can get it.
    pub fn is_got(&self) -> bool {
        !matches!(self.way, Way::ByHand { .. })
    }
}
