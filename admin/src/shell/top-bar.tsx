import MenuIcon from '@mui/icons-material/Menu';
import { Box, IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { GuideButton } from '../guides/guide-button';
import { Bell } from '../news/bell';
import { size } from '../theme';
import { AccountMenu } from './account-menu';
import { JobsMenu } from './jobs-menu';
import { LanguageSwitch } from './language-switch';
import { Search } from './search';
import { TodoLink } from './todo';

/** Brand, search, running jobs, what waits for me, what is new, language, account. */
export function TopBar({ onMenu }: { onMenu: () => void }): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        height: size.topBar,
        flex: 'none',
        bgcolor: 'tokens.card',
        borderBottom: '1px solid',
        borderColor: 'tokens.line',
        display: 'flex',
        alignItems: 'center',
        gap: { xs: 0.5, sm: 1 },
        pr: { xs: 1, sm: 2.5 },
      }}
    >
      <IconButton
        aria-label={translate('ra.action.open_menu')}
        onClick={onMenu}
        sx={{ ml: 0.5, width: 44, height: 44, display: { md: 'none' } }}
      >
        <MenuIcon />
      </IconButton>
      <Box
        component={Link}
        to="/"
        sx={{
          width: { md: size.navigation - 8 },
          pl: { md: 2.5 },
          flex: 'none',
          fontWeight: 700,
          letterSpacing: '.5px',
          color: 'tokens.accent',
        }}
      >
        灵工
        <Box
          component="small"
          sx={{ fontWeight: 400, color: 'tokens.ink3', ml: '6px', fontSize: 12, display: { xs: 'none', sm: 'inline' } }}
        >
          Linggong
        </Box>
      </Box>
      <Search />
      <Box
        sx={{
          ml: { xs: 0, md: 'auto' },
          display: 'flex',
          alignItems: 'center',
          gap: { xs: 0.5, sm: 2 },
          fontSize: 13,
          color: 'tokens.ink2',
          whiteSpace: 'nowrap',
        }}
      >
        <GuideButton />
        <JobsMenu />
        <TodoLink />
        <Bell />
        <LanguageSwitch />
        <AccountMenu />
      </Box>
    </Box>
  );
}
