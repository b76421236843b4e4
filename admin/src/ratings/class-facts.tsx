import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { VersionWord } from '../configurations/version-word';
import { Facts, type Fact } from '../parts/facts';
import { Money } from '../parts/money';
import { StateChip } from '../parts/state-chip';
import { Day, Instant } from '../parts/time';
import type { RatingRecord } from './rating';
import { useWords } from './words';

/** Class, score and since when; the override where one holds. */
export function ClassFacts({ record }: { record: RatingRecord }): ReactNode {
  const word = useWords();
  const translate = useTranslate();
  const { current, override } = record;
  if (current === null) return <p style={{ margin: 0 }}>{`${word('notRated')} · ${word('notRatedLead')}`}</p>;
  const facts: Fact[] = [
    { label: word('class'), value: <StateChip kind="ratingClass" state={record.class} /> },
    { label: word('score'), value: current.score },
    { label: word('since'), value: <Day day={record.since} /> },
    { label: word('lookedAt'), value: <Instant at={record.lookedAt} /> },
    { label: word('computed'), value: translate(`state.ratingClass.${current.computedClass}`) },
    {
      label: word('version'),
      value: (
        <>
          <VersionWord id={current.tableVersion} />
          <br />
          <VersionWord id={current.classesVersion} />
        </>
      ),
    },
  ];
  if (override !== null) {
    const { number, endsOn, reason } = override;
    facts.push({ label: word('override'), value: `${number} · ${endsOn} · ${reason}` });
  }
  return <Facts facts={facts} />;
}

/** What the class means for the enterprise. */
export function PolicyFacts({ policy }: { policy: NonNullable<RatingRecord['policy']> }): ReactNode {
  const word = useWords();
  return (
    <Facts
      facts={[
        { label: word('prepayPercent'), value: `${policy.prepayPercent.toString()}%` },
        { label: word('samplingFactor'), value: word('times', policy.samplingFactor) },
        { label: word('reviewDepth'), value: word(policy.reviewDepth) },
        { label: word('releaseFen'), value: <Money fen={policy.releaseFen} total /> },
        { label: word('feeTier'), value: word(policy.feeTier) },
        { label: word('recheckDays'), value: word('days', policy.recheckDays) },
      ]}
    />
  );
}
