import { blocker, blockerCatalogue, blockerCodes, blockerOf } from '.';

describe('the blocker catalogue', () => {
  it.each(blockerCodes)('%s has words in both languages and a remedy', (code) => {
    const { title, explain, remedy } = blockerCatalogue[code];
    for (const text of [title, explain, remedy.label]) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff{]/);
      expect(text.en).not.toBe('');
    }
    expect(blocker.safeParse(blockerOf(code)).success).toBe(true);
  });

  it('names the same places in both languages', () => {
    const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
    const uneven = blockerCodes.filter((code) => {
      const { zh, en } = blockerCatalogue[code].explain;
      return places(zh).join() !== places(en).join();
    });
    expect(uneven).toEqual([]);
  });

  it('shows fen in yuan with separators, words in the language of the reader, and a dash for what is not known', () => {
    const { zh, en } = blockerOf('limit-line', { limitFen: 50_000_000 }).explain;
    expect(zh).toContain('单笔最高 500,000.00 元');
    expect(en).toContain('One payment is at most 500,000.00');
    expect(blockerOf('risk-hold', { reasons: '单笔过高', reasonsEn: 'high' }).explain).toEqual({
      zh: '单笔过高',
      en: 'high',
    });
    expect(blockerOf('worker-inactive').explain.zh).toContain('“–”');
  });
});
