import { kinds } from '.';

it('knows each kind once, and what each begins with is of its shape (R13.1)', () => {
  expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length);
  for (const kind of kinds) expect(kind.content.safeParse(kind.blank()).success).toBe(true);
});
