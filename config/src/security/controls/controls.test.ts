import { checkNames, controls } from '.';

describe('the controls of MLPS level 3', () => {
  it('are thirty and five beyond (R9.2), in order', () => {
    expect(controls.map(({ number }) => number)).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
  });

  it('use every check, and each says what shows it: a live check, or a dated entry', () => {
    expect([...new Set(controls.flatMap(({ checks }) => checks))].sort()).toEqual([...checkNames].sort());
    expect(controls.filter(({ checks, needs }) => checks.length === 0 && needs === undefined)).toEqual([]);
  });

  it('are whole in both languages', () => {
    const texts = controls.flatMap(({ name, how, needs, evidence }) => [
      name,
      how,
      ...(needs ? [needs] : []),
      ...evidence.map(({ text }) => text),
    ]);
    expect(texts.filter(({ zh, en }) => zh.trim() === '' || en.trim() === '')).toEqual([]);
    expect(texts.filter(({ en }) => /[\u4e00-\u9fff]/.test(en))).toEqual([]);
  });
});
