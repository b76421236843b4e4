import type { Text2 } from '@linggong/core/domain';
import type { FormContent, FormField, Json, Seed, TestCase } from '../../domain';
import type { Scope } from './counterparts';

/**
 * Forms that the platform works by from its first day (出厂表单, R2.1, R3.1, R4.1, R12): each adds to the columns of its operation what
 * operators may change without code. The first of each ask little and require nothing of callers who do not know them.
 */
const text = (zh: string, en: string): Text2 => ({ zh, en });
type Asked = Pick<FormField, 'section' | 'required'>;
const asked: Asked = { section: 'main', required: false };
const needed: Asked = { section: 'main', required: true };

const choice = (value: string, zh: string, en: string) => ({ value, label: text(zh, en) });
const yesNo = [choice('yes', '是', 'Yes'), choice('no', '否', 'No')];

const enterprise: FormField[] = [
  { ...asked, id: 'settled-since', type: 'date', label: text('开始经营日期', 'In business since') },
  { ...asked, id: 'staff', type: 'number', label: text('在册员工数', 'People employed'), min: 0, max: 1_000_000 },
  { ...asked, id: 'monthly-volume', type: 'money', label: text('预计月发放金额', 'Expected volume a month') },
  { ...asked, id: 'place', type: 'region', level: 'county', label: text('实际经营地', 'Where business is done') },
  {
    ...asked,
    id: 'other-platform',
    type: 'choice',
    label: text('是否使用过其他灵工平台', 'Has used another platform'),
    choices: yesNo,
  },
  {
    ...needed,
    id: 'other-platform-name',
    type: 'text',
    maxLength: 100,
    label: text('曾使用的平台', 'Which platform'),
    shownIf: { field: 'other-platform', is: 'yes' },
  },
];

const worker: FormField[] = [
  {
    ...asked,
    id: 'education',
    type: 'choice',
    label: text('文化程度', 'Education'),
    choices: [
      choice('school', '高中及以下', 'School'),
      choice('college', '大专', 'College'),
      choice('degree', '本科及以上', 'Degree'),
    ],
  },
  {
    ...asked,
    id: 'can-do',
    type: 'choices',
    label: text('可承接的工作', 'Work that can be taken'),
    choices: [
      choice('delivery', '配送', 'Delivery'),
      choice('promotion', '推广', 'Promotion'),
      choice('online', '线上服务', 'Online work'),
    ],
  },
  { ...asked, id: 'work-place', type: 'region', level: 'city', label: text('可工作的城市', 'City of work') },
  {
    ...asked,
    id: 'urgent-name',
    type: 'text',
    personal: 'name',
    maxLength: 40,
    label: text('紧急联系人姓名', 'Person to call in need'),
  },
  { ...asked, id: 'urgent-phone', type: 'phone', label: text('紧急联系人手机', 'Mobile of that person') },
];

const publication: FormField[] = [
  {
    ...asked,
    id: 'acceptance',
    type: 'choice',
    label: text('验收方式', 'How work is accepted'),
    choices: [
      choice('sampling', '抽检', 'By sample'),
      choice('each', '逐件', 'Piece by piece'),
      choice('report', '成果报告', 'By a report'),
    ],
  },
  {
    ...asked,
    id: 'tools',
    type: 'text',
    lines: 3,
    maxLength: 500,
    label: text('所需工具与技能', 'Tools and skills needed'),
  },
  {
    ...asked,
    id: 'insured',
    type: 'choice',
    label: text('是否投保意外险', 'Is accident insurance taken out'),
    choices: yesNo,
  },
  {
    ...needed,
    id: 'insured-fen',
    type: 'money',
    label: text('每人保额', 'Sum insured a person'),
    shownIf: { field: 'insured', is: 'yes' },
  },
];

const delivery: FormField[] = [
  { ...needed, id: 'done-on', type: 'date', label: text('完成日期', 'Done on') },
  { ...needed, id: 'amount', type: 'number', decimals: 2, min: 0, label: text('完成数量', 'How much was done') },
  {
    ...asked,
    id: 'pieces',
    type: 'table',
    label: text('成果明细', 'What was delivered'),
    columns: [
      { id: 'what', label: text('成果', 'Result'), required: true, type: 'text', maxLength: 100 },
      { id: 'count', label: text('数量', 'Count'), required: true, type: 'number', min: 0 },
    ],
    maxRows: 50,
  },
  {
    ...asked,
    id: 'result-file',
    type: 'file',
    accept: ['application/pdf', 'image/jpeg', 'image/png'],
    maxFiles: 5,
    label: text('成果附件', 'Files of the result'),
  },
];

const interview: FormField[] = [
  { ...needed, id: 'called-on', type: 'date', label: text('回访日期', 'Called on') },
  { ...needed, id: 'phone', type: 'phone', label: text('接听号码', 'Number that was called') },
  {
    ...needed,
    id: 'answered',
    type: 'choice',
    label: text('是否接通', 'Was it answered'),
    choices: yesNo,
  },
  {
    ...needed,
    id: 'did-work',
    type: 'choice',
    label: text('本人是否完成该任务', 'Did he do the work himself'),
    choices: yesNo,
    shownIf: { field: 'answered', is: 'yes' },
  },
  {
    ...needed,
    id: 'got-fen',
    type: 'money',
    label: text('本人所述到账金额', 'Amount that he says he got'),
    shownIf: { field: 'did-work', is: 'yes' },
  },
  { ...asked, id: 'remark', type: 'text', lines: 3, maxLength: 1000, label: text('通话要点', 'What was said') },
];

const complaint: FormField[] = [
  {
    ...needed,
    id: 'about',
    core: 'about',
    type: 'choice',
    label: text('投诉事项', 'What it is about'),
    choices: [
      choice('pay', '报酬发放', 'Pay'),
      choice('tax', '个税', 'Tax'),
      choice('privacy', '个人信息', 'Personal data'),
      choice('service', '服务态度', 'Service'),
    ],
  },
  {
    ...asked,
    id: 'amount',
    core: 'amount',
    type: 'money',
    label: text('涉及金额', 'Amount in question'),
    shownIf: { field: 'about', in: ['pay', 'tax'] },
  },
  {
    ...needed,
    id: 'what',
    type: 'text',
    lines: 5,
    minLength: 5,
    maxLength: 2000,
    label: text('情况说明', 'What happened'),
  },
  {
    ...needed,
    id: 'complainant',
    type: 'text',
    personal: 'name',
    maxLength: 40,
    label: text('投诉人姓名', 'Name of the complainant'),
  },
  { ...needed, id: 'phone', type: 'phone', label: text('联系手机', 'Mobile to call back') },
];

const inspection: FormField[] = [
  { ...needed, id: 'seen-on', type: 'date', label: text('检查日期', 'Seen on') },
  { ...needed, id: 'place', type: 'region', level: 'county', label: text('检查地区', 'Where') },
  {
    ...needed,
    id: 'verdict',
    type: 'choice',
    label: text('结论', 'Verdict'),
    choices: [
      choice('sound', '属实', 'Sound'),
      choice('doubtful', '存疑', 'Doubtful'),
      choice('false', '不属实', 'False'),
    ],
  },
  {
    ...needed,
    id: 'finding',
    type: 'text',
    lines: 4,
    maxLength: 2000,
    label: text('发现的问题', 'What was found'),
    shownIf: { field: 'verdict', in: ['doubtful', 'false'] },
  },
];

const today = '2026-11-26';
const passes = (name: string, values: Readonly<Record<string, Json>>): TestCase => ({
  name,
  input: { today, values },
  expect: { valid: true },
});
const refuses = (name: string, values: Readonly<Record<string, Json>>, field: string, code: string): TestCase => ({
  name,
  input: { today, values },
  expect: { valid: false, problems: [{ field, code }] },
});

/** The step of the house that asks for the form. */
const useOf: Readonly<Record<string, Text2>> = {
  'parties.enterprise': text('企业入驻申请', 'Applications of enterprises'),
  'parties.worker': text('人员登记', 'Registration of workers'),
  'tasks.publication': text('任务发布', 'Publishing tasks'),
  'tasks.delivery': text('任务交付', 'Delivery of work'),
  'risk.phone-interview': text('抽查的电话回访', 'Phone interviews of inspections'),
  'service.complaint': text('投诉，并由此立案', 'Complaints, which open cases'),
  'risk.inspection': text('事后抽查的现场检查', 'Inspections on site'),
};

function seed(key: string, name: Text2, fields: readonly FormField[], cases: readonly TestCase[]): Seed {
  const content: FormContent = { sections: [{ id: 'main', title: name }], fields: [...fields] };
  const description = text(
    `${name.zh}：核心字段之外的填写内容`,
    `${name.en}: what is asked beside the columns of the house`,
  );
  // A content of the kind is JSON; its type only says so in more words.
  return {
    kind: 'form',
    key,
    name,
    description,
    usedBy: useOf[key] ?? name,
    content: content as unknown as Json,
    cases,
  };
}

export const formSeeds: readonly Seed[] = [
  seed('parties.enterprise', text('企业入驻补充信息', 'More about an enterprise'), enterprise, [
    passes('什么都不填', {}),
    refuses('用过其他平台须写明', { 'other-platform': 'yes' }, 'other-platform-name', 'required'),
  ]),
  seed('parties.worker', text('人员登记补充信息', 'More about a worker'), worker, [
    passes('只填文化程度', { education: 'college' }),
    refuses('号段不存在', { 'urgent-phone': '12812340001' }, 'urgent-phone', 'not-a-phone'),
  ]),
  seed('tasks.publication', text('任务发布补充信息', 'More about a task'), publication, [
    passes('投保并写明保额', { insured: 'yes', 'insured-fen': 10_000_000 }),
    refuses('未投保不填保额', { insured: 'no', 'insured-fen': 1 }, 'insured-fen', 'hidden'),
  ]),
  seed('tasks.delivery', text('任务交付单', 'Delivery of work'), delivery, [
    passes('完成两件半', { 'done-on': '2026-11-20', amount: 2.5 }),
    refuses('数量两位小数以内', { 'done-on': '2026-11-20', amount: 2.555 }, 'amount', 'decimals'),
  ]),
  seed('risk.phone-interview', text('电话回访', 'Phone interview'), interview, [
    passes('未接通', { 'called-on': '2026-11-20', phone: '19988880001', answered: 'no' }),
    refuses(
      '接通后须问是否本人完成',
      { 'called-on': '2026-11-20', phone: '19988880001', answered: 'yes' },
      'did-work',
      'required',
    ),
  ]),
  seed('service.complaint', text('投诉', 'Complaint'), complaint, [
    passes('报酬投诉', {
      about: 'pay',
      amount: 5_000,
      what: '少发一笔报酬',
      complainant: '张三',
      phone: '19988880001',
    }),
    refuses(
      '服务投诉不涉及金额',
      { about: 'service', amount: 1, what: '没有人接听电话', complainant: '张三', phone: '19988880001' },
      'amount',
      'hidden',
    ),
  ]),
  seed('risk.inspection', text('现场检查', 'Inspection'), inspection, [
    passes('属实', { 'seen-on': '2026-11-20', place: '330106', verdict: 'sound' }),
    refuses('存疑须写明问题', { 'seen-on': '2026-11-20', place: '330106', verdict: 'doubtful' }, 'finding', 'required'),
  ]),
];

const alone: ReadonlySet<string> = new Set(['risk.phone-interview', 'service.complaint', 'risk.inspection']);

/** Forms of the house: nobody from outside hands one in, or reads what he will be asked. */
const ofTheHouse: ReadonlySet<string> = new Set(['risk.phone-interview', 'risk.inspection']);

/** Whether somebody may know what a form asks: the questions of an inspection are for those who ask them (R8.4). */
export function isShownTo(key: string, scope: Scope): boolean {
  return scope.kind === 'all' || !ofTheHouse.has(key);
}

/** Forms that are no part of another operation: their own ones, and whatever operators add under an area of forms (`forms.`). */
export function standsByItself(key: string, scope: Scope): boolean {
  if (!isShownTo(key, scope)) return false;
  return alone.has(key) || key.startsWith('forms.');
}
