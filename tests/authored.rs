//! The real dossier is what its generator makes of the case folder and the desk's decisions.
#![cfg(feature = "corpora")]

use std::path::Path;
use std::process::Command;

#[test]
fn the_real_dossier_is_what_its_generator_writes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let case = root.join("../shared/cases/kim-putin");
    assert!(case.is_dir(), "the feature `corpora` needs the case folder at {}", case.display());
    let written = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kim-putin.json");
    let status = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--locked", "--example", "author_kim_putin", "--"])
        .args([&case, &written])
        .current_dir(root)
        .status()
        .unwrap();
    assert!(status.success());
    let [written, committed] =
        [written, root.join("examples/kim-putin.json")].map(|path| std::fs::read_to_string(path).unwrap());
    assert!(
        written == committed,
        "examples/kim-putin.json is not what the generator writes: run the example author_kim_putin"
    );
}
