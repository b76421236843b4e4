import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { call } from '../provider';
import { AnswerItem } from './answer-item';
import { SeenItems } from './seen-items';
import { useSaid, type SaidOfVisit } from './use-said';
import { answersOf, lackingOf, type Visit } from './visit';

interface ConcludeVisitProps {
  path: string;
  visit: Visit;
  /** A photograph was added. */
  again: () => void;
  onDone: () => void;
}

/**
 * The visit under way, item by item as one walks through the place: what is seen, a word about it, the photographs. Concluded, it
 * shows what was seen; what came of concluding it stays in sight.
 */
export function ConcludeVisit({ path, visit, again, onDone }: ConcludeVisitProps): ReactNode {
  const { said, say, drop } = useSaid(visit.id);
  const { items } = visit;
  return (
    <>
      {visit.verdict === null ? (
        items.map((item, index) => (
          <AnswerItem
            key={item.id}
            path={path}
            item={item}
            no={index + 1}
            said={said[item.id] ?? { note: '' }}
            again={again}
            change={(part) => {
              say(item.id, part);
            }}
          />
        ))
      ) : (
        <SeenItems path={path} visit={visit} />
      )}
      <Conclude
        path={path}
        visit={visit}
        said={said}
        onDone={() => {
          drop();
          onDone();
        }}
      />
    </>
  );
}

interface ConcludeProps extends Omit<ConcludeVisitProps, 'again'> {
  said: SaidOfVisit['said'];
}

function Conclude({ path, visit: { items, verdict }, said, onDone }: ConcludeProps): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const lacking = lackingOf(items, said);
  const failed = items.some(({ id }) => said[id]?.answer === 'no');
  return (
    <>
      {verdict === null && (
        <ConcludeButton
          lacking={lacking.map((item) => items.indexOf(item) + 1)}
          onOpen={() => {
            setOpen(true);
          }}
        />
      )}
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        title={translate('visits.conclude')}
        lead={translate('visits.concludeLead')}
        effects={[
          {
            label: translate('visits.verdict'),
            value: translate(`state.siteVisit.${failed ? 'failed' : 'passed'}`),
            strong: true,
          },
        ]}
        confirm={translate('visits.conclude')}
        run={async ({ key }) => {
          const told = note.trim().length < 2 ? {} : { note: note.trim() };
          const body = { answers: answersOf(items, said), ...told };
          const answer = await call(`${path}/conclude`, { method: 'POST', body, key });
          onDone();
          return answer;
        }}
      >
        <TextField
          multiline
          minRows={3}
          label={translate('visits.note')}
          helperText={translate('visits.noteHelp')}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
          slotProps={{ htmlInput: { maxLength: 2_000 } }}
        />
      </EffectSheet>
    </>
  );
}

/** Nothing is concluded before every item was answered: it says which are not. */
function ConcludeButton({ lacking, onOpen }: { lacking: readonly number[]; onOpen: () => void }): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      {lacking.length > 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>
          {translate('visits.lacking', { items: lacking.join(translate('auditStates.and')) })}
        </Box>
      )}
      <Button variant="contained" color="primary" disabled={lacking.length > 0} onClick={onOpen}>
        {translate('visits.conclude')}
      </Button>
    </Box>
  );
}
