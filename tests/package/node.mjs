// The package in Node: the same shapes, typed failures, progress and stopping.
import assert from "node:assert/strict";
import { analyze, DatelineError, extract, finish } from "dateline";

const articles = [
  { id: "post", source: "Morning Post", published: "2024-05-03", text: "The bridge in Port Ellis closed on Tuesday, the mayor Ana Diaz said. At least 12 people were hurt." },
  { id: "echo", source: "Evening Echo", published: "2024-05-04", text: "Port Ellis shut its bridge on 30 April 2024. Fourteen people were hurt, Ana Diaz told reporters." },
];

const heard = [];
const story = await analyze(articles, { onProgress: (at) => heard.push(at) });
assert.equal(story.version, 1);
assert.deepEqual(story.articles.map((article) => article.id).sort(), ["echo", "post"]);
assert.ok(story.events.some((event) => event.from === "2024-04-30"), JSON.stringify(story.events));
assert.deepEqual(heard, [{ done: 1, all: 2 }, { done: 2, all: 2 }]);
for (const event of story.events) {
  for (const { article, start, end } of event.mentions) {
    assert.ok(articles.find(({ id }) => id === article).text.slice(start, end).length > 0);
  }
}

const { times, entities } = await extract(articles[1]);
assert.equal(articles[1].text.slice(times[0].start, times[0].end), "30 April 2024");
assert.equal(times[0].value, "2024-04-30");
assert.ok(entities.some(({ name }) => name === "Ana Diaz"), JSON.stringify(entities));

const finished = await finish({ title: "The bridge", articles });
assert.deepEqual(finished.articles, articles);
assert.equal(finished.title, "The bridge");
assert.deepEqual(await finish(finished), finished);
await assert.rejects(finish({ articles: [{ file: "a.txt", id: "a" }] }), (error) => error instanceof DatelineError && error.code === "articles");

for (const wrong of [null, [{ id: "a" }], [{ text: "b" }], ["c"]]) {
  await assert.rejects(analyze(wrong), (error) => error instanceof DatelineError && error.code === "articles");
}
await assert.rejects(analyze(articles, { signal: AbortSignal.abort() }), { name: "AbortError" });
const stop = new AbortController();
await assert.rejects(analyze(articles, { signal: stop.signal, onProgress: () => stop.abort() }), { name: "AbortError" });
console.log("the package works in Node");
process.exit(0);
