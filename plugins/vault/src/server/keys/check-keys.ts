import type { Database } from '@linggong/core';
import type { Keyring } from './keyring';

/**
 * Compares the ring with the check values of the keys that this database was sealed under, and writes down new ones.
 * @throws Error where a key differs or is gone: a start with the wrong ring would write values that the right one cannot open
 */
export async function checkKeys(db: Database, keyring: Keyring): Promise<void> {
  const own = new Map<string, string>([['index', keyring.checkValue('index')]]);
  for (const number of keyring.numbers) own.set(String(number), keyring.checkValue(number));
  await db.query(
    `INSERT INTO vault.keys (name, check_value) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT (name) DO NOTHING`,
    [[...own.keys()], [...own.values()]],
  );
  const known = await db.query<{ name: string; checkValue: string }>(
    'SELECT name, check_value AS "checkValue" FROM vault.keys',
  );
  const wrong = known.filter(({ name, checkValue }) => own.get(name) !== checkValue).map(({ name }) => name);
  if (wrong.length === 0) return;
  throw new Error(
    `This database was sealed with another key ring (differs or is missing: ${wrong.join(', ')}). ` +
      'Give the right KEYRING_FILE; nothing was changed.',
  );
}
