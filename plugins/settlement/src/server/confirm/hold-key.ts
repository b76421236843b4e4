/** Key of the ledger's hold of a batch. */
export function holdKeyOf(batchId: number): string {
  return `settlement-batch:${batchId}`;
}
