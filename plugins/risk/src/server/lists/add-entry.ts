import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { ListEntryAnswer, NewListEntry } from '../../api';
import { endFault } from '../../domain';
import { noSuchRule, rulesInForce } from '../snoozes/rules-in-force';
import type { RiskTools } from '../tools';
import { endRefused, valueRefused } from './list-problems';
import { readListValue } from './list-value';
import { putEntry } from './put-entry';

/**
 * Puts somebody on a list. The caller is a command that a second person approved: the matrix marks the operation.
 * @throws Problem 422 `list-value-refused`, `list-end-refused`, `list-rule`; 409 `list-entry-exists`
 */
export async function addEntry(
  { vault }: Pick<RiskTools, 'vault'>,
  tx: Tx,
  command: Command,
  entry: NewListEntry,
): Promise<ListEntryAnswer> {
  const today = shanghaiDay(command.at);
  const late = endFault(entry.endsOn, today);
  if (late) throw endRefused(late);
  if (entry.rules !== undefined) {
    const known = await rulesInForce(tx);
    if (!entry.rules.every((rule) => known.has(rule))) throw noSuchRule('list-rule', 'rules');
  }
  const value = readListValue(vault, entry.subjectKind, entry.value, today);
  if ('fault' in value) throw valueRefused(value.fault);
  return putEntry(tx, command, { ...entry, value });
}
