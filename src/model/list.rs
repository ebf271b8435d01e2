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
