//! Reference files to `www/data`: a placeholder until the real importer is merged.
use std::path::Path;

pub fn run(from: &Path, www_data: &Path) -> Result<(), String> {
    Err(format!("not yet: {} to {}", from.display(), www_data.display()))
}
