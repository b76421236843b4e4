import { materialKinds, type MaterialKind } from '@linggong/risk/domain';
import { Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useRefresh, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { isRecord, type ConsoleDataProvider } from '../provider';

interface Typed {
  kind: MaterialKind;
  title: string;
  place: string;
  publishedOn: string;
  owner: string;
}

const blank: Typed = { kind: 'website', title: '', place: '', publishedOn: '', owner: '' };

/** Registers what is said in public; its capture is added on its page. */
export function RegisterMaterial({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const refresh = useRefresh();
  const [typed, setTyped] = useState<Typed>(blank);
  const ready = [typed.title, typed.place, typed.owner].every((text) => text.trim().length >= 2);
  return (
    <EffectSheet<unknown>
      open={open}
      onClose={() => {
        setTyped(blank);
        onClose();
      }}
      title={translate('materials.register.title')}
      lead={translate('materials.register.lead')}
      ready={ready && typed.publishedOn !== ''}
      confirm={translate('materials.register.title')}
      run={async ({ key }) => {
        const body = {
          ...typed,
          title: typed.title.trim(),
          place: typed.place.trim(),
          owner: typed.owner.trim(),
        };
        const made = await provider.command('promotional-materials', undefined, '', body, key);
        refresh();
        return made;
      }}
      done={(made) => <Registered made={made} />}
    >
      <Fields
        typed={typed}
        change={(part) => {
          setTyped({ ...typed, ...part });
        }}
      />
    </EffectSheet>
  );
}

function Registered({ made }: { made: unknown }): ReactNode {
  const translate = useTranslate();
  const id = isRecord(made) && typeof made['id'] === 'number' ? made['id'] : undefined;
  return (
    <>
      <Typography>{translate('materials.register.done')}</Typography>
      {id !== undefined && (
        <Button component={Link} to={`/promotional-materials/${id.toString()}/show`} color="primary">
          {translate('materials.register.open')}
        </Button>
      )}
    </>
  );
}

function Fields({ typed, change }: { typed: Typed; change: (part: Partial<Typed>) => void }): ReactNode {
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.promotional-materials.fields.${field}`);
  const text = (name: 'title' | 'place' | 'owner', max: number): ReactNode => (
    <TextField
      required
      label={label(name)}
      value={typed[name]}
      helperText={name === 'title' ? undefined : translate(`materials.register.${name}Help`)}
      onChange={(event) => {
        change({ [name]: event.target.value });
      }}
      slotProps={{ htmlInput: { maxLength: max } }}
    />
  );
  return (
    <>
      <TextField
        select
        label={label('kind')}
        value={typed.kind}
        onChange={(event) => {
          // The menu holds these codes only.
          change({ kind: event.target.value as MaterialKind });
        }}
      >
        {materialKinds.map((code) => (
          <MenuItem key={code} value={code}>
            {translate(`materials.kind.${code}`)}
          </MenuItem>
        ))}
      </TextField>
      {text('title', 120)}
      {text('place', 500)}
      <DateField
        label={label('publishedOn')}
        value={typed.publishedOn}
        required
        onChange={(publishedOn) => {
          change({ publishedOn });
        }}
      />
      {text('owner', 60)}
    </>
  );
}
