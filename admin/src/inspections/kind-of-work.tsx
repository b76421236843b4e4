import type { ReactNode } from 'react';
import { useText2 } from '../parts/text2';
import { useScenarios } from '../tasks/use-scenarios';

/** The scenario of a payment by its name; its code where the catalogue does not know it any more. */
export function KindOfWork({ code }: { code: string }): ReactNode {
  const text = useText2();
  const scenario = useScenarios().find((one) => one.code === code);
  return scenario === undefined ? code : text(scenario.title);
}
