//! A small workbook whose files the fuzzer replaces one by one.

/// Its files: the sheet first, so that most of the fuzzer's bytes are cells.
pub const FILES: [(&str, &str); 5] = [
    (
        "xl/worksheets/one.xml",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
         <row r=\"2\"><c r=\"A2\" s=\"1\"><v>45000</v></c><c r=\"B2\"><v>7</v></c></row></sheetData>\
         <mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells></worksheet>",
    ),
    ("xl/sharedStrings.xml", "<sst><si><t>day</t></si><si><r><t>peo</t></r><r><t>ple</t></r></si></sst>"),
    (
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>\
         <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
    ),
    ("xl/workbook.xml", "<workbook><sheets><sheet name=\"One\" r:id=\"a\"/></sheets></workbook>"),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"worksheets/one.xml\"/>\
         <Relationship Id=\"b\" Type=\"/sharedStrings\" Target=\"sharedStrings.xml\"/>\
         <Relationship Id=\"c\" Type=\"/styles\" Target=\"styles.xml\"/></Relationships>",
    ),
];
