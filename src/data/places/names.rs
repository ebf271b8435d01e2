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
    XKX1244 kosovo under unscr\nXKX1244 kosovo unscr\nDEU1990 former frg germany territory until\n\
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
    OOOall other\nOOOall others\nDEUallemagne\nDEUallemagne federale republic\nDEUalmay\nARMameni\n\
    USAamerica ee estados unidos uu\nUSAamerica ee uu\nUSAamerica estados unidos\nUSAamerica states united\n\
    USAamerica us\nASMamericaines samoa\nVIRamericaines vierges\nASMamerican samoa\nVIRamerican virgin\n\
    ASMamericana samoa\nVIRamericanas virgenes\nVIRamericanas virgens\nUSAamericanos estados unidos\n\
    USAamerik etazini\nASMameriken samwa\nUSAamerique etats unis\nVIRamerique etats unis vierges\nANDando\n\
    ANDandora\nANDandorra\nANDandorra principat\nANDandorre\nGBRanglete ini wayom\nXCXanglo normandes\n\
    XCXanglonormandas\nAGOangola\nAIAanguila\nAIAanguilla\nUNKanswer no\nATFantarctic fr lands south\n\
    ATFantarctic french lands southern\nATFantarctic french lands southern territory\n\
    ATFantarctic french southern territories\nATAantarctica\nATAantarctique\n\
    ATFantarctiques australes francaises terres\nATFantarticas austrais francesas terras\n\
    ATFantarticos australes franceses territorios\nATAantartida\nATAantatik\n\
    MKDantiga iugoslava macedonia republic\nATGantigua\nATGantigua barb\nATGantigua barbuda\n\
    MKDantigua macedonia republic yugoslava\nATGantigwa babouda\nXXAapatrida\nXXAapatrida persona\n\
    XXAapatridas\nXXAapatridas personas\nXXAapatride\nXXAapatrides\nSYRar syrian\nEGYarab egypt republic\n\
    AREarab emir unit\nAREarab emira ini\nAREarab emirates\nAREarab emirates united\nAREarab emirates utd\n\
    LBYarab great jamahiriya libyan peoples socialist\nLBYarab jamah libyan\nLBYarab jamahiriya libya\n\
    LBYarab jamahiriya libyan\nLBYarab libyan republic\nSYRarab republic syria\nSYRarab republic syrian\n\
    SYRarab syrian\nAREarab united\nEGYarabe egipto republic\nEGYarabe egypte republic\n\
    LBYarabe jamahiriya libia\nLBYarabe jamahiriya libyenne\nSYRarabe republic siria\n\
    SYRarabe republic syrienne\nAREarabes emirados\nAREarabes emirados unidos\nAREarabes emiratos\n\
    AREarabes emiratos unidos\nAREarabes emirats\nAREarabes emirats unis\nSAUarabi saoudit\n\
    SAUarabi sawoudit\nSAUarabia kingdom saudi\nSAUarabia saudi\nSAUarabia saudita\nSAUarabie saoudite\n\
    DZAargelia\nARGargentina\nARGargentina republic\nARGargentine\nARGargentine republic\nARMarmenia\n\
    ARMarmenie\nABWaruba\nMKDarym\nSHNascensao cunha helena santa tristao\n\
    SHNascension cunha elena santa tristan\nSHNascension cunha helena saint tristan\n\
    SHNascension cunha helene sainte tristan\nATFaustrais franceses territorios\n\
    ATFaustrales francaises terres\nATFaustrales francesas tierras\nATFaustrales franceses territorios\n\
    AUSaustralia\nAUSaustralia commonwealth\nAUSaustralie\nAUTaustria\nPSEauthority national palestinian\n\
    PSEauthority palestinian\nPSEautoridad palestina\nOOOautre\nOOOautres\nOOOautres nationalites\n\
    OOOautres pays\nAUTautriche\nUNKavailable not\nHTIayiti\nHTIayiti republic\nAZEazebaydjan\n\
    AZEazerbaidjan\nAZEazerbaidjao\nAZEazerbaijan\nAZEazerbaijan republic\nAZEazerbaijao\nAZEazerbaiyan\n\
    AZEazerbaydjan\nVENb r venezuela\nNLDba peyi\nBHSbaamas\nBHSbahamas\nBHSbahamas commonwealth\n\
    BHSbahamas comunidade\nBHRbahrain\nBHRbahrein\nGGYbailiwick guernsey\nJEYbailiwick jersey\n\
    BESbaixos caribenhos paises\nSXMbaixos martinho paises sao\nNLDbaixos paises\nNLDbaixos paises reino\n\
    NLDbajos paises\nNLDbajos paises reino\nBGDbangladech\nBGDbangladeche\nBGDbanglades\nBGDbangladesh\n\
    PSEbank gaza strip west\nPSEbank gaza west\nBHRbarayn\nBRBbarbad\nBRBbarbade\nBRBbarbados\nBHRbarein\n\
    BHRbarem\nBHRbareyn\nBLMbarthelemy collectivity saint territorial\nBLMbarthelemy saint\n\
    BLMbarths saint\nBLMbartolome san\nBLMbartolomeu sao\nNLDbas bas pays pays royaume\n\
    BESbas caribeens pays\nSXMbas martin pays saint\nNLDbas pays\nNLDbas pays royaume\nBLRbelarus\n\
    PLWbelau\nBELbelgica\nBELbelgique\nBELbelgium\nBLZbelice\nBLZbeliz\nBLZbelize\nBELbeljik\n\
    BLRbelorussia\nBENbenen\nBGDbengladesh\nBENbenim\nBENbenin\nBMUbermid\nBMUbermuda\nBMUbermudas\n\
    BMUbermude\nBMUbermudes\nBESbes\nINDbharat\nBTNbhoutan\nBTNbhutan\nBLRbielo russia\nBLRbielorrusia\n\
    BLRbielorrussia\nBLRbielorussia\nBLRbielorussie\nBGRbilgari\nMMRbimani\nMMRbirmania\n\
    MMRbirmania mianmar\nMMRbirmania myanmar\nMMRbirmanie\nMMRbirmanie myanmar\nGNBbisao gine\n\
    GNBbisau guinea\nGNBbissau guine\nGNBbissau guinea\nGNBbissau guinee\nVENbol republic venezuela\n\
    VENboliv republic venezuela\nVENbolivarian republic venezuela\nVENbolivariana republic venezuela\n\
    VENbolivarienne republic venezuela\nBOLbolivi\nBOLbolivia\nBOLbolivia estado plurinacional\n\
    BOLbolivia plurinational state\nBOLbolivie\nBOLbolivie etat plurinational\nBESbonaire\n\
    BESbonaire eustache saba saint\nBESbonaire eustaquio saba san\nBESbonaire eustaquio saba santo\n\
    BESbonaire eustatius saba saint\nBESbonaire eustatius saba sint\nBIHbosni\nBIHbosni ezegovin\n\
    BIHbosnia\nBIHbosnia hercegovina\nBIHbosnia herzegovina\nBIHbosnia herzegowina\nBIHbosnie\n\
    BIHbosnie herzegovine\nBWAbostwana\nBWAbotsuana\nBWAbotswana\nBFAboukina faso\nBFAboukinafaso\n\
    BDIbouroundi\nBTNboutan\nBTNbouthan\nBVTbouvet\nVGBbr virgin\nBRAbrasil\nBRAbrasil federativa republic\n\
    COGbrazavil kongo\nBRAbrazil\nCOGbrazzaville congo\nBRAbresil\nGBRbretagne grande\n\
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
    CYMcaymans\nKAZcazaquistao\nLKAceilan lanka sri\nCAFcentrafricaine republic\nCAFcentrafrique\n\
    CAFcentroafricana republic\nTCDchad\nTCDchade\nIOTchagos\nXCXchannel\nGGYchannel guernsey\n\
    CZEcheca republic\nCZEchequia\nCHLchile\nCHLchili\nCHNchin\nCHNchina\nTWNchina china province taiwan\n\
    CHNchina except hong kong\nCHNchina except hong kong macao\nCHNchina excluding sars taiwan\n\
    HKGchina hong kong\nHKGchina hong kong rae\nHKGchina hong kong sar\nMACchina macao\nMACchina macao rae\n\
    MACchina macao sar\nMACchina macau\nMACchina macau rae\nMACchina macau sar\nCHNchina mainland pr\n\
    CHNchina peoples republic\nCHNchina pop republic\nCHNchina popular republic\nCHNchina pr\nCHNchina prc\n\
    TWNchina prov taiwan\nTWNchina province taiwan\nTWNchina provincia taiwan\nTWNchina republic taiwan\n\
    CHNchina rp\nTWNchina taiwan\nCHNchine\nHKGchine hong kong ras\nCHNchine populaire republic\n\
    TWNchine province taiwan\nTWNchine taiwan\nTWNchinese taipei\nHKGchinoise hong kong ra south\n\
    MACchinoise macao ra south\nCYPchip\nCYPchipre\nCXRchristmas\nKNAchristophe nieves saint\n\
    KNAchristopher nevis saint\nCYPchypre\nVATcidade estado vaticano\nVATcidade vaticano\nSGPcingapura\n\
    PSEcisjordania franja gaza\nPSEcisjordania gaza\nPSEcisjordanie gaza\nVATcite etat saint siege vatican\n\
    VATcite etat vatican\nVATcite vatican\nXXAcitizens non recognised\nVATcity holy see state vatican\n\
    VATcity holy see vatican\nVATcity state vatican\nVATcity vatican\nVATciudad estado santa sede vaticano\n\
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
    PRKcorea norte\nKORcorea republic\nKORcorea republic sur\nPRKcorea rp\nPRKcorea rpd\nKORcorea sur\n\
    PRKcoree democratic pop republic\nPRKcoree democratic populaire republic\nPRKcoree nord\n\
    KORcoree republic\nKORcoree sud\nPRKcoreia democratic popular republic\nPRKcoreia norte\n\
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
    TLSdemocratic leste republic timor\nDNKdenmark\nGRLdenmark greenland\nSHNdep ex helena saint\n\
    UNKdesconhecido\nUNKdesconoce se\nUNKdesconocida\nUNKdesconocida nacionalidad\nUNKdesconocido\n\
    UNKdesconocido pais\nUNKdesconocidos\nPRKdi kore no\nKORdi kore sid\nZAFdi lafrik sid\n\
    MKDdi masedwan no\nSSDdi sid soudan\nDNKdinamarca\nPRKdino kore\nSSDdisid soudan\n\
    UMIdistantes estados menores unidos\nUMIdistantes eua\nUMIdistantes eua menores\nCIVdivwa kot\n\
    DJIdjibouti\nDJIdjibuti\nDMAdominica\nDMAdominica mancomunidad\nDOMdominicaine republic\nDOMdominican\n\
    DOMdominican republic\nDOMdominicana\nDOMdominicana r\nDOMdominicana republic\nDMAdominik\n\
    DOMdominikani\nDOMdominiken republic\nDMAdominique\nPRKdp korea r\nPRKdp korea ro\nPRKdp rk\n\
    PRKdpr korea\nPRKdprk\nCODdrc\nCODdrcongo\nLUXducado gra luxemburgo\nLUXduchy grand luxembourg\n\
    SXMdutch maarten saint\nSXMdutch maarten sint\nSXMdutch martin saint\nAREea u\n\
    TLSeast leste timor timor\nTLSeast timor\nURYeastern republic uruguay\nAREeau\nECUecuador\n\
    GNQecuat guinea\nGNQecuatorial g\nGNQecuatorial guinea\nUSAee estados unidos uu\nPRIee puerto rico uu\n\
    UMIee ultramarinas uu\nUSAee uu\nVIRee uu virgenes\nUSAeeuu\nUSAeeuu estados unidos\nVIReeuu virgenes\n\
    EGYegipto\nEGYegito\nEGYegypt\nEGYegypte\nIRLeire\nIRLeire ireland republic\nEGYejip\nECUekwate\n\
    GNQekwateryal gine\nGNQekwatoryal gine\nSHNelena santa\nTUVellice\nUMIeloignees etats mineures unis\n\
    UNKelsewhere not specified\nINDend\nIDNendonezi\nUNKenkoni\nECUequador\nECUequateur\n\
    GNQequatorial guine\nGNQequatorial guinea\nGNQequatorial guinee\nGNQequatoriale guinee\nERIeritre\n\
    ERIeritrea\nERIeritreia\nERIeritreia estados\nMKDery macedonia\nERIerythree\nERIerytrea\n\
    SVKeslovaca republic\nSVKeslovaquia\nSVNeslovenia\nESPespagne\nESPespana\nESPespanha\nESPespanya\n\
    ESPespay\nUNKespecificada no\nUNKespecificado nao\nUNKespecificado no\nUNKespecificar sin\n\
    SWZessuatini\nPNGestado guine independente nova papua\nWSMestado independente samoa\n\
    WSMestado independiente samoa\nISRestado israel\nLBYestado libia\nPSEestado palestina\n\
    USAestados eua unidos\nFSMestados federados micronesia\nUMIestados menores ultramarinas unidos\n\
    MEXestados mexicanos unidos\nMEXestados mexico unidos\nUSAestados norteamerica unidos\n\
    USAestados unidos\nVIRestados unidos virgenes\nVIRestados unidos virgens\nASMestadounidense samoa\n\
    VIRestadounidenses virgenes\nTLSeste timor\nESTestoni\nESTestonia\nESTestonie\nSWZesuatini\n\
    SWZesuatini reino\nSWZeswatini\nSWZeswatini kingdom\nSWZeswatini royaume\nSWZeswatini swaziland\n\
    WSMetat independant samoa\nPSEetat palestine\nFSMetats federes micronesie\nMEXetats mexique unis\n\
    USAetats unis\nVIRetats unis vierges\nUSAetazini\nETHethiopia\nETHethiopie\nETHetiopia\nETHetyopi\n\
    USAeu\nUSAeua\nVIReua virgens\nMKDex jugoslava macedonia republic\nMKDex macedoine republic yougoslave\n\
    MKDex macedonia republic yugoslava\nGBRexcluding kingdom overseas territories united\n\
    SRBexcluding kosovo serbia\nUSAezetats unis\nFROfaeroe\nFLKfalkland\nFLKfalkland malvinas\n\
    FLKfalklands\nFROfaroe\nFROfaroes\nRUSfederacao russa\nRUSfederacao russia\nRUSfederacion rusa\n\
    RUSfederacion rusia\nDEUfederal germany republic\nNGAfederal nigeria republic\n\
    SOMfederal republic somalia\nRUSfederasyon risi\nFSMfederated micronesia saint\n\
    FSMfederated micronesia states\nRUSfederated rusa\nRUSfederated rusia\nRUSfederated russian\n\
    RUSfederated russie\nKNAfederation kitts nevis saint\nRUSfederation russe\nRUSfederation russia\n\
    RUSfederation russia russian\nRUSfederation russian\nRUSfederation russie\nFINfenlann\nFROferoe\n\
    FJIfidji\nFJIfiji\nPHLfilipin\nPHLfilipinas\nFINfinland\nFINfinlande\nFINfinlandia\nFJIfiyi\n\
    DEUformer gdr germany including\nMKDformer macedonia republic yug\n\
    MKDformer macedonia republic yugoslav\nTWNformosa taiwan\nPYFfr polynesia\nFRAfranca\n\
    GUFfrancaise guyane\nMAFfrancaise martin saint\nPYFfrancaise polynesie\nFRAfrancaise republic\n\
    FRAfrance\nMAFfrance martin saint\nMYTfrance mayotte\nMAFfrances martin sao territorio\n\
    GUFfrancesa guayana\nGUFfrancesa guayana guinea\nGUFfrancesa guiana\nGUFfrancesa guyana\n\
    MAFfrancesa martim sao\nMAFfrancesa martin saint\nMAFfrancesa martin san\nMAFfrancesa martin san zona\n\
    MAFfrancesa martinho sao\nPYFfrancesa polinesia\nFRAfrancesa republic\nATFfranceses sul territorios\n\
    ATFfranceses sur territorios\nFRAfrancia\nFRAfrans\nGUFfranse giyan\nGUFfransez giyan\n\
    PYFfransez polinezi\nGUFfrench guiana\nGUFfrench guyana\nMAFfrench martin saint\nPYFfrench polynesia\n\
    FRAfrench republic\nATFfrench southern territories\nFSMfs micronesia\nFSMfsm\nWLFfutuna wallis\n\
    MKDfy m ro\nMKDfy macedonia r\nMKDfyr macedonia\nMKDfyrom\nMKDfyrom macedonia\nPNGg pn\nGABgabao\n\
    GABgabon\nGABgabonaise republic\nGABgabonesa republic\nGABgabonese republic\nGMBgambia\n\
    GMBgambia islamic republic\nGMBgambia republic\nGMBgambie\nGHAgana\nGMBganbi\n\
    PSEgaza occidental ribera\nGEOgeorgia\nGEOgeorgia republic\nSGSgeorgia sandwich south south\n\
    SGSgeorgia sandwich sul sul\nSGSgeorgia sandwich sur sur\nSGSgeorgias sandwich sur sur\nGEOgeorgie\n\
    SGSgeorgie sandwich sud sud\nDEUgermany\nGHAghana\nGIBgibraltar\nKIRgilbert\nGINgine\n\
    PNGgine nouvel papouazi\nPNGgine nouvel papwazi\nGUYgiyan\nGRDgranada\nVCTgranadinas san vicente\n\
    VCTgranadinas sao vicente\nGRCgrece\nGRCgrecia\nGRCgrecque republic\nGRCgreece\nGRLgreenland\n\
    VCTgren saint vin\nVCTgren saint vincent\nGRDgrenad\nGRDgrenada\nGRDgrenade\nVCTgrenadin sen vensan\n\
    VCTgrenadines saint vincent\nGRCgres\nGRLgroenland\nGRLgroenlandia\nGRLgroenlann\nGRLgronelandia\n\
    GEOgruziya\nGLPguadalupe\nGLPguadeloupe\nGUMguam\nGUMguame\nGTMguatemala\nGGYguernesey\nGGYguernsey\n\
    GUYguiana\nGINguine\nPNGguine nova papua\nGINguinea\nPNGguinea independent new papua state\n\
    PNGguinea new papua\nPNGguinea north papua\nPNGguinea nueva papua\nPNGguinea nva papua\n\
    GINguinea republic\nGINguinee\nPNGguinee nouvelle papouasie\nPNGguinee nvelle papouasie\nGUYguyana\n\
    GUFguyane\nGLPgwadloup\nGTMgwatemala\nGRLgwoenlann\nHTIhaiti\nHTIhaiti republic\n\
    JORhashemite jordan kingdom\nHMDheard macdonald\nHMDheard mcdonald\nHMDheard mcdonald territory\n\
    VUThebrides new vanuatu\nSHNhelena saint\nSHNhelena santa\nSHNhelene sainte\nGRChelenica republic\n\
    GRChellas\nGRChellenic republic\nGRChellenique republic\nNLDholanda\nSXMholandesa martim sao\n\
    SXMholandesa martin san\nSXMholandesa martin san zona\nNLDholland\nNLDhollande\nVATholy see\n\
    HNDhonduras\nHKGhong kong\nHKGhong kong rae\nHKGhong kong sar\nHKGhongkong\nHUNhongrie\nHRVhrvatska\n\
    HUNhungary\nHUNhungary republic\nHUNhungria\nISLiceland\nISLiceland republic\nUNKidentificado no\n\
    UNKidentified not\nYEMiemen\nYEMiemen republic\nUNKignorada\nUNKignorado\nUKRikren\nIRLilann\n\
    UNKinconnu\nUNKinconnu pays\nUNKinconnue\nINDinde\nWSMindependent samoa state\nUNKindeterminada\n\
    UNKindeterminado\nINDindia\nINDindia republic\nIDNindonesia\nIDNindonesie\nUNKinformacao sem\n\
    UNKinformacion sin\nUNKinformado nao\nUNKinformado no\nGBRini wayom\nIRNir iran\nIRNira\n\
    IRNira islamica republic\nIRQirak\nIRNiran\nIRNiran islam republic\nIRNiran islamic republic\n\
    IRNiran islamica republic\nIRNiran islamique republic\nIRNiran persia\nIRNirao\nIRQiraq\nIRQiraque\n\
    IRLireland\nIRLireland republic\nURYirigwe\nIRLirlanda\nIRLirlanda republic\nIRLirlande\n\
    IRLirlande republic\nIRLirlann\nPAKislamic pakistan republic\nISLislande\nISLislandia\nISLislann\n\
    ISRisrael\nISRisrael state\nITAitali\nITAitalia\nITAitalian republic\nITAitaliana republic\nITAitalie\n\
    ITAitalienne republic\nITAitaly\nISRizrayel\nJAMjamaica\nJAMjamaique\nJAMjamayik\n\
    SJMjan mayen svalbard\nJPNjapan\nJPNjapao\nJPNjapon\nGEOjeoji\nJEYjersey\nJEYjersey uk\nGIBjibraltar\n\
    DJIjibuti\nJORjodani\nGEOjoji\nJORjordan\nJORjordania\nJORjordanie\nKORk ro\nGBRk u\n\
    NCLkaledoni nouvel\nCMRkamewoun\nKHMkampuchea\nCANkanada\nKHMkanbodj\nCPVkap ve\nQATkatar\n\
    TCAkayik turks\nCYMkayiman\nCYMkayman\nKAZkazajastan\nKAZkazajistan\nKAZkazajstan\nKAZkazakhstan\n\
    KAZkazakhstan republic\nKAZkazakstan\nCCKkeeling\nKENkenia\nKENkenya\nCUBkiba\nNLDkingdom netherlands\n\
    ESPkingdom spain\nSWZkingdom swaziland\nGBRkingdom uk united\nGBRkingdom united\nGBRkingdom utd\n\
    CODkinshasa kongo\nKGZkirghize kirghizistan\nKGZkirghize republic\nKGZkirghizia\nKGZkirghizistan\n\
    KGZkirghizstan\nKGZkirgistan\nKGZkirgizstan\nKGZkirguisa republic\nKGZkirguistan\nKGZkirguiza republic\n\
    KGZkirguizia\nKGZkirguizistan\nKGZkirguizstan\nKIRkiribati\nKIRkiribati republic\nKIRkiribes\n\
    KNAkitts nevis saint\nKNAkitts nevis san\nKNAkitts nevis sen\nKNAkitts saint\nUNKknown not\nCOLkolonbi\n\
    COMkomo\nCOGkongo\nCOGkongo republic\nPRKkorea north\nPRKkorea pdr\nKORkorea republic\nKORkorea south\n\
    XKXkosove\nXKXkosovo\nSRBkosovo serbia\nSRBkosovo serbia without\nXKXkosovo unmik\nCRIkosta rika\n\
    CRIkostarika\nCIVkotdivwa\nKWTkoweit\nKWTkowet\nHRVkroasi\nSAUksa\nKWTkuwait\nKWTkuwait state\n\
    HRVkwasi\nKGZkyrgyz republic\nKGZkyrgyzstan\nBRBlababad\nCHNlachin\nFRAlafrans\nLKAlanca sri\n\
    LKAlanka sri\nLAOlao\nLAOlao p rd\nLAOlao pd r\nLAOlao pdr\nLAOlao rdp\nLAOlaos\nLAOlaos pdr\n\
    RUSlarisi\nLVAlatvia\nLBNlebanese republic\nLBNlebanon\nINDlend\nSLEleoa serra\nSLEleon syera\n\
    SLEleona sierra\nSLEleone sierra\nLSOlesotho\nLSOlesoto\nTLSleste timor\nLVAletoni\nLVAletonia\n\
    LVAlettonie\nSLEleyon syera\nUSAlezetazini\nLSOlezoto\nLBNliban\nLBNlibanaise republic\n\
    LBNlibanesa republic\nLBNlibano\nLBNlibano republic\nLBRliberia\nLBRliberya\nLBYlibi\nLBYlibia\n\
    LBYlibya\nLBYlibya state\nLBYlibye\nLIElichtenstayn\nLIElichtenstein\nLIEliechtenstein\n\
    LIEliechtenstein principality\nLUXliksanbou\nLCAlisi sent\nLIElistenstaine\nLTUlithuania\nLTUlituania\n\
    LTUlituanie\nLTUlityani\nOOOlot\nOOOlot peyi\nLCAlucia saint\nLCAlucia santa\nLCAlucie sainte\n\
    LUXluxembourg\nLUXluxemburg\nLUXluxemburgo\nSXMmaarten martinho sao sint\nSXMmaarten neerlandesa sint\n\
    SXMmaarten netherlands sint\nSXMmaarten saint\nSXMmaarten sint\nMACmacao\nMACmacao rae\nMACmacao sar\n\
    MACmacau\nMACmacau sar\nMKDmacedoine\nMKDmacedoine nord\nMKDmacedonia\nMKDmacedonia norte\n\
    MKDmacedonia norte republic\nMKDmacedonia north\nMKDmacedonia north republic\nMKDmacedonia tf yr\n\
    MKDmacedonia tfyr\nMDGmadagascar\nMDGmadagaskar\nMYTmaiote\nMYSmalaisie\nMYSmalasia\nMWImalaui\n\
    MWImalawi\nMYSmalaysia\nMDVmaldiv\nMDVmaldivas\nMDVmaldive\nMDVmaldives\nMYSmalezi\nMLImali\n\
    FLKmalouines\nMLTmalt\nMLTmalta\nMLTmalte\nFLKmalvinas\nIMNman\nSMRmaren san\nSMRmaren sen\n\
    MNPmariana north\nMNPmariana northern\nMNPmarianas norte\nMNPmarianas northern\n\
    MNPmarianas septentrionales\nMNPmarianas setentrionais\nMNPmariannes nord\n\
    MNPmariannes septentrionales\nSMRmarin saint\nSMRmarin san\nSMRmarinho sao\nSMRmarino republic san\n\
    SMRmarino san\nSMRmarino sao\nMARmaroc\nMARmarrocos\nMARmarruecos\nMHLmarshall\nMHLmarshall republic\n\
    SXMmarteen sint\nSXMmartin neerlandaise saint\nSXMmartin neerlandesa san\nMAFmartin saint\n\
    MAFmartin san\nMAFmartinho sao\nMTQmartinica\nMTQmartinique\nMKDmasedwan\nMTQmatinik\nMUSmaurice\n\
    MUSmauricia\nMUSmauricias\nMUSmauricio\nMRTmauritania\nMRTmauritanie\nMUSmauritius\nMARmawok\nMYTmayot\n\
    MYTmayotte\nMEXmejico\nMEXmeksik\nMEXmexican states united\nMEXmexico\nMEXmexique\nMMRmianma\n\
    MMRmianmar\nFSMmicronesia\nFSMmicronesie\nUMIminor outlying states united\nUMIminor outlying us\n\
    UMIminor us\nSPMmiquelao pedro sao\nSPMmiquelon pedro san\nSPMmiquelon pedro sao\n\
    SPMmiquelon pierre saint\nSPMmiquelon pierre san\nMOZmocambique\nMDAmoldavi\nMDAmoldavia\n\
    MDAmoldavia republic\nMDAmoldavie\nMDAmoldova\nMDAmoldova republic\nMCOmonaco\nMCOmonaco principality\n\
    MCOmonako\nMNGmongoli\nMNGmongolia\nMNGmongolian peoples republic\nMNGmongolie\nMSRmonserrate\n\
    MNEmontenegro\nMNEmontenegwo\nMSRmontserrat\nMUSmoris\nMRTmoritani\nMARmorocco\nMOZmozambique\n\
    MOZmozanbik\nMMRmyanma\nMMRmyanmar\nMMRmyanmar republic union\nMMRmyanmar union\nOOOnacionalidad otra\n\
    XXAnacionalidad sin\nXXAnacionalidade sem\nOOOnacionalidades otras\nOOOnacionalidades outras\n\
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
    ESHoksidantal sahara\nNLDolann\nOMNoma\nOMNoman\nHNDondiras\nHUNongri\nPSEopt\n\
    URYoriental republic uruguay\nTLSoriental timor\nTLSoryantal timo\nAUSostrali\nOOOother\nOOOothers\n\
    OOOotra\nOOOotras\nAUTotrich\nOOOotro\nOOOotro pais\nOOOotros\nOOOotros paises\nUGAouganda\n\
    UMIoutlying us\nOOOoutras\nOOOoutro\nOOOoutros\nOOOoutros paises\nUZBouzbekistan\nOOOpaises resto\n\
    PAKpakistan\nPLWpalao\nPLWpalaos\nPLWpalau\nPLWpalau republic\nPSEpalestin\nPSEpalestina\nPSEpalestine\n\
    PSEpalestine state\nPSEpalestinian\nPSEpalestinian state\nPSEpalestinian territories\n\
    PSEpalestinian territory\nPSEpalestinianos territorios\nPSEpalestinians\nPSEpalestinien territoire\n\
    PSEpalestiniens territoires\nPSEpalestino territorio\nPSEpalestinos territorios\nPANpanama\n\
    PANpanama republic\nDOMpanyol\nPAKpaquistao\nPRYparaguai\nPRYparaguay\nPRYparagwe\nPERperou\n\
    XXAperson stateless\nXXApersons stateless\nPERperu\nPERpewou\nINDpeyi zend\nNLDpeyiba\nPHLphilippines\n\
    PHLphilippines republic\nPCNpitcairn\nTWNpoc taiwan\nPOLpoland\nPOLpoland republic\nPOLpologne\n\
    POLpolonia\nPOLpoloy\nPRIporto rico\nPRTportugaise republic\nPRTportugal\nPRTportuguesa republic\n\
    PRTportuguese republic\nPRTpotigal\nPRIpotoriko\nCHNprc\nSTPprin sao tome\nSTPprince saint thomas\n\
    STPprincipe santo tome\nSTPprincipe sao tome\nSTPprincipe saotome\nSTPprincipe south tome\n\
    PRIpuerto rico\nPRIpuerto rico us\nPRIpuerto rico usa\nQATqatar\nQATqatar state\nKENquenia\n\
    KGZquirgistao\nKGZquirguistao\nKGZquirguizia\nKIRquiribati\nGBRr unido\nVENrb venezuela\nCAFrca\nDOMrd\n\
    CODrdc\nCODrdcongo\nGBRreino unido\nVGBreino unido virgenes\nRWArepublic rwandaise\n\
    RWArepublic rwandese\nSLVrepublic salvador\nCAFrepublic santafrik\nCAFrepublic santrafriken\n\
    SRBrepublic serbia\nSVKrepublic slovak\nSVKrepublic slovak slovakia\nSVKrepublic slovaque\n\
    VNMrepublic socialist vietnam\nVNMrepublic socialista vietnam\nVNMrepublic socialista vietname\n\
    SSDrepublic south sudan\nZAFrepublic sudafrica\nSDNrepublic sudan\nSYRrepublic syrian\n\
    TZArepublic tanzania u\nTZArepublic tanzania unida\nTZArepublic tanzania united\n\
    TZArepublic tanzania utd\nTZArepublic tanzanie unie\nCZErepublic tcheca\nCZErepublic tchek\n\
    CZErepublic tcheque\nTGOrepublic togolaise\nTGOrepublic togolesa\nTGOrepublic togolese\n\
    TURrepublic turkiye\nTKMrepublic turkmenistan\nVUTrepublic vanuatu\nYEMrepublic yemen\nOOOrest\n\
    OOOresto\nREUreuniao\nREUreunion\nREUreyinyon\nZWErhodesia southern zimbabwe\nRUSrisi\nTWNroc taiwan\n\
    KORrok\nROUromania\nROUromenia\nROUroumania\nROUroumanie\nGBRroyaume uni\nZAFrs\nZAFrsa\nGBRru\n\
    RWAruanda\nROUrumania\nROUrumenia\nRUSrusia\nRUSrussia\nRUSrussie\nRWArwanda\nESHsahara w\n\
    ESHsahara western\nVATsaint siege\nVATsaint siege vatican\nVCTsaint vincent\nSLBsalomao\nSLBsalomon\n\
    SLVsalvado\nSLVsalvador\nWSMsamoa\nWSMsamoa western\nWSMsamwa\nVCTsan vicente\nVATsanta se\n\
    VATsanta sede\nVATsanta sede vaticano\nSTPsanto tome\nSTPsao tome\nSAUsaudita\nCHEschweiz\nSRBsebi\n\
    SYCsechel\nSYCseicheles\nDOMsendomeng\nSENsenegal\nSGPsengapou\nSRBserbia\nSRBserbie\nSRBservia\n\
    SYCsesel\nSYCseychelles\nTHAsiam thailand\nSGPsingapore\nSGPsingapour\nSGPsingapur\nSGPsingapura\n\
    SYRsiri\nSYRsiria\nSURsirinam\nSVKslovaki\nSVKslovakia\nSVKslovaquie\nSVNsloveni\nSVNslovenia\n\
    SVNslovenie\nSLBsolomon\nSOMsomali\nSOMsomalia\nSOMsomalie\nSDNsoudan\nSSDsoudan sud\nSSDsouth sudan\n\
    USAsouth u\nESPspain\nLKAsrilanka\nXXAstateless\nXXAstatelessness\nUSAstates united\n\
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
    TUVtuvalu\nUSAu\nAREua\nAREuae\nUKRucrania\nUGAuganda\nGBRuk\nVGBuk virgin\nUKRukraine\nUKRukrania\n\
    UKRukrayin\nUNKundefined\nUNKundetermined\nUNKunidentified\nUNKunknown\nUNKunknown various\n\
    UNKunspecified\nURYuruguai\nURYuruguay\nUSAus\nVIRus vi\nVIRus virgin\nUSAusa\nVIRusa virgin\n\
    UZBusbequistao\nVIRusvi\nUZBuzbekistan\nUZBuzbequistao\nVUTvanuatu\nVUTvanwatou\nUNKvarious\n\
    VATvatican\nVATvaticano\nVATvatikan\nVENvenezuela\nVENvenezwela\nVENvenezyela\nVNMvietna\nVNMvietnam\n\
    VNMvietname\nFJIviti\nVNMvyetnam\nROUwoumani\nYEMyemen\nDJIyibuti\nZMBzambia\nZMBzambie\nZMBzanbi\n\
    ZWEzimbabue\nZWEzimbabwe\nZWEzinbabwe\n\
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
    XXXkorea undivided\nXXXkosovo montenegro serbia\nXXXmalaya\nXXXmandate palestine\nXXXmontenegro serbia\n\
    XXXmontenegro serbia state union\nXXXmontenegro serbia yugoslavia\nXXXmontenegro serbie\n\
    XXXmontenegro servia\nXXXnam republic viet\nXXXnam south viet\nXXXneutral zone\nXXXnorte vietnam\n\
    XXXnorte yemen\nXXXnorth vietnam\nXXXnorth yemen\nXXXnorthern rhodesia\nXXXnyasaland rhodesia\n\
    XXXpacific territory trust\nXXXprussia\nXXXrd\nXXXrda\nXXXrepublic vietnam\nXXXrepublic zaire\n\
    XXXrepublicas socialistas sovieticas union\nXXXrepublics socialist soviet union\n\
    XXXrepubliques socialistes sovietiques union\nXXXrf\nXXXrfa\nXXXrhodesia\nXXXrhodesia southern\n\
    XXXruanda urundi\nXXXrwanda urundi\nXXXryukyu\nXXXsahara spanish\nXXXsanaa yemen\nXXXsfr yugoslav\n\
    XXXsfr yugoslavia\nXXXsikkim\nXXXsouth vietnam\nXXXsouth yemen\nXXXsoviet union\nXXXsovietica uniao\n\
    XXXsovietica union\nXXXsovietique union\nXXXsr us\nXXXss ur\nXXXsur vietnam\nXXXsur yemen\n\
    XXXtanganyika zanzibar\nXXXtchecoslovaquia\nXXXtchecoslovaquie\nXXXupper volta\nXXXurss\nXXXussr\n\
    XXXyougoslavie\nXXXyugoslavia\nXXXzaire\nXXXzanzibar\n\
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
