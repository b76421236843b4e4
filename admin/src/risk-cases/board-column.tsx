import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { countText } from '../parts/money-text';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Clock } from './clock';
import type { BoardRecord, CardRecord } from './risk-case';
import { useSubjectWord } from './subject-word';

type Column = BoardRecord['columns'][number];

/** One column of the board: how many, how many of them late, and what is due first. */
export function BoardColumn({ column, headed }: { column: Column; headed: boolean }): ReactNode {
  const translate = useTranslate();
  const { state, count, late, cards } = column;
  const name = translate(`state.riskCase.${state}`);
  return (
    <Box component="section" aria-label={name} sx={{ minWidth: 0, display: 'grid', gap: 1 }}>
      {headed && (
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, px: '2px' }}>
          <Typography variant="h3" component="h2">
            {name}
          </Typography>
          <Box component="span" sx={{ color: 'tokens.ink3', fontSize: 13, flex: 1 }}>
            {countText(count)}
          </Box>
          {late > 0 && (
            <Box component="span" sx={{ color: 'tokens.bad', fontSize: 12, fontWeight: 600 }}>
              {translate('riskCases.late', { count: countText(late) })}
            </Box>
          )}
        </Box>
      )}
      <Box component="ul" data-column={state} sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {cards.map((card) => (
          <li key={card.id}>
            <BoardCard card={card} closed={state === 'closed'} />
          </li>
        ))}
      </Box>
      {cards.length === 0 && (
        <Box sx={{ color: 'tokens.ink3', fontSize: 13, p: '10px 2px' }}>{translate('riskCases.none')}</Box>
      )}
      {count > cards.length && (
        <Link to={`/risk-cases?filter=${encodeURIComponent(JSON.stringify({ state }))}`}>
          {translate('riskCases.more', { count: countText(count - cards.length) })}
        </Link>
      )}
    </Box>
  );
}

function BoardCard({ card, closed }: { card: CardRecord; closed: boolean }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const actor = useActorText();
  const called = useSubjectWord();
  const { id, number, title, severity, source, ownerName, subjectLabel, dueAt } = card;
  return (
    <Box
      component={Link}
      to={`/risk-cases/${id.toString()}/show`}
      data-card
      sx={{
        display: 'grid',
        gap: '4px',
        p: '10px 12px',
        minWidth: 0,
        bgcolor: 'tokens.card',
        border: '1px solid',
        borderColor: card.isLate ? 'tokens.bad' : 'tokens.line',
        borderRadius: '8px',
        color: 'tokens.ink',
        fontSize: 13,
        '&:hover': { textDecoration: 'none', borderColor: 'tokens.accentLine' },
      }}
    >
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', alignItems: 'center' }}>
        <Box component="span" sx={{ fontSize: 12, color: 'tokens.ink3', overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {number}
        </Box>
        <StateChip kind="riskSeverity" state={severity} />
      </Box>
      <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{text(title)}</Box>
      <Box sx={{ color: 'tokens.ink2', display: 'flex', columnGap: 1.5, flexWrap: 'wrap' }}>
        <span>{subjectLabel === null ? null : called(subjectLabel)}</span>
        <span>{translate(`riskCases.source.${source}`)}</span>
      </Box>
      <Box
        sx={{ color: 'tokens.ink2', fontSize: 12, display: 'flex', columnGap: 1.5, rowGap: '2px', flexWrap: 'wrap' }}
      >
        <span>{ownerName === null ? translate('riskCases.noOwner') : actor(ownerName)}</span>
        {!closed && <Clock dueAt={dueAt} late={card.isLate} />}
      </Box>
    </Box>
  );
}
