/** A CSV of the demo; cells hold no quotes, commas or line breaks, and a cell that did would be a mistake of ours. */
export function sheetText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => {
    const odd = cells.find((cell) => /[",\r\n]/.test(cell));
    if (odd !== undefined) throw new Error('a cell of the demo needs quoting');
    return cells.join(',');
  };
  return `\uFEFF${[header, ...rows].map(line).join('\r\n')}\r\n`;
}

/** Yuan text of a whole number of fen. */
export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${(fen % 100).toString().padStart(2, '0')}`;
}
