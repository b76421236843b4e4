import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { countText, yuanSignText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import { Figure, Panel } from './live-parts';
import type { Live } from './use-live';
import { words } from './words';

/** Five questions in a row; what was paid today is the one that people look up for. */
export function LiveTiles({ live }: { live: Live }): ReactNode {
  const text = useText2();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 'clamp(8px, .8vw, 16px)',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))', md: '3fr 3fr 6fr 5fr 5fr' },
        '& > *': { minWidth: 0 },
      }}
    >
      <Panel title={text(words.people)}>
        <Figure
          value={countText(live.people.active)}
          note={`${text(words.verified)} ${countText(live.people.verified)}`}
        />
      </Panel>
      <Panel title={text(words.tasks)}>
        <Figure value={countText(live.openTasks)} note={`${text(words.enterprises)} ${countText(live.enterprises)}`} />
      </Panel>
      <Panel title={text(words.today)}>
        <Figure
          main
          value={yuanSignText(live.paidToday.netFen)}
          note={`${countText(live.paidToday.count)} ${text(words.payments)}`}
        />
      </Panel>
      <Panel title={text(words.tax)}>
        <Figure
          value={yuanSignText(live.paidThisMonth.taxFen)}
          note={`${text(words.ofIncome)} ${yuanSignText(live.paidThisMonth.grossFen)}`}
        />
      </Panel>
      <Panel title={text(words.held)}>
        <Figure
          value={yuanSignText(live.held.amountFen)}
          note={`${countText(live.held.count)} ${text(words.payments)}`}
        />
      </Panel>
    </Box>
  );
}
