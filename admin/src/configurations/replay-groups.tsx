import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { Frame, Grid } from '../table/grid';
import type { ReplayReport } from './configuration';

/** How many went from which answer to which, and what money they carry: what changed first, the largest on top. */
export function ReplayGroups({ replay }: { replay: ReplayReport }): ReactNode {
  const translate = useTranslate();
  const word = (name: string): string => translate(`configuration.replay.${name}`);
  const hasMoney = replay.groups.some(({ amountFen }) => amountFen !== null);
  const groups = [...replay.groups].sort(
    (one, other) => Number(one.before === one.after) - Number(other.before === other.after) || other.count - one.count,
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
          {groups.map(({ before, after, count, amountFen }) => (
            <Box
              component="tr"
              key={`${before}→${after}`}
              sx={before === after ? { color: 'tokens.ink3' } : { fontWeight: 600 }}
            >
              <td>{before}</td>
              <td>{before === after ? word('same') : after}</td>
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
