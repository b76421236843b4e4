import { plantedCompany, plantedPerson, type PlantedPerson } from '../../database/src/canary/planted';
import { companyCode } from '../../database/src/demo/synthetic/numbers';
import type { Platform } from './start-platform';

/** People of the hunt: one registered through the form, one through a sheet, and one who stands where he does not belong. */
export const registered = plantedPerson(0);
export const imported = plantedPerson(1);
export const stray = plantedPerson(2);

/** Rows that the hunt made, by the console list that they stand in. */
export type PlantedRows = Readonly<Record<string, number>>;

interface Sent {
  readonly status: number;
  readonly text: string;
}

/** One caller of the API. */
export interface Hand {
  send(path: string, body: object): Promise<Sent>;
  upload(path: string, file: { readonly name: string; readonly text: string }): Promise<Sent>;
  get<A>(path: string): Promise<A>;
  /** Anything at all, as it is. */
  raw(path: string, init: RequestInit): Promise<Sent>;
}

export function handOf({ address }: Platform, token: string | undefined): Hand {
  const raw: Hand['raw'] = async (where, init) => {
    const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(init.headers as object | undefined) };
    const answer = await fetch(`${address}${where}`, { ...init, headers });
    return { status: answer.status, text: await answer.text() };
  };
  return {
    raw,
    send: (where, body) =>
      raw(where, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    upload: (where, { name, text }) => {
      const form = new FormData();
      form.append('file', new Blob([text], { type: 'text/csv' }), name);
      return raw(where, { method: 'POST', body: form });
    },
    get: async <A>(where: string): Promise<A> => {
      const { status, text } = await raw(where, {});
      if (status !== 200) throw new Error(`${status.toString()} ${where}`);
      // The caller names the part of the checked answer that he uses.
      return JSON.parse(text) as A;
    },
  };
}

const valuesOf = (person: PlantedPerson): string[] => Object.values(person) as string[];
const csv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => cells.join(',')).join('\r\n')}\r\n`;

/** A sheet in which each value of the stray stands once in each column, below rows that are right. */
function everywhere(header: readonly string[], right: readonly string[]): string {
  const strays = header.flatMap((_title, place) => valuesOf(stray).map((value) => right.with(place, value)));
  return csv([header, right, ...strays]);
}

/** Through every door by which personal data come in, right and wrong, as people do it. @returns the rows that came of it */
export async function plant(hands: ReadonlyMap<string, Hand>, anybody: Hand): Promise<PlantedRows> {
  const hand = (role: string): Hand => {
    const found = hands.get(role);
    if (!found) throw new Error(`nobody is signed in as ${role}`);
    return found;
  };
  const operator = hand('operator');
  const { email: _noField, ...form } = registered;
  const worker = idOf(await operator.send('/api/v1/workers', form));
  const company = { name: '探针测试有限公司', uscc: companyCode('430102', 990_077), ...plantedCompany };
  const enterprise = idOf(await operator.send('/api/v1/enterprises', company));
  const batch = await plantSheets(operator, hand('enterprise'));
  await hand('finance-officer').upload('/api/v1/bank-files?channel=sandbox-bank', {
    name: `回单${stray.phone}.csv`,
    text: csv([
      ['收款人', '账号', '附言'],
      [stray.name, stray.cardNumber, valuesOf(stray).join(' ')],
    ]),
  });
  await plantWords(operator, anybody, worker);
  return { workers: worker, enterprises: enterprise, 'settlement-batches': batch };
}

const importHeader = ['姓名', '证件类型', '证件号码', '手机号', '银行卡号', '开户银行', '联行号', '地址'];
const payoutHeader = ['姓名', '证件号码', '手机号', '银行卡号', '任务编号', '应发金额', '备注'];

async function plantSheets(operator: Hand, enterprise: Hand): Promise<number> {
  const { name, identityNumber, phone, cardNumber, address } = imported;
  const importRow = [name, '居民身份证', identityNumber, phone, cardNumber, '中国工商银行', '102100099996', address];
  const upload = await operator.upload('/api/v1/workers/imports', {
    name: `导入${stray.identityNumber}.csv`,
    text: everywhere(importHeader, importRow),
  });
  await operator.upload('/api/v1/workers/imports', { name: '无表头.csv', text: csv([valuesOf(stray), importRow]) });
  await until(async () => {
    const { id } = JSON.parse(upload.text) as { id: string };
    const { state } = await operator.get<{ state: string }>(`/api/v1/workers/imports/${id}`);
    return state !== 'waiting' && state !== 'running';
  });
  const { name: payee, identityNumber: number, phone: mobile, cardNumber: card } = registered;
  const sheet = everywhere(payoutHeader, [payee, number, mobile, card, 'TK-0', '1.00', '探针']);
  await enterprise.upload('/api/v1/settlement-batches', { name: '无表头.csv', text: csv([valuesOf(stray)]) });
  const received = await enterprise.upload('/api/v1/settlement-batches', {
    name: `发放${stray.cardNumber}.csv`,
    text: sheet,
  });
  const { batch } = JSON.parse(received.text) as { batch: { id: number } };
  await until(async () => {
    const { state } = await enterprise.get<{ state: string }>(`/api/console/settlement-batches/${batch.id.toString()}`);
    return !['received', 'checking', 'recording'].includes(state);
  });
  return batch.id;
}

/** In addresses, filters, reasons, identifiers, broken forms, fields that are not there, and bodies that are none. */
async function plantWords(operator: Hand, anybody: Hand, worker: number): Promise<void> {
  const json = { 'content-type': 'application/json' };
  for (const value of valuesOf(registered)) {
    const typed = encodeURIComponent(value);
    await anybody.send('/api/auth/local', { identifier: value, password: value });
    await anybody.raw(`/api/v1/contract-verifications/${typed}`, {});
    await anybody.raw(`/${typed}?q=${typed}`, {});
    await operator.raw(`/api/v1/workers/${typed}?state=${typed}`, {});
    await operator.raw(
      `/api/console/workers?filter=${encodeURIComponent(JSON.stringify({ q: value, number: value }))}`,
      {},
    );
    await operator.raw(`/api/console/orders?sort=${encodeURIComponent(JSON.stringify([value, 'ASC']))}`, {});
    await operator.send(`/api/v1/workers/${worker.toString()}/suspend`, { reason: 7, note: value });
    await operator.raw('/api/v1/workers', { method: 'POST', headers: json, body: `{"name":"${value}` });
    await operator.raw('/api/v1/workers', {
      method: 'POST',
      headers: { ...json, 'Idempotency-Key': typed.slice(0, 100) },
      body: JSON.stringify({ name: value }),
    });
  }
  for (const number of [registered.identityNumber, registered.phone, registered.cardNumber]) {
    await operator.send(`/api/v1/workers/${worker.toString()}/suspend`, { reason: `来电 ${number} 要求` });
  }
  await operator.send('/api/v1/workers/search', { phone: registered.phone });
  await operator.send('/api/v1/workers', { ...registered, cardNumber: `${registered.cardNumber}1` });
  await operator.raw('/api/v1/workers/imports', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
    body: `--cut\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${valuesOf(registered).join(',')}\r\n`,
  });
}

function idOf({ status, text }: Sent): number {
  if (status !== 201) throw new Error(`${status.toString()} ${text}`);
  return (JSON.parse(text) as { id: number }).id;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 600; round += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('what was planted is not worked off');
}
