/** A row number of a content type (int4); what is larger, or is no number, names no row. */
export function isRowNumber(id: string): boolean {
  return /^[1-9]\d{0,9}$/.test(id) && Number(id) <= 2_147_483_647;
}
