import { mask } from '@linggong/vault/domain';
import type { ApiClient, Caller } from './api-client';
import type { Person } from './synthetic/people';

export interface DemoWorker extends Person {
  readonly id: number;
}

interface ListedWorker {
  id: number;
  phone: string;
}

const operator: Caller = { role: 'operator' };
const pageSize = 500;

/**
 * Finds the registered people again, by what the list shows of their phones.
 * @throws Error when one is missing
 */
export async function findWorkers(api: ApiClient, people: readonly Person[]): Promise<DemoWorker[]> {
  const listed: ListedWorker[] = [];
  for (let first = 0; first < people.length; first += pageSize) {
    const range = encodeURIComponent(JSON.stringify([first, first + pageSize - 1]));
    const sort = encodeURIComponent('["id","ASC"]');
    listed.push(...(await api.get<ListedWorker[]>(operator, `/console/workers?sort=${sort}&range=${range}`)));
  }
  const byPhone = new Map(listed.map((row) => [row.phone, row.id]));
  return people.map((person) => {
    // The demo's phones differ in the digits that a mask leaves.
    const id = byPhone.get(mask('phone', person.phone));
    if (id === undefined) throw new Error('a worker of the sheet is not in the register');
    return { ...person, id };
  });
}
