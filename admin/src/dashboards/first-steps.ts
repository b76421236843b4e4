interface OwnContract {
  readonly id: number;
  readonly kind: string;
  readonly state: string;
}

/** One thing that a worker does before he can be paid; the last is to find work. */
export interface FirstStep {
  readonly step: 'sign' | 'agency' | 'card' | 'task';
  readonly done: boolean;
  /** Where he does it; undefined where the platform has still to send it. */
  readonly to: string | undefined;
}

function signing(step: 'sign' | 'agency', kind: string, contracts: readonly OwnContract[]): FirstStep {
  const ofKind = contracts.filter((contract) => contract.kind === kind);
  const sent = ofKind.find(({ state }) => state === 'sent');
  return {
    step,
    done: ofKind.some(({ state }) => state === 'signed'),
    to: sent && `/contracts/${sent.id.toString()}/show`,
  };
}

/** What a worker has to do first, and what of it is done. A card counts from the moment that it is being verified. */
export function firstSteps(
  workerId: number,
  contracts: readonly OwnContract[],
  cards: readonly { readonly state: string }[],
  hasTask: boolean,
): FirstStep[] {
  const before: FirstStep[] = [
    signing('sign', 'worker-service', contracts),
    signing('agency', 'tax-agency', contracts),
    {
      step: 'card',
      done: cards.some(({ state }) => state === 'pending' || state === 'verified'),
      to: `/workers/${workerId.toString()}/show`,
    },
  ];
  // Work is looked for once nothing stands in the way of being paid for it.
  const ready = before.every(({ done }) => done);
  return [...before, { step: 'task', done: hasTask, to: ready ? '/open-tasks' : undefined }];
}
