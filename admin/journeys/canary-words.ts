import type { Hands } from './canary-hand';
import { corrected, holder, imported, numbersOf, registered, stray, valuesOf } from './canary-people';

const json = { 'content-type': 'application/json' };

/** In addresses, filters, reasons, identifiers, broken forms, fields that are not there, bodies that are none, and the words of every form. */
export async function plantWords(hands: Hands, worker: number): Promise<void> {
  const { anybody } = hands;
  const operator = hands.of('operator');
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
  await plantReasons(hands, worker);
  await operator.send('/api/v1/workers/search', { phone: registered.phone });
  await operator.send('/api/v1/workers', { ...registered, cardNumber: `${registered.cardNumber}1` });
  await operator.raw('/api/v1/workers/imports', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=cut' },
    body: `--cut\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${valuesOf(registered).join(',')}\r\n`,
  });
  await plantCorrections(hands);
  await plantHolders(hands);
}

const task = {
  title: '探针任务',
  scenario: 'delivery',
  headcount: 1,
  unitPriceFen: 500,
  budgetFen: 1_000,
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
};

/** Numbers in whatever people write: reasons, titles, remarks, requests for a second person and for more rights. All of it is refused. */
async function plantReasons(hands: Hands, worker: number): Promise<void> {
  const [operator, enterprise, service] = [hands.of('operator'), hands.of('enterprise'), hands.of('customer-service')];
  const [own] = await enterprise.get<{ id: number }[]>('/api/console/enterprises?range=[0,0]');
  for (const number of numbersOf(stray)) {
    const words = `来电 ${number} 要求`;
    const refused = [
      await operator.send(`/api/v1/workers/${worker.toString()}/suspend`, { reason: words }),
      ...(await Promise.all(
        ['title', 'description', 'place'].map((field) =>
          enterprise.send('/api/v1/tasks', { ...task, enterpriseId: own?.id, [field]: words }),
        ),
      )),
      await service.send('/api/v1/elevations', {
        resource: 'tax-record',
        actions: ['list', 'read'],
        hours: 1,
        reason: words,
      }),
      await operator.send('/api/v1/sensitive-fields/unmask', {
        subject: { kind: 'worker', id: worker },
        field: 'phone',
        reason: words,
      }),
      await hands.of('institution-manager').send('/api/v1/approvals/00000000-0000-4000-8000-0000000000ff/reject', {
        seenSha256: '0'.repeat(64),
        reason: words,
      }),
    ];
    const taken = refused.filter(({ status }) => status < 400);
    if (taken.length > 0) throw new Error(`words with a number were taken ${taken.length.toString()} times`);
  }
}

/** What is on record of the imported one is corrected: his name and address at once, his telephone by a second person, and a further card. */
async function plantCorrections(hands: Hands): Promise<void> {
  const service = hands.of('customer-service');
  const found = await hands.of('operator').done<{ items?: { id: number }[]; id?: number }>('/api/v1/workers/search', {
    identityNumber: imported.identityNumber,
  });
  const id = (found.items?.[0]?.id ?? found.id ?? 0).toString();
  const { name, address, phone, cardNumber } = corrected;
  await hands.of('operator').done(`/api/v1/workers/${id}/cards`, { cardNumber, bankName: '中国工商银行' });
  await service.done(`/api/v1/workers/${id}/correct`, { phone, reason: '本人更换手机' });
  await service.done(`/api/v1/workers/${id}/correct`, { name, address, reason: '本人更正登记' });
}

/** Who stands behind an account: as it is asked for, as a second person sees it, and as it is opened. */
async function plantHolders(hands: Hands): Promise<void> {
  const { identityNumber, phone } = holder;
  const account = { identifier: 'canary-holder', role: 'archivist', holder: { identityNumber, phone } };
  const { approval } = await hands.of('security-admin').done<{ approval: { id: string } }>('/api/v1/accounts', account);
  const manager = hands.of('institution-manager');
  const at = `/api/v1/approvals/${approval.id}`;
  const { seenSha256 } = await manager.get<{ seenSha256: string }>(at);
  await manager.done(`${at}/approve`, { seenSha256 });
}
