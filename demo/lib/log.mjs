// What reached the demo's servers, kept in memory and streamed to open panels (Server-Sent Events).
// It stores nothing on disk and judges nothing: whether a request was allowed is for the panel and the tests to say.

const KEEP = 200;

export function createLog() {
  /** @type {import("../server.d.mts").LoggedRequest[]} */
  let kept = [];
  let lastId = 0;
  const streams = new Set();

  const send = (stream, event, data) => stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

  return {
    entries: () => [...kept],

    /** @param {Omit<import("../server.d.mts").LoggedRequest, "id" | "time">} entry */
    add(entry) {
      const full = { id: ++lastId, time: Date.now(), ...entry };
      kept = [...kept, full].slice(-KEEP);
      for (const stream of streams) send(stream, "request", full);
    },

    clear() {
      kept = [];
      for (const stream of streams) send(stream, "clear", {});
    },

    /** Turns a response into a stream: first what is kept, then everything as it comes. */
    stream(response) {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      send(response, "clear", {});
      for (const entry of kept) send(response, "request", entry);
      streams.add(response);
      response.on("close", () => streams.delete(response));
    },

    end() {
      for (const stream of streams) stream.end();
    },
  };
}
