import CloseIcon from '@mui/icons-material/Close';
import { Box, Drawer, IconButton, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Trouble } from '../parts/states-of-page';
import { GuideBody } from './guide-body';
import { useGuide } from './use-guides';

/** The guide of a page, beside it. */
export default function GuideDrawer({ name, onClose }: { name: string; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const titleId = useId();
  const { data, error } = useGuide(name);
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { width: { xs: '100%', sm: 460 } } },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', p: '14px 12px 8px 20px' }}>
        <Typography id={titleId} variant="h2" sx={{ flex: 1 }}>
          {data?.title[language] ?? translate('guides.title')}
        </Typography>
        <IconButton aria-label={translate('ra.action.close')} onClick={onClose}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <Box sx={{ p: '0 20px 20px' }}>
        {error !== null && <Trouble error={error} />}
        {data !== undefined && <GuideBody body={data.body[language]} />}
        <Link to="/guides" onClick={onClose}>
          {translate('guides.all')}
        </Link>
      </Box>
    </Drawer>
  );
}
