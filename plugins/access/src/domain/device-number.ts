/** 128 random bits from the console, up to 256 from other programs. */
const DEVICE_NUMBER = /^[0-9a-f]{32,64}$/;

/** The header in which a browser or program says the number of its device at sign-in. */
export const DEVICE_HEADER = 'X-Device';

/**
 * The number by which a browser or program calls its device (设备号), as it is kept: 32 to 64 hex digits in lower case. Nobody has to say
 * one: what is absent or has another form is unknown, and never an error.
 */
export function deviceNumberOf(header: string | undefined): string | undefined {
  const number = header?.trim().toLowerCase();
  return number !== undefined && DEVICE_NUMBER.test(number) ? number : undefined;
}
