import { recordRead } from '@linggong/audit';
import { reachOf, type Role } from '@linggong/config/access';
import type { Command, Queryable } from '@linggong/core';
import type { Vault } from '@linggong/vault';
import { cellKinds, openCells } from '../upload/sealed-lines';

/** The amount of a line as it stood in the sheet, where it could not be read and the reader may correct it; an entry each time. */
export async function amountTextOf(
  db: Queryable,
  vault: Vault,
  command: Command,
  lineId: number,
  reader: { readonly role: Role },
): Promise<string | null> {
  // Who corrects lines sees what stands there.
  if (reachOf(reader.role, 'settlement-line', 'edit') === undefined) return null;
  const row = await db.maybeOne<{ cellsSealed: Buffer }>(
    'SELECT cells_sealed AS "cellsSealed" FROM settlement.lines WHERE id = $1 AND amount_fen IS NULL AND cells_sealed IS NOT NULL',
    [lineId],
  );
  if (!row) return null;
  const subject = { kind: 'settlement-line', id: lineId };
  const reading = await recordRead(db, command, { purpose: 'unreadable-amount', kinds: cellKinds, subject });
  const text = openCells(vault, lineId, row.cellsSealed, reading).amountText;
  return text === null ? null : withoutPersonalData(text);
}

/** Signs of an amount in any script; words of one, which are parts of names too, count only where nothing else stands. */
const SIGNS = /[^\d\uFF10-\uFF19\s.,\uFF0C\uFF0E¥\uFFE5$%+\-=*/()]/gu;
const WORDS = /^[eE元角分整万千百十零一二三四五六七八九]+$/u;
const LONG_NUMBERS = /[\d\uFF10-\uFF19](?:[\s-]?[\d\uFF10-\uFF19]){10,}/gu;

/**
 * A cell in the wrong column may be a name, an identity number, a phone or a card: letters that no amount has, and eleven
 * digits or more, are masked.
 */
export function withoutPersonalData(text: string): string {
  const letters = (text.match(SIGNS) ?? []).join('');
  const isAmount = letters === '' || (WORDS.test(letters) && /\d|[\uFF10-\uFF19]|[元整]/u.test(text));
  const signs = isAmount ? text : text.replace(SIGNS, '*');
  return signs.replace(LONG_NUMBERS, (digits) => '*'.repeat(digits.length));
}
