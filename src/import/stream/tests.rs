use super::*;

/// Gives so many bytes at a time.
struct Drip<'b>(&'b [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.1.min(into.len()).min(self.0.len());
        let (now, later) = self.0.split_at(length);
        into[..length].copy_from_slice(now);
        self.0 = later;
        Ok(length)
    }
}

/// What a feed gives, the same however it comes in.
#[track_caller]
fn told(text: &str) -> Vec<String> {
    let tell = |item: Result<Item, FeedError>| match item {
        Ok(item) => format!(
            "{}:{} {}{}",
            item.document,
            item.pointer,
            item.tree.root().raw(),
            if item.is_rest { " rest" } else { "" }
        ),
        Err(error) => error.to_string(),
    };
    let whole: Vec<String> = Feed::new(text.as_bytes()).map(tell).collect();
    for step in 1..8 {
        assert_eq!(
            Feed::new(Drip(text.as_bytes(), step)).map(tell).collect::<Vec<_>>(),
            whole,
            "{step} bytes at a time"
        );
    }
    whole
}

#[test]
fn elements_of_a_list_are_items() {
    assert_eq!(
        told(r#" [ {"a":"]\\"} , [1,[2]] ,"x\"y",-1.5 ] "#),
        ["0:/0 {\"a\":\"]\\\\\"}", "0:/1 [1,[2]]", "0:/2 \"x\\\"y\"", "0:/3 -1.5"]
    );
    assert_eq!(told("[]"), [""; 0]);
    assert_eq!(told(""), [""; 0]);
}

#[test]
fn documents_that_follow_each_other_are_items() {
    assert_eq!(told("{\"a\": 1}\n{ }\n\n3\ntrue"), ["0: {\"a\": 1}", "1: { }", "2: 3", "3: true"]);
    assert_eq!(told("\u{feff}{\"a\":[1, 2]}"), ["0: {\"a\":[1, 2]}"]);
    assert_eq!(told("[1][2]"), ["0:/0 1", "1:/0 2"]);
}

#[test]
fn long_lists_of_an_object_are_handed_over_and_the_rest_comes_last() {
    assert_eq!(
        told(r#"{"@type": "DataFeed", "dataFeedElement": [ {"a": 1}, 2 ], "claims": [], "name": "x"}"#),
        [
            "0:/dataFeedElement/0 {\"a\": 1}",
            "0:/dataFeedElement/1 2",
            "0: {\"@type\": \"DataFeed\", \"dataFeedElement\": [], \"claims\": [], \"name\": \"x\"} rest"
        ]
    );
    assert_eq!(told(r#"{"claims": {"a": 1}}"#), [r#"0: {"claims": {"a": 1}}"#]);
}

#[test]
fn a_broken_item_does_not_keep_the_next_from_being_read() {
    assert_eq!(
        told("[{\"a\": nul}, {\"b\"}, 3]"),
        [
            "item /0 at byte 1: line 1, column 10: this is not JSON: expected ident, found `}`",
            "item /1 at byte 13: line 1, column 5: this is not JSON: expected `:`, found `}`",
            "0:/2 3"
        ]
    );
    assert_eq!(told("{\"a\": nul}\n{\"b\": 1}").len(), 2);
}

#[test]
fn a_broken_frame_ends_the_feed() {
    for (text, last) in [
        ("[1 2]", "byte 3: expected `,` or `]`, found `2`"),
        ("[1,,2]", "byte 3: expected an item, found `,`"),
        ("[1,]", "byte 3: expected an item, found `]`"),
        ("[1", "the feed ends at byte 2 within item /1"),
        ("[{\"a\": [1}", "the feed ends at byte 10 within item /1"),
        ("{\"claims\": [1, \"x", "the feed ends at byte 17 within item /claims/2"),
        ("1 }", "byte 2: expected a document, found `}`"),
        ("[1]]", "byte 3: expected a document, found `]`"),
        ("{1}", "byte 1: expected a name in quotes, found `1`"),
        ("{\"a\": }", "byte 6: expected a value, found `}`"),
        ("{\"a\" 1}", "byte 5: expected `:`, found `1`"),
        ("{\"a\": 1 \"b\": 2}", "byte 8: expected `,` or `}`, found `\"`"),
    ] {
        assert_eq!(told(text).last().map(String::as_str), Some(last), "{text}");
    }
}

#[test]
fn an_item_that_is_too_long_is_passed() {
    let long = format!("[1, \"{}\", {{\"a\": 3}}]", "x".repeat(200_000));
    for step in [7, 1 << 20] {
        let items: Vec<_> = Feed::new(Drip(long.as_bytes(), step)).limit(1000).collect();
        assert_eq!(items.len(), 3);
        assert_eq!(
            items[1].as_ref().map(|_| ()).map_err(ToString::to_string),
            Err("item /1 at byte 4 is longer than 1000 bytes".to_owned())
        );
        assert_eq!(items[2].as_ref().ok().map(|item| item.tree.root().raw()), Some("{\"a\": 3}"));
    }
    let object = format!("{{\"a\": \"{}\"}} 1", "x".repeat(2000));
    assert_eq!(Feed::new(object.as_bytes()).limit(1000).count(), 1);
}

#[test]
fn a_reader_that_fails_ends_the_feed() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the line is dead"))
        }
    }
    let told: Vec<String> = Feed::new(Broken).map(|item| item.map(|_| ()).unwrap_err().to_string()).collect();
    assert_eq!(told, ["the feed cannot be read: the line is dead"]);
}
