import { Box, Typography } from '@mui/material';
import type { FieldTemplateProps, ObjectFieldTemplateProps } from '@rjsf/utils';
import type { ReactNode } from 'react';

/** Widgets carry label, help and errors themselves, as every field of the console does. */
export function FieldTemplate({ children, hidden }: FieldTemplateProps): ReactNode {
  return hidden === true ? null : children;
}

interface DrawnSection {
  title: string;
  help: string;
  fields: string[];
}

/** Fields under the titles of their sections; a section of which nothing is asked now is not there. */
export function ObjectFieldTemplate({ properties, uiSchema }: ObjectFieldTemplateProps): ReactNode {
  // `uiSchema` of the domain writes them so.
  const sections = (uiSchema?.['ui:options']?.['sections'] ?? []) as DrawnSection[];
  const placed = new Set(sections.flatMap(({ fields }) => fields));
  const rest = properties.filter(({ name }) => !placed.has(name));
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {sections.map(({ title, help, fields }) => {
        const drawn = properties.filter(({ name }) => fields.includes(name));
        if (drawn.length === 0) return null;
        return (
          <Box component="section" key={fields.join()} sx={{ display: 'grid', gap: 1.5 }}>
            <Box>
              <Typography variant="h3" component="h3">
                {title}
              </Typography>
              {help !== '' && <Box sx={{ fontSize: 12, color: 'tokens.ink3' }}>{help}</Box>}
            </Box>
            {drawn.map(({ name, content }) => (
              <Box key={name}>{content}</Box>
            ))}
          </Box>
        );
      })}
      {rest.map(({ name, content }) => (
        <Box key={name}>{content}</Box>
      ))}
    </Box>
  );
}
