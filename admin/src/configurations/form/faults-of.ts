import type { Fault } from '@linggong/studio/domain';
import { useText2 } from '../../parts/text2';

/** What is wrong at a path and below it, in the reader's language; undefined where nothing is. */
export type FaultAt = (path: string, exact?: boolean) => string | undefined;

export function useFaultAt(faults: readonly Fault[]): FaultAt {
  const text = useText2();
  return (path, exact = true) => {
    const found = faults.find((fault) => fault.path === path || (!exact && fault.path.startsWith(`${path}.`)));
    return found && text(found.text);
  };
}
