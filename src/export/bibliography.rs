//! The articles as references: BibTeX and RIS.

use super::Material;
use super::escape::link;
use crate::import::Article;
use crate::letter::lower;

/// An entry an article.
pub(super) fn bibtex(material: &Material) -> String {
    let mut out = String::new();
    let mut keys: Vec<String> = Vec::new();
    for facts in &material.story.articles {
        let article = &facts.article;
        let key = key(article, &keys);
        out.push_str(&["@online{", &key, ",\n"].concat());
        keys.push(key);
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                out.push_str(&["  ", name, " = {", value, "},\n"].concat());
            }
        };
        // Doubled braces keep the capitals as they are.
        field("title", &["{", &latex(title(article)), "}"].concat());
        field("organization", &latex(article.source.as_deref().unwrap_or_default()));
        if let Some(day) = article.published_date() {
            field("date", &day.to_string());
            field("year", &day.year().to_string());
            field("month", MONTHS[usize::from(day.month().unsigned_abs()).saturating_sub(1).min(11)]);
        }
        field("url", &article.url.as_deref().and_then(link).unwrap_or_default());
        out.push_str("}\n\n");
    }
    out
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What an article is called where a title must stand.
fn title(article: &Article) -> &str {
    article.title.as_deref().unwrap_or(&article.id)
}

/// A name to cite by: source and year, with a number where that is taken.
fn key(article: &Article, taken: &[String]) -> String {
    let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).take(24).collect::<String>();
    let mut key = plain(&lower(article.label()));
    if key.is_empty() {
        key.push_str("article");
    }
    if let Some(day) = article.published_date() {
        key.push_str(&day.year().to_string());
    }
    let free = (1u32..).map(|n| if n == 1 { key.clone() } else { [&key, "-", &n.to_string()].concat() });
    let mut free = free.skip_while(|k| taken.contains(k));
    free.next().unwrap_or_default()
}

/// A text for LaTeX, on one line.
fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// An entry an article, a line a field.
pub(super) fn ris(material: &Material) -> String {
    let mut out = String::new();
    for facts in &material.story.articles {
        let article = &facts.article;
        let mut field = |name: &str, value: &str| {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if !value.is_empty() || name == "ER" {
                out.push_str(&[name, "  - ", &value, "\r\n"].concat());
            }
        };
        field("TY", "NEWS");
        field("ID", &article.id);
        field("TI", title(article));
        field("T2", article.source.as_deref().unwrap_or_default());
        if let Some(day) = article.published_date() {
            field("PY", &day.year().to_string());
            field("DA", &[&day.to_string().replace('-', "/"), "/"].concat());
        }
        field("UR", &article.url.as_deref().and_then(link).unwrap_or_default());
        field("ER", "");
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::latex;

    #[test]
    fn texts_for_latex() {
        assert_eq!(
            latex("50% of $1 & {x_y}\n#\\ ~^"),
            "50\\% of \\$1 \\& \\{x\\_y\\} \\#\\textbackslash{} \\textasciitilde{}\\textasciicircum{}"
        );
    }
}
