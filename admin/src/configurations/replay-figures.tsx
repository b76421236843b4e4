import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Figures } from '../parts/figures';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import type { ReplayReport } from './configuration';
import { shareText, sumFen } from './replay-share';

/** A replay in four figures: how many, how many differently, how much of all, what they come to. */
export function ReplayFigures({ replay }: { replay: ReplayReport }): ReactNode {
  const translate = useTranslate();
  const moved = replay.groups.filter(({ before, after }) => before !== after);
  const fen = sumFen(moved);
  const word = (name: string): string => translate(`configuration.replay.${name}`);
  return (
    <Figures
      label={word('figures')}
      figures={[
        { label: word('total'), value: countText(replay.total), note: `${replay.from} – ${replay.to}` },
        { label: word('different'), value: countText(replay.different) },
        { label: word('share'), value: shareText(replay.different, replay.total) },
        ...(fen === undefined ? [] : [{ label: word('amount'), value: <Money fen={fen} total /> }]),
      ]}
    />
  );
}
