//! What kind of quantity an author's column is, by its words, unit, title and values together.

use migration_widget::data::{describe, read_csv};
use migration_widget::model::QuantityKind::{
    self, Event, Extreme, Flow, Index, Mean, Rate, Share, Stock, Unknown,
};
use migration_widget::model::Role;
use migration_widget::view::State;

use crate::default_views::show_own;
use crate::messages::locale;
use crate::query_data::picture;

/// The kind of a column with these figures, and whether it is only likely.
fn kind_of(name: &str, figures: &[&str]) -> (QuantityKind, bool) {
    let rows: String = figures.iter().enumerate().map(|(row, figure)| format!("P{row},{figure}\n")).collect();
    let reading = read_csv(format!("place,\"{name}\"\n{rows}").as_bytes()).unwrap();
    let dataset = describe(&reading);
    let field = dataset.fields.last().unwrap();
    (field.measure, dataset.likely.contains(&field.name))
}

#[test]
fn kinds_are_told_from_whole_words() {
    let counts = ["120", "3000", "45"];
    for (name, kind) in [
        ("Immigration", Flow),
        ("registrations", Flow),
        ("operations", Flow),
        ("Generation", Unknown),
        ("Corporate donations", Unknown),
        ("arrivals", Flow),
        ("Asylum applications", Flow),
        ("solicitudes de asilo", Flow),
        ("Demandes d’asile", Flow),
        ("Pedidos de asilo", Flow),
        ("retornos", Flow),
        ("returned refugees", Flow),
        ("Llegadas irregulares", Flow),
        ("new IDPs", Flow),
        ("net migration", Flow),
        ("border crossings", Event),
        ("migrant deaths", Event),
        ("Encuentros", Event),
        ("Personas fallecidas", Event),
        ("Missing migrants", Event),
        ("Minimum Estimated Number of Deaths", Event),
        ("migrants", Stock),
        ("International migrant stock", Stock),
        ("Displaced", Stock),
        ("Refugiados", Stock),
        ("Personas refugiadas", Stock),
        ("Réfugiés", Stock),
        ("Solicitantes de asilo", Stock),
        ("asylumSeekers", Stock),
        ("IDPs", Stock),
        ("Población", Stock),
        ("População", Stock),
        ("total_population", Stock),
        ("Personas desplazadas", Stock),
        ("Deslocados internos", Stock),
        ("migrants, age 15-24", Stock),
        ("arrivals per month", Flow),
        ("Llegadas por país", Flow),
        ("things", Unknown),
    ] {
        assert_eq!(kind_of(name, &counts).0, kind, "{name}");
    }
    let small = ["12.5", "30.1", "4"];
    for (name, kind) in [
        ("life expectancy", Mean),
        ("Life expectancy at birth, total (years)", Mean),
        ("Esperanza de vida", Mean),
        ("Espérance de vie", Mean),
        ("median age", Mean),
        ("Edad mediana", Mean),
        ("average stay (days)", Mean),
        ("Promedio de hijos", Mean),
        ("GDP per capita", Rate),
        ("gdpPerCapita", Rate),
        ("population growth", Rate),
        ("Population growth (annual %)", Rate),
        ("Crecimiento de la población", Rate),
        ("unemployment rate", Rate),
        ("Tasa de reconocimiento", Rate),
        ("Taux de chômage", Rate),
        ("refugees per 1,000 inhabitants", Rate),
        ("Refugiados por cada 1000 habitantes", Rate),
        ("population density", Rate),
        ("migrants (% of population)", Share),
        ("share of women", Share),
        ("Porcentaje de mujeres", Share),
        ("Pourcentage de femmes", Share),
        ("Human Development Index", Index),
        ("Índice de pobreza", Index),
        ("maximum temperature", Mean),
        ("highest occupancy", Extreme),
    ] {
        assert_eq!(kind_of(name, &small).0, kind, "{name}");
    }
    assert_eq!(kind_of("refugees", &counts), (Stock, false), "a name that the field uses alike everywhere");
    assert_eq!(kind_of("displaced people", &counts), (Stock, true));
    assert_eq!(kind_of("things", &counts), (Unknown, false));
}

#[test]
fn figures_units_and_titles_have_their_say() {
    assert_eq!(kind_of("share", &["120000", "3000"]).0, Rate, "no share is of 120,000 per cent");
    assert_eq!(kind_of("share change", &["-3", "2"]).0, Rate, "no part of a whole is below zero");
    assert_eq!(kind_of("migrants", &["-3", "2"]).0, Unknown, "no stock is below zero");
    for (csv, kind) in [
        ("place,unit,value\nA,%,3\nB,%,4\n", Share),
        ("place,indicator,value\nA,Life expectancy at birth,70\nB,Life expectancy at birth,74\n", Mean),
        ("place,unit,refugees per host\nA,persons,3\nB,persons,4\n", Rate),
        ("place,indicator,value\nA,Refugees,70\nB,Deaths,74\n", Unknown),
    ] {
        let dataset = describe(&read_csv(csv.as_bytes()).unwrap());
        assert_eq!(dataset.fields.last().unwrap().measure, kind, "{csv}");
    }
}

#[test]
fn years_across_are_of_what_their_indicator_says() {
    for (indicator, kind) in [
        ("Life expectancy at birth, total (years)", Mean),
        ("GDP per capita (current US$)", Rate),
        ("Population, total", Stock),
        ("Population growth (annual %)", Rate),
    ] {
        let csv = format!(
            "Country Name,Country Code,Indicator Name,Indicator Code,2020,2021\n\
             Colombia,COL,\"{indicator}\",X,74.8,72.8\nHaiti,HTI,\"{indicator}\",X,64.1,63.2\n"
        );
        let dataset = describe(&read_csv(csv.as_bytes()).unwrap());
        let field = dataset.fields.iter().find(|field| field.role == Role::Measure).unwrap();
        assert_eq!(field.measure, kind, "{indicator}: {field:?}");
    }
}

#[test]
fn stocks_and_ratios_by_name_are_of_the_last_year_without_a_word() {
    for name in
        ["migrants", "displaced people", "stock", "población refugiada", "life expectancy", "GDP per capita"]
    {
        let csv = format!("year,country,{name}\n2022,VEN,71\n2022,COL,74\n2023,VEN,72\n2023,COL,75\n");
        let shown = show_own(&csv, "kind=bar|x=country").unwrap();
        assert_eq!(picture(&shown.grid), format!("COL VEN\n{name}: 75 72"));
        assert!(shown.grid.at_last, "{name}");
        let summed = show_own(&csv, "kind=bar|x=country|aggregate=sum").map(|_| ()).unwrap_err();
        assert!(["sum-of-stocks", "rate-sum"].contains(&summed.code), "{name}: {}", summed.code);
    }
    let csv = "year,country,arrivals\n2022,VEN,71\n2022,COL,74\n2023,VEN,72\n2023,COL,75\n";
    assert_eq!(picture(&show_own(csv, "kind=bar|x=country").unwrap().grid), "COL VEN\narrivals: 149 143");
}

#[test]
fn shares_of_countries_are_parts_of_one_whole_only_where_they_make_it_up() {
    let csv = |figures: [f64; 2]| {
        let [first, second] = figures;
        format!(
            "year,country,share of arrivals (%)\n2022,VEN,{first}\n2022,COL,{second}\n2023,VEN,{first}\n2023,COL,{second}\n"
        )
    };
    for asked in
        ["kind=stacked-area|series=country", "kind=waffle|x=country", "kind=stacked-bar|series=country"]
    {
        // Of two countries' own wholes each: nothing is 7.7 % of anything.
        let apart = show_own(&csv([4.1, 3.6]), asked).map(|_| ()).unwrap_err();
        assert_eq!(apart.code, "shares-of-many", "{asked}");
        assert!(show_own(&csv([62.5, 37.5]), asked).is_ok(), "{asked}");
    }
    let of_groups = "year,sex,share (%)\n2022,women,40\n2022,men,35\n2023,women,41\n2023,men,36\n";
    assert!(
        show_own(of_groups, "kind=stacked-area|series=sex").is_ok(),
        "parts of one place may lack others"
    );
}

#[test]
fn stocks_of_an_authors_file_stand_at_no_date_that_it_does_not_say() {
    let csv = "year,country,migrants\n2022,VEN,71\n2022,COL,74\n2023,VEN,72\n2023,COL,75\n";
    for (language, stated, invented) in
        [("en", "in 2023", ["mid-2023", "end of 2023"]), ("es", "en 2023", ["mediados", "fines de 2023"])]
    {
        for asked in ["kind=bar|x=country", "kind=line|series=country", "kind=number"] {
            let shown = show_own(csv, asked).unwrap();
            let locale = locale(language, &[]);
            let said = shown.summary(&State::default(), "", &locale);
            assert!(said.contains(stated), "{said}");
            assert!(invented.iter().all(|words| !said.contains(words)), "{said}");
        }
    }
}
