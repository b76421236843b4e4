import { databaseOf, type Command, type Database } from '@linggong/core';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';
import { jobsOf } from '@linggong/jobs';
import { vaultOf } from '@linggong/vault';
import { person, registerPeople, type Person } from '../server/people.fixture';
import { csv, newEnterprise, newTask, rowOf } from '../server/settlement.fixture';

export type Language = 'zh-CN' | 'en';
type Who = 'enterprise' | 'officer' | 'approver';

export interface Answer {
  readonly status: number;
  readonly body: AnswerBody;
}

/** What of answers these tests read. */
export interface AnswerBody {
  readonly code?: string;
  readonly detail?: string;
  readonly id?: number;
  readonly state?: string;
  readonly quoteVersion?: number;
  readonly cause?: string;
  readonly quote?: Readonly<Record<string, number>> & { readonly version?: number };
  readonly batch?: { readonly id: number };
  readonly items?: readonly LineBody[];
}

export interface LineBody {
  readonly rowNo: number;
  readonly state: string;
  readonly blockers: readonly BlockerBody[];
}

export interface BlockerBody {
  readonly code: string;
  readonly title: Readonly<Record<'zh' | 'en', string>>;
  readonly explain: Readonly<Record<'zh' | 'en', string>>;
  readonly remedy: { readonly label: Readonly<Record<'zh' | 'en', string>> };
}

/** A booted platform with an active enterprise, another one, registered people, and money. */
export interface BadInputKit {
  readonly app: BootedStrapi;
  readonly db: Database;
  readonly people: readonly Person[];
  readonly enterpriseId: number;
  readonly otherId: number;
  /** A task of the enterprise with everybody accepted for an amount. */
  task(acceptedFen?: bigint): Promise<string>;
  /** Sends a file of the enterprise. */
  upload(bytes: Buffer, name: string, language?: Language, query?: string): Promise<Answer>;
  call(method: 'get' | 'post', path: string, body?: object, options?: CallOptions): Promise<Answer>;
  drain(): Promise<void>;
  /** A checked and quoted batch of rows; its id. */
  quoted(rows: readonly (readonly string[])[]): Promise<number>;
  stored(): Promise<Readonly<Record<string, number>>>;
}

export interface CallOptions {
  readonly who?: Who;
  readonly language?: Language;
  readonly type?: string;
}

const command: Command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 'test' };
const BATCHES = '/api/v1/settlement-batches';

/** Rows of everything that an upload or a confirmation writes. */
const STORED = `SELECT (SELECT count(*)::int FROM public.settlement_batches) AS batches,
    (SELECT count(*)::int FROM settlement.lines) AS lines, (SELECT count(*)::int FROM settlement.batch_details) AS details,
    (SELECT count(*)::int FROM public.orders) AS orders, (SELECT count(*)::int FROM public.deposits) AS deposits,
    (SELECT count(*)::int FROM vault.files) AS files, (SELECT count(*)::int FROM ledger.holds) AS holds`;

export async function badInputKit(): Promise<BadInputKit> {
  const app = await bootStrapi();
  const db = databaseOf(app.strapi);
  const enterpriseId = await newEnterprise(db, command, 'E-1');
  const otherId = await newEnterprise(db, command, 'E-2');
  const people = Array.from({ length: 6 }, (_, serial) => person(serial));
  const workerIds = await registerPeople(db, vaultOf(app.strapi), people);
  const tokens: Record<Who, string> = {
    enterprise: await app.token('enterprise', { enterpriseId }),
    officer: await app.token('finance-officer'),
    approver: await app.token('finance-approver'),
  };
  const drain = (): Promise<void> => jobsOf(app.strapi).drain();
  let tasks = 0;
  const call: BadInputKit['call'] = async (method, path, body, options = {}) => {
    const { who = 'enterprise', language = 'zh-CN', type } = options;
    const request = app.http[method](path).set({ Authorization: `Bearer ${tokens[who]}`, 'Accept-Language': language });
    const sent = type === undefined ? request.send(body) : request.set('Content-Type', type).send(body);
    const { status, body: answer } = await sent;
    return { status, body: answer as AnswerBody };
  };
  const upload: BadInputKit['upload'] = async (bytes, name, language = 'zh-CN', query = '') => {
    const { status, body } = await app.http
      .post(`${BATCHES}${query}`)
      .set({ Authorization: `Bearer ${tokens.enterprise}`, 'Accept-Language': language })
      .attach('file', bytes, name);
    return { status, body: body as AnswerBody };
  };
  return {
    app,
    db,
    people,
    enterpriseId,
    otherId,
    call,
    upload,
    drain,
    task: async (acceptedFen = 100_000_000n) => {
      const number = `BI-${(tasks += 1)}`;
      await newTask(db, enterpriseId, number, workerIds, acceptedFen);
      return number;
    },
    quoted: async (rows) => {
      const { body } = await upload(Buffer.from(csv(rows)), 'a.csv', 'zh-CN', '?again=true');
      await drain();
      return body.batch?.id ?? 0;
    },
    stored: () => db.one(STORED),
  };
}

/** A registered person by his place. */
export function personAt(kit: Pick<BadInputKit, 'people'>, place: number): Person {
  const one = kit.people[place];
  if (one === undefined) throw new Error(`the kit has no person ${place}`);
  return one;
}

/** A sheet that pays the last of the people, to show that a good upload still works after a bad one. */
export function goodSheet(kit: BadInputKit, task: string, serial: number): Buffer {
  return Buffer.from(csv([rowOf(personAt(kit, 5), task, `${serial + 1}.00`, `好 ${serial}`)]));
}
