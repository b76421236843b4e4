import { Box } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card, Cards } from '../parts/card';
import { countText } from '../parts/money-text';
import { dayText } from '../parts/time-text';
import { Frame, Grid } from '../table/grid';
import { contentWords } from './cases/content-words';
import { useCaseWords } from './cases/value-text';
import type { VersionRecord } from './configuration';
import { ExampleTable } from './example-table';
import { shareText } from './replay-share';

/** Of all days together; the newest first. */
const examplesMax = 50;

/** The version beside the one in force (影子运行): day by day how many it would have decided differently, and examples. */
export function ShadowTab({ version: { shadow, shadowFrom, content } }: { version: VersionRecord }): ReactNode {
  const translate = useTranslate();
  const words = useCaseWords(useMemo(() => contentWords(content), [content]));
  const word = (name: string): string => translate(`configuration.shadow.${name}`);
  if (shadow === null || shadow.days.length === 0)
    return (
      <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>
        {translate('configuration.shadow.none', { day: dayText(shadowFrom) })}
      </Box>
    );
  const examples = shadow.days.flatMap((day) => day.examples).slice(0, examplesMax);
  return (
    <Cards>
      <Card title={word('days')}>
        <Frame tabIndex={0} role="region" aria-label={word('days')}>
          <Grid>
            <thead>
              <tr>
                <th scope="col">{word('day')}</th>
                <th scope="col" className="n">
                  {translate('configuration.replay.total')}
                </th>
                <th scope="col" className="n">
                  {translate('configuration.replay.different')}
                </th>
                <th scope="col" className="n">
                  {translate('configuration.replay.share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shadow.days.map(({ day, compared, changed }) => (
                <tr key={day}>
                  <td>{dayText(day)}</td>
                  <td className="n">{countText(compared)}</td>
                  <td className="n">{countText(changed)}</td>
                  <td className="n">{shareText(changed, compared)}</td>
                </tr>
              ))}
            </tbody>
          </Grid>
        </Frame>
      </Card>
      {examples.length > 0 && (
        <Card title={translate('configuration.replay.examples')}>
          <ExampleTable examples={examples} words={words} />
        </Card>
      )}
    </Cards>
  );
}
