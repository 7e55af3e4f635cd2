// Compiles where the types say what the package does, and where they refuse what it refuses.
import { analyze, define, DatelineError, extract, finish, mount } from "dateline";
import type { Article, DatelineViewer, Finished, Row, Story } from "dateline";
import "dateline/element";
import { analyze as inline } from "dateline/inline";

const articles: Article[] = [{ id: "a", text: "Rain fell on Friday.", published: "2024-05-03", source: null }];
const stop = new AbortController();
const story: Story = await analyze(articles, { signal: stop.signal, onProgress: ({ done, all }) => done / all });
const rows: Row[] = story.comparison.filter((row) => row.kind === "conflict" && row.severity === "hard");
const first = rows[0]?.claims[0];
const place: [string, number, number] | undefined = first && [first.article, first.start, first.end];
const label: string | null = story.events[0]?.from ?? null;
const { times } = await extract({ id: "a", text: "…" });
const range: number = times[0]!.end - times[0]!.start;

const page = await mount(document.body, { articles: { title: "Rain", articles }, onError: (error) => error.code });
page.filter = "q=rain";
page.remove();
define("other-name");
await inline([]);

const viewer: DatelineViewer = document.createElement("dateline-viewer");
viewer.articles = articles;
const finished: Finished = await finish({ title: "Rain", articles }, { signal: stop.signal });
viewer.articles = finished;
viewer.view = "coverage";
viewer.addEventListener("dateline-select", ({ detail }) => detail.select.length);
viewer.addEventListener("dateline-error", ({ detail }) => detail.error instanceof DatelineError);

// @ts-expect-error: a text is asked for
analyze([{ id: "a" }]);
// @ts-expect-error: there is no such view
viewer.view = "map";
// @ts-expect-error: not one of the kinds
rows[0]!.kind === "quarrel";

export { label, place, range };
