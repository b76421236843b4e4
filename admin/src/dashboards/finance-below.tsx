import type { FinanceFigures } from '@linggong/settlement/api';
import { addDays } from '@linggong/core/domain';
import { Box } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import type { Wire } from '../parts/wire';
import { BarList } from './bar-list';
import { healthOf, type ChannelHealth } from './channel-health';
import { startOf, today } from './days';
import { listAt } from './tile';
import { useTotals } from './use-total';

const words = {
  channels: { zh: '近 7 天各银行渠道顺不顺？', en: 'How did the bank channels do in 7 days?' },
  none: { zh: '近 7 天没有付款。', en: 'Nothing was paid in 7 days.' },
  settled: { zh: '付成率', en: 'Paid of answered' },
  of: { zh: '共', en: 'of' },
  waiting: { zh: '待回执', en: 'waiting' },
  refused: { zh: '被拒', en: 'refused' },
  returned: { zh: '退汇', en: 'returned' },
  unanswered: { zh: '尚无回执', en: 'no answer yet' },
  differences: { zh: '账目差异放了多久？', en: 'How old are the differences of the books?' },
  ages: [
    { zh: '1 天以内', en: 'Under a day' },
    { zh: '1 至 7 天', en: '1 to 7 days' },
    { zh: '超过 7 天', en: 'Over 7 days' },
  ],
} as const;

/** Findings that nobody has settled yet. */
const unsettled = ['open', 'acknowledged', 'recurring'];

type FinanceBelowProps = Pick<Wire<FinanceFigures>, 'channels' | 'day'>;

/** Below the money: how each channel of a bank does, and how long differences have lain. */
export default function FinanceBelow({ channels, day }: FinanceBelowProps): ReactNode {
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'repeat(2, minmax(0, 1fr))' }, gap: 1.5, mb: 1.5 }}
    >
      <Channels channels={channels} from={addDays(day, -6)} />
      <Differences />
    </Box>
  );
}

function Channels({ channels, from }: Pick<FinanceBelowProps, 'channels'> & { from: string }): ReactNode {
  const text = useText2();
  return (
    <Card title={text(words.channels)}>
      {channels.length === 0 && <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{text(words.none)}</Box>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {channels.map((channel) => (
          <Channel key={channel.channel} health={healthOf(channel)} from={from} />
        ))}
      </Box>
    </Card>
  );
}

/** One channel: its share of success as a bar from zero, and what was refused or came back, each opening its rows. */
function Channel({ health, from }: { health: ChannelHealth; from: string }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const share = health.settledShare;
  const at = (state: string | string[]): string =>
    listAt('payouts', { channel: health.channel, state, preparedAt_gte: startOf(from) });
  const parts = [
    [words.waiting, health.waiting, at(['prepared', 'sent'])],
    [words.refused, health.refused, at('rejected')],
    [words.returned, health.returned, at('returned')],
  ] as const;
  return (
    <Box component="li" sx={{ py: 0.75, fontSize: 13 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
        <Box sx={{ flex: 1, fontWeight: 600 }}>
          {translate(`choice.channel.${health.channel}`, { _: health.channel })}
        </Box>
        <Box>
          {share === undefined ? text(words.unanswered) : `${text(words.settled)} ${(share / 100).toFixed(2)}%`}
        </Box>
      </Box>
      <Box aria-hidden sx={{ height: 8, borderRadius: '2px', bgcolor: 'tokens.accentBg', my: 0.5 }}>
        <Box
          sx={{
            ...{ height: '100%', borderRadius: '2px', bgcolor: 'tokens.accent' },
            width: `${((share ?? 0) / 100).toFixed(2)}%`,
          }}
        />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, color: 'tokens.ink2' }}>
        <span>{`${text(words.of)} ${countText(health.sent)}`}</span>
        {parts.map(([word, count, to]) => (
          <Box key={word.en} component={Link} to={to} sx={{ color: count > 0 ? 'tokens.ink' : 'tokens.ink3' }}>
            {`${text(word)} ${countText(count)}`}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** Findings of the nightly comparisons by how long they are known. */
function Differences(): ReactNode {
  const text = useText2();
  const filters = useMemo(() => {
    const [day, week] = [startOf(today()), startOf(addDays(today(), -7))];
    return [
      { state: unsettled, firstSeenAt_gte: day },
      { state: unsettled, firstSeenAt_gte: week, firstSeenAt_lte: day },
      { state: unsettled, firstSeenAt_lte: week },
    ];
  }, []);
  const totals = useTotals(useMemo(() => filters.map((filter) => ({ resource: 'findings', filter })), [filters]));
  if (totals.some(({ allowed, failed }) => !allowed || failed)) return null;
  return (
    <BarList
      question={text(words.differences)}
      items={filters.map((filter, index) => ({
        label: text(words.ages[index] ?? words.ages[0]),
        count: totals[index]?.count,
        to: listAt('findings', filter),
      }))}
    />
  );
}
