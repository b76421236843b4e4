import type { TemplateContent } from '@linggong/studio/domain';
import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { Card } from '../../parts/card';
import { readLocale } from '../../i18n/locale';
import { Line } from './line';
import { PaperButton } from './paper-button';
import { previewOf } from './preview-parts';
import { useWords } from './words';

interface TemplatePreviewProps {
  content: TemplateContent;
  configurationKey: string;
}

/** The text as its reader will see it, while it is typed, with made-up values (预览). */
export function TemplatePreview({ content, configurationKey }: TemplatePreviewProps): ReactNode {
  const word = useWords();
  const [language, setLanguage] = useState<'zh' | 'en'>(readLocale() === 'en' ? 'en' : 'zh');
  const typed = useDeferredValue(content);
  const { title, sections } = useMemo(() => previewOf(typed, language), [typed, language]);
  return (
    <Card
      title={word('preview')}
      action={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={language}
          aria-label={word('language')}
          onChange={(_, next: 'zh' | 'en' | null) => {
            if (next !== null) setLanguage(next);
          }}
        >
          <ToggleButton value="zh">{word('zh')}</ToggleButton>
          <ToggleButton value="en">{word('en')}</ToggleButton>
        </ToggleButtonGroup>
      }
    >
      <Box sx={{ fontSize: 12, color: 'tokens.ink3', mb: 1 }}>{word('samples')}</Box>
      <PaperButton content={content} configurationKey={configurationKey} />
      <Box
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        role="region"
        tabIndex={0}
        aria-label={word('preview')}
        sx={{
          fontSize: 13,
          lineHeight: 1.7,
          overflowWrap: 'anywhere',
          border: '1px solid',
          borderColor: 'tokens.line',
          borderRadius: 1,
          p: 2,
          mt: 1,
          maxHeight: { xs: '60vh', lg: 'calc(100vh - 260px)' },
          minHeight: 160,
          overflowY: 'auto',
        }}
      >
        <Box sx={{ fontSize: 16, fontWeight: 600, textAlign: 'center', mb: 1.5 }}>
          <Line stretches={title} />
        </Box>
        {sections.map(({ id, heading, paragraphs }, index) => (
          <Box key={`${id} ${index.toString()}`} component="section" sx={{ mb: 1.5 }}>
            {heading.trim() !== '' && <Box sx={{ fontWeight: 600 }}>{heading}</Box>}
            {paragraphs.map((stretches, line) => (
              <Box key={line}>
                <Line stretches={stretches} />
              </Box>
            ))}
          </Box>
        ))}
      </Box>
    </Card>
  );
}
