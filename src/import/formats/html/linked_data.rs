//! JSON-LD of schema.org: what publishers tell search engines of an article.

use serde_json::Value;

/// What was stated of the article.
#[derive(Debug, Default)]
pub struct Stated {
    pub title: Option<String>,
    pub source: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
    /// The whole text, which some state too.
    pub text: Option<String>,
}

/// Objects in one another that are looked into, and how many in all.
const DEEPEST: usize = 8;
const MOST: usize = 5_000;

/// Reads the blocks of a page.
pub fn read(blocks: &[String]) -> Stated {
    let values: Vec<Value> = blocks.iter().filter_map(|block| parse(block)).collect();
    let mut objects = Vec::new();
    for value in &values {
        collect(value, 0, &mut objects);
    }
    let Some(article) = objects.iter().copied().filter(|o| rank(o) > 0).max_by_key(|o| (rank(o), o.len())) else {
        return Stated::default();
    };
    let publisher = ["publisher", "sourceOrganization", "copyrightHolder"];
    Stated {
        title: string(article, &["headline", "name"]),
        source: publisher.iter().find_map(|key| named(article.get(*key)?, &objects)),
        published: string(article, &["datePublished"]),
        url: string(article, &["url"]).or_else(|| match article.get("mainEntityOfPage")? {
            Value::String(address) => Some(address.clone()),
            Value::Object(page) => string(page, &["@id", "url"]),
            _ => None,
        }),
        text: string(article, &["articleBody"]),
    }
}

type Object = serde_json::Map<String, Value>;

fn parse(block: &str) -> Option<Value> {
    let block = block.trim().trim_start_matches("<!--").trim_end_matches("-->");
    serde_json::from_str(block).ok().or_else(|| {
        // Line ends inside strings are a common slip.
        let flat: String = block.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&flat).ok()
    })
}

fn collect<'a>(value: &'a Value, depth: usize, objects: &mut Vec<&'a Object>) {
    if depth > DEEPEST || objects.len() >= MOST {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|one| collect(one, depth + 1, objects)),
        Value::Object(object) => {
            objects.push(object);
            object.values().filter(|v| v.is_object() || v.is_array()).for_each(|v| collect(v, depth + 1, objects));
        }
        _ => {}
    }
}

/// How sure it is that an object is the article of the page: its type, in schema.org's names.
fn rank(object: &Object) -> u8 {
    let of = |name: &str| match name.rsplit(['/', ':']).next().unwrap_or_default() {
        "NewsArticle" | "ReportageNewsArticle" | "AnalysisNewsArticle" | "BackgroundNewsArticle" => 3,
        "OpinionNewsArticle" | "LiveBlogPosting" | "ReviewNewsArticle" => 3,
        "Article" | "BlogPosting" | "Report" | "TechArticle" | "ScholarlyArticle" | "SocialMediaPosting" => 2,
        "WebPage" => 1,
        _ => 0,
    };
    match object.get("@type") {
        Some(Value::String(name)) => of(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).map(of).max().unwrap_or(0),
        _ => 0,
    }
}

fn string(object: &Object, keys: &[&str]) -> Option<String> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(list) => list.first()?.as_str().map(str::to_owned),
        _ => None,
    };
    keys.iter().filter_map(|key| text(object.get(*key)?)).find(|text| !text.trim().is_empty())
}

/// The name of an organisation, also where only its `@id` stands here.
fn named(value: &Value, objects: &[&Object]) -> Option<String> {
    match value {
        Value::String(name) => Some(name.clone()).filter(|n| !n.contains("://")),
        Value::Array(list) => list.iter().take(20).find_map(|one| named(one, objects)),
        Value::Object(object) => string(object, &["name", "legalName"]).or_else(|| {
            let id = object.get("@id")?.as_str()?;
            let others = objects.iter().filter(|o| o.get("@id").and_then(Value::as_str) == Some(id));
            others.copied().find_map(|o| string(o, &["name", "legalName"]))
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(block: &str, expected: &str) {
        let s = read(&[block.to_owned()]);
        let show = |s: Option<String>| s.unwrap_or_else(|| "-".into());
        assert_eq!(
            format!("{} | {} | {} | {}", show(s.title), show(s.source), show(s.published), show(s.url)),
            expected
        );
    }

    #[test]
    fn shapes() {
        check(
            r#"{"@type":"NewsArticle","headline":"Rain","publisher":{"name":"The Post"},"datePublished":"2024-03-07","url":"https://p.example/r"}"#,
            "Rain | The Post | 2024-03-07 | https://p.example/r",
        );
        check(
            r##"{"@graph":[{"@type":"WebPage","name":"Rain - Post","datePublished":"2024-01-01"},
               {"@type":["Article"],"headline":"Rain","publisher":{"@id":"#o"},"mainEntityOfPage":{"@id":"https://p.example/r"}},
               {"@type":"Organization","@id":"#o","name":"The Post"}]}"##,
            "Rain | The Post | - | https://p.example/r",
        );
        check("[{\"@type\":\"http://schema.org/NewsArticle\",\"headline\":\"Rain\nfell\"}]", "Rain fell | - | - | -");
    }

    #[test]
    fn other_things() {
        check(r#"{"@type":"Organization","name":"The Post"}"#, "- | - | - | -");
        check("{not json", "- | - | - | -");
        check(&"[".repeat(100_000), "- | - | - | -");
    }
}
