import { Box, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card, Cards } from '../parts/card';
import type { VersionRecord } from './configuration';
import { ContentEditor } from './content-editor';
import { FaultList } from './fault-list';
import { useFieldPlace } from './use-field-place';
import type { Working } from './use-working-copy';

interface ContentTabProps {
  version: VersionRecord;
  /** The content that its faults and hints are of. */
  foundIn: VersionRecord['content'];
  working: Working;
  editable: boolean;
}

/** What the version says, by the editor of its kind, with what is wrong on top and the note of its author below. */
export function ContentTab({ version, foundIn, working, editable }: ContentTabProps): ReactNode {
  const translate = useTranslate();
  const place = useFieldPlace(version.kind);
  // A table that is edited tells its own, each leading to its row.
  const tellsItself = editable && version.kind === 'decision-table';
  return (
    <Cards>
      {!tellsItself && (
        <FaultList
          faults={version.faults}
          hints={version.hints}
          placeOf={(path) => place(working.copy.content, path)}
        />
      )}
      <Card>
        <ContentEditor
          kind={version.kind}
          configurationKey={version.key}
          content={working.copy.content}
          faults={version.faults}
          hints={version.hints}
          foundIn={foundIn}
          readOnly={!editable}
          replay={working.copy.content === version.content ? version.replay : null}
          sheets={{ versionId: version.id, dirty: working.dirty }}
          onChange={(content) => {
            working.change({ content });
          }}
        />
      </Card>
      {editable ? (
        <Card>
          <TextField
            fullWidth
            multiline
            minRows={2}
            label={translate('resources.configuration-versions.fields.note')}
            helperText={translate('resources.configuration-versions.fields.noteHelp')}
            value={working.copy.note}
            onChange={(event) => {
              working.change({ note: event.target.value });
            }}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
        </Card>
      ) : (
        version.note !== '' && (
          <Card title={translate('resources.configuration-versions.fields.note')}>
            <Box sx={{ fontSize: 13, whiteSpace: 'pre-line' }}>{version.note}</Box>
          </Card>
        )
      )}
    </Cards>
  );
}
