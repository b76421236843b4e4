import { endOf, retentionClasses } from '@linggong/config/retention';

/** What still has to know who somebody is (保存理由). */
export interface PersonFact {
  readonly workerId: number;
  /** The class of the retention schedule whose term it is. */
  readonly class: string;
  /** The last instant from which the term is counted; null as long as it has not begun: something of his still runs. */
  readonly from: Date | null;
  /** A file of the class that names him is still kept – a hold on somebody else may do that. */
  readonly hasFile?: boolean;
}

/** A term that holds a person; `until` is null where nobody can say yet. */
export interface PersonTerm {
  readonly class: string;
  readonly from: Date | null;
  readonly until: Date | null;
}

export interface PersonEnd {
  /** When the last of them ends; null where nobody can say yet. */
  readonly until: Date | null;
  readonly terms: readonly PersonTerm[];
}

/**
 * When nothing needs to know any more who somebody is (PIPL art. 47): the last end of all terms that hold him. A term that is over whose file is
 * still there holds him as long as the file is there. @throws Error for a class that the schedule does not know, or without a term
 */
export function personEnd(facts: readonly PersonFact[], at: Date): PersonEnd {
  const terms = facts.map((fact) => ({ class: fact.class, from: fact.from, until: untilOf(fact, at) }));
  const open = terms.some(({ until }) => until === null);
  const last = terms.reduce((latest, { until }) => Math.max(latest, until?.getTime() ?? 0), 0);
  return { until: open || terms.length === 0 ? null : new Date(last), terms };
}

function untilOf({ class: name, from, hasFile }: PersonFact, at: Date): Date | null {
  const term = retentionClasses.find((one) => one.name === name)?.term;
  if (term === undefined) throw new Error(`no term of the class ${name}`);
  if (from === null) return null;
  const until = endOf(term, from);
  return hasFile === true && until <= at ? null : until;
}
