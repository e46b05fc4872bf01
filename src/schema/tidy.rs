//! Turns what is documented for the readers of the code into what is read beside a file.

use serde_json::{Map, Value};

use super::shapes;

/// Makes the descriptions plain, and closed vocabularies lists of words.
pub(super) fn tidy(schema: &mut Value) {
    everywhere(schema, one);
}

/// Takes null out: no reader takes it for a field that is left out.
pub(super) fn without_null(schema: &mut Value) {
    everywhere(schema, not_null);
}

/// Walks a schema and everything in it, level by level by hand.
fn everywhere(schema: &mut Value, change: fn(&mut Map<String, Value>)) {
    let mut open = vec![schema];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(list) => open.extend(list),
            Value::Object(object) => {
                change(object);
                open.extend(object.iter_mut().filter(|(key, _)| !is_data(key)).map(|(_, inner)| inner));
            }
            _ => {}
        }
    }
}

/// Keywords that hold values and no schemas.
fn is_data(key: &str) -> bool {
    matches!(key, "const" | "enum" | "default" | "examples" | "required" | "description" | "pattern")
}

fn one(object: &mut Map<String, Value>) {
    words(object);
    if let Some(Value::String(description)) = object.get_mut("description") {
        *description = plain(description);
    }
    // An object of one field is described by what the field says.
    if let Some(description) = object.get("description").cloned()
        && let Some(Value::Object(properties)) = object.get_mut("properties")
        && properties.len() == 1
    {
        for property in properties.values_mut().filter_map(Value::as_object_mut) {
            property.entry("description").or_insert_with(|| description.clone());
        }
    }
    // Addresses may hold letters of all scripts.
    if object.get("format").is_some_and(|format| format == "uri") {
        object.insert("format".to_owned(), "iri".into());
        object.insert("pattern".to_owned(), shapes::ADDRESS.into());
    }
    // Names of Rust's integers, which no other reader knows.
    if object.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
        object.remove("format");
    }
    // An empty list is what is read where a list is left out; to say so helps nobody.
    if object.get("default") == Some(&Value::Array(Vec::new())) {
        object.remove("default");
    }
}

fn not_null(object: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(any)) = object.get_mut("anyOf") {
        any.retain(|inner| inner.get("type").is_none_or(|kind| kind != "null"));
        if any.len() == 1
            && let Some(Value::Object(only)) = any.pop()
        {
            object.remove("anyOf");
            let described = object.remove("description");
            object.extend(only);
            object.extend(described.map(|words| ("description".to_owned(), words)));
        }
    }
}

/// A closed vocabulary: the words in one list, what they mean in the description.
fn words(object: &mut Map<String, Value>) {
    let Some(Value::Array(forms)) = object.get("oneOf") else {
        return;
    };
    let word =
        |form: &Value| Some((form.get("const")?.as_str()?.to_owned(), plain(form.get("description")?.as_str()?)));
    let Some(words) = forms.iter().map(word).collect::<Option<Vec<_>>>() else {
        return;
    };
    let mut description = object.get("description").and_then(Value::as_str).map(plain).unwrap_or_default();
    for (word, meaning) in &words {
        description.push_str(&format!("\n- `{word}`: {meaning}"));
    }
    object.remove("oneOf");
    object.insert("type".to_owned(), "string".into());
    object.insert("enum".to_owned(), words.into_iter().map(|(word, _)| Value::from(word)).collect());
    object.insert("description".to_owned(), description.into());
}

/// Documentation without its code, and with its links as words.
fn plain(text: &str) -> String {
    let text = text.split("```").next().unwrap_or_default();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        out.push_str(before);
        // In code it stays as it is: `["duma"]`.
        let is_code = out.matches('`').count() % 2 == 1;
        let Some((name, after)) = link.split_once(']').filter(|_| !is_code) else {
            out.push('[');
            rest = link;
            continue;
        };
        out.push_str(name);
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    out.push_str(rest);
    let paragraphs = out.split("\n\n").map(|paragraph| {
        let lines: Vec<&str> = paragraph.lines().map(str::trim).collect();
        // Lists keep their lines.
        if lines.iter().any(|line| line.starts_with("- ")) { lines.join("\n") } else { lines.join(" ") }
    });
    let paragraphs: Vec<String> =
        paragraphs.map(|paragraph| paragraph.trim().to_owned()).filter(|p| !p.is_empty()).collect();
    paragraphs.join("\n\n")
}
