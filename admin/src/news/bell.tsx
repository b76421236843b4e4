import NotificationsNoneIcon from '@mui/icons-material/NotificationsNone';
import { Badge, IconButton, Tooltip } from '@mui/material';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { lazyPage } from '../lazy-page';
import { useMe } from '../session/use-me';
import { countText } from './news';
import { useNews } from './use-news';

const NewsPanel = lazyPage(() => import('./news-panel'));

/** The bell of the bar (通知): how much is new, and on a click what it is. */
export function Bell(): ReactNode {
  const translate = useTranslate();
  const urgent = useMe()?.notices.length ?? 0;
  const count = urgent + (useNews()?.newCount ?? 0);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const label = count === 0 ? translate('news.title') : translate('news.bell', { shown: countText(count) });
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          aria-label={label}
          aria-haspopup="dialog"
          onClick={(event) => {
            setAnchor(event.currentTarget);
          }}
          sx={{ width: { xs: 44, sm: 32 }, height: { xs: 44, sm: 32 }, flex: 'none' }}
        >
          <Badge
            badgeContent={count === 0 ? null : countText(count)}
            color={urgent > 0 ? 'error' : 'primary'}
            slotProps={{ badge: { 'aria-hidden': true, sx: { fontSize: 11, height: 16, minWidth: 16, px: '4px' } } }}
          >
            <NotificationsNoneIcon sx={{ fontSize: 20 }} />
          </Badge>
        </IconButton>
      </Tooltip>
      {anchor !== null && (
        <Suspense fallback={null}>
          <NewsPanel
            anchor={anchor}
            onClose={() => {
              setAnchor(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
