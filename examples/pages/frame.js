// Talks with the frame: asks until it answers, gives it the height it wants, hears what is chosen.
const frame = document.querySelector("iframe");
const say = (type, value) => frame.contentWindow.postMessage({ dateline: 1, type, value }, "*");

const asking = setInterval(() => say("ping"), 200);
addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow || data?.dateline !== 1) return;
  if (data.type === "pong") {
    clearInterval(asking);
    document.body.dataset.frame = "ready";
  } else if (data.type === "height") {
    frame.height = data.value;
  } else if (data.type === "select") {
    document.querySelector("#select").textContent = data.value || "nothing";
  }
});
