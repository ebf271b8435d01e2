//! What the tool says of itself.

/// What the tool prints when asked for help or when it did not understand.
pub const HELP: &str = "\
cargo xtask serve [--port 8080]          build, serve at http://127.0.0.1:8080, rebuild when a source changes
cargo xtask dist [--base ADDRESS]        build target/dist and print the size of every file; with the address of the
                                         site's folder, what other sites embed of it has whole addresses
cargo xtask package                      build target/package for npm, target/wordpress, the plugin, and target/publish: the
                                         archives of a release with their checksums and a bill of materials
cargo xtask test [FILTER] [--only checks|native|browser] [--browser chromium|firefox|webkit|all]
                                         run every check, or one group; in Chromium unless told,
                                         and with CI set in Firefox too
cargo xtask soak [--browser …]            the browser tests that take more than a minute: memory over thousands of widgets
                                         and changes and minutes of play, every request under every fault
cargo xtask load                         the site behind nginx: requests a second, what a first and a second view fetch
cargo xtask bench [--runs 5]             the cold embed beside uPlot and Chart.js
cargo xtask tiers                        write the list by which the first module is cut, from what first drawings call
cargo xtask bench --reading FILE.csv     reading a large CSV beside Papa Parse, d3-dsv and Arquero
cargo xtask bench --large FILE.csv       UNHCR's population.csv, a million points, fifty charts, a pointer and a legend beside the
                                         peers; what grows with a file and with play
cargo xtask shots [--page index.html] [--widths 320,700,1200] [--themes light,dark] [--ratios 1,2]
                  [--langs en,es-MX] [--element CSS] [--sheets] [--no-build]
                                         screenshots into target/screenshots; with --sheets each view
                                         of the gallery at every width side by side
cargo xtask render --dataset ID [--kind KIND …] [--lang es] [--theme dark] [--width 700] [--height 560]
                   [--scale 2] -o chart.svg
                                         one chart as .svg, .html or .png, with the attributes of <migration-chart> as
                                         options; --src FILE for your own data, --view ID for a view of the gallery
cargo xtask data --from DIR              rebuild www/data from the reference files
cargo xtask data --fetch [ID …] [--from DIR] [--to DIR] [--edition TEXT] [--mirror ADDRESS]
                                         get the publishers' files of these datasets, or of all that can be got, into a
                                         folder outside the project (one in your cache), say what changed, refuse what
                                         the rules of the data forbid, and then rebuild www/data; the first time with
                                         the reference files that are there
cargo xtask fuzz [READER] [--runs 1000000] [--jobs 2]
                                         what reads files and what pages ask under libFuzzer; READER is one, as csv or options
cargo xtask verify FILE [SHA-256]        the checksum of a CSV that was downloaded or pasted, and whether it is the one given";
