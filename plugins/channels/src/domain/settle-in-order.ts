import type { Fen } from '@linggong/core/domain';

export interface DueInstruction {
  id: bigint;
  account: string;
  amountFen: Fen;
}

export interface SettledInstruction extends DueInstruction {
  balanceAfterFen: Fen;
}

export interface OrderedSettlement {
  settled: SettledInstruction[];
  /** The account had not enough; a smaller one after it may still settle. */
  unfunded: DueInstruction[];
  balances: Map<string, Fen>;
}

/** Pays instructions in their order, each in full or not at all; no account falls below zero. */
export function settleInOrder(start: ReadonlyMap<string, Fen>, due: readonly DueInstruction[]): OrderedSettlement {
  const balances = new Map(start);
  const settled: SettledInstruction[] = [];
  const unfunded: DueInstruction[] = [];
  for (const instruction of due) {
    const balanceAfterFen = (balances.get(instruction.account) ?? 0n) - instruction.amountFen;
    if (balanceAfterFen < 0n) {
      unfunded.push(instruction);
      continue;
    }
    balances.set(instruction.account, balanceAfterFen);
    settled.push({ ...instruction, balanceAfterFen });
  }
  return { settled, unfunded, balances };
}
