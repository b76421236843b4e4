import { shanghaiDay } from '@linggong/core/domain';
import { jobsOf } from '@linggong/jobs';
import { bootStrapi, type BootedStrapi } from '@linggong/database/testing';

let app: BootedStrapi;
beforeAll(async () => {
  app = await bootStrapi();
}, 240_000);
afterAll(() => app?.stop());

/** A page with nothing on it. */
const plainPdf = (): Buffer =>
  Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  );

async function as(role: string): Promise<Record<string, string>> {
  return { Authorization: `Bearer ${await app.token(role)}` };
}

describe('forms in operations (R2.1, R13.1)', () => {
  it('lists the forms in force, and which of them stand by themselves', async () => {
    const { body } = await app.http
      .get('/api/v1/forms')
      .set(await as('operator'))
      .expect(200);
    const complaint = { key: 'service.complaint', versionNo: 1, alone: true, name: expect.objectContaining({}) };
    expect(body.items).toContainEqual(expect.objectContaining(complaint));
    expect(body.items).toContainEqual(expect.objectContaining({ key: 'parties.enterprise', alone: false }));
  });

  it('gives the form in force with its schemas, and takes what was filled in with a new enterprise', async () => {
    const headers = await as('operator');
    const { body: form } = await app.http.get('/api/v1/forms/parties.enterprise').set(headers).expect(200);
    expect(form).toMatchObject({ key: 'parties.enterprise', versionNo: 1, jsonSchema: { en: { type: 'object' } } });
    const enterprise = { name: '杭州补充信息有限公司', uscc: '91110101MA00ABCD40' };
    const extra = { formVersionId: form.versionId, values: { staff: 12, place: '330106', 'other-platform': 'no' } };
    const wrong = { ...extra, values: { staff: -1 } };
    const { body: refused } = await app.http
      .post('/api/v1/enterprises')
      .set(headers)
      .send({ ...enterprise, extra: wrong })
      .expect(422);
    expect(refused).toMatchObject({ code: 'form-refused' });
    const { body: made } = await app.http
      .post('/api/v1/enterprises')
      .set(headers)
      .send({ ...enterprise, extra })
      .expect(201);
    const filter = encodeURIComponent(JSON.stringify({ form: 'parties.enterprise', subjectId: made.id }));
    const { body: rows } = await app.http.get(`/api/console/form-records?filter=${filter}`).set(headers).expect(200);
    expect(rows).toMatchObject([{ subjectKind: 'enterprise', subjectId: made.id, versionNo: 1, revision: 1 }]);
    const { body: record } = await app.http.get(`/api/v1/form-records/${rows[0].id}`).set(headers).expect(200);
    expect(record.values).toEqual(extra.values);
    // What the house asks at inspections and by telephone is for those who ask it (R8.4).
    const own = { Authorization: `Bearer ${await app.token('enterprise', { enterpriseId: made.id })}` };
    const { body: forms } = await app.http.get('/api/v1/forms').set(own).expect(200);
    const keys = forms.items.map(({ key }: { key: string }) => key);
    expect([keys.includes('service.complaint'), keys.includes('risk.phone-interview')]).toEqual([true, false]);
    await app.http.get('/api/v1/forms/risk.phone-interview').set(own).expect(404);
    await app.http.get('/api/v1/forms/risk.phone-interview').set(headers).expect(200);
  });

  it('keeps a complaint with masked values, finds it by its phone, and shows it to nobody who may not', async () => {
    const headers = await as('customer-service');
    const { body: form } = await app.http.get('/api/v1/forms/service.complaint').set(headers).expect(200);
    const values = { about: 'service', what: '没有人接听电话', complainant: '王五', phone: '15012340002' };
    const { body: made } = await app.http
      .post('/api/v1/form-records')
      .set(headers)
      .send({ form: 'service.complaint', formVersionId: form.versionId, values })
      .expect(201);
    expect(made.values).toMatchObject({ complainant: '王*', phone: '150****0002' });
    const { body: found } = await app.http
      .post('/api/v1/form-records/search')
      .set(headers)
      .send({ form: 'service.complaint', field: 'phone', value: '15012340002' })
      .expect(200);
    expect(found.items.map(({ id }: { id: number }) => id)).toEqual([made.id]);
    await jobsOf(app.strapi).drain();
    const filter = encodeURIComponent(JSON.stringify({ source: ['complaint'] }));
    const { body: cases } = await app.http
      .get(`/api/console/risk-cases?filter=${filter}`)
      .set(await as('risk-officer'))
      .expect(200);
    expect(cases).toMatchObject([{ rule: 'complaint.service', subjectKind: 'platform', state: 'open' }]);
    const { body: taken } = await app.http.get(`/api/v1/form-records/${made.id}`).set(headers).expect(200);
    const handledAs = { id: cases[0].id, number: cases[0].number, heldBy: null };
    expect([made.handling, taken.handling]).toMatchObject([null, { state: 'received', answers: [], handledAs }]);
    // Whoever answers it reads it: the case names the record, and risk may read that.
    const { body: answered } = await app.http
      .get(`/api/v1/risk-cases/${cases[0].id}`)
      .set(await as('risk-officer'))
      .expect(200);
    expect(answered.recordId).toBe(made.id);
    await app.http.get('/api/v1/forms/forms.no-such').set(headers).expect(404);
    await app.http
      .get(`/api/v1/form-records/${made.id}`)
      .set(await as('tax-officer'))
      .expect(403);
    await app.http
      .post('/api/v1/form-records')
      .set(headers)
      .send({ form: 'parties.enterprise', formVersionId: form.versionId, values: {} })
      .expect(409);
  });

  it('says whom a complaint means, by name, and takes nobody who is not there', async () => {
    const headers = await as('customer-service');
    const enterprise = { name: '杭州被投诉有限公司', uscc: '91350100M000100Y43' };
    const { body: meant } = await app.http
      .post('/api/v1/enterprises')
      .set(await as('operator'))
      .send(enterprise)
      .expect(201);
    const { body: form } = await app.http.get('/api/v1/forms/service.complaint').set(headers).expect(200);
    expect(form).toMatchObject({ meansSomebody: true });
    const counterparts = `/api/v1/forms/service.complaint/counterparts?number=${meant.number}`;
    const { body: listed } = await app.http.get(counterparts).set(headers).expect(200);
    expect(listed.items).toEqual([{ kind: 'enterprise', id: meant.id, number: meant.number, name: enterprise.name }]);
    const values = { about: 'pay', what: '少发一笔报酬', complainant: '王五', phone: '15012340003' };
    const complaint = { form: 'service.complaint', formVersionId: form.versionId, values };
    const tell = (id: number) =>
      app.http
        .post('/api/v1/form-records')
        .set(headers)
        .send({ ...complaint, about: { kind: 'enterprise', id } });
    const { body: refused } = await tell(999_999).expect(422);
    expect(refused).toMatchObject({ code: 'counterpart-unknown', field: 'about' });
    const { body: made } = await tell(meant.id).expect(201);
    expect(made).toMatchObject({ about: { kind: 'enterprise', id: meant.id }, aboutWhom: { name: enterprise.name } });
    await jobsOf(app.strapi).drain();
    const filter = encodeURIComponent(JSON.stringify({ source: ['complaint'], enterpriseId: meant.id }));
    const { body: cases } = await app.http
      .get(`/api/console/risk-cases?filter=${filter}`)
      .set(await as('risk-officer'))
      .expect(200);
    expect(cases).toMatchObject([{ rule: 'complaint.pay', subjectKind: 'enterprise', enterpriseId: meant.id }]);
  });

  it('takes a file for a field, keeps it with the record, and gives it out by a link for one use', async () => {
    const headers = await as('operator');
    const { body: form } = await app.http.get('/api/v1/forms/tasks.delivery').set(headers).expect(200);
    const path = `/api/v1/forms/tasks.delivery/versions/${form.versionId}/fields/result-file/files`;
    const send = (bytes: Buffer, name: string) => app.http.post(path).set(headers).attach('file', bytes, name);
    const { body: kept } = await send(plainPdf(), '成果.pdf').expect(201);
    expect(kept).toMatchObject({ field: 'result-file', contentType: 'application/pdf' });
    const { body: refused } = await send(Buffer.from('MZ\u0000\u0000 a program'), '成果.pdf').expect(422);
    expect(refused).toMatchObject({ code: 'file-kind-unknown' });
    const draft = { formVersionId: form.versionId, values: { 'result-file': [kept.id] } };
    await app.http.put('/api/v1/forms/tasks.delivery/draft').set(headers).send(draft).expect(200);
    const { body: found } = await app.http.get('/api/v1/forms/tasks.delivery/draft').set(headers).expect(200);
    expect(found.draft).toMatchObject(draft);
  });

  it('is demanded where two people say so: the operation is refused without it, and takes it once it is filled in', async () => {
    const headers = await as('operator');
    const enterprise = { name: '杭州必填表单有限公司', uscc: '91370200MA2CDEFG7J' };
    const formVersionId = await demanded('parties.enterprise');
    const create = (extra?: object) =>
      app.http
        .post('/api/v1/enterprises')
        .set(headers)
        .send({ ...enterprise, ...(extra && { extra: { formVersionId, values: extra } }) });
    const { body: refused } = await create().expect(422);
    expect(refused).toMatchObject({ code: 'form-needed', field: 'extra', formVersionId });
    const { body: empty } = await create({}).expect(422);
    expect(empty).toMatchObject({ code: 'form-refused', problems: [{ field: 'staff', code: 'required' }] });
    await create({ staff: 3 }).expect(201);
  });
});

/** Puts a version of a form in force that must be filled in, with the number of staff. @returns its id */
async function demanded(key: string): Promise<number> {
  const [config, approver] = [await as('config-operator'), await as('config-approver')];
  const filter = encodeURIComponent(JSON.stringify({ kind: 'form', key }));
  const { body: rows } = await app.http.get(`/api/console/configurations?filter=${filter}`).set(config);
  const { body: draft } = await app.http.post(`/api/v1/configurations/${rows[0].id}/drafts`).set(config).send({});
  const at = `/api/v1/configuration-versions/${draft.id}`;
  const fields = draft.content.fields.map((field: { id: string }) =>
    field.id === 'staff' ? { ...field, required: true } : field,
  );
  const content = { ...draft.content, fields, obligatory: true };
  const cases = [{ name: '填写人数', input: { today: '2026-11-26', values: { staff: 3 } }, expect: { valid: true } }];
  await app.http.put(`${at}/content`).set(config).send({ revision: 1, content, cases, note: '须填写' }).expect(200);
  await app.http.post(`${at}/check`).set(config).send({ revision: 2 }).expect(200);
  const today = shanghaiDay(new Date());
  await app.http.post(`${at}/replays`).set(config).send({ from: today, to: today }).expect(202);
  await jobsOf(app.strapi).drain();
  const submit = { revision: 2, effectiveFrom: today, reason: '入驻须填写人数' };
  await app.http.post(`${at}/submit`).set(config).send(submit).expect(200);
  const { body } = await app.http.post(`${at}/approve`).set(approver).send({}).expect(200);
  expect(body).toMatchObject({ state: 'in-force' });
  return draft.id;
}
