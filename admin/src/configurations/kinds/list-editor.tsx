import type { ListControl } from '@linggong/studio/domain';
import { Box, Button, FormHelperText } from '@mui/material';
import { useState, type ComponentType, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../../parts/text2';
import { faultsAt, under } from './faults-at';
import type { FieldProps } from './field-props';
import { ListItem } from './list-item';

interface ListEditorProps extends FieldProps {
  control: ListControl;
  /** The editor of one item; handed in, since it is the editor of every field. */
  Editor: ComponentType<FieldProps>;
}

/** Many of one thing: each is a line that opens, moves by buttons (and so by the keyboard), is doubled and removed. */
export function ListEditor({ field, control, value, path, faults, onChange, Editor }: ListEditorProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const [open, setOpen] = useState<number | undefined>(undefined);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const wrong = faultsAt(faults, path);
  const add = (): void => {
    onChange([...items, control.of.empty]);
    setOpen(items.length);
  };
  const change = (next: readonly unknown[], shown: number | undefined): void => {
    onChange(next);
    setOpen(shown);
  };
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ fontSize: 14, fontWeight: 600, p: 0, mb: 0.5 }}>
        {text(field.label)}
      </Box>
      {field.help && <FormHelperText sx={{ mx: 0, mt: 0, mb: 1 }}>{text(field.help)}</FormHelperText>}
      {wrong.map((fault) => (
        <FormHelperText key={fault.code} error sx={{ mx: 0, mb: 1 }}>
          {text(fault.text)}
        </FormHelperText>
      ))}
      <Box
        component="ol"
        sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}
      >
        {items.map((item, index) => (
          <ListItem
            key={index}
            control={control}
            item={item}
            index={index}
            count={items.length}
            path={under(path, index)}
            faults={faults}
            open={open === index}
            onOpen={(shown) => {
              setOpen(shown ? index : undefined);
            }}
            onRemove={() => {
              change(items.toSpliced(index, 1), undefined);
            }}
            onMove={(by) => {
              change(items.toSpliced(index, 1).toSpliced(index + by, 0, item), open === index ? index + by : open);
            }}
            onDouble={
              items.length < control.max
                ? () => {
                    change(items.toSpliced(index + 1, 0, item), index + 1);
                  }
                : undefined
            }
            editor={
              <Editor
                field={control.of}
                value={item}
                path={under(path, index)}
                faults={faults}
                onChange={(next) => {
                  onChange(items.with(index, next));
                }}
              />
            }
          />
        ))}
      </Box>
      <Button size="small" onClick={add} disabled={items.length >= control.max} sx={{ mt: 1 }}>
        {translate('kindEditor.add', { item: text(control.item) })}
      </Button>
    </Box>
  );
}
