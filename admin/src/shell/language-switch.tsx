import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/use-language';

/** 中文 / EN: each language is written in itself. On phones the menu has it; pages without a menu show it there too. */
export function LanguageSwitch({ onPhones = false }: { onPhones?: boolean }): ReactNode {
  const [locale, setLocale] = useLanguage();
  const next = locale === 'zh' ? 'en' : 'zh';
  const mark = (own: string) => ({
    fontWeight: locale === own ? 600 : 400,
    color: locale === own ? 'tokens.ink' : 'tokens.ink3',
  });
  return (
    <ButtonBase
      onClick={() => {
        setLocale(next);
      }}
      lang={next === 'zh' ? 'zh-CN' : 'en'}
      aria-label={next === 'zh' ? '中文/EN 切换为中文' : '中文/EN Switch to English'}
      sx={{
        fontSize: 13,
        height: { xs: 44, sm: 32 },
        px: 0.5,
        borderRadius: '6px',
        display: { xs: onPhones ? 'inline-flex' : 'none', sm: 'inline-flex' },
      }}
    >
      <Box component="span" sx={mark('zh')}>
        中文
      </Box>
      <Box component="span" sx={{ mx: '4px', color: 'tokens.ink3' }}>
        /
      </Box>
      <Box component="span" sx={mark('en')}>
        EN
      </Box>
    </ButtonBase>
  );
}
