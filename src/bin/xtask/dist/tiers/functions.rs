//! The list of functions by tier, `functions.txt` beside this file: `cargo xtask tiers` writes it.

use std::collections::BTreeMap;

use super::Tier;

/// The list, one function a line below the name of its tier.
const LIST: &str = include_str!("functions.txt");
/// The heads of its parts.
const HEADS: [(&str, Tier); 2] = [("[second]", Tier::Second), ("[late]", Tier::Late)];

/// The functions that are not of the first tier.
pub struct Listed {
    tiers: BTreeMap<String, Tier>,
}

impl Listed {
    /// The list as it stands.
    ///
    /// # Errors
    /// A line before the first head.
    pub fn read() -> Result<Listed, String> {
        let (mut tiers, mut now) = (BTreeMap::new(), None);
        for line in LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match HEADS.iter().find(|(head, _)| *head == line) {
                Some((_, tier)) => now = Some(*tier),
                None => {
                    let tier = now.ok_or_else(|| format!("functions.txt: `{line}` stands below no tier"))?;
                    tiers.insert(line.to_owned(), tier);
                }
            }
        }
        Ok(Listed { tiers })
    }

    /// The tier of a function by its name in the module; of one that is not listed the first.
    pub fn tier_of(&self, symbol: &str) -> Tier {
        self.tiers.get(&plain(symbol)).copied().unwrap_or(Tier::First)
    }
}

/// The list as text.
pub fn written(tiers: &BTreeMap<String, Tier>) -> String {
    let mut text = String::from(
        "# Functions of the first module that first drawings do not call, written by `cargo xtask tiers`: see mod.rs.\n",
    );
    for (head, tier) in HEADS {
        text.push_str(&format!("{head}\n"));
        for (name, _) in tiers.iter().filter(|(_, of)| **of == tier) {
            text.push_str(&format!("{name}\n"));
        }
    }
    text
}

/// A function's path without the hash that each compilation gives it anew.
pub fn plain(symbol: &str) -> String {
    let Some(mut rest) = symbol.strip_prefix("_ZN") else {
        return symbol.to_owned();
    };
    let mut parts: Vec<&str> = Vec::new();
    loop {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let Some(length) = rest.get(..digits).and_then(|digits| digits.parse::<usize>().ok()) else { break };
        let Some(part) = rest.get(digits..digits + length) else { break };
        parts.push(part);
        rest = rest.get(digits + length..).unwrap_or_default();
    }
    let is_hash = |part: &str| {
        part.len() == 17 && part.starts_with('h') && part.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit())
    };
    if parts.last().is_some_and(|last| is_hash(last)) {
        parts.pop();
    }
    parts.join("::")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_known_without_its_hash() {
        let symbol = "_ZN16migration_widget5query3run3run17hd5863a270b6c3abaE";
        assert_eq!(plain(symbol), "migration_widget::query::run::run");
        assert_eq!(plain("chart_show"), "chart_show");
    }

    #[test]
    fn the_list_is_read_as_it_is_written() {
        let listed = Listed::read().expect("the list");
        assert_eq!(written(&listed.tiers), LIST);
    }
}
