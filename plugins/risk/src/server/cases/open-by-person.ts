import type { Command, Tx } from '@linggong/core';
import type { NewRiskCase } from '../../api';
import { standing } from '../measures/carry-out';
import { addCaseStep } from './case-rows';
import { openCases, type OpenedCase } from './open-cases';

/** The rule by which cases of people are counted. */
const RULE = 'person.report';

/**
 * Opens a case in a person's own words (人工立案). About the same worker or enterprise it is one case while that is not closed: what is told again is
 * a comment of it.
 * @throws Problem 404 for somebody who is not
 */
export async function openByPerson(tx: Tx, command: Command, told: NewRiskCase): Promise<OpenedCase> {
  const { subjectKind, subjectId, severity, title, text } = told;
  const subject = await standing(tx, subjectKind, subjectId);
  const [opened] = await openCases(tx, command, [
    {
      source: 'person',
      rule: RULE,
      subject: { kind: subjectKind, id: subjectId },
      ...(subjectKind === 'worker' ? { workerId: subjectId } : { enterpriseId: subjectId }),
      severity,
      // In the words of whoever reports it: there is no second language of it.
      title: { zh: title, en: title },
      facts: { number: subject.number },
    },
  ]);
  if (!opened) throw new Error('a case that was told was not taken');
  await addCaseStep(tx, command, opened.id, 'commented', { text });
  return opened;
}
