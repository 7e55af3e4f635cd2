//! The outer component.

use crate::browser::{seeds, worker};
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let story = LocalResource::new(|| async {
        let story = seeds::index().await?.into_iter().next().unwrap_or_default();
        let articles = seeds::articles(&story).await?;
        worker::analyse(articles, |_| ()).await
    });
    view! {
        <main>
            <h1>"Dateline"</h1>
            <p>
                {move || match story.get() {
                    None => "Reading…".to_owned(),
                    Some(Ok(story)) => format!("{} articles, {} events", story.articles.len(), story.events.len()),
                    Some(Err(error)) => error.to_string(),
                }}
            </p>
        </main>
    }
}
