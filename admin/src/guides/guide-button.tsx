import HelpOutlineIcon from '@mui/icons-material/HelpOutline';
import { IconButton, Tooltip } from '@mui/material';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { lazyPage } from '../lazy-page';
import { guideOfPage } from './page-guide';
import { useGuides } from './use-guides';

const GuideDrawer = lazyPage(() => import('./guide-drawer'));

/** On pages that have a guide: opens it beside the page. */
export function GuideButton(): ReactNode {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const { data = [] } = useGuides();
  const guide = guideOfPage(data, pathname);
  if (guide === undefined) return null;
  return (
    <>
      <Tooltip title={translate('guides.help')}>
        <IconButton
          aria-label={translate('guides.help')}
          aria-haspopup="dialog"
          onClick={() => {
            setOpen(true);
          }}
          sx={{ width: { xs: 44, sm: 32 }, height: { xs: 44, sm: 32 } }}
        >
          <HelpOutlineIcon sx={{ fontSize: 20 }} />
        </IconButton>
      </Tooltip>
      {open && (
        <Suspense fallback={null}>
          <GuideDrawer
            name={guide.name}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
