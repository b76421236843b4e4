import { jobsOf } from '@linggong/jobs';
import type { Core } from '@strapi/strapi';
import type { ApiClient, Caller } from './api-client';
import type { DemoTask, DoneWork } from './do-tasks';
import type { DemoEnterprise } from './stage';
import { postWithSecond } from './second-person';
import { sheetText, yuan } from './sheet';

/** Header of the payout sheet, as the template has it. */
export const payoutHeader = ['姓名', '证件号码', '手机号', '银行卡号', '任务编号', '应发金额', '备注'];

const financeOfficer: Caller = { role: 'finance-officer' };
const financeApprover: Caller = { role: 'finance-approver' };

interface BatchFacts {
  id: number;
  number: string;
  state: string;
  quote: { version: number } | null;
  figures: { holdFen: number } | null;
}

/** A row of the payout sheet for work that was accepted. */
export function payoutRow(task: DemoTask, { worker, fen }: DoneWork, remark: string): string[] {
  return [worker.name, worker.identityNumber, worker.phone, worker.cardNumber, task.number, yuan(fen), remark];
}

/** A serial as banks give them: digits only. */
export function bankSerialOf(month: string, enterpriseId: number): string {
  return `${month.replace('-', '')}${String(enterpriseId).padStart(8, '0')}`;
}

/** Books money that the enterprise paid into its sub-account. */
export async function deposit(api: ApiClient, enterprise: DemoEnterprise, fen: number, serial: string): Promise<void> {
  await postWithSecond(api, { maker: financeOfficer, decider: financeApprover }, '/v1/deposits', {
    enterpriseId: enterprise.id,
    amountFen: fen,
    bankSerial: serial,
    payerName: enterprise.name,
  });
}

/** Uploads a payout sheet and waits until it is checked and quoted. */
export async function uploadSheet(
  app: Core.Strapi,
  api: ApiClient,
  enterprise: DemoEnterprise,
  fileName: string,
  rows: readonly (readonly string[])[],
): Promise<BatchFacts> {
  const caller: Caller = { role: 'enterprise', enterpriseId: enterprise.id };
  const path = `/v1/settlement-batches?enterpriseId=${enterprise.id}`;
  const { batch } = await api.upload<{ batch: BatchFacts }>(caller, path, fileName, sheetText(payoutHeader, rows));
  await jobsOf(app).drain();
  return api.get<BatchFacts>(caller, `/v1/settlement-batches/${batch.id}`);
}

/** Confirms as the enterprise, releases as the approver where the amount asks for it, and pays. */
export async function payBatch(
  app: Core.Strapi,
  api: ApiClient,
  enterprise: DemoEnterprise,
  batch: BatchFacts,
): Promise<void> {
  const caller: Caller = { role: 'enterprise', enterpriseId: enterprise.id };
  if (!batch.quote) throw new Error(`batch ${batch.number} is ${batch.state} and has no quote`);
  const path = `/v1/settlement-batches/${batch.id}`;
  await api.post(caller, `${path}/confirm`, { quoteVersion: batch.quote.version });
  await jobsOf(app).drain();
  const confirmed = await api.get<BatchFacts>(caller, path);
  if (confirmed.state === 'confirmed') await api.post(financeApprover, `${path}/release`);
  await jobsOf(app).drain();
}
