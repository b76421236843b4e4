import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Figures } from '../parts/figures';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import type { ReplayReport } from './configuration';
import { shareText } from './replay-share';

/** A replay in four figures: how many, how many differently, how much of all, what they come to. */
export function ReplayFigures({ replay }: { replay: ReplayReport }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  // What was asked again, and of when: a source may say what it leaves out.
  const asked = `${text(replay.source)} · ${replay.from} – ${replay.to}`;
  const word = (name: string): string => translate(`configuration.replay.${name}`);
  return (
    <Figures
      label={word('figures')}
      figures={[
        { label: word('total'), value: countText(replay.compared), note: asked },
        { label: word('different'), value: countText(replay.changed) },
        { label: word('share'), value: shareText(replay.changed, replay.compared) },
        ...(replay.pairs.some(({ amountFen }) => amountFen > 0)
          ? [{ label: word('amount'), value: <Money fen={replay.changedFen} total /> }]
          : []),
      ]}
    />
  );
}
