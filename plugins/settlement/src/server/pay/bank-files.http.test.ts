import { createBankFileChannel, profileOf, sandboxCard } from '@linggong/channels';
import { createDatabase, databaseOf, type Database } from '@linggong/core';
import { bootStrapi, statementOf, type BootedStrapi } from '@linggong/database/testing';
import { vaultOf } from '@linggong/vault';
import { newEnterprise } from '../settlement.fixture';

const CHANNEL = 'bank-file-iso-09';
const command = { actor: { kind: 'system', name: 'test' }, at: new Date(), traceId: 'test' } as const;
const now = new Date();
const today = now.toISOString();
const api = '/api/v1';
const list = '/api/console';

let app: BootedStrapi;
let db: Database;
let account: string;
const tokens = new Map<string, string>();

beforeAll(async () => {
  app = await bootStrapi();
  db = databaseOf(app.strapi);
  const enterpriseId = await newEnterprise(db, command, 'E-1');
  ({ account } = await db.one<{ account: string }>(
    'SELECT sub_account_number AS account FROM public.enterprise_accounts WHERE enterprise_id = $1',
    [enterpriseId],
  ));
  for (const role of ['finance-officer', 'finance-approver', 'operator', 'tax-officer'])
    tokens.set(role, await app.token(role));
  tokens.set('enterprise', await app.token('enterprise', { enterpriseId }));
}, 240_000);
afterAll(() => app.stop());

const as = (role: string) => ({ Authorization: `Bearer ${tokens.get(role) ?? ''}` });
const upload = (bytes: Buffer | string, role = 'finance-officer', channel = CHANNEL) =>
  app.http
    .post(`${api}/bank-files?channel=${channel}`)
    .set(as(role))
    .attach('file', Buffer.from(bytes), { filename: 'bank.xml', contentType: 'application/xml' });

/** A second person says yes to what was asked (复核); gives the state that it is left in. */
async function approved({ status, body }: { status: number; body: { approval?: { id: string } } }): Promise<string> {
  expect([status, body.approval?.id]).toEqual([202, expect.any(String)]);
  const at = `${api}/approvals/${body.approval?.id ?? ''}`;
  const seen = await app.http.get(at).set(as('finance-approver')).expect(200);
  const { seenSha256 } = seen.body;
  return (await app.http.post(`${at}/approve`).set(as('finance-approver')).send({ seenSha256 }).expect(200)).body.state;
}

const statement = (serial: string, amount: string, closing = amount): string =>
  statementOf({ account, serial, amount, closing, payer: '湖南测试企业E-1', at: now });

describe('files of a bank over HTTP (R5.8)', () => {
  it('a statement is kept line by line once, and a credit becomes a deposit once', async () => {
    const first = await upload(statement('BANK-1', '5000.00')).expect(201);
    expect(first.body).toMatchObject({ kind: 'camt.053', state: 'applied', isSame: false, lines: 1, fault: null });
    expect((await upload(statement('BANK-1', '5000.00')).expect(201)).body).toMatchObject({
      id: first.body.id,
      isSame: true,
    });
    const { body: lines } = await app.http
      .get(`${list}/statement-lines?filter={"meaning":["deposit"]}`)
      .set(as('finance-officer'))
      .expect(200);
    expect(lines).toMatchObject([{ bankSerial: 'BANK-1', account, amountFen: 500_000, payerName: '湖南测试企业E-1' }]);
    const record = () =>
      app.http.post(`${api}/statement-lines/${lines[0].id}/deposit`).set(as('finance-officer')).send({});
    const deposit = await record().expect(201);
    expect(deposit.body).toMatchObject({ bankSerial: 'BANK-1', amountFen: 500_000, availableFen: 500_000 });
    expect((await record().expect(201)).body.id).toBe(deposit.body.id);
    const { body: booked } = await app.http
      .get(`${list}/statement-lines/${lines[0].id}`)
      .set(as('finance-officer'))
      .expect(200);
    expect(booked).toMatchObject({ depositNumber: deposit.body.number });
    await app.http.post(`${api}/statement-lines/${lines[0].id}/deposit`).set(as('operator')).send({}).expect(403);
  });

  it('a credit of another payer waits for a person with a reason; the sheet says whose account it is', async () => {
    const foreign = statement('BANK-30', '70.00').replace('湖南测试企业E-1', '长沙他人有限公司');
    expect((await upload(foreign).expect(201)).body).toMatchObject({ state: 'applied', lines: 1 });
    const unregistered = async () => {
      const filter = encodeURIComponent(JSON.stringify({ unregistered: true }));
      const { body } = await app.http
        .get(`${list}/statement-lines?filter=${filter}`)
        .set(as('finance-officer'))
        .expect(200);
      return body.map(({ bankSerial }: { bankSerial: string }) => bankSerial);
    };
    const { id } = await db.one<{ id: number }>(
      `SELECT id FROM channels.statement_lines WHERE bank_serial = 'BANK-30'`,
    );
    expect(await unregistered()).toEqual(['BANK-30']);
    const address = `${api}/statement-lines/${id}/deposit`;
    await app.http.get(address).set(as('operator')).expect(403);
    expect((await app.http.get(address).set(as('finance-officer')).expect(200)).body).toMatchObject({
      subAccountNumber: account,
      enterpriseName: '湖南测试企业E-1',
      amountFen: 7_000,
      payerName: '长沙他人有限公司',
      payerDiffers: true,
    });
    const record = (body: object) => app.http.post(address).set(as('finance-officer')).send(body);
    expect((await record({}).expect(422)).body).toMatchObject({ code: 'deposit-payer-differs', field: 'reason' });
    expect(await unregistered()).toEqual(['BANK-30']);
    const { body } = await record({ reason: '母公司代付，说明已存档' }).expect(201);
    expect(body).toMatchObject({ payerName: '长沙他人有限公司', payerReason: '母公司代付，说明已存档' });
    expect(await unregistered()).toEqual([]);
  });

  it('a person who paid is sealed and masked, also in his own words, and so is the deposit that is made of it', async () => {
    const [payer, number] = ['雀付款', '17799000077'];
    const credit = { account, serial: 'BANK-31', amount: '80.00', payer, at: now };
    await upload(statementOf({ ...credit, remark: `${payer}代付 ${number}` })).expect(201);
    const { id } = await db.one<{ id: number }>(
      `SELECT id FROM channels.statement_lines WHERE bank_serial = 'BANK-31'`,
    );
    const line = await app.http.get(`${list}/statement-lines/${id}`).set(as('finance-officer')).expect(200);
    expect(line.body).toMatchObject({ payerName: '雀**' });
    const address = `${api}/statement-lines/${id}/deposit`;
    const preview = await app.http.get(address).set(as('finance-officer')).expect(200);
    expect(preview.body).toMatchObject({ payerName: '雀**', payerDiffers: true });
    const record = () => app.http.post(address).set(as('finance-officer')).send({ reason: '股东代付，说明已存档' });
    const made = await record().expect(201);
    expect(made.body).toMatchObject({ payerName: '雀**' });
    // The clear name told once more by hand is the same receipt, and another name is another.
    const told = { subAccountNumber: account, bankSerial: 'BANK-31', amountFen: 8_000, payerName: payer };
    const tell = (change: object) =>
      app.http
        .post(`${api}/deposits`)
        .set(as('finance-officer'))
        .send({ ...told, reason: '股东代付', ...change });
    expect((await tell({}).expect(201)).body).toMatchObject({ id: made.body.id, payerName: '雀**' });
    expect((await tell({ payerName: '雀另款' }).expect(409)).body.code).toBe('deposit-serial-reused');
    const shown = [line.text, preview.text, made.text].join();
    const kept = await db.query(
      `SELECT row_to_json(l)::text || row_to_json(d)::text AS row FROM channels.statement_lines l, public.deposits d
        WHERE l.bank_serial = 'BANK-31' AND d.bank_serial = 'BANK-31'`,
    );
    expect(`${shown}${JSON.stringify(kept)}`).not.toMatch(new RegExp(`${payer}|${number}`));
  });

  it('a large credit of a statement that one brought himself is booked by somebody else of finance', async () => {
    await upload(statement('BANK-33', '200000.00')).expect(201);
    const { id } = await db.one<{ id: number }>(
      `SELECT id FROM channels.statement_lines WHERE bank_serial = 'BANK-33'`,
    );
    tokens.set('colleague', await app.token('finance-officer', { serial: 2 }));
    const record = (who: string) => app.http.post(`${api}/statement-lines/${id}/deposit`).set(as(who)).send({});
    expect((await record('finance-officer').expect(409)).body.code).toBe('deposit-second-person-needed');
    expect((await record('colleague').expect(201)).body).toMatchObject({ amountFen: 20_000_000 });
  });

  it('free words of a deposit hold no number of a person', async () => {
    const body = { subAccountNumber: account, bankSerial: 'BANK-32', amountFen: 1, payerName: '湖南测试企业E-1' };
    const answer = await app.http
      .post(`${api}/deposits`)
      .set(as('finance-officer'))
      .send({ ...body, remark: '联系 17799000077' })
      .expect(400);
    expect(answer.text).toContain('不能填写证件号码、手机号或银行卡号');
    expect(answer.text).not.toContain('17799000077');
  });

  it('keeps nothing of a file that is no text', async () => {
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n%%EOF\n');
    const { body } = await upload(pdf).expect(201);
    expect(body).toMatchObject({ state: 'refused', fault: { code: 'kind-unknown' } });
    const { bytes } = await db.one<{ bytes: bigint }>(
      `SELECT f.bytes::bigint AS bytes FROM channels.bank_files b JOIN vault.published_files f ON f.id = b.vault_file WHERE b.id = $1`,
      [body.id],
    );
    expect(Number(bytes)).toBe(Buffer.byteLength(`not kept: no text file, ${pdf.length} bytes\n`));
  });

  it.each([
    [
      'a DOCTYPE',
      () => `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;">]><Document>&c;</Document>`,
      'xml-doctype',
    ],
    [
      'an external entity',
      () => `<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><Document/>`,
      'xml-doctype',
    ],
    ['a thousand levels', () => `<?xml version="1.0"?>${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}`, 'xml-too-deep'],
    ['half a file', () => statement('BANK-2', '1.00').slice(0, 500), 'xml-broken'],
    ['a balance that does not follow', () => statement('BANK-3', '1.00', '1.01'), 'balance-differs'],
    ['another currency', () => statement('BANK-4', '1.00').replaceAll('CNY', 'USD'), 'currency-unknown'],
    ['parts of a fen', () => statement('BANK-5', '1.005'), 'field-broken'],
    ['the same serial with another amount', () => statement('BANK-1', '5001.00'), 'serial-differs'],
    ['another message', () => '<?xml version="1.0"?><Document><Other/></Document>', 'kind-unknown'],
  ])('refuses %s as a whole, keeps it, and says why', async (_words, bytes, code) => {
    const { body } = await upload(bytes()).expect(201);
    expect(body).toMatchObject({ state: 'refused', answers: 0, lines: 0, fault: { code } });
    expect(body.fault.text.zh && body.fault.text.en).toBeTruthy();
    const { body: kept } = await app.http.get(`${list}/bank-files/${body.id}`).set(as('finance-officer')).expect(200);
    expect(kept).toMatchObject({ state: 'refused', faultCode: code });
  });

  it('refuses 50 MB before it reads them all, an empty file, and who may not', async () => {
    const large = await upload(Buffer.alloc(50 * 1024 * 1024, 0x20)).catch((error: NodeJS.ErrnoException) => error);
    if (large instanceof Error) expect(large.message).toMatch(/EPIPE|ECONNRESET|aborted/);
    else expect([large.status, large.body.code]).toEqual([413, 'bank-file-too-large']);
    expect((await upload('')).body.code).toBe('bank-file-empty');
    for (const role of ['operator', 'finance-approver', 'enterprise', 'tax-officer']) {
      await upload(statement('BANK-9', '1.00'), role).expect(403);
    }
    await upload(statement('BANK-9', '1.00'), 'finance-officer', 'sandbox-bank').expect(400);
  });

  it('hands out a file with clear names to finance only, with a reason, and keeps who took it', async () => {
    const vault = vaultOf(app.strapi);
    const profile = profileOf(CHANNEL);
    if (!profile) throw new Error('no profile');
    const card = sandboxCard('settles', 7);
    const channel = createBankFileChannel({ db, vault, profile, initiator: '灵工平台' });
    const payee = {
      subject: 's-1',
      cardSealed: vault.seal('bank-card', 's-1', card),
      nameSealed: vault.seal('name', 's-1', '张三'),
      bankCode: null,
    };
    const one = {
      endToEndId: 'E-1',
      payerAccount: account,
      payerName: '湖南测试企业',
      amountFen: 100n,
      remark: 'R-1',
      payee,
    };
    await channel.submit({ messageId: 'PF-HTTP-1', instructions: [one] }, now);
    const { body: rows } = await app.http
      .get(`${list}/bank-files?filter={"direction":["out"]}`)
      .set(as('finance-officer'))
      .expect(200);
    expect(rows).toMatchObject([{ kind: 'pain.001', messageId: 'PF-HTTP-1', state: 'written', downloads: 0 }]);
    const take = (role: string, body: object) =>
      app.http.post(`${api}/bank-files/${rows[0].id}/download`).set(as(role)).send(body);
    await take('finance-officer', {}).expect(400);
    for (const role of ['operator', 'finance-approver', 'enterprise']) await take(role, { reason: '看看' }).expect(403);
    const reason = { reason: '交银行网点' };
    const asked = await take('finance-officer', reason);
    const { id } = asked.body.approval;
    expect((await take('finance-officer', reason).set('Approval', id)).body.code).toBe('approval-not-approved');
    expect(await approved(asked)).toBe('approved');
    const other = await take('finance-officer', { reason: '另有他用' }).set('Approval', id);
    expect([other.status, other.body.code]).toEqual([403, 'approval-unfit']);
    const { url } = (await take('finance-officer', reason).set('Approval', id).expect(201)).body;
    const taken = await app.http.get(url).responseType('blob').expect(200);
    expect((await take('finance-officer', reason).set('Approval', id)).body.code).toBe('approval-used');
    expect(taken.body.toString('utf8')).toContain(`<Id>${card}</Id>`);
    expect(taken.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="PF-HTTP-1.xml"',
    });
    const { body: after } = await app.http
      .get(`${list}/bank-files/${rows[0].id}`)
      .set(as('finance-approver'))
      .expect(200);
    expect(after).toMatchObject({ downloads: 1, downloadedBy: [{ reason: '交银行网点' }] });
    const owner = createDatabase({ connectionString: app.database.ownerUrl, max: 1 });
    const audited = await owner.query(`SELECT reason FROM audit.published_entries WHERE action = 'bank-file.download'`);
    await owner.close();
    expect(audited).toEqual([{ reason: '交银行网点' }]);
    expect(JSON.stringify([rows, after])).not.toContain(card);
  });

  it('what names nobody is dismissed with a reason, by two people of finance', async () => {
    const debit = statement('BANK-20', '3.00', '-3.00')
      .replaceAll('<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<CdtDbtInd>DBIT</CdtDbtInd><Sts>')
      .replace('<Amt Ccy="CNY">-3.00</Amt><CdtDbtInd>CRDT', '<Amt Ccy="CNY">3.00</Amt><CdtDbtInd>DBIT')
      .replace('<TxDtls>', '<TxDtls><Refs><EndToEndId>PO-NOBODY</EndToEndId></Refs>');
    await upload(debit).expect(201);
    const { body: open } = await app.http
      .get(`${list}/unmatched-answers?filter={"state":["open"]}`)
      .set(as('finance-officer'))
      .expect(200);
    expect(open).toMatchObject([
      { endToEndId: 'PO-NOBODY', status: 'settled', note: 'reference-unknown', amountFen: 300 },
    ]);
    const resolve = (role: string, body: object) =>
      app.http.post(`${api}/unmatched-answers/${open[0].id}/resolve`).set(as(role)).send(body);
    await resolve('operator', { reason: '手续费' }).expect(403);
    await resolve('finance-officer', {}).expect(400);
    expect((await resolve('finance-officer', { payoutNumber: 'PO-NONE', reason: '关联' })).status).toBe(404);
    expect(await approved(await resolve('finance-officer', { reason: '手续费' }))).toBe('executed');
    const { body: closed } = await app.http
      .get(`${list}/unmatched-answers?filter={"state":["dismissed"]}`)
      .set(as('finance-officer'))
      .expect(200);
    expect(closed).toMatchObject([{ endToEndId: 'PO-NOBODY' }]);
    expect((await resolve('finance-officer', { reason: '手续费' })).body.code).toBe('answer-resolved');
  });

  it('the channel of a bank and its limits are set from a day on, by two people', async () => {
    const limits = {
      channel: CHANNEL,
      lineMaxFen: 100_000_00,
      smallMaxFen: 50_000_00,
      dayMaxFen: null,
      opensAt: '09:00',
      cutOffAt: '16:30',
      largeFrom: null,
      largeTo: null,
      workingDaysOnly: true,
      reason: '协议调整',
    };
    const set = (path: string, body: object, role = 'finance-officer') =>
      app.http.post(`${api}/${path}`).set(as(role)).send(body);
    await set('channel-limits', { ...limits, validFrom: '2099-01-01' }, 'operator').expect(403);
    expect((await set('channel-limits', { ...limits, validFrom: today.slice(0, 10) }).expect(422)).body.code).toBe(
      'setting-day',
    );
    expect(await approved(await set('channel-limits', { ...limits, validFrom: '2099-01-01' }))).toBe('executed');
    // Not in force yet: a mistake is set right, unless that would leave no time to send.
    const mended = await set('channel-limits', { ...limits, validFrom: '2099-01-01', dayMaxFen: 900_000_00 });
    expect(await approved(mended)).toBe('executed');
    for (const closed of [{ cutOffAt: '08:00' }, { largeFrom: '17:00', largeTo: '17:15' }]) {
      const { body } = await set('channel-limits', { ...limits, ...closed, validFrom: '2099-01-01' }).expect(422);
      expect(body.code).toBe('setting-window');
    }
    const route = { bankCode: '102', channel: CHANNEL, validFrom: '2099-01-01', reason: '开户' };
    expect(await approved(await set('channel-routes', route))).toBe('executed');
    expect(
      (await set('channel-routes', { ...route, channel: 'nobody', validFrom: '2099-01-02' }).expect(422)).body.code,
    ).toBe('channel-unknown');
    const { body } = await app.http
      .get(`${list}/channel-limits?filter={"channel":"${CHANNEL}"}`)
      .set(as('operator'))
      .expect(200);
    expect(body).toMatchObject([{ validFrom: '2099-01-01', hours: '09:00–16:30' }, { validTo: '2098-12-31' }]);
  });
});
