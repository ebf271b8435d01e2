//! What files call countries: names in four languages and publishers' own, M49's and UNHCR's codes.
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
    UMIafastadas eua menores\nAFGafeganistao\nAFGafganistan\nAFGafghanistan\nZAFafrica republic south\n\
    ZAFafrica republic sul\nZAFafrica south\nZAFafrica south union\nNAMafrica south west\nZAFafrica sud\n\
    ZAFafrica sul\nZAFafrica sur\nCAFafrican car central republic\nCAFafrican central republic\n\
    ZAFafrican republic south\nCAFafricana centro republic\nZAFafrik di sid\nZAFafrik disid\n\
    CAFafrik santral\nZAFafrique sud\nLBYaj libyan\nARGajantin\nALAaland\nALAalanda\nALBalbani\nALBalbania\n\
    ALBalbanie\nUMIalejadas ee menores uu\nUMIalejadas estados menores unidos\nDEUalemanha\n\
    DEUalemanha federal republic\nDEUalemanha federativa republic\nDEUalemania\n\
    DEUalemania federal republic\nDZAalgeria\nDZAalgeria democratic peoples republic\nDZAalgerie\n\
    DZAalgerienne democratic populaire republic\nDZAalgerienne republic\nDZAaljeri\nOOOall countries other\n\
    OOOall other\nOOOall others\nDEUallemagne\nDEUallemagne federale republic\nDEUalmay\nOOOaltri\n\
    OOOaltri paesi\nARMameni\nUSAamerica ee estados unidos uu\nUSAamerica ee uu\nUSAamerica estados unidos\n\
    USAamerica states united\nUSAamerica stati uniti\nUSAamerica us\nASMamericaines samoa\n\
    VIRamericaines vierges\nASMamerican samoa\nVIRamerican virgin\nASMamericana samoa\n\
    VIRamericanas virgenes\nVIRamericanas virgens\nUSAamericanos estados unidos\nUSAamerik etazini\n\
    USAamerika birlesik devletleri\nUSAamerika staaten vereinigte von\nUSAamerika staten van verenigde\n\
    ASMameriken samwa\nUSAamerique etats unis\nVIRamerique etats unis vierges\nANDando\nANDandora\n\
    ANDandorra\nANDandorra principat\nANDandorre\nUNKangabe ohne\nUNKangabe ohne und ungeklart\n\
    GBRanglete ini wayom\nXCXanglo normandes\nXCXanglonormandas\nAGOangola\nAIAanguila\nAIAanguilla\n\
    UNKanswer no\nATFantarctic fr lands south\nATFantarctic french lands southern\n\
    ATFantarctic french lands southern territory\nATFantarctic french southern territories\nATAantarctica\n\
    ATAantarctique\nATFantarctiques australes francaises terres\nATFantarticas austrais francesas terras\n\
    ATFantarticos australes franceses territorios\nATAantartida\nATAantatik\n\
    MKDantiga iugoslava macedonia republic\nATGantigua\nATGantigua barb\nATGantigua barbuda\n\
    MKDantigua macedonia republic yugoslava\nATGantigwa babouda\nXXAapatrida\nXXAapatrida persona\n\
    XXAapatridas\nXXAapatridas personas\nXXAapatride\nXXAapatrides\nXXAapolide\nXXAapolidi\nSYRar syrian\n\
    EGYarab egypt republic\nAREarab emir unit\nAREarab emira ini\nAREarab emirates\n\
    AREarab emirates united\nAREarab emirates utd\nLBYarab great jamahiriya libyan peoples socialist\n\
    LBYarab jamah libyan\nLBYarab jamahiriya libya\nLBYarab jamahiriya libyan\nLBYarab libyan republic\n\
    SYRarab republic syria\nSYRarab republic syrian\nSYRarab syrian\nAREarab united\n\
    EGYarabe egipto republic\nEGYarabe egypte republic\nLBYarabe jamahiriya libia\n\
    LBYarabe jamahiriya libyenne\nSYRarabe republic siria\nSYRarabe republic syrienne\nAREarabes emirados\n\
    AREarabes emirados unidos\nAREarabes emiratos\nAREarabes emiratos unidos\nAREarabes emirats\n\
    AREarabes emirats unis\nSAUarabi saoudit\nSAUarabi sawoudit\nSAUarabia kingdom saudi\nSAUarabia saudi\n\
    SAUarabia saudita\nSAUarabie saoudite\nSYRarabische republic syrien\nDZAargelia\n\
    DZAargelina democratic popular republic\nDZAargelina republic\nARGargentina\nARGargentina republic\n\
    ARGargentine\nARGargentine republic\nARMarmenia\nARMarmenie\nABWaruba\nMKDarym\n\
    SHNascensao cunha helena santa tristao\nSHNascension cunha elena santa tristan\n\
    SHNascension cunha helena saint tristan\nSHNascension cunha helene sainte tristan\n\
    ATFaustrais franceses territorios\nATFaustrales francaises terres\nATFaustrales francesas tierras\n\
    ATFaustrales franceses territorios\nAUSaustralia\nAUSaustralia commonwealth\nAUSaustralie\nAUTaustria\n\
    PSEauthority national palestinian\nPSEauthority palestinian\nPSEautoridad palestina\nOOOautre\n\
    OOOautres\nOOOautres nationalites\nOOOautres pays\nAUTautriche\nUNKavailable not\nCIVavorio costa\n\
    HTIayiti\nHTIayiti republic\nAZEazebaydjan\nAZEazerbaidjan\nAZEazerbaidjao\nAZEazerbaijan\n\
    AZEazerbaijan republic\nAZEazerbaijao\nAZEazerbaiyan\nAZEazerbaydjan\nVENb r venezuela\nNLDba peyi\n\
    BHSbaamas\nBHSbahamas\nBHSbahamas commonwealth\nBHSbahamas comunidade\nBHRbahrain\nBHRbahrein\n\
    GGYbailiwick guernsey\nJEYbailiwick jersey\nBESbaixos caribenhos paises\nSXMbaixos martinho paises sao\n\
    NLDbaixos paises\nNLDbaixos paises reino\nNLDbajos paises\nNLDbajos paises reino\nBGDbangladech\n\
    BGDbangladeche\nBGDbanglades\nBGDbangladesh\nPSEbank gaza strip west\nPSEbank gaza west\nBHRbarayn\n\
    BRBbarbad\nBRBbarbade\nBRBbarbados\nBHRbarein\nBHRbarem\nBHRbareyn\n\
    BLMbarthelemy collectivity saint territorial\nBLMbarthelemy saint\nBLMbarths saint\nBLMbartolome san\n\
    BLMbartolomeu sao\nNLDbas bas pays pays royaume\nBESbas caribeens pays\nSXMbas martin pays saint\n\
    NLDbas pays\nNLDbas pays royaume\nBLRbelarus\nPLWbelau\nBELbelgica\nBELbelgique\nBELbelgium\nBLZbelice\n\
    BLZbeliz\nBLZbelize\nBELbeljik\nBLRbelorussia\nBENbenen\nBGDbengladesh\nBENbenim\nBENbenin\nBMUbermid\n\
    BMUbermuda\nBMUbermudas\nBMUbermude\nBMUbermudes\nBESbes\nINDbharat\nBTNbhoutan\nBTNbhutan\n\
    BLRbielo russia\nBLRbielorrusia\nBLRbielorrussia\nBLRbielorussia\nBLRbielorussie\nBGRbilgari\n\
    UNKbilinmeyen\nMMRbimani\nMMRbirmania\nMMRbirmania mianmar\nMMRbirmania myanmar\nMMRbirmanie\n\
    MMRbirmanie myanmar\nGNBbisao gine\nGNBbisau guinea\nGNBbissau guine\nGNBbissau guinea\n\
    GNBbissau guinee\nVENbol republic venezuela\nVENboliv republic venezuela\n\
    VENbolivarian republic venezuela\nVENbolivariana republic venezuela\n\
    VENbolivarienne republic venezuela\nBOLbolivi\nBOLbolivia\nBOLbolivia estado plurinacional\n\
    BOLbolivia plurinational state\nBOLbolivie\nBOLbolivie etat plurinational\nBESbonaire\n\
    BESbonaire eustache saba saint\nBESbonaire eustaquio saba san\nBESbonaire eustaquio saba santo\n\
    BESbonaire eustatius saba saint\nBESbonaire eustatius saba sint\nBIHbosni\nBIHbosni ezegovin\n\
    BIHbosnia\nBIHbosnia erzegovina\nBIHbosnia hercegovina\nBIHbosnia herzegovina\nBIHbosnia herzegowina\n\
    BIHbosnie\nBIHbosnie herzegovine\nBIHbosnien herzegowina\nBWAbostwana\nBWAbotsuana\nBWAbotswana\n\
    BFAboukina faso\nBFAboukinafaso\nBDIbouroundi\nBTNboutan\nBTNbouthan\nBVTbouvet\nVGBbr virgin\n\
    BRAbrasil\nBRAbrasil federativa republic\nCOGbrazavil kongo\nBRAbrazil\nCOGbrazzaville congo\n\
    BRAbresil\nGBRbretagna di gran irlanda nord regno unito\nGBRbretagne grande\n\
    GBRbretagne grande irlande nord royaume uni\nGBRbretana gran\n\
    GBRbretana gran irlanda norte reino unido\nGBRbretana gran reino unido\nGBRbretanha gra\n\
    GBRbretanha gra irlanda norte reino unido\nGBRbretay grann\nBRAbrezil\nGBRbritain\nGBRbritain great\n\
    GBRbritain great ireland kingdom north united\nGBRbritain great ireland kingdom northern united\n\
    GBRbritain great ireland northern uk\nGBRbritain great uk\nVGBbritanicas virgenes\n\
    VGBbritanicas virgens\nIOTbritanico indico oceano territorio\nVGBbritanik il viej\n\
    IOTbritannique indien ocean\nIOTbritannique indien ocean territoire\nVGBbritanniques vierges\n\
    GUYbritish guiana\nBLZbritish honduras\nIOTbritish indian ocean territory\nVGBbritish virgin\n\
    BRNbrunei\nBRNbrunei darrussalam\nBRNbrunei darusalam\nBRNbrunei darussalam\n\
    BRNbrunei darussalam negara\nBRNbrunei nation\nBRNbrunei state\nBGRbulgaria\nBGRbulgarie\nBFAburkina\n\
    BFAburkina faso\nMMRburma\nMMRburma myanmar\nMMRburma union\nBFAburquina\nBFAburquina faso\nBDIburundi\n\
    BTNbutan\nBTNbutao\nVGBbv i\nVGBbvi\nBLRbyelorisi\nBLRbyelorussia\nCODc dr\nCHNc pr\nCODc rd\n\
    TWNc ro taiwan\nCAFca r\nCPVcabo cape verde verde\nCPVcabo verde\nTCAcaicos turcas\nTCAcaicos turcos\n\
    TCAcaicos turks\nCYMcaiman\nCYMcaiman gran\nCYMcaimanes\nCYMcaimans\nCYMcaimao\nTCAcaiques turks\n\
    TCAcaiques turques\nNCLcaledonia new\nNCLcaledonia nova\nNCLcaledonia nueva\nNCLcaledonie nouvelle\n\
    CMRcamaroes\nKHMcambodge\nKHMcambodia\nKHMcamboja\nKHMcamboya\nCMRcameroon\n\
    CMRcameroon republic united\nCMRcameroun\nCMRcamerun\nCANcanada\nXCXcanal\nCPVcap vert\nCPVcape verde\n\
    CAFcar\nBEScaribbean netherlands\nBEScaribe neerlandes\nQATcatar\nCYMcayman\nCYMcayman grand\n\
    CYMcaymans\nKAZcazaquistao\nCZEceca republic\nLKAceilan lanka sri\nCAFcentrafricaine republic\n\
    CAFcentrafrique\nCAFcentroafricana republic\nTCDchad\nTCDchade\nIOTchagos\nXCXchannel\n\
    GGYchannel guernsey\nCZEcheca republic\nCZEchequia\nCHLchile\nCHLchili\nCHNchin\nCHNchina\n\
    TWNchina china province taiwan\nCHNchina except hong kong\nCHNchina except hong kong macao\n\
    CHNchina excluding sars taiwan\nHKGchina hong kong\nHKGchina hong kong rae\nHKGchina hong kong sar\n\
    MACchina macao\nMACchina macao rae\nMACchina macao sar\nMACchina macau\nMACchina macau rae\n\
    MACchina macau sar\nCHNchina mainland pr\nCHNchina peoples republic\nCHNchina pop republic\n\
    CHNchina popular republic\nCHNchina pr\nCHNchina prc\nTWNchina prov taiwan\nTWNchina province taiwan\n\
    TWNchina provincia taiwan\nTWNchina republic taiwan\nCHNchina rp\nTWNchina taiwan\n\
    CHNchina volksrepublik\nCHNchine\nHKGchine hong kong ras\nCHNchine populaire republic\n\
    TWNchine province taiwan\nTWNchine taiwan\nTWNchinese taipei\nHKGchinoise hong kong ra south\n\
    MACchinoise macao ra south\nCYPchip\nCYPchipre\nCXRchristmas\nKNAchristophe nieves saint\n\
    KNAchristopher nevis saint\nCYPchypre\nVATcidade estado vaticano\nVATcidade vaticano\n\
    CHNcinese popolare republic\nSGPcingapura\nPSEcisjordania franja gaza\nPSEcisjordania gaza\n\
    PSEcisjordanie gaza\nVATcite etat saint siege vatican\nVATcite etat vatican\nVATcite vatican\n\
    XXAcitizens non recognised\nVATcity holy see state vatican\nVATcity holy see vatican\n\
    VATcity state vatican\nVATcity vatican\nVATciudad estado santa sede vaticano\n\
    VATciudad estado vaticano\nVATciudad vaticano\nMNPcnmi\nCIVcoast cote ivoire ivory\nCIVcoast ivory\n\
    CCKcocos\nCCKcocos keeling\nCCKcocos keeling territory\nCOLcolombia\nCOLcolombia columbia\nCOLcolombie\n\
    DMAcommonwealth dominica\nMNPcommonwealth mariana northern\nPRIcommonwealth puerto rico\nCOMcomoras\n\
    COMcomoras union\nCOMcomores\nCOMcomores uniao\nCOMcomores union\nCOMcomoro\nCOMcomoros\n\
    COMcomoros union\nDMAcomunidad dominica\nDMAcomunidade dominica\nMNPcomunidade marianas norte\n\
    GINconacri guine\nGINconakri guinea\nGINconakry guinea\nGINconakry guinee\nCHEconfederacao suica\n\
    CHEconfederacion helvetica\nCHEconfederacion suiza\nCHEconfederation helvetique\n\
    CHEconfederation suisse\nCHEconfederation swiss\nCOGcongo\nCODcongo democratic\n\
    CODcongo democratic republic\nCODcongo dr\nCODcongo drc\nCODcongo kinshasa\nCOGcongo peoples republic\n\
    CODcongo popular republic\nCODcongo rd\nCODcongo rdc\nCOGcongo republic\nUNKconsta no\nCOKcook\n\
    GUYcooperative guyana republic\nPRKcorea democratic pop republic\nPRKcorea democratic popular republic\n\
    KORcorea di republic\nPRKcorea norte\nKORcorea republic\nKORcorea republic sur\nPRKcorea rp\n\
    PRKcorea rpd\nKORcorea sur\nPRKcoree democratic pop republic\nPRKcoree democratic populaire republic\n\
    PRKcoree nord\nKORcoree republic\nKORcoree sud\nPRKcoreia democratic popular republic\nPRKcoreia norte\n\
    KORcoreia republic\nKORcoreia sul\nCIVcosta marfil\nCIVcosta marfim\nCRIcosta rica\nCIVcote divoire\n\
    CIVcote ivoire\nCIVcote ivoire republic\nCIVcote lvoire\nOOOcountries other\n\
    KNAcristobal federacion nieves san\nKNAcristobal nieves san\nKNAcristovao neves sao\n\
    KNAcristovao nevis sao\nHRVcroacia\nHRVcroatia\nHRVcroatie\nCUBcuba\nCUWcuracao\nCUWcuracau\n\
    CUWcurazao\nCYPcyprus\nCZEczech czechia republic\nCZEczech republic\nCZEczechia\nDNKdanemark\n\
    DNKdanmak\nUNKdato sin\nUNKdatos sin\nHTIdayiti\nUNKdeclarado nao\nUNKdeclarado no\nUNKdeclarar sin\n\
    UNKdeclare non\nOOOdemais paises\nETHdemocratic ethiopia federal republic\n\
    CODdemocratic kongo republic\nPRKdemocratic korea peo republic\nPRKdemocratic korea peoples republic\n\
    PRKdemocratic korea republic\nLKAdemocratic lanka republic socialist sri\n\
    LAOdemocratic lao peoples republic\nLAOdemocratic lao pop republic\n\
    LAOdemocratic lao populaire republic\nLAOdemocratic lao popular republic\n\
    LAOdemocratic laos peoples republic\nLAOdemocratic laos popular republic\n\
    TLSdemocratic leste republic timor\nCODdemokratische kongo republic\n\
    PRKdemokratische korea volksrepublik\nDNKdenmark\nGRLdenmark greenland\nSHNdep ex helena saint\n\
    UNKdesconhecido\nUNKdesconoce se\nUNKdesconocida\nUNKdesconocida nacionalidad\nUNKdesconocido\n\
    UNKdesconocido pais\nUNKdesconocidos\nMKDdi ex jugoslava macedonia republic\nPRKdi kore no\n\
    KORdi kore sid\nZAFdi lafrik sid\nMKDdi macedonia republic\nMKDdi masedwan no\nMDAdi moldova republic\n\
    SSDdi sid soudan\nOOOdiger\nDNKdinamarca\nPRKdino kore\nSSDdisid soudan\n\
    UMIdistantes estados menores unidos\nUMIdistantes eua\nUMIdistantes eua menores\nCIVdivwa kot\n\
    DJIdjibouti\nDJIdjibuti\nDMAdominica\nDMAdominica mancomunidad\nDOMdominicaine republic\nDOMdominican\n\
    DOMdominican republic\nDOMdominicana\nDOMdominicana r\nDOMdominicana republic\nDMAdominik\n\
    DOMdominikani\nDOMdominikanische republic\nDOMdominiken republic\nDMAdominique\nPRKdp korea r\n\
    PRKdp korea ro\nPRKdp rk\nPRKdpr korea\nPRKdprk\nCODdr kongo\nCODdrc\nCODdrcongo\n\
    LUXducado gra luxemburgo\nLUXduchy grand luxembourg\nSXMdutch maarten saint\nSXMdutch maarten sint\n\
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
    WSMestado independente samoa\nWSMestado independiente samoa\nISRestado israel\nLBYestado libia\n\
    PSEestado palestina\nUSAestados eua unidos\nFSMestados federados micronesia\n\
    UMIestados menores ultramarinas unidos\nMEXestados mexicanos unidos\nMEXestados mexico unidos\n\
    USAestados norteamerica unidos\nUSAestados unidos\nVIRestados unidos virgenes\n\
    VIRestados unidos virgens\nASMestadounidense samoa\nVIRestadounidenses virgenes\nTLSeste timor\n\
    ESTestoni\nESTestonia\nESTestonie\nSWZesuatini\nSWZesuatini reino\nSWZeswatini\nSWZeswatini kingdom\n\
    SWZeswatini royaume\nSWZeswatini swaziland\nWSMetat independant samoa\nPSEetat palestine\n\
    FSMetats federes micronesie\nMEXetats mexique unis\nUSAetats unis\nVIRetats unis vierges\nUSAetazini\n\
    ETHethiopia\nETHethiopie\nETHetiopia\nETHetyopi\nUSAeu\nUSAeua\nVIReua virgens\n\
    MKDex jugoslava macedonia republic\nMKDex macedoine republic yougoslave\n\
    MKDex macedonia republic yugoslava\nGBRexcluding kingdom overseas territories united\n\
    SRBexcluding kosovo serbia\nUSAezetats unis\nFROfaeroe\nFLKfalkland\nFLKfalkland malvinas\n\
    FLKfalklands\nFROfaroe\nFROfaroes\nRUSfederacao russa\nRUSfederacao russia\nRUSfederacion rusa\n\
    RUSfederacion rusia\nDEUfederal germany republic\nNGAfederal nigeria republic\n\
    SOMfederal republic somalia\nRUSfederasyon risi\nRUSfederasyonu rusya\nFSMfederated micronesia saint\n\
    FSMfederated micronesia states\nRUSfederated rusa\nRUSfederated rusia\nRUSfederated russian\n\
    RUSfederated russie\nKNAfederation kitts nevis saint\nRUSfederation russe\nRUSfederation russia\n\
    RUSfederation russia russian\nRUSfederation russian\nRUSfederation russie\nRUSfederazione russa\n\
    FINfenlann\nFROferoe\nFJIfidji\nFJIfiji\nPHLfilipin\nPHLfilipinas\nFINfinland\nFINfinlande\n\
    FINfinlandia\nFJIfiyi\nRUSfoderation russische\nDEUformer gdr germany including\n\
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
    GMBgambia\nGMBgambia islamic republic\nGMBgambia republic\nGMBgambie\nGHAgana\nGMBganbi\n\
    PSEgaza occidental ribera\nGEOgeorgia\nGEOgeorgia republic\nSGSgeorgia sandwich south south\n\
    SGSgeorgia sandwich sul sul\nSGSgeorgia sandwich sur sur\nSGSgeorgias sandwich sur sur\nGEOgeorgie\n\
    SGSgeorgie sandwich sud sud\nDEUgermany\nGHAghana\nGIBgibraltar\nKIRgilbert\nGINgine\n\
    PNGgine nouvel papouazi\nPNGgine nouvel papwazi\nGUYgiyan\nGRDgranada\nVCTgranadinas san vicente\n\
    VCTgranadinas sao vicente\nGRCgrece\nGRCgrecia\nGRCgrecque republic\nGRCgreece\nGRLgreenland\n\
    VCTgren saint vin\nVCTgren saint vincent\nGRDgrenad\nGRDgrenada\nGRDgrenade\nVCTgrenadin sen vensan\n\
    VCTgrenadines saint vincent\nGRCgres\nGRLgroenland\nGRLgroenlandia\nGRLgroenlann\nGRLgronelandia\n\
    GBRgrossbritannien\nGEOgruziya\nGLPguadalupe\nGLPguadeloupe\nGUMguam\nGUMguame\nGTMguatemala\n\
    GGYguernesey\nGGYguernsey\nGUYguiana\nGINguine\nPNGguine nova papua\nGINguinea\n\
    PNGguinea independent new papua state\nPNGguinea new papua\nPNGguinea north papua\n\
    PNGguinea nueva papua\nPNGguinea nva papua\nGINguinea republic\nGINguinee\n\
    PNGguinee nouvelle papouasie\nPNGguinee nvelle papouasie\nGUYguyana\nGUFguyane\nGLPgwadloup\n\
    GTMgwatemala\nGRLgwoenlann\nHTIhaiti\nHTIhaiti republic\nJORhashemite jordan kingdom\n\
    HMDheard macdonald\nHMDheard mcdonald\nHMDheard mcdonald territory\nVUThebrides new vanuatu\n\
    SHNhelena saint\nSHNhelena santa\nSHNhelene sainte\nGRChelenica republic\nGRChellas\n\
    GRChellenic republic\nGRChellenique republic\nNLDholanda\nSXMholandesa martim sao\n\
    SXMholandesa martin san\nSXMholandesa martin san zona\nNLDholland\nNLDhollande\nVATholy see\n\
    HNDhonduras\nHKGhong kong\nHKGhong kong rae\nHKGhong kong sar\nHKGhongkong\nHUNhongrie\nHRVhrvatska\n\
    HUNhungary\nHUNhungary republic\nHUNhungria\nISLiceland\nISLiceland republic\nUNKidentificado no\n\
    UNKidentified not\nYEMiemen\nYEMiemen republic\nUNKignorada\nUNKignorado\nUKRikren\nIRLilann\n\
    UNKinconnu\nUNKinconnu pays\nUNKinconnue\nINDinde\nWSMindependent samoa state\nUNKindeterminada\n\
    UNKindeterminado\nINDindia\nINDindia republic\nUNKindicato non\nIDNindonesia\nIDNindonesie\n\
    UNKinformacao sem\nUNKinformacion sin\nUNKinformado nao\nUNKinformado no\nGBRini wayom\nIRNir iran\n\
    IRNira\nIRNira islamica republic\nIRQirak\nIRNiran\nIRNiran islam republic\nIRNiran islamic republic\n\
    IRNiran islamica republic\nIRNiran islamique republic\nIRNiran islamische republic\nIRNiran persia\n\
    IRNirao\nIRQiraq\nIRQiraque\nIRLireland\nIRLireland republic\nURYirigwe\nIRLirlanda\n\
    IRLirlanda republic\nIRLirlande\nIRLirlande republic\nIRLirlann\nPAKislamic pakistan republic\n\
    ISLislande\nISLislandia\nISLislann\nISRisrael\nISRisrael state\nITAitali\nITAitalia\n\
    ITAitalian republic\nITAitaliana republic\nITAitalie\nITAitalienne republic\nITAitaly\nISRizrayel\n\
    JAMjamaica\nJAMjamaique\nJAMjamayik\nSJMjan mayen svalbard\nJPNjapan\nJPNjapao\nJPNjapon\nGEOjeoji\n\
    JEYjersey\nJEYjersey uk\nGIBjibraltar\nDJIjibuti\nJORjodani\nGEOjoji\nJORjordan\nJORjordania\n\
    JORjordanie\nKORk ro\nGBRk u\nNCLkaledoni nouvel\nCMRkamewoun\nKHMkampuchea\nCANkanada\nKHMkanbodj\n\
    CPVkap ve\nQATkatar\nTCAkayik turks\nCYMkayiman\nCYMkayman\nKAZkazajastan\nKAZkazajistan\nKAZkazajstan\n\
    KAZkazakhstan\nKAZkazakhstan republic\nKAZkazakstan\nCCKkeeling\nKENkenia\nKENkenya\nCUBkiba\n\
    NLDkingdom netherlands\nESPkingdom spain\nSWZkingdom swaziland\nGBRkingdom uk united\n\
    GBRkingdom united\nGBRkingdom utd\nCODkinshasa kongo\nKGZkirghize kirghizistan\nKGZkirghize republic\n\
    KGZkirghizia\nKGZkirghizistan\nKGZkirghizstan\nKGZkirgistan\nKGZkirgizstan\nKGZkirguisa republic\n\
    KGZkirguistan\nKGZkirguiza republic\nKGZkirguizia\nKGZkirguizistan\nKGZkirguizstan\nKIRkiribati\n\
    KIRkiribati republic\nKIRkiribes\nKNAkitts nevis saint\nKNAkitts nevis san\nKNAkitts nevis sen\n\
    KNAkitts saint\nUNKknown not\nCOLkolonbi\nCOMkomo\nCOGkongo republic\nGBRkonigreich vereinigtes\n\
    GBRkoninkrijk verenigd\nPRKkorea north\nPRKkorea pdr\nKORkorea republic\nKORkorea south\nXKXkosove\n\
    XKXkosovo\nSRBkosovo serbia\nSRBkosovo serbia without\nXKXkosovo unmik\nCRIkosta rika\nCRIkostarika\n\
    CIVkotdivwa\nKWTkoweit\nKWTkowet\nHRVkroasi\nSAUksa\nKWTkuwait\nKWTkuwait state\nHRVkwasi\n\
    KGZkyrgyz republic\nKGZkyrgyzstan\nBRBlababad\nCHNlachin\nFRAlafrans\nLKAlanca sri\nLKAlanka sri\n\
    LAOlao\nLAOlao p rd\nLAOlao pd r\nLAOlao pdr\nLAOlao rdp\nLAOlaos\nLAOlaos pdr\nRUSlarisi\nLVAlatvia\n\
    LBNlebanese republic\nLBNlebanon\nINDlend\nSLEleoa serra\nSLEleon syera\nSLEleona sierra\n\
    SLEleone sierra\nLSOlesotho\nLSOlesoto\nTLSleste timor\nLVAletoni\nLVAletonia\nLVAlettonie\n\
    SLEleyon syera\nUSAlezetazini\nLSOlezoto\nLBNliban\nLBNlibanaise republic\nLBNlibanesa republic\n\
    LBNlibano\nLBNlibano republic\nLBRliberia\nLBRliberya\nLBYlibi\nLBYlibia\nLBYlibya\nLBYlibya state\n\
    LBYlibye\nLIElichtenstayn\nLIElichtenstein\nLIEliechtenstein\nLIEliechtenstein principality\n\
    LUXliksanbou\nLCAlisi sent\nLIElistenstaine\nLTUlithuania\nLTUlituania\nLTUlituanie\nLTUlityani\n\
    OOOlot\nOOOlot peyi\nLCAlucia saint\nLCAlucia santa\nLCAlucie sainte\nLUXluxembourg\nLUXluxemburg\n\
    LUXluxemburgo\nSXMmaarten martinho sao sint\nSXMmaarten neerlandesa sint\nSXMmaarten netherlands sint\n\
    SXMmaarten saint\nSXMmaarten sint\nMACmacao\nMACmacao rae\nMACmacao sar\nMACmacau\nMACmacau sar\n\
    MKDmacedoine\nMKDmacedoine nord\nMKDmacedonia\nMKDmacedonia norte\nMKDmacedonia norte republic\n\
    MKDmacedonia north\nMKDmacedonia north republic\nMKDmacedonia tf yr\nMKDmacedonia tfyr\nMDGmadagascar\n\
    MDGmadagaskar\nMYTmaiote\nMKDmakedonien\nMYSmalaisie\nMYSmalasia\nMWImalaui\nMWImalawi\nMYSmalaysia\n\
    MDVmaldiv\nMDVmaldivas\nMDVmaldive\nMDVmaldives\nMYSmalezi\nMLImali\nFLKmalouines\nMLTmalt\nMLTmalta\n\
    MLTmalte\nFLKmalvinas\nIMNman\nSMRmaren san\nSMRmaren sen\nMNPmariana north\nMNPmariana northern\n\
    MNPmarianas norte\nMNPmarianas northern\nMNPmarianas septentrionales\nMNPmarianas setentrionais\n\
    MNPmariannes nord\nMNPmariannes septentrionales\nSMRmarin saint\nSMRmarin san\nSMRmarinho sao\n\
    SMRmarino republic san\nSMRmarino san\nSMRmarino sao\nMARmaroc\nMARmarrocos\nMARmarruecos\nMHLmarshall\n\
    MHLmarshall republic\nSXMmarteen sint\nSXMmartin neerlandaise saint\nSXMmartin neerlandesa san\n\
    MAFmartin saint\nMAFmartin san\nMAFmartinho sao\nMTQmartinica\nMTQmartinique\nMKDmasedwan\nMTQmatinik\n\
    MUSmaurice\nMUSmauricia\nMUSmauricias\nMUSmauricio\nMRTmauritania\nMRTmauritanie\nMUSmauritius\n\
    MARmawok\nMYTmayot\nMYTmayotte\nMKDmazedonien\nMEXmejico\nMEXmeksik\nMEXmexican states united\n\
    MEXmexico\nMEXmexique\nMMRmianma\nMMRmianmar\nFSMmicronesia\nFSMmicronesie\n\
    UMIminor outlying states united\nUMIminor outlying us\nUMIminor us\nSPMmiquelao pedro sao\n\
    SPMmiquelon pedro san\nSPMmiquelon pedro sao\nSPMmiquelon pierre saint\nSPMmiquelon pierre san\n\
    MOZmocambique\nMDAmoldau republic\nMDAmoldavi\nMDAmoldavia\nMDAmoldavia republic\nMDAmoldavie\n\
    MDAmoldova\nMDAmoldova republic\nMCOmonaco\nMCOmonaco principality\nMCOmonako\nMNGmongoli\nMNGmongolia\n\
    MNGmongolian peoples republic\nMNGmongolie\nMSRmonserrate\nMNEmontenegro\nMNEmontenegwo\nMSRmontserrat\n\
    MUSmoris\nMRTmoritani\nMARmorocco\nMOZmozambique\nMOZmozanbik\nMMRmyanma\nMMRmyanmar\n\
    MMRmyanmar republic union\nMMRmyanmar union\nOOOnacionalidad otra\nXXAnacionalidad sin\n\
    XXAnacionalidade sem\nOOOnacionalidades otras\nOOOnacionalidades outras\n\
    VNMnam republic socialist viet\nVNMnam republic socialista viet\nVNMnam republic socialiste viet\n\
    VNMnam viet\nNAMnamibi\nNAMnamibia\nNAMnamibie\nNRUnaorou\nXXAnasyonalite san\nCXRnatal\n\
    XXAnationalite sans\nOOOnationalities other\nUNKnationality not stated\n\
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
    URYoriental republic uruguay\nTLSoriental timor\nTLSoryantal timo\nAUTosterreich\nAUSostrali\nOOOother\n\
    OOOothers\nOOOotra\nOOOotras\nAUTotrich\nOOOotro\nOOOotro pais\nOOOotros\nOOOotros paises\nUGAouganda\n\
    UMIoutlying us\nOOOoutras\nOOOoutro\nOOOoutros\nOOOoutros paises\nUZBouzbekistan\nOOOoverige\n\
    OOOpaises resto\nPAKpakistan\nPLWpalao\nPLWpalaos\nPLWpalau\nPLWpalau republic\nPSEpalestin\n\
    PSEpalestina\nPSEpalestine\nPSEpalestine state\nPSEpalestinian\nPSEpalestinian state\n\
    PSEpalestinian territories\nPSEpalestinian territory\nPSEpalestinianos territorios\nPSEpalestinians\n\
    PSEpalestinien territoire\nPSEpalestiniens territoires\nPSEpalestino territorio\n\
    PSEpalestinos territorios\nPANpanama\nPANpanama republic\nDOMpanyol\nPAKpaquistao\nPRYparaguai\n\
    PRYparaguay\nPRYparagwe\nPERperou\nXXAperson stateless\nXXApersons stateless\nPERperu\nPERpewou\n\
    INDpeyi zend\nNLDpeyiba\nPHLphilippines\nPHLphilippines republic\nPCNpitcairn\nTWNpoc taiwan\n\
    POLpoland\nPOLpoland republic\nPOLpologne\nPOLpolonia\nPOLpoloy\nPRIporto rico\nPRTportugaise republic\n\
    PRTportugal\nPRTportuguesa republic\nPRTportuguese republic\nPRTpotigal\nPRIpotoriko\nCHNprc\n\
    STPprin sao tome\nSTPprince saint thomas\nSTPprincipe santo tome\nSTPprincipe sao tome\n\
    STPprincipe saotome\nSTPprincipe south tome\nPRIpuerto rico\nPRIpuerto rico us\nPRIpuerto rico usa\n\
    QATqatar\nQATqatar state\nKENquenia\nKGZquirgistao\nKGZquirguistao\nKGZquirguizia\nKIRquiribati\n\
    GBRr u\nGBRr unido\nVENrb venezuela\nCAFrca\nDOMrd\nCODrdc\nCODrdcongo\nGBRreino unido\n\
    VGBreino unido virgenes\nRWArepublic rwandaise\nRWArepublic rwandese\nSLVrepublic salvador\n\
    CAFrepublic santafrik\nCAFrepublic santrafriken\nSRBrepublic serbia\nSVKrepublic slovacca\n\
    SVKrepublic slovak\nSVKrepublic slovak slovakia\nSVKrepublic slovaque\nSVKrepublic slowakische\n\
    VNMrepublic socialist vietnam\nVNMrepublic socialista vietnam\nVNMrepublic socialista vietname\n\
    SSDrepublic south sudan\nZAFrepublic sudafrica\nSDNrepublic sudan\nSYRrepublic syrian\n\
    TZArepublic tanzania u\nTZArepublic tanzania unida\nTZArepublic tanzania united\n\
    TZArepublic tanzania utd\nTZArepublic tanzanie unie\nCZErepublic tcheca\nCZErepublic tchek\n\
    CZErepublic tcheque\nTGOrepublic togolaise\nTGOrepublic togolesa\nTGOrepublic togolese\n\
    CZErepublic tschechische\nTURrepublic turkiye\nTKMrepublic turkmenistan\nVUTrepublic vanuatu\n\
    YEMrepublic yemen\nOOOrest\nOOOresto\nREUreuniao\nREUreunion\nREUreyinyon\n\
    ZWErhodesia southern zimbabwe\nRUSrisi\nTWNroc taiwan\nKORrok\nROUromania\nROUromenia\nROUroumania\n\
    ROUroumanie\nGBRroyaume uni\nZAFrs\nZAFrsa\nGBRru\nRWAruanda\nROUrumania\nROUrumenia\nRUSrusia\n\
    RUSrussia\nRUSrussie\nRWArwanda\nESHsahara w\nESHsahara western\nVATsaint siege\n\
    VATsaint siege vatican\nVCTsaint vincent\nSLBsalomao\nSLBsalomon\nSLVsalvado\nSLVsalvador\nWSMsamoa\n\
    WSMsamoa western\nWSMsamwa\nVCTsan vicente\nVATsanta se\nVATsanta sede\nVATsanta sede vaticano\n\
    STPsanto tome\nSTPsao tome\nSAUsaudita\nCHEschweiz\nUNKsconosciuto\nSRBsebi\nSYCsechel\nSYCseicheles\n\
    DOMsendomeng\nSENsenegal\nSGPsengapou\nSRBserbia\nSRBserbie\nSRBservia\nSYCsesel\nSYCseychelles\n\
    THAsiam thailand\nSGPsingapore\nSGPsingapour\nSGPsingapur\nSGPsingapura\nSYRsiri\nSYRsiria\nSURsirinam\n\
    SVKslovaki\nSVKslovakia\nSVKslovaquie\nSVNsloveni\nSVNslovenia\nSVNslovenie\nSLBsolomon\nSOMsomali\n\
    SOMsomalia\nSOMsomalie\nOOOsonstige\nSDNsoudan\nSSDsoudan sud\nSSDsouth sudan\nUSAsouth u\nESPspain\n\
    LKAsrilanka\nXXAstaatenlos\nXXAstaatloos\nXXAstateless\nXXAstatelessness\nUSAstates united\n\
    USAstates united us\nUSAstates united usa\nVIRstates united virgin\nUSAstates unites\nUSAstates utd\n\
    SWZsuazilandia\nZAFsudafrica\nSDNsudan\nSSDsudan sur\nSDNsudao\nSSDsudao sul\nSWEsuecia\nSWEsuede\n\
    CHEsuica\nCHEsuisse\nCHEsuiza\nZAFsurafrica\nSURsurinam\nSURsuriname\nSJMsvalbard\nSWZswatini\n\
    SWZswaziland\nSWZswazilandia\nSWZswazilann\nSWEsweden\nCHEswis\nCHEswitzerland\nSWEsyed\nSYRsyria\n\
    SYRsyrie\nTTOtabago trinidad\nTJKtadjikistan\nTJKtadjiquistao\nTJKtadyikistan\nTJKtadzhikistan\n\
    THAtailandia\nTWNtaiwan\nTJKtajikistan\nTJKtajikstan\nTJKtajiquistao\nTZAtanzani\nTZAtanzania\n\
    TZAtanzania ur\nTZAtanzanie\nTJKtayikistan\nTHAtayilann\nTWNtaywan\nTWNtaywann\nTCDtchad\nCZEtcheki\n\
    CZEtchequia\nCZEtchequie\nTHAthailand\nTHAthailande\nTIBtibet\nTIBtibetan\nTIBtibetans\nTURtiki\n\
    TLStimor\nTUNtinizi\nTKMtirkmenistan\nTTOtob trinidad\nTTOtobago trindade\nTTOtobago trinidad\n\
    TTOtobago trinidade\nTTOtobago trinite\nTGOtogo\nTKLtokelau\nTONtonga\nTKLtoquelau\nTUVtouvalou\n\
    TTOtrinidad\nTUNtunez\nTUNtunisia\nTUNtunisie\nTKMturcomenistao\nTURturkey\nTURturkey turkiye\n\
    TURturkiye\nTKMturkmenia\nTKMturkmenistan\nTKMturkomenistan\nTKMturquemenistao\nTURturquia\nTURturquie\n\
    TUVtuvalu\nUSAu\nAREua\nAREuae\nOOOubrige\nUKRucrania\nUGAuganda\nGBRuk\nVGBuk virgin\nUKRukraine\n\
    UKRukrania\nUKRukrayin\nUNKunbekannt\nUNKundefined\nUNKundetermined\nUNKungeklart\nUNKunidentified\n\
    UNKunknown\nUNKunknown various\nUNKunspecified\nURYuruguai\nURYuruguay\nUSAus\nVIRus vi\nVIRus virgin\n\
    USAusa\nVIRusa virgin\nUZBusbequistao\nVIRusvi\nUZBuzbekistan\nUZBuzbequistao\nVUTvanuatu\nVUTvanwatou\n\
    UNKvarious\nXXAvatansiz\nVATvatican\nVATvaticano\nVATvatikan\nVENvenezuela\nVENvenezwela\nVENvenezyela\n\
    VNMvietna\nVNMvietnam\nVNMvietname\nFJIviti\nUSAvs\nVNMvyetnam\nBLRweissrussland\nROUwoumani\nYEMyemen\n\
    DJIyibuti\nZMBzambia\nZMBzambie\nZMBzanbi\nZWEzimbabue\nZWEzimbabwe\nZWEzinbabwe\n\
    USAамерики соединенные штаты\nXXAбез гражданства\n\
    XXAбез гражданства лица\nBLRбелоруссия\nVNMвьетнам\nOOOдругие\n\
    PRKкндр\nCHNкнр\nKORкорея республика\nMDAмолдова республика\n\
    UNKневідомо\nUNKнеизвестно\nAREоаэ\nRUSроссийская федерация\n\
    USAсша\nCZEчехия\nOOOاخري\nUSAالامريكيه المتحده الولايات\n\
    UNKغير معروف\n\
";

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
