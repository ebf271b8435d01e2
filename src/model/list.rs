//! One way to collect.

/// `collect` into a list, for what is not read by the thousand.
pub trait Listed: Iterator + Sized {
    /// What the iterator gives, in order.
    ///
    /// `collect` writes its loop anew for each chain of adapters, some 300 bytes of wasm a time; here each type of item
    /// has one loop, behind a function pointer.
    fn listed(mut self) -> Vec<Self::Item> {
        gather(&mut || self.next())
    }
}

impl<Chain: Iterator> Listed for Chain {}

/// Everything that `next` gives.
#[inline(never)]
fn gather<Item>(next: &mut dyn FnMut() -> Option<Item>) -> Vec<Item> {
    let mut items = Vec::new();
    while let Some(item) = next() {
        items.push(item);
    }
    items
}

/// `join`, for texts.
pub trait Joined {
    /// The texts with a separator between each two.
    ///
    /// `join` copies in five ways, by the length of the separator, for each kind of text: 2.4 kB of wasm.
    fn joined(&self, separator: &str) -> String;
}

impl<Piece: AsRef<str>> Joined for [Piece] {
    fn joined(&self, separator: &str) -> String {
        let mut out = String::new();
        for (index, text) in self.iter().enumerate() {
            if index > 0 {
                out.push_str(separator);
            }
            out.push_str(text.as_ref());
        }
        out
    }
}
