import { bytesText } from './bytes-text';
import { countText } from './money-text';

/** Stages of jobs that tell how many bytes are done, not how many things. */
const inBytes: ReadonlySet<string> = new Set(['copy-cluster', 'dump', 'read-back']);

interface Progress {
  readonly stage?: string | null | undefined;
  readonly done: number;
  readonly total: number;
}

/**
 * How far a job is, and of how much, as people read it: `1,200` of `5,000`, or `1.4 GB` of `2.0 GB` where it moves bytes. Undefined where nothing
 * is known; without `total` where its end is not.
 */
export function progressTexts({ stage, done, total }: Progress): { done: string; total?: string } | undefined {
  const bytes = typeof stage === 'string' && inBytes.has(stage);
  const text = bytes ? bytesText : countText;
  if (total > 0) return { done: text(done), total: text(total) };
  return bytes && done > 0 ? { done: text(done) } : undefined;
}

/** The same in one short text, for bars and lists: `1.4 GB / 2.0 GB`; empty where nothing is known. */
export function progressText(progress: Progress): string {
  const texts = progressTexts(progress);
  if (texts === undefined) return '';
  return texts.total === undefined ? texts.done : `${texts.done} / ${texts.total}`;
}
