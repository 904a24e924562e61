// The one error that leaves the package.

/** What was wrong, where, and what to do about it: the same words in every language. */
export class CoprodError extends Error {
  constructor({ code, message, path, help }, options) {
    super(message, options);
    this.code = code;
    this.path = path;
    this.help = help;
  }
}
// On the prototype, as with the built-in errors: no copy in each error.
Object.defineProperty(CoprodError.prototype, 'name', { value: 'CoprodError' });
