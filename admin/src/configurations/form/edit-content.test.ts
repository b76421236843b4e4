import { fieldTypes, kinds, type FormContent } from '@linggong/studio/domain';
import {
  addField,
  addSection,
  duplicateField,
  freeId,
  inOrder,
  moveField,
  removeSection,
  withProperty,
} from './edit-content';

const form = kinds.find(({ kind }) => kind === 'form');
const blank = form?.blank() as unknown as FormContent;

const ids = ({ fields }: FormContent): string[] => fields.map(({ id }) => id);

describe('designing a form (R13.1)', () => {
  it('begins every type of field in a shape that can be saved, with an id of its own', () => {
    const content = fieldTypes.reduce((form, type) => addField(form, type, 'main'), addField(blank, 'text', 'main'));
    expect(form?.content.safeParse(content).success).toBe(true);
    expect(new Set(ids(content)).size).toBe(fieldTypes.length + 1);
    expect(ids(content).slice(0, 2)).toEqual(['field', 'field-2']);
  });

  it('adds a field at the end of its section, and moves one into the section of its new place', () => {
    const two = addSection(addField(addField(blank, 'text', 'main'), 'date', 'main'));
    const content = addField(addField(two, 'money', 'section'), 'phone', 'main');
    expect(ids(content)).toEqual(['field', 'date', 'phone', 'money']);
    const moved = moveField(content, 0, 3);
    expect(ids(moved)).toEqual(['date', 'phone', 'money', 'field']);
    expect(moved.fields[3]?.section).toBe('section');
    expect(inOrder(moved)).toBe(moved);
  });

  it('copies a field without the column that it feeds: two may not feed one', () => {
    const content = addField(blank, 'text', 'main');
    const fed = { ...content, fields: content.fields.map((field) => ({ ...field, core: 'place' })) };
    const [, copy] = duplicateField(fed, 0).fields;
    expect(copy).toEqual({ ...content.fields[0], id: 'field-copy' });
  });

  it('hands the fields of a section that goes to its neighbour, and keeps the last section', () => {
    const content = addField(addSection(blank), 'text', 'section');
    expect(removeSection(content, 1).fields[0]?.section).toBe('main');
    expect(removeSection(content, 0).sections.map(({ id }) => id)).toEqual(['section']);
    expect(removeSection(blank, 0)).toBe(blank);
  });

  it('never takes an id twice, and leaves out what is not set', () => {
    expect(freeId(['a', 'a-2'], 'a')).toBe('a-3');
    expect(withProperty({ a: 1, b: 2 }, 'b', undefined)).toEqual({ a: 1 });
    expect(withProperty({ a: 1 }, 'b', 0)).toEqual({ a: 1, b: 0 });
  });
});
