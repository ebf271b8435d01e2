use migration_widget::data::places::{
    fold, is_aggregate, is_iso3, members_of, of_iso2, of_m49, of_name, of_unhcr,
};

#[test]
fn one_country_has_many_names() {
    for (iso3, names) in [
        ("VEN", "Venezuela|VENEZUELA|Venezuela (Bolivarian Republic of)|Venezuela, RB|Vénézuéla"),
        ("BOL", "Bolivia|Bolivia (Plurinational State of)|Bolivie|Bolívia|Bolivia, Plurinational State of"),
        ("IRN", "Iran (Islamic Republic of)|Iran, Islamic Rep.|Irán|Irã|Iran"),
        (
            "COD",
            "Democratic Republic of the Congo|Congo, Dem. Rep.|Dem. Rep. of the Congo|Congo (Democratic Republic of the)|República Democrática del Congo|RDC|République démocratique du Congo|Congo - Kinshasa",
        ),
        ("COG", "Congo|Congo, Rep.|Republic of the Congo|Congo - Brazzaville|República del Congo"),
        ("KOR", "Republic of Korea|Korea, Rep.|South Korea|Corea del Sur|Rep. of Korea|Coreia do Sul"),
        (
            "PRK",
            "Democratic People's Republic of Korea|Korea, Dem. People's Rep.|Dem. People’s Rep. of Korea|Corea del Norte",
        ),
        ("TUR", "Türkiye|Turkey|Turkiye|Turquía|Turquie|turquia"),
        ("HTI", "Haiti|Haití|Haïti|HAITÍ"),
        (
            "USA",
            "United States|United States of America|Estados Unidos|Estados Unidos de América|EE. UU.|EE.UU.|États-Unis|USA|U.S.|US",
        ),
        (
            "GBR",
            "United Kingdom|UK|Reino Unido|Royaume-Uni|United Kingdom of Great Britain and Northern Ireland",
        ),
        ("TZA", "United Republic of Tanzania|United Rep. of Tanzania|Tanzania|Tanzanie"),
        ("CAF", "Central African Rep.|Central African Republic|República Centroafricana"),
        ("DOM", "Dominican Republic|República Dominicana|Rep. Dominicana|Dominican Rep."),
        ("DMA", "Dominica|Dominique"),
        ("MDA", "Republic of Moldova|Rep. of Moldova|Moldova"),
        ("CIV", "Côte d'Ivoire|Cote d’Ivoire|Ivory Coast|Costa de Marfil|Costa do Marfim"),
        ("PSE", "State of Palestine|West Bank and Gaza|Palestinian|Palestine|Palestina"),
        ("CZE", "Czechia|Czech Republic|Chequia|República Checa"),
        ("SWZ", "Eswatini|Swaziland"),
        ("CPV", "Cabo Verde|Cape Verde"),
        ("VNM", "Viet Nam|Vietnam|VIETNAM"),
        ("LAO", "Lao People's Democratic Republic|Lao PDR|Laos"),
        ("SYR", "Syrian Arab Republic|Syria|Siria|Síria|Syrian Arab Rep."),
        ("RUS", "Russian Federation|Russia|Rusia"),
        ("BHS", "Bahamas (the)|Bahamas, The|Bahamas"),
        ("GMB", "Gambia, The|Gambia"),
        ("NLD", "Netherlands (Kingdom of the)|Netherlands|Países Bajos|Pays-Bas"),
        ("HKG", "China, Hong Kong SAR*|Hong Kong SAR, China|Hong Kong"),
        ("CHN", "CHINA, PEOPLES REPUBLIC OF|China|Chine"),
        ("MMR", "MYANMAR (BURMA)|Myanmar|Burma"),
        ("WLF", "Wallis and Futuna Islands*|Wallis and Futuna"),
        ("MKD", "North Macedonia|TfYR Macedonia|Macedonia del Norte"),
        ("FSM", "Micronesia (country)|Micronesia (Federated States of)|Micronesia, Fed. Sts."),
        ("TLS", "Timor-Leste|East Timor|Timor"),
        ("SXM", "Sint Maarten (Dutch part)"),
        ("MAF", "Saint Martin (French part)*"),
        ("LCA", "St. Lucia|Saint Lucia|Santa Lucía"),
        ("CUW", "Curaçao|Curacao|Curazao"),
        ("BRA", "Brasil|Brazil|Brésil"),
        ("CMR", "Camerún|Cameroon|Cameroun"),
        ("AFG", "Afganistán|Afghanistan|Afeganistão"),
        ("KGZ", "Kirguistán|Kyrgyz Republic|Kyrgyzstan"),
        ("SRB", "Serbia and Kosovo: S/RES/1244 (1999)|Serbia"),
        ("NER", "Niger|Níger"),
        ("NGA", "Nigeria"),
        ("GIN", "Guinea|Guinée"),
        ("GNB", "Guinea-Bissau"),
        ("GNQ", "Equatorial Guinea|Guinea Ecuatorial"),
        ("PNG", "Papua New Guinea"),
        ("SDN", "Sudan|Sudán"),
        ("SSD", "South Sudan|Sudán del Sur"),
        ("GEO", "Georgia"),
        ("WSM", "Samoa"),
        ("ASM", "American Samoa"),
        ("ZAF", "South Africa|Sudáfrica"),
        ("XKX", "Kosovo"),
        ("XXA", "Stateless|Apátrida"),
        ("UNK", "Unknown|Various/Unknown|Desconocido"),
        ("OOO", "OTHER|Otros|Autres"),
        ("TIB", "Tibetan"),
        ("PAN", "Republic of Panama|Panamá"),
    ] {
        for name in names.split('|') {
            assert_eq!(of_name(name), Some(iso3), "{name}");
            assert!(!is_aggregate(name), "{name}");
        }
    }
}

#[test]
fn regions_and_totals_are_no_countries() {
    for name in [
        "World",
        "Mundo",
        "Monde",
        "Africa",
        "Asia",
        "Europe",
        "Americas",
        "Latin America and the Caribbean",
        "Total",
        "TOTAL",
        "Total general",
        "European Union (27)",
        "High-income countries",
        "Sub-Saharan Africa",
        "North America (WB)",
        "Less developed regions, excluding China",
        "Small island developing States (SIDS)",
        "Oceania ",
        "Central Asia",
        "LATIN AMERICA AND THE CARIBBEAN",
        "América Latina",
        "Caribbean",
        "Polynesia*",
        "South America",
        "Australia and New Zealand",
    ] {
        assert_eq!(of_name(name), None, "{name}");
        assert!(is_aggregate(name), "{name}");
    }
    for name in ["", "x", "Refugees", "12", "Atlantis", "2023", "-"] {
        assert_eq!((of_name(name), is_aggregate(name)), (None, false), "{name}");
    }
}

#[test]
fn codes_of_every_kind_find_their_country() {
    assert_eq!(
        (of_iso2("VE"), of_iso2("na"), of_iso2("ZZ"), of_iso2("")),
        (Some("VEN"), Some("NAM"), None, None)
    );
    assert_eq!(
        (of_m49("862"), of_m49("4"), of_m49("004"), of_m49("900")),
        (Some("VEN"), Some("AFG"), Some("AFG"), None)
    );
    assert_eq!((of_unhcr("AUS"), of_unhcr("ARE"), of_unhcr("MAR")), (Some("AUT"), Some("EGY"), Some("MTQ")));
    assert_eq!((of_unhcr("GFR"), of_unhcr("VEN"), of_unhcr("???")), (Some("DEU"), Some("VEN"), None));
    assert!(is_iso3("VEN") && is_iso3("XKX") && is_iso3("UNK"));
    assert!(!is_iso3("ven") && !is_iso3("WLD") && !is_iso3("Peru"));
}

#[test]
fn folding_leaves_words_alone() {
    for (text, folded) in [
        ("  Côte d’Ivoire ", "cote d ivoire"),
        ("Tokelau1", "tokelau"),
        ("Türkiye", "turkiye"),
        ("Bosnia & Herzegovina", "bosnia and herzegovina"),
        ("S/RES/1244 (1999)", "s res 1244 1999"),
        ("Łódź", "lodz"),
        ("", ""),
    ] {
        assert_eq!(fold(text), folded);
    }
}

#[test]
fn a_region_has_its_members_by_name_in_four_languages_and_by_code() {
    let northern_america = ["BMU", "CAN", "GRL", "SPM", "USA"];
    for text in
        ["Northern America", "América septentrional", "Amérique septentrionale", "021", "21", "905", "NAC"]
    {
        assert_eq!(members_of(text).as_deref(), Some(&northern_america[..]), "{text}");
    }
    let andean = members_of("Comunidad Andina");
    assert_eq!(andean.as_deref(), Some(&["BOL", "COL", "ECU", "PER"][..]));
    for (text, count) in [
        ("EU27_2020", 27),
        ("European Union - 27 countries (from 2020)", 27),
        ("EU28", 28),
        ("EU15", 15),
        ("EA19", 19),
        ("EA20", 20),
        ("Euro area", 20),
        ("EFTA", 4),
        ("OECD", 38),
        ("G7", 7),
        ("ASEAN", 10),
        ("Central Asia", 5),
        ("143", 5),
        ("Asia Central", 5),
        ("CSS", 13),
        ("CEB", 11),
        ("ARB", 22),
        ("SAS", 8),
        ("AFE", 26),
        ("AFW", 22),
        ("Maghreb", 0),
        ("HIC", 0),
        ("Panama", 0),
        ("South Africa", 0),
        ("Atlantis", 0),
        ("", 0),
    ] {
        assert_eq!(members_of(text).map_or(0, |members| members.len()), count, "{text}");
    }
    let world = members_of("World").unwrap_or_default();
    for code in ["PAN", "HTI", "TWN", "XKX", "PSE", "NAM", "GBR"] {
        assert!(world.contains(&code), "{code}");
    }
    for code in ["UNK", "XXA", "OOO", "TIB"] {
        assert_eq!(world.contains(&code), code == "TIB", "{code}");
    }
    for (place, regions) in [
        ("SDN", "Africa|Northern Africa|SSF|MENA-not|LDC|World"),
        ("CYP", "Asia|Western Asia|European Union|ECS"),
        ("MEX", "Americas|Central America|Latin America and the Caribbean|LCN|OECD|North America"),
        ("HTI", "Caribbean|Caraïbes|LDC|SIDS|419|LCN|Latin America"),
        ("TUR", "Western Asia|ECS|OECD"),
    ] {
        for region in regions.split('|') {
            let members = members_of(region.trim_end_matches("-not")).unwrap_or_default();
            assert_eq!(members.contains(&place), !region.ends_with("-not"), "{place} in {region}");
        }
    }
}

#[test]
fn a_country_a_province_or_a_remainder_is_no_total_of_others() {
    for text in "Reino Unido de Gran Bretaña e Irlanda del Norte|Unit Arab Emir|United Arab Emirates|South Africa|\
        Central African Republic|Micronesia|Hong Kong SAR of China|South Sudan|North Macedonia|Western Sahara|Timor-Leste|\
        Union of Comoros|Unknown|Other South America|Rest of the world|Other Africa|Otros países de América|North Carolina|\
        West Virginia|Northern Ireland|Northern Territory|Western Australia|South Holland|Eastern Cape|Norte de Santander|\
        Central|Norte|South|East Timor|5|19|142|900|Autres pays d'Afrique|Arab|Sub|Small|Group A|Middle class|Global Compact"
        .split('|')
    {
        assert!(!is_aggregate(text), "{text}");
    }
    for text in "WLD|AFE|EU27_2020|Total América|Total países|Insgesamt|Totale|Europe (excluding EU)|European Union countries|\
        Least developed countries|More developed regions|All countries|Africa*|ASIA|EUROPA|Total Africa|SSA|OECD|EA20"
        .split('|')
    {
        assert!(is_aggregate(text), "{text}");
    }
}
