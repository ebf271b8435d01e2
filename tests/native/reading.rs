use migration_widget::data::read_csv;
#[test]
fn speed() {
    let bytes = std::fs::read("/work/shared/data/unhcr/population.csv").unwrap();
    for _ in 0..5 {
        let t = std::time::Instant::now();
        let r = read_csv(&bytes).unwrap();
        eprintln!("{:?} {} {:?}", t.elapsed(), r.table.rows, r.warnings);
    }
    for f in [
        "darien/darien_by_nationality_month.csv",
        "us_cbp/southwest_encounters.csv",
        "iom_missing_migrants/incidents.csv",
        "un_desa/undesa_stocks_2024rev.csv",
        "unhcr/asylum_applications.csv",
        "formats/unhcr_refugee_data_finder/population_first_3000_lines.csv",
        "formats/panama_wide/transit_2023_wide.csv",
        "formats/owid/refugees-by-country-of-asylum.csv",
        "formats/hxl/data_for_quickcharts.csv",
        "formats/undesa_raw/destino.csv",
        "formats/sdmx_csv/oecd_mig_b15_head.csv",
        "countries/countrynames_gdidata.csv",
    ] {
        let bytes = std::fs::read(format!("/work/shared/data/{f}")).unwrap();
        let t = std::time::Instant::now();
        match read_csv(&bytes) {
            Ok(r) => {
                eprintln!("{f} {:?} {} {:?}", t.elapsed(), r.table.rows, r.warnings);
                for c in &r.table.columns {
                    let d = migration_widget::data::describe(&r.table);
                    eprintln!(
                        "   {} {:?} {}",
                        c.name,
                        d.field(&c.name).unwrap().role,
                        match &c.cells {
                            migration_widget::model::Cells::Text(t) => format!("text {}", t.dictionary.len()),
                            migration_widget::model::Cells::Number(n) => format!("num {:?}", n.get(0)),
                            migration_widget::model::Cells::Period(p) =>
                                format!("{:?} mixed {} {:?}", p.grain, p.mixed.len(), p.get(0)),
                        }
                    );
                }
                eprintln!("  {:?}", migration_widget::data::describe(&r.table).view);
            }
            Err(e) => eprintln!("{f} {:?}", e),
        }
    }
}
