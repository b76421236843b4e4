import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { gainingAccount, type Verdict } from '../../domain/approval';
import { tellNews } from '../news/tell-news';
import type { PersonPort } from '../persons/person-port';
import { samePerson } from '../persons/same-person';
import type { ApprovalRow } from './approval-rows';
import { isOfHisWordAlone, isPersonConfirmed } from '../persons/confirm-holder';
import { decisionProblems, holderUnconfirmed, makerMissing, makerUnconfirmed } from './decision-problems';

export interface Decision {
  readonly verdict: Verdict;
  /** Digest of what the decider was shown; left out where he decides on the page of the thing itself. */
  readonly seenSha256?: string | undefined;
}

/**
 * Takes a decision in the caller's transaction: by another person, of a role that decides, in a session with second factor. The
 * database looks at all of it again but the links of persons through the register of workers, which it cannot follow.
 * @throws Problem 403 `approval-own`, `approval-not-yours`, `second-factor-required`, `holder-missing`, `holder-unconfirmed`; 409
 * `approval-not-pending`, `approval-outdated`, `maker-holder-missing`, `maker-holder-unconfirmed`
 */
export async function decideApproval(
  tx: Queryable,
  port: Pick<PersonPort, 'workersLike'>,
  command: Command,
  approval: ApprovalRow,
  { verdict, seenSha256 }: Decision,
): Promise<void> {
  await demandConfirmed(tx, command, approval, verdict);
  const { outcome } = await tx.one<{ outcome: string }>(
    'SELECT access.decide_approval($1, $2, $3, $4, $5, $6) AS outcome',
    [approval.id, command.sessionId ?? null, verdict, command.reason ?? null, seenSha256 ?? null, command.at],
  );
  const refusal = decisionProblems[outcome];
  if (refusal) throw refusal();
  if (outcome !== 'done') throw new Error(`access.decide_approval answered ${outcome}`);
  const forName = await demandOtherPersons(tx, port, command, { approval, verdict });
  await record(tx, command, {
    action: `approval.${verdict}`,
    subject: { kind: 'approval', id: approval.id },
    before: { state: 'pending' },
    after: {
      state: verdict === 'approve' ? 'approved' : 'rejected',
      resource: approval.resource,
      action: approval.action,
      subject: approval.subjectId,
      ...(forName === null ? {} : { decidedFor: forName }),
    },
  });
  const { id, maker, resource, action } = approval;
  if (maker === null) return;
  const kind = verdict === 'approve' ? 'approval-approved' : 'approval-rejected';
  await tellNews(tx, command, [
    { kind, to: { accountId: maker }, page: 'approvals', id, number: `${resource}.${action}` },
  ]);
}

/**
 * Two persons who told of themselves what they liked would be two in name only, and what nobody known asked for is refused, not approved. A
 * decider who never told is refused by what comes next. A trigger of the database looks again.
 */
async function demandConfirmed(
  tx: Queryable,
  { actor }: Command,
  { maker }: ApprovalRow,
  verdict: Verdict,
): Promise<void> {
  const { accountId } = actor;
  if (accountId === undefined) return;
  if (await isOfHisWordAlone(tx, accountId)) throw holderUnconfirmed();
  if (verdict === 'reject' || maker === null || maker === accountId || (await isPersonConfirmed(tx, maker))) return;
  throw (await isOfHisWordAlone(tx, maker)) ? makerUnconfirmed() : makerMissing();
}

interface Asked {
  readonly approval: ApprovalRow;
  readonly verdict: Verdict;
}

/** After the row is locked, so that two decisions do not both look and both go on. @returns for whom it is decided, or null */
async function demandOtherPersons(
  tx: Queryable,
  port: Pick<PersonPort, 'workersLike'>,
  { actor }: Command,
  { approval, verdict }: Asked,
): Promise<string | null> {
  const { giver, name } = await tx.one<{ giver: number | null; name: string | null }>(
    'SELECT decided_for AS giver, decided_for_name AS name FROM access.approvals WHERE id = $1',
    [approval.id],
  );
  if (actor.accountId === undefined) return name;
  // Who decides for another is neither the maker nor is the other; the three are three persons.
  for (const account of giver === null ? [actor.accountId] : [actor.accountId, giver]) {
    await demandOther(tx, port, account, { approval, verdict });
  }
  return name;
}

/** Neither who asked, who has to be known where it is approved, nor who gains by it, who may have told nobody yet who he is. */
async function demandOther(
  tx: Queryable,
  port: Pick<PersonPort, 'workersLike'>,
  account: number,
  { approval, verdict }: Asked,
): Promise<void> {
  const gaining = gainingAccount(approval);
  const toMaker = approval.maker === null ? 'other' : await samePerson(tx, port, account, approval.maker);
  const toGaining = gaining === undefined ? 'other' : await samePerson(tx, port, account, gaining);
  const isUnknown = verdict === 'approve' && toMaker === 'unknown';
  const refusal = toMaker === 'same' || toGaining === 'same' ? 'own' : isUnknown ? 'maker-unknown' : undefined;
  const problem = refusal === undefined ? undefined : decisionProblems[refusal];
  if (problem) throw problem();
}
