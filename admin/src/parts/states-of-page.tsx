import { Box, Button, Skeleton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { isRecord, traceOf } from '../provider/problem';

interface EmptyProps {
  title: string;
  why?: string;
  action?: ReactNode;
  /** It is the whole page, so its title is the page's. */
  page?: boolean;
}

/** An empty list says why it is empty and what to do first. */
export function Empty({ title, why, action, page = false }: EmptyProps): ReactNode {
  return (
    <Box sx={{ textAlign: 'center', py: 6, px: 2 }}>
      <Typography variant="h2" component={page ? 'h1' : 'h2'}>
        {title}
      </Typography>
      {why !== undefined && (
        <Typography sx={{ color: 'tokens.ink2', mt: 0.5, maxWidth: 520, mx: 'auto' }}>{why}</Typography>
      )}
      {action !== undefined && (
        <Box sx={{ mt: 2, display: 'flex', gap: 1, justifyContent: 'center', flexWrap: 'wrap' }}>{action}</Box>
      )}
    </Box>
  );
}

/** Refusals that a page of one's own mends: the page, and what it is called. */
const remedies: Readonly<Record<string, readonly [to: string, title: string]>> = {
  'second-factor-unset': ['/security', 'security.title'],
  'holder-missing': ['/holder', 'holder.title'],
};

interface ProblemText {
  title: string;
  detail?: string;
  fix?: string;
  trace?: string;
  remedy?: readonly [to: string, title: string];
}

/** The words of whatever went wrong: a problem of the server in its own words, anything else in ours. */
export function useProblemText(): (error: unknown) => ProblemText {
  const translate = useTranslate();
  return (error) => {
    const body = isRecord(error) && isRecord(error['body']) ? error['body'] : {};
    const text = (name: string): string | undefined =>
      typeof body[name] === 'string' && body[name] !== '' ? body[name] : undefined;
    const message = error instanceof Error && /^problem\.\w+$/.test(error.message) ? error.message : 'problem.server';
    const title = text('title') ?? message;
    // The server's detail is its title with the remedy behind it; said once is enough.
    const detail = [text('detail')].find((words) => words !== undefined && !words.startsWith(title));
    const fix = text('fix');
    const trace = traceOf(body);
    const remedy = remedies[text('code') ?? ''];
    return {
      title: /^problem\.\w+$/.test(title) ? translate(title) : title,
      ...(detail === undefined ? {} : { detail }),
      ...(fix === undefined ? {} : { fix }),
      ...(trace === undefined ? {} : { trace }),
      ...(remedy === undefined ? {} : { remedy }),
    };
  };
}

/** What went wrong, in place: title, what it means, what to do, and the number to quote to support. */
export function Trouble({ error, retry }: { error: unknown; retry?: () => void }): ReactNode {
  const translate = useTranslate();
  const { title, detail, fix, trace, remedy } = useProblemText()(error);
  return (
    <Box
      role="alert"
      sx={{
        bgcolor: 'tokens.badBg',
        color: 'tokens.bad',
        borderRadius: '8px',
        p: '10px 14px',
        fontSize: 13,
        display: 'grid',
        gap: 0.5,
      }}
    >
      <Box sx={{ fontWeight: 600 }}>{title}</Box>
      {detail !== undefined && <Box>{detail}</Box>}
      {fix !== undefined && <Box>{translate('problem.fix', { fix })}</Box>}
      {remedy !== undefined && (
        <Box>
          <Button size="small" component={Link} to={remedy[0]}>
            {translate(remedy[1])}
          </Button>
        </Box>
      )}
      {trace !== undefined && <Box sx={{ fontSize: 12 }}>{translate('problem.trace', { trace })}</Box>}
      {retry !== undefined && (
        <Box>
          <Button size="small" onClick={retry}>
            {translate('problem.retry')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

/** The shape of a page that is on its way: nothing jumps when it arrives. */
export function PageSkeleton(): ReactNode {
  return (
    <Box aria-busy sx={{ display: 'grid', gap: 2 }}>
      <Skeleton variant="rounded" width={280} height={30} />
      <Skeleton variant="rounded" height={92} />
      <Skeleton variant="rounded" height={320} />
    </Box>
  );
}
