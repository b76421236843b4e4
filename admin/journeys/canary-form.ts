import type { Hands } from './canary-hand';
import { registered } from './canary-people';

const words = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const asked = { section: 'main', required: true };

/** Every kind of field whose values are personal. */
const fields = [
  { ...asked, id: 'name', type: 'text', personal: 'name', maxLength: 40, label: words('姓名', 'Name') },
  { ...asked, id: 'where', type: 'text', personal: 'address', maxLength: 200, label: words('住址', 'Address') },
  { ...asked, id: 'mail', type: 'text', personal: 'email', maxLength: 100, label: words('邮箱', 'E-mail') },
  { ...asked, id: 'identity', type: 'identity-number', label: words('证件号码', 'Identity number') },
  { ...asked, id: 'card', type: 'bank-card', label: words('银行卡号', 'Card') },
  { ...asked, id: 'phone', type: 'phone', label: words('手机号', 'Mobile') },
];
const content = { sections: [{ id: 'main', title: words('来访登记', 'Visitors') }], fields };
const cases = [{ name: '什么都不填', input: { today: '2026-11-27', values: {} }, expect: { valid: false } }];

interface Open {
  readonly open: { readonly id: number };
}

/** A form that operators made, taken into force by two, is filled in by staff. */
export async function plantForm(hands: Hands): Promise<void> {
  const configurer = hands.of('config-operator');
  const { open } = await configurer.done<Open>('/api/v1/configurations', {
    kind: 'form',
    key: 'forms.visitors',
    name: words('来访登记', 'Visitors'),
    description: words('来访人员登记。', 'Who visits is written down.'),
  });
  const version = `/api/v1/configuration-versions/${open.id.toString()}`;
  const saved = { revision: 1, content, cases, note: '首版' };
  const { status, text } = await configurer.raw(`${version}/content`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(saved),
  });
  if (status !== 200) throw new Error(`${status.toString()} ${text}`);
  await configurer.done(`${version}/check`, { revision: 2 });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await configurer.done(`${version}/submit`, { revision: 2, effectiveFrom: today, reason: '启用来访登记' });
  await hands.of('config-approver').done(`${version}/approve`);
  const { name, address, email, identityNumber, cardNumber, phone } = registered;
  const values = { name, where: address, mail: email, identity: identityNumber, card: cardNumber, phone };
  const record = { form: 'forms.visitors', formVersionId: open.id, values };
  await hands.of('operator').done('/api/v1/form-records', record);
  // Another visitor is begun and not sent: what was typed lies in the draft.
  const draft = await hands.of('operator').raw('/api/v1/forms/forms.visitors/draft', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ formVersionId: open.id, values }),
  });
  if (draft.status !== 200) throw new Error(`${draft.status.toString()} ${draft.text}`);
}
