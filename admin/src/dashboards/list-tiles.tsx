import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import { listAt, Tile, Tiles } from './tile';
import { useTotals, type TotalWish } from './use-total';

/** A question that a filtered list answers; its figure opens exactly the rows that were counted. */
export interface ListQuestion extends TotalWish {
  /** Key of its words below `boards.{board}`. */
  key: string;
}

interface ListTilesProps {
  board: string;
  questions: readonly ListQuestion[];
  /** Tiles whose figures come from elsewhere, each with a key: before those of the lists, or after them. */
  before?: readonly ReactElement[];
  after?: readonly ReactElement[];
}

/** The figures of a board, each a count of a list; a list that the reader may not see leaves its tile out. */
export function ListTiles({ board, questions, before = [], after = [] }: ListTilesProps): ReactNode {
  const translate = useTranslate();
  const totals = useTotals(questions);
  return (
    <Tiles>
      {before}
      {questions.map(({ key, resource, filter }, index) => {
        const total = totals[index];
        return total?.allowed !== true ? null : (
          <Tile
            key={key}
            question={translate(`boards.${board}.${key}`)}
            value={total.count === undefined ? undefined : countText(total.count)}
            failed={total.failed}
            to={listAt(resource, filter)}
          />
        );
      })}
      {after}
    </Tiles>
  );
}

/** The present to the minute, so that questions stay the same while the page is looked at. */
export function useNow(): string {
  return useMemo(() => `${new Date().toISOString().slice(0, 16)}:00.000Z`, []);
}
