const place = 'linggong.device';

/**
 * The number of this browser (设备号): 128 random bits, made once and kept, and said at sign-in (`X-Device`). It says nothing about the machine
 * or the person, outlives sign-out, and lets the platform see one device for many people. A value of another form is made anew.
 */
export function deviceNumber(): string {
  const kept = localStorage.getItem(place);
  if (kept !== null && /^[0-9a-f]{32}$/.test(kept)) return kept;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  localStorage.setItem(place, made);
  return made;
}
