import type { PeriodReviewAnswer } from '@linggong/risk/api';
import type { Wire } from '../parts/wire';

/** A review of a month with its figures and findings. */
export type PeriodReview = Wire<PeriodReviewAnswer>;
export type ReviewFigure = PeriodReview['figures'][number];

export type ReviewResource = 'real-name-reviews' | 'operation-reviews';

/** A row of `/api/console/real-name-reviews` or `/api/console/operation-reviews`. */
export interface PeriodReviewRow extends Pick<
  PeriodReview,
  'id' | 'number' | 'month' | 'state' | 'madeBy' | 'madeAt' | 'endedBy' | 'endedAt'
> {
  findings: number;
  offTarget: number;
}

/** The figures of one section, in the order in which they were counted. */
export interface FigureSection {
  readonly section: string;
  readonly name: ReviewFigure['sectionName'];
  readonly figures: readonly ReviewFigure[];
}

/** The figure that a finding is about: its rule ends in the figure's key, and of operations in its module and key. */
export function figureOf(
  { rule }: PeriodReview['findings'][number],
  figures: readonly ReviewFigure[],
): ReviewFigure | undefined {
  const place = rule.slice(rule.indexOf('.') + 1);
  return figures.find(({ section, key }) => place === `${section}.${key}`) ?? figures.find(({ key }) => place === key);
}

/** The figures by section. */
export function sectionsOf(figures: readonly ReviewFigure[]): FigureSection[] {
  const sections = new Map<string, ReviewFigure[]>();
  for (const figure of figures) sections.set(figure.section, [...(sections.get(figure.section) ?? []), figure]);
  return [...sections.values()].flatMap((list) => {
    const [first] = list;
    return first ? [{ section: first.section, name: first.sectionName, figures: list }] : [];
  });
}
