import { addDays } from '@linggong/core/domain';
import { itemAnswers, severities, type ItemAnswer, type Severity } from '@linggong/risk/domain';
import { Box, MenuItem, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { useText2 } from '../parts/text2';
import type { ConsoleDataProvider } from '../provider';
import type { MaterialRecord } from './material';

interface Told {
  answer?: ItemAnswer;
  text: string;
  severity: Severity;
  dueOn: string;
}

type Item = MaterialRecord['checklist']['items'][number];

const blank: Told = { text: '', severity: 'medium', dueOn: '' };

interface ReviewSheetProps {
  open: boolean;
  onClose: () => void;
  material: MaterialRecord;
  onDone: () => void;
}

/** The review item by item, by the checklist in force; what does not hold says what, how grave and by when. */
export function ReviewSheet({ open, onClose, material, onDone }: ReviewSheetProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [told, setTold] = useState<Readonly<Record<string, Told>>>({});
  const [note, setNote] = useState('');
  const { checklist } = material;
  const isBare = checklist.items.some(({ evidence }) => evidence) && material.files.every(isProof);
  const failing = checklist.items.filter(({ id }) => told[id]?.answer === 'no');
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setTold({});
        setNote('');
        onClose();
      }}
      title={translate('materials.review.title')}
      lead={translate(isBare ? 'materials.review.captureFirst' : 'materials.review.lead')}
      notes={[translate('materials.review.other')]}
      effects={[
        { label: translate('materials.review.failing'), value: failing.length },
        {
          label: translate('materials.review.becomes'),
          value: translate(`state.material.${failing.length > 0 ? 'rectifying' : 'passed'}`),
          strong: true,
        },
      ]}
      ready={!isBare && checklist.items.every((item) => isAnswered(item, told[item.id]))}
      confirm={translate('materials.review.confirm')}
      run={async ({ key }) => {
        const answers = Object.entries(told).flatMap(([item, one]) => answerOf(item, one));
        const body = {
          checklistVersion: checklist.versionId,
          answers,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        };
        const done = await provider.command('promotional-materials', material.id, 'reviews', body, key);
        onDone();
        return done;
      }}
    >
      {checklist.items.map((item, index) => (
        <ItemFields
          key={item.id}
          item={item}
          no={index + 1}
          told={told[item.id] ?? blank}
          change={(part) => {
            setTold({ ...told, [item.id]: { ...blank, ...told[item.id], ...part } });
          }}
        />
      ))}
      <TextField
        multiline
        minRows={2}
        label={translate('materials.review.note')}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </EffectSheet>
  );
}

/** Of a rectification, not of the material itself. */
const isProof = ({ findingId }: MaterialRecord['files'][number]): boolean => findingId !== null;

function isAnswered({ required }: Item, told: Told | undefined): boolean {
  if (told?.answer === undefined) return !required;
  return told.answer !== 'no' || (told.text.trim().length >= 2 && told.dueOn !== '');
}

function answerOf(item: string, { answer, text, severity, dueOn }: Told): object[] {
  if (answer === undefined) return [];
  return [{ item, answer, ...(answer === 'no' ? { finding: { text: text.trim(), severity, dueOn } } : {}) }];
}

interface ItemFieldsProps {
  item: Item;
  no: number;
  told: Told;
  change: (part: Partial<Told>) => void;
}

function ItemFields({ item, no, told, change }: ItemFieldsProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: 'grid', gap: 1 }}>
      <Box component="legend" sx={{ p: 0, fontWeight: 600, fontSize: 13 }}>
        {no}. {text(item.text)}
      </Box>
      {item.help !== null && <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>{text(item.help)}</Box>}
      <ToggleButtonGroup
        exclusive
        size="small"
        fullWidth
        value={told.answer ?? null}
        aria-label={text(item.text)}
        onChange={(_event, answer: ItemAnswer | null) => {
          if (answer !== null) change({ answer });
        }}
      >
        {itemAnswers.map((answer) => (
          <ToggleButton key={answer} value={answer} sx={{ minHeight: 44 }}>
            {translate(`materials.answer.${answer}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {told.answer === 'no' && <FindingFields told={told} change={change} />}
    </Box>
  );
}

function FindingFields({ told, change }: Pick<ItemFieldsProps, 'told' | 'change'>): ReactNode {
  const translate = useTranslate();
  return (
    <>
      <TextField
        required
        multiline
        label={translate('materials.review.found')}
        value={told.text}
        onChange={(event) => {
          change({ text: event.target.value });
        }}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <TextField
        select
        label={translate('reviews.severityLabel')}
        value={told.severity}
        onChange={(event) => {
          // The menu holds these codes only.
          change({ severity: event.target.value as Severity });
        }}
      >
        {severities.map((code) => (
          <MenuItem key={code} value={code}>
            {translate(`reviews.severity.${code}`)}
          </MenuItem>
        ))}
      </TextField>
      <DateField
        required
        label={translate('materials.review.dueOn')}
        value={told.dueOn}
        min={addDays(today(), 1)}
        onChange={(dueOn) => {
          change({ dueOn });
        }}
      />
    </>
  );
}
