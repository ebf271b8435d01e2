//! Words of the names of countries and regions, each list one text with a blank between two: smaller than lists of texts.

use crate::data::word_list::WordList;

/// Words that names of one place have or lack: articles, "of", "and", "island".
pub(super) const SMALL: &WordList = &WordList::new(
    "the of and de del la el los las les le du des da do dos das y et e ak l d part parte partie \
    country em en island islands isla islas ile iles ilha ilhas is isl isle isles zile zil o a",
);

/// Short forms with what they stand for, in turn.
pub(super) const SHORT_FORMS: &WordList = &WordList::of_pairs(
    "rep republic republica republic republique republic repiblik republic republik republic \
    repubblica republic republiek republic republika republic dem democratic democr democratic democratica democratic \
    democratique democratic demokratik democratic st saint ste saint fed federated sts states ppls peoples ppl peoples \
    people peoples n north s south nth north sth south terr territory ter territory cent central afr african ctrl central \
    equat equatorial eq equatorial dom dominican herz herzegovina brit british amer american",
);

/// What states call themselves before or after their name.
pub(super) const TITLES: &WordList = &WordList::new(
    "republic kingdom reino royaume regno wayom state estado etat stato principality principado \
    principaute sultanate sultanato sultanat emirate emirato emirat commonwealth mancomunidad duchy ducado duche granducato \
    confederation confederacion union comunidade uniao",
);

/// What stands beside a title.
pub(super) const TITLES_BESIDE: &WordList = &WordList::new(
    "islamic islamica islamique federal federale federative federativa popular populaire \
    peoples democratic socialist socialista socialiste arab arabe arabes hashemite hachemita hachemi hachemite oriental orientale \
    grand gran grao cooperative cooperativa co operative independent independiente independant sovereign unitary swiss suiza \
    suisse federated union united unida unie",
);

/// Names that a title tells apart: without it they are another country, or several, or a province.
pub(super) const TITLED: &WordList = &WordList::new(
    "congo korea corea coree coreia kore china chine chin yemen iemen germany alemania allemagne \
    alemanha almay vietnam nam viet georgia mexico mexique",
);

/// Names that are a country's only with the word "island".
pub(super) const ISLANDS: &WordList = &WordList::new("cook christmas norfolk marshall man heard");

/// Words that say that a state is no more.
pub(super) const FORMER: &WordList =
    &WordList::new("former formerly ex antigua antiguo ancien ancienne antiga antigo ehemalige ehemaliges");

/// Words of regions' names that say what kind of thing is named: one of them, and nothing but [`REGION`] beside it.
pub(super) const REGION_NOUNS: &WordList = &WordList::new(
    "africa african afrique america american americas amerique ameriques asia asie caraibes \
    caribbean caribe europe europa european europea europeenne eurozone income ingreso ingresos revenu latinoamerica melanesia \
    monde mundo oceania oceanie pacific pacifico polynesia region regiones regions countries paises pays world eu27 eu28 g20",
);

/// What stands beside those nouns in the names of regions and groups.
pub(super) const REGION: &WordList = &WordList::new(
    "eu ue non all arab area asean bank central centrale ceec china continental desarrollados \
    desarrollo desarrolladas developed developing east eastern ecosoc emerging este excl excluding extra fragile global group \
    high hipc ibrd ida in landlocked latin latina latine least less low lower mas members menos middle more nord norte north \
    northern not oecd ocde occidental oeste only oriental orientale rest sahara saharan sids small south southeast southern \
    states sub sur total union upper wb west western",
);

/// Words that alone say that all is meant.
pub(super) const TOTAL: &WordList =
    &WordList::new("total totals totale totaux totales totais gesamt insgesamt gesamtzahl ensemble summe");

/// Words of what is neither a place nor the whole of others.
pub(super) const REMAINDER: &WordList = &WordList::new(
    "other others otro otros otra otras autre autres outro outros outra outras rest resto reste \
    unknown nes unspecified elsewhere ubrige",
);

/// Whether a list has a word.
pub(super) fn has(list: &WordList, word: &str) -> bool {
    list.has(word)
}

/// What a short form stands for; the word itself if it is none.
pub(super) fn full(word: &str) -> &str {
    if !SHORT_FORMS.may_have(word) {
        return word;
    }
    let mut words = SHORT_FORMS.words();
    while let (Some(short), Some(full)) = (words.next(), words.next()) {
        if short == word {
            return full;
        }
    }
    word
}
