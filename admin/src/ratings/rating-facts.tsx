import { ratingFacts } from '@linggong/risk/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { useText2 } from '../parts/text2';
import type { Rating } from './rating';
import { useFactText, useWords } from './words';
import { useSigns } from '../parts/signs';

/** Why points were taken, with the best class that is left. */
export function Reasons({ rating }: { rating: Rating }): ReactNode {
  const word = useWords();
  const text = useText2();
  return (
    <Card title={word('reasons')}>
      {rating.reasons.length === 0 && word('noReasons')}
      <Box component="ul" sx={{ m: 0, pl: '18px', fontSize: 13 }}>
        {rating.reasons.map(({ row, points, cap, reason }) => (
          <li key={row}>
            {[text(reason), word('points', points), ...(cap === null ? [] : [word('cap', cap)])].join(' · ')}
          </li>
        ))}
        {rating.suspends && <li>{word('suspends')}</li>}
      </Box>
    </Card>
  );
}

/** The facts that the rating stands on, and those that nobody could tell. */
export function RatingFacts({ rating }: { rating: Rating }): ReactNode {
  const word = useWords();
  const fact = useFactText();
  const signs = useSigns();
  const known = ratingFacts.flatMap(({ field }) => {
    const value = rating.facts[field];
    return value === undefined ? [] : [{ label: fact.label(field), value: fact.value(field, value) }];
  });
  const unknown = rating.unknown.map(fact.label).join(signs.listed);
  return (
    <Card title={word('facts')}>
      <Facts facts={known} />
      {unknown !== '' && (
        <Box sx={{ mt: 1, fontSize: 13, color: 'tokens.ink3' }}>
          {`${word('unknown')} · ${unknown}`}
          {rating.unknown.includes('invoiceAnomalies') && ` · ${word('unknownInvoices')}`}
        </Box>
      )}
    </Card>
  );
}
