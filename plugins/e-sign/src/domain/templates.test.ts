import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { validateLifecycle } from '@linggong/core/domain';
import { chineseNumeral } from './chinese-numeral';
import { contractLifecycle } from './contract-lifecycle';
import { renderContract, type TemplateValues } from './render';
import { contractKinds, type Template } from './template';
import { firstTemplates } from './templates';

const valuesFor = (template: Template, text = 'x'): TemplateValues =>
  Object.fromEntries(template.variables.map(({ name }) => [name, { zh: text, en: text }]));

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('first texts', () => {
  it('has one for every kind', () => {
    expect(firstTemplates.map(({ kind }) => kind).sort()).toEqual([...contractKinds].sort());
  });

  // The first version never changes: contracts signed under it are rendered from it again. A new wording is a new version of the Studio.
  it.each([
    ['enterprise-cooperation', '1882a3ada2ac2e17de311fa1da3ba365456b5a90916c3a012a480680d06f55ec'],
    ['worker-service', '9ab1c77807b10137024e837f277d67ce22d5b5b1937bcb3365aead65eb95cf5c'],
    ['tax-agency', 'd2bb8d190b34e545f32bb76f59289badcd3c530bcad6e411d5af7f53db218b7f'],
  ])('%s version 1 still reads as it was published', (code, digest) => {
    const template = firstTemplates.find((one) => one.code === code && one.version === 1);
    expect(template && sha256(renderContract(template, valuesFor(template)))).toBe(digest);
  });

  it('says in both languages every fact that it is given', () => {
    for (const template of firstTemplates) {
      const values = Object.fromEntries(
        template.variables.map(({ name }) => [name, { zh: `甲${name}乙`, en: `<${name}>` }]),
      );
      const text = renderContract(template, values);
      for (const { name } of template.variables) {
        expect(text).toContain(`甲${name}乙`);
        expect(text).toContain(`<${name}>`);
      }
      expect(text).not.toMatch(/[{}]|undefined|null/);
    }
  });
});

describe('renderContract', () => {
  const [template] = firstTemplates;
  if (template === undefined) throw new Error('no template');

  it('refuses missing, unknown and unprintable values without quoting them', () => {
    const { validTo: _gone, ...rest } = valuesFor(template);
    expect(() => renderContract(template, rest)).toThrow(/no value for validTo/);
    expect(() => renderContract(template, { ...valuesFor(template), extra: { zh: 'x', en: 'x' } })).toThrow(/unknown/);
    for (const bad of ['', ' ', 'secret\nsecond line', 'secret\u2028']) {
      expect(() => renderContract(template, valuesFor(template, bad))).toThrow(/empty or not printable/);
      expect(() => renderContract(template, valuesFor(template, bad))).not.toThrow(/secret/);
    }
  });

  it('takes values as they are: nothing in them is expanded again', () => {
    const printable = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() !== '' && !/\p{Cc}/u.test(text));
    fc.assert(
      fc.property(printable, (text) => {
        const rendered = renderContract(template, valuesFor(template, `{{contractNumber}}$&${text}`));
        expect(rendered).toContain(`{{contractNumber}}$&${text}`.normalize('NFC'));
      }),
    );
  });

  it('gives different texts for different facts', () => {
    expect(renderContract(template, valuesFor(template, 'a'))).not.toBe(
      renderContract(template, valuesFor(template, 'b')),
    );
  });
});

describe('lifecycles', () => {
  it('of contracts is a sound table', () => {
    expect(validateLifecycle(contractLifecycle)).toEqual([]);
  });
});

describe('chineseNumeral', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
  ])('%i is %s', (value, text) => expect(chineseNumeral(value)).toBe(text));

  it('refuses what no contract has', () => expect(() => chineseNumeral(100)).toThrow(RangeError));
});
