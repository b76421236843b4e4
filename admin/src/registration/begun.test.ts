import { dropBegun, keepBegun, readBegun, type Begun } from './begun';

function tab(): Storage {
  const kept = new Map<string, string>();
  const place = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  };
  return place as unknown as Storage;
}

const begun: Begun = { registration: 'word', step: 'identity', asked: [], agreed: ['service'], until: 2_000 };

it('is there again until the server has forgotten it', () => {
  const here = tab();
  keepBegun(here, begun);
  expect(readBegun(here, 1_999)).toEqual(begun);
  expect(readBegun(here, 2_000)).toBeUndefined();
  // What has lapsed lies there no longer.
  expect(readBegun(here, 0)).toBeUndefined();
});

it('holds nothing of the person, whatever is handed over with it', () => {
  const here = tab();
  const more = { ...begun, phone: '13800000001', name: '张三' };
  keepBegun(here, more);
  expect(JSON.stringify(readBegun(here, 0))).not.toMatch(/138|张三/);
});

it('is gone when it has ended, and nothing else is taken for it', () => {
  const here = tab();
  keepBegun(here, begun);
  dropBegun(here);
  expect(readBegun(here, 0)).toBeUndefined();
  for (const text of ['{', '{}', '"word"', JSON.stringify({ ...begun, step: 'elsewhere' })]) {
    here.setItem('linggong.registration', text);
    expect(readBegun(here, 0)).toBeUndefined();
  }
});
