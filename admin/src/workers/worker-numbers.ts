import { isRecord, type ConsoleDataProvider } from '../provider';

/** Worker numbers as people paste them: from a column of a sheet, or with commas. */
export function numbersOf(text: string): string[] {
  return [...new Set(text.split(/[\s,，;；、]+/).filter((part) => part !== ''))];
}

export interface FoundWorkers {
  ids: number[];
  unknown: string[];
}

const together = 8;

/** Row numbers of workers by their business numbers, and the numbers that are nobody’s. */
export async function findWorkers(provider: ConsoleDataProvider, numbers: readonly string[]): Promise<FoundWorkers> {
  const found: FoundWorkers = { ids: [], unknown: [] };
  for (let at = 0; at < numbers.length; at += together) {
    const part = numbers.slice(at, at + together);
    const ids = await Promise.all(part.map((number) => idOf(provider, number)));
    ids.forEach((id, index) => {
      if (id === undefined) found.unknown.push(part[index] ?? '');
      else found.ids.push(id);
    });
  }
  return found;
}

async function idOf(provider: ConsoleDataProvider, number: string): Promise<number | undefined> {
  // A shorter number may begin several; ascending, the whole one stands first.
  const { data } = await provider.getList('workers', {
    pagination: { page: 1, perPage: 2 },
    sort: { field: 'number', order: 'ASC' },
    filter: { number },
  });
  const row: unknown = data.find((each) => each['number'] === number);
  return isRecord(row) ? Number(row['id']) : undefined;
}

/** The first of a long list, as a refusal names them. */
export function someOf(numbers: readonly string[]): string {
  const first = numbers.slice(0, 5).join('、');
  return numbers.length > 5 ? `${first}…` : first;
}
