import type { Command, Queryable } from '@linggong/core';
import type { ClearCard, ClearIdentity } from '@linggong/parties';
import { isSameName } from '@linggong/parties/domain';
import type { Vault } from '@linggong/vault';
import type { SubjectKind } from '../../domain';
import type { PendingCheck, Question } from '../asking/question';
import type { VerificationOutcome } from '../providers/identity-provider';
import type { RealNameTools } from '../tools';

function blind(vault: Vault, kind: 'name' | 'identity-number' | 'bank-card' | 'phone', clear: string): string {
  return vault.blind(kind, clear).toString('hex');
}

function askedIdentity(vault: Vault, identity: ClearIdentity): Record<string, string> {
  return {
    identity: blind(vault, 'identity-number', identity.identityNumber),
    name: blind(vault, 'name', identity.name),
  };
}

function identityQuestion(tools: RealNameTools, pending: PendingCheck, identity: ClearIdentity): Question {
  const { vault } = tools;
  const { identityKind, identityNumber, name } = identity;
  return {
    pending,
    kind: 'identity',
    workerId: identity.workerId,
    cardId: null,
    enterpriseId: null,
    asked: askedIdentity(vault, identity),
    request: { kind: 'person', identityKind, identityNumber, name },
  };
}

/** The holder is somebody else (R6.1): no vendor need be asked, and none is paid. */
function otherHolder({ reference }: PendingCheck): VerificationOutcome {
  return { kind: 'mismatch', providerCode: 'HOLDER-NAME', requestId: `platform-${reference}`, costFen: 0n };
}

function cardQuestion(tools: RealNameTools, pending: PendingCheck, card: ClearCard): Question {
  const { vault } = tools;
  const { identityKind, identityNumber, name, phone, workerId } = card.owner;
  const isOwn = isSameName(card.holder, name);
  return {
    pending,
    kind: 'bank-card-4',
    workerId,
    cardId: card.cardId,
    enterpriseId: null,
    asked: {
      ...askedIdentity(vault, card.owner),
      card: blind(vault, 'bank-card', card.cardNumber),
      phone: blind(vault, 'phone', phone),
    },
    request: { kind: 'card', identityKind, identityNumber, name, cardNumber: card.cardNumber, phone },
    ...(isOwn ? {} : { platformAnswer: otherHolder(pending) }),
  };
}

async function companyQuestions(
  tools: RealNameTools,
  db: Queryable,
  command: Command,
  pending: readonly PendingCheck[],
): Promise<Question[]> {
  const { parties } = tools;
  const questions: Question[] = [];
  for (const each of pending) {
    const company = await parties.openCompany(db, command, each.subjectId);
    if (company === undefined) continue;
    const { name, uscc, legalRepresentative } = company;
    questions.push({
      pending: each,
      kind: 'company',
      workerId: null,
      cardId: null,
      enterpriseId: each.subjectId,
      asked: { uscc, name },
      request: { kind: 'company', name, uscc, ...(legalRepresentative === null ? {} : { legalRepresentative }) },
    });
  }
  return questions;
}

/** The questions of pending checks of one kind; a subject that does not exist gives none. */
export async function questionsOf(
  tools: RealNameTools,
  command: Command,
  subjectKind: SubjectKind,
  pending: readonly PendingCheck[],
): Promise<Question[]> {
  const { database, parties } = tools;
  if (subjectKind === 'enterprise') return companyQuestions(tools, database, command, pending);
  const byId = new Map(pending.map((each) => [each.subjectId, each]));
  const ids = [...byId.keys()];
  if (subjectKind === 'worker') {
    const identities = await parties.openIdentities(database, command, ids, 'identity-check');
    return identities.flatMap((identity) => {
      const each = byId.get(identity.workerId);
      return each === undefined ? [] : [identityQuestion(tools, each, identity)];
    });
  }
  const cards = await parties.openCards(database, command, ids);
  return cards.flatMap((card) => {
    const each = byId.get(card.cardId);
    return each === undefined ? [] : [cardQuestion(tools, each, card)];
  });
}
