import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { Frame, Grid } from '../table/grid';
import type { CaseWords } from './cases/value-text';
import type { DecisionPair } from './configuration';

interface ReplayGroupsProps {
  pairs: readonly DecisionPair[];
  words: CaseWords;
}

/** How many went from which answer to which, and what money they carry: what changed first, the largest on top. */
export function ReplayGroups({ pairs, words }: ReplayGroupsProps): ReactNode {
  const translate = useTranslate();
  const word = (name: string): string => translate(`configuration.replay.${name}`);
  const hasMoney = pairs.some(({ amountFen }) => amountFen > 0);
  const groups = [...pairs].sort(
    (one, other) => Number(other.changed) - Number(one.changed) || other.count - one.count,
  );
  return (
    <Frame tabIndex={0} role="region" aria-label={word('groups')}>
      <Grid>
        <thead>
          <tr>
            <th scope="col">{word('before')}</th>
            <th scope="col">{word('after')}</th>
            <th scope="col" className="n">
              {word('count')}
            </th>
            {hasMoney && (
              <th scope="col" className="n">
                {word('money')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ before, after, changed, count, amountFen }) => (
            <Box
              component="tr"
              key={`${before}→${after}→${String(changed)}`}
              sx={changed ? { fontWeight: 600 } : { color: 'tokens.ink3' }}
            >
              <td>{words.said(before)}</td>
              <td>{changed ? words.said(after) : word('same')}</td>
              <td className="n">{countText(count)}</td>
              {hasMoney && (
                <td className="n">
                  <Money fen={amountFen} />
                </td>
              )}
            </Box>
          ))}
        </tbody>
      </Grid>
    </Frame>
  );
}
