//! Whole words of names, units and titles, and the kind of quantity that they say.

use crate::data::limits::MAX_SAYING_BYTES;
use crate::data::word_list::WordList;
use crate::model::{QuantityKind, small_letter};

/// Words of names, in the languages of the widget and their neighbours, without accents: "Immigration" is no ratio.
pub(in crate::data) struct Words {
    pub(in crate::data) kind: QuantityKind,
    words: WordList,
}

/// What says that figures are in per cent.
const PERCENT_WORDS: &str = "percent percentage percentages pct perc cent porcentaje porcentajes porcentual pourcentage \
    pourcentages percentual percentagem porcentagem prozent prozentual percentuale percentuali porciento pourcent";
const PERCENT: &WordList = &WordList::new(PERCENT_WORDS);

/// The kinds by their words; the first that fits holds: "refugees per 1,000" is a rate, "migrant deaths" are no stock.
pub(in crate::data) static KINDS: [Words; 9] = [
    Words { kind: QuantityKind::Share, words: WordList::new(PERCENT_WORDS) },
    Words {
        kind: QuantityKind::Share,
        words: WordList::new(
            "share shares proportion proportions proporcion proporciones proporcao prop anteil anteile part \
            quota quote participacion participacao",
        ),
    },
    Words {
        kind: QuantityKind::Rate,
        words: WordList::new(
            "rate rates ratio ratios growth density prevalence incidence capita percapita percase tasa tasas \
            razon crecimiento densidad prevalencia incidencia taux croissance densite taxa taxas crescimento \
            densidade wachstum dichte ziffer tasso tassi crescita densita",
        ),
    },
    Words {
        kind: QuantityKind::Index,
        words: WordList::new("index indices indice hdi idh gini cpi ipc score scores puntaje puntuacion"),
    },
    Words {
        kind: QuantityKind::Mean,
        words: WordList::new(
            "mean means average averages avg median medians expectancy age ages promedio promedios mediana \
            medianas esperanza edad edades moyenne moyen moyennes mediane esperance idade expectativa media \
            durchschnitt mittelwert alter eta temperature temperatura price precio prix preco wage wages salary \
            salario salaire",
        ),
    },
    Words {
        kind: QuantityKind::Extreme,
        words: WordList::new("max maximum highest lowest peak maximo maxima minimo minima maximal minimal"),
    },
    Words {
        kind: QuantityKind::Event,
        words: WordList::new(
            "encounters encounter missing disappearances fatalities victims crossings crossing deaths death dead \
            incidents incident apprehensions detections interceptions expulsions displacements encuentros cruces \
            desaparecidos desaparecidas victimas muertes muertos muertas fallecidos fallecidas incidentes \
            detecciones expulsiones desplazamientos traversees deces morts mortes mortos travessias todesfalle \
            morti decessi attraversamenti",
        ),
    },
    Words {
        kind: QuantityKind::Flow,
        words: WordList::new(
            "arrivals arrival arrived entry entries claims requests detentions detained arrests return \
            deportation exits departures applications application applied applicants decisions recognitions \
            returns returned returnees deportations deported removals resettlement resettled resettlements \
            naturalisation naturalisations naturalization naturalizations births registrations operations \
            immigration emigration migration inflow inflows outflow outflows flow flows visas permits transfers \
            admissions new newly llegadas llegada retorno detenciones deportacion ingresos entradas salidas \
            solicitudes decisiones retornos retornados retornadas deportaciones deportados deportadas \
            reasentamiento nacimientos registros inmigracion emigracion migracion flujo flujos visados permisos \
            nuevos nuevas transito arrivees entrees sorties demandes retours naissances flux nouveaux nouvelles chegadas \
            saidas pedidos solicitacoes fluxo nascimentos novos novas imigracao emigracao asylantrage antrage \
            erstantrage zuzuge fortzuge zuwanderung abwanderung einwanderung auswanderung einreisen ausreisen \
            ankunfte einburgerungen ruckkehr geburten arrivi sbarchi ingressi domande richieste immigrazione \
            emigrazione nascite permessi rimpatri iscrizioni",
        ),
    },
    Words {
        kind: QuantityKind::Stock,
        words: WordList::new(
            "stock stocks population populations inhabitants residents refugee refugees idp idps displaced \
            migrant migrants immigrants emigrants seekers stateless diaspora foreigners poblacion habitantes residentes \
            refugiado refugiados refugiadas refugiada desplazado desplazados desplazadas migrante migrantes \
            inmigrantes emigrantes solicitantes apatridas pdi extranjeros extranjeras habitants refugies refugiees deplaces \
            deplacees demandeurs apatrides etrangers immigres populacao deslocados deslocadas imigrantes \
            requerentes estrangeiros bevolkerung einwohner fluchtlinge auslander schutzsuchende asylbewerber \
            migranten staatenlose popolazione abitanti residenti stranieri rifugiati sfollati migranti apolidi \
            immigrati",
        ),
    },
];

/// Words for ends of German compounds: "Ausländeranteil", "Asylanträge".
const ENDINGS: [(&str, QuantityKind); 9] = [
    ("anteil", QuantityKind::Share),
    ("quote", QuantityKind::Rate),
    ("wachstum", QuantityKind::Rate),
    ("dichte", QuantityKind::Rate),
    ("ziffer", QuantityKind::Rate),
    ("antrage", QuantityKind::Flow),
    ("wanderung", QuantityKind::Flow),
    ("bevolkerung", QuantityKind::Stock),
    ("fluchtlinge", QuantityKind::Stock),
];

/// What says that a number of an age is no figure of people.
const AGES: [&str; 7] = ["age", "ages", "edad", "edades", "idade", "alter", "eta"];

/// Words for a length of time after "per".
const TIMES: [&str; 10] =
    ["day", "week", "month", "quarter", "year", "annum", "dia", "mes", "ano", "trimestre"];

/// Words for what a ratio is of, after "por", "pour", "je" or "ogni".
const BASES: [&str; 14] = [
    "cada",
    "capita",
    "habitante",
    "habitant",
    "persona",
    "personne",
    "pessoa",
    "mil",
    "mille",
    "cien",
    "cem",
    "einwohner",
    "abitante",
    "abitanti",
];

impl Words {
    pub(in crate::data) fn has(&self, word: &str) -> bool {
        self.words.has(word)
    }

    /// Whether one of a text's words is one of these.
    pub(in crate::data) fn fit(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.has(word) || self.ends(word))
    }

    fn ends(&self, word: &str) -> bool {
        ENDINGS
            .iter()
            .any(|(end, kind)| *kind == self.kind && word.len() > end.len() + 2 && word.ends_with(end))
    }
}

/// Words that name places by their coordinates.
pub(in crate::data) const COORDINATES: &WordList = &WordList::new(
    "lat lats latitude latitud latitudine breitengrad lon lng long longitude longitud longitudine \
    langengrad coordinates coordenadas coordinate coord easting northing",
);

/// Whether a word is one of a list.
pub(in crate::data) fn is_one_of(word: &str, words: &WordList) -> bool {
    words.has(word)
}

/// Whether words say that figures are in per cent.
pub(in crate::data) fn says_percent(text: &str, words: &[String]) -> bool {
    text.contains(['%']) || words.iter().any(|word| is_one_of(word, PERCENT))
}

/// The kind that a text's words say.
pub(in crate::data) fn kind_of_words(text: &str) -> QuantityKind {
    let words = words_of(text);
    let has = |word: &str| words.iter().any(|known| known == word);
    let changes = || {
        words.iter().any(|word| is_one_of(word, const { &WordList::new("growth change variation variacion variacao \
            crecimiento croissance crescimento veranderung wachstum variazione crescita evolution points puntos") }))
    };
    if says_percent(text, &words) {
        return if changes() { QuantityKind::Rate } else { QuantityKind::Share };
    }
    let is_per = words.iter().zip(words.iter().skip(1)).any(|(first, then)| {
        let is_base = then.starts_with(|character: char| character.is_ascii_digit());
        match first.as_str() {
            // "Arrivals per month" is a flow, "refugees per host" a ratio.
            "per" => !TIMES.contains(&then.as_str()),
            // "Por país" sorts, "por cada 1000" divides.
            "por" | "pour" | "par" | "je" | "pro" | "ogni" => is_base || BASES.contains(&then.as_str()),
            _ => false,
        }
    });
    if is_per {
        return QuantityKind::Rate;
    }
    // "Minimum estimated number of missing" is a count.
    let is_estimate = has("estimate") || has("estimated") || has("estimates") || has("number");
    let fits = |known: &&Words| {
        // "Part" is French for a share, and English for a piece.
        let is_piece =
            known.kind == QuantityKind::Share && known.fit(&words) && has("part") && words.len() < 2;
        known.fit(&words) && !(known.kind == QuantityKind::Extreme && is_estimate) && !is_piece
    };
    let Some(found) = KINDS.iter().find(fits) else { return QuantityKind::Unknown };
    let is_middle = || words.iter().any(|word| found.has(word) && !AGES.contains(&word.as_str()));
    if found.kind == QuantityKind::Mean && !is_middle() {
        // A group of ages is no mean of them: "migrants, age 15-24".
        let people = KINDS.iter().find(|other| other.kind.is_count() && other.fit(&words));
        return people.map_or(QuantityKind::Mean, |people| people.kind);
    }
    found.kind
}

/// Whether words are those of an age alone: "Age", "edad (años)", "victim age".
pub(in crate::data) fn are_of_age(words: &[String]) -> bool {
    words.iter().any(|word| AGES.contains(&word.as_str()))
}

/// The words of a text in small letters without accents: cut where letters end, and before a capital after a small one.
pub(in crate::data) fn words_of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut was_small = false;
    for character in text.chars() {
        // What is longer is a note, of which the beginning says enough.
        if word.len() + words.len() > MAX_SAYING_BYTES {
            break;
        }
        let is_capital = character.is_uppercase();
        if (!character.is_alphanumeric() || (is_capital && was_small)) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        was_small = character.is_lowercase();
        if character.is_alphanumeric() {
            word.push(plain(small_letter(character)));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// A letter without its accent.
fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        letter => letter,
    }
}
