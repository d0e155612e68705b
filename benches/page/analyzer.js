// Speaks with yaolan's worker program in its own messages, in a page and in Node.

/**
 * Waits until the analyzer is ready; resolves to a function that analyses a text.
 * `hear` is given what listens to the worker, `say` sends it a message, `lists` has the addresses of the lists.
 */
export async function analyzer(hear, say, lists) {
  const waiting = new Map();
  let next = 0;
  await new Promise((resolve, reject) => {
    hear((message) => {
      if (message === "WorkerLoaded") {
        say({ Connected: 0 });
        say({ ProcessInput: [0, { Prepare: { dictionary: lists.dictionary, townships: lists.townships } }] });
        return;
      }
      const [, response] = message.ProcessOutput;
      if (response === (lists.townships ? "Enriched" : "Ready")) resolve();
      if (response.NoDictionary) reject(new Error(response.NoDictionary.reason));
      if (response.Crashed) throw new Error(response.Crashed.reason);
      if (response.Done) waiting.get(response.Done.id)(response.Done);
    });
  });
  return (text) =>
    new Promise((resolve) => {
      next += 1;
      waiting.set(next, resolve);
      say({ ProcessInput: [0, { Analyze: { id: next, document: next, text, date: null } }] });
    });
}
