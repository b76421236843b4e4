import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Instant } from '../parts/time';
import { distance, instantText } from '../parts/time-text';
import { useMay } from '../session/use-me';
import { pathOf, type NewsLine } from './news';

/** What a line says, of one thing or of several. */
function useSaid(): (line: NewsLine) => string {
  const translate = useTranslate();
  return ({ kind, page, subjectId, number, things }) => {
    const list = translate(`resources.${page}.name`, { smart_count: 2 });
    if (subjectId === null) return translate('news.several', { list, smart_count: things });
    const what = number === null ? '' : translate(`approvals.what.${number}`, { _: number });
    return translate(`news.kind.${kind}`, { number: number ?? '', list, what });
  };
}

/** One thing that came: what, when, until when there is something to do; what is new bears a dot and the word. */
export function NewsRow({ line, onGo }: { line: NewsLine; onGo: () => void }): ReactNode {
  const translate = useTranslate();
  const said = useSaid()(line);
  const may = useMay()(line.page, 'list');
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1.25,
        px: 2,
        py: 1.25,
        borderTop: '1px solid',
        borderColor: 'tokens.line',
        fontSize: 13,
        bgcolor: line.isNew ? 'tokens.accentBg' : undefined,
      }}
    >
      <Box
        aria-hidden
        sx={{
          flex: 'none',
          width: 8,
          height: 8,
          mt: '6px',
          borderRadius: '50%',
          bgcolor: line.isNew ? 'tokens.accent' : 'transparent',
        }}
      />
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', fontWeight: line.isNew ? 600 : 400 }}>
        {may ? (
          <Box component={Link} to={pathOf(line)} onClick={onGo} sx={{ color: 'tokens.ink' }}>
            {said}
          </Box>
        ) : (
          said
        )}
        <Box sx={{ mt: 0.25, fontSize: 12, fontWeight: 400, color: 'tokens.ink2' }}>
          <Instant at={line.at} />
          {line.isNew && ` · ${translate('news.new')}`}
        </Box>
        {line.dueAt !== null && <DueClock at={line.dueAt} kind={line.kind} />}
      </Box>
    </Box>
  );
}

/** Until when there is something to do, and how long that is; in red once it is over. */
function DueClock({ at, kind }: { at: string; kind: string }): ReactNode {
  const translate = useTranslate();
  const { key, count, past } = distance(at, new Date());
  return (
    <Box
      title={instantText(at, true)}
      sx={{ fontSize: 12, fontWeight: 400, color: past ? 'tokens.bad' : 'tokens.ink2' }}
    >
      {translate(kind === 'batch-quoted' ? 'dashboard.quoteEnds' : 'news.due', { day: instantText(at) })} ·{' '}
      {translate(`dashboard.${past ? 'lateFor' : 'leftFor'}.${key}`, { smart_count: count })}
    </Box>
  );
}
