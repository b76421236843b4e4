/** What a personal number is: `identityNumber`, `phone`, `cardNumber`; undefined for an ordinary text. */
export function personalKind(text: string): 'identityNumber' | 'phone' | 'cardNumber' | undefined {
  const bare = text.replace(/\s/g, '');
  if (/^\d{17}[\dXx]$/.test(bare)) return 'identityNumber';
  if (/^1\d{10}$/.test(bare)) return 'phone';
  if (/^\d{13,19}$/.test(bare)) return 'cardNumber';
  return undefined;
}
