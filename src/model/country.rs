//! Countries and pseudo-codes: alpha-3 to alpha-2 code, and the UN's region.
//!
//! Written by `cargo xtask data` from the reference country files; do not edit. Regions are those of the UN's M49
//! standard. Beside ISO 3166-1 it has the codes that sources of this field use: `XKX` Kosovo, `TIB` Tibetan, `XXA`
//! stateless, `UNK` unknown, `OOO` other, and a few former or combined territories.

/// How many bytes an entry has: alpha-3 code, alpha-2 code or `--`, the region's letter or `-`.
const ENTRY: usize = 6;

/// The entries in one text, sorted by alpha-3 code; one text is smaller in wasm than a table of slices.
const TABLE: &str = "\
    AB9--AABWAWMAFGAFSAGOAOAAIAAIMALAAXEALBALEANDADEANT--MAREAESARGARMARMAMSASMASOATAAQ-\
    ATFTFAATGAGMAUSAUOAUTATEAZEAZSBDIBIABELBEEBENBJABESBQMBFABFABGDBDSBGRBGEBHRBHSBHSBSM\
    BIHBAEBLMBLMBLRBYEBLZBZMBMUBMMBOLBOMBRABRMBRBBBMBRNBNSBTNBTSBVTBVMBWABWACAFCFACANCAM\
    CCKCCOCHECHECHLCLMCHNCNSCIVCIACMRCMACODCDACOGCGACOKCKOCOLCOMCOMKMACPVCVACRICRMCUBCUM\
    CUWCWMCXRCXOCYMKYMCYPCYSCZECZEDEUDEEDJIDJADMADMMDNKDKEDOMDOMDZADZAECUECMEGYEGAERIERA\
    ESHEHAESPESEESTEEEETHETAFINFIEFJIFJOFLKFKMFRAFREFROFOEFSMFMOGABGAAGBRGBEGEOGESGGYGGE\
    GHAGHAGIBGIEGINGNAGLPGPMGMBGMAGNBGWAGNQGQAGRCGREGRDGDMGRLGLMGTMGTMGUFGFMGUMGUOGUYGYM\
    HKGHKSHMDHMOHNDHNMHRVHREHTIHTMHUNHUEIDNIDSIMNIMEINDINSIOTIOAIRLIEEIRNIRSIRQIQSISLISE\
    ISRILSITAITEJAMJMMJEYJEEJORJOSJPNJPSKAZKZSKENKEAKGZKGSKHMKHSKIRKIOKNAKNMKORKRSKWTKWS\
    LAOLASLBNLBSLBRLRALBYLYALCALCMLIELIELKALKSLSOLSALTULTELUXLUELVALVEMACMOSMAFMFMMARMAA\
    MCOMCEMDAMDEMDGMGAMDVMVSMEXMXMMHLMHOMKDMKEMLIMLAMLTMTEMMRMMSMNEMEEMNGMNSMNPMPOMOZMZA\
    MRTMRAMSRMSMMTQMQMMUSMUAMWIMWAMYSMYSMYTYTANAMNAANCLNCONERNEANFKNFONGANGANICNIMNIUNUO\
    NLDNLENORNOENPLNPSNRUNRONZLNZOOMNOMSOOO---OOS--APAKPKSPANPAMPCNPNOPERPEMPHLPHSPLWPWO\
    PNGPGOPOLPLEPRIPRMPRKKPSPRTPTEPRYPYMPSEPSSPYFPFOQATQASREUREAROUROERUSRUERWARWASAUSAS\
    SDNSDASENSNASGPSGSSGSGSMSHNSHASJMSJESLBSBOSLESLASLVSVMSMRSMESOMSOASPMPMMSRBRSESSDSSA\
    STPSTASURSRMSVKSKESVNSIESWESEESWZSZASXMSXMSYCSCASYRSYSTCATCMTCDTDATGOTGATHATHSTIB--S\
    TJKTJSTKLTKOTKMTMSTLSTLSTONTOOTTOTTMTUNTNATURTRSTUVTVOTWNTWSTZATZAUGAUGAUKRUAEUMIUMO\
    UNK---URYUYMUSAUSMUZBUZSVATVAEVCTVCMVENVEMVGBVGMVIRVIMVNMVNSVUTVUOWLFWFOWSMWSOXCX--E\
    XKXXKEXXA---YEMYESZAFZAAZMBZMAZWEZWA\
";

/// The ISO 3166-1 alpha-2 code of an alpha-3 code, e.g. for `Intl.DisplayNames`.
pub fn iso2(iso3: &str) -> Option<&'static str> {
    entry(iso3)?.get(3..5).filter(|code| *code != "--")
}

/// The UN's region of an alpha-3 code: Africa, Americas, Asia, Europe or Oceania.
pub fn region(iso3: &str) -> Option<&'static str> {
    match entry(iso3)?.get(5..)? {
        "A" => Some("Africa"),
        "M" => Some("Americas"),
        "S" => Some("Asia"),
        "E" => Some("Europe"),
        "O" => Some("Oceania"),
        _ => None,
    }
}

/// An alpha-3 code or pseudo-code that is known, as it stands in the table.
pub fn code(iso3: &str) -> Option<&'static str> {
    entry(iso3)?.get(..3)
}

/// Every alpha-3 code and pseudo-code, sorted.
pub fn codes() -> impl Iterator<Item = &'static str> {
    (0..TABLE.len() / ENTRY).filter_map(|index| TABLE.get(index * ENTRY..index * ENTRY + 3))
}

/// The entry of an alpha-3 code, by bisection.
fn entry(iso3: &str) -> Option<&'static str> {
    let (mut low, mut high) = (0, TABLE.len() / ENTRY);
    while low < high {
        let middle = low + (high - low) / 2;
        let found = TABLE.get(middle * ENTRY..(middle + 1) * ENTRY)?;
        match found.get(..3)?.cmp(iso3) {
            std::cmp::Ordering::Equal => return Some(found),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}
