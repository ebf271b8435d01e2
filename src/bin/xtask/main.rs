//! A stand-in for the tool, only to run `data` on this branch; the tool's own `main.rs` replaces it.
mod data;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let ["data", "--from", from] = arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] else {
        return Err("usage: cargo xtask data --from DIR".into());
    };
    data::run(std::path::Path::new(from), std::path::Path::new("www/data"))
}
