//! Places that are not quite one country, and what M49 and UNHCR call countries.
//!
//! Written by `cargo xtask data` from the reference country files; do not edit.

/// Names of most of a country, of which files have the rest apart.
pub(super) const NARROW: &str = "\
    SRB1244 1999 kosovo res serbia south\nCYParea controlled cyprus government republic\nPSEbande gaza\n\
    PSEbank west\nCHNchina continental\nCHNchina mainland\nCHNchine continentale\nPSEcisjordania\n\
    PSEcisjordanie\nDNKdenmark excluding faroe greenland\nPSEfaixa gaza\nFRAfranca metropolitana\n\
    FRAfrance hexagonale\nFRAfrance metropolitaine\nFRAfrance metropolitan\nFRAfrancia metropolitana\n\
    PSEfranja gaza\nPSEgaza\nPSEgaza strip\nSRBincl kosovo serbia\nSRBincluding kosovo serbia\n\
    SRBkosovo serbia\nSRBkosovo serbie\nTZAmainland tanzania\nSDNnorth sudan\nSDNnorthern sudan\n\
    PSEoccidental ribera\nTZAtanganyika\n\
";

/// States that are no more and have no one successor.
pub(super) const FORMER_STATES: &str = "\
    XXXaden yemen\nXXXalema democratic republic\nXXXalemana democratic republic\nXXXalemanha ocidental\n\
    XXXalemanha oriental\nXXXalemania democratic\nXXXalemania democratic republic\nXXXalemania este\n\
    XXXalemania federal\nXXXalemania occidental\nXXXalemania oeste\nXXXalemania oriental\nXXXallemagne est\n\
    XXXallemagne federale\nXXXallemagne ouest\nXXXallemande democratic republic\nXXXalto volta\n\
    XXXanguilla kitts nevis saint\nXXXantilhas holandesas\nXXXantilhas neerlandesas\n\
    XXXantillas holandesas\nXXXantillas neerlandesas\nXXXantilles dutch\nXXXantilles former netherlands\n\
    XXXantilles neerlandaises\nXXXantilles neth\nXXXantilles netherland\nXXXantilles netherlands\n\
    XXXarab republic united\nXXXarab republic yemen\nXXXarabe republic unida\nXXXaustria hungary\n\
    XXXaustro empire hungarian\nXXXaustrohungaro imperio\nXXXbelga congo\nXXXbelge congo\nXXXbelgian congo\n\
    XXXbelgium luxembourg\nXXXcanal panama zona\nXXXcanal panama zone\nXXXcanal zone\nXXXcaribbean dutch\n\
    XXXcei\nXXXceilan\nXXXceylon\nXXXchecoeslovaquia\nXXXchecoslovaquia\nXXXcoast gold\n\
    XXXczech federal republic slovak\nXXXczech republics slovak\nXXXczecho slovakia\n\
    XXXczechoslovak republic socialist\nXXXczechoslovakia\nXXXczechoslovakia former\nXXXdahomey\nXXXddr\n\
    XXXdemocratic former german republic\nXXXdemocratic german germany republic\n\
    XXXdemocratic german republic\nXXXdemocratic germany republic\nXXXdemocratic nam republic viet\n\
    XXXdemocratic peoples republic yemen\nXXXdemocratic republic vietnam\nXXXdemocratic yemen\n\
    XXXeast germany\nXXXempire ottoman\nXXXempire russian\nXXXespanol sahara\nXXXethiopia pdr\n\
    XXXfederal former germany republic\nXXXfederal germany republic west\n\
    XXXfederal republic socialist yugoslavia\nXXXfederal republic yugoslavia\n\
    XXXfederated former germany republic\nXXXfederated germany republic\n\
    XXXfederated germany republic west\nXXXfederation malaya\nXXXformer gdr\nXXXformer montenegro serbia\n\
    XXXformer soviet union\nXXXformer ussr\nXXXformer yugoslavia\nXXXfr g\nXXXfr yugoslavia\n\
    XXXfrench indochina\nXXXfrg\nXXXfsu\nXXXgd r\nXXXgdr\nXXXgermany west\nXXXhaute volta\n\
    XXXimperio otomano\nXXXindochina\nXXXindochine\nXXXinyon sovyetik\nXXXiugoslavia\nXXXjugoslavia\n\
    XXXjugoslawien\nXXXkorea undivided\nXXXkosovo montenegro serbia\nXXXmalaya\nXXXmandate palestine\n\
    XXXmontenegro serbia\nXXXmontenegro serbia state union\nXXXmontenegro serbia yugoslavia\n\
    XXXmontenegro serbie\nXXXmontenegro serbien und\nXXXmontenegro servia\nXXXnam republic viet\n\
    XXXnam south viet\nXXXneutral zone\nXXXnorte vietnam\nXXXnorte yemen\nXXXnorth vietnam\nXXXnorth yemen\n\
    XXXnorthern rhodesia\nXXXnyasaland rhodesia\nXXXpacific territory trust\nXXXprussia\nXXXrd\nXXXrda\n\
    XXXrepublic vietnam\nXXXrepublic zaire\nXXXrepublicas socialistas sovieticas union\n\
    XXXrepublics socialist soviet union\nXXXrepubliques socialistes sovietiques union\nXXXrf\nXXXrfa\n\
    XXXrhodesia\nXXXrhodesia southern\nXXXruanda urundi\nXXXrwanda urundi\nXXXryukyu\nXXXsahara spanish\n\
    XXXsanaa yemen\nXXXsfr yugoslav\nXXXsfr yugoslavia\nXXXsikkim\nXXXsouth vietnam\nXXXsouth yemen\n\
    XXXsoviet union\nXXXsovietica uniao\nXXXsovietica union\nXXXsovietica unione\nXXXsovietique union\n\
    XXXsowjetunion\nXXXsr us\nXXXss ur\nXXXsur vietnam\nXXXsur yemen\nXXXtanganyika zanzibar\n\
    XXXtchecoslovaquia\nXXXtchecoslovaquie\nXXXupper volta\nXXXurss\nXXXussr\nXXXyougoslavie\n\
    XXXyugoslavia\nXXXzaire\nXXXzanzibar\nXXXссср\nXXXюгославия\n\
";

/// Numeric codes of the UN's M49 standard, each with its alpha-3 code.
pub(super) const M49_CODES: &str = "\
    004AFG008ALB010ATA012DZA016ASM020AND024AGO028ATG031AZE032ARG036AUS040AUT044BHS048BHR\
    050BGD051ARM052BRB056BEL060BMU064BTN068BOL070BIH072BWA074BVT076BRA084BLZ086IOT090SLB\
    092VGB096BRN100BGR104MMR108BDI112BLR116KHM120CMR124CAN132CPV136CYM140CAF144LKA148TCD\
    152CHL156CHN158TWN162CXR166CCK170COL174COM175MYT178COG180COD184COK188CRI191HRV192CUB\
    196CYP203CZE204BEN208DNK212DMA214DOM218ECU222SLV226GNQ231ETH232ERI233EST234FRO238FLK\
    239SGS242FJI246FIN248ALA250FRA254GUF258PYF260ATF262DJI266GAB268GEO270GMB275PSE276DEU\
    288GHA292GIB296KIR300GRC304GRL308GRD312GLP316GUM320GTM324GIN328GUY332HTI334HMD336VAT\
    340HND344HKG348HUN352ISL356IND360IDN364IRN368IRQ372IRL376ISR380ITA384CIV388JAM392JPN\
    398KAZ400JOR404KEN408PRK410KOR414KWT417KGZ418LAO422LBN426LSO428LVA430LBR434LBY438LIE\
    440LTU442LUX446MAC450MDG454MWI458MYS462MDV466MLI470MLT474MTQ478MRT480MUS484MEX492MCO\
    496MNG498MDA499MNE500MSR504MAR508MOZ512OMN516NAM520NRU524NPL528NLD531CUW533ABW534SXM\
    535BES540NCL548VUT554NZL558NIC562NER566NGA570NIU574NFK578NOR580MNP581UMI583FSM584MHL\
    585PLW586PAK591PAN598PNG600PRY604PER608PHL612PCN616POL620PRT624GNB626TLS630PRI634QAT\
    638REU642ROU643RUS646RWA652BLM654SHN659KNA660AIA662LCA663MAF666SPM670VCT674SMR678STP\
    682SAU686SEN688SRB690SYC694SLE702SGP703SVK704VNM705SVN706SOM710ZAF716ZWE724ESP728SSD\
    729SDN732ESH740SUR744SJM748SWZ752SWE756CHE760SYR762TJK764THA768TGO772TKL776TON780TTO\
    784ARE788TUN792TUR795TKM796TCA798TUV800UGA804UKR807MKD818EGY826GBR831GGY832JEY833IMN\
    834TZA840USA850VIR854BFA858URY860UZB862VEN876WLF882WSM887YEM894ZMB983XKX\
";

/// UNHCR's own codes that are not ISO's, each with its alpha-3 code.
pub(super) const UNHCR_CODES: &str = "\
    ALGDZAANGAGOANTATGAREEGYAULAUSAUSAUTBAHBHRBARBRBBERBMUBHUBTNBKFBFABOTBWABRUBRNBSNBIH\
    BULBGRBVIVGBBZEBLZCAMKHMCARCAFCAYCYMCHDTCDCHICHNCOBCOGCOICOMCOSCRICVICPVDENDNKDJBDJI\
    EGUGNQERTERIFGUGUFFIJFJIFNCNCLFPOPYFGAMGMBGAZPSEGFRDEUGREGRCGRNGRDGUAGTMGUIGINHAIHTI\
    HONHNDICEISLICOCIVINSIDNIREIRLKRNPRKKUWKWTLEBLBNLESLSOMADMDGMARMTQMAUMRTMCDMKDMLSMYS\
    MLWMWIMORMARMTAMLTMTSMUSMYAMMRNEPNPLNETNLDNGRNERNIGNGAPARPRYPHIPHLPORPRTPUEPRIROMROU\
    RSAZAFSALSLVSEYSYCSINSGPSMASMRSOLSLBSPAESPSRVVNMSTAXXASTKKNASUDSDNSWASWZSWICHETANTZA\
    TCITCATMPTLSTOGTGOTRTTTOUAEAREUKNUNKURUURYVANVUTWESWSMWSHESHZAMZMBZIMZWE\
";
