import { csv, until, type Hand, type Hands, type PlantedRows } from './canary-hand';
import { registered } from './canary-people';

/** Stands for the scan of a signed paper. */
const scan = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
  '',
].join('\n');

interface Row {
  readonly id: number;
}

/** The registered one lives on: his contract is signed, his work accepted, and he is paid. */
export async function plantLife(hands: Hands, worker: number): Promise<PlantedRows> {
  const operator = hands.of('operator');
  const enterprise = hands.of('enterprise');
  const workerAt = `/api/v1/workers/${worker.toString()}`;
  await until('his checks', async () => {
    const { realNameState, cards } = await operator.get<{ realNameState: string; cards?: { state: string }[] }>(
      workerAt,
    );
    return realNameState === 'verified' && (cards ?? []).every(({ state }) => state !== 'pending');
  });
  const [own] = await enterprise.get<Row[]>('/api/console/enterprises?range=[0,0]');
  const contracts = await signed(hands, worker, own?.id ?? 0);
  const task = await publishedTask(hands, own?.id ?? 0);
  const workers = [{ workerId: worker, agreedFen: 20_000 }];
  // An enterprise engages only whom it knows; the first time it is the operator.
  await operator.done(`/api/v1/tasks/${task.id.toString()}/engagements`, { workers });
  const filter = encodeURIComponent(JSON.stringify({ taskId: task.id, workerId: worker }));
  const [engagement] = await operator.get<Row[]>(`/api/console/engagements?filter=${filter}`);
  for (const action of ['deliver', 'accept']) {
    const said = action === 'accept' ? await allHolds(enterprise, '/api/v1/engagement-criteria') : {};
    await enterprise.done(`/api/v1/engagements/${action}`, { engagements: [{ id: engagement?.id }], ...said });
  }
  const order = await paid(hands, task.number);
  return { contracts, tasks: task.id, orders: order };
}

/** Contract and tax authorization, on paper. @returns one of the contracts */
async function signed(hands: Hands, worker: number, enterpriseId: number): Promise<number> {
  const operator = hands.of('operator');
  const until2027 = { workerIds: [worker], validFrom: '2026-11-01', validTo: '2027-10-31' };
  await operator.done('/api/v1/contracts/batches', {
    ...until2027,
    template: 'worker-service',
    enterpriseId,
    scenarios: ['*'],
  });
  await operator.done('/api/v1/contracts/batches', { ...until2027, template: 'tax-agency' });
  const contractsIn = async (state: string): Promise<Row[]> => {
    const at = `/api/v1/contracts?workerId=${worker.toString()}&state=${state}`;
    return (await operator.get<{ items: Row[] }>(at)).items;
  };
  await until('his contracts', async () => (await contractsIn('sent')).length === 2);
  const ids = (await contractsIn('sent')).map(({ id }) => id);
  const form = { name: 'scan.pdf', text: scan, type: 'application/pdf', fields: { contractIds: JSON.stringify(ids) } };
  const { status, text } = await operator.upload('/api/v1/contracts/signatures', form);
  if (status !== 202) throw new Error(`${status.toString()} ${text}`);
  await until('his signatures', async () => (await contractsIn('signed')).length === 2);
  return ids[0] ?? 0;
}

interface Task extends Row {
  readonly number: string;
}

async function publishedTask(hands: Hands, enterpriseId: number): Promise<Task> {
  const enterprise = hands.of('enterprise');
  const [like] = await enterprise.get<{ scenario: string }[]>('/api/console/tasks?range=[0,0]');
  const task = await enterprise.done<Task>('/api/v1/tasks', {
    enterpriseId,
    title: '探针任务',
    scenario: like?.scenario,
    headcount: 5,
    unitPriceFen: 500,
    budgetFen: 100_000,
    startsOn: '2026-11-01',
    endsOn: '2026-12-31',
  });
  await enterprise.done(`/api/v1/tasks/${task.id.toString()}/submit`);
  const at = `/api/v1/tasks/${task.id.toString()}`;
  await hands.of('operator').done(`${at}/publish`, await allHolds(hands.of('operator'), `${at}/reviews`));
  return task;
}

interface Batch extends Row {
  readonly state: string;
  readonly quote: { readonly version: number } | null;
}

/** @returns his order */
async function paid(hands: Hands, taskNumber: string): Promise<number> {
  const enterprise = hands.of('enterprise');
  const { name, identityNumber, phone, cardNumber } = registered;
  const header = ['姓名', '证件号码', '手机号', '银行卡号', '任务编号', '应发金额', '备注'];
  const text = csv([header, [name, identityNumber, phone, cardNumber, taskNumber, '100.00', '探针发放']]);
  const received = await enterprise.upload('/api/v1/settlement-batches', { name: '探针发放.csv', text });
  const at = `/api/v1/settlement-batches/${(JSON.parse(received.text) as { batch: Row }).batch.id.toString()}`;
  const stateOf = async (): Promise<Batch> => enterprise.get<Batch>(at);
  await until('his quote', async () => (await stateOf()).state === 'quoted');
  await enterprise.done(`${at}/confirm`, { quoteVersion: (await stateOf()).quote?.version });
  // Small ones leave by themselves; a release that is late is refused and does no harm.
  await hands.of('finance-approver').send(`${at}/release`, {});
  await until('his payment', async () => (await stateOf()).state === 'completed');
  const batchId = (await stateOf()).id;
  const filter = encodeURIComponent(JSON.stringify({ batchId }));
  const [order] = await hands.of('operator').get<Row[]>(`/api/console/orders?filter=${filter}`);
  return order?.id ?? 0;
}

/** What a reviewer says who found that everything holds, by the criteria at that place. */
async function allHolds(hand: Hand, place: string): Promise<object> {
  const { criteria } = await hand.get<{ criteria: { id: string }[] }>(place);
  return { criteria: criteria.map(({ id }) => ({ id, holds: true })) };
}
