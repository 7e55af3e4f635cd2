// The element in a bundle, and what only scripts can ask of it.
import { analyze, DatelineError } from "dateline";
import { analyze as inline } from "dateline/inline";
import "dateline/element";

const articles = [{ id: "a", published: "2024-05-03", text: "The bridge in Port Ellis closed on Tuesday." }];
// What the test and its driver put there.
const THEIRS = ["results", "ret_nodes"];
const before = new Set(Object.getOwnPropertyNames(window));

// A property set before the element is upgraded.
const early = document.createElement("div");
early.innerHTML = "<dateline-viewer></dateline-viewer>";
document.body.append(early);

const story = await analyze(articles);
const same = JSON.stringify(story) === JSON.stringify(await inline(articles));

// In and out of the page a thousand times: nothing stays behind.
const viewer = document.createElement("dateline-viewer");
viewer.articles = articles;
for (let i = 0; i < 1000; i++) {
  document.body.append(viewer);
  if (i % 100 === 0) await new Promise((done) => setTimeout(done, 20));
  viewer.remove();
}
await new Promise((done) => setTimeout(done, 200));
const left = viewer.shadowRoot.querySelectorAll(".dateline").length;
document.body.append(viewer);
await new Promise((done) => viewer.addEventListener("dateline-ready", done, { once: true }));
const pages = viewer.shadowRoot.querySelectorAll(".page").length;

const refused = await analyze([{ id: "a" }]).catch((error) => error instanceof DatelineError && error.code);
const broken = document.createElement("dateline-viewer");
const failure = new Promise((done) => broken.addEventListener("dateline-error", ({ detail }) => done(detail.error.code)));
broken.src = "missing.json";
document.body.append(broken);

window.results = {
  version: story.version,
  same,
  left,
  pages,
  refused,
  failure: await failure,
  globals: Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && !THEIRS.includes(name)),
};
