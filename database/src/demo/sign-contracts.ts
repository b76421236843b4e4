import type { Day } from '@linggong/core/domain';
import { jobsOf } from '@linggong/jobs';
import type { Core } from '@strapi/strapi';
import type { ApiClient, Caller } from './api-client';
import type { DemoWorker } from './find-workers';
import type { DemoEnterprise } from './stage';

const operator: Caller = { role: 'operator' };
const pageSize = 500;

/** What a contract is about. */
export interface ContractTerms {
  readonly template: 'worker-service' | 'tax-agency';
  readonly enterpriseId?: number;
  readonly scenarios?: readonly string[];
  readonly validFrom: Day;
  readonly validTo: Day;
}

/** The enterprise is sent its cooperation agreement and signs the text that it read (R2.2). */
export async function signCooperation(
  api: ApiClient,
  enterprise: DemoEnterprise,
  validFrom: Day,
  validTo: Day,
): Promise<void> {
  const caller: Caller = { role: 'enterprise', enterpriseId: enterprise.id };
  const contract = await api.post<{ id: number; textSha256: string }>(operator, '/v1/contracts/batches', {
    template: 'enterprise-cooperation',
    enterpriseId: enterprise.id,
    validFrom,
    validTo,
  });
  await api.post(caller, `/v1/contracts/${contract.id}/sign`, { textSha256: contract.textSha256 });
}

/** Contracts whose signed papers are in one scan. */
const scanned = 500;

/** Stands for the scan of signed papers: a page that says that it is none. */
const scan = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
  '4 0 obj<</Length 58>>stream',
  'BT /F 16 Tf 72 760 Td (Demo: no scan of a real paper) Tj ET',
  'endstream endobj',
  '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
  '',
].join('\n');

/** Sends contracts to workers and takes their signatures in on paper, with staff present and the papers scanned (R3.5). */
export async function signWithWorkers(
  app: Core.Strapi,
  api: ApiClient,
  workers: readonly DemoWorker[],
  terms: ContractTerms,
): Promise<void> {
  if (workers.length === 0) return;
  const workerIds = workers.map(({ id }) => id);
  await api.post(operator, '/v1/contracts/batches', { ...terms, workerIds });
  await jobsOf(app).drain();
  const contractIds = await unsignedContracts(api, terms);
  if (contractIds.length !== workers.length) {
    throw new Error(`${contractIds.length} contracts wait for ${workers.length} signatures (${terms.template})`);
  }
  for (let start = 0; start < contractIds.length; start += scanned) {
    const fields = { contractIds: JSON.stringify(contractIds.slice(start, start + scanned)) };
    const form = { type: 'application/pdf', fields };
    await api.upload(operator, '/v1/contracts/signatures', 'scan.pdf', scan, form);
  }
  await jobsOf(app).drain();
}

async function unsignedContracts(api: ApiClient, { template, enterpriseId }: ContractTerms): Promise<number[]> {
  const filter = encodeURIComponent(
    JSON.stringify({ kind: template, state: 'sent', ...(enterpriseId && { enterpriseId }) }),
  );
  const found: number[] = [];
  for (let page: { id: number }[] = [], first = 0; first === 0 || page.length === pageSize; first += pageSize) {
    const range = encodeURIComponent(JSON.stringify([first, first + pageSize - 1]));
    page = await api.get<{ id: number }[]>(operator, `/console/contracts?filter=${filter}&range=${range}`);
    found.push(...page.map(({ id }) => id));
  }
  return found;
}
