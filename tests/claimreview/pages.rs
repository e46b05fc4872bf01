//! Pages as they are published, and as somebody may write them who wishes us ill.

use corroborate::claimreview::{Page, Reader};

use super::PLAIN;

#[track_caller]
fn told(html: &str) -> (usize, Vec<String>) {
    let page = Page::read(html);
    (page.blocks.len(), page.unreadable.iter().map(ToString::to_string).collect())
}

#[test]
fn blocks_are_read_each_by_itself() {
    let html = format!(
        "<!doctype html><html><head><SCRIPT TYPE='Application/LD+JSON; charset=utf-8' data-x=\"</script>\">{PLAIN}</SCRIPT>\n\
         <script type=application/ld+json>{{\"@type\": \"ClaimReview\", </script>\n\
         <script>var x = '<script type=\"application/ld+json\">[1]';</script>\n\
         <script type=\"application/ld+json\">{PLAIN}</script>"
    );
    let page = Page::read(&html);
    assert_eq!(page.blocks.iter().map(|block| block.number).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(page.unreadable.len(), 1);
    assert!(
        page.unreadable[0].to_string().contains("block 2: line 1, column 25: this ends too early"),
        "{}",
        page.unreadable[0]
    );
    let reviews: usize = page.blocks.iter().map(|block| Reader::default().block(block).reviews.len()).sum();
    assert_eq!(reviews, 2);
}

#[test]
fn what_stands_in_comments_titles_and_other_scripts_is_no_block() {
    let block = "<script type=\"application/ld+json\">{}</script>";
    for html in [
        format!("<!-- {block} -->"),
        format!("<title>{block}</title>"),
        format!("<textarea>{block}</textarea>"),
        format!("<style>{block}</style>"),
        "<script type=\"text/javascript\">{}</script>".to_owned(),
        "<div type=\"application/ld+json\">{}</div>".to_owned(),
    ] {
        assert_eq!(told(&html), (0, vec![]), "{html}");
    }
}

#[test]
fn a_block_ends_where_a_browser_ends_it() {
    let html = r#"<script type="application/ld+json">{"a": "</script>"}</script>"#;
    assert_eq!(
        told(html),
        (
            0,
            vec![
                "line 1, column 36: block 1: line 1, column 7: this ends too early: a string is not closed".to_owned()
            ]
        )
    );
    assert_eq!(told(r#"<script type="application/ld+json">{"a": "<\/script>"}</script>"#).0, 1);
    assert_eq!(
        told("<p>\n<script type=\"application/ld+json\">{\"a\": 1"),
        (0, vec!["line 2, column 36: block 1: line 1, column 7: this ends too early: an object is not closed: the block is not closed".to_owned()])
    );
}

#[test]
fn an_open_block_that_is_whole_is_read() {
    assert_eq!(told("<script type=\"application/ld+json\">{\"a\": 1}").0, 1);
}

#[test]
fn nesting_and_length_cost_no_stack() {
    let deep = format!(
        "{}<script type=\"application/ld+json\">{}{}</script>",
        "<div>".repeat(100_000),
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert_eq!(told(&deep).0, 1);
    let open = format!("<script type=\"application/ld+json\">{}", "{\"a\":".repeat(100_000));
    assert_eq!(told(&open).1.len(), 1);
    let many = "<script type=\"application/ld+json\">{}</script>".repeat(10_000);
    assert_eq!(told(&many).0, 10_000);
}

#[test]
fn marks_around_nothing_are_no_json() {
    for inner in ["", "//", "<!-- -->", "<![CDATA[]]>", "&quot;", "// {} // x"] {
        let (blocks, unreadable) = told(&format!("<script type=\"application/ld+json\">{inner}</script>"));
        assert_eq!((blocks, unreadable.len()), (0, 1), "{inner}");
    }
}
