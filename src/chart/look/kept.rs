//! Who keeps a colour in every chart: the nationalities most shown in the Americas, and the categories of the data.

/// The keys of one field a line, each in the place of its colour in the palette.
///
/// Nationalities: the first in crossings of the Darién, encounters and asylum applications, spread so that those of one
/// chart differ most.
const FIELDS: [&str; 5] = [
    "VEN HTI ECU MEX NIC COL CUB SLV USA HND GTM",
    "single-adults family-units unaccompanied-children accompanied-minors",
    "adult child accompanied-child unaccompanied-child all",
    "central-american south-american undefined",
    "drowning environment transport violence accident sickness several unknown",
];

/// The place in the palette that a series or part keeps, by its key.
pub(in crate::chart) fn kept_place(key: &str) -> Option<usize> {
    FIELDS.iter().find_map(|keys| keys.split(' ').position(|kept| kept == key))
}
