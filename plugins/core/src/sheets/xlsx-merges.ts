import type { ZipDirectory } from './zip-directory';

interface MergedRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Longest tail of a worksheet that is looked at; merged ranges stand right after the rows. */
const TAIL_CHARACTERS = 8_388_608;

/**
 * The merged positions of each row. Ranges stand behind the rows in the file, so the worksheet is unpacked once more
 * just for them, without parsing.
 */
export async function mergedPositions(
  zip: ZipDirectory,
  path: string,
): Promise<(rowNo: number) => Set<number> | undefined> {
  const ranges = rangesIn(await tailAfterRows(zip, path)).sort((a, b) => a.top - b.top);
  let next = 0;
  let open: MergedRange[] = [];
  // Rows are asked for in rising order, so each range is opened once and closed once.
  return (rowNo) => {
    for (let range = ranges[next]; range !== undefined && range.top <= rowNo; range = ranges[next]) {
      open.push(range);
      next += 1;
    }
    if (open.length === 0) return undefined;
    open = open.filter((range) => range.bottom >= rowNo);
    return open.length === 0 ? undefined : positionsOf(open);
  };
}

function positionsOf(ranges: readonly MergedRange[]): Set<number> {
  const positions = new Set<number>();
  for (const { left, right } of ranges) {
    for (let position = left; position <= Math.min(right, left + 255); position += 1) positions.add(position);
  }
  return positions;
}

async function tailAfterRows(zip: ZipDirectory, path: string): Promise<string> {
  let carry = '';
  let tail: string | undefined;
  for await (const chunk of zip.read(path)) {
    const text = chunk.toString('latin1');
    if (tail !== undefined) {
      tail = (tail + text).slice(0, TAIL_CHARACTERS);
      continue;
    }
    const seen = carry + text;
    // `<` never stands unescaped inside a cell, so this can only be the end of the rows.
    const end = /<\/(?:\w+:)?sheetData>/.exec(seen);
    if (end) tail = seen.slice(end.index);
    carry = seen.slice(-40);
  }
  return tail ?? '';
}

function rangesIn(tail: string): MergedRange[] {
  const ranges: MergedRange[] = [];
  for (const match of tail.matchAll(/mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)) {
    const [, left = '', top = '', right = '', bottom = ''] = match;
    ranges.push({ top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: columnIndex(right) });
  }
  return ranges;
}

/** `A` is 0, `AA` is 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
