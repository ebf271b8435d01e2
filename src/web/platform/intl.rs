//! The reader's own number, date and name formats, from the browser's `Intl`.

use std::cell::{OnceCell, RefCell};
use std::cmp::Ordering;
use std::rc::Rc;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::locale::{Formats, LanguageRules, Locale, Messages, PeriodStyle};
use crate::model::{Grain, Period, country};

/// Milliseconds in a day, the step between day numbers and JavaScript dates.
const MS_PER_DAY: f64 = 86_400_000.0;

/// `Intl` formatters of one language, each made at its first use: making one costs as much as a thousand uses.
pub struct BrowserFormats {
    tags: Array,
    plural_tags: Array,
    rules: LanguageRules,
    made: RefCell<Vec<(Form, Function)>>,
    names: OnceCell<Intl::DisplayNames>,
    plurals: OnceCell<Intl::PluralRules>,
    lists: OnceCell<Intl::ListFormat>,
}

/// Which formatter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Number(usize),
    Percent(usize),
    MonthLong,
    MonthShort,
    MonthTick,
    DayLong,
    DayShort,
    DayTick,
    Collation,
}

/// The language of a tag that `Intl` accepts, with its message file as keys and texts in turn, a NUL between each two.
///
/// One text instead of an object: hundreds of small crossings into the module cost a phone a twentieth of a second.
pub fn locale(tag: String, messages: &str) -> Locale {
    let mut parts = messages.split('\0');
    let mut pairs: Vec<(String, String)> = Vec::new();
    while let (Some(key), Some(text)) = (parts.next(), parts.next()) {
        pairs.push((key.to_owned(), text.to_owned()));
    }
    let messages = Rc::new(Messages::new(pairs));
    Locale { formats: Rc::new(BrowserFormats::new(&tag, &messages)), tag, messages }
}

impl BrowserFormats {
    /// The formats of a BCP 47 tag that the browser accepts, and of the message file of its language.
    pub fn new(tag: &str, messages: &Rc<Messages>) -> BrowserFormats {
        let rules = LanguageRules::new(messages);
        let tags = |key| Array::of1(&rules.tag(key, tag).into());
        BrowserFormats {
            tags: tags("format.like"),
            plural_tags: tags("format.plural-like"),
            rules,
            made: RefCell::default(),
            names: OnceCell::new(),
            plurals: OnceCell::new(),
            lists: OnceCell::new(),
        }
    }

    /// What a formatter says of a value; empty where it refuses.
    fn call(&self, form: Form, value: &JsValue) -> String {
        self.function(form)
            .call1(&JsValue::UNDEFINED, value)
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }

    fn function(&self, form: Form) -> Function {
        // A dozen at most: a list, as each type of hash map adds 2 kB of wasm.
        let known = self.made.borrow().iter().find(|(known, _)| *known == form).map(|(_, made)| made.clone());
        known.unwrap_or_else(|| {
            let made = self.make(form);
            self.made.borrow_mut().push((form, made.clone()));
            made
        })
    }

    fn make(&self, form: Form) -> Function {
        let number = |style: &str, decimals: usize| {
            let options =
                object(&[("style", style.into()), ("maximumFractionDigits", (decimals as u32).into())]);
            Intl::NumberFormat::new(&self.tags, &options).format()
        };
        let date = |parts: &[(&str, &str)]| {
            let options = object(&[("timeZone", "UTC".into()), ("calendar", "gregory".into())]);
            for (name, value) in parts {
                set(&options, name, &(*value).into());
            }
            Intl::DateTimeFormat::new(&self.tags, &options).format()
        };
        match form {
            Form::Number(decimals) => number("decimal", decimals),
            Form::Percent(decimals) => number("percent", decimals),
            Form::MonthLong => date(&[("month", "long"), ("year", "numeric")]),
            Form::MonthShort => date(&[("month", "short"), ("year", "numeric")]),
            Form::MonthTick => date(&[("month", "short")]),
            Form::DayLong => date(&[("day", "numeric"), ("month", "long"), ("year", "numeric")]),
            Form::DayShort => date(&[("day", "numeric"), ("month", "short"), ("year", "numeric")]),
            Form::DayTick => date(&[("day", "numeric"), ("month", "short")]),
            Form::Collation => Intl::Collator::new(&self.tags, &Object::new()).compare(),
        }
    }
}

impl Formats for BrowserFormats {
    fn number(&self, figure: f64, decimals: usize) -> String {
        self.call(Form::Number(decimals), &figure.into())
    }

    fn percent(&self, ratio: f64, decimals: usize) -> String {
        self.call(Form::Percent(decimals), &ratio.into())
    }

    fn period(&self, period: Period, style: PeriodStyle) -> String {
        let date = JsValue::from(Date::new(&(f64::from(period.start_day()) * MS_PER_DAY).into()));
        let form = match (period.grain, style) {
            (Grain::Year, _) => return period.calendar_year().to_string(),
            (Grain::Quarter | Grain::Half, _) => return self.rules.quarter(period, style),
            (Grain::Month, PeriodStyle::Long) => Form::MonthLong,
            (Grain::Month, PeriodStyle::Short) => Form::MonthShort,
            (Grain::Month, PeriodStyle::Tick) => Form::MonthTick,
            (Grain::Day, PeriodStyle::Long) => Form::DayLong,
            (Grain::Day, PeriodStyle::Short) => Form::DayShort,
            (Grain::Day, PeriodStyle::Tick) => Form::DayTick,
        };
        self.rules.date(self.call(form, &date))
    }

    fn country(&self, iso3: &str) -> Option<String> {
        let names = self.names.get_or_init(|| {
            Intl::DisplayNames::new(
                &self.tags,
                &object(&[("type", "region".into()), ("fallback", "none".into())]),
            )
        });
        names.of(country::iso2(iso3)?).map(String::from)
    }

    fn plural(&self, figure: f64) -> String {
        let plurals = self.plurals.get_or_init(|| {
            Intl::PluralRules::new(&self.plural_tags, &object(&[("maximumFractionDigits", 6.into())]))
        });
        plurals.select(figure).into()
    }

    fn list(&self, items: &[String]) -> String {
        if let Some(text) = self.rules.list(items) {
            return text;
        }
        let array: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        self.lists.get_or_init(|| Intl::ListFormat::new(&self.tags, &Object::new())).format(&array).into()
    }

    fn compare(&self, left: &str, right: &str) -> Ordering {
        let order = self.function(Form::Collation).call2(&JsValue::UNDEFINED, &left.into(), &right.into());
        let order = order.ok().and_then(|order| order.as_f64()).unwrap_or(0.0);
        order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
    }
}

/// An options object.
fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        set(&object, name, value);
    }
    object
}

/// Sets a property of an object of our own; such a write cannot fail.
fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
