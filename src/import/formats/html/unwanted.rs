//! What is no part of an article, by what its element says of itself.

/// Whether an element is hidden, or is by its role no part of what is read.
pub fn hidden(get: &dyn Fn(&str) -> Option<String>) -> bool {
    const ROLES: [&str; 11] = [
        "navigation",
        "banner",
        "complementary",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "tooltip",
    ];
    let hidden = get("hidden").is_some_and(|h| !h.eq_ignore_ascii_case("until-found"))
        || get("aria-hidden").is_some_and(|h| h.eq_ignore_ascii_case("true"))
        || get("role").is_some_and(|role| ROLES.iter().any(|r| role.eq_ignore_ascii_case(r)));
    hidden
        || get("style").is_some_and(|style| {
            let bare: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
            bare.contains("display:none") || bare.contains("visibility:hidden")
        })
        || get("class").is_some_and(|class| {
            let unseen = ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"];
            class.split_whitespace().any(|c| unseen.contains(&c))
        })
}

/// Words of class and id that name what stands around an article.
const WORDS: [&str; 62] = [
    "ad",
    "ads",
    "adslot",
    "adunit",
    "advert",
    "advertisement",
    "advertising",
    "adverts",
    "author",
    "authors",
    "banner",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "caption",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookiebar",
    "cookies",
    "copyright",
    "disqus",
    "donate",
    "donation",
    "footer",
    "gdpr",
    "login",
    "masthead",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "onetrust",
    "outbrain",
    "pager",
    "pagination",
    "popular",
    "popup",
    "print",
    "promo",
    "promoted",
    "promotion",
    "readmore",
    "recirc",
    "recommendations",
    "recommended",
    "related",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "taboola",
    "trending",
];

/// Whether class or id name what stands around articles.
///
/// Only doubtful: some pages call the whole article "social-wrapper", and [`super::body`] sees that.
pub fn doubtful(get: &dyn Fn(&str) -> Option<String>) -> bool {
    ["class", "id"].into_iter().filter_map(get).any(|names| {
        let names = &names[..names.floor_char_boundary(1000)];
        words(names).any(|word| WORDS.binary_search(&word.as_str()).is_ok())
    })
}

/// The words of `cookieBanner story-share`.
fn words(names: &str) -> impl Iterator<Item = String> {
    let mut spaced = String::with_capacity(names.len());
    let mut before = ' ';
    for c in names.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(if c.is_alphanumeric() { c } else { ' ' });
        before = c;
    }
    crate::letter::lower(&spaced).split(' ').map(str::to_owned).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(value: &str) -> impl Fn(&str) -> Option<String> {
        move |name| (name == "class").then(|| value.to_owned())
    }

    #[test]
    fn names() {
        assert!(WORDS.windows(2).all(|w| w[0] < w[1]));
        for doubt in ["cookieBanner", "story-share", "ad-slot top", "Related_Stories", "c-newsletter"] {
            assert!(doubtful(&class(doubt)), "{doubt}");
        }
        for fine in ["story-body", "headline", "shadow", "content article__text", "leadership", "adult"] {
            assert!(!doubtful(&class(fine)), "{fine}");
        }
    }

    #[test]
    fn what_is_not_seen() {
        let with = |name: &'static str, value: &'static str| hidden(&move |n| (n == name).then(|| value.to_owned()));
        assert!(with("hidden", "") && with("aria-hidden", "true") && with("role", "navigation"));
        assert!(with("style", "color: red; display : none") && with("class", "x sr-only"));
        assert!(!with("aria-hidden", "false") && !with("role", "article") && !with("style", "display:block"));
    }
}
