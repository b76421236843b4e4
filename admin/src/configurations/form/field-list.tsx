import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { FormContent } from '@linggong/studio/domain';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText2 } from '../../parts/text2';
import { duplicateField, inOrder, moveField } from './edit-content';
import type { FaultAt } from './faults-of';
import { FieldRow } from './field-row';
import { useSpokenMoves } from './spoken-moves';
import { useWords } from './words';

interface FieldListProps {
  content: FormContent;
  chosen: number;
  readOnly: boolean;
  faultAt: FaultAt;
  onChoose: (index: number) => void;
  onChange: (content: FormContent) => void;
}

/** Every field under the title of its section; ordered by drag or by keyboard. Rows are known by their place: ids may still clash. */
export function FieldList({ content, chosen, readOnly, faultAt, onChoose, onChange }: FieldListProps): ReactNode {
  const word = useWords();
  const text = useText2();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const spoken = useSpokenMoves(content);
  const places = content.fields.map((_, index) => `place-${index.toString()}`);
  const drop = (from: number, to: number): void => {
    if (from < 0 || to < 0 || from === to) return;
    onChange(inOrder(moveField(content, from, to)));
    onChoose(to);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={spoken}
      onDragEnd={({ active, over }) => {
        if (over !== null) drop(places.indexOf(active.id.toString()), places.indexOf(over.id.toString()));
      }}
    >
      <SortableContext items={places} strategy={verticalListSortingStrategy}>
        <Box
          component="ul"
          // A long label is cut; it does not push its buttons over the edge.
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '2px' }}
        >
          {content.fields.map((field, index) => {
            const section = content.sections.find(({ id }) => id === field.section);
            const first = content.fields[index - 1]?.section !== field.section;
            return (
              <Box component="li" key={places[index]}>
                {first && (
                  <Box sx={{ fontSize: 12, color: 'tokens.ink3', mt: index === 0 ? 0 : 1 }}>
                    {section === undefined ? field.section : text(section.title) || word('unnamed')}
                  </Box>
                )}
                <FieldRow
                  place={places[index] ?? ''}
                  field={field}
                  chosen={index === chosen}
                  readOnly={readOnly}
                  fault={faultAt(`fields.${index.toString()}`, false)}
                  onChoose={() => {
                    onChoose(index);
                  }}
                  onDuplicate={() => {
                    onChange(duplicateField(content, index));
                    onChoose(index + 1);
                  }}
                />
              </Box>
            );
          })}
        </Box>
      </SortableContext>
    </DndContext>
  );
}
