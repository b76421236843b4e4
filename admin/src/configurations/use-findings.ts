import type { Json, KindName } from '@linggong/studio/domain';
import { useEffect, useState } from 'react';
import { useSettled } from '../parts/use-settled';
import type { AskedFindings, Findings, ToldFindings } from './findings';

/** Faults and hints, and the content that they are of: a moment later there may be another one. */
export interface FoundIn extends Findings {
  readonly content: Json;
}

let worker: Worker | undefined;
let asked = 0;

/** One worker for as long as the console is open, begun with the first change that somebody types. */
function workerOf(): Worker {
  worker ??= new Worker(new URL('./findings.worker.ts', import.meta.url), { type: 'module' });
  return worker;
}

/** What is found in what is being typed, a moment behind the keys; undefined until something was typed and looked at. */
export function useFindings(kind: KindName, content: Json, isTyped: boolean): FoundIn | undefined {
  const settled = useSettled(content);
  const [found, setFound] = useState<FoundIn | undefined>(undefined);
  useEffect(() => {
    if (!isTyped) return undefined;
    const at = workerOf();
    asked += 1;
    const question: AskedFindings = { id: asked, kind, content: settled };
    const hear = ({ data }: MessageEvent<ToldFindings>): void => {
      if (data.id === question.id) setFound(data.found && { ...data.found, content: settled });
    };
    at.addEventListener('message', hear);
    at.postMessage(question);
    return () => {
      at.removeEventListener('message', hear);
    };
  }, [kind, settled, isTyped]);
  return isTyped ? found : undefined;
}
