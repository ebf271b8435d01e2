//! One record a line as one list of records: JSON's texts hold no line break.

/// Lines on their way to a list.
#[derive(Default)]
pub(in crate::data) struct RecordLines {
    /// Where the last byte taken stood.
    state: State,
}

#[derive(Clone, Copy, Default)]
enum State {
    /// Before the first record.
    #[default]
    Start,
    /// Between two records.
    Between,
    /// In a record.
    Within,
}

impl RecordLines {
    /// The next bytes of the list that the next bytes of the lines are; its end is left to be written.
    pub(in crate::data) fn as_list(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(bytes.len() + 1);
        for byte in bytes {
            match (byte, self.state) {
                (b'\n' | b'\r', State::Within) => self.state = State::Between,
                (b'\n' | b'\r' | b' ' | b'\t', State::Between | State::Start) => {}
                (byte, before) => {
                    match before {
                        State::Start => out.push(b'['),
                        State::Between => out.push(b','),
                        State::Within => {}
                    }
                    self.state = State::Within;
                    out.push(*byte);
                }
            }
        }
        out
    }
}
