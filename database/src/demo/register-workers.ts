import { jobsOf } from '@linggong/jobs';
import type { Core } from '@strapi/strapi';
import type { ApiClient, Caller } from './api-client';
import { sheetText } from './sheet';
import type { Person } from './synthetic/people';

const operator: Caller = { role: 'operator' };
const header = ['姓名', '证件类型', '证件号码', '手机号', '银行卡号', '开户银行', '联行号', '地址'];

/** Registers the people through the worker sheet, as operators do; identities and cards are checked on the queue. */
export async function registerWorkers(app: Core.Strapi, api: ApiClient, people: readonly Person[]): Promise<void> {
  const rows = people.map((person) => [
    person.name,
    '居民身份证',
    person.identityNumber,
    person.phone,
    person.cardNumber,
    person.bankName,
    person.bankCode,
    person.address,
  ]);
  const { id } = await api.upload<{ id: string }>(
    operator,
    '/v1/workers/imports',
    '灵工导入.csv',
    sheetText(header, rows),
  );
  await jobsOf(app).drain();
  const outcome = await api.get<{ state: string; rowsRegistered: number }>(operator, `/v1/workers/imports/${id}`);
  if (outcome.state !== 'done' || outcome.rowsRegistered !== people.length) {
    throw new Error(
      `worker import ended ${outcome.state} with ${outcome.rowsRegistered} of ${people.length} registered`,
    );
  }
}
