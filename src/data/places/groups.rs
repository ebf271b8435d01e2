//! Regions and groups of countries: what files call them and who belongs to them.
//!
//! Written by `cargo xtask data` from the reference country files; do not edit.

/// A letter for each of [`crate::model::country::codes`]: its innermost region of M49, `-` for none.
pub(super) const LEAVES: &str = "\
    bfmcfpqqfnhnv-bfsrnbrefemonfqfogihhflmhdcisrhkecccvhbegffsfnorbfpfahabaqpbpthrpucpnpeqefee\
    cqfighuhksgqfolpmbpmnpnqfpnkjbjlufknlneafrmdprpkfarobmguqeqlqkubeffbblbdtesegvrpmusn--mgvh\
    lutofkqhnvnboobnaelheptegqbiqbchoqpdfbnfcelkjvjlvfanvkbbou-hijqfhffltvvpq-ndbb\
";

/// A line a group: its code of three, the letters of its regions, `+` and the codes beside, `-` and those it lacks; only
/// the code where members change from year to year.
pub(super) const GROUPS: &str = "\
    WLDabcdefghijklmnopqrstuv+OOS\n\
    002abcde+OOS\n\
    015a\n\
    202bcde+OOS\n\
    SSFbcde+OOSSDN-DJI\n\
    AFEbd+AGOCODSDNSTP-AB9ATFDJIIOTMYTREU\n\
    AFWce-AGOCODSHNSTP\n\
    014b\n\
    017c\n\
    018d\n\
    011e\n\
    019fghi\n\
    419fgh\n\
    LTAgh+CUBDOMHTIPRI\n\
    029f\n\
    013g\n\
    005h\n\
    021i\n\
    003fgi\n\
    IOAfghi\n\
    142jklmn\n\
    143j\n\
    030k\n\
    035l\n\
    034m\n\
    145n\n\
    CSAjm\n\
    ESAkl\n\
    NWAan\n\
    ENAiopqr\n\
    150opqr\n\
    151o\n\
    154p\n\
    039q\n\
    155r\n\
    009stuv\n\
    OXAtuv\n\
    053s\n\
    054t\n\
    057u\n\
    061v\n\
    LDCbce+AFGBGDHTIKHMKIRLAOLSOMMRNPLSDNSLBTLSTUVYEM-ATFCIVCMRCOGCPVGABGHAGNQIOTKENMUSMYTNGAREUSHNSYCZWE\n\
    LLCdj+AB9AFGARMAZEBDIBFABOLBTNCAFETHLAOMDAMKDMLIMNGMWINERNPLPRYRWASSDTCDUGAZMBZWE-NAMZAF\n\
    SIDftuv+BLZCOMCPVGNBGUYMDVMUSSGPSTPSURSYCTLS-ANTBLMCYMGLPMAFMTQPCNTCATKLUMIWLF\n\
    MDR\n\
    LDR\n\
    LDX\n\
    EUUor+CYPDNKESPESTFINGRCHRVIRLITALTULVAMLTPRTSVNSWE-BLRCHELIEMCOMDARUSUKR\n\
    E28or+CYPDNKESPESTFINGBRGRCHRVIRLITALTULVAMLTPRTSVNSWE-BLRCHELIEMCOMDARUSUKR\n\
    E07or+CYPDNKESPESTFINGBRGRCIRLITALTULVAMLTPRTSVNSWE-BLRCHELIEMCOMDARUSUKR\n\
    E25r+CYPCZEDNKESPESTFINGBRGRCHUNIRLITALTULVAMLTPOLPRTSVKSVNSWE-CHELIEMCO\n\
    E15r+DNKESPFINGBRGRCIRLITAPRTSWE-CHELIEMCO\n\
    E14r+DNKESPFINGRCIRLITAPRTSWE-CHELIEMCO\n\
    E13o+CYPESTHRVLTULVAMLTSVN-BLRMDARUSUKR\n\
    EMUr+CYPESPESTFINGRCHRVIRLITALTULVAMLTPRTSVKSVN-CHELIEMCO\n\
    E19r+CYPESPESTFINGRCIRLITALTULVAMLTPRTSVKSVN-CHELIEMCO\n\
    EFT+CHEISLLIENOR\n\
    EEAopr+CYPESPGRCHRVITAMLTPRTSVN-ALABLRCHEFROGBRGGYIMNJEYMCOMDARUSSJMUKRXCX\n\
    SCH\n\
    OEDpr+AUSCANCHLCOLCRICZEESPGRCHUNISRITAJPNKORMEXNZLPOLPRTSVKSVNTURUSA-ALAFROGGYIMNJEYLIEMCOSJMXCX\n\
    ARBan+COMDJIMRTSOM-ARMAZECYPESHGEOISRTUR\n\
    CEBo+ESTHRVLTULVASVN-BLRMDARUSUKR\n\
    CSS+ATGBHSBLZBRBDMAGRDGUYJAMKNALCASURTTOVCT\n\
    PSStu+TONTUVWSM-GUMMNPNCLPNGUMI\n\
    OSS\n\
    EASklstuv\n\
    ECSjopqr+ARMAZECYPGEOGRLTUR-MLT\n\
    IECjopqr+ARMAZECYPGEOTUR\n\
    LCBfgh\n\
    MEAan+DJIIRNMLT-ARMAZECYPGEOSDNTUR\n\
    MEN\n\
    SASm-IRN\n\
    NABi\n\
    EAP\n\
    ECA\n\
    LCX\n\
    MNA\n\
    SSA\n\
    TSAm-IRN\n\
    INC\n\
    IDA\n\
    FCS\n\
    HPC\n\
    DEM\n\
    IAPjklmstuv\n\
    IESbd+AGOCMRCODSHNSTP\n\
    IWCce-AGOCMRCODSHNSTP\n\
    IEH\n\
    UESbd+AGOSDN-AB9ATFIOTMYT\n\
    CIS\n\
    G07+CANDEUFRAGBRITAJPNUSA\n\
    G20\n\
    ASNl-TLS\n\
    NTC+GTMHNDSLV\n\
    CAN+BOLCOLECUPER\n\
    MSR\n\
    IBA\n\
    GCC+AREBHRKWTOMNQATSAU\n\
    BAL+ESTLTULVA\n\
    NOR+DNKFINISLNORSWE\n\
    MAG\n\
";

/// A line a name: the group's code and the name's words as [`super::key`] has them; sorted by name.
pub(super) const GROUP_NAMES: &str = "\
    E1313 eu\nE1313 ue\nE1414 eu\nE1414 ue\nE1515 1995 2004 countries european union\n\
    E1515 countries european union\nE1515 eu\nE1515 ue\nE1919 2015 2022 area countries euro\n\
    E1919 2015 area countries euro from\nE1919 area countries euro\nEMU20 2023 area countries euro from\n\
    EMU20 area countries euro\nG2020 g\nE072007 2013 27 countries european union\n\
    E282013 2020 28 countries european union\nEUU2020 27 countries eu from\n\
    EUU2020 27 countries european from union\nE2525 countries european union\nE2525 eu\nE2525 ue\n\
    EUU27 countries european union\nEUU27 eu\nEUU27 european union\nEUU27 ue\n\
    E2828 countries european union\nE2828 eu\nE2828 ue\nG077 g\nLDCadelantados menos paises\nEFTaelc\n\
    EFTaele\nFCSaffected conflict fragile situations\nMEAafghanistan africa east middle north pakistan\n\
    002africa\nIEHafrica africa east horn\nIESafrica africa east horn southern\n202africa al sahara sur\n\
    NWAafrica asia northern western\nNWAafrica asia occidental septentrional\n018africa austral\n\
    MEAafrica bank east middle north world\nAFEafrica bank eastern southern world\n\
    SSFafrica bank saharan sub world\n017africa central\nIWCafrica central occidental\n\
    IWCafrica central west\nAFWafrica central western\nMNAafrica countries east ibrd ida middle north\n\
    SSAafrica countries ibrd ida saharan sub\n014africa east\n\
    MNAafrica east excluding high income middle north\nIEHafrica east great horn lakes\n\
    IEHafrica east horn\nIESafrica east horn southern\nMEAafrica east middle north\n\
    UESafrica east southern\n014africa eastern\nAFEafrica eastern southern\n014africa este\n\
    SSAafrica excluding high income saharan sub\n017africa media\nMEAafrica medio norte oriente\n\
    018africa meridional\nUESafrica meridional oriental\n017africa middle\n015africa norte\n\
    015africa north\n015africa northern\n011africa occidental\n011africa oeste\n014africa oriental\n\
    202africa saharan sub\n015africa septentrional\n018africa southern\n202africa subsaariana\n\
    202africa subsaharan\n202africa subsahariana\n202africa subsariana\n002africa total\n011africa west\n\
    011africa western\n002afrik\n015afrik dino\n202afrik saharyen sub\n002afrique\n\
    NWAafrique asie nord ouest\n018afrique australe\n017afrique centrale\nIWCafrique centrale ouest\n\
    IWCafrique centre ouest\n014afrique est\n018afrique meridionale\nMEAafrique moyen nord orient\n\
    017afrique moyenne\n015afrique nord\n011afrique occidentale\n014afrique orientale\n011afrique ouest\n\
    015afrique septentrionale\n202afrique subsaharienne\n019all americas\nWLDall countries\n\
    WLDall countries territories\nWLDall countries total\nINCalto ingreso paises\n019america\n\
    LCBamerica bank caribbean latin world\nNABamerica bank north world\n\
    LCXamerica caribbean countries ibrd ida latin\nLCXamerica caribbean excluding high income latin\n\
    419america caribbean latin\n419america caribe latina\n013america central\nNTCamerica central northern\n\
    NTCamerica central northern triangle\n013america centro\nENAamerica europa norte\n\
    ENAamerica europe northern\nIBAamerica ibero\nLTAamerica latin\nLTAamerica latina\n003america norte\n\
    021america norte onu\n003america north\nNABamerica north wb\n021america northern\n\
    021america septentrional\n005america south\n005america sul\n005america sur\n019americas\n\
    IOAamericas caribbean\n019amerik\n005amerik di sid\n003amerik dino\n419amerik karayib latin\n\
    013amerik santral\n019amerique\n419amerique caraibes latine\n013amerique centrale\n\
    ENAamerique europe nord\nLTAamerique latine\n003amerique nord\n021amerique septentrionale\n\
    005amerique sud\n019ameriques\nCANandean community\nCANandean countries\nCANandina comunidad\n\
    CANandinos paises\n029antillas\n029antilles\nARBarab countries\nARBarab states\nARBarab world\n\
    ARBarabe monde\nARBarabe mundo\nARBarabes estados\nARBarabes etats\nEEAarea economic european\n\
    EMUarea euro\nSCHarea schengen\nASNasean\n142asia\nECSasia bank central europe world\n\
    EASasia bank east pacific world\nSASasia bank south world\n143asia central\n\
    ECAasia central countries europe ibrd ida\nECSasia central europe\n\
    ECAasia central europe excluding high income\nIECasia central europe iom\nCSAasia central meridional\n\
    CSAasia central southern\nEAPasia countries east ibrd ida pacific\n030asia east\n\
    EAPasia east excluding high income pacific\nEASasia east pacific\n035asia east south\n030asia eastern\n\
    ESAasia eastern eastern south\n035asia eastern south\n030asia este\nTSAasia ibrd ida south\n\
    034asia meridional\n145asia occidental\n145asia ocidental\n030asia oriental\n\
    ESAasia oriental sudoriental\nIAPasia pacific\nIAPasia pacifico\nSASasia south\n035asia southeast\n\
    035asia southeastern\n034asia southern\n035asia sudeste\n035asia sudoriental\n034asia sul\n034asia sur\n\
    145asia west\n145asia western\nASNasian association nations southeast\n035asiatico sudeste\n\
    035asiatico sureste\n142asie\nCSAasie asie centrale sud\n143asie centrale\n030asie est\n\
    ESAasie est est sud\n035asie est sud\n034asie meridionale\n145asie occidentale\n030asie orientale\n\
    145asie ouest\nIAPasie pacifique\n034asie sud\nEFTasociacion comercio europea libre\n\
    EFTassociation european free trade\n053australasia\nOXAaustralia excluding new oceania zealand\n\
    053australia new zealand\n053australia nova zelandia\n053australia nueva zelanda\n\
    053australia nueva zelandia\n053australie nouvelle zelande\nLDCavances moins pays\nOEDaverage oecd\n\
    142azi\nINCbajo ingreso paises\nBALbaltes pays\nBALbaltic countries\nBALbaltic states\n\
    BALbalticos paises\nCEBbaltics central europe\nIDAblend ida\n029caraibe\n029caraibes\n029caribbean\n\
    CSScaribbean small states\n029caribe\n013centroamerica\nNTCcentroamerica norte\n\
    LDXchina developed excluding less regions\nCIScis\nLDCclassification countries developed least un\n\
    CIScommonwealth independent states\nCIScomunidad estados independientes\nGCCconsejo cooperacion golfo\n\
    GCCcooperation council gulf\nMDRcountries developed\n\
    LDXcountries developed developed excluding least less regions\nLDCcountries developed least\n\
    LDRcountries developing\nLLCcountries developing land lldc locked\nLLCcountries developing landlocked\n\
    EFTcountries efta\nGCCcountries gcc\nHPCcountries heavily hipc indebted poor\n\
    HPCcountries heavily indebted poor\nINCcountries high income\nINCcountries income low\n\
    INCcountries income lower middle\nINCcountries income middle\nINCcountries income middle upper\n\
    NORcountries nordic\nOEDcountries oecd\nDEMdemographic dividend early\nDEMdemographic dividend late\n\
    DEMdemographic dividend post\nDEMdemographic dividend pre\nMDRdesarrolladas mas regiones\n\
    LDRdesarrolladas menos regiones\nMDRdesarrollados paises\nSIDdesarrollo estados insulares pequenos\n\
    LLCdesarrollo litoral paises sin\nLDRdesarrollo paises\nLDCdesenvolvidos menos paises\n\
    SIDdesenvolvimento estados insulares pequenos\nLDRdeveloped less regions\nMDRdeveloped more regions\n\
    MDRdeveloped regions\nLDRdeveloping regions\nSIDdeveloping sids small states\n\
    SIDdeveloping small states\nLDRdeveloppees moins regions\nMDRdeveloppees plus regions\n\
    SIDdeveloppement etats insulaires petits\nLLCdeveloppement littoral pays sans\nLDRdeveloppement pays\n\
    MDRdeveloppes pays\nMENeast middle\n151eastern europe\nEEAeconomico espacio europeo\n\
    EEAeconomique espace europeen\nEEAeea\nEEAeee\nEFTefta\nINCeleve pays revenu\nWLDentier monde\n\
    WLDentire world\nSCHespace schengen\nSCHespacio schengen\n151est europe\n151este europa\nEUUeu\n\
    EUUeu27\nE28eu28\nEMUeuro zona\nEMUeuro zone\n150europa\n151europa leste\n039europa meridional\n\
    154europa norte\n155europa occidental\n155europa ocidental\n151europa oriental\n\
    154europa septentrional\n039europa sul\n039europa sur\n150europe\n039europe meridionale\n\
    154europe nord\n154europe northern\n155europe occidentale\n151europe orientale\n155europe ouest\n\
    154europe septentrionale\n039europe southern\n039europe sud\n150europe total\n155europe western\n\
    EUUeuropea union\nEUUeuropean union\nEUUeuropeenne union\nEUUeuropeia uniao\nEMUeurozona\nEMUeurozone\n\
    150ewop\nINCfaible pays revenu\nG20g20\nG07g7\nGCCgcc\nWLDglobal\nG07group seven\nINChigh income\n\
    IBAiberoamerica\nIDAibrd ida total\nIDAibrd only\nIDAida only\nIDAida total\nINCincome low\n\
    INCincome low middle\nINCincome lower middle\nINCincome middle\nINCincome middle upper\n029karayib\n\
    419lac\nLTAlatinoamerica\nLDCldc\nLDCldcs\nLLClldcs\nMAGmaghreb\nMAGmagreb\nMENmedio oriente\n\
    054melanesia\n054melanesie\nOEDmembers oecd\nMEAmena\nMSRmercosul\nMSRmercosur\n013mesoamerica\n\
    057micronesia region\nOEDmiembros ocde paises\nWLDmond\nWLDmonde\nWLDmondo\nMENmoyen orient\n\
    WLDmundial\nWLDmundial total\nWLDmundo\nNORnordicos paises\nNORnordiques pays\nNTCnorte triangulo\n\
    003norteamerica\nNTCnorthern triangle\nOEDocde\nOEDocde paises\nOEDocde pays\n009oceania\n009oceanie\n\
    OEDoecd\nOEDoecd total\nMENorient proche\nMENoriente proximo\nWLDos paises todos\n009oseyani\n\
    OSSother small states\nOXApacific\nPSSpacific small states\nWLDpaises todos\nWLDpays tous\n\
    WLDpeyi tout\nLDCpma\n061polinesia\n061polynesia\n061polynesie\nSCHschengen\nOSSsmall states\n\
    005sudamerica\n005suramerica\nWLDtotal world\nEUUue\nEUUue27\nE28ue28\nWLDwelt\nWLDwhole world\n\
    WLDworld\nWLDworldwide\n\
";

/// A line a code that publishers use, in capitals: the group's code and theirs.
pub(super) const GROUP_CODES: &str = "\
    WLD001\n002002\n003003\n005005\n009009\n011011\n013013\n014014\n015015\n017017\n018018\n019019\n021021\n\
    029029\n030030\n034034\n035035\n039039\n053053\n054054\n057057\n061061\n142142\n143143\n145145\n150150\n\
    INC1500\nINC1501\nINC1502\nINC1503\n151151\nINC1517\nINC1518\n154154\n155155\nLDC1636\nLLC1803\n\
    SID1804\nENA1829\nESA1832\nNWA1833\nOXA1835\nLDC199\n202202\n419419\nLLC432\n1435500\n0345501\nSID722\n\
    WLD900\nMDR901\nLDR902\n002903\n419904\n021905\n030906\n150908\n009909\n014910\n017911\n015912\n018913\n\
    011914\n029915\n013916\nENA917\n035920\nCSA921\n145922\n151923\n154924\n039925\n155926\n053927\n054928\n\
    005931\nLDX934\n142935\nLDC941\n202947\nLDX948\n057954\n061957\nAFEAFE\n002AFR\nAFWAFW\n019AMR\nARBARB\n\
    ASNASEAN\n142ASI\nCEBCEB\nCSSCSS\nEMUEA\nE19EA19\nE19EA19_2015\nEMUEA20\nEMUEA20_2023\nEAPEAP\nDEMEAR\n\
    EASEAS\nECAECA\nECSECS\nEEAEEA\nEEAEEA30\nEEAEEA30_2007\nEEAEEA31\nEFTEFTA\nEMUEMU\nEUUEU\nE15EU-15\n\
    E25EU-25\nEUUEU-27\nE28EU-28\nE13EU13\nE14EU14\nE15EU15\nE15EU15_1995\nE25EU25\nEUUEU27\nE07EU27_2007\n\
    E28EU27_2007X\nEUUEU27_2019\nEUUEU27_2020\nE28EU28\nE28EU28_2013\nEUUEUU\nFCSFCS\nG20G-20\nG20G20\n\
    G07G7\nINCHIC\nHPCHPC\nIDAIBD\nIDAIBT\nIDAIDA\nIDAIDB\nIDAIDX\n419LAC\n419LCN\nLDCLDC\nINCLIC\nLLCLLDC\n\
    INCLMC\nINCLMY\nDEMLTE\nMEAMEA\nMEAMENA\nMENMENAAP\nINCMIC\nMNAMNA\n021NAC\nOEDOAVG\n009OCE\nOEDOECD\n\
    OEDOECDTOT\nOEDOECD_T\nOEDOED\nOSSOSS\nWLDOWID_WRL\nDEMPRE\nPSSPSS\nDEMPST\nSASSAS\nSIDSIDS\nSSASSA\n\
    SSFSSF\nOSSSST\nEAPTEA\nECATEC\nLCXTLA\nMNATMN\nTSATSA\nSSATSS\nINCUMC\nWLDW0\nWLDW00\nWLDW1\nWLDWLD\n\
    WLDWORLD\n\
";
