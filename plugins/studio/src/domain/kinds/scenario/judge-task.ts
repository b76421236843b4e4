import type { Text2 } from '@linggong/core/domain';
import { findWords } from './find-words';
import { signNames, type ScenarioContent, type ScenarioRow, type SignName, type SignVerdict } from './scenario-fields';

/** A sign of an employment, the words that show it where words do, and what follows in the scenario of the task. */
export interface FoundSign {
  readonly id: string;
  readonly sign: SignName;
  readonly words: string | null;
  readonly verdict: SignVerdict;
  readonly text: Text2;
}

/** The row of the catalogue under which new tasks may be published; undefined where there is none, or no longer. */
export function openScenario({ scenarios }: ScenarioContent, code: string): ScenarioRow | undefined {
  return scenarios.find((one) => one.id === code && one.open);
}

/**
 * Signs of an employment in the words of a task (R1.8: 合作关系而非雇佣关系), in the order of the catalogue, each with what follows
 * in its scenario. In a scenario that is not in the catalogue they are reviewed.
 */
export function signsIn({ scenarios, signs }: ScenarioContent, code: string, words: string): FoundSign[] {
  const row = scenarios.find((one) => one.id === code);
  return signs.flatMap(({ id, sign, text, words: phrases }) => {
    const found = firstFound(words, phrases);
    return found === undefined ? [] : [{ id, sign, text, words: found, verdict: row?.onSign[sign] ?? 'review' }];
  });
}

/** Whoever works for one enterprise alone may be its employee, whatever the task says. */
export function oneEnterpriseSign({ scenarios }: ScenarioContent, code: string): FoundSign {
  const sign = 'one-enterprise';
  const row = scenarios.find((one) => one.id === code);
  return { id: sign, sign, text: signNames[sign], words: null, verdict: row?.onSign[sign] ?? 'review' };
}

function firstFound(words: string, phrases: readonly string[]): string | undefined {
  for (const phrase of phrases) {
    const found = findWords(words, phrase);
    if (found !== undefined) return found;
  }
  return undefined;
}
