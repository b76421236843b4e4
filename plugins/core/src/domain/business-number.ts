import { monthOf, type Day } from './calendar';

/**
 * A number that people read out on the phone: prefix, month, serial of at least four digits (`PB-2026-11-0047`).
 * Serials come from database sequences, so numbers are unique and gaps are allowed.
 */
export function businessNumber(prefix: string, day: Day, serial: bigint | number): string {
  return `${prefix}-${monthOf(day)}-${serial.toString().padStart(4, '0')}`;
}
