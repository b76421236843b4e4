import { kinds, problemText, type FormContent } from '@linggong/studio/domain';
import { createTheme, ThemeProvider } from '@mui/material';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import FormFill from './form-fill';

const text = (en: string) => ({ zh: en, en });
const asked = { section: 'main', required: true };

const form: FormContent = {
  sections: [
    { id: 'main', title: text('Basics'), help: text('Who and what') },
    { id: 'idle', title: text('Never shown') },
  ],
  fields: [
    {
      ...asked,
      id: 'kind',
      label: text('Kind of work'),
      type: 'choice',
      choices: [
        { value: 'delivery', label: text('Delivery') },
        { value: 'online', label: text('Online') },
      ],
    },
    { ...asked, id: 'plate', label: text('Number plate'), type: 'text', shownIf: { field: 'kind', is: 'delivery' } },
    { ...asked, id: 'price', label: text('Price'), type: 'money', maxFen: 500_000 },
    { ...asked, id: 'place', label: text('Place'), type: 'region', level: 'county' },
    { ...asked, id: 'who', label: text('Identity'), type: 'identity-number' },
    { ...asked, id: 'card', label: text('Card'), type: 'bank-card' },
    { ...asked, id: 'since', label: text('Since'), type: 'date' },
    { ...asked, id: 'hours', label: text('Hours'), type: 'number' },
    { ...asked, id: 'tools', label: text('Tools'), type: 'choices', choices: [{ value: 'car', label: text('Car') }] },
    { ...asked, id: 'paper', label: text('Paper'), type: 'file', accept: ['application/pdf'] },
    {
      ...asked,
      id: 'crew',
      label: text('Crew'),
      type: 'table',
      columns: [{ id: 'job', label: text('Job'), required: true, type: 'text' }],
    },
  ],
};

function drawn(value: Parameters<typeof FormFill>[0]['value'], showMissing = false): string {
  const fill = createElement(FormFill, { form, value, showMissing, onChange: () => undefined });
  const queried = createElement(QueryClientProvider, { client: new QueryClient() }, fill);
  return renderToStaticMarkup(createElement(ThemeProvider, { theme: createTheme() }, queried));
}

describe('a form to be filled in (R2.1)', () => {
  it('is a form that the kind takes', () => {
    const kind = kinds.find((one) => one.kind === 'form');
    expect(kind?.faults(kind.content.parse(form))).toEqual([]);
  });

  it('keeps what is no amount and no number as it was typed, and says what is expected', () => {
    const page = drawn({ price: '-5', hours: '8x' });
    expect(page).toContain('value="-5"');
    expect(page).toContain('value="8x"');
    expect(page).toContain(problemText('type', { type: 'money' }).en);
    expect(page).toContain(problemText('type', { type: 'number' }).en);
  });

  it('draws every field that is asked, under its section, and no section of which nothing is asked', () => {
    const page = drawn({ kind: 'online', price: 12_345, tools: ['car'], crew: [{ job: 'Lift' }] });
    for (const { label } of form.fields.filter(({ id }) => id !== 'plate')) expect(page).toContain(label.en);
    expect(page).toContain('Who and what');
    expect(page).not.toContain('Never shown');
    expect(page).not.toContain('Number plate');
    expect(page).toContain('value="123.45"');
    expect(page).toContain('value="Lift"');
    expect(page).not.toContain('Unsupported');
  });

  it('shows what other answers ask for', () => {
    expect(drawn({ kind: 'delivery' })).toContain('Number plate');
  });

  it('says at the field what is wrong, and what is missing once sending was tried', () => {
    const values = { kind: 'online', price: 600_000, who: '110101199003079990' };
    expect(drawn(values)).toContain('Must be CNY 5,000.00 or less');
    expect(drawn(values)).toContain('Not a valid identity number');
    expect(drawn(values)).not.toContain('Required</p>');
    const missing = drawn(values, true);
    for (const label of ['Place', 'Card', 'Since', 'Hours', 'Tools', 'Paper', 'Crew']) {
      const [, field = ''] = missing.split(`>${label}<`);
      expect([label, field.slice(0, field.indexOf('</p>')).endsWith('Required')]).toEqual([label, true]);
    }
  });
});
