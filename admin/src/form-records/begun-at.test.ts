import type { FormField } from '@linggong/studio/domain';
import { begunAt } from './begun-at';

const field = (id: string, type: string): FormField => ({ id, type }) as unknown as FormField;
const said = (number: string): string => `批次 ${number}：`;

describe('a form that is begun at a batch', () => {
  it('holds the number of the batch', () => {
    expect(begunAt({ fields: [field('what', 'text')] }, 'PB-2026-11-0037', said)).toEqual({
      what: '批次 PB-2026-11-0037：',
    });
  });

  it.each([
    ['another form', [field('seen-on', 'date')], 'PB-2026-11-0037'],
    ['no batch', [field('what', 'text')], undefined],
    ['any other text', [field('what', 'text')], 'PB-2026-11-0037 张三'],
  ])('is empty of %s', (_name, fields, batch) => {
    expect(begunAt({ fields }, batch, said)).toEqual({});
  });
});
