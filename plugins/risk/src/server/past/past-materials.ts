import { rowSource, withinDays } from '@linggong/studio';

interface PastReview {
  readonly cursor: number;
  readonly number: string;
  readonly materialId: number;
  readonly answers: readonly { readonly item: string; readonly answer: string }[];
  readonly verdict: string;
  readonly captures: number;
}

const REVIEWS = `SELECT r.id AS cursor, m.number, m.id AS "materialId", r.answers, r.verdict,
    (SELECT count(*)::int FROM risk.material_files f
      WHERE f.material_id = m.id AND f.finding_id IS NULL AND f.added_at <= r.reviewed_at) AS captures
  FROM risk.material_reviews r JOIN risk.materials m ON m.id = r.material_id WHERE ${withinDays('r.reviewed_at')}`;

/** Reviews of promotional material (历史宣传资料审查), asked again by their answers and the captures of then. */
export const pastMaterials = rowSource<PastReview>({
  name: { zh: '历史宣传资料审查', en: 'Reviews of material of the past' },
  rows: REVIEWS,
  item: ({ number, materialId, answers, verdict, captures }) => ({
    subject: { label: number, link: `/promotional-materials/${materialId.toString()}/show` },
    input: { answers: answers.map(({ item, answer }) => ({ item, answer, evidence: Math.min(captures, 100) })) },
    decided: { verdict },
  }),
});
