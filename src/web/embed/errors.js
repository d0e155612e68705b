/** What goes wrong in this package: a real Error with a `code` that programs can tell apart. */
export class YaolanError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.name = "YaolanError";
    this.code = code;
  }
}

/** The error of a call that was given up through `signal`; named as the platform's own are. */
export function aborted(signal) {
  const error = new YaolanError("aborted", "the call was aborted", { cause: signal.reason });
  error.name = "AbortError";
  return error;
}

/** An error in a form that crosses a thread's boundary. */
export function packed(error) {
  const code = typeof error?.code === "string" ? error.code : "crashed";
  return { code, message: String(error?.message ?? error) };
}
