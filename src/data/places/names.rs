//! What files call countries: names in four languages and publishers' own, M49's and UNHCR's codes.
//!
//! Written by `cargo xtask data` from the reference country files; do not edit.

/// A line a name: the alpha-3 code and the name's words as [`super::key`] has them; sorted by name.
pub(super) const NAMES: &str = "\
    SRB1244 1999 kosovo res s serbia\nSHNacuna ascension helena santa tristan\nAFGafeganistao\n\
    AFGafganistan\nAFGafghanistan\nZAFafrica south\nZAFafrica sul\nCAFafrican central republic\n\
    CAFafricana centro republic\nZAFafrique sud\nALAaland\nALBalbania\nALBalbanie\n\
    UMIalejadas ee menores uu\nDEUalemanha\nDEUalemania\nDZAalgeria\nDZAalgerie\nOOOall other\n\
    OOOall others\nDEUallemagne\nUSAamerica estados unidos\nUSAamerica states united\nASMamericaines samoa\n\
    VIRamericaines vierges\nASMamerican samoa\nASMamericana samoa\nVIRamericanas virgens\nANDandorra\n\
    ANDandorre\nAGOangola\nAIAanguila\nAIAanguilla\nATAantarctica\nATAantarctique\n\
    ATFantarticas austrais francesas terras\nATAantartida\nATGantigua barbuda\nXXAapatrida\nXXAapatridas\n\
    XXAapatride\nEGYarab egypt republic\nAREarab emirates united\nSYRarab republic syrian\n\
    SYRarabe republic siria\nAREarabes emirados unidos\nAREarabes emiratos\nAREarabes emiratos unidos\n\
    AREarabes emirats unis\nSAUarabia saudi\nSAUarabia saudita\nSAUarabie saoudite\nDZAargelia\n\
    ARGargentina\nARGargentine\nARMarmenia\nARMarmenie\nABWaruba\nATFaustrales francaises terres\n\
    ATFaustrales francesas tierras\nATFaustrales franceses territorios\nAUSaustralia\nAUSaustralie\n\
    AUTaustria\nOOOautre\nOOOautres\nAUTautriche\nAZEazerbaidjan\nAZEazerbaijan\nAZEazerbaijao\n\
    AZEazerbaiyan\nBHSbahamas\nBHRbahrain\nBHRbahrein\nBESbaixos caribenhos paises\nNLDbaixos paises\n\
    NLDbajos paises\nBGDbanglades\nBGDbangladesh\nPSEbank gaza west\nBRBbarbade\nBRBbarbados\nBHRbarein\n\
    BLMbarthelemy saint\nBLMbartolome san\nBLMbartolomeu sao\nBESbas caribeens pays\nNLDbas pays\n\
    BLRbelarus\nBELbelgica\nBELbelgique\nBELbelgium\nBLZbelice\nBLZbelize\nBENbenim\nBENbenin\nBMUbermuda\n\
    BMUbermudas\nBMUbermudes\nBTNbhoutan\nBTNbhutan\nBLRbielorrusia\nBLRbielorrussia\nBLRbielorussie\n\
    MMRbirmania\nMMRbirmania mianmar\nMMRbirmania myanmar\nMMRbirmanie myanmar\nGNBbisau guinea\n\
    GNBbissau guine\nGNBbissau guinea\nGNBbissau guinee\nVENbolivarian republic venezuela\n\
    VENbolivariana republic venezuela\nBOLbolivia\nBOLbolivia estado plurinacional\n\
    BOLbolivia plurinational state\nBOLbolivie\nBESbonaire eustache saba saint\n\
    BESbonaire eustaquio saba san\nBESbonaire eustatius saba saint\nBESbonaire eustatius saba sint\n\
    BIHbosnia herzegovina\nBIHbosnie herzegovine\nBWAbotsuana\nBWAbotswana\nBVTbouvet\nBRAbrasil\n\
    BRAbrazil\nCOGbrazzaville congo\nBRAbresil\nGBRbritain great\n\
    GBRbritain great ireland kingdom northern united\nVGBbritanicas virgenes\nVGBbritanicas virgens\n\
    IOTbritanico indico oceano territorio\nIOTbritannique indien locean territoire\n\
    IOTbritannique indien ocean\nVGBbritanniques vierges\nIOTbritish indian ocean territory\n\
    VGBbritish virgin\nBRNbrunei\nBRNbrunei darussalam\nBGRbulgaria\nBGRbulgarie\nBFAburkina faso\n\
    MMRburma\nMMRburma myanmar\nBFAburquina faso\nBDIburundi\nBTNbutan\nBTNbutao\nCPVcabo verde\n\
    TCAcaicos turcas\nTCAcaicos turks\nCYMcaiman\nCYMcaimans\nCYMcaimao\nTCAcaiques turques\n\
    NCLcaledonia new\nNCLcaledonia nova\nNCLcaledonia nueva\nNCLcaledonie nouvelle\nCMRcamaroes\n\
    KHMcambodge\nKHMcambodia\nKHMcamboja\nKHMcamboya\nCMRcameroon\nCMRcameroun\nCMRcamerun\nCANcanada\n\
    CPVcap vert\nCPVcape verde\nBEScaribbean netherlands\nBEScaribe neerlandes\nQATcatar\nCYMcayman\n\
    KAZcazaquistao\nCAFcentrafricaine republic\nCAFcentroafricana republic\nTCDchad\nTCDchade\n\
    CZEcheca republic\nCZEchequia\nCHLchile\nCHLchili\nCHNchina\nTWNchina china province taiwan\n\
    HKGchina hong kong rae\nHKGchina hong kong sar\nMACchina macao rae\nMACchina macao sar\n\
    MACchina macau rae\nCHNchina peoples republic\nTWNchina province taiwan\nCHNchina rp\nTWNchina taiwan\n\
    CHNchine\nHKGchinoise hong kong ras\nMACchinoise macao ras\nCYPchipre\nCXRchristmas\n\
    KNAchristophe nieves saint\nCYPchypre\nVATcidade vaticano\nVATcite etat vatican\n\
    VATcity holy see state vatican\nVATcity vatican\nVATciudad vaticano\nCIVcoast ivory\nCCKcocos\n\
    CCKcocos keeling\nCOLcolombia\nCOLcolombie\nCOMcomoras\nCOMcomores\nCOMcomoros\nCOGcongo\n\
    CODcongo democratic republic\nCODcongo dr\nCODcongo kinshasa\nCODcongo popular republic\n\
    COGcongo republic\nCOKcook\nPRKcorea democratic popular republic\nPRKcorea norte\nKORcorea republic\n\
    KORcorea sur\nPRKcoree nord\nKORcoree sud\nPRKcoreia norte\nKORcoreia sul\nCIVcosta marfil\n\
    CIVcosta marfim\nCRIcosta rica\nCIVcote divoire\nOOOcountries other\nKNAcristobal nieves san\n\
    KNAcristovao neves sao\nKNAcristovao nevis sao\nHRVcroacia\nHRVcroatia\nHRVcroatie\nCUBcuba\n\
    CUWcuracao\nCUWcurazao\nCYPcyprus\nCZEczech republic\nCZEczechia\nUSAdamerique etats unis\nDNKdanemark\n\
    UNKdatos sin\nPRKdemocratic korea peoples republic\nLAOdemocratic lao peoples republic\n\
    LAOdemocratic lao popular republic\nDNKdenmark\nUNKdesconhecido\nUNKdesconocida\nUNKdesconocido\n\
    UNKdesconocidos\nSWZdeswatini royaume\nDNKdinamarca\nUMIdistantes eua\nUMIdistantes eua menores\n\
    DJIdjibouti\nDJIdjibuti\nDMAdominica\nDOMdominicaine republic\nDOMdominican republic\n\
    DOMdominicana republic\nDMAdominique\nCODdrc\nSXMdutch maarten sint\nTLSeast timor\nAREeau\nECUecuador\n\
    GNQecuatorial guinea\nUSAee uu\nVIRee uu virgenes\nUSAeeuu\nUMIeeuu ultramarinas\nEGYegipto\nEGYegito\n\
    EGYegypt\nEGYegypte\nSHNelena santa\nUMIeloignees etats mineures unis\nECUequador\nECUequateur\n\
    GNQequatorial guine\nGNQequatorial guinea\nGNQequatoriale guinee\nERIeritrea\nERIeritreia\nERIerythree\n\
    SVKeslovaquia\nSVNeslovenia\nESPespagne\nESPespana\nESPespanha\nUNKespecificado nao\n\
    UNKespecificado no\nUNKespecificar sin\nSWZessuatini\nUMIestados menores ultramarinas unidos\n\
    USAestados unidos\nVIRestados unidos virgenes\nESTestonia\nESTestonie\nSWZesuatini\nSWZeswatini\n\
    USAetats unis\nVIRetats unis vierges\nETHethiopia\nETHethiopie\nETHetiopia\nUSAeua\nFROfaeroe\n\
    FLKfalkland\nFLKfalkland malvinas\nFROfaroe\nFSMfederated micronesia states\nRUSfederation russian\n\
    FROferoe\nFJIfidji\nFJIfiji\nPHLfilipinas\nFINfinland\nFINfinlande\nFINfinlandia\nFJIfiyi\n\
    MKDformer macedonia republic yugoslav\nFRAfranca\nGUFfrancaise guyane\nMAFfrancaise martin saint\n\
    PYFfrancaise polynesie\nFRAfrance\nGUFfrancesa guayana\nGUFfrancesa guiana\nMAFfrancesa martin saint\n\
    PYFfrancesa polinesia\nATFfranceses sul territorios\nFRAfrancia\nGUFfrench guiana\n\
    MAFfrench martin saint\nPYFfrench polynesia\nATFfrench southern territories\nWLFfutuna wallis\n\
    GABgabao\nGABgabon\nGMBgambia\nGMBgambia republic\nGMBgambie\nGHAgana\nPSEgaza\nGEOgeorgia\n\
    SGSgeorgia sandwich south south\nSGSgeorgia sandwich sul sul\nSGSgeorgia sandwich sur sur\nGEOgeorgie\n\
    SGSgeorgie sandwich sud sud\nDEUgermany\nGHAghana\nGIBgibraltar\nGRDgranada\nVCTgranadinas san vicente\n\
    VCTgranadinas sao vicente\nGRCgrece\nGRCgrecia\nGRCgreece\nGRLgreenland\nGRDgrenada\nGRDgrenade\n\
    VCTgrenadines saint vincent\nGRLgroenland\nGRLgroenlandia\nGRLgronelandia\nGLPguadalupe\nGLPguadeloupe\n\
    GUMguam\nGTMguatemala\nGGYguernesey\nGGYguernsey\nGUYguiana\nGINguine\nPNGguine nova papua\nGINguinea\n\
    PNGguinea new papua\nPNGguinea nueva papua\nGINguinee\nPNGguinee nouvelle papouasie\nGUYguyana\n\
    HTIhaiti\nHMDheard macdonald\nHMDheard mcdonald\nSHNhelena saint\nSHNhelena santa\nSHNhelene sainte\n\
    NLDholanda\nNLDholland\nVATholy see\nHNDhonduras\nHKGhong kong\nHKGhong kong sar\nHUNhongrie\n\
    HUNhungary\nHUNhungria\nISLiceland\nUNKidentificado no\nYEMiemen\nUNKinconnu\nINDinde\nINDindia\n\
    IDNindonesia\nIDNindonesie\nGBRinglaterra\nIRNira\nIRQirak\nIRNiran\nIRNiran islamic republic\nIRNirao\n\
    IRQiraq\nIRQiraque\nIRLireland\nIRLirlanda\nIRLirlande\nISLislande\nISLislandia\nIMNisle man\n\
    ISRisrael\nITAitalia\nITAitalie\nITAitaly\nJAMjamaica\nJAMjamaique\nSJMjan mayen svalbard\nJPNjapan\n\
    JPNjapao\nJPNjapon\nJEYjersey\nJORjordan\nJORjordania\nJORjordanie\nKAZkazajistan\nKAZkazakhstan\n\
    KENkenia\nKENkenya\nNLDkingdom netherlands\nGBRkingdom united\nKGZkirghizistan\nKGZkirghizstan\n\
    KGZkirguistan\nKGZkirguizistan\nKIRkiribati\nKNAkitts nevis saint\nPRKkorea north\nKORkorea republic\n\
    KORkorea south\nXKXkosovo\nSRBkosovo serbia\nKWTkoweit\nKWTkuwait\nKGZkyrgyz republic\nKGZkyrgyzstan\n\
    LKAlanka sri\nLAOlao pdr\nLAOlaos\nLVAlatvia\nLBNlebanon\nSLEleoa serra\nSLEleona sierra\n\
    SLEleone sierra\nLSOlesotho\nLSOlesoto\nTLSleste timor\nLVAletonia\nLVAlettonie\nLBNliban\nLBNlibano\n\
    LBRliberia\nLBYlibia\nLBYlibya\nLBYlibye\nLIEliechtenstein\nLTUlithuania\nLTUlituania\nLTUlituanie\n\
    LCAlucia saint\nLCAlucia santa\nLCAlucie sainte\nLUXluxembourg\nLUXluxemburgo\n\
    SXMmaarten neerlandesa sint\nSXMmaarten sint\nMACmacao\nMACmacau\nMKDmacedoine nord\nMKDmacedonia\n\
    MKDmacedonia norte\nMKDmacedonia north\nMKDmacedonia north republic\nMKDmacedonia tfyr\nMDGmadagascar\n\
    MYSmalaisie\nMYSmalasia\nMWImalaui\nMWImalawi\nMYSmalaysia\nMDVmaldivas\nMDVmaldives\nMLImali\n\
    FLKmalouines\nMLTmalta\nMLTmalte\nFLKmalvinas\nIMNman\nMNPmariana northern\nMNPmarianas norte\n\
    MNPmariannes nord\nSMRmarin saint\nSMRmarino san\nMARmaroc\nMARmarrocos\nMARmarruecos\nMHLmarshall\n\
    SXMmartin neerlandaise saint\nMAFmartin saint\nMAFmartin san\nMAFmartinho sao\nMTQmartinica\n\
    MTQmartinique\nMUSmaurice\nMUSmauricia\nMUSmauricio\nMRTmauritania\nMRTmauritanie\nMUSmauritius\n\
    MYTmayotte\nMEXmexico\nMEXmexique\nFSMmicronesia\nFSMmicronesie\nUMIminor outlying states united\n\
    SPMmiquelao pedro sao\nSPMmiquelon pedro san\nSPMmiquelon pierre saint\nMOZmocambique\nMDAmoldavia\n\
    MDAmoldavie\nMDAmoldova\nMDAmoldova republic\nMCOmonaco\nMNGmongolia\nMNGmongolie\nMSRmonserrate\n\
    MNEmontenegro\nMSRmontserrat\nMARmorocco\nMOZmozambique\nMMRmyanmar\nOOOnacionalidades otras\n\
    VNMnam viet\nNAMnamibia\nNAMnamibie\nCXRnatal\nOOOnationalities other\nNRUnauru\nCXRnavidad\nNPLnepal\n\
    NLDnetherlands\nNZLnew zealand\nNICnicaragua\nNERniger\nNGAnigeria\nNIUniue\nUNKnon precise\n\
    NFKnorfolk\nNORnoruega\nNORnorvege\nNORnorway\nUNKnot specified\nUNKnot stated\nNZLnouvelle zelande\n\
    NZLnova zelandia\nNZLnueva zelanda\nESHoccidental sahara\nPSEoccupied palestinian territory\n\
    ESHocidental saara\nOMNoma\nOMNoman\nTLSoriental timor\nOOOother\nOOOothers\nOOOotra\nOOOotras\n\
    OOOotro\nOOOotros\nOOOotros paises\nUGAouganda\nUMIoutlying us\nOOOoutras\nOOOoutro\nOOOoutros\n\
    UZBouzbekistan\nPAKpakistan\nPLWpalaos\nPLWpalau\nPSEpalestina\nPSEpalestine\nPSEpalestine state\n\
    PSEpalestinian\nPSEpalestinian territories\nPSEpalestiniens territoires\nPSEpalestinos territorios\n\
    PANpanama\nPAKpaquistao\nPRYparaguai\nPRYparaguay\nPERperou\nXXApersons stateless\nPERperu\n\
    PHLphilippines\nPCNpitcairn\nPOLpoland\nPOLpologne\nPOLpolonia\nPRIporto rico\nPRTportugal\nCHNprc\n\
    STPprincipe santo tome\nSTPprincipe sao tome\nPRIpuerto rico\nQATqatar\nKENquenia\nKGZquirguistao\n\
    KIRquiribati\nVENrb venezuela\nCODrdc\nGBRreino unido\nSVKrepublic slovak\nTZArepublic tanzania united\n\
    TZArepublic tanzanie unie\nCZErepublic tcheque\nYEMrepublic yemen\nREUreuniao\nREUreunion\nROUromania\n\
    ROUromenia\nROUroumanie\nGBRroyaume uni\nRWAruanda\nROUrumania\nRUSrusia\nRUSrussia\nRUSrussie\n\
    RWArwanda\nESHsahara western\nVATsaint siege vatican\nVCTsaint vincent\nSLBsalomao\nSLBsalomon\n\
    SLVsalvador\nWSMsamoa\nVATsanta se\nVATsanta sede\nSYCseicheles\nSENsenegal\nSRBserbia\nSRBserbie\n\
    SRBservia\nSYCseychelles\nSGPsingapore\nSGPsingapour\nSGPsingapur\nSGPsingapura\nSYRsiria\nSVKslovakia\n\
    SVKslovaquie\nSVNslovenia\nSVNslovenie\nSLBsolomon\nSOMsomalia\nSOMsomalie\nSDNsoudan\nSSDsoudan sud\n\
    SSDsouth sudan\nESPspain\nXXAstateless\nUSAstates united\nVIRstates united virgin\nSWZsuazilandia\n\
    ZAFsudafrica\nSDNsudan\nSSDsudan sur\nSDNsudao\nSSDsudao sul\nSWEsuecia\nSWEsuede\nCHEsuica\nCHEsuisse\n\
    CHEsuiza\nSURsurinam\nSURsuriname\nSWZswaziland\nSWEsweden\nCHEswitzerland\nSYRsyria\nSYRsyrie\n\
    TJKtadjikistan\nTJKtadjiquistao\nTHAtailandia\nTWNtaiwan\nTJKtajikistan\nTJKtajiquistao\nTZAtanzania\n\
    TZAtanzanie\nTJKtayikistan\nTCDtchad\nCZEtchequia\nCZEtchequie\nTHAthailand\nTHAthailande\nTIBtibet\n\
    TIBtibetan\nTIBtibetans\nTLStimor\nTTOtobago trindade\nTTOtobago trinidad\nTTOtobago trinite\nTGOtogo\n\
    TKLtokelau\nTONtonga\nTUNtunez\nTUNtunisia\nTUNtunisie\nTKMturcomenistao\nTURturkey\nTURturkiye\n\
    TKMturkmenistan\nTKMturquemenistao\nTURturquia\nTURturquie\nTUVtuvalu\nAREuae\nUKRucrania\nUGAuganda\n\
    GBRuk\nUKRukraine\nUNKunknown\nUNKunknown various\nUNKunspecified\nURYuruguai\nURYuruguay\nUSAus\n\
    VIRus virgin\nUSAusa\nUZBuzbekistan\nUZBuzbequistao\nVUTvanuatu\nVATvatican\nVENvenezuela\nVNMvietna\n\
    VNMvietnam\nVNMvietname\nYEMyemen\nDJIyibuti\nCODzaire\nZMBzambia\nZMBzambie\nZWEzimbabue\nZWEzimbabwe\n\
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
