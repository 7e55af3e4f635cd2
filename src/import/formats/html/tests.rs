//! Pages as tables: what is read of small ones.

use super::{fragment, record, words};

#[track_caller]
fn head(html: &str, expected: &str) {
    let r = record("a".into(), html);
    let show = |s: Option<String>| s.unwrap_or_else(|| "-".into());
    assert_eq!(format!("{} | {} | {} | {}", show(r.title), show(r.source), show(r.published), show(r.url)), expected);
}

#[test]
fn what_heads_state() {
    head("<title>Rain | The Post</title><meta property=og:site_name content='The Post'>", "Rain | The Post | - | -");
    head("<title>Rain - all day</title>", "Rain - all day | - | - | -");
    head("<title>Post</title><h1>Rain</h1>", "Rain | - | - | -");
    head("<title>Post</title><h1>Rain</h1><h1>Sun</h1>", "Post | - | - | -");
    head("<time datetime=2024-03-07T10:00>7 March</time>", "- | - | 2024-03-07T10:00 | -");
    head("<time datetime=2024-03-07>a</time><time datetime=2024-03-08>b</time>", "- | - | - | -");
    head(
        "<time class=published datetime=2024-03-07>a</time><time datetime=2024-03-08>b</time>",
        "- | - | 2024-03-07 | -",
    );
    head("<meta name=date content='03/07/2024'>", "- | - | - | -");
    head("<link rel=canonical href='javascript:alert(1)'>", "- | - | - | -");
    head("<svg><title>Icon</title></svg><title>Rain</title>", "Rain | - | - | -");
}

#[test]
fn paragraphs() {
    let check = |html: &str, text: &str| assert_eq!(fragment(html), text, "{html}");
    check("Rain <b>fell</b>\n all&nbsp;day.", "Rain fell all day.");
    check("<p>One.<p>Two.", "One.\n\nTwo.");
    check("One.<br>Two.<br><br>Three.", "One.\nTwo.\n\nThree.");
    check("<div>One.<div>Two.</div>Three.</div>", "One.\n\nTwo.\n\nThree.");
    check("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo");
    check("co&shy;op&#8203;erate", "cooperate");
    check("<p>5 &lt; 6 &amp; 7</p>", "5 < 6 & 7");
    check("<nav>Menu</nav><p>Rain fell.</p><footer>©</footer>", "Rain fell.");
    check("", "");
}

#[test]
fn stated_texts() {
    assert_eq!(words("Rain &amp; wind\nfell"), "Rain & wind\nfell");
    assert_eq!(words("Rain & wind"), "Rain & wind");
    assert_eq!(words("a\n\nb"), "a\n\nb");
    // A page that a script fills: its text stands in its metadata alone.
    let whole = "Rain fell on Port Ellis on Thursday. Twelve people were hurt, and the harbour was closed.";
    let page = format!(
        "<script type=application/ld+json>{{\"@type\":\"Article\",\"articleBody\":\"{whole}\"}}</script><div id=app></div>"
    );
    assert_eq!(record("a".into(), &page).text, whole);
}
