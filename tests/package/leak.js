// Elements in and out of the page, each a new one; who is still there is asked after the garbage is gone.
import "dateline/element";

const articles = [
  { id: "post", source: "Morning Post", published: "2024-05-03", text: "The bridge in Port Ellis closed on Tuesday. At least 12 people were hurt." },
  { id: "echo", source: "Evening Echo", published: "2024-05-04", text: "Port Ellis shut its bridge on 30 April 2024. Fourteen people were hurt." },
];
const made = [];
let heard = 0;

const viewer = () => {
  const element = document.createElement("dateline-viewer");
  element.addEventListener("dateline-ready", () => heard++);
  element.articles = articles;
  made.push(new WeakRef(element));
  return element;
};

// Of so many elements so many stay until their story is there.
window.round = async (elements, whole) => {
  for (let i = 0; i < elements; i++) {
    const element = viewer();
    document.body.append(element);
    if (i % Math.ceil(elements / whole) === 0) {
      await new Promise((done) => element.addEventListener("dateline-ready", done, { once: true }));
    } else if (i % 10 === 0) {
      await new Promise((done) => setTimeout(done));
    }
    element.remove();
  }
  // What is taken out of a page ends a moment later.
  await new Promise((done) => setTimeout(done, 2_000));
};
window.left = () => ({ elements: made.filter((one) => one.deref()).length, heard, inPage: document.body.childElementCount });
window.results = true;
