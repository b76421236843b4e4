import type { ApiClient, Caller } from './api-client';
import type { Person } from './synthetic/people';

export interface DemoWorker extends Person {
  readonly id: number;
}

interface ListedWorker {
  id: number;
  identity: string;
}

const operator: Caller = { role: 'operator' };
const pageSize = 500;

/**
 * Finds the registered people again. Rows are registered in the order of the sheet, which the masked numbers confirm.
 * @throws Error when they do not
 */
export async function findWorkers(api: ApiClient, people: readonly Person[]): Promise<DemoWorker[]> {
  const listed: ListedWorker[] = [];
  for (let first = 0; first < people.length; first += pageSize) {
    const range = encodeURIComponent(JSON.stringify([first, first + pageSize - 1]));
    const sort = encodeURIComponent('["id","ASC"]');
    listed.push(...(await api.get<ListedWorker[]>(operator, `/console/workers?sort=${sort}&range=${range}`)));
  }
  return people.map((person, index) => {
    const row = listed[index];
    if (!row || row.identity.slice(-4) !== person.identityNumber.slice(-4)) {
      throw new Error(`worker of sheet row ${index + 2} is not where it was expected`);
    }
    return { ...person, id: row.id };
  });
}
