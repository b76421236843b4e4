import fc from 'fast-check';
import { JsonFormFault, jsonElements } from './json-elements';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

async function elements(text: string, size = 7): Promise<string[]> {
  const found: string[] = [];
  for await (const element of jsonElements(pieces(text, size))) found.push(element);
  return found;
}

it('gives the elements of any list as JSON.parse does, wherever the text is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue(), { maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(undefined, 1, '\t'),
      async (lines, size, indent) => {
        const found = await elements(JSON.stringify({ lines }, null, indent), size);
        expect(found.map((element): unknown => JSON.parse(element))).toEqual(JSON.parse(JSON.stringify(lines)));
      },
    ),
    { numRuns: 500 },
  );
});

it.each([
  ['', 'not-json'],
  ['hello', 'not-json'],
  ['[1]', 'not-json'],
  ['{"lines": [', 'not-json'],
  ['{"lines": [1', 'not-json'],
  ['{"lines": [1]', 'not-json'],
  ['{"lines": [1}', 'not-json'],
  ['{"lines": [1]}}', 'not-json'],
  ['{"lines": [1], "more": 1}', 'not-json'],
  ['{"lines": ["1]}', 'not-json'],
  ['{"lines": 1}', 'not-lines'],
  ['{"rows": [1]}', 'not-lines'],
  ['{}', 'not-lines'],
  [`{${' '.repeat(2_000)}`, 'not-lines'],
  [`{"lines": ["${'x'.repeat(20_000)}"]}`, 'element-too-long'],
  [`{"lines": [${'['.repeat(20_000)}`, 'element-too-long'],
])('refuses text %#', async (text, kind) => {
  for (const size of [1, 100_000]) await expect(elements(text, size)).rejects.toMatchObject({ kind });
  await expect(elements(text)).rejects.toBeInstanceOf(JsonFormFault);
});
