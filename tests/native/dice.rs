//! Numbers at random that are the same in each run.

/// Marsaglia's xorshift, seeded.
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        let mut state = self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        self.0 = self.0.wrapping_add(0x2545_f491_4f6c_dd1d);
        state.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 11
    }

    /// A number from one to another, both included.
    pub fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.next() % (most - least + 1)
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.between(0, several.len() as u64 - 1) as usize]
    }

    /// Puts a list in another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.between(0, last as u64) as usize);
        }
    }
}
