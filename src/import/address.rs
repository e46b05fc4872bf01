//! Addresses as publishers write them.

use url::Url;

use super::repair::RepairCode;

/// What became of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// It is one.
    AsWritten(Url),
    /// It was made one.
    Repaired(RepairCode, Url),
    /// It is none.
    Unreadable,
}

/// Archives and translators, whose addresses rightly hold another one.
const ARCHIVES: [&str; 9] = [
    "archive.org",
    "archive.is",
    "archive.ph",
    "archive.today",
    "archive.vn",
    "perma.cc",
    "webcitation.org",
    "ghostarchive.org",
    "googleusercontent.com",
];

/// The addresses that a text holds: one, but for those that are listed, or glued together. It is completed from `base` where it is relative.
pub(super) fn addresses(text: &str, base: Option<&Url>) -> Vec<Address> {
    let divides = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|');
    if !text.contains(divides) {
        return vec![address(text, base)];
    }
    let listed: Vec<&str> = text.split(divides).filter(|piece| !piece.is_empty()).collect();
    if listed.len() > 1 && listed.iter().all(|piece| scheme(piece) == Some(0)) {
        let each = listed.into_iter().map(|piece| match Url::parse(piece) {
            Ok(url) => Address::Repaired(RepairCode::ConcatenatedAddress, url),
            Err(_) => Address::Unreadable,
        });
        return each.collect();
    }
    vec![address(text, base)]
}

fn address(text: &str, base: Option<&Url>) -> Address {
    if text.contains(char::is_whitespace) {
        return Address::Unreadable;
    }
    if scheme(text) == Some(0) {
        return absolute(text);
    }
    if let Some(rest) = text.strip_prefix("//") {
        return repaired(RepairCode::AddressWithoutScheme, Url::parse(&format!("https://{rest}")));
    }
    if let (true, Some(base)) = (text.starts_with(['/', '#', '?']), base) {
        return repaired(RepairCode::RelativeAddress, base.join(text));
    }
    if looks_like_site(text) {
        return repaired(RepairCode::AddressWithoutScheme, Url::parse(&format!("https://{text}")));
    }
    Address::Unreadable
}

fn repaired(code: RepairCode, url: Result<Url, url::ParseError>) -> Address {
    url.map_or(Address::Unreadable, |url| Address::Repaired(code, url))
}

/// An address with its scheme; another may be glued to it.
fn absolute(text: &str) -> Address {
    let Ok(url) = Url::parse(text) else { return Address::Unreadable };
    let tail = text.get(8..).unwrap_or_default();
    let Some(second) = scheme(tail) else {
        let is_glued = !is_archive(&url) && holds_escaped_address(url.path());
        return if is_glued {
            Address::Repaired(RepairCode::ConcatenatedAddress, url)
        } else {
            Address::AsWritten(url)
        };
    };
    let before = tail.get(..second).unwrap_or_default();
    if before.ends_with('/') || text.get(..8 + second).is_some_and(|start| start.ends_with("//")) {
        // In a path: an archive, or two that were glued; which of them is meant is not told.
        let is_glued = !is_archive(&url);
        return if is_glued {
            Address::Repaired(RepairCode::ConcatenatedAddress, url)
        } else {
            Address::AsWritten(url)
        };
    }
    if before.contains(['?', '#', '=']) {
        return Address::AsWritten(url);
    }
    // A site was put before an address that had one.
    repaired(RepairCode::ConcatenatedAddress, Url::parse(tail.get(second..).unwrap_or_default()))
}

/// Where `http://` or `https://` begins.
fn scheme(text: &str) -> Option<usize> {
    text.match_indices("://").find_map(|(end, _)| {
        ["https", "http"].into_iter().find_map(|name| {
            let start = end.checked_sub(name.len())?;
            text.get(start..end)?.eq_ignore_ascii_case(name).then_some(start)
        })
    })
}

fn is_archive(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    ARCHIVES.iter().any(|archive| host.strip_suffix(archive).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

/// A path that begins with an address, percent-encoded once or twice.
fn holds_escaped_address(path: &str) -> bool {
    let path = path.trim_start_matches('/').to_ascii_lowercase().replace("%25", "%");
    path.starts_with("http%3a") || path.starts_with("https%3a")
}

/// `factcheck.example.org/page`: letters and dots up to the first slash, and an end as sites have.
fn looks_like_site(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-') && !label.starts_with('-')
    };
    let ends = labels.last().is_some_and(|end| end.chars().count() >= 2 && end.chars().all(char::is_alphabetic));
    labels.len() >= 2 && ends && labels.iter().all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let base = Url::parse("https://facts.example/2021/page").unwrap();
        let told = |address: Address| match address {
            Address::AsWritten(url) => url.to_string(),
            Address::Repaired(code, url) => format!("{code} {url}"),
            Address::Unreadable => "-".to_owned(),
        };
        addresses(text, Some(&base)).into_iter().map(told).collect()
    }

    #[test]
    fn addresses_are_completed_where_one_thing_can_be_meant() {
        for (text, expected) in [
            ("https://a.example/x?u=https://b.example/", "https://a.example/x?u=https://b.example/"),
            (
                "https://web.archive.org/web/2020/https://b.example/",
                "https://web.archive.org/web/2020/https://b.example/",
            ),
            ("/author/x", "relative-address https://facts.example/author/x"),
            ("//a.example/x", "address-without-scheme https://a.example/x"),
            ("facts.example.org/x", "address-without-scheme https://facts.example.org/x"),
            ("https://a.examplehttps://b.example/x", "concatenated-address https://b.example/x"),
            ("https://a.example/https://b.example/x", "concatenated-address https://a.example/https://b.example/x"),
            (
                "https://a.example/http%253A%252F%252Fdoc.example",
                "concatenated-address https://a.example/http%253A%252F%252Fdoc.example",
            ),
            ("Social networks", "-"),
            ("n/a", "-"),
            ("https://", "-"),
        ] {
            assert_eq!(read(text), [expected], "{text}");
        }
        let listed = read("https://a.example/1, https://b.example/2");
        assert_eq!(listed, ["concatenated-address https://a.example/1", "concatenated-address https://b.example/2"]);
    }
}
