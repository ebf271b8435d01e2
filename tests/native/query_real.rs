use migration_widget::{
    data::{describe, read_csv},
    query::{self, Request},
};
#[test]
fn real_speed() {
    for (f, attrs) in [
        ("unhcr/population.csv", "x=year&y=refugees&series=coo_iso&top=10"),
        ("unhcr/population.csv", "x=coo_iso&y=refugees&top=10"),
        ("unhcr/population.csv", "x=coa_region&y=refugees"),
        ("unhcr/population.csv", "x=coo_iso&y=refugees&top=10&aggregate=sum"),
        ("unhcr/population.csv", "x=year&y=refugees,oip,asylum_seekers&filter=coo_iso=VEN&from=2018"),
        ("unhcr/population.csv", "x=year&y=refugees&filter=coo_iso=VNE"),
        ("darien/darien_by_nationality_month.csv", "x=t&y=n&series=nat&top=3"),
        ("darien/darien_by_nationality_month.csv", "x=t&y=n&from=2023-01&to=2023-03&top=3&series=nat"),
        ("darien/darien_by_nationality_month.csv", "x=year&y=n&from=2020-01"),
        ("darien/darien_by_nationality_month.csv", "x=t&y=n&to=2019"),
        ("unhcr/asylum_applications.csv", "x=year&y=applied"),
    ] {
        let bytes = std::fs::read(format!("/work/shared/data/{f}")).unwrap();
        let r = read_csv(&bytes).unwrap();
        let d = describe(&r.table);
        let req = Request::from_attributes(&|n| {
            attrs.split('&').find_map(|a| a.strip_prefix(&format!("{n}=")).map(str::to_owned))
        })
        .unwrap();
        let t = std::time::Instant::now();
        let g = query::run(&r.table, &d, &req, None, None);
        eprintln!("{f} {attrs} {:?}", t.elapsed());
        match g {
            Err(e) => eprintln!("   {e:?}"),
            Ok(g) => {
                let last = g.axis.len() - 1;
                match &g.axis {
                    query::Axis::Periods(p) => eprintln!("   {} places {} to {}", p.len(), p[0], p[last]),
                    query::Axis::Entities(k) => eprintln!("   {:?}", k),
                };
                eprintln!("   total last {:?} span {:?} last {}", g.total(last, |_| true), g.span, g.at_last);
                for (i, s) in g.series.iter().enumerate().take(12) {
                    eprintln!("     {} {:?} {:?} {:?}", s.key, s.role, g.value(i, 0), g.value(i, last));
                }
            }
        }
    }
}
