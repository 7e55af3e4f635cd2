//! Mail (`.eml`), and pages that browsers save as one file (`.mht`, `.mhtml`), which are mails too.

use super::{File, Format, foreign, html, id_of};
use crate::import::limits::Room;
use crate::import::{Imported, PublishedFrom, Record};
use mail_parser::{HeaderName, Message, MessageParser, MessagePart, MimeHeaders, PartType};

pub(super) const FORMAT: Format = Format { name: "mail", recognise, read };

/// Header lines that open mails and little else.
const OPENINGS: [&str; 12] = [
    "from:",
    "received:",
    "return-path:",
    "delivered-to:",
    "mime-version:",
    "message-id:",
    "subject:",
    "to:",
    "dkim-signature:",
    "x-",
    "content-type:",
    "arc-",
];

fn recognise(file: &File<'_>) -> bool {
    let head = file.head();
    let opening = |line: &str| OPENINGS.iter().any(|o| line.starts_with(o));
    let headers = head.lines().take_while(|line| !line.trim().is_empty());
    let named = file.ends_with(&[".eml", ".mht", ".mhtml"]);
    let openings = headers.take(60).filter(|line| opening(line)).count();
    // Text of any other name may open with "Date:" and "From:" for people.
    openings >= if named { 1 } else { 3 }
        && head.lines().next().is_some_and(|line| opening(line) || line.starts_with("date:"))
}

fn read(file: &File<'_>, room: &mut Room) -> Imported {
    let name = file.name;
    let Some(mail) = MessageParser::default().parse(file.bytes) else {
        return Imported::failed(format!("{name} is no mail that could be read."));
    };
    let mut imported = Imported::default();
    let page = web_page(&mail);
    let id = id_of(name);
    let mut record = match page {
        Some(page) => html::record(id, page),
        None => Record { id, text: text(&mail), ..Record::default() },
    };
    let header = |name: &'static str| mail.header(HeaderName::Other(name.into()))?.as_text().map(str::to_owned);
    let location = header("Snapshot-Content-Location").or_else(|| mail.content_location().map(str::to_owned));
    record.url = record.url.or(location).filter(|url| url.starts_with("http"));
    let saved = page.is_some() && (record.url.is_some() || file.ends_with(&[".mht", ".mhtml"]));
    // A letter's own head comes before what its newsletter says of itself. The day on which a page was
    // saved is not the day on which it was published.
    if !saved {
        let sender = mail.from().and_then(|from| from.first()).and_then(|a| a.name());
        record.source = sender.map(str::to_owned).or(record.source);
        record.title = mail.subject().map(str::to_owned).or(record.title);
        if let Some(date) = mail.date().filter(|d| (1..=12).contains(&d.month) && (1..=31).contains(&d.day)) {
            record.published =
                Some(format!("{:04}-{:02}-{:02}T{:02}:{:02}", date.year, date.month, date.day, date.hour, date.minute));
            record.published_from = Some(PublishedFrom::Metadata);
        }
    }
    let attached = if saved { Imported::default() } else { attachments(name, &mail, room) };
    if !record.text.trim().is_empty() {
        imported.add(name, record, room);
    } else if attached == Imported::default() {
        imported.fail(format!("{name} is a mail without text; it was not read."));
    }
    imported.join(attached);
    imported
}

/// What was sent along: each file as if it had come alone, but for pictures and the like.
fn attachments(name: &str, mail: &Message<'_>, room: &mut Room) -> Imported {
    let mut all = Imported::default();
    let mut others = 0;
    if room.depth == 0 && mail.attachment_count() > 0 {
        return Imported::failed(format!("{name} lies too deep in other mails; what is attached was not read."));
    }
    room.depth -= 1;
    // Pieces of the letter itself have neither a name nor the word for it.
    let sent = |part: &&MessagePart<'_>| {
        part.attachment_name().is_some()
            || part.content_disposition().is_some_and(|d| d.is_attachment())
            || matches!(part.body, PartType::Message(_))
    };
    for (number, part) in (1..).zip(mail.attachments().filter(sent)) {
        let file = part.attachment_name().map_or_else(|| format!("attachment {number}"), str::to_owned);
        let (bytes, ending) = match &part.body {
            // A letter in a letter has a name of its own in its head.
            PartType::Message(inside) => (inside.raw_message(), ".eml"),
            _ => (part.contents(), ""),
        };
        let inner = format!("{name} › {}{ending}", file.trim_end_matches(ending).replace(['/', '\\'], " "));
        let kind = part.content_type().map_or("", |kind| kind.ctype());
        let file = File::new(&inner, bytes);
        if ["image", "audio", "video", "font"].iter().any(|other| kind.eq_ignore_ascii_case(other))
            || (foreign::FORMAT.recognise)(&file)
        {
            others += 1;
        } else {
            all.join(super::read(&file, room));
        }
    }
    room.depth += 1;
    if others > 0 {
        all.notes.push(format!("{name}: {others} of what is attached is no text; it was not read."));
    }
    all
}

/// The page of a mail that carries one and no text of its own.
fn web_page<'a>(mail: &'a Message<'_>) -> Option<&'a str> {
    let plain = mail.text_bodies().any(|part| matches!(&part.body, PartType::Text(text) if !text.trim().is_empty()));
    mail.html_bodies().filter(|_| !plain).find_map(|part| match &part.body {
        PartType::Html(page) => Some(page.as_ref()),
        _ => None,
    })
}

/// The text of a mail, line ends as on the page and without the signature.
fn text(mail: &Message<'_>) -> String {
    let parts = mail.text_bodies().filter_map(|part| match &part.body {
        PartType::Text(text) => Some(text.replace("\r\n", "\n")),
        _ => None,
    });
    let whole = parts.collect::<Vec<_>>().join("\n");
    let end = ["\n-- \n", "\n--\n"].iter().filter_map(|mark| whole.find(mark)).min().unwrap_or(whole.len());
    whole[..end].trim().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::import;

    #[track_caller]
    fn check(mail: &str, expected: &[&str]) {
        let read = import::read("m.eml", mail.replace('\n', "\r\n").as_bytes());
        let show = |s: &Option<String>| s.clone().unwrap_or_else(|| "-".into());
        let lines: Vec<String> = read
            .records
            .iter()
            .map(|r| {
                format!(
                    "{} | {} | {} | {} | {}",
                    show(&r.title),
                    show(&r.source),
                    show(&r.published),
                    show(&r.url),
                    r.text
                )
            })
            .chain(read.errors.iter().map(ToString::to_string))
            .chain(read.notes)
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn letters() {
        check(
            "From: =?utf-8?Q?Caf=C3=A9_Post?= <a@p.example>\nSubject: Rain\nDate: Thu, 7 Mar 2024 18:05:00 +0100\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe caf=E9 closed=\n early.\n\nRain fell.\n-- \nThe Post, 1 Main Street",
            &["Rain | Café Post | 2024-03-07T18:05 | - | The café closed early.\n\nRain fell."],
        );
        check(
            "From: a@p.example\nSubject: Rain\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHA+UmFpbiBmZWxsIG9uIFBvcnQgRWxsaXMuPC9wPjxwPkl0IHN0b3BwZWQgYXQgbm9vbi48L3A+\n--b--\n",
            &["Rain | - | - | - | Rain fell on Port Ellis.\n\nIt stopped at noon."],
        );
    }

    #[test]
    fn a_saved_page_keeps_its_own_date() {
        check(
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://p.example/rain\nSubject: Rain - The Post\nDate: Sat, 1 Jun 2024 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<html><head><title>Rain</title><meta property=3D\"article:published_time\" content=3D\"2024-03-07\"></head><body><p>Rain fell on Port Ellis.</p></body></html>\n--b\nContent-Type: text/css\n\np {}\n--b--\n",
            &["Rain | - | 2024-03-07 | https://p.example/rain | Rain fell on Port Ellis."],
        );
    }

    #[test]
    fn what_is_attached_is_read_too() {
        let part = |kind: &str, name: &str, body: &str| {
            format!("--b\nContent-Type: {kind}\nContent-Disposition: attachment; filename=\"{name}\"\n{body}\n")
        };
        let head = "From: Desk <a@p.example>\nSubject: Two pieces\nDate: Thu, 7 Mar 2024 18:05:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";
        let page = "<html><head><title>Rain</title></head><body><p>Rain fell on Port Ellis.</p></body></html>";
        let letter = "From: Post <b@p.example>\nSubject: Sun\n\nThe sun shone.";
        let mail = [
            head.to_owned(),
            "--b\nContent-Type: text/plain\n\nSee below.\n".to_owned(),
            part("text/html; charset=utf-8", "a/rain.html", &format!("\n{page}")),
            part("text/plain; charset=utf-8", "snow.txt", "Content-Transfer-Encoding: base64\n\nU25vdyBmZWxsLg=="),
            part("image/png", "logo.png", "Content-Transfer-Encoding: base64\n\niVBORw0KGgo="),
            part("application/octet-stream", "x.pdf", "\n%PDF-1.7"),
            part("message/rfc822", "sun.eml", &format!("\n{letter}")),
            "--b--\n".to_owned(),
        ];
        check(
            &mail.concat(),
            &[
                "Two pieces | Desk | 2024-03-07T18:05 | - | See below.",
                "Rain | - | - | - | Rain fell on Port Ellis.",
                "- | - | - | - | Snow fell.",
                "Sun | Post | - | - | The sun shone.",
                "m.eml: 2 of what is attached is no text; it was not read.",
            ],
        );
        // One without words of its own carries what is attached all the same.
        let bare = [head.to_owned(), part("text/plain", "snow.txt", "\nSnow fell."), "--b--\n".to_owned()];
        check(&bare.concat(), &["- | - | - | - | Snow fell."]);
    }

    #[test]
    fn mails_without_text() {
        check("From: a@p.example\nSubject: Rain\n\n", &["m.eml is a mail without text; it was not read."]);
    }
}
