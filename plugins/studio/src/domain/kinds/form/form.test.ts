import type { FormContent, FormField } from './content';
import { formKind } from '.';
import { evaluateForm } from './evaluate';
import { formChanges } from './changes';
import { formFaults } from './faults';
import { formHints } from './hints';
import { fullForm, withField } from './form.fixture';
import { inUseFaults } from './in-use';
import { patternFault } from './pattern';
import { problemText } from './problem-text';
import { shownFields } from './shown';
import { uiSchema } from './ui-schema';
import { validateRecord, withoutHidden } from './validate';
import { sensitiveKindOf } from './field-types';

const today = '2026-11-26';
const codes = (content: FormContent): string[] => formFaults(content).map(({ path, code }) => `${path} ${code}`);

describe('what is wrong with a value is told with the bound that the form sets (R13.1)', () => {
  it.each([
    ['too-small', { type: 'money', minFen: 10_000 }, '不能小于 100.00 元', 'Must be CNY 100.00 or more'],
    [
      'too-large',
      { type: 'number', max: 8, unit: { zh: '人', en: 'people' } },
      '不能大于 8 人',
      'Must be 8 people or less',
    ],
    ['too-early', { type: 'date', from: '2026-01-01' }, '不能早于 2026-01-01', 'Must be 2026-01-01 or later'],
    ['too-late', { type: 'date', to: '2026-12-31' }, '不能晚于 2026-12-31', 'Must be 2026-12-31 or earlier'],
    ['too-long', { type: 'text', maxLength: 40 }, '最多 40 个字', 'At most 40 characters'],
    ['decimals', { type: 'number', decimals: 2 }, '最多 2 位小数', 'At most 2 digits after the point'],
    ['too-many', { type: 'file', maxFiles: 2 }, '最多 2 项', 'At most 2'],
    // Where the form sets none, the platform's own is not made up.
    ['too-large', { type: 'money' }, '大于允许的最大值', 'Above the most that is allowed'],
    ['required', { type: 'text', minLength: 5 }, '必填', 'Required'],
  ] as const)('%s', (code, asked, zh, en) => {
    expect(problemText(code, asked)).toEqual({ zh, en });
  });
});

describe('faults of a form (R13.1)', () => {
  it('finds none in a form that works, and its shape takes it', () => {
    expect(formFaults(fullForm)).toEqual([]);
    expect(formKind.content.safeParse(fullForm).success).toBe(true);
  });

  it('refuses a circular shown-if, whatever its length, and leaves the preview of it finite', () => {
    const circular = withField('kind', { shownIf: { field: 'insured', from: '2020-01-01' } });
    const round = {
      ...circular,
      fields: circular.fields.map((field): FormField =>
        field.id === 'price' ? { ...field, shownIf: { field: 'kind', is: 'online' } } : field,
      ),
    };
    expect(codes(round)).toEqual([
      'fields.0.shownIf shown-if-circular',
      'fields.5.shownIf shown-if-circular',
      'fields.6.shownIf shown-if-circular',
    ]);
    expect(shownFields(round, { kind: 'online', price: 20_000, insured: '2026-01-01' })).not.toContain('price');
    expect(codes(withField('kind', { shownIf: { field: 'kind', is: 'online' } }))).toEqual([
      'fields.0.shownIf shown-if-circular',
    ]);
  });

  it.each([
    ['a field that is not there', { field: 'nobody', is: 'x' }, 'shown-if-unknown'],
    ['a field that is sealed', { field: 'tel', is: '13812340001' }, 'shown-if-unsuitable'],
    ['a value that is no choice', { field: 'kind', is: 'other' }, 'shown-if-value'],
    ['a day in the place of a number', { field: 'hours', from: '2026-01-01' }, 'shown-if-value'],
    ['a range that nothing fits', { field: 'hours', from: 5, to: 2 }, 'shown-if-value'],
    ['no bound at all', { field: 'hours' }, 'shown-if-value'],
  ] as const)('refuses a condition on %s', (_, shownIf, code) => {
    expect(codes(withField('note', { shownIf }))).toEqual([`fields.3.shownIf ${code}`]);
  });

  it.each([
    ['(a+)+b', 'pattern-explodes'],
    ['(a|ab)*c', 'pattern-explodes'],
    ['(\\w+\\s?)*!', 'pattern-explodes'],
    ['(?:a{1,20}){2,30}', 'pattern-explodes'],
    ['(?<=a)b', 'pattern-unsupported'],
    ['(a)\\1', 'pattern-unsupported'],
    ['[a-', 'pattern-syntax'],
    ['a{2000}', 'pattern-unsupported'],
    ['[\\u4e00-\\u9fa5]{2,20}', undefined],
    ['[A-Z]{2}\\d{4,8}(?:-\\d+)?', undefined],
    ['(?:ab|cd)+', undefined],
  ])('knows of the pattern %s: %s', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
  });

  it('matches a text on which others explode in time linear in it', () => {
    const exploding = withField('note', { maxLength: 5000, pattern: '(a+)+b' });
    const outcome = validateRecord(exploding, { kind: 'online', hours: 1, note: 'a'.repeat(5000) }, today);
    expect(outcome.problems).toEqual([{ field: 'note', code: 'pattern' }]);
  });

  it.each([
    ['a label in one language', withField('note', { label: { zh: '备注', en: ' ' } }), 'fields.3.label text-missing'],
    ['no choice', withField('kind', { type: 'choice', choices: [] }), 'fields.0.choices choices-empty'],
    ['an unknown section', withField('note', { section: 'gone' }), 'fields.3.section section-unknown'],
    ['an inverted range', withField('hours', { type: 'number', min: 5, max: 1 }), 'fields.4.min range-inverted'],
    ['a bound of too many decimals', withField('hours', { type: 'number', min: 0.25 }), 'fields.4.min range-decimals'],
    ['a table without columns', withField('crew', { type: 'table', columns: [] }), 'fields.13.columns table-empty'],
    ['no kind of file', withField('policy', { type: 'file', accept: [] }), 'fields.7.accept accept-empty'],
    ['an id that stands twice', withField('note', { id: 'hours' }), 'fields.4.id field-twice'],
  ])('refuses %s', (_, content, fault) => {
    expect(codes(content)).toContain(fault);
  });

  it('refuses to drop or retype a field that records hold, and lets it be retired', () => {
    const inUse = [{ id: 'note', type: 'text', records: 12 }] as const;
    const without = { ...fullForm, fields: fullForm.fields.filter(({ id }) => id !== 'note') };
    expect(inUseFaults(without, inUse)).toMatchObject([{ path: 'fields', code: 'field-in-use' }]);
    expect(inUseFaults(withField('note', { type: 'phone' }), inUse)).toMatchObject([
      { path: 'fields.3.type', code: 'field-in-use' },
    ]);
    expect(inUseFaults(withField('note', { retired: true }), inUse)).toEqual([]);
  });

  it('shape refuses what no page could show: 201 fields, unknown properties, odd ids', () => {
    const [first] = fullForm.fields;
    const many = { ...fullForm, fields: Array.from({ length: 201 }, () => first) };
    expect(formKind.content.safeParse(many).success).toBe(false);
    expect(formKind.content.safeParse({ ...fullForm, script: 1 }).success).toBe(false);
    expect(formKind.content.safeParse(withField('note', { id: '__proto__' })).success).toBe(false);
  });
});

describe('values of a form (R2.1)', () => {
  it('asks along the conditions, and drops what the answers have hidden', () => {
    const values = { kind: 'delivery', tools: ['car'], plate: 'A12345', hours: 1 };
    expect(validateRecord(fullForm, values, today).valid).toBe(true);
    const online = { ...values, kind: 'online' };
    expect(validateRecord(fullForm, online, today).problems).toEqual([
      { field: 'tools', code: 'hidden' },
      { field: 'plate', code: 'hidden' },
    ]);
    expect(withoutHidden(fullForm, online)).toEqual({ kind: 'online', hours: 1 });
  });

  it('says field by field and cell by cell what is wrong, and never repeats it', () => {
    const values = {
      kind: 'online',
      hours: 25,
      who: '110101199003079990',
      crew: [{ heads: 2 }, { job: '搬运', heads: 0 }],
    };
    const { outcome, trace } = evaluateForm(fullForm, { today, values });
    expect(outcome.problems).toEqual([
      { field: 'hours', code: 'too-large' },
      { field: 'who', code: 'not-an-identity-number' },
      { field: 'crew.0.job', code: 'required' },
      { field: 'crew.1.heads', code: 'too-small' },
    ]);
    expect(trace[1]).toEqual({
      zh: '证件号码：证件号码不正确，请核对是否输错',
      en: 'Identity number: Not a valid identity number; look for a typing mistake',
    });
    expect(JSON.stringify(trace)).not.toContain('110101199003079990');
  });

  it('does not ask a retired field, and refuses a value of it', () => {
    const retired = withField('hours', { retired: true });
    expect(validateRecord(retired, { kind: 'online' }, today).valid).toBe(true);
    expect(validateRecord(retired, { kind: 'online', hours: 1 }, today).problems).toEqual([
      { field: 'hours', code: 'hidden' },
    ]);
  });

  it('is not led astray by names of properties that every object has', () => {
    const { problems } = validateRecord(fullForm, { kind: 'online', hours: 1, constructor: 'x' }, today);
    expect(problems).toEqual([{ field: 'constructor', code: 'unknown' }]);
  });

  it('knows by its type or its meaning what is sealed', () => {
    const sealed = fullForm.fields.filter((field) => sensitiveKindOf(field) !== undefined).map(({ id }) => id);
    expect(sealed).toEqual(['who', 'card', 'tel']);
    const [named] = withField('note', { type: 'text', personal: 'name' }).fields.filter(({ id }) => id === 'note');
    expect(named && sensitiveKindOf(named)).toBe('name');
  });
});

describe('what a reader sees of a form (R13.1)', () => {
  it('names what was added, removed, moved and changed in words', () => {
    const [kind, ...rest] = fullForm.fields;
    const after: FormContent = {
      sections: fullForm.sections,
      fields: [...rest.filter(({ id }) => id !== 'note'), ...(kind ? [kind] : [])].map((field) =>
        field.id === 'price' ? ({ ...field, maxFen: 8_000_000 } as FormField) : field,
      ),
    };
    const changes = formChanges(fullForm, after);
    expect(changes).toEqual([
      {
        change: 'changed',
        where: { zh: '字段“单价” · 最大值', en: 'Field “Price” · Most' },
        before: { zh: '5,000.00 元', en: 'CNY 5,000.00' },
        after: { zh: '80,000.00 元', en: 'CNY 80,000.00' },
      },
      { change: 'moved', where: { zh: '字段“用工类型”', en: 'Field “Kind of work”' } },
      expect.objectContaining({ change: 'removed', where: { zh: '字段“备注”', en: 'Field “Note”' } }),
    ]);
    expect(formChanges(fullForm, fullForm)).toEqual([]);
    const [demanded, ...others] = formChanges(fullForm, { ...fullForm, obligatory: true });
    expect([others, demanded?.before?.zh, demanded?.after?.zh]).toEqual([[], '可以整张不填', '必须填写']);
    expect(formChanges(undefined, fullForm)).toHaveLength(16);
  });

  it('hints at a form that must be filled in and of which nothing must', () => {
    const code = (content: FormContent): boolean =>
      formHints(content).some((hint) => hint.code === 'form-demands-nothing');
    const nothing = { ...fullForm, fields: fullForm.fields.map((field) => ({ ...field, required: false })) };
    expect([fullForm, { ...fullForm, obligatory: true as const }, nothing].map(code)).toEqual([false, false, false]);
    expect(code({ ...nothing, obligatory: true })).toBe(true);
  });

  it('hints at personal data in plain texts and at sections that show nothing', () => {
    const [note] = fullForm.fields.filter(({ id }) => id === 'note');
    const content: FormContent = {
      sections: [...fullForm.sections, { id: 'idle', title: { zh: '空', en: 'Idle' } }],
      fields: note ? [{ ...note, label: { zh: '联系人姓名', en: 'Contact' } }] : [],
    };
    expect(formHints(content).map(({ code }) => code)).toEqual(['section-empty', 'section-empty', 'looks-personal']);
  });

  it('draws every field in its section, in both languages', () => {
    const ui = uiSchema(fullForm, 'en');
    expect(ui['ui:order']).toEqual(fullForm.fields.map(({ id }) => id));
    expect(ui['ui:options']).toMatchObject({ sections: [{ title: 'Basics' }, { title: 'More' }] });
    expect(ui['kind']).toEqual({
      'ui:widget': 'linggong-choice',
      'ui:options': {
        choices: [
          { value: 'delivery', label: 'Delivery' },
          { value: 'online', label: 'Online' },
        ],
      },
    });
  });
});
