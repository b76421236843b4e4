import { contentWords } from './content-words';

const label = (zh: string) => ({ zh, en: `${zh}-en` });

describe('the names that a content gives to facts', () => {
  it('takes columns by their field and fields by their id, with choices', () => {
    const words = contentWords({
      columns: [
        { id: 'c1', field: 'amountFen', label: label('金额'), type: 'money' },
        { id: 'amountFen', label: label('别的') },
        {
          id: 'c2',
          field: 'outcome',
          label: label('结论'),
          type: 'choice',
          choices: [{ value: 'hold', label: label('暂缓') }],
        },
      ],
      sections: [{ fields: [{ id: 'city', label: label('城市'), type: 'text' }] }],
    });
    expect(words.get('amountFen')).toMatchObject({ label: label('金额'), type: 'money' });
    expect(words.get('outcome')?.choices.get('hold')).toEqual(label('暂缓'));
    expect(words.get('city')?.label).toEqual(label('城市'));
  });

  it('names the fields of a form in what it answers, not by a choice of the same code', () => {
    const words = contentWords({
      sections: [],
      fields: [
        { id: 'choice', label: label('是否有欠薪'), choices: [{ value: 'choice', label: label('是') }] },
        { id: 'sum', label: label('欠薪金额') },
      ],
    });
    expect(words.get('shown')?.choices.get('choice')).toEqual(label('是否有欠薪'));
    expect(words.get('field')?.choices.get('sum')).toEqual(label('欠薪金额'));
  });

  it('finds nothing in what has no names', () => {
    expect(contentWords({ rows: [{ id: 'r1', label: 'x' }] }).size).toBe(0);
    expect(contentWords(null).size).toBe(0);
  });
});
