//! The evidence sheet in Chromium: writes the pages and runs `tests/browser`, which says what is looked at.
//!
//! ```text
//! (cd tests/browser && npm ci) && cargo test --features browser --test browser
//! ```
#![cfg(feature = "browser")]
#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

mod sheets;

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use corroborate::{Dossier, Evaluator, html};

#[test]
fn the_sheet_holds_in_a_browser() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sheets");
    fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, dossier: &Dossier| {
        let page = html::Sheet::new(&Evaluator::default().evaluate(dossier)).to_string();
        fs::write(folder.join(name), page).unwrap();
    };
    write("story.html", &sheets::story());
    write("hostile.html", &sheets::hostile(96));
    write("large.html", &sheets::large());
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let status = Command::new("npm").args(["test", "--silent"]).current_dir(tests).env("SHEETS", &folder).status();
    assert!(status.expect("npm is needed").success(), "see above; screenshots are in {}", folder.display());
}
