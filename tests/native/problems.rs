use migration_widget::model::nearest;

#[test]
fn slips_of_the_pen_find_their_word() {
    let codes = ["VNM", "VEN", "HTI", "COL"];
    assert_eq!(nearest("VNE", codes), Some("VEN"), "swapped letters before another letter");
    assert_eq!(nearest("ven", codes), Some("VEN"));
    let fields = ["year", "coo_iso", "refugees"];
    assert_eq!(nearest("yaer", fields), Some("year"));
    assert_eq!(nearest("refuges", fields), Some("refugees"));
}

#[test]
fn a_word_like_none_has_no_nearest() {
    assert_eq!(nearest("zzzzzzzz", ["year", "refugees"]), None);
}

/// Every code of the sources that read data and attributes has a sentence and a way out in both languages.
#[test]
fn every_fault_of_data_and_attributes_has_its_words() {
    let mut codes = Vec::new();
    for folder in ["src/data", "src/query"] {
        for file in crate::architecture::source_files(folder) {
            for after in file.code.split("Problem::new(\"").skip(1) {
                codes.push(after.split('"').next().unwrap().to_owned());
            }
        }
    }
    codes.extend(["unknown-kind", "bad-number", "bad-period", "not-a-number"].map(str::to_owned));
    assert!(codes.len() > 30, "{codes:?}");
    for language in crate::contract::languages() {
        let messages = crate::messages::texts(&language);
        for code in &codes {
            for key in [format!("error.{code}"), format!("hint.{code}")] {
                assert!(messages.contains_key(&key), "{language} lacks {key}");
            }
        }
    }
}
