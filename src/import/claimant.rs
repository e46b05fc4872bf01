//! Who made a claim: somebody, an account on a network, or nobody in particular.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::model::text::fold;

/// What kind of claimant a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claimant {
    /// Somebody who can be asked.
    Named,
    /// An account on a network, told by the words before its name.
    Account,
    /// Nobody in particular, such as `Facebook users`.
    Collective,
}

/// Networks and messengers, and what people call them.
const PLATFORMS: &[&str] = &[
    "facebook",
    "fb",
    "twitter",
    "x",
    "instagram",
    "ig",
    "tiktok",
    "youtube",
    "whatsapp",
    "telegram",
    "line",
    "reddit",
    "weibo",
    "wechat",
    "kwai",
    "sharechat",
    "snapchat",
    "threads",
    "bluesky",
    "vkontakte",
    "vk",
    "linkedin",
    "gettr",
    "parler",
    "rumble",
    "4chan",
    "koo",
    "signal",
    "messenger",
    "internet",
    "web",
    "online",
];

/// Words for many people, or for what they post, in the languages of the publishers that write them.
const CROWDS: &[&str] = &[
    // English
    "users",
    "user",
    "posts",
    "post",
    "accounts",
    "account",
    "pages",
    "page",
    "sources",
    "source",
    "people",
    "media",
    "networks",
    "videos",
    "video",
    "images",
    "image",
    "messages",
    "message",
    "tweets",
    "tweet",
    "websites",
    "sites",
    "blogs",
    "bloggers",
    "memes",
    "meme",
    "rumours",
    "rumors",
    "rumour",
    "rumor",
    "netizens",
    "publications",
    "outlets",
    "groups",
    "channels",
    "chain",
    "forwards",
    "forward",
    "claims",
    "reports",
    "article",
    "articles",
    "anonymous",
    "unknown",
    // Spanish and Portuguese
    "usuarios",
    "usuario",
    "usuários",
    "publicaciones",
    "publicación",
    "publicações",
    "publicação",
    "fuentes",
    "fontes",
    "redes",
    "sociales",
    "sociais",
    "cuentas",
    "contas",
    "páginas",
    "mensajes",
    "mensagens",
    "cadenas",
    "boatos",
    "rumores",
    "perfis",
    "internautas",
    "varios",
    "desconocido",
    "anónimo",
    // French
    "utilisateurs",
    "internautes",
    "publications",
    "comptes",
    "réseaux",
    "sociaux",
    "messages",
    "rumeurs",
    // German
    "nutzer",
    "nutzerinnen",
    "user",
    "beiträge",
    "beitrag",
    "posts",
    "konten",
    "quellen",
    "medien",
    "netzwerke",
    "kettenbrief",
    // Italian, Dutch, Polish, Turkish, Indonesian
    "utenti",
    "social",
    "fonti",
    "gebruikers",
    "berichten",
    "bronnen",
    "użytkownicy",
    "internauci",
    "kullanıcıları",
    "kullanıcılar",
    "paylaşımlar",
    "pengguna",
    "akun",
    "warganet",
    "unggahan",
];

/// Words that say nothing of who: they stand around the words for many people.
const AROUND: &[&str] = &[
    "social",
    "viral",
    "multiple",
    "various",
    "several",
    "many",
    "some",
    "numerous",
    "different",
    "other",
    "a",
    "an",
    "the",
    "of",
    "on",
    "in",
    "and",
    "or",
    "from",
    "by",
    "via",
    "several",
    "all",
    "anonymous",
    "unknown",
    "unnamed",
    "circulating",
    "shared",
    "varias",
    "várias",
    "varios",
    "vários",
    "múltiples",
    "múltiplas",
    "diversas",
    "diversos",
    "algunas",
    "algunos",
    "de",
    "en",
    "em",
    "na",
    "no",
    "nas",
    "nos",
    "del",
    "das",
    "dos",
    "do",
    "da",
    "las",
    "los",
    "y",
    "e",
    "et",
    "des",
    "les",
    "sur",
    "plusieurs",
    "divers",
    "diverses",
    "und",
    "auf",
    "mehrere",
    "verschiedene",
    "viele",
    "diverse",
    "soziale",
    "sozialen",
    "in",
    "den",
    "von",
    "su",
    "sui",
    "vari",
    "op",
    "van",
    "en",
    "wiele",
    "çeşitli",
    "media",
    "sosial",
    "medya",
    "sosyal",
    "medsos",
];

/// Names for nobody in languages that are not written in words with spaces, or that say it in another way.
const PHRASES: &[&str] = &[
    "網傳",
    "網友",
    "網路",
    "網路謠言",
    "网传",
    "网友",
    "网络",
    "社群媒體",
    "社交媒体",
    "sns",
    "ネット",
    "ネット上",
    "सोशल मीडिया",
    "सोशल मीडिया यूजर्स",
    "वायरल पोस्ट",
    "वायरल मैसेज",
    "ফেসবুক পোস্ট",
    "সোশ্যাল মিডিয়া",
    "وسائل التواصل الاجتماعي",
    "соцсети",
    "социальные сети",
];

/// Words between the name of a network and that of an account.
const ACCOUNTS: &[&str] = &[
    "user", "page", "account", "group", "profile", "handle", "channel", "post", "usuario", "nutzer", "seite", "compte",
];

/// What a word says of who speaks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Platform,
    Crowd,
    Around,
}

/// Every word of the lists above; where it stands in several, the first of platform, crowd and around.
static WORDS: LazyLock<BTreeMap<&str, Word>> = LazyLock::new(|| {
    let lists = [(AROUND, Word::Around), (CROWDS, Word::Crowd), (PLATFORMS, Word::Platform)];
    lists.into_iter().flat_map(|(list, word)| list.iter().map(move |name| (*name, word))).collect()
});

/// What kind of claimant a name stands for.
pub(crate) fn claimant(name: &str) -> Claimant {
    let folded = fold(name);
    if PHRASES.contains(&folded.trim_matches(|c: char| !c.is_alphanumeric())) {
        return Claimant::Collective;
    }
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_known = |word: &str| WORDS.get(word).copied();
    let mut speaks_of_many = false;
    let says_who = words.clone().any(|word| match is_known(word) {
        Some(kind) => {
            speaks_of_many |= kind != Word::Around;
            false
        }
        None => true,
    });
    if speaks_of_many && !says_who {
        return Claimant::Collective;
    }
    let names_platform = words.next().and_then(is_known) == Some(Word::Platform);
    if names_platform && words.next().is_some_and(|word| ACCOUNTS.contains(&word)) {
        return Claimant::Account;
    }
    let handle = name.trim();
    if handle.starts_with('@') && !handle.contains(char::is_whitespace) { Claimant::Account } else { Claimant::Named }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn collectives_are_told_from_names() {
        for name in [
            "Facebook users",
            "Multiple sources",
            "multiple posts on social media",
            "Social Media User",
            "Viral social media post",
            "Várias fontes",
            "Varias fuentes",
            "Facebook-Nutzer",
            "Boatos de redes sociais",
            "Réseaux sociaux",
            "Line, FB",
            "X",
            "Facebook Post",
            "social media",
            "WhatsApp forward",
            "Internet users",
            "Usuarios de Facebook",
            "網傳",
            "Various websites",
            "Social media",
        ] {
            assert_eq!(claimant(name), Claimant::Collective, "{name}");
        }
    }

    #[test]
    fn accounts_are_told_by_the_words_before_their_name() {
        for name in ["FB User-Harshit Pandey", "Facebook Page - NoConversion", "Fb Page: नये भारत", "@somebody"]
        {
            assert_eq!(claimant(name), Claimant::Account, "{name}");
        }
    }

    #[test]
    fn people_and_bodies_are_named() {
        for name in [
            "Donald Trump",
            "South African president Cyril Ramaphosa",
            "Ministry of Defence",
            "The Media Council of Kenya",
            "Lines Group",
            "Facebook Ireland Ltd",
            "Malcolm X",
            "Sergio Sayas",
            "Radio 4",
            "Page Six",
            "习近平",
        ] {
            assert_eq!(claimant(name), Claimant::Named, "{name}");
        }
    }
}
