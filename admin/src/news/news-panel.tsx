import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, Dialog, IconButton, Popover, useMediaQuery } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { UrgentNotices } from '../shell/notices';
import { joined, type NewsLine } from './news';
import { NewsRow } from './news-row';
import { newsBefore, useNews, useReadAll } from './use-news';

/** What came of my things, newest first; above it what others did about my account. Beside the bell on a desk, a full page on a phone. */
export default function NewsPanel({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const phone = useMediaQuery('(max-width: 599px)');
  const body = <Body onClose={onClose} isPhone={phone} />;
  if (phone)
    return (
      <Dialog open fullScreen onClose={onClose} aria-labelledby="news-title">
        {body}
      </Dialog>
    );
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': translate('news.title'), sx: { width: 420, mt: 0.5 } } }}
    >
      {body}
    </Popover>
  );
}

function Body({ onClose, isPhone }: { onClose: () => void; isPhone: boolean }): ReactNode {
  const translate = useTranslate();
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pl: 2, pr: 1, minHeight: 48 }}>
        <Box component="h2" id="news-title" sx={{ flex: 1, m: 0, fontSize: 14, fontWeight: 600 }}>
          {translate('news.title')}
        </Box>
        <ReadAll />
        {isPhone && (
          <IconButton aria-label={translate('ra.action.close')} onClick={onClose} sx={{ width: 44, height: 44 }}>
            <CloseIcon />
          </IconButton>
        )}
      </Box>
      <UrgentNotices onGo={onClose} />
      <Lines onGo={onClose} />
    </>
  );
}

function ReadAll(): ReactNode {
  const translate = useTranslate();
  const notify = useNotify();
  const readAll = useReadAll();
  const news = useNews();
  const newest = news?.items[0];
  if (newest === undefined || news?.newCount === 0) return null;
  return (
    <Button
      size="small"
      onClick={() => {
        readAll(newest.id).catch(() => {
          notify('notices.failed', { type: 'error' });
        });
      }}
    >
      {translate('news.readAll')}
    </Button>
  );
}

/** As many as the server gives at once. */
const ROWS = 30;

function Lines({ onGo }: { onGo: () => void }): ReactNode {
  const translate = useTranslate();
  const notify = useNotify();
  const newest = useNews()?.items;
  const [earlier, setEarlier] = useState<readonly NewsLine[]>([]);
  const [ended, setEnded] = useState(false);
  if (newest === undefined) return <Said>{translate('news.coming')}</Said>;
  if (newest.length === 0) return <Said>{translate('news.none')}</Said>;
  const lines = joined(newest, earlier);
  const showEarlier = (): void => {
    newsBefore(lines.at(-1)?.id).then(
      ({ items }) => {
        setEarlier([...earlier, ...items]);
        setEnded(items.length < ROWS);
      },
      () => {
        notify('news.failed', { type: 'error' });
      },
    );
  };
  return (
    <Box
      tabIndex={0}
      role="region"
      aria-label={translate('news.title')}
      sx={{ maxHeight: { sm: '60vh' }, overflowY: 'auto' }}
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lines.map((line) => (
          <NewsRow key={line.id} line={line} onGo={onGo} />
        ))}
      </Box>
      {newest.length >= ROWS && !ended && (
        <Button fullWidth size="small" onClick={showEarlier} sx={{ minHeight: 40 }}>
          {translate('news.earlier')}
        </Button>
      )}
      <Said>{translate('news.kept')}</Said>
    </Box>
  );
}

function Said({ children }: { children: ReactNode }): ReactNode {
  return <Box sx={{ px: 2, py: 1.5, fontSize: 12, color: 'tokens.ink2' }}>{children}</Box>;
}
