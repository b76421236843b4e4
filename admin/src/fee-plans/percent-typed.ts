/** A percentage as people type it – `6`, `0.55`, `6%` – as the decimal rate of the API; undefined for what is none. */
export function rateOf(typed: string): string | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?\s*[%％]?$/.exec(typed.trim());
  if (match === null) return undefined;
  const millionths = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
  if (millionths > 1_000_000) return undefined;
  const whole = Math.trunc(millionths / 1_000_000);
  const fraction = (millionths % 1_000_000).toString().padStart(6, '0').replace(/0+$/, '');
  return fraction === '' ? whole.toString() : `${whole.toString()}.${fraction}`;
}
