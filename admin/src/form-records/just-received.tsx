import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Chip } from '../parts/state-chip';
import { useWords } from './words';

/** A case is opened a moment after a complaint was handed in; so often, and no longer, the page asks for it again. */
const triesMax = 5;
const waitMs = 2_000;

/** A complaint that nobody's clock runs for yet: whoever complained reads at once that it is received (办理情况). */
export function JustReceived({ again }: { again: () => void }): ReactNode {
  const word = useWords();
  const [tries, setTries] = useState(0);
  // `again` is another function at each look of the page; the clock begins with a try alone.
  const ask = useRef(again);
  useEffect(() => {
    ask.current = again;
  }, [again]);
  useEffect(() => {
    if (tries === triesMax) return;
    const timer = setTimeout(() => {
      setTries(tries + 1);
      ask.current();
    }, waitMs);
    return () => {
      clearTimeout(timer);
    };
  }, [tries]);
  return (
    <Card title={word('handling')}>
      <Facts facts={[{ label: word('handlingState'), value: <Chip tone="wait">{word('handlingReceived')}</Chip> }]} />
    </Card>
  );
}
