/** Without spaces and full-width signs, which a copy or a Chinese keyboard brings along. */
export const halfWidth = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
