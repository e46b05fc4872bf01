//! Reading a file that has one JSON object on each line.

use std::path::Path;

use serde::de::DeserializeOwned;

pub(crate) fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<Vec<T>, String> {
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path).map_err(|e| format!("cannot read `{}`: {e}", path.display()))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| serde_json::from_str(line).map_err(|e| format!("{name}, line {}: {e}", at + 1)))
        .collect()
}
