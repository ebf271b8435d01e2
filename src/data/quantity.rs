//! What kind of quantity a column of an author's file is, told from whole words of its name, unit and title, and its values.

use crate::model::{Cells, Column, NumberColumn, QuantityKind, Table};

/// Words of names, in the languages of the widget and their neighbours, without accents: "Immigration" is no ratio.
struct Words {
    kind: QuantityKind,
    /// Between blanks.
    words: &'static str,
}

/// The kinds by their words; the first that fits holds: "refugees per 1,000" is a rate, "migrant deaths" are no stock.
const KINDS: [Words; 8] = [
    Words {
        kind: QuantityKind::Share,
        words: "percent percentage percentages pct perc share shares proportion proportions porcentaje porcentajes \
            porcentual proporcion pourcentage pourcentages percentual percentagem porcentagem proporcao prop",
    },
    Words {
        kind: QuantityKind::Rate,
        words: "rate rates ratio ratios growth density prevalence incidence capita percapita percase tasa tasas \
            razon crecimiento densidad prevalencia incidencia taux croissance densite taxa taxas crescimento \
            densidade",
    },
    Words {
        kind: QuantityKind::Index,
        words: "index indices indice hdi idh gini cpi ipc score scores puntaje",
    },
    Words {
        kind: QuantityKind::Mean,
        words: "mean means average averages avg median medians expectancy age ages promedio promedios mediana \
            medianas esperanza edad edades moyenne moyen moyennes mediane esperance idade expectativa \
            temperature temperatura price precio prix preco wage wages salary salario salaire",
    },
    Words {
        kind: QuantityKind::Extreme,
        words: "max maximum highest lowest peak maximo maxima minimo minima maximal minimal",
    },
    Words {
        kind: QuantityKind::Event,
        words: "encounters encounter missing disappearances fatalities victims crossings crossing deaths death dead \
            incidents incident apprehensions detections interceptions expulsions displacements encuentros cruces \
            desaparecidos desaparecidas victimas muertes muertos muertas fallecidos fallecidas incidentes \
            detecciones expulsiones desplazamientos traversees deces morts mortes mortos travessias",
    },
    Words {
        kind: QuantityKind::Flow,
        words: "arrivals arrival arrived entry entries claims requests detentions detained arrests return \
            deportation exits departures applications application applied applicants decisions recognitions \
            returns returned returnees deportations deported removals resettlement resettled resettlements \
            naturalisation naturalisations naturalization naturalizations births registrations operations \
            immigration emigration migration inflow inflows outflow outflows flow flows visas permits transfers \
            admissions new newly llegadas llegada retorno detenciones deportacion ingresos entradas salidas \
            solicitudes decisiones retornos retornados retornadas deportaciones deportados deportadas \
            reasentamiento nacimientos registros inmigracion emigracion migracion flujo flujos visados permisos \
            nuevos nuevas arrivees entrees sorties demandes retours naissances flux nouveaux nouvelles chegadas \
            saidas pedidos solicitacoes fluxo nascimentos novos novas",
    },
    Words {
        kind: QuantityKind::Stock,
        words: "stock stocks population populations inhabitants residents refugee refugees idp idps displaced \
            migrant migrants immigrants emigrants seekers stateless diaspora poblacion habitantes residentes \
            refugiado refugiados refugiadas refugiada desplazado desplazados desplazadas migrante migrantes \
            inmigrantes emigrantes solicitantes apatridas pdi habitants refugies refugiees deplaces deplacees \
            demandeurs apatrides populacao deslocados deslocadas imigrantes requerentes",
    },
];

impl Words {
    fn has(&self, word: &str) -> bool {
        self.words.split(' ').any(|known| known == word)
    }

    /// Whether one of a text's words is one of these.
    fn fit(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.has(word))
    }
}

/// What says that a number of an age is no figure of people.
const AGES: [&str; 5] = ["age", "ages", "edad", "edades", "idade"];

/// Words for a length of time after "per".
const TIMES: [&str; 5] = ["day", "week", "month", "quarter", "year"];

/// Words for what a ratio is of, after "por" or "pour".
const BASES: [&str; 8] = ["cada", "capita", "habitante", "habitant", "persona", "personne", "pessoa", "mil"];

/// Columns that say of each row what is counted, and in which unit.
const INDICATORS: [&str; 9] = [
    "indicator",
    "indicator_name",
    "indicator name",
    "variable",
    "measure",
    "unit",
    "unit_measure",
    "unidad",
    "indicador",
];

/// Names of figures that say nothing of what they are.
const GENERIC: [&str; 12] = [
    "value",
    "values",
    "obs_value",
    "n",
    "v",
    "y",
    "figure",
    "number",
    "valor",
    "valores",
    "valeur",
    "estimate",
];

/// The kind of a column of figures; [`QuantityKind::Unknown`] where nothing tells it.
pub(in crate::data) fn quantity_of(table: &Table, title: &str, column: &Column) -> QuantityKind {
    let Cells::Number(figures) = &column.cells else { return QuantityKind::Unknown };
    let mut kind = kind_of_words(&column.name);
    let name = column.name.trim().to_lowercase();
    let unit = table
        .columns
        .iter()
        .filter_map(indicator)
        .map(kind_of_words)
        .find(|kind| *kind != QuantityKind::Unknown);
    if !kind.is_count() && kind != QuantityKind::Unknown {
        return borne_out(kind, figures);
    }
    if let Some(unit) = unit.filter(|unit| !unit.is_count() || kind == QuantityKind::Unknown) {
        kind = unit;
    } else if GENERIC.contains(&name.as_str()) && kind == QuantityKind::Unknown {
        kind = kind_of_words(title);
    }
    borne_out(kind, figures)
}

/// What a column of indicators or units says, where all rows say the same.
fn indicator(column: &Column) -> Option<&str> {
    let Cells::Text(texts) = &column.cells else { return None };
    let is_one = INDICATORS.iter().any(|name| name.eq_ignore_ascii_case(column.name.trim()));
    match texts.dictionary.as_slice() {
        [only] if is_one => Some(only),
        _ => None,
    }
}

/// A kind as far as the figures bear it: nothing has a share of minus three million.
fn borne_out(kind: QuantityKind, figures: &NumberColumn) -> QuantityKind {
    let known = || (0..figures.len()).filter_map(|row| figures.get(row).known());
    match kind {
        QuantityKind::Share if known().any(|figure| figure.abs() > 1000.0) => QuantityKind::Rate,
        QuantityKind::Share if known().any(|figure| figure < 0.0) => QuantityKind::Rate,
        kind if kind.is_count() && known().any(|figure| figure < 0.0) => {
            // Net migration is a flow; no stock is below zero.
            if kind == QuantityKind::Stock { QuantityKind::Unknown } else { kind }
        }
        kind => kind,
    }
}

/// The kind that a text's words say.
fn kind_of_words(text: &str) -> QuantityKind {
    let words = words_of(text);
    let has = |word: &str| words.iter().any(|known| known == word);
    if text.contains('%') {
        return if has("growth") || has("change") { QuantityKind::Rate } else { QuantityKind::Share };
    }
    let is_per = words.iter().zip(words.iter().skip(1)).any(|(first, then)| {
        let is_base = then.starts_with(|character: char| character.is_ascii_digit());
        match first.as_str() {
            // "Arrivals per month" is a flow, "refugees per host" a ratio.
            "per" => !TIMES.contains(&then.as_str()),
            // "Por país" sorts, "por cada 1000" divides.
            "por" | "pour" | "par" => is_base || BASES.contains(&then.as_str()),
            _ => false,
        }
    });
    if is_per {
        return QuantityKind::Rate;
    }
    // "Minimum estimated number of missing" is a count.
    let is_estimate = has("estimate") || has("estimated") || has("estimates") || has("number");
    let fits = |known: &&Words| known.fit(&words) && !(known.kind == QuantityKind::Extreme && is_estimate);
    let Some(found) = KINDS.iter().find(fits) else { return QuantityKind::Unknown };
    let is_middle = || words.iter().any(|word| found.has(word) && !AGES.contains(&word.as_str()));
    if found.kind == QuantityKind::Mean && !is_middle() {
        // A group of ages is no mean of them: "migrants, age 15-24".
        let people = KINDS.iter().find(|other| other.kind.is_count() && other.fit(&words));
        return people.map_or(QuantityKind::Mean, |people| people.kind);
    }
    found.kind
}

/// The words of a text in small letters without accents: cut where letters end, and before a capital after a small one.
fn words_of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut was_small = false;
    for character in text.chars() {
        let is_capital = character.is_uppercase();
        if (!character.is_alphanumeric() || (is_capital && was_small)) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        was_small = character.is_lowercase();
        if character.is_alphanumeric() {
            word.extend(character.to_lowercase().map(plain));
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
