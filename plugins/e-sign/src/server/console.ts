import { consoleResource, scopeBy, type ConsoleResource } from '@linggong/access';
import { contractKinds, contractStates, requestStates } from '../domain';
import { contractById, contractsFrom } from './contract-rows';
import { readerOf } from './party';
import { latestRequest, requestAnswerOf, requestsFrom } from './requests/request-answers';
import { toolsOf } from './services';
import { evidenceOf } from './signing/evidence';

/** How far the document of a contract is (合同文件): `none` before the signature. */
const documentStates = ['none', 'waiting', 'faulty', 'sealed'] as const;

const documentState = `CASE WHEN d.state = 'sealed' THEN 'sealed' WHEN c.signed_at IS NULL THEN 'none'
  WHEN d.fault IS NOT NULL THEN 'faulty' ELSE 'waiting' END`;

export const contractList = consoleResource({
  name: 'contracts',
  resource: 'contract',
  from: `${contractsFrom} LEFT JOIN e_sign.documents d ON d.contract_id = c.id`,
  columns: {
    id: { sql: 'c.id', sort: true, filter: 'relation' },
    number: { sql: 'c.number', filter: 'prefix', sort: true, searched: true },
    kind: { sql: 'c.kind', filter: 'enum', values: contractKinds, sort: true },
    enterpriseId: { sql: 'c.enterprise_id', filter: 'relation' },
    enterpriseName: { sql: 'e.name', filter: 'text' },
    workerId: { sql: 'c.worker_id', filter: 'relation' },
    workerNumber: { sql: 'w.number', filter: 'prefix' },
    workerName: { sql: 'w.name_masked' },
    scenarios: { sql: 'c.scenarios' },
    validFrom: { sql: 'c.valid_from', filter: 'day', sort: true },
    validTo: { sql: 'c.valid_to', filter: 'day', sort: true },
    state: { sql: 'c.state', filter: 'enum', values: contractStates, sort: true },
    sentAt: { sql: 'c.sent_at', filter: 'instant', sort: true },
    signedAt: { sql: 'c.signed_at', filter: 'instant', sort: true },
    documentState: { sql: `(${documentState})`, filter: 'enum', values: documentStates },
    // Two contracts that wait differ by what they are.
    title: { sql: `jsonb_build_object('zh', t.title_zh, 'en', t.title_en)` },
  },
  scope: scopeBy({ enterprise: 'c.enterprise_id', worker: 'c.worker_id' }),
  detail: async (id, account, db, { strapi }) => {
    const { signing } = toolsOf(strapi);
    const consents = await db.query(
      `SELECT party, act, method, at, address, text_hash AS "textSha256", actor_name AS "actorName"
       FROM e_sign.consents WHERE contract_id = $1 ORDER BY id`,
      [id],
    );
    const more = await db.one<{ title_zh: string; title_en: string; consent_address: string | null }>(
      `SELECT t.title_zh, t.title_en, c.consent_address FROM ${contractsFrom} WHERE c.id = $1`,
      [id],
    );
    const document = await db.maybeOne(
      `SELECT sealed_at AS "sealedAt", pages, level, file_hash AS "fileSha256", fault, code
       FROM e_sign.documents WHERE contract_id = $1`,
      [id],
    );
    const templateTitle = { zh: more.title_zh, en: more.title_en };
    const contract = await contractById(db, id);
    return {
      ...contract,
      templateTitle,
      consentAddress: more.consent_address,
      consents,
      evidence: await evidenceOf(db, id, readerOf(account, contract)),
      request: await latestRequest(db, id),
      // What the page may offer.
      signing: {
        code: signing.codeSender === undefined ? 'off' : signing.settings.code,
        provider: signing.current?.name ?? null,
      },
      document: document ?? null,
    };
  },
});

/** What is asked of e-signature services, and how it stands there. */
const requests = consoleResource({
  name: 'signature-requests',
  resource: 'signature-request',
  from: requestsFrom,
  columns: {
    id: { sql: 'r.id', sort: true, filter: 'relation' },
    contractId: { sql: 'r.contract_id', filter: 'relation' },
    contractNumber: { sql: 'c.number', filter: 'prefix', searched: true },
    workerName: { sql: 'w.name_masked' },
    workerNumber: { sql: 'w.number', filter: 'prefix' },
    provider: { sql: 'r.provider', filter: 'exact' },
    state: { sql: 'r.state', filter: 'enum', values: requestStates, sort: true },
    faultCode: { sql: 'r.fault_code' },
    refusal: { sql: 'r.refusal' },
    reminders: { sql: 'coalesce(m.sent, 0)' },
    createdAt: { sql: 'r.created_at', filter: 'instant', sort: true },
    expiresAt: { sql: 'r.expires_at', filter: 'instant', sort: true },
    checkedAt: { sql: 'r.checked_at', sort: true },
    canRepeat: { sql: `r.state = 'failed'` },
  },
  scope: (_account, scope) => (scope.kind === 'all' ? 'all' : 'none'),
  detail: async (id, _account, db) => requestAnswerOf(db, id),
});

export const contractLists: readonly ConsoleResource[] = [contractList, requests];
