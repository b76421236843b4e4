import { nothing } from './money-text';

/** `1.4 GB`, in the powers of a thousand that disks are sold by; a dash where nothing is known. */
export function bytesText(bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined) return nothing;
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value).toString() : value.toFixed(1)} ${units[power] ?? ''}`;
}
