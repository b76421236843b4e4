import { createHash } from 'node:crypto';
import { coveredRead } from '@linggong/audit';
import { personalTables } from '@linggong/config';
import { profileOf, receiveFile } from '@linggong/channels';
import { readKinds } from '@linggong/audit/domain';
import { controlChecksOf, createDatabase, databaseOf, type Database, type Tx } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { bootStrapi, statementOf, type BootedStrapi } from '@linggong/database/testing';
import { sealedSourcesOf, vaultOf, type SealedSource, type Vault } from '@linggong/vault';
import { fillForms } from './form-values.fixture';
import { person, registerPeople } from './people.fixture';
import { addFactors, fillIdentities, listPeople, paidBefore, payBefore, sealContacts } from './sealed-columns.fixture';
import { csv, nameOf, newEnterprise, newTask, rowOf } from './settlement.fixture';

/** Everything that is sealed anywhere in the platform, filled by its own work and then sealed anew as a whole (R9.2, R9.3). */
let app: BootedStrapi;
let db: Database;
let vault: Vault;
let sources: readonly SealedSource[];
let superuser: Database;
const command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 'test' } as const;
const people = [person(0), person(1), person(2)];

beforeAll(async () => {
  app = await bootStrapi();
  db = databaseOf(app.strapi);
  vault = vaultOf(app.strapi);
  sources = sealedSourcesOf(app.strapi).all();
  superuser = createDatabase({ connectionString: app.database.superuserUrl, max: 2 });
  const workerIds = await registerPeople(db, vault, people);
  for (const number of ['E-1', 'E-2']) await openEnterprise(number, workerIds);
  await addContractTexts();
  await addFactors(db, vault);
  await fillForms(db, vault);
  await listPeople(db, vault);
}, 240_000);
afterAll(async () => {
  await superuser?.close();
  await app.stop();
});

/** An enterprise with contacts, a payout of everybody, and its payees. */
async function openEnterprise(number: string, workerIds: readonly number[]): Promise<void> {
  const enterpriseId = await newEnterprise(db, command, number);
  await sealContacts(db, vault, enterpriseId);
  await newTask(db, enterpriseId, `TK-${number}`, workerIds, 100_000_000n);
  const deposit = { enterpriseId, bankSerial: `B-${number}`, amountFen: 9_000_000, payerName: nameOf(number) };
  await asRole('finance-officer', (headers) =>
    app.http.post('/api/v1/deposits').set(headers).send(deposit).expect(201),
  );
  await payOut(number, enterpriseId);
  await payIn(number, enterpriseId);
}

/** A person pays in, once as finance is told of it and once as a statement says; the deposit that is made of the line takes him over sealed. */
async function payIn(number: string, enterpriseId: number): Promise<void> {
  const { account } = await db.one<{ account: string }>(
    'SELECT sub_account_number AS account FROM public.enterprise_accounts WHERE enterprise_id = $1',
    [enterpriseId],
  );
  const profile = profileOf('bank-file-iso-09');
  if (!profile) throw new Error('no profile');
  const text = statementOf({ account, serial: `S-${number}`, amount: '1.00', payer: '钱付款', at: command.at });
  const file = {
    channel: 'bank-file-iso-09',
    profile,
    name: 'a.xml',
    bytes: Buffer.from(text),
    way: 'folder',
  } as const;
  await receiveFile({ db, vault }, file, command);
  const line = await db.one<{ id: number }>('SELECT id FROM channels.statement_lines WHERE bank_serial = $1', [
    `S-${number}`,
  ]);
  const reason = '股东代付';
  await asRole('finance-officer', async (headers) => {
    const told = { enterpriseId, bankSerial: `P-${number}`, amountFen: 100, payerName: '孙付款', reason };
    await app.http.post('/api/v1/deposits').set(headers).send(told).expect(201);
    return app.http.post(`/api/v1/statement-lines/${line.id}/deposit`).set(headers).send({ reason }).expect(201);
  });
}

async function asRole<R>(role: string, ask: (headers: Record<string, string>) => PromiseLike<R>): Promise<R> {
  return ask({ Authorization: `Bearer ${await app.token(role)}` });
}

async function payOut(number: string, enterpriseId: number): Promise<void> {
  const headers = { Authorization: `Bearer ${await app.token('enterprise', { enterpriseId })}` };
  const sheet = csv(people.map((one) => rowOf(one, `TK-${number}`, '1000.00')));
  const upload = await app.http
    .post('/api/v1/settlement-batches')
    .set(headers)
    .attach('file', Buffer.from(sheet), { filename: '发放.csv' })
    .expect(202);
  await jobsOf(app.strapi).drain();
  const id: number = upload.body.batch.id;
  await app.http.post(`/api/v1/settlement-batches/${id}/confirm`).set(headers).send({ quoteVersion: 1 }).expect(200);
  await asRole('finance-approver', (approver) =>
    app.http.post(`/api/v1/settlement-batches/${id}/release`).set(approver).send({}),
  );
  await jobsOf(app.strapi).drain();
  await fillIdentities(superuser);
}

/** Copies of the workers' own values, as contracts are sent with them. */
async function addContractTexts(): Promise<void> {
  await db.query(
    `INSERT INTO e_sign.contract_texts (contract_id, facts, subject, name_sealed, identity_sealed, text_hash)
     SELECT 900000 + id, '{}', identity_blind, name_sealed, identity_sealed, repeat('0', 64) FROM public.workers`,
  );
  const address = people.map((one) =>
    vault.seal('address', vault.subjectOf(one.identityNumber), '测试路1号').toString('base64'),
  );
  await db.query(
    `UPDATE public.workers w SET address_sealed = v.sealed FROM unnest($1::text[], $2::text[]) AS v (subject, sealed)
      WHERE w.identity_blind = v.subject`,
    [people.map((one) => vault.subjectOf(one.identityNumber)), address],
  );
}

interface Value {
  readonly place: string;
  readonly kind: Parameters<Vault['open']>[0];
  readonly subject: string;
  readonly sealed: Buffer;
}

/** Every sealed value of the platform, where the owners say that they are. */
async function valuesOf(given: readonly SealedSource[]): Promise<Value[]> {
  const all: Value[] = [];
  for (const { table, join = '', key, subject, columns, form } of given) {
    for (const [column, kind] of Object.entries(columns)) {
      const rows = await superuser.query<{ subject: string; sealed: string | Buffer }>(
        `SELECT ${subject} AS subject, t.${column} AS sealed FROM ${table} t ${join} WHERE t.${column} IS NOT NULL ORDER BY t.${key.column}`,
      );
      const bytes = (sealed: string | Buffer) =>
        form === 'base64' ? Buffer.from(String(sealed), 'base64') : Buffer.from(sealed);
      all.push(
        ...rows.map((row) => ({ place: `${table}.${column}`, kind, subject: row.subject, sealed: bytes(row.sealed) })),
      );
    }
  }
  return all;
}

/** What the test has sealed itself, of all kinds. */
const anyReading = coveredRead('restore', readKinds);
const open = ({ kind, subject, sealed }: Value): string => vault.open(kind, subject, sealed, anyReading);

/** Wrapped keys beside the sealed columns: those of files go with the fields, those of data keys with the ring. */
it('has no wrapped key but those that are wrapped anew', async () => {
  const found = await superuser.query<{ place: string }>(
    `SELECT table_schema || '.' || table_name || '.' || column_name AS place FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
      WHERE (column_name ~ 'wrapped' AND data_type = 'bytea' OR column_name = 'key_number') AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  expect(found.map(({ place }) => place)).toEqual([
    'vault.data_keys.wrapped',
    'vault.files.key_number',
    'vault.files.wrapped_key',
  ]);
});

it('has every sealed column of the database declared by its owner, and no other', async () => {
  const found = await superuser.query<{ place: string }>(
    `SELECT table_schema || '.' || table_name || '.' || column_name AS place FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
      WHERE column_name ~ '_sealed$' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const declared = sources.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`));
  const passing = sealedSourcesOf(app.strapi).passing();
  const lasting = found
    .map(({ place }) => place)
    .filter((place) => !passing.some((table) => place.startsWith(`${table}.`)));
  expect(lasting).toEqual([...declared].sort());
  expect([...passing].sort()).toEqual(['access.approvals', 'parties.worker_staging', 'studio.form_drafts']);
});

it('has a class of the retention schedule for every table that holds such values, as the catalog tells (R9.8)', async () => {
  const found = await superuser.query<{ name: string }>(
    `SELECT DISTINCT table_schema || '.' || table_name AS name FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
      WHERE column_name ~ '_(sealed|masked|blind)$' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(sources.map(({ table }) => table)));
  expect(found.filter(({ name }) => personalTables[name] === undefined)).toEqual([]);
});

it('opens each value for its own subject, and for nobody else after a row was given the value of another', async () => {
  const values = await valuesOf(sources);
  const places = new Set(values.map(({ place }) => place));
  const declared = sources.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`));
  expect([...places].sort()).toEqual([...declared].sort());
  for (const value of values) expect(open(value).length).toBeGreaterThan(0);
  for (const source of sources) {
    await swapped(source, async (tx) => {
      const { table, join = '', subject, key, columns, form } = source;
      for (const [column, kind] of Object.entries(columns)) {
        const rows = await tx.query<{ subject: string; sealed: string | Buffer }>(
          `SELECT ${subject} AS subject, t.${column} AS sealed FROM ${table} t ${join} WHERE t.${column} IS NOT NULL
            ORDER BY t.${key.column} LIMIT 2`,
        );
        expect(rows).toHaveLength(2);
        for (const row of rows) {
          const sealed = form === 'base64' ? Buffer.from(String(row.sealed), 'base64') : Buffer.from(row.sealed);
          expect(() => vault.open(kind, row.subject, sealed, anyReading)).toThrow(/does not open/);
        }
      }
    });
  }
});

/** The values of the first two rows of a source exchanged by somebody with every right, and put back. */
async function swapped(source: SealedSource, look: (tx: Tx) => Promise<void>): Promise<void> {
  const { table, key, columns } = source;
  const names = Object.keys(columns);
  const undo = new Error('put back');
  const looking = superuser.transaction(async (tx) => {
    await tx.query("SET LOCAL session_replication_role = 'replica'");
    await tx.query(
      `WITH two AS (SELECT * FROM ${table} WHERE ${names.map((name) => `${name} IS NOT NULL`).join(' OR ')} ORDER BY ${key.column} LIMIT 2)
       UPDATE ${table} t SET ${names.map((column) => `${column} = o.${column}`).join(', ')} FROM two o
        WHERE t.${key.column} IN (SELECT ${key.column} FROM two) AND o.${key.column} <> t.${key.column}`,
    );
    await look(tx);
    throw undo;
  });
  await expect(looking).rejects.toBe(undo);
}

interface Opened {
  readonly opened?: { readonly dataKeys: { refresh(): Promise<void> } };
}

/** The two minutes in which every process reads a new key are over. */
async function settle(): Promise<void> {
  await superuser.query('UPDATE vault.data_keys SET active_from = now() WHERE active_from > now()');
  const holder: Opened = app.strapi.plugin('vault').service('holder');
  await holder.opened?.dataKeys.refresh();
}

it.each(['sm4-ctr-hmac-sm3', 'aes-256-gcm'])(
  'is sealed anew under a key of %s, all of it, saying the same',
  async (suite) => {
    const before = (await valuesOf(sources)).map((value) => `${value.place} ${value.subject} ${open(value)}`);
    const files = await filesOf();
    expect(files.length).toBeGreaterThan(1);
    const order = { suite, reason: '例行轮换' };
    await asRole('finance-officer', (headers) =>
      app.http.post('/api/v1/data-keys/rotations').set(headers).send(order).expect(403),
    );
    const asked = await asRole('security-admin', (headers) =>
      app.http.post('/api/v1/data-keys/rotations').set(headers).send(order).expect(202),
    );
    expect((await keysSeen()).keys.map(({ state }) => state)).not.toContain('next');
    await decided(asked.body.approval.id);
    await asRole('security-admin', (headers) =>
      app.http.post('/api/v1/data-keys/rotations').set(headers).send(order).expect(409),
    );
    await jobsOf(app.strapi).tick('vault.reencrypt');
    expect((await keysSeen()).reencryption).toMatchObject({ state: 'waiting', sweep: 0 });
    await settle();
    await workToEnd();
    const { keys, reencryption } = await keysSeen();
    const [fields, wraps, ...older] = keys;
    const number = fields?.number ?? 0;
    expect(fields).toMatchObject({ realm: 'fields', state: 'current', suite });
    expect(wraps).toMatchObject({ number: number - 1, realm: 'files', state: 'current', suite });
    expect(older.map(({ state }) => state)).toEqual(older.map(() => 'retired'));
    expect(reencryption).toMatchObject({ toNumber: number, state: 'done', sweep: 2, faults: [] });
    // The names of most payers are public, and nothing of their rows is sealed.
    const isAll = ({ name, moved, total }: Moved): boolean => (name === 'deposits' ? moved > 0 : moved === total);
    expect(reencryption?.sources.map((source) => [source.name, isAll(source) && source.moved > 0])).toEqual(
      [...sources.map(({ name }) => name), 'files'].map((name) => [name, true]),
    );
    const after = await valuesOf(sources);
    expect(after.map((value) => `${value.place} ${value.subject} ${open(value)}`)).toEqual(before);
    expect(new Set(after.map(({ sealed }) => sealed.readUInt16BE(1)))).toEqual(new Set([number]));
    const wrapped = await filesOf();
    expect(wrapped.map(({ id, sha256 }) => [id, sha256])).toEqual(files.map(({ id, sha256 }) => [id, sha256]));
    expect(new Set(wrapped.map(({ by }) => by))).toEqual(new Set([number - 1]));
  },
);

interface KeptFile {
  readonly id: string;
  /** Data key that its own key is wrapped under. */
  readonly by: number;
  /** Of what it opens to; compared with its row. */
  readonly sha256: string;
}

/** Every private file of the platform, opened. */
async function filesOf(): Promise<KeptFile[]> {
  const rows = await superuser.query<{ id: string; sha256: string; by: number }>(
    `SELECT id, encode(sha256, 'hex') AS sha256, get_byte(wrapped_key, 1) * 256 + get_byte(wrapped_key, 2) AS by
       FROM vault.files ORDER BY id`,
  );
  for (const { id, sha256 } of rows) {
    const hash = createHash('sha256');
    for await (const chunk of vault.getFile(id, anyReading)) hash.update(chunk);
    expect(hash.digest('hex')).toBe(sha256);
  }
  return rows;
}

/** A rotation waits for a second person (密钥轮换复核). */
async function decided(id: string): Promise<void> {
  await asRole('institution-manager', async (headers) => {
    const { body } = await app.http.get(`/api/v1/approvals/${id}`).set(headers).expect(200);
    const approve = app.http.post(`/api/v1/approvals/${id}/approve`).set(headers);
    const answer = await approve.send({ seenSha256: body.seenSha256 });
    expect([answer.status, answer.body.state]).toEqual([200, 'executed']);
    return answer;
  });
}

/** Tick by tick, as the schedule does; transactions of the server's other databases have to end as well. */
async function workToEnd(): Promise<void> {
  for (let ticks = 0; ticks < 2_000; ticks += 1) {
    await jobsOf(app.strapi).tick('vault.reencrypt');
    const { state } = await db.one<{ state: string }>('SELECT state FROM vault.reencryptions ORDER BY id DESC LIMIT 1');
    if (state !== 'waiting' && state !== 'running') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Moved {
  readonly name: string;
  readonly moved: number;
  readonly total: number;
}

interface Seen {
  readonly keys: readonly { readonly number: number; readonly state: string; readonly realm: string }[];
  readonly reencryption: { readonly sources: readonly Moved[] } | null;
}

/** As the audit administrator sees it; no key and nothing sealed is in the answer. */
async function keysSeen(): Promise<Seen> {
  const { body, text } = await asRole('audit-admin', (headers) =>
    app.http.get('/api/v1/data-keys').set(headers).expect(200),
  );
  expect(text).not.toMatch(/sealed|blind|"wrapped"/i);
  return body;
}

it('seals persons who paid before payers were sealed, and proves that none is left in clear', async () => {
  await payBefore(superuser);
  const control = () => controlChecksOf(app.strapi).of('sealed-columns')?.(db, new Date());
  expect(await control()).toMatchObject({ state: 'not-met' });
  await jobsOf(app.strapi).tick('vault.seal-clear');
  expect(await control()).toMatchObject({ state: 'met' });
  expect(await paidBefore(superuser)).toEqual([
    { serial: 'OLD-1', payer: '周**', remark: '周** *******0002 货款', sealed: true },
    { serial: 'OLD-2', payer: '湖南旧款有限公司', remark: '周旧款', sealed: false },
    { serial: 'OLD-3', payer: '吴**', remark: '吴**代付', sealed: true },
    { serial: 'OLD-4', payer: '郑**', remark: null, sealed: true },
    { serial: 'OLD-5', payer: nameOf('E-1'), remark: '旧款', sealed: false },
  ]);
  const payers = sources.filter(({ name }) => name === 'statement-lines' || name === 'deposits');
  const old = (await valuesOf(payers)).filter(({ subject }) => subject.includes(':OLD-'));
  expect(old.map(open).sort()).toEqual(['吴旧款', '周旧款', '郑\uFF0A款'].sort());
  const told = await superuser.query<{ action: string; subject: string }>(
    `SELECT action, subject_id AS subject FROM audit.published_entries WHERE action ~ '^clear-value' ORDER BY subject_id, seq`,
  );
  expect(told.map(({ action, subject }) => `${subject} ${action}`)).toEqual(
    ['deposits', 'statement-lines'].flatMap((name) => [`${name} clear-value.encrypt`, `${name} clear-value.finish`]),
  );
});

it('keeps what a contract said: its sealed values may be sealed anew, nothing else of it changes', async () => {
  const change = (set: string) => db.query(`UPDATE e_sign.contract_texts SET ${set}`);
  await expect(change('facts = \'{"a":1}\'')).rejects.toThrow(/permission denied/);
  await expect(superuser.query("UPDATE e_sign.contract_texts SET subject = 'x'")).rejects.toThrow(/不可更改/);
  await expect(change('name_sealed = NULL')).rejects.toThrow(/不可更改/);
  await expect(superuser.query('DELETE FROM e_sign.contract_texts')).rejects.toThrow(/不可更改/);
});

it('wraps its data keys under the ring, and starts and cancels a further look, each with a reason in the log', async () => {
  const post = (path: string, status: number) =>
    asRole('security-admin', (headers) =>
      app.http.post(`/api/v1/${path}`).set(headers).send({ reason: '核对密钥' }).expect(status),
    );
  expect((await post('data-keys/rewraps', 200)).body).toEqual({ rewrapped: 0 });
  const { id } = (await post('reencryptions', 202)).body;
  await post(`reencryptions/${id}/cancel`, 200);
  await post(`reencryptions/${id}/cancel`, 409);
  await post('reencryptions/99999/cancel', 404);
  const rows = await superuser.query<{ action: string; reason: string }>(
    `SELECT action, reason FROM audit.published_entries WHERE action ~ '^(data-key|reencryption)\\.' ORDER BY seq`,
  );
  expect(rows.map(({ action }) => action)).toEqual([
    ...['data-key.rotate', 'reencryption.finish', 'data-key.rotate', 'reencryption.finish'],
    ...['data-key.rewrap', 'reencryption.start', 'reencryption.cancel'],
  ]);
  expect(rows.filter(({ action }) => action !== 'reencryption.finish').every(({ reason }) => reason !== '')).toBe(true);
});
