//! Words that end a noun phrase, and what a plural looks like.

use std::{collections::HashSet, sync::LazyLock};

/// Whether the word cannot stand between a number and what it counts: verbs, prepositions, pronouns, conjunctions.
pub(in crate::text) fn is_stop(word: &str) -> bool {
    STOPS.contains(word) || word.contains("n't")
}

static STOPS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| STOP_WORDS.split_whitespace().collect());

const STOP_WORDS: &str = "
    a an the this that these those some any no each every either neither both all such another
    i me my we us our you your he him his she her it its they them their who whom whose which what
    and or but nor yet so if unless because although though while whereas whether than as when where how why
    of in on at by to from for with without within into onto upon about above across after against along amid among
    around before behind below beneath beside besides between beyond despite during except inside like near off out
    outside over past per since through throughout till toward towards under until up via down back away
    aboard alongside apart ago earlier later today tomorrow yesterday tonight now then there here once again
    is are was were be been being am has have had having do does did doing will would shall should can could may might
    must ought let not never also only just even still already ever almost nearly perhaps
    said say says saying told tell tells according reported reports died die dies fell fall falls rose rise rises grew
    grow went go goes came come comes took take takes taken gave give gives given made make makes got get gets sent send
    sends left leave leaves remain remains fled flee began begin ran run runs lost lose loses won win wins held hold
    holds kept keep keeps became become becomes saw see sees seen shot hit hits include includes including marched
    attended gathered arrived crossed joined entered returned escaped deserted perished drowned survived surrendered
    met meet meets spent spend spends paid pay pays put puts cost costs reach reaches reached exceed exceeds
    means mean shows show showed want wants believe believes think thinks know knows live lives
    ate bought brought caught drove flew fought heard hid knew led lay rode sang sat sank slept sold spoke stood struck
    swam swore thought threw wore wrote fighting serving working living attending gathering marching arriving waiting
    using making taking giving going coming leaving saying being died dying
    strong old high long wide deep tall away apart short more less fewer other others
    i.e. e.g. etc vs tops plus
";

/// Whether the word looks like a plural noun.
pub(super) fn is_plural(word: &str) -> bool {
    const IRREGULAR: [&str; 28] = [
        "aircraft",
        "bacteria",
        "cattle",
        "children",
        "clergy",
        "crew",
        "criteria",
        "feet",
        "folk",
        "geese",
        "hovercraft",
        "infantry",
        "livestock",
        "men",
        "mice",
        "oxen",
        "people",
        "personnel",
        "phenomena",
        "police",
        "sheep",
        "spacecraft",
        "staff",
        "teeth",
        "vermin",
        "watercraft",
        "women",
        "youth",
    ];
    const SINGULAR: [&str; 22] = [
        "always",
        "atlas",
        "bias",
        "campus",
        "canvas",
        "chaos",
        "christmas",
        "gas",
        "headquarters",
        "lens",
        "news",
        "overseas",
        "perhaps",
        "politics",
        "physics",
        "plus",
        "previous",
        "series",
        "serious",
        "various",
        "less",
        "as",
    ];
    if word.ends_with('s') {
        let is_singular_end = ["ss", "us", "is", "'s", "ous"].iter().any(|end| word.ends_with(end));
        return word.len() > 2 && !is_singular_end && !SINGULAR.contains(&word);
    }
    let is_men = word.ends_with("men") && !matches!(word, "specimen" | "abdomen" | "regimen" | "acumen" | "omen");
    IRREGULAR.contains(&word) || is_men
}

/// Plurals that often stand before the noun they belong to: `special forces soldiers`, `arms dealers`.
pub(super) fn is_attributive(word: &str) -> bool {
    matches!(
        word,
        "forces"
            | "arms"
            | "sports"
            | "operations"
            | "services"
            | "goods"
            | "communications"
            | "weapons"
            | "systems"
            | "states"
            | "police"
            | "crew"
            | "staff"
            | "people"
            | "youth"
            | "infantry"
            | "personnel"
            | "affairs"
            | "marines"
            | "customs"
    )
}

/// What casualty figures count without a noun: `300 dead and 2,700 wounded`.
pub(super) fn is_casualty(word: &str) -> bool {
    matches!(
        word,
        "dead"
            | "killed"
            | "wounded"
            | "injured"
            | "missing"
            | "captured"
            | "arrested"
            | "detained"
            | "displaced"
            | "homeless"
            | "hurt"
            | "ill"
            | "evacuated"
            | "rescued"
            | "hospitalised"
            | "hospitalized"
    )
}

/// The plural of what there is one of.
pub(super) fn plural_of(noun: &str) -> String {
    let lower = noun.to_lowercase();
    if is_plural(&lower) {
        return noun.to_owned();
    }
    match lower.as_str() {
        "person" => return "people".to_owned(),
        "child" => return "children".to_owned(),
        "aircraft" | "sheep" | "fish" | "series" => return noun.to_owned(),
        _ => {}
    }
    if let Some(stem) = noun.strip_suffix("man") {
        return format!("{stem}men");
    }
    let is_consonant_y = lower.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| lower.ends_with(end));
    if let (true, Some(stem)) = (is_consonant_y, noun.strip_suffix('y')) {
        return format!("{stem}ies");
    }
    // `one vessels` would be worse than `one viruss`, so what ends like a plural already is left.
    if ["s", "x", "z", "ch", "sh"].iter().any(|end| lower.ends_with(end)) {
        return format!("{noun}es");
    }
    format!("{noun}s")
}
