import type { EngagementState } from '@linggong/tasks/domain';
import type { EngagementRow } from '../engagements/engagement';
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

type IdOf = (provider: ConsoleDataProvider, number: string) => Promise<number | undefined>;

/** Row numbers of workers by their business numbers, and the numbers that are nobody’s. */
export function findWorkers(provider: ConsoleDataProvider, numbers: readonly string[]): Promise<FoundWorkers> {
  return findBy(idOf, provider, numbers);
}

/** The same for an enterprise, which reads no list of workers: of those who have worked for it, by its engagements. */
export function findOwnWorkers(provider: ConsoleDataProvider, numbers: readonly string[]): Promise<FoundWorkers> {
  return findBy(idOfEngaged, provider, numbers);
}

async function findBy(idOf: IdOf, provider: ConsoleDataProvider, numbers: readonly string[]): Promise<FoundWorkers> {
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

const perPage = 100;
const pagesMax = 10;
const lasting: readonly EngagementState[] = ['engaged', 'delivered', 'accepted', 'settled'];

async function idOfEngaged(provider: ConsoleDataProvider, number: string): Promise<number | undefined> {
  // A shorter number may begin several, whose engagements stand among its own.
  for (let page = 1; page <= pagesMax; page += 1) {
    const { data } = await provider.getList<EngagementRow>('engagements', {
      pagination: { page, perPage },
      sort: { field: 'id', order: 'DESC' },
      filter: { workerNumber: number, state: [...lasting] },
    });
    const found = data.find(({ workerNumber }) => workerNumber === number);
    if (found) return found.workerId;
    if (data.length < perPage) return undefined;
  }
  return undefined;
}

/** The first of a long list, as a refusal names them; `listed` is the sign between two in the reader’s language. */
export function someOf(numbers: readonly string[], listed: string): string {
  const first = numbers.slice(0, 5).join(listed);
  return numbers.length > 5 ? `${first}…` : first;
}
