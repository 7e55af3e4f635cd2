// Mounts a story that stands in the script itself into an element of the page.
import { mount } from "./dateline/inline.js";

const articles = [
  { id: "post", source: "Morning Post", published: "2024-05-03", text: "The old bridge in Port Ellis closed on Tuesday, the mayor Ana Diaz said. At least 12 people were hurt." },
  { id: "echo", source: "Evening Echo", published: "2024-05-04", text: "Port Ellis shut its old bridge on 30 April 2024. Fourteen people were hurt, Ana Diaz told reporters." },
];
const page = await mount(document.querySelector("#here"), {
  articles: { title: "The old bridge", articles },
  filter: "view=coverage",
  onReady: () => { document.body.dataset.story = "ready"; },
  onSelect: (select) => { document.querySelector("#select").textContent = select || "nothing"; },
});
document.body.dataset.filter = page.filter;
