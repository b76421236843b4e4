import fc from 'fast-check';
import { roles } from '@linggong/config/access';
import { operationsOf, type Operation, type Schema } from './api-operations';
import { isBroken, toldWhole } from './broken';
import { caller, inTurns, type Received, type SentRequest } from './call';
import { fill, idsOfRows } from './filled';
import { canary } from './nasty';
import { peopleOf, type People } from './people';
import { listOf, requestsOf, type RowIds } from './requests';
import { markedSecrets, saidOfFailedStart, startServedProcess, type ServedProcess } from './served-process';
import { killers, killing, strapiAddresses } from './strapi-addresses';
import { canaryColumns, stuckConnections } from './traces';
import { faultOf, told } from './verdict';

/** The same requests every time; another number, others. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20261126);
const requestsMin = Number(process.env['FUZZ_REQUESTS'] ?? 20_000);
const together = 16;

jest.setTimeout(20 * 60_000);

/** R9.4: whatever is sent, the product answers as it should, stores nothing that it did not check, and stays up. */
describe(`requests of every kind (FUZZ_SEED=${seed})`, () => {
  let product: ServedProcess;
  let people: People;
  let line: ReturnType<typeof caller>;
  let operations: Operation[];
  let named: Readonly<Record<string, Schema>>;
  let rows: RowIds;
  const statuses = new Map<number, number>();
  const underWay = new Set<SentRequest>();

  beforeAll(async () => {
    product = await startServedProcess();
    people = await peopleOf(product.booted, await fill(product.booted));
    line = caller(product.port);
    const document = await line.call({ method: 'GET', target: '/api/v1/openapi.json', headers: {}, body: undefined });
    ({ operations, named } = operationsOf(JSON.parse(document.text)));
    rows = await idsOfRows(operations, people, line.call);
  });
  afterAll(async () => {
    line?.close();
    await product?.stop();
  });

  /** Sends one and notes what is wrong with the answer. */
  async function send(request: SentRequest, faults: string[], form?: 'any'): Promise<Received> {
    underWay.add(request);
    const answer = await line.call(request);
    underWay.delete(request);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const fault = faultOf(answer, form);
    if (fault !== undefined) faults.push(`${fault} ← ${told(request)}`);
    if (fault !== undefined && isBroken(answer)) {
      const broken = { request, answer, beside: [...underWay] };
      process.stdout.write(`${await toldWhole(seed, broken, product.said)}\n`);
    }
    return answer;
  }

  it(`answers ${requestsMin} requests to every operation of the document without a fault`, async () => {
    expect(operations.length).toBeGreaterThan(150);
    const each = Math.ceil(requestsMin / operations.length);
    const faults: string[] = [];
    const ofRows = operations.filter(({ path, parameters }) => parameters.some(({ name }) => listOf(path, name)));
    const unreached = new Set(ofRows.map(nameOf));
    let sent = 0;
    for (const [index, operation] of operations.entries()) {
      const requests = fc.sample(requestsOf(operation, named, rows), { numRuns: each, seed: seed + index });
      let isSignedOut = false;
      await inTurns(requests, together, async (request) => {
        const token = people.tokenFor(operation, request.caller, request.pick);
        const headers = { ...request.headers, ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) };
        const { status, text } = await send({ ...request, headers }, faults);
        sent += 1;
        // Done, or refused for what the row is: it was there.
        if (status < 300 || status === 409) unreached.delete(nameOf(operation));
        const isClosed = status === 401 || text.includes('password-change-required');
        isSignedOut ||= isClosed && request.caller === 'allowed';
      });
      if (isSignedOut) await people.renew();
      if (product.ended() !== undefined) break;
    }
    process.stdout.write(`${sent} requests: ${JSON.stringify(Object.fromEntries(statuses))}\n`);
    process.stdout.write(`no row reached by ${[...unreached].join(', ')}\n`);
    expect([product.ended(), faults.slice(0, 40)]).toEqual([undefined, []]);
    expect(sent).toBeGreaterThanOrEqual(requestsMin);
    // Refusals alone would prove little: some of it must have come through.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(sent / 10);
    expect((statuses.get(201) ?? 0) + (statuses.get(202) ?? 0)).toBeGreaterThan(50);
  });

  it('stored no field that no schema has, and logged none', async () => {
    expect(await canaryColumns(product.booted.database)).toEqual([]);
    expect(product.said()).not.toContain(canary);
  });

  it('survives what ends a vanilla Strapi, on every address of its routers, whoever calls', async () => {
    const cookies = await panelSession();
    const faults: string[] = [];
    const strangers = [{}, ...roles.map((role) => ({ Authorization: `Bearer ${people.tokenOf(role)}` }))];
    const requests = killers.flatMap((killer, index) =>
      strapiAddresses(product.booted, killer.id).flatMap((address) => [
        killing(address, killer, cookies),
        ...strangers.filter((_, n) => n % killers.length === index).map((who) => killing(address, killer, who)),
      ]),
    );
    expect(requests.length).toBeGreaterThan(3_000);
    await inTurns(requests, together, async (request) => void (await send(request, faults, 'any')));
    expect([product.ended(), faults.slice(0, 40)]).toEqual([undefined, []]);
    // The panel let its administrator in to the end; whoever is signed out is refused before Strapi sees the request.
    const me = { method: 'GET', target: '/admin/users/me', headers: cookies, body: undefined };
    expect((await line.call(me)).status).toBe(200);
  });

  it('takes filters and sorts for data, whatever statement they are made of', async () => {
    await people.renew();
    const faults: string[] = [];
    const lists = operations.filter(({ path, method }) => method === 'GET' && /^\/api\/console\/[\w-]+$/.test(path));
    expect(lists.length).toBeGreaterThan(20);
    let filtered = 0;
    await inTurns(lists, together, async (list) => {
      const token = people.tokenFor(list, 'allowed', 0);
      const headers = { Authorization: `Bearer ${token ?? ''}`, 'Accept-Language': 'en' };
      const ask = (query: string): Promise<Received> =>
        send({ method: 'GET', target: `${list.path}?${query}`, headers, body: undefined }, faults);
      const column = (text: string): string[] => /can be by ([\w, ]+)/.exec(text)?.[1]?.split(', ') ?? [];
      const filters = column((await ask(queryOf('filter', { nope: 1 }))).text);
      const sorts = column((await ask(queryOf('sort', ['nope', 'ASC']))).text);
      for (const [index, text] of injections.entries()) {
        // Each text is searched for, and each column takes every third of them: the columns of a list share their code.
        for (const name of ['q', ...filters.filter((_, n) => n % 3 === index % 3)]) {
          const { status, headers: answered } = await ask(queryOf('filter', { [name]: text }));
          filtered += status === 200 ? 1 : 0;
          // None of these texts stands in any row: whoever finds one has let it work.
          if (status === 200 && !/ \*\/0$/.test(String(answered['content-range'])))
            faults.push(`${list.path} ${name} ${text}`);
        }
        for (const sort of index % 3 === 0 ? [[text, 'ASC'], [sorts[0], text], text] : []) {
          const { status } = await ask(queryOf('sort', sort));
          if (status !== 400) faults.push(`${list.path} sorted by ${text}: ${status}`);
        }
      }
    });
    expect([product.ended(), faults.slice(0, 40)]).toEqual([undefined, []]);
    expect(filtered).toBeGreaterThan(200);
  });

  it('says no secret in its log, whatever happens, and none where it cannot start', async () => {
    const marked = 'zz-marked-password-Aa1';
    const body = Buffer.from(JSON.stringify({ identifier: marked, password: marked }));
    const headers = { 'Content-Type': 'application/json' };
    const signIn = { method: 'POST', target: '/api/auth/local', headers, body };
    await line.call(signIn);
    await line.call({ ...signIn, body: Buffer.from(`{"password":"${marked}`) });
    await line.call({
      ...signIn,
      target: `/api/auth/${marked}?token=${marked}`,
      headers: { ...headers, Cookie: `linggong_panel=${marked}` },
    });
    await line.call({
      method: 'GET',
      target: `/api/v1/me?x=${marked}`,
      headers: { Authorization: `Bearer ${marked}` },
      body: undefined,
    });
    const said = product.said();
    expect(said).toContain('/api/auth/local 401');
    const password = new URL(product.booted.database.url).password;
    const secrets = [
      marked,
      ...Object.values(markedSecrets),
      process.env['LINGGONG_SECRET'] ?? '',
      people.tokenOf('operator'),
      password,
    ];
    expect(secrets.filter((secret) => secret === '' || said.includes(secret))).toEqual([]);
    const wrong = new URL(product.booted.database.url);
    wrong.password = marked;
    const url = product.booted.database.url;
    for (const change of [
      { DATABASE_URL: wrong.href },
      { DATABASE_URL: url, LINGGONG_KEYRING: `{"${marked}` },
      { REDIS_URL: marked },
    ]) {
      const failed = await saidOfFailedStart(change);
      expect(failed).not.toBe('');
      expect(secrets.filter((secret) => failed.includes(secret))).toEqual([]);
    }
  });

  it('left no broken transaction behind, and goes on serving', async () => {
    expect(await stuckConnections(product.booted.database)).toBe(0);
    expect(product.said()).not.toMatch(/unhandled/i);
    await people.renew();
    const asked = { method: 'GET', target: '/_health', headers: {}, body: undefined };
    expect((await line.call(asked)).status).toBe(204);
    const headers = { Authorization: `Bearer ${people.tokenOf('operator')}` };
    expect((await line.call({ ...asked, target: '/api/console/workers', headers })).status).toBe(200);
  });

  /** Cookies and token of a system administrator who opened the panel: all that its gate lets through, these reach. */
  async function panelSession(): Promise<Record<string, string>> {
    await people.renew();
    const admin = { Authorization: `Bearer ${people.tokenOf('system-admin')}` };
    const target = '/api/v1/panel-sessions';
    const opened = await line.call({ method: 'POST', target, headers: admin, body: undefined });
    const gate = cookiesOf(opened.headers['set-cookie']);
    const page = await line.call({ method: 'GET', target: '/admin/', headers: { Cookie: gate }, body: undefined });
    const token = /jwtToken=([^;]+)/.exec(cookiesOf(page.headers['set-cookie']))?.[1] ?? '';
    expect(token).not.toBe('');
    return { Cookie: gate, Authorization: `Bearer ${token}` };
  }
});

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

const injections = [
  "zz'; DROP TABLE public.workers; --",
  "zz' OR '1'='1",
  'zz" OR "1"="1',
  "zz') UNION SELECT 1 --",
  "zz'||(SELECT pg_sleep(5))||'",
  'zz$1',
  'zz\\',
  '%zz%_',
  'zz_%',
  '{"$ne":"zz"}',
  'zz::int',
];

function queryOf(name: string, value: unknown): string {
  return `${name}=${encodeURIComponent(JSON.stringify(value))}`;
}

function cookiesOf(set: string | string[] | undefined): string {
  return [set ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ');
}
