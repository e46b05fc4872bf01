//! Dossiers that try a sheet: the real one, one by somebody who means harm, and a small one to be read whole.

use corroborate::{
    Attribute, Attribution, Basis, Certainty, Claim, Dossier, Edtf, OverTime, Quantity, Source, SourceKind, Stance,
    Value, ValueKind,
};

/// Text that breaks out of whatever it is put into, if it can.
pub const HARM: &[&str] = &[
    "<script>window.ran = 1; alert(1)</script>",
    "\"><img src=x onerror=\"window.ran=2\">",
    "' onmouseover='window.ran=3' x='",
    "</style></title></textarea><svg onload=window.ran=4>",
    "javascript:window.ran=5",
    "<!--",
    "]]>",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "{{ 7*7 }}",
    "${window.ran=6}",
    "evil \u{202e}txt.exe\u{202c} \u{2066}isolate \u{200f}mark\u{200b}",
    "line\u{0}feed\u{7}\u{1b}[31m\u{85}\u{2028}end",
    "وكالة الأنباء <b>العربية</b> قالت \"نعم\"",
    "הודעה: 100% <i>נכון</i>",
    "e\u{301}\u{301}\u{301}\u{301}\u{301} Z\u{335}\u{321}a\u{337}l\u{338}go",
    "👩‍👩‍👧‍👦 🏴‍☠️ <\u{fe0f}>",
];

/// A dossier of so many claims, in which everything that can hold text holds harm.
pub fn hostile(claims: usize) -> Dossier {
    let harm = |n: usize| HARM[n % HARM.len()];
    // An id may hold no control characters; the builder sees to that.
    let id = |n: usize| HARM[n % 11];
    let long = "W".repeat(300);
    let mut builder = Dossier::builder(format!("{} {long}", HARM[..6].join(" ")));
    for n in 0..40 {
        let kind = SourceKind::ALL[n % SourceKind::ALL.len()];
        let mut source = Source::new(format!("s{n}{}", id(n)), format!("{} {n} {}", harm(n), harm(n + 3))).kind(kind);
        source.url = "javascript:alert(1)".parse().ok();
        builder = builder.source(if n % 7 == 0 { source.anonymous() } else { source });
    }
    for n in 0..4 {
        let kind = [ValueKind::Quantity, ValueKind::Date, ValueKind::Truth, ValueKind::Text][n];
        let mut attribute = Attribute::new(format!("{}{n}", id(n).replace('/', "\\")), kind);
        if n == 0 {
            attribute.over_time = OverTime::Cumulative;
            attribute.unit = Some(harm(1).to_owned());
        }
        builder = builder.attribute(attribute);
    }
    for n in 0..claims {
        let topic = n / 8;
        let kind = topic % 4;
        let value = match kind {
            0 => Value::Quantity(Quantity::AtLeast((n as i64 * 37 % 5000).into())),
            1 => Value::Date(Edtf::parse(&format!("2024-{:02}-{:02}", n % 12 + 1, n % 28 + 1)).unwrap()),
            2 => Value::Truth(true),
            _ => Value::Text(vec![format!("{} {n}", harm(n))]),
        };
        let subject = format!("{} {topic}", harm(topic));
        let attribute = format!("{}{kind}", id(kind).replace('/', "\\"));
        let statement = format!("{} {n} {long} {}", harm(n), harm(n + 5));
        let mut claim = Claim::new(format!("c{n}{}", id(n)), statement, subject, attribute, value);
        if kind == 0 {
            claim = claim.when(Edtf::parse(&format!("2024-{:02}", n % 12 + 1)).unwrap());
        }
        builder = builder.claim(claim);
        for m in 0..2 {
            let (by, of) = ((n + m * 11) % 40, (n * 3 + 5) % 40);
            let mut word =
                Attribution::new(format!("a{n}-{m}{}", id(m)), format!("s{by}{}", id(by)), format!("c{n}{}", id(n)))
                    .stance([Stance::Affirms, Stance::Affirms, Stance::Denies, Stance::Doubts][(n + m) % 4])
                    .certainty(Certainty::ALL[n % Certainty::ALL.len()])
                    .hedge(harm(n + m));
            word.quote = Some(harm(n).to_owned());
            word.published = format!("2024-{:02}-{:02}", (n + m) % 12 + 1, n % 28 + 1).parse().ok();
            word.url = [
                "javascript:window.ran=7",
                "data:text/html,<script>window.ran=8</script>",
                "https://example.org/?a=\"><b>&c='d'",
            ][(n + m) % 3]
                .parse()
                .ok();
            if by != of && m == 0 {
                word = word.citing([format!("s{of}{}", id(of)), format!("s{}{}", (of + 1) % 40, id((of + 1) % 40))]);
            }
            builder = builder.attribution(word);
        }
    }
    builder.build().unwrap()
}

/// Very many claims on many topics, and on one.
pub fn large() -> Dossier {
    let mut builder = Dossier::builder("Ten thousand claims <script>alert(1)</script>")
        .attribute(Attribute::new("height", ValueKind::Quantity).unit("metres"));
    for n in 0..500 {
        builder = builder.source(Source::new(format!("s{n}"), format!("Outlet {n}")).kind(SourceKind::Newspaper));
    }
    for n in 0..10_000_u32 {
        // The last 2,000 are on one topic.
        let topic = if n < 8_000 { n / 10 } else { 800 };
        let (id, value) = (format!("c{n}"), Value::Quantity(Quantity::Exactly(i64::from(n % 977).into())));
        let statement = format!("Dam {topic} is {} metres high, says line {n} of the list", n % 977);
        builder =
            builder.claim(Claim::new(id.as_str(), statement, format!("dam-{topic}"), "height", value)).attribution(
                Attribution::new(format!("a{n}"), format!("s{}", n % 500), id.as_str()).basis(Basis::FirstHand),
            );
        if n % 3 == 0 {
            let word = Attribution::new(format!("b{n}"), format!("s{}", (n + 7) % 500), id.as_str());
            builder = builder.attribution(word.citing([format!("s{}", n % 500)]));
        }
    }
    builder.build().unwrap()
}

/// Little of everything: each verdict but one, a plot, a graph with a broken way, a denial, a retraction.
#[allow(dead_code, reason = "the tests of the document look at it")]
pub fn small() -> Dossier {
    let day = |text: &str| text.parse().unwrap();
    let quantity = |n: i64| Value::Quantity(Quantity::AtLeast(n.into()));
    Dossier::builder("A dam")
        .source(Source::new("ministry", "Ministry of Water").kind(SourceKind::Government))
        .source(Source::new("police", "The police").kind(SourceKind::Police))
        .source(Source::new("wire", "The Wire").kind(SourceKind::NewsAgency))
        .source(Source::new("herald", "The Herald").kind(SourceKind::Newspaper))
        .source(Source::new("radio", "Radio 9").kind(SourceKind::Broadcaster))
        .source(Source::new("blog", "وكالة الأنباء").kind(SourceKind::Blog))
        .attribute(Attribute::new("burst", ValueKind::Truth))
        .attribute(Attribute::new("evacuated", ValueKind::Quantity).unit("people").over_time(OverTime::Cumulative))
        .claim(Claim::new("burst", "The dam has burst", "dam", "burst", true.into()))
        .claim(
            Claim::new("many", "At least 400 people were brought out by 2 March", "valley", "evacuated", quantity(400))
                .when(Edtf::parse("2025-03-02").unwrap()),
        )
        .claim(
            Claim::new("few", "At least 90 people were brought out by 1 March", "valley", "evacuated", quantity(90))
                .when(Edtf::parse("2025-03-01").unwrap()),
        )
        .claim(Claim::new("all", "Everybody was brought out", "valley", "everybody-out", true.into()))
        .attribute(Attribute::new("everybody-out", ValueKind::Truth))
        .attribution(Attribution::new("a1", "ministry", "burst").basis(Basis::FirstHand).published(day("2025-03-01")))
        .attribution(Attribution::new("a2", "police", "burst").basis(Basis::FirstHand).published(day("2025-03-02")))
        .attribution(
            Attribution::new("a3", "wire", "many")
                .citing(["ministry"])
                .published(day("2025-03-02"))
                .url("https://example.org/many".parse().unwrap()),
        )
        .attribution(Attribution::new("a4", "herald", "many").citing(["wire", "ministry"]).published(day("2025-03-03")))
        .attribution(Attribution::new("a5", "radio", "many").citing(["police"]).published(day("2025-03-03")))
        .attribution(Attribution::new("a6", "blog", "many").certainty(Certainty::Possible).hedge("it is said"))
        .attribution(Attribution::new("a7", "police", "few").basis(Basis::Record).published(day("2025-03-01")))
        .attribution(Attribution::disowning("a8", "police", "a5").published(day("2025-03-04")))
        .attribution(Attribution::new("a9", "ministry", "all").published(day("2025-03-03")))
        .attribution(Attribution::retraction("a10", "ministry", "a9").published(day("2025-03-04")))
        .attribution(Attribution::new("a11", "police", "all").stance(Stance::Doubts).published(day("2025-03-04")))
        .build()
        .unwrap()
}

/// The real story.
#[allow(dead_code, reason = "the tests in a browser look at it")]
pub fn story() -> Dossier {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/kim-putin.json");
    Dossier::from_json(&std::fs::read(file).unwrap()).unwrap()
}
