//! The evidence sheet as a document: well formed, complete, harmless, and the same each time.
#![cfg(feature = "html")]
#![allow(clippy::unwrap_used, reason = "the helpers of a test may panic as the test may")]

#[cfg(feature = "json")]
#[allow(dead_code, unreachable_pub, reason = "it is a program of its own")]
#[path = "../examples/evidence_sheet.rs"]
mod evidence_sheet;
#[cfg(feature = "json")]
mod sheets;

use std::collections::BTreeSet;

use corroborate::{Attribute, Attribution, Claim, Dossier, Evaluator, Source, SourceKind, ValueKind, html};
use proptest::prelude::*;
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

fn page(dossier: &Dossier) -> String {
    html::Sheet::new(&Evaluator::default().evaluate(dossier)).to_string()
}

fn all<'a>(document: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    document.select(&Selector::parse(selector).unwrap()).collect()
}

/// What must hold of every sheet, whoever wrote the dossier.
#[track_caller]
fn is_sound(page: &str) -> Html {
    let document = Html::parse_document(page);
    assert!(document.errors.is_empty(), "{:?}", document.errors);
    let mut ids = BTreeSet::new();
    for element in all(&document, "*") {
        let element = element.value();
        assert!(!matches!(element.name(), "img" | "iframe" | "object" | "embed" | "base" | "template"), "{element:?}");
        for (name, value) in element.attrs() {
            assert!(!name.starts_with("on") && name != "style" && name != "srcdoc", "{name} in {element:?}");
            if name == "href" || name == "src" {
                let is_ours = value.starts_with('#') || value == "data:,";
                assert!(is_ours || value.starts_with("http://") || value.starts_with("https://"), "{value}");
            }
        }
        if let Some(id) = element.id() {
            assert!(ids.insert(id.to_owned()), "the id {id} stands twice");
        }
    }
    assert_eq!(all(&document, "script").len(), 1);
    assert_eq!(all(&document, "style").len(), 1);
    for link in all(&document, "a[href^='#'], use[href^='#']") {
        let target = link.value().attr("href").unwrap().trim_start_matches('#');
        assert!(ids.contains(target), "nothing is called {target}");
    }
    for label in all(&document, "label[for]") {
        assert!(ids.contains(label.value().attr("for").unwrap()));
    }
    let text: String = document.root_element().text().collect();
    let bad = |c: &char| {
        (c.is_control() && *c != '\n')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert_eq!(text.chars().find(bad), None);
    document
}

/// The content security policy lets in what is on the page, and nothing else.
#[test]
fn the_policy_names_the_sums_of_the_style_and_the_script() {
    let dossier = Dossier::builder("").build().unwrap();
    let document = is_sound(&page(&dossier));
    let policy = all(&document, "meta[http-equiv=Content-Security-Policy]")[0].value().attr("content").unwrap();
    assert!(policy.starts_with("default-src 'none'; "));
    for name in ["style", "script"] {
        let content: String = all(&document, name)[0].text().collect();
        let sum = base64(&Sha256::digest(content.as_bytes()));
        assert!(
            policy.contains(&format!("{name}-src 'sha256-{sum}'")),
            "src/html/assets/{name}.sha256 must hold {sum}"
        );
    }
    assert!(!policy.contains("unsafe"));
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let n = three.iter().chain([0; 2].iter()).take(3).fold(0_usize, |n, byte| n << 8 | usize::from(*byte));
        for nth in 0..4 {
            text.push(if nth <= three.len() { LETTERS[n >> (18 - 6 * nth) & 63] as char } else { '=' });
        }
    }
    text
}

#[test]
fn an_empty_dossier_has_a_sheet() {
    let document = is_sound(&page(&Dossier::builder("").build().unwrap()));
    let text: String = document.root_element().text().collect();
    assert!(text.contains("A story without a title") && text.contains("There are no claims to judge."));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// No text of a stranger ever yields a tag, an attribute or an entity: it comes out of the parser as it went in, but for cleaning.
    #[test]
    fn text_of_strangers_stays_text(
        title in "\\PC{0,40}", name in hostile(), statement in hostile(), subject in hostile(), hedge in hostile(), id in hostile(),
    ) {
        prop_assume!(!id.trim().is_empty());
        let word = |n: usize| Attribution::new(format!("a{n}"), format!("s{n}{id}"), format!("c{id}")).hedge(hedge.as_str());
        let built = Dossier::builder(title.as_str())
            .source(Source::new(format!("s1{id}"), name.as_str()).kind(SourceKind::Government))
            .source(Source::new(format!("s2{id}"), format!("{name}2")).kind(SourceKind::Newspaper))
            .attribute(Attribute::new(format!("t{id}"), ValueKind::Truth))
            .claim(Claim::new(format!("c{id}"), statement.as_str(), subject.as_str(), format!("t{id}"), true.into()))
            .attribution(word(1))
            .attribution(word(2).citing([format!("s1{id}")]))
            .build();
        prop_assume!(built.is_ok());
        let document = is_sound(&page(&built.unwrap()));
        prop_assert_eq!(all(&document, "article").len(), 1);
        prop_assert_eq!(all(&document, "article h3 *").len(), 0);
    }
}

/// Pieces of markup and of other trouble, in any order.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<script>",
        "</script>",
        "<b",
        ">",
        "\"",
        "'",
        "=",
        "&",
        "&lt;",
        "&#x3c;",
        "onload",
        "javascript:",
        "<!--",
        "-->",
        "</style>",
        "]]>",
        "א",
        "ع",
        " ",
        "x",
        "\u{202e}",
        "\u{0}",
        "\n",
        "{{",
        "}}",
        "`",
        "\\",
        "/",
        "</li>",
        "</h3>",
    ]);
    prop::collection::vec(pieces, 1..12).prop_map(|pieces| pieces.concat())
}

#[cfg(feature = "json")]
mod whole {
    use super::*;

    #[test]
    fn a_small_sheet_reads_as_recorded() {
        let page = page(&sheets::small());
        is_sound(&page);
        // Style and script have their own tests.
        let (head, rest) = page.split_once("<style>").unwrap();
        let (body, _) = rest.split_once("</style>").unwrap().1.rsplit_once("<script>").unwrap();
        let actual = format!("{head}{body}");
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/sheet-small.html");
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(path, &actual).unwrap();
        }
        let expected = std::fs::read_to_string(path).unwrap_or_default();
        let differing = expected.lines().zip(actual.lines()).find(|(a, b)| a != b);
        assert!(expected == actual, "{differing:#?}\nUPDATE_SNAPSHOTS=1 rewrites it");
    }

    #[test]
    fn a_hostile_dossier_stays_harmless() {
        let page = page(&sheets::hostile(96));
        let document = is_sound(&page);
        assert_eq!(all(&document, "article").len(), 96);
        assert!(all(&document, "a[href^=http]").len() > 10, "links to the web stay");
        assert!(!page.contains("javascript:alert") && !page.contains("data:text"));
    }

    #[test]
    fn a_dossier_too_large_to_tell_says_so() {
        let dossier = sheets::large();
        let evaluation = Evaluator::default().evaluate(&dossier);
        let page = html::Sheet::new(&evaluation).details(20).remedies(3).without_timeline().to_string();
        let document = is_sound(&page);
        assert_eq!(all(&document, ".claim").len(), 10_000);
        let notes: Vec<String> = all(&document, ".notes p").into_iter().map(|note| note.text().collect()).collect();
        assert!(notes[0].starts_with("9,980 claims are told in brief, "), "{notes:?}");
        assert_eq!(notes[1], "For 17 flagged claims it was not worked out what would settle them.");
        assert_eq!(all(&document, "article.claim").len(), 20);
    }

    #[test]
    fn the_same_evaluation_gives_the_same_bytes_by_either_door() {
        let dossier = sheets::small();
        let evaluation = Evaluator::default().evaluate(&dossier);
        let mut bytes = Vec::new();
        html::Sheet::new(&evaluation).write_to(&mut bytes).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), page(&dossier));
    }

    #[test]
    fn options_change_what_they_say() {
        let dossier = sheets::small();
        let evaluation = Evaluator::default().evaluate(&dossier);
        let page = html::Sheet::new(&evaluation).title("Another <title>").language("ar").without_timeline().to_string();
        let document = is_sound(&page);
        let title: String = all(&document, "h1")[0].text().collect();
        assert_eq!((title.as_str(), all(&document, "h1")[0].value().attr("lang")), ("Another <title>", Some("ar")));
        assert!(all(&document, ".days").is_empty() && all(&document, ".history").is_empty());
        let odd = html::Sheet::new(&evaluation).language("x\" onload=\"").to_string();
        assert_eq!(all(&is_sound(&odd), "h1")[0].value().attr("lang"), None);
    }

    #[test]
    fn the_example_writes_a_sheet_and_says_where() {
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
        let (file, to) = (folder.join("small.json"), folder.join("small.html"));
        std::fs::write(&file, sheets::small().to_json()).unwrap();
        let told = evidence_sheet::write_sheet(&file, &to).unwrap();
        assert!(told.starts_with("The evidence sheet (") && told.contains(&to.display().to_string()), "{told}");
        assert_eq!(std::fs::read_to_string(&to).unwrap(), page(&sheets::small()));
        let missing = evidence_sheet::write_sheet(&folder.join("no-such-file.json"), &to).unwrap_err();
        assert!(missing.contains("no-such-file.json: "), "{missing}");
    }
}
