import type { Change } from '@linggong/studio/domain';
import { Box } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Button } from '@mui/material';
import { countText } from '../parts/money-text';
import { useText2, type Text2 } from '../parts/text2';
import { lineChanges, type LineChange } from './line-changes';
import { ParagraphChanges } from './paragraph-changes';

const tones = { added: 'good', removed: 'bad', changed: 'wait', moved: 'off' } as const;
const usual = 30;

interface ChangeListProps {
  changes: readonly Change[];
  /** How many there are where not all of them were told. */
  total?: number;
  /** What is said where nothing changed. */
  none?: string;
}

/** What a reader should see changed, a line each: where, what stood there, what stands there now. */
export function ChangeList({ changes, total = changes.length, none }: ChangeListProps): ReactNode {
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  if (changes.length === 0)
    return <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{none ?? translate('configuration.changes.none')}</Box>;
  const shown = all ? changes : changes.slice(0, usual);
  return (
    <>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', fontSize: 13 }}>
        {shown.map((change, index) => (
          <ChangeLine key={index} change={change} />
        ))}
      </Box>
      {changes.length > shown.length && (
        <Button
          size="small"
          sx={{ mt: 1 }}
          onClick={() => {
            setAll(true);
          }}
        >
          {translate('configuration.changes.all', { count: countText(changes.length) })}
        </Button>
      )}
      {total > changes.length && (all || changes.length <= usual) && (
        <Box sx={{ fontSize: 12, color: 'tokens.ink3', mt: 1 }}>
          {translate('configuration.changes.more', { count: countText(total - changes.length) })}
        </Box>
      )}
    </>
  );
}

function ChangeLine({ change: { change, where, before, after } }: { change: Change }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const tone = tones[change];
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '44px minmax(0, 1fr)', md: '44px minmax(120px, 2fr) minmax(0, 3fr)' },
        columnGap: 1.5,
        alignItems: 'baseline',
        py: '6px',
        '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' },
        overflowWrap: 'anywhere',
      }}
    >
      <Box
        component="span"
        sx={{
          color: `tokens.${tone}`,
          bgcolor: `tokens.${tone}Bg`,
          borderRadius: '4px',
          px: '6px',
          fontSize: 12,
          fontWeight: 600,
          textAlign: 'center',
          whiteSpace: 'nowrap',
        }}
      >
        {translate(`configuration.change.${change}`)}
      </Box>
      <span>{text(where)}</span>
      <Box component="span" sx={{ gridColumn: { xs: '2', md: 'auto' }, whiteSpace: 'pre-line' }}>
        <Values before={before} after={after} />
      </Box>
    </Box>
  );
}

/** What stood there and what stands there now; of texts of several paragraphs only those that changed, in each language that did. */
function Values({ before, after }: { before: Text2 | undefined; after: Text2 | undefined }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const long = before && after ? changedLanguages(before, after) : [];
  if (long.length > 0) {
    return long.map(({ language, paragraphs }) => (
      <Box key={language} component="span" sx={{ display: 'block', '& + &': { mt: 1 } }}>
        <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'tokens.ink3' }}>
          {translate(`kindEditor.language.${language}`)}
        </Box>
        <ParagraphChanges changes={paragraphs} />
      </Box>
    ));
  }
  // Where only the other language changed, that is what there is to see.
  const isOther = before !== undefined && after !== undefined && text(before) === text(after);
  const words = (value: Text2): string => (isOther ? (text(value) === value.zh ? value.en : value.zh) : text(value));
  return (
    <>
      {before !== undefined && (
        <Box component="del" sx={{ color: 'tokens.ink3', textDecoration: after === undefined ? undefined : 'none' }}>
          {words(before)}
        </Box>
      )}
      {before !== undefined && after !== undefined && <span aria-hidden> → </span>}
      {after !== undefined && (
        <Box component="ins" sx={{ textDecoration: 'none', fontWeight: 600 }}>
          {words(after)}
        </Box>
      )}
    </>
  );
}

interface ChangedLanguage {
  readonly language: 'zh' | 'en';
  readonly paragraphs: readonly LineChange[];
}

function changedLanguages(before: Text2, after: Text2): ChangedLanguage[] {
  return (['zh', 'en'] as const).flatMap((language) => {
    const paragraphs =
      before[language] === after[language] ? undefined : lineChanges(before[language], after[language]);
    return paragraphs ? [{ language, paragraphs }] : [];
  });
}
