/**
 * Something outside the code keeps the platform from starting; the operator can act on it.
 * The supervisor prints both texts and exits with 1, without a stack trace.
 */
export class StartProblem extends Error {
  readonly text: { readonly zh: string; readonly en: string };

  constructor(text: { readonly zh: string; readonly en: string }, options?: ErrorOptions) {
    super(`${text.en} / ${text.zh}`, options);
    this.name = 'StartProblem';
    this.text = text;
  }
}
