// Reads a story in a worker and lists what its articles say of one thing.
import { analyze } from "./dateline/dateline.js";

const { articles } = await (await fetch("story.json")).json();
const progress = document.querySelector("#progress");
const story = await analyze(articles, {
  onProgress: ({ done, all }) => { progress.textContent = `${done} of ${all} articles read`; },
});
progress.textContent = `${story.events.length} events, ${story.comparison.length} statements`;
document.querySelector("#rows").append(...story.comparison.map((row) => {
  const line = document.createElement("li");
  line.textContent = `${row.kind}: ${row.summary}`;
  return line;
}));
