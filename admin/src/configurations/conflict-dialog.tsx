import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { useText2 } from '../parts/text2';
import { instantText } from '../parts/time-text';
import { ChangeList } from './change-list';
import type { VersionAnswered } from './configuration';
import { changesBetween, useKind } from './kind-code';
import type { Working } from './use-working-copy';

/** Somebody else saved meanwhile: who and when, what differs, and the choice between his and mine. */
export function ConflictDialog({ theirs, working }: { theirs: VersionAnswered; working: Working }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const kind = useKind(theirs.kind);
  const { content, cases, note } = working.copy;
  const changes = useMemo(
    () => (kind === undefined ? [] : changesBetween(kind, theirs.content, content)),
    [kind, theirs, content],
  );
  const otherCases = JSON.stringify(cases) !== JSON.stringify(theirs.cases);
  return (
    <Dialog open onClose={working.settle} aria-labelledby="version-conflict" maxWidth="md" fullWidth>
      <DialogTitle id="version-conflict" sx={{ fontSize: 15, fontWeight: 600 }}>
        {translate('configuration.conflict.title')}
      </DialogTitle>
      <DialogContent>
        <Typography>
          {translate('configuration.conflict.who', {
            who: actor(theirs.updatedBy),
            at: instantText(theirs.updatedAt),
          })}
        </Typography>
        <Typography variant="h3" component="h3" sx={{ mt: 2, mb: 0.5 }}>
          {translate('configuration.conflict.differs')}
        </Typography>
        <ChangeList changes={changes} none={translate('configuration.conflict.sameContent')} />
        {note !== theirs.note && <Notes theirs={theirs.note} mine={note} />}
        {otherCases && <Box sx={{ fontSize: 13, mt: 1 }}>{translate('configuration.conflict.cases')}</Box>}
      </DialogContent>
      <DialogActions>
        <Button onClick={working.settle}>{translate('configuration.conflict.later')}</Button>
        <Button
          onClick={() => {
            working.takeSaved(theirs);
          }}
        >
          {translate('configuration.conflict.theirs')}
        </Button>
        <Button
          variant="contained"
          color="error"
          onClick={() => {
            working.putOnTop(theirs);
          }}
        >
          {translate('configuration.conflict.mine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const noteWords = {
  theirs: { zh: '已保存的修改说明', en: 'The note that is saved' },
  mine: { zh: '您的修改说明', en: 'Your note' },
  none: { zh: '（没有填写）', en: '(nothing)' },
} as const;

/** Both notes in full: what somebody wrote about his change is not taken away unseen. */
function Notes({ theirs, mine }: { theirs: string; mine: string }): ReactNode {
  const text = useText2();
  const line = (word: 'theirs' | 'mine', note: string): ReactNode => (
    <>
      <Box component="dt" sx={{ color: 'tokens.ink2' }}>
        {text(noteWords[word])}
      </Box>
      <Box component="dd" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {note === '' ? text(noteWords.none) : note}
      </Box>
    </>
  );
  return (
    <Box
      component="dl"
      sx={{ fontSize: 13, mt: 1, mb: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '4px 12px' }}
    >
      {line('theirs', theirs)}
      {line('mine', mine)}
    </Box>
  );
}
