/** Array literal of values that need no quotes (numbers, hex, ISO instants, numbers of business); quicker than the driver's. */
export function plainArray(values: readonly (bigint | number | string)[]): string {
  return `{${values.join(',')}}`;
}
