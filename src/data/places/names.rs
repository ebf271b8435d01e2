//! What files call countries: names in five languages and publishers' own.
//!
//! Written by `cargo xtask data` from the reference country files; do not edit.

/// A line a name: the alpha-3 code and the name's words as [`super::key`] has them; sorted by name.
pub(super) const NAMES: &str = "\
    SRB1244 1999 kosovo res serbia south\nXKX1244 1999 kosovo res south\nXKX1244 1999 kosovo unscr\n\
    XKX1244 99 council kosovo nations resolution security under united\n\
    XKX1244 99 council kosovo resolution security un under\nXKX1244 99 kosovo under unscr\n\
    XKX1244 council kosovo nations resolution security under united\n\
    XKX1244 council kosovo resolution security un under\nXKX1244 kosovo res under unsc\nXKX1244 kosovo un\n\
    XKX1244 kosovo under unscr\nXKX1244 kosovo unscr\nDEU1990 former frg germany territory until\nUSAabd\n\
    BRNabode brunei nation peace\nSHNacuna ascension elena santa tristan\n\
    SHNacuna ascension helena santa tristan\nHKGadministracao china especial hong kong regiao\n\
    MACadministracao chinesa especial macau regiao\nHKGadministrativa china especial hong kong region\n\
    MACadministrativa china especial macao region\nHKGadministrativa especial hong kong regiao\n\
    MACadministrativa especial macau regiao\nHKGadministrative china hong kong region special\n\
    MACadministrative china macao region special\nHKGadministrative chine hong kong region speciale\n\
    MACadministrative chine macao region speciale\nHKGadministrative chinoise hong kong region speciale\n\
    MACadministrative chinoise macao region speciale\nHKGadministrative hong kong region special\n\
    MACadministrative macao region special\nMACadministrative macau region special\n\
    UMIafastadas eua menores\nAFGafeganistao\nAFGafganistan\nAFGafghanistan\nZAFafrica south\n\
    NAMafrica south west\nZAFafrica sud\nZAFafrica sul\nZAFafrica sur\nCAFafrican car central republic\n\
    CAFafrican central republic\nZAFafrican republic south\nCAFafricana centro republic\nZAFafrik di sid\n\
    ZAFafrik disid\nCAFafrik santral\nZAFafrique sud\nLBYaj libyan\nARGajantin\nALAaland\nALAalanda\n\
    ALBalbani\nALBalbania\nALBalbanie\nUMIalejadas ee menores uu\nUMIalejadas estados menores unidos\n\
    DEUalemanha\nDEUalemanha federal republic\nDEUalemanha federativa republic\nDEUalemania\n\
    DEUalemania federal republic\nDZAalgeria\nDZAalgerie\nDZAalgerienne democratic populaire republic\n\
    DZAalgerienne republic\nDZAaljeri\nOOOall countries other\nOOOall other\nOOOall others\nDEUallemagne\n\
    DEUallemagne federale republic\nDEUalmay\nOOOaltri\nOOOaltri paesi\nARMameni\n\
    USAamerica ee estados unidos uu\nUSAamerica ee uu\nUSAamerica estados unidos\nUSAamerica states united\n\
    USAamerica stati uniti\nUSAamerica us\nASMamericaines samoa\nVIRamericaines vierges\nASMamerican samoa\n\
    VIRamerican virgin\nASMamericana samoa\nVIRamericanas virgenes\nVIRamericanas virgens\n\
    USAamericanos estados unidos\nUSAamerik etazini\nUSAamerika birlesik devletleri\n\
    USAamerika staaten vereinigte von\nUSAamerika staten van verenigde\nASMameriken samwa\n\
    USAamerique etats unis\nVIRamerique etats unis vierges\nANDando\nANDandora\nANDandorra\n\
    ANDandorra principat\nANDandorre\nUNKangabe ohne\nUNKangabe ohne und ungeklart\nGBRanglete ini wayom\n\
    XCXanglo normandes\nXCXanglonormandas\nAGOangola\nAIAanguila\nAIAanguilla\nUNKanswer no\n\
    ATFantarctic fr lands south\nATFantarctic french lands southern\n\
    ATFantarctic french lands southern territory\nATFantarctic french southern territories\nATAantarctica\n\
    ATAantarctique\nATFantarctiques australes francaises terres\nATFantarticas austrais francesas terras\n\
    ATFantarticos australes franceses territorios\nATAantartida\nATAantatik\n\
    MKDantiga iugoslava macedonia republic\nATGantigua\nATGantigua barb\nATGantigua barbuda\n\
    MKDantigua macedonia republic yugoslava\nATGantigwa babouda\nXXAapatrida\nXXAapatrida persona\n\
    XXAapatridas\nXXAapatridas personas\nXXAapatride\nXXAapatrides\nXXAapolide\nXXAapolidi\nSYRar syrian\n\
    AREarab emir unit\nAREarab emira ini\nAREarab emirates\nAREarab emirates united\nAREarab emirates utd\n\
    LBYarab great jamahiriya libyan peoples socialist\nLBYarab jamah libyan\nLBYarab jamahiriya libya\n\
    LBYarab jamahiriya libyan\nLBYarab libyan republic\nSYRarab republic syrian\nSYRarab syrian\n\
    AREarab united\nLBYarabe jamahiriya libia\nLBYarabe jamahiriya libyenne\nSYRarabe republic syrienne\n\
    AREarabes emirados\nAREarabes emirados unidos\nAREarabes emiratos\nAREarabes emiratos unidos\n\
    AREarabes emirats\nAREarabes emirats unis\nSAUarabi saoudit\nSAUarabi sawoudit\nSAUarabia saudi\n\
    SAUarabia saudita\nSAUarabie saoudite\nSYRarabische republic syrien\nDZAargelia\n\
    DZAargelina democratic popular republic\nDZAargelina republic\nARGargentina\nARGargentine\nARMarmenia\n\
    ARMarmenie\nABWaruba\nMKDarym\nSHNascensao cunha helena santa tristao\n\
    SHNascension cunha elena santa tristan\nSHNascension cunha helena saint tristan\n\
    SHNascension cunha helene sainte tristan\nATFaustrais franceses territorios\n\
    ATFaustrales francaises terres\nATFaustrales francesas tierras\nATFaustrales franceses territorios\n\
    AUSaustralia\nAUSaustralie\nAUTaustria\nPSEauthority national palestinian\nPSEauthority palestinian\n\
    PSEautoridad palestina\nOOOautre\nOOOautres\nOOOautres nationalites\nOOOautres pays\nAUTautriche\n\
    UNKavailable not\nCIVavorio costa\nHTIayiti\nAZEazebaydjan\nAZEazerbaidjan\nAZEazerbaidjao\n\
    AZEazerbaijan\nAZEazerbaijao\nAZEazerbaiyan\nAZEazerbaydjan\nVENb r venezuela\nNLDba peyi\nBHSbaamas\n\
    BHSbahamas\nBHRbahrain\nBHRbahrein\nGGYbailiwick guernsey\nJEYbailiwick jersey\n\
    BESbaixos caribenhos paises\nSXMbaixos martinho paises sao\nNLDbaixos paises\nNLDbajos paises\n\
    BGDbangladech\nBGDbangladeche\nBGDbanglades\nBGDbangladesh\nPSEbank gaza strip west\nPSEbank gaza west\n\
    BHRbarayn\nBRBbarbad\nBRBbarbade\nBRBbarbados\nBHRbarein\nBHRbarem\nBHRbareyn\n\
    BLMbarthelemy collectivity saint territorial\nBLMbarthelemy saint\nBLMbarths saint\nBLMbartolome san\n\
    BLMbartolomeu sao\nNLDbas bas pays pays royaume\nBESbas caribeens pays\nSXMbas martin pays saint\n\
    NLDbas pays\nBLRbelarus\nPLWbelau\nBELbelgica\nBELbelgique\nBELbelgium\nBLZbelice\nBLZbeliz\nBLZbelize\n\
    BELbeljik\nBLRbelorussia\nBENbenen\nBGDbengladesh\nBENbenim\nBENbenin\nBMUbermid\nBMUbermuda\n\
    BMUbermudas\nBMUbermude\nBMUbermudes\nBESbes\nINDbharat\nBTNbhoutan\nBTNbhutan\nBLRbielo russia\n\
    BLRbielorrusia\nBLRbielorrussia\nBLRbielorussia\nBLRbielorussie\nBGRbilgari\nUNKbilinmeyen\nMMRbimani\n\
    MMRbirmania\nMMRbirmania mianmar\nMMRbirmania myanmar\nMMRbirmanie\nMMRbirmanie myanmar\nGNBbisao gine\n\
    GNBbisau guinea\nGNBbissau guine\nGNBbissau guinea\nGNBbissau guinee\nVENbol republic venezuela\n\
    VENboliv republic venezuela\nVENbolivarian republic venezuela\nVENbolivariana republic venezuela\n\
    VENbolivarienne republic venezuela\nBOLbolivi\nBOLbolivia\nBOLbolivia estado plurinacional\n\
    BOLbolivia plurinational state\nBOLbolivie\nBOLbolivie etat plurinational\nBESbonaire\n\
    BESbonaire eustache saba saint\nBESbonaire eustaquio saba san\nBESbonaire eustaquio saba santo\n\
    BESbonaire eustatius saba saint\nBESbonaire eustatius saba sint\nBIHbosni\nBIHbosni ezegovin\n\
    BIHbosnia\nBIHbosnia erzegovina\nBIHbosnia hercegovina\nBIHbosnia herzegovina\nBIHbosnia herzegowina\n\
    BIHbosnie\nBIHbosnie herzegovine\nBIHbosnien herzegowina\nBWAbostwana\nBWAbotsuana\nBWAbotswana\n\
    BFAboukina faso\nBFAboukinafaso\nBDIbouroundi\nBTNboutan\nBTNbouthan\nBVTbouvet\nVGBbr virgin\n\
    BRAbrasil\nCOGbrazavil kongo\nBRAbrazil\nCOGbrazzaville congo\nBRAbresil\n\
    GBRbretagna di gran irlanda nord regno unito\nGBRbretagne grande\n\
    GBRbretagne grande irlande nord royaume uni\nGBRbretana gran\n\
    GBRbretana gran irlanda norte reino unido\nGBRbretana gran reino unido\nGBRbretanha gra\n\
    GBRbretanha gra irlanda norte reino unido\nGBRbretay grann\nBRAbrezil\nGBRbritain\nGBRbritain great\n\
    GBRbritain great ireland kingdom north united\nGBRbritain great ireland kingdom northern united\n\
    GBRbritain great ireland northern uk\nGBRbritain great uk\nVGBbritanicas virgenes\n\
    VGBbritanicas virgens\nIOTbritanico indico oceano territorio\nVGBbritanik il viej\n\
    IOTbritannique indien ocean\nIOTbritannique indien ocean territoire\nVGBbritanniques vierges\n\
    GUYbritish guiana\nBLZbritish honduras\nIOTbritish indian ocean territory\nVGBbritish virgin\n\
    BRNbrunei\nBRNbrunei darrussalam\nBRNbrunei darusalam\nBRNbrunei darussalam\n\
    BRNbrunei darussalam negara\nBRNbrunei nation\nBGRbulgaria\nBGRbulgarie\nBFAburkina\nBFAburkina faso\n\
    MMRburma\nMMRburma myanmar\nBFAburquina\nBFAburquina faso\nBDIburundi\nBTNbutan\nBTNbutao\nVGBbv i\n\
    VGBbvi\nBLRbyelorisi\nBLRbyelorussia\nCODc dr\nCHNc pr\nCODc rd\nTWNc ro taiwan\nCAFca r\n\
    CPVcabo cape verde verde\nCPVcabo verde\nTCAcaicos turcas\nTCAcaicos turcos\nTCAcaicos turks\n\
    CYMcaiman\nCYMcaiman gran\nCYMcaimanes\nCYMcaimans\nCYMcaimao\nTCAcaiques turks\nTCAcaiques turques\n\
    NCLcaledonia new\nNCLcaledonia nova\nNCLcaledonia nueva\nNCLcaledonie nouvelle\nCMRcamaroes\n\
    KHMcambodge\nKHMcambodia\nKHMcamboja\nKHMcamboya\nCMRcameroon\nCMRcameroun\nCMRcamerun\nCANcanada\n\
    XCXcanal\nCPVcap vert\nCPVcape verde\nCAFcar\nBEScaribbean netherlands\nBEScaribe neerlandes\nQATcatar\n\
    CYMcayman\nCYMcayman grand\nCYMcaymans\nKAZcazaquistao\nCZEceca republic\nLKAceilan lanka sri\n\
    CAFcentrafricaine republic\nCAFcentrafrique\nCAFcentroafricana republic\nTCDchad\nTCDchade\nIOTchagos\n\
    XCXchannel\nGGYchannel guernsey\nCZEcheca republic\nCZEchequia\nCHLchile\nCHLchili\nCHNchin\nCHNchina\n\
    TWNchina china province taiwan\nCHNchina except hong kong\nCHNchina except hong kong macao\n\
    CHNchina excluding sars taiwan\nHKGchina hong kong\nHKGchina hong kong rae\nHKGchina hong kong sar\n\
    MACchina macao\nMACchina macao rae\nMACchina macao sar\nMACchina macau\nMACchina macau rae\n\
    MACchina macau sar\nCHNchina mainland pr\nCHNchina peoples republic\nCHNchina pop republic\n\
    CHNchina popular republic\nCHNchina pr\nCHNchina prc\nTWNchina prov taiwan\nTWNchina province taiwan\n\
    TWNchina provincia taiwan\nTWNchina republic taiwan\nCHNchina rp\nTWNchina taiwan\n\
    CHNchina volksrepublik\nCHNchine\nHKGchine hong kong ras\nCHNchine populaire republic\n\
    TWNchine province taiwan\nTWNchine taiwan\nTWNchinese taipei\nHKGchinoise hong kong ra south\n\
    MACchinoise macao ra south\nCYPchip\nCYPchipre\nCXRchristmas\nKNAchristophe nieves saint\n\
    KNAchristopher nevis saint\nCYPchypre\nVATcidade vaticano\nCHNcinese popolare republic\nSGPcingapura\n\
    PSEcisjordania franja gaza\nPSEcisjordania gaza\nPSEcisjordanie gaza\nVATcite etat saint siege vatican\n\
    VATcite vatican\nXXAcitizens non recognised\nVATcity holy see vatican\nVATcity vatican\n\
    VATciudad estado santa sede vaticano\nVATciudad vaticano\nMNPcnmi\nCIVcoast cote ivoire ivory\n\
    CIVcoast ivory\nCCKcocos\nCCKcocos keeling\nCCKcocos keeling territory\nCOLcolombia\n\
    COLcolombia columbia\nCOLcolombie\nCOMcomoras\nCOMcomores\nCOMcomoro\nCOMcomoros\n\
    DMAcomunidad dominica\nGINconacri guine\nGINconakri guinea\nGINconakry guinea\nGINconakry guinee\n\
    CHEconfederacao suica\nCHEconfederacion helvetica\nCHEconfederacion suiza\nCHEconfederation helvetique\n\
    CHEconfederation suisse\nCHEconfederation swiss\nCOGcongo\nCODcongo democratic\n\
    CODcongo democratic republic\nCODcongo dr\nCODcongo drc\nCODcongo kinshasa\nCOGcongo peoples republic\n\
    CODcongo popular republic\nCODcongo rd\nCODcongo rdc\nCOGcongo republic\nUNKconsta no\nCOKcook\n\
    PRKcorea democratic pop republic\nPRKcorea democratic popular republic\nKORcorea di republic\n\
    PRKcorea norte\nKORcorea republic\nKORcorea republic sur\nPRKcorea rp\nPRKcorea rpd\nKORcorea sur\n\
    PRKcoree democratic pop republic\nPRKcoree democratic populaire republic\nPRKcoree nord\n\
    KORcoree republic\nKORcoree sud\nPRKcoreia democratic popular republic\nPRKcoreia norte\n\
    KORcoreia republic\nKORcoreia sul\nCIVcosta marfil\nCIVcosta marfim\nCRIcosta rica\nCIVcote divoire\n\
    CIVcote ivoire\nCIVcote lvoire\nOOOcountries other\nKNAcristobal federacion nieves san\n\
    KNAcristobal nieves san\nKNAcristovao neves sao\nKNAcristovao nevis sao\nHRVcroacia\nHRVcroatia\n\
    HRVcroatie\nCUBcuba\nCUWcuracao\nCUWcuracau\nCUWcurazao\nCYPcyprus\nCZEczech czechia republic\n\
    CZEczech republic\nCZEczechia\nDNKdanemark\nDNKdanmak\nUNKdato sin\nUNKdatos sin\nHTIdayiti\n\
    UNKdeclarado nao\nUNKdeclarado no\nUNKdeclarar sin\nUNKdeclare non\nOOOdemais paises\n\
    CODdemocratic kongo republic\nPRKdemocratic korea peo republic\nPRKdemocratic korea peoples republic\n\
    PRKdemocratic korea republic\nLAOdemocratic lao pop republic\nCODdemokratische kongo republic\n\
    PRKdemokratische korea volksrepublik\nDNKdenmark\nGRLdenmark greenland\nSHNdep ex helena saint\n\
    UNKdesconhecido\nUNKdesconoce se\nUNKdesconocida\nUNKdesconocida nacionalidad\nUNKdesconocido\n\
    UNKdesconocido pais\nUNKdesconocidos\nMKDdi ex jugoslava macedonia republic\nPRKdi kore no\n\
    KORdi kore sid\nZAFdi lafrik sid\nMKDdi macedonia republic\nMKDdi masedwan no\nMDAdi moldova republic\n\
    SSDdi sid soudan\nOOOdiger\nDNKdinamarca\nPRKdino kore\nSSDdisid soudan\n\
    UMIdistantes estados menores unidos\nUMIdistantes eua\nUMIdistantes eua menores\nCIVdivwa kot\n\
    DJIdjibouti\nDJIdjibuti\nDMAdominica\nDOMdominicaine republic\nDOMdominican\nDOMdominicana\n\
    DOMdominicana r\nDMAdominik\nDOMdominikani\nDOMdominikanische republic\nDOMdominiken republic\n\
    DMAdominique\nPRKdp korea r\nPRKdp korea ro\nPRKdp rk\nPRKdpr korea\nPRKdprk\nCODdr kongo\nCODdrc\n\
    CODdrcongo\nLUXducado gra luxemburgo\nSXMdutch maarten saint\nSXMdutch maarten sint\n\
    SXMdutch martin saint\nAREea u\nTLSeast leste timor timor\nTLSeast timor\nURYeastern republic uruguay\n\
    AREeau\nECUecuador\nGNQecuat guinea\nGNQecuatorial g\nGNQecuatorial guinea\nUSAee estados unidos uu\n\
    PRIee puerto rico uu\nUMIee ultramarinas uu\nUSAee uu\nVIRee uu virgenes\nUSAeeuu\n\
    USAeeuu estados unidos\nVIReeuu virgenes\nEGYegipto\nEGYegito\nEGYegypt\nEGYegypte\nIRLeire\n\
    IRLeire ireland republic\nEGYejip\nECUekwate\nGNQekwateryal gine\nGNQekwatoryal gine\nSHNelena santa\n\
    CIVelfenbeinkuste\nTUVellice\nUMIeloignees etats mineures unis\nUNKelsewhere not specified\nINDend\n\
    IDNendonezi\nUNKenkoni\nECUequador\nECUequateur\nGNQequatorial guine\nGNQequatorial guinea\n\
    GNQequatorial guinee\nGNQequatoriale guinee\nERIeritre\nERIeritrea\nERIeritreia\nERIeritreia estados\n\
    MKDery macedonia\nERIerythree\nERIerytrea\nSVKeslovaca republic\nSVKeslovaquia\nSVNeslovenia\n\
    ESPespagne\nESPespana\nESPespanha\nESPespanya\nESPespay\nUNKespecificada no\nUNKespecificado nao\n\
    UNKespecificado no\nUNKespecificar sin\nSWZessuatini\nPNGestado guine independente nova papua\n\
    WSMestado independente samoa\nUSAestados eua unidos\nFSMestados federados micronesia\n\
    UMIestados menores ultramarinas unidos\nMEXestados mexicanos unidos\nMEXestados mexico unidos\n\
    USAestados norteamerica unidos\nUSAestados unidos\nVIRestados unidos virgenes\n\
    VIRestados unidos virgens\nASMestadounidense samoa\nVIRestadounidenses virgenes\nTLSeste timor\n\
    ESTestoni\nESTestonia\nESTestonie\nSWZesuatini\nSWZeswatini\nSWZeswatini swaziland\n\
    FSMetats federes micronesie\nMEXetats mexique unis\nUSAetats unis\nVIRetats unis vierges\nUSAetazini\n\
    ETHethiopia\nETHethiopie\nETHetiopia\nETHetyopi\nUSAeu\nUSAeua\nVIReua virgens\n\
    MKDex jugoslava macedonia republic\nMKDex macedoine republic yougoslave\n\
    MKDex macedonia republic yugoslava\nGBRexcluding kingdom overseas territories united\n\
    SRBexcluding kosovo serbia\nUSAezetats unis\nFROfaeroe\nFLKfalkland\nFLKfalkland malvinas\n\
    FLKfalklands\nFROfaroe\nFROfaroes\nRUSfederacao russa\nRUSfederacao russia\nRUSfederacion rusa\n\
    RUSfederacion rusia\nDEUfederal germany republic\nRUSfederasyon risi\nRUSfederasyonu rusya\n\
    FSMfederated micronesia saint\nFSMfederated micronesia states\nRUSfederated rusa\nRUSfederated rusia\n\
    RUSfederated russian\nRUSfederated russie\nKNAfederation kitts nevis saint\nRUSfederation russe\n\
    RUSfederation russia\nRUSfederation russia russian\nRUSfederation russian\nRUSfederation russie\n\
    RUSfederazione russa\nFINfenlann\nFROferoe\nFJIfidji\nFJIfiji\nPHLfilipin\nPHLfilipinas\nFINfinland\n\
    FINfinlande\nFINfinlandia\nFJIfiyi\nRUSfoderation russische\nDEUformer gdr germany including\n\
    MKDformer macedonia republic yug\nMKDformer macedonia republic yugoslav\nTWNformosa taiwan\n\
    PYFfr polynesia\nFRAfranca\nGUFfrancaise guyane\nMAFfrancaise martin saint\nPYFfrancaise polynesie\n\
    FRAfrancaise republic\nFRAfrance\nMAFfrance martin saint\nMYTfrance mayotte\n\
    MAFfrances martin sao territorio\nGUFfrancesa guayana\nGUFfrancesa guayana guinea\nGUFfrancesa guiana\n\
    GUFfrancesa guyana\nMAFfrancesa martim sao\nMAFfrancesa martin saint\nMAFfrancesa martin san\n\
    MAFfrancesa martin san zona\nMAFfrancesa martinho sao\nPYFfrancesa polinesia\nFRAfrancesa republic\n\
    ATFfranceses sul territorios\nATFfranceses sur territorios\nFRAfrancia\nFRAfrans\nGUFfranse giyan\n\
    GUFfransez giyan\nPYFfransez polinezi\nGUFfrench guiana\nGUFfrench guyana\nMAFfrench martin saint\n\
    PYFfrench polynesia\nFRAfrench republic\nATFfrench southern territories\nFSMfs micronesia\nFSMfsm\n\
    WLFfutuna wallis\nMKDfy m ro\nMKDfy macedonia r\nMKDfyr macedonia\nMKDfyrom\nMKDfyrom macedonia\n\
    PNGg pn\nGABgabao\nGABgabon\nGABgabonaise republic\nGABgabonesa republic\nGABgabonese republic\n\
    GMBgambia\nGMBgambie\nGHAgana\nGMBganbi\nPSEgaza occidental ribera\nGEOgeorgia\nGEOgeorgia republic\n\
    SGSgeorgia sandwich south south\nSGSgeorgia sandwich sul sul\nSGSgeorgia sandwich sur sur\n\
    SGSgeorgias sandwich sur sur\nGEOgeorgie\nSGSgeorgie sandwich sud sud\nDEUgermany\nGHAghana\n\
    GIBgibraltar\nKIRgilbert\nGINgine\nPNGgine nouvel papouazi\nPNGgine nouvel papwazi\nGUYgiyan\n\
    GRDgranada\nVCTgranadinas san vicente\nVCTgranadinas sao vicente\nGRCgrece\nGRCgrecia\n\
    GRCgrecque republic\nGRCgreece\nGRLgreenland\nVCTgren saint vin\nVCTgren saint vincent\nGRDgrenad\n\
    GRDgrenada\nGRDgrenade\nVCTgrenadin sen vensan\nVCTgrenadines saint vincent\nGRCgres\nGRLgroenland\n\
    GRLgroenlandia\nGRLgroenlann\nGRLgronelandia\nGBRgrossbritannien\nGEOgruziya\nGLPguadalupe\n\
    GLPguadeloupe\nGUMguam\nGUMguame\nGTMguatemala\nGGYguernesey\nGGYguernsey\nGUYguiana\nGINguine\n\
    PNGguine nova papua\nGINguinea\nPNGguinea new papua\nPNGguinea north papua\nPNGguinea nueva papua\n\
    PNGguinea nva papua\nGINguinee\nPNGguinee nouvelle papouasie\nPNGguinee nvelle papouasie\nGUYguyana\n\
    GUFguyane\nGLPgwadloup\nGTMgwatemala\nGRLgwoenlann\nHTIhaiti\nHMDheard macdonald\nHMDheard mcdonald\n\
    HMDheard mcdonald territory\nVUThebrides new vanuatu\nSHNhelena saint\nSHNhelena santa\n\
    SHNhelene sainte\nGRChelenica republic\nGRChellas\nGRChellenic republic\nGRChellenique republic\n\
    NLDholanda\nSXMholandesa martim sao\nSXMholandesa martin san\nSXMholandesa martin san zona\nNLDholland\n\
    NLDhollande\nVATholy see\nHNDhonduras\nHKGhong kong\nHKGhong kong rae\nHKGhong kong sar\nHKGhongkong\n\
    HUNhongrie\nHRVhrvatska\nHUNhungary\nHUNhungria\nISLiceland\nUNKidentificado no\nUNKidentified not\n\
    YEMiemen\nYEMiemen republic\nUNKignorada\nUNKignorado\nUKRikren\nIRLilann\nUNKinconnu\nUNKinconnu pays\n\
    UNKinconnue\nINDinde\nUNKindeterminada\nUNKindeterminado\nINDindia\nUNKindicato non\nIDNindonesia\n\
    IDNindonesie\nUNKinformacao sem\nUNKinformacion sin\nUNKinformado nao\nUNKinformado no\nGBRini wayom\n\
    IRNir iran\nIRNira\nIRQirak\nIRNiran\nIRNiran islam republic\nIRNiran islamische republic\n\
    IRNiran persia\nIRNirao\nIRQiraq\nIRQiraque\nIRLireland\nURYirigwe\nIRLirlanda\nIRLirlande\nIRLirlann\n\
    ISLislande\nISLislandia\nISLislann\nISRisrael\nITAitali\nITAitalia\nITAitalian republic\n\
    ITAitaliana republic\nITAitalie\nITAitalienne republic\nITAitaly\nISRizrayel\nJAMjamaica\nJAMjamaique\n\
    JAMjamayik\nSJMjan mayen svalbard\nJPNjapan\nJPNjapao\nJPNjapon\nGEOjeoji\nJEYjersey\nJEYjersey uk\n\
    GIBjibraltar\nDJIjibuti\nJORjodani\nGEOjoji\nJORjordan\nJORjordania\nJORjordanie\nKORk ro\nGBRk u\n\
    NCLkaledoni nouvel\nCMRkamewoun\nKHMkampuchea\nCANkanada\nKHMkanbodj\nCPVkap ve\nQATkatar\n\
    TCAkayik turks\nCYMkayiman\nCYMkayman\nKAZkazajastan\nKAZkazajistan\nKAZkazajstan\nKAZkazakhstan\n\
    KAZkazakstan\nCCKkeeling\nKENkenia\nKENkenya\nCUBkiba\nGBRkingdom united\nGBRkingdom utd\n\
    CODkinshasa kongo\nKGZkirghize kirghizistan\nKGZkirghize republic\nKGZkirghizia\nKGZkirghizistan\n\
    KGZkirghizstan\nKGZkirgistan\nKGZkirgizstan\nKGZkirguisa republic\nKGZkirguistan\nKGZkirguiza republic\n\
    KGZkirguizia\nKGZkirguizistan\nKGZkirguizstan\nKIRkiribati\nKIRkiribes\nKNAkitts nevis saint\n\
    KNAkitts nevis san\nKNAkitts nevis sen\nKNAkitts saint\nUNKknown not\nCOLkolonbi\nCOMkomo\n\
    COGkongo republic\nGBRkonigreich vereinigtes\nGBRkoninkrijk verenigd\nPRKkorea north\nPRKkorea pdr\n\
    KORkorea republic\nKORkorea south\nXKXkosove\nXKXkosovo\nSRBkosovo serbia\nSRBkosovo serbia without\n\
    XKXkosovo unmik\nCRIkosta rika\nCRIkostarika\nCIVkotdivwa\nKWTkoweit\nKWTkowet\nHRVkroasi\nSAUksa\n\
    KWTkuwait\nHRVkwasi\nKGZkyrgyz republic\nKGZkyrgyzstan\nBRBlababad\nCHNlachin\nFRAlafrans\n\
    LKAlanca sri\nLKAlanka sri\nLAOlao\nLAOlao p rd\nLAOlao pd r\nLAOlao pdr\nLAOlao rdp\nLAOlaos\n\
    LAOlaos pdr\nRUSlarisi\nLVAlatvia\nLBNlebanese republic\nLBNlebanon\nINDlend\nSLEleoa serra\n\
    SLEleon syera\nSLEleona sierra\nSLEleone sierra\nLSOlesotho\nLSOlesoto\nTLSleste timor\nLVAletoni\n\
    LVAletonia\nLVAlettonie\nSLEleyon syera\nUSAlezetazini\nLSOlezoto\nLBNliban\nLBNlibanaise republic\n\
    LBNlibanesa republic\nLBNlibano\nLBRliberia\nLBRliberya\nLBYlibi\nLBYlibia\nLBYlibya\nLBYlibye\n\
    LIElichtenstayn\nLIElichtenstein\nLIEliechtenstein\nLUXliksanbou\nLCAlisi sent\nLIElistenstaine\n\
    LTUlithuania\nLTUlituania\nLTUlituanie\nLTUlityani\nOOOlot\nOOOlot peyi\nLCAlucia saint\n\
    LCAlucia santa\nLCAlucie sainte\nLUXluxembourg\nLUXluxemburg\nLUXluxemburgo\n\
    SXMmaarten martinho sao sint\nSXMmaarten neerlandesa sint\nSXMmaarten netherlands sint\n\
    SXMmaarten saint\nSXMmaarten sint\nMACmacao\nMACmacao rae\nMACmacao sar\nMACmacau\nMACmacau sar\n\
    MKDmacedoine\nMKDmacedoine nord\nMKDmacedonia\nMKDmacedonia norte\nMKDmacedonia north\n\
    MKDmacedonia tf yr\nMKDmacedonia tfyr\nMDGmadagascar\nMDGmadagaskar\nMYTmaiote\nMKDmakedonien\n\
    MYSmalaisie\nMYSmalasia\nMWImalaui\nMWImalawi\nMYSmalaysia\nMDVmaldiv\nMDVmaldivas\nMDVmaldive\n\
    MDVmaldives\nMYSmalezi\nMLImali\nFLKmalouines\nMLTmalt\nMLTmalta\nMLTmalte\nFLKmalvinas\nIMNman\n\
    SMRmaren san\nSMRmaren sen\nMNPmariana north\nMNPmariana northern\nMNPmarianas norte\n\
    MNPmarianas northern\nMNPmarianas septentrionales\nMNPmarianas setentrionais\nMNPmariannes nord\n\
    MNPmariannes septentrionales\nSMRmarin saint\nSMRmarin san\nSMRmarinho sao\nSMRmarino san\n\
    SMRmarino sao\nMARmaroc\nMARmarrocos\nMARmarruecos\nMHLmarshall\nSXMmarteen sint\n\
    SXMmartin neerlandaise saint\nSXMmartin neerlandesa san\nMAFmartin saint\nMAFmartin san\n\
    MAFmartinho sao\nMTQmartinica\nMTQmartinique\nMKDmasedwan\nMTQmatinik\nMUSmaurice\nMUSmauricia\n\
    MUSmauricias\nMUSmauricio\nMRTmauritania\nMRTmauritanie\nMUSmauritius\nMARmawok\nMYTmayot\nMYTmayotte\n\
    MKDmazedonien\nMEXmejico\nMEXmeksik\nMEXmexican states united\nMEXmexico\nMEXmexique\nMMRmianma\n\
    MMRmianmar\nFSMmicronesia\nFSMmicronesie\nUMIminor outlying states united\nUMIminor outlying us\n\
    UMIminor us\nSPMmiquelao pedro sao\nSPMmiquelon pedro san\nSPMmiquelon pedro sao\n\
    SPMmiquelon pierre saint\nSPMmiquelon pierre san\nMOZmocambique\nMDAmoldau republic\nMDAmoldavi\n\
    MDAmoldavia\nMDAmoldavie\nMDAmoldova\nMCOmonaco\nMCOmonako\nMNGmongoli\nMNGmongolia\n\
    MNGmongolian peoples republic\nMNGmongolie\nMSRmonserrate\nMNEmontenegro\nMNEmontenegwo\nMSRmontserrat\n\
    MUSmoris\nMRTmoritani\nMARmorocco\nMOZmozambique\nMOZmozanbik\nMMRmyanma\nMMRmyanmar\n\
    OOOnacionalidad otra\nXXAnacionalidad sin\nXXAnacionalidade sem\nOOOnacionalidades otras\n\
    OOOnacionalidades outras\nVNMnam republic socialist viet\nVNMnam republic socialista viet\n\
    VNMnam republic socialiste viet\nVNMnam viet\nNAMnamibi\nNAMnamibia\nNAMnamibie\nNRUnaorou\n\
    XXAnasyonalite san\nCXRnatal\nXXAnationalite sans\nOOOnationalities other\nUNKnationality not stated\n\
    XXAnationality stateless unknown\nUNKnationality unknown\nUNKnationality unknown unspecified\nNRUnauru\n\
    CXRnavidad\nNLDnederland\nNPLnepal\nNLDnetherlands\nNZLnew zealand\nNICnicaragua\nNERniger\nNGAnigeria\n\
    NERnije\nNGAnijerya\nNICnikaragwa\nNIUnioue\nNIUniue\nUNKno sabe\nUNKnon precise\nUNKnon renseigne\n\
    UNKnon specifie\nNFKnorfolk\nASMnorteamericana samoa\nNZLnorth zealand\nNORnoruega\nNORnorvege\n\
    NORnorway\nUNKnot reported\nUNKnot specified\nUNKnot stated\nNZLnouvel zeland\nNZLnouvel zelann\n\
    NZLnouvelle zelande\nNZLnova zelandia\nNORnovej\nNZLnueva zelanda\nNZLnueva zelandia\nNZLnva zelanda\n\
    ESHoccidental sahara\nWSMoccidental samoa\nPSEoccupe palestinien territoire\n\
    PSEoccupied palestinian territories\nPSEoccupied palestinian territory\nESHocidental saara\n\
    ESHocidental sara\nPSEocupado palestino territorio\nPSEocupados palestinos territorios\n\
    ESHoksidantal sahara\nNLDolann\nOMNoma\nOMNoman\nUNKonbekend\nHNDondiras\nHUNongri\nPSEopt\n\
    TLSoriental timor\nTLSoryantal timo\nAUTosterreich\nAUSostrali\nOOOother\nOOOothers\nOOOotra\nOOOotras\n\
    AUTotrich\nOOOotro\nOOOotro pais\nOOOotros\nOOOotros paises\nUGAouganda\nUMIoutlying us\nOOOoutras\n\
    OOOoutro\nOOOoutros\nOOOoutros paises\nUZBouzbekistan\nOOOoverige\nOOOpaises resto\nPAKpakistan\n\
    PLWpalao\nPLWpalaos\nPLWpalau\nPSEpalestin\nPSEpalestina\nPSEpalestine\nPSEpalestinian\n\
    PSEpalestinian territories\nPSEpalestinian territory\nPSEpalestinianos territorios\nPSEpalestinians\n\
    PSEpalestinien territoire\nPSEpalestiniens territoires\nPSEpalestino territorio\n\
    PSEpalestinos territorios\nPANpanama\nDOMpanyol\nPAKpaquistao\nPRYparaguai\nPRYparaguay\nPRYparagwe\n\
    PERperou\nXXAperson stateless\nXXApersons stateless\nPERperu\nPERpewou\nINDpeyi zend\nNLDpeyiba\n\
    PHLphilippines\nPCNpitcairn\nTWNpoc taiwan\nPOLpoland\nPOLpologne\nPOLpolonia\nPOLpoloy\nPRIporto rico\n\
    PRTportugaise republic\nPRTportugal\nPRTportuguesa republic\nPRTportuguese republic\nPRTpotigal\n\
    PRIpotoriko\nCHNprc\nSTPprin sao tome\nSTPprince saint thomas\nSTPprincipe santo tome\n\
    STPprincipe sao tome\nSTPprincipe saotome\nSTPprincipe south tome\nPRIpuerto rico\nPRIpuerto rico us\n\
    PRIpuerto rico usa\nQATqatar\nKENquenia\nKGZquirgistao\nKGZquirguistao\nKGZquirguizia\nKIRquiribati\n\
    GBRr u\nGBRr unido\nVENrb venezuela\nCAFrca\nDOMrd\nCODrdc\nCODrdcongo\nGBRreino unido\n\
    VGBreino unido virgenes\nRWArepublic rwandaise\nRWArepublic rwandese\nCAFrepublic santafrik\n\
    CAFrepublic santrafriken\nSVKrepublic slovacca\nSVKrepublic slovak\nSVKrepublic slovak slovakia\n\
    SVKrepublic slovaque\nSVKrepublic slowakische\nVNMrepublic socialist vietnam\n\
    VNMrepublic socialista vietnam\nSYRrepublic syrian\nTZArepublic tanzania u\nTZArepublic tanzania utd\n\
    CZErepublic tcheca\nCZErepublic tchek\nCZErepublic tcheque\nTGOrepublic togolaise\n\
    TGOrepublic togolesa\nTGOrepublic togolese\nCZErepublic tschechische\nYEMrepublic yemen\nOOOrest\n\
    OOOresto\nREUreuniao\nREUreunion\nREUreyinyon\nZWErhodesia southern zimbabwe\nRUSrisi\nTWNroc taiwan\n\
    KORrok\nROUromania\nROUromenia\nROUroumania\nROUroumanie\nGBRroyaume uni\nZAFrs\nZAFrsa\nGBRru\n\
    RWAruanda\nROUrumania\nROUrumenia\nRUSrusia\nRUSrussia\nRUSrussie\nRWArwanda\nESHsahara w\n\
    ESHsahara western\nVATsaint siege\nVATsaint siege vatican\nVCTsaint vincent\nSLBsalomao\nSLBsalomon\n\
    SLVsalvado\nSLVsalvador\nWSMsamoa\nWSMsamoa western\nWSMsamwa\nVCTsan vicente\nVATsanta se\n\
    VATsanta sede\nVATsanta sede vaticano\nSTPsanto tome\nSTPsao tome\nSAUsaudita\nCHEschweiz\n\
    UNKsconosciuto\nSRBsebi\nSYCsechel\nSYCseicheles\nDOMsendomeng\nSENsenegal\nSGPsengapou\nSRBserbia\n\
    SRBserbie\nSRBservia\nSYCsesel\nSYCseychelles\nTHAsiam thailand\nSGPsingapore\nSGPsingapour\n\
    SGPsingapur\nSGPsingapura\nSYRsiri\nSYRsiria\nSURsirinam\nSVKslovaki\nSVKslovakia\nSVKslovaquie\n\
    SVNsloveni\nSVNslovenia\nSVNslovenie\nSLBsolomon\nSOMsomali\nSOMsomalia\nSOMsomalie\nOOOsonstige\n\
    SDNsoudan\nSSDsoudan sud\nSSDsouth sudan\nUSAsouth u\nESPspain\nLKAsrilanka\nXXAstaatenlos\n\
    XXAstaatloos\nXXAstateless\nXXAstatelessness\nUSAstates united\nUSAstates united us\n\
    USAstates united usa\nVIRstates united virgin\nUSAstates unites\nUSAstates utd\nSWZsuazilandia\n\
    ZAFsudafrica\nSDNsudan\nSSDsudan sur\nSDNsudao\nSSDsudao sul\nSWEsuecia\nSWEsuede\nCHEsuica\nCHEsuisse\n\
    CHEsuiza\nZAFsurafrica\nSURsurinam\nSURsuriname\nSJMsvalbard\nSWZswatini\nSWZswaziland\nSWZswazilandia\n\
    SWZswazilann\nSWEsweden\nCHEswis\nCHEswitzerland\nSWEsyed\nSYRsyria\nSYRsyrie\nTTOtabago trinidad\n\
    TJKtadjikistan\nTJKtadjiquistao\nTJKtadyikistan\nTJKtadzhikistan\nTHAtailandia\nTWNtaiwan\n\
    TJKtajikistan\nTJKtajikstan\nTJKtajiquistao\nTZAtanzani\nTZAtanzania\nTZAtanzania ur\nTZAtanzanie\n\
    TJKtayikistan\nTHAtayilann\nTWNtaywan\nTWNtaywann\nTCDtchad\nCZEtcheki\nCZEtchequia\nCZEtchequie\n\
    THAthailand\nTHAthailande\nTIBtibet\nTIBtibetan\nTIBtibetans\nTURtiki\nTLStimor\nTUNtinizi\n\
    TKMtirkmenistan\nTTOtob trinidad\nTTOtobago trindade\nTTOtobago trinidad\nTTOtobago trinidade\n\
    TTOtobago trinite\nTGOtogo\nTKLtokelau\nTONtonga\nTKLtoquelau\nTUVtouvalou\nTTOtrinidad\nTUNtunez\n\
    TUNtunisia\nTUNtunisie\nTKMturcomenistao\nTURturkey\nTURturkey turkiye\nTURturkiye\nTKMturkmenia\n\
    TKMturkmenistan\nTKMturkomenistan\nTKMturquemenistao\nTURturquia\nTURturquie\nTUVtuvalu\nUSAu\nAREua\n\
    AREuae\nOOOubrige\nUKRucrania\nUGAuganda\nGBRuk\nVGBuk virgin\nUKRukraine\nUKRukrania\nUKRukrayin\n\
    UNKunbekannt\nUNKundefined\nUNKundetermined\nUNKungeklart\nUNKunidentified\nUNKunknown\n\
    UNKunknown various\nUNKunspecified\nURYuruguai\nURYuruguay\nUSAus\nVIRus vi\nVIRus virgin\nUSAusa\n\
    VIRusa virgin\nUZBusbequistao\nVIRusvi\nUZBuzbekistan\nUZBuzbequistao\nVUTvanuatu\nVUTvanwatou\n\
    UNKvarious\nXXAvatansiz\nVATvatican\nVATvaticano\nVATvatikan\nVENvenezuela\nVENvenezwela\nVENvenezyela\n\
    VNMvietna\nVNMvietnam\nVNMvietname\nFJIviti\nUSAvs\nVNMvyetnam\nBLRweissrussland\nROUwoumani\nYEMyemen\n\
    DJIyibuti\nZMBzambia\nZMBzambie\nZMBzanbi\nZWEzimbabue\nZWEzimbabwe\nZWEzinbabwe\n\
    AZEазербайджанская республика\n\
    USAамерики соединенные штаты\n\
    SYRарабская республика сирийская\nARMармения республика\n\
    XXAбез гражданства\nXXAбез гражданства лица\n\
    BLRбеларусь республика\nBLRбелоруссия\nVNMвьетнам\nOOOдругие\n\
    KAZказахстан республика\nPRKкндр\nCHNкнр\nKORкорея республика\n\
    PRKкорея северная\nKORкорея южная\n\
    GBRкоролевство соединенное\nKGZкыргызстан\nMDAмолдавия\n\
    MDAмолдова республика\nUNKневідомо\nUNKнеизвестно\nAREоаэ\n\
    TJKреспублика таджикистан\nUZBреспублика узбекистан\n\
    CZEреспублика чешская\nRUSроссийская федерация\nUSAсша\n\
    TKMтуркмения\nCZEчехия\nOOOاخري\n\
    USAالامريكيه المتحده الولايات\nUNKغير معروف\n\
";
