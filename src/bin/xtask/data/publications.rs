//! The publications that the declaration's records name: titles with their accents, languages, and what each address leads to.

use serde_json::{Value, json};

use super::declaration::text;

/// Titles as they are written where the reference has them without accents or with words of its own.
const TITLES: [(&str, &str); 37] = [
    ("arg-388", "Disposición 388/2024, Dirección Nacional de Migraciones"),
    ("arg-p12", "Habrá un régimen migratorio especial para venezolanos"),
    (
        "ap-2024-05",
        "Western Hemisphere nations pledge to continue coordinating response to historic regional migration",
    ),
    (
        "blinken-2023-06",
        "Secretary Blinken and Foreign Minister Courtenay Opening Remarks at the Anniversary Ministerial",
    ),
    ("bra-acolhida", "Operação Acolhida: 91.952 venezuelanos interiorizados"),
    ("can-stca", "Canada to welcome 11,000 migrants from the western hemisphere"),
    ("cancilleria-2025", "Migración digna y humana: mensaje del Canciller en la Reunión de Movilidad Humana"),
    ("col-2023-12", "Más de 2,8 millones de venezolanos viven en Colombia"),
    ("col-2024-02", "Disminuye la población venezolana en Colombia por decimocuarto mes consecutivo"),
    ("cri-cet-2024", "Este 29 de febrero es último día para aplicar a la Categoría Especial en Costa Rica"),
    ("dar-2023m4", "Se sextuplica cifra de migrantes que cruzan Darién"),
    ("dar-2023q1", "Cifras de migrantes que cruzan el Darién"),
    ("dar-2023q1b", "Cerca de 90,000 migrantes han cruzado la peligrosa selva del Darién"),
    ("dar-2025-feb", "Newsletter on reverse migration and Darién numbers (excerpt)"),
    ("dl-dom-2022", "RD no firmó declaración de migración por falta de tiempo"),
    (
        "ecu-370",
        "Ecuador decreta amnistía migratoria y regularización extraordinaria para venezolanos (Decreto 370)",
    ),
    (
        "ecu-560",
        "Qué implicaciones tiene para los venezolanos en Ecuador la derogación del Decreto Ejecutivo 370",
    ),
    ("ecu-753", "El presidente de Ecuador decreta nueva amnistía migratoria para venezolanos (Decreto 753)"),
    ("hnd-amn-2023", "Congreso Nacional de Honduras extiende amnistía migratoria"),
    ("hnd-amn-2026", "Honduras bajo nueva amnistía migratoria por un año"),
    ("mex-bra-2022", "Latin American countries that need a visa to enter Mexico"),
    ("mex-ecu-2021b", "México exigirá visa a ecuatorianos"),
    ("nuestra-2024", "EE.UU. destina 685 millones de dólares adicionales para afrontar la crisis migratoria"),
    ("per-cpp", "Migraciones registró más de 214 mil solicitudes de Permiso Temporal de Permanencia"),
    ("per-cpp-start", "Permiso Temporal de Permanencia: cómo aplicar"),
    ("pry-lima", "Paraguay se compromete a compartir buenas prácticas"),
    ("smo-elimp", "EE.UU. desactiva programa Movilidad Segura y deja a 150.000 venezolanos varados"),
    ("unhcr-defs", "Refugee statistics: definitions of population types"),
    ("unhcr-glossary", "UNHCR master glossary of terms"),
    ("ven-elec-2024", "Argentina implementa medidas para apoyar a venezolanos en situación irregular"),
    ("wh-amlo-2023-11", "Remarks by President Biden and President López Obrador Before Bilateral Meeting"),
    ("wh-decl", "Los Angeles Declaration on Migration and Protection (as updated on 14 June 2022)"),
    (
        "wh-decl-v1",
        "Los Angeles Declaration on Migration and Protection (first published, 10–11 June 2022, with 20 countries)",
    ),
    ("wh-mex-2023-12", "Mexico-U.S. Joint Communiqué on an Orderly, Humane and Regular Migration"),
    ("wh-mexread-2023-11", "Readout of President Joe Biden's Meeting with President López Obrador of Mexico"),
    ("wirenn-lima", "Los Angeles Declaration on Migration and Protection Lima Ministerial Meeting"),
    ("dar-2025b", "Darién flow collapses by over 99 percent (interview with Roger Mojica)"),
];

/// Publishers as they call themselves, where the reference has no accents or adds how it came by the text; empty where only
/// the site of a copy is known.
const PUBLISHERS: [(&str, &str); 38] = [
    ("ap-2024-05", "Associated Press"),
    ("arg-p12", "Página 12"),
    ("blinken-2023-06", "U.S. Department of State"),
    ("can-path", "Immigration, Refugees and Citizenship Canada"),
    ("can-stca", "Global News"),
    ("cancilleria-2025", "Cancillería de Colombia"),
    ("col-2023-12", "El Impulso"),
    ("col-2024-02", "Noticiero Digital"),
    ("cri-cet-2024", "República 18"),
    ("dar-2023m4", "Diario de Centro América"),
    ("dar-2023q1", "100% Noticias (EFE)"),
    ("dar-2025-feb", ""),
    ("ecu-370", "Correo del Caroní"),
    ("ein-draft", ""),
    ("gcr-toc", "United Nations"),
    ("iom-irreg", "IOM"),
    ("mdp-irreg", "IOM, Migration Data Portal"),
    ("mex-bra-2022", "CNN en Español"),
    ("mex-ecu-2021", "Secretaría de Relaciones Exteriores, México"),
    ("mex-per-2024", ""),
    ("mex-transit-2023", ""),
    ("mirps-blz", "MIRPS (UNHCR, OAS)"),
    ("padf-2024", "Caribbean News Global"),
    ("palenque-2023", "El País"),
    ("palenque-2023b", ""),
    ("pan-tpp2", "EFE"),
    ("panama-min-2022", "U.S. Department of State"),
    ("panama-min-2022b", "U.S. Department of State"),
    ("per-cpp", "El Comercio (Perú)"),
    ("per-cpp-start", "El Comercio (Perú)"),
    ("pry-lima", "Dirección Nacional de Migraciones, Paraguay"),
    ("state-joint-2023", "U.S. Department of State"),
    ("smo-site", "UNHCR, IOM"),
    ("tri-2024", "U.S. Department of Homeland Security"),
    ("unhcr-defs", "UNHCR"),
    ("unhcr-glossary", "UNHCR"),
    ("ury-arraigo", "La Visión"),
    ("wirenn-lima", "U.S. Department of State"),
];

/// Addresses that lead to someone else's copy of a publication.
const COPIES: [&str; 19] = [
    "ap-2024-05",
    "blinken-2023-06",
    "can-stca",
    "ein-draft",
    "gcr-toc",
    "iom-irreg",
    "mex-bra-2022",
    "mex-per-2024",
    "mex-transit-2023",
    "padf-2024",
    "palenque-2023",
    "palenque-2023b",
    "pan-tpp2",
    "panama-min-2022",
    "panama-min-2022b",
    "state-joint-2023",
    "tri-2024",
    "wirenn-lima",
    "dar-2025-feb",
];

/// Publications in Spanish; [`PORTUGUESE`] and those in English aside, there are no others.
const SPANISH: [&str; 24] = [
    "arg-388",
    "arg-p12",
    "cancilleria-2025",
    "col-2023-12",
    "col-2024-02",
    "cri-cet-2024",
    "dar-2023m4",
    "dar-2023q1",
    "dar-2023q1b",
    "dl-dom-2022",
    "ecu-370",
    "ecu-436",
    "ecu-560",
    "ecu-753",
    "hnd-amn-2023",
    "hnd-amn-2026",
    "mex-ecu-2021b",
    "nuestra-2024",
    "per-cpp",
    "per-cpp-start",
    "pry-lima",
    "smo-elimp",
    "ury-arraigo",
    "ven-elec-2024",
];

/// Publications in Portuguese.
const PORTUGUESE: [&str; 1] = ["bra-acolhida"];

/// What the reference adds to the name of a publisher whose archive holds the page.
const ARCHIVED: &str = " (Biden administration archive)";

/// A source of the reference as the project ships it.
pub fn publication(source: &Value) -> Value {
    let id = text(source, "id");
    let named = |table: &[(&str, &str)]| {
        table.iter().find(|(known, _)| *known == id).map(|(_, name)| name.to_string())
    };
    let publisher = named(&PUBLISHERS).unwrap_or_else(|| text(source, "publisher"));
    // What another publisher carries under its own address is that publisher's copy.
    let (publisher, is_carried) = match publisher.split_once(" via ") {
        Some((own, _)) => (own.to_owned(), true),
        None => (publisher, false),
    };
    let carrier = match () {
        () if is_carried || COPIES.contains(&&*id) => "copy",
        () if publisher.ends_with(ARCHIVED) => "archive",
        () if source["kind"] == "secondary" => "report",
        () => "original",
    };
    let language = match () {
        () if SPANISH.contains(&&*id) => "es",
        () if PORTUGUESE.contains(&&*id) => "pt",
        () => "en",
    };
    let mut record = json!({
        "id": id,
        "title": named(&TITLES).unwrap_or_else(|| text(source, "title")),
        "publisher": publisher.trim_end_matches(ARCHIVED).trim_end_matches(" (Trump administration)"),
        "url": source["url"],
        "kind": source["kind"],
        "carrier": carrier,
        "language": language,
    });
    for (name, from) in [("date", "date"), ("dateNote", "date_note")] {
        if source[from].is_string() {
            record[name] = source[from].clone();
        }
    }
    record
}
