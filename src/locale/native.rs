//! The formats of `Intl` without a browser, from ICU4X, for tests, static twins and the command line.

use std::cmp::Ordering;
use std::rc::Rc;

use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};
use icu_calendar::{Date, Gregorian};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{M, MD, YM, YMD};
use icu_datetime::pattern::FixedCalendarDateTimeNames;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_experimental::displaynames::DisplayNamesOptions;
use icu_experimental::displaynames::multi::RegionDisplayNames;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use crate::model::{Grain, Period, country};

use super::{Formats, LanguageRules, Messages, PeriodStyle};

type Dates<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The formats of one language, as CLDR and the language's message file have them.
pub struct NativeFormats {
    rules: LanguageRules,
    numbers: DecimalFormatter,
    percentages: PercentFormatter<DecimalFormatter>,
    plurals: PluralRules,
    lists: ListFormatter,
    order: CollatorBorrowed<'static>,
    countries: RegionDisplayNames,
    months: [Dates<YM>; 2],
    months_alone: Dates<M>,
    days: [Dates<YMD>; 2],
    days_of_the_year: Dates<MD>,
    /// The language's own sign between thousands, and what stands in its place.
    groups: Option<(char, &'static str)>,
}

impl NativeFormats {
    /// The formats of a language; `None` for what is no BCP 47 tag, and for a language that CLDR does not know where
    /// `messages` has no `format.like`.
    pub fn new(tag: &str, messages: &Rc<Messages>) -> Option<NativeFormats> {
        let rules = LanguageRules::new(messages);
        let locale: Locale = rules.tag("format.like", tag).parse().ok()?;
        let plural_locale: Locale = rules.tag("format.plural-like", tag).parse().ok()?;
        // First: for a language that it does not know the others answer in a language of no people ("2023 M09 5").
        let countries = RegionDisplayNames::try_new((&locale).into(), DisplayNamesOptions::default()).ok()?;
        // The digits of years are loaded once more: ICU4X 2.4 forgets them for "setembro de 2023" in Portuguese.
        macro_rules! dates {
            ($fields:expr) => {{
                let dates: Dates<_> = Dates::try_new((&locale).into(), $fields).ok()?;
                let mut names = FixedCalendarDateTimeNames::from_formatter((&locale).into(), dates);
                names.include_decimal_formatter().ok()?;
                names.try_into_formatter($fields).ok()?
            }};
        }
        Some(NativeFormats {
            numbers: DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()).ok()?,
            percentages: PercentFormatter::try_new((&locale).into(), Default::default()).ok()?,
            plurals: PluralRules::try_new_cardinal((&plural_locale).into()).ok()?,
            lists: ListFormatter::try_new_and((&locale).into(), ListFormatterOptions::default()).ok()?,
            order: Collator::try_new((&locale).into(), CollatorOptions::default()).ok()?,
            countries,
            months: [dates!(YM::long()), dates!(YM::medium())],
            months_alone: dates!(M::medium()),
            days: [dates!(YMD::long()), dates!(YMD::medium())],
            days_of_the_year: dates!(MD::medium()),
            rules,
            groups: None,
        })
    }

    /// The same with the narrow space of the SI between thousands, which no reader takes for a decimal sign.
    pub fn with_spaced_thousands(self) -> NativeFormats {
        let million = self.numbers.format(&Decimal::from(1_000_000)).to_string();
        let own = million.chars().find(|letter| !letter.is_ascii_digit());
        NativeFormats { groups: own.map(|own| (own, "\u{202f}")), ..self }
    }

    /// A number as its formatter wrote it, with the sign between thousands that was asked for.
    fn grouped(&self, written: String) -> String {
        match self.groups {
            Some((own, groups)) => written.replace(own, groups),
            None => written,
        }
    }

    fn date(&self, period: Period, style: PeriodStyle) -> Option<String> {
        let (month, day) = (period.calendar_month() as u8, period.calendar_day() as u8);
        let date = Date::try_new_gregorian(period.calendar_year(), month, day).ok()?;
        let ([month_long, month_short], [day_long, day_short]) = (&self.months, &self.days);
        Some(match (period.grain, style) {
            (Grain::Month, PeriodStyle::Long) => month_long.format(&date).to_string(),
            (Grain::Month, PeriodStyle::Short) => month_short.format(&date).to_string(),
            (Grain::Month, PeriodStyle::Tick) => self.months_alone.format(&date).to_string(),
            (Grain::Day, PeriodStyle::Long) => day_long.format(&date).to_string(),
            (Grain::Day, PeriodStyle::Short) => day_short.format(&date).to_string(),
            (Grain::Day, PeriodStyle::Tick) => self.days_of_the_year.format(&date).to_string(),
            _ => return None,
        })
    }
}

impl Formats for NativeFormats {
    fn number(&self, figure: f64, decimals: usize) -> String {
        let Some(figure) = to_decimal(figure, 0, decimals) else { return "–".to_owned() };
        self.grouped(self.numbers.format(&figure).to_string())
    }

    fn percent(&self, ratio: f64, decimals: usize) -> String {
        let Some(per_cent) = to_decimal(ratio, 2, decimals) else { return "–".to_owned() };
        self.grouped(self.percentages.format(&per_cent).to_string())
    }

    fn period(&self, period: Period, style: PeriodStyle) -> String {
        match period.grain {
            Grain::Year => period.calendar_year().to_string(),
            Grain::Quarter | Grain::Half => self.rules.quarter(period, style),
            Grain::Month | Grain::Day => self.rules.date(self.date(period, style).unwrap_or_default()),
        }
    }

    fn country(&self, iso3: &str) -> Option<String> {
        self.countries.of(country::iso2(iso3)?.parse().ok()?).map(str::to_owned)
    }

    fn plural(&self, figure: f64) -> String {
        let category = to_decimal(figure, 0, MOST_DECIMALS)
            .map_or(PluralCategory::Other, |figure| self.plurals.category_for(&figure.absolute));
        match category {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
        .to_owned()
    }

    fn list(&self, items: &[String]) -> String {
        self.rules.list(items).unwrap_or_else(|| self.lists.format(items.iter()).to_string())
    }

    fn compare(&self, left: &str, right: &str) -> Ordering {
        self.order.compare(left, right)
    }
}

/// The most decimals that a figure is written with, and so told apart by for its plural.
const MOST_DECIMALS: usize = 6;

/// `figure` times ten to the power `shift`, half away from zero to at most `decimals` places, without trailing zeros and
/// never "-0"; `None` unless finite.
///
/// Of the shortest decimal spelling of the figure, as in browsers: 1.005 becomes 1.01 although its binary value is a
/// little less.
fn to_decimal(figure: f64, shift: i16, decimals: usize) -> Option<Decimal> {
    let mut decimal = Decimal::try_from_f64(figure, FloatPrecision::RoundTrip).ok()?;
    decimal.multiply_pow10(shift);
    let half_expand = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
    decimal.round_with_mode(-(decimals as i16), half_expand);
    decimal.absolute.trim_end();
    decimal.absolute.trim_start();
    if decimal.absolute.is_zero() {
        decimal.sign = fixed_decimal::Sign::None;
    }
    Some(decimal)
}
