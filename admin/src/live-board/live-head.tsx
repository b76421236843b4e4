import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import CloudOffIcon from '@mui/icons-material/CloudOff';
import { Box, IconButton } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useText2 } from '../parts/text2';
import { instantText } from '../parts/time-text';
import { LanguageSwitch } from '../shell/language-switch';
import { FullScreen } from './full-screen';
import { sizes } from './live-parts';
import { words } from './words';

interface LiveHeadProps {
  /** When the figures are of; undefined before the first answer. */
  at: string | undefined;
  isCutOff: boolean;
}

/** What this is, how old it is, and the way out. */
export function LiveHead({ at, isCutOff }: LiveHeadProps): ReactNode {
  const text = useText2();
  const title = text(words.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <Box component="header" sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1.5 }}>
      <Box component="h1" sx={{ m: 0, flex: 1, minWidth: 200, fontSize: 'clamp(18px, 1.7vw, 34px)', fontWeight: 650 }}>
        {title}
      </Box>
      <Box
        role="status"
        sx={{
          ...{
            display: 'flex',
            alignItems: 'center',
            gap: 1,
            fontSize: sizes.note,
            fontVariantNumeric: 'tabular-nums',
          },
          ...(isCutOff
            ? { color: 'tokens.bad', bgcolor: 'tokens.badBg', px: 1.5, py: 0.5, borderRadius: '6px', fontWeight: 600 }
            : { color: 'tokens.ink2' }),
        }}
      >
        {isCutOff && <CloudOffIcon fontSize="inherit" />}
        {at === undefined
          ? text(words.waiting)
          : `${text(isCutOff ? words.cutOff : words.updated)} ${instantText(at, true)}`}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <LanguageSwitch onPhones />
        <FullScreen />
        <IconButton component={Link} to="/" aria-label={text(words.back)} sx={{ color: 'tokens.ink2' }}>
          <ArrowBackIcon />
        </IconButton>
      </Box>
    </Box>
  );
}
