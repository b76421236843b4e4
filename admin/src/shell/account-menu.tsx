import { roleNames } from '@linggong/config/roles';
import { Box, Divider, IconButton, Menu, MenuItem } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useLogout, useTheme, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useLanguage } from '../i18n/use-language';
import { useText2 } from '../parts/text2';
import { useMay, useMe } from '../session/use-me';

/** What somebody does about his own account. */
const ownPages: readonly { to: string; label: string; needs?: string }[] = [
  { to: '/security', label: 'security.title' },
  { to: '/password', label: 'password.title' },
  { to: '/holder', label: 'holder.title', needs: 'declare-holder' },
  { to: '/guides', label: 'guides.title' },
];

/** Who I am, in which role; light or dark; language (on phones); out. */
export function AccountMenu(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const me = useMe();
  const may = useMay();
  const logout = useLogout();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [theme, setTheme] = useTheme();
  const [locale, setLocale] = useLanguage();
  const role = me === undefined ? '' : text(roleNames[me.account.role]);
  const close = (): void => {
    setAnchor(null);
  };
  return (
    <>
      <IconButton
        aria-label={translate('account.menu')}
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        sx={{ width: { xs: 44, sm: 32 }, height: { xs: 44, sm: 32 }, p: 0, flex: 'none' }}
      >
        <Box
          sx={{
            width: 28,
            height: 28,
            flex: 'none',
            borderRadius: '50%',
            bgcolor: 'tokens.accentBg',
            color: 'tokens.accent',
            display: 'grid',
            placeItems: 'center',
            fontWeight: 600,
            fontSize: 14,
          }}
        >
          {role.slice(0, 1)}
        </Box>
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <Box component="li" role="none" sx={{ px: 2, py: 1, minWidth: 200 }}>
          <Box sx={{ fontWeight: 600 }}>{me?.account.identifier}</Box>
          <Box sx={{ fontSize: 12, color: 'tokens.ink2' }}>{role}</Box>
        </Box>
        <Divider component="li" role="none" />
        <MenuItem
          onClick={() => {
            setTheme(theme === 'dark' ? 'light' : 'dark');
            close();
          }}
        >
          {translate(theme === 'dark' ? 'account.light' : 'account.dark')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            setLocale(locale === 'zh' ? 'en' : 'zh');
            close();
          }}
          sx={{ display: { sm: 'none' } }}
        >
          {locale === 'zh' ? 'English' : '中文'}
        </MenuItem>
        {ownPages
          .filter(({ needs }) => needs === undefined || may('own-account', needs))
          .map(({ to, label }) => (
            <MenuItem key={to} component={Link} to={to} onClick={close}>
              {translate(label)}
            </MenuItem>
          ))}
        <MenuItem
          onClick={() => {
            void logout();
          }}
        >
          {translate('account.signOut')}
        </MenuItem>
      </Menu>
    </>
  );
}
