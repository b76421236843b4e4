/** Something that the quote stands on has changed: the transaction is rolled back, and the batch is quoted again. */
export class StaleQuote extends Error {
  constructor(
    /** What changed, for the timeline: `lines`, `limits`, `risk`, `acceptances`, `taxes`, `fee-plan`, `fee-class`, `class-review`, `batch-decision`, `fee-month`, `month`, `enterprise`. */
    readonly reason: string,
    /** Lines that must be examined again. */
    readonly lineIds: readonly number[] = [],
  ) {
    super(`the quote is stale: ${reason}`);
    this.name = 'StaleQuote';
  }
}
