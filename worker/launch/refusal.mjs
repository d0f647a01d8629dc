/** Thrown when the launcher cannot go on and the person can do something about it: one line, two languages. */
export class Refusal extends Error {
  constructor(vi, en) {
    super(`${vi} / ${en}`);
    this.vi = vi;
    this.en = en;
  }
}
