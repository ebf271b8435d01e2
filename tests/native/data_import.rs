//! `cargo xtask data` on small reference files: a few real rows of each, in `tests/fixtures/reference`.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../../src/bin/xtask/data/mod.rs"]
pub mod import;

use import::{derive, run};

pub const MESSAGES: &str = include_str!("../../www/locales/en.json");

pub fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reference")
}

/// A fresh folder below the build's own for one test.
pub fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("data_import").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The derived file `path` of the good fixture.
fn derived(path: &str) -> String {
    let outputs = derive(&fixture(), MESSAGES).unwrap();
    let output = outputs.into_iter().find(|output| output.path == path);
    String::from_utf8(output.unwrap_or_else(|| panic!("{path} was not derived")).bytes).unwrap()
}

#[test]
fn each_table_says_what_its_reference_rows_say() {
    for (path, expected) in [
        // 2018 and 2019 are annual values dated 1 January: they never come among the months.
        (
            "www/data/darien-crossings.csv",
            "month,nationality,crossings\n2020-06,HTI,111\n2023-02,HTI,6522\n2023-01,VEN,2337\n2023-02,VEN,7097\n",
        ),
        (
            "www/data/darien-crossings-annual.csv",
            "year,nationality,crossings\n2018,CUB,329\n2019,HTI,10490\n",
        ),
        // "Men" of 2022 are of any age.
        (
            "www/data/darien-crossings-age-sex.csv",
            "month,sex,age_group,crossings\n2022-12,female,all,6723\n2022-12,male,all,13574\n\
             2023-01,female,adult,6047\n2023-01,male,adult,13570\n2023-01,female,child,2394\n2023-01,male,child,2623\n",
        ),
        // 2022: 1,381 Venezuelan and 814,715 Syrian refugees. 1952 lies before the first year.
        (
            "www/data/displacement-world.csv",
            "year,category,people\n1990,refugees,27\n2004,refugees,6760\n2010,refugees,18487\n2015,refugees,21508\n\
             2019,refugees,15698\n2021,refugees,89\n2022,refugees,816096\n2022,unrwa,487282\n2004,asylum_seekers,16047\n\
             2010,asylum_seekers,199\n2015,asylum_seekers,4956\n2019,asylum_seekers,19061\n\
             2022,asylum_seekers,22345\n2022,oip,2453862\n1990,idps_idmc,21300000\n2022,idps_idmc,4766000\n",
        ),
        // The Syrian row touches the Americas with neither end.
        (
            "www/data/displacement-americas-pairs-2022-2025.csv",
            "year,coo_iso,coa_iso,category,people\n2022,VEN,COL,refugees,1381\n2022,VEN,COL,asylum_seekers,22345\n\
             2022,VEN,COL,oip,2453862\n2022,COL,COL,idps,6834492\n2022,COL,COL,ooc,516000\n2022,COL,COL,hst,1102358\n",
        ),
        // Colombia reported no Venezuelans in 2021: zero, and no row. Panama reported nothing in 2022: unknown.
        (
            "www/data/venezuelans-abroad.csv",
            "year,coa_iso,category,people\n2022,COL,refugees,1381\n2021,PAN,refugees,52\n2022,PAN,refugees,\n\
             2022,COL,asylum_seekers,22345\n2022,PAN,asylum_seekers,\n2022,COL,oip,2453862\n2022,PAN,oip,\n",
        ),
        // No nationality before October 2019; the old and the new name of unaccompanied children are one group.
        (
            "www/data/us-southwest-encounters.csv",
            "month,nationality,demographic,encounters\n2019-10,GTM,family-units,23\n2017-10,UNK,family-units,4836\n\
             2020-09,MEX,unaccompanied-children,6\n2022-12,VEN,unaccompanied-children,12\n",
        ),
        // Two rows of one month and code are two names of the source: added. Stateless is `XXA` here. Haitians, whom the
        // file of Mexico does not name in 2024, are unknown in that year.
        (
            "www/data/irregular-entries.csv",
            "month,country,nationality,entries\n2023-03,HND,HTI,2991\n2024-09,HND,OOO,3\n2023-03,HND,VEN,9112\n\
             2024-09,HND,XXA,1\n2023-03,MEX,HTI,3704\n2024-01,MEX,HTI,\n2024-02,MEX,HTI,\n2024-03,MEX,HTI,\n\
             2024-04,MEX,HTI,\n2024-05,MEX,HTI,\n2024-06,MEX,HTI,\n2024-07,MEX,HTI,\n2024-08,MEX,HTI,\n\
             2024-09,MEX,HTI,\n2024-10,MEX,HTI,\n2024-11,MEX,HTI,\n2024-12,MEX,HTI,\n2023-03,MEX,VEN,9116\n\
             2024-01,MEX,VEN,45\n",
        ),
        (
            "www/data/guatemala-returns.csv",
            "month,returned_from,sex,age_group,returns\n2023-12,MEX,male,adult,18\n2024-01,UNK,male,adult,4064\n\
             2023-12,USA,male,adult,3146\n",
        ),
        (
            "www/data/missing-migrants-americas.csv",
            "month,route,cause,deaths\n2015-06,central-american,drowning,5\n2022-03,central-american,several,4\n\
             2014-01,central-american,unknown,1\n",
        ),
        // 1,473,294 women and 1,431,579 men.
        (
            "www/data/migrant-stock-americas-pairs-2020-2024.csv",
            "year,origin,destination,migrants\n2024,AFG,MEX,900\n2024,VEN,COL,2904873\n",
        ),
        // Appeals (AR) are no new applications; persons and cases stay apart, and what was not counted stays empty.
        (
            "www/data/asylum-applications-americas-pairs-2015-2025.csv",
            "year,coo_iso,coa_iso,applications,cases\n2023,VEN,LBN,3892,\n2023,HTI,MEX,44239,\n\
             2020,VEN,USA,4228,19302\n2023,VEN,USA,121159,\n",
        ),
        // Lebanon reported in 2022, and nobody from the Americas: zero. Mexico reported nothing in 2020: no row, unknown.
        (
            "www/data/asylum-applications-americas-by-asylum.csv",
            "year,coa_iso,applications,cases\n2022,LBN,0,\n2023,LBN,3892,\n2023,MEX,44239,\n2000,USA,,4257\n2020,USA,4228,19302\n2023,USA,121159,\n",
        ),
        // Estimates, and from 2024 the medium projection.
        (
            "www/data/population.csv",
            "year,iso3,population\n2023,PAN,4458759\n2023,VEN,28300861\n2024,PAN,4515577\n2024,VEN,28405543\n",
        ),
    ] {
        assert_eq!(derived(path), expected, "{path}");
    }
}

#[test]
fn a_reference_file_that_changes_meaning_stops_the_import_with_its_place() {
    for (name, file, good, bad, sentence) in [
        (
            "header",
            "darien/darien_by_nationality_month.csv",
            "t,q,nat,n",
            "t,q,nat,count",
            "darien/darien_by_nationality_month.csv, line 1, column 4: the header changed: expected `n`, found `count`",
        ),
        (
            "header-grows",
            "population/wpp2024.csv",
            "iso3,year,population",
            "iso3,year,population,sex",
            "population/wpp2024.csv, line 1, column 4: the header changed: expected nothing, found `sex`",
        ),
        (
            "figure",
            "darien/darien_by_nationality_month.csv",
            "2023-02-01,2023-01-01,VEN,7097",
            "2023-02-01,2023-01-01,VEN,7.1e3",
            "darien/darien_by_nationality_month.csv, line 6, column `n`: expected a whole number, found `7.1e3`",
        ),
        (
            "dash",
            "unhcr/population.csv",
            "COL,COL,1381,22345",
            "COL,COL,-,22345",
            "unhcr/population.csv, line 8, column `refugees`: expected a whole number, found `-`",
        ),
        (
            "day",
            "irregular_entries/irreg_mexico_nat.csv",
            "2023-03-01,VEN",
            "2023-03-02,VEN",
            "irregular_entries/irreg_mexico_nat.csv, line 3, column `t`: expected the first day of a month \
             (2020-01-01), found `2023-03-02`",
        ),
        (
            "annual-month",
            "darien/darien_by_nationality_month.csv",
            "2018-01-01,2018-01-01",
            "2018-02-01,2018-01-01",
            "darien/darien_by_nationality_month.csv, line 2, column `t`: `2018-02`: until 2019 only one value a year, \
             of 1 January, is known",
        ),
        (
            "demographic",
            "us_cbp/southwest_encounters.csv",
            "Apprehensions,FMUA",
            "Apprehensions,Families",
            "us_cbp/southwest_encounters.csv, line 2, column `demog`: `Families` is new: known are `Single Adults`, \
             `FMUA`, `UAC`, `UC / Single Minors`, `Accompanied Minors`",
        ),
        (
            "nationality",
            "us_cbp/southwest_encounters.csv",
            "FMUA,GTM,23",
            "FMUA,,23",
            "us_cbp/southwest_encounters.csv, line 3, column `nat`: a nationality is expected from October 2019 on",
        ),
        (
            "cases",
            "unhcr/asylum_applications.csv",
            "N,FI,P,44239",
            "N,FI,H,44239",
            "column `app_pc`: `H` is new: known are `P`, `C`",
        ),
        (
            "unhcr-code",
            "unhcr/population.csv",
            "VEN,VEN,Colombia,COL,COL",
            "VEN,VEN,Colombia,COL,CLB",
            "unhcr/population.csv, line 8, column `coa_iso`: `CLB` is not a known country code",
        ),
        (
            "children-in-2022",
            "darien/darien_by_sexage_month.csv",
            "2022-12-01,2022-10-01,women",
            "2022-12-01,2022-10-01,girls",
            "darien/darien_by_sexage_month.csv, line 3, column `demog`: children are told apart from 2023 only: has the \
             definition changed?",
        ),
        (
            "twice",
            "population/wpp2024.csv",
            "VEN,1950",
            "PAN,1950",
            "population/wpp2024.csv, line 4, column `year`: the same iso3, year as in line 2",
        ),
        (
            "projected-too-early",
            "population/wpp2024_medium_2024_2030.csv",
            "PAN,2024",
            "PAN,2022",
            "population/wpp2024_medium_2024_2030.csv, line 2, column `year`: estimates are known to end with 2023, and \
             the projection to start there",
        ),
        (
            "ragged",
            "unhcr/idmc.csv",
            "COL,COL,4766000",
            "COL,4766000",
            "unhcr/idmc.csv, line 3: not a row of 8 cells",
        ),
        (
            "cause",
            "iom_missing_migrants/incidents.csv",
            "\"Drowning,Sickness / lack of access to adequate healthcare\"",
            "\"Drowning,Thirst\"",
            "iom_missing_migrants/incidents.csv, line 5, column `cause`: `Drowning,Thirst` is a new cause",
        ),
        (
            "region",
            "countries/countrynames_gdidata.csv",
            "Panama,0,19,Americas",
            "Panama,0,19,America",
            "column `region`: `America` is not one of the UN's five regions",
        ),
    ] {
        let folder = fresh(&format!("broken-{name}"));
        copy(&fixture(), &folder);
        let path = folder.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(good).count(), 1, "{name}: the fixture has `{good}` once");
        fs::write(&path, text.replace(good, bad)).unwrap();
        let problem = derive(&folder, MESSAGES).err().unwrap_or_else(|| panic!("{name}: was not refused"));
        assert!(problem.contains(sentence), "{name}: {problem}");
        assert!(problem.starts_with(file), "{name}: {problem}");
    }
}

#[test]
fn a_missing_reference_file_is_named() {
    let folder = fresh("absent");
    copy(&fixture(), &folder);
    fs::remove_file(folder.join("unhcr/unrwa.csv")).unwrap();
    let problem = derive(&folder, MESSAGES).err().unwrap();
    assert!(problem.contains("unhcr/unrwa.csv") && problem.contains("cannot be read"), "{problem}");
}

#[test]
fn a_dataset_without_a_message_is_named() {
    let messages = MESSAGES.replace("dataset.population.title", "dataset.population.name");
    let problem = derive(&fixture(), &messages).err().unwrap();
    assert_eq!(problem, "www/locales/en.json: the key `dataset.population.title` is missing");
}

#[test]
fn running_twice_changes_nothing_and_a_table_no_dataset_has_goes_away() {
    let root = fresh("run");
    for folder in ["www/data", "www/locales", "src/model", "src/locale"] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    fs::write(root.join("www/locales/en.json"), MESSAGES).unwrap();
    fs::write(root.join("www/data/of-an-older-edition.csv"), "year\n").unwrap();
    run(&fixture(), &root.join("www/data"), None, &[]).unwrap();
    assert!(!root.join("www/data/of-an-older-edition.csv").exists());
    let first = fs::read(root.join("www/data/datapackage.json")).unwrap();
    let written = fs::metadata(root.join("src/model/country.rs")).unwrap().modified().unwrap();
    run(&fixture(), &root.join("www/data"), None, &[]).unwrap();
    assert_eq!(fs::read(root.join("www/data/datapackage.json")).unwrap(), first);
    assert_eq!(fs::metadata(root.join("src/model/country.rs")).unwrap().modified().unwrap(), written);
}
