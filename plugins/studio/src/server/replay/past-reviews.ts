import type { ReplaySource } from './replay-source';
import { rowSource, withinDays } from './row-source';

interface PastCitation {
  readonly cursor: bigint;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly cited: readonly string[];
}

const CITATIONS = `SELECT c.id AS cursor, c.subject_kind AS "subjectKind",
    (SELECT min(s.subject_id) FROM studio.cited_subjects s WHERE s.citation_id = c.id) AS "subjectId",
    ARRAY(SELECT j ->> 'id' FROM jsonb_array_elements(c.judgements) j) AS cited
  FROM studio.citations c
 WHERE c.key = $3 AND c.act IN ('approve', 'publish', 'accept') AND ${withinDays('c.at')}`;

/** Where what is reviewed by criteria is looked at, by its kind in the log. */
const pages: Readonly<Record<string, string>> = { enterprise: 'enterprises', task: 'tasks', engagement: 'engagements' };

/**
 * Steps of reviews that passed (历史审核): all cited what they had to then, so those that a draft asks more of are a change. What was done in bulk
 * is one.
 */
export const pastReviews = (key: string): ReplaySource =>
  rowSource<PastCitation>({
    name: { zh: '历史审核', en: 'Reviews of the past' },
    rows: CITATIONS,
    params: [key],
    item: ({ subjectKind, subjectId, cited }) => {
      const page = pages[subjectKind];
      return {
        subject: {
          label: `${subjectKind} ${subjectId.toString()}`,
          ...(page === undefined ? {} : { link: `/${page}/${subjectId.toString()}/show` }),
        },
        input: { cited },
        decided: { verdict: 'complete' },
      };
    },
  });
