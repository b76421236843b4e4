import type { Role } from '@linggong/config/access';
import type { Command, Tx } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';
import { keepContact, type Tell } from '../notices/notices';
import { holderOf } from '../persons/declare-holder';
import type { PersonPort } from '../persons/person-port';
import { samePerson } from '../persons/same-person';
import { openSetUp } from '../set-ups/open-set-up';
import { createAccount } from './create-account';

/** Who an account is opened for. */
interface WantedAccount {
  readonly identifier: string;
  readonly role: Role;
  readonly enterpriseId?: number | undefined;
  readonly workerId?: number | undefined;
  readonly holder?: { readonly identityNumber: string; readonly phone: string } | undefined;
}

interface OpeningParts {
  readonly tx: Tx;
  readonly vault: Vault;
  readonly persons: Pick<PersonPort, 'workersLike'>;
  readonly tell: Tell;
}

/** A worker is known by the register, and a partner system is nobody. */
const withoutHolder: readonly Role[] = ['worker', 'partner'];

/**
 * Opens an account by two persons (双人开户): without a password, which its holder sets by both halves of a code. Other accounts of the same
 * enterprise or worker are told of it. @returns its number
 * @throws Problem as `createAccount`; 400 `holder-required`, `holder-refused`; 403 `account-own`
 */
export async function openAccount(
  { tx, vault, persons, tell }: OpeningParts,
  { identifier, role, enterpriseId, workerId, holder }: WantedAccount,
  command: Command,
): Promise<number> {
  if (holder === undefined && !withoutHolder.includes(role)) throw holderRequired();
  if (holder !== undefined && withoutHolder.includes(role)) throw holderRefused();
  const owner = { ...(enterpriseId ? { enterpriseId } : {}), ...(workerId ? { workerId } : {}) };
  const person = holder === undefined ? {} : { holder: holderOf(vault, holder) };
  const id = await createAccount(tx, { identifier, role, ...owner, ...person }, command);
  if (holder !== undefined) await keepContact(tx, vault, id, holder.phone);
  await demandOther(tx, persons, id, command);
  await openSetUp(tx, id, command);
  await tell('opened-beside', await accountsBeside(tx, id, owner));
  return id;
}

/** Who asks for an account, or approves it, does not open a second one for himself. The decider is known once it is done. */
async function demandOther(
  tx: Tx,
  persons: OpeningParts['persons'],
  id: number,
  { actor, approvalId }: Command,
): Promise<void> {
  const approval = await tx.maybeOne<{ decider: number }>(
    'SELECT decided_by AS decider FROM access.approvals WHERE id = $1',
    [approvalId ?? null],
  );
  for (const other of [actor.accountId, approval?.decider]) {
    if (other !== undefined && (await samePerson(tx, persons, id, other)) === 'same') throw ownAccount();
  }
}

function ownAccount(): Error {
  return problem(
    403,
    'account-own',
    { zh: '不能为本人开立账号，也不能审批本人的账号', en: 'Nobody asks for or approves an account of his own' },
    { fix: { zh: '请由其他有权人员申请和审批', en: 'Two others ask for it and approve it' } },
  );
}

async function accountsBeside(
  tx: Tx,
  id: number,
  { enterpriseId, workerId }: Pick<WantedAccount, 'enterpriseId' | 'workerId'>,
): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM public.up_users WHERE id <> $1 AND blocked IS NOT TRUE AND (enterprise_id = $2 OR worker_id = $3) ORDER BY id LIMIT 50`,
    [id, enterpriseId ?? null, workerId ?? null],
  );
  return rows.map((row) => row.id);
}

function holderRequired(): Error {
  return problem(
    400,
    'holder-required',
    { zh: '开立此类账号须登记持有人', en: 'An account of this role is opened with its holder' },
    {
      field: 'holder',
      fix: {
        zh: '请填写使用人的证件号码和手机号，由审批人核对',
        en: 'Give identity and telephone number of who will use it; who approves looks at them',
      },
    },
  );
}

/** Numbers of somebody whom the register knows would outlive him here. */
function holderRefused(): Error {
  return problem(
    400,
    'holder-refused',
    {
      zh: '灵工账号的持有人以登记信息为准，合作系统账号没有持有人，不能另行填写',
      en: 'A worker is known by the register and a partner system is nobody: no holder is told for them',
    },
    { field: 'holder', fix: { zh: '请去掉持有人信息', en: 'Leave the holder out' } },
  );
}
