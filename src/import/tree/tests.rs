use super::*;

#[track_caller]
fn leaves(json: &str) -> Vec<(String, String)> {
    let tree = Tree::read(json).unwrap();
    tree.root().leaves().map(|leaf| (leaf.pointer().to_string(), leaf.raw().to_owned())).collect()
}

#[test]
fn every_leaf_has_its_place_and_its_digits() {
    let expected = [("/a/0", "1.50"), ("/a/1/b~1c", "\"x\\\"y\""), ("/a/2", "[]"), ("/d~0", "null"), ("/d~0", "-0e0")];
    let expected = expected.map(|(pointer, raw)| (pointer.to_owned(), raw.to_owned()));
    assert_eq!(leaves(r#" {"a" : [ 1.50 , {"b/c":"x\"y"}, [] ], "d~": null, "d~": -0e0 } "#), expected);
    assert_eq!(leaves("true"), [(String::new(), "true".to_owned())]);
}

#[test]
fn of_members_of_one_name_the_last_is_taken() {
    let tree = Tree::read(r#"{"a": 1, "b": {"a": 3}, "\u0061": 2}"#).unwrap();
    assert_eq!(tree.root().get("a").map(Node::raw), Some("2"));
    assert_eq!(tree.root().get("c").map(Node::raw), None);
    assert_eq!(tree.root().children().count(), 3);
}

#[test]
fn half_a_character_is_shown_as_one_that_is_missing() {
    let tree = Tree::read(r#"["\ud800x", "\ud83d\ude00"]"#).unwrap();
    let texts: Vec<_> = tree.root().children().filter_map(Node::text).collect();
    assert!(texts[0].ends_with('x') && texts[0].contains('\u{fffd}'), "{texts:?}");
    assert_eq!(texts[1], "😀");
}

#[test]
fn nesting_costs_no_stack() {
    let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
    let tree = Tree::read(&deep).unwrap();
    let leaf = tree.root().leaves().next().unwrap();
    assert!(leaf.is_within(200_000) && !leaf.is_within(199_999));
}

#[test]
fn says_where_it_is_no_json() {
    for (text, message) in [
        ("", "this is empty: expected JSON"),
        ("{\n \"ä\": x}", "line 2, column 7: this is not JSON: expected value, found `x`"),
        ("{} {}", "line 1, column 4: this is not JSON: trailing characters, found `{`"),
        ("[1, 2", "line 1, column 5: this ends too early: a list is not closed"),
        ("{\"a\": \"b", "line 1, column 8: this ends too early: a string is not closed"),
    ] {
        assert_eq!(Tree::read(text).unwrap_err().to_string(), message);
    }
    assert_eq!(Tree::read_bytes(b"[\xff]").unwrap_err(), TreeError::NotUtf8(1));
}
