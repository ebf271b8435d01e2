//! Keys numbered in the order in which they come.

/// Open addressing: at the hash of a key its number; a power of two, at most half full.
#[derive(Default)]
pub(super) struct Numbers {
    slots: Vec<u32>,
    keys: Vec<u64>,
}

const FREE: u32 = u32::MAX;

impl Numbers {
    /// The number of a key, which is new or known.
    pub(super) fn number(&mut self, key: u64) -> usize {
        if self.slots.len() < self.keys.len() * 2 + 2 {
            self.grow();
        }
        let slot = self.slot_of(key);
        match self.slots.get_mut(slot) {
            Some(free) if *free == FREE => {
                *free = self.keys.len() as u32;
                self.keys.push(key);
                self.keys.len() - 1
            }
            Some(known) => *known as usize,
            None => 0,
        }
    }

    /// The number of a known key.
    pub(super) fn find(&self, key: u64) -> Option<usize> {
        let number = *self.slots.get(self.slot_of(key))?;
        (number != FREE).then_some(number as usize)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// The key of a number.
    pub(super) fn key(&self, number: usize) -> u64 {
        self.keys.get(number).copied().unwrap_or(0)
    }

    fn slot_of(&self, key: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = (mixed(key) >> 20) as usize & mask;
        while let Some(number) = self.slots.get(slot) {
            if *number == FREE || self.keys.get(*number as usize) == Some(&key) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(16);
        self.slots.clear();
        self.slots.resize(length, FREE);
        for number in 0..self.keys.len() {
            let slot = self.slot_of(self.key(number));
            if let Some(free) = self.slots.get_mut(slot) {
                *free = number as u32;
            }
        }
    }
}

/// A number whose every bit depends on all of another's.
pub(super) fn mixed(key: u64) -> u64 {
    let key = (key ^ (key >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (key ^ (key >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}
